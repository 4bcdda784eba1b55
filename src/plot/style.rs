//! The style sheet behind every drawing: colours by name, light and dark, and the rules that use them.

/// One colour: name of its variable, light value, dark value.
type Colour = (&'static str, &'static str, &'static str);

/// All colours. Profiles: hue is the second axis, darkness the first (see the figure rules of the
/// report); `e` edges and `t` texts on a fill keep the contrast of pale ones.
const COLOURS: &[Colour] = &[
    ("bg", "#ffffff", "#14171b"),
    ("ink", "#1b1e23", "#e8eaed"),
    ("mute", "#5b6370", "#a2abb8"),
    ("line", "#c9ced6", "#414954"),
    ("soft", "#f3f4f6", "#1e2329"),
    ("link", "#0b5394", "#8fc1f2"),
    ("p1", "#45ab9c", "#63c7b6"),
    ("p2", "#e6b84f", "#f3d889"),
    ("p3", "#12436d", "#4f8fd2"),
    ("p4", "#b0401c", "#e2632f"),
    ("p5", "#8662a6", "#bb9fd8"),
    ("p6", "#5f6b2a", "#a7b760"),
    ("e1", "#17695d", "#63c7b6"),
    ("e2", "#866011", "#f3d889"),
    ("e3", "#12436d", "#4f8fd2"),
    ("e4", "#b0401c", "#e2632f"),
    ("e5", "#63437f", "#bb9fd8"),
    ("e6", "#5f6b2a", "#a7b760"),
    ("t1", "#06231f", "#06231f"),
    ("t2", "#2b1e00", "#2b1e00"),
    ("t3", "#ffffff", "#06121f"),
    ("t4", "#ffffff", "#1d0800"),
    ("t5", "#ffffff", "#1a0b27"),
    ("t6", "#ffffff", "#141a00"),
    ("h0", "#f3f4f6", "#1e2329"),
    ("h1", "#cdd6e0", "#37475a"),
    ("h2", "#8298ae", "#56738f"),
    ("h3", "#3d566f", "#b4cbe2"),
    ("ht0", "#1b1e23", "#e8eaed"),
    ("ht1", "#1b1e23", "#e8eaed"),
    ("ht2", "#0c131a", "#ffffff"),
    ("ht3", "#ffffff", "#0c131a"),
    ("hist", "#c4cad3", "#4a5360"),
    ("slate", "#6c7683", "#8f9aa8"),
    ("k1", "#a65417", "#d9813f"),
    ("k2", "#e8b98f", "#8a5a37"),
    ("k3", "#e1e4e8", "#3a414b"),
    ("k4", "#9fc0d8", "#3f6787"),
    ("k5", "#2c6591", "#86bde6"),
];

/// Rules of the drawings; every one is held under `svg.plot`, so that none leaks into a page.
const RULES: &str = "\
svg.plot{display:block;max-width:100%;height:auto;overflow:visible;font-family:\"Source Sans 3\",\"Segoe UI\",\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif;font-variant-numeric:tabular-nums lining-nums}
svg.plot.narrow{display:none}
svg.plot-symbol{display:inline-block;vertical-align:-2px;margin-right:5px}
svg.plot text{font-size:13px;fill:var(--ink)}
svg.plot a{text-decoration:none}
svg.plot a:hover text{text-decoration:underline}
svg.plot .p-sm{font-size:12.5px}
svg.plot .p-xs{font-size:11.5px}
svg.plot .p-mute{fill:var(--mute)}
svg.plot .p-b{font-weight:700}
svg.plot .p-in{font-size:9.5px;font-weight:700}
svg.plot .p-in2{font-size:8.6px;font-weight:700;letter-spacing:-.04em}
svg.plot .p-title{font-size:16px;font-weight:700}
svg.plot .p-page{fill:var(--bg)}
svg.plot .p-halo{paint-order:stroke;stroke:var(--bg);stroke-width:3.5px;stroke-linejoin:round}
svg.plot .p-ax{stroke:var(--ink);stroke-width:1}
svg.plot .p-rule{stroke:var(--line);stroke-width:1.2}
svg.plot .p-grid{stroke:var(--line);stroke-width:.8}
svg.plot .p-dotted{stroke:var(--line);stroke-width:.8;stroke-dasharray:1 3}
svg.plot .p-mean{stroke:var(--mute);stroke-width:1;stroke-dasharray:5 3}
svg.plot .p-cut{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:2 3}
svg.plot .p-med{stroke:var(--mute);stroke-width:1;stroke-dasharray:2 2}
svg.plot .p-tie{stroke:var(--mute);stroke-width:1}
svg.plot .p-cod{fill:var(--bg);stroke:var(--ink);stroke-width:1.3}
svg.plot .p-ring{fill:none;stroke:var(--ink);stroke-width:1.3;stroke-dasharray:3 2}
svg.plot .p-boxed{fill:none;stroke:var(--ink);stroke-width:1.5}
svg.plot .p-region{stroke:var(--bg);stroke-width:1.5}
svg.plot .p-hull{fill:none;stroke-width:1.2;stroke-linejoin:round;stroke-opacity:.55}
svg.plot .p-touch{fill:transparent;stroke:none}
svg.plot .p-stop:hover .p-touch{fill:var(--h1)}
svg.plot .p-stop[aria-current] .p-touch,svg.plot .p-stop:focus-visible .p-touch{stroke:var(--ink);stroke-width:2}
svg.plot .p-stop:focus-visible{outline:none}
svg.plot .p-stop:focus-visible .p-touch{stroke-width:3}
svg.plot .p-m{stroke-width:1.1}
svg.plot .p-dim{opacity:.38}
svg.plot .p-bar{stroke-width:.9}
svg.plot .p-thin{stroke-width:.9;opacity:.75}
svg.plot .p-under{stroke-width:3.4;fill:none;stroke-linecap:round}
svg.plot .p-branch{stroke-width:2;fill:none;stroke-linecap:round}
svg.plot .p-cut-group{stroke:var(--hist);stroke-width:1.4}
svg.plot .p-sq{fill:var(--h1)}
svg.plot .p-sqd{fill:var(--h3)}
svg.plot .p-arc{fill:none;stroke:var(--h2)}
svg.plot .p-dot{fill:var(--ink)}
svg.plot .p-hollow{fill:var(--bg);stroke:var(--ink);stroke-width:1.6}
svg.plot .p-ci{stroke:var(--mute);stroke-width:2}
svg.plot .p-join{stroke:var(--ink);stroke-width:2}
svg.plot .p-line{fill:none;stroke:var(--mute);stroke-width:1.6}
svg.plot .p-band{fill:var(--h1);fill-opacity:.6}
svg.plot .p-hist{fill:var(--hist)}
svg.plot .p-hid{fill:var(--bg);stroke:var(--mute);stroke-width:.8;stroke-dasharray:2 2}
svg.plot .p-tick{stroke:var(--ink);stroke-width:1.6}
svg.plot .p-censor{stroke-width:.9}
svg.plot .p-curve{fill:none;stroke-width:2}
svg.plot .p-u1{stroke:var(--ink)}
svg.plot .p-u2{stroke:var(--slate)}
svg.plot .p-u3{stroke:var(--ink);stroke-dasharray:6 3}
svg.plot .p-u4{stroke:var(--slate);stroke-dasharray:6 3}
svg.plot .p-open{fill:none}
svg.plot .p-v0{fill:var(--h2)}
svg.plot .p-v1{fill:var(--k1)}
svg.plot .p-v2{fill:var(--k5)}
svg.plot .p-v3{fill:var(--h0);stroke:var(--line);stroke-width:.8}
svg.plot .p-vt0{fill:var(--ht2)}
svg.plot .p-vt1,svg.plot .p-vt2{fill:var(--bg)}
svg.plot .p-kt1,svg.plot .p-kt5{fill:var(--bg)}
svg.plot .p-kt2,svg.plot .p-kt3,svg.plot .p-kt4{fill:var(--ink)}
svg.plot .p-vt3{fill:var(--ink)}
";

/// Rules that choose the drawing for the width of the screen and for paper.
const MEDIA: &str = "\
@media screen and (max-width:640px){svg.plot.narrow{display:block}svg.plot.wide:has(+svg.plot.narrow){display:none}svg.plot.wide:not(:has(+svg.plot.narrow)){max-width:none}}
@media print{svg.plot.narrow{display:none}svg.plot.wide{display:block}svg.plot{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
";

/// Opacity of the region fills, always under 17 %.
const REGIONS: [&str; 6] = [".11", ".16", ".09", ".1", ".1", ".1"];

/// Gives the style sheet: light and dark variables, rules, widths and print.
///
/// Dark follows the reader's setting, on screen only: paper is always light. The variables (`--ink`,
/// `--mute`, `--p1` …) serve a page as well as its drawings.
#[must_use]
pub fn style() -> String {
    let set = |dark: bool| -> String {
        COLOURS
            .iter()
            .map(|(name, day, night)| format!("--{name}:{};", if dark { night } else { day }))
            .collect()
    };
    format!(
        ":root{{{}color-scheme:light dark}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n@media print{{:root{{color-scheme:light}}}}\n{}{MEDIA}",
        set(false),
        set(true),
        rules()
    )
}

/// Gives the style sheet of drawings inside a page that has colours of its own: nothing of it reaches
/// beyond the drawings but the colours of the classes, and dark follows the page's colour scheme.
#[must_use]
pub fn sheet() -> String {
    let of_classes = |name: &str| name.len() == 2 && name.starts_with(['p', 'e', 't', 'k']);
    let set = |wanted: &dyn Fn(&str) -> bool| -> String {
        let found = COLOURS.iter().filter(|(name, ..)| wanted(name));
        found.map(|(name, day, night)| format!("--{name}:light-dark({day},{night});")).collect()
    };
    format!(
        ":root{{{}}}\nsvg.plot{{{}}}\n{}{MEDIA}",
        set(&of_classes),
        set(&|name| !of_classes(name)),
        rules()
    )
}

/// Gives the light value of a named colour, `#rrggbb`, for files that hold no variable; an unknown name is
/// black.
#[must_use]
pub fn light(name: &str) -> &'static str {
    COLOURS.iter().find(|(own, ..)| *own == name).map_or("#000000", |(_, day, _)| day)
}

/// Gives the rules with the light colours written in, for files read by programs that know no variable.
pub(super) fn plain_style() -> String {
    let mut rules = rules();
    for (name, day, _) in COLOURS {
        rules = rules.replace(&format!("var(--{name})"), day);
    }
    rules
}

/// Writes the rules, those of the six classes and of the ramps included.
fn rules() -> String {
    use std::fmt::Write as _;
    let mut out = RULES.to_owned();
    out.push_str("svg.plot .p-f0{fill:var(--ink)}svg.plot .p-s0{stroke:var(--mute)}svg.plot .p-o0{stroke:none}svg.plot .p-t0{fill:var(--bg)}svg.plot .p-r0{fill:none}\n");
    for (index, opacity) in REGIONS.iter().enumerate() {
        let n = index + 1;
        let _ = writeln!(
            out,
            "svg.plot .p-f{n}{{fill:var(--p{n});stroke:var(--e{n})}}svg.plot .p-s{n}{{stroke:var(--p{n})}}svg.plot .p-o{n}{{stroke:var(--e{n})}}svg.plot .p-t{n}{{fill:var(--t{n})}}svg.plot .p-r{n}{{fill:var(--p{n});fill-opacity:{opacity}}}"
        );
    }
    for n in 0..4 {
        let _ = writeln!(out, "svg.plot .p-h{n}{{fill:var(--h{n})}}svg.plot .p-ht{n}{{fill:var(--ht{n})}}");
    }
    for n in 1..6 {
        let _ = writeln!(out, "svg.plot .p-k{n}{{fill:var(--k{n})}}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.1).
    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let level =
                f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits")) / 255.0;
            if level <= 0.040_45 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn colour(name: &str, dark: bool) -> &'static str {
        let (_, day, night) = COLOURS.iter().find(|(own, ..)| *own == name).expect("the colour is named");
        if dark { night } else { day }
    }

    #[test]
    fn texts_and_marks_keep_their_contrast_in_both_sets() {
        let texts = [
            ("ink", "bg"),
            ("mute", "bg"),
            ("link", "bg"),
            ("ink", "soft"),
            ("ht0", "h0"),
            ("ht1", "h1"),
            ("ht2", "h2"),
            ("ht3", "h3"),
            ("t1", "p1"),
            ("t2", "p2"),
            ("t3", "p3"),
            ("t4", "p4"),
            ("t5", "p5"),
            ("t6", "p6"),
            ("bg", "k1"),
            ("ink", "k2"),
            ("ink", "k3"),
            ("ink", "k4"),
            ("bg", "k5"),
        ];
        let marks = ["e1", "e2", "e3", "e4", "e5", "e6", "slate", "ink", "mute"];
        for dark in [false, true] {
            for (text, ground) in texts {
                let found = contrast(colour(text, dark), colour(ground, dark));
                assert!(found >= 4.5, "{text} on {ground}, dark {dark}: {found:.2}");
            }
            for mark in marks {
                let found = contrast(colour(mark, dark), colour("bg", dark));
                assert!(found >= 3.0, "{mark}, dark {dark}: {found:.2}");
            }
        }
    }

    #[test]
    fn light_profiles_stay_apart_in_grey() {
        // Lightness L* from luminance (CIE 1976): at least 10 between any two of the first four.
        let lightness = |name: &str| 116.0 * luminance(colour(name, false)).cbrt() - 16.0;
        let names = ["p1", "p2", "p3", "p4"];
        for (index, one) in names.iter().enumerate() {
            for other in &names[index + 1..] {
                assert!((lightness(one) - lightness(other)).abs() >= 12.0, "{one} {other}");
            }
        }
    }
}

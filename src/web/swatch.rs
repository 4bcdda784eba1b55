//! The colours of the study's themes, as a style sheet: the hue is the codebook's, the lightness ours,
//! so that themes stay apart in grey and every stripe stands out on paper and on ink.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use color::{AlphaColor, Oklch, Srgb, parse_color};

use super::error::WebError;
use super::session::Session;
use super::state::AppState;
use crate::app;

/// Lightness of the nth theme on paper and on ink: six steps, the first four those of a usual codebook.
const LIGHT: [f32; 6] = [0.495, 0.54, 0.585, 0.42, 0.46, 0.52];
const DARK: [f32; 6] = [0.70, 0.765, 0.83, 0.635, 0.62, 0.73];

/// Added for the three lightnesses of codes within a theme.
const STEPS: [f32; 3] = [0.0, -0.055, 0.03];
const DARK_STEPS: [f32; 3] = [0.0, 0.0495, -0.027];

/// A given colour is a little livelier as a thin stripe, on paper more than on ink.
const LIVELIER: [f32; 2] = [1.25, 1.05];
const LIVELIEST: f32 = 0.16;

/// Hues and chromas of themes that give no colour.
const FREE: [(f32, f32); 6] =
    [(47.0, 0.13), (232.0, 0.09), (150.0, 0.11), (290.0, 0.12), (350.0, 0.12), (100.0, 0.10)];

/// Answers with the style sheet of the study's themes.
pub(crate) async fn style(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Response, WebError> {
    let themes = app::codebook::themes(&state.context(&session)).await?;
    let colours: Vec<Option<String>> = themes.into_iter().map(|theme| theme.colour).collect();
    Ok(([(CONTENT_TYPE, "text/css; charset=utf-8")], sheet(&colours)).into_response())
}

/// Writes the style sheet of themes with these colours, in the order of the codebook.
fn sheet(colours: &[Option<String>]) -> String {
    let (mut root, mut rules) = (String::new(), String::new());
    for (theme, colour) in colours.iter().enumerate() {
        let [light, dark] = steps(theme, colour.as_deref());
        for step in 0..3 {
            let number = step + 1;
            let _ = write!(root, "--t{theme}-{number}:light-dark({},{});", light[step], dark[step]);
            for code in (0..36).filter(|code| code % 3 == step) {
                let _ = write!(
                    rules,
                    "[data-t=\"{theme}\"][data-v=\"{code}\"]{}",
                    if code + 3 < 36 { "," } else { "" }
                );
            }
            let _ = write!(rules, "{{--c:var(--t{theme}-{number})}}");
        }
        let _ = write!(rules, "[data-t=\"{theme}\"]{{--c1:var(--t{theme}-1)}}");
        for depth in 0..3 {
            let offset = 4 * (depth + 1);
            let _ = write!(
                rules,
                "::highlight(t{theme}-{depth}){{text-decoration:underline 2px var(--t{theme}-1);text-underline-offset:{offset}px}}"
            );
        }
        let _ = write!(
            rules,
            "::highlight(hover-t{theme}){{background-color:color-mix(in srgb,var(--t{theme}-1) var(--tint),transparent)}}"
        );
    }
    format!(":root{{{root}}}{rules}")
}

/// Computes the three colours of a theme in light and in dark.
fn steps(theme: usize, colour: Option<&str>) -> [[String; 3]; 2] {
    let given = colour.and_then(|text| parse_color(text).ok()).map(|known| known.to_alpha_color::<Oklch>());
    let (chroma, hue) = match given {
        Some(known) => (known.components[1], known.components[2]),
        None => {
            let (hue, chroma) = FREE[theme % FREE.len()];
            (chroma, hue)
        }
    };
    let (light, dark) = (LIGHT[theme % LIGHT.len()], DARK[theme % DARK.len()]);
    [
        STEPS.map(|step| hexadecimal(light + step, (chroma * LIVELIER[0]).min(LIVELIEST), hue)),
        DARK_STEPS.map(|step| hexadecimal(dark + step, (chroma * LIVELIER[1]).min(LIVELIEST), hue)),
    ]
}

/// Writes a colour as `#rrggbb`, its chroma lowered until screens can show it.
fn hexadecimal(lightness: f32, mut chroma: f32, hue: f32) -> String {
    loop {
        let shown: AlphaColor<Srgb> = AlphaColor::<Oklch>::new([lightness, chroma, hue, 1.0]).convert();
        let fits = shown.components[..3].iter().all(|part| (-1e-4..=1.0001).contains(part));
        if fits || chroma < 0.005 {
            let rgb = shown.to_rgba8();
            return format!("#{:02x}{:02x}{:02x}", rgb.r, rgb.g, rgb.b);
        }
        chroma *= 0.97;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(left: &str, right: &str) -> f64 {
        let (a, b) = (luminance(left), luminance(right));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn stripes_stand_out_on_every_ground_whatever_colour_a_theme_gives() {
        let given = [Some("#b4532a"), Some("#2f6f8f"), Some("#3f7d4e"), Some("#6a5a9c"), None, None];
        let wild = [
            Some("#ffff00"),
            Some("#00ffff"),
            Some("#000000"),
            Some("#ffffff"),
            Some("#ff00ff"),
            Some("nonsense"),
        ];
        for colours in [given, wild] {
            for (theme, colour) in colours.into_iter().enumerate() {
                let [light, dark] = steps(theme, colour);
                for (colours, grounds) in
                    [(light, ["#fbfaf7", "#ffffff", "#f2f0ea"]), (dark, ["#171614", "#201f1c", "#100f0e"])]
                {
                    for colour in &colours {
                        for ground in grounds {
                            let ratio = contrast(colour, ground);
                            assert!(ratio >= 3.0, "theme {theme}: {colour} on {ground}: {ratio:.2}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_bundled_themes_have_the_colours_of_the_design() {
        assert_eq!(steps(0, Some("#b4532a"))[0][0], "#a23d06");
        assert_eq!(steps(3, Some("#6a5a9c"))[1][0], "#8e7dc6");
    }
}

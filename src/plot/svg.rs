//! A small writer of SVG: escaped text, short numbers, nothing that changes from run to run.

use std::fmt::Write as _;

/// The two sizes a figure is drawn at.
///
/// A page puts the drawing for the telephone right after the wide one: the style sheet shows one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 700 px, for the text column and for paper.
    Wide,
    /// 350 px, for a telephone.
    Phone,
}

impl Width {
    /// Gives the width of the drawing in pixels.
    #[must_use]
    pub const fn px(self) -> f64 {
        match self {
            Self::Wide => 700.0,
            Self::Phone => 350.0,
        }
    }

    /// Chooses between a value for the wide drawing and one for the telephone.
    pub(super) const fn pick(self, wide: f64, phone: f64) -> f64 {
        match self {
            Self::Wide => wide,
            Self::Phone => phone,
        }
    }
}

/// What a reader who does not see the drawing is told: its neutral name, then the finding and the values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alternative {
    /// Neutral name of the figure (`<title>`).
    pub title: String,
    /// The finding and the values, or extremes and where the table is (`<desc>`).
    pub desc: String,
}

/// A figure that can be drawn.
pub trait Chart {
    /// Draws the chart as one complete `<svg role="img">` element.
    fn render(&self, width: Width) -> String;

    /// Tells whether the chart has a drawing of its own for a telephone; wide grids have none and
    /// scroll sideways.
    fn narrows(&self) -> bool {
        true
    }
}

/// Side of a text that its x coordinate gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    /// The text begins at x.
    #[default]
    Start,
    /// The text is centred on x.
    Middle,
    /// The text ends at x.
    End,
}

/// A link in a drawing that people walk through: one of them is in the tab order, keys lead on.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'a> {
    /// Where it leads.
    pub target: &'a str,
    /// What it says to who does not see it.
    pub told: &'a str,
    /// What a script knows it by.
    pub name: &'a str,
    /// Whether the tab key stops here.
    pub is_first: bool,
    /// Whether it stands open.
    pub is_current: bool,
}

/// A drawing being written.
#[derive(Debug, Default)]
pub struct Drawing {
    body: String,
}

impl Drawing {
    /// Begins an empty drawing.
    #[must_use]
    pub const fn new() -> Self {
        Self { body: String::new() }
    }

    /// Draws a rectangle; a negative width or height draws nothing.
    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, class: &str) {
        if width > 0.0 && height > 0.0 {
            self.shape("rect", &[("x", x), ("y", y), ("width", width), ("height", height)], class);
        }
    }

    /// Draws a circle.
    pub fn circle(&mut self, x: f64, y: f64, radius: f64, class: &str) {
        self.shape("circle", &[("cx", x), ("cy", y), ("r", radius)], class);
    }

    /// Draws a straight line.
    pub fn line(&mut self, x1: f64, y1: f64, x2: f64, y2: f64, class: &str) {
        self.shape("line", &[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)], class);
    }

    /// Draws a closed polygon; under three corners nothing is drawn.
    pub fn polygon(&mut self, corners: &[(f64, f64)], class: &str) {
        if corners.len() >= 3 {
            self.points("polygon", corners, class);
        }
    }

    /// Draws an open broken line.
    pub fn polyline(&mut self, corners: &[(f64, f64)], class: &str) {
        if corners.len() >= 2 {
            self.points("polyline", corners, class);
        }
    }

    /// Draws a path with a stroke of the given width.
    pub fn stroke(&mut self, path: &str, stroke_width: f64, class: &str) {
        let _ = write!(
            self.body,
            r#"<path d="{}" class="{}" stroke-width="{}"/>"#,
            escape(path),
            escape(class),
            number(stroke_width)
        );
    }

    /// Writes a text on one line.
    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, class: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let _ = write!(self.body, r#"<text x="{}" y="{}"{anchor}"#, number(x), number(y));
        if !class.is_empty() {
            let _ = write!(self.body, r#" class="{}""#, escape(class));
        }
        let _ = write!(self.body, ">{}</text>", escape(text));
    }

    /// Opens a group with a class, and a text shown when the pointer rests on it.
    pub fn open(&mut self, class: &str, hint: Option<&str>) {
        self.body.push_str("<g");
        if !class.is_empty() {
            let _ = write!(self.body, r#" class="{}""#, escape(class));
        }
        self.body.push('>');
        if let Some(hint) = hint.filter(|hint| !hint.is_empty()) {
            let _ = write!(self.body, "<title>{}</title>", escape(hint));
        }
    }

    /// Closes the last open group.
    pub fn close(&mut self) {
        self.body.push_str("</g>");
    }

    /// Draws what `inside` draws as a link, or plainly when there is no target.
    ///
    /// The link is left out of the tab order: the table under the figure holds the same one, and a
    /// drawing that is one image should not be sixty stops for a keyboard.
    pub fn link(&mut self, target: Option<&str>, inside: impl FnOnce(&mut Self)) {
        let target = target.filter(|target| is_safe_target(target));
        if let Some(target) = target {
            let _ = write!(self.body, r#"<a href="{}" tabindex="-1">"#, escape(target));
        }
        inside(self);
        if target.is_some() {
            self.body.push_str("</a>");
        }
    }

    /// Draws what `inside` draws as a stop.
    pub fn stop(&mut self, stop: &Stop<'_>, inside: impl FnOnce(&mut Self)) {
        let target = if is_safe_target(stop.target) { stop.target } else { "#" };
        let _ = write!(
            self.body,
            r#"<a class="p-stop" href="{}" aria-label="{}" data-name="{}" tabindex="{}"{}>"#,
            escape(target),
            escape(stop.told),
            escape(stop.name),
            if stop.is_first { 0 } else { -1 },
            if stop.is_current { r#" aria-current="true""# } else { "" },
        );
        inside(self);
        self.body.push_str("</a>");
    }

    /// Closes a drawing that people walk through: a group of links, not one image.
    #[must_use]
    pub fn finish_group(self, alternative: &Alternative, width: Width, height: f64) -> String {
        let drawn = self.finish(&Alternative::default(), width, height);
        let label = format!(r#"role="group" aria-label="{}""#, escape(&alternative.title));
        drawn.replacen(r#"role="img""#, &label, 1).replacen("<title></title>", "", 1)
    }

    /// Closes the drawing into a complete element of the given size.
    #[must_use]
    pub fn finish(self, alternative: &Alternative, width: Width, height: f64) -> String {
        let class = match width {
            Width::Wide => "plot wide",
            Width::Phone => "plot narrow",
        };
        self.close_at(alternative, class, width.px(), height)
    }

    /// Closes a grid, which has no drawing for a telephone and may be wider than the column.
    #[must_use]
    pub fn finish_grid(self, alternative: &Alternative, px: f64, height: f64) -> String {
        self.close_at(alternative, "plot wide", px, height)
    }

    fn close_at(self, alternative: &Alternative, class: &str, px: f64, height: f64) -> String {
        let (px, height) = (number(px.ceil()), number(height.ceil().max(1.0)));
        let mut out = format!(
            r#"<svg role="img" class="{class}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {px} {height}" width="{px}" height="{height}">"#
        );
        let _ = write!(out, "<title>{}</title>", escape(&alternative.title));
        if !alternative.desc.is_empty() {
            let _ = write!(out, "<desc>{}</desc>", escape(&alternative.desc));
        }
        out.push_str(&self.body);
        out.push_str("</svg>");
        out
    }

    /// Lays another drawing over this one.
    pub(super) fn append(&mut self, other: &Self) {
        self.body.push_str(&other.body);
    }

    /// Closes the drawing after an opening tag written by the caller.
    pub(super) fn into_fragment(self, opening: &str) -> String {
        format!("{opening}{}</svg>", self.body)
    }

    fn shape(&mut self, tag: &str, numbers: &[(&str, f64)], class: &str) {
        let _ = write!(self.body, "<{tag}");
        for (name, value) in numbers {
            let _ = write!(self.body, r#" {name}="{}""#, number(*value));
        }
        let _ = write!(self.body, r#" class="{}"/>"#, escape(class));
    }

    fn points(&mut self, tag: &str, corners: &[(f64, f64)], class: &str) {
        let _ = write!(self.body, r#"<{tag} points=""#);
        for (index, (x, y)) in corners.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            let _ = write!(self.body, "{space}{},{}", number(*x), number(*y));
        }
        let _ = write!(self.body, r#"" class="{}"/>"#, escape(class));
    }
}

/// Writes a coordinate with at most two decimals; an undefined one is 0, so that a drawing is always valid.
#[must_use]
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Escapes a text for an element or an attribute; signs that XML forbids become U+FFFD.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(sign),
        }
    }
    out
}

/// Reads an escaped text back.
#[must_use]
pub fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Links lead inside the document or to a plain web address: never a script.
fn is_safe_target(target: &str) -> bool {
    ["#", "http://", "https://", "./", "/"].iter().any(|start| target.starts_with(start))
}

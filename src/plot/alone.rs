//! A figure that lives alone, as a file: its title, its source and its style inside.

use super::scale::to_f64;
use super::style::{plain_style, style};
use super::svg::{Alternative, Anchor, Drawing, escape, number, unescape};
use super::text::Font;

/// Which colours a figure alone carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inks {
    /// Light and dark, by the reader's setting: for browsers.
    Adaptive,
    /// The light ones written into the rules: for word processors and rasterisers, which know no variable.
    Light,
}

/// Room around the drawing.
const MARGIN: f64 = 16.0;

/// Makes a rendered chart a file of its own, its title above and its notes (source, reading, whether the
/// study is invented) below.
///
/// A text that is not a drawing of [`super::Chart::render`] is given back unchanged.
#[must_use]
pub fn standalone(svg: &str, title: &str, notes: &[String], inks: Inks) -> String {
    let Some(parts) = Parts::of(svg) else { return svg.to_owned() };
    let font = Font { size: 16.0, bold: true };
    let titles = font.wrap(title, parts.width);
    let top = MARGIN + 21.0 * to_f64(titles.len()) + if titles.is_empty() { 0.0 } else { 8.0 };
    let mut words = Drawing::new();
    for (index, line) in titles.iter().enumerate() {
        words.text(MARGIN, MARGIN + 15.0 + 21.0 * to_f64(index), Anchor::Start, "p-title", line);
    }
    let mut y = top + parts.height + 24.0;
    for line in notes.iter().flat_map(|note| Font::SMALL.wrap(note, parts.width)) {
        words.text(MARGIN, y, Anchor::Start, "p-sm p-mute", &line);
        y += 17.0;
    }
    let (width, height) = (parts.width + 2.0 * MARGIN, (y - 17.0 + MARGIN).max(top + parts.height + MARGIN));
    let rules = match inks {
        Inks::Adaptive => style(),
        Inks::Light => plain_style(),
    };
    let (w, h) = (number(width), number(height.ceil()));
    let head = format!(
        r#"<svg role="img" class="plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}">{}<style>{}</style><rect x="0" y="0" width="{w}" height="{h}" class="p-page"/>"#,
        parts.alternative,
        escape(&rules)
    );
    let moved = format!(r#"<g transform="translate({},{})">{}</g>"#, number(MARGIN), number(top), parts.body);
    words.into_fragment(&format!("{head}{moved}"))
}

/// Makes a rendered chart readable by programs that know few rules of style: the light colours inside,
/// a white page below, and under each text with a halo the halo as a text of its own, since a program
/// that cannot paint a stroke first would hide the letters behind it.
///
/// A text that is not a drawing of [`super::Chart::render`] is given back unchanged.
#[must_use]
pub fn printed(svg: &str) -> String {
    let Some(parts) = Parts::of(svg) else { return svg.to_owned() };
    let (w, h) = (number(parts.width), number(parts.height));
    format!(
        r#"<svg role="img" class="plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}">{}<style>{}</style><rect x="0" y="0" width="{w}" height="{h}" class="p-page"/>{}</svg>"#,
        parts.alternative,
        escape(&plain_style()),
        with_halos_below(parts.body)
    )
}

/// Writes each text with a halo twice, the second time without it.
fn with_halos_below(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(start) = rest.find("<text ") {
        let Some(end) = rest[start..].find("</text>").map(|at| start + at + "</text>".len()) else { break };
        let (before, text) = (&rest[..start], &rest[start..end]);
        out.push_str(before);
        out.push_str(text);
        if text.split('>').next().is_some_and(|tag| tag.contains("p-halo")) {
            out.push_str(&text.replacen("p-halo", "", 1));
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Reads the name and the description of a drawing, as [`super::Alternative`] gave them.
#[must_use]
pub fn alternative(svg: &str) -> Alternative {
    let read = |tag: &str| -> String {
        let Some(parts) = Parts::of(svg) else { return String::new() };
        let inside = parts.alternative.split_once(&format!("<{tag}>"));
        let inside = inside.and_then(|(_, after)| after.split_once(&format!("</{tag}>")));
        inside.map_or_else(String::new, |(text, _)| unescape(text))
    };
    Alternative { title: read("title"), desc: read("desc") }
}

/// Reads the size of a drawing in pixels, width and height; none where the text is no drawing.
#[must_use]
pub fn size(svg: &str) -> Option<(f64, f64)> {
    Parts::of(svg).map(|parts| (parts.width, parts.height))
}

/// A drawing taken apart.
struct Parts<'a> {
    width: f64,
    height: f64,
    /// Its title and description.
    alternative: &'a str,
    body: &'a str,
}

impl<'a> Parts<'a> {
    fn of(svg: &'a str) -> Option<Self> {
        let (head, rest) = svg.strip_prefix("<svg role=\"img\"")?.split_once('>')?;
        let size = head.split_once("viewBox=\"0 0 ")?.1.split_once('"')?.0;
        let (width, height) = size.split_once(' ')?;
        let inside = rest.strip_suffix("</svg>")?;
        // A chart without description has other titles further on, those shown under the pointer.
        let tag = if inside.contains("</desc>") { "</desc>" } else { "</title>" };
        let end = inside.find(tag).map(|at| at + tag.len());
        let (alternative, body) = inside.split_at(end.unwrap_or(0));
        Some(Self { width: width.parse().ok()?, height: height.parse().ok()?, alternative, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::svg::Width;

    #[test]
    fn a_figure_alone_holds_its_title_source_and_light_colours() {
        let mut drawing = Drawing::new();
        drawing.text(1.0, 12.0, Anchor::Start, "p-sm", "E01");
        let alternative = Alternative { title: "Nom".to_owned(), desc: "Constat".to_owned() };
        let svg = drawing.finish(&alternative, Width::Wide, 40.0);
        let file = standalone(&svg, "Figure 6 & plan", &["Source : étude inventée.".to_owned()], Inks::Light);
        assert!(file.contains("Figure 6 &amp; plan") && file.contains("étude inventée"));
        assert!(file.contains("<title>Nom</title><desc>Constat</desc>"));
        assert!(!file.contains("var(--"));
        assert_eq!(file.matches("<svg").count(), 1);
        assert!(standalone(&svg, "", &[], Inks::Adaptive).contains("prefers-color-scheme"));
        assert_eq!(standalone("<p>", "t", &[], Inks::Light), "<p>");
    }

    #[test]
    fn a_printed_figure_keeps_its_words_and_lays_letters_over_their_halo() {
        let mut drawing = Drawing::new();
        drawing.text(1.0, 12.0, Anchor::Start, "p-sm p-halo", "E01");
        drawing.text(1.0, 24.0, Anchor::Start, "p-sm", "E02");
        let told = Alternative { title: "Nom « a & b »".to_owned(), desc: "2 < 3".to_owned() };
        let svg = drawing.finish(&told, Width::Wide, 40.0);
        let file = printed(&svg);
        assert!(!file.contains("var(--"));
        assert_eq!((file.matches(">E01<").count(), file.matches(">E02<").count()), (2, 1));
        assert_eq!(file.matches("p-sm p-halo").count(), 1);
        assert_eq!(alternative(&svg), told);
        assert_eq!(size(&svg), Some((700.0, 40.0)));
        assert_eq!((printed("<p>").as_str(), size("<p>")), ("<p>", None));
    }
}

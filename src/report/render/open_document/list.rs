//! The lists: numbers of chapters, which the word processor counts itself, and points.

use crate::report::render::layout::xml::element;

/// The style of points, of their paragraphs and of their signs.
pub(super) const POINTS: &str = "List_20_1";
/// The style of the numbers of chapters.
pub(super) const NUMBER: &str = "ChapterNumber";

/// Levels of headings and of lists that the format has.
const LEVELS: u8 = 10;

/// Writes the numbers of headings: chapters alone have one.
pub(super) fn outline() -> String {
    let levels: String = (1..=LEVELS)
        .map(|level| {
            let format = if level == 1 { "1" } else { "" };
            let level = level.to_string();
            let mut own = vec![("text:level", level.as_str()), ("style:num-format", format)];
            if format.is_empty() {
                return element("text:outline-level-style", &own, &place(None));
            }
            own.push(("text:style-name", NUMBER));
            element("text:outline-level-style", &own, &place(Some(("25.50pt", "-25.50pt"))))
        })
        .collect();
    element("text:outline-style", &[("style:name", "Outline")], &levels)
}

/// Writes the list of points.
pub(super) fn points(name: &str) -> String {
    let levels: String = (1..=LEVELS)
        .map(|level| {
            let left = format!("{}pt", 17 * u32::from(level));
            let level = level.to_string();
            let own = [
                ("text:level", level.as_str()),
                ("text:style-name", "Bullet_20_Symbols"),
                ("text:bullet-char", "•"),
            ];
            element("text:list-level-style-bullet", &own, &place(Some((&left, "-11.35pt"))))
        })
        .collect();
    element("text:list-style", &[("style:name", POINTS), ("style:display-name", name)], &levels)
}

/// Says where the words of a level begin, and how far before them its sign does.
fn place(indent: Option<(&str, &str)>) -> String {
    let mut own = vec![("text:label-followed-by", if indent.is_some() { "listtab" } else { "nothing" })];
    if let Some((left, back)) = indent {
        own.extend([
            ("text:list-tab-stop-position", left),
            ("fo:text-indent", back),
            ("fo:margin-left", left),
        ]);
    }
    let label = element("style:list-level-label-alignment", &own, "");
    let mode = [("text:list-level-position-and-space-mode", "label-alignment")];
    element("style:list-level-properties", &mode, &label)
}

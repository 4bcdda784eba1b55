//! The lists: numbers of chapters, which Word counts itself, and points.

use crate::report::render::layout::look::hex;
use crate::report::render::word::xml::HEAD;

/// The list of chapters.
pub(super) const CHAPTERS: &str = "1";
/// The points.
pub(super) const POINTS: &str = "2";

/// Writes the part.
pub(super) fn numbering() -> String {
    let mute = hex("mute");
    format!(
        "{HEAD}<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading1\"/>\
         <w:suff w:val=\"tab\"/><w:lvlText w:val=\"%1\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:tabs><w:tab w:val=\"num\" w:pos=\"510\"/></w:tabs><w:ind w:left=\"510\" w:hanging=\"510\"/></w:pPr>\
         <w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:color w:val=\"{mute}\"/></w:rPr></w:lvl></w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"2\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/>\
         <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"340\" w:hanging=\"227\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"{CHAPTERS}\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"{POINTS}\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>"
    )
}

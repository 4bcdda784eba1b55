//! The look of a Word file: styles alone, so that people change it in one place.

use crate::i18n::Catalog;
use crate::plot::svg::escape;
use crate::report::render::layout::look::{hex, locale};
use crate::report::render::word::numbering::{CHAPTERS, POINTS};
use crate::report::render::word::table_style::TABLES;
use crate::report::render::word::xml::HEAD;
use crate::text::Language;

/// A style of paragraphs. A name of Word's own is English in every file and shown in the reader's
/// language; ours is a message.
struct Style {
    id: &'static str,
    name: Name,
    based_on: &'static str,
    next: &'static str,
    /// Properties of the paragraph, then of its letters; `{ink}` and the like are colours.
    paragraph: &'static str,
    letters: &'static str,
}

enum Name {
    /// Word's own.
    Own(&'static str),
    /// A key of the catalogue.
    Ours(&'static str),
}

use Name::{Ours, Own};

const STYLES: &[Style] = &[
    Style {
        id: "BodyText",
        name: Own("Body Text"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "",
        letters: "",
    },
    Style {
        id: "Kicker",
        name: Ours("word-style-kicker"),
        based_on: "Normal",
        next: "Title",
        paragraph: "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
        letters: "<w:b/><w:bCs/><w:color w:val=\"{mute}\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    },
    Style {
        id: "Title",
        name: Own("Title"),
        based_on: "Normal",
        next: "Subtitle",
        paragraph: "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"60\" w:after=\"120\" w:line=\"252\" w:lineRule=\"auto\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>",
    },
    Style {
        id: "Subtitle",
        name: Own("Subtitle"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepLines/><w:spacing w:after=\"240\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    },
    Style {
        id: "Heading1",
        name: Own("heading 1"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepNext/><w:keepLines/>{chapters}<w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"{ink}\"/></w:pBdr><w:suppressAutoHyphens/><w:spacing w:before=\"560\" w:after=\"160\"/><w:outlineLvl w:val=\"0\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"34\"/><w:szCs w:val=\"34\"/>",
    },
    Style {
        id: "Heading2",
        name: Own("heading 2"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"360\" w:after=\"100\"/><w:outlineLvl w:val=\"1\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>",
    },
    Style {
        id: "Heading3",
        name: Own("heading 3"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"260\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>",
    },
    Style {
        id: "TOCHeading",
        name: Own("TOC Heading"),
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"80\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>",
    },
    Style {
        id: "TOC1",
        name: Own("toc 1"),
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:tabs><w:tab w:val=\"left\" w:pos=\"340\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9638\"/></w:tabs><w:spacing w:before=\"60\" w:after=\"20\"/><w:ind w:left=\"340\" w:hanging=\"340\"/>",
        letters: "<w:b/><w:bCs/>",
    },
    Style {
        id: "TOC2",
        name: Own("toc 2"),
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"20\"/><w:ind w:left=\"340\"/>",
        letters: "",
    },
    Style {
        id: "ListBullet",
        name: Own("List Bullet"),
        based_on: "Normal",
        next: "ListBullet",
        paragraph: "{points}<w:spacing w:after=\"80\"/>",
        letters: "",
    },
    Style {
        id: "Caption",
        name: Own("caption"),
        based_on: "Normal",
        next: "Unit",
        paragraph: "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"320\" w:after=\"20\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>",
    },
    Style {
        id: "Unit",
        name: Ours("word-style-unit"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:after=\"100\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    },
    Style {
        id: "Notes",
        name: Ours("word-style-notes"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepLines/><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"252\" w:lineRule=\"auto\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    },
    Style {
        id: "Figure",
        name: Ours("word-style-figure"),
        based_on: "Normal",
        next: "Notes",
        paragraph: "<w:keepNext/><w:spacing w:before=\"60\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/>",
        letters: "",
    },
    Style {
        id: "FigurePart",
        name: Ours("word-style-figure-part"),
        based_on: "Normal",
        next: "Figure",
        paragraph: "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"40\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    },
    Style {
        id: "Quote",
        name: Own("Quote"),
        based_on: "Normal",
        next: "QuoteSource",
        paragraph: "<w:keepNext/><w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"{line}\"/></w:pBdr><w:spacing w:before=\"140\" w:after=\"0\"/><w:ind w:left=\"340\"/>",
        letters: "<w:i/><w:iCs/>",
    },
    Style {
        id: "QuoteSource",
        name: Ours("word-style-quote-source"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"{line}\"/></w:pBdr><w:spacing w:before=\"20\" w:after=\"160\"/><w:ind w:left=\"340\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    },
    Style {
        id: "QuoteHeading",
        name: Ours("word-style-quote-heading"),
        based_on: "Normal",
        next: "Quote",
        paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"0\"/><w:ind w:left=\"340\"/>",
        letters: "<w:b/><w:bCs/><w:color w:val=\"{mute}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    },
    Style {
        id: "BoxTitle",
        name: Ours("word-style-box-title"),
        based_on: "Normal",
        next: "BoxText",
        paragraph: "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"60\"/>",
        letters: "<w:b/><w:bCs/>",
    },
    Style {
        id: "BoxText",
        name: Ours("word-style-box-text"),
        based_on: "Normal",
        next: "BoxText",
        paragraph: "<w:spacing w:after=\"60\"/>",
        letters: "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    },
    Style {
        id: "BoxList",
        name: Ours("word-style-box-list"),
        based_on: "ListBullet",
        next: "BoxList",
        paragraph: "<w:spacing w:after=\"50\"/>",
        letters: "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    },
    Style {
        id: "Members",
        name: Ours("word-style-members"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:keepNext/><w:spacing w:after=\"100\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    },
    Style {
        id: "Fact",
        name: Ours("word-style-fact"),
        based_on: "Normal",
        next: "Fact",
        paragraph: "<w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"2268\"/></w:tabs><w:spacing w:after=\"50\"/><w:ind w:left=\"2268\" w:hanging=\"2268\"/>",
        letters: "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    },
    Style {
        id: "Turn",
        name: Ours("word-style-turn"),
        based_on: "Normal",
        next: "Turn",
        paragraph: "<w:spacing w:after=\"120\"/>",
        letters: "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    },
    Style {
        id: "Colophon",
        name: Ours("word-style-colophon"),
        based_on: "Normal",
        next: "Colophon",
        paragraph: "<w:spacing w:after=\"60\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    },
    Style {
        id: "CellHead",
        name: Ours("word-style-cell-head"),
        based_on: "Normal",
        next: "CellHead",
        paragraph: "<w:keepNext/><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    },
    Style {
        id: "CellText",
        name: Ours("word-style-cell-text"),
        based_on: "Normal",
        next: "CellText",
        paragraph: "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        letters: "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    },
    Style {
        id: "CellNumber",
        name: Ours("word-style-cell-number"),
        based_on: "CellText",
        next: "CellNumber",
        paragraph: "<w:jc w:val=\"right\"/>",
        letters: "",
    },
    Style {
        id: "TableEnd",
        name: Ours("word-style-table-end"),
        based_on: "Normal",
        next: "BodyText",
        paragraph: "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>",
        letters: "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>",
    },
    Style {
        id: "CountNumber",
        name: Ours("word-style-count-number"),
        based_on: "Normal",
        next: "CountText",
        paragraph: "<w:keepNext/><w:spacing w:before=\"80\" w:after=\"0\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
    },
    Style {
        id: "CountText",
        name: Ours("word-style-count-text"),
        based_on: "Normal",
        next: "CountText",
        paragraph: "<w:spacing w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    },
    Style {
        id: "Header",
        name: Own("header"),
        based_on: "Normal",
        next: "Header",
        paragraph: "<w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>",
        letters: "<w:b/><w:bCs/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    },
    Style {
        id: "Footer",
        name: Own("footer"),
        based_on: "Normal",
        next: "Footer",
        paragraph: "<w:spacing w:before=\"120\" w:after=\"0\"/>",
        letters: "<w:color w:val=\"{mute}\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    },
];

/// Writes the part.
pub(super) fn styles(language: Language, words: &Catalog) -> String {
    let paragraphs: String = STYLES.iter().map(|style| one(style, words)).collect();
    let named = |key: &str| escape(&words.plain(key));
    let rest = coloured(TABLES)
        .replace("{table}", &named("word-style-table"))
        .replace("{counts}", &named("word-style-counts"))
        .replace("{box}", &named("word-style-box"));
    let language = locale(language);
    format!(
        "{HEAD}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>\
         <w:color w:val=\"{ink}\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after=\"120\" w:line=\"269\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
         {paragraphs}{rest}</w:styles>",
        ink = hex("ink"),
    )
}

fn one(style: &Style, words: &Catalog) -> String {
    let (name, is_ours) = match style.name {
        Own(name) => (name.to_owned(), ""),
        Ours(key) => (words.plain(key), " w:customStyle=\"1\""),
    };
    let list = |id: &str| format!("<w:numPr><w:numId w:val=\"{id}\"/></w:numPr>");
    let paragraph =
        coloured(style.paragraph).replace("{chapters}", &list(CHAPTERS)).replace("{points}", &list(POINTS));
    format!(
        "<w:style w:type=\"paragraph\"{is_ours} w:styleId=\"{}\"><w:name w:val=\"{}\"/>\
         <w:basedOn w:val=\"{}\"/><w:next w:val=\"{}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{}</w:rPr></w:style>",
        style.id,
        escape(&name),
        style.based_on,
        style.next,
        coloured(style.letters)
    )
}

fn coloured(text: &str) -> String {
    ["ink", "mute", "line", "soft", "link"]
        .iter()
        .fold(text.to_owned(), |text, name| text.replace(&format!("{{{name}}}"), hex(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_is_named_coloured_and_based_on_another() {
        for language in [Language::Fr, Language::En] {
            let part = styles(language, &Catalog::new(language));
            assert!(!part.contains('{'), "a place was not filled");
            assert!(!part.contains("word-style-"), "a name has no message");
            let mut names: Vec<&str> =
                part.split("<w:name w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "two styles of one name");
            for style in STYLES {
                for other in [style.based_on, style.next] {
                    assert!(part.contains(&format!("w:styleId=\"{other}\"")), "{} to {other}", style.id);
                }
            }
        }
    }
}

//! The look of an OpenDocument text: styles alone, so that people change it in one place.
//!
//! One file because the styles are one table, each on what another says.

use crate::i18n::Catalog;
use crate::plot::svg::escape;
use crate::report::document::Document;
use crate::report::render::layout::look::{hex, locale};
use crate::report::render::layout::page::Page;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::list::{NUMBER, POINTS, outline, points};
use crate::report::render::open_document::phrase::{LINK, QUIET_LINK, SYMBOLS};
use crate::report::render::open_document::sheet::{foot_tab, layouts, masters};
use crate::report::render::open_document::xml::{HEAD, SPACES};
use crate::text::Language;

/// A style of paragraphs. A name of the format's own is English in every file and shown in the reader's
/// language; ours is a message.
struct Style {
    id: &'static str,
    name: Name,
    based_on: &'static str,
    next: &'static str,
    /// Attributes of the paragraph, then of its letters; `{ink}` and the like are colours.
    paragraph: &'static str,
    letters: &'static str,
}

enum Name {
    /// The format's own.
    Own(&'static str),
    /// A key of the catalogue.
    Ours(&'static str),
}

use Name::{Ours, Own};

/// The names, what each is based on and followed by, and its look: lengths as in the Word file.
const STYLES: &[Style] = &[
    Style {
        id: "Text_20_body",
        name: Own("Text body"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "",
        letters: "",
    },
    Style {
        id: "Kicker",
        name: Ours("word-style-kicker"),
        based_on: "Standard",
        next: "Title",
        paragraph: "fo:keep-with-next=\"always\" fo:margin-top=\"6pt\" fo:margin-bottom=\"3pt\"",
        letters: "fo:font-weight=\"bold\" fo:color=\"{mute}\" fo:font-size=\"9pt\"",
    },
    Style {
        id: "Title",
        name: Own("Title"),
        based_on: "Standard",
        next: "Subtitle",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:margin-top=\"3pt\" fo:margin-bottom=\"6pt\" fo:line-height=\"105%\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"24pt\"",
    },
    Style {
        id: "Subtitle",
        name: Own("Subtitle"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-together=\"always\" fo:margin-bottom=\"12pt\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"12pt\"",
    },
    Style {
        id: "Heading_20_1",
        name: Own("Heading 1"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:border-top=\"1.5pt solid {ink}\" fo:border-bottom=\"none\" fo:border-left=\"none\" fo:border-right=\"none\" fo:padding-top=\"6pt\" fo:margin-top=\"28pt\" fo:margin-bottom=\"8pt\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"17pt\"",
    },
    Style {
        id: "Heading_20_2",
        name: Own("Heading 2"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:margin-top=\"18pt\" fo:margin-bottom=\"5pt\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"12.5pt\"",
    },
    Style {
        id: "Heading_20_3",
        name: Own("Heading 3"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:margin-top=\"13pt\" fo:margin-bottom=\"4pt\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"10.5pt\"",
    },
    Style {
        id: "Contents_20_Heading",
        name: Own("Contents Heading"),
        based_on: "Standard",
        next: "Standard",
        paragraph: "fo:keep-with-next=\"always\" fo:margin-top=\"14pt\" fo:margin-bottom=\"4pt\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"12.5pt\"",
    },
    Style {
        id: "Contents_20_1",
        name: Own("Contents 1"),
        based_on: "Standard",
        next: "Standard",
        paragraph: "fo:margin-top=\"3pt\" fo:margin-bottom=\"1pt\" fo:margin-left=\"17pt\" fo:text-indent=\"-17pt\"",
        letters: "fo:font-weight=\"bold\"",
    },
    Style {
        id: "Contents_20_2",
        name: Own("Contents 2"),
        based_on: "Standard",
        next: "Standard",
        paragraph: "fo:margin-bottom=\"1pt\" fo:margin-left=\"17pt\"",
        letters: "",
    },
    Style {
        id: POINTS,
        name: Own("List 1"),
        based_on: "Standard",
        next: POINTS,
        paragraph: "fo:margin-bottom=\"4pt\"",
        letters: "",
    },
    Style {
        id: "Caption",
        name: Own("Caption"),
        based_on: "Standard",
        next: "Unit",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:margin-top=\"16pt\" fo:margin-bottom=\"1pt\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"10.5pt\"",
    },
    Style {
        id: "Unit",
        name: Ours("word-style-unit"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:margin-bottom=\"5pt\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"9pt\"",
    },
    Style {
        id: "Notes",
        name: Ours("word-style-notes"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-together=\"always\" fo:margin-top=\"1pt\" fo:margin-bottom=\"1pt\" fo:line-height=\"105%\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"8pt\"",
    },
    Style {
        id: "Figure",
        name: Ours("word-style-figure"),
        based_on: "Standard",
        next: "Notes",
        paragraph: "fo:keep-with-next=\"always\" fo:margin-top=\"3pt\" fo:margin-bottom=\"5pt\" fo:line-height=\"100%\"",
        letters: "",
    },
    Style {
        id: "FigurePart",
        name: Ours("word-style-figure-part"),
        based_on: "Standard",
        next: "Figure",
        paragraph: "fo:keep-with-next=\"always\" fo:margin-top=\"6pt\" fo:margin-bottom=\"2pt\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"9pt\"",
    },
    Style {
        id: "Quotations",
        name: Own("Quotations"),
        based_on: "Standard",
        next: "QuoteSource",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:border-left=\"1.5pt solid {line}\" fo:border-top=\"none\" fo:border-right=\"none\" fo:border-bottom=\"none\" fo:padding-left=\"10pt\" fo:margin-left=\"5.5pt\" fo:margin-top=\"7pt\" fo:margin-bottom=\"0pt\"",
        letters: "fo:font-style=\"italic\"",
    },
    Style {
        id: "QuoteSource",
        name: Ours("word-style-quote-source"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-together=\"always\" fo:border-left=\"1.5pt solid {line}\" fo:border-top=\"none\" fo:border-right=\"none\" fo:border-bottom=\"none\" fo:padding-left=\"10pt\" fo:margin-left=\"5.5pt\" fo:margin-top=\"1pt\" fo:margin-bottom=\"8pt\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"8.5pt\"",
    },
    Style {
        id: "QuoteHeading",
        name: Ours("word-style-quote-heading"),
        based_on: "Standard",
        next: "Quotations",
        paragraph: "fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:margin-top=\"8pt\" fo:margin-bottom=\"0pt\" fo:margin-left=\"17pt\"",
        letters: "fo:font-weight=\"bold\" fo:color=\"{mute}\" fo:font-size=\"8.5pt\"",
    },
    Style {
        id: "BoxTitle",
        name: Ours("word-style-box-title"),
        based_on: "Standard",
        next: "BoxText",
        paragraph: "fo:keep-with-next=\"always\" fo:margin-top=\"2pt\" fo:margin-bottom=\"3pt\"",
        letters: "fo:font-weight=\"bold\"",
    },
    Style {
        id: "BoxText",
        name: Ours("word-style-box-text"),
        based_on: "Standard",
        next: "BoxText",
        paragraph: "fo:margin-bottom=\"3pt\"",
        letters: "fo:font-size=\"9.5pt\"",
    },
    Style {
        id: "BoxList",
        name: Ours("word-style-box-list"),
        based_on: POINTS,
        next: "BoxList",
        paragraph: "fo:margin-bottom=\"2.5pt\"",
        letters: "fo:font-size=\"9.5pt\"",
    },
    Style {
        id: "Members",
        name: Ours("word-style-members"),
        based_on: "Standard",
        next: "Text_20_body",
        paragraph: "fo:keep-with-next=\"always\" fo:margin-bottom=\"5pt\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"9.5pt\"",
    },
    Style {
        id: "Fact",
        name: Ours("word-style-fact"),
        based_on: "Standard",
        next: "Fact",
        paragraph: "fo:keep-together=\"always\" fo:margin-left=\"113.4pt\" fo:text-indent=\"-113.4pt\" fo:margin-bottom=\"2.5pt\"",
        letters: "fo:font-size=\"9.5pt\"",
    },
    Style {
        id: "Turn",
        name: Ours("word-style-turn"),
        based_on: "Standard",
        next: "Turn",
        paragraph: "fo:margin-bottom=\"6pt\"",
        letters: "fo:font-size=\"9pt\"",
    },
    Style {
        id: "Colophon",
        name: Ours("word-style-colophon"),
        based_on: "Standard",
        next: "Colophon",
        paragraph: "fo:margin-bottom=\"3pt\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"8pt\"",
    },
    Style {
        id: "Table_20_Contents",
        name: Own("Table Contents"),
        based_on: "Standard",
        next: "Table_20_Contents",
        paragraph: "fo:margin-top=\"1.5pt\" fo:margin-bottom=\"1.5pt\" fo:line-height=\"100%\"",
        letters: "fo:font-size=\"8.5pt\"",
    },
    Style {
        id: "Table_20_Heading",
        name: Own("Table Heading"),
        based_on: "Table_20_Contents",
        next: "Table_20_Contents",
        paragraph: "fo:keep-with-next=\"always\"",
        letters: "fo:font-weight=\"bold\"",
    },
    Style {
        id: "CellNumber",
        name: Ours("word-style-cell-number"),
        based_on: "Table_20_Contents",
        next: "CellNumber",
        paragraph: "fo:text-align=\"end\"",
        letters: "",
    },
    Style {
        id: "CountNumber",
        name: Ours("word-style-count-number"),
        based_on: "Standard",
        next: "CountText",
        paragraph: "fo:keep-with-next=\"always\" fo:margin-top=\"4pt\" fo:margin-bottom=\"0pt\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"18pt\"",
    },
    Style {
        id: "CountText",
        name: Ours("word-style-count-text"),
        based_on: "Standard",
        next: "CountText",
        paragraph: "fo:margin-bottom=\"4pt\" fo:line-height=\"100%\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"8.5pt\"",
    },
    Style {
        id: "Header",
        name: Own("Header"),
        based_on: "Standard",
        next: "Header",
        paragraph: "fo:margin-bottom=\"0pt\" fo:text-align=\"center\"",
        letters: "fo:font-weight=\"bold\" fo:font-size=\"8pt\"",
    },
    Style {
        id: "Footer",
        name: Own("Footer"),
        based_on: "Standard",
        next: "Footer",
        paragraph: "fo:margin-top=\"6pt\" fo:margin-bottom=\"0pt\"",
        letters: "fo:color=\"{mute}\" fo:font-size=\"8pt\"",
    },
];

/// Writes the part.
pub(super) fn styles(document: &Document, words: &Catalog) -> String {
    let paragraphs: String = STYLES.iter().map(|style| one(style, words)).collect();
    let named = format!(
        "{}{paragraphs}{}{}{}",
        defaults(document.language),
        characters(words),
        outline(),
        points("List 1")
    );
    let inside = format!(
        "{}{}{}{}",
        fonts(),
        element("office:styles", &[], &named),
        element("office:automatic-styles", &[], &layouts(document)),
        element("office:master-styles", &[], &masters(document))
    );
    format!("{HEAD}{}", element("office:document-styles", SPACES, &inside))
}

/// Declares the fonts. The marks of profiles are in one that comes with LibreOffice and one that comes
/// with Windows.
pub(super) fn fonts() -> String {
    let arial = [
        ("style:name", "Arial"),
        ("svg:font-family", "Arial"),
        ("style:font-family-generic", "swiss"),
        ("style:font-pitch", "variable"),
    ];
    let symbols = [
        ("style:name", SYMBOLS),
        ("svg:font-family", "'DejaVu Sans', 'Segoe UI Symbol'"),
        ("style:font-family-generic", "swiss"),
        ("style:font-pitch", "variable"),
    ];
    let faces =
        format!("{}{}", element("style:font-face", &arial, ""), element("style:font-face", &symbols, ""));
    element("office:font-face-decls", &[], &faces)
}

fn defaults(language: Language) -> String {
    let (language, country) = locale(language).split_once('-').unwrap_or(("zxx", "none"));
    let text = coloured(&format!(
        "<style:text-properties style:font-name=\"Arial\" style:font-name-asian=\"Arial\" \
         style:font-name-complex=\"Arial\" fo:font-size=\"10pt\" fo:color=\"{{ink}}\" \
         fo:language=\"{language}\" fo:country=\"{country}\" fo:hyphenate=\"false\"/>"
    ));
    format!(
        "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:orphans=\"2\" \
         fo:widows=\"2\" style:tab-stop-distance=\"35.45pt\" style:writing-mode=\"page\"/>{text}\
         </style:default-style>\
         <style:default-style style:family=\"table\"><style:table-properties \
         table:border-model=\"collapsing\"/></style:default-style>\
         <style:default-style style:family=\"table-row\"><style:table-row-properties \
         fo:keep-together=\"always\"/></style:default-style>\
         <style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\">\
         <style:paragraph-properties fo:margin-top=\"0pt\" fo:margin-bottom=\"6pt\" fo:line-height=\"112%\"/>\
         </style:style>\
         <style:style style:name=\"Graphics\" style:family=\"graphic\"><style:graphic-properties \
         text:anchor-type=\"as-char\" style:vertical-pos=\"top\" style:vertical-rel=\"baseline\" \
         fo:margin=\"0pt\" fo:padding=\"0pt\" fo:border=\"none\"/></style:style>"
    )
}

fn characters(words: &Catalog) -> String {
    let one = |id: &str, shown: &str, letters: &str| {
        let letters = if letters.is_empty() {
            String::new()
        } else {
            format!("<style:text-properties {}/>", coloured(letters))
        };
        let named = [("style:name", id), ("style:display-name", shown), ("style:family", "text")];
        element("style:style", &named, &letters)
    };
    [
        one("Strong_20_Emphasis", "Strong Emphasis", "fo:font-weight=\"bold\""),
        one("Emphasis", "Emphasis", "fo:font-style=\"italic\""),
        one(LINK, "Internet link", "fo:color=\"{link}\" style:text-underline-style=\"none\""),
        one(QUIET_LINK, &words.plain("word-style-quiet-link"), ""),
        one("Bullet_20_Symbols", "Bullet Symbols", ""),
        one(
            NUMBER,
            &words.plain("word-style-chapter-number"),
            "fo:font-weight=\"normal\" fo:color=\"{mute}\"",
        ),
    ]
    .concat()
}

fn one(style: &Style, words: &Catalog) -> String {
    let name = match style.name {
        Own(name) => name.to_owned(),
        Ours(key) => words.plain(key),
    };
    let level = style
        .id
        .strip_prefix("Heading_20_")
        .map(|level| format!(" style:default-outline-level=\"{level}\" style:class=\"text\""));
    let list = if style.id == POINTS || style.based_on == POINTS {
        format!(" style:list-style-name=\"{POINTS}\"")
    } else {
        String::new()
    };
    let paragraph = match style.id {
        "Footer" => foot_tab(Page::Upright),
        "Contents_20_1" | "Contents_20_2" => format!(
            "<style:paragraph-properties {}><style:tab-stops><style:tab-stop style:position=\"464.9pt\" \
             style:type=\"right\" style:leader-style=\"dotted\" style:leader-text=\".\"/></style:tab-stops>\
             </style:paragraph-properties>",
            style.paragraph
        ),
        _ if style.paragraph.is_empty() => String::new(),
        _ => format!("<style:paragraph-properties {}/>", coloured(style.paragraph)),
    };
    let letters = if style.letters.is_empty() {
        String::new()
    } else {
        format!("<style:text-properties {}/>", coloured(style.letters))
    };
    format!(
        "<style:style style:name=\"{}\" style:display-name=\"{}\" style:family=\"paragraph\" \
         style:parent-style-name=\"{}\" style:next-style-name=\"{}\"{}{list}>{paragraph}{letters}</style:style>",
        style.id,
        escape(&name),
        style.based_on,
        style.next,
        level.unwrap_or_default(),
    )
}

fn coloured(text: &str) -> String {
    ["ink", "mute", "line", "link"]
        .iter()
        .fold(text.to_owned(), |text, name| text.replace(&format!("{{{name}}}"), &format!("#{}", hex(name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_is_named_coloured_and_based_on_another() {
        for language in [Language::Fr, Language::En] {
            let document = Document { language, ..Document::default() };
            let part = styles(&document, &Catalog::new(language));
            assert!(!part.contains('{'), "a place was not filled");
            assert!(!part.contains("word-style-"), "a name has no message");
            let shown = part.split("style:display-name=\"").skip(1);
            let mut names: Vec<&str> = shown.filter_map(|rest| rest.split('"').next()).collect();
            // A list and its paragraphs share one name, as in every file of the format.
            assert_eq!(names.iter().filter(|name| **name == "List 1").count(), 2);
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len() + 1, count, "two styles of one name");
            for style in STYLES {
                for other in [style.based_on, style.next] {
                    assert!(part.contains(&format!("style:name=\"{other}\"")), "{} to {other}", style.id);
                }
            }
        }
    }
}

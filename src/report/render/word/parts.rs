//! Puts the file together: what each part is, how parts refer to each other, properties, settings.
//!
//! No author, no machine, no day: the same document gives the same parts.

use crate::i18n::Catalog;
use crate::plot::svg::escape;
use crate::report::document::Document;
use crate::report::render::layout::drawing::DrawError;
use crate::report::render::layout::look::locale;
use crate::report::render::layout::page::Page;
use crate::report::render::layout::part::Part;
use crate::report::render::layout::xml::element;
use crate::report::render::word::body::Body;
use crate::report::render::word::numbering::numbering;
use crate::report::render::word::style::styles;
use crate::report::render::word::xml::{HEAD, field, paragraph, run};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Writes the parts of a Word file, in the order in which the archive holds them.
///
/// # Errors
/// A figure cannot be drawn.
pub fn word(document: &Document, words: &Catalog) -> Result<Vec<Part>, DrawError> {
    let mut body = Body::new(document, words);
    let text = body.write()?;
    let names: Vec<(String, String)> = (1..=body.pictures.len())
        .map(|number| (format!("media/figure{number:02}.png"), format!("media/figure{number:02}.svg")))
        .collect();
    let has_header = document.banner.is_some();
    let mut parts = vec![
        Part::of("[Content_Types].xml", content_types(has_header)),
        Part::of("_rels/.rels", root_relations()),
        Part::of("docProps/core.xml", properties(document)),
        Part::of("word/document.xml", main(&text)),
        Part::of("word/_rels/document.xml.rels", relations(&names, has_header)),
        Part::of("word/styles.xml", styles(document.language, words)),
        Part::of("word/numbering.xml", numbering()),
        Part::of("word/settings.xml", settings(document)),
        Part::of("word/footer1.xml", footer(document, Page::Upright)),
        Part::of("word/footer2.xml", footer(document, Page::Sideways)),
    ];
    if let Some(banner) = &document.banner {
        let line = paragraph("Header", "", &run("", banner));
        parts.push(Part::of("word/header1.xml", page_edge("w:hdr", &line)));
    }
    for ((raster, vector), picture) in names.into_iter().zip(body.pictures) {
        parts.push(Part { name: format!("word/{raster}"), bytes: picture.raster });
        parts.push(Part::of(&format!("word/{vector}"), picture.vector));
    }
    Ok(parts)
}

fn main(text: &str) -> String {
    let spaces = [
        ("xmlns:w", MAIN),
        ("xmlns:r", RELATIONS),
        ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ];
    format!("{HEAD}{}", element("w:document", &spaces, &element("w:body", &[], text)))
}

fn page_edge(name: &str, line: &str) -> String {
    format!("{HEAD}{}", element(name, &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)], line))
}

/// Writes the foot of a page: the study at the left, the page and how many there are at the right.
fn footer(document: &Document, page: Page) -> String {
    let room = page.room().to_string();
    let tab = element("w:tabs", &[], &element("w:tab", &[("w:val", "right"), ("w:pos", &room)], ""));
    let line = format!(
        "{}<w:r><w:tab/></w:r>{}{}{}",
        run("", &document.foot),
        field("PAGE", "", "1"),
        run("", " / "),
        field("NUMPAGES", "", "1")
    );
    page_edge("w:ftr", &paragraph("Footer", &tab, &line))
}

fn content_types(has_header: bool) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut parts = vec![
        ("/word/document.xml", format!("{word}.document.main+xml")),
        ("/word/styles.xml", format!("{word}.styles+xml")),
        ("/word/numbering.xml", format!("{word}.numbering+xml")),
        ("/word/settings.xml", format!("{word}.settings+xml")),
        ("/word/footer1.xml", format!("{word}.footer+xml")),
        ("/word/footer2.xml", format!("{word}.footer+xml")),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
    ];
    if has_header {
        parts.push(("/word/header1.xml", format!("{word}.header+xml")));
    }
    let defaults: String = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ]
    .iter()
    .map(|(extension, kind)| element("Default", &[("Extension", extension), ("ContentType", kind)], ""))
    .collect();
    let parts: String = parts
        .iter()
        .map(|(name, kind)| element("Override", &[("PartName", name), ("ContentType", kind)], ""))
        .collect();
    let space = format!("{PACKAGE}/content-types");
    format!("{HEAD}{}", element("Types", &[("xmlns", &space)], &format!("{defaults}{parts}")))
}

fn root_relations() -> String {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    related(&[
        ("rDocument".to_owned(), format!("{RELATIONS}/officeDocument"), "word/document.xml".to_owned()),
        ("rProperties".to_owned(), core, "docProps/core.xml".to_owned()),
    ])
}

fn relations(pictures: &[(String, String)], has_header: bool) -> String {
    let own = |id: &str, kind: &str, target: &str| {
        (id.to_owned(), format!("{RELATIONS}/{kind}"), target.to_owned())
    };
    let mut all = vec![
        own("rStyles", "styles", "styles.xml"),
        own("rNumbering", "numbering", "numbering.xml"),
        own("rSettings", "settings", "settings.xml"),
        own("rFooterUpright", "footer", "footer1.xml"),
        own("rFooterSideways", "footer", "footer2.xml"),
    ];
    if has_header {
        all.push(own("rHeader", "header", "header1.xml"));
    }
    for (number, (raster, vector)) in (1..).zip(pictures) {
        all.push(own(&format!("rRaster{number}"), "image", raster));
        all.push(own(&format!("rVector{number}"), "image", vector));
    }
    related(&all)
}

fn related(all: &[(String, String, String)]) -> String {
    let lines: String = all
        .iter()
        .map(|(id, kind, target)| {
            element("Relationship", &[("Id", id), ("Type", kind), ("Target", target)], "")
        })
        .collect();
    let space = format!("{PACKAGE}/relationships");
    format!("{HEAD}{}", element("Relationships", &[("xmlns", &space)], &lines))
}

fn properties(document: &Document) -> String {
    let mut inside = element("dc:title", &[], &escape(&document.title));
    if !document.subtitle.is_empty() {
        inside.push_str(&element("dc:subject", &[], &escape(&document.subtitle)));
    }
    inside.push_str(&element("dc:language", &[], locale(document.language)));
    let space = format!("{PACKAGE}/metadata/core-properties");
    let spaces = [("xmlns:cp", space.as_str()), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
    format!("{HEAD}{}", element("cp:coreProperties", &spaces, &inside))
}

fn settings(document: &Document) -> String {
    let language = locale(document.language);
    let decimal = match document.language {
        crate::text::Language::Fr => (",", ";"),
        crate::text::Language::En => (".", ","),
    };
    format!(
        "{HEAD}<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/>\
         <w:defaultTabStop w:val=\"709\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/><w:decimalSymbol w:val=\"{}\"/>\
         <w:listSeparator w:val=\"{}\"/></w:settings>",
        decimal.0, decimal.1
    )
}

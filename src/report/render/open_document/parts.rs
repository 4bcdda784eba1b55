//! Puts the file together: its parts and the list of them, properties, settings.
//!
//! No author, no machine, no day: the same document gives the same parts.

use crate::i18n::Catalog;
use crate::plot::svg::escape;
use crate::report::document::Document;
use crate::report::render::layout::drawing::DrawError;
use crate::report::render::layout::look::locale;
use crate::report::render::layout::part::Part;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::body::Body;
use crate::report::render::open_document::numbered::{counters, files};
use crate::report::render::open_document::style::{fonts, styles};
use crate::report::render::open_document::xml::{HEAD, SPACES};

/// What the file is, as its first part `mimetype` says, which is not compressed.
pub const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// Writes the parts of an OpenDocument text but for `mimetype`, in the order in which the archive holds
/// them after it.
///
/// # Errors
/// A figure cannot be drawn.
///
/// # Source
/// OASIS, Open Document Format for Office Applications (OpenDocument) 1.3, 2021, parts 2 and 3.
pub fn open_document(document: &Document, words: &Catalog) -> Result<Vec<Part>, DrawError> {
    let mut body = Body::new(document, words);
    let text = body.write()?;
    let mut parts = vec![
        Part::of("content.xml", content(&text, body.script.automatic.written())),
        Part::of("styles.xml", styles(document, words)),
        Part::of("meta.xml", properties(document)),
        Part::of("settings.xml", settings()),
    ];
    for (number, picture) in (1..).zip(body.pictures) {
        let (vector, raster) = files(number);
        parts.push(Part::of(&vector, picture.vector));
        parts.push(Part { name: raster, bytes: picture.raster });
    }
    parts.push(Part::of("META-INF/manifest.xml", manifest(&parts)));
    Ok(parts)
}

fn content(text: &str, automatic: &str) -> String {
    let text = element("office:text", &[], &format!("{}{text}", counters()));
    let inside = format!(
        "{}{}{}",
        fonts(),
        element("office:automatic-styles", &[], automatic),
        element("office:body", &[], &text)
    );
    format!("{HEAD}{}", element("office:document-content", SPACES, &inside))
}

fn properties(document: &Document) -> String {
    let mut inside = element("dc:title", &[], &escape(&document.title));
    if !document.subtitle.is_empty() {
        inside.push_str(&element("dc:subject", &[], &escape(&document.subtitle)));
    }
    inside.push_str(&element("dc:language", &[], locale(document.language)));
    let spaces = [
        ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("office:version", "1.3"),
    ];
    let meta = element("office:meta", &[], &inside);
    format!("{HEAD}{}", element("office:document-meta", &spaces, &meta))
}

/// Writes how LibreOffice lays the text out: rows that are kept with the next one stay with it, as in
/// Word. The rest is what it sets for a new text; without a word of it, an older way would be taken.
fn settings() -> String {
    let items: String = [
        ("AddParaTableSpacing", false),
        ("AddParaTableSpacingAtStart", true),
        ("AddParaSpacingToTableCells", true),
        ("AddParaLineSpacingToTableCells", true),
        ("UseFormerLineSpacing", false),
        ("UseFormerObjectPositioning", false),
        ("UseFormerTextWrapping", false),
        ("AddExternalLeading", true),
        ("TabsRelativeToIndent", true),
        ("TableRowKeep", true),
        ("IgnoreFirstLineIndentInNumbering", false),
        ("DoNotResetParaAttrsForNumFont", false),
        ("DoNotJustifyLinesWithManualBreak", false),
    ]
    .iter()
    .map(|(name, is_on)| {
        let named = [("config:name", *name), ("config:type", "boolean")];
        element("config:config-item", &named, if *is_on { "true" } else { "false" })
    })
    .collect();
    let set = element("config:config-item-set", &[("config:name", "ooo:configuration-settings")], &items);
    let spaces = [
        ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
        ("xmlns:ooo", "http://openoffice.org/2004/office"),
        ("office:version", "1.3"),
    ];
    let settings = element("office:settings", &[], &set);
    format!("{HEAD}{}", element("office:document-settings", &spaces, &settings))
}

fn manifest(parts: &[Part]) -> String {
    let entry = |path: &str, kind: &str| {
        let named = [("manifest:full-path", path), ("manifest:media-type", kind)];
        element("manifest:file-entry", &named, "")
    };
    let whole =
        [("manifest:full-path", "/"), ("manifest:version", "1.3"), ("manifest:media-type", MEDIA_TYPE)];
    let mut entries = element("manifest:file-entry", &whole, "");
    for part in parts {
        let kind = match part.name.rsplit('.').next() {
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            _ => "text/xml",
        };
        entries.push_str(&entry(&part.name, kind));
    }
    let spaces = [
        ("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
        ("manifest:version", "1.3"),
    ];
    format!("{HEAD}{}", element("manifest:manifest", &spaces, &entries))
}

//! The report and the checklists as OpenDocument text: what the Word file says, in parts that LibreOffice
//! reads. The parts are read here by an XML reader that knows nothing of ours.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};

use propos::exchange::office::read_odt;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::study::Study;

type Parts = BTreeMap<String, Vec<u8>>;

/// The parts of a file, by name, and their names in the order of the archive.
fn unpacked(bytes: &[u8]) -> (Parts, Vec<String>) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut names = Vec::new();
    let parts = (0..archive.len()).map(|place| {
        let mut entry = archive.by_index(place).unwrap();
        let day = entry.last_modified().unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (1980, 1, 1), "no day of the machine");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        names.push(entry.name().unwrap().into_owned());
        (names.last().unwrap().clone(), bytes)
    });
    (parts.collect(), names)
}

fn parts(study: &Study, file: &str) -> Parts {
    unpacked(&fs::read(study.path(file)).unwrap()).0
}

fn text<'p>(parts: &'p Parts, name: &str) -> &'p str {
    std::str::from_utf8(parts.get(name).unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

/// An element with its attributes, and all that stands in it.
#[derive(Debug, Default)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    inside: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Node(Node),
    Words(String),
}

impl Node {
    fn opened(start: &BytesStart<'_>) -> Self {
        let name = start.name().as_ref().to_owned();
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            (attribute.key.as_ref().to_owned(), resolved(&attribute.value))
        });
        Self { name, attributes: attributes.collect(), inside: Vec::new() }
    }

    fn get(&self, attribute: &str) -> &str {
        let found = self.attributes.get(attribute);
        found.unwrap_or_else(|| panic!("{} has no {attribute}: {self:?}", self.name))
    }

    fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.inside.iter().filter_map(|piece| match piece {
            Piece::Node(node) => Some(node),
            Piece::Words(_) => None,
        })
    }

    /// Every element of that name, in order.
    fn all<'n>(&'n self, name: &str) -> Vec<&'n Node> {
        let mut found: Vec<&Node> = Vec::new();
        for node in self.nodes() {
            if node.name == name {
                found.push(node);
            }
            found.extend(node.all(name));
        }
        found
    }

    /// What is read in it; `left_out` are elements that are not.
    fn said(&self, left_out: &[&str]) -> String {
        let mut out = String::new();
        for piece in &self.inside {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Node(node) if left_out.contains(&node.name.as_str()) => {}
                Piece::Node(node) => match node.name.as_str() {
                    "text:s" | "text:tab" | "text:line-break" | "w:tab" | "w:br" => out.push(' '),
                    "w:noBreakHyphen" => out.push('\u{2011}'),
                    "w:softHyphen" => out.push('\u{ad}'),
                    _ => {
                        out.push_str(&node.said(left_out));
                        // What stands in two paragraphs is two words.
                        if matches!(node.name.as_str(), "text:p" | "text:h" | "w:p") {
                            out.push('\n');
                        }
                    }
                },
            }
        }
        out
    }
}

fn resolved(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}

/// Reads a part; one that is not well formed fails.
fn read(parts: &Parts, name: &str) -> Node {
    let mut reader = Reader::from_str(text(parts, name));
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => open.push(Node::opened(&start)),
            Ok(Event::Empty(start)) => {
                open.last_mut().unwrap().inside.push(Piece::Node(Node::opened(&start)));
            }
            Ok(Event::End(_)) => {
                let node = open.pop().unwrap();
                open.last_mut().unwrap().inside.push(Piece::Node(node));
            }
            Ok(Event::Text(words)) => {
                open.last_mut().unwrap().inside.push(Piece::Words(words.to_string()));
            }
            Ok(Event::GeneralRef(entity)) => {
                let entity = format!("&{};", &*entity);
                open.last_mut().unwrap().inside.push(Piece::Words(resolved(&entity)));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{name} at {}: {error}", reader.error_position()),
        }
    }
    assert_eq!(open.len(), 1, "{name} is cut off");
    open.pop().unwrap()
}

fn words(text: &str) -> Vec<String> {
    text.replace('\u{ad}', "").split_whitespace().map(str::to_owned).collect()
}

/// The words of a Word file but for the list of chapters: what stands in `w:t` alone.
fn word_words(document: &Node) -> Vec<String> {
    let is_contents =
        |one: &Node| one.all("w:pStyle").first().is_some_and(|style| style.get("w:val").starts_with("TOC"));
    let said = document.all("w:p").into_iter().filter(|one| !is_contents(one));
    words(&said.map(|one| one.said(&["w:instrText"]) + "\n").collect::<String>())
}

/// The words of an OpenDocument text likewise; what pictures and tables tell beside the text is none.
const ASIDE: [&str; 6] =
    ["text:table-of-content", "svg:title", "svg:desc", "table:title", "table:desc", "text:sequence-decls"];

fn odt_words(content: &Node) -> Vec<String> {
    words(&content.all("office:text")[0].said(&ASIDE))
}

/// Fails with the place where two lists part, instead of two reports on one screen.
#[track_caller]
fn same(one: &[String], other: &[String]) {
    if let Some(at) = (0..one.len().max(other.len())).find(|at| one.get(*at) != other.get(*at)) {
        let near =
            |list: &[String]| list[at.saturating_sub(8).min(list.len())..(at + 8).min(list.len())].join(" ");
        panic!("parts at word {at}:\n{}\n{}", near(one), near(other));
    }
}

#[test]
fn every_word_of_the_word_file_is_there_in_its_order() {
    let study = Study::imported();
    for language in ["fr", "en"] {
        // What is written as which block is a matter of the study, not of the language.
        let asked: &[&[&str]] = match language {
            "fr" => &[&[], &["--edition", "public"], &["--checklist", "coreq"], &["--checklist", "srqr"]],
            _ => &[&[], &["--checklist", "coreq"]],
        };
        for options in asked {
            let command = ["export", "--docx", "one.docx", "--odt", "one.odt", "--lang", language];
            study.run(command.iter().chain(*options)).succeeds();
            let word = read(&parts(&study, "one.docx"), "word/document.xml");
            let parts = parts(&study, "one.odt");
            let content = read(&parts, "content.xml");
            let told = odt_words(&content);
            assert!(told.len() > 500, "{options:?}: {} words", told.len());
            same(&told, &word_words(&word));

            // The chapters and their numbers, in the list and in the text.
            let entries: Vec<(u8, Vec<String>)> = word
                .all("w:p")
                .into_iter()
                .filter_map(|one| {
                    let style = one.all("w:pStyle").first()?.get("w:val").to_owned();
                    let level = style.strip_prefix("TOC")?.parse().ok()?;
                    Some((level, words(&one.said(&["w:instrText"]))))
                })
                .collect();
            let listed: Vec<(u8, Vec<String>)> = content
                .all("text:index-body")
                .iter()
                .flat_map(|list| list.all("text:p"))
                .filter_map(|one| {
                    let level = one.get("text:style-name").strip_prefix("Contents_20_")?.parse().ok()?;
                    Some((level, words(&one.said(&[]))))
                })
                .collect();
            assert_eq!(listed, entries, "{options:?}");
            let headings =
                |name: &str, of: &dyn Fn(&Node) -> Option<u8>, document: &Node| -> Vec<(u8, String)> {
                    let found = document.all(name).into_iter();
                    found.filter_map(|one| Some((of(one)?, words(&one.said(&ASIDE)).join(" ")))).collect()
                };
            let of_word =
                |one: &Node| one.all("w:pStyle").first()?.get("w:val").strip_prefix("Heading")?.parse().ok();
            let of_odt = |one: &Node| one.get("text:outline-level").parse().ok();
            let levels = headings("text:h", &of_odt, &content);
            assert!(!levels.is_empty() && levels.iter().any(|(level, _)| *level == 1), "{options:?}");
            assert_eq!(levels, headings("w:p", &of_word, &word), "{options:?}");

            let meta = read(&parts, "meta.xml");
            let locale = if language == "fr" { ("fr", "FR") } else { ("en", "GB") };
            assert_eq!(meta.all("dc:language")[0].said(&[]), format!("{}-{}", locale.0, locale.1));
            let defaults = read(&parts, "styles.xml");
            let defaults = defaults.all("style:default-style")[0].all("style:text-properties")[0];
            assert_eq!((defaults.get("fo:language"), defaults.get("fo:country")), locale);
        }
    }
}

#[test]
fn the_package_is_what_the_format_asks_for() {
    let study = Study::imported();
    study.run(["export", "--odt"]).succeeds().out.contains("report.odt");
    let bytes = fs::read(study.path("output/report.odt")).unwrap();
    // The kind of file stands at a fixed place, uncompressed: method 0, then no extra field.
    let kind = b"mimetypeapplication/vnd.oasis.opendocument.text";
    assert_eq!(&bytes[..4], b"PK\x03\x04");
    assert_eq!((&bytes[8..10], &bytes[28..30]), ([0, 0].as_slice(), [0, 0].as_slice()));
    assert_eq!(&bytes[30..30 + kind.len()], kind);

    let (parts, names) = unpacked(&bytes);
    assert_eq!(names[0], "mimetype");
    let manifest = read(&parts, "META-INF/manifest.xml");
    let mut listed: Vec<String> = manifest
        .all("manifest:file-entry")
        .iter()
        .map(|one| one.get("manifest:full-path").to_owned())
        .collect();
    assert_eq!(listed.remove(0), "/");
    let own = |name: &&String| !["mimetype", "META-INF/manifest.xml"].contains(&name.as_str());
    assert_eq!(listed, names.iter().filter(own).cloned().collect::<Vec<_>>());
    for name in &names {
        if name.ends_with(".png") {
            assert!(parts[name].starts_with(b"\x89PNG"), "{name}");
        } else if name != "mimetype" {
            read(&parts, name);
        }
    }

    // Nothing tells who made it, where or when.
    let folder = study.folder().to_string_lossy().into_owned();
    for (name, bytes) in &parts {
        let part = String::from_utf8_lossy(bytes);
        for hidden in [folder.as_str(), "/home/", "/tmp/"] {
            assert!(!part.contains(hidden), "{hidden} in {name}");
        }
    }
    let meta = text(&parts, "meta.xml");
    assert!(meta.contains("<dc:title>Effets de l’intervention sociale"), "{meta}");
    for hidden in ["creator", "date", "generator", "editing", "user-defined"] {
        assert!(!meta.contains(hidden), "{hidden}");
    }

    let again = Study::imported();
    again.run(["export", "--odt"]).succeeds();
    assert!(
        fs::read(again.path("output/report.odt")).unwrap() == bytes,
        "the same study gives the same bytes"
    );
}

#[test]
fn links_styles_and_pictures_lead_somewhere() {
    let study = Study::imported();
    study.run(["export", "--odt", "report.odt"]).succeeds();
    let parts = parts(&study, "report.odt");
    let (content, styles) = (read(&parts, "content.xml"), read(&parts, "styles.xml"));

    let mut places = BTreeSet::new();
    for mark in ["text:bookmark-start", "text:bookmark"] {
        for place in content.all(mark) {
            assert!(places.insert(place.get("text:name")), "{place:?} twice");
        }
    }
    assert_eq!(content.all("text:bookmark-start").len(), content.all("text:bookmark-end").len());
    let links = content.all("text:a");
    assert!(links.len() > 150);
    for link in links {
        let target = link.get("xlink:href").strip_prefix('#');
        assert!(target.is_some_and(|name| places.contains(name)), "{link:?} leads nowhere");
    }
    for page in content.all("text:bookmark-ref") {
        assert!(places.contains(page.get("text:ref-name")), "{page:?}");
    }

    let mut known = BTreeSet::new();
    let all_styles = styles.all("style:style").into_iter().chain(content.all("style:style"));
    for style in all_styles {
        let name = (style.get("style:family").to_owned(), style.get("style:name").to_owned());
        assert!(known.insert(name), "{style:?} twice");
    }
    let families = [
        ("text:p", "text:style-name", "paragraph"),
        ("text:h", "text:style-name", "paragraph"),
        ("text:span", "text:style-name", "text"),
        ("text:a", "text:style-name", "text"),
        ("table:table", "table:style-name", "table"),
        ("table:table-column", "table:style-name", "table-column"),
        ("table:table-row", "table:style-name", "table-row"),
        ("table:table-cell", "table:style-name", "table-cell"),
        ("draw:frame", "draw:style-name", "graphic"),
    ];
    for (name, attribute, family) in families {
        let used = content.all(name);
        assert!(!used.is_empty(), "{name}");
        for node in used {
            let style = (family.to_owned(), node.get(attribute).to_owned());
            assert!(known.contains(&style), "{style:?}");
        }
    }

    let (mut told, mut pictures) = (BTreeSet::new(), BTreeSet::new());
    let frames = content.all("draw:frame");
    assert!(frames.len() > 10);
    for frame in &frames {
        assert!(told.insert(frame.get("draw:name")), "{frame:?} twice");
        for alternative in ["svg:title", "svg:desc"] {
            assert!(frame.all(alternative)[0].said(&[]).len() > 5, "{frame:?}");
        }
        let images = frame.all("draw:image");
        assert!(
            images[0].get("xlink:href").ends_with(".svg") && images[1].get("xlink:href").ends_with(".png")
        );
        for image in images {
            assert!(parts.contains_key(image.get("xlink:href")), "{image:?}");
            assert!(pictures.insert(image.get("xlink:href")), "{image:?} twice");
        }
    }
    assert_eq!(parts.keys().filter(|name| name.starts_with("Pictures/")).count(), pictures.len());

    // A table has a name of its own, fits its page, and repeats its head; no page cuts a row.
    let widths: BTreeMap<&str, f64> = content
        .all("style:style")
        .into_iter()
        .filter(|style| style.get("style:family") == "table")
        .map(|style| {
            let width = style.all("style:table-properties")[0].get("style:width");
            (style.get("style:name"), width.strip_suffix("pt").unwrap().parse().unwrap())
        })
        .collect();
    let whole_rows: BTreeSet<&str> = content
        .all("style:table-row-properties")
        .iter()
        .map(|properties| properties.get("fo:keep-together"))
        .collect();
    assert_eq!(whole_rows.into_iter().collect::<Vec<_>>(), ["always"]);
    let (mut names, mut heads) = (BTreeSet::new(), 0);
    for table in content.all("table:table") {
        assert!(names.insert(table.get("table:name")), "{} twice", table.get("table:name"));
        // 297 millimetres less two margins of two centimetres, in points.
        assert!(widths[table.get("table:style-name")] < 729.5, "{}", table.get("table:name"));
        heads += table.all("table:table-header-rows").len();
        let columns = table.all("table:table-column").len();
        for row in table.all("table:table-row") {
            assert_eq!(row.all("table:table-cell").len(), columns, "{}", table.get("table:name"));
        }
    }
    assert!(heads > 20, "{heads} tables with a head");
    let numbers = content.all("text:sequence");
    assert!(numbers.iter().any(|one| one.get("text:name") == "Table"));
    assert!(numbers.iter().any(|one| one.get("text:name") == "Figure"));
}

#[test]
fn our_own_reader_reads_every_word_of_it() {
    let study = Study::imported();
    study.run(["export", "--odt", "report.odt"]).succeeds();
    let bytes = fs::read(study.path("report.odt")).unwrap();
    let (written, told) = read_odt("report.odt", &bytes).unwrap();
    assert!(told.iter().all(|one| one.key.starts_with("document-")), "{told:?}");
    let content = read(&parts(&study, "report.odt"), "content.xml");
    // Read row by row, a table gets signs between its cells: only words are compared.
    let letters = |text: &str| -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        words.for_each(|word| *counts.entry(word.to_owned()).or_default() += 1);
        counts
    };
    let aside = ["svg:title", "svg:desc", "table:title", "table:desc", "text:index-title-template"];
    let expected = letters(&content.all("office:text")[0].said(&aside));
    let found = letters(written.text());
    for (word, count) in &expected {
        assert_eq!(found.get(word), Some(count), "{word}");
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn what_is_small_stays_hidden_and_leads_to_its_meaning() {
    let study = Study::imported();
    study.run(["export", "--odt", "public.odt", "--edition", "public"]).succeeds();
    let content = read(&parts(&study, "public.odt"), "content.xml");
    let cells = content.all("table:table-cell").into_iter();
    let hidden: Vec<&Node> = cells.filter(|cell| cell.said(&[]).trim() == "s").collect();
    assert!(!hidden.is_empty());
    for cell in hidden {
        let link = cell.all("text:a")[0];
        assert_eq!(link.get("xlink:href"), "#signs");
        assert!(link.get("office:title").len() > 5);
    }
}

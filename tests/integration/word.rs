//! The report as a Word file: what the page says, in parts that word processors read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::study::Study;

type Rows = Vec<Vec<String>>;

/// The parts of a file, by name.
fn parts(study: &Study) -> BTreeMap<String, Vec<u8>> {
    let bytes = fs::read(study.path("output/report.docx")).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut entry = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            let day = entry.last_modified().unwrap();
            assert_eq!((day.year(), day.month(), day.day()), (1980, 1, 1), "no day of the machine");
            (entry.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn text<'a>(parts: &'a BTreeMap<String, Vec<u8>>, name: &str) -> &'a str {
    std::str::from_utf8(parts.get(name).unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

/// Values of an attribute, in order.
fn values<'a>(xml: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    xml.split(opening.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn plain(text: &str) -> String {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replace('\u{ad}', "");
    // The marks of profiles are drawings on the page, letters in Word.
    let text = text.replace(['●', '▲', '■', '◆', '▼', '✚'], "");
    text.split(|sign: char| sign.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words between the tags of a piece of XML or HTML.
fn words(markup: &str) -> String {
    let mut out = String::new();
    let mut rest = markup.replace("<br>", " ").replace("<w:br/>", " ");
    // Names of drawings are not among the words.
    while let Some(start) = rest.find("<svg") {
        let end = rest[start..].find("</svg>").unwrap() + start + "</svg>".len();
        rest.replace_range(start..end, "");
    }
    for piece in rest.split('<') {
        out.push_str(piece.split_once('>').map_or("", |(_, after)| after));
    }
    plain(&out)
}

fn pieces<'a>(markup: &'a str, opening: &str, closing: &str) -> Vec<&'a str> {
    markup.split(opening).skip(1).map(|rest| rest.split(closing).next().unwrap()).collect()
}

/// The paragraphs of a style, as words.
fn styled(document: &str, style: &str) -> Vec<String> {
    let named = format!("<w:pStyle w:val=\"{style}\"/>");
    pieces(document, "<w:p>", "</w:p>")
        .into_iter()
        .filter(|one| one.contains(&named))
        .map(|one| words(&format!("<w:p>{one}")))
        .collect()
}

/// The tables of the Word file, as rows of words.
fn word_tables(document: &str) -> Vec<Rows> {
    pieces(document, "<w:tbl>", "</w:tbl>")
        .into_iter()
        .filter(|table| table.contains("w:val=\"ReportTable\""))
        .map(|table| {
            pieces(table, "<w:tr>", "</w:tr>")
                .into_iter()
                .map(|row| {
                    pieces(row, "<w:tc>", "</w:tc>")
                        .into_iter()
                        .map(|cell| words(&format!("<w:tc>{cell}")))
                        .collect()
                })
                .collect()
        })
        .collect()
}

fn page_table(markup: &str) -> Rows {
    let table = pieces(markup, "<table", "</table>")[0];
    pieces(table, "<tr", "</tr>")
        .into_iter()
        .map(|row| {
            let row = row.replace("<th", "<td").replace("</th>", "</td>");
            pieces(&row, "<td", "</td>").into_iter().map(|cell| words(&format!("<td{cell}"))).collect()
        })
        .collect()
}

#[test]
fn the_word_file_says_what_the_page_says() {
    for language in ["fr", "en"] {
        let study = Study::imported();
        let built = study.json(["build", "--lang", language]);
        assert_eq!(built["word"], "output/report.docx");
        let page = study.read(built["report"].as_str().unwrap());
        let parts = parts(&study);
        let document = text(&parts, "word/document.xml");

        let captions: BTreeSet<String> = styled(document, "Caption").into_iter().collect();
        let mut tables = Vec::new();
        for section in pieces(&page, "<section class=\"tb", "</section>") {
            let title =
                pieces(section, "<p class=\"cap\"", "<span class=\"un\"")[0].split("</p>").next().unwrap();
            let (label, title) = title.split_once("</i>").unwrap();
            let caption = format!("{} – {}", words(&format!("<p{label}")), words(&format!("<p>{title}")));
            assert!(captions.contains(&caption), "{caption} in {captions:?}");
            tables.push(page_table(section));
        }
        assert!(tables.len() > 5);
        for fold in pieces(&page, "<details class=\"fold printed\">", "</details>") {
            tables.push(page_table(fold));
        }
        let figures = pieces(&page, "<figure id=\"fig-", "</figure>");
        assert!(figures.len() > 10);
        for figure in &figures {
            let title = pieces(figure, "<span class=\"ti\">", "</span>")[0];
            let (label, title) = title.split_once("</i>").unwrap();
            let caption = format!("{} – {}", words(&format!("<i>{label}")), words(&format!("<i>{title}")));
            assert!(captions.contains(&caption), "{caption} in {captions:?}");
            if figure.contains("<table") {
                tables.push(page_table(figure));
            }
        }
        let written = word_tables(document);
        assert_eq!(written.len(), tables.len());
        for (one, other) in written.iter().zip(&tables) {
            assert_eq!(one, other);
        }

        // Every drawing is there with its words.
        let drawn = figures.iter().map(|figure| figure.matches("class=\"plot wide\"").count()).sum::<usize>();
        let told = values(document, "descr");
        assert_eq!(document.matches("<w:drawing>").count(), drawn);
        for figure in &figures {
            let name = plain(pieces(figure, "<title>", "</title>")[0]);
            assert!(!name.is_empty() && told.iter().any(|one| plain(one).starts_with(&name)), "{name}");
        }

        let headings = pieces(&page, "<h2 id=", "</h2>").into_iter();
        let headings: Vec<String> =
            headings.map(|one| words(&format!("<h2 {}", one.replace("</span>", "</span> ")))).collect();
        let numbered: Vec<String> = styled(document, "Heading1")
            .iter()
            .zip(1..)
            .map(|(title, number)| format!("{number} {title}"))
            .collect();
        assert_eq!(headings, numbered);
        let contents: Vec<String> = styled(document, "TOC1");
        assert_eq!(contents.len(), headings.len());

        let quotes = pieces(&page, "<p class=\"said\"", "</p>").into_iter();
        let quotes: Vec<String> = quotes.map(|one| words(&format!("<p{one}"))).collect();
        assert!(!quotes.is_empty());
        assert_eq!(styled(document, "Quote"), quotes);
        assert_eq!(styled(document, "QuoteSource").len(), quotes.len());

        let locale = if language == "fr" { "fr-FR" } else { "en-GB" };
        assert!(text(&parts, "word/styles.xml").contains(&format!("<w:lang w:val=\"{locale}\"")));
        assert!(text(&parts, "docProps/core.xml").contains(&format!("<dc:language>{locale}<")));
    }
}

#[test]
fn every_part_is_sound_and_leads_somewhere() {
    let study = Study::imported();
    study.run(["build"]).succeeds();
    let parts = parts(&study);
    for (name, bytes) in &parts {
        if name.ends_with(".png") {
            assert!(bytes.starts_with(b"\x89PNG"), "{name}");
            continue;
        }
        let mut reader = Reader::from_str(std::str::from_utf8(bytes).unwrap());
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name} at {}: {error}", reader.error_position()),
            }
        }
    }
    let document = text(&parts, "word/document.xml");
    let related = text(&parts, "word/_rels/document.xml.rels");
    for target in values(related, "Target") {
        assert!(parts.contains_key(&format!("word/{target}")), "{target}");
    }
    let known: BTreeSet<&str> = values(related, "Id").into_iter().collect();
    for used in values(document, "r:embed").into_iter().chain(values(document, "r:id")) {
        assert!(known.contains(used), "{used}");
    }
    for name in values(text(&parts, "[Content_Types].xml"), "PartName") {
        assert!(parts.contains_key(name.trim_start_matches('/')), "{name}");
    }
    let places = pieces(document, "<w:bookmarkStart", "/>");
    let names: Vec<&str> = places.iter().map(|place| values(place, "w:name")[0]).collect();
    let apart: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(apart.len(), names.len());
    let links = values(document, "w:anchor");
    assert!(links.len() > 150);
    for link in links {
        assert!(names.contains(&link), "{link} leads nowhere");
    }
    // The page of every entry of the contents is that of a heading, and nothing makes Word ask its reader.
    let asked = pieces(document, " PAGEREF ", " ");
    assert_eq!(asked.len(), styled(document, "TOC1").len() + styled(document, "TOC2").len());
    for place in asked {
        assert!(names.contains(&place), "{place}");
    }
    assert!(!document.contains("w:dirty") && !text(&parts, "word/settings.xml").contains("updateFields"));
    let styles = text(&parts, "word/styles.xml");
    let used = ["w:pStyle", "w:rStyle", "w:tblStyle"].iter().flat_map(|kind| {
        let opening = format!("<{kind} w:val=\"");
        pieces(document, &opening, "\"").into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    for style in used.collect::<BTreeSet<_>>() {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    // Every table repeats its head, and no row is cut.
    for table in pieces(document, "<w:tbl>", "</w:tbl>") {
        let rows = table.matches("<w:tr>").count();
        assert_eq!(table.matches("<w:cantSplit/>").count(), rows);
        assert_eq!(table.contains("\"ReportTable\""), table.contains("<w:tblHeader/>"));
    }
    let ids = values(document, "w:id").len();
    assert_eq!(ids, 2 * names.len());
}

#[test]
fn the_word_file_tells_nothing_of_who_made_it_and_is_the_same_again() {
    let study = Study::imported();
    study.run(["build"]).succeeds();
    let first = fs::read(study.path("output/report.docx")).unwrap();
    let parts = parts(&study);
    let properties = text(&parts, "docProps/core.xml");
    assert!(properties.contains("<dc:title>Effets de l’intervention sociale"));
    for hidden in ["creator", "lastModifiedBy", "created", "modified", "revision"] {
        assert!(!properties.contains(hidden), "{hidden}");
    }
    let folder = study.folder().to_string_lossy().into_owned();
    for (name, bytes) in &parts {
        assert!(!String::from_utf8_lossy(bytes).contains(&folder), "{name}");
    }
    let again = Study::imported();
    again.run(["build"]).succeeds();
    assert!(
        fs::read(again.path("output/report.docx")).unwrap() == first,
        "the same study gives the same bytes"
    );
}

#[test]
fn what_is_small_stays_hidden_in_the_public_word_file() {
    let study = Study::imported();
    study.run(["build", "--edition", "public"]).succeeds();
    let parts = parts(&study);
    let tables = word_tables(text(&parts, "word/document.xml"));
    let hidden = tables.iter().flatten().flatten().filter(|cell| *cell == "s").count();
    let page = study.read("output/report.html");
    assert!(hidden > 0 && page.contains(">s</abbr>"), "{hidden} hidden cells");
}

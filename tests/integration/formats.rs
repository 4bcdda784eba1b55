//! Interviews as they arrive: Word, LibreOffice, RTF, subtitles, text in any encoding, through the
//! program. Every word of speech is compared with a reading of the file that knows nothing of ours.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::study::Study;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corpora").join(name)
}

/// Words with a letter: times and numbers are marks in one format, text in another.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().any(char::is_alphabetic)).map(str::to_owned).collect()
}

fn plain(xml: &str) -> String {
    let mut kept = String::new();
    let mut rest = xml;
    while let Some(open) = rest.find('<') {
        kept.push_str(&rest[..open]);
        rest = rest[open..].split_once('>').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    ["&lt;<", "&gt;>", "&quot;\"", "&apos;'", "&#39;'", "&#x27;'", "&amp;&"].iter().fold(
        kept,
        |text, pair| {
            let (entity, is) = pair.split_at(pair.len() - 1);
            text.replace(entity, is)
        },
    )
}

fn entry(file: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(fs::read(file).unwrap())).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The lines that a file says, labels and all.
fn lines(file: &Path) -> Vec<String> {
    match file.extension().and_then(|extension| extension.to_str()).unwrap() {
        "docx" => {
            // Only what stands in `w:t`, paragraph by paragraph.
            let said = |paragraph: &str| -> String {
                let runs = paragraph.split("<w:t").skip(1).filter(|run| run.starts_with(['>', ' ']));
                runs.map(|run| plain(run.split_once('>').unwrap().1.split("</w:t>").next().unwrap()))
                    .collect()
            };
            entry(file, "word/document.xml").split("</w:p>").map(said).collect()
        }
        "odt" => {
            let content = entry(file, "content.xml");
            let body = content.split_once("<office:text").unwrap().1.split_once('>').unwrap().1;
            body.split("</text:p>").map(|paragraph| plain(paragraph).replace('\n', " ")).collect()
        }
        "rtf" => {
            let text = fs::read_to_string(file).unwrap();
            let body = text.split_once("\\hyphauto").unwrap().1;
            body.split("\\par}").map(rtf_line).collect()
        }
        "txt" | "srt" | "vtt" => {
            let bytes = fs::read(file).unwrap();
            let text = String::from_utf8(bytes.clone())
                .unwrap_or_else(|_| encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned());
            text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
        }
        other => panic!("{other}"),
    }
}

/// `\u234?` is a character, what else begins with `\` is an order.
fn rtf_line(line: &str) -> String {
    let mut kept = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        kept.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        let order = &rest[..end];
        rest = rest[end..].strip_prefix(' ').unwrap_or(&rest[end..]);
        if let Some(number) = order.strip_prefix('u').and_then(|number| number.parse::<u32>().ok()) {
            kept.push(char::from_u32(number).unwrap());
            rest = rest.strip_prefix('?').unwrap();
        }
    }
    kept.push_str(rest);
    kept.replace(['{', '}'], "")
}

/// What is said in a file: labels, headings and what belongs to subtitles taken off.
fn said(file: &Path, labels: &[&str], headings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines(file) {
        let line = line.trim();
        let is_notation = line == "WEBVTT" || (line.contains("-->") && !line.starts_with('['));
        if is_notation || headings.contains(&line) {
            continue;
        }
        let voice = line.strip_prefix("<v ").map(|rest| rest.split_once('>').unwrap().1.replace("</v>", ""));
        let line = voice.as_deref().unwrap_or(line);
        let after_time = match line.split_once(']') {
            Some((time, rest)) if time.starts_with('[') && time.contains(':') => rest.trim_start(),
            _ => line,
        };
        let label = labels.iter().find_map(|label| {
            let bare = after_time.strip_prefix(&format!("[{label}]"));
            // The name alone on its line, or before a colon.
            let named = after_time.strip_prefix(label).map(str::trim_start);
            bare.or(named.and_then(|rest| if rest.is_empty() { Some(rest) } else { rest.strip_prefix(':') }))
        });
        found.extend(words(label.unwrap_or(after_time)));
    }
    found
}

/// What the program heard, turn by turn.
fn heard(study: &Study, id: &str) -> Vec<String> {
    let found = study.json(["search", &format!("transcript:\"{id}\""), "--limit", "100000"]);
    let mut hits = found["hits"].as_array().unwrap().clone();
    hits.sort_by_key(|hit| hit["turn"].as_u64());
    hits.iter().flat_map(|hit| words(hit["text"].as_str().unwrap())).collect()
}

const FILES: [(&str, &[&str], &[&str]); 15] = [
    ("artisans-1.docx", &["Chercheur", "Interviewe"], &[]),
    ("artisans-2.docx", &["Chercheur", "Interviewe"], &[]),
    ("artisans-3.docx", &["Chercheur", "Interviewe"], &[]),
    ("artisans-4.docx", &["Chercheur", "Interviewe"], &[]),
    ("artisans-5.docx", &["Chercheur", "Interviewe"], &[]),
    ("artisans-6.docx", &["Chercheur", "Interviewe"], &[]),
    ("rhapsodie-D0001.txt", &["Enquêtrice", "Enquêté 2", "Enquêté"], &[]),
    ("rhapsodie-D0002.odt", &["Enquêtrice", "Enquêtée", "Enquêté"], &[]),
    ("rhapsodie-D0003.rtf", &["Enquêtrice", "Enquêtée"], &[]),
    ("rhapsodie-D0004.txt", &["Enquêtrice", "Enquêtée"], &[]),
    ("rhapsodie-D0005.docx", &["Enquêtrice", "Enquêté"], &["Entretien D0005"]),
    ("rhapsodie-D0006.srt", &["Enquêtrice", "Enquêté"], &[]),
    ("goodboy.srt", &[], &[]),
    ("goodboy.vtt", &[], &[]),
    ("goodboy.txt", &[], &[]),
];

#[test]
fn no_word_of_speech_is_lost_in_any_format() {
    for (name, labels, headings) in FILES {
        let study = Study::empty();
        study.run(["import".into(), path(name).into_os_string()]).succeeds();
        let id = name.rsplit_once('.').unwrap().0;
        let (said, heard) = (said(&path(name), labels, headings), heard(&study, id));
        assert!(said.len() > 300, "{name}: {}", said.len());
        let first = said.iter().zip(&heard).position(|(said, heard)| said != heard);
        let first = first.or((said.len() != heard.len()).then(|| said.len().min(heard.len())));
        if let Some(at) = first {
            let near = |words: &[String]| {
                words[at.saturating_sub(6).min(words.len())..(at + 8).min(words.len())].join(" ")
            };
            panic!("{name}, word {at}: said “{}”, heard “{}”", near(&said), near(&heard));
        }
    }
}

#[test]
fn the_study_folder_takes_them_and_gives_them_back() {
    let study = Study::empty();
    for name in ["artisans-1.docx", "rhapsodie-D0002.odt", "rhapsodie-D0003.rtf", "rhapsodie-D0006.vtt"] {
        fs::copy(path(name), study.folder().join("transcripts").join(name)).unwrap();
    }
    study.run(["import"]).succeeds();
    assert!(study.run(["import", "--json"]).succeeds().out.contains("\"unchanged\""));
    let before = heard(&study, "artisans-1");
    let away = Study::nothing();
    let target = away.folder().join("given back");
    study.run(["export".into(), "--folder".into(), target.clone().into_os_string()]).succeeds();
    let again = Study::empty();
    let folder = target.join("transcripts").into_os_string();
    let outcome: Value = again.json(["import".into(), folder]);
    let files = outcome["files"].as_array().unwrap().iter();
    assert_eq!(files.filter(|file| file["kind"] == "transcript").count(), 4);
    assert_eq!(heard(&again, "artisans-1"), before);
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_written() {
    let study = Study::empty();
    let whole = fs::read(path("artisans-1.docx")).unwrap();
    let cases: [(&str, &[u8], &str, &str); 5] = [
        ("cut.docx", &whole[..whole.len() / 2], "sa fin manque", "its end is missing"),
        ("old.doc", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "avant 2007", "before 2007"),
        ("locked.docx", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "mot de passe", "password"),
        ("page.pdf", b"%PDF-1.7\n", "PDF est abîmé", "PDF is damaged"),
        ("cut.rtf", b"{\\rtf1 {\\b Q :} oui\\par", "sa fin manque", "its end is missing"),
    ];
    for (name, bytes, french, english) in cases {
        let file = study.folder().join(name);
        fs::write(&file, bytes).unwrap();
        for (language, words) in [("fr", french), ("en", english)] {
            let ran =
                study.run(["import".into(), file.clone().into_os_string(), "--lang".into(), language.into()]);
            assert_ne!(ran.code, 0, "{name}");
            assert!(ran.told.contains(words) && ran.told.contains(name), "{name}: {}", ran.told);
        }
        assert_eq!(study.json(["history"])["operations"].as_array().map_or(0, Vec::len), 0, "{name}");
    }
}

#[test]
fn a_preview_tells_what_is_understood_and_writes_nothing() {
    let study = Study::empty();
    let file = path("artisans-4.docx").into_os_string();
    let told = study.run(["import".into(), "--preview".into(), file.clone()]).succeeds().out;
    for words in ["Word", "Chercheur", "mène l’entretien", "18 temps, de 0:00:", "Rien n’est écrit"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let previews = study.json(["import".into(), "--preview".into(), file]);
    assert_eq!(previews[0]["understood"]["speakers"][1]["turns"], 14);
    assert_eq!(study.json(["history"])["operations"].as_array().map_or(0, Vec::len), 0);
}

#[test]
fn a_preview_says_that_one_file_in_error_stops_the_import() {
    let study = Study::empty();
    let text = "Q : oui\n\nR : non\n\nQ : oui\n\nR : non\n";
    fs::write(study.folder().join("transcripts/E01.txt"), text).unwrap();
    fs::write(study.folder().join("transcripts/E02.txt"), "").unwrap();
    fs::write(study.folder().join("transcripts/E03.doc"), [0xD0, 0xCF, 0x11, 0xE0]).unwrap();
    fs::write(study.folder().join("transcripts/~$E01.docx"), "Nadia").unwrap();
    let told = study.run(["import", "--preview"]).fails(1);
    assert!(
        told.out.contains("il prend tout ou rien")
            && told.out.contains("L’autre entretien est alors importé"),
        "{told:?}"
    );
    study.run(["import", "--preview", "--json"]).fails(1);
    study.run(["import"]).fails(1);
    fs::remove_file(study.folder().join("transcripts/E02.txt")).unwrap();
    let told = study.run(["import", "--preview"]).succeeds();
    assert!(told.out.contains("cet entretien est importé"), "{told:?}");
    let told = study.run(["check"]).succeeds();
    assert!(told.out.contains("E03.doc") && told.out.contains("n’est pas lu"), "{told:?}");
    study.run(["import"]).succeeds();
}

/// PDF files, each with the file it was printed from and the words of its titles: headings by the size
/// of their letters, speech to a file that does not say so.
const PRINTED: [(&str, &str, &[&str]); 3] = [
    ("artisans-4-libreoffice.pdf", "artisans-4.docx", &["Entretien", "09a", "09b"]),
    ("rhapsodie-D0004-libreoffice.pdf", "rhapsodie-D0004.txt", &[]),
    ("rhapsodie-D0005-chromium.pdf", "rhapsodie-D0005.docx", &[]),
];

#[test]
fn a_pdf_says_the_words_of_the_file_it_was_printed_from() {
    for (pdf, source, title) in PRINTED {
        let (printed, typed) = (Study::empty(), Study::empty());
        printed.run(["import".into(), path(pdf).into_os_string()]).succeeds();
        typed.run(["import".into(), path(source).into_os_string()]).succeeds();
        let speech = |study: &Study, name: &str| {
            let words = heard(study, name.rsplit_once('.').unwrap().0).into_iter();
            words.filter(|word| !title.contains(&word.as_str())).collect::<Vec<_>>()
        };
        let (heard, said) = (speech(&printed, pdf), speech(&typed, source));
        let differ = heard.iter().zip(&said).position(|(heard, said)| heard != said);
        if let Some(at) = differ {
            let near = |words: &[String]| words[at.saturating_sub(4)..(at + 8).min(words.len())].join(" ");
            panic!("{pdf}, word {at}: “{}”, typed “{}”", near(&heard), near(&said));
        }
        assert_eq!(heard.len(), said.len(), "{pdf}");
        let speakers = |study: &Study, file: &str| {
            let preview = study.json(["import".into(), "--preview".into(), path(file).into_os_string()]);
            let speakers = preview[0]["understood"]["speakers"].as_array().unwrap().clone().into_iter();
            let told = |one: Value| (one["label"].clone(), one["role"].clone(), one["turns"].clone());
            speakers.map(told).collect::<Vec<_>>()
        };
        assert_eq!(speakers(&printed, pdf), speakers(&typed, source), "{pdf}");
    }
}

#[test]
fn a_pdf_with_a_password_is_told_in_words() {
    let study = Study::empty();
    for (language, words) in [("fr", "demande un mot de passe"), ("en", "asks for a password")] {
        let file = path("locked.pdf").into_os_string();
        let ran = study.run(["import".into(), file, "--lang".into(), language.into()]);
        assert!(ran.code != 0 && ran.told.contains(words), "{}", ran.told);
    }
}

#[test]
fn a_pdf_that_only_restricts_what_may_be_done_with_it_is_read() {
    let study = Study::empty();
    study.run(["import".into(), path("restricted.pdf").into_os_string()]).succeeds();
    // Labels that occur once are none.
    assert_eq!(heard(&study, "restricted"), ["Q", "oui", "R", "non"]);
}

#[test]
fn pages_of_speech_recognition_give_their_speakers_and_times() {
    let study = Study::empty();
    let page = "<!DOCTYPE html><html><body><p>Entretien</p>\
        <p><a name=\"ts_500_1500_S00\" >S00: Bonjour. Vous vivez ici depuis longtemps&nbsp;?</a></p>\
        <p><a name=\"ts_61600_64000_S01\" >S01: Depuis l&rsquo;&eacute;t&eacute;.</a></p>\
        <p><a name=\"ts_65000_66000_S00\" >S00: D&rsquo;accord.</a></p>\
        <p><a name=\"ts_67000_68000_S01\" >S01: Oui.</a></p></body></html>";
    let file = study.folder().join("transcripts/E01.html");
    fs::write(&file, page).unwrap();
    study.run(["import"]).succeeds();
    assert_eq!(heard(&study, "E01")[..4], ["Entretien", "Bonjour", "Vous", "vivez"]);
    let preview = &study.json(["import", "--preview"])[0];
    assert_eq!(preview["format"], "html");
    assert_eq!(preview["understood"]["times"], serde_json::json!([4, 0, 67]));
    assert_eq!(preview["understood"]["speakers"][1]["label"], "S01");
}

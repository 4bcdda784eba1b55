//! Documents made to harm: archives that grow without end or lead outside, XML without a bottom, files
//! under a wrong name. Each is refused with its reason, in both languages, and nothing is written.
//!
//! `PROPOS_HOSTILE_DIR` keeps the files, for `benches/hostile.py` to measure the time and the memory
//! that it takes to refuse them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::study::Study;

/// A file with the words of its refusal.
pub(crate) struct Hostile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) french: &'static str,
    pub(crate) english: &'static str,
}

/// The parts of a document that hold its text: the entry, what stands before the text, and after it.
const KINDS: [(&str, &str, &str, &str); 3] = [
    ("docx", "word/document.xml", "<w:document xmlns:w=\"u\"><w:body>", "</w:body></w:document>"),
    ("odt", "content.xml", "<office:document-content xmlns:office=\"o\">", "</office:document-content>"),
    ("qdpx", "project.qde", "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\">", "</Project>"),
];

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

pub(crate) fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, options()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Names an entry anew in the bytes of an archive: no writer would give it that name.
pub(crate) fn renamed(mut bytes: Vec<u8>, old: &str, new: &str) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let places: Vec<usize> = memchr::memmem::find_iter(&bytes, old).collect();
    assert_eq!(places.len(), 2, "in its header and in the directory");
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new.as_bytes());
    }
    bytes
}

/// Says in the directory, and before the entry, that it holds a gigabyte.
pub(crate) fn declared_large(mut bytes: Vec<u8>) -> Vec<u8> {
    let gigabyte = (1_u32 << 30).to_le_bytes();
    let entry = memchr::memmem::find(&bytes, b"PK\x03\x04").unwrap();
    bytes[entry + 22..entry + 26].copy_from_slice(&gigabyte);
    let directory = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
    bytes[directory + 24..directory + 28].copy_from_slice(&gigabyte);
    bytes
}

/// Says that an archive of one entry is encrypted: no key of this test would open it.
pub(crate) fn encrypted(mut bytes: Vec<u8>) -> Vec<u8> {
    let header = memchr::memmem::find(&bytes, b"PK\x03\x04").unwrap();
    bytes[header + 6] |= 1;
    let directory = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
    bytes[directory + 8] |= 1;
    bytes
}

fn files() -> Vec<Hostile> {
    let mut files = Vec::new();
    let mut add = |name: String, bytes: Vec<u8>, french, english| {
        files.push(Hostile { name, bytes, french, english });
    };
    for (kind, entry, before, after) in KINDS {
        let whole = |middle: &str| format!("{before}{middle}{after}");
        let blank = " ".repeat(100 << 20);
        let bomb = packed(&[(entry, whole(&blank).as_bytes())]);
        drop(blank);
        let (french, english) = match kind {
            "qdpx" => ("démesurément", "out of all measure"),
            _ => ("deux cents fois", "two hundred times"),
        };
        add(format!("bomb.{kind}"), bomb, french, english);
        if kind != "qdpx" {
            // Under the ratio of a bomb, and no interview: what is long for a day of talk is refused.
            let noise: String =
                (0..1_500_000_u32).map(|at| format!("{:x} ", at.wrapping_mul(at) % 97)).collect();
            let long = packed(&[(entry, whole(&noise.repeat(16)).as_bytes())]);
            add(format!("slow-bomb.{kind}"), long, "dépasse la taille permise", "larger than");
        }
        let outside = packed(&[(entry, whole("").as_bytes()), ("aa/aa/passwd", b"x")]);
        let outside = renamed(outside, "aa/aa/passwd", "../../passwd");
        add(format!("outside.{kind}"), outside, "../../passwd", "../../passwd");
        let levels: String = (1..10)
            .map(|level| format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10)))
            .collect();
        let expansion = format!("<!DOCTYPE a [<!ENTITY e0 \"ha\">{levels}]>{}", whole("&e9;"));
        let expansion = packed(&[(entry, expansion.as_bytes())]);
        add(format!("expansion.{kind}"), expansion, "type de document", "document type");
        let file = format!("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>{}", whole("&e;"));
        let file = packed(&[(entry, file.as_bytes())]);
        add(format!("entity.{kind}"), file, "type de document", "document type");
        let long = whole(&"Bonjour. ".repeat(2_000));
        let large = declared_large(packed(&[(entry, long.as_bytes())]));
        add(format!("large.{kind}"), large, ".", ".");
        let sound = packed(&[(entry, long.as_bytes())]);
        for (part, cut) in [("half", sound.len() / 2), ("start", 40)] {
            add(format!("cut-{part}.{kind}"), sound[..cut].to_vec(), "coupé", "cut");
        }
        add(format!("cut-end.{kind}"), sound[..sound.len() - 10].to_vec(), "abîmé", "damaged");
        add(
            format!("locked.{kind}"),
            encrypted(packed(&[(entry, long.as_bytes())])),
            "mot de passe",
            "password",
        );
        let nested = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        let nested = packed(&[(entry, whole(&nested).as_bytes())]);
        add(format!("nested.{kind}"), nested, "emboît", "nest");
        add(format!("picture.{kind}"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), ".", ".");
        let ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        let (french, english) = match kind {
            "qdpx" => ("n’est pas une archive", "is no archive"),
            _ => ("mot de passe", "password"),
        };
        add(format!("office-locked.{kind}"), [ole.as_slice(), &[0; 512]].concat(), french, english);
        add(format!("other.{kind}"), packed(&[("other.xml", b"<a/>")]), ".", ".");
    }
    add("deep.rtf".into(), [&b"{\\rtf1 "[..], &b"{".repeat(100_000)].concat(), "emboît", "nest");
    add("endless.rtf".into(), b"{\\rtf1 {\\bin2000000000 x}".to_vec(), "coupé", "cut");
    files
}

#[test]
fn what_is_made_to_harm_is_refused_with_its_reason() {
    are_refused(files());
}

/// Imports each file into one study, in both languages, and holds what is told to its words.
#[track_caller]
pub(crate) fn are_refused(files: Vec<Hostile>) {
    let study = Study::empty();
    let keep = std::env::var_os("PROPOS_HOSTILE_DIR").map(std::path::PathBuf::from);
    let mut faults = Vec::new();
    for Hostile { name, bytes, french, english } in files {
        if let Some(folder) = &keep {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(&name), &bytes).unwrap();
        }
        study.write(&format!("inbox/{name}"), &bytes);
        for (language, words) in [("fr", french), ("en", english)] {
            let path = format!("inbox/{name}");
            let ran = study.run(["import", &path, "--lang", language]);
            let located = ran.told.lines().find(|line| line.starts_with(&path));
            if ran.code != 1 || !located.is_some_and(|line| line.contains(words)) {
                faults.push(format!(
                    "{name}, {language}, wants {words:?}: {} {}{}",
                    ran.code, ran.out, ran.told
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(study.operations(), 0);
    for folder in ["transcripts", "codings", "codebook"] {
        let kept = std::fs::read_dir(study.folder().join(folder)).map_or(0, Iterator::count);
        assert_eq!(kept, 0, "nothing is written in {folder}");
    }
}

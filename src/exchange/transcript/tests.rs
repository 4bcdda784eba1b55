//! Published interviews in each format: who speaks how often, and how many times are told.

use super::read;
use crate::domain::transcript::{MarkKind, Roles};

/// File, its bytes, format, encoding, labels with their turns, and times.
type File = (
    &'static str,
    &'static [u8],
    &'static str,
    Option<&'static str>,
    &'static [(&'static str, usize)],
    usize,
);

macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/corpora/", $name))
    };
}

/// Counted by hand in each file.
const FILES: [File; 16] = [
    ("artisans-1.docx", file!("artisans-1.docx"), "docx", None, &[("Chercheur", 18), ("Interviewe", 18)], 36),
    ("artisans-2.docx", file!("artisans-2.docx"), "docx", None, &[("Chercheur", 30), ("Interviewe", 31)], 63),
    ("artisans-3.docx", file!("artisans-3.docx"), "docx", None, &[("Chercheur", 22), ("Interviewe", 21)], 43),
    ("artisans-4.docx", file!("artisans-4.docx"), "docx", None, &[("Chercheur", 14), ("Interviewe", 14)], 18),
    ("artisans-5.docx", file!("artisans-5.docx"), "docx", None, &[("Chercheur", 12), ("Interviewe", 11)], 23),
    ("artisans-6.docx", file!("artisans-6.docx"), "docx", None, &[("Chercheur", 15), ("Interviewe", 15)], 30),
    (
        "rhapsodie-D0001.txt",
        file!("rhapsodie-D0001.txt"),
        "text",
        Some("windows-1252"),
        &[("Enquêtrice", 21), ("Enquêté", 28), ("Enquêté 2", 16)],
        0,
    ),
    (
        "rhapsodie-D0002.odt",
        file!("rhapsodie-D0002.odt"),
        "odt",
        None,
        &[("Enquêtée", 30), ("Enquêtrice", 26), ("Enquêté", 8)],
        0,
    ),
    (
        "rhapsodie-D0003.rtf",
        file!("rhapsodie-D0003.rtf"),
        "rtf",
        None,
        &[("Enquêtrice", 11), ("Enquêtée", 10)],
        0,
    ),
    (
        "rhapsodie-D0004.txt",
        file!("rhapsodie-D0004.txt"),
        "text",
        Some("UTF-8"),
        &[("Enquêtée", 35), ("Enquêtrice", 34)],
        69,
    ),
    (
        "rhapsodie-D0005.docx",
        file!("rhapsodie-D0005.docx"),
        "docx",
        None,
        &[("Enquêtrice", 16), ("Enquêté", 16)],
        0,
    ),
    (
        "rhapsodie-D0006.srt",
        file!("rhapsodie-D0006.srt"),
        "subtitle",
        Some("UTF-8"),
        &[("Enquêté", 42), ("Enquêtrice", 42)],
        84,
    ),
    (
        "rhapsodie-D0006.vtt",
        file!("rhapsodie-D0006.vtt"),
        "subtitle",
        Some("UTF-8"),
        &[("Enquêté", 42), ("Enquêtrice", 42)],
        84,
    ),
    ("goodboy.srt", file!("goodboy.srt"), "subtitle", Some("UTF-8"), &[("S1", 108)], 108),
    ("goodboy.vtt", file!("goodboy.vtt"), "subtitle", Some("UTF-8"), &[("S1", 108)], 108),
    ("goodboy.txt", file!("goodboy.txt"), "subtitle", Some("UTF-8"), &[("S1", 108)], 108),
];

#[test]
fn each_format_gives_its_speakers_and_its_times() {
    for (name, bytes, format, encoding, speakers, times) in FILES {
        let reading = read(name, bytes, &Roles::default());
        assert_eq!((reading.format, reading.encoding), (format, encoding), "{name}");
        let version = reading.parsed.transcript.expect(name).version;
        let count = |index| version.turns.iter().filter(|turn| turn.speaker == Some(index)).count();
        let found: Vec<(&str, usize)> = version
            .speakers
            .iter()
            .enumerate()
            .map(|(index, speaker)| (speaker.label.as_str(), count(index)))
            .collect();
        assert_eq!(found, speakers, "{name}");
        let marks = version.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Timecode { .. }));
        assert_eq!(marks.count(), times, "{name}");
    }
}

#[test]
fn the_formats_of_one_interview_give_one_text() {
    let text = |name: &str| {
        let (_, bytes, ..) = FILES.iter().find(|(known, ..)| *known == name).expect("a file");
        read(name, bytes, &Roles::default()).parsed.transcript.expect("a transcript").version.text
    };
    assert_eq!(text("goodboy.srt"), text("goodboy.vtt"));
    assert_eq!(text("goodboy.srt"), text("goodboy.txt"));
    assert_eq!(text("rhapsodie-D0006.srt"), text("rhapsodie-D0006.vtt"));
}

#[test]
fn a_wrong_ending_does_not_mislead() {
    let (_, docx, ..) = FILES[0];
    assert_eq!(read("e.txt", docx, &Roles::default()).format, "docx");
    let told = |bytes: &[u8]| read("e.docx", bytes, &Roles::default()).parsed.diagnostics[0].key.to_string();
    assert_eq!(told(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1]), "document-old-or-locked");
    assert_eq!(told(b"%PDF-1.7"), "pdf-unread");
    assert_eq!(read("e.docx", b"Q : oui\n\nR : non\n", &Roles::default()).format, "text");
}

//! The bundled study's codings all find their place, and keep it when a transcript is edited.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use propos::domain::coding::anchor::{Anchorer, Placed, Unplaced};
use propos::domain::coding::reanchor::reanchor;
use propos::domain::coding::{Anchor, Anchoring, Passage};
use propos::domain::transcript::{ParsedTranscript, Roles, TranscriptVersion, parse};
use propos::exchange::coding_table;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn transcripts() -> BTreeMap<String, (String, ParsedTranscript)> {
    files("transcripts")
        .into_iter()
        .map(|path| {
            let source = fs::read_to_string(&path).unwrap();
            let name = format!("transcripts/{}", path.file_name().unwrap().to_string_lossy());
            let parsed = parse(&name, &source, &Roles::default());
            let id = parsed.transcript.as_ref().unwrap().id.to_string();
            (id, (source, parsed))
        })
        .collect()
}

/// Places every row of the study's tables: by transcript, in the order of the table.
fn placed(transcripts: &BTreeMap<String, (String, ParsedTranscript)>) -> BTreeMap<String, Vec<Placed>> {
    let mut all: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    for path in files("codings") {
        let name = format!("codings/{}", path.file_name().unwrap().to_string_lossy());
        let table = coding_table::read(&name, &fs::read_to_string(&path).unwrap());
        assert_eq!(table.diagnostics, []);
        let id = table.rows[0].transcript.to_string();
        let parsed = &transcripts[&id].1;
        let anchorer = Anchorer::new(&parsed.transcript.as_ref().unwrap().version);
        for row in &table.rows {
            match anchorer.place(&row.passage, &parsed.source_map) {
                Ok(placed) => all.entry(id.clone()).or_default().push(placed),
                Err(why) => panic!("{}: {why:?}", row.place),
            }
        }
    }
    all
}

fn version(parsed: &ParsedTranscript) -> &TranscriptVersion {
    &parsed.transcript.as_ref().unwrap().version
}

#[test]
fn all_2011_codings_of_the_study_find_their_place() {
    let transcripts = transcripts();
    let placed = placed(&transcripts);
    assert_eq!(placed.len(), 12);
    assert_eq!(placed.values().map(Vec::len).sum::<usize>(), 2011);
}

#[test]
fn a_quote_that_stands_twice_needs_its_context() {
    let transcripts = transcripts();
    let parsed = &transcripts["E11"].1;
    let passage = Passage::Quote {
        exact: "des trucs à la caisse".to_owned(),
        prefix: String::new(),
        suffix: String::new(),
    };
    let found = Anchorer::new(version(parsed)).place(&passage, &parsed.source_map);
    assert!(matches!(found, Err(Unplaced::Ambiguous { candidates }) if candidates.len() == 2));
}

#[test]
fn a_placed_quote_goes_to_its_source_and_back() {
    let transcripts = transcripts();
    for (id, places) in placed(&transcripts) {
        let (_, parsed) = &transcripts[&id];
        let anchorer = Anchorer::new(version(parsed));
        for place in places {
            let source = parsed.source_map.source_span(place.anchor.span).unwrap();
            assert_eq!(anchorer.place(&Passage::Source(source), &parsed.source_map), Ok(place));
        }
    }
}

#[test]
fn a_written_table_places_every_coding_where_it_was() {
    let transcripts = transcripts();
    for (id, places) in placed(&transcripts) {
        let parsed = &transcripts[&id].1;
        let anchorer = Anchorer::new(version(parsed));
        for place in places {
            let Anchor { exact, prefix, suffix, .. } = place.anchor.clone();
            let passage = Passage::Quote { exact, prefix, suffix };
            assert_eq!(anchorer.place(&passage, &parsed.source_map), Ok(place));
        }
    }
}

#[test]
fn an_edited_word_loses_no_coding() {
    let transcripts = transcripts();
    let places = placed(&transcripts);
    for (id, (source, parsed)) in &transcripts {
        let anchors: Vec<Anchor> = places[id].iter().map(|place| place.anchor.clone()).collect();
        let same = reanchor(version(parsed), version(parsed), &anchors);
        assert!(same.iter().all(|found| found.verdict == Anchoring::Exact));
        // One word of a turn in the middle becomes another, longer one.
        let middle = source.len() / 2;
        let at =
            (middle..).find(|at| source.is_char_boundary(*at) && source[*at..].starts_with(' ')).unwrap();
        let end = at + 1 + source[at + 1..].find(' ').unwrap();
        let edited = format!("{} anticonstitutionnellement{}", &source[..at], &source[end..]);
        let new = parse(&format!("transcripts/{id}.md"), &edited, &Roles::default());
        let found = reanchor(version(parsed), version(&new), &anchors);
        let mut counts = [0; 4];
        for (found, anchor) in found.iter().zip(&anchors) {
            match found.verdict {
                Anchoring::Exact => counts[0] += 1,
                Anchoring::Moved => {
                    counts[1] += 1;
                    assert_eq!(found.anchor.exact, anchor.exact);
                }
                Anchoring::Approximate { score } => {
                    counts[2] += 1;
                    assert!((0.0..1.0).contains(&score));
                    assert!(found.anchor.exact.contains("anticonstitutionnellement"));
                }
                Anchoring::Lost => counts[3] += 1,
            }
        }
        assert_eq!(counts[3], 0, "{id}: {counts:?}");
        assert!(counts[0] > 0 && counts[1] > 0, "{id}: {counts:?}");
    }
}

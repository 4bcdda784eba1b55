//! How long does one interview of 8,000 words take to read, and 150 codings to be placed on it?
//!
//! `PROPOS_BENCH_CORPUS` names the `transcripts/` folder of a corpus made by `benches/make_corpus.py`;
//! without it the bench reads the study that the repository holds, whose interviews are shorter. The
//! codings are quotes of sixty scalar values, evenly spread, as a table gives them.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench stops where it fails")]

use std::sync::LazyLock;
use std::{env, fs};

use divan::{Bencher, black_box};
use propos::domain::coding::Passage;
use propos::domain::coding::anchor::Anchorer;
use propos::domain::transcript::markdown::{ParsedTranscript, parse};
use propos::domain::transcript::{Roles, SourceMap, Transcript};
use propos::text::{Fingerprint, Span};

const CODINGS: usize = 150;

/// Scalar values of a quote.
const LENGTH: usize = 60;

fn main() {
    LazyLock::force(&READ);
    divan::main();
}

static FILE: LazyLock<String> = LazyLock::new(|| {
    let folder = env::var("PROPOS_BENCH_CORPUS").unwrap_or_else(|_| "transcripts".to_owned());
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    fs::read_to_string(files.first().unwrap()).unwrap()
});

static READ: LazyLock<(Transcript, SourceMap)> = LazyLock::new(|| {
    let ParsedTranscript { transcript, source_map, .. } = parse("a.md", &FILE, &Roles::default());
    (transcript.unwrap(), source_map)
});

#[divan::bench(sample_count = 50)]
fn an_interview_is_read() {
    black_box(parse("a.md", black_box(&FILE), &Roles::default()));
}

#[divan::bench(sample_count = 50)]
fn an_interview_is_fingerprinted() {
    black_box(Fingerprint::of(black_box(FILE.as_bytes())));
}

#[divan::bench(sample_count = 50)]
fn quotes_are_placed(bencher: Bencher<'_, '_>) {
    let (transcript, source_map) = &*READ;
    let letters: Vec<char> = transcript.version.text.chars().collect();
    let quotes: Vec<Passage> = starts(letters.len())
        .map(|start| Passage::Quote {
            exact: letters[start..start + LENGTH].iter().collect(),
            prefix: letters[start.saturating_sub(30)..start].iter().collect(),
            suffix: String::new(),
        })
        .collect();
    bencher.bench(|| {
        let anchorer = Anchorer::new(&transcript.version);
        quotes.iter().filter(|quote| anchorer.place(quote, source_map).is_ok()).count()
    });
}

#[divan::bench(sample_count = 50)]
fn places_of_the_file_are_placed(bencher: Bencher<'_, '_>) {
    let (transcript, source_map) = &*READ;
    let spans: Vec<Passage> =
        starts(FILE.chars().count()).map(|start| Passage::Source(Span::new(start, start + LENGTH))).collect();
    bencher.bench(|| {
        let anchorer = Anchorer::new(&transcript.version);
        spans.iter().filter(|span| anchorer.place(span, source_map).is_ok()).count()
    });
}

fn starts(length: usize) -> impl Iterator<Item = usize> {
    (0..CODINGS).map(move |index| index * (length - LENGTH) / CODINGS)
}

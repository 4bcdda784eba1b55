//! How long does Reinert's classification into six classes take, on 12 and on 1,000 interviews of 8,000 words?
//!
//! The bench makes its interviews itself: eight subjects with sixty words each, words common to all, and a
//! tail of rare ones, a turn staying with its subject. `PROPOS_BENCH_CORPUS` names a folder of transcripts to
//! take instead, the first 12 and the first 1,000 of them. `words` reads texts into numbered terms, `classes`
//! cuts segments and classifies them (40 words), `double` does so with segments of 60 words beside.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench stops where it fails")]

use std::sync::LazyLock;
use std::{env, fs};

use divan::{Bencher, black_box};
use propos::analysis::lexical::{Corpus, Settings, Term, classify_corpus};
use propos::domain::transcript::Transcript;
use propos::domain::transcript::markdown::parse;
use propos::progress::Silent;
use propos::text::Language;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const WORDS: usize = 8_000;
const SUBJECTS: usize = 8;
const SYLLABLES: [&str; 16] = [
    "ba", "ché", "dron", "fleu", "gar", "lin", "mou", "pou", "ran", "soi", "tur", "vel", "zé", "bli", "crou",
    "ti",
];
const TOOLS: [&str; 12] =
    ["le", "la", "et", "de", "que", "pas", "avec", "c’est", "on", "dans", "mais", "j’ai"];

static TRANSCRIPTS: LazyLock<Vec<Transcript>> = LazyLock::new(|| match env::var_os("PROPOS_BENCH_CORPUS") {
    Some(folder) => {
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| read(&file.to_string_lossy(), &fs::read_to_string(file).unwrap())).collect()
    }
    None => (0..1_000).map(make).collect(),
});

fn main() {
    divan::main();
}

fn read(path: &str, text: &str) -> Transcript {
    parse(path, text, &Default::default()).transcript.unwrap()
}

fn first(interviews: usize) -> &'static [Transcript] {
    &TRANSCRIPTS[..interviews.min(TRANSCRIPTS.len())]
}

fn word(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    word
}

fn make(number: u64) -> Transcript {
    let mut draw = ChaCha8Rng::seed_from_u64(number);
    let mut text = format!("---\nid: int-{number:04}\n---\n\n");
    let mut said = 0;
    while said < WORDS {
        let subject = draw.gen_range(0..SUBJECTS);
        text.push_str("**Enquêteur :** Et ensuite ?\n\n**Allocataire :**");
        for _ in 0..draw.gen_range(20..160) {
            text.push(' ');
            match draw.gen_range(0..100) {
                0..=54 => text.push_str(TOOLS[draw.gen_range(0..TOOLS.len())]),
                // The first words of a subject are the most frequent.
                55..=79 => {
                    text.push_str(&word(60 * subject + draw.gen_range(0..60).min(draw.gen_range(0..60))))
                }
                80..=95 => text.push_str(&word(1_000 + draw.gen_range(0..400).min(draw.gen_range(0..400)))),
                _ => text.push_str(&word(1_400 + draw.gen_range(0..2_600))),
            }
            text.push_str(["", "", "", "", "", "", "", "", ",", ".", ""][draw.gen_range(0..11)]);
            said += 1;
        }
        text.push_str(".\n\n");
    }
    read("bench.md", &text)
}

fn corpus(interviews: usize) -> Corpus {
    Corpus::read(first(interviews), Term::Stem, Language::Fr)
}

#[divan::bench(args = [12, 1_000], sample_count = 3, sample_size = 1)]
fn words(interviews: usize) -> Corpus {
    LazyLock::force(&TRANSCRIPTS);
    corpus(black_box(interviews))
}

#[divan::bench(args = [12, 1_000], sample_count = 3, sample_size = 1)]
fn classes(bencher: Bencher<'_, '_>, interviews: usize) {
    let corpus = corpus(interviews);
    bencher.bench(|| classify_corpus(black_box(&corpus), &Settings::default(), &Silent).unwrap());
}

#[divan::bench(args = [12], sample_count = 3, sample_size = 1)]
fn double(bencher: Bencher<'_, '_>, interviews: usize) {
    let corpus = corpus(interviews);
    let settings = Settings { double: Some(60), ..Settings::default() };
    bencher.bench(|| classify_corpus(black_box(&corpus), &settings, &Silent).unwrap());
}

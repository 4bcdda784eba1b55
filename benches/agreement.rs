//! How long does the agreement of two coders on forty codes take, with intervals?
//!
//! Interviews of 8,000 words with 150 codings by each coder, like those of `make_corpus.py`; what is
//! measured begins with the text and the places of the passages, and ends with every coefficient by
//! code, by theme and over all, and their intervals of 2,000 draws. `codepoint` is what other programs
//! compute with a cell a character.

#![allow(clippy::unwrap_used, reason = "a bench stops where it fails")]

use divan::{Bencher, black_box};
use propos::analysis::agreement::measure::{Coded, Measured, measure, unitize};
use propos::analysis::agreement::unit::{Layout, Rule, Unit};
use propos::analysis::statistics::bootstrap::Plan;
use propos::domain::transcript::{Role, Speaker, TranscriptVersion, Turn};
use propos::text::{Fingerprint, Span};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const WORDS: [&str; 12] = [
    "la",
    "caf",
    "m’a",
    "rappelée",
    "jeudi",
    "matin",
    "pour",
    "l’aide",
    "au",
    "logement,",
    "c’était",
    "long.",
];
const CODES: usize = 40;
const CODINGS: usize = 150;
const PLAN: Plan = Plan { draws: 2_000, level: 0.95, seed: 1 };

fn main() {
    divan::main();
}

/// An interview and its passages: code, coder, place.
type Interview = (TranscriptVersion, Vec<(usize, usize, Span)>);

fn interview(draw: &mut ChaCha8Rng) -> Interview {
    let (mut text, mut turns, mut at, mut words) = (String::new(), Vec::new(), 0, 0);
    while words < 8_000 {
        let is_question = turns.len() % 2 == 0;
        let length = if is_question { draw.gen_range(4..15) } else { draw.gen_range(30..160) };
        let speech: Vec<&str> = (0..length).map(|_| WORDS[draw.gen_range(0..WORDS.len())]).collect();
        let speech = speech.join(" ");
        let long = speech.chars().count();
        text.push_str(if is_question { "Q : " } else { "R : " });
        text.push_str(&speech);
        text.push_str("\n\n");
        turns.push(Turn {
            number: u32::try_from(turns.len() + 1).unwrap(),
            speaker: Some(usize::from(!is_question)),
            speech: Span::new(at + 4, at + 4 + long),
            part: None,
            line: 2 * turns.len() + 1,
        });
        at += 4 + long + 2;
        words += length;
    }
    let mut passages = Vec::new();
    for _ in 0..CODINGS {
        let (code, start, long) = (draw.gen_range(0..CODES), draw.gen_range(0..at), draw.gen_range(40..400));
        passages.push((code, 0, Span::new(start, start + long)));
        if draw.gen_bool(0.8) {
            passages.push((code, 1, Span::new(start + draw.gen_range(0..40), start + long)));
        } else {
            passages.push((draw.gen_range(0..CODES), 1, Span::new(start, start + long)));
        }
    }
    let speaker = |label: &str, role| Speaker { label: label.to_owned(), role };
    let version = TranscriptVersion {
        number: 1,
        fingerprint: Fingerprint::of(text.as_bytes()),
        text,
        speakers: vec![speaker("Q", Role::Interviewer), speaker("R", Role::Respondent)],
        turns,
        parts: Vec::new(),
        marks: Vec::new(),
    };
    (version, passages)
}

fn interviews(count: usize) -> Vec<Interview> {
    let mut draw = ChaCha8Rng::seed_from_u64(4);
    (0..count).map(|_| interview(&mut draw)).collect()
}

fn coded(interviews: &[Interview], unit: Unit) -> Vec<Coded> {
    let one = |(version, passages): &Interview| Coded {
        layout: Layout::read(version, unit),
        judged: vec![true, true],
        passages: passages.clone(),
    };
    interviews.iter().map(one).collect()
}

fn themes() -> Vec<Vec<usize>> {
    (0..5).map(|theme| (8 * theme..8 * (theme + 1)).collect()).collect()
}

fn whole(interviews: &[Interview], unit: Unit) -> Measured {
    measure(&coded(interviews, unit), CODES, &themes(), Rule::Any, PLAN)
}

#[divan::bench(args = [Unit::Turn, Unit::Sentence, Unit::Token, Unit::Codepoint], sample_count = 10, sample_size = 1)]
fn twelve_interviews(bencher: Bencher<'_, '_>, unit: Unit) {
    let interviews = interviews(12);
    bencher.bench(|| whole(black_box(&interviews), unit));
}

#[divan::bench(args = [Unit::Turn, Unit::Token, Unit::Codepoint], sample_count = 3, sample_size = 1)]
fn thousand_interviews(bencher: Bencher<'_, '_>, unit: Unit) {
    let interviews = interviews(1_000);
    bencher.bench(|| whole(black_box(&interviews), unit));
}

#[divan::bench(args = [12, 1_000], sample_count = 3, sample_size = 1)]
fn u_alpha_of_forty_codes(bencher: Bencher<'_, '_>, count: usize) {
    let interviews = interviews(count);
    bencher.bench(|| {
        let coded = coded(black_box(&interviews), Unit::Codepoint);
        (0..CODES).map(|code| unitize(&coded, &[code], PLAN).unwrap().u_alpha).collect::<Vec<_>>()
    });
}

//! How long does a code × code matrix of 40 codes over 150,000 codings take?
//!
//! The codings are drawn from a seed: 1,000 interviews of 250 turns, 150 codings each, the first codes
//! far more frequent than the last, as in real codebooks. The whole command, with the reading of the
//! database, is `propos matrix codes`: docs/PERFORMANCE.md.

use std::sync::LazyLock;

use divan::black_box;
use propos::analysis::matrix::cooccurrence::{by_overlap, by_turn};
use propos::domain::coding::{Anchor, Anchoring, Coding, Origin};
use propos::domain::{CodeId, CoderId, RecordId, TranscriptId};
use propos::text::Span;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const CODES: usize = 40;
const INTERVIEWS: usize = 1_000;
const CODINGS: usize = 150;
const TURNS: u32 = 250;

/// Scalar values of a turn.
const TURN: usize = 190;

static STUDY: LazyLock<(Vec<CodeId>, Vec<Coding>)> = LazyLock::new(|| {
    let mut draw = ChaCha8Rng::seed_from_u64(1);
    let codes: Vec<CodeId> =
        (0..CODES).map(|code| CodeId::from(format!("code-{code:02}").as_str())).collect();
    let mut codings = Vec::with_capacity(INTERVIEWS * CODINGS);
    for interview in 0..INTERVIEWS {
        for _ in 0..CODINGS {
            let turn = draw.gen_range(1..=TURNS);
            let start = turn as usize * TURN + draw.gen_range(0..TURN / 2);
            codings.push(Coding {
                id: RecordId(String::new()),
                transcript: TranscriptId(format!("int-{interview:04}")),
                version: 1,
                code: codes[draw.gen_range(0..CODES).min(draw.gen_range(0..CODES))].clone(),
                coder: CoderId::from("c1"),
                anchor: Anchor { span: Span::new(start, start + 80), ..Anchor::default() },
                turns: (turn, turn),
                intensity: None,
                memo: String::new(),
                anchoring: Anchoring::Exact,
                origin: Origin::Import,
            });
        }
    }
    (codes, codings)
});

fn main() {
    LazyLock::force(&STUDY);
    divan::main();
}

#[divan::bench(sample_count = 5)]
fn turns_shared() {
    black_box(by_turn(&STUDY.0, &STUDY.1));
}

#[divan::bench(sample_count = 5)]
fn extracts_that_overlap() {
    black_box(by_overlap(&STUDY.0, &STUDY.1));
}

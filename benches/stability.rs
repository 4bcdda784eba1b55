//! How long does a typology take with every trial of its stability, and what do thousand resamples cost?
//!
//! Twelve interviews, forty codes on two axes, two coders who disagree here and there; B = 999 samples
//! without groups and 1,000 draws of each other kind. The resamples are three
//! groups of twelve cases in forty dimensions, one start of k-means each.

#![allow(clippy::unwrap_used, reason = "a bench stops where it fails")]

use divan::{Bencher, black_box};
use propos::analysis::typology::point::Point;
use propos::analysis::typology::stability::{bootstrap_kmeans, draw_cases};
use propos::analysis::typology::{self, Settings, exact};
use propos::domain::codebook::{Code, Codebook, Theme};
use propos::domain::coding::{Anchor, Anchoring, Coding, Origin};
use propos::domain::id::AxisId;
use propos::domain::transcript::{Roles, Transcript, parse};
use propos::progress::Silent;
use propos::text::Span;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const CASES: usize = 12;
const CODES: usize = 40;

fn main() {
    divan::main();
}

#[divan::bench(args = [false, true], sample_count = 5, sample_size = 1)]
fn typology_of_twelve_by_forty(bencher: Bencher<'_, '_>, stability: bool) {
    let (codebook, transcripts, codings) = study();
    let settings = Settings { stability, ..Settings::default() };
    bencher
        .bench(|| typology::build(black_box(&codebook), &transcripts, &codings, &settings, &Silent).unwrap());
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn thousand_resamples(bencher: Bencher<'_, '_>) {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let points: Vec<Point> =
        (0..CASES).map(|_| (0..CODES).map(|_| random.r#gen::<f64>()).collect()).collect();
    let (labels, _) = exact::find(&points, 3).unwrap();
    bencher.bench_local(|| {
        let draws = draw_cases(CASES, 1000, &mut random);
        bootstrap_kmeans(black_box(&points), &labels, 3, &draws, 1, &mut random)
    });
}

/// Makes twelve interviews in which each code is given at an intensity of 0 to 3.
fn study() -> (Codebook, Vec<Transcript>, Vec<Coding>) {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let axes: [AxisId; 2] = ["complexity".into(), "effect".into()];
    let codes = (0..CODES)
        .map(|code| Code {
            id: format!("code-{code}").as_str().into(),
            weights: vec![(axes[code % 2].clone(), if code % 8 == 1 { -1.0 } else { 1.0 })],
            ..Code::default()
        })
        .collect();
    let codebook = Codebook { themes: vec![Theme { codes, ..Theme::default() }] };
    let (mut transcripts, mut codings) = (Vec::new(), Vec::new());
    for case in 0..CASES {
        let text = format!("---\nid: E{case:02}\n---\n\n**A :** {}\n", "mot ".repeat(400));
        let transcript = parse("bench.md", &text, &Roles::default()).transcript.unwrap();
        let start = transcript.version.turns[0].speech.start.0;
        for code in 0..CODES {
            let intensity: u8 = random.gen_range(0..4);
            for coder in ["c1", "c2"] {
                let own = if random.gen_bool(0.1) { (intensity + 1) % 4 } else { intensity };
                if own == 0 {
                    continue;
                }
                codings.push(Coding {
                    id: format!("{case}-{code}-{coder}").as_str().into(),
                    transcript: transcript.id.clone(),
                    version: 1,
                    code: format!("code-{code}").as_str().into(),
                    coder: coder.into(),
                    anchor: Anchor {
                        span: Span::new(start + code * 8, start + code * 8 + 20),
                        ..Anchor::default()
                    },
                    turns: (1, 1),
                    intensity: Some(own),
                    memo: String::new(),
                    anchoring: Anchoring::Exact,
                    origin: Origin::Import,
                });
            }
        }
        transcripts.push(transcript);
    }
    (codebook, transcripts, codings)
}

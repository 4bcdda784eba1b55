//! Gamma over the interviews: passages of different coders aligned, against texts coded at random.

use serde::Serialize;

use super::compare::{Basis, Compared, plan};
use crate::analysis::agreement::alignment::{Passage, Weights};
use crate::analysis::agreement::gamma::{Gamma, Pooled, Sampling, gamma, pool};
use crate::analysis::agreement::measure::Coded;
use crate::analysis::agreement::unit::Unit;
use crate::analysis::statistics::undefined::{self, Defined};
use crate::app::material::Material;
use crate::domain::{CoderId, TranscriptId};
use crate::text::Fingerprint;

/// Texts coded at random for each interview, unless asked otherwise.
pub const DRAWS: u32 = 100;

/// Gamma of the study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GammaOutcome {
    /// Over the interviews where it is defined.
    #[serde(serialize_with = "undefined::serialize")]
    pub pooled: Defined<Pooled>,
    /// Its three settings: α weighs places, β codes, Δ∅ a passage that nobody answers.
    pub weights: Weights,
    /// Texts coded at random for each interview.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
    /// Interview by interview.
    pub interviews: Vec<InterviewGamma>,
}

/// Gamma of one interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InterviewGamma {
    /// The interview.
    pub transcript: TranscriptId,
    /// Who coded it.
    pub coders: Vec<CoderId>,
    /// Passages of all of them, in respondents' speech.
    pub passages: usize,
    /// Gamma, places counted in scalar values of respondents' speech.
    #[serde(serialize_with = "undefined::serialize")]
    pub gamma: Defined<Gamma>,
}

/// Measures gamma on the interviews that at least two of the coders coded, all codes together.
pub(super) fn measure(material: &Material, basis: &Basis, draws: u32) -> GammaOutcome {
    let compared = Compared::read(material, basis, Unit::Codepoint);
    let plan = plan(material, basis);
    let weights = Weights::default();
    let mut texts = Vec::new();
    let interviews = compared.ids.into_iter().zip(&compared.interviews).map(|(transcript, coded)| {
        let (coders, passages) = by_coder(coded, &basis.coders);
        let sampling = Sampling { draws, seed: plan.seed, stream: stream(&transcript) };
        let found = gamma(&passages, &weights, sampling);
        let count: usize = passages.iter().map(Vec::len).sum();
        if let Ok(found) = found {
            texts.push((count as f64 / coders.len() as f64, found));
        }
        InterviewGamma { transcript, coders, passages: count, gamma: found }
    });
    let interviews = interviews.collect();
    GammaOutcome { pooled: pool(&texts, plan), weights, draws, seed: plan.seed, interviews }
}

/// Who judged an interview, each with the passages that touch respondents' speech.
fn by_coder(coded: &Coded, coders: &[CoderId]) -> (Vec<CoderId>, Vec<Vec<Passage>>) {
    let mut own: Vec<Vec<Passage>> = vec![Vec::new(); coders.len()];
    for (code, coder, span) in &coded.passages {
        let place = coded.layout.place(*span);
        own[*coder].extend(place.map(|place| Passage {
            start: place.start.0 as f64,
            end: place.end.0 as f64,
            code: *code,
        }));
    }
    let judged = coders.iter().cloned().zip(own).zip(&coded.judged).filter(|(_, judged)| **judged);
    judged.map(|(one, _)| one).unzip()
}

/// Gives each interview random texts of its own, the same whichever interviews stand beside it.
fn stream(transcript: &TranscriptId) -> u64 {
    let digits = Fingerprint::of(transcript.as_str().as_bytes()).0;
    digits.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(0)
}

//! How far two coders agree: code by code and over all codes, turn of a respondent by turn.

use std::collections::BTreeMap;

use super::material::Material;
use crate::analysis::agreement::by_code::{CodeAgreement, agree_on_code};
use crate::analysis::statistics::bootstrap::Plan;
use crate::analysis::statistics::undefined::Defined;
use crate::domain::coding::Anchoring;
use crate::domain::transcript::Role;
use crate::domain::{CodeId, CoderId, TranscriptId};

/// Interviews resampled for the intervals.
const RESAMPLES: u32 = 2_000;

/// Agreement of two coders on the interviews that both coded.
#[derive(Clone, Debug, PartialEq)]
pub struct PairAgreement {
    /// Interviews that both coded.
    pub interviews: Vec<TranscriptId>,
    /// Turns of respondents in them.
    pub turns: usize,
    /// Over all codes: the unit is a turn and a code.
    pub overall: Defined<CodeAgreement>,
    /// By code that either gave, in the order of the codebook.
    pub codes: Vec<(CodeId, Defined<CodeAgreement>)>,
}

/// Measures the agreement of two coders, on one interview or on all that both coded.
pub fn agreement(
    material: &Material,
    coders: (&CoderId, &CoderId),
    only: Option<&TranscriptId>,
) -> PairAgreement {
    let placed = || material.codings.iter().filter(|coding| coding.anchoring != Anchoring::Lost);
    let coded = |coder: &CoderId, transcript: &TranscriptId| {
        placed().any(|coding| coding.coder == *coder && coding.transcript == *transcript)
    };
    let interviews: Vec<TranscriptId> = material
        .transcripts
        .iter()
        .map(|transcript| &transcript.id)
        .filter(|id| only.is_none_or(|wanted| wanted == *id))
        .filter(|id| coded(coders.0, id) && coded(coders.1, id))
        .cloned()
        .collect();
    let mut rows: BTreeMap<(&TranscriptId, u32), usize> = BTreeMap::new();
    let mut ranks = Vec::new();
    for transcript in &material.transcripts {
        let Some(rank) = interviews.iter().position(|id| *id == transcript.id) else { continue };
        let version = &transcript.version;
        for turn in &version.turns {
            if version.role(turn) == Role::Respondent && !turn.speech.is_empty() {
                rows.insert((&transcript.id, turn.number), ranks.len());
                ranks.push(rank);
            }
        }
    }
    let mut given: BTreeMap<&CodeId, Vec<Vec<Option<bool>>>> = BTreeMap::new();
    for coding in placed() {
        let side = usize::from(coding.coder != *coders.0);
        if coding.coder != *coders.0 && coding.coder != *coders.1 {
            continue;
        }
        for turn in coding.turns.0..=coding.turns.1 {
            if let Some(&row) = rows.get(&(&coding.transcript, turn)) {
                let units =
                    given.entry(&coding.code).or_insert_with(|| vec![vec![Some(false); 2]; ranks.len()]);
                units[row][side] = Some(true);
            }
        }
    }
    let plan = Plan { draws: RESAMPLES, seed: material.settings.typology.seed, level: 0.95 };
    let (mut all, mut all_ranks) = (Vec::new(), Vec::new());
    for units in given.values() {
        all.extend(units.iter().cloned());
        all_ranks.extend_from_slice(&ranks);
    }
    let codes = material
        .codebook
        .codes()
        .filter_map(|code| Some((code.id.clone(), agree_on_code(given.get(&code.id)?, &ranks, plan))))
        .collect();
    PairAgreement { turns: ranks.len(), overall: agree_on_code(&all, &all_ranks, plan), codes, interviews }
}

//! Which turn of a respondent carries which code: the unit of co-occurrence and agreement.

use std::collections::BTreeMap;

use crate::analysis::agreement::by_code::CodeAgreement;
use crate::analysis::cooccurrence::{measure_pairs, shift_null};
use crate::app::agreement::{Basis, compare};
use crate::app::material::Material;
use crate::domain::coding::Anchoring;
use crate::domain::transcript::Role;
use crate::domain::{CoderId, TranscriptId};
use crate::report::findings::{Agreement, CodeFacts, CodePair, Cooccurrence};

/// Circular shifts drawn for the null of co-occurrence: with 999, no pair of 406 could reach 5 %.
const SHIFTS: u32 = 9_999;

/// Turns of respondents against codes, by coder.
pub(super) struct Turns {
    /// Interview of each turn, by rank.
    interviews: Vec<usize>,
    /// By turn, code, coder.
    carried: Vec<Vec<Vec<bool>>>,
    coders: usize,
}

impl Turns {
    /// Reads the turns; codes in the order given.
    pub(super) fn read(material: &Material, codes: &[CodeFacts], coders: &[CoderId]) -> Self {
        let columns: BTreeMap<&str, usize> =
            codes.iter().enumerate().map(|(at, code)| (code.id.as_str(), at)).collect();
        let persons: BTreeMap<&CoderId, usize> =
            coders.iter().enumerate().map(|(at, coder)| (coder, at)).collect();
        let mut interviews = Vec::new();
        let mut rows: BTreeMap<(&TranscriptId, u32), usize> = BTreeMap::new();
        for (rank, transcript) in material.transcripts.iter().enumerate() {
            let version = &transcript.version;
            for turn in &version.turns {
                if version.role(turn) == Role::Respondent && !turn.speech.is_empty() {
                    rows.insert((&transcript.id, turn.number), interviews.len());
                    interviews.push(rank);
                }
            }
        }
        let mut carried = vec![vec![vec![false; coders.len()]; codes.len()]; interviews.len()];
        for coding in &material.codings {
            let place = (columns.get(coding.code.as_str()), persons.get(&coding.coder));
            let (Some(&column), Some(&person)) = place else { continue };
            if coding.anchoring == Anchoring::Lost {
                continue;
            }
            for turn in coding.turns.0..=coding.turns.1 {
                if let Some(&row) = rows.get(&(&coding.transcript, turn)) {
                    carried[row][column][person] = true;
                }
            }
        }
        Self { interviews, carried, coders: coders.len() }
    }

    fn presence(&self) -> Vec<Vec<bool>> {
        self.carried.iter().map(|codes| codes.iter().map(|coders| coders.contains(&true)).collect()).collect()
    }

    /// Counts the turns that carry each code, and takes the agreement on it as the command and the pages
    /// measure it; none with fewer than two coders.
    pub(super) fn agree(&self, codes: &mut [CodeFacts], material: &Material, coders: &[CoderId]) {
        for (column, code) in codes.iter_mut().enumerate() {
            code.turns = self.carried.iter().filter(|codes| codes[column].contains(&true)).count();
        }
        if self.coders < 2 {
            return;
        }
        let compared = compare(material, &Basis { coders: coders.to_vec(), ..Basis::default() });
        let found: BTreeMap<&str, &CodeAgreement> = compared
            .codes
            .iter()
            .filter_map(|(code, found)| Some((code.as_str(), found.as_ref().ok()?)))
            .collect();
        for (column, code) in codes.iter_mut().enumerate() {
            let count = |wanted: &dyn Fn(&[bool]) -> bool| {
                self.carried.iter().filter(|codes| wanted(&codes[column])).count()
            };
            let alone = |person: usize| {
                count(&|given: &[bool]| given[person] && given.iter().filter(|one| **one).count() == 1)
            };
            let found = found.get(code.id.as_str());
            code.agreement = Some(Agreement {
                alpha: found.and_then(|found| found.alpha.as_ref().ok().copied()),
                interval: found
                    .and_then(|found| found.alpha_interval.as_ref().ok())
                    .map(|at| (at.lower, at.upper)),
                both: count(&|given: &[bool]| given.iter().all(|one| *one)),
                alone: (0..self.coders).map(alone).collect(),
            });
        }
    }

    /// Finds the codes that share turns, with their p against shifts inside each interview.
    pub(super) fn cooccur(&self, seed: u64) -> Option<Cooccurrence> {
        let presence = self.presence();
        let pairs = measure_pairs(&presence).ok()?;
        let tests = shift_null(&presence, &self.interviews, SHIFTS, seed).ok()?;
        let tested: BTreeMap<(usize, usize), f64> = tests
            .iter()
            .filter_map(|test| Some(((test.a, test.b), test.q.as_ref().ok().copied()?)))
            .collect();
        let mut found: Vec<CodePair> = pairs
            .iter()
            .filter(|pair| pair.n_both > 0)
            .map(|pair| {
                let mut shared: Vec<usize> = (0..presence.len())
                    .filter(|&row| presence[row][pair.a] && presence[row][pair.b])
                    .map(|row| self.interviews[row])
                    .collect();
                let turns = shared.len();
                shared.dedup();
                CodePair {
                    codes: (pair.a, pair.b),
                    turns,
                    interviews: shared.len(),
                    jaccard: pair.jaccard.as_ref().copied().unwrap_or(0.0),
                    q: tested.get(&(pair.a, pair.b)).copied(),
                }
            })
            .collect();
        found.sort_by(|a, b| {
            let q = |pair: &CodePair| pair.q.unwrap_or(f64::INFINITY);
            q(a).total_cmp(&q(b)).then(b.turns.cmp(&a.turns)).then(a.codes.cmp(&b.codes))
        });
        Some(Cooccurrence { pairs: found, tested: tests.len(), draws: SHIFTS as usize, smallest_q: None })
    }
}

//! The coefficients: who is compared, on which interviews, units and codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::agreement::by_code::CodeAgreement;
use crate::analysis::agreement::measure::{Coded, measure};
use crate::analysis::agreement::unit::{Layout, Rule, Unit};
use crate::analysis::statistics::bootstrap::Plan;
use crate::analysis::statistics::undefined::Defined;
use crate::app::material::Material;
use crate::domain::coding::{Anchoring, Coding};
use crate::domain::{CodeId, CoderId, ThemeId, TranscriptId};

/// Replicates drawn for the intervals.
const RESAMPLES: u32 = 2_000;

/// What is compared, and how.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// What is judged coded or not.
    pub unit: Unit,
    /// When a passage makes a unit coded.
    pub rule: Rule,
    /// The coders, two or more.
    pub coders: Vec<CoderId>,
    /// This interview only.
    pub transcript: Option<TranscriptId>,
    /// These codes only, in any order; none: all.
    pub codes: Option<Vec<CodeId>>,
    /// Seed of what is drawn; none: the study's.
    pub seed: Option<u64>,
}

/// Agreement of coders on the interviews that at least two of them coded.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The interviews.
    pub interviews: Vec<TranscriptId>,
    /// Turns of respondents in them.
    pub turns: usize,
    /// Units in them.
    pub units: usize,
    /// Over all codes: a unit is a unit of text and a code.
    pub overall: Defined<CodeAgreement>,
    /// By theme with a code that any of them gave, its codes pooled.
    pub themes: Vec<(ThemeId, Defined<CodeAgreement>)>,
    /// By code that any of them gave, in the order of the codebook.
    pub codes: Vec<(CodeId, Defined<CodeAgreement>)>,
}

/// Measures the agreement of two coders turn by turn, on one interview or on all that both coded.
pub fn agreement(
    material: &Material,
    coders: (&CoderId, &CoderId),
    only: Option<&TranscriptId>,
) -> Agreement {
    let basis = Basis {
        coders: vec![coders.0.clone(), coders.1.clone()],
        transcript: only.cloned(),
        ..Basis::default()
    };
    compare(material, &basis)
}

/// Measures the agreement of the coders named.
pub fn compare(material: &Material, basis: &Basis) -> Agreement {
    let compared = Compared::read(material, basis, basis.unit);
    let found = measure(
        &compared.interviews,
        compared.codes.len(),
        &compared.groups(),
        basis.rule,
        plan(material, basis),
    );
    Agreement {
        turns: compared.interviews.iter().map(|one| one.layout.turns().len()).sum(),
        units: compared.interviews.iter().map(|one| one.layout.len()).sum(),
        overall: found.overall,
        themes: compared.themes.into_iter().map(|(theme, _)| theme).zip(found.groups).collect(),
        codes: compared.codes.into_iter().zip(found.codes).collect(),
        interviews: compared.ids,
    }
}

pub(super) fn plan(material: &Material, basis: &Basis) -> Plan {
    let seed = basis.seed.unwrap_or(material.settings.typology.seed);
    Plan { draws: RESAMPLES, seed, level: 0.95 }
}

/// The interviews that at least two coders coded, with what they gave.
pub(super) struct Compared {
    pub(super) ids: Vec<TranscriptId>,
    pub(super) interviews: Vec<Coded>,
    /// Codes that any of them gave, in the order of the codebook.
    pub(super) codes: Vec<CodeId>,
    /// Their themes, with the ranks of their codes.
    pub(super) themes: Vec<(ThemeId, Vec<usize>)>,
}

impl Compared {
    pub(super) fn read(material: &Material, basis: &Basis, unit: Unit) -> Self {
        let mut by_transcript: BTreeMap<&TranscriptId, Vec<(&Coding, usize)>> = BTreeMap::new();
        for coding in &material.codings {
            let coder = basis.coders.iter().position(|coder| *coder == coding.coder);
            let is_wanted = basis.transcript.as_ref().is_none_or(|wanted| *wanted == coding.transcript);
            if let (Some(coder), true, true) = (coder, is_wanted, coding.anchoring != Anchoring::Lost) {
                by_transcript.entry(&coding.transcript).or_default().push((coding, coder));
            }
        }
        let mut read = Vec::new();
        for transcript in &material.transcripts {
            let Some(codings) = by_transcript.remove(&transcript.id) else { continue };
            let mut judged = vec![false; basis.coders.len()];
            codings.iter().for_each(|(_, coder)| judged[*coder] = true);
            if judged.iter().filter(|judged| **judged).count() >= 2 {
                read.push((&transcript.id, Layout::read(&transcript.version, unit), judged, codings));
            }
        }
        // What stands in the interviewer's turns only is on no unit.
        let given: BTreeSet<&CodeId> = read
            .iter()
            .flat_map(|(_, layout, _, codings)| codings.iter().map(move |(coding, _)| (layout, *coding)))
            .filter(|(layout, coding)| layout.place(coding.anchor.span).is_some())
            .map(|(_, coding)| &coding.code)
            .filter(|code| basis.codes.as_ref().is_none_or(|codes| codes.contains(code)))
            .collect();
        let (mut codes, mut themes) = (Vec::new(), Vec::new());
        for theme in &material.codebook.themes {
            let from = codes.len();
            codes.extend(theme.codes.iter().map(|code| &code.id).filter(|id| given.contains(id)).cloned());
            if codes.len() > from {
                themes.push((theme.id.clone(), (from..codes.len()).collect()));
            }
        }
        let ranks: BTreeMap<&CodeId, usize> = codes.iter().zip(0..).collect();
        let (ids, interviews) = read
            .into_iter()
            .map(|(id, layout, judged, codings)| {
                let passages = codings.iter().filter_map(|(coding, coder)| {
                    Some((*ranks.get(&coding.code)?, *coder, coding.anchor.span))
                });
                (id.clone(), Coded { passages: passages.collect(), layout, judged })
            })
            .unzip();
        Self { ids, interviews, codes, themes }
    }

    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        self.themes.iter().map(|(_, codes)| codes.clone()).collect()
    }
}

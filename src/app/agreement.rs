//! How far coders agree: code by code, theme by theme and over all codes, on the interviews that at
//! least two of them coded.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::codings::{codes_named, interviews_with, known_coder};
use super::context::Context;
use super::disagreement::{Question, side_by_side};
use super::error::AppError;
use super::material::Material;
use crate::analysis::agreement::by_code::CodeAgreement;
use crate::analysis::agreement::measure::{Coded, Continuum, measure, unitize};
use crate::analysis::agreement::unit::{Layout, Rule, Unit};
use crate::analysis::statistics::bootstrap::Plan;
use crate::analysis::statistics::undefined::{self, Defined};
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
    let found =
        measure(&compared.interviews, compared.codes.len(), &compared.groups(), basis.rule, plan(material));
    Agreement {
        turns: compared.interviews.iter().map(|one| one.layout.turns().len()).sum(),
        units: compared.interviews.iter().map(|one| one.layout.len()).sum(),
        overall: found.overall,
        themes: compared.themes.into_iter().map(|(theme, _)| theme).zip(found.groups).collect(),
        codes: compared.codes.into_iter().zip(found.codes).collect(),
        interviews: compared.ids,
    }
}

fn plan(material: &Material) -> Plan {
    Plan { draws: RESAMPLES, seed: material.settings.typology.seed, level: 0.95 }
}

/// The interviews that at least two coders coded, with what they gave.
struct Compared {
    ids: Vec<TranscriptId>,
    interviews: Vec<Coded>,
    /// Codes that any of them gave, in the order of the codebook.
    codes: Vec<CodeId>,
    /// Their themes, with the ranks of their codes.
    themes: Vec<(ThemeId, Vec<usize>)>,
}

impl Compared {
    fn read(material: &Material, basis: &Basis, unit: Unit) -> Self {
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

    fn groups(&self) -> Vec<Vec<usize>> {
        self.themes.iter().map(|(_, codes)| codes.clone()).collect()
    }
}

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct AgreementRequest {
    /// What is judged coded or not.
    pub unit: Unit,
    /// When a passage makes a unit coded.
    pub rule: Rule,
    /// These coders only; none: all who coded.
    pub coders: Vec<CoderId>,
    /// This interview only.
    pub transcript: Option<TranscriptId>,
    /// These codes only, by id or title; none: all.
    pub codes: Vec<String>,
    /// The u-alpha family too.
    pub continuum: bool,
    /// The disagreements too.
    pub disagreements: bool,
}

/// How far coders agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgreementOutcome {
    /// What is judged coded or not.
    pub unit: Unit,
    /// When a passage makes a unit coded.
    pub rule: Rule,
    /// Who is compared.
    pub coders: Vec<CoderId>,
    /// Interviews that at least two of them coded.
    pub interviews: Vec<TranscriptId>,
    /// Turns of respondents in them.
    pub turns: usize,
    /// Units in them.
    pub units: usize,
    /// Over all codes.
    pub overall: Line,
    /// By theme.
    pub themes: Vec<ThemeLine>,
    /// By code, in the order of the codebook.
    pub codes: Vec<CodeLine>,
    /// Where coders differ, two by two, when asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disagreements: Option<Vec<Disagreeing>>,
}

/// Agreement on units, and on the line when asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// On units.
    #[serde(serialize_with = "undefined::serialize")]
    pub agreement: Defined<CodeAgreement>,
    /// On the line.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "serialize_continuum")]
    pub continuum: Option<Defined<Continuum>>,
}

/// Agreement on a theme, its codes pooled.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ThemeLine {
    /// The theme.
    pub theme: ThemeId,
    /// As people read it.
    pub title: String,
    /// Its agreement.
    #[serde(flatten)]
    pub line: Line,
}

/// Agreement on a code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodeLine {
    /// The code.
    pub code: CodeId,
    /// As people read it.
    pub title: String,
    /// Its theme.
    pub theme: ThemeId,
    /// Its agreement.
    #[serde(flatten)]
    pub line: Line,
    /// (k)u-alpha, against the other codes of its theme, when asked.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "serialize_ku")]
    pub ku_alpha: Option<Defined>,
}

/// What two coders see otherwise on one interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disagreeing {
    /// The interview.
    pub transcript: TranscriptId,
    /// The first coder, then the second.
    pub coders: (CoderId, CoderId),
    /// In the order of the text, with both readings.
    pub questions: Vec<Question>,
}

fn serialize_continuum<S: serde::Serializer>(
    value: &Option<Defined<Continuum>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => undefined::serialize(value, serializer),
        None => serializer.serialize_none(),
    }
}

fn serialize_ku<S: serde::Serializer>(value: &Option<Defined>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => undefined::serialize(value, serializer),
        None => serializer.serialize_none(),
    }
}

/// Measures the agreement of the study's coders.
///
/// A single coder is no error: every coefficient then says why it has no value.
///
/// # Errors
/// Nothing is coded yet; a code, coder or interview named is not in the study; the database cannot be
/// read.
pub async fn report(context: &Context, request: &AgreementRequest) -> Result<AgreementOutcome, AppError> {
    let material = Material::load(context).await?;
    if material.codings.is_empty() {
        return Err(AppError::Empty { missing: "codings" });
    }
    interviews_with(context, request.transcript.as_ref(), &[]).await?;
    let mut coders = request.coders.clone();
    for coder in &coders {
        known_coder(context, coder).await?;
    }
    if coders.is_empty() {
        coders = material.codings.iter().map(|coding| coding.coder.clone()).collect();
    }
    coders.sort_unstable();
    coders.dedup();
    let mut codes = Vec::new();
    for name in &request.codes {
        codes.extend(codes_named(context, name, false).await?);
    }
    let basis = Basis {
        unit: request.unit,
        rule: request.rule,
        coders,
        transcript: request.transcript.clone(),
        codes: (!codes.is_empty()).then_some(codes),
    };
    let found = compare(&material, &basis);
    let continuum = request.continuum.then(|| Continua::measure(&material, &basis));
    let disagreements =
        if request.disagreements { Some(disagreements(context, &basis, &found).await?) } else { None };
    Ok(outcome(&material, basis, found, continuum.as_ref(), disagreements))
}

/// The u-alpha family over all codes, by theme and by code.
struct Continua {
    overall: Defined<Continuum>,
    themes: Vec<Defined<Continuum>>,
    codes: Vec<Defined<Continuum>>,
    ku_alpha: Vec<Defined>,
}

impl Continua {
    fn measure(material: &Material, basis: &Basis) -> Self {
        let compared = Compared::read(material, basis, Unit::Codepoint);
        let of = |group: &[usize]| unitize(&compared.interviews, group, plan(material));
        let all: Vec<usize> = (0..compared.codes.len()).collect();
        let groups = compared.groups();
        let themes: Vec<Defined<Continuum>> = groups.iter().map(|group| of(group)).collect();
        let ku_alpha = groups.iter().zip(&themes).flat_map(|(group, found)| match found {
            Ok(found) => found.ku_alpha.clone(),
            Err(reason) => vec![Err(*reason); group.len()],
        });
        Self {
            overall: of(&all),
            ku_alpha: ku_alpha.collect(),
            codes: all.iter().map(|code| of(&[*code])).collect(),
            themes,
        }
    }
}

fn outcome(
    material: &Material,
    basis: Basis,
    found: Agreement,
    continua: Option<&Continua>,
    disagreements: Option<Vec<Disagreeing>>,
) -> AgreementOutcome {
    let book = &material.codebook;
    let themes = found.themes.into_iter().enumerate().map(|(at, (theme, agreement))| {
        let title = book.themes.iter().find(|one| one.id == theme).map(|one| one.title.clone());
        let continuum = continua.map(|found| found.themes[at].clone());
        ThemeLine { title: title.unwrap_or_default(), theme, line: Line { agreement, continuum } }
    });
    let codes = found.codes.into_iter().enumerate().map(|(at, (code, agreement))| {
        let known = book.find(&code);
        CodeLine {
            title: known.map_or_else(String::new, |known| known.title.clone()),
            theme: known.map_or_else(|| ThemeId(String::new()), |known| known.theme.clone()),
            code,
            line: Line { agreement, continuum: continua.map(|found| found.codes[at].clone()) },
            ku_alpha: continua.map(|found| found.ku_alpha[at]),
        }
    });
    AgreementOutcome {
        unit: basis.unit,
        rule: basis.rule,
        coders: basis.coders,
        turns: found.turns,
        units: found.units,
        themes: themes.collect(),
        codes: codes.collect(),
        overall: Line { agreement: found.overall, continuum: continua.map(|found| found.overall.clone()) },
        interviews: found.interviews,
        disagreements,
    }
}

/// Lists where coders differ, interview by interview and pair by pair.
async fn disagreements(
    context: &Context,
    basis: &Basis,
    found: &Agreement,
) -> Result<Vec<Disagreeing>, AppError> {
    let mut all = Vec::new();
    for transcript in &found.interviews {
        for (at, first) in basis.coders.iter().enumerate() {
            for second in &basis.coders[at + 1..] {
                let side = side_by_side(context, transcript, (first, second)).await?;
                if side.first.is_empty() || side.second.is_empty() {
                    continue;
                }
                let mut questions = side.questions;
                if let Some(codes) = &basis.codes {
                    let is_wanted = |coding: &Coding| codes.contains(&coding.code);
                    questions.retain(|one| one.first.iter().chain(&one.second).any(is_wanted));
                }
                if !questions.is_empty() {
                    all.push(Disagreeing {
                        transcript: transcript.clone(),
                        coders: (first.clone(), second.clone()),
                        questions,
                    });
                }
            }
        }
    }
    Ok(all)
}

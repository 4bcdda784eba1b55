//! The whole answer: coefficients with titles, the u-alpha family, the disagreements.

use serde::Serialize;

use super::compare::{Agreement, Basis, Compared, compare, plan};
use super::gamma::{self, GammaOutcome};
use crate::analysis::agreement::by_code::CodeAgreement;
use crate::analysis::agreement::measure::{Continuum, unitize};
use crate::analysis::agreement::unit::{Rule, Unit};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::app::codings::{codes_named, interviews_with, known_coder};
use crate::app::context::Context;
use crate::app::disagreement::{Question, side_by_side};
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::domain::coding::Coding;
use crate::domain::{CodeId, CoderId, ThemeId, TranscriptId};

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
    /// Gamma too, from so many texts coded at random for each interview.
    pub gamma: Option<u32>,
    /// The disagreements too.
    pub disagreements: bool,
    /// Seed of what is drawn; none: the study's.
    pub seed: Option<u64>,
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
    /// Interviews of a blind round of the one who asks: what the others coded there is not read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<TranscriptId>,
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
    /// Gamma, when asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gamma: Option<GammaOutcome>,
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
        seed: request.seed,
    };
    let found = compare(&material, &basis);
    let continuum = request.continuum.then(|| Continua::measure(&material, &basis));
    let gamma = request.gamma.map(|draws| gamma::measure(&material, &basis, draws));
    let disagreements =
        if request.disagreements { Some(disagreements(context, &basis, &found).await?) } else { None };
    let hidden = context.store.veil().map_or_else(Vec::new, |veil| veil.transcripts.clone());
    let outcome = outcome(&material, basis, found, continuum.as_ref());
    Ok(AgreementOutcome { hidden, gamma, disagreements, ..outcome })
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
        let of = |group: &[usize]| unitize(&compared.interviews, group, plan(material, basis));
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
        hidden: Vec::new(),
        gamma: None,
        disagreements: None,
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

//! Everything the report says, gathered in the order of its figures.

use std::collections::BTreeMap;

use super::turns::Turns;
use super::typology::Source;
use super::{casework, codes, colophon, people, questionnaire, study, trials, weighted, words};
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::matrix::extract::extracts;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::app::typology::{NamedProfile, TypologyOutcome, TypologyRequest, compute, keep, no_profiles};
use crate::app::{indicators, link};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::{AxisId, TranscriptId};
use crate::i18n::Catalog;
use crate::report::findings::{Edition, Findings};
use crate::text::Language;

/// Cases up to which the report also puts the grouping to every trial: beyond, `propos typology --stability`.
const MOST_TRIED: usize = 40;

/// The findings, and the counts that a summary tells.
#[derive(Debug)]
pub struct Gathered {
    /// What the report says.
    pub findings: Findings,
    /// What it was computed from.
    pub material: Material,
    /// The profiles with their names.
    pub profiles: Vec<NamedProfile>,
    /// Why there are no profiles, if so.
    pub no_profiles: Option<String>,
    /// Words of respondents.
    pub words: usize,
    /// Answers to the questionnaire.
    pub respondents: usize,
    /// Of them, those of an interviewee.
    pub linked: usize,
    /// Rows of the file of interventions.
    pub interventions: u64,
    /// Families of the file of recipients.
    pub recipients: u64,
}

/// Gathers the findings of the study.
///
/// # Errors
/// Nothing was imported, or the database fails.
pub async fn gather(
    context: &Context,
    edition: Edition,
    language: Option<Language>,
) -> Result<Gathered, AppError> {
    let material = Material::load(context).await?;
    let language = language.unwrap_or(material.settings.language);
    let catalog = Catalog::new(language);
    let stability = material.transcripts.len() <= MOST_TRIED;
    let request = TypologyRequest { stability, ..TypologyRequest::default() };
    let (outcome, no_profiles) = match compute(context, &material, &request, language) {
        Ok(outcome) => (Some(outcome), None),
        Err(AppError::Typology(reason)) => {
            (None, Some(no_profiles(&catalog, &reason, Some(&material.settings))))
        }
        Err(AppError::Empty { missing }) => {
            let missing = catalog.plain(&format!("missing-{missing}"));
            (None, Some(catalog.text("error-empty", &[("missing", missing.into())])))
        }
        Err(error) => return Err(error),
    };
    if let Some(outcome) = &outcome {
        keep(context, &material, outcome, language).await?;
    }
    let answers = context.store.questionnaire().await?;
    let mut findings = interviews(&material, outcome.as_ref(), answers.as_ref(), edition, &catalog);
    // A codebook that weighs on no axis asks for no profiles: the report has no chapter to excuse.
    if material.codebook.codes().any(|code| !code.weights.is_empty()) {
        findings.no_profiles.clone_from(&no_profiles);
    }
    if let (Some(outcome), Some(typology)) = (&outcome, &mut findings.typology) {
        words::fill(typology, &material, outcome);
        typology.trials = trials::trials(&outcome.typology, &material, language);
    }
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let by_turn = Turns::read(&material, &findings.codes, &matrix.coders);
    let seed = material.settings.typology.seed;
    by_turn.agree(&mut findings.codes, &material, &matrix.coders);
    findings.cooccurrence = by_turn.cooccur(seed);
    findings.accumulation = codes::accumulation(&material);
    findings.colophon = colophon::colophon(context, &material, outcome.is_some()).await?;
    let (mut linked, mut found_link) = (0, None);
    if let Some(answers) = &answers {
        let link = link::compute(&material, answers, outcome.as_ref(), language);
        linked = link.linked;
        link::keep(context, &link, outcome.as_ref(), language).await?;
        questionnaire::fill(&mut findings, &material, answers, &link, &catalog);
        found_link = Some(link);
    }
    let (mut interventions, mut recipients) = (0, 0);
    match indicators::compute(context, language).await {
        Ok(indicators) => {
            indicators::keep(context, &indicators, language).await?;
            casework::fill(&mut findings, context, &material, answers.as_ref(), &indicators, &catalog)
                .await?;
            if let (Some(answers), Some(link)) = (&answers, &found_link)
                && let (Some(settings), Some(survey)) =
                    (&material.settings.weights, &mut findings.questionnaire)
            {
                let found = weighted::weighted(answers, &indicators, link, settings, &catalog)?;
                survey.weighted = Some(found);
            }
            interventions = indicators.rows.rows;
            recipients = indicators.recipients;
        }
        Err(AppError::Empty { .. }) => {}
        Err(error) => return Err(error),
    }
    Ok(Gathered {
        profiles: outcome.map(|outcome| outcome.profiles).unwrap_or_default(),
        no_profiles,
        words: matrix.cases.iter().map(|case| case.words).sum(),
        respondents: answers.as_ref().map_or(0, |answers| answers.respondents.len()),
        linked,
        interventions,
        recipients,
        findings,
        material,
    })
}

/// Gathers what the interviews say by themselves: persons, codes, profiles, quotes.
pub(super) fn interviews(
    material: &Material,
    outcome: Option<&TypologyOutcome>,
    answers: Option<&Questionnaire>,
    edition: Edition,
    catalog: &Catalog,
) -> Findings {
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let order = order(material, outcome);
    let profile_of: BTreeMap<TranscriptId, usize> = outcome
        .iter()
        .flat_map(|outcome| {
            outcome.typology.cases.iter().cloned().zip(outcome.typology.labels.iter().copied())
        })
        .collect();
    let axes =
        [&material.settings.typology.horizontal, &material.settings.typology.vertical].map(AxisId::clone);
    let found = extracts(&material.codings);
    let mut findings = Findings {
        study: study::study(material, &found, edition, catalog),
        people: people::people(material, &matrix, answers, &order, &profile_of, catalog),
        themes: codes::themes(material),
        codes: codes::codes(material, &matrix, &order, &axes),
        ..Findings::default()
    };
    if let Some(outcome) = outcome {
        let texts = codes::texts(material);
        let source = Source {
            material,
            outcome,
            profiles: &outcome.described,
            quotes: &outcome.chosen,
            rule: &outcome.rule,
            codes: &findings.codes,
            texts: &texts,
            catalog,
        };
        let (typology, turns) = (source.facts(), source.turns());
        findings.typology = Some(typology);
        findings.turns = turns;
    }
    findings
}

/// Orders the persons: by profile, then rising first axis; by id where there are no profiles.
fn order(material: &Material, outcome: Option<&TypologyOutcome>) -> Vec<TranscriptId> {
    let mut order = outcome.map(|outcome| outcome.typology.order.clone()).unwrap_or_default();
    let rest: Vec<_> =
        material.transcripts.iter().map(|one| one.id.clone()).filter(|id| !order.contains(id)).collect();
    order.extend(rest);
    order
}

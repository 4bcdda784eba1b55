//! What the pages of the workbench show of profiles, questionnaire and records: the report's findings
//! without what takes draws, so that they stand at once. All three materials are gathered together,
//! since what is hidden in one table depends on the others.

use std::sync::{Arc, OnceLock};

use tokio::task::spawn_blocking;

use super::{casework, codes, gather, questionnaire};
use crate::analysis::typology::Typology;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::indicators::IndicatorsOutcome;
use crate::app::link::LinkOutcome;
use crate::app::material::Material;
use crate::app::profile::{self, ProfileOutcome};
use crate::app::typology::{TypologyOutcome, compute_at_once, no_profiles};
use crate::app::weights::{self, WeightsOutcome};
use crate::app::{indicators, link};
use crate::domain::questionnaire::Questionnaire;
use crate::i18n::Catalog;
use crate::report::findings::{Edition, Findings};
use crate::store::SourceKind;
use crate::text::{Fingerprint, Language};

/// The findings without draws, and what they were made from.
#[derive(Debug)]
pub struct Overview {
    /// What the report would say; agreement and co-occurrence are left out.
    pub findings: Findings,
    /// The interviews with their codes.
    pub material: Material,
    /// The profiles.
    pub outcome: Option<TypologyOutcome>,
    /// Why there are no profiles, if so.
    pub no_profiles: Option<String>,
    /// The questionnaire, with its link to the profiles.
    pub survey: Option<(Questionnaire, LinkOutcome)>,
    /// What the draws depend on.
    pub inputs: Fingerprint,
    /// Whether the findings hold what the draws say.
    pub is_drawn: bool,
    /// The indicators, and what they were counted from.
    records: Option<(Fingerprint, Arc<IndicatorsOutcome>)>,
    /// Sheets of the profiles, once a page asks for them.
    sheets: OnceLock<ProfileOutcome>,
    /// The questionnaire weighted, once a page asks for it.
    weighted: OnceLock<Result<WeightsOutcome, AppError>>,
}

impl Overview {
    /// Describes every profile as `propos profile` does; `language` is that of the overview. The first
    /// call takes the processor.
    pub fn sheets(&self, language: Language) -> Option<&ProfileOutcome> {
        let outcome = self.outcome.as_ref()?;
        let answers = self.survey.as_ref().map(|(answers, _)| answers);
        Some(self.sheets.get_or_init(|| profile::sheets(&self.material, answers, outcome, language)))
    }

    /// Weighs the questionnaire to the margins of the records as `propos weights` does, or says why it
    /// cannot be; none without a questionnaire or without records. The first call takes the processor.
    pub fn weighted(&self, catalog: &Catalog) -> Option<Result<&WeightsOutcome, &AppError>> {
        let (answers, link) = self.survey.as_ref()?;
        let (_, indicators) = self.records.as_ref()?;
        let settings = self.material.settings.weights.clone().unwrap_or_default();
        let near = self.outcome.is_some().then_some(link);
        let compute = || weights::compute(answers, indicators, near, &settings, catalog);
        Some(self.weighted.get_or_init(compute).as_ref())
    }
}

/// Gathers the findings that need no draw.
///
/// What the draws say is taken from what `drawn` knows of the same material. What takes the processor is
/// done on a thread that answers nobody. Records are counted again only if they changed since the
/// overview `before`, of the same language: there may be a million of them, and a coding changes none.
///
/// # Errors
/// Nothing was imported, or the database fails.
pub async fn overview(
    context: &Context,
    drawn: impl FnOnce(&Fingerprint) -> Option<Arc<Typology>> + Send + 'static,
    before: Option<&Overview>,
    catalog: Arc<Catalog>,
) -> Result<Overview, AppError> {
    let material = Material::load(context).await?;
    let answers = context.store.questionnaire().await?;
    let records = counted(context, before, catalog.language()).await?;
    let (own, words) = (context.acting_as(context.coder.clone()), Arc::clone(&catalog));
    let mut found = spawn_blocking(move || of_interviews(&own, material, answers, drawn, &words))
        .await
        .map_err(|_| AppError::Stopped { what: "findings" })??;
    if let Some((_, indicators)) = &records {
        let Overview { findings, material, survey, .. } = &mut found;
        let answers = survey.as_ref().map(|(answers, _)| answers);
        casework::fill(findings, context, material, answers, indicators, &catalog).await?;
    }
    found.records = records;
    Ok(found)
}

/// Counts the records, unless `before` holds the counts of the same files.
async fn counted(
    context: &Context,
    before: Option<&Overview>,
    language: Language,
) -> Result<Option<(Fingerprint, Arc<IndicatorsOutcome>)>, AppError> {
    let mut files = context.store.sources().await?;
    files.retain(|file| file.kind == SourceKind::Administrative.name());
    let read: Vec<_> = files.iter().map(|file| (&file.path, &file.fingerprint, &file.context)).collect();
    let read = Fingerprint::of(serde_json::to_string(&read)?.as_bytes());
    let known = before.and_then(|before| before.records.as_ref()).filter(|(known, _)| *known == read);
    if let Some((_, indicators)) = known {
        return Ok(Some((read, Arc::clone(indicators))));
    }
    match indicators::compute(context, language).await {
        Ok(indicators) => Ok(Some((read, Arc::new(indicators)))),
        Err(AppError::Empty { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn of_interviews(
    context: &Context,
    material: Material,
    answers: Option<Questionnaire>,
    drawn: impl FnOnce(&Fingerprint) -> Option<Arc<Typology>>,
    catalog: &Catalog,
) -> Result<Overview, AppError> {
    let language = catalog.language();
    let inputs = material.fingerprint_of_draws()?;
    let drawn = drawn(&inputs);
    let (outcome, no_profiles) = match compute_at_once(context, &material, drawn.as_deref(), language) {
        Ok(outcome) => (Some(outcome), None),
        Err(AppError::Typology(reason)) => {
            (None, Some(no_profiles(catalog, &reason, Some(&material.settings))))
        }
        Err(AppError::Empty { missing }) => {
            let missing = catalog.plain(&format!("missing-{missing}"));
            (None, Some(catalog.text("error-empty", &[("missing", missing.into())])))
        }
        Err(error) => return Err(error),
    };
    let mut findings =
        gather::interviews(&material, outcome.as_ref(), answers.as_ref(), Edition::Internal, catalog);
    findings.accumulation = codes::accumulation(&material);
    let survey = answers.map(|answers| {
        let link = link::compute(&material, &answers, outcome.as_ref(), language);
        questionnaire::fill(&mut findings, &material, &answers, &link, catalog);
        (answers, link)
    });
    Ok(Overview {
        findings,
        material,
        outcome,
        no_profiles,
        survey,
        inputs,
        is_drawn: drawn.is_some(),
        records: None,
        sheets: OnceLock::new(),
        weighted: OnceLock::new(),
    })
}

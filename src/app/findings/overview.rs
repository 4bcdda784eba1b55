//! What the pages of the workbench show of profiles, questionnaire and records: the report's findings
//! without what takes draws, so that they stand at once. All three materials are gathered together,
//! since what is hidden in one table depends on the others.

use std::sync::Arc;

use super::{casework, gather, questionnaire};
use crate::analysis::typology::Typology;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::link::LinkOutcome;
use crate::app::material::Material;
use crate::app::typology::{TypologyOutcome, compute_at_once, no_profiles};
use crate::app::{indicators, link};
use crate::domain::questionnaire::Questionnaire;
use crate::i18n::Catalog;
use crate::report::findings::{Edition, Findings};
use crate::text::Fingerprint;

/// The findings without draws, and what they were made from.
#[derive(Debug)]
pub struct Overview {
    /// What the report would say; agreement, co-occurrence and accumulation are left out.
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
}

/// Gathers the findings that need no draw; what the draws say is taken from what `drawn` knows of the
/// same material.
///
/// # Errors
/// Nothing was imported, or the database fails.
pub async fn overview(
    context: &Context,
    drawn: &dyn Fn(&Fingerprint) -> Option<Arc<Typology>>,
    catalog: &Catalog,
) -> Result<Overview, AppError> {
    let material = Material::load(context).await?;
    let inputs = material.fingerprint_of_draws()?;
    let drawn = drawn(&inputs);
    let language = catalog.language();
    let (outcome, no_profiles) = match compute_at_once(context, &material, drawn.as_deref(), language) {
        Ok(outcome) => (Some(outcome), None),
        Err(AppError::Typology(reason)) => (None, Some(no_profiles(catalog, &reason))),
        Err(AppError::Empty { missing }) => {
            let missing = catalog.plain(&format!("missing-{missing}"));
            (None, Some(catalog.text("error-empty", &[("missing", missing.into())])))
        }
        Err(error) => return Err(error),
    };
    let answers = context.store.questionnaire().await?;
    let mut findings =
        gather::interviews(&material, outcome.as_ref(), answers.as_ref(), Edition::Internal, catalog);
    let link = answers.as_ref().map(|answers| link::compute(&material, answers, outcome.as_ref(), language));
    if let (Some(answers), Some(link)) = (&answers, &link) {
        questionnaire::fill(&mut findings, &material, answers, link, catalog);
    }
    match indicators::compute(context, language).await {
        Ok(indicators) => {
            casework::fill(&mut findings, context, &material, answers.as_ref(), &indicators, catalog).await?;
        }
        Err(AppError::Empty { .. }) => {}
        Err(error) => return Err(error),
    }
    Ok(Overview {
        findings,
        material,
        outcome,
        no_profiles,
        survey: answers.zip(link),
        inputs,
        is_drawn: drawn.is_some(),
    })
}

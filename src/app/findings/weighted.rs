//! Scores as they are beside scores brought to the margins of the population.

use crate::app::error::AppError;
use crate::app::indicators::IndicatorsOutcome;
use crate::app::link::LinkOutcome;
use crate::app::weights::{self, SideBySide, refusal};
use crate::domain::questionnaire::Questionnaire as Answers;
use crate::domain::settings::{WeightBase, WeightSettings};
use crate::i18n::Catalog;
use crate::report::findings::{BothMeans, WeightedFacts, WeightedScaleFacts};

/// Weighs the scores as the study declares; a refusal is told in words, it costs no report.
///
/// # Errors
/// Those of [`weights::compute`] that are no refusal.
pub(super) fn weighted(
    answers: &Answers,
    indicators: &IndicatorsOutcome,
    link: &LinkOutcome,
    settings: &WeightSettings,
    catalog: &Catalog,
) -> Result<WeightedFacts, AppError> {
    let base = catalog.plain(match settings.base {
        WeightBase::Families => "weights-families",
        WeightBase::Population => "weights-population",
    });
    let found = match weights::compute(answers, indicators, Some(link), settings, catalog) {
        Ok(found) => found,
        Err(AppError::Weights(reason)) => {
            let (key, arguments) = refusal(&reason);
            let refused = Some(catalog.text(key, &arguments));
            return Ok(WeightedFacts { base, refused, ..WeightedFacts::default() });
        }
        Err(AppError::Unknown { kind: "margin", name, .. }) => {
            let arguments = [("kind", catalog.plain("kind-margin").into()), ("name", name.into())];
            let refused = Some(catalog.text("error-unknown", &arguments));
            return Ok(WeightedFacts { base, refused, ..WeightedFacts::default() });
        }
        Err(other) => return Err(other),
    };
    Ok(WeightedFacts {
        base,
        margins: found.margins.iter().map(|margin| margin.title.clone()).collect(),
        weighted: found.weighted,
        left_out: found.left_out,
        deff: found.effect.deff,
        effective: found.effect.effective_n,
        trimmed: found.trimmed,
        bounds: (found.bounds.least, found.bounds.most),
        refused: None,
        scales: found
            .scores
            .iter()
            .map(|scale| WeightedScaleFacts {
                title: scale.title.clone(),
                served_assignment: scale.active,
                all: both(&scale.all),
                near: scale.by_profile.iter().map(both).collect(),
            })
            .collect(),
    })
}

fn both(one: &SideBySide) -> Option<BothMeans> {
    let (plain, weighted) = (one.unweighted.as_ref().ok()?, one.weighted.as_ref().ok()?);
    Some(BothMeans {
        n: plain.n,
        unweighted: (plain.mean, plain.standard_error),
        weighted: (weighted.mean, weighted.standard_error),
    })
}

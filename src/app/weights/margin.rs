//! The margins that respondents and population both tell.

use crate::analysis::weighting::Refused;
use crate::app::error::AppError;
use crate::app::indicators::IndicatorsOutcome;
use crate::domain::nearest::nearest;
use crate::domain::questionnaire::{Characteristic, Questionnaire};
use crate::domain::settings::{WeightBase, WeightSettings};
use crate::text::Language;

/// A margin that both materials tell.
pub(super) struct Known<'a> {
    pub(super) at: usize,
    pub(super) characteristic: &'a Characteristic,
    pub(super) counts: Vec<(String, f64)>,
}

pub(super) fn total(counts: &[(String, f64)]) -> f64 {
    counts.iter().map(|(_, count)| count).sum()
}

/// Finds the margins asked for, else all that both materials tell.
pub(super) fn known<'a>(
    answers: &'a Questionnaire,
    indicators: &IndicatorsOutcome,
    settings: &WeightSettings,
    language: Language,
) -> Result<Vec<Known<'a>>, AppError> {
    let told: Vec<Known<'_>> = answers
        .definition
        .characteristics
        .iter()
        .enumerate()
        .filter_map(|(at, characteristic)| {
            let counts = population_of(indicators, &characteristic.id, settings.base);
            let counts: Vec<(String, f64)> =
                counts.into_iter().filter(|(_, n)| *n > 0).map(|(group, n)| (group, n as f64)).collect();
            (!counts.is_empty()).then_some(Known { at, characteristic, counts })
        })
        .collect();
    if let Some(name) =
        settings.margins.iter().find(|name| !told.iter().any(|one| one.characteristic.id == **name))
    {
        // Known to both materials, and yet nobody is counted: that is no error of the name.
        let known = answers.definition.characteristics.iter().find(|one| one.id == *name);
        let of_families =
            ["event", "offer"].contains(&name.as_str()) && settings.base == WeightBase::Families;
        let is_told = of_families || indicators.characteristics.iter().any(|one| one.id == *name);
        if let Some(known) = known.filter(|_| is_told) {
            let variable = known.title.get(language).to_owned();
            return Err(Refused::EmptyPopulation { variable }.into());
        }
        let names = told.iter().map(|one| one.characteristic.id.as_str());
        return Err(AppError::Unknown {
            kind: "margin",
            name: name.clone(),
            nearest: nearest(name, names).map(str::to_owned),
        });
    }
    let wanted =
        |one: &Known<'_>| settings.margins.is_empty() || settings.margins.contains(&one.characteristic.id);
    Ok(told.into_iter().filter(wanted).collect())
}

/// Counts a population by the groups of a role.
fn population_of(indicators: &IndicatorsOutcome, role: &str, base: WeightBase) -> Vec<(String, u64)> {
    let characteristic = indicators.characteristics.iter().find(|one| one.id == role);
    match (base, role) {
        (WeightBase::Population, _) => characteristic.map_or_else(Vec::new, |one| one.population.clone()),
        (WeightBase::Families, "event") => indicators
            .rates
            .iter()
            .filter_map(|row| {
                Some((row.event.clone()?, row.offers.iter().flatten().map(|rate| rate.count).sum()))
            })
            .collect(),
        (WeightBase::Families, "offer") => {
            let whole = indicators.rates.last();
            let count = |at: usize| {
                whole.and_then(|row| row.offers.get(at)?.as_ref().ok()).map_or(0, |rate| rate.count)
            };
            indicators.offers.iter().enumerate().map(|(at, (id, _))| (id.clone(), count(at))).collect()
        }
        (WeightBase::Families, _) => match characteristic.map(|one| &one.comparison) {
            Some(Ok(comparison)) => {
                comparison.groups.iter().map(|group| (group.group.clone(), group.concerned)).collect()
            }
            _ => Vec::new(),
        },
    }
}

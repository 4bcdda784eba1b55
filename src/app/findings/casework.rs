//! What the report says of the administrative records.

use std::collections::BTreeMap;

use super::band::band_in_words;
use super::people::{raw, respondent};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::indicators::IndicatorsOutcome;
use crate::app::material::Material;
use crate::domain::casework::{Definition, Outcome};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::questionnaire::answer::number;
use crate::domain::questionnaire::definition::place;
use crate::domain::settings::Characteristic;
use crate::i18n::Catalog;
use crate::report::findings::{
    Casework, Durations, EventRates, Findings, Objective, Proportion, SampleVariable, Survival, SurvivalStep,
};

/// Fills the casework's part from the indicators.
pub(super) async fn fill(
    findings: &mut Findings,
    context: &Context,
    material: &Material,
    answers: Option<&Questionnaire>,
    indicators: &IndicatorsOutcome,
    catalog: &Catalog,
) -> Result<(), AppError> {
    let definition = &indicators.definition;
    let (year, month, day) = definition.interventions.extraction.civil();
    findings.study.intervention_year = year_of(definition, indicators);
    findings.study.extraction_date = Some(format!("{year:04}-{month:02}-{day:02}"));
    let offers: Vec<String> = indicators.offers.iter().map(|(_, title)| title.clone()).collect();
    // Without a family there is no rate, not one of 0.
    let counted = indicators.rates.iter().filter(|row| row.families > 0);
    let rates: Vec<EventRates> = counted
        .map(|row| EventRates {
            event: row.event.clone().unwrap_or_default(),
            title: row.event.as_ref().map_or_else(String::new, |event| {
                indicators
                    .events
                    .iter()
                    .find(|(id, _)| id == event)
                    .map_or_else(|| event.clone(), |(_, title)| title.clone())
            }),
            families: row.families,
            rates: row
                .offers
                .iter()
                .flatten()
                .map(|rate| Proportion {
                    count: rate.count,
                    share: rate.share,
                    interval: (rate.lower, rate.upper),
                })
                .collect(),
        })
        .collect();
    let outcome = |wanted: Outcome| {
        indicators
            .outcomes
            .iter()
            .filter(|(outcome, _)| *outcome == Some(wanted))
            .map(|(_, count)| *count)
            .sum()
    };
    let whole = rates.last().cloned();
    let interventions = whole.as_ref().map_or(0, |whole| whole.rates.iter().map(|rate| rate.count).sum());
    let curves = indicators
        .durations
        .iter()
        .map(|duration| Survival {
            offer: offers.get(duration.offer).cloned().unwrap_or_default(),
            short: definition
                .offers
                .get(duration.offer)
                .and_then(|offer| offer.values.first())
                .cloned()
                .unwrap_or_default(),
            total: duration.n,
            closed: duration.closed,
            median: duration.median.ok(),
            interval: match duration.interval.as_slice() {
                [Ok(low), Ok(high)] => Some((*low, *high)),
                _ => None,
            },
            closed_median: duration.closed_median.ok(),
            steps: duration.curve.as_ref().map_or_else(
                |_| Vec::new(),
                |curve| {
                    let step = |step: &crate::analysis::statistics::survival::Step| SurvivalStep {
                        day: step.time,
                        open: step.survival,
                        interval: step.log_log.as_ref().ok().map(|bounds| (bounds[0], bounds[1])),
                        at_risk: step.at_risk,
                        closed: step.events,
                        censored: step.censored,
                    };
                    curve.steps.iter().map(step).collect()
                },
            ),
        })
        .collect();
    let mut rates = rates;
    rates.pop();
    let followed: u64 = indicators
        .characteristics
        .iter()
        .filter_map(|one| one.comparison.as_ref().ok())
        .map(|one| one.concerned)
        .max()
        .unwrap_or(0);
    findings.casework = Some(Casework {
        lines: indicators.rows.rows,
        families: indicators.rows.families,
        duplicates: indicators.rows.duplicates,
        refused: outcome(Outcome::Refused),
        silent: outcome(Outcome::NoAnswer),
        interventions,
        offers,
        rates,
        whole,
        durations: Some(Durations { curves, set_aside: indicators.rows.after_extraction }),
        objectives: indicators
            .objectives
            .iter()
            .map(|one| Objective {
                offer: indicators.offers.iter().position(|(id, _)| *id == one.offer).unwrap_or(0),
                event: one.event.clone(),
                rate: one.rate,
                days: one.days,
                source: one.source.clone(),
                interventions: one.interventions,
                median: one.median.ok(),
            })
            .collect(),
        concerned: concerned(indicators, catalog),
        sample: sample(indicators, answers, catalog),
        sample_respondents: answers.map_or(0, |answers| answers.respondents.len() as u64),
        sample_families: followed,
    });
    similar(findings, context, material, answers, indicators).await
}

/// Tells the year of the contacts: of the period declared, else of the file when it has one year only.
fn year_of(definition: &Definition, indicators: &IndicatorsOutcome) -> Option<String> {
    let (first, last) = definition.interventions.period.or(indicators.contacts)?;
    let ((first, _, _), (last, _, _)) = (first.civil(), last.civil());
    Some(if first == last { first.to_string() } else { format!("{first}–{last}") })
}

/// Sets the families that took an offer beside the others of the file.
fn concerned(indicators: &IndicatorsOutcome, catalog: &Catalog) -> Vec<SampleVariable> {
    indicators
        .characteristics
        .iter()
        .filter_map(|one| {
            let comparison = one.comparison.as_ref().ok()?;
            let modalities = comparison.groups.iter().map(|group| {
                (name(&one.id, &one.groups, &group.group, catalog), group.concerned, group.others)
            });
            Some(SampleVariable { title: one.title.clone(), modalities: modalities.collect() })
        })
        .collect()
}

/// Sets the respondents beside the families that took an offer, on the roles that both files tell.
fn sample(
    indicators: &IndicatorsOutcome,
    answers: Option<&Questionnaire>,
    catalog: &Catalog,
) -> Vec<SampleVariable> {
    let Some(answers) = answers else { return Vec::new() };
    let language = catalog.language();
    let mut found = Vec::new();
    for (at, characteristic) in answers.definition.characteristics.iter().enumerate() {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for group in answers.respondents.iter().filter_map(|one| one.answers.groups.get(at)?.clone()) {
            *counts.entry(group).or_default() += 1;
        }
        let titles: Vec<(String, String)> = characteristic
            .titles
            .iter()
            .map(|(id, title)| (id.clone(), title.get(language).to_owned()))
            .collect();
        let families: Vec<(String, u64)> = match characteristic.id.as_str() {
            "event" => indicators
                .rates
                .iter()
                .filter_map(|row| {
                    Some((row.event.clone()?, row.offers.iter().flatten().map(|rate| rate.count).sum()))
                })
                .collect(),
            "offer" => {
                let whole = indicators.rates.last();
                let count = |at: usize| {
                    whole.and_then(|row| row.offers.get(at)?.as_ref().ok()).map_or(0, |rate| rate.count)
                };
                indicators.offers.iter().enumerate().map(|(at, (id, _))| (id.clone(), count(at))).collect()
            }
            role => {
                let Some(known) = indicators.characteristics.iter().find(|one| one.id == role) else {
                    continue;
                };
                let Ok(comparison) = &known.comparison else { continue };
                comparison.groups.iter().map(|group| (group.group.clone(), group.concerned)).collect()
            }
        };
        // A group that no family is in is one of the respondents' all the same: left out, their shares
        // would be those of others.
        let alone = counts.keys().filter(|group| families.iter().all(|(known, _)| known != *group));
        let alone: Vec<(String, u64)> = alone.map(|group| (group.clone(), 0)).collect();
        let mut modalities: Vec<(String, u64, u64)> = families
            .iter()
            .chain(&alone)
            .map(|(group, families)| {
                (
                    name(&characteristic.id, &titles, group, catalog),
                    counts.get(group).copied().unwrap_or(0),
                    *families,
                )
            })
            .collect();
        if characteristic.bands.is_empty() && characteristic.groups.is_empty() {
            modalities.sort_by_key(|(_, respondents, _)| std::cmp::Reverse(*respondents));
        }
        modalities.retain(|(_, respondents, families)| respondents + families > 0);
        found.push(SampleVariable { title: characteristic.title.get(language).to_owned(), modalities });
    }
    found
}

/// Names a group: its declared title, or its band in words.
fn name(id: &str, titles: &[(String, String)], group: &str, catalog: &Catalog) -> String {
    if let Some((_, title)) = titles.iter().find(|(known, title)| known == group && title != group) {
        return title.clone();
    }
    band_in_words(id, group, catalog)
}

/// Counts, for each person, the families with an intervention that share what is printed of her.
async fn similar(
    findings: &mut Findings,
    context: &Context,
    material: &Material,
    answers: Option<&Questionnaire>,
    indicators: &IndicatorsOutcome,
) -> Result<(), AppError> {
    let Some(recipients) = &indicators.definition.recipients else { return Ok(()) };
    let families = context.store.family_counts().await?;
    let printed = &material.settings.participants.characteristics;
    for person in &mut findings.people {
        let Some(transcript) = material.transcripts.iter().find(|one| one.id.as_str() == person.id) else {
            continue;
        };
        let answer = respondent(material, transcript, answers);
        let mut count = 0;
        'families: for family in &families {
            for characteristic in printed {
                let Some(own) = raw(characteristic, transcript, answers, answer) else { continue };
                let theirs = match characteristic.id.as_str() {
                    "event" => Some(family.event.as_str()),
                    "offer" => Some(family.offer.as_str()),
                    role => {
                        let at = recipients.characteristics.iter().position(|known| known.id == role);
                        let Some(at) = at else { continue };
                        family.values.get(at).map(String::as_str)
                    }
                };
                if !theirs.is_some_and(|theirs| alike(characteristic, own, theirs)) {
                    continue 'families;
                }
            }
            count += family.families;
        }
        person.similar_families = Some(count);
    }
    Ok(())
}

/// Tells whether two values are printed alike: in one band, or the same text.
fn alike(characteristic: &Characteristic, one: &str, other: &str) -> bool {
    let band = |text: &str| Some(place(&characteristic.bands, number(text)?));
    match (characteristic.bands.is_empty(), band(one), band(other)) {
        (false, Some(one), Some(other)) => one == other,
        _ => crate::text::fold::fold(one) == crate::text::fold::fold(other),
    }
}

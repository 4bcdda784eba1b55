//! Administrative indicators: what was done, for whom, how long, beside what the study set itself.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::findings::band::band_in_words;
use super::run::{self, Computation};
use crate::analysis::casework::{
    Clustered, Comparison, DurationComparison, EventRates, Family, OfferDuration, Tally,
    by_family as families_drawn, compare, compare_durations, durations, rates,
};
use crate::analysis::statistics::bootstrap::Plan;
use crate::analysis::statistics::interval::Proportion;
use crate::analysis::statistics::survival::Duration;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::casework::{Definition, Margin, Objective, Outcome, Spell};
use crate::domain::day::Day;
use crate::domain::settings::StudySettings;
use crate::i18n::Catalog;
use crate::store::{DurationCount, FamilyRow, GroupCount, InterventionCount, RowCounts};
use crate::text::Language;

/// Draws of families.
const DRAWS: u32 = 1_000;

/// What the study set itself for an offer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObjectiveOutcome {
    /// Of which offer.
    pub offer: String,
    /// After which event; none: all.
    pub event: Option<String>,
    /// Share of the families contacted, 0 to 1.
    pub rate: Option<f64>,
    /// Greatest median duration, in days.
    pub days: Option<u32>,
    /// Where it comes from.
    pub source: String,
    /// Interventions with a duration, of that offer and after that event.
    pub interventions: u64,
    /// Their median duration in days, those still open counted.
    #[serde(serialize_with = "undefined::serialize")]
    pub median: Defined,
    /// The rate observed, of that offer and after that event.
    #[serde(serialize_with = "undefined::serialize")]
    pub observed: Defined<Proportion>,
}

/// What a figure counts: its unit and its days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counting {
    /// What a row counts, as people read it. A family counts once: its first row.
    pub unit: String,
    /// The day of the extraction: an intervention without a closing day was still open then.
    pub extraction: String,
    /// First and last day of contact counted: the period declared, else the days of the file.
    pub contacts: Option<(String, String)>,
    /// Whether the study declared the period; else every row is counted.
    pub declared_period: bool,
}

/// The durations of one offer, event beside event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfferComparison {
    /// The offer: an index into the offers.
    pub offer: usize,
    /// The comparison; its groups are events.
    pub comparison: DurationComparison,
}

/// The interventions of one offer counted row by row, with intervals that draw families.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FamilyOutcome {
    /// The offer: an index into the offers.
    pub offer: usize,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Clustered,
}

/// A social characteristic: the families that took an offer beside the other recipients.
#[derive(Clone, Debug, Serialize)]
pub struct CharacteristicOutcome {
    /// Its role: `sex`, `age`, `family`, …
    pub id: String,
    /// As people read it.
    pub title: String,
    /// Groups with their titles, in their order.
    pub groups: Vec<(String, String)>,
    /// The families that took an offer against the others of the file.
    #[serde(serialize_with = "undefined::serialize")]
    pub comparison: Defined<Comparison>,
    /// All recipients of the office, by group, when the margins of the population tell them.
    pub population: Vec<(String, u64)>,
}

/// The indicators.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorsOutcome {
    /// Rows of the file by what became of them.
    pub rows: RowCounts,
    /// Families by outcome of the contact; an outcome not told is last.
    pub outcomes: Vec<(Option<Outcome>, u64)>,
    /// Ids and titles of the offers, in the order of the rates.
    pub offers: Vec<(String, String)>,
    /// Rates by event, by size; then all together.
    pub rates: Vec<EventRates>,
    /// Titles of the events.
    pub events: Vec<(String, String)>,
    /// Durations by offer.
    pub durations: Vec<OfferDuration>,
    /// Durations of each offer between events.
    pub between_events: Vec<OfferComparison>,
    /// What is counted, and when.
    pub counting: Counting,
    /// Every row an intervention, families drawn, offer by offer; when asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_family: Option<Vec<FamilyOutcome>>,
    /// What the study set itself.
    pub objectives: Vec<ObjectiveOutcome>,
    /// Recipients.
    pub recipients: u64,
    /// Social characteristics.
    pub characteristics: Vec<CharacteristicOutcome>,
    /// First and last event of the file, by the day of contact; none when no day is told.
    #[serde(skip)]
    pub contacts: Option<(Day, Day)>,
    /// How the file was read.
    #[serde(skip)]
    pub definition: Definition,
}

/// Computes the indicators from counts that the database makes.
///
/// # Errors
/// The study has no administrative records, or the database fails.
pub async fn compute(context: &Context, language: Language) -> Result<IndicatorsOutcome, AppError> {
    let store = &context.store;
    let definition: Option<Definition> = store.setting("administrative").await?;
    let definition = definition.ok_or(AppError::Empty { missing: "administrative" })?;
    // Each goes through a million rows: they are made side by side.
    let (counts, durations_of, families, recipients) = tokio::try_join!(
        store.intervention_counts(),
        store.duration_counts(),
        store.group_counts(),
        store.count_recipients(),
    )?;
    let (tally, outcomes) = tally(&counts, &durations_of, &definition);
    let days = counts.iter().filter_map(|count| count.contacts);
    let contacts = days.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
    let population = store.population().await?;
    let title = |id: &str, titles: &[(String, crate::domain::settings::Titles)]| {
        titles
            .iter()
            .find(|(known, _)| known == id)
            .map_or_else(|| id.to_owned(), |(_, title)| title.get(language).to_owned())
    };
    Ok(IndicatorsOutcome {
        contacts,
        rows: RowCounts::of(&counts),
        outcomes,
        offers: definition
            .offers
            .iter()
            .map(|offer| (offer.id.clone(), offer.title.get(language).to_owned()))
            .collect(),
        rates: rates(&tally),
        events: tally
            .events
            .keys()
            .map(|event| (event.clone(), title(event, &definition.interventions.events)))
            .collect(),
        objectives: objectives(&definition, &durations_of, &rates(&tally), language),
        between_events: between_events(&definition, &durations_of),
        counting: counting(&definition, contacts, language),
        by_family: None,
        durations: durations(&tally),
        recipients,
        characteristics: characteristics(&definition, &families, &population, &Catalog::new(language)),
        definition,
    })
}

/// Counts every row as an intervention and draws families: an indicator counts a family once, which leaves its
/// further rows out.
///
/// # Errors
/// The database cannot be read.
pub async fn by_family(
    context: &Context,
    outcome: &IndicatorsOutcome,
) -> Result<Vec<FamilyOutcome>, AppError> {
    let study: Option<StudySettings> = context.store.setting("study").await?;
    let plan = Plan { draws: DRAWS, level: 0.95, seed: study.map_or(1, |study| study.typology.seed) };
    let rows = context.store.rows_by_family().await?;
    let extraction = outcome.definition.interventions.extraction;
    let of_offer = |(at, (offer, _)): (usize, &(String, String))| {
        let family = |rows: &[FamilyRow]| {
            let taken = || rows.iter().filter(|row| row.offer.as_ref() == Some(offer));
            let spell = |row: &FamilyRow| Spell::between(row.opening, row.closing, extraction).ok();
            let duration = |spell: Spell| Duration { time: f64::from(spell.days), ended: spell.closed };
            Family {
                proposed: rows.len() as u64,
                taken: taken().count() as u64,
                durations: taken().filter_map(spell).map(duration).collect(),
            }
        };
        let families: Vec<Family> = rows.chunk_by(|a, b| a.family == b.family).map(family).collect();
        FamilyOutcome { offer: at, figures: families_drawn(&families, plan) }
    };
    Ok(outcome.offers.iter().enumerate().map(of_offer).collect())
}

/// Keeps the indicators as a run, unless the same ones are kept already.
///
/// # Errors
/// The database cannot be written.
pub async fn keep(
    context: &Context,
    outcome: &IndicatorsOutcome,
    language: Language,
) -> Result<(), AppError> {
    let how = Computation {
        method: "indicators",
        parameters: serde_json::Value::Null,
        seed: 0,
        inputs: run::of_files(context).await?,
        language,
    };
    run::keep(context, how, outcome).await
}

/// Puts the database's counts in the form that the analysis takes.
fn tally(
    counts: &[InterventionCount],
    durations: &[DurationCount],
    definition: &Definition,
) -> (Tally, Vec<(Option<Outcome>, u64)>) {
    let place = |offer: &str| definition.offers.iter().position(|known| known.id == offer);
    let mut tally = Tally::new(definition.offers.len());
    for count in counts.iter().filter(|count| count.is_counted()) {
        let event = tally.events.entry(count.event.clone()).or_default();
        event.offers.resize(definition.offers.len(), 0);
        event.families += count.rows;
        if let Some(offer) = count.offer.as_deref().and_then(place) {
            event.offers[offer] += count.rows;
            if count.is_set_aside() {
                tally.set_aside[offer] += count.rows;
            }
        }
        let outcome = match count.outcome.as_deref() {
            Some("accepted") => Some(Outcome::Accepted),
            Some("refused") => Some(Outcome::Refused),
            Some("no-answer") => Some(Outcome::NoAnswer),
            _ => None,
        };
        *tally.outcomes.entry(outcome).or_default() += count.rows;
    }
    for count in durations {
        if let Some(offer) = place(&count.offer) {
            tally.add_spells(offer, Spell { days: count.days, closed: count.closed }, count.count);
        }
    }
    let mut outcomes: Vec<_> = tally.outcomes.iter().map(|(outcome, count)| (*outcome, *count)).collect();
    outcomes.sort_by_key(|(outcome, _)| outcome.is_none());
    (tally, outcomes)
}

/// Sets beside each objective the durations that it speaks of: those of its own event, if it has one.
fn objectives(
    definition: &Definition,
    counts: &[DurationCount],
    rates: &[EventRates],
    language: Language,
) -> Vec<ObjectiveOutcome> {
    let observed = |one: &Objective| {
        let offer = definition.offers.iter().position(|offer| offer.id == one.offer);
        let row = rates.iter().find(|row| row.event == one.event);
        let found = offer.zip(row).and_then(|(offer, row)| row.offers.get(offer).copied());
        found.unwrap_or(Err(Undefined::NoObservations))
    };
    let of = |one: &Objective| {
        let mut own = Tally::new(1);
        let is_own = |count: &&DurationCount| {
            count.offer == one.offer && one.event.as_ref().is_none_or(|event| *event == count.event)
        };
        for count in counts.iter().filter(is_own) {
            own.add_spells(0, Spell { days: count.days, closed: count.closed }, count.count);
        }
        let found = durations(&own).pop();
        ObjectiveOutcome {
            offer: one.offer.clone(),
            event: one.event.clone(),
            rate: one.rate,
            days: one.days,
            source: one.source.get(language).to_owned(),
            interventions: found.as_ref().map_or(0, |found| found.n),
            median: found.map_or(Err(Undefined::NoObservations), |found| found.median),
            observed: observed(one),
        }
    };
    definition.objectives.iter().map(of).collect()
}

/// Counts the durations of each offer by event, and compares them.
fn between_events(definition: &Definition, counts: &[DurationCount]) -> Vec<OfferComparison> {
    let of = |(at, offer): (usize, &crate::domain::casework::Offer)| {
        let mut events: BTreeMap<String, BTreeMap<Spell, u64>> = BTreeMap::new();
        for count in counts.iter().filter(|count| count.offer == offer.id) {
            let spell = Spell { days: count.days, closed: count.closed };
            *events.entry(count.event.clone()).or_default().entry(spell).or_default() += count.count;
        }
        let events: Vec<_> = events.into_iter().collect();
        OfferComparison { offer: at, comparison: compare_durations(&events) }
    };
    definition.offers.iter().enumerate().map(of).collect()
}

fn counting(definition: &Definition, contacts: Option<(Day, Day)>, language: Language) -> Counting {
    let written = |day: Day| {
        let (year, month, day) = day.civil();
        format!("{year:04}-{month:02}-{day:02}")
    };
    let interventions = &definition.interventions;
    Counting {
        unit: interventions.unit.get(language).to_owned(),
        extraction: written(interventions.extraction),
        contacts: interventions.period.or(contacts).map(|(first, last)| (written(first), written(last))),
        declared_period: interventions.period.is_some(),
    }
}

fn characteristics(
    definition: &Definition,
    families: &[GroupCount],
    population: &[Margin],
    catalog: &Catalog,
) -> Vec<CharacteristicOutcome> {
    let language = catalog.language();
    let Some(recipients) = &definition.recipients else { return Vec::new() };
    recipients
        .characteristics
        .iter()
        .enumerate()
        .map(|(at, characteristic)| {
            let mut groups = characteristic.order();
            let mut counts: Vec<(u64, u64)> = vec![(0, 0); groups.len()];
            for count in families {
                let Some(group) = count.groups.get(at).cloned().flatten() else { continue };
                let place = groups.iter().position(|known| *known == group).unwrap_or_else(|| {
                    groups.push(group);
                    counts.push((0, 0));
                    groups.len() - 1
                });
                counts[place].1 += count.families;
                if count.offer.is_some() {
                    counts[place].0 += count.families;
                }
            }
            let of = |pick: fn(&(u64, u64)) -> u64| -> Vec<(String, u64)> {
                groups.iter().cloned().zip(counts.iter().map(pick)).collect()
            };
            let title = |group: &String| {
                let named = characteristic.titles.get(group).map(|title| title.get(language).to_owned());
                (group.clone(), named.unwrap_or_else(|| band_in_words(&characteristic.id, group, catalog)))
            };
            CharacteristicOutcome {
                id: characteristic.id.clone(),
                title: characteristic.title.get(language).to_owned(),
                comparison: compare(&of(|count| count.0), &of(|count| count.1)),
                population: definition
                    .population
                    .as_ref()
                    .map_or_else(Vec::new, |known| known.groups(&characteristic.id, population)),
                groups: groups.iter().map(title).collect(),
            }
        })
        .collect()
}

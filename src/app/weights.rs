//! The questionnaire weighted to the margins of its population, beside the figures as they are.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::findings::band::band_in_words;
use super::indicators::{self, IndicatorsOutcome};
use super::link::{self, LinkOutcome, profile_of};
use super::material::Material;
use super::run::{self, Computation};
use super::typology::{TypologyOutcome, TypologyRequest, compute as group};
use crate::analysis::linkage::Verdict;
use crate::analysis::scale;
use crate::analysis::statistics::contingency::{Crosstab, Table, crosstab};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::analysis::weighting::{
    Bounds, Design, DesignEffect, Fitting, RaoScott, Variable, WeightedMean, design_effect, rake, rao_scott,
};
use crate::domain::questionnaire::{Characteristic, Questionnaire};
use crate::domain::settings::{StudySettings, WeightBase, WeightSettings};
use crate::i18n::Catalog;
use crate::text::Language;

/// One category of a margin.
#[derive(Clone, Debug, Serialize)]
pub struct MarginCategory {
    /// As people read it.
    pub title: String,
    /// Count in the population.
    pub population: f64,
    /// Share of the population whose category is known.
    pub population_share: f64,
    /// Respondents in it.
    pub respondents: u64,
    /// Their share before weighting.
    pub before: f64,
    /// Their share after.
    pub after: f64,
}

/// One margin that the weights meet.
#[derive(Clone, Debug, Serialize)]
pub struct WeightedMargin {
    /// Its role.
    pub variable: String,
    /// As people read it.
    pub title: String,
    /// Members of the population whose category is known; where fewer than all, shares are met.
    pub known: f64,
    /// Its categories.
    pub categories: Vec<MarginCategory>,
}

/// A mean or share as it is, and weighted.
#[derive(Clone, Debug, Serialize)]
pub struct SideBySide {
    /// Every respondent counts for one.
    #[serde(serialize_with = "undefined::serialize")]
    pub unweighted: Defined<WeightedMean>,
    /// Weighted, with the error that knows of the calibration.
    #[serde(serialize_with = "undefined::serialize")]
    pub weighted: Defined<WeightedMean>,
}

/// A scale as it is, and weighted.
#[derive(Clone, Debug, Serialize)]
pub struct WeightedScale {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// It served to bring respondents near to profiles: its differences between profiles say nothing.
    pub active: bool,
    /// Mean score of all respondents, 0 to 100.
    pub all: SideBySide,
    /// Mean score near each profile.
    pub by_profile: Vec<SideBySide>,
}

/// A characteristic crossed with the profiles, as it is and weighted.
#[derive(Clone, Debug, Serialize)]
pub struct WeightedCrosstab {
    /// Id of the characteristic.
    pub variable: String,
    /// As people read it.
    pub title: String,
    /// χ² of the respondents as they are.
    #[serde(serialize_with = "undefined::serialize")]
    pub unweighted: Defined<Crosstab>,
    /// Test of Rao and Scott.
    #[serde(serialize_with = "undefined::serialize")]
    pub weighted: Defined<RaoScott>,
}

/// The weight of one respondent.
#[derive(Clone, Debug, Serialize)]
pub struct RespondentWeight {
    /// The respondent.
    pub respondent: String,
    /// How many of the population it stands for; none when a margin is not told of it.
    pub weight: Option<f64>,
}

/// The questionnaire weighted.
#[derive(Clone, Debug, Serialize)]
pub struct WeightsOutcome {
    /// Whose margins are met.
    pub base: WeightBase,
    /// Size of that population.
    pub population: f64,
    /// Respondents.
    pub respondents: usize,
    /// Of them, those who have a weight.
    pub weighted: usize,
    /// Those of whom a margin is not told: they have no weight.
    pub left_out: usize,
    /// Bounds of the weights, as multiples of their mean.
    pub bounds: Bounds,
    /// Passes over the margins.
    pub passes: u32,
    /// Largest gap left, as a share of the population.
    pub gap: f64,
    /// Respondents whose weight was trimmed.
    pub trimmed: usize,
    /// Respondents whose weight lies beyond the bounds all the same.
    pub beyond: usize,
    /// Kish's design effect and effective size.
    pub effect: DesignEffect,
    /// The margins, before and after.
    pub margins: Vec<WeightedMargin>,
    /// Share of the respondents near each profile, then indeterminate, then outside the typology.
    pub near: Vec<SideBySide>,
    /// Scales.
    pub scores: Vec<WeightedScale>,
    /// Characteristics by profile.
    pub crosstabs: Vec<WeightedCrosstab>,
    /// What weights do not do.
    pub caution: String,
    /// Respondent by respondent, by identifier.
    pub weights: Vec<RespondentWeight>,
}

/// Weighs the questionnaire of the study, and keeps the result as a run.
///
/// # Errors
/// The study has no questionnaire or no administrative records; [`AppError::Weights`] when no weights meet the
/// margins, with the name of the category in the way; [`AppError::Unknown`] for a margin that both materials
/// do not tell.
pub async fn weights(context: &Context, language: Language) -> Result<WeightsOutcome, AppError> {
    let answers = context.store.questionnaire().await?.ok_or(AppError::Empty { missing: "questionnaire" })?;
    let indicators = indicators::compute(context, language).await?;
    let study: StudySettings =
        context.store.setting("study").await?.ok_or(AppError::Empty { missing: "transcripts" })?;
    // Without interviews, or without profiles, the scales are weighted all the same.
    let profiles = match Material::load(context).await {
        Ok(material) => match group(context, &material, &TypologyRequest::default(), language) {
            Ok(outcome) => Some((material, outcome)),
            Err(AppError::Typology(_)) => None,
            Err(other) => return Err(other),
        },
        Err(AppError::Empty { .. }) => None,
        Err(other) => return Err(other),
    };
    let link = profiles
        .as_ref()
        .map(|(material, outcome): &(Material, TypologyOutcome)| {
            link::compute(material, &answers, Some(outcome), language)
        });
    let settings = study.weights.unwrap_or_default();
    let outcome = compute(&answers, &indicators, link.as_ref(), &settings, &Catalog::new(language))?;
    let how = Computation {
        method: "weights",
        parameters: serde_json::to_value(&settings)?,
        seed: 0,
        inputs: run::of_files(context).await?,
        language,
    };
    run::keep(context, how, &outcome).await?;
    Ok(outcome)
}

/// A margin that both materials tell.
struct Known<'a> {
    at: usize,
    characteristic: &'a Characteristic,
    counts: Vec<(String, f64)>,
}

/// Weighs answers to the margins that the indicators tell.
///
/// # Errors
/// See [`weights`].
pub fn compute(
    answers: &Questionnaire,
    indicators: &IndicatorsOutcome,
    link: Option<&LinkOutcome>,
    settings: &WeightSettings,
    catalog: &Catalog,
) -> Result<WeightsOutcome, AppError> {
    let known = known(answers, indicators, settings)?;
    // By identifier, so that the order of the file does not change the last digit.
    let mut order: Vec<usize> = (0..answers.respondents.len()).collect();
    order.sort_by(|a, b| answers.respondents[*a].id.cmp(&answers.respondents[*b].id));
    let group_of = |at: usize, person: usize| answers.respondents[person].answers.groups.get(at)?.as_ref();
    let (kept, left_out): (Vec<usize>, Vec<usize>) = order
        .iter()
        .copied()
        .partition(|person| known.iter().all(|one| group_of(one.at, *person).is_some()));
    let population: f64 =
        known.iter().map(|one| total(&one.counts)).fold(0.0, f64::max);
    let title = |one: &Characteristic, group: &str| {
        one.titles.get(group).map_or_else(
            || band_in_words(&one.id, group, catalog),
            |title| title.get(catalog.language()).to_owned(),
        )
    };
    let variables: Vec<Variable> = known
        .iter()
        .map(|one| {
            let titled = |(group, count): &(String, f64)| (title(one.characteristic, group), *count);
            let groups: Vec<String> = kept
                .iter()
                .filter_map(|person| group_of(one.at, *person))
                .map(|group| title(one.characteristic, group))
                .collect();
            let categories = one.counts.iter().map(titled).collect();
            let name = one.characteristic.title.get(catalog.language());
            // Some families' category is not told: the shares of the others stand for them.
            Variable::new(name, categories, &groups).map(|variable| variable.brought_to(population))
        })
        .collect::<Result<_, _>>()?;
    let bounds = Bounds { least: settings.least, most: settings.most };
    let raked = rake(&variables, Fitting { bounds: Some(bounds), ..Fitting::default() })?;
    let undetermined = |_| crate::analysis::weighting::Refused::NoRespondent;
    let effect = design_effect(&raked.weights).map_err(undetermined)?;
    let design = Design::new(&raked.weights, &variables).map_err(undetermined)?;
    let equal = Design::new(&vec![1.0; kept.len()], &[]).map_err(undetermined)?;
    let both = |values: &[Option<f64>]| SideBySide {
        unweighted: equal.mean(values),
        weighted: design.mean(values),
    };
    let margins = known.iter().zip(&variables).map(|(one, variable)| {
        let weighted = design.total();
        let categories = variable.categories.iter().zip(&one.counts).enumerate();
        WeightedMargin {
            variable: one.characteristic.id.clone(),
            title: variable.name.clone(),
            known: total(&one.counts),
            categories: categories
                .map(|(at, ((title, count), (_, told)))| {
                    let own = || variable.sample.iter().zip(&raked.weights).filter(move |(own, _)| **own == at);
                    let respondents = own().count();
                    MarginCategory {
                        title: title.clone(),
                        population: *told,
                        population_share: count / population,
                        respondents: respondents as u64,
                        before: respondents as f64 / kept.len() as f64,
                        after: own().map(|(_, weight)| weight).sum::<f64>() / weighted,
                    }
                })
                .collect(),
        }
    });
    let placed = Placed::of(link, &kept);
    let indicator = |of: &dyn Fn(&Place) -> bool| -> Vec<Option<f64>> {
        placed.places.iter().map(|place| place.as_ref().map(|place| f64::from(u8::from(of(place))))).collect()
    };
    let mut near: Vec<SideBySide> = (0..placed.profiles)
        .map(|profile| both(&indicator(&|place| *place == Place::Profile(profile))))
        .collect();
    if placed.profiles > 0 {
        near.push(both(&indicator(&|place| *place == Place::Indeterminate)));
        near.push(both(&indicator(&|place| *place == Place::Outside)));
    }
    let mut weights: Vec<RespondentWeight> = kept
        .iter()
        .zip(&raked.weights)
        .map(|(person, weight)| (person, Some(*weight)))
        .chain(left_out.iter().map(|person| (person, None)))
        .map(|(person, weight)| RespondentWeight {
            respondent: answers.respondents[*person].id.0.clone(),
            weight,
        })
        .collect();
    weights.sort_by(|a, b| a.respondent.cmp(&b.respondent));
    Ok(WeightsOutcome {
        base: settings.base,
        population,
        respondents: answers.respondents.len(),
        weighted: kept.len(),
        left_out: left_out.len(),
        bounds,
        passes: raked.passes,
        gap: raked.gap,
        trimmed: raked.trimmed,
        beyond: raked.beyond,
        effect,
        margins: margins.collect(),
        near,
        scores: scores(answers, link, &kept, &placed, &both, catalog.language()),
        crosstabs: crosstabs(answers, &kept, &placed, &design, catalog.language()),
        caution: catalog.plain("weights-caution"),
        weights,
    })
}

fn total(counts: &[(String, f64)]) -> f64 {
    counts.iter().map(|(_, count)| count).sum()
}

/// Finds the margins asked for, else all that both materials tell.
fn known<'a>(
    answers: &'a Questionnaire,
    indicators: &IndicatorsOutcome,
    settings: &WeightSettings,
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
        let names = told.iter().map(|one| one.characteristic.id.as_str());
        return Err(AppError::Unknown {
            kind: "margin",
            name: name.clone(),
            nearest: crate::domain::nearest::nearest(name, names).map(str::to_owned),
        });
    }
    let wanted = |one: &Known<'_>| {
        settings.margins.is_empty() || settings.margins.contains(&one.characteristic.id)
    };
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
            let count =
                |at: usize| whole.and_then(|row| row.offers.get(at)?.as_ref().ok()).map_or(0, |rate| rate.count);
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

/// Where a respondent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Profile(usize),
    Indeterminate,
    Outside,
}

/// Where the respondents with a weight stand, in their order.
struct Placed {
    profiles: usize,
    places: Vec<Option<Place>>,
}

impl Placed {
    fn of(link: Option<&LinkOutcome>, kept: &[usize]) -> Self {
        let Some(near) = link.and_then(|link| link.near.as_ref()) else {
            return Self { profiles: 0, places: vec![None; kept.len()] };
        };
        let place = |person: &usize| {
            let assignment = near.linkage.assignments.get(*person)?;
            Some(match (profile_of(assignment), assignment.as_ref().ok()?.verdict) {
                (Some(profile), _) => Place::Profile(profile),
                (None, Verdict::Outside) => Place::Outside,
                (None, _) => Place::Indeterminate,
            })
        };
        Self { profiles: near.linkage.counts.len(), places: kept.iter().map(place).collect() }
    }

    fn profile(&self, at: usize) -> Option<usize> {
        match self.places.get(at).copied().flatten() {
            Some(Place::Profile(profile)) => Some(profile),
            _ => None,
        }
    }
}

fn scores(
    answers: &Questionnaire,
    link: Option<&LinkOutcome>,
    kept: &[usize],
    placed: &Placed,
    both: &dyn Fn(&[Option<f64>]) -> SideBySide,
    language: Language,
) -> Vec<WeightedScale> {
    let is_active = |scale: &str| {
        let near = link.iter().flat_map(|link| &link.near).flat_map(|near| &near.scores);
        near.into_iter().any(|near| near.scale == scale && near.active)
    };
    answers
        .definition
        .scales
        .iter()
        .map(|scale| {
            let scored = scale::scores(scale, answers);
            let value = |person: &usize| Some(scored.get(*person)?.as_ref().ok()?.percent);
            let values: Vec<Option<f64>> = kept.iter().map(value).collect();
            let of_profile = |profile: usize| -> Vec<Option<f64>> {
                let own = |(at, value): (usize, &Option<f64>)| {
                    value.filter(|_| placed.profile(at) == Some(profile))
                };
                values.iter().enumerate().map(own).collect()
            };
            WeightedScale {
                scale: scale.id.clone(),
                title: scale.title.get(language).to_owned(),
                active: is_active(&scale.id),
                all: both(&values),
                by_profile: (0..placed.profiles).map(|profile| both(&of_profile(profile))).collect(),
            }
        })
        .collect()
}

fn crosstabs(
    answers: &Questionnaire,
    kept: &[usize],
    placed: &Placed,
    design: &Design,
    language: Language,
) -> Vec<WeightedCrosstab> {
    if placed.profiles == 0 {
        return Vec::new();
    }
    let columns: Vec<Option<usize>> = (0..kept.len()).map(|at| placed.profile(at)).collect();
    let characteristics = answers.definition.characteristics.iter().enumerate();
    characteristics
        .map(|(at, characteristic)| {
            let own = |person: &usize| answers.respondents[*person].answers.groups.get(at).cloned().flatten();
            let mut names: Vec<String> = kept.iter().filter_map(own).collect();
            names.sort_unstable();
            names.dedup();
            let rows: Vec<Option<usize>> =
                kept.iter().map(|person| names.binary_search(&own(person)?).ok()).collect();
            let mut counts = vec![vec![0_u64; placed.profiles]; names.len()];
            for (row, column) in rows.iter().zip(&columns) {
                if let (Some(row), Some(column)) = (row, column) {
                    counts[*row][*column] += 1;
                }
            }
            let unweighted = if names.is_empty() {
                Err(Undefined::NoObservations)
            } else {
                Table::new(&counts).map(|table| crosstab(&table))
            };
            WeightedCrosstab {
                variable: characteristic.id.clone(),
                title: characteristic.title.get(language).to_owned(),
                unweighted,
                weighted: rao_scott(design, &rows, &columns),
            }
        })
        .collect()
}

//! Weighs the questionnaire, and keeps the result as a run.

use super::margin::{known, total};
use super::outcome::{
    MarginCategory, RespondentWeight, SideBySide, WeightedCrosstab, WeightedMargin, WeightedScale,
    WeightsOutcome,
};
use crate::analysis::linkage::Verdict;
use crate::analysis::scale;
use crate::analysis::statistics::contingency::{Table, crosstab};
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::analysis::weighting::{
    Bounds, Design, Fitting, Refused, Variable, design_effect, rake, rao_scott,
};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::findings::band::band_in_words;
use crate::app::indicators::{self, IndicatorsOutcome};
use crate::app::link::{self, LinkOutcome, profile_of};
use crate::app::material::Material;
use crate::app::run::{self, Computation};
use crate::app::typology::{TypologyOutcome, TypologyRequest, compute as group};
use crate::domain::questionnaire::{Characteristic, Questionnaire};
use crate::domain::settings::{StudySettings, WeightSettings};
use crate::i18n::Catalog;
use crate::text::Language;

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
    let link = profiles.as_ref().map(|(material, outcome): &(Material, TypologyOutcome)| {
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
    let known = known(answers, indicators, settings, catalog.language())?;
    // By identifier, so that the order of the file does not change the last digit.
    let mut order: Vec<usize> = (0..answers.respondents.len()).collect();
    order.sort_by(|a, b| answers.respondents[*a].id.cmp(&answers.respondents[*b].id));
    let group_of = |at: usize, person: usize| answers.respondents[person].answers.groups.get(at)?.as_ref();
    let (kept, left_out): (Vec<usize>, Vec<usize>) =
        order.iter().copied().partition(|person| known.iter().all(|one| group_of(one.at, *person).is_some()));
    let population: f64 = known.iter().map(|one| total(&one.counts)).fold(0.0, f64::max);
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
    let undetermined = |_| Refused::NoRespondent;
    let effect = design_effect(&raked.weights).map_err(undetermined)?;
    let design = Design::new(&raked.weights, &variables).map_err(undetermined)?;
    let equal = Design::new(&vec![1.0; kept.len()], &[]).map_err(undetermined)?;
    let both =
        |values: &[Option<f64>]| SideBySide { unweighted: equal.mean(values), weighted: design.mean(values) };
    let margins = known.iter().zip(&variables).map(|(one, variable)| {
        let weighted = design.total();
        let categories = variable.categories.iter().zip(&one.counts).enumerate();
        WeightedMargin {
            variable: one.characteristic.id.clone(),
            title: variable.name.clone(),
            known: total(&one.counts),
            categories: categories
                .map(|(at, ((title, count), (_, told)))| {
                    let own =
                        || variable.sample.iter().zip(&raked.weights).filter(move |(own, _)| **own == at);
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
        near.push(match placed.outside {
            Ok(()) => both(&indicator(&|place| *place == Place::Outside)),
            Err(why) => SideBySide { unweighted: Err(why), weighted: Err(why) },
        });
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
    /// Why nobody can be said to be outside, if so.
    outside: Defined<()>,
}

impl Placed {
    fn of(link: Option<&LinkOutcome>, kept: &[usize]) -> Self {
        let Some(near) = link.and_then(|link| link.near.as_ref()) else {
            return Self { profiles: 0, places: vec![None; kept.len()], outside: Ok(()) };
        };
        let place = |person: &usize| {
            let assignment = near.linkage.assignments.get(*person)?;
            Some(match (profile_of(assignment), assignment.as_ref().ok()?.verdict) {
                (Some(profile), _) => Place::Profile(profile),
                (None, Verdict::Outside) => Place::Outside,
                (None, _) => Place::Indeterminate,
            })
        };
        Self {
            profiles: near.linkage.counts.len(),
            places: kept.iter().map(place).collect(),
            outside: near.linkage.outside.map(|_| ()),
        }
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

//! Compares groups of respondents, nobody being linked: the third kind of link.

use super::near::RESAMPLES;
use super::outcome::{ComparedGroup, GroupComparison, GroupScores, ScaleOutcome};
use crate::analysis::statistics::bca::mean_interval;
use crate::analysis::statistics::bootstrap::Plan;
use crate::analysis::statistics::kruskal::kruskal_wallis;
use crate::analysis::statistics::multiplicity::{Adjustment, adjust};
use crate::analysis::statistics::quantile::{Rule, quantile};
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::app::findings::band::band_in_words;
use crate::app::material::Material;
use crate::app::typology::TypologyOutcome;
use crate::domain::questionnaire::{Characteristic, Questionnaire};
use crate::domain::settings::{CharacteristicSource, LinkSettings};
use crate::i18n::Catalog;
use crate::text::Language;

/// Compares the groups of each characteristic that the link names, else of those printed of persons.
pub(super) fn compare_groups(
    material: &Material,
    answers: &Questionnaire,
    outcome: Option<&TypologyOutcome>,
    link: &LinkSettings,
    scales: &[ScaleOutcome],
    language: Language,
) -> Vec<GroupComparison> {
    let printed = &material.settings.participants.characteristics;
    let wanted = |one: &Characteristic| {
        if link.by.is_empty() {
            printed.iter().any(|known| known.id == one.id)
        } else {
            link.by.contains(&one.id)
        }
    };
    let characteristics = answers.definition.characteristics.iter().enumerate();
    characteristics
        .filter(|(_, one)| wanted(one))
        .map(|(at, one)| compare(material, answers, outcome, (at, one), scales, language))
        .collect()
}

fn compare(
    material: &Material,
    answers: &Questionnaire,
    outcome: Option<&TypologyOutcome>,
    (at, characteristic): (usize, &Characteristic),
    scales: &[ScaleOutcome],
    language: Language,
) -> GroupComparison {
    let group_of: Vec<Option<&String>> =
        answers.respondents.iter().map(|one| one.answers.groups.get(at)?.as_ref()).collect();
    let mut names = characteristic.order();
    let mut others: Vec<&String> = group_of.iter().flatten().copied().collect();
    others.sort_unstable();
    for other in others {
        if !names.contains(other) {
            names.push(other.clone());
        }
    }
    names.retain(|name| group_of.contains(&Some(name)));
    let of_interviewees = interviewees(material, outcome, characteristic);
    let profiles = outcome.map_or(0, |outcome| outcome.typology.groups.len());
    let plan = Plan { draws: RESAMPLES, level: 0.95, seed: material.settings.typology.seed };
    let catalog = Catalog::new(language);
    let groups = names.iter().map(|name| ComparedGroup {
        title: characteristic.titles.get(name).map_or_else(
            || band_in_words(&characteristic.id, name, &catalog),
            |title| title.get(language).to_owned(),
        ),
        respondents: group_of.iter().filter(|own| **own == Some(name)).count(),
        interviewees: (0..profiles)
            .map(|profile| {
                of_interviewees.iter().filter(|(own, group)| *own == profile && group == name).count()
            })
            .collect(),
    });
    let mut scores: Vec<GroupScores> = scales
        .iter()
        .map(|scale| {
            let of_group = |name: &String| -> Vec<f64> {
                let own = group_of.iter().zip(&scale.scores).filter(|(own, _)| **own == Some(name));
                own.filter_map(|(_, score)| *score).collect()
            };
            let groups: Vec<Vec<f64>> = names.iter().map(of_group).collect();
            GroupScores {
                title: scale.title.clone(),
                sizes: groups.iter().map(Vec::len).collect(),
                means: groups.iter().map(|group| mean_interval(group, plan)).collect(),
                medians: groups.iter().map(|group| quantile(group, 0.5, Rule::Type7)).collect(),
                test: kruskal_wallis(&groups),
                p_holm: Err(Undefined::NoObservations),
            }
        })
        .collect();
    let p: Vec<Defined> =
        scores.iter().map(|one| one.test.as_ref().map(|test| test.p).map_err(|why| *why)).collect();
    for (one, p) in scores.iter_mut().zip(adjust(&p, Adjustment::Holm)) {
        one.p_holm = p;
    }
    GroupComparison {
        variable: characteristic.id.clone(),
        title: characteristic.title.get(language).to_owned(),
        groups: groups.collect(),
        scores,
    }
}

/// Lists the profile and group of each interviewee whose transcript tells the characteristic.
fn interviewees(
    material: &Material,
    outcome: Option<&TypologyOutcome>,
    characteristic: &Characteristic,
) -> Vec<(usize, String)> {
    let Some(outcome) = outcome else { return Vec::new() };
    let typology = &outcome.typology;
    let printed = &material.settings.participants.characteristics;
    let source = printed
        .iter()
        .find(|one| one.id == characteristic.id && one.from == CharacteristicSource::Transcript);
    let Some(source) = source else { return Vec::new() };
    material
        .transcripts
        .iter()
        .filter_map(|transcript| {
            let profile = *typology.labels.get(typology.index(&transcript.id)?)?;
            Some((profile, characteristic.group(transcript.attribute(&source.key)?.trim())?))
        })
        .collect()
}

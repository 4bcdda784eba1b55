//! Brings each respondent near to a profile, on the indicators that both materials have.

use super::compute::{Linked, position};
use super::outcome::{NearProfiles, NearScores, ProfileCrosstab, ScaleOutcome};
use crate::analysis::linkage::{self, Assignment, DrawPlan, Linkage, Verdict, over_draws};
use crate::analysis::statistics::association::cramer_v_interval;
use crate::analysis::statistics::bca::mean_interval;
use crate::analysis::statistics::bootstrap::Plan;
use crate::analysis::statistics::contingency::{Table, crosstab};
use crate::analysis::statistics::kruskal::kruskal_wallis;
use crate::analysis::statistics::multiplicity::{Adjustment, adjust};
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::domain::questionnaire::{Questionnaire, Respondent};
use crate::domain::settings::{IndicatorSource, LinkSettings};
use crate::text::Language;

/// Draws of everybody's profile from the posteriors, on each of which every test is repeated.
const DRAWS: u32 = 200;

/// Samples drawn for the interval of V and for those of means.
pub(super) const RESAMPLES: u32 = 1_000;

pub(super) fn near(
    answers: &Questionnaire,
    linked: &[Linked<'_>],
    profiles: usize,
    link: &LinkSettings,
    scales: &[ScaleOutcome],
    (seed, language): (u64, Language),
) -> Defined<NearProfiles> {
    let read = |respondent: &Respondent| -> Vec<Option<f64>> {
        link.indicators
            .iter()
            .map(|indicator| match &indicator.source {
                IndicatorSource::Checklist => respondent.difficulties().map(|ticked| ticked as f64),
                IndicatorSource::Item(item) => {
                    let (at, _) = answers.definition.item(item)?;
                    respondent.answers.items.get(at).copied().flatten()
                }
                IndicatorSource::Scale(id) => {
                    let scale = scales.iter().find(|scale| scale.scale == *id)?;
                    scale.scores[position(answers, respondent)?]
                }
            })
            .collect()
    };
    let all: Vec<_> = answers.respondents.iter().map(read).collect();
    let interviewees: Vec<_> = linked.iter().map(|one| read(one.respondent)).collect();
    let labels: Vec<usize> = linked.iter().map(|one| one.profile).collect();
    let settings = linkage::Settings { min_margin: link.margin, ..linkage::Settings::default() };
    let linkage = linkage::assign(&all, &interviewees, &labels, settings)?;
    let kept = linkage::kept_without_each(&all, &interviewees, &labels, settings)?;
    let active: Vec<&str> = link
        .indicators
        .iter()
        .filter_map(|indicator| match &indicator.source {
            IndicatorSource::Scale(id) => Some(id.as_str()),
            IndicatorSource::Checklist | IndicatorSource::Item(_) => None,
        })
        .collect();
    let mut crosstabs = crosstabs(answers, &linkage, profiles, (seed, language));
    let mut scores = near_scores(&linkage, profiles, scales, &active, seed);
    draw(answers, &linkage, profiles, scales, seed, &mut scores, &mut crosstabs);
    Ok(NearProfiles {
        indicators: link
            .indicators
            .iter()
            .map(|indicator| indicator.title.get(language).to_owned())
            .collect(),
        leave_one_out: linkage::leave_one_out(&all, &interviewees, &labels, settings),
        kept: kept.into_iter().filter_map(Result::ok).collect(),
        crosstabs,
        scores,
        linkage,
    })
}

/// Repeats every test on profiles drawn from the posteriors; what served the assignment is not tested.
fn draw(
    answers: &Questionnaire,
    linkage: &Linkage,
    profiles: usize,
    scales: &[ScaleOutcome],
    seed: u64,
    scores: &mut [NearScores],
    crosstabs: &mut [ProfileCrosstab],
) {
    // Numbers are taken by identifier, so that the order of the file does not count.
    let mut order: Vec<usize> = (0..answers.respondents.len()).collect();
    order.sort_by(|a, b| answers.respondents[*a].id.cmp(&answers.respondents[*b].id));
    let score_test = |scale: &ScaleOutcome, drawn: &[Option<usize>]| -> Defined {
        let mut groups = vec![Vec::new(); profiles];
        for (profile, score) in drawn.iter().zip(&scale.scores) {
            if let (Some(profile), Some(score)) = (profile, score) {
                groups[*profile].push(*score);
            }
        }
        kruskal_wallis(&groups).map(|test| test.p)
    };
    let groups: Vec<Vec<Option<usize>>> = (0..crosstabs.len()).map(|at| group_places(answers, at)).collect();
    let table_test = |at: usize, drawn: &[Option<usize>]| -> Defined {
        let rows = groups[at].iter().flatten().max().map_or(0, |most| most + 1);
        let mut counts = vec![vec![0_u64; profiles]; rows];
        for (profile, row) in drawn.iter().zip(&groups[at]) {
            if let (Some(profile), Some(row)) = (profile, row) {
                counts[*row][*profile] += 1;
            }
        }
        Table::new(&counts).map(|table| crosstab(&table).p)
    };
    let of_scores: Vec<_> =
        scales.iter().map(|scale| move |drawn: &[Option<usize>]| score_test(scale, drawn)).collect();
    let of_tables: Vec<_> =
        (0..crosstabs.len()).map(|at| move |drawn: &[Option<usize>]| table_test(at, drawn)).collect();
    let tests: Vec<linkage::draw::Test<'_>> = of_scores
        .iter()
        .map(|test| test as linkage::draw::Test<'_>)
        .chain(of_tables.iter().map(|test| test as linkage::draw::Test<'_>))
        .collect();
    let mut found = over_draws(linkage, DrawPlan { draws: DRAWS, seed }, &order, &tests).into_iter();
    for (one, draws) in scores.iter_mut().zip(&mut found) {
        one.draws = if one.active { Err(Undefined::Circular) } else { draws };
    }
    for (one, draws) in crosstabs.iter_mut().zip(found) {
        one.draws = draws;
    }
}

/// Numbers the groups of a characteristic, respondent by respondent, in the order of their names.
fn group_places(answers: &Questionnaire, at: usize) -> Vec<Option<usize>> {
    let own = |one: &Respondent| one.answers.groups.get(at).cloned().flatten();
    let mut names: Vec<String> = answers.respondents.iter().filter_map(own).collect();
    names.sort_unstable();
    names.dedup();
    answers.respondents.iter().map(|one| names.binary_search(&own(one)?).ok()).collect()
}

/// Returns the profile a respondent was brought near to.
pub(in crate::app) fn profile_of(assignment: &Defined<Assignment>) -> Option<usize> {
    match assignment.as_ref().ok()?.verdict {
        Verdict::Profile(profile) => Some(profile),
        Verdict::Indeterminate | Verdict::Outside => None,
    }
}

fn crosstabs(
    answers: &Questionnaire,
    linkage: &Linkage,
    profiles: usize,
    (seed, language): (u64, Language),
) -> Vec<ProfileCrosstab> {
    let definition = &answers.definition;
    let plan = Plan { draws: RESAMPLES, level: 0.95, seed };
    let mut found: Vec<ProfileCrosstab> = definition
        .characteristics
        .iter()
        .enumerate()
        .map(|(at, characteristic)| {
            let mut rows: Vec<(String, Vec<u64>)> =
                characteristic.order().into_iter().map(|group| (group, vec![0; profiles + 1])).collect();
            for (respondent, assignment) in answers.respondents.iter().zip(&linkage.assignments) {
                let Some(group) = respondent.answers.groups.get(at).cloned().flatten() else { continue };
                let column = profile_of(assignment).unwrap_or(profiles);
                let row = rows.iter().position(|(known, _)| *known == group).unwrap_or_else(|| {
                    rows.push((group, vec![0; profiles + 1]));
                    rows.len() - 1
                });
                rows[row].1[column] += 1;
            }
            rows.retain(|(_, counts)| counts.iter().sum::<u64>() > 0);
            if characteristic.bands.is_empty() {
                rows.sort_by(|a, b| b.1.iter().sum::<u64>().cmp(&a.1.iter().sum()).then(a.0.cmp(&b.0)));
            }
            let placed: Vec<Vec<u64>> = rows.iter().map(|(_, counts)| counts[..profiles].to_vec()).collect();
            let table = Table::new(&placed);
            let title = |group: &str| {
                characteristic
                    .titles
                    .get(group)
                    .map_or_else(|| group.to_owned(), |title| title.get(language).to_owned())
            };
            ProfileCrosstab {
                variable: characteristic.id.clone(),
                title: characteristic.title.get(language).to_owned(),
                rows: rows.iter().map(|(group, _)| title(group)).collect(),
                counts: rows.iter().map(|(_, counts)| counts.clone()).collect(),
                test: table.as_ref().map(crosstab).map_err(|why| *why),
                v_interval: table.and_then(|table| cramer_v_interval(&table, plan)),
                p_bh: Err(Undefined::NoObservations),
                draws: Err(Undefined::NoObservations),
            }
        })
        .collect();
    let p: Vec<Defined> =
        found.iter().map(|one| one.test.as_ref().map(|test| test.p).map_err(|why| *why)).collect();
    for (one, p) in found.iter_mut().zip(adjust(&p, Adjustment::BenjaminiHochberg)) {
        one.p_bh = p;
    }
    found
}

fn near_scores(
    linkage: &Linkage,
    profiles: usize,
    scales: &[ScaleOutcome],
    active: &[&str],
    seed: u64,
) -> Vec<NearScores> {
    let plan = Plan { draws: RESAMPLES, level: 0.95, seed };
    let mut found: Vec<NearScores> = scales
        .iter()
        .map(|scale| {
            let mut by_profile = vec![Vec::new(); profiles];
            for (assignment, score) in linkage.assignments.iter().zip(&scale.scores) {
                if let (Some(profile), Some(score)) = (profile_of(assignment), score) {
                    by_profile[profile].push(*score);
                }
            }
            let is_active = active.contains(&scale.scale.as_str());
            NearScores {
                scale: scale.scale.clone(),
                title: scale.title.clone(),
                sizes: by_profile.iter().map(Vec::len).collect(),
                active: is_active,
                test: if is_active { Err(Undefined::Circular) } else { kruskal_wallis(&by_profile) },
                means: by_profile
                    .iter()
                    .map(|own| if is_active { Err(Undefined::Circular) } else { mean_interval(own, plan) })
                    .collect(),
                by_profile,
                p_holm: Err(Undefined::Circular),
                draws: Err(Undefined::Circular),
            }
        })
        .collect();
    let p: Vec<Defined> =
        found.iter().map(|one| one.test.as_ref().map(|test| test.p).map_err(|why| *why)).collect();
    for (one, p) in found.iter_mut().zip(adjust(&p, Adjustment::Holm)) {
        one.p_holm = p;
    }
    found
}

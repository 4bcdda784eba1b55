//! What the report says of the questionnaire, in the order of its figures.

use crate::analysis::statistics::quantile::{Rule, quantile};
use crate::app::link::{LinkOutcome, NearProfiles};
use crate::app::material::Material;
use crate::domain::questionnaire::Questionnaire as Answers;
use crate::i18n::Catalog;
use crate::report::findings::{
    Assignment, DrawnInterval, Findings, ItemFacts, Practice, QuartileFacts, Questionnaire, RatingFacts,
    ScaleFacts, ScaleItems,
};

/// Bars of a histogram from 0 to 100.
const BINS: usize = 20;

/// Fills the questionnaire's part from the link.
pub(super) fn fill(
    findings: &mut Findings,
    material: &Material,
    answers: &Answers,
    link: &LinkOutcome,
    catalog: &Catalog,
) {
    let mut dates: Vec<_> = answers.respondents.iter().filter_map(|one| one.answers.date).collect();
    dates.sort_unstable();
    let written = |day: &crate::domain::day::Day| {
        let (year, month, day) = day.civil();
        format!("{year:04}-{month:02}-{day:02}")
    };
    findings.study.questionnaire_dates =
        dates.first().zip(dates.last()).map(|(first, last)| (written(first), written(last)));
    let order: Vec<String> = findings.people.iter().map(|person| person.id.clone()).collect();
    let scales = link.scales.iter().map(|scale| {
        let own = link.own.iter().find(|own| own.scale == scale.scale);
        let near =
            link.near.as_ref().and_then(|near| near.scores.iter().find(|near| near.scale == scale.scale));
        let values: Vec<f64> = scale.scores.iter().flatten().copied().collect();
        ScaleFacts {
            title: scale.title.clone(),
            n: scale.n,
            bins: bins(&values),
            median: quantile(&values, 0.5, Rule::Type7).ok(),
            own: order
                .iter()
                .map(|case| {
                    own.and_then(|own| own.scores.iter().find(|(known, _)| known == case))
                        .and_then(|(_, score)| score.ok())
                })
                .collect(),
            near: near.map_or_else(Vec::new, |near| {
                near.by_profile.iter().map(|scores| quartiles(scores)).collect()
            }),
            p: own.and_then(|own| own.p_holm.ok()),
            served_assignment: near.is_some_and(|near| near.active),
        }
    });
    let scales = scales.collect();
    findings.questionnaire = Some(Questionnaire {
        respondents: link.respondents,
        interviewed: link.linked,
        scales,
        arrangements: link.own.iter().find_map(|own| own.test.as_ref().ok()).map(|test| test.assignments),
        assignment: link.near.as_ref().and_then(|near| assignment(near, material, catalog)),
        weighted: None,
        items: items(answers, link, catalog),
        ratings: link
            .ratings
            .iter()
            .map(|rating| {
                let counts = &rating.distribution.counts;
                let end = |count: Option<&(f64, u64)>| count.map_or(0.0, |(value, _)| *value);
                let summary = &rating.summary;
                RatingFacts {
                    title: rating.title.clone(),
                    n: rating.distribution.n,
                    missing: rating.distribution.missing,
                    not_asked: rating.distribution.not_asked,
                    range: (end(counts.first()), end(counts.last())),
                    quartiles: match (&summary.q1, &summary.median, &summary.q3) {
                        (Ok(low), Ok(median), Ok(high)) => Some((*low, *median, *high)),
                        _ => None,
                    },
                    mean: summary.mean.ok(),
                    favourable: rating.distribution.favourable,
                }
            })
            .collect(),
        practices: link
            .practices
            .iter()
            .map(|practice| Practice {
                title: practice.title.clone(),
                both: practice.transition.both,
                stopped: practice.transition.stop,
                started: practice.transition.start,
                neither: practice.transition.neither,
                not_asked: practice.transition.not_asked,
                p: practice.p_holm.ok(),
                p_alone: practice.transition.test.p_exact.ok(),
            })
            .collect(),
    });
}

fn bins(values: &[f64]) -> Vec<usize> {
    let mut bins = vec![0; BINS];
    for value in values {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a score lies between 0 and 100"
        )]
        let place = (value.clamp(0.0, 100.0) / 100.0 * BINS as f64) as usize;
        bins[place.min(BINS - 1)] += 1;
    }
    bins
}

fn quartiles(scores: &[f64]) -> Option<QuartileFacts> {
    let at = |share: f64| quantile(scores, share, Rule::Type7).ok();
    Some(QuartileFacts { n: scores.len(), low: at(0.25)?, median: at(0.5)?, high: at(0.75)? })
}

/// Takes the crosstab by event; the rarest events are united while a count under the threshold is
/// among them, so that less has to be hidden.
fn assignment(near: &NearProfiles, material: &Material, catalog: &Catalog) -> Option<Assignment> {
    let crosstab = near
        .crosstabs
        .iter()
        .find(|crosstab| crosstab.variable == "event")
        .or_else(|| near.crosstabs.first())?;
    let mut rows: Vec<(String, Vec<u64>)> =
        crosstab.rows.iter().cloned().zip(crosstab.counts.iter().cloned()).collect();
    let mut merged = Vec::new();
    if let Some((rare, counts)) = rows.last().cloned()
        && rows.len() > 2
        && counts.iter().filter(|count| **count < material.settings.report.threshold).count() * 2
            > counts.len()
    {
        rows.pop();
        if let Some((name, kept)) = rows.last_mut() {
            merged = vec![name.clone(), rare.clone()];
            for (count, more) in kept.iter_mut().zip(&counts) {
                *count += more;
            }
            *name = catalog.text(
                "findings-merged",
                &[("first", name.as_str().into()), ("second", rare.as_str().into())],
            );
        }
    }
    let hits = near.leave_one_out.as_ref().ok().and_then(|out| out.accuracy.as_ref().ok());
    let least = near.kept.iter().copied().fold(f64::INFINITY, f64::min);
    let most = near.kept.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(Assignment {
        rows: rows.iter().map(|(name, _)| name.clone()).collect(),
        counts: rows.into_iter().map(|(_, counts)| counts).collect(),
        merged,
        margin: near.linkage.settings.min_margin,
        cramers_v: crosstab.test.as_ref().ok().and_then(|test| test.cramer_v_bias_corrected.ok()),
        cramers_interval: crosstab.v_interval.as_ref().ok().map(|drawn| DrawnInterval {
            low: drawn.lower,
            high: drawn.upper,
            level: drawn.level,
            draws: drawn.draws,
            seed: drawn.seed,
        }),
        cramers_n: crosstab.test.as_ref().map_or(0, |test| usize::try_from(test.n).unwrap_or(usize::MAX)),
        recovered: hits
            .map(|hits| (usize::try_from(hits.count).unwrap_or(0), usize::try_from(hits.n).unwrap_or(0))),
        recovered_interval: hits.map(|hits| (hits.lower, hits.upper)),
        kept: (!near.kept.is_empty()).then_some((least, most)),
        served: near.indicators.clone(),
    })
}

/// Lists the items of the scales with five answers: those that one figure can show together.
fn items(answers: &Answers, link: &LinkOutcome, catalog: &Catalog) -> Vec<ScaleItems> {
    let language = catalog.language();
    link.scales
        .iter()
        .filter(|scale| scale.items.iter().all(|item| item.counts.len() == 5))
        .map(|scale| {
            let mut items: Vec<_> = scale.items.iter().collect();
            items.sort_by(|a, b| {
                // Shares compared by their cross products, so that no rounding decides the order.
                (b.favourable * a.n).cmp(&(a.favourable * b.n)).then(a.item.cmp(&b.item))
            });
            ScaleItems {
                title: scale.title.clone(),
                short_title: scale.title.clone(),
                alpha: scale.reliability.alpha.ok(),
                items: items
                    .into_iter()
                    .filter_map(|item| {
                        let declared = answers.definition.items.get(item.item)?;
                        let label = declared.title.get(language);
                        Some(ItemFacts {
                            id: declared.column.clone(),
                            label: if label == declared.column { String::new() } else { label.to_owned() },
                            is_reversed: item.reversed,
                            counts: item.counts.iter().map(|(_, count)| *count).collect(),
                            missing: item.missing,
                            not_asked: item.not_asked,
                        })
                    })
                    .collect(),
            }
        })
        .collect()
}

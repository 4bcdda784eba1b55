//! Agreement on one code, with all that a reader needs to judge it.

use super::alpha::{Coincidences, Level};
use super::kappa::cohen;
use super::percent::{pairwise, positive_agreement};
use super::ratings::Ratings;
use crate::analysis::statistics::bootstrap::{Interval, Plan, by_cluster};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use serde::Serialize;
use std::collections::BTreeMap;

/// Agreement of coders on the presence of one code.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodeAgreement {
    /// Units given.
    pub units: usize,
    /// Units that two coders or more judged.
    pub pairable_units: usize,
    /// Interviews that the units come from.
    pub interviews: usize,
    /// Values "present" and values given, over the pairable units: the prevalence is their ratio.
    pub present: usize,
    /// Values given over the pairable units.
    pub values: usize,
    /// Krippendorff's alpha, nominal.
    #[serde(serialize_with = "undefined::serialize")]
    pub alpha: Defined,
    /// Percentile interval of alpha, whole interviews drawn with return.
    #[serde(serialize_with = "undefined::serialize")]
    pub alpha_interval: Defined<Interval>,
    /// Cohen's kappa, for two coders.
    #[serde(serialize_with = "undefined::serialize")]
    pub kappa: Defined,
    /// Share of equal pairs.
    #[serde(serialize_with = "undefined::serialize")]
    pub percent: Defined,
    /// 2a / (2a + b + c).
    #[serde(serialize_with = "undefined::serialize")]
    pub positive_agreement: Defined,
}

/// Measures the agreement on one code over units × coders; `interviews` names the interview of each unit.
///
/// # Errors
/// [`Undefined::LengthMismatch`] when the two lists differ in length or units do among themselves.
pub fn agree_on_code(
    units: &[Vec<Option<bool>>],
    interviews: &[usize],
    plan: Plan,
) -> Defined<CodeAgreement> {
    if units.len() != interviews.len() {
        return Err(Undefined::LengthMismatch);
    }
    let ratings = Ratings::of_code(units)?;
    let mut clusters: BTreeMap<usize, Coincidences> = BTreeMap::new();
    for (unit, &interview) in ratings.units().iter().zip(interviews) {
        let own = clusters.entry(interview).or_insert_with(|| Coincidences::empty(&[0.0, 1.0]));
        own.add_unit(unit);
    }
    let clusters: Vec<Coincidences> = clusters.into_values().collect();
    let alpha = Coincidences::of(&ratings).alpha(Level::Nominal);
    let pairable = || units.iter().filter(|u| u.iter().flatten().count() >= 2);
    Ok(CodeAgreement {
        units: units.len(),
        pairable_units: ratings.pairable_units(),
        interviews: clusters.len(),
        present: pairable().flatten().flatten().filter(|p| **p).count(),
        values: ratings.pairable_values(),
        alpha,
        alpha_interval: alpha.and_then(|_| interval(&clusters, Level::Nominal, plan)),
        kappa: cohen(&ratings).map(|k| k.kappa),
        percent: pairwise(&ratings),
        positive_agreement: positive_agreement(&ratings),
    })
}

/// Percentile interval of alpha when the clusters of coincidences are drawn with return.
///
/// # Errors
/// Those of [`by_cluster`].
pub fn interval(clusters: &[Coincidences], level: Level, plan: Plan) -> Defined<Interval> {
    let Some(first) = clusters.first() else {
        return Err(Undefined::NoObservations);
    };
    let mut sum = first.clone();
    by_cluster(clusters.len(), plan, |drawn| {
        sum.clear();
        for &i in drawn {
            sum.add(&clusters[i]);
        }
        sum.alpha(level)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const PLAN: Plan = Plan { draws: 1_000, level: 0.95, seed: 11 };

    fn units() -> (Vec<Vec<Option<bool>>>, Vec<usize>) {
        let one = |i: usize| {
            let a = i.is_multiple_of(3);
            let b = if i.is_multiple_of(7) { !a } else { a };
            (vec![Some(a), Some(b)], i / 10)
        };
        (0..120).map(one).unzip()
    }

    #[test]
    fn the_interval_holds_alpha_and_repeats() {
        let (units, interviews) = units();
        let agreement = agree_on_code(&units, &interviews, PLAN).unwrap();
        let (alpha, interval) = (agreement.alpha.unwrap(), agreement.alpha_interval.clone().unwrap());
        assert!(interval.lower < alpha && alpha < interval.upper);
        assert_eq!((interval.clusters, agreement.interviews, interval.undefined), (12, 12, 0));
        assert_eq!(agree_on_code(&units, &interviews, PLAN), Ok(agreement));
    }

    #[test]
    fn replicates_without_the_code_are_counted() {
        let (mut units, interviews) = units();
        for unit in units.iter_mut().skip(10) {
            unit.fill(Some(false));
        }
        let agreement = agree_on_code(&units, &interviews, PLAN).unwrap();
        let interval = agreement.alpha_interval.unwrap();
        assert!(interval.undefined > 200 && interval.undefined < 500, "{}", interval.undefined);
    }

    #[test]
    fn one_interview_has_no_interval() {
        let (units, _) = units();
        let agreement = agree_on_code(&units, &vec![4; 120], PLAN).unwrap();
        assert_eq!(agreement.alpha_interval, Err(Undefined::TooFew { needed: 2, present: 1 }));
        let never = agree_on_code(&vec![vec![Some(false), Some(false)]; 4], &[0, 0, 1, 1], PLAN).unwrap();
        assert_eq!(never.alpha, Err(Undefined::SingleCategory));
        assert_eq!(never.alpha_interval, Err(Undefined::SingleCategory));
    }
}

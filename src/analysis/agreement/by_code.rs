//! Agreement on one code, with all that a reader needs to judge it.
//!
//! Units are counted by pattern (who judged them coded), interview by interview, so that an interval
//! adds counts instead of going through the units again, and that several codes add up to their theme.

use super::ac1::ac1;
use super::alpha::{Coincidences, Level};
use super::kappa::{cohen, fleiss};
use super::pattern::Patterns;
use super::percent::{pairwise, positive_agreement};
use crate::analysis::statistics::bootstrap::{Interval, Plan, by_cluster};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

/// Fewer interviews say little of their own variation: turns are drawn inside them too.
pub const ENOUGH_INTERVIEWS: usize = 8;

/// What an interval draws with return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Resampled {
    /// Whole interviews.
    Interviews,
    /// Whole interviews, then turns inside each one drawn.
    TurnsInside,
}

impl Resampled {
    /// Returns what is drawn with so many interviews.
    #[must_use]
    pub fn with(interviews: usize) -> Self {
        if interviews < ENOUGH_INTERVIEWS { Self::TurnsInside } else { Self::Interviews }
    }
}

/// Agreement of coders on the presence of one code, or of several codes pooled.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodeAgreement {
    /// Units given; over several codes, units times codes.
    pub units: u64,
    /// Units that two coders or more judged.
    pub pairable_units: u64,
    /// Interviews that the units come from.
    pub interviews: usize,
    /// Values "present" over the pairable units.
    pub present: u64,
    /// Values given over the pairable units.
    pub values: u64,
    /// Their ratio.
    #[serde(serialize_with = "undefined::serialize")]
    pub prevalence: Defined,
    /// Krippendorff's alpha, nominal.
    #[serde(serialize_with = "undefined::serialize")]
    pub alpha: Defined,
    /// Percentile interval of alpha; undefined with one interview.
    #[serde(serialize_with = "undefined::serialize")]
    pub alpha_interval: Defined<Interval>,
    /// What the interval draws.
    pub resampled: Resampled,
    /// Cohen's kappa, for two coders.
    #[serde(serialize_with = "undefined::serialize")]
    pub kappa: Defined,
    /// Fleiss' kappa, on the units that every coder judged.
    #[serde(serialize_with = "undefined::serialize")]
    pub fleiss: Defined,
    /// Gwet's AC1.
    #[serde(serialize_with = "undefined::serialize")]
    pub ac1: Defined,
    /// Share of equal pairs.
    #[serde(serialize_with = "undefined::serialize")]
    pub percent: Defined,
    /// 2a / (2a + b + c).
    #[serde(serialize_with = "undefined::serialize")]
    pub positive_agreement: Defined,
}

/// Measures the agreement on one code over units × coders; `interviews` names the interview of each unit.
///
/// Each unit is taken for a turn of its own.
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
    let mut known: Vec<usize> = interviews.to_vec();
    known.sort_unstable();
    known.dedup();
    let mut blocks = vec![Vec::new(); known.len()];
    for (unit, interview) in units.iter().zip(interviews) {
        let mut own = Patterns::default();
        own.add(unit, 1);
        blocks[known.partition_point(|one| one < interview)].push(own);
    }
    agree(&blocks, plan)
}

/// Measures the agreement over interviews, each given as the patterns of its blocks: of its turns, which
/// are drawn inside when interviews are few, or of the whole interview at once.
///
/// # Errors
/// [`Undefined::LengthMismatch`] when patterns differ in their number of coders.
pub fn agree(interviews: &[Vec<Patterns>], plan: Plan) -> Defined<CodeAgreement> {
    let mut all = Patterns::default();
    for block in interviews.iter().flatten() {
        all.merge(block);
    }
    let ratings = all.ratings()?;
    let alpha = all.coincidences().alpha(Level::Nominal);
    let (present, values) = (ratings.pairable_present(), ratings.pairable_values());
    Ok(CodeAgreement {
        units: ratings.count(),
        pairable_units: ratings.pairable_units(),
        interviews: interviews.len(),
        present,
        values,
        prevalence: if values == 0 {
            Err(Undefined::NoPairableUnit)
        } else {
            Ok(present as f64 / values as f64)
        },
        alpha,
        alpha_interval: alpha.and_then(|_| interval(interviews, plan)),
        resampled: Resampled::with(interviews.len()),
        kappa: cohen(&ratings).map(|k| k.kappa),
        fleiss: fleiss(&ratings),
        ac1: ac1(&ratings),
        percent: pairwise(&ratings),
        positive_agreement: positive_agreement(&ratings),
    })
}

/// Percentile interval of alpha when whole interviews are drawn with return, then blocks inside each
/// when interviews are few.
///
/// # Errors
/// Those of [`by_cluster`].
pub fn interval(interviews: &[Vec<Patterns>], plan: Plan) -> Defined<Interval> {
    let blocks: Vec<Vec<Coincidences>> =
        interviews.iter().map(|blocks| blocks.iter().map(Patterns::coincidences).collect()).collect();
    let mut sum = Coincidences::empty(&[0.0, 1.0]);
    if Resampled::with(interviews.len()) == Resampled::TurnsInside {
        // A stream of its own, so that the interviews drawn do not depend on how many turns they hold.
        let mut inside = ChaCha8Rng::seed_from_u64(plan.seed);
        inside.set_stream(1);
        return by_cluster(blocks.len(), plan, |drawn| {
            sum.clear();
            for own in drawn.iter().map(|&i| &blocks[i]) {
                for _ in own {
                    sum.add(&own[inside.gen_range(0..own.len())]);
                }
            }
            sum.alpha(Level::Nominal)
        });
    }
    let whole: Vec<Coincidences> = blocks
        .iter()
        .map(|own| {
            let mut all = Coincidences::empty(&[0.0, 1.0]);
            own.iter().for_each(|block| all.add(block));
            all
        })
        .collect();
    by_cluster(whole.len(), plan, |drawn| {
        sum.clear();
        for &i in drawn {
            sum.add(&whole[i]);
        }
        sum.alpha(Level::Nominal)
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
    fn turns_are_drawn_inside_when_interviews_are_few() {
        let (units, interviews) = units();
        let few = agree_on_code(&units[..40], &interviews[..40], PLAN).unwrap();
        let whole = agree_on_code(&units, &interviews, PLAN).unwrap();
        assert_eq!((few.resampled, whole.resampled), (Resampled::TurnsInside, Resampled::Interviews));
        let interval = few.alpha_interval.clone().unwrap();
        assert_eq!(interval.clusters, 4);
        assert!(interval.lower < few.alpha.unwrap() && few.alpha.unwrap() < interval.upper);
        // One block an interview leaves nothing to draw inside.
        let mut joined = vec![vec![Patterns::default()]; 4];
        for (unit, interview) in units[..40].iter().zip(&interviews) {
            joined[*interview][0].add(unit, 1);
        }
        let coarse = agree(&joined, PLAN).unwrap();
        assert_eq!(coarse.alpha, few.alpha);
        assert_ne!(coarse.alpha_interval, few.alpha_interval);
    }

    #[test]
    fn codes_add_up_to_their_theme() {
        let patterns = |a: bool, b: bool, units| {
            let mut found = Patterns::default();
            found.add(&[Some(a), Some(b)], units);
            found
        };
        let (mut theme, other) = (patterns(true, true, 3), patterns(false, true, 2));
        theme.merge(&other);
        let found = agree(&[vec![theme]], PLAN).unwrap();
        assert_eq!((found.units, found.present, found.values), (5, 8, 10));
        assert!((found.prevalence.unwrap() - 0.8).abs() < 1e-12);
        assert!((found.positive_agreement.unwrap() - 6.0 / 8.0).abs() < 1e-12);
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

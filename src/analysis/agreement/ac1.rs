//! Gwet's AC1: a coefficient whose chance term stays small when a code is rare or everywhere.

use super::ratings::Ratings;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Computes Gwet's AC1 for any number of coders, missing values allowed.
///
/// Agreement is the mean over pairable units of the share of equal pairs; chance is
/// Σ π (1 − π) / (q − 1) over the q categories used, π being the mean share of a category over
/// the units with a value. It stands beside alpha and kappa where a code is rare, never alone:
/// its chance term takes for granted that only hard units are judged at random.
///
/// # Errors
/// [`Undefined::NoPairableUnit`]; [`Undefined::SingleCategory`] when one category only is used:
/// nothing tells then agreement from chance, however many categories were on offer.
///
/// Source: Gwet (2008), "Computing inter-rater reliability and its variance in the presence of
/// high agreement"; Gwet (2014), chapter 5 for missing values.
pub fn ac1(ratings: &Ratings) -> Defined {
    let categories = ratings.categories();
    let mut shares = vec![0.0; categories.len()];
    let (mut judged, mut pairable, mut agreement) = (0.0, 0.0, 0.0);
    for (unit, units) in ratings.rows() {
        let units = units as f64;
        let mut counts = vec![0.0; categories.len()];
        for value in unit.iter().flatten() {
            counts[Ratings::position(&categories, *value)] += 1.0;
        }
        let values: f64 = counts.iter().sum();
        if values < 1.0 {
            continue;
        }
        judged += units;
        for (share, count) in shares.iter_mut().zip(&counts) {
            *share += units * count / values;
        }
        if values > 1.0 {
            pairable += units;
            let equal: f64 = counts.iter().map(|c| c * (c - 1.0)).sum();
            agreement += units * equal / (values * (values - 1.0));
        }
    }
    if pairable < 1.0 {
        return Err(Undefined::NoPairableUnit);
    }
    if categories.len() < 2 {
        return Err(Undefined::SingleCategory);
    }
    let chance: f64 = shares.iter().map(|share| share / judged * (1.0 - share / judged)).sum();
    let chance = chance / (categories.len() as f64 - 1.0);
    Ok((agreement / pairable - chance) / (1.0 - chance))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::agreement::kappa::cohen;

    /// 118 units present for both, 5 + 2 for one, none absent for both: kappa is negative, though
    /// the coders differ on 7 units of 125 only; AC1 = (0.944 − 2·0.972·0.028) / (1 − 2·0.972·0.028).
    #[test]
    fn a_code_that_is_everywhere_does_not_turn_agreement_into_its_contrary() {
        let row = |a: f64, b: f64, count| (vec![Some(a), Some(b)], count);
        let ratings = Ratings::counted([row(1.0, 1.0, 118), row(1.0, 0.0, 5), row(0.0, 1.0, 2)]).unwrap();
        assert!(cohen(&ratings).unwrap().kappa < 0.0);
        let chance = 2.0 * 0.972 * 0.028;
        assert!((ac1(&ratings).unwrap() - (0.944 - chance) / (1.0 - chance)).abs() < 1e-12);
    }

    #[test]
    fn undefined_is_said() {
        let same = Ratings::new(vec![vec![Some(0.0), Some(0.0)]; 3]).unwrap();
        assert_eq!(ac1(&same), Err(Undefined::SingleCategory));
        let alone = Ratings::new(vec![vec![Some(0.0)], vec![Some(1.0)]]).unwrap();
        assert_eq!(ac1(&alone), Err(Undefined::NoPairableUnit));
    }
}

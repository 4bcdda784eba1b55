//! Agreement not corrected for chance; it stands beside a corrected coefficient, never alone.

use super::ratings::Ratings;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Computes the share of pairs of values on the same unit that are equal.
///
/// # Errors
/// [`Undefined::NoPairableUnit`].
pub fn pairwise(ratings: &Ratings) -> Defined {
    let pairs = count_pairs(ratings, |a, b| a.total_cmp(&b).is_eq());
    if pairs.all == 0 { Err(Undefined::NoPairableUnit) } else { Ok(pairs.kept as f64 / pairs.all as f64) }
}

/// Computes the positive agreement on a code, 2a / (2a + b + c): pairs present–present against those that differ.
///
/// A value is present when it is not 0. A rare code has a high percentage whatever the coders do; this share
/// leaves out the units that both left uncoded.
///
/// # Errors
/// [`Undefined::NoPairableUnit`]; [`Undefined::NeverPresent`] when no coder of a pairable unit used the code.
pub fn positive_agreement(ratings: &Ratings) -> Defined {
    let present = |x: f64| x.abs() > 0.0;
    let both = count_pairs(ratings, |a, b| present(a) && present(b));
    let differ = count_pairs(ratings, |a, b| present(a) != present(b)).kept;
    if both.all == 0 {
        return Err(Undefined::NoPairableUnit);
    }
    let used = 2 * both.kept + differ;
    if used == 0 { Err(Undefined::NeverPresent) } else { Ok((2 * both.kept) as f64 / used as f64) }
}

/// Computes Holsti's coefficient for two coders: 2M / (N₁ + N₂), M units equal, N units judged by each.
///
/// # Errors
/// [`Undefined::NotTwoCoders`]; [`Undefined::NoObservations`] when nobody judged anything.
///
/// Source: Holsti (1969).
pub fn holsti(ratings: &Ratings) -> Defined {
    if ratings.coders() != 2 {
        return Err(Undefined::NotTwoCoders);
    }
    let judged: u64 = ratings.rows().map(|(unit, count)| unit.iter().flatten().count() as u64 * count).sum();
    if judged == 0 {
        return Err(Undefined::NoObservations);
    }
    let equal = count_pairs(ratings, |a, b| a.total_cmp(&b).is_eq()).kept;
    Ok((2 * equal) as f64 / judged as f64)
}

struct Pairs {
    all: u64,
    kept: u64,
}

fn count_pairs(ratings: &Ratings, keep: impl Fn(f64, f64) -> bool) -> Pairs {
    let mut pairs = Pairs { all: 0, kept: 0 };
    for (unit, count) in ratings.rows() {
        let values: Vec<f64> = unit.iter().flatten().map(|x| x + 0.0).collect();
        for (i, &a) in values.iter().enumerate() {
            for &b in &values[i + 1..] {
                pairs.all += count;
                pairs.kept += count * u64::from(keep(a, b));
            }
        }
    }
    pairs
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_rare_code_is_not_saved_by_its_absences() {
        let mut units = vec![vec![Some(0.0), Some(0.0)]; 96];
        units.extend([vec![Some(1.0), Some(1.0)], vec![Some(1.0), Some(0.0)], vec![Some(0.0), Some(1.0)]]);
        let ratings = Ratings::new(units).unwrap();
        assert!(pairwise(&ratings).unwrap() > 0.97);
        assert!((positive_agreement(&ratings).unwrap() - 0.5).abs() < 1e-12);
    }

    #[test]
    fn undefined_is_said() {
        let never = Ratings::new(vec![vec![Some(0.0), Some(0.0)]]).unwrap();
        assert_eq!(positive_agreement(&never), Err(Undefined::NeverPresent));
        assert_eq!(
            pairwise(&Ratings::new(vec![vec![Some(1.0), None]]).unwrap()),
            Err(Undefined::NoPairableUnit)
        );
        assert_eq!(holsti(&Ratings::new(vec![vec![None, None]]).unwrap()), Err(Undefined::NoObservations));
    }
}

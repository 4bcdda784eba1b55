//! The same people before and after: `McNemar` for yes and no, Stuart and Maxwell for more categories.

use super::distribution::chi_square_upper;
use super::hypergeometric::ln_binomial;
use super::linear::solve;
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// A yes/no answer before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct McNemar {
    /// Pairs.
    pub n: u64,
    /// Pairs that went from no to yes.
    pub gained: u64,
    /// Pairs that went from yes to no.
    pub lost: u64,
    /// (gained − lost) / n: the change of the share.
    #[serde(serialize_with = "undefined::serialize")]
    pub difference: Defined,
    /// Exact two-sided binomial p.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_exact: Defined,
    /// The same with half of the observed outcome's probability: less conservative.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_mid: Defined,
    /// (gained − lost)² / (gained + lost), without correction.
    #[serde(serialize_with = "undefined::serialize")]
    pub chi2: Defined,
    /// Asymptotic p of `chi2`.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_chi2: Defined,
}

/// Compares two answers of the same people, counted as `[[no no, no yes], [yes no, yes yes]]` (before, after).
///
/// When nobody changed, the tests are undefined.
///
/// Source: `McNemar` (1947); Fagerland, Lydersen and Laake (2013) for the mid-p.
#[must_use]
pub fn mcnemar(counts: [[u64; 2]; 2]) -> McNemar {
    let [[neither, gained], [lost, both]] = counts;
    let (n, changed) = (neither + gained + lost + both, gained + lost);
    let probability = |k: u64| ln_binomial(k, changed, [0.5, 0.5]).exp();
    let fewer = gained.min(lost);
    let tail: f64 = (0..=fewer).map(probability).sum();
    let guard = |value: f64| match (n, changed) {
        (0, _) => Err(Undefined::NoObservations),
        (_, 0) => Err(Undefined::ConstantValues),
        _ => Ok(value),
    };
    let distance = gained.abs_diff(lost) as f64;
    let chi2 = guard(distance * distance / changed as f64);
    McNemar {
        n,
        gained,
        lost,
        difference: if n == 0 {
            Err(Undefined::NoObservations)
        } else {
            Ok((gained as f64 - lost as f64) / n as f64)
        },
        p_exact: guard((2.0 * tail).min(1.0)),
        p_mid: guard((2.0 * tail - probability(fewer)).min(1.0)),
        chi2,
        p_chi2: chi2.map(|x| chi_square_upper(x, 1.0)),
    }
}

/// Whether the categories are as frequent before as after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StuartMaxwell {
    /// Persons with both answers.
    pub n: u64,
    /// Of them, those who changed category.
    pub changed: u64,
    /// After less before, in persons, category by category.
    pub differences: Vec<i64>,
    /// Statistic.
    pub chi2: f64,
    /// Categories that somebody entered or left, less one.
    pub df: usize,
    /// Asymptotic p.
    pub p: f64,
}

/// Tests marginal homogeneity of a square table, rows before and columns after.
///
/// Categories that nobody entered or left carry nothing and are left out of the degrees of freedom; with
/// two categories it is `McNemar` without correction.
///
/// # Errors
/// [`Undefined::LengthMismatch`] when the table is not square; [`Undefined::NoObservations`];
/// [`Undefined::ConstantValues`] when nobody changed, or the changes part the categories so that no single
/// statistic exists.
///
/// Source: Stuart (1955); Maxwell (1970).
pub fn stuart_maxwell(table: &[Vec<u64>]) -> Defined<StuartMaxwell> {
    let k = table.len();
    if table.iter().any(|row| row.len() != k) {
        return Err(Undefined::LengthMismatch);
    }
    let n: u64 = table.iter().flatten().sum();
    if n == 0 {
        return Err(Undefined::NoObservations);
    }
    let row = |i: usize| table[i].iter().sum::<u64>();
    let column = |j: usize| table.iter().map(|row| row[j]).sum::<u64>();
    let moved = |i: usize| row(i) + column(i) - 2 * table[i][i];
    let kept: Vec<usize> = (0..k).filter(|&i| moved(i) > 0).collect();
    if kept.len() < 2 {
        return Err(Undefined::ConstantValues);
    }
    // One category is what the others leave.
    let free = &kept[1..];
    let difference = |i: usize| column(i) as f64 - row(i) as f64;
    let covariance = |i: usize, j: usize| {
        if i == j { moved(i) as f64 } else { -((table[i][j] + table[j][i]) as f64) }
    };
    let right: Vec<f64> = free.iter().map(|&i| difference(i)).collect();
    let matrix = free.iter().map(|&i| free.iter().map(|&j| covariance(i, j)).collect()).collect();
    let solved = solve(matrix, right.clone())?;
    let chi2 = right.iter().zip(&solved).map(|(a, b)| a * b).sum::<f64>().max(0.0);
    Ok(StuartMaxwell {
        n,
        changed: n - (0..k).map(|i| table[i][i]).sum::<u64>(),
        differences: (0..k).map(|i| column(i).cast_signed() - row(i).cast_signed()).collect(),
        chi2,
        df: free.len(),
        p: chi_square_upper(chi2, free.len() as f64),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Unaided distance vision of the right and left eyes of 7,477 women (Stuart 1953, 1955; also
    /// Agresti, *Categorical Data Analysis*, 2002, p. 410): chi-square 11.96 on 3 degrees of freedom.
    #[test]
    fn the_eyes_of_stuart() {
        let table = [
            vec![1520, 266, 124, 66],
            vec![234, 1512, 432, 78],
            vec![117, 362, 1772, 205],
            vec![36, 82, 179, 492],
        ];
        let test = stuart_maxwell(&table).unwrap();
        assert_eq!((test.n, test.df), (7477, 3));
        assert!((test.chi2 - 11.96).abs() < 0.005 && (test.p - 0.0075).abs() < 5e-5);
        assert_eq!(test.differences.iter().sum::<i64>(), 0);
    }

    #[test]
    fn categories_nobody_moves_through_are_left_out() {
        let full = stuart_maxwell(&[vec![4, 6, 0], vec![1, 5, 0], vec![0, 0, 9]]).unwrap();
        assert_eq!(full.df, 1);
        assert!((full.chi2 - mcnemar([[4, 6], [1, 5]]).chi2.unwrap()).abs() < 1e-12);
        assert_eq!(stuart_maxwell(&[vec![4, 0], vec![0, 3]]), Err(Undefined::ConstantValues));
        assert_eq!(stuart_maxwell(&[vec![0, 0], vec![0, 0]]), Err(Undefined::NoObservations));
        assert_eq!(stuart_maxwell(&[]), Err(Undefined::NoObservations));
        assert_eq!(stuart_maxwell(&[vec![1, 2]]), Err(Undefined::LengthMismatch));
        // Two pairs of categories that exchange persons among themselves only.
        let parted = [vec![1, 2, 0, 0], vec![3, 1, 0, 0], vec![0, 0, 1, 4], vec![0, 0, 2, 1]];
        assert_eq!(stuart_maxwell(&parted), Err(Undefined::ConstantValues));
    }

    proptest! {
        #[test]
        fn the_order_of_categories_and_of_moments_does_not_count(
            cells in prop::collection::vec(1_u64..30, 9),
        ) {
            let table: Vec<Vec<u64>> = cells.chunks(3).map(<[u64]>::to_vec).collect();
            let test = stuart_maxwell(&table).unwrap();
            let turned: Vec<Vec<u64>> = (0..3).map(|j| (0..3).map(|i| table[i][j]).collect()).collect();
            let order = [2, 0, 1];
            let other: Vec<Vec<u64>> =
                order.iter().map(|&i| order.iter().map(|&j| table[i][j]).collect()).collect();
            for again in [stuart_maxwell(&turned).unwrap(), stuart_maxwell(&other).unwrap()] {
                prop_assert!((again.chi2 - test.chi2).abs() < 1e-9 * (1.0 + test.chi2));
            }
        }
    }

    #[test]
    fn the_exact_test_is_the_binomial_one() {
        // binom.test(1, 7): 0.125; mid-p: 0.125 - 7/128.
        let result = mcnemar([[10, 6], [1, 20]]);
        assert!((result.p_exact.unwrap() - 0.125).abs() < 1e-12);
        assert!((result.p_mid.unwrap() - (0.125 - 7.0 / 128.0)).abs() < 1e-12);
        assert!((result.chi2.unwrap() - 25.0 / 7.0).abs() < 1e-12);
        assert!((result.difference.unwrap() - 5.0 / 37.0).abs() < 1e-12);
    }

    #[test]
    fn nobody_changed() {
        assert_eq!(mcnemar([[4, 0], [0, 3]]).p_exact, Err(Undefined::ConstantValues));
        assert_eq!(mcnemar([[0, 0], [0, 0]]).difference, Err(Undefined::NoObservations));
        assert!((mcnemar([[0, 2], [2, 0]]).p_exact.unwrap() - 1.0).abs() < 1e-12);
    }

    /// 14,900 and 15,500 who changed: twice the tail of 30,400 tosses, by exact whole numbers.
    #[test]
    fn many_changes_cost_no_digits() {
        let p = mcnemar([[9, 14_900], [15_500, 7]]).p_exact.unwrap();
        assert!((p / 5.912_380_590_857_446_1e-4 - 1.0).abs() < 1e-12, "{p}");
    }
}

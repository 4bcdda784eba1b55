//! How far the items of a scale hold together: Cronbach's alpha on complete answers.

use serde::Serialize;

use super::omega::{OneFactor, maximum_likelihood};
use super::score::turned;
use crate::analysis::statistics::descriptive::{is_constant, mean, standard_deviation};
use crate::analysis::statistics::distribution::beta_quantile;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::questionnaire::Scale;

/// What the answers say of a scale.
///
/// # Missing values
/// Listwise: only respondents who answered every item count (as SPSS; `psych::alpha` takes pairwise
/// covariances). A value that is not finite is no answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// Respondents who answered every item.
    pub n: usize,
    /// Items.
    pub items: usize,
    /// Cronbach's alpha on covariances; negative as it comes: look for an item not reversed. Undefined unless
    /// two items vary.
    #[serde(serialize_with = "undefined::serialize")]
    pub alpha: Defined,
    /// The same on correlations.
    #[serde(serialize_with = "undefined::serialize")]
    pub alpha_standardised: Defined,
    /// Interval of alpha at 95 % (Feldt 1965).
    #[serde(serialize_with = "undefined::serialize")]
    pub interval: Defined<[f64; 2]>,
    /// Standard error of alpha (Duhachek & Iacobucci 2004).
    #[serde(serialize_with = "undefined::serialize")]
    pub standard_error: Defined,
    /// Mean correlation of two items.
    #[serde(serialize_with = "undefined::serialize")]
    pub mean_correlation: Defined,
    /// Correlation of each item with the sum of the others.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub item_rest: Vec<Defined>,
    /// Alpha without each item; undefined with two items.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub alpha_without: Vec<Defined>,
    /// Mean of each item, reversed ones turned.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub means: Vec<Defined>,
    /// Standard deviation of each item.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub deviations: Vec<Defined>,
    /// One common factor of the items.
    #[serde(serialize_with = "undefined::serialize")]
    pub factor: Defined<OneFactor>,
}

/// Computes the reliability of a scale; each row is a respondent, each column an item of the scale.
pub fn reliability(scale: &Scale, rows: &[Vec<Option<f64>>]) -> Reliability {
    let complete: Vec<Vec<f64>> = rows
        .iter()
        .filter_map(|row| {
            row.iter()
                .enumerate()
                .map(|(position, answer)| {
                    answer.filter(|value| value.is_finite()).map(|value| turned(scale, position, value))
                })
                .collect()
        })
        .collect();
    let items = scale.items.len();
    let columns: Vec<Vec<f64>> =
        (0..items).map(|item| complete.iter().filter_map(|row| row.get(item).copied()).collect()).collect();
    let covariances = covariances(&columns);
    let alpha = alpha(&covariances, complete.len());
    let correlations = enough(complete.len()).and_then(|()| correlations(&covariances));
    let all: Vec<usize> = (0..items).collect();
    let without = |left: usize| -> Vec<usize> { all.iter().copied().filter(|item| *item != left).collect() };
    Reliability {
        n: complete.len(),
        items,
        interval: alpha.and_then(|alpha| feldt(alpha, complete.len(), items)),
        standard_error: alpha.and_then(|_| duhachek(&covariances, complete.len())),
        alpha_standardised: correlations.as_ref().map_err(|why| *why).and_then(|r| alpha_of(r)),
        mean_correlation: correlations.as_ref().map_err(|why| *why).and_then(|r| mean_off_diagonal(r)),
        item_rest: (0..items)
            .map(|item| enough(complete.len()).and_then(|()| item_rest(&covariances, item, &without(item))))
            .collect(),
        alpha_without: (0..items)
            .map(|item| alpha_kept(&covariances, &without(item), complete.len()))
            .collect(),
        means: columns.iter().map(|column| mean(column)).collect(),
        deviations: columns.iter().map(|column| standard_deviation(column)).collect(),
        factor: correlations.and_then(|r| {
            let deviations: Vec<f64> = covariances.iter().enumerate().map(|(i, row)| row[i].sqrt()).collect();
            maximum_likelihood(&r, &deviations)
        }),
        alpha,
    }
}

/// Two answers always lie on a line: their correlation is 1 or −1, whatever the items are worth.
fn enough(n: usize) -> Defined<()> {
    if n < 3 { Err(Undefined::TooFew { needed: 3, present: n }) } else { Ok(()) }
}

/// Covariances with n − 1; a constant item gives exact zeros.
fn covariances(columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let centred: Vec<Vec<f64>> = columns
        .iter()
        .map(|column| match mean(column) {
            Ok(_) if is_constant(column) => vec![0.0; column.len()],
            Ok(mean) => column.iter().map(|value| value - mean).collect(),
            Err(_) => Vec::new(),
        })
        .collect();
    let covariance = |a: &[f64], b: &[f64]| {
        let sum: f64 = a.iter().zip(b).map(|(x, y)| x * y).sum();
        if a.len() < 2 { 0.0 } else { sum / (a.len() as f64 - 1.0) }
    };
    centred.iter().map(|a| centred.iter().map(|b| covariance(a, b)).collect()).collect()
}

/// Correlations, when no item is constant.
pub(super) fn correlations(covariances: &[Vec<f64>]) -> Defined<Vec<Vec<f64>>> {
    let variances: Vec<f64> = covariances.iter().enumerate().map(|(i, row)| row[i]).collect();
    if variances.iter().any(|variance| *variance <= 0.0) {
        return Err(Undefined::ConstantValues);
    }
    let scaled = |i: usize, row: &[f64]| {
        row.iter().zip(&variances).map(|(value, other)| value / (variances[i] * other).sqrt()).collect()
    };
    Ok(covariances.iter().enumerate().map(|(i, row)| scaled(i, row)).collect())
}

fn alpha(covariances: &[Vec<f64>], n: usize) -> Defined {
    if n < 2 {
        return Err(Undefined::TooFew { needed: 2, present: n });
    }
    alpha_of(covariances)
}

/// `k / (k − 1) · (1 − Σ variances / variance of the sum)` (Cronbach 1951).
fn alpha_of(matrix: &[Vec<f64>]) -> Defined {
    let k = matrix.len();
    if k < 2 {
        return Err(Undefined::TooFew { needed: 2, present: k });
    }
    let trace: f64 = matrix.iter().enumerate().map(|(i, row)| row[i]).sum();
    let total: f64 = matrix.iter().flatten().sum();
    // Of one item that varies, the formula gives 0, though nothing is there for it to hold together with.
    if matrix.iter().enumerate().filter(|(i, row)| row[*i] > 0.0).count() < 2 {
        return Err(Undefined::ConstantValues);
    }
    // Items that cancel each other out leave a rounding of their variances.
    if total <= trace * 1e-12 {
        return Err(Undefined::ConstantValues);
    }
    let k = k as f64;
    Ok(k / (k - 1.0) * (1.0 - trace / total))
}

fn alpha_kept(covariances: &[Vec<f64>], kept: &[usize], n: usize) -> Defined {
    let matrix: Vec<Vec<f64>> =
        kept.iter().map(|i| kept.iter().map(|j| covariances[*i][*j]).collect()).collect();
    alpha(&matrix, n)
}

fn item_rest(covariances: &[Vec<f64>], item: usize, rest: &[usize]) -> Defined {
    let own = covariances[item][item];
    let with: f64 = rest.iter().map(|other| covariances[item][*other]).sum();
    let others: f64 = rest.iter().flat_map(|i| rest.iter().map(|j| covariances[*i][*j])).sum();
    if own <= 0.0 || others <= own * 1e-12 {
        return Err(Undefined::ConstantValues);
    }
    Ok(with / (own * others).sqrt())
}

fn mean_off_diagonal(matrix: &[Vec<f64>]) -> Defined {
    let k = matrix.len();
    if k < 2 {
        return Err(Undefined::TooFew { needed: 2, present: k });
    }
    let total: f64 = matrix.iter().flatten().sum();
    let trace: f64 = matrix.iter().enumerate().map(|(i, row)| row[i]).sum();
    Ok((total - trace) / (k * (k - 1)) as f64)
}

/// Feldt's interval: `(1 − alpha) F` with n − 1 and (n − 1)(k − 1) degrees of freedom. An alpha of 1 has an
/// interval of no width, as in R: it says that the items are one, not that the sample is large.
fn feldt(alpha: f64, n: usize, items: usize) -> Defined<[f64; 2]> {
    if n < 2 || items < 2 {
        return Err(Undefined::TooFew { needed: 2, present: n.min(items) });
    }
    let first = n as f64 - 1.0;
    let second = first * (items as f64 - 1.0);
    let f = |p: f64| {
        let x = beta_quantile(p, first / 2.0, second / 2.0);
        second * x / (first * (1.0 - x))
    };
    Ok([1.0 - (1.0 - alpha) * f(0.975), 1.0 - (1.0 - alpha) * f(0.025)])
}

/// The standard error under normal answers, from the covariances alone.
fn duhachek(covariances: &[Vec<f64>], n: usize) -> Defined {
    let k = covariances.len() as f64;
    let total: f64 = covariances.iter().flatten().sum();
    let trace: f64 = covariances.iter().enumerate().map(|(i, row)| row[i]).sum();
    let trace_of_square: f64 = covariances.iter().flatten().map(|value| value * value).sum();
    let sums: Vec<f64> = covariances.iter().map(|row| row.iter().sum()).collect();
    let total_of_square: f64 = sums.iter().map(|sum| sum * sum).sum();
    let inner = total * (trace_of_square + trace * trace) - 2.0 * trace * total_of_square;
    let variance = 2.0 * k * k / ((k - 1.0).powi(2) * total.powi(3)) * inner / n as f64;
    Ok(variance.max(0.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::super::score::tests::scale;
    use super::*;

    #[test]
    fn a_reversed_item_is_turned_before_anything() {
        let rows: Vec<Vec<Option<f64>>> =
            [1.0, 2.0, 4.0, 5.0].iter().map(|x| vec![Some(*x), Some(6.0 - x)]).collect();
        let alpha = reliability(&scale(2, &[1], 1.0, 5.0), &rows).alpha.expect("defined");
        assert!((alpha - 1.0).abs() < 1e-12);
        assert_eq!(reliability(&scale(2, &[], 1.0, 5.0), &rows).alpha, Err(Undefined::ConstantValues));
    }

    #[test]
    fn constant_items_missing_answers_and_no_numbers_give_a_reason() {
        let rows = |values: &[[Option<f64>; 3]]| values.iter().map(|row| row.to_vec()).collect::<Vec<_>>();
        let scale = scale(3, &[], 1.0, 5.0);
        let constant = rows(&[[Some(3.0); 3], [Some(3.0); 3], [Some(3.0); 3]]);
        let found = reliability(&scale, &constant);
        assert_eq!(found.alpha, Err(Undefined::ConstantValues));
        assert_eq!(found.item_rest[0], Err(Undefined::ConstantValues));
        let alone =
            rows(&[[Some(1.0), Some(3.0), Some(3.0)], [Some(3.0); 3], [Some(5.0), Some(3.0), Some(3.0)]]);
        assert_eq!(reliability(&scale, &alone).alpha, Err(Undefined::ConstantValues));
        assert!(found.factor.is_err() && found.interval.is_err() && found.mean_correlation.is_err());
        let missing = rows(&[[None; 3], [None; 3]]);
        let found = reliability(&scale, &missing);
        assert_eq!((found.n, found.alpha), (0, Err(Undefined::TooFew { needed: 2, present: 0 })));
        // One item that does not vary leaves alpha, not what rests on correlations.
        let one = rows(&[
            [Some(1.0), Some(2.0), Some(3.0)],
            [Some(2.0), Some(3.0), Some(3.0)],
            [Some(4.0), Some(4.0), Some(3.0)],
            [Some(f64::NAN), Some(4.0), Some(3.0)],
            [Some(1.0), Some(f64::INFINITY), Some(3.0)],
        ]);
        let found = reliability(&scale, &one);
        assert_eq!(found.n, 3);
        assert!(found.alpha.is_ok_and(f64::is_finite));
        assert_eq!(found.alpha_standardised, Err(Undefined::ConstantValues));
        assert_eq!(found.item_rest[2], Err(Undefined::ConstantValues));
    }

    #[test]
    fn two_respondents_lie_on_a_line() {
        let rows = [vec![Some(1.0), Some(2.0), Some(5.0)], vec![Some(4.0), Some(4.0), Some(4.0)]];
        let two = reliability(&scale(3, &[], 1.0, 5.0), &rows);
        let few = Undefined::TooFew { needed: 3, present: 2 };
        assert_eq!((two.alpha_standardised, two.mean_correlation), (Err(few), Err(few)));
        assert!(two.alpha.is_ok() && two.item_rest == [Err(few); 3]);
        assert_eq!(two.factor.err(), Some(few));
    }

    #[test]
    fn what_cannot_be_told_is_undefined() {
        let one = reliability(&scale(3, &[], 1.0, 5.0), &[vec![Some(1.0), Some(2.0), Some(3.0)]]);
        assert!(one.alpha.is_err() && one.interval.is_err() && one.standard_error.is_err());
        let none = reliability(&scale(3, &[], 1.0, 5.0), &[]);
        assert_eq!(none.n, 0);
        assert!(none.alpha.is_err() && none.means[0].is_err());
        assert!(reliability(&scale(1, &[], 1.0, 5.0), &[vec![Some(1.0)], vec![Some(3.0)]]).alpha.is_err());
    }
}

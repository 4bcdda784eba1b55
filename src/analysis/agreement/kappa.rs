//! Kappa of Cohen (two coders, weighted or not) and of Fleiss (several, complete units).

use super::ratings::Ratings;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// Variances below are rounding.
const NO_VARIANCE: f64 = 1e-14;

/// How far two categories are, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Equal or not.
    Unweighted,
    /// By the number of steps between.
    Linear,
    /// By its square.
    Quadratic,
}

/// Cohen's kappa.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Kappa {
    /// Units judged by both.
    pub n: u64,
    /// Coefficient.
    pub kappa: f64,
    /// Standard error around the estimate, for an interval; undefined when a coder uses one category only.
    #[serde(serialize_with = "undefined::serialize")]
    pub standard_error: Defined,
    /// Standard error if there were no agreement beyond chance, for a test.
    pub standard_error_under_null: f64,
}

/// Computes Cohen's kappa on the units judged by both coders.
///
/// # Errors
/// [`Undefined::NotTwoCoders`]; [`Undefined::NoPairableUnit`]; [`Undefined::SingleCategory`] when both use
/// one and the same category.
///
/// Source: Cohen (1960); Fleiss, Cohen and Everitt (1969) for the errors.
pub fn cohen(ratings: &Ratings) -> Defined<Kappa> {
    let shares = Shares::of(&ratings.confusion()?);
    let kappa = shares.kappa(Weight::Unweighted)?;
    let (k, n) = (shares.rows.len(), shares.n as f64);
    let (rows, columns) = (&shares.rows, &shares.columns);
    let chance: f64 = rows.iter().zip(columns).map(|(r, c)| r * c).sum();
    let lack = 1.0 - kappa;
    let (mut agreed, mut differed, mut null) = (0.0, 0.0, chance + chance * chance);
    for i in 0..k {
        let own = 1.0 - (rows[i] + columns[i]) * lack;
        agreed += shares.cells[i][i] * own * own;
        null -= rows[i] * columns[i] * (rows[i] + columns[i]);
        for j in (0..k).filter(|&j| j != i) {
            differed += shares.cells[i][j] * (columns[i] + rows[j]) * (columns[i] + rows[j]);
        }
    }
    let shift = kappa - chance * lack;
    let scale = n * (1.0 - chance) * (1.0 - chance);
    let error = |variance: f64| if variance < NO_VARIANCE { 0.0 } else { variance.sqrt() };
    let constant = |margin: &[f64]| margin.iter().filter(|m| **m > 0.0).count() < 2;
    Ok(Kappa {
        n: shares.n,
        kappa,
        standard_error: if constant(rows) || constant(columns) {
            // Kappa is 0 then, whatever the other coder does.
            Err(Undefined::SingleCategory)
        } else {
            Ok(error((agreed + lack * lack * differed - shift * shift) / scale))
        },
        standard_error_under_null: error(null / scale),
    })
}

/// Computes Cohen's kappa with weights on the order of the categories that are present.
///
/// # Errors
/// Those of [`cohen`].
///
/// Source: Cohen (1968).
pub fn weighted(ratings: &Ratings, weight: Weight) -> Defined {
    Shares::of(&ratings.confusion()?).kappa(weight)
}

struct Shares {
    n: u64,
    cells: Vec<Vec<f64>>,
    rows: Vec<f64>,
    columns: Vec<f64>,
}

impl Shares {
    fn of(counts: &[Vec<u64>]) -> Self {
        let n: u64 = counts.iter().flatten().sum();
        let cells: Vec<Vec<f64>> =
            counts.iter().map(|row| row.iter().map(|&x| x as f64 / n as f64).collect()).collect();
        let rows = cells.iter().map(|row| row.iter().sum()).collect();
        let columns = (0..cells.len()).map(|j| cells.iter().map(|row| row[j]).sum()).collect();
        Self { n, cells, rows, columns }
    }

    fn kappa(&self, weight: Weight) -> Defined {
        let (mut observed, mut expected) = (0.0, 0.0);
        for (i, row) in self.cells.iter().enumerate() {
            for (j, cell) in row.iter().enumerate() {
                let steps = i.abs_diff(j) as f64;
                let distance = match weight {
                    Weight::Unweighted => f64::from(u8::from(i != j)),
                    Weight::Linear => steps,
                    Weight::Quadratic => steps * steps,
                };
                observed += distance * cell;
                expected += distance * self.rows[i] * self.columns[j];
            }
        }
        if expected <= 0.0 { Err(Undefined::SingleCategory) } else { Ok(1.0 - observed / expected) }
    }
}

/// Computes Fleiss' kappa on the units that every coder judged.
///
/// # Errors
/// [`Undefined::TooFew`] below two coders; [`Undefined::NoPairableUnit`] without a complete unit;
/// [`Undefined::SingleCategory`].
///
/// Source: Fleiss (1971).
pub fn fleiss(ratings: &Ratings) -> Defined {
    if ratings.count() == 0 {
        return Err(Undefined::NoPairableUnit);
    }
    let coders = ratings.coders();
    if coders < 2 {
        return Err(Undefined::TooFew { needed: 2, present: coders });
    }
    let categories = ratings.categories();
    let complete: Vec<(Vec<f64>, u64)> = ratings
        .rows()
        .filter_map(|(unit, count)| Some((unit.iter().copied().collect::<Option<Vec<f64>>>()?, count)))
        .collect();
    if complete.is_empty() {
        return Err(Undefined::NoPairableUnit);
    }
    let n = complete.iter().map(|(_, count)| *count).sum::<u64>() as f64;
    let m = coders as f64;
    let mut totals = vec![0.0; categories.len()];
    let mut agreement = 0.0;
    for (unit, units) in &complete {
        let units = *units as f64;
        let mut counts = vec![0.0; categories.len()];
        for &value in unit {
            counts[Ratings::position(&categories, value)] += 1.0;
        }
        agreement += units * counts.iter().map(|c| c * (c - 1.0)).sum::<f64>() / (m * (m - 1.0));
        for (total, count) in totals.iter_mut().zip(&counts) {
            *total += units * count;
        }
    }
    if totals.iter().filter(|t| **t > 0.0).count() < 2 {
        return Err(Undefined::SingleCategory);
    }
    let chance: f64 = totals.iter().map(|t| t / (n * m) * (t / (n * m))).sum();
    Ok((agreement / n - chance) / (1.0 - chance))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn undefined_is_said() {
        let one = Ratings::new(vec![vec![Some(1.0), Some(1.0)]; 3]).unwrap();
        assert_eq!(cohen(&one), Err(Undefined::SingleCategory));
        assert_eq!(fleiss(&one), Err(Undefined::SingleCategory));
        let alone = Ratings::new(vec![vec![Some(1.0)]; 3]).unwrap();
        assert_eq!(cohen(&alone), Err(Undefined::NotTwoCoders));
        assert_eq!(fleiss(&alone), Err(Undefined::TooFew { needed: 2, present: 1 }));
    }

    #[test]
    fn weights_do_not_matter_with_two_categories() {
        let units = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 1.0), (1.0, 0.0)];
        let ratings = Ratings::new(units.iter().map(|&(a, b)| vec![Some(a), Some(b)]).collect()).unwrap();
        let plain = cohen(&ratings).unwrap().kappa;
        assert!((weighted(&ratings, Weight::Quadratic).unwrap() - plain).abs() < 1e-12);
        assert!((plain - 1.0 / 6.0).abs() < 1e-12);
    }
}

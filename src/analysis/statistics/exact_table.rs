//! Exact and simulated p of a table of counts, both margins fixed.

use super::contingency::{Table, pearson_chi2, two_by_two};
use super::distribution::ln_factorial;
use super::hypergeometric::{Hypergeometric, ln_hypergeometric};
use super::undefined::{Defined, Undefined};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

/// Tables listed at most by [`fisher_exact`]; beyond, simulate.
pub const MAX_TABLES: u64 = 10_000_000;

/// Probabilities that differ by less than this share are equal (R's rule).
const RELATIVE_TIE: f64 = 1e-7;

/// A p found by simulation, with what reproduces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Simulation {
    /// Number of simulated tables.
    pub draws: u32,
    /// Seed of the random stream.
    pub seed: u64,
}

/// Computes the two-sided p of Fisher (2 × 2) and Freeman–Halton (r × c).
///
/// It is the probability, margins fixed, of all tables that are no more probable than the one seen.
///
/// # Errors
/// [`Undefined::TooLarge`] when more than [`MAX_TABLES`] tables have these margins.
///
/// Source: Freeman and Halton (1951); same value as R's `fisher.test`.
pub fn fisher_exact(table: &Table) -> Defined {
    if let Ok([a, b, c, _]) = two_by_two(table) {
        let (row, column, n) = (a + b, a + c, table.n());
        if row.min(column) - (row + column).saturating_sub(n) >= MAX_TABLES {
            return Err(Undefined::TooLarge);
        }
        return Ok(Hypergeometric::new(n, column, row).no_more_probable(a));
    }
    // Fewer columns than rows keep the recursion narrow.
    let cells = table.cells();
    let (rows, columns) = if table.columns().len() <= table.rows().len() {
        (table.rows().to_vec(), table.columns().to_vec())
    } else {
        (table.columns().to_vec(), table.rows().to_vec())
    };
    let largest = usize::try_from(table.n()).map_err(|_| Undefined::TooLarge)?;
    if largest > 10_000_000 {
        return Err(Undefined::TooLarge);
    }
    let mut ln_factorials = Vec::with_capacity(largest + 1);
    ln_factorials.extend((0..=table.n()).map(ln_factorial));
    let margins: f64 = rows.iter().chain(&columns).map(|&t| ln_factorial(t)).sum();
    let constant = margins - ln_factorial(table.n());
    let observed: f64 = cells.iter().flatten().map(|&x| ln_factorial(x)).sum();
    let mut listing = Listing {
        rows: &rows,
        limit: constant - observed + RELATIVE_TIE.ln_1p(),
        ln_factorials: &ln_factorials,
        visited: 0,
        sum: 0.0,
        total: 0.0,
    };
    let mut remaining = columns.clone();
    listing.fill(0, 0, rows[0], constant, &mut remaining)?;
    Ok((listing.sum / listing.total).min(1.0))
}

struct Listing<'a> {
    rows: &'a [u64],
    limit: f64,
    ln_factorials: &'a [f64],
    visited: u64,
    sum: f64,
    total: f64,
}

impl Listing<'_> {
    #[allow(clippy::cast_possible_truncation, reason = "counts are at most n, which was checked to fit")]
    fn ln_factorial(&self, x: u64) -> f64 {
        self.ln_factorials[x as usize]
    }

    /// Fills the cell (`row`, `column`) in every way; `left` is what the row still has to place.
    fn fill(
        &mut self,
        row: usize,
        column: usize,
        left: u64,
        ln_p: f64,
        remaining: &mut [u64],
    ) -> Defined<()> {
        if row + 1 == self.rows.len() {
            // The last row is what the columns still lack.
            self.visited += 1;
            if self.visited > MAX_TABLES {
                return Err(Undefined::TooLarge);
            }
            let ln_p = ln_p - remaining.iter().map(|&x| self.ln_factorial(x)).sum::<f64>();
            let p = ln_p.exp();
            self.total += p;
            if ln_p <= self.limit {
                self.sum += p;
            }
            return Ok(());
        }
        if column + 1 == remaining.len() {
            if left > remaining[column] {
                return Ok(());
            }
            remaining[column] -= left;
            let ln_p = ln_p - self.ln_factorial(left);
            let next = self.rows[row + 1];
            let done = self.fill(row + 1, 0, next, ln_p, remaining);
            remaining[column] += left;
            return done;
        }
        let rest: u64 = remaining[column + 1..].iter().sum();
        let (least, most) = (left.saturating_sub(rest), left.min(remaining[column]));
        for x in least..=most {
            remaining[column] -= x;
            let ln_p = ln_p - self.ln_factorial(x);
            let done = self.fill(row, column + 1, left - x, ln_p, remaining);
            remaining[column] += x;
            done?;
        }
        Ok(())
    }
}

/// Simulates p of the chi-square with both margins fixed: (1 + number at least as large) / (draws + 1).
#[must_use]
pub fn simulated_p(table: &Table, simulation: Simulation) -> f64 {
    let observed = pearson_chi2(table);
    let mut labels = labels_of(table.columns());
    let (rows, columns) = (table.rows(), table.columns().len());
    let mut rng = ChaCha8Rng::seed_from_u64(simulation.seed);
    let inverse: Vec<f64> = (0..rows.len())
        .flat_map(|i| (0..columns).map(move |j| (i, j)))
        .map(|(i, j)| 1.0 / table.expected(i, j))
        .collect();
    let mut counts = vec![0_u32; rows.len() * columns];
    let mut reached = 0_u32;
    let n = table.n() as f64;
    // Sums in another order must not miss an equal statistic.
    let threshold = observed - 1e-9 * observed.max(1.0);
    for _ in 0..simulation.draws {
        labels.shuffle(&mut rng);
        counts.fill(0);
        let mut start = 0;
        for (i, &total) in rows.iter().enumerate() {
            let end = start + usize::try_from(total).unwrap_or(0);
            for &j in &labels[start..end] {
                counts[i * columns + j] += 1;
            }
            start = end;
        }
        let chi2: f64 =
            counts.iter().zip(&inverse).map(|(&o, e)| f64::from(o) * f64::from(o) * e).sum::<f64>() - n;
        if chi2 >= threshold {
            reached += 1;
        }
    }
    f64::from(1 + reached) / (f64::from(simulation.draws) + 1.0)
}

fn labels_of(totals: &[u64]) -> Vec<usize> {
    let repeat = |(j, &t): (usize, &u64)| std::iter::repeat_n(j, usize::try_from(t).unwrap_or(0));
    totals.iter().enumerate().flat_map(repeat).collect()
}

/// Conditional maximum-likelihood odds ratio of a 2 × 2 table, the one that R's `fisher.test` prints.
///
/// # Errors
/// [`Undefined::EmptyTable`] when the table is not 2 × 2; [`Undefined::ZeroDenominator`] when it is 0 or infinite.
pub fn conditional_odds_ratio(table: &Table) -> Defined {
    let [a, b, c, _] = two_by_two(table)?;
    let (row, column, n) = (a + b, a + c, table.n());
    let (low, high) = ((row + column).saturating_sub(n), row.min(column));
    if a == low || a == high {
        return Err(Undefined::ZeroDenominator);
    }
    let support: Vec<(f64, f64)> =
        (low..=high).map(|x| (x as f64, ln_hypergeometric(x, n, column, row))).collect();
    let mean = |ln_odds: f64| {
        let largest = support.iter().map(|(x, p)| p + x * ln_odds).fold(f64::NEG_INFINITY, f64::max);
        let (mut sum, mut weighted) = (0.0, 0.0);
        for (x, p) in &support {
            let w = (p + x * ln_odds - largest).exp();
            sum += w;
            weighted += w * x;
        }
        weighted / sum
    };
    let (mut below, mut above) = (-700.0_f64, 700.0_f64);
    for _ in 0..200 {
        let middle = f64::midpoint(below, above);
        if mean(middle) < a as f64 {
            below = middle;
        } else {
            above = middle;
        }
    }
    Ok(f64::midpoint(below, above).exp())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn simulation_is_near_the_exact_value_and_repeats() {
        let table = Table::new(&[vec![12, 9], vec![5, 14]]).unwrap();
        let simulation = Simulation { draws: 9_999, seed: 7 };
        let p = simulated_p(&table, simulation);
        assert!((p - fisher_exact(&table).unwrap()).abs() < 0.02);
        assert_eq!(p.to_bits(), simulated_p(&table, simulation).to_bits());
    }

    /// Of 300 in 10⁶ and 2 × 10⁵ draws, 90 and more or so few that they are no more probable: p by exact whole
    /// numbers. Sums of logarithms of factorials miss it from the ninth digit.
    #[test]
    fn a_large_population_costs_no_digits() {
        let table = Table::new(&[vec![90, 199_910], vec![210, 799_790]]).unwrap();
        let p = fisher_exact(&table).unwrap();
        assert!((p / 3.544_573_342_408_350_2e-5 - 1.0).abs() < 1e-11, "{p}");
    }

    #[test]
    fn a_large_table_is_refused_rather_than_endless() {
        let table = Table::new(&vec![vec![60; 6]; 6]).unwrap();
        assert_eq!(fisher_exact(&table), Err(Undefined::TooLarge));
    }

    #[test]
    fn a_transposed_table_has_the_same_exact_p() {
        let wide = Table::new(&[vec![4, 1, 0, 2], vec![3, 0, 0, 5], vec![1, 1, 2, 4]]).unwrap();
        let tall = Table::new(&[vec![4, 3, 1], vec![1, 0, 1], vec![0, 0, 2], vec![2, 5, 4]]).unwrap();
        assert!((fisher_exact(&wide).unwrap() - fisher_exact(&tall).unwrap()).abs() < 1e-12);
    }
}

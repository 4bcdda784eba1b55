//! A sample beside a population whose shares are known.

use super::distribution::chi_square_upper;
use super::exact_table::Simulation;
use super::undefined::{self, Defined, Undefined};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

/// Sampling fraction above which the finite population correction is applied.
pub const CORRECTED_FRACTION: f64 = 0.05;

/// How far a sample stands from the population.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    /// Size of the sample.
    pub n: u64,
    /// Pearson's chi-square, uncorrected.
    pub chi2: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// (N − n) / (N − 1), when the population's size is given.
    #[serde(serialize_with = "undefined::serialize")]
    pub finite_population_factor: Defined,
    /// `chi2` divided by the factor, when the population's size is given.
    #[serde(serialize_with = "undefined::serialize")]
    pub chi2_corrected: Defined,
    /// p of the corrected chi-square when the sample is more than 5 % of the population, else of the plain one.
    pub p: f64,
    /// Whether `p` comes from the corrected chi-square.
    pub corrected: bool,
    /// (O − E) / √(E (1 − population share)).
    pub standardised_residuals: Vec<f64>,
    /// Cohen's w.
    pub cohen_w: f64,
    /// Half the sum of absolute differences of shares: the part that would have to change category.
    pub dissimilarity: f64,
    /// Largest absolute difference of shares.
    pub max_difference: f64,
    /// √ mean of (share − population)² / (population (1 − population)): the formula is ours, none is standard.
    pub srmr: f64,
}

/// Compares observed counts with population shares.
///
/// Errors of rounding in the shares are accepted up to 1e-6 and removed by dividing by their sum.
///
/// # Errors
/// [`Undefined::LengthMismatch`]; [`Undefined::SingleCategory`] below two categories;
/// [`Undefined::NoObservations`]; [`Undefined::InvalidValue`] when a share is not in 0..1, the shares do not
/// sum to 1, or the population is smaller than the sample.
pub fn goodness_of_fit(observed: &[u64], shares: &[f64], population: Option<u64>) -> Defined<Fit> {
    let shares = valid_shares(observed, shares)?;
    let n: u64 = observed.iter().sum();
    let size = n as f64;
    let chi2 = chi2_of(observed, &shares, size);
    let factor = match population {
        None => Err(Undefined::NoObservations),
        Some(total) if total <= n => Err(Undefined::InvalidValue),
        Some(total) => Ok((total - n) as f64 / (total as f64 - 1.0)),
    };
    if population.is_some_and(|total| total < n) {
        return Err(Undefined::InvalidValue);
    }
    let corrected =
        population.is_some_and(|total| size / total as f64 > CORRECTED_FRACTION) && factor.is_ok();
    let chi2_corrected = factor.map(|f| chi2 / f);
    let df = observed.len() - 1;
    let used = if corrected { chi2_corrected.unwrap_or(chi2) } else { chi2 };
    let differences: Vec<f64> = observed.iter().zip(&shares).map(|(&o, p)| o as f64 / size - p).collect();
    let relative = |(d, p): (&f64, &f64)| d * d / (p * (1.0 - p));
    Ok(Fit {
        n,
        chi2,
        df,
        finite_population_factor: factor,
        chi2_corrected,
        p: chi_square_upper(used, df as f64),
        corrected,
        standardised_residuals: differences
            .iter()
            .zip(&shares)
            .map(|(d, p)| d * size / (size * p * (1.0 - p)).sqrt())
            .collect(),
        cohen_w: (chi2 / size).sqrt(),
        dissimilarity: differences.iter().map(|d| d.abs()).sum::<f64>() / 2.0,
        max_difference: differences.iter().map(|d| d.abs()).fold(0.0, f64::max),
        srmr: (differences.iter().zip(&shares).map(relative).sum::<f64>() / shares.len() as f64).sqrt(),
    })
}

/// Simulates p of the chi-square under multinomial sampling: (1 + number at least as large) / (draws + 1).
///
/// # Errors
/// Those of [`goodness_of_fit`].
pub fn simulated_fit_p(observed: &[u64], shares: &[f64], simulation: Simulation) -> Defined {
    let shares = valid_shares(observed, shares)?;
    let n: u64 = observed.iter().sum();
    let threshold = chi2_of(observed, &shares, n as f64) * (1.0 - 1e-9) - 1e-12;
    let mut bounds: Vec<f64> = shares
        .iter()
        .scan(0.0, |sum, p| {
            *sum += p;
            Some(*sum)
        })
        .collect();
    // A draw just below 1 must fall in the last category whatever the rounding of the sum.
    if let Some(last) = bounds.last_mut() {
        *last = 1.0;
    }
    let mut rng = ChaCha8Rng::seed_from_u64(simulation.seed);
    let mut reached = 0_u32;
    let mut counts = vec![0_u64; shares.len()];
    for _ in 0..simulation.draws {
        counts.fill(0);
        for _ in 0..n {
            let u: f64 = rng.r#gen();
            counts[bounds.partition_point(|b| *b <= u).min(shares.len() - 1)] += 1;
        }
        if chi2_of(&counts, &shares, n as f64) >= threshold {
            reached += 1;
        }
    }
    Ok(f64::from(1 + reached) / (f64::from(simulation.draws) + 1.0))
}

fn valid_shares(observed: &[u64], shares: &[f64]) -> Defined<Vec<f64>> {
    if observed.len() != shares.len() {
        return Err(Undefined::LengthMismatch);
    }
    if observed.len() < 2 {
        return Err(Undefined::SingleCategory);
    }
    if observed.iter().all(|&o| o == 0) {
        return Err(Undefined::NoObservations);
    }
    let sum: f64 = shares.iter().sum();
    let inside = shares.iter().all(|p| *p > 0.0 && *p < 1.0);
    if !inside || (sum - 1.0).abs() > 1e-6 {
        return Err(Undefined::InvalidValue);
    }
    Ok(shares.iter().map(|p| p / sum).collect())
}

fn chi2_of(observed: &[u64], shares: &[f64], n: f64) -> f64 {
    let term = |(&o, p): (&u64, &f64)| (o as f64 - n * p) * (o as f64 - n * p) / (n * p);
    observed.iter().zip(shares).map(term).sum()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_faithful_sample_is_at_distance_zero() {
        let fit = goodness_of_fit(&[25, 50, 25], &[0.25, 0.5, 0.25], Some(1_000_000)).unwrap();
        assert!(fit.chi2.abs() < 1e-12 && fit.dissimilarity.abs() < 1e-12 && !fit.corrected);
    }

    #[test]
    fn shares_that_are_none_are_refused() {
        assert_eq!(goodness_of_fit(&[1, 2], &[0.5, 0.6], None), Err(Undefined::InvalidValue));
        assert_eq!(goodness_of_fit(&[1, 2], &[0.0, 1.0], None), Err(Undefined::InvalidValue));
        assert_eq!(goodness_of_fit(&[1, 2], &[1.0], None), Err(Undefined::LengthMismatch));
        assert_eq!(goodness_of_fit(&[0, 0], &[0.5, 0.5], None), Err(Undefined::NoObservations));
        assert_eq!(goodness_of_fit(&[30, 20], &[0.5, 0.5], Some(40)), Err(Undefined::InvalidValue));
    }
}

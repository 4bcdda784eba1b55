//! Who answered beside who could have: a sample against a population, modality by modality.

use super::statistics::fit::{Fit, goodness_of_fit};
use super::statistics::interval::{Proportion, wilson};
use super::statistics::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// Counts of one variable in the sample and in the population, in the same order of modalities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Margin {
    /// Name of the variable.
    pub variable: String,
    /// Modality, count in the sample, count in the population.
    pub modalities: Vec<(String, u64, u64)>,
    /// Persons of the sample without a value.
    pub missing: u64,
}

/// One modality in both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModalityComparison {
    /// Name.
    pub modality: String,
    /// Share in the sample, with Wilson's 95 % interval.
    pub sample: Proportion,
    /// Count in the population.
    pub population_count: u64,
    /// Share in the population.
    pub population_share: f64,
    /// Sample less population, in points of percentage.
    pub difference_points: f64,
}

/// One variable in both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// Name of the variable.
    pub variable: String,
    /// Persons of the sample with a value.
    pub n: u64,
    /// Persons of the sample without one.
    pub missing: u64,
    /// Size of the population.
    pub population: u64,
    /// The modalities, in the order given.
    pub modalities: Vec<ModalityComparison>,
    /// Share of the sample that would have to change modality.
    pub dissimilarity: f64,
    /// The test; undefined when a modality is absent from the population.
    #[serde(serialize_with = "undefined::serialize")]
    pub fit: Defined<Fit>,
}

/// Compares one variable of the sample with the population.
///
/// With a large sample trifles become significant: read the differences and the effect (`fit.cohen_w`) first.
///
/// # Errors
/// [`Undefined::NoObservations`] when the sample or the population has nobody.
pub fn compare_margin(margin: &Margin) -> Defined<Comparison> {
    let observed: Vec<u64> = margin.modalities.iter().map(|m| m.1).collect();
    let n: u64 = observed.iter().sum();
    let population: u64 = margin.modalities.iter().map(|m| m.2).sum();
    if n == 0 || population == 0 {
        return Err(Undefined::NoObservations);
    }
    let shares: Vec<f64> = margin.modalities.iter().map(|m| m.2 as f64 / population as f64).collect();
    let mut modalities = Vec::with_capacity(observed.len());
    for ((name, count, population_count), &population_share) in margin.modalities.iter().zip(&shares) {
        let sample = wilson(*count, n, 0.95)?;
        modalities.push(ModalityComparison {
            modality: name.clone(),
            sample,
            population_count: *population_count,
            population_share,
            difference_points: (sample.share - population_share) * 100.0,
        });
    }
    Ok(Comparison {
        variable: margin.variable.clone(),
        n,
        missing: margin.missing,
        population,
        dissimilarity: modalities.iter().map(|m| m.difference_points.abs()).sum::<f64>() / 200.0,
        modalities,
        fit: goodness_of_fit(&observed, &shares, Some(population)),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn margin(counts: &[(u64, u64)]) -> Margin {
        let modalities = counts.iter().enumerate().map(|(i, c)| (format!("m{i}"), c.0, c.1)).collect();
        Margin { variable: "situation".into(), modalities, missing: 2 }
    }

    #[test]
    fn differences_are_in_points() {
        let comparison = compare_margin(&margin(&[(30, 500), (70, 500)])).unwrap();
        assert!((comparison.modalities[0].difference_points + 20.0).abs() < 1e-9);
        assert!((comparison.dissimilarity - 0.2).abs() < 1e-12);
        let fit = comparison.fit.unwrap();
        assert!((fit.dissimilarity - 0.2).abs() < 1e-12 && fit.corrected);
    }

    #[test]
    fn a_modality_unknown_to_the_population_has_no_test() {
        let comparison = compare_margin(&margin(&[(30, 0), (70, 500)])).unwrap();
        assert_eq!(comparison.fit, Err(Undefined::InvalidValue));
        assert_eq!(compare_margin(&margin(&[(0, 4), (0, 6)])), Err(Undefined::NoObservations));
        assert_eq!(compare_margin(&margin(&[])), Err(Undefined::NoObservations));
    }
}

//! Means between groups: one-way analysis of variance, plain and Welch's, beside the rank tests.

use super::descriptive::{is_constant, mean, variance};
use super::distribution::fisher_upper;
use super::undefined::{Defined, Undefined};
use serde::Serialize;

/// An F test.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FTest {
    /// Statistic; with two groups, Student's or Welch's t squared.
    pub f: f64,
    /// Degrees of freedom of the numerator.
    pub df1: f64,
    /// Degrees of freedom of the denominator, fractional with Welch.
    pub df2: f64,
    /// p.
    pub p: f64,
}

/// Tests equal means when the groups share one variance; empty groups are left out.
///
/// # Errors
/// [`Undefined::SingleGroup`], [`Undefined::TooFew`] without a degree of freedom left,
/// [`Undefined::ConstantValues`] when nothing varies inside the groups.
pub fn analysis_of_variance(groups: &[Vec<f64>]) -> Defined<FTest> {
    let groups: Vec<&Vec<f64>> = groups.iter().filter(|g| !g.is_empty()).collect();
    let k = groups.len();
    if k < 2 {
        return Err(Undefined::SingleGroup);
    }
    let all: Vec<f64> = groups.iter().copied().flatten().copied().collect();
    if all.len() <= k {
        return Err(Undefined::TooFew { needed: k + 1, present: all.len() });
    }
    if groups.iter().all(|g| is_constant(g)) {
        return Err(Undefined::ConstantValues);
    }
    let grand = mean(&all)?;
    let (mut between, mut within) = (0.0, 0.0);
    for group in &groups {
        let centre = mean(group)?;
        between += group.len() as f64 * (centre - grand) * (centre - grand);
        within += group.iter().map(|x| (x - centre) * (x - centre)).sum::<f64>();
    }
    let (df1, df2) = (k as f64 - 1.0, (all.len() - k) as f64);
    let f = between / df1 / (within / df2);
    Ok(FTest { f, df1, df2, p: fisher_upper(f, df1, df2) })
}

/// Tests equal means without assuming equal variances; empty groups are left out.
///
/// # Errors
/// [`Undefined::SingleGroup`]; [`Undefined::TooFew`] with a group of one; [`Undefined::ConstantValues`] when
/// a group does not vary.
///
/// Source: Welch (1951); same value as R's `oneway.test`.
pub fn welch(groups: &[Vec<f64>]) -> Defined<FTest> {
    let groups: Vec<&Vec<f64>> = groups.iter().filter(|g| !g.is_empty()).collect();
    let k = groups.len() as f64;
    if groups.len() < 2 {
        return Err(Undefined::SingleGroup);
    }
    let mut weights = Vec::with_capacity(groups.len());
    let mut centre = 0.0;
    for group in &groups {
        let variance = variance(group)?;
        if is_constant(group) || variance <= 0.0 {
            return Err(Undefined::ConstantValues);
        }
        let weight = group.len() as f64 / variance;
        centre += weight * mean(group)?;
        weights.push(weight);
    }
    let total: f64 = weights.iter().sum();
    centre /= total;
    let (mut between, mut lack) = (0.0, 0.0);
    for (group, weight) in groups.iter().zip(&weights) {
        let distance = mean(group)? - centre;
        between += weight * distance * distance;
        let rest = 1.0 - weight / total;
        lack += rest * rest / (group.len() as f64 - 1.0);
    }
    let lack = lack / (k * k - 1.0);
    let f = between / (k - 1.0) / (1.0 + 2.0 * (k - 2.0) * lack);
    let (df1, df2) = (k - 1.0, 1.0 / (3.0 * lack));
    Ok(FTest { f, df1, df2, p: fisher_upper(f, df1, df2) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undefined_is_said() {
        assert_eq!(
            analysis_of_variance(&[vec![1.0], vec![2.0]]),
            Err(Undefined::TooFew { needed: 3, present: 2 })
        );
        assert_eq!(analysis_of_variance(&[vec![1.0, 1.0], vec![2.0, 2.0]]), Err(Undefined::ConstantValues));
        assert_eq!(welch(&[vec![1.0], vec![2.0, 3.0]]), Err(Undefined::TooFew { needed: 2, present: 1 }));
    }
}

//! Adjusting p when several tests answer one question.
//!
//! Holm for what was announced beforehand, Benjamini–Hochberg for what is explored. An undefined
//! test leaves the family: m counts the defined ones only, and its place stays undefined.

use super::undefined::Defined;
use serde::Serialize;

/// The rule of adjustment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Adjustment {
    /// m p.
    Bonferroni,
    /// Holm (1979): step down, family-wise error.
    Holm,
    /// Hommel (1988): family-wise error.
    Hommel,
    /// Benjamini and Hochberg (1995): step up, false discovery rate.
    BenjaminiHochberg,
    /// Benjamini and Yekutieli (2001): false discovery rate under any dependence.
    BenjaminiYekutieli,
}

/// Adjusts p values, which keep their order; same values as R's `p.adjust`.
#[must_use]
pub fn adjust(p: &[Defined], rule: Adjustment) -> Vec<Defined> {
    let mut family: Vec<(usize, f64)> =
        p.iter().enumerate().filter_map(|(i, p)| p.ok().map(|p| (i, p))).collect();
    family.sort_by(|a, b| a.1.total_cmp(&b.1));
    let increasing: Vec<f64> = family.iter().map(|(_, p)| *p).collect();
    let adjusted = match rule {
        Adjustment::Bonferroni => increasing.iter().map(|p| p * increasing.len() as f64).collect(),
        Adjustment::Holm => holm(&increasing),
        Adjustment::Hommel => hommel(&increasing),
        Adjustment::BenjaminiHochberg => step_up(&increasing, 1.0),
        Adjustment::BenjaminiYekutieli => {
            let harmonic = (1..=increasing.len()).map(|i| 1.0 / i as f64).sum();
            step_up(&increasing, harmonic)
        }
    };
    let mut result = p.to_vec();
    for ((place, _), adjusted) in family.iter().zip(adjusted) {
        result[*place] = Ok(adjusted.min(1.0));
    }
    result
}

fn holm(increasing: &[f64]) -> Vec<f64> {
    let m = increasing.len();
    let mut largest = 0.0_f64;
    let step = |(i, p): (usize, &f64)| {
        largest = largest.max(p * (m - i) as f64);
        largest
    };
    increasing.iter().enumerate().map(step).collect()
}

fn step_up(increasing: &[f64], factor: f64) -> Vec<f64> {
    let m = increasing.len() as f64;
    let mut smallest = f64::INFINITY;
    let mut adjusted: Vec<f64> = increasing
        .iter()
        .enumerate()
        .rev()
        .map(|(i, p)| {
            smallest = smallest.min(p * factor * m / (i as f64 + 1.0));
            smallest
        })
        .collect();
    adjusted.reverse();
    adjusted
}

fn hommel(increasing: &[f64]) -> Vec<f64> {
    let n = increasing.len();
    let simes = |p: &[f64], m: usize| {
        p.iter().enumerate().map(|(i, p)| p * m as f64 / (i as f64 + 1.0)).fold(f64::INFINITY, f64::min)
    };
    let start = simes(increasing, n);
    let mut q = vec![start; n];
    let mut adjusted = q.clone();
    for m in (2..n).rev() {
        let (first, last) = increasing.split_at(n - m + 1);
        let tail = last
            .iter()
            .enumerate()
            .map(|(i, p)| m as f64 * p / (i as f64 + 2.0))
            .fold(f64::INFINITY, f64::min);
        for (i, p) in first.iter().enumerate() {
            q[i] = tail.min(m as f64 * p);
        }
        let level = q[n - m];
        q[n - m + 1..].fill(level);
        for (a, q) in adjusted.iter_mut().zip(&q) {
            *a = a.max(*q);
        }
    }
    adjusted.iter().zip(increasing).map(|(a, p)| a.max(*p)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::statistics::undefined::Undefined;
    use proptest::prelude::*;

    const ALL: [Adjustment; 5] = [
        Adjustment::Bonferroni,
        Adjustment::Holm,
        Adjustment::Hommel,
        Adjustment::BenjaminiHochberg,
        Adjustment::BenjaminiYekutieli,
    ];

    #[test]
    fn an_undefined_test_keeps_its_reason_and_leaves_the_family() {
        let adjusted = adjust(&[Ok(0.02), Err(Undefined::ConstantValues), Ok(0.5)], Adjustment::Bonferroni);
        assert_eq!(adjusted[1], Err(Undefined::ConstantValues));
        assert!((adjusted[0].unwrap() - 0.04).abs() < 1e-12);
        assert!(adjust(&[], Adjustment::Hommel).is_empty());
    }

    proptest! {
        #[test]
        fn adjusting_never_lowers_p_nor_changes_the_order(p in prop::collection::vec(0.0_f64..=1.0, 1..12)) {
            let p: Vec<Defined> = p.into_iter().map(Ok).collect();
            for rule in ALL {
                let adjusted = adjust(&p, rule);
                for i in 0..p.len() {
                    let (raw, a) = (p[i].unwrap(), adjusted[i].unwrap());
                    prop_assert!(raw <= a + 1e-12 && a <= 1.0);
                    for j in 0..p.len() {
                        if raw < p[j].unwrap() {
                            prop_assert!(a <= adjusted[j].unwrap() + 1e-12);
                        }
                    }
                }
            }
        }
    }
}

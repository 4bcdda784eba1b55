//! Durations between groups: the log-rank test.

use super::distribution::chi_square_upper;
use super::linear::solve;
use super::survival::{Duration, sort_durations};
use super::undefined::{Defined, Undefined};
use serde::Serialize;

/// The log-rank test.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogRank {
    /// Statistic.
    pub chi2: f64,
    /// Groups that have a duration, less one.
    pub df: usize,
    /// p.
    pub p: f64,
    /// Durations that ended, a group.
    pub observed: Vec<u64>,
    /// Those expected if all groups shared one curve.
    pub expected: Vec<f64>,
}

/// Tests whether groups of durations share one curve; empty groups are left out.
///
/// # Errors
/// [`Undefined::SingleGroup`] below two groups; [`Undefined::InvalidValue`] on a time that is negative or not
/// finite; [`Undefined::ConstantValues`] when no event parts the groups.
///
/// Source: Mantel (1966); same value as R's `survdiff`.
pub fn log_rank(groups: &[Vec<Duration>]) -> Defined<LogRank> {
    let groups: Vec<&Vec<Duration>> = groups.iter().filter(|g| !g.is_empty()).collect();
    let k = groups.len();
    if k < 2 {
        return Err(Undefined::SingleGroup);
    }
    if groups.iter().copied().flatten().any(|d| !d.time.is_finite() || d.time < 0.0) {
        return Err(Undefined::InvalidValue);
    }
    let sorted: Vec<Vec<Duration>> = groups
        .iter()
        .map(|g| {
            let mut copy = g.to_vec();
            sort_durations(&mut copy);
            copy
        })
        .collect();
    let mut next = vec![0_usize; k];
    let (mut observed, mut expected) = (vec![0_u64; k], vec![0.0; k]);
    let mut covariance = vec![vec![0.0; k]; k];
    let mut ended = vec![0_u64; k];
    while let Some(time) = earliest(&sorted, &next) {
        let at_risk: Vec<f64> = (0..k).map(|g| (sorted[g].len() - next[g]) as f64).collect();
        for g in 0..k {
            ended[g] = 0;
            while let Some(d) = sorted[g].get(next[g]).filter(|d| d.time <= time) {
                ended[g] += u64::from(d.ended);
                next[g] += 1;
            }
        }
        let events: u64 = ended.iter().sum();
        if events == 0 {
            continue;
        }
        let (n, d) = (at_risk.iter().sum::<f64>(), events as f64);
        let factor = if n > 1.0 { d * (n - d) / (n - 1.0) } else { 0.0 };
        for g in 0..k {
            observed[g] += ended[g];
            expected[g] += d * at_risk[g] / n;
            for h in 0..k {
                let diagonal = if g == h { at_risk[g] / n } else { 0.0 };
                covariance[g][h] += factor * (diagonal - at_risk[g] * at_risk[h] / (n * n));
            }
        }
    }
    // One group is the complement of the others.
    let difference: Vec<f64> = (0..k - 1).map(|g| observed[g] as f64 - expected[g]).collect();
    covariance.truncate(k - 1);
    for row in &mut covariance {
        row.truncate(k - 1);
    }
    let solved = solve(covariance, difference.clone())?;
    let chi2 = difference.iter().zip(&solved).map(|(a, b)| a * b).sum::<f64>().max(0.0);
    Ok(LogRank { chi2, df: k - 1, p: chi_square_upper(chi2, k as f64 - 1.0), observed, expected })
}

fn earliest(sorted: &[Vec<Duration>], next: &[usize]) -> Option<f64> {
    sorted.iter().zip(next).filter_map(|(g, &i)| g.get(i)).map(|d| d.time).min_by(f64::total_cmp)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn group(times: &[(f64, bool)]) -> Vec<Duration> {
        times.iter().map(|&(time, ended)| Duration { time, ended }).collect()
    }

    #[test]
    fn the_same_group_twice_does_not_differ() {
        let g = group(&[(1.0, true), (2.0, false), (4.0, true)]);
        let test = log_rank(&[g.clone(), vec![], g]).unwrap();
        assert!(test.chi2.abs() < 1e-12);
        assert_eq!(test.df, 1);
    }

    #[test]
    fn undefined_is_said() {
        let open = group(&[(1.0, false), (2.0, false)]);
        assert_eq!(log_rank(&[open.clone(), open.clone()]), Err(Undefined::ConstantValues));
        assert_eq!(log_rank(&[open]), Err(Undefined::SingleGroup));
    }
}

//! Durations of which some still run: Kaplan–Meier, quartiles, restricted mean.
//!
//! The median of the closed ones alone is biased downward as long as some are open. At equal times
//! events come before censorings. One pass over sorted durations, so that a million is quick.

use super::distribution::{normal_critical, normal_two_sided};
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// Levels of the curve closer than this are equal (R's rule).
const TIE: f64 = 1.490_116_119_384_765_6e-8;

/// One duration.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Duration {
    /// Time from the start; the unit is the caller's.
    pub time: f64,
    /// Whether it has ended; else it still ran when the data were extracted.
    pub ended: bool,
}

/// One step of the curve.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Time.
    pub time: f64,
    /// Durations that were running just before.
    pub at_risk: u64,
    /// Durations that ended.
    pub events: u64,
    /// Durations last seen running.
    pub censored: u64,
    /// Share still running just after.
    pub survival: f64,
    /// Greenwood's standard error; undefined once the curve has come to 0.
    #[serde(serialize_with = "undefined::serialize")]
    pub standard_error: Defined,
    /// Interval on the log(−log) scale, Stata's default; undefined at 1 and at 0.
    #[serde(serialize_with = "undefined::serialize")]
    pub log_log: Defined<[f64; 2]>,
    /// Interval on the log scale, R's default; undefined at 0.
    #[serde(serialize_with = "undefined::serialize")]
    pub log: Defined<[f64; 2]>,
}

/// The curve of Kaplan and Meier.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KaplanMeier {
    /// Durations.
    pub n: u64,
    /// Durations that have ended.
    pub events: u64,
    /// Level of the intervals.
    pub level: f64,
    /// One step a distinct time.
    pub steps: Vec<Step>,
}

/// An average time with its error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RestrictedMean {
    /// Horizon.
    pub tau: f64,
    /// Area under the curve up to the horizon.
    pub mean: f64,
    /// Standard error.
    pub standard_error: f64,
}

/// Puts durations in increasing time, events before censorings.
pub fn sort_durations(durations: &mut [Duration]) {
    durations.sort_unstable_by(|a, b| a.time.total_cmp(&b.time).then(b.ended.cmp(&a.ended)));
}

/// Estimates the curve; durations are sorted first when they are not.
///
/// # Errors
/// [`Undefined::NoObservations`] on an empty list; [`Undefined::InvalidValue`] when a time is negative or not
/// finite: such durations are to be listed to the user and left out before.
///
/// Source: Kaplan and Meier (1958); Greenwood (1926); same values as R's `survfit`.
pub fn kaplan_meier(durations: &[Duration], level: f64) -> Defined<KaplanMeier> {
    if durations.is_empty() {
        return Err(Undefined::NoObservations);
    }
    if durations.iter().any(|d| !d.time.is_finite() || d.time < 0.0) {
        return Err(Undefined::InvalidValue);
    }
    if durations.is_sorted_by(|a, b| a.time <= b.time) {
        return Ok(estimate(durations, level));
    }
    let mut sorted = durations.to_vec();
    sort_durations(&mut sorted);
    Ok(estimate(&sorted, level))
}

fn estimate(sorted: &[Duration], level: f64) -> KaplanMeier {
    let z = normal_critical(level);
    let mut steps = Vec::new();
    let mut at_risk = sorted.len() as u64;
    let (mut survival, mut hazard_variance, mut total) = (1.0_f64, 0.0_f64, 0_u64);
    for block in sorted.chunk_by(|a, b| a.time >= b.time) {
        let events = block.iter().filter(|d| d.ended).count() as u64;
        let left = at_risk - events;
        let all_ended = left == 0;
        survival = if all_ended { 0.0 } else { survival * (left as f64 / at_risk as f64) };
        if events > 0 && !all_ended {
            hazard_variance += events as f64 / (at_risk as f64 * left as f64);
        }
        total += events;
        let error = hazard_variance.sqrt();
        let flat = Err(Undefined::FlatCurve);
        steps.push(Step {
            time: block[0].time,
            at_risk,
            events,
            censored: block.len() as u64 - events,
            survival,
            standard_error: if all_ended { Err(Undefined::FlatCurve) } else { Ok(survival * error) },
            log_log: if all_ended || total == 0 { flat } else { Ok(log_log(survival, error, z)) },
            log: if all_ended {
                flat
            } else {
                Ok([survival * (-z * error).exp(), (survival * (z * error).exp()).min(1.0)])
            },
        });
        at_risk -= block.len() as u64;
    }
    KaplanMeier { n: sorted.len() as u64, events: total, level, steps }
}

fn log_log(survival: f64, error: f64, z: f64) -> [f64; 2] {
    let log = survival.ln();
    let reach = z * error / log;
    [(log * (-reach).exp()).exp(), (log * reach.exp()).exp()]
}

impl KaplanMeier {
    /// The time at which a share `p` has ended; the midpoint when the curve stays exactly at 1 − p.
    ///
    /// # Errors
    /// [`Undefined::NotReached`] when the curve never comes down so far.
    pub fn quantile(&self, p: f64) -> Defined {
        self.crossing(p, |step| Some(step.survival))
    }

    /// The interval of a quantile, read on the bounds of the log(−log) curve; either bound may not be reached.
    pub fn quantile_interval(&self, p: f64) -> [Defined; 2] {
        let bound = |i: usize| self.crossing(p, move |step| step.log_log.ok().map(|b| b[i]));
        [bound(0), bound(1)]
    }

    fn crossing(&self, p: f64, level: impl Fn(&Step) -> Option<f64>) -> Defined {
        let ended = || self.steps.iter().filter_map(|s| level(s).map(|l| (s.time, 1.0 - l)));
        let (first, _) = ended().find(|(_, e)| *e + TIE >= p).ok_or(Undefined::NotReached)?;
        let beyond = ended().find(|(_, e)| *e - TIE >= p);
        match beyond {
            Some((second, _)) => Ok(f64::midpoint(first, second)),
            // The curve ends exactly at the level: the midpoint of that last stretch.
            None => {
                let last = self.steps.last().map_or(first, |s| s.time);
                Ok(f64::midpoint(first, last))
            }
        }
    }

    /// The mean duration up to `tau`, the area under the curve; `None` stands for the longest duration.
    ///
    /// # Errors
    /// [`Undefined::NotReached`] when nothing was followed up to `tau`; [`Undefined::InvalidValue`] when it is
    /// not positive.
    pub fn restricted_mean(&self, tau: Option<f64>) -> Defined<RestrictedMean> {
        let longest = self.steps.last().map_or(0.0, |s| s.time);
        let tau = tau.unwrap_or(longest);
        if tau > longest {
            return Err(Undefined::NotReached);
        }
        if tau.is_nan() || tau <= 0.0 {
            return Err(Undefined::InvalidValue);
        }
        // Area from each step to the next, then the area that remains after each step.
        let inside: Vec<&Step> = self.steps.iter().take_while(|s| s.time < tau).collect();
        let mut variance = 0.0;
        let mut after = 0.0;
        let mut end = tau;
        for step in inside.iter().rev() {
            after += step.survival * (end - step.time);
            end = step.time;
            let left = step.at_risk - step.events;
            if left > 0 {
                variance += after * after * step.events as f64 / (step.at_risk as f64 * left as f64);
            }
        }
        Ok(RestrictedMean { tau, mean: after + end, standard_error: variance.sqrt() })
    }
}

/// The difference of two restricted means up to one horizon.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MeanDifference {
    /// Common horizon.
    pub tau: f64,
    /// Restricted mean of the first group.
    pub first: f64,
    /// Restricted mean of the second.
    pub second: f64,
    /// First less second, in the unit of the durations.
    pub difference: f64,
    /// Standard error.
    pub standard_error: f64,
    /// Lower bound of the normal interval.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Level of the interval.
    pub level: f64,
    /// Two-sided p that the means are equal.
    pub p: f64,
}

/// Compares the mean durations of two groups up to a common horizon: the comparison that remains when a
/// median is not reached, or when curves cross.
///
/// `tau` is common to both; none: the shorter of the two longest durations.
///
/// # Errors
/// Those of [`kaplan_meier`] and [`KaplanMeier::restricted_mean`]; [`Undefined::ConstantValues`] when neither
/// group varies before the horizon.
///
/// Source: Royston and Parmar (2013); Uno et al. (2014).
pub fn restricted_mean_difference(
    first: &[Duration],
    second: &[Duration],
    tau: Option<f64>,
    level: f64,
) -> Defined<MeanDifference> {
    let (a, b) = (kaplan_meier(first, level)?, kaplan_meier(second, level)?);
    let longest = |curve: &KaplanMeier| curve.steps.last().map_or(0.0, |step| step.time);
    let tau = tau.unwrap_or_else(|| longest(&a).min(longest(&b)));
    let (a, b) = (a.restricted_mean(Some(tau))?, b.restricted_mean(Some(tau))?);
    let standard_error = a.standard_error.hypot(b.standard_error);
    if standard_error <= 0.0 {
        return Err(Undefined::ConstantValues);
    }
    let difference = a.mean - b.mean;
    let reach = normal_critical(level) * standard_error;
    Ok(MeanDifference {
        tau,
        first: a.mean,
        second: b.mean,
        difference,
        standard_error,
        lower: difference - reach,
        upper: difference + reach,
        level,
        p: normal_two_sided(difference / standard_error),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_censoring_the_difference_is_that_of_the_means() {
        let (a, b) = (all_ended(&[2.0, 4.0, 9.0]), all_ended(&[1.0, 2.0, 3.0, 9.0]));
        let found = restricted_mean_difference(&a, &b, None, 0.95).unwrap();
        assert!((found.difference - (5.0 - 3.75)).abs() < 1e-12 && (found.tau - 9.0).abs() < 1e-12);
        // Σ (x − mean)² / n² of each group.
        let variance = 26.0 / 9.0 + 38.75 / 16.0;
        assert!((found.standard_error - f64::sqrt(variance)).abs() < 1e-12);
        let back = restricted_mean_difference(&b, &a, None, 0.95).unwrap();
        assert!((found.difference + back.difference).abs() < 1e-12 && (found.p - back.p).abs() < 1e-12);
    }

    #[test]
    fn a_horizon_beyond_one_group_and_groups_that_do_not_vary_are_undefined() {
        let (a, b) = (all_ended(&[2.0, 4.0]), all_ended(&[1.0, 9.0]));
        let at = |tau| restricted_mean_difference(&a, &b, tau, 0.95);
        assert_eq!(at(Some(5.0)), Err(Undefined::NotReached));
        assert_eq!(at(Some(0.0)), Err(Undefined::InvalidValue));
        assert_eq!(restricted_mean_difference(&a, &[], None, 0.95), Err(Undefined::NoObservations));
        let open = [Duration { time: 4.0, ended: false }; 2];
        assert_eq!(restricted_mean_difference(&open, &open, None, 0.95), Err(Undefined::ConstantValues));
    }

    fn all_ended(times: &[f64]) -> Vec<Duration> {
        times.iter().map(|&time| Duration { time, ended: true }).collect()
    }

    #[test]
    fn impossible_durations_are_refused() {
        assert_eq!(kaplan_meier(&[], 0.95), Err(Undefined::NoObservations));
        assert_eq!(kaplan_meier(&all_ended(&[1.0, -2.0]), 0.95), Err(Undefined::InvalidValue));
        assert_eq!(kaplan_meier(&all_ended(&[f64::NAN]), 0.95), Err(Undefined::InvalidValue));
    }

    #[test]
    fn the_median_is_not_reached_when_most_still_run() {
        let durations = [Duration { time: 2.0, ended: true }, Duration { time: 5.0, ended: false }]
            .iter()
            .flat_map(|d| [*d, Duration { time: 6.0, ended: false }])
            .collect::<Vec<_>>();
        let curve = kaplan_meier(&durations, 0.95).unwrap();
        assert_eq!(curve.quantile(0.5), Err(Undefined::NotReached));
    }

    #[test]
    fn a_million_durations_are_one_pass() {
        let durations: Vec<Duration> =
            (0..1_000_000_u32).map(|i| Duration { time: f64::from(i / 400), ended: i % 3 != 0 }).collect();
        let curve = kaplan_meier(&durations, 0.95).unwrap();
        assert_eq!(curve.steps.len(), 2_500);
        assert_eq!(curve.n, 1_000_000);
    }

    proptest! {
        #[test]
        fn without_censoring_the_mean_is_the_plain_mean(times in prop::collection::vec(1_u32..50, 1..30)) {
            let times: Vec<f64> = times.into_iter().map(f64::from).collect();
            let curve = kaplan_meier(&all_ended(&times), 0.95).unwrap();
            let mean = times.iter().sum::<f64>() / times.len() as f64;
            prop_assert!((curve.restricted_mean(None).unwrap().mean - mean).abs() < 1e-9);
            prop_assert!(curve.steps.windows(2).all(|w| w[1].survival <= w[0].survival));
        }
    }
}

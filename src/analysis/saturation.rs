//! Do the last interviews still bring new codes?
//!
//! The accumulation curve averages over all orders of the interviews, so that it does not depend on
//! the order in which they happened to be made; the codes that each brought in the real order stand
//! beside it. With a codebook fixed beforehand, saturation is bounded by the book: say so.

use super::statistics::hypergeometric::ln_hypergeometric;
use super::statistics::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// How codes accumulate over interviews.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Accumulation {
    /// Interviews.
    pub interviews: usize,
    /// Codes met at least once.
    pub observed: usize,
    /// Mean number of distinct codes in 1, 2, … interviews drawn at random.
    pub mean: Vec<f64>,
    /// Its standard deviation.
    pub sd: Vec<f64>,
    /// Codes met for the first time in each interview, in the order given.
    pub new_codes: Vec<usize>,
    /// Codes met in one interview only.
    pub uniques: usize,
    /// Codes met in two interviews.
    pub duplicates: usize,
    /// Chao2 estimate of the number of codes, corrected for a small sample; undefined with one interview,
    /// which tells nothing of a second.
    #[serde(serialize_with = "undefined::serialize")]
    pub chao2: Defined,
    /// Its standard error; undefined too ([`Undefined::AtBound`]) where no code was met in one
    /// interview only: the formula then gives 0, which would be certainty.
    #[serde(serialize_with = "undefined::serialize")]
    pub chao2_se: Defined,
    /// First-order jackknife estimate; undefined with one interview.
    #[serde(serialize_with = "undefined::serialize")]
    pub jackknife: Defined,
    /// Bootstrap estimate; undefined with one interview.
    #[serde(serialize_with = "undefined::serialize")]
    pub bootstrap: Defined,
    /// Good–Turing coverage: 1 − uniques / presences; undefined with one interview.
    #[serde(serialize_with = "undefined::serialize")]
    pub coverage: Defined,
}

/// Follows the accumulation of codes; `presence` is interviews × codes, in the order of the interviews.
///
/// # Errors
/// [`Undefined::NoObservations`] without an interview, or without a code met; [`Undefined::LengthMismatch`] when
/// rows differ in length.
///
/// Source: exact rarefaction (Ugland, Gray and Ellingsen 2003; Kindt); Chao (1987); the standard deviation
/// and the estimates are those of R `vegan` (`specaccum`, `specpool`), which takes the correlation of two
/// codes over the interviews for the covariance of their presence in a draw.
pub fn accumulate(presence: &[Vec<bool>]) -> Defined<Accumulation> {
    let interviews = presence.len();
    if interviews == 0 {
        return Err(Undefined::NoObservations);
    }
    let width = presence[0].len();
    if presence.iter().any(|row| row.len() != width) {
        return Err(Undefined::LengthMismatch);
    }
    let frequency: Vec<usize> = (0..width).map(|c| presence.iter().filter(|row| row[c]).count()).collect();
    let met: Vec<usize> = (0..width).filter(|&c| frequency[c] > 0).collect();
    let n = interviews as f64;
    let count_met_in = |times: usize| frequency.iter().filter(|f| **f == times).count();
    let (uniques, duplicates) = (count_met_in(1), count_met_in(2));
    let presences: usize = frequency.iter().sum();
    if presences == 0 {
        return Err(Undefined::NoObservations);
    }
    let several =
        if interviews < 2 { Err(Undefined::TooFew { needed: 2, present: interviews }) } else { Ok(()) };
    let correlation = correlations(presence, &met, &frequency);
    let (mut mean, mut sd) = (Vec::new(), Vec::new());
    for drawn in 1..=interviews {
        let absent: Vec<f64> = met.iter().map(|&c| absence(interviews, frequency[c], drawn)).collect();
        mean.push(absent.iter().map(|q| 1.0 - q).sum());
        sd.push(spread(&absent, &correlation));
    }
    let (chao2, chao2_se) = chao(met.len(), uniques, duplicates, n);
    Ok(Accumulation {
        interviews,
        observed: met.len(),
        mean,
        sd,
        new_codes: new_codes(presence, width),
        uniques,
        duplicates,
        chao2: several.map(|()| chao2),
        chao2_se: several.and_then(|()| if uniques == 0 { Err(Undefined::AtBound) } else { Ok(chao2_se) }),
        jackknife: several.map(|()| met.len() as f64 + uniques as f64 * (n - 1.0) / n),
        bootstrap: several.map(|()| {
            met.len() as f64 + met.iter().map(|&c| (1.0 - frequency[c] as f64 / n).powf(n)).sum::<f64>()
        }),
        coverage: several.map(|()| 1.0 - uniques as f64 / presences as f64),
    })
}

/// The chance that a code met in `frequency` of `n` interviews is in none of `drawn`.
fn absence(n: usize, frequency: usize, drawn: usize) -> f64 {
    let (n, frequency, drawn) = (n as u64, frequency as u64, drawn as u64);
    ln_hypergeometric(0, n, frequency, drawn).exp()
}

/// Correlation of every pair of codes over the interviews; 0 for a code met in all of them.
fn correlations(presence: &[Vec<bool>], met: &[usize], frequency: &[usize]) -> Vec<Vec<f64>> {
    let n = presence.len() as f64;
    let share = |c: usize| frequency[c] as f64 / n;
    let variance = |c: usize| share(c) * (1.0 - share(c));
    let of = |a: usize, b: usize| {
        let scale = (variance(a) * variance(b)).sqrt();
        let both = presence.iter().filter(|row| row[a] && row[b]).count() as f64 / n;
        if scale > 0.0 { (both - share(a) * share(b)) / scale } else { 0.0 }
    };
    met.iter().enumerate().map(|(i, &a)| met[..i].iter().map(|&b| of(a, b)).collect()).collect()
}

fn spread(absent: &[f64], correlation: &[Vec<f64>]) -> f64 {
    let variance: Vec<f64> = absent.iter().map(|q| q * (1.0 - q)).collect();
    let mut sum: f64 = variance.iter().sum();
    for (i, row) in correlation.iter().enumerate() {
        for (j, r) in row.iter().enumerate() {
            sum += 2.0 * r * (variance[i] * variance[j]).sqrt();
        }
    }
    sum.max(0.0).sqrt()
}

fn chao(observed: usize, uniques: usize, duplicates: usize, n: f64) -> (f64, f64) {
    let (s, q1, q2) = (observed as f64, uniques as f64, duplicates as f64);
    let small = (n - 1.0) / n;
    if duplicates > 0 {
        let ratio = q1 / q2;
        let variance = q2 * small * (0.5 + small * (1.0 + ratio / 4.0) * ratio) * ratio * ratio;
        return (s + small * q1 * q1 / (2.0 * q2), variance.sqrt());
    }
    let estimate = s + small * q1 * (q1 - 1.0) / 2.0;
    if uniques == 0 {
        return (estimate, 0.0);
    }
    let variance = small * q1 * (q1 - 1.0) / 2.0
        + small * small * (q1 * (2.0 * q1 - 1.0) * (2.0 * q1 - 1.0) / 4.0 - q1.powi(4) / (4.0 * estimate));
    (estimate, variance.max(0.0).sqrt())
}

fn new_codes(presence: &[Vec<bool>], width: usize) -> Vec<usize> {
    let mut seen = vec![false; width];
    let first_met = |row: &Vec<bool>| {
        let fresh = (0..width).filter(|&c| row[c] && !seen[c]).collect::<Vec<_>>();
        for &c in &fresh {
            seen[c] = true;
        }
        fresh.len()
    };
    presence.iter().map(first_met).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_coded_says_nothing() {
        assert_eq!(accumulate(&[vec![false, false], vec![false, false]]), Err(Undefined::NoObservations));
        assert_eq!(accumulate(&[]), Err(Undefined::NoObservations));
        assert_eq!(accumulate(&[vec![true], vec![]]), Err(Undefined::LengthMismatch));
    }

    #[test]
    fn one_interview_tells_nothing_of_the_next() {
        let one = accumulate(&[vec![true, true, false]]).unwrap();
        assert_eq!((one.observed, one.new_codes), (2, vec![2]));
        let few = Err(Undefined::TooFew { needed: 2, present: 1 });
        assert!([one.chao2, one.chao2_se, one.jackknife, one.bootstrap, one.coverage] == [few; 5]);
    }

    #[test]
    fn codes_that_are_everywhere_leave_an_estimate_without_an_error() {
        let all = accumulate(&vec![vec![true; 3]; 4]).unwrap();
        assert_eq!((all.chao2, all.chao2_se), (Ok(3.0), Err(Undefined::AtBound)));
    }

    proptest! {
        #[test]
        fn the_curve_rises_to_the_codes_met(
            presence in prop::collection::vec(prop::collection::vec(any::<bool>(), 6), 1..12),
        ) {
            prop_assume!(presence.len() > 1 && presence.iter().flatten().any(|met| *met));
            let a = accumulate(&presence).unwrap();
            prop_assert!(a.mean.windows(2).all(|w| w[0] <= w[1] + 1e-9));
            prop_assert!((a.mean[a.interviews - 1] - a.observed as f64).abs() < 1e-9);
            prop_assert_eq!(a.new_codes.iter().sum::<usize>(), a.observed);
            prop_assert!(a.chao2.unwrap() + 1e-9 >= a.observed as f64);
        }
    }
}

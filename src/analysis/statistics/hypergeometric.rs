//! The hypergeometric distribution, to the last digits whatever the size of the population.
//!
//! Differences of logarithms of factorials lose a digit with each power of ten of the population; the
//! deviance form does not. Tails are summed from the most probable value outwards, each term from the one
//! before.
//!
//! Source: Loader (2000), Fast and accurate computation of binomial probabilities.

use super::distribution::ln_factorial;

/// Probabilities that differ by less than this share are equal (the rule of R's `fisher.test`).
const TIE: f64 = 1e-7;

/// Gives ln P(X = x) when `draws` are taken without return from `population` with `successes` in it; minus
/// infinity for what cannot be.
#[must_use]
pub fn ln_hypergeometric(x: u64, population: u64, successes: u64, draws: u64) -> f64 {
    if successes > population || draws > population || x > successes || x > draws {
        return f64::NEG_INFINITY;
    }
    if draws - x > population - successes {
        return f64::NEG_INFINITY;
    }
    if draws == 0 || draws == population {
        // Nothing is left to chance.
        return 0.0;
    }
    let all = population as f64;
    let share = [draws as f64 / all, (population - draws) as f64 / all];
    let part = ln_binomial(x, successes, share) + ln_binomial(draws - x, population - successes, share);
    part - ln_binomial(draws, population, share)
}

/// Every value that X can take, with its probability.
#[derive(Debug, Clone, PartialEq)]
pub struct Hypergeometric {
    least: u64,
    probabilities: Vec<f64>,
}

impl Hypergeometric {
    /// Lists the probabilities of `draws` taken without return from `population` with `successes` in it;
    /// the last two are at most the first.
    #[must_use]
    pub fn new(population: u64, successes: u64, draws: u64) -> Self {
        let least = (successes + draws).saturating_sub(population);
        let most = successes.min(draws);
        let mode = (u128::from(draws) + 1) * (u128::from(successes) + 1) / (u128::from(population) + 2);
        let mode = u64::try_from(mode).unwrap_or(most).clamp(least, most);
        // P(x + 1) / P(x).
        let ratio = |x: u64| {
            (successes - x) as f64 * (draws - x) as f64
                / ((x + 1) as f64 * (population + x + 1 - successes - draws) as f64)
        };
        let at = usize::try_from(mode - least).unwrap_or(0);
        let mut probabilities = vec![0.0; usize::try_from(most - least).map_or(0, |size| size + 1)];
        probabilities[at] = ln_hypergeometric(mode, population, successes, draws).exp();
        for (place, x) in (at..probabilities.len() - 1).zip(mode..) {
            probabilities[place + 1] = probabilities[place] * ratio(x);
        }
        for (place, x) in (0..at).rev().zip((least..mode).rev()) {
            probabilities[place] = probabilities[place + 1] / ratio(x);
        }
        Self { least, probabilities }
    }

    /// Gives P(X = x).
    #[must_use]
    pub fn at(&self, x: u64) -> f64 {
        let place = x.checked_sub(self.least).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| self.probabilities.get(place)).copied().unwrap_or(0.0)
    }

    /// Gives P(X > x).
    #[must_use]
    pub fn above(&self, x: u64) -> f64 {
        self.sum(|value, _| value > x)
    }

    /// Gives P(X < x).
    #[must_use]
    pub fn below(&self, x: u64) -> f64 {
        self.sum(|value, _| value < x)
    }

    /// Gives the probability of all values that are no more probable than x: the two-sided p of Fisher.
    #[must_use]
    pub fn no_more_probable(&self, x: u64) -> f64 {
        let most = self.at(x) * (1.0 + TIE);
        self.sum(|_, p| p <= most)
    }

    fn sum(&self, counts: impl Fn(u64, f64) -> bool) -> f64 {
        let all = (self.least..).zip(&self.probabilities);
        all.filter(|(value, p)| counts(*value, **p)).map(|(_, p)| p).sum::<f64>().min(1.0)
    }
}

/// ln P(X = x) of n draws, with the shares of successes and failures.
pub(super) fn ln_binomial(x: u64, n: u64, [success, failure]: [f64; 2]) -> f64 {
    let (size, hits, misses) = (n as f64, x as f64, (n - x) as f64);
    if x == 0 {
        return size * ln_of_rest(success, failure);
    }
    if x == n {
        return size * ln_of_rest(failure, success);
    }
    let spread = 0.5 * (size / (std::f64::consts::TAU * hits * misses)).ln();
    let rest = stirling_rest(n) - stirling_rest(x) - stirling_rest(n - x);
    spread + rest - deviance(hits, size * success) - deviance(misses, size * failure)
}

/// ln(share), given the rest to 1: from the smaller of both, which is the exacter.
fn ln_of_rest(rest: f64, share: f64) -> f64 {
    if rest < 0.5 { (-rest).ln_1p() } else { share.ln() }
}

/// ln(n!) less Stirling's formula.
fn stirling_rest(n: u64) -> f64 {
    let size = n as f64;
    if n < 16 {
        let formula = (size + 0.5) * size.ln() - size + 0.5 * std::f64::consts::TAU.ln();
        return ln_factorial(n) - formula;
    }
    let square = size * size;
    let tail = 1.0 / 1_680.0 - 1.0 / 1_188.0 / square;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1_260.0 - tail / square) / square) / square) / size
}

/// x ln(x / m) + m − x, without loss where both are near.
fn deviance(x: f64, mean: f64) -> f64 {
    if (x - mean).abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() + mean - x;
    }
    let ratio = (x - mean) / (x + mean);
    let (mut sum, mut power) = ((x - mean) * ratio, 2.0 * x * ratio);
    let mut odd = 3.0;
    loop {
        power *= ratio * ratio;
        let next = sum + power / odd;
        if (next - sum).abs() <= 0.0 {
            return next;
        }
        sum = next;
        odd += 2.0;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    /// C(n, k) in whole numbers, for a small k or n − k.
    fn choose(n: u64, k: u64) -> BigUint {
        let k = k.min(n - k);
        let product = |from: u64, to: u64| (from..=to).fold(BigUint::from(1_u8), |all, x| all * x);
        product(n - k + 1, n) / product(1, k)
    }

    /// ln of a ratio of whole numbers: 200 binary digits of the quotient, the rest in powers of two.
    fn ln_ratio(above: &BigUint, below: &BigUint) -> f64 {
        let shift = i64::try_from(below.bits()).unwrap() - i64::try_from(above.bits()).unwrap() + 200;
        let quotient = if shift >= 0 { (above << shift) / below } else { above / (below << -shift) };
        // The first 64 digits of about 200.
        let drop = quotient.bits() - 64;
        let first = u64::try_from(&(quotient >> drop)).unwrap() as f64;
        first.ln() + (i64::try_from(drop).unwrap() - shift) as f64 * std::f64::consts::LN_2
    }

    /// ln P(X = x) by whole numbers; successes or draws must be small.
    fn exact(x: u64, population: u64, successes: u64, draws: u64) -> f64 {
        // The distribution is the same when successes and draws change places.
        let (small, large) = (successes.min(draws), successes.max(draws));
        let ways = choose(large, x) * choose(population - large, small - x);
        ln_ratio(&ways, &choose(population, small))
    }

    fn near(found: f64, expected: f64, what: &str) {
        assert!((found - expected).abs() < 2e-13 * (1.0 + expected.abs()), "{what}: {found} for {expected}");
    }

    #[test]
    fn it_agrees_with_whole_numbers_up_to_a_thousand_millions() {
        for population in [1_000_000, 10_000_000, 100_000_000, 1_000_000_000] {
            for (successes, draws) in [
                (10, population / 2),
                (300, population / 10),
                (300, population - population / 7),
                (1_500, population / 1_000),
                (2_000, population / 3),
                (population / 5, 900),
            ] {
                let small: u64 = if successes < draws { successes } else { draws };
                let mean = successes as f64 * draws as f64 / population as f64;
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small mean")]
                let mean = mean as u64;
                for x in [0, 1, mean / 2, mean, mean + 1, mean + mean / 10 + 3, small] {
                    let x = x.min(small);
                    let found = ln_hypergeometric(x, population, successes, draws);
                    let what = format!("{x} of {successes} in {draws} of {population}");
                    near(found, exact(x, population, successes, draws), &what);
                }
            }
        }
    }

    #[test]
    fn what_is_certain_or_cannot_be_is_said_so() {
        for (x, population, successes, draws, expected) in [
            (0, 9, 4, 0, 0.0),
            (4, 9, 4, 9, 0.0),
            (0, 9, 0, 5, 0.0),
            (5, 9, 9, 5, 0.0),
            (1, 9, 0, 5, f64::NEG_INFINITY),
            (0, 9, 5, 5, f64::NEG_INFINITY),
            (3, 9, 2, 5, f64::NEG_INFINITY),
            (3, 9, 10, 5, f64::NEG_INFINITY),
            (3, 9, 5, 10, f64::NEG_INFINITY),
        ] {
            let found = ln_hypergeometric(x, population, successes, draws);
            let same =
                if expected.is_finite() { (found - expected).abs() < 1e-12 } else { found == expected };
            assert!(same, "{x} {population} {successes} {draws}: {found}");
        }
    }

    #[test]
    fn it_agrees_with_whole_numbers_in_small_and_lopsided_cases() {
        // By exact whole numbers: x, population, successes, draws.
        for (case, expected) in [
            ([0, 100, 5, 20], -1.1415946087939626),
            ([20, 100, 20, 20], -47.7306348091163),
            ([1, 1000, 1, 10], -4.605170185988092),
            ([2, 10, 4, 5], -0.7419373447293773),
            ([16, 61449, 296, 2063], -3.910687553902414),
            ([45, 61449, 296, 8395], -3.029547812715892),
            ([300, 8000000, 1200, 2000000], -3.627214654508935),
            ([40, 1000000, 2000, 100000], -105.42929937920528),
            ([2000, 1000000, 2000, 100000], -4623.294433867433),
            ([9000, 8000000, 40000, 1900000], -22.899442142469375),
        ] {
            let [x, population, successes, draws] = case;
            near(ln_hypergeometric(x, population, successes, draws), expected, &format!("{case:?}"));
        }
    }

    proptest! {
        #[test]
        fn terms_sum_to_one_and_tails_meet(population in 1_u64..5_000, a in 0.0_f64..=1.0, b in 0.0_f64..=1.0) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shares of a small number")]
            let part = |share: f64| (share * population as f64).round() as u64;
            let (successes, draws) = (part(a), part(b));
            let law = Hypergeometric::new(population, successes, draws);
            let least = (successes + draws).saturating_sub(population);
            let x = u64::midpoint(least, successes.min(draws));
            prop_assert!((law.below(x) + law.at(x) + law.above(x) - 1.0).abs() < 1e-10);
            let single = ln_hypergeometric(x, population, successes, draws).exp();
            prop_assert!((law.at(x) - single).abs() < 1e-10 * single.max(1e-300));
            prop_assert!(law.no_more_probable(x) >= law.at(x));
        }
    }
}

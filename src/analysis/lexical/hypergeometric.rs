//! ln P(X = x) of the hypergeometric distribution, to the last digits whatever the size of the corpus.
//!
//! Differences of logarithms of factorials lose a digit with each power of ten of the corpus; the deviance
//! form does not.
//!
//! Source: Loader (2000), Fast and accurate computation of binomial probabilities.

use crate::analysis::statistics::distribution::ln_factorial;

/// Gives ln P(X = x) when `draws` are taken without return from `population` with `successes` in it, all of
/// them possible together and `draws` between 0 and `population`, both excluded.
pub(super) fn ln_probability(x: u64, population: u64, successes: u64, draws: u64) -> f64 {
    let all = population as f64;
    let share = [draws as f64 / all, (population - draws) as f64 / all];
    let part = ln_binomial(x, successes, share) + ln_binomial(draws - x, population - successes, share);
    part - ln_binomial(draws, population, share)
}

/// ln P(X = x) of n draws, with the shares of successes and failures.
fn ln_binomial(x: u64, n: u64, [success, failure]: [f64; 2]) -> f64 {
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
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_whole_numbers() {
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
            let found = ln_probability(x, population, successes, draws);
            assert!((found - expected).abs() < 1e-12 * (1.0 + f64::abs(expected)), "{case:?}: {found}");
        }
    }
}

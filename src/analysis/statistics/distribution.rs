//! Probabilities and quantiles of the usual distributions.
//!
//! A thin layer over `statrs` that never panics: a parameter outside its range gives NaN inside the
//! module's private use, and callers refuse such parameters before.

use statrs::function::beta::beta_reg;
use statrs::function::erf::{erfc, erfc_inv};
use statrs::function::factorial::ln_factorial as statrs_ln_factorial;
use statrs::function::gamma::gamma_ur;

/// Gives the quantile of the standard normal distribution.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    -std::f64::consts::SQRT_2 * erfc_inv(2.0 * p)
}

/// Gives the z that leaves `(1 - level) / 2` on each side: 1.96 for 0.95.
#[must_use]
pub fn normal_critical(level: f64) -> f64 {
    normal_quantile(0.5 + level / 2.0)
}

/// Gives P(Z > z) of the standard normal distribution.
#[must_use]
pub fn normal_upper(z: f64) -> f64 {
    0.5 * erfc(z / std::f64::consts::SQRT_2)
}

/// Gives P(|Z| > |z|) of the standard normal distribution.
#[must_use]
pub fn normal_two_sided(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// Gives P(X > x) of the chi-square distribution.
#[must_use]
pub fn chi_square_upper(x: f64, df: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { gamma_ur(df / 2.0, x / 2.0) }
}

/// Gives P(|T| > |t|) of Student's distribution.
#[must_use]
pub fn student_two_sided(t: f64, df: f64) -> f64 {
    if t == 0.0 {
        return 1.0;
    }
    beta_reg(df / 2.0, 0.5, df / (df + t * t))
}

/// Gives P(X > f) of Fisher's distribution.
#[must_use]
pub fn fisher_upper(f: f64, df1: f64, df2: f64) -> f64 {
    if f <= 0.0 { 1.0 } else { beta_reg(df2 / 2.0, df1 / 2.0, df2 / (df2 + df1 * f)) }
}

/// Gives the quantile of Fisher's distribution.
#[must_use]
pub fn fisher_quantile(p: f64, df1: f64, df2: f64) -> f64 {
    let share = beta_quantile(p, df1 / 2.0, df2 / 2.0);
    df2 * share / (df1 * (1.0 - share))
}

/// Gives the quantile of the beta distribution, by bisection to the last bit.
#[must_use]
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if beta_reg(a, b, middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// Gives ln(n!).
#[must_use]
pub fn ln_factorial(n: u64) -> f64 {
    statrs_ln_factorial(n)
}

/// Gives ln C(n, k), minus infinity when k > n; what counts ways need not be exacter. A probability takes
/// [`super::hypergeometric`], where differences of such logarithms would lose its digits.
#[must_use]
pub fn ln_choose(n: u64, k: u64) -> f64 {
    if k > n { f64::NEG_INFINITY } else { ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_quantiles() {
        assert!((normal_critical(0.95) - 1.959_963_984_540_054).abs() < 1e-13);
        assert!((normal_two_sided(1.959_963_984_540_054) - 0.05).abs() < 1e-11);
        assert!((chi_square_upper(3.841_458_820_694_124, 1.0) - 0.05).abs() < 1e-12);
        assert!((student_two_sided(2.228_138_851_964_939, 10.0) - 0.05).abs() < 1e-10);
        assert!((fisher_upper(4.0, 1.0, 10.0) - student_two_sided(2.0, 10.0)).abs() < 1e-12);
        assert!((fisher_quantile(0.99, 2.0, 8.0) - 8.649_110_640_673_517).abs() < 1e-9);
        assert!((fisher_upper(fisher_quantile(0.95, 3.0, 7.0), 3.0, 7.0) - 0.05).abs() < 1e-12);
        assert!((beta_quantile(0.5, 2.0, 2.0) - 0.5).abs() < 1e-12);
    }
}

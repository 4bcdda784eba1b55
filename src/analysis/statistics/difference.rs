//! Standardised differences between two groups.

use super::descriptive::{mean, variance};
use super::interval::wilson;
use super::undefined::{Defined, Undefined};
use statrs::function::gamma::ln_gamma;

/// Computes the standardised mean difference of Austin: (x̄ₐ − x̄ᵦ) / √((s²ₐ + s²ᵦ) / 2).
///
/// Above 0.1 in absolute value, the groups are usually said to differ.
///
/// # Errors
/// [`Undefined::TooFew`] below two values a group, [`Undefined::ConstantValues`] when nothing varies.
///
/// Source: Austin (2009).
pub fn standardised_mean_difference(a: &[f64], b: &[f64]) -> Defined {
    let spread = f64::midpoint(variance(a)?, variance(b)?);
    ratio(mean(a)? - mean(b)?, spread)
}

/// Computes Cohen's d with the pooled standard deviation.
///
/// # Errors
/// Those of [`standardised_mean_difference`].
pub fn cohen_d(a: &[f64], b: &[f64]) -> Defined {
    let (wa, wb) = (a.len() as f64 - 1.0, b.len() as f64 - 1.0);
    let pooled = (wa * variance(a)? + wb * variance(b)?) / (wa + wb);
    ratio(mean(a)? - mean(b)?, pooled)
}

/// Computes Hedges' g: Cohen's d with the exact correction of its bias.
///
/// # Errors
/// Those of [`standardised_mean_difference`].
pub fn hedges_g(a: &[f64], b: &[f64]) -> Defined {
    let d = cohen_d(a, b)?;
    let df = (a.len() + b.len()) as f64 - 2.0;
    let correction = (ln_gamma(df / 2.0) - ln_gamma((df - 1.0) / 2.0)).exp() / (df / 2.0).sqrt();
    Ok(d * correction)
}

/// Computes the standardised difference of two proportions: (p₁ − p₂) / √((p₁q₁ + p₂q₂) / 2).
///
/// # Errors
/// Those of [`wilson`]; [`Undefined::TooFew`] below two in a group, of which one says nothing of its spread, as
/// for means; [`Undefined::ConstantValues`] when both proportions are 0 or 1.
///
/// Source: Austin (2009).
pub fn standardised_proportion_difference(first: (u64, u64), second: (u64, u64)) -> Defined {
    let p = wilson(first.0, first.1, 0.95)?.share;
    let q = wilson(second.0, second.1, 0.95)?.share;
    let least = first.1.min(second.1);
    if least < 2 {
        return Err(Undefined::TooFew { needed: 2, present: usize::try_from(least).unwrap_or(0) });
    }
    ratio(p - q, f64::midpoint(p * (1.0 - p), q * (1.0 - q)))
}

/// Computes Cohen's h: 2 arcsin √p₁ − 2 arcsin √p₂.
///
/// # Errors
/// Those of [`wilson`].
pub fn cohen_h(first: (u64, u64), second: (u64, u64)) -> Defined {
    let angle = |share: f64| 2.0 * share.sqrt().asin();
    Ok(angle(wilson(first.0, first.1, 0.95)?.share) - angle(wilson(second.0, second.1, 0.95)?.share))
}

fn ratio(difference: f64, variance: f64) -> Defined {
    if variance > 0.0 && variance.is_finite() {
        Ok(difference / variance.sqrt())
    } else {
        Err(Undefined::ConstantValues)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_varies() {
        assert_eq!(standardised_mean_difference(&[2.0, 2.0], &[2.0, 2.0]), Err(Undefined::ConstantValues));
        assert_eq!(standardised_proportion_difference((0, 5), (5, 5)), Err(Undefined::ConstantValues));
        assert_eq!(cohen_d(&[2.0], &[2.0, 1.0]), Err(Undefined::TooFew { needed: 2, present: 1 }));
        let one = standardised_proportion_difference((1, 1), (3, 9));
        assert_eq!(one, Err(Undefined::TooFew { needed: 2, present: 1 }));
    }

    #[test]
    fn signs_follow_the_first_group() {
        assert!(cohen_h((3, 4), (1, 4)).is_ok_and(|h| h > 0.0));
        assert!(hedges_g(&[1.0, 2.0, 3.0], &[4.0, 5.0, 7.0]).is_ok_and(|g| g < 0.0));
    }
}

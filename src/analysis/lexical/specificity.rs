//! Specificity: is a word more, or less, frequent in a part than chance would have it?

use crate::analysis::statistics::hypergeometric::ln_hypergeometric;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// How often a word is met in a part and in the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margins {
    /// Occurrences of the word in the part.
    pub in_part: u64,
    /// Occurrences of the word in the whole.
    pub in_whole: u64,
    /// Occurrences of all words in the part.
    pub part: u64,
    /// Occurrences of all words in the whole.
    pub whole: u64,
}

impl Margins {
    /// Checks that the four counts can stand together.
    ///
    /// # Errors
    /// [`Undefined::NoObservations`] when the part is empty, [`Undefined::NeverPresent`] when the word is
    /// nowhere, [`Undefined::InvalidValue`] when a count exceeds what holds it.
    pub(super) fn check(self) -> Defined<()> {
        let Self { in_part, in_whole, part, whole } = self;
        if part == 0 || whole == 0 {
            return Err(Undefined::NoObservations);
        }
        if in_whole == 0 {
            return Err(Undefined::NeverPresent);
        }
        let fits = in_part <= in_whole
            && in_part <= part
            && in_whole <= whole
            && part <= whole
            && in_whole - in_part <= whole - part;
        if fits { Ok(()) } else { Err(Undefined::InvalidValue) }
    }

    /// Whether the word is at least as frequent in the part as chance would have it, in whole numbers.
    pub(super) fn is_over(self) -> bool {
        u128::from(self.in_part) * u128::from(self.whole) >= u128::from(self.in_whole) * u128::from(self.part)
    }
}

/// Computes Lafon's specificity of a word in a part, as a signed power of ten.
///
/// Positive when the word is at least as frequent as chance would have it: −log10 P(X ≥ f); else
/// log10 P(X ≤ f). A score of 2 is a one-sided p of 0.01. The tail is summed in logarithms from its
/// largest term, so that scores of several hundreds are exact.
///
/// Units: powers of ten. Assumes that occurrences are drawn independently, which words of one person are
/// not: read the dispersion over interviews beside it, and the p as descriptive.
///
/// # Errors
/// [`Undefined::NoObservations`] when the part is empty, [`Undefined::NeverPresent`] when the word is
/// nowhere, [`Undefined::InvalidValue`] when a count exceeds what holds it.
///
/// Source: Lafon (1980), Mots 1; the signs are those of TXM and of the R package `textometry`.
pub fn specificity(margins: Margins) -> Defined {
    margins.check()?;
    let Margins { in_part: f, in_whole, part, whole } = margins;
    if part == whole {
        // Everything is in the part, certainly.
        return Ok(0.0);
    }
    let over = margins.is_over();
    let (mut at, mut ratio, mut sum) = (f, 1.0_f64, 1.0_f64);
    let lowest = (in_whole + part).saturating_sub(whole);
    // Each term from the one before: away from the mean, they only shrink.
    loop {
        if over {
            if at >= in_whole.min(part) {
                break;
            }
            ratio *= (in_whole - at) as f64 * (part - at) as f64
                / ((at + 1) as f64 * (whole + at + 1 - in_whole - part) as f64);
            at += 1;
        } else {
            if at <= lowest {
                break;
            }
            ratio *= at as f64 * (whole + at - in_whole - part) as f64
                / ((in_whole - at + 1) as f64 * (part - at + 1) as f64);
            at -= 1;
        }
        sum += ratio;
        if ratio < sum * 1e-18 {
            break;
        }
    }
    let ln_p = (ln_hypergeometric(f, whole, in_whole, part) + sum.ln()).min(0.0);
    let power = ln_p / std::f64::consts::LN_10;
    Ok(if over { 0.0 - power } else { power })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn margins(in_part: u64, in_whole: u64, part: u64, whole: u64) -> Margins {
        Margins { in_part, in_whole, part, whole }
    }

    #[test]
    fn a_tail_far_below_the_smallest_number_keeps_its_power() {
        // All 2,000 occurrences in a tenth of a million words: 1 / C(10^6, 2000) × C(10^5, 2000).
        let score = specificity(margins(2_000, 2_000, 100_000, 1_000_000)).unwrap();
        let mut expected = 0.0;
        for i in 0..2_000 {
            expected -= (f64::from(100_000 - i) / f64::from(1_000_000 - i)).log10();
        }
        assert!(score > 2_000.0 && (score - expected).abs() < 1e-6, "{score} {expected}");
    }

    /// The word « peuple » in ten speeches of Robespierre: the table of Lafon (1980), Mots 1, p. 127–165; the
    /// scores by exact whole numbers.
    #[test]
    fn the_people_of_robespierre() {
        let sizes = [8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933];
        let said = [45, 18, 15, 14, 53, 30, 42, 16, 4, 59];
        let expected = [
            0.616_070_206_079_368_6,
            1.146_622_954_854_222_2,
            -0.670_863_505_991_679_2,
            -4.174_333_151_311_49,
            2.112_186_481_280_604_6,
            1.290_578_903_569_281_2,
            -0.797_970_044_651_434_1,
            1.363_228_860_764_289_7,
            -0.397_731_873_708_299_65,
            -0.840_960_004_876_876_6,
        ];
        for ((part, in_part), expected) in sizes.into_iter().zip(said).zip(expected) {
            let score = specificity(margins(in_part, 296, part, 61_449)).unwrap();
            assert!((score - expected).abs() < 1e-13, "{part}: {score}");
        }
    }

    #[test]
    fn what_cannot_be_counted_has_a_reason() {
        assert_eq!(specificity(margins(0, 0, 5, 10)), Err(Undefined::NeverPresent));
        assert_eq!(specificity(margins(0, 3, 0, 10)), Err(Undefined::NoObservations));
        assert_eq!(specificity(margins(4, 3, 5, 10)), Err(Undefined::InvalidValue));
        assert_eq!(specificity(margins(0, 8, 5, 10)), Err(Undefined::InvalidValue));
        assert_eq!(specificity(margins(3, 3, 10, 10)), Ok(0.0), "the part is the whole");
    }

    proptest! {
        #[test]
        fn a_word_and_its_absence_mirror_each_other(f in 0_u64..30, rest in 0_u64..30, part in 0_u64..60, others in 0_u64..200) {
            prop_assume!(f + rest > 0 && part > 0);
            let whole = margins(f, f + rest, part + f, part + f + rest + others);
            let rest_of = margins(whole.part - f, whole.whole - whole.in_whole, whole.part, whole.whole);
            prop_assume!(rest_of.in_whole > 0);
            let (here, there) = (specificity(whole).unwrap(), specificity(rest_of).unwrap());
            prop_assert!(here.is_finite() && there.is_finite());
            // P(X ≥ f) of the word is P(Y ≤ t − f) of all others.
            if whole.is_over() && !rest_of.is_over() {
                prop_assert!((here + there).abs() < 1e-9 * (1.0 + here.abs()));
            }
        }
    }
}

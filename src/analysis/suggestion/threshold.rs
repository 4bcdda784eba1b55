//! From what score a sentence is proposed: chosen on interviews other than those it is used on.

use crate::analysis::statistics::interval::wilson;

/// Least number of sentences that a threshold must let through where it is chosen.
pub const LEAST: u64 = 5;
/// Level of the interval of which the lower end must reach the precision asked for: a threshold
/// chosen as the best of many is flattered by chance, and this takes the flattery away.
pub const LEVEL: f64 = 0.8;

/// Chooses the lowest score from which the sentences let through carry the code often enough: the
/// lower end of Wilson's interval of their share reaches `precision`.
///
/// `scored` is in any order: score, whether the sentence carries the code. None: no score does.
pub fn choose(mut scored: Vec<(f64, bool)>, precision: f64) -> Option<f64> {
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let (mut through, mut right, mut chosen) = (0, 0, None);
    // Equal scores are let through together, so that their order does not matter.
    for equal in scored.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        for (_, carries) in equal {
            through += 1;
            right += u64::from(*carries);
        }
        let reaches = wilson(right, through, LEVEL).is_ok_and(|share| share.lower >= precision);
        if through >= LEAST && reaches {
            chosen = Some(equal[0].0);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scored(carries: &[bool]) -> Vec<(f64, bool)> {
        (0_u32..).zip(carries).map(|(rank, carries)| (-f64::from(rank), *carries)).collect()
    }

    #[test]
    fn the_lowest_score_that_is_sure_enough_is_chosen() {
        let all = scored(&[true; 8]);
        assert_eq!(choose(all, 0.7), Some(-7.0));
        let mixed = [&[true; 8][..], &[false; 8]].concat();
        assert_eq!(choose(scored(&mixed), 0.7), Some(-8.0), "eight of nine, not eight of ten");
    }

    #[test]
    fn too_few_or_too_wrong_choose_nothing() {
        assert_eq!(choose(scored(&[true; 4]), 0.7), None);
        assert_eq!(choose(scored(&[false; 40]), 0.1), None);
        assert_eq!(choose(Vec::new(), 0.7), None);
    }

    proptest! {
        #[test]
        fn order_does_not_matter_and_more_precision_is_never_laxer(
            scored in prop::collection::vec((-3_i8..3, any::<bool>()), 0..60),
            low in 0.1_f64..0.9,
        ) {
            let scored: Vec<(f64, bool)> = scored.into_iter().map(|(s, c)| (f64::from(s), c)).collect();
            let mut turned = scored.clone();
            turned.reverse();
            let chosen = choose(scored.clone(), low);
            prop_assert_eq!(chosen, choose(turned, low));
            if let Some(strict) = choose(scored, low + 0.1) {
                prop_assert!(chosen.is_some_and(|lax| lax <= strict));
            }
        }
    }
}

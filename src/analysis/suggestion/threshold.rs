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

/// Finds the greatest share that any threshold letting enough sentences through would have had: no
/// measure, since it is chosen on what it is measured on, but none can do better.
pub fn best(mut scored: Vec<(f64, bool)>) -> Option<f64> {
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.cmp(&one.1)));
    let (mut through, mut right, mut best) = (0_u32, 0_u32, None);
    for (_, carries) in scored {
        through += 1;
        right += u32::from(carries);
        if u64::from(through) >= LEAST {
            let share = f64::from(right) / f64::from(through);
            best = Some(best.map_or(share, |best: f64| best.max(share)));
        }
    }
    best
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
        // 16 of 16, 17, 18 and 19: lower ends 0.91, 0.84, 0.77 and 0.70.
        let mixed = [&[true; 16][..], &[false; 16]].concat();
        assert_eq!(choose(scored(&mixed), 0.75), Some(-17.0));
        assert_eq!(best(scored(&mixed)), Some(1.0));
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

//! The score of one respondent on one scale.

use serde::{Deserialize, Serialize};

use crate::domain::questionnaire::{Combination, Questionnaire, Scale};

/// A score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// In the scale's own units.
    pub value: f64,
    /// Brought to 0–100: 0 when every item is at its least, 100 at its most, reversed items turned.
    pub percent: f64,
    /// Items answered.
    pub answered: usize,
}

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
pub enum NoScore {
    /// No item was answered.
    NoAnswer,
    /// Fewer items were answered than the scale asks for.
    TooFew {
        /// Items answered.
        answered: usize,
        /// Items needed.
        needed: usize,
    },
}

/// Turns an answer when its item is reversed: `least + most − value`.
pub fn turned(scale: &Scale, position: usize, value: f64) -> f64 {
    if scale.reversed.get(position).copied().unwrap_or(false) {
        scale.least + scale.most - value
    } else {
        value
    }
}

/// Computes a score from the answers to the scale's items, in their order.
///
/// # Missing values
/// The mean of the items answered stands for the others, when enough are answered (the half-scale
/// rule of the SF-36); a sum is that mean times the number of items.
pub fn score(scale: &Scale, answers: &[Option<f64>]) -> Result<Score, NoScore> {
    let values: Vec<f64> = answers
        .iter()
        .enumerate()
        .filter_map(|(position, answer)| answer.map(|value| turned(scale, position, value)))
        .collect();
    let answered = values.len();
    if answered == 0 {
        return Err(NoScore::NoAnswer);
    }
    let items = scale.items.len();
    let needed = (1..=items).find(|count| *count as f64 >= scale.answered * items as f64 - 1e-9);
    let needed = needed.unwrap_or(items);
    if answered < needed {
        return Err(NoScore::TooFew { answered, needed });
    }
    let mean = values.iter().sum::<f64>() / answered as f64;
    let value = match scale.combination {
        Combination::Mean => mean,
        Combination::Sum => mean * items as f64,
    };
    let percent = 100.0 * (mean - scale.least) / (scale.most - scale.least);
    Ok(Score { value, percent, answered })
}

/// Computes the score of every respondent, in their order.
pub fn scores(scale: &Scale, questionnaire: &Questionnaire) -> Vec<Result<Score, NoScore>> {
    questionnaire.values(&scale.items).iter().map(|answers| score(scale, answers)).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::settings::Titles;

    pub(in crate::analysis::scale) fn scale(
        items: usize,
        reversed: &[usize],
        least: f64,
        most: f64,
    ) -> Scale {
        Scale {
            id: "s".to_owned(),
            title: Titles::default(),
            items: (0..items).collect(),
            reversed: (0..items).map(|item| reversed.contains(&item)).collect(),
            least,
            most,
            answered: 0.5,
            combination: Combination::Mean,
        }
    }

    #[test]
    fn half_of_the_items_make_a_score_and_less_do_not() {
        let scale = scale(5, &[1], 1.0, 5.0);
        let answers = [Some(5.0), Some(1.0), Some(5.0), None, None];
        let found = score(&scale, &answers).expect("enough");
        assert!((found.value - 5.0).abs() < 1e-12 && (found.percent - 100.0).abs() < 1e-12);
        assert_eq!(found.answered, 3);
        assert_eq!(
            score(&scale, &[Some(5.0), Some(1.0), None, None, None]),
            Err(NoScore::TooFew { answered: 2, needed: 3 })
        );
        assert_eq!(score(&scale, &[None; 5]), Err(NoScore::NoAnswer));
    }

    #[test]
    fn a_sum_counts_unanswered_items_at_the_mean() {
        let scale = Scale { combination: Combination::Sum, ..scale(5, &[], 0.0, 5.0) };
        let found = score(&scale, &[Some(4.0), Some(4.0), Some(1.0), None, None]).expect("enough");
        assert!((found.value - 15.0).abs() < 1e-12 && (found.percent - 60.0).abs() < 1e-12);
    }

    proptest::proptest! {
        #[test]
        fn a_score_stays_between_0_and_100(
            answers in proptest::collection::vec(proptest::option::of(1_u8..=5), 6),
        ) {
            let scale = scale(6, &[0, 3], 1.0, 5.0);
            let answers: Vec<Option<f64>> = answers.into_iter().map(|one| one.map(f64::from)).collect();
            if let Ok(found) = score(&scale, &answers) {
                proptest::prop_assert!((-1e-9..=100.0 + 1e-9).contains(&found.percent));
                proptest::prop_assert!(found.answered >= 3);
            }
        }
    }
}

//! How the answers to an item are spread.

use serde::Serialize;

use super::score::turned;
use crate::domain::questionnaire::{Questionnaire, Scale};

/// The answers to one item, value by value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemDistribution {
    /// The item: an index into the definition's items.
    pub item: usize,
    /// Whether values were turned.
    pub reversed: bool,
    /// Each possible value, from the least, with its number of answers.
    pub counts: Vec<(f64, u64)>,
    /// Answers.
    pub n: u64,
    /// Respondents without an answer who were asked.
    pub missing: u64,
    /// Respondents who were not asked: they are in no denominator.
    pub not_asked: u64,
    /// Answers at the two greatest values.
    pub favourable: u64,
}

/// A range of more values is a number, not a choice: only those answered are listed, and its ends.
const CHOICES: f64 = 1000.0;

/// Counts the answers of those who were asked an item, by whole values from `least` to `most`; others join
/// the nearest.
pub fn distribution(item: usize, answers: &[Option<f64>], least: f64, most: f64) -> ItemDistribution {
    let mut counts: Vec<(f64, u64)> = Vec::new();
    if most - least < CHOICES {
        let mut value = least;
        while value <= most {
            counts.push((value, 0));
            value += 1.0;
        }
    } else {
        let mut values: Vec<f64> =
            answers.iter().flatten().filter(|value| value.is_finite()).map(|value| value.round()).collect();
        values.extend([least, most - 1.0, most]);
        values.sort_by(f64::total_cmp);
        values.dedup();
        counts.extend(values.into_iter().map(|value| (value, 0)));
    }
    let (mut n, mut missing) = (0, 0);
    for answer in answers {
        let Some(answer) = answer.filter(|answer| answer.is_finite()) else {
            missing += 1;
            continue;
        };
        n += 1;
        let nearest = counts
            .iter_mut()
            .min_by(|a: &&mut (f64, u64), b| (a.0 - answer).abs().total_cmp(&(b.0 - answer).abs()));
        if let Some((_, count)) = nearest {
            *count += 1;
        }
    }
    let favourable = counts.iter().rev().take(2).map(|(_, count)| count).sum();
    ItemDistribution { item, reversed: false, counts, n, missing, not_asked: 0, favourable }
}

/// Counts the answers to every item of a scale, in its order, reversed items turned.
pub fn distributions(scale: &Scale, questionnaire: &Questionnaire) -> Vec<ItemDistribution> {
    let of = |position: usize, item: usize| {
        let (asked, others) = questionnaire.asked(item);
        let answers: Vec<Option<f64>> =
            asked.iter().map(|answer| answer.map(|value| turned(scale, position, value))).collect();
        let reversed = scale.reversed.get(position).copied().unwrap_or(false);
        ItemDistribution {
            reversed,
            not_asked: others as u64,
            ..distribution(item, &answers, scale.least, scale.most)
        }
    };
    scale.items.iter().enumerate().map(|(position, item)| of(position, *item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_range_keeps_its_answers_where_they_are() {
        let answers = [Some(12.0), Some(4_000.0), Some(4_000.0), None];
        let found = distribution(0, &answers, 0.0, 10_000.0);
        assert_eq!(found.counts, [(0.0, 0), (12.0, 1), (4_000.0, 2), (9_999.0, 0), (10_000.0, 0)]);
        assert_eq!((found.n, found.missing, found.favourable), (3, 1, 0));
    }
}

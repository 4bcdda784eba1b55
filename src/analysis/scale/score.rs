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
    /// Items asked.
    pub asked: usize,
}

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
pub enum NoScore {
    /// No item was asked.
    NotAsked,
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

/// Computes a score from the answers to the scale's items, in their order, all of them asked.
///
/// # Missing values
/// The mean of the items answered stands for the others, when enough are answered (the half-scale
/// rule of the SF-36); a sum is that mean times the number of items.
pub fn score(scale: &Scale, answers: &[Option<f64>]) -> Result<Score, NoScore> {
    score_of_asked(scale, answers, scale.items.len())
}

/// Computes a score where `asked` of the items were asked.
///
/// # Missing values
/// As [`score`]; enough is counted over the items asked. A published key was made for all its items, and
/// counts over all of them.
pub fn score_of_asked(scale: &Scale, answers: &[Option<f64>], asked: usize) -> Result<Score, NoScore> {
    if asked == 0 {
        return Err(NoScore::NotAsked);
    }
    let values: Vec<f64> = answers
        .iter()
        .enumerate()
        .filter_map(|(position, answer)| {
            answer.filter(|value| value.is_finite()).map(|value| turned(scale, position, value))
        })
        .collect();
    let answered = values.len();
    if answered == 0 {
        return Err(NoScore::NoAnswer);
    }
    let items = scale.items.len();
    let needed = needed(scale, asked);
    if answered < needed {
        return Err(NoScore::TooFew { answered, needed });
    }
    let mean = values.iter().sum::<f64>() / answered as f64;
    let raw = scale.factor
        * match scale.combination {
            Combination::Mean => mean,
            Combination::Sum => mean * items as f64,
        };
    let (value, percent) = match (scale.table.first(), scale.table.last()) {
        (Some(first), Some(last)) => {
            let value = converted(&scale.table, raw);
            (value, 100.0 * (value - first.1) / (last.1 - first.1))
        }
        _ => (raw, 100.0 * (mean - scale.least) / (scale.most - scale.least)),
    };
    Ok(Score { value, percent, answered, asked })
}

/// Counts the items that must be answered where `asked` of them were asked.
pub fn needed(scale: &Scale, asked: usize) -> usize {
    let items = if scale.key.is_some() { scale.items.len() } else { asked };
    (1..=items).find(|count| *count as f64 >= scale.answered * items as f64 - 1e-9).unwrap_or(items)
}

/// Reads a raw value in a scale's table, between two lines on the straight line that joins them: a sum
/// in which unanswered items count at the mean need not be whole.
fn converted(table: &[(f64, f64)], raw: f64) -> f64 {
    let above = table.partition_point(|(known, _)| *known < raw);
    match (above.checked_sub(1).and_then(|below| table.get(below)), table.get(above)) {
        (Some((x, y)), Some((u, v))) => y + (v - y) * (raw - x) / (u - x),
        (Some((_, y)), None) | (None, Some((_, y))) => *y,
        (None, None) => raw,
    }
}

/// Respondents by band of their score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BandCount {
    /// The band: an index into the scale's bands.
    pub band: usize,
    /// Respondents in it.
    pub count: u64,
}

/// Counts the respondents of each band; a score below the first band is in none.
pub fn count_bands(scale: &Scale, scores: &[Result<Score, NoScore>]) -> Vec<BandCount> {
    let of = |score: &Result<Score, NoScore>| scale.band(score.as_ref().ok()?.value);
    let count = |band: usize| scores.iter().filter(|score| of(score) == Some(band)).count() as u64;
    (0..scale.bands.len()).map(|band| BandCount { band, count: count(band) }).collect()
}

/// Computes the score of every respondent, in their order.
pub fn scores(scale: &Scale, questionnaire: &Questionnaire) -> Vec<Result<Score, NoScore>> {
    let columns: Vec<&str> = scale
        .items
        .iter()
        .filter_map(|item| questionnaire.definition.items.get(*item))
        .map(|item| item.column.as_str())
        .collect();
    let rows = questionnaire.values(&scale.items);
    rows.iter()
        .zip(&questionnaire.respondents)
        .map(|(answers, one)| {
            let closed = columns.iter().filter(|column| !one.was_asked(column)).count();
            score_of_asked(scale, answers, scale.items.len() - closed)
        })
        .collect()
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
            ..Scale::default()
        }
    }

    fn by_key(name: &str) -> Scale {
        let key = crate::domain::questionnaire::scale_key(name).expect("a key");
        Scale {
            items: (0..key.items).collect(),
            reversed: (1..=key.items).map(|item| key.reversed.contains(&item)).collect(),
            least: key.range.0,
            most: key.range.1,
            answered: key.answered,
            combination: key.combination,
            factor: key.factor,
            table: key.table.to_vec(),
            bands: key
                .bands
                .iter()
                .map(|(least, open, [fr, en])| crate::domain::questionnaire::Band {
                    least: *least,
                    open: *open,
                    title: Titles { fr: (*fr).to_owned(), en: (*en).to_owned() },
                })
                .collect(),
            ..Scale::default()
        }
    }

    #[test]
    fn published_keys_score_as_their_manuals_say() {
        let all = |name: &str, value: f64| {
            let scale = by_key(name);
            score(&scale, &vec![Some(value); scale.items.len()]).expect("answered").value
        };
        for (name, value, expected) in [
            // WHO-5: 0 to 100 by fours; 13 of 25 is 52.
            ("oms-5", 5.0, 100.0),
            ("oms-5", 0.0, 0.0),
            // Rosenberg: half of the items are reversed, so that saying 4 to all is the middle.
            ("rosenberg-fr", 4.0, 25.0),
            ("gse", 4.0, 40.0),
            ("wemwbs", 5.0, 70.0),
            ("swemwbs", 1.0, 7.0),
            ("swemwbs", 3.0, 19.25),
            ("swemwbs", 5.0, 35.0),
            ("wai-sr", 5.0, 60.0),
            ("auto-efficacite-courte", 2.0, 2.0),
        ] {
            assert!((all(name, value) - expected).abs() < 1e-9, "{name} {value}");
        }
        let who = by_key("oms-5");
        assert_eq!(
            [0.0, 28.0, 28.1, 50.0, 50.1, 100.0].map(|score| who.band(score)),
            [Some(0), Some(0), Some(1), Some(1), Some(2), Some(2),]
        );
        assert_eq!(
            score(&who, &[Some(1.0), None, Some(1.0), Some(1.0), Some(1.0)]),
            Err(NoScore::TooFew { answered: 4, needed: 5 })
        );
        let gse = by_key("gse");
        let mut answers = vec![Some(2.0); 10];
        answers[..3].fill(None);
        assert!((score(&gse, &answers).expect("seven of ten").value - 20.0).abs() < 1e-9);
        answers[3] = None;
        assert!(score(&gse, &answers).is_err());
    }

    #[test]
    fn bands_count_each_score_once() {
        let who = by_key("oms-5");
        let scores: Vec<_> =
            [0.0, 1.0, 2.0, 5.0].iter().map(|value| score(&who, &[Some(*value); 5])).collect();
        let counts: Vec<u64> = count_bands(&who, &scores).iter().map(|one| one.count).collect();
        assert_eq!(counts, [2, 1, 1]);
        assert_eq!(count_bands(&scale(2, &[], 1.0, 5.0), &scores), []);
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
        assert_eq!(score(&scale, &[Some(f64::NAN); 5]), Err(NoScore::NoAnswer));
    }

    #[test]
    fn items_not_asked_are_in_no_denominator() {
        let own = scale(6, &[], 1.0, 5.0);
        let answers = [Some(4.0), Some(2.0), None, None, None, None];
        assert_eq!(score(&own, &answers), Err(NoScore::TooFew { answered: 2, needed: 3 }));
        // Four of six asked: two answers are half of them.
        let found = score_of_asked(&own, &answers, 4).expect("enough of what was asked");
        assert_eq!((found.value, found.answered, found.asked), (3.0, 2, 4));
        assert_eq!(score_of_asked(&own, &[None; 6], 0), Err(NoScore::NotAsked));
        assert_eq!(score_of_asked(&own, &[None; 6], 2), Err(NoScore::NoAnswer));
        // A published key counts over all its items.
        let keyed = Scale { key: Some("k".to_owned()), ..own };
        assert_eq!(score_of_asked(&keyed, &answers, 4), Err(NoScore::TooFew { answered: 2, needed: 3 }));
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

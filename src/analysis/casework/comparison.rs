//! The families concerned beside the others.

use serde::Serialize;

use crate::analysis::statistics::difference::{cohen_h, standardised_proportion_difference};
use crate::analysis::statistics::interval::{Estimate, newcombe_difference};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// One group of one characteristic, in two sets of families.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupComparison {
    /// The group.
    pub group: String,
    /// Families concerned in it.
    pub concerned: u64,
    /// Other families in it.
    pub others: u64,
    /// Difference of the two shares, with its interval (Newcombe).
    #[serde(serialize_with = "undefined::serialize")]
    pub difference: Defined<Estimate>,
    /// Standardised difference (Austin); beyond 0.1 it is usually flagged.
    #[serde(serialize_with = "undefined::serialize")]
    pub standardised: Defined,
    /// Cohen's h.
    #[serde(serialize_with = "undefined::serialize")]
    pub cohen_h: Defined,
}

/// One characteristic in two sets of families.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Families concerned whose group is known.
    pub concerned: u64,
    /// Other families whose group is known.
    pub others: u64,
    /// Group by group, in the order given.
    pub groups: Vec<GroupComparison>,
    /// Half the sum of the absolute differences of shares, 0 to 1.
    #[serde(serialize_with = "undefined::serialize")]
    pub dissimilarity: Defined,
}

/// Compares the families concerned with the **other** families of a base that holds both.
///
/// `concerned` and `base` are counts by group, in the order to print; a group of one list alone
/// counts 0 in the other. The base minus the concerned is the complement: comparing a part with a
/// whole that contains it would draw the two together.
///
/// # Errors
/// [`Undefined::InvalidValue`] when the base holds fewer families of a group than the concerned:
/// it does not contain them.
pub fn compare(concerned: &[(String, u64)], base: &[(String, u64)]) -> Defined<Comparison> {
    let mut names: Vec<&String> = base.iter().map(|(group, _)| group).collect();
    for (group, _) in concerned {
        if !names.contains(&group) {
            names.push(group);
        }
    }
    let count = |list: &[(String, u64)], group: &String| -> u64 {
        list.iter().filter(|(known, _)| known == group).map(|(_, count)| count).sum()
    };
    let mut pairs = Vec::new();
    for group in names {
        let here = count(concerned, group);
        let others = count(base, group).checked_sub(here).ok_or(Undefined::InvalidValue)?;
        pairs.push((group, here, others));
    }
    let here: u64 = pairs.iter().map(|(_, here, _)| here).sum();
    let others: u64 = pairs.iter().map(|(_, _, others)| others).sum();
    let share = |part: u64, whole: u64| part as f64 / whole as f64;
    let dissimilarity = if here == 0 || others == 0 {
        Err(Undefined::NoObservations)
    } else {
        let gaps = pairs.iter().map(|(_, a, b)| (share(*a, here) - share(*b, others)).abs());
        Ok(gaps.sum::<f64>() / 2.0)
    };
    let groups = pairs
        .into_iter()
        .map(|(group, a, b)| GroupComparison {
            group: group.clone(),
            concerned: a,
            others: b,
            difference: newcombe_difference((a, here), (b, others), 0.95),
            standardised: standardised_proportion_difference((a, here), (b, others)),
            cohen_h: cohen_h((a, here), (b, others)),
        })
        .collect();
    Ok(Comparison { concerned: here, others, groups, dissimilarity })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(list: &[(&str, u64)]) -> Vec<(String, u64)> {
        list.iter().map(|(group, count)| ((*group).to_owned(), *count)).collect()
    }

    #[test]
    fn the_part_is_compared_with_the_rest_of_the_whole() {
        let found =
            compare(&counts(&[("yes", 30), ("no", 70)]), &counts(&[("yes", 50), ("no", 250)])).expect("fits");
        assert_eq!((found.concerned, found.others), (100, 200));
        assert_eq!((found.groups[0].concerned, found.groups[0].others), (30, 20));
        let difference = found.groups[0].difference.expect("defined");
        assert!((difference.value - 0.2).abs() < 1e-12);
        assert!((found.dissimilarity.expect("defined") - 0.2).abs() < 1e-12);
        // Austin: (0.3 − 0.1) / √((0.21 + 0.09) / 2)
        assert!((found.groups[0].standardised.expect("defined") - 0.2 / 0.15_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn a_base_without_the_concerned_is_refused() {
        assert_eq!(compare(&counts(&[("a", 3)]), &counts(&[("a", 2)])), Err(Undefined::InvalidValue));
        assert_eq!(compare(&counts(&[("b", 1)]), &counts(&[("a", 2)])), Err(Undefined::InvalidValue));
        let none = compare(&[], &counts(&[("a", 2)])).expect("fits");
        assert!(none.dissimilarity.is_err() && none.groups[0].difference.is_err());
    }
}

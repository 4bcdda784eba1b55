//! Secondary attributes: what did not serve to group the cases, and may therefore be tested.
//!
//! A code that weighs on an axis built the groups: its value-test ranks, and a p of it would be
//! circular. What stands here are exact permutation tests of the rest, per attribute over all profiles and
//! per profile against the other cases.

use rand::seq::SliceRandom;
use serde::Serialize;

use super::v_test;
use crate::analysis::statistics::contingency::Table;
use crate::analysis::statistics::distribution::ln_choose;
use crate::analysis::statistics::exact_table::fisher_exact;
use crate::analysis::statistics::kruskal::kruskal_wallis;
use crate::analysis::statistics::multiplicity::{Adjustment, adjust};
use crate::analysis::statistics::permutation::{exact_kruskal, exact_mean_difference};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::analysis::typology::draw::{Step, stream};

/// Ways to part the cases in two that are all listed; beyond, they are drawn.
const MOST_WAYS: f64 = 200_000.0;
/// Assignments to all profiles that are all listed.
const MOST_ASSIGNMENTS: f64 = 1_000_000.0;
/// Permutations drawn where there are too many to list.
pub const DRAWS: u32 = 9_999;

/// The values of an attribute, in the order of the cases; none where it is not known.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Numbers.
    Numeric(Vec<Option<f64>>),
    /// Categories.
    Categorical(Vec<Option<String>>),
}

impl Values {
    /// Reads written values: numbers when every one is a number (`34`, `34,5`) and they are more than
    /// two different ones, else categories. Blank values are missing.
    pub fn read(written: &[Option<&str>]) -> Self {
        let present: Vec<Option<&str>> =
            written.iter().map(|value| value.map(str::trim).filter(|value| !value.is_empty())).collect();
        let numbers: Vec<Option<f64>> = present
            .iter()
            .map(|value| (*value)?.replace(',', ".").parse::<f64>().ok().filter(|value| value.is_finite()))
            .collect();
        let mut different: Vec<f64> = numbers.iter().flatten().copied().collect();
        different.sort_by(f64::total_cmp);
        different.dedup();
        let all = present.iter().zip(&numbers).all(|(text, number)| text.is_none() || number.is_some());
        if all && different.len() > 2 {
            Self::Numeric(numbers)
        } else {
            Self::Categorical(present.into_iter().map(|value| value.map(str::to_owned)).collect())
        }
    }

    fn present(&self) -> Vec<bool> {
        match self {
            Self::Numeric(values) => values.iter().map(Option::is_some).collect(),
            Self::Categorical(values) => values.iter().map(Option::is_some).collect(),
        }
    }
}

/// How a p was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "way")]
pub enum Way {
    /// All outcomes were listed.
    Exact,
    /// Permutations were drawn: p = (1 + those as extreme) ÷ (draws + 1).
    Drawn {
        /// How many.
        draws: u32,
        /// From which seed.
        seed: u64,
    },
}

/// One attribute over all profiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overall {
    /// Its identifier.
    pub attribute: String,
    /// `kruskal` for numbers (Kruskal–Wallis), `fisher` for categories (Freeman–Halton).
    pub test: &'static str,
    /// Cases with a value.
    pub n: usize,
    /// Cases without.
    pub missing: usize,
    /// p, both sides.
    #[serde(serialize_with = "undefined::serialize")]
    pub p: Defined,
    /// The same, adjusted over all attributes by Benjamini and Hochberg.
    #[serde(serialize_with = "undefined::serialize")]
    pub q: Defined,
    /// How p was found.
    pub way: Way,
}

/// An attribute, or one of its categories, in one profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trait {
    /// The attribute.
    pub attribute: String,
    /// The category; none for numbers.
    pub category: Option<String>,
    /// Cases of the profile with a value.
    pub n: usize,
    /// Cases of the profile without.
    pub missing: usize,
    /// Mean in the profile, or share of the category in it.
    #[serde(serialize_with = "undefined::serialize")]
    pub own: Defined,
    /// The same over all cases.
    #[serde(serialize_with = "undefined::serialize")]
    pub overall: Defined,
    /// Value-test; undefined where nothing varies.
    #[serde(serialize_with = "undefined::serialize")]
    pub v: Defined,
    /// p of the profile against the other cases, both sides, not adjusted.
    #[serde(serialize_with = "undefined::serialize")]
    pub p: Defined,
}

/// Tests every attribute over all profiles; the family of the adjustment is the list given.
pub fn overall(attributes: &[(String, Values)], labels: &[usize], seed: u64) -> Vec<Overall> {
    let mut all: Vec<Overall> = attributes
        .iter()
        .map(|(name, values)| {
            let n = values.present().iter().filter(|present| **present).count();
            let (test, (p, way)) = match values {
                Values::Numeric(values) => ("kruskal", kruskal(values, labels, seed)),
                Values::Categorical(values) => ("fisher", (cross(values, labels), Way::Exact)),
            };
            Overall { attribute: name.clone(), test, n, missing: labels.len() - n, p, q: p, way }
        })
        .collect();
    let family: Vec<Defined> = all.iter().map(|one| one.p).collect();
    for (one, q) in all.iter_mut().zip(adjust(&family, Adjustment::BenjaminiHochberg)) {
        one.q = q;
    }
    all
}

fn kruskal(values: &[Option<f64>], labels: &[usize], seed: u64) -> (Defined, Way) {
    let profiles = labels.iter().max().map_or(0, |last| last + 1);
    let mut groups = vec![Vec::new(); profiles];
    for (value, label) in values.iter().zip(labels) {
        groups[*label].extend(*value);
    }
    let ways = groups.iter().scan(0, |placed, group| {
        let size = group.len() as u64;
        *placed += size;
        Some(ln_choose(*placed, size))
    });
    if ways.sum::<f64>() <= MOST_ASSIGNMENTS.ln() {
        return (exact_kruskal(&groups).map(|test| test.p), Way::Exact);
    }
    let way = Way::Drawn { draws: DRAWS, seed };
    let observed = match kruskal_wallis(&groups) {
        Ok(test) => test.h,
        Err(reason) => return (Err(reason), way),
    };
    let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
    let mut all: Vec<f64> = groups.concat();
    let mut random = stream(seed, Step::Secondary);
    let mut reached = 0_u32;
    for _ in 0..DRAWS {
        all.shuffle(&mut random);
        let mut from = 0;
        let dealt: Vec<Vec<f64>> = sizes
            .iter()
            .map(|size| {
                from += size;
                all[from - size..from].to_vec()
            })
            .collect();
        let h = kruskal_wallis(&dealt).map_or(f64::NEG_INFINITY, |test| test.h);
        reached += u32::from(h >= observed - 1e-9);
    }
    (Ok(f64::from(1 + reached) / (f64::from(DRAWS) + 1.0)), way)
}

fn cross(values: &[Option<String>], labels: &[usize]) -> Defined {
    let names = categories(values);
    let profiles = labels.iter().max().map_or(0, |last| last + 1);
    let mut counts = vec![vec![0_u64; profiles]; names.len()];
    for (value, label) in values.iter().zip(labels) {
        if let Some(place) = value.as_ref().and_then(|value| names.iter().position(|name| *name == value)) {
            counts[place][*label] += 1;
        }
    }
    fisher_exact(&Table::new(&counts)?)
}

/// Lists the categories in the order of their text.
fn categories(values: &[Option<String>]) -> Vec<&String> {
    let mut names: Vec<&String> = values.iter().flatten().collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Describes one profile by every attribute: the most over-represented first, undefined ones last.
pub fn traits(attributes: &[(String, Values)], labels: &[usize], profile: usize, seed: u64) -> Vec<Trait> {
    let member: Vec<bool> = labels.iter().map(|label| *label == profile).collect();
    let mut all = Vec::new();
    for (name, values) in attributes {
        let own = |present: &[bool]| member.iter().zip(present).filter(|(own, here)| **own && **here).count();
        let n = own(&values.present());
        let missing = member.iter().filter(|own| **own).count() - n;
        match values {
            Values::Numeric(values) => all.push(Trait {
                attribute: name.clone(),
                category: None,
                n,
                missing,
                own: mean(values, |case| member[case]),
                overall: mean(values, |_| true),
                v: v_test::numeric(values, &member),
                p: mean_difference(values, &member, seed).0,
            }),
            Values::Categorical(values) => {
                for category in categories(values) {
                    let has: Vec<Option<bool>> =
                        values.iter().map(|value| value.as_ref().map(|value| value == category)).collect();
                    let shares: Vec<Option<f64>> =
                        has.iter().map(|has| has.map(|has| if has { 1.0 } else { 0.0 })).collect();
                    all.push(Trait {
                        attribute: name.clone(),
                        category: Some(category.clone()),
                        n,
                        missing,
                        own: mean(&shares, |case| member[case]),
                        overall: mean(&shares, |_| true),
                        v: v_test::categorical(&has, &member).map(|test| test.v),
                        p: presence(&has, &member),
                    });
                }
            }
        }
    }
    all.sort_by(|one, other| {
        let key = |one: &Trait| one.v.unwrap_or(f64::NEG_INFINITY);
        key(other)
            .total_cmp(&key(one))
            .then_with(|| one.attribute.cmp(&other.attribute))
            .then_with(|| one.category.cmp(&other.category))
    });
    all
}

/// Computes the two-sided p of Fisher of a category in a profile against the other cases. Missing values
/// are left out.
///
/// # Errors
/// Those of [`Table::new`]: nothing varies, or the profile holds every case or none.
pub fn presence(has: &[Option<bool>], member: &[bool]) -> Defined {
    let mut counts = vec![vec![0_u64; 2]; 2];
    for (has, member) in has.iter().zip(member) {
        if let Some(has) = has {
            counts[usize::from(!has)][usize::from(!member)] += 1;
        }
    }
    fisher_exact(&Table::new(&counts)?)
}

/// Computes the two-sided permutation p of the difference of means between a profile and the others.
///
/// Exact while the ways to part the cases are few, else over [`DRAWS`] permutations. Missing values are
/// left out.
///
/// # Errors
/// [`Undefined::SingleGroup`] when a side is empty, [`Undefined::ConstantValues`] when all are equal.
pub fn mean_difference(values: &[Option<f64>], member: &[bool], seed: u64) -> (Defined, Way) {
    let side = |inside: bool| -> Vec<f64> {
        values.iter().zip(member).filter(|(_, own)| **own == inside).filter_map(|(value, _)| *value).collect()
    };
    let (own, others) = (side(true), side(false));
    if own.is_empty() || others.is_empty() {
        return (Err(Undefined::SingleGroup), Way::Exact);
    }
    let all: Vec<f64> = own.iter().chain(&others).copied().collect();
    if all.windows(2).all(|pair| pair[0].total_cmp(&pair[1]).is_eq()) {
        return (Err(Undefined::ConstantValues), Way::Exact);
    }
    if ln_choose(all.len() as u64, own.len() as u64) <= MOST_WAYS.ln() {
        return (exact_mean_difference(&own, &others), Way::Exact);
    }
    let centre = all.iter().sum::<f64>() * own.len() as f64 / all.len() as f64;
    let scale: f64 = all.iter().map(|value| value.abs()).sum::<f64>().max(1.0);
    let observed = (own.iter().sum::<f64>() - centre).abs() - 1e-12 * scale;
    let mut random = stream(seed, Step::Secondary);
    let mut dealt = all;
    let mut reached = 0_u32;
    for _ in 0..DRAWS {
        let (first, _) = dealt.partial_shuffle(&mut random, own.len());
        reached += u32::from((first.iter().sum::<f64>() - centre).abs() >= observed);
    }
    (Ok(f64::from(1 + reached) / (f64::from(DRAWS) + 1.0)), Way::Drawn { draws: DRAWS, seed })
}

fn mean(values: &[Option<f64>], kept: impl Fn(usize) -> bool) -> Defined {
    let present: Vec<f64> =
        values.iter().enumerate().filter(|(case, _)| kept(*case)).filter_map(|(_, value)| *value).collect();
    if present.is_empty() {
        return Err(Undefined::NoObservations);
    }
    Ok(present.iter().sum::<f64>() / present.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_categories_are_told_apart() {
        let numbers = Values::read(&[Some("34"), Some(" 27,5"), None, Some("41")]);
        assert_eq!(numbers, Values::Numeric(vec![Some(34.0), Some(27.5), None, Some(41.0)]));
        let words = Values::read(&[Some("F"), Some("M"), Some(" ")]);
        assert_eq!(words, Values::Categorical(vec![Some("F".into()), Some("M".into()), None]));
        // Two numbers are a code, not a measure.
        assert!(matches!(Values::read(&[Some("1"), Some("2"), Some("1")]), Values::Categorical(_)));
        assert!(matches!(Values::read(&[None, None]), Values::Categorical(_)));
    }

    #[test]
    fn a_profile_apart_has_the_least_p_there_is() {
        // Three of six: 20 ways, both ends are as extreme.
        let ages = Values::Numeric([1.0, 2.0, 3.0, 7.0, 8.0, 9.0].map(Some).to_vec());
        let labels = [0, 0, 0, 1, 1, 1];
        let found = traits(&[("age".into(), ages.clone())], &labels, 0, 1);
        assert!((found[0].p.unwrap() - 0.1).abs() < 1e-12);
        assert_eq!((found[0].own, found[0].overall), (Ok(2.0), Ok(5.0)));
        let all = overall(&[("age".into(), ages)], &labels, 1);
        assert!((all[0].p.unwrap() - 0.1).abs() < 1e-12 && all[0].way == Way::Exact);
    }

    #[test]
    fn a_category_is_tested_by_fisher_both_ways() {
        let values = Values::Categorical(["a", "a", "a", "b", "b", "b"].map(|v| Some(v.into())).to_vec());
        let found = traits(&[("sex".into(), values)], &[0, 0, 0, 1, 1, 1], 0, 1);
        assert_eq!(found[0].category.as_deref(), Some("a"));
        assert!((found[0].p.unwrap() - 0.1).abs() < 1e-12 && (found[1].p.unwrap() - 0.1).abs() < 1e-12);
        assert!(found[0].v.unwrap() > 0.0 && found[1].v.unwrap() < 0.0);
    }

    #[test]
    fn what_does_not_vary_says_so() {
        let labels = [0, 0, 1, 1];
        let same = Values::Categorical(vec![Some("x".into()); 4]);
        let none = Values::Categorical(vec![None; 4]);
        let equal = Values::Numeric(vec![Some(3.0); 4]);
        let found =
            overall(&[("a".into(), same), ("b".into(), none), ("c".into(), equal.clone())], &labels, 1);
        assert_eq!(found[0].p, Err(Undefined::EmptyTable));
        assert_eq!(found[1].p, Err(Undefined::NoObservations));
        assert_eq!((found[2].p, found[1].missing), (Err(Undefined::ConstantValues), 4));
        let one = traits(&[("c".into(), equal)], &[0; 4], 0, 1);
        assert_eq!((one[0].v, one[0].p), (Err(Undefined::SingleGroup), Err(Undefined::SingleGroup)));
    }

    #[test]
    fn many_cases_are_permuted_at_random_with_their_seed() {
        let values: Vec<Option<f64>> = (0..40).map(|case| Some(f64::from(case % 7))).collect();
        let labels: Vec<usize> = (0..40).map(|case| case % 2).collect();
        let member: Vec<bool> = labels.iter().map(|label| *label == 0).collect();
        let (p, way) = mean_difference(&values, &member, 5);
        assert_eq!(way, Way::Drawn { draws: DRAWS, seed: 5 });
        assert_eq!(p, mean_difference(&values, &member, 5).0);
        assert!(p.unwrap() > 0.05);
        let all = overall(&[("x".into(), Values::Numeric(values))], &labels, 5);
        assert!(matches!(all[0].way, Way::Drawn { .. }) && all[0].p.unwrap() > 0.05);
    }
}

//! The value-test: how far a group stands from the whole, in standard deviations.

use crate::analysis::statistics::undefined::{Defined, Undefined};
use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Normal};

use crate::analysis::statistics::hypergeometric::Hypergeometric;

/// From where a value-test is listed. With a dozen cases it ranks and does not prove, and from the
/// usual 1.96 a profile near the mean would have no code at all.
pub const NOTABLE: f64 = 1.5;
/// How many codes of a profile are listed at most: those more intense, then those less.
pub const LISTED: (usize, usize) = (4, 3);

/// Compares the mean of a group with the mean of all.
///
/// v = (x̄q − x̄) ÷ √(s²/nq · (n − nq)/(n − 1)), s² divided by n. Missing values: left out of n and
/// of nq.
///
/// # Errors
/// [`Undefined::NoObservations`] without a value; [`Undefined::SingleGroup`] for an empty group or a group of
/// all cases; [`Undefined::ConstantValues`].
///
/// Source: Morineau 1984; Lebart, Morineau and Piron 1995. `FactoMineR` 2.7's `catdes` keeps missing
/// cases in n and nq and differs when there are some.
pub fn numeric(values: &[Option<f64>], member: &[bool]) -> Defined {
    let present: Vec<(f64, bool)> =
        values.iter().zip(member).filter_map(|(value, member)| Some(((*value)?, *member))).collect();
    let n = present.len() as f64;
    let own: Vec<f64> = present.iter().filter(|(_, member)| *member).map(|(value, _)| *value).collect();
    let size = own.len() as f64;
    if present.is_empty() {
        return Err(Undefined::NoObservations);
    }
    if own.is_empty() || own.len() == present.len() {
        return Err(Undefined::SingleGroup);
    }
    let mean = present.iter().map(|(value, _)| value).sum::<f64>() / n;
    let variance = present.iter().map(|(value, _)| (value - mean) * (value - mean)).sum::<f64>() / n;
    let own_mean = own.iter().sum::<f64>() / size;
    let largest = present.iter().fold(0.0_f64, |most, (value, _)| most.max(value.abs()));
    if variance.sqrt() <= largest * 1e-12 {
        return Err(Undefined::ConstantValues);
    }
    Ok((own_mean - mean) / (variance / size * (n - size) / (n - 1.0)).sqrt())
}

/// How much more often a category is met in a group.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Category {
    /// Signed standard normal equivalent of the two-sided mid-p; negative when the share in the
    /// group is at most the share overall.
    pub v: f64,
    /// Share of the group in the category, 0 to 1.
    pub in_group: f64,
    /// Share of the category in the group, 0 to 1.
    pub of_category: f64,
    /// Share of all in the category, 0 to 1.
    pub overall: f64,
}

/// Compares the share of a category in a group with its share overall: hypergeometric, two-sided
/// mid-p, p = min(2P(X<x) + P(x), 2P(X>x) + P(x)).
///
/// Missing values: `None` is left out.
///
/// # Errors
/// [`Undefined::NoObservations`] without a value; [`Undefined::NeverPresent`] and [`Undefined::AlwaysPresent`]
/// for a category met nowhere or everywhere; [`Undefined::SingleGroup`] for an empty group or a group of all
/// cases.
pub fn categorical(has: &[Option<bool>], member: &[bool]) -> Defined<Category> {
    let present: Vec<(bool, bool)> =
        has.iter().zip(member).filter_map(|(has, member)| Some(((*has)?, *member))).collect();
    let n = present.len();
    let with = present.iter().filter(|(has, _)| *has).count();
    let size = present.iter().filter(|(_, member)| *member).count();
    let both = present.iter().filter(|(has, member)| *has && *member).count();
    if n == 0 {
        return Err(Undefined::NoObservations);
    }
    if with == 0 {
        return Err(Undefined::NeverPresent);
    }
    if with == n {
        return Err(Undefined::AlwaysPresent);
    }
    if size == 0 || size == n {
        return Err(Undefined::SingleGroup);
    }
    let law = Hypergeometric::new(n as u64, with as u64, size as u64);
    let (below, here, above) = (law.below(both as u64), law.at(both as u64), law.above(both as u64));
    let p = (2.0 * below + here).min(2.0 * above + here).min(1.0);
    let in_group = both as f64 / size as f64;
    let overall = with as f64 / n as f64;
    // Compared as integers: equal shares must not differ by rounding.
    let sign = if both * n > with * size { 1.0 } else { -1.0 };
    let v = sign * Normal::standard().inverse_cdf(p / 2.0).abs();
    Ok(Category { v, in_group, of_category: both as f64 / with as f64, overall })
}

/// Returns the share of the variance that lies between groups, 0 to 1; undefined for a constant
/// variable. Missing values are left out.
pub fn eta_squared(values: &[Option<f64>], labels: &[usize]) -> Option<f64> {
    let present: Vec<(f64, usize)> =
        values.iter().zip(labels).filter_map(|(value, label)| Some(((*value)?, *label))).collect();
    let n = present.len() as f64;
    let mean = present.iter().map(|(value, _)| value).sum::<f64>() / n;
    let total: f64 = present.iter().map(|(value, _)| (value - mean) * (value - mean)).sum();
    let largest = present.iter().fold(0.0_f64, |most, (value, _)| most.max(value.abs()));
    if present.is_empty() || (total / n).sqrt() <= largest * 1e-12 {
        return None;
    }
    let groups = present.iter().map(|(_, label)| label + 1).max().unwrap_or(0);
    let between: f64 = (0..groups)
        .map(|group| {
            let own: Vec<f64> =
                present.iter().filter(|(_, label)| *label == group).map(|(value, _)| *value).collect();
            if own.is_empty() {
                return 0.0;
            }
            let gap = own.iter().sum::<f64>() / own.len() as f64 - mean;
            own.len() as f64 * gap * gap
        })
        .sum();
    Some(between / total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_is_undefined() {
        let member = [true, false, false];
        let constant = [Some(0.3), Some(0.1 + 0.2), Some(0.3)];
        assert_eq!(numeric(&constant, &member), Err(Undefined::ConstantValues));
        assert_eq!(numeric(&[Some(1.0), None, None], &member), Err(Undefined::SingleGroup));
        assert_eq!(numeric(&[None; 3], &member), Err(Undefined::NoObservations));
        assert_eq!(categorical(&[Some(true); 3], &member), Err(Undefined::AlwaysPresent));
        assert_eq!(categorical(&[Some(false); 3], &member), Err(Undefined::NeverPresent));
        assert_eq!(categorical(&[None; 3], &member), Err(Undefined::NoObservations));
        let own_only = [Some(true), None, None];
        assert_eq!(categorical(&own_only, &member), Err(Undefined::AlwaysPresent));
        assert_eq!(eta_squared(&[Some(2.0); 3], &[0, 1, 1]), None);
        assert_eq!(eta_squared(&[None; 3], &[0, 1, 1]), None);
    }

    #[test]
    fn equal_shares_take_the_minus_sign() {
        let has = [true, false, true, false].map(Some);
        let test = categorical(&has, &[true, true, false, false]).unwrap();
        assert!(test.v <= 0.0 && test.v.abs() < 1e-6);
    }
}

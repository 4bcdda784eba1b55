//! Units judged by coders.

use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Values that coders gave to units; every unit has one place a coder.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    coders: usize,
    units: Vec<Vec<Option<f64>>>,
}

impl Ratings {
    /// Takes units × coders; categories are any finite numbers.
    ///
    /// # Errors
    /// [`Undefined::LengthMismatch`] when units differ in length, [`Undefined::InvalidValue`] when a value is
    /// not finite.
    pub fn new(units: Vec<Vec<Option<f64>>>) -> Defined<Self> {
        let coders = units.first().map_or(0, Vec::len);
        if units.iter().any(|u| u.len() != coders) {
            return Err(Undefined::LengthMismatch);
        }
        if units.iter().flatten().flatten().any(|x| !x.is_finite()) {
            return Err(Undefined::InvalidValue);
        }
        Ok(Self { coders, units })
    }

    /// Takes presence (1) or absence (0) of one code, units × coders.
    ///
    /// # Errors
    /// Those of [`Ratings::new`].
    pub fn of_code(units: &[Vec<Option<bool>>]) -> Defined<Self> {
        let value = |present: &Option<bool>| present.map(|p| f64::from(u8::from(p)));
        Self::new(units.iter().map(|u| u.iter().map(value).collect()).collect())
    }

    /// Number of coders.
    #[must_use]
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// The units, each with one place a coder.
    #[must_use]
    pub fn units(&self) -> &[Vec<Option<f64>>] {
        &self.units
    }

    /// The distinct values in increasing order.
    #[must_use]
    pub fn categories(&self) -> Vec<f64> {
        let mut values: Vec<f64> = self.units.iter().flatten().flatten().map(|x| x + 0.0).collect();
        values.sort_by(f64::total_cmp);
        values.dedup_by(|a, b| a.total_cmp(b).is_eq());
        values
    }

    /// Number of units with two values or more.
    #[must_use]
    pub fn pairable_units(&self) -> usize {
        self.pairable().count()
    }

    /// Number of values in those units.
    #[must_use]
    pub fn pairable_values(&self) -> usize {
        self.pairable().map(|u| u.iter().flatten().count()).sum()
    }

    fn pairable(&self) -> impl Iterator<Item = &Vec<Option<f64>>> {
        self.units.iter().filter(|u| u.iter().flatten().count() >= 2)
    }

    /// The position of a value in [`Ratings::categories`].
    pub(super) fn position(categories: &[f64], value: f64) -> usize {
        categories.partition_point(|c| *c < value)
    }

    /// Two coders crossed: counts of units by category of the first and of the second.
    ///
    /// # Errors
    /// [`Undefined::NotTwoCoders`], [`Undefined::NoPairableUnit`].
    pub fn confusion(&self) -> Defined<Vec<Vec<u64>>> {
        if self.coders != 2 {
            return Err(Undefined::NotTwoCoders);
        }
        let categories = self.categories();
        let mut counts = vec![vec![0; categories.len()]; categories.len()];
        let mut both = 0;
        for unit in &self.units {
            if let [Some(a), Some(b)] = unit[..] {
                counts[Self::position(&categories, a)][Self::position(&categories, b)] += 1;
                both += 1;
            }
        }
        if both == 0 { Err(Undefined::NoPairableUnit) } else { Ok(counts) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_input_is_refused() {
        assert_eq!(Ratings::new(vec![vec![None], vec![None, None]]), Err(Undefined::LengthMismatch));
        assert_eq!(Ratings::new(vec![vec![Some(f64::NAN)]]), Err(Undefined::InvalidValue));
        assert!(Ratings::new(Vec::new()).is_ok_and(|r| r.categories().is_empty()));
    }

    #[test]
    fn minus_zero_is_zero() {
        assert!(Ratings::new(vec![vec![Some(0.0), Some(-0.0)]]).is_ok_and(|r| r.categories().len() == 1));
    }
}

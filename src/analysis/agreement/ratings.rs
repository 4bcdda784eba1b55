//! Units judged by coders.

use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Values that coders gave to units; every unit has one place a coder.
///
/// Units judged alike may stand as one row with their number: a stretch of a thousand characters
/// coded by nobody is one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    coders: usize,
    units: Vec<Vec<Option<f64>>>,
    counts: Vec<u64>,
}

impl Ratings {
    /// Takes units × coders; categories are any finite numbers.
    ///
    /// # Errors
    /// [`Undefined::LengthMismatch`] when units differ in length, [`Undefined::InvalidValue`] when a value is
    /// not finite.
    pub fn new(units: Vec<Vec<Option<f64>>>) -> Defined<Self> {
        Self::counted(units.into_iter().map(|unit| (unit, 1)))
    }

    /// Takes rows of units judged alike, each with the number of its units; rows of no unit are left out.
    ///
    /// # Errors
    /// Those of [`Ratings::new`].
    pub fn counted(rows: impl IntoIterator<Item = (Vec<Option<f64>>, u64)>) -> Defined<Self> {
        let (units, counts): (Vec<_>, Vec<_>) = rows.into_iter().filter(|(_, count)| *count > 0).unzip();
        let coders = units.first().map_or(0, Vec::len);
        if units.iter().any(|u| u.len() != coders) {
            return Err(Undefined::LengthMismatch);
        }
        if units.iter().flatten().flatten().any(|x| !x.is_finite()) {
            return Err(Undefined::InvalidValue);
        }
        Ok(Self { coders, units, counts })
    }

    /// Takes presence (1) or absence (0) of one code, units × coders.
    ///
    /// # Errors
    /// Those of [`Ratings::new`].
    pub fn of_code(units: &[Vec<Option<bool>>]) -> Defined<Self> {
        Self::new(units.iter().map(|u| presence(u)).collect())
    }

    /// Number of coders.
    #[must_use]
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// Number of units.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The rows, each with one place a coder and the number of its units.
    pub fn rows(&self) -> impl Iterator<Item = (&[Option<f64>], u64)> {
        self.units.iter().map(Vec::as_slice).zip(self.counts.iter().copied())
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
    pub fn pairable_units(&self) -> u64 {
        self.pairable().map(|(_, count)| count).sum()
    }

    /// Number of values in those units.
    #[must_use]
    pub fn pairable_values(&self) -> u64 {
        self.pairable().map(|(unit, count)| unit.iter().flatten().count() as u64 * count).sum()
    }

    /// Number of those values that are not 0.
    #[must_use]
    pub fn pairable_present(&self) -> u64 {
        let present = |unit: &[Option<f64>]| unit.iter().flatten().filter(|x| x.abs() > 0.0).count() as u64;
        self.pairable().map(|(unit, count)| present(unit) * count).sum()
    }

    fn pairable(&self) -> impl Iterator<Item = (&[Option<f64>], u64)> {
        self.rows().filter(|(unit, _)| unit.iter().flatten().count() >= 2)
    }

    /// The position of a value in [`Ratings::categories`].
    pub(super) fn position(categories: &[f64], value: f64) -> usize {
        categories.partition_point(|c| *c < value)
    }

    /// Two coders crossed: counts of units by category of the first and of the second.
    ///
    /// # Errors
    /// [`Undefined::NoPairableUnit`], first of all without a unit; [`Undefined::NotTwoCoders`].
    pub fn confusion(&self) -> Defined<Vec<Vec<u64>>> {
        if self.count() == 0 {
            return Err(Undefined::NoPairableUnit);
        }
        if self.coders != 2 {
            return Err(Undefined::NotTwoCoders);
        }
        let categories = self.categories();
        let mut counts = vec![vec![0; categories.len()]; categories.len()];
        let mut both = 0;
        for (unit, count) in self.rows() {
            if let [Some(a), Some(b)] = unit[..] {
                counts[Self::position(&categories, a)][Self::position(&categories, b)] += count;
                both += count;
            }
        }
        if both == 0 { Err(Undefined::NoPairableUnit) } else { Ok(counts) }
    }
}

/// Writes presence as 1 and absence as 0.
pub(super) fn presence(unit: &[Option<bool>]) -> Vec<Option<f64>> {
    unit.iter().map(|present| present.map(|p| f64::from(u8::from(p)))).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
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

    #[test]
    fn a_row_stands_for_its_units() {
        let row = |a, b, count| (vec![Some(a), b], count);
        let ratings =
            Ratings::counted([row(0.0, Some(0.0), 5), row(1.0, None, 3), row(9.0, Some(0.0), 0)]).unwrap();
        assert_eq!((ratings.count(), ratings.pairable_units(), ratings.pairable_values()), (8, 5, 10));
        assert_eq!(ratings.pairable_present(), 0);
        assert_eq!(ratings.categories(), [0.0, 1.0], "a row without units says nothing");
    }
}

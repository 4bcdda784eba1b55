//! Krippendorff's alpha: any number of coders, missing values, four levels of measure.
//!
//! Coincidences add up over units, so that a bootstrap of interviews adds matrices instead of
//! going through the units again.

use super::ratings::Ratings;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use serde::Serialize;

/// What distance between categories means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Equal or not.
    #[default]
    Nominal,
    /// By the number of values between, so that it depends on the data.
    Ordinal,
    /// By the difference.
    Interval,
    /// By the difference over the sum.
    Ratio,
}

/// How often categories meet on the same unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Coincidences {
    categories: Vec<f64>,
    counts: Vec<f64>,
}

impl Coincidences {
    /// No coincidence yet between these categories, in increasing order.
    #[must_use]
    pub fn empty(categories: &[f64]) -> Self {
        let size = categories.len();
        Self { categories: categories.to_vec(), counts: vec![0.0; size * size] }
    }

    /// The coincidences of all units.
    #[must_use]
    pub fn of(ratings: &Ratings) -> Self {
        let mut all = Self::empty(&ratings.categories());
        for (unit, count) in ratings.rows() {
            all.add_units(unit, count);
        }
        all
    }

    /// Adds the pairs of one unit, each weighted 1 / (values of the unit − 1); a unit of one value adds nothing.
    ///
    /// The values must be among the categories.
    pub fn add_unit(&mut self, unit: &[Option<f64>]) {
        self.add_units(unit, 1);
    }

    /// Adds as many units judged alike, as [`Coincidences::add_unit`] does one.
    pub fn add_units(&mut self, unit: &[Option<f64>], count: u64) {
        let size = self.categories.len();
        let places: Vec<usize> =
            unit.iter().flatten().map(|&x| Ratings::position(&self.categories, x)).collect();
        if places.len() < 2 {
            return;
        }
        let weight = count as f64 / (places.len() as f64 - 1.0);
        for (i, &a) in places.iter().enumerate() {
            for (j, &b) in places.iter().enumerate() {
                if i != j {
                    self.counts[a * size + b] += weight;
                }
            }
        }
    }

    /// Adds another matrix on the same categories.
    pub fn add(&mut self, other: &Self) {
        for (a, b) in self.counts.iter_mut().zip(&other.counts) {
            *a += b;
        }
    }

    /// Forgets all coincidences.
    pub fn clear(&mut self) {
        self.counts.fill(0.0);
    }

    /// Computes alpha.
    ///
    /// # Errors
    /// [`Undefined::NoPairableUnit`] when no unit has two values; [`Undefined::SingleCategory`] when all
    /// pairable values are equal (R's `irr` prints 1 there).
    ///
    /// Source: Krippendorff (2011), "Computing Krippendorff's alpha-reliability".
    pub fn alpha(&self, level: Level) -> Defined {
        let size = self.categories.len();
        let totals: Vec<f64> = self.counts.chunks(size.max(1)).map(|row| row.iter().sum()).collect();
        let n: f64 = totals.iter().sum();
        if n < 2.0 {
            return Err(Undefined::NoPairableUnit);
        }
        let (mut observed, mut expected) = (0.0, 0.0);
        for c in 0..size {
            for k in 0..size {
                let distance = self.distance(c, k, &totals, level);
                observed += self.counts[c * size + k] * distance;
                expected += totals[c] * totals[k] * distance;
            }
        }
        if expected <= 0.0 {
            return Err(Undefined::SingleCategory);
        }
        Ok(1.0 - (n - 1.0) * observed / expected)
    }

    fn distance(&self, c: usize, k: usize, totals: &[f64], level: Level) -> f64 {
        if c == k {
            return 0.0;
        }
        let (a, b) = (self.categories[c], self.categories[k]);
        match level {
            Level::Nominal => 1.0,
            Level::Ordinal => {
                let between: f64 = totals[c.min(k)..=c.max(k)].iter().sum();
                let steps = between - f64::midpoint(totals[c], totals[k]);
                steps * steps
            }
            Level::Interval => (a - b) * (a - b),
            Level::Ratio => {
                let sum = a + b;
                if sum.abs() < f64::MIN_POSITIVE { 0.0 } else { (a - b) * (a - b) / (sum * sum) }
            }
        }
    }
}

/// Computes Krippendorff's alpha of all units.
///
/// # Errors
/// Those of [`Coincidences::alpha`].
pub fn alpha(ratings: &Ratings, level: Level) -> Defined {
    Coincidences::of(ratings).alpha(level)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratings(units: &[&[i32]]) -> Ratings {
        let value = |x: &i32| (*x >= 0).then(|| f64::from(*x));
        Ratings::new(units.iter().map(|u| u.iter().map(value).collect()).collect()).unwrap()
    }

    #[test]
    fn one_category_is_undefined_not_one() {
        assert_eq!(alpha(&ratings(&[&[1, 1], &[1, 1]]), Level::Nominal), Err(Undefined::SingleCategory));
        assert_eq!(alpha(&ratings(&[&[1, -1], &[-1, 0]]), Level::Nominal), Err(Undefined::NoPairableUnit));
        assert_eq!(alpha(&ratings(&[]), Level::Nominal), Err(Undefined::NoPairableUnit));
    }

    proptest! {
        #[test]
        fn coders_who_copy_each_other_agree_wholly(
            values in prop::collection::vec(prop::option::weighted(0.8, 0_i32..4), 2..20),
            coders in 2_usize..5,
        ) {
            let units = values.iter().map(|x| vec![x.map(f64::from); coders]).collect();
            let found = alpha(&Ratings::new(units).unwrap(), Level::Nominal);
            let mut given: Vec<i32> = values.into_iter().flatten().collect();
            given.sort_unstable();
            given.dedup();
            match given.len() {
                0 => prop_assert_eq!(found, Err(Undefined::NoPairableUnit)),
                1 => prop_assert_eq!(found, Err(Undefined::SingleCategory)),
                _ => prop_assert!((found.unwrap() - 1.0).abs() < 1e-12),
            }
        }

        #[test]
        fn nominal_alpha_ignores_order_and_names(
            units in prop::collection::vec(prop::collection::vec(-1_i32..4, 3), 2..20),
        ) {
            let of = |units: &[Vec<i32>]| {
                alpha(&ratings(&units.iter().map(Vec::as_slice).collect::<Vec<_>>()), Level::Nominal)
            };
            let mut turned: Vec<Vec<i32>> = units.iter().rev().cloned().collect();
            for unit in &mut turned {
                unit.reverse();
                for x in unit.iter_mut().filter(|x| **x >= 0) {
                    *x = 3 - *x;
                }
            }
            match (of(&units), of(&turned)) {
                (Ok(a), Ok(b)) => prop_assert!((a - b).abs() < 1e-9 && a <= 1.0 + 1e-12),
                (a, b) => prop_assert_eq!(a, b),
            }
        }
    }
}

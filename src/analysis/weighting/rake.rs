//! Raking: weights whose margins are those of the population.
//!
//! Persons alike on every variable share a cell and a weight, so that the weights do not depend on
//! the order of the persons.

use std::collections::BTreeMap;

use serde::Serialize;

use super::target::{Refused, Variable, check};
use crate::analysis::statistics::linear::solve;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Between which weights a weight may lie, as multiples of the mean weight.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bounds {
    /// Least.
    pub least: f64,
    /// Greatest.
    pub most: f64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { least: 0.3, most: 3.0 }
    }
}

/// How weights are fitted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Fitting {
    /// Gap of every margin under which the passes end, as a share of the population.
    pub gap: f64,
    /// Passes after which the fitting is given up.
    pub passes: u32,
    /// Bounds to which weights are trimmed; none: as they come.
    pub bounds: Option<Bounds>,
    /// Rounds of trimming and raking again.
    pub rounds: u32,
}

impl Default for Fitting {
    fn default() -> Self {
        Self { gap: 1e-10, passes: 10_000, bounds: Some(Bounds::default()), rounds: 50 }
    }
}

/// The weights of a sample.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Raked {
    /// One a person; they sum to the population.
    pub weights: Vec<f64>,
    /// Size of the population.
    pub population: f64,
    /// Passes over all margins.
    pub passes: u32,
    /// Largest gap left between a margin and its target, as a share of the population.
    pub gap: f64,
    /// Persons whose weight was trimmed at least once.
    pub trimmed: usize,
    /// Persons whose weight lies beyond the bounds all the same, because the margins ask for it.
    pub beyond: usize,
    /// Bounds used.
    pub bounds: Option<Bounds>,
}

/// A cell stands at a bound when it is no nearer to it than rounding.
const AT_BOUND: f64 = 1e-9;

/// Rakes a sample to margins by iterative proportional fitting, from equal weights.
///
/// With bounds, weights beyond them are brought to them and the sample is raked again, until none
/// lies beyond; margins win over bounds when both cannot hold, and `beyond` says for how many.
///
/// # Missing values
/// Persons without a category are to be left out before, and counted by the caller.
///
/// # Errors
/// See [`Refused`]: each names the variable and the category.
///
/// Source: Deming and Stephan (1940); Ireland and Kullback (1968). Same weights as R's
/// `survey::rake`, whose default stops at a change of 1 person (`epsilon = 1`).
pub fn rake(variables: &[Variable], fitting: Fitting) -> Result<Raked, Refused> {
    let population = check(variables)?;
    let persons = variables[0].sample.len();
    let mut cells: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for person in 0..persons {
        let key = variables.iter().map(|variable| variable.sample[person]).collect();
        cells.entry(key).or_default().push(person);
    }
    let cells: Vec<(Vec<usize>, Vec<usize>)> = cells.into_iter().collect();
    let mean = population / persons as f64;
    let mut weights = vec![mean; cells.len()];
    let (mut passes, mut gap) = fit(variables, &cells, &mut weights, population, fitting)?;
    let mut trimmed = vec![false; cells.len()];
    let mut beyond = vec![false; cells.len()];
    if let Some(bounds) = fitting.bounds {
        let (least, most) = (bounds.least * mean, bounds.most * mean);
        let is_beyond = |weight: f64| weight < least * (1.0 - AT_BOUND) || weight > most * (1.0 + AT_BOUND);
        for _ in 0..fitting.rounds {
            if !weights.iter().any(|weight| is_beyond(*weight)) {
                break;
            }
            for (weight, trimmed) in weights.iter_mut().zip(&mut trimmed) {
                *trimmed |= is_beyond(*weight);
                *weight = weight.clamp(least, most);
            }
            let (more, left) = fit(variables, &cells, &mut weights, population, fitting)?;
            passes += more;
            gap = left;
        }
        for (beyond, weight) in beyond.iter_mut().zip(&weights) {
            *beyond = is_beyond(*weight);
        }
    }
    let count = |flags: &[bool]| {
        cells.iter().zip(flags).filter(|(_, flag)| **flag).map(|((_, persons), _)| persons.len()).sum()
    };
    let mut by_person = vec![0.0; persons];
    for ((_, persons), weight) in cells.iter().zip(&weights) {
        for &person in persons {
            by_person[person] = *weight;
        }
    }
    Ok(Raked {
        weights: by_person,
        population,
        passes,
        gap,
        trimmed: count(&trimmed),
        beyond: count(&beyond),
        bounds: fitting.bounds,
    })
}

/// Passes over the margins until each is met; returns the passes and the gap left.
fn fit(
    variables: &[Variable],
    cells: &[(Vec<usize>, Vec<usize>)],
    weights: &mut [f64],
    population: f64,
    fitting: Fitting,
) -> Result<(u32, f64), Refused> {
    let sums = |at: usize, variable: &Variable, weights: &[f64]| {
        let mut sums = vec![0.0; variable.categories.len()];
        for ((key, persons), weight) in cells.iter().zip(weights) {
            sums[key[at]] += weight * persons.len() as f64;
        }
        sums
    };
    let mut gap = f64::INFINITY;
    for pass in 1..=fitting.passes {
        for (at, variable) in variables.iter().enumerate() {
            let sums = sums(at, variable, weights);
            for ((key, _), weight) in cells.iter().zip(weights.iter_mut()) {
                *weight *= variable.categories[key[at]].1 / sums[key[at]];
            }
        }
        gap = 0.0;
        for (at, variable) in variables.iter().enumerate() {
            for (sum, (_, target)) in sums(at, variable, weights).iter().zip(&variable.categories) {
                gap = gap.max((sum - target).abs() / population);
            }
        }
        if gap < fitting.gap {
            return Ok((pass, gap));
        }
    }
    Err(Refused::NotSettled { passes: fitting.passes, gap })
}

/// Computes the weights of linear calibration (generalised regression) to the same margins, to set
/// beside raking: they may be negative.
///
/// # Errors
/// [`Undefined::InvalidValue`] when raking would be refused, [`Undefined::ConstantValues`] when the
/// margins repeat each other.
///
/// Source: Deville and Särndal (1992), linear distance.
pub fn calibrate_linear(variables: &[Variable]) -> Defined<Vec<f64>> {
    let population = check(variables).map_err(|_| Undefined::InvalidValue)?;
    let persons = variables[0].sample.len();
    let start = population / persons as f64;
    // An intercept, then every category but the first of each variable.
    let mut columns: Vec<(Option<(usize, usize)>, f64)> = vec![(None, population)];
    for (at, variable) in variables.iter().enumerate() {
        for (category, (_, count)) in variable.categories.iter().enumerate().skip(1) {
            if *count > 0.0 {
                columns.push((Some((at, category)), *count));
            }
        }
    }
    let holds = |column: &Option<(usize, usize)>, person: usize| {
        column.is_none_or(|(at, category)| variables[at].sample[person] == category)
    };
    let width = columns.len();
    let mut matrix = vec![vec![0.0; width]; width];
    let mut right: Vec<f64> = columns.iter().map(|(_, target)| *target).collect();
    for person in 0..persons {
        let held: Vec<usize> = (0..width).filter(|&j| holds(&columns[j].0, person)).collect();
        for &j in &held {
            right[j] -= start;
            for &l in &held {
                matrix[j][l] += start;
            }
        }
    }
    let factors = solve(matrix, right)?;
    let weight = |person: usize| {
        let shift: f64 = (0..width).filter(|&j| holds(&columns[j].0, person)).map(|j| factors[j]).sum();
        start * (1.0 + shift)
    };
    Ok((0..persons).map(weight).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn variable(name: &str, counts: &[f64], sample: &[usize]) -> Variable {
        let categories = counts.iter().enumerate().map(|(i, c)| (format!("{name}{i}"), *c)).collect();
        Variable { name: name.to_owned(), categories, sample: sample.to_vec() }
    }

    /// Deming and Stephan's way on four cells, worked by hand: rows 60/40, columns 30/70.
    #[test]
    fn independent_cells_are_fitted_in_one_pass() {
        let rows = variable("r", &[60.0, 40.0], &[0, 0, 1, 1]);
        let columns = variable("c", &[30.0, 70.0], &[0, 1, 0, 1]);
        let found = rake(&[rows, columns], Fitting::default()).unwrap();
        for (weight, expected) in found.weights.iter().zip([18.0, 42.0, 12.0, 28.0]) {
            assert!((weight - expected).abs() < 1e-9);
        }
        assert_eq!((found.passes, found.trimmed, found.beyond), (1, 0, 0));
    }

    #[test]
    fn refusals_name_what_is_wrong() {
        let absent = variable("sex", &[60.0, 40.0], &[0, 0, 0]);
        assert_eq!(
            rake(&[absent], Fitting::default()),
            Err(Refused::EmptyCategory { variable: "sex".into(), category: "sex1".into() })
        );
        let extra = variable("sex", &[100.0, 0.0], &[0, 1]);
        assert!(matches!(rake(&[extra], Fitting::default()), Err(Refused::UnknownCategory { .. })));
        let unknown = Variable::new("sex", vec![("F".into(), 4.0)], &["M".into()]);
        assert_eq!(unknown, Err(Refused::UnknownCategory { variable: "sex".into(), category: "M".into() }));
        let nan = variable("sex", &[f64::NAN, 40.0], &[0, 1]);
        assert!(matches!(rake(&[nan], Fitting::default()), Err(Refused::InvalidCount { .. })));
        assert_eq!(rake(&[], Fitting::default()), Err(Refused::NoMargin));
        assert_eq!(rake(&[variable("a", &[], &[])], Fitting::default()), Err(Refused::NoRespondent));
        let (one, two) = (variable("a", &[5.0, 5.0], &[0, 1]), variable("b", &[5.0, 6.0], &[0, 1]));
        assert!(matches!(
            rake(&[one.clone(), two.clone()], Fitting::default()),
            Err(Refused::InconsistentTotals { .. })
        ));
        assert!(matches!(
            rake(&[one.clone(), two.brought_to(10.0)], Fitting::default()),
            // Each person is alone in both: a weight cannot be 5 and 4.5.
            Err(Refused::NotSettled { .. })
        ));
        let short = variable("b", &[5.0, 5.0], &[0]);
        assert!(matches!(rake(&[one, short], Fitting::default()), Err(Refused::LengthMismatch { .. })));
    }

    #[test]
    fn heavy_weights_are_trimmed_while_the_margins_stay() {
        // Two persons of a rare pair would weigh five times the mean.
        let mut a = vec![0; 40];
        let mut b = vec![0; 40];
        a[..20].fill(1);
        b[18..].fill(1);
        let (a, b) = (variable("a", &[500.0, 500.0], &a), variable("b", &[350.0, 650.0], &b));
        let free = Fitting { bounds: None, ..Fitting::default() };
        let tight = Fitting { bounds: Some(Bounds { least: 0.5, most: 2.0 }), ..Fitting::default() };
        let (free, tight) = (rake(&[a.clone(), b.clone()], free).unwrap(), rake(&[a, b], tight).unwrap());
        assert!(free.weights.iter().any(|w| *w > 50.0));
        assert!(tight.trimmed >= 2 && tight.gap < 1e-10);
        let sum: f64 = tight.weights[..20].iter().sum();
        assert!((sum - 500.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn margins_are_met_and_order_does_not_count(
            sample in prop::collection::vec((0_usize..2, 0_usize..3), 12..60),
            shift in 0_usize..50,
        ) {
            let (a, b): (Vec<usize>, Vec<usize>) = sample.iter().copied().unzip();
            let full = (0..2).all(|i| (0..3).all(|j| sample.contains(&(i, j))));
            prop_assume!(full);
            let make = |a: &[usize], b: &[usize]| [
                variable("a", &[700.0, 300.0], a), variable("b", &[200.0, 500.0, 300.0], b),
            ];
            let free = Fitting { bounds: None, ..Fitting::default() };
            let found = rake(&make(&a, &b), free).unwrap();
            let sum: f64 = found.weights.iter().sum();
            prop_assert!((sum - 1000.0).abs() < 1e-6);
            let (mut c, mut d) = (a.clone(), b.clone());
            let turn = shift % a.len();
            c.rotate_left(turn);
            d.rotate_left(turn);
            let turned = rake(&make(&c, &d), free).unwrap();
            let mut back = turned.weights;
            back.rotate_right(turn);
            prop_assert_eq!(&back, &found.weights);
            // Raking keeps the odds ratios of the sample: weights are products of one factor a category.
            let weight = |i: usize, j: usize| {
                found.weights[sample.iter().position(|one| *one == (i, j)).unwrap()]
            };
            let cross = weight(0, 0) * weight(1, 1) / (weight(0, 1) * weight(1, 0));
            prop_assert!((cross - 1.0).abs() < 1e-6);
        }
    }
}

//! The least cost of moving some amounts so that every sum still holds: a linear programme.
//!
//! Bounded variables, dense rows, Bland's rule: slow on large programmes and sure to end, which is what
//! tables of a report want. The same programme gives the same answer on every machine.
//!
//! Source: Dantzig (1963), *Linear Programming and Extensions*, chapters 5 and 18; Bland (1977),
//! Mathematics of Operations Research 2, 103-107.

/// What is closer to zero than this is zero: coefficients are −1, 0 and 1, amounts are counts.
const NEAR: f64 = 1e-7;

/// Minimise `cost · x` under `rows · x = sums`, each `x` from 0 to its bound (none: unbounded).
pub(super) struct Programme {
    pub(super) rows: Vec<Vec<f64>>,
    pub(super) sums: Vec<f64>,
    pub(super) costs: Vec<f64>,
    pub(super) bounds: Vec<Option<f64>>,
}

impl Programme {
    /// Finds a cheapest answer; none when nothing satisfies the rows.
    pub(super) fn solve(&self) -> Option<Vec<f64>> {
        let mut tableau = Tableau::new(self);
        while let Some(column) = tableau.entering() {
            if !tableau.enter(column) {
                // Costs are not negative, so that nothing pays without end.
                break;
            }
        }
        tableau.answer()
    }
}

struct Tableau {
    /// Variables asked for; those after them, one a row, only serve to begin.
    asked: usize,
    rows: Vec<Vec<f64>>,
    /// Value of the basic variable of each row.
    values: Vec<f64>,
    basis: Vec<usize>,
    bounds: Vec<Option<f64>>,
    is_at_bound: Vec<bool>,
    /// Reduced costs: of what only serves to begin, then of the rest. The first come first.
    reduced: [Vec<f64>; 2],
}

impl Tableau {
    fn new(programme: &Programme) -> Self {
        let (asked, height) = (programme.costs.len(), programme.rows.len());
        let mut rows = Vec::with_capacity(height);
        let mut first = vec![0.0; asked + height];
        for (at, (row, sum)) in programme.rows.iter().zip(&programme.sums).enumerate() {
            let sign = if *sum < 0.0 { -1.0 } else { 1.0 };
            let mut line: Vec<f64> = row.iter().map(|value| value * sign).collect();
            line.extend((0..height).map(|other| if other == at { 1.0 } else { 0.0 }));
            for (reduced, value) in first.iter_mut().zip(line.iter().take(asked)) {
                *reduced -= value;
            }
            rows.push(line);
        }
        let mut costs = programme.costs.clone();
        costs.resize(asked + height, 0.0);
        let mut bounds = programme.bounds.clone();
        bounds.resize(asked + height, None);
        Self {
            asked,
            rows,
            values: programme.sums.iter().map(|sum| sum.abs()).collect(),
            basis: (asked..asked + height).collect(),
            is_at_bound: vec![false; asked + height],
            bounds,
            reduced: [first, costs],
        }
    }

    /// The first variable whose move pays.
    fn entering(&self) -> Option<usize> {
        (0..self.asked).filter(|column| !self.basis.contains(column)).find(|&column| {
            let pays = |cost: f64| if self.is_at_bound[column] { cost > NEAR } else { cost < -NEAR };
            let (first, second) = (self.reduced[0][column], self.reduced[1][column]);
            pays(first) || first.abs() <= NEAR && pays(second)
        })
    }

    /// Moves a variable as far as it can go; tells false when nothing stops it.
    fn enter(&mut self, column: usize) -> bool {
        let way = if self.is_at_bound[column] { -1.0 } else { 1.0 };
        let mut step = self.bounds[column];
        let mut leaving: Option<(usize, bool)> = None;
        for (at, row) in self.rows.iter().enumerate() {
            let change = -way * row[column];
            let room = if change < -NEAR {
                (self.values[at] / -change).max(0.0)
            } else if let (true, Some(bound)) = (change > NEAR, self.bounds[self.basis[at]]) {
                ((bound - self.values[at]) / change).max(0.0)
            } else {
                continue;
            };
            let is_nearer = step.is_none_or(|known| room < known - NEAR);
            let is_tied = step.is_some_and(|known| (room - known).abs() <= NEAR)
                && leaving.is_some_and(|(other, _)| self.basis[at] < self.basis[other]);
            if is_nearer || is_tied {
                step = Some(step.map_or(room, |known| known.min(room)));
                leaving = Some((at, change > 0.0));
            }
        }
        let Some(step) = step else { return false };
        for (row, value) in self.rows.iter().zip(&mut self.values) {
            *value -= way * row[column] * step;
        }
        match leaving {
            None => self.is_at_bound[column] = !self.is_at_bound[column],
            Some((at, to_bound)) => {
                let from = if self.is_at_bound[column] { self.bounds[column].unwrap_or(0.0) } else { 0.0 };
                self.is_at_bound[self.basis[at]] = to_bound;
                self.is_at_bound[column] = false;
                self.pivot(at, column);
                self.values[at] = from + way * step;
            }
        }
        true
    }

    fn pivot(&mut self, at: usize, column: usize) {
        let by = self.rows[at][column];
        self.rows[at].iter_mut().for_each(|value| *value /= by);
        let pivot = self.rows[at].clone();
        let take = |line: &mut Vec<f64>| {
            let factor = line[column];
            if factor != 0.0 {
                line.iter_mut().zip(&pivot).for_each(|(value, by)| *value -= factor * by);
                line[column] = 0.0;
            }
        };
        for (other, line) in self.rows.iter_mut().enumerate() {
            if other != at {
                take(line);
            }
        }
        self.reduced.iter_mut().for_each(take);
        self.basis[at] = column;
    }

    fn answer(&self) -> Option<Vec<f64>> {
        let mut found: Vec<f64> = (0..self.asked)
            .map(|at| if self.is_at_bound[at] { self.bounds[at].unwrap_or(0.0) } else { 0.0 })
            .collect();
        for (basic, value) in self.basis.iter().zip(&self.values) {
            match found.get_mut(*basic) {
                Some(known) => *known = *value,
                // What only served to begin has to be gone.
                None if value.abs() > 1e-5 => return None,
                None => {}
            }
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solve(rows: &[&[f64]], sums: &[f64], costs: &[f64], bounds: &[Option<f64>]) -> Option<Vec<f64>> {
        let rows = rows.iter().map(|row| row.to_vec()).collect();
        Programme { rows, sums: sums.to_vec(), costs: costs.to_vec(), bounds: bounds.to_vec() }.solve()
    }

    #[test]
    fn the_cheaper_way_goes_first_up_to_its_bound() {
        let found = solve(&[&[1.0, 1.0]], &[5.0], &[1.0, 2.0], &[Some(3.0), None]).expect("feasible");
        assert!((found[0] - 3.0).abs() < 1e-9 && (found[1] - 2.0).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn what_cannot_be_is_said() {
        assert_eq!(solve(&[&[1.0, 1.0]], &[5.0], &[1.0, 1.0], &[Some(2.0), Some(2.0)]), None);
        assert_eq!(solve(&[&[0.0]], &[1.0], &[1.0], &[None]), None);
        assert_eq!(solve(&[], &[], &[], &[]), Some(Vec::new()));
    }

    #[test]
    fn a_negative_sum_and_two_rows() {
        // x − y = −2, y + z = 5, y at most 3, z dear.
        let rows: [&[f64]; 2] = [&[1.0, -1.0, 0.0], &[0.0, 1.0, 1.0]];
        let found = solve(&rows, &[-2.0, 5.0], &[1.0, 0.0, 10.0], &[None, Some(3.0), None]);
        assert_eq!(found, Some(vec![1.0, 3.0, 2.0]));
    }
}

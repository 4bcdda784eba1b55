//! Logistic regression with a quadratic penalty: the weights of one code.
//!
//! Sums run in the order of the texts, and the search begins at what holds whatever a sentence says:
//! the same examples give the same weights.
//!
//! Source: le Cessie and van Houwelingen (1992), ridge estimators in logistic regression; Liu and
//! Nocedal (1989), limited-memory BFGS.

use std::ops::Neg;

use super::feature::{Design, NEIGHBOUR, Rows, neighbours};

/// Weight of the penalty: half of it times the sum of squared weights, the intercept apart.
pub const PENALTY: f64 = 1.0;
/// Sentences of which the loss is taken by one logarithm: 2 to this power is far from the largest number.
const FACTORS: usize = 64;
/// Steps that the search remembers.
const MEMORY: usize = 6;
/// Steps at most.
const STEPS: usize = 100;
/// The search ends when a step lowers the loss by less than this share.
const SETTLED: f64 = 1e-4;

/// What was learned of one code.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// By column of the design.
    pub weights: Vec<f64>,
    /// Added to every score.
    pub intercept: f64,
}

impl Learned {
    /// Learns from the interviews that `takes` lets through; `carries` is by sentence.
    pub fn from(design: &Design, carries: &[bool], takes: impl Fn(usize) -> bool) -> Self {
        let examples = Examples::gather(design, carries, takes);
        let mut found = Search::new(&examples).run();
        let intercept = found.pop().unwrap_or(0.0);
        let mut weights = vec![0.0; design.features.len()];
        for (column, weight) in examples.columns.iter().zip(found) {
            weights[*column] = weight;
        }
        Self { weights, intercept }
    }

    /// Scores a sentence, in log-odds; none when its own words do not speak for the code, whatever
    /// stands round it.
    pub fn score(&self, design: &Design, sentence: usize) -> Option<f64> {
        let own = count(design.own(sentence), &self.weights);
        if own <= 0.0 {
            return None;
        }
        let beside: f64 = design.neighbours(sentence).map(|one| count(design.own(one), &self.weights)).sum();
        let around = sum(design.around(design.turn[sentence]), &self.weights);
        Some(self.intercept + own + NEIGHBOUR * beside + around)
    }
}

fn count(row: &[usize], weights: &[f64]) -> f64 {
    row.iter().map(|column| weights[*column]).sum()
}

fn sum(row: &[(usize, f64)], weights: &[f64]) -> f64 {
    row.iter().map(|(column, value)| weights[*column] * value).sum()
}

/// The sentences to learn from, with the columns that one of them has.
struct Examples {
    /// Columns of the design.
    columns: Vec<usize>,
    own: Rows<usize>,
    around: Rows<(usize, f64)>,
    turn: Vec<usize>,
    carries: Vec<bool>,
}

impl Examples {
    fn gather(design: &Design, carries: &[bool], takes: impl Fn(usize) -> bool) -> Self {
        let interviews: Vec<usize> = (0..design.interviews.len()).filter(|one| takes(*one)).collect();
        let sentences = || interviews.iter().flat_map(|one| design.interviews[*one].clone());
        let mut is_seen = vec![false; design.features.len()];
        for sentence in sentences() {
            design.own(sentence).iter().for_each(|column| is_seen[*column] = true);
            design.around(design.turn[sentence]).iter().for_each(|(column, _)| is_seen[*column] = true);
        }
        let columns: Vec<usize> = (0..is_seen.len()).filter(|column| is_seen[*column]).collect();
        let mut place = vec![None; is_seen.len()];
        for (new, old) in columns.iter().enumerate() {
            place[*old] = Some(new);
        }
        let (mut own, mut around) = (Rows::default(), Rows::default());
        let (mut turn, mut carried) = (Vec::new(), Vec::new());
        let mut turns = 0;
        for interview in &interviews {
            let first = design.turns_of[*interview].start;
            for row in design.turns_of[*interview].clone() {
                around.push(
                    design.around(row).iter().filter_map(|(column, value)| Some((place[*column]?, *value))),
                );
            }
            for row in design.interviews[*interview].clone() {
                own.push(design.own(row).iter().filter_map(|column| place[*column]));
                turn.push(turns + design.turn[row] - first);
                carried.push(carries[row]);
            }
            turns += design.turns_of[*interview].len();
        }
        Self { columns, own, around, turn, carries: carried }
    }
}

/// A search for the least loss; the intercept stands after the weights.
struct Search<'a> {
    examples: &'a Examples,
    /// By sentence: what its own words say.
    own: Vec<f64>,
    /// By sentence: how the loss changes with its score.
    change: Vec<f64>,
    /// By turn: what stands round it says, then how the loss changes with it.
    around: Vec<f64>,
    /// By column, about how fast the slope changes: rare words and common ones need other steps.
    scale: Vec<f64>,
    /// Log-odds of a sentence that carries the code, whatever it says.
    odds: f64,
}

impl<'a> Search<'a> {
    fn new(examples: &'a Examples) -> Self {
        let columns = examples.columns.len();
        let mut scale = vec![0.0; columns + 1];
        let (mut with, mut all) = (0.0, 0.0);
        for (row, carries) in examples.carries.iter().enumerate() {
            all += 1.0;
            with += if *carries { 1.0 } else { 0.0 };
            for column in examples.own.row(row) {
                scale[*column] += 1.0;
            }
            for (column, value) in examples.around.row(examples.turn[row]) {
                scale[*column] += value * value;
            }
        }
        // Half a sentence either way keeps the odds finite where none or all carry the code.
        let share: f64 = (with + 0.5) / (all + 1.0);
        let doubt = share * (1.0 - share);
        for one in &mut scale {
            *one = PENALTY + doubt * *one;
        }
        scale[columns] = doubt * (all + 1.0);
        Self {
            own: vec![0.0; examples.turn.len()],
            change: vec![0.0; examples.turn.len()],
            around: vec![0.0; examples.around.len()],
            scale,
            odds: (share / (1.0 - share)).ln(),
            examples,
        }
    }

    /// Computes the loss at `weights` and its slope.
    fn loss(&mut self, weights: &[f64], slope: &mut [f64]) -> f64 {
        let Examples { columns, own, around, turn, carries } = self.examples;
        let last = columns.len();
        let mut loss = 0.0;
        for (slope, weight) in slope.iter_mut().zip(&weights[..last]) {
            *slope = PENALTY * weight;
            loss += 0.5 * PENALTY * weight * weight;
        }
        slope[last] = 0.0;
        for (row, said) in self.own.iter_mut().enumerate() {
            *said = count(own.row(row), weights);
        }
        for (row, said) in self.around.iter_mut().enumerate() {
            *said = sum(around.row(row), weights);
        }
        // The logarithm of a product once in a while, in the place of one a sentence.
        let (mut product, mut factors) = (1.0_f64, 0);
        for row in 0..turn.len() {
            let beside: f64 = neighbours(turn, row).map(|one| self.own[one]).sum();
            let score = weights[last] + self.own[row] + NEIGHBOUR * beside + self.around[turn[row]];
            let sign = if carries[row] { 1.0 } else { -1.0 };
            let odds = score.abs().neg().exp();
            let doubt = if sign * score > 0.0 { odds / (1.0 + odds) } else { 1.0 / (1.0 + odds) };
            loss += (sign * score).neg().max(0.0);
            product *= 1.0 + odds;
            factors += 1;
            if factors == FACTORS {
                loss += product.ln();
                (product, factors) = (1.0, 0);
            }
            self.change[row] = -sign * doubt;
            slope[last] -= sign * doubt;
        }
        self.around.fill(0.0);
        for row in 0..turn.len() {
            let beside: f64 = neighbours(turn, row).map(|one| self.change[one]).sum();
            let change = self.change[row] + NEIGHBOUR * beside;
            for column in own.row(row) {
                slope[*column] += change;
            }
            self.around[turn[row]] += self.change[row];
        }
        for (row, change) in self.around.iter().enumerate() {
            for (column, value) in around.row(row) {
                slope[*column] += change * value;
            }
        }
        loss + product.ln()
    }

    fn run(&mut self) -> Vec<f64> {
        let size = self.examples.columns.len() + 1;
        let mut at = vec![0.0; size];
        at[size - 1] = self.odds;
        let mut slope = vec![0.0; size];
        let mut loss = self.loss(&at, &mut slope);
        let (mut next, mut next_slope) = (vec![0.0; size], vec![0.0; size]);
        let mut memory: Vec<Step> = Vec::new();
        for _ in 0..STEPS {
            let way = direction(&slope, &memory, &self.scale);
            let fall = dot(&way, &slope);
            if fall <= 0.0 {
                break;
            }
            let mut length = 1.0;
            let next_loss = loop {
                for ((next, at), way) in next.iter_mut().zip(&at).zip(&way) {
                    *next = at - length * way;
                }
                let there = self.loss(&next, &mut next_slope);
                if there <= loss - 1e-4 * length * fall || length < 1e-6 {
                    break there;
                }
                length *= 0.5;
            };
            let moved: Vec<f64> = next.iter().zip(&at).map(|(to, from)| to - from).collect();
            let turned: Vec<f64> = next_slope.iter().zip(&slope).map(|(to, from)| to - from).collect();
            let bend = dot(&moved, &turned);
            if bend > 1e-12 {
                if memory.len() == MEMORY {
                    memory.remove(0);
                }
                memory.push(Step { moved, turned, inverse: 1.0 / bend });
            }
            let is_settled = (loss - next_loss).abs() <= SETTLED * loss;
            (at, next) = (next, at);
            (slope, next_slope) = (next_slope, slope);
            loss = next_loss;
            if is_settled {
                break;
            }
        }
        at
    }
}

struct Step {
    moved: Vec<f64>,
    turned: Vec<f64>,
    inverse: f64,
}

/// Returns the slope as the remembered steps bend it; one goes against it.
fn direction(slope: &[f64], memory: &[Step], scale: &[f64]) -> Vec<f64> {
    let mut way = slope.to_vec();
    let mut shares = Vec::with_capacity(memory.len());
    for step in memory.iter().rev() {
        let share = step.inverse * dot(&step.moved, &way);
        add(&mut way, -share, &step.turned);
        shares.push(share);
    }
    let stretch = memory.last().map_or(1.0, |step| {
        let bend: f64 = step.turned.iter().zip(scale).map(|(turned, scale)| turned * turned / scale).sum();
        1.0 / (step.inverse * bend)
    });
    for (one, scale) in way.iter_mut().zip(scale) {
        *one *= stretch / scale;
    }
    for (step, share) in memory.iter().zip(shares.iter().rev()) {
        let back = step.inverse * dot(&step.turned, &way);
        add(&mut way, share - back, &step.moved);
    }
    way
}

fn add(to: &mut [f64], times: f64, what: &[f64]) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += times * what;
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::transcript;
    use crate::analysis::suggestion::sentence::read;
    use crate::text::Language;

    fn design() -> Design {
        let study =
            |id| transcript(id, &[(false, "Une dette."), (false, "Le chat."), (false, "La dette du chat.")]);
        Design::new(&read(&[study("E01"), study("E02")], &[], Language::Fr))
    }

    /// At the least loss, the doubts left on each column balance the penalty.
    #[test]
    fn the_slope_is_flat_where_the_search_ends() {
        let design = design();
        let carries = [true, false, true, true, false, true];
        let examples = Examples::gather(&design, &carries, |_| true);
        let mut search = Search::new(&examples);
        let weights = search.run();
        let mut slope = vec![0.0; weights.len()];
        search.loss(&weights, &mut slope);
        assert!(slope.iter().all(|one| one.abs() < 0.05), "{slope:?}");
    }

    #[test]
    fn the_slope_is_that_of_the_loss() {
        let design = design();
        let examples = Examples::gather(&design, &[true, false, false, true, false, true], |_| true);
        let mut search = Search::new(&examples);
        let at: Vec<f64> = (0..=examples.columns.len()).map(|column| 0.1 * column as f64 - 0.2).collect();
        let (mut slope, mut unused) = (vec![0.0; at.len()], vec![0.0; at.len()]);
        search.loss(&at, &mut slope);
        for column in 0..at.len() {
            let mut beside = |step: f64| {
                let mut there = at.clone();
                there[column] += step;
                search.loss(&there, &mut unused)
            };
            let measured = (beside(1e-5) - beside(-1e-5)) / 2e-5;
            assert!((measured - slope[column]).abs() < 1e-6, "{column}: {measured} {}", slope[column]);
        }
    }

    #[test]
    fn a_word_that_speaks_for_the_code_weighs_more_than_one_that_does_not() {
        let design = design();
        let carries = [true, false, true, true, false, true];
        let learned = Learned::from(&design, &carries, |_| true);
        let (with, without) = (learned.score(&design, 0), learned.score(&design, 1));
        assert!(with.is_some() && (without.is_none() || with > without));
    }

    #[test]
    fn a_code_that_no_example_carries_scores_nothing() {
        let design = design();
        let learned = Learned::from(&design, &[false; 6], |_| true);
        assert!((0..6).all(|row| learned.score(&design, row).is_none()));
    }
}

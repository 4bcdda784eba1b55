//! Logistic regression with a quadratic penalty: the weights of one code.
//!
//! The loss is convex, so that the weights depend on the examples alone, not on where the search
//! began; it begins at zero, and sums run in the order of the texts.
//!
//! Source: le Cessie and van Houwelingen (1992), ridge estimators in logistic regression; Liu and
//! Nocedal (1989), limited-memory BFGS.

use std::ops::Neg;

use super::feature::{Design, NEIGHBOUR};

/// Weight of the penalty: half of it times the sum of squared weights, the intercept apart.
pub const PENALTY: f64 = 1.0;
/// Steps that the search remembers.
const MEMORY: usize = 6;
/// Steps at most.
const STEPS: usize = 40;
/// The search ends when a step lowers the loss by less than this share.
const SETTLED: f64 = 1e-3;

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
        let interviews: Vec<usize> = (0..design.interviews.len()).filter(|one| takes(*one)).collect();
        let mut weights = Search::new(design, carries, interviews).run();
        let intercept = weights.pop().unwrap_or(0.0);
        Self { weights, intercept }
    }

    /// Scores a sentence, in log-odds; none when its own words do not speak for the code, whatever
    /// stands round it.
    pub fn score(&self, design: &Design, sentence: usize) -> Option<f64> {
        let own = sum(design.own(sentence), &self.weights);
        if own <= 0.0 {
            return None;
        }
        let beside: f64 = design.neighbours(sentence).map(|one| sum(design.own(one), &self.weights)).sum();
        let around = sum(design.around(design.turn[sentence]), &self.weights);
        Some(self.intercept + own + NEIGHBOUR * beside + around)
    }
}

fn sum(row: &[(usize, f64)], weights: &[f64]) -> f64 {
    row.iter().map(|(column, value)| weights[*column] * value).sum()
}

/// A search for the least loss; the intercept stands after the weights.
struct Search<'a> {
    design: &'a Design,
    carries: &'a [bool],
    interviews: Vec<usize>,
    /// By sentence: what its own words say, then how the loss changes with its score.
    own: Vec<f64>,
    change: Vec<f64>,
    /// By turn.
    around: Vec<f64>,
}

impl<'a> Search<'a> {
    fn new(design: &'a Design, carries: &'a [bool], interviews: Vec<usize>) -> Self {
        let sentences = design.turn.len();
        let turns = design.turns_of.last().map_or(0, |range| range.end);
        Self {
            design,
            carries,
            interviews,
            own: vec![0.0; sentences],
            change: vec![0.0; sentences],
            around: vec![0.0; turns],
        }
    }

    /// Computes the loss at `weights` and its slope.
    fn loss(&mut self, weights: &[f64], slope: &mut [f64]) -> f64 {
        let design = self.design;
        let columns = design.features.len();
        let intercept = weights[columns];
        let mut loss = 0.0;
        for (slope, weight) in slope.iter_mut().zip(&weights[..columns]) {
            *slope = PENALTY * weight;
            loss += 0.5 * PENALTY * weight * weight;
        }
        slope[columns] = 0.0;
        for &interview in &self.interviews {
            for turn in design.turns_of[interview].clone() {
                self.around[turn] = sum(design.around(turn), weights);
            }
            let sentences = design.interviews[interview].clone();
            for sentence in sentences.clone() {
                self.own[sentence] = sum(design.own(sentence), weights);
            }
            for sentence in sentences.clone() {
                let beside: f64 = design.neighbours(sentence).map(|one| self.own[one]).sum();
                let turn = design.turn[sentence];
                let score = intercept + self.own[sentence] + NEIGHBOUR * beside + self.around[turn];
                let sign = if self.carries[sentence] { 1.0 } else { -1.0 };
                let odds = (-sign * score).abs().neg().exp();
                let (surprise, doubt) = if sign * score > 0.0 {
                    (odds.ln_1p(), odds / (1.0 + odds))
                } else {
                    ((sign * score).neg() + odds.ln_1p(), 1.0 / (1.0 + odds))
                };
                loss += surprise;
                self.change[sentence] = -sign * doubt;
                slope[columns] -= sign * doubt;
            }
            for turn in design.turns_of[interview].clone() {
                self.around[turn] = 0.0;
            }
            for sentence in sentences {
                let beside: f64 = design.neighbours(sentence).map(|one| self.change[one]).sum();
                let change = self.change[sentence] + NEIGHBOUR * beside;
                for (column, value) in design.own(sentence) {
                    slope[*column] += change * value;
                }
                self.around[design.turn[sentence]] += self.change[sentence];
            }
            for turn in design.turns_of[interview].clone() {
                for (column, value) in design.around(turn) {
                    slope[*column] += self.around[turn] * value;
                }
            }
        }
        loss
    }

    fn run(&mut self) -> Vec<f64> {
        let size = self.design.features.len() + 1;
        let mut at = vec![0.0; size];
        let mut slope = vec![0.0; size];
        let mut loss = self.loss(&at, &mut slope);
        let (mut next, mut next_slope) = (vec![0.0; size], vec![0.0; size]);
        let mut memory: Vec<Step> = Vec::new();
        for _ in 0..STEPS {
            let way = direction(&slope, &memory);
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
fn direction(slope: &[f64], memory: &[Step]) -> Vec<f64> {
    let mut way = slope.to_vec();
    let mut shares = Vec::with_capacity(memory.len());
    for step in memory.iter().rev() {
        let share = step.inverse * dot(&step.moved, &way);
        add(&mut way, -share, &step.turned);
        shares.push(share);
    }
    let scale = memory.last().map_or(0.02, |step| 1.0 / (step.inverse * dot(&step.turned, &step.turned)));
    for one in &mut way {
        *one *= scale;
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

//! Groups again what might have been otherwise: a case left out, a coder followed, weights drawn.

use rand::Rng;

use super::axis::{measured, standardise};
use super::draw::{Step, exponential, stream};
use super::label::matched;
use super::model::LeftOut;
use super::point::Point;
use super::stability::{Tally, leave_one_out};
use super::study::{Space, Study};
use crate::analysis::matrix::CaseMatrix;
use crate::domain::id::{CodeId, TranscriptId};
use crate::domain::settings::Measure;
use crate::progress::Progress;

/// How many draws go by between two reports of progress.
const REPORT_EVERY: usize = 50;

/// A code's weight, and what each coder gives it in a case.
type Offer = (f64, Vec<f64>);

impl Study<'_> {
    pub(super) fn left_out(&self, space: &Space, labels: &[usize], cases: &[TranscriptId]) -> Vec<LeftOut> {
        let settings = self.settings;
        leave_one_out(&space.points, labels, settings.groups, settings.starts, settings.seed)
            .into_iter()
            .map(|left| {
                let mut found: Vec<Option<usize>> = left.labels.into_iter().map(Some).collect();
                found.insert(left.left_out, None);
                LeftOut { case: cases[left.left_out].clone(), labels: matched(labels, &found), ari: left.ari }
            })
            .collect()
    }

    /// Takes each disagreeing code from one coder or the other, groups again and counts.
    pub(super) fn coder_draws(&self, rows: &[usize], labels: &[usize], progress: &dyn Progress) -> Tally {
        let settings = self.settings;
        let mut tally = Tally::new(rows.len(), settings.groups);
        if self.alone.len() < 2 {
            return tally;
        }
        // By case, axis and code: weight, and what each coder who coded the case gives.
        let choices: Vec<Vec<Vec<Offer>>> = rows
            .iter()
            .map(|&row| {
                let present: Vec<&CaseMatrix> =
                    self.alone.iter().filter(|matrix| matrix.cases[row].segments > 0).collect();
                self.definitions
                    .iter()
                    .map(|axis| {
                        axis.codes
                            .iter()
                            .map(|(code, weight)| (*weight, offers(axis.measure, &present, row, code)))
                            .collect()
                    })
                    .collect()
            })
            .collect();
        let mut random = stream(settings.seed, Step::Coders);
        self.repeat(labels, &mut tally, "typology-coders", progress, || {
            choices
                .iter()
                .map(|axes| {
                    axes.iter()
                        .map(|codes| {
                            let size: f64 = codes.iter().map(|(weight, _)| weight.abs()).sum();
                            let sum: f64 = codes
                                .iter()
                                .map(|(weight, offers)| match offers.as_slice() {
                                    [] => 0.0,
                                    [only] => weight * only,
                                    several => weight * several[random.gen_range(0..several.len())],
                                })
                                .sum();
                            sum / size
                        })
                        .collect()
                })
                .collect()
        });
        tally
    }

    /// Draws the weights of each axis from a flat Dirichlet law, groups again and counts.
    pub(super) fn weight_draws(&self, rows: &[usize], labels: &[usize], progress: &dyn Progress) -> Tally {
        let mut tally = Tally::new(rows.len(), self.settings.groups);
        let measured: Vec<Vec<Vec<f64>>> = rows
            .iter()
            .map(|&row| {
                self.definitions
                    .iter()
                    .map(|axis| {
                        axis.codes
                            .iter()
                            .map(|(code, _)| {
                                let column = self.matrix.column(code);
                                column
                                    .and_then(|column| measured(axis.measure, self.matrix, row, column))
                                    .unwrap_or(0.0)
                            })
                            .collect()
                    })
                    .collect()
            })
            .collect();
        let mut random = stream(self.settings.seed, Step::Weights);
        self.repeat(labels, &mut tally, "typology-weights", progress, || {
            let weights: Vec<Vec<f64>> = self
                .definitions
                .iter()
                .map(|axis| {
                    let drawn: Vec<f64> = axis.codes.iter().map(|_| exponential(&mut random)).collect();
                    let size: f64 = drawn.iter().sum();
                    axis.codes
                        .iter()
                        .zip(drawn)
                        .map(|((_, weight), draw)| weight.signum() * draw / size)
                        .collect()
                })
                .collect();
            measured
                .iter()
                .map(|axes| {
                    axes.iter()
                        .zip(&weights)
                        .map(|(values, weights)| {
                            values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
                        })
                        .collect()
                })
                .collect()
        });
        tally
    }

    /// Groups each draw of raw places and adds it to the tally, matched to the retained profiles.
    fn repeat(
        &self,
        labels: &[usize],
        tally: &mut Tally,
        stage: &'static str,
        progress: &dyn Progress,
        mut draw: impl FnMut() -> Vec<Point>,
    ) {
        let draws = self.settings.draws;
        progress.begin(stage, draws as u64);
        for done in 1..=draws {
            let raw = draw();
            let mut points = vec![Vec::new(); raw.len()];
            for axis in 0..self.definitions.len() {
                let column: Vec<f64> = raw.iter().map(|point| point[axis]).collect();
                let Some(scaled) = standardise(&column, self.settings.scaling) else { continue };
                points.iter_mut().zip(scaled).for_each(|(point, value)| point.push(value));
            }
            if let Some((found, _)) = self.best(&points) {
                let found: Vec<Option<usize>> = found.into_iter().map(Some).collect();
                tally.add(&matched(labels, &found));
            }
            if done % REPORT_EVERY == 0 {
                progress.advance(REPORT_EVERY as u64);
            }
        }
        progress.end();
    }
}

/// Lists what the coders give a code in a case: one value when they agree.
fn offers(measure: Measure, present: &[&CaseMatrix], row: usize, code: &CodeId) -> Vec<f64> {
    let mut values: Vec<f64> =
        present.iter().filter_map(|matrix| measured(measure, matrix, row, matrix.column(code)?)).collect();
    if values.windows(2).all(|pair| pair[0].total_cmp(&pair[1]).is_eq()) {
        values.truncate(1);
    }
    values
}

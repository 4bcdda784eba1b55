//! The material of one typology, and its cases placed on the axes.

use super::axis::{AxisDefinition, AxisValue, Scaling, measured, standardise};
use super::draw::{Step, stream};
use super::exact::{self, MOST_CASES};
use super::kmeans;
use super::lloyd::{self, Found};
use super::model::Settings;
use super::point::Point;
use super::trials::SAMPLE_STARTS;
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::domain::settings::Measure;

/// The material of one typology.
#[derive(Clone, Copy)]
pub(super) struct Study<'a> {
    pub(super) matrix: &'a CaseMatrix,
    pub(super) alone: &'a [CaseMatrix],
    pub(super) definitions: &'a [AxisDefinition],
    pub(super) settings: &'a Settings,
}

/// Cases placed on the axes that vary.
pub(super) struct Space {
    /// Rows of the matrix.
    pub(super) rows: Vec<usize>,
    /// Their places on the axes kept.
    pub(super) points: Vec<Point>,
}

impl Study<'_> {
    pub(super) fn best(&self, points: &[Point]) -> Option<(Vec<usize>, bool)> {
        kmeans::best(points, self.settings.groups, self.settings.starts, self.settings.seed)
    }

    /// Gives the within-group squares of a sample: exact up to fifteen cases, else of the best of a few
    /// starts, the same for the cases and for the samples without groups.
    pub(super) fn least_share(&self) -> impl FnMut(&[Point]) -> Option<f64> + use<> {
        let groups = self.settings.groups;
        let mut random = stream(self.settings.seed, Step::SampleStarts);
        move |points| {
            if points.len() <= MOST_CASES {
                return exact::find(points, groups).ok().map(|(_, within)| within);
            }
            lloyd::run(points, &vec![1.0; points.len()], groups, SAMPLE_STARTS, &mut random)
                .map(|found| found.within)
        }
    }

    /// Runs k-means from every start and tells what they ended in.
    pub(super) fn starts(&self, points: &[Point]) -> Option<Found> {
        let mut random = stream(self.settings.seed, Step::SampleStarts);
        let settings = self.settings;
        lloyd::run(points, &vec![1.0; points.len()], settings.groups, settings.starts, &mut random)
    }

    /// Tells whether a grouping can be set beside groupings of samples.
    ///
    /// # Errors
    /// [`Undefined::UndefinedReplicates`] when none are to be drawn; [`Undefined::SingleGroup`] with one group
    /// and [`Undefined::TooFew`] with as many groups as cases: every sample is then divided as the cases are.
    pub(super) fn can_compare(&self, points: &[Point]) -> Defined<()> {
        if self.settings.null_samples == 0 {
            return Err(Undefined::UndefinedReplicates);
        }
        self.can_move(points.len())
    }

    /// Tells whether a case could be in another profile than its own. With one group, and with as many
    /// groups as cases, every partition is the same one: to be kept in it says nothing.
    ///
    /// # Errors
    /// [`Undefined::SingleGroup`] with one group; [`Undefined::TooFew`] with as many groups as cases.
    pub(super) fn can_move(&self, cases: usize) -> Defined<()> {
        match self.settings.groups {
            0 | 1 => Err(Undefined::SingleGroup),
            groups if cases <= groups => Err(Undefined::TooFew { needed: groups + 1, present: cases }),
            _ => Ok(()),
        }
    }

    /// Scores every case on every axis, by the axes' own measures or by another. A case that nobody coded
    /// has no place: what was not read is not absent.
    pub(super) fn values(&self, matrix: &CaseMatrix, other: Option<Measure>) -> Vec<Vec<Option<AxisValue>>> {
        (0..matrix.cases.len())
            .map(|row| {
                let is_coded = self.matrix.cases[row].segments > 0;
                self.definitions
                    .iter()
                    .map(|axis| {
                        let measure = other.unwrap_or(axis.measure);
                        if !is_coded {
                            return None;
                        }
                        axis.score(|code| measured(measure, matrix, row, matrix.column(code)?))
                    })
                    .collect()
            })
            .collect()
    }

    /// Standardises some cases on every axis; constant axes are left out. None without an axis.
    pub(super) fn place(
        &self,
        values: &[Vec<Option<AxisValue>>],
        rows: &[usize],
        scaling: Scaling,
    ) -> Option<Space> {
        let mut points = vec![Vec::new(); rows.len()];
        for (axis, _) in self.definitions.iter().enumerate() {
            let column: Option<Vec<f64>> =
                rows.iter().map(|&row| values[row][axis].map(|value| value.value)).collect();
            let Some(scaled) = column.and_then(|column| standardise(&column, scaling)) else { continue };
            points.iter_mut().zip(scaled).for_each(|(point, value)| point.push(value));
        }
        (!points.first()?.is_empty()).then(|| Space { rows: rows.to_vec(), points })
    }
}

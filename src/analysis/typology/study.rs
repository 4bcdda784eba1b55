//! The material of one typology, and its cases placed on the axes.

use super::axis::{AxisDefinition, AxisValue, Scaling, measured, standardise};
use super::kmeans;
use super::model::Settings;
use super::point::Point;
use crate::analysis::matrix::CaseMatrix;
use crate::domain::settings::Measure;

/// The material of one typology.
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

    /// Scores every case on every axis, by the axes' own measures or by another.
    pub(super) fn values(&self, matrix: &CaseMatrix, other: Option<Measure>) -> Vec<Vec<Option<AxisValue>>> {
        (0..matrix.cases.len())
            .map(|row| {
                self.definitions
                    .iter()
                    .map(|axis| {
                        let measure = other.unwrap_or(axis.measure);
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

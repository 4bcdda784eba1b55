//! Challenges the retained partition: every other method, and who changes profile with it.

use super::axis::{AxisValue, Scaling, measured};
use super::hierarchical::{self, Tree};
use super::kmeans;
use super::label::{levels, matched};
use super::model::{Method, Moves};
use super::point::{Point, centres, within_squares};
use super::quadrant::{self, Cut};
use super::reduction;
use super::study::{Space, Study};
use super::validity::likeness;
use crate::analysis::statistics::undefined::Undefined;
use crate::domain::id::TranscriptId;
use crate::domain::settings::{Level, Measure};

impl Study<'_> {
    /// Groups the cases by every other method, each compared with the retained partition.
    pub(super) fn methods(
        &self,
        space: &Space,
        labels: &[usize],
        cases: &[TranscriptId],
        means: &[f64],
        tree: Option<&Tree>,
        exact: bool,
    ) -> Vec<Moves> {
        let settings = self.settings;
        let mut methods = Vec::new();
        let profiles: Vec<Vec<Level>> =
            centres(&space.points, labels).iter().flatten().map(|centre| levels(centre, means)).collect();
        let compare = |method: Method, found: Option<Vec<Option<usize>>>| {
            moves(method, found, &space.points, labels, cases)
        };
        let whole = |found: Option<Vec<usize>>| found.map(|found| found.into_iter().map(Some).collect());
        methods.extend(compare(Method::Ward, whole(tree.map(|tree| tree.cut(settings.groups)))));
        methods.extend(compare(
            Method::Quadrants,
            Some(quadrant::cut(&space.points, Cut::Mean).into_iter().map(Some).collect()),
        ));
        if self.alone.len() > 1 {
            for (coder, matrix) in self.matrix.coders.iter().zip(self.alone) {
                let values = self.values(matrix, None);
                let rows: Vec<usize> =
                    space.rows.iter().copied().filter(|&row| matrix.cases[row].segments > 0).collect();
                let found = self.partition(&values, &rows, settings.scaling);
                methods.extend(compare(Method::Coder { coder: coder.clone() }, self.spread(space, found)));
            }
        }
        for &measure in &settings.sensitivity {
            if self.definitions.iter().all(|axis| axis.measure == measure) {
                continue;
            }
            let found =
                self.partition(&self.values(self.matrix, Some(measure)), &space.rows, settings.scaling);
            methods.extend(compare(Method::Measure { measure }, self.spread(space, found)));
        }
        if exact {
            let found = kmeans::run(&space.points, settings.groups, settings.starts, settings.seed);
            methods.extend(compare(Method::KMeans, whole(found)));
        }
        for scaling in [Scaling::Z, Scaling::Robust, Scaling::Ranks] {
            if scaling != settings.scaling {
                let values = self.values(self.matrix, None);
                let found = self.partition(&values, &space.rows, scaling);
                methods.extend(compare(Method::Scaling { scaling }, self.spread(space, found)));
            }
        }
        methods.extend(compare(Method::Components, whole(self.by_components(space))));
        if !settings.assigned.is_empty() {
            // Quadrants name profiles already: nothing to match.
            let own = cases
                .iter()
                .map(|case| {
                    let quadrant = settings.assigned.get(case)?;
                    profiles.iter().position(|known| *known == [quadrant.horizontal, quadrant.vertical])
                })
                .collect();
            methods.push(compared(Method::Researcher, own, &space.points, labels, cases));
        }
        methods
    }

    /// Groups some rows on the axes that vary.
    pub(super) fn partition(
        &self,
        values: &[Vec<Option<AxisValue>>],
        rows: &[usize],
        scaling: Scaling,
    ) -> Option<(Vec<usize>, Vec<usize>)> {
        let rows: Vec<usize> =
            rows.iter().copied().filter(|&row| values[row].iter().all(Option::is_some)).collect();
        let space = self.place(values, &rows, scaling)?;
        let (found, _) = self.best(&space.points)?;
        Some((rows, found))
    }

    /// Spreads a partition of some rows over all the cases grouped.
    pub(super) fn spread(
        &self,
        space: &Space,
        found: Option<(Vec<usize>, Vec<usize>)>,
    ) -> Option<Vec<Option<usize>>> {
        let (rows, labels) = found?;
        Some(
            space
                .rows
                .iter()
                .map(|row| rows.iter().position(|known| known == row).map(|place| labels[place]))
                .collect(),
        )
    }

    /// Measures all codes in the cases placed, by the first axis' measure.
    pub(super) fn code_table(&self, space: &Space) -> Vec<Point> {
        let measure = self.definitions.first().map_or(Measure::Intensity, |axis| axis.measure);
        space
            .rows
            .iter()
            .map(|&row| {
                (0..self.matrix.codes.len())
                    .map(|column| measured(measure, self.matrix, row, column).unwrap_or(0.0))
                    .collect()
            })
            .collect()
    }

    /// Groups the cases by Ward on the first components of all codes, as many as there are axes.
    fn by_components(&self, space: &Space) -> Option<Vec<usize>> {
        let reduced = reduction::reduce(&self.code_table(space), space.points[0].len())?;
        hierarchical::ward(&reduced.points).map(|tree| tree.cut(self.settings.groups))
    }
}

/// Matches a partition to the retained one and compares them; none when the method gave nothing.
fn moves(
    method: Method,
    found: Option<Vec<Option<usize>>>,
    points: &[Point],
    labels: &[usize],
    cases: &[TranscriptId],
) -> Option<Moves> {
    let found = matched(labels, &found?);
    Some(compared(method, found, points, labels, cases))
}

pub(super) fn compared(
    method: Method,
    found: Vec<Option<usize>>,
    points: &[Point],
    labels: &[usize],
    cases: &[TranscriptId],
) -> Moves {
    let (own, theirs): (Vec<usize>, Vec<usize>) =
        labels.iter().zip(&found).filter_map(|(own, theirs)| Some((*own, (*theirs)?))).unzip();
    let moved = cases
        .iter()
        .zip(labels.iter().zip(&found))
        .filter(|(_, (own, theirs))| theirs.is_some_and(|theirs| theirs != **own))
        .map(|(case, _)| case.clone())
        .collect();
    let alike = likeness(&own, &theirs);
    let whole = theirs.len() == labels.len();
    let missing = Undefined::TooFew { needed: labels.len(), present: theirs.len() };
    Moves {
        method,
        ari: alike.ari,
        ami: alike.ami,
        within: if whole { Ok(within_squares(points, &theirs)) } else { Err(missing) },
        labels: found,
        moved,
    }
}

//! Builds a typology: axes, retained partition, other methods, stability.
//!
//! One file because every step reads the same four tables of the study, and a reader checks the order
//! of the steps and of their random streams in one place.

use rand::Rng;

use super::axis::{AxisDefinition, AxisValue, Scaling, mean_deviation, measured, standardise};
use super::draw::{Step, exponential, stream};
use super::exact::{self, MOST_CASES};
use super::hierarchical::{self, Tree};
use super::kmeans;
use super::label::{canonical, levels, matched};
use super::model::{
    AxisRow, AxisTable, Dropped, Group, LeftOut, Membership, Method, Moves, Settings, Structure, Typology,
    TypologyError,
};
use super::point::{Point, centres, total_squares, within_squares};
use super::quadrant::{self, Cut};
use super::reduction;
use super::stability::{Tally, leave_one_out};
use super::validity::{
    adjusted_mutual_information, adjusted_rand, calinski_harabasz, davies_bouldin, gaussian_samples,
    null_test, silhouettes,
};
use crate::analysis::matrix::CaseMatrix;
use crate::domain::codebook::Codebook;
use crate::domain::coding::Coding;
use crate::domain::id::{CodeId, TranscriptId};
use crate::domain::settings::{Level, Measure};
use crate::domain::transcript::Transcript;
use crate::progress::Progress;

/// How many draws go by between two reports of progress.
const REPORT_EVERY: usize = 50;

/// Groups the cases and challenges the result.
///
/// Coder draws: for each case and each code of an axis where the coders who coded the case differ,
/// one of them is taken at even chance; axes are standardised again in each draw, the optimum taken
/// and matched to the retained profiles by the largest number of common cases.
///
/// # Errors
/// Fewer cases than groups, an axis without codes, no axis that varies.
pub fn build(
    codebook: &Codebook,
    transcripts: &[Transcript],
    codings: &[Coding],
    settings: &Settings,
    progress: &dyn Progress,
) -> Result<Typology, TypologyError> {
    let matrix = CaseMatrix::build(codebook, transcripts, codings, None);
    let alone: Vec<CaseMatrix> = matrix
        .coders
        .iter()
        .map(|coder| CaseMatrix::build(codebook, transcripts, codings, Some(coder)))
        .collect();
    let definitions = definitions(codebook, settings)?;
    let study = Study { matrix: &matrix, alone: &alone, definitions: &definitions, settings };
    study.typology(progress)
}

fn definitions(codebook: &Codebook, settings: &Settings) -> Result<Vec<AxisDefinition>, TypologyError> {
    let mut axes = settings.axes.clone();
    if axes.is_empty() {
        for (axis, _) in codebook.codes().flat_map(|code| &code.weights) {
            if !axes.iter().any(|(known, _)| known == axis) {
                axes.push((axis.clone(), Measure::Intensity));
            }
        }
    }
    axes.iter()
        .map(|(axis, measure)| {
            let definition = AxisDefinition::read(codebook, axis, *measure);
            if definition.codes.is_empty() {
                return Err(TypologyError::EmptyAxis { axis: axis.clone() });
            }
            Ok(definition)
        })
        .collect()
}

/// The material of one typology.
struct Study<'a> {
    matrix: &'a CaseMatrix,
    alone: &'a [CaseMatrix],
    definitions: &'a [AxisDefinition],
    settings: &'a Settings,
}

/// A code's weight, and what each coder gives it in a case.
type Offer = (f64, Vec<f64>);

/// Cases placed on the axes that vary.
struct Space {
    /// Rows of the matrix.
    rows: Vec<usize>,
    /// Their places on the axes kept.
    points: Vec<Point>,
}

impl Study<'_> {
    fn typology(&self, progress: &dyn Progress) -> Result<Typology, TypologyError> {
        let settings = self.settings;
        let groups = settings.groups;
        let values = self.values(self.matrix, None);
        let rows: Vec<usize> =
            (0..values.len()).filter(|&row| values[row].iter().all(Option::is_some)).collect();
        if groups == 0 || rows.len() < groups {
            return Err(TypologyError::TooFewCases { cases: rows.len(), groups });
        }
        let space = self.place(&values, &rows, settings.scaling).ok_or(TypologyError::NoAxis)?;
        let (found, exact) = self.best(&space.points).ok_or(TypologyError::Coincident { groups })?;
        let cases: Vec<TranscriptId> = rows.iter().map(|&row| self.matrix.cases[row].case.clone()).collect();
        // Whatever the scaling, levels are relative to the mean of the cases.
        let means: Vec<f64> = (0..space.points[0].len())
            .map(|axis| space.points.iter().map(|point| point[axis]).sum::<f64>() / rows.len() as f64)
            .collect();
        let labels = canonical(&space.points, &means, &found, &cases);
        let axes = self.axis_tables(&values, &rows);
        let first: Vec<f64> =
            rows.iter().map(|&row| values[row][0].map_or(0.0, |value| value.value)).collect();

        let tree = hierarchical::ward(&space.points);
        let methods = self.methods(&space, &labels, &cases, &means, tree.as_ref(), exact);
        let left_out = self.left_out(&space, &labels, &cases);
        let structure = self.structure(&space, &labels, exact, progress);
        let coders = self.coder_draws(&rows, &labels, progress);
        let weights = self.weight_draws(&rows, &labels, progress);
        let membership = self.membership(&space, &labels, &cases, &methods, &left_out, &coders, &weights);
        let mut order: Vec<usize> = (0..cases.len()).collect();
        order.sort_by(|&one, &other| {
            labels[one]
                .cmp(&labels[other])
                .then_with(|| first[one].total_cmp(&first[other]))
                .then(one.cmp(&other))
        });
        let groups = self.groups(&space, &labels, &cases, &order, &values, &means);
        Ok(Typology {
            settings: settings.clone(),
            unplaced: (0..self.matrix.cases.len())
                .filter(|row| !rows.contains(row))
                .map(|row| self.matrix.cases[row].case.clone())
                .collect(),
            coders: self.matrix.coders.clone(),
            axes,
            order: order.iter().map(|&case| cases[case].clone()).collect(),
            groups,
            structure,
            methods,
            leaf_order: tree.as_ref().map(|tree| tree.leaf_order(&first)).unwrap_or_default(),
            cophenetic: tree.as_ref().and_then(|tree| tree.cophenetic_correlation(&space.points)),
            tree,
            left_out,
            membership,
            coder_draws: coders.draws(),
            cases,
            labels,
        })
    }

    fn best(&self, points: &[Point]) -> Option<(Vec<usize>, bool)> {
        kmeans::best(points, self.settings.groups, self.settings.starts, self.settings.seed)
    }

    /// Scores every case on every axis, by the axes' own measures or by another.
    fn values(&self, matrix: &CaseMatrix, other: Option<Measure>) -> Vec<Vec<Option<AxisValue>>> {
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
    fn place(&self, values: &[Vec<Option<AxisValue>>], rows: &[usize], scaling: Scaling) -> Option<Space> {
        let mut points = vec![Vec::new(); rows.len()];
        for (axis, _) in self.definitions.iter().enumerate() {
            let column: Option<Vec<f64>> =
                rows.iter().map(|&row| values[row][axis].map(|value| value.value)).collect();
            let Some(scaled) = column.and_then(|column| standardise(&column, scaling)) else { continue };
            points.iter_mut().zip(scaled).for_each(|(point, value)| point.push(value));
        }
        (!points.first()?.is_empty()).then(|| Space { rows: rows.to_vec(), points })
    }

    fn axis_tables(&self, values: &[Vec<Option<AxisValue>>], rows: &[usize]) -> Vec<AxisTable> {
        let by_coder: Vec<Vec<Vec<Option<AxisValue>>>> =
            self.alone.iter().map(|matrix| self.values(matrix, None)).collect();
        self.definitions
            .iter()
            .enumerate()
            .map(|(axis, definition)| {
                let column: Vec<f64> =
                    rows.iter().filter_map(|&row| values[row][axis].map(|value| value.value)).collect();
                let scaled = standardise(&column, self.settings.scaling);
                let moments = mean_deviation(&column);
                AxisTable {
                    definition: definition.clone(),
                    rows: rows
                        .iter()
                        .enumerate()
                        .map(|(place, &row)| AxisRow {
                            pooled: values[row][axis],
                            ambivalence: values[row][axis].and_then(AxisValue::ambivalence),
                            by_coder: self
                                .alone
                                .iter()
                                .zip(&by_coder)
                                .map(|(matrix, values)| {
                                    (matrix.cases[row].segments > 0).then_some(values[row][axis]).flatten()
                                })
                                .collect(),
                            scaled: scaled.as_ref().map(|scaled| scaled[place]),
                        })
                        .collect(),
                    mean: moments.map(|(mean, _)| mean),
                    deviation: moments.map(|(_, deviation)| deviation),
                    dropped: scaled.is_none().then_some(Dropped::Constant),
                }
            })
            .collect()
    }

    /// Groups the cases by every other method, each compared with the retained partition.
    fn methods(
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
    fn partition(
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
    fn spread(&self, space: &Space, found: Option<(Vec<usize>, Vec<usize>)>) -> Option<Vec<Option<usize>>> {
        let (rows, labels) = found?;
        Some(
            space
                .rows
                .iter()
                .map(|row| rows.iter().position(|known| known == row).map(|place| labels[place]))
                .collect(),
        )
    }

    /// Groups the cases by Ward on the first components of all codes, as many as there are axes.
    fn by_components(&self, space: &Space) -> Option<Vec<usize>> {
        let measure = self.definitions.first()?.measure;
        let table: Vec<Point> = space
            .rows
            .iter()
            .map(|&row| {
                (0..self.matrix.codes.len())
                    .map(|column| measured(measure, self.matrix, row, column).unwrap_or(0.0))
                    .collect()
            })
            .collect();
        let reduced = reduction::reduce(&table, space.points[0].len())?;
        hierarchical::ward(&reduced.points).map(|tree| tree.cut(self.settings.groups))
    }

    fn left_out(&self, space: &Space, labels: &[usize], cases: &[TranscriptId]) -> Vec<LeftOut> {
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

    fn structure(&self, space: &Space, labels: &[usize], exact: bool, progress: &dyn Progress) -> Structure {
        let settings = self.settings;
        let points = &space.points;
        let optimum = exact.then(|| exact::solve(points, settings.groups, 2).ok()).flatten();
        let silhouettes = silhouettes(points, labels);
        let gaussian_null = (exact && settings.null_samples > 0 && points.len() <= MOST_CASES)
            .then(|| {
                let mut random = stream(settings.seed, Step::Null);
                progress.begin("typology-null", settings.null_samples as u64);
                let samples = gaussian_samples(points, settings.null_samples, &mut random)
                    .inspect(|_| progress.advance(1));
                let test = null_test(points, settings.groups, samples).ok().flatten();
                progress.end();
                test
            })
            .flatten();
        Structure {
            within: within_squares(points, labels),
            total: total_squares(points),
            runner_up_ratio: optimum.as_ref().and_then(exact::Optimum::runner_up_ratio),
            optimum,
            silhouette: silhouettes
                .map(|all| all.iter().map(|one| one.value).sum::<f64>() / all.len() as f64),
            calinski_harabasz: calinski_harabasz(points, labels),
            davies_bouldin: davies_bouldin(points, labels),
            gaussian_null,
        }
    }

    /// Takes each disagreeing code from one coder or the other, groups again and counts.
    fn coder_draws(&self, rows: &[usize], labels: &[usize], progress: &dyn Progress) -> Tally {
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
    fn weight_draws(&self, rows: &[usize], labels: &[usize], progress: &dyn Progress) -> Tally {
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

    #[expect(clippy::too_many_arguments, reason = "one row gathers what each step found about a case")]
    fn membership(
        &self,
        space: &Space,
        labels: &[usize],
        cases: &[TranscriptId],
        methods: &[Moves],
        left_out: &[LeftOut],
        coders: &Tally,
        weights: &Tally,
    ) -> Vec<Membership> {
        let silhouettes = silhouettes(&space.points, labels);
        let (coders, weights) = (coders.shares(), weights.shares());
        cases
            .iter()
            .enumerate()
            .map(|(case, id)| {
                let own = labels[case];
                let silhouette = silhouettes.as_ref().map(|all| all[case]);
                let coder_shares = coders.as_ref().map(|shares| shares[case].clone());
                let kept = coder_shares.as_ref().map(|shares| shares[own]);
                Membership {
                    case: id.clone(),
                    profile: own + 1,
                    silhouette: silhouette.map(|one| one.value),
                    neighbour: silhouette.map(|one| one.neighbour + 1),
                    kept,
                    coder_shares,
                    kept_weights: weights.as_ref().map(|shares| shares[case][own]),
                    boundary: kept.is_some_and(|kept| kept < self.settings.boundary),
                    stays: left_out.iter().filter(|left| left.labels[case] == Some(own)).count(),
                    removals: left_out.iter().filter(|left| left.case != *id).count(),
                    agreeing: methods.iter().filter(|moves| moves.labels[case] == Some(own)).count(),
                }
            })
            .collect()
    }

    fn groups(
        &self,
        space: &Space,
        labels: &[usize],
        cases: &[TranscriptId],
        order: &[usize],
        values: &[Vec<Option<AxisValue>>],
        means: &[f64],
    ) -> Vec<Group> {
        centres(&space.points, labels)
            .into_iter()
            .enumerate()
            .filter_map(|(label, centre)| Some((label, centre?)))
            .map(|(label, scaled_centre)| {
                let members: Vec<usize> =
                    order.iter().copied().filter(|&case| labels[case] == label).collect();
                let centre = (0..self.definitions.len())
                    .map(|axis| {
                        let own: Option<Vec<f64>> = members
                            .iter()
                            .map(|&case| values[space.rows[case]][axis].map(|value| value.value))
                            .collect();
                        own.map(|own| own.iter().sum::<f64>() / own.len() as f64)
                    })
                    .collect();
                Group {
                    number: label + 1,
                    levels: levels(&scaled_centre, means),
                    cases: members.iter().map(|&case| cases[case].clone()).collect(),
                    centre,
                    scaled_centre,
                    single: members.len() == 1,
                }
            })
            .collect()
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

fn compared(
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
    Moves {
        method,
        ari: adjusted_rand(&own, &theirs),
        ami: adjusted_mutual_information(&own, &theirs),
        within: (theirs.len() == labels.len()).then(|| within_squares(points, &theirs)),
        labels: found,
        moved,
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

//! Builds a typology: axes, retained partition, and what challenges it, in the order of the steps and
//! of their random streams.

use super::axis::{AxisDefinition, AxisValue, mean_deviation, standardise};
use super::draw::{Step, stream};
use super::exact;
use super::hierarchical;
use super::label::{canonical, levels};
use super::model::{
    AxisRow, AxisTable, Dropped, Group, LeftOut, Membership, Moves, Settings, Starts, Structure, Typology,
    TypologyError,
};
use super::point::{Point, centres, total_squares, within_squares};
use super::stability::Tally;
use super::study::{Space, Study};
use super::validity::{NullTest, calinski_harabasz, davies_bouldin, gaussian_samples, null_by, silhouettes};
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::domain::codebook::Codebook;
use crate::domain::coding::Coding;
use crate::domain::id::TranscriptId;
use crate::domain::settings::Measure;
use crate::domain::transcript::Transcript;
use crate::progress::Progress;

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
    if axes.is_empty() {
        return Err(TypologyError::NoAxis);
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
        let stability = settings.stability.then(|| self.trials(&space, &labels, &cases, &methods, progress));
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
            cophenetic: tree
                .as_ref()
                .ok_or(Undefined::TooFew { needed: 2, present: cases.len() })
                .and_then(|tree| tree.cophenetic_correlation(&space.points).ok_or(Undefined::ConstantValues)),
            tree,
            left_out,
            membership,
            coder_draws: coders.draws(),
            weight_draws: weights.draws(),
            stability,
            cases,
            labels,
        })
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
                let few = Undefined::TooFew { needed: 2, present: column.len() };
                let moments = mean_deviation(&column).ok_or(few);
                AxisTable {
                    definition: definition.clone(),
                    rows: rows
                        .iter()
                        .enumerate()
                        .map(|(place, &row)| AxisRow {
                            pooled: values[row][axis],
                            ambivalence: values[row][axis]
                                .and_then(AxisValue::ambivalence)
                                .ok_or(Undefined::NoObservations),
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

    fn structure(&self, space: &Space, labels: &[usize], exact: bool, progress: &dyn Progress) -> Structure {
        let settings = self.settings;
        let points = &space.points;
        let optimum = exact.then(|| exact::solve(points, settings.groups, 2).ok()).flatten();
        let silhouettes = silhouettes(points, labels);
        let gaussian_null = self.gaussian_null(points, progress);
        let (within, total) = (within_squares(points, labels), total_squares(points));
        let groups = settings.groups;
        let lack = match points.len() {
            _ if groups < 2 => Undefined::SingleGroup,
            n if n <= groups => Undefined::TooFew { needed: groups + 1, present: n },
            _ => Undefined::ConstantValues,
        };
        // Squares of rounding size are none: a ratio to them would be any number.
        let spread = within > total * 1e-12;
        let met = (!exact).then(|| self.starts(points)).flatten();
        Structure {
            within,
            total,
            runner_up_ratio: if spread {
                let ratio = match &met {
                    Some(met) => met.next.map(|next| next / met.within),
                    None => optimum.as_ref().and_then(exact::Optimum::runner_up_ratio),
                };
                ratio.ok_or(Undefined::SingleGroup)
            } else {
                Err(Undefined::ConstantValues)
            },
            starts: met.map(|met| Starts {
                made: settings.starts,
                reached: if met.within <= within * (1.0 + 1e-9) { met.reached } else { 0 },
            }),
            optimum,
            silhouette: silhouettes
                .map(|all| all.iter().map(|one| one.value).sum::<f64>() / all.len() as f64)
                .ok_or(lack),
            calinski_harabasz: calinski_harabasz(points, labels).ok_or(lack),
            davies_bouldin: davies_bouldin(points, labels).ok_or(lack),
            gaussian_null,
        }
    }

    /// Sets the grouping beside groupings of samples without groups. As many groups as cases leave no
    /// square within them, in samples as in the cases: nothing is compared then.
    fn gaussian_null(&self, points: &[Point], progress: &dyn Progress) -> Defined<NullTest> {
        let settings = self.settings;
        self.can_compare(points)?;
        let mut random = stream(settings.seed, Step::Null);
        progress.begin("typology-null", settings.null_samples as u64);
        let samples =
            gaussian_samples(points, settings.null_samples, &mut random).inspect(|_| progress.advance(1));
        let test = null_by(points, samples, &mut self.least_share());
        progress.end();
        test.ok_or(Undefined::ConstantValues)
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
        let can_move = self.can_move(cases.len());
        let undrawn = Undefined::UndefinedReplicates;
        let silhouettes =
            can_move.and_then(|()| silhouettes(&space.points, labels).ok_or(Undefined::ConstantValues));
        let coders = can_move.and_then(|()| coders.shares().ok_or(undrawn));
        let weights = can_move.and_then(|()| weights.shares().ok_or(undrawn));
        cases
            .iter()
            .enumerate()
            .map(|(case, id)| {
                let own = labels[case];
                let silhouette = silhouettes.as_ref().map(|all| all[case]).map_err(|why| *why);
                let row = space.rows[case];
                let readers = self.alone.iter().filter(|matrix| matrix.cases[row].segments > 0).count();
                let coder_shares = match &coders {
                    Ok(_) if readers < 2 => Err(Undefined::NoPairableUnit),
                    Ok(shares) => Ok(shares[case].clone()),
                    // Without a second coder there is no draw either: that is the nearer reason.
                    Err(Undefined::UndefinedReplicates) if readers < 2 => Err(Undefined::NoPairableUnit),
                    Err(why) => Err(*why),
                };
                let kept = coder_shares.as_ref().map(|shares| shares[own]).map_err(|why| *why);
                Membership {
                    case: id.clone(),
                    profile: own + 1,
                    silhouette: silhouette.map(|one| one.value),
                    neighbour: silhouette.map(|one| one.neighbour + 1),
                    kept,
                    coder_shares,
                    kept_weights: weights.as_ref().map(|shares| shares[case][own]).map_err(|why| *why),
                    boundary: kept.is_ok_and(|kept| kept < self.settings.boundary),
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
        let is_only = labels.iter().all(|label| *label == 0);
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
                    // The centre of all cases is their mean: neither low nor high.
                    levels: if is_only { Vec::new() } else { levels(&scaled_centre, means) },
                    cases: members.iter().map(|&case| cases[case].clone()).collect(),
                    centre,
                    scaled_centre,
                    single: members.len() == 1,
                }
            })
            .collect()
    }
}

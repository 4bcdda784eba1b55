//! Everything a partition is put to beyond what a report needs: `propos typology --stability`.
//!
//! Each trial draws from its own stream and says how often it drew. Nothing here changes the partition.

use serde::Serialize;

use super::axis::{AxisDefinition, standardise};
use super::challenge::compared;
use super::correspondence::{Correspondence, correspond};
use super::draw::{Step, normal, stream};
use super::exact::MOST_CASES;
use super::hierarchical;
use super::kmeans::consolidate;
use super::label::matched;
use super::mixture::{self, Mixture, Shape};
use super::model::{Method, Moves};
use super::number::{Numbers, numbers, uniform_samples};
use super::point::Point;
use super::quadrant;
use super::reduction;
use super::stability::{Resampling, Tally, bootstrap_kmeans, draw_cases};
use super::study::{Space, Study};
use super::validity::{NullTest, likeness, null_by};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::id::{AxisId, CodeId, TranscriptId};
use crate::progress::Progress;
use rand::seq::SliceRandom;

/// Starts of k-means in a resample.
pub const RESAMPLE_STARTS: usize = 10;
/// Starts of k-means in a sample without groups, above fifteen cases.
pub const SAMPLE_STARTS: usize = 20;
/// Random starts of a mixture.
const MIXTURE_STARTS: usize = 20;
/// Floor under the variances of a mixture, in squared standard deviations of the axes.
const MIXTURE_FLOOR: f64 = 0.01;
/// Share of Benzécri's rates that the axes kept of a correspondence analysis hold at least.
const RATES_KEPT: f64 = 0.8;
/// Numbers of groups looked at beyond the one retained.
const BEYOND: usize = 2;

/// The partition without one code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WithoutCode {
    /// The axis that loses it.
    pub axis: AxisId,
    /// The code.
    pub code: CodeId,
    /// Adjusted Rand index with the retained partition; undefined when the cases cannot be grouped then.
    #[serde(serialize_with = "undefined::serialize")]
    pub ari: Defined,
    /// Cases that leave their profile.
    pub moved: Vec<TranscriptId>,
}

/// Noise of the size of the coders' disagreement, added to every place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Jitter {
    /// Standard deviation of the noise on each axis, raw: that of one coder's reading of a case.
    pub noise: Vec<(AxisId, f64)>,
    /// Draws that could be grouped.
    pub draws: usize,
    /// Share of them in which each case keeps its profile.
    pub kept: Vec<f64>,
    /// Mean adjusted Rand index with the retained partition.
    pub ari: f64,
    /// Share of the draws that give the retained partition itself.
    pub whole: f64,
}

/// Groups found on all codes' presence, to set beside those of the axes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Presence {
    /// Axes kept for Ward.
    pub axes: usize,
    /// Their share of Benzécri's rates.
    pub share: f64,
    /// The analysis.
    #[serde(flatten)]
    pub analysis: Correspondence,
}

/// Two ways of grouping, compared with each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// One.
    pub one: Method,
    /// The other.
    pub other: Method,
    /// Cases that both group.
    pub cases: usize,
    /// Adjusted Rand index.
    #[serde(serialize_with = "undefined::serialize")]
    pub ari: Defined,
    /// Adjusted mutual information.
    #[serde(serialize_with = "undefined::serialize")]
    pub ami: Defined,
}

/// How the partition withstands everything that might have been otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stability {
    /// Seed of all draws.
    pub seed: u64,
    /// Cases grouped, n.
    pub cases: usize,
    /// Cases resampled with replacement; undefined without draws.
    #[serde(serialize_with = "undefined::serialize")]
    pub bootstrap: Defined<Resampling>,
    /// Noise of the size of the coders' disagreement; undefined with a single coder.
    #[serde(serialize_with = "undefined::serialize")]
    pub jitter: Defined<Jitter>,
    /// Each code left out of its axis in turn; codes alone on their axis are not.
    pub without_codes: Vec<WithoutCode>,
    /// Other ways of grouping, beyond those that the report shows.
    pub checks: Vec<Moves>,
    /// Correspondence analysis of the codes' presence.
    #[serde(serialize_with = "undefined::serialize")]
    pub presence: Defined<Presence>,
    /// Mixtures, exploratory.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub mixtures: Vec<Defined<Mixture>>,
    /// Parameters of a mixture of full covariances, which is not fitted, beside the numbers there are.
    pub full_mixture: (usize, usize),
    /// Every two methods that group all cases.
    pub pairs: Vec<Pair>,
    /// Numbers of groups.
    pub numbers: Numbers,
    /// Against samples uniform in the box around the cases: the second null.
    #[serde(serialize_with = "undefined::serialize")]
    pub uniform_null: Defined<NullTest>,
    /// Axes permuted: their association, not the presence of groups.
    #[serde(serialize_with = "undefined::serialize")]
    pub association: Defined<NullTest>,
}

impl Study<'_> {
    /// Puts the partition to every trial.
    pub(super) fn trials(
        &self,
        space: &Space,
        labels: &[usize],
        cases: &[TranscriptId],
        methods: &[Moves],
        progress: &dyn Progress,
    ) -> Stability {
        let settings = self.settings;
        let points = &space.points;
        let axes = points[0].len();
        let presence = self.presence(space);
        let mixtures: Vec<Defined<Mixture>> = [Shape::Spherical, Shape::Diagonal]
            .into_iter()
            .map(|shape| {
                let seed = settings.seed;
                mixture::fit(points, settings.groups, shape, MIXTURE_FLOOR, MIXTURE_STARTS, seed)
            })
            .collect();
        let checks = self.checks(space, labels, cases, &presence, &mixtures);
        let most = settings.groups + BEYOND;
        Stability {
            seed: settings.seed,
            cases: cases.len(),
            bootstrap: self.bootstrap(points, labels, progress),
            jitter: self.jitter(space, labels, progress),
            without_codes: self.without_codes(space, labels, cases),
            pairs: pairs(labels, methods, &checks),
            checks,
            presence,
            mixtures,
            full_mixture: (mixture::full_parameters(settings.groups, axes), points.len() * axes),
            numbers: numbers(points, most, settings.null_samples, settings.starts, settings.seed),
            uniform_null: self.uniform_null(points, progress),
            association: self.association(points, progress),
        }
    }

    fn bootstrap(&self, points: &[Point], labels: &[usize], progress: &dyn Progress) -> Defined<Resampling> {
        let settings = self.settings;
        if settings.draws == 0 {
            return Err(Undefined::UndefinedReplicates);
        }
        progress.begin("typology-bootstrap", settings.draws as u64);
        let mut random = stream(settings.seed, Step::Bootstrap);
        let draws = draw_cases(points.len(), settings.draws, &mut random);
        let found = bootstrap_kmeans(points, labels, settings.groups, &draws, RESAMPLE_STARTS, &mut random);
        progress.end();
        Resampling::read(found)
    }

    /// Adds noise to the raw places. The deviation is pooled over the cases that two coders read:
    /// √(Σ (value − mean of the case)² ÷ Σ (readings − 1)).
    fn jitter(&self, space: &Space, labels: &[usize], progress: &dyn Progress) -> Defined<Jitter> {
        let settings = self.settings;
        self.can_move(labels.len())?;
        let by_coder: Vec<_> = self.alone.iter().map(|matrix| self.values(matrix, None)).collect();
        let mut noise = Vec::new();
        for axis in 0..self.definitions.len() {
            let (mut squares, mut free) = (0.0, 0.0);
            for &row in &space.rows {
                let read: Vec<f64> = self
                    .alone
                    .iter()
                    .zip(&by_coder)
                    .filter(|(matrix, _)| matrix.cases[row].segments > 0)
                    .filter_map(|(_, values)| values[row][axis].map(|value| value.value))
                    .collect();
                if read.len() < 2 {
                    continue;
                }
                let mean = read.iter().sum::<f64>() / read.len() as f64;
                squares += read.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
                free += read.len() as f64 - 1.0;
            }
            if free <= 0.0 {
                return Err(Undefined::NoPairableUnit);
            }
            noise.push((squares / free).sqrt());
        }
        if settings.draws == 0 {
            return Err(Undefined::UndefinedReplicates);
        }
        let values = self.values(self.matrix, None);
        let mut random = stream(settings.seed, Step::Jitter);
        let mut tally = Tally::new(labels.len(), settings.groups);
        let (mut ari, mut whole) = (0.0, 0_usize);
        progress.begin("typology-jitter", settings.draws as u64);
        for _ in 0..settings.draws {
            let mut moved = vec![Vec::new(); labels.len()];
            for (axis, size) in noise.iter().enumerate() {
                let column: Vec<f64> = space
                    .rows
                    .iter()
                    .map(|&row| {
                        values[row][axis].map_or(0.0, |value| value.value) + size * normal(&mut random)
                    })
                    .collect();
                let Some(scaled) = standardise(&column, settings.scaling) else { continue };
                moved.iter_mut().zip(scaled).for_each(|(point, value)| point.push(value));
            }
            if let Some((found, _)) = self.best(&moved) {
                ari += likeness(labels, &found).ari?;
                let found = matched(labels, &found.into_iter().map(Some).collect::<Vec<_>>());
                let same = found.iter().zip(labels).all(|(theirs, own)| *theirs == Some(*own));
                whole += usize::from(same);
                tally.add(&found);
            }
        }
        progress.end();
        let shares = tally.shares().ok_or(Undefined::UndefinedReplicates)?;
        let draws = tally.draws();
        Ok(Jitter {
            noise: self.definitions.iter().map(|axis| axis.id.clone()).zip(noise).collect(),
            draws,
            kept: shares.iter().zip(labels).map(|(row, own)| row[*own]).collect(),
            ari: ari / draws as f64,
            whole: whole as f64 / draws as f64,
        })
    }

    fn without_codes(&self, space: &Space, labels: &[usize], cases: &[TranscriptId]) -> Vec<WithoutCode> {
        let mut all = Vec::new();
        for (place, axis) in self.definitions.iter().enumerate() {
            for (left_out, (code, _)) in axis.codes.iter().enumerate().filter(|_| axis.codes.len() > 1) {
                let mut definitions: Vec<AxisDefinition> = self.definitions.to_vec();
                definitions[place].codes.remove(left_out);
                let without = Study { definitions: &definitions, ..*self };
                let found =
                    without.partition(&without.values(self.matrix, None), &space.rows, self.settings.scaling);
                let moves = without.spread(space, found).map(|found| {
                    let found = matched(labels, &found);
                    // The method's name is not kept: only who moves.
                    compared(Method::Exact, found, &space.points, labels, cases)
                });
                all.push(WithoutCode {
                    axis: axis.id.clone(),
                    code: code.clone(),
                    ari: moves.as_ref().map_or(Err(Undefined::ConstantValues), |moves| moves.ari),
                    moved: moves.map(|moves| moves.moved).unwrap_or_default(),
                });
            }
        }
        all
    }

    /// Analyses which codes are present, and keeps the first axes that hold [`RATES_KEPT`].
    fn presence(&self, space: &Space) -> Defined<Presence> {
        let table: Vec<Vec<usize>> = space
            .rows
            .iter()
            .map(|&row| self.matrix.cells[row].iter().map(|cell| usize::from(cell.extracts > 0)).collect())
            .collect();
        let analysis = correspond(&table, table.len())?;
        let mut share = 0.0;
        let mut axes = 0;
        for rate in &analysis.rates {
            if share >= RATES_KEPT {
                break;
            }
            share += rate;
            axes += 1;
        }
        Ok(Presence { axes: axes.max(1), share, analysis })
    }

    fn checks(
        &self,
        space: &Space,
        labels: &[usize],
        cases: &[TranscriptId],
        presence: &Defined<Presence>,
        mixtures: &[Defined<Mixture>],
    ) -> Vec<Moves> {
        let groups = self.settings.groups;
        let points = &space.points;
        let mut found: Vec<(Method, Option<Vec<usize>>)> = Vec::new();
        let consolidated =
            |points: &[Point]| hierarchical::ward(points).map(|tree| consolidate(points, tree.cut(groups)));
        if let Ok(presence) = presence {
            let kept: Vec<Point> = presence
                .analysis
                .points
                .iter()
                .map(|point| point.iter().copied().take(presence.axes).collect())
                .collect();
            found.push((Method::Correspondence, consolidated(&kept)));
        }
        let table: Vec<Vec<bool>> = space
            .rows
            .iter()
            .map(|&row| self.matrix.cells[row].iter().map(|cell| cell.extracts > 0).collect())
            .collect();
        found.push((Method::Jaccard, hierarchical::jaccard(&table).map(|tree| tree.cut(groups))));
        let components = reduction::reduce(&self.code_table(space), points[0].len());
        found.push((
            Method::ConsolidatedComponents,
            components.and_then(|reduced| consolidated(&reduced.points)),
        ));
        found.push((Method::QuadrantsZero, self.quadrants_at_zero(space)));
        for mixture in mixtures.iter().flatten() {
            found.push((Method::Mixture { shape: mixture.shape }, Some(mixture.labels.clone())));
        }
        found
            .into_iter()
            .filter_map(|(method, found)| {
                let found: Vec<Option<usize>> = found?.into_iter().map(Some).collect();
                Some(compared(method, matched(labels, &found), points, labels, cases))
            })
            .collect()
    }

    /// Cuts an axis that goes both ways at its theoretical zero, the others at their mean; none when
    /// no axis goes both ways.
    fn quadrants_at_zero(&self, space: &Space) -> Option<Vec<usize>> {
        let values = self.values(self.matrix, None);
        let bipolar = |axis: &AxisDefinition| {
            axis.codes.iter().any(|(_, weight)| *weight > 0.0)
                && axis.codes.iter().any(|(_, weight)| *weight < 0.0)
        };
        if !self.definitions.iter().any(bipolar) {
            return None;
        }
        let n = space.rows.len() as f64;
        let raw: Vec<Point> = space
            .rows
            .iter()
            .map(|&row| values[row].iter().map(|value| value.map_or(0.0, |value| value.value)).collect())
            .collect();
        let cuts: Vec<f64> =
            self.definitions
                .iter()
                .enumerate()
                .map(|(axis, definition)| {
                    if bipolar(definition) {
                        0.0
                    } else {
                        raw.iter().map(|point| point[axis]).sum::<f64>() / n
                    }
                })
                .collect();
        Some(quadrant::cut_at(&raw, &cuts))
    }

    fn uniform_null(&self, points: &[Point], progress: &dyn Progress) -> Defined<NullTest> {
        let settings = self.settings;
        self.can_compare(points)?;
        let mut random = stream(settings.seed, Step::Uniform);
        progress.begin("typology-uniform", settings.null_samples as u64);
        let samples =
            uniform_samples(points, settings.null_samples, &mut random).inspect(|_| progress.advance(1));
        let test = null_by(points, samples, &mut self.least_share());
        progress.end();
        test.ok_or(Undefined::ConstantValues)
    }

    fn association(&self, points: &[Point], progress: &dyn Progress) -> Defined<NullTest> {
        let settings = self.settings;
        if points[0].len() < 2 {
            return Err(Undefined::TooFew { needed: 2, present: points[0].len() });
        }
        self.can_compare(points)?;
        let mut random = stream(settings.seed, Step::Association);
        progress.begin("typology-association", settings.null_samples as u64);
        let samples = (0..settings.null_samples)
            .map(|_| {
                let mut permuted = points.to_vec();
                for axis in 1..points[0].len() {
                    let mut column: Vec<f64> = points.iter().map(|point| point[axis]).collect();
                    column.shuffle(&mut random);
                    permuted.iter_mut().zip(column).for_each(|(point, value)| point[axis] = value);
                }
                permuted
            })
            .inspect(|_| progress.advance(1));
        let test = null_by(points, samples, &mut self.least_share());
        progress.end();
        test.ok_or(Undefined::ConstantValues)
    }
}

/// Compares every two methods that group all cases, the retained one first.
fn pairs(labels: &[usize], methods: &[Moves], checks: &[Moves]) -> Vec<Pair> {
    let retained: Vec<Option<usize>> = labels.iter().copied().map(Some).collect();
    let exact = if labels.len() <= MOST_CASES { Method::Exact } else { Method::KMeans };
    let shown = |moves: &&Moves| {
        let compared = !matches!(
            moves.method,
            Method::Researcher | Method::Coder { .. } | Method::Measure { .. } | Method::Scaling { .. }
        );
        compared && moves.labels.iter().all(Option::is_some)
    };
    let mut all: Vec<(&Method, &[Option<usize>])> = vec![(&exact, &retained)];
    all.extend(
        methods.iter().chain(checks).filter(shown).map(|moves| (&moves.method, moves.labels.as_slice())),
    );
    let mut pairs = Vec::new();
    for (place, (one, own)) in all.iter().enumerate() {
        for (other, theirs) in &all[place + 1..] {
            let (left, right): (Vec<usize>, Vec<usize>) =
                own.iter().zip(*theirs).filter_map(|(left, right)| Some(((*left)?, (*right)?))).unzip();
            let alike = likeness(&left, &right);
            pairs.push(Pair {
                one: (*one).clone(),
                other: (*other).clone(),
                cases: left.len(),
                ari: alike.ari,
                ami: alike.ami,
            });
        }
    }
    pairs
}

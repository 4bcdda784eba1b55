//! What a typology holds: everything a report or `propos typology --json` needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::axis::{AxisDefinition, AxisValue, Scaling};
use super::exact::Optimum;
use super::hierarchical::Tree;
use super::mixture::Shape;
use super::trials::Stability;
use super::validity::NullTest;
use super::verdict::{Evidence, Verdict};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::domain::id::{AxisId, CoderId, TranscriptId};
use crate::domain::settings::{Level, Measure, Quadrant, StudySettings};

/// Choices of the researcher, all printed with the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Number of groups.
    pub groups: usize,
    /// Axes in their order, each with what its codes count; empty: every axis the codebook weighs,
    /// by first appearance, measured by intensity.
    pub axes: Vec<(AxisId, Measure)>,
    /// Other measures tried, to see which cases move.
    pub sensitivity: Vec<Measure>,
    /// How axes are brought to one scale.
    pub scaling: Scaling,
    /// Seed of every draw.
    pub seed: u64,
    /// Draws between coders, and draws of weights.
    pub draws: usize,
    /// Samples without groups.
    pub null_samples: usize,
    /// Starts of k-means.
    pub starts: usize,
    /// A case whose profile is kept in a smaller share of the draws is a boundary case.
    pub boundary: f64,
    /// Whether the partition is put to every trial of [`Stability`], which takes longer.
    pub stability: bool,
    /// The researcher's own placing of a case, beside the computed one.
    pub assigned: BTreeMap<TranscriptId, Quadrant>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            groups: 4,
            axes: Vec::new(),
            sensitivity: Measure::ALL.to_vec(),
            scaling: Scaling::Z,
            seed: 20_230_601,
            draws: 1000,
            null_samples: 999,
            starts: 200,
            boundary: 0.8,
            stability: false,
            assigned: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Takes the choices of a study.
    pub fn of(study: &StudySettings) -> Self {
        let typology = &study.typology;
        let axes = [&typology.horizontal, &typology.vertical]
            .into_iter()
            // A study may declare no axis: then neither has a name.
            .filter(|id| !id.as_str().is_empty())
            .map(|id| {
                let declared = study.axes.iter().find(|axis| axis.id == *id);
                (id.clone(), declared.map_or(Measure::Intensity, |axis| axis.measure))
            })
            .collect();
        Self {
            groups: typology.profiles,
            axes,
            sensitivity: typology.sensitivity.clone(),
            seed: typology.seed,
            draws: typology.draws,
            assigned: study.assignments.iter().map(|one| (one.case.clone(), one.quadrant)).collect(),
            ..Self::default()
        }
    }
}

/// Why there is no typology.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TypologyError {
    /// Fewer cases with a value on every axis than groups asked.
    #[error("cannot make {groups} groups of {cases} cases")]
    TooFewCases {
        /// Cases that can be placed.
        cases: usize,
        /// Groups asked.
        groups: usize,
    },
    /// No code of the codebook weighs on an axis asked.
    #[error("no code weighs on the axis {axis}")]
    EmptyAxis {
        /// The axis.
        axis: AxisId,
    },
    /// No axis at all, or all of them constant.
    #[error("no axis distinguishes the cases")]
    NoAxis,
    /// The groups asked cannot be made: too many cases coincide.
    #[error("fewer than {groups} groups can be told apart")]
    Coincident {
        /// Groups asked.
        groups: usize,
    },
}

/// Why an axis does not take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Dropped {
    /// All cases have the same value.
    Constant,
    /// A case has no value.
    Missing,
}

/// One case on one axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AxisRow {
    /// All coders together: the headline. None when too many codes are missing.
    pub pooled: Option<AxisValue>,
    /// min ÷ max of both parts; undefined when nothing is said either way.
    #[serde(serialize_with = "undefined::serialize")]
    pub ambivalence: Defined,
    /// Each coder alone; none for a coder who coded nothing in the case.
    pub by_coder: Vec<Option<AxisValue>>,
    /// Pooled value, standardised; none when the axis is dropped.
    pub scaled: Option<f64>,
}

/// One axis over all cases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AxisTable {
    /// Its codes and weights.
    #[serde(flatten)]
    pub definition: AxisDefinition,
    /// In the order of the cases.
    pub rows: Vec<AxisRow>,
    /// Mean of the pooled values; undefined under two cases.
    #[serde(serialize_with = "undefined::serialize")]
    pub mean: Defined,
    /// Their standard deviation, n − 1.
    #[serde(serialize_with = "undefined::serialize")]
    pub deviation: Defined,
    /// Why it takes no part in the grouping, if so.
    pub dropped: Option<Dropped>,
}

/// A way of grouping the cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "method")]
pub enum Method {
    /// The exact optimum of k-means.
    Exact,
    /// linfa's k-means from many starts.
    KMeans,
    /// Ward's tree, cut.
    Ward,
    /// The axes cut at their means.
    Quadrants,
    /// The retained method on one coder's codings.
    Coder {
        /// The coder.
        coder: CoderId,
    },
    /// The retained method on another measure of the codes.
    Measure {
        /// The measure.
        measure: Measure,
    },
    /// The retained method on another scaling of the axes.
    Scaling {
        /// The scaling.
        scaling: Scaling,
    },
    /// Ward on the first principal components of all standardised codes.
    Components,
    /// The same, consolidated by k-means (hierarchical clustering on principal components).
    ConsolidatedComponents,
    /// Ward on the first axes of a correspondence analysis of the codes' presence, consolidated.
    Correspondence,
    /// Average linkage on Jaccard's distances between sets of codes.
    Jaccard,
    /// Axes that go both ways cut at zero, the others at their means.
    #[serde(rename = "quadrants-zero")]
    QuadrantsZero,
    /// The most probable group of a Gaussian mixture.
    Mixture {
        /// Its shape.
        shape: Shape,
    },
    /// The researcher's own assignment.
    Researcher,
}

impl Method {
    /// Names the method for the catalogue, after `typology-method-`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::KMeans => "kmeans",
            Self::Ward => "ward",
            Self::Quadrants => "quadrants",
            Self::Coder { .. } => "coder",
            Self::Measure { measure } => measure.name(),
            Self::Scaling { scaling: Scaling::Z } => "z",
            Self::Scaling { scaling: Scaling::Robust } => "robust",
            Self::Scaling { scaling: Scaling::Ranks } => "ranks",
            Self::Components => "components",
            Self::ConsolidatedComponents => "consolidated-components",
            Self::Correspondence => "correspondence",
            Self::Jaccard => "jaccard",
            Self::QuadrantsZero => "quadrants-zero",
            Self::Mixture { shape: Shape::Spherical } => "mixture-spherical",
            Self::Mixture { shape: Shape::Diagonal } => "mixture-diagonal",
            Self::Researcher => "researcher",
        }
    }
}

/// One method's partition beside the retained one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moves {
    /// The method.
    #[serde(flatten)]
    pub method: Method,
    /// Profile of each case, from 0, matched to the retained ones by the largest number of common
    /// cases; numbers over the last profile are groups without a partner. None: case not grouped.
    pub labels: Vec<Option<usize>>,
    /// Adjusted Rand index with the retained partition, on the cases grouped.
    #[serde(serialize_with = "undefined::serialize")]
    pub ari: Defined,
    /// Adjusted mutual information, likewise.
    #[serde(serialize_with = "undefined::serialize")]
    pub ami: Defined,
    /// Cases that leave their profile.
    pub moved: Vec<TranscriptId>,
    /// Within-group squares in the retained space; undefined when some case is not grouped.
    #[serde(serialize_with = "undefined::serialize")]
    pub within: Defined,
}

/// One group of cases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// From 1: P1, P2, …
    pub number: usize,
    /// Place of its centre on each axis kept, relative to the mean of the cases; empty for the only group.
    pub levels: Vec<Level>,
    /// By rising first axis.
    pub cases: Vec<TranscriptId>,
    /// Mean on each axis, raw; none for an axis with a missing case.
    pub centre: Vec<Option<f64>>,
    /// Mean on each axis kept, standardised.
    pub scaled_centre: Vec<f64>,
    /// A single case: not a profile.
    pub single: bool,
}

/// How firmly one case stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Membership {
    /// The case.
    pub case: TranscriptId,
    /// Its profile, from 1.
    pub profile: usize,
    /// Its silhouette, −1 to 1; 0 alone in its group (Rousseeuw's convention); undefined with a single
    /// group.
    #[serde(serialize_with = "undefined::serialize")]
    pub silhouette: Defined,
    /// The profile it would go to, from 1; undefined likewise.
    #[serde(serialize_with = "undefined::serialize")]
    pub neighbour: Defined<usize>,
    /// Share of the draws between coders in each profile; undefined without a draw, and for a case that
    /// fewer than two coders read: the draws then leave it as it is, whatever it is worth.
    #[serde(serialize_with = "undefined::serialize")]
    pub coder_shares: Defined<Vec<f64>>,
    /// Share of the draws between coders that keep its profile.
    #[serde(serialize_with = "undefined::serialize")]
    pub kept: Defined,
    /// Share of the draws of weights that keep its profile.
    #[serde(serialize_with = "undefined::serialize")]
    pub kept_weights: Defined,
    /// Whether `kept` is under the boundary.
    pub boundary: bool,
    /// Removals of another case that leave it in its profile, of `removals`.
    pub stays: usize,
    /// Removals that could be grouped.
    pub removals: usize,
    /// Methods other than the retained one that leave it in its profile, of those in [`Moves`] that
    /// group it.
    pub agreeing: usize,
}

/// The grouping without one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOut {
    /// The case left out.
    pub case: TranscriptId,
    /// Profile of the others, matched; none for the case itself.
    pub labels: Vec<Option<usize>>,
    /// Agreement with the retained partition on the others.
    #[serde(serialize_with = "undefined::serialize")]
    pub ari: Defined,
}

/// How good the retained partition is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Structure {
    /// Within-group sum of squares.
    pub within: f64,
    /// Total sum of squares.
    pub total: f64,
    /// Exact optimum with its runners-up; none above fifteen cases.
    pub optimum: Option<Optimum>,
    /// Runner-up ÷ optimum; above fifteen cases, of the partitions that the starts ended in. Undefined
    /// where there is no second one, or no spread within the groups.
    #[serde(serialize_with = "undefined::serialize")]
    pub runner_up_ratio: Defined,
    /// What the starts of k-means ended in, above fifteen cases.
    pub starts: Option<Starts>,
    /// Mean silhouette.
    #[serde(serialize_with = "undefined::serialize")]
    pub silhouette: Defined,
    /// Caliński–Harabasz index.
    #[serde(serialize_with = "undefined::serialize")]
    pub calinski_harabasz: Defined,
    /// Davies–Bouldin index.
    #[serde(serialize_with = "undefined::serialize")]
    pub davies_bouldin: Defined,
    /// Against samples of one Gaussian cloud, grouped alike; undefined without samples.
    #[serde(serialize_with = "undefined::serialize")]
    pub gaussian_null: Defined<NullTest>,
}

/// What the starts of k-means ended in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Starts {
    /// Starts made.
    pub made: usize,
    /// Those that reached the partition retained.
    pub reached: usize,
}

/// A partition adopted, with all that challenges it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Typology {
    /// The choices made.
    pub settings: Settings,
    /// Cases grouped, by id.
    pub cases: Vec<TranscriptId>,
    /// Cases left out because an axis has no value for them.
    pub unplaced: Vec<TranscriptId>,
    /// Coders, by id.
    pub coders: Vec<CoderId>,
    /// Axes, rows in the order of `cases`.
    pub axes: Vec<AxisTable>,
    /// Profile of each case, from 0.
    pub labels: Vec<usize>,
    /// Cases for display: by profile, then rising first axis.
    pub order: Vec<TranscriptId>,
    /// The profiles, P1 first.
    pub groups: Vec<Group>,
    /// How good it is.
    pub structure: Structure,
    /// Every other method, the ones of the report first.
    pub methods: Vec<Moves>,
    /// Ward's tree on the standardised axes; leaves by place in `cases`.
    pub tree: Option<Tree>,
    /// Leaves for drawing: lower first axis first at each fork.
    pub leaf_order: Vec<usize>,
    /// Correlation of the tree's heights with the distances.
    #[serde(serialize_with = "undefined::serialize")]
    pub cophenetic: Defined,
    /// Each case removed in turn.
    pub left_out: Vec<LeftOut>,
    /// Each case's firmness.
    pub membership: Vec<Membership>,
    /// Draws between coders that could be grouped.
    pub coder_draws: usize,
    /// Draws of weights that could be grouped.
    pub weight_draws: usize,
    /// Every other trial, when asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stability: Option<Stability>,
}

impl Typology {
    /// Says whether the groups are separated, from the printed figures.
    pub fn verdict(&self) -> Verdict {
        self.evidence().verdict()
    }

    /// Gathers the figures that the verdict follows from.
    pub fn evidence(&self) -> Evidence {
        let null = self.structure.gaussian_null.as_ref();
        Evidence {
            null_p: null.ok().map(|test| test.p),
            null_draws: null.map_or(0, |test| test.draws),
            solutions: self.structure.optimum.as_ref().map(|optimum| optimum.solutions),
        }
    }

    /// Finds a case's place in `cases`.
    pub fn index(&self, case: &TranscriptId) -> Option<usize> {
        self.cases.binary_search(case).ok()
    }

    /// Returns a case's profile, from 1.
    pub fn profile(&self, case: &TranscriptId) -> Option<usize> {
        self.index(case).map(|index| self.labels[index] + 1)
    }

    /// Returns the cases' places on the axes kept, standardised.
    pub fn points(&self) -> Vec<Vec<f64>> {
        (0..self.cases.len())
            .map(|case| self.axes.iter().filter_map(|axis| axis.rows.get(case)?.scaled).collect())
            .collect()
    }
}

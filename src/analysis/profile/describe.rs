//! Typical codes and typical cases of each profile.

use serde::Serialize;

use super::v_test::{self, NOTABLE};
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::analysis::typology::Typology;
use crate::analysis::typology::point::distance;
use crate::domain::id::{CodeId, TranscriptId};

/// Distances that differ by less are a tie.
const TIE: f64 = 1e-9;

/// A code in a profile, against all cases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodeTest {
    /// The code.
    pub code: CodeId,
    /// Value-test of its highest intensities; with three cases it ranks, it does not prove.
    #[serde(serialize_with = "undefined::serialize")]
    pub v: Defined,
    /// Mean intensity in the profile, 0 to 3.
    pub mean: f64,
    /// Mean intensity of all cases.
    pub overall: f64,
    /// Cases of the profile where it is given.
    pub interviews: usize,
    /// Extracts in the profile.
    pub extracts: usize,
    /// Whether it weighs on an axis: a test of it would be circular.
    pub active: bool,
}

/// Where a case stands between its profile and the next.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// The case.
    pub case: TranscriptId,
    /// Distance to its own centre, in standard deviations of the axes.
    pub own: f64,
    /// Distance to the nearest other centre; undefined with a single profile.
    #[serde(serialize_with = "undefined::serialize")]
    pub other: Defined,
    /// (other − own) ÷ (other + own): 1 at its centre, 0 half way, negative when nearer to another.
    #[serde(serialize_with = "undefined::serialize")]
    pub margin: Defined,
}

/// What distinguishes a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Profile {
    /// From 1.
    pub number: usize,
    /// Every code, the most over-represented first, undefined ones last.
    pub codes: Vec<CodeTest>,
    /// Its cases, the nearest to the centre first.
    pub cases: Vec<Standing>,
    /// The most central case; several when they tie (two cases always do).
    pub paragon: Vec<TranscriptId>,
    /// Cases that the draws between coders keep in the profile less often than the boundary.
    pub boundary: Vec<TranscriptId>,
    /// The case nearest to another profile; none with a single profile.
    pub border: Option<TranscriptId>,
    /// The case farthest from every other centre; none with a single profile.
    pub specific: Option<TranscriptId>,
}

impl Profile {
    /// Lists the codes notably more intense here (v ≥ [`NOTABLE`]), strongest first.
    pub fn typical(&self) -> impl Iterator<Item = &CodeTest> {
        self.codes.iter().filter(|code| code.v.is_ok_and(|v| v >= NOTABLE))
    }

    /// Lists the codes notably less intense here (v ≤ −[`NOTABLE`]), strongest first.
    pub fn atypical(&self) -> impl Iterator<Item = &CodeTest> {
        self.codes.iter().rev().filter(|code| code.v.is_ok_and(|v| v <= -NOTABLE))
    }

    /// Finds a code's test.
    pub fn code(&self, code: &CodeId) -> Option<&CodeTest> {
        self.codes.iter().find(|test| test.code == *code)
    }
}

/// Describes every profile of a typology by the codes of its cases.
pub fn describe(typology: &Typology, matrix: &CaseMatrix) -> Vec<Profile> {
    let points = typology.points();
    let rows: Vec<Option<usize>> = typology.cases.iter().map(|case| matrix.row(case)).collect();
    typology
        .groups
        .iter()
        .map(|group| {
            let label = group.number - 1;
            let member: Vec<bool> = typology.labels.iter().map(|own| *own == label).collect();
            let mut codes: Vec<CodeTest> = (0..matrix.codes.len())
                .map(|column| test_code(typology, matrix, &rows, &member, column))
                .collect();
            codes.sort_by(|one, other| {
                let key = |test: &CodeTest| test.v.unwrap_or(f64::NEG_INFINITY);
                (one.v.is_err())
                    .cmp(&other.v.is_err())
                    .then_with(|| key(other).total_cmp(&key(one)))
                    .then_with(|| one.code.cmp(&other.code))
            });
            let mut cases: Vec<Standing> = (0..typology.cases.len())
                .filter(|&case| member[case])
                .map(|case| stand(typology, &points, case))
                .collect();
            cases.sort_by(|one, other| {
                // Ties to rounding go by the smallest case.
                if (one.own - other.own).abs() <= TIE {
                    one.case.cmp(&other.case)
                } else {
                    one.own.total_cmp(&other.own)
                }
            });
            let nearest = cases.first().map_or(0.0, |first| first.own);
            Profile {
                number: group.number,
                paragon: cases
                    .iter()
                    .filter(|standing| standing.own <= nearest + TIE)
                    .map(|standing| standing.case.clone())
                    .collect(),
                boundary: typology
                    .membership
                    .iter()
                    .filter(|one| one.profile == group.number && one.boundary)
                    .map(|one| one.case.clone())
                    .collect(),
                border: cases
                    .iter()
                    .filter_map(|standing| Some((standing.margin.ok()?, &standing.case)))
                    .min_by(|one, other| one.0.total_cmp(&other.0))
                    .map(|(_, case)| case.clone()),
                specific: cases
                    .iter()
                    .rev()
                    .filter_map(|standing| Some((standing.other.ok()?, &standing.case)))
                    .max_by(|one, other| one.0.total_cmp(&other.0))
                    .map(|(_, case)| case.clone()),
                codes,
                cases,
            }
        })
        .collect()
}

fn test_code(
    typology: &Typology,
    matrix: &CaseMatrix,
    rows: &[Option<usize>],
    member: &[bool],
    column: usize,
) -> CodeTest {
    let code = &matrix.codes[column];
    let intensities: Vec<Option<f64>> =
        rows.iter().map(|row| Some(f64::from(matrix.cells[(*row)?][column].intensity))).collect();
    let mean = |kept: &dyn Fn(usize) -> bool| {
        let values: Vec<f64> = intensities
            .iter()
            .enumerate()
            .filter(|(case, _)| kept(*case))
            .filter_map(|(_, value)| *value)
            .collect();
        if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
    };
    let own = || {
        rows.iter()
            .zip(member)
            .filter(|(_, member)| **member)
            .filter_map(|(row, _)| Some(&matrix.cells[(*row)?][column]))
    };
    CodeTest {
        code: code.clone(),
        v: v_test::numeric(&intensities, member),
        mean: mean(&|case| member[case]),
        overall: mean(&|_| true),
        interviews: own().filter(|cell| cell.extracts > 0).count(),
        extracts: own().map(|cell| cell.extracts).sum(),
        active: typology.axes.iter().any(|axis| axis.definition.codes.iter().any(|(known, _)| known == code)),
    }
}

fn stand(typology: &Typology, points: &[Vec<f64>], case: usize) -> Standing {
    let mut own = 0.0;
    let mut other: Option<f64> = None;
    for group in &typology.groups {
        let gap = distance(&points[case], &group.scaled_centre);
        if group.number - 1 == typology.labels[case] {
            own = gap;
        } else {
            other = Some(other.map_or(gap, |least| least.min(gap)));
        }
    }
    let other = other.ok_or(Undefined::SingleGroup);
    let margin = other.and_then(|other| {
        let both = other + own;
        if both > 0.0 { Ok((other - own) / both) } else { Err(Undefined::ZeroDenominator) }
    });
    Standing { case: typology.cases[case].clone(), own, other, margin }
}

//! The sheet of a profile: every code by both value-tests, p where it may be given.

use serde::Serialize;

use super::describe::{CodeTest, Profile};
use super::secondary::{self, Way};
use super::v_test::{self, Category};
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::analysis::typology::Typology;

/// A code in a profile, in full.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodeSheet {
    /// Value-test of its intensity, means, counts, and whether it is active.
    #[serde(flatten)]
    pub test: CodeTest,
    /// Value-test of its presence, with shares; undefined for a code present everywhere or nowhere.
    #[serde(serialize_with = "undefined::serialize")]
    pub presence: Defined<Category>,
    /// Permutation p of its intensity; undefined ([`Undefined::Circular`]) for an active code.
    #[serde(serialize_with = "undefined::serialize")]
    pub p: Defined,
    /// How p was found; none for an active code.
    pub way: Option<Way>,
}

/// Describes every code of a profile, in the order of its value-tests.
pub fn codes(profile: &Profile, typology: &Typology, matrix: &CaseMatrix) -> Vec<CodeSheet> {
    let rows: Vec<Option<usize>> = typology.cases.iter().map(|case| matrix.row(case)).collect();
    let member: Vec<bool> = typology.labels.iter().map(|label| label + 1 == profile.number).collect();
    let seed = typology.settings.seed;
    profile
        .codes
        .iter()
        .map(|test| {
            let column = matrix.column(&test.code);
            let cell = |row: &Option<usize>| Some(&matrix.cells[(*row)?][column?]);
            let has: Vec<Option<bool>> =
                rows.iter().map(|row| cell(row).map(|cell| cell.extracts > 0)).collect();
            let (p, way) = if test.active {
                (Err(Undefined::Circular), None)
            } else {
                let intensities: Vec<Option<f64>> =
                    rows.iter().map(|row| cell(row).map(|cell| f64::from(cell.intensity))).collect();
                let (p, way) = secondary::mean_difference(&intensities, &member, seed);
                (p, Some(way))
            };
            CodeSheet { test: test.clone(), presence: v_test::categorical(&has, &member), p, way }
        })
        .collect()
}

//! Do the last interviews still bring new codes?

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::material::Material;
use super::run::{self, Computation};
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::saturation::{Accumulation, accumulate};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::domain::TranscriptId;
use crate::domain::day::Day;
use crate::text::Language;

/// An interview in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SaturationStep {
    /// The interview.
    pub case: String,
    /// Its day; `null` when undated, and then it comes after the dated ones.
    pub day: Option<String>,
    /// Codes met for the first time.
    pub new: usize,
    /// Codes met so far.
    pub met: usize,
    /// Codes met in as many interviews drawn at random, on average over all orders.
    pub mean: f64,
    /// Standard deviation of that number.
    pub sd: f64,
}

/// How codes accumulate.
#[derive(Clone, Debug, Serialize)]
pub struct SaturationOutcome {
    /// In the order of their days.
    pub steps: Vec<SaturationStep>,
    /// Interviews that nobody coded: what was not read is not without codes, and they are left out.
    pub uncoded: Vec<String>,
    /// Codes of the codebook.
    pub codebook: usize,
    /// Its codes that no interview has.
    pub never_met: Vec<String>,
    /// The whole accumulation.
    #[serde(serialize_with = "undefined::serialize")]
    pub accumulation: Defined<Accumulation>,
    /// Always true: codes come from a book, and what is not in it cannot be met. No curve shows more than
    /// that the book is used up.
    pub bounded_by_codebook: bool,
}

/// Interviews that somebody coded, in the order of their days, undated ones last, with their row of the
/// matrix.
fn in_order<'m>(material: &'m Material, matrix: &CaseMatrix) -> Vec<(usize, Option<Day>, &'m TranscriptId)> {
    let mut order: Vec<(Option<Day>, &TranscriptId)> =
        material.transcripts.iter().map(|one| (one.day(), &one.id)).collect();
    // Undated ones come last, so that they do not pass for the first.
    order.sort_unstable_by_key(|(day, id)| (day.is_none(), *day, *id));
    let placed = order.into_iter().filter_map(|(day, id)| Some((matrix.row(id)?, day, id)));
    placed.filter(|(row, ..)| matrix.cases[*row].segments > 0).collect()
}

/// Which codes the interviews of `rows` have.
fn presence(matrix: &CaseMatrix, rows: &[(usize, Option<Day>, &TranscriptId)]) -> Vec<Vec<bool>> {
    rows.iter().map(|(row, ..)| matrix.cells[*row].iter().map(|cell| cell.extracts > 0).collect()).collect()
}

/// Follows how codes accumulate, and keeps the result.
///
/// # Errors
/// There is no coding; the database cannot be written.
pub async fn compute(
    context: &Context,
    material: &Material,
    language: Language,
) -> Result<SaturationOutcome, AppError> {
    let outcome = follow(material)?;
    let how = Computation {
        method: "saturation",
        parameters: serde_json::json!({}),
        seed: 0,
        inputs: material.fingerprint()?,
        language,
    };
    run::keep(context, how, &outcome).await?;
    Ok(outcome)
}

/// Follows how codes accumulate.
///
/// # Errors
/// There is no coding.
pub fn follow(material: &Material) -> Result<SaturationOutcome, AppError> {
    if material.codings.is_empty() {
        return Err(AppError::Empty { missing: "codings" });
    }
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let rows = in_order(material, &matrix);
    let accumulation = accumulate(&presence(&matrix, &rows));
    let steps = accumulation.as_ref().map_or_else(|_| Vec::new(), |found| steps(found, &rows));
    let never = |code: &&crate::domain::codebook::Code| {
        matrix.column(&code.id).is_none_or(|column| matrix.interviews(column) == 0)
    };
    let uncoded = matrix.cases.iter().filter(|case| case.segments == 0);
    Ok(SaturationOutcome {
        steps,
        uncoded: uncoded.map(|case| case.case.0.clone()).collect(),
        codebook: material.codebook.codes().count(),
        never_met: material.codebook.codes().filter(never).map(|code| code.id.0.clone()).collect(),
        accumulation,
        bounded_by_codebook: true,
    })
}

fn steps(found: &Accumulation, rows: &[(usize, Option<Day>, &TranscriptId)]) -> Vec<SaturationStep> {
    let mut met = 0;
    let step = |(at, (_, day, id)): (usize, &(usize, Option<Day>, &TranscriptId))| {
        met += found.new_codes[at];
        SaturationStep {
            case: id.0.clone(),
            day: day.map(|day| day.to_string()),
            new: found.new_codes[at],
            met,
            mean: found.mean[at],
            sd: found.sd[at],
        }
    };
    rows.iter().enumerate().map(step).collect()
}

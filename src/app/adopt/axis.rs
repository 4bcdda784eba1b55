//! How an axis is measured, and what a code weighs on it.

use serde_json::json;

use super::settle::{Decision, settle};
use crate::app::codebook::{CodebookChange, change};
use crate::app::{AppError, Context};
use crate::domain::codebook::CodePatch;
use crate::domain::settings::Measure;
use crate::domain::{AxisId, CodeId};

/// The heaviest a code can be: an axis is a mean, and one code is not all of it.
const HEAVIEST: f64 = 10.0;

/// Measures an axis otherwise.
///
/// # Errors
/// The study has no such axis, or the database cannot be written.
pub async fn measure(
    context: &Context,
    operation: &str,
    axis: &AxisId,
    measure: Measure,
) -> Result<i64, AppError> {
    let summary = json!({ "axis": axis, "measure": measure });
    settle(context, Decision { operation, kind: "measure-axis", summary }, |settings| {
        let known = settings.axes.iter_mut().find(|known| known.id == *axis);
        known.ok_or_else(|| unknown("axis", axis.as_str()))?.measure = measure;
        Ok(())
    })
    .await
}

/// Gives a code a weight on an axis; 0 takes it off the axis.
///
/// # Errors
/// The study has no such code or axis, the weight is no usual number, the axis would be left without
/// a code, or the database cannot be written.
pub async fn weigh(
    context: &Context,
    operation: &str,
    code: &CodeId,
    axis: &AxisId,
    weight: f64,
) -> Result<i64, AppError> {
    if !weight.is_finite() || weight.abs() > HEAVIEST {
        return Err(AppError::Unwritten { what: "weight" });
    }
    let codebook = context.store.codebook().await?;
    if weight == 0.0 && codebook.on_axis(axis).all(|(known, _)| known.id == *code) {
        return Err(AppError::Unwritten { what: "axis" });
    }
    let patch = CodePatch { weights: Some(vec![(axis.clone(), weight)]), ..CodePatch::default() };
    let wanted = CodebookChange::Code { code: code.clone(), patch };
    Ok(change(context, Some(operation), &wanted).await?.operation)
}

fn unknown(kind: &'static str, name: &str) -> AppError {
    AppError::Unknown { kind, name: name.to_owned(), nearest: None }
}

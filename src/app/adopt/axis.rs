//! How an axis is measured, and what a code weighs on it.

use serde_json::json;

use super::settle::{Decision, made_already, settle};
use crate::app::{AppError, Context};
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
    if let Some(number) = made_already(context, operation).await? {
        return Ok(number);
    }
    let (store, coder) = (&context.store, context.coder.as_str());
    let mut change = store.begin(operation, &context.clock.now(), coder, "weigh-code").await?;
    let mut codebook = store.codebook().await?;
    let settings: Option<crate::domain::settings::StudySettings> = store.setting("study").await?;
    if !settings.is_some_and(|settings| settings.axes.iter().any(|known| known.id == *axis)) {
        return Err(unknown("axis", axis.as_str()));
    }
    let holds = |theme: &crate::domain::codebook::Theme| theme.codes.iter().any(|one| one.id == *code);
    let position = codebook.themes.iter().position(holds).ok_or_else(|| unknown("code", code.as_str()))?;
    for one in codebook.themes[position].codes.iter_mut().filter(|one| one.id == *code) {
        match one.weights.iter_mut().find(|(known, _)| known == axis) {
            Some(known) => known.1 = weight,
            None => one.weights.push((axis.clone(), weight)),
        }
        one.weights.retain(|(_, weight)| *weight != 0.0);
    }
    if codebook.on_axis(axis).next().is_none() {
        return Err(AppError::Unwritten { what: "axis" });
    }
    change.put_theme(position, &codebook.themes[position]).await?;
    Ok(change.commit(&json!({ "code": code, "axis": axis })).await?)
}

fn unknown(kind: &'static str, name: &str) -> AppError {
    AppError::Unknown { kind, name: name.to_owned(), nearest: None }
}

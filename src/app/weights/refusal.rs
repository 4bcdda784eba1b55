//! Why there are no weights.

use crate::analysis::weighting::Refused;
use crate::i18n::Value;

/// Returns the message that says why there are no weights, with its arguments: the category in the way,
/// where there is one.
pub fn refusal(reason: &Refused) -> (&'static str, [(&'static str, Value<'_>); 2]) {
    let (key, variable, category) = match reason {
        Refused::EmptyCategory { variable, category } => {
            ("error-weights-empty", variable.as_str(), category.as_str())
        }
        Refused::EmptyPopulation { variable } => ("error-weights-population", variable.as_str(), ""),
        Refused::UnknownCategory { variable, category } => {
            ("error-weights-unknown", variable.as_str(), category.as_str())
        }
        Refused::InvalidCount { variable, category } => {
            ("error-weights-invalid", variable.as_str(), category.as_str())
        }
        Refused::InconsistentTotals { first, second, .. } => {
            ("error-weights-totals", first.as_str(), second.as_str())
        }
        Refused::NotSettled { .. } => ("error-weights-settled", "", ""),
        Refused::LengthMismatch { variable } => ("error-weights-nobody", variable.as_str(), ""),
        Refused::NoMargin => ("error-weights-margin", "", ""),
        Refused::NoRespondent => ("error-weights-nobody", "", ""),
    };
    (key, [("variable", variable.into()), ("category", category.into())])
}

//! Why no weights meet the margins.

use crate::analysis::weighting::Refused;

/// Returns the message of a refusal with the two names in it, the variable's and the category's.
pub fn refusal(reason: &Refused) -> (&'static str, &str, &str) {
    match reason {
        Refused::EmptyCategory { variable, category } => ("error-weights-empty", variable, category),
        Refused::UnknownCategory { variable, category } => ("error-weights-unknown", variable, category),
        Refused::InvalidCount { variable, category } => ("error-weights-invalid", variable, category),
        Refused::InconsistentTotals { first, second, .. } => ("error-weights-totals", first, second),
        Refused::NotSettled { .. } => ("error-weights-settled", "", ""),
        Refused::LengthMismatch { .. } | Refused::NoRespondent => ("error-weights-nobody", "", ""),
        Refused::NoMargin => ("error-weights-margin", "", ""),
    }
}

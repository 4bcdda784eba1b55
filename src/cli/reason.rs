//! Why a figure has no value, in words.

use super::ui::Ui;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Writes a figure by `write`, or why there is none.
pub(super) fn or_reason<T>(ui: &Ui, figure: &Defined<T>, write: impl FnOnce(&T) -> String) -> String {
    match figure {
        Ok(value) => write(value),
        Err(why) => {
            let reason = ui.catalog.plain(key(*why));
            ui.catalog.text("figure-undefined", &[("reason", reason.into())])
        }
    }
}

fn key(why: Undefined) -> &'static str {
    match why {
        Undefined::Circular => "figure-because-circular",
        Undefined::ConstantValues | Undefined::FlatCurve => "figure-because-constant",
        Undefined::SingleCategory | Undefined::EmptyTable => "figure-because-single",
        Undefined::NoObservations => "figure-because-none",
        Undefined::SingleGroup => "figure-because-group",
        Undefined::TooFew { .. } | Undefined::MissingIndicators => "figure-because-few",
        Undefined::NotReached => "figure-because-not-reached",
        Undefined::NotSettled => "figure-because-not-settled",
        Undefined::TooLarge => "figure-because-large",
        Undefined::UndefinedReplicates => "figure-because-replicates",
        Undefined::InvalidValue | Undefined::LengthMismatch => "figure-because-invalid",
        _ => "figure-because-denominator",
    }
}

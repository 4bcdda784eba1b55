//! Why a figure has no value, in words.

use super::ui::Ui;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Writes a figure by `write`, or why there is none.
pub(super) fn or_reason<T>(ui: &Ui, figure: &Defined<T>, write: impl FnOnce(&T) -> String) -> String {
    match figure {
        Ok(value) => write(value),
        Err(why) => {
            let reason = ui.catalog.plain(key(*why));
            ui.catalog.text("survey-undefined", &[("reason", reason.into())])
        }
    }
}

fn key(why: Undefined) -> &'static str {
    match why {
        Undefined::Circular => "survey-because-circular",
        Undefined::ConstantValues | Undefined::FlatCurve => "survey-because-constant",
        Undefined::SingleCategory | Undefined::EmptyTable => "survey-because-single",
        Undefined::NoObservations => "survey-because-none",
        Undefined::SingleGroup => "survey-because-group",
        Undefined::TooFew { .. } | Undefined::MissingIndicators => "survey-because-few",
        Undefined::NotReached => "survey-because-not-reached",
        Undefined::NotSettled => "survey-because-not-settled",
        Undefined::TooLarge => "survey-because-large",
        Undefined::UndefinedReplicates => "survey-because-replicates",
        Undefined::InvalidValue | Undefined::LengthMismatch => "survey-because-invalid",
        _ => "survey-because-denominator",
    }
}

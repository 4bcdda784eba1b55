//! Why a figure has no value, in words.

use super::ui::Ui;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Writes a figure by `write`, or why there is none.
pub(super) fn or_reason<T>(ui: &Ui, figure: &Defined<T>, write: impl FnOnce(&T) -> String) -> String {
    match figure {
        Ok(value) => write(value),
        Err(why) => ui.catalog.text("figure-undefined", &[("reason", reason(ui, *why).into())]),
    }
}

/// Says why a figure has no value. A command that has a nearer word for some reasons asks here for the
/// others: no reason may be told as another.
pub(super) fn reason(ui: &Ui, why: Undefined) -> String {
    ui.catalog.plain(match why {
        Undefined::Circular => "figure-because-circular",
        Undefined::ConstantValues => "figure-because-constant",
        Undefined::FlatCurve => "figure-because-flat",
        Undefined::SingleCategory | Undefined::EmptyTable => "figure-because-single",
        Undefined::NoObservations => "figure-because-none",
        Undefined::SingleGroup => "figure-because-group",
        Undefined::TooFew { .. } | Undefined::MissingIndicators => "figure-because-few",
        Undefined::NoPairableUnit => "figure-because-unpaired",
        Undefined::NotTwoCoders => "figure-because-two-coders",
        Undefined::ZeroDenominator => "figure-because-denominator",
        Undefined::CompleteSeparation => "figure-because-separation",
        Undefined::OverlappingUnits => "figure-because-overlap",
        Undefined::NeverPresent => "figure-because-never",
        Undefined::AlwaysPresent => "figure-because-always",
        Undefined::NotReached => "figure-because-not-reached",
        Undefined::NotSettled => "figure-because-not-settled",
        Undefined::TooLarge => "figure-because-large",
        Undefined::UndefinedReplicates => "figure-because-replicates",
        Undefined::InvalidValue | Undefined::LengthMismatch => "figure-because-invalid",
    })
}

//! Why a figure has no value, in words.

use super::error::CommandError;
use super::ui::Ui;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::i18n::format::number;

/// Writes a figure by `write`, or why there is none.
pub(super) fn or_reason<T>(ui: &Ui, figure: &Defined<T>, write: impl FnOnce(&T) -> String) -> String {
    match figure {
        Ok(value) => write(value),
        Err(why) => ui.catalog.text("figure-undefined", &[("reason", reason(ui, *why).into())]),
    }
}

/// The reasons told under a table: where a cell is too narrow for words, the sign of what is not available
/// stands with a number, and the same number with the words below.
#[derive(Debug, Default)]
pub(super) struct Reasons(Vec<String>);

impl Reasons {
    /// Writes a figure by `write`, or the sign that stands for the reason why there is none.
    pub(super) fn cell<T>(
        &mut self,
        ui: &Ui,
        figure: &Defined<T>,
        write: impl FnOnce(&T) -> String,
    ) -> String {
        match figure {
            Ok(value) => write(value),
            Err(why) => self.sign(ui, reason(ui, *why)),
        }
    }

    /// Returns the sign that stands for a reason in the command's own words.
    pub(super) fn sign(&mut self, ui: &Ui, words: String) -> String {
        let known = self.0.iter().position(|own| *own == words);
        let at = known.unwrap_or_else(|| {
            self.0.push(words);
            self.0.len() - 1
        });
        sign(ui, at)
    }

    /// Writes the reasons, a line each.
    pub(super) fn tell(self, ui: &mut Ui) -> Result<(), CommandError> {
        for (at, words) in self.0.iter().enumerate() {
            let sign = sign(ui, at);
            ui.say("figure-sign", &[("sign", sign.into()), ("reason", words.as_str().into())])?;
        }
        Ok(())
    }
}

fn sign(ui: &Ui, at: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut text = number::not_available(ui.catalog.language()).to_owned();
    text.extend((at + 1).to_string().bytes().map(|digit| RAISED[usize::from(digit - b'0')]));
    text
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
        Undefined::AtBound => "figure-because-bound",
        Undefined::ConstantReplicates => "figure-because-same",
        Undefined::UndefinedReplicates => "figure-because-replicates",
        Undefined::InvalidValue | Undefined::LengthMismatch => "figure-because-invalid",
    })
}

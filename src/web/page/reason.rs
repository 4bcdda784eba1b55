//! Why a figure of a page has no value, in words.

use crate::analysis::statistics::undefined::Undefined;
use crate::i18n::Catalog;

/// Says why a figure has no value. A page that has a nearer word for some reasons asks here for the
/// others: no reason may be told as another.
pub(crate) fn reason(words: &Catalog, why: Undefined) -> String {
    words.plain(match why {
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
        Undefined::AtBound => "figure-because-bound",
        Undefined::ConstantReplicates => "figure-because-same",
        Undefined::InvalidValue | Undefined::LengthMismatch => "figure-because-invalid",
    })
}

/// « indéfini (rien ne varie) ».
pub(crate) fn undefined(words: &Catalog, why: Undefined) -> String {
    words.text("figure-undefined", &[("reason", reason(words, why).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_reason_is_said_in_words() {
        let words = Catalog::new(Language::Fr);
        assert_eq!(undefined(&words, Undefined::ConstantValues), "indéfini (rien ne varie)");
        let few = Undefined::TooFew { needed: 3, present: 1 };
        assert!(reason(&words, few).starts_with("trop peu"), "{}", reason(&words, few));
    }
}

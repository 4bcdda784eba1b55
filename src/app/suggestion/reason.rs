//! Why a code proposes nothing, in words.

use crate::analysis::suggestion::{CodeMeasure, Silence};
use crate::i18n::Catalog;
use crate::i18n::format::number;

/// Says why a code is silent; nothing when it speaks.
pub fn why(catalog: &Catalog, code: &CodeMeasure) -> String {
    let Some(silence) = code.silence else { return String::new() };
    let (key, present, needed) = match silence {
        Silence::Retired => ("retired", 0, 0),
        Silence::FewRead { present, needed } => ("few-read", present, needed),
        Silence::NoExample => ("no-example", 0, 0),
        Silence::FewSentences { present, needed } => ("few-sentences", present, needed),
        Silence::FewInterviews { present, needed } => ("few-interviews", present, needed),
        Silence::OutOfReach => ("out-of-reach", 0, 0),
        Silence::FewProposals { present, needed } => ("few-proposals", present, needed),
        Silence::LowPrecision => ("low-precision", 0, 0),
    };
    let measured = code.precision.as_ref().map_or(0.0, |share| share.share * 100.0);
    let measured = number::percent(measured, 0, catalog.language());
    let arguments = [("present", present.into()), ("needed", needed.into()), ("measured", measured.into())];
    catalog.text(&format!("suggest-silent-{key}"), &arguments)
}

//! What clap found wrong with the words typed, in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Catalog;

/// Explains a usage error; none for the kinds that have no message of ours.
pub(super) fn explain(catalog: &Catalog, error: &clap::Error) -> Option<String> {
    let value = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    let (key, subject) = match error.kind() {
        ErrorKind::UnknownArgument => ("usage-unknown-argument", value(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => ("usage-unknown-command", value(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => ("usage-missing", value(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("usage-invalid-value", value(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => ("usage-conflict", value(ContextKind::InvalidArg)),
        _ => return None,
    };
    let nearest = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        // All that can be typed says more than the one that looks alike.
        ContextKind::ValidValue,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(value)
    .find(|text| !text.is_empty())
    .unwrap_or_default();
    let mut text =
        catalog.text(key, &[("what", subject.into()), ("value", value(ContextKind::InvalidValue).into())]);
    if !nearest.is_empty() {
        text.push('\n');
        text.push_str(&catalog.text("usage-nearest", &[("nearest", nearest.into())]));
    }
    text.push('\n');
    text.push_str(&catalog.plain("usage-help"));
    Some(text)
}

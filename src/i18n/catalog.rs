//! Finds a message by its key, in one language, and fills in its arguments.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::{Diagnostic, Severity};
use crate::i18n::format::number;
use crate::i18n::rooms::ROOMS;
use crate::i18n::value::Value;
use crate::text::Language;

/// All messages of the program in one language.
pub struct Catalog {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Catalog").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Catalog {
    /// Gathers the messages of every room in `language`.
    ///
    /// A faulty entry is left out, its key then stands for it; tests find it first.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        // Isolation marks would stand in terminals and tables as odd boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Fr => |value, _| write_number(value, Language::Fr),
            Language::En => |value, _| write_number(value, Language::En),
        }));
        for room in ROOMS {
            let resource = match FluentResource::try_new(room.source(language).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // The first room to define a key keeps it; a test refuses a second definition.
            drop(bundle.add_resource(resource));
        }
        Self { language, bundle }
    }

    /// Returns the language of its messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Tells whether a message exists; `key.attribute` asks for an attribute of it.
    pub fn has(&self, key: &str) -> bool {
        match key.split_once('.') {
            Some((name, attribute)) => self
                .bundle
                .get_message(name)
                .is_some_and(|message| message.get_attribute(attribute).is_some()),
            None => self.bundle.has_message(key),
        }
    }

    /// Returns a message with its arguments filled in; the key itself if there is no such message.
    ///
    /// `key.attribute` names an attribute of a message.
    pub fn text(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key, None),
        };
        let Some(message) = self.bundle.get_message(name) else {
            return key.to_owned();
        };
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        };
        let Some(pattern) = pattern else {
            return key.to_owned();
        };
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            filled.set(*name, value.to_fluent());
        }
        // A missing argument is written `{$name}` by Fluent: seen by the reader, never a panic.
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&filled), &mut faults).into_owned()
    }

    /// Returns a message without arguments.
    pub fn plain(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// Writes a diagnostic for people: `path:line:column: severity: message`.
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> String {
        let severity = self.plain(match diagnostic.severity {
            Severity::Note => "severity-note",
            Severity::Warning => "severity-warning",
            Severity::Error => "severity-error",
        });
        self.text(
            "diagnostic-line",
            &[
                ("place", diagnostic.place.to_string().into()),
                ("severity", severity.into()),
                ("message", self.diagnostic_message(diagnostic).into()),
            ],
        )
    }

    /// Writes the message of a diagnostic alone, without its place and severity.
    pub fn diagnostic_message(&self, diagnostic: &Diagnostic) -> String {
        let key = format!("diagnostic-{}", diagnostic.key);
        if !self.has(&key) {
            // Better a bare key with its arguments than a key alone.
            let arguments: Vec<String> =
                diagnostic.arguments.iter().map(|(name, value)| format!("{name}={value}")).collect();
            return format!("{key} {}", arguments.join(" ")).trim_end().to_owned();
        }
        let arguments: Vec<(&str, Value<'_>)> =
            diagnostic.arguments.iter().map(|(name, value)| (name.as_ref(), Value::of_text(value))).collect();
        self.text(&key, &arguments)
    }
}

fn identifier(language: Language) -> LanguageIdentifier {
    // Both codes are well formed; an undetermined language would only lose the plural forms.
    language.code().parse().unwrap_or_default()
}

fn write_number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else {
        return None;
    };
    let decimals = options.minimum_fraction_digits.unwrap_or(0);
    let written = number::decimal(*value, u8::try_from(decimals).unwrap_or(u8::MAX), language);
    Some(if options.use_grouping { written } else { written.replace([number::THIN, ','], "") })
}

#[cfg(test)]
mod tests;

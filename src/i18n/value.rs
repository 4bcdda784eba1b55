//! What an argument of a message can be: a text, a count or a decimal number.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

/// An argument of a message. Numbers are written as the language wants and choose plural forms.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Put in as it is.
    Text(Cow<'a, str>),
    /// A whole number, thousands set apart.
    Count(i64),
    /// A number written with this many decimals.
    Decimal(f64, u8),
    /// A whole number that is a name: a line, a turn, a year. Never grouped, still chooses plurals.
    Ordinal(i64),
}

impl Value<'_> {
    /// Reads an argument that came as text: a whole number as people write it becomes a number.
    pub(crate) fn of_text(text: &str) -> Value<'_> {
        match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Value::Ordinal(number),
            _ => Value::Text(Cow::Borrowed(text)),
        }
    }

    pub(crate) fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Count(number) => FluentValue::Number(whole(*number, true)),
            // Only thousands are grouped, and a variant such as `[1]` is chosen by nothing but a number
            // with the options that it is written with, which are those of a count.
            Self::Ordinal(number) => FluentValue::Number(whole(*number, number.abs() < 1_000)),
            Self::Decimal(number, decimals) => FluentValue::Number(FluentNumber::new(
                *number,
                FluentNumberOptions {
                    minimum_fraction_digits: Some(usize::from(*decimals)),
                    maximum_fraction_digits: Some(usize::from(*decimals)),
                    ..FluentNumberOptions::default()
                },
            )),
        }
    }
}

fn whole(number: i64, use_grouping: bool) -> FluentNumber {
    let options = FluentNumberOptions { use_grouping, ..FluentNumberOptions::default() };
    #[allow(clippy::cast_precision_loss, reason = "counts of interviews and families stay far under 2^53")]
    FluentNumber::new(number as f64, options)
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! counts {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value<'_> {
            /// A number too large for an `i64` becomes the largest one.
            fn from(number: $kind) -> Self {
                Self::Count(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

counts!(i32, i64, u8, u16, u32, u64, usize);

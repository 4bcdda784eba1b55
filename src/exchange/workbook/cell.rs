//! A cell as text.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Text, possibly empty.
    Text(String),
    /// A number, a day or a box, as text.
    Value(String),
    /// An error of the spreadsheet: `#N/A`.
    Fault(String),
}

impl Cell {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Value(text) => text,
            Self::Fault(_) => "",
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Value(text) => text.trim().is_empty(),
            Self::Fault(_) => false,
        }
    }
}

impl From<&DataRef<'_>> for Cell {
    fn from(data: &DataRef<'_>) -> Self {
        match data {
            DataRef::Empty => Self::Text(String::new()),
            DataRef::String(text) => Self::Text(clean(text)),
            DataRef::SharedString(text) => Self::Text(clean(text)),
            DataRef::Int(number) => Self::Value(number.to_string()),
            DataRef::Float(number) => Self::Value(self::number(*number)),
            DataRef::Bool(is) => Self::Value(u8::from(*is).to_string()),
            DataRef::DateTime(time) => Self::Value(moment(time)),
            DataRef::DateTimeIso(text) => Self::Value(iso(text)),
            DataRef::DurationIso(text) => Self::Value(text.clone()),
            DataRef::Error(error) => Self::Fault(fault(error)),
        }
    }
}

impl From<&Data> for Cell {
    fn from(data: &Data) -> Self {
        match data {
            Data::Empty => Self::Text(String::new()),
            Data::String(text) => Self::Text(clean(text)),
            Data::Int(number) => Self::Value(number.to_string()),
            Data::Float(number) => Self::Value(self::number(*number)),
            Data::Bool(is) => Self::Value(u8::from(*is).to_string()),
            Data::DateTime(time) => Self::Value(moment(time)),
            Data::DateTimeIso(text) => Self::Value(iso(text)),
            Data::DurationIso(text) => Self::Value(text.clone()),
            Data::Error(error) => Self::Fault(fault(error)),
        }
    }
}

/// Signs that no text holds, which some programs leave in cells, become blanks.
fn clean(text: &str) -> String {
    let one = |sign: char| match sign {
        '\r' | '\u{b}' | '\u{c}' => '\n',
        sign if sign.is_control() && !matches!(sign, '\n' | '\t') => ' ',
        sign => sign,
    };
    text.replace("\r\n", "\n").chars().map(one).collect()
}

/// Writes a number as people read it: `12`, `0.5`; without exponent as far as that goes.
fn number(number: f64) -> String {
    format!("{number}")
}

/// Writes a day as ISO 8601, with its hour where it has one; a span of time as hours, minutes, seconds.
fn moment(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if time.is_duration() {
        let seconds = (time.as_f64() * 86_400.0).round();
        let sign = if seconds < 0.0 { "-" } else { "" };
        // Hours of a cell stay far below what a whole number holds.
        #[expect(clippy::cast_possible_truncation, reason = "a cell holds at most some thousand years")]
        let seconds = seconds.abs() as i64;
        return format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    if time.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    if (hour, minute, second) == (0, 0, 0) {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// An hour of midnight says only that the program writes one.
fn iso(text: &str) -> String {
    text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()
}

fn fault(error: &CellErrorType) -> String {
    error.to_string()
}

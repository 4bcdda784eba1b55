//! Values out of the library's columns.

use arrow::array::{
    Array, AsArray, Date32Array, DurationMicrosecondArray, Float64Array, TimestampMicrosecondArray,
};
use arrow::datatypes::{
    DataType, Date32Type, DurationMicrosecondType, Float64Type, TimestampMicrosecondType,
};

use crate::domain::day::Day;

/// Microseconds of a second, and of a day.
const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;

/// One value of a variable.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing was answered.
    Missing,
    Number(f64),
    Text(String),
    /// A day, without the hour.
    Day(Day),
}

impl Cell {
    /// Writes it as it stands in a table: whole numbers without decimals, days as ISO.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Missing => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// Appends the values of a column.
pub(super) fn append(values: &mut Vec<Cell>, column: &dyn Array) {
    let missing = Cell::Missing;
    match column.data_type() {
        DataType::Float64 => {
            let column: &Float64Array = column.as_primitive::<Float64Type>();
            values.extend(column.iter().map(|one| one.map_or(missing.clone(), Cell::Number)));
        }
        DataType::Date32 => {
            let column: &Date32Array = column.as_primitive::<Date32Type>();
            values.extend(column.iter().map(|one| one.map_or(missing.clone(), |day| Cell::Day(Day(day)))));
        }
        DataType::Timestamp(..) => {
            let column: &TimestampMicrosecondArray = column.as_primitive::<TimestampMicrosecondType>();
            values.extend(column.iter().map(|one| {
                let day = one.and_then(|time| i32::try_from(time.div_euclid(DAY)).ok());
                day.map_or(missing.clone(), |day| Cell::Day(Day(day)))
            }));
        }
        DataType::Duration(..) => {
            let column: &DurationMicrosecondArray = column.as_primitive::<DurationMicrosecondType>();
            values.extend(
                column
                    .iter()
                    .map(|one| one.map_or(missing.clone(), |time| Cell::Number((time / SECOND) as f64))),
            );
        }
        DataType::Utf8View => {
            let text = |one: Option<&str>| match one.map(str::trim) {
                None | Some("") => Cell::Missing,
                Some(text) => Cell::Text(text.to_owned()),
            };
            values.extend(column.as_string_view().iter().map(text));
        }
        // The library gives no other.
        _ => values.extend(std::iter::repeat_n(missing, column.len())),
    }
}

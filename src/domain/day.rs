//! Days: dates without hours, as numbers that can be subtracted.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// Returns the day of a year, month and day of the month, if there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) || day == 0 || day > days_in(year, month)? {
            return None;
        }
        // Howard Hinnant, `days_from_civil`: years begin in March, so that leap days come last.
        let (month, day) = (i32::from(month), i32::from(day));
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// Returns its year, month and day of the month (Howard Hinnant, `civil_from_days`).
    pub fn civil(self) -> (i32, i32, i32) {
        let shifted = i64::from(self.0) + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |number: i64| i32::try_from(number).unwrap_or_default();
        (small(year), small(month), small(day))
    }

    /// Counts the days from `earlier` to it; negative when it comes first.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Day {
    /// Writes `2023-06-30`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

fn days_in(year: i32, month: u8) -> Option<u8> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if leap => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// How a file writes its days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayFormat {
    /// `2023-06-30`, and the same followed by an hour.
    #[default]
    #[serde(rename = "yyyy-mm-dd")]
    YearFirst,
    /// `30/06/2023`; `-` and `.` are taken for `/`.
    #[serde(rename = "dd/mm/yyyy")]
    DayFirst,
    /// `06/30/2023`.
    #[serde(rename = "mm/dd/yyyy")]
    MonthFirst,
    /// `20230630`.
    #[serde(rename = "yyyymmdd")]
    Compact,
}

impl DayFormat {
    /// Names in settings, each with its format.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("yyyy-mm-dd", Self::YearFirst),
        ("dd/mm/yyyy", Self::DayFirst),
        ("mm/dd/yyyy", Self::MonthFirst),
        ("yyyymmdd", Self::Compact),
    ];

    /// Returns its name in settings.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, format)| *format == self).map_or("", |(name, _)| name)
    }

    /// Writes a day so that [`parse`](Self::parse) reads it again.
    pub fn write(self, day: Day) -> String {
        let (year, month, day) = day.civil();
        match self {
            Self::YearFirst => format!("{year:04}-{month:02}-{day:02}"),
            Self::DayFirst => format!("{day:02}/{month:02}/{year:04}"),
            Self::MonthFirst => format!("{month:02}/{day:02}/{year:04}"),
            Self::Compact => format!("{year:04}{month:02}{day:02}"),
        }
    }

    /// Reads a day; an hour after it is dropped.
    pub fn parse(self, text: &str) -> Option<Day> {
        let text = text.split_once([' ', 'T']).map_or(text, |(day, _)| day);
        // A cell of a workbook that is a day is written so, whatever the texts beside it: no other form
        // begins with four digits and a hyphen.
        if self != Self::YearFirst && text.len() == 10 && text.as_bytes().get(4) == Some(&b'-') {
            return Self::YearFirst.parse(text);
        }
        if self == Self::Compact {
            if text.len() != 8 {
                return None;
            }
            return Day::new(number(text.get(..4)?)?, small(text.get(4..6)?)?, small(text.get(6..)?)?);
        }
        let mut parts = text.split(['/', '-', '.']);
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        let (year, month, day) = match self {
            Self::DayFirst => (third, second, first),
            Self::MonthFirst => (third, first, second),
            Self::YearFirst | Self::Compact => (first, second, third),
        };
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Day::new(number(year)?, small(month)?, small(day)?)
    }
}

fn number(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn small(text: &str) -> Option<u8> {
    (text.len() <= 2).then(|| number(text)).flatten().and_then(|number| u8::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_reads_what_it_writes() {
        for (_, format) in DayFormat::NAMES {
            for day in [-719_162, -1, 0, 19_538, 2_932_896] {
                assert_eq!(format.parse(&format.write(Day(day))), Some(Day(day)));
            }
        }
    }

    #[test]
    fn days_count_from_1970() {
        assert_eq!(Day::new(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::new(2023, 6, 30), Some(Day(19_538)));
        assert_eq!(Day::new(2023, 2, 29), None);
        assert_eq!(Day::new(2024, 2, 29).map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(Day::new(2023, 13, 1), None);
        assert_eq!(Day::new(2023, 4, 31), None);
    }

    #[test]
    fn each_format_reads_its_own_days() {
        let expected = Day::new(2023, 6, 30);
        assert_eq!(DayFormat::YearFirst.parse("2023-06-30"), expected);
        assert_eq!(DayFormat::YearFirst.parse("2023-06-30T10:00:00"), expected);
        assert_eq!(DayFormat::DayFirst.parse("30/06/2023"), expected);
        assert_eq!(DayFormat::DayFirst.parse("30.6.2023"), expected);
        assert_eq!(DayFormat::MonthFirst.parse("06/30/2023"), expected);
        assert_eq!(DayFormat::Compact.parse("20230630"), expected);
        // A cell of a workbook that is a day is written with the year first.
        assert_eq!(DayFormat::DayFirst.parse("2023-06-30"), expected);
        for wrong in ["", "30/06/23", "2023-6-30", "30/06", "30/06/2023/1", "é0/06/2023", "+1/06/2023"] {
            assert_eq!(DayFormat::DayFirst.parse(wrong), None, "{wrong}");
        }
        assert_eq!(DayFormat::Compact.parse("2023é30"), None);
    }

    proptest::proptest! {
        #[test]
        fn a_day_written_reads_back(number in -700_000_i32..2_900_000) {
            let day = Day(number);
            proptest::prop_assert_eq!(DayFormat::YearFirst.parse(&day.to_string()), Some(day));
        }

        #[test]
        fn days_agree_with_the_calendar_library(year in 1_i16..9999, month in 1_i8..13, day in 1_i8..32) {
            let theirs = jiff::civil::Date::new(year, month, day).ok();
            let ours = Day::new(i32::from(year), month.unsigned_abs(), day.unsigned_abs());
            proptest::prop_assert_eq!(theirs.is_some(), ours.is_some());
            if let (Some(theirs), Some(ours)) = (theirs, ours) {
                proptest::prop_assert_eq!(theirs.to_string(), ours.to_string());
            }
        }
    }
}

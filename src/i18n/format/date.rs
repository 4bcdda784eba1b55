//! Dates of the material, read as `2023`, `2023-06` or `2023-06-30`.

use crate::i18n::format::number::NO_BREAK;
use crate::text::Language;

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Writes a date in words. What is not a date stays as it is.
pub fn date(iso: &str, language: Language) -> String {
    match parts(iso) {
        Some((year, None, _)) => year.to_owned(),
        Some((year, Some(month), None)) => format!("{} {year}", month_name(month, language)),
        Some((year, Some(month), Some(day))) => {
            let day = match (language, day) {
                (Language::Fr, 1) => "1er".to_owned(),
                _ => day.to_string(),
            };
            format!("{day}{NO_BREAK}{} {year}", month_name(month, language))
        }
        None => iso.to_owned(),
    }
}

/// Writes the months from one date to another: `avril–septembre 2023`, `juin 2023`.
pub fn months(first: &str, last: &str, language: Language) -> String {
    match (parts(first), parts(last)) {
        (Some((year, Some(from), _)), Some((last_year, Some(to), _))) if year == last_year => {
            if from == to {
                format!("{} {year}", month_name(from, language))
            } else {
                format!("{}–{} {year}", month_name(from, language), month_name(to, language))
            }
        }
        (Some((year, Some(from), _)), Some((last_year, Some(to), _))) => {
            format!("{} {year}–{} {last_year}", month_name(from, language), month_name(to, language))
        }
        _ if first == last => date(first, language),
        _ => format!("{}–{}", date(first, language), date(last, language)),
    }
}

fn month_name(month: usize, language: Language) -> &'static str {
    let names = match language {
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    };
    names.get(month.wrapping_sub(1)).copied().unwrap_or("")
}

fn parts(iso: &str) -> Option<(&str, Option<usize>, Option<usize>)> {
    let mut fields = iso.split('-');
    let year = fields.next().filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    let month = match fields.next() {
        Some(text) => Some(text.parse().ok().filter(|month| (1..=12).contains(month))?),
        None => None,
    };
    let day = match fields.next() {
        // A time may follow: `2023-06-30T10:00`.
        Some(text) => Some(text.get(..2)?.parse().ok().filter(|day| (1..=31).contains(day))?),
        None => None,
    };
    Some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_words() {
        assert_eq!(date("2023-06-30", Language::Fr), "30\u{A0}juin 2023");
        assert_eq!(date("2023-08-01", Language::Fr), "1er\u{A0}août 2023");
        assert_eq!(date("2023-08-01T09:30", Language::En), "1\u{A0}August 2023");
        assert_eq!(date("2022", Language::Fr), "2022");
        assert_eq!(date("2023-06", Language::En), "June 2023");
    }

    #[test]
    fn what_is_not_a_date_stays() {
        for text in ["", "juin", "2023-13", "2023-06-é", "2023-06-3", "20233"] {
            assert_eq!(date(text, Language::Fr), text);
        }
    }

    #[test]
    fn months_are_gathered() {
        assert_eq!(months("2023-04-11", "2023-09-28", Language::Fr), "avril–septembre 2023");
        assert_eq!(months("2023-06-02", "2023-06-28", Language::Fr), "juin 2023");
        assert_eq!(months("2022-12", "2023-01", Language::En), "December 2022–January 2023");
        assert_eq!(months("2022", "2022", Language::Fr), "2022");
    }
}

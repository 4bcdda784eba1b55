//! How a sheet holds a number, and shows it as it reads in the report.

use crate::i18n::format::number::{MINUS, NO_BREAK, THIN, significant};
use crate::text::Language;

/// Returns a number as a sheet holds it with the format that shows it as it reads in the report: as
/// many decimals, thousands apart, « % » and sign where the report has them.
///
/// The value has the twelve digits on which the report rounds. A spreadsheet rounds halves away from
/// zero too, but on the digits that it is given: 28.749999999999996 read 28,7 there and 28,8 here.
pub(super) fn as_number(text: &str, value: f64, language: Language) -> (f64, String) {
    let digits = text.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    let end = digits
        .find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, ',' | '.' | THIN | NO_BREAK)))
        .unwrap_or(digits.len());
    let digits = &digits[..end];
    let (mark, thousands) = match language {
        Language::Fr => (',', [THIN, NO_BREAK]),
        Language::En => ('.', [',', ',']),
    };
    let (whole, decimals) = digits
        .rsplit_once(mark)
        .map_or((digits, 0), |(whole, after)| (whole, after.chars().filter(char::is_ascii_digit).count()));
    let mut shown = if whole.contains(thousands) { "#,##0".to_owned() } else { "0".to_owned() };
    if decimals > 0 {
        shown.push('.');
        shown.push_str(&"0".repeat(decimals));
    }
    // « < 0,001 » : smaller than what the text can show. The bound itself reads as a number again.
    if text.starts_with('<') {
        let bound = digits.replace(thousands, "").replace(mark, ".");
        return (significant(value), format!("[<{bound}]\"{}\";{shown}", text.replace('"', "")));
    }
    if text.trim_end().ends_with('%') {
        shown.push_str(if language == Language::Fr { "\" %\"" } else { "\"%\"" });
    }
    if text.starts_with('+') {
        shown = format!("+{shown};-{shown};{shown}");
    } else if value < 0.0 && !text.starts_with(MINUS) {
        // −0.04 reads « 0,0 », not « −0,0 ».
        shown = format!("{shown};{shown}");
    }
    (significant(value), shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_value_and_is_shown_as_it_reads() {
        let cases = [
            ("39 %", 39.0, "0\" %\""),
            ("39,4\u{202f}%", 39.4, "0.0\" %\""),
            ("1\u{202f}143", 1143.0, "#,##0"),
            ("1042", 1042.0, "0"),
            ("0,73", 0.731, "0.00"),
            ("+1,2", 1.2, "+0.0;-0.0;0.0"),
            ("\u{2212}0,5", -0.5, "0.0"),
            ("0,0", -0.04, "0.0;0.0"),
            ("12", 12.0, "0"),
            ("<\u{a0}0,001", 0.0002, "[<0.001]\"<\u{a0}0,001\";0.000"),
        ];
        for (text, value, format) in cases {
            assert_eq!(as_number(text, value, Language::Fr), (value, format.to_owned()), "{text}");
        }
        for (text, value, format) in [
            ("1,143", 1143.0, "#,##0"),
            ("1,143.5", 1143.5, "#,##0.0"),
            ("0.73", 0.731, "0.00"),
            ("39.4%", 39.4, "0.0\"%\""),
            ("< 0.001", 4e-16, "[<0.001]\"< 0.001\";0.000"),
        ] {
            assert_eq!(as_number(text, value, Language::En), (value, format.to_owned()), "{text}");
        }
    }

    #[test]
    fn binary_noise_does_not_reach_a_sheet() {
        let held = |value: f64| as_number("28,8", value, Language::Fr).0.to_string();
        assert_eq!(held(28.749_999_999_999_996), "28.75");
        assert_eq!(held(85.000_000_000_000_01), "85");
        assert_eq!(held(2.0 / 3.0), "0.666666666667");
    }
}

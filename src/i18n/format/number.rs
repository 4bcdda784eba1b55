//! Numbers: rounding half up, thousands, percent, minus.

use crate::text::Language;

/// Narrow no-break space: inside numbers, before `%`, `;`, `!` and `?`.
pub const THIN: char = '\u{202F}';
/// No-break space: before `:`, inside guillemets, around a sign in running text.
pub const NO_BREAK: char = '\u{A0}';
/// The minus sign.
pub const MINUS: char = '\u{2212}';

/// Digits kept before rounding: enough for any count, few enough to forget binary noise, so that
/// 100 × 0.145 (14.499999999999998 in binary) rounds as 14.5 does.
const SIGNIFICANT: usize = 12;

/// Writes a whole number, thousands set apart.
pub fn whole(number: i64, language: Language) -> String {
    let digits = group(&number.unsigned_abs().to_string(), language);
    if number < 0 { format!("{MINUS}{digits}") } else { digits }
}

/// Writes a number with this many decimals, rounded half away from zero on its decimal text.
///
/// Missing values: a number that is not finite is written as not available.
pub fn decimal(number: f64, decimals: u8, language: Language) -> String {
    let Some((negative, whole, fraction)) = round(number, usize::from(decimals)) else {
        return not_available(language).to_owned();
    };
    let mut text = String::new();
    if negative {
        text.push(MINUS);
    }
    text.push_str(&group(&whole, language));
    if !fraction.is_empty() {
        text.push(decimal_mark(language));
        text.push_str(&fraction);
    }
    text
}

/// Writes a difference: `+3,7`, `−4,2`, `0,0` without a sign.
pub fn signed(number: f64, decimals: u8, language: Language) -> String {
    let text = decimal(number, decimals, language);
    let is_zero = text.chars().all(|c| !c.is_ascii_digit() || c == '0');
    if number > 0.0 && number.is_finite() && !is_zero { format!("+{text}") } else { text }
}

/// Writes a percentage with its sign, from a number already in percent.
///
/// Units: percent, not a share.
pub fn percent(number: f64, decimals: u8, language: Language) -> String {
    let text = decimal(number, decimals, language);
    if !number.is_finite() {
        return text;
    }
    match language {
        Language::Fr => format!("{text}{THIN}%"),
        Language::En => format!("{text}%"),
    }
}

/// Computes `count` in percent of `total`, rounded half up in whole arithmetic, and writes it bare.
///
/// Missing values: no total, not available.
pub fn share(count: u64, total: u64, decimals: u8, language: Language) -> String {
    if total == 0 {
        return not_available(language).to_owned();
    }
    let decimals = decimals.min(9);
    let scale = 10_u128.pow(u32::from(decimals));
    let scaled = (200 * u128::from(count) * scale + u128::from(total)) / (2 * u128::from(total));
    let mut text = group(&(scaled / scale).to_string(), language);
    if decimals > 0 {
        text.push(decimal_mark(language));
        text.push_str(&format!("{:0width$}", scaled % scale, width = usize::from(decimals)));
    }
    text
}

/// Returns a number with the digits on which [`decimal`] rounds, for those who round again: the nearest
/// to its text of twelve digits.
pub fn significant(number: f64) -> f64 {
    format!("{number:.*e}", SIGNIFICANT - 1).parse().unwrap_or(number)
}

/// Returns the sign of a value that is not available.
pub fn not_available(language: Language) -> &'static str {
    match language {
        Language::Fr => "nd",
        Language::En => "..",
    }
}

fn decimal_mark(language: Language) -> char {
    match language {
        Language::Fr => ',',
        Language::En => '.',
    }
}

fn group(digits: &str, language: Language) -> String {
    let separator = match language {
        Language::Fr => THIN,
        Language::En => ',',
    };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * separator.len_utf8());
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Rounds on decimal digits; returns the sign, the whole part and the decimals, or `None` when the
/// number is not finite. Zero has no sign.
fn round(number: f64, decimals: usize) -> Option<(bool, String, String)> {
    if !number.is_finite() {
        return None;
    }
    let scientific = format!("{:.*e}", SIGNIFICANT - 1, number.abs());
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    // Digit of 10^power, 0 outside of what is known.
    let digit = |power: i32| -> u8 {
        let place = i64::from(exponent) - i64::from(power);
        usize::try_from(place).ok().and_then(|place| digits.get(place).copied()).unwrap_or(0)
    };
    let last = -i32::try_from(decimals).ok()?;
    let mut kept: Vec<u8> = (last..=exponent.max(0)).map(digit).collect();
    if digit(last - 1) >= 5 {
        let mut place = 0;
        loop {
            match kept.get_mut(place) {
                Some(nine @ 9) => *nine = 0,
                Some(other) => {
                    *other += 1;
                    break;
                }
                None => {
                    kept.push(1);
                    break;
                }
            }
            place += 1;
        }
    }
    let written: String = kept.iter().rev().map(|digit| char::from(b'0' + digit)).collect();
    let (whole, fraction) = written.split_at(written.len() - decimals);
    let whole = whole.trim_start_matches('0');
    let is_zero = kept.iter().all(|digit| *digit == 0);
    Some((
        number < 0.0 && !is_zero,
        if whole.is_empty() { "0".to_owned() } else { whole.to_owned() },
        fraction.to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FR: Language = Language::Fr;
    const EN: Language = Language::En;

    #[test]
    fn halves_go_up_on_the_decimal_text() {
        assert_eq!(decimal(12.5, 0, FR), "13");
        assert_eq!(decimal(87.5, 0, FR), "88");
        assert_eq!(decimal(0.145 * 100.0, 0, FR), "15");
        assert_eq!(decimal(1.005, 2, FR), "1,01");
        assert_eq!(decimal(-12.5, 0, FR), "\u{2212}13");
        assert_eq!(decimal(9.995, 2, EN), "10.00");
        assert_eq!(decimal(0.049, 1, FR), "0,0");
        assert_eq!(decimal(-0.049, 1, FR), "0,0");
        assert_eq!(decimal(0.0005, 3, FR), "0,001");
        assert_eq!(decimal(1e-300, 2, FR), "0,00");
    }

    #[test]
    fn the_digits_that_count_are_those_that_are_rounded() {
        assert_eq!(significant(28.749_999_999_999_996).to_string(), "28.75");
        assert_eq!(significant(4e-16).to_string(), 4e-16.to_string());
        assert!(significant(f64::NAN).is_nan());
        assert_eq!(significant(f64::INFINITY), f64::INFINITY);
    }

    #[test]
    fn thousands_percent_and_signs_follow_the_language() {
        assert_eq!(whole(277_200, FR), "277\u{202F}200");
        assert_eq!(whole(-4012, EN), "\u{2212}4,012");
        assert_eq!(whole(999, FR), "999");
        assert_eq!(decimal(32_765.4, 1, FR), "32\u{202F}765,4");
        assert_eq!(percent(33.1, 1, FR), "33,1\u{202F}%");
        assert_eq!(percent(33.1, 1, EN), "33.1%");
        assert_eq!(signed(3.7, 1, FR), "+3,7");
        assert_eq!(signed(-4.2, 1, FR), "\u{2212}4,2");
        assert_eq!(signed(0.01, 1, FR), "0,0");
    }

    #[test]
    fn what_is_not_finite_is_not_available() {
        assert_eq!(decimal(f64::NAN, 1, FR), "nd");
        assert_eq!(percent(f64::INFINITY, 1, EN), "..");
        assert_eq!(signed(f64::INFINITY, 1, EN), "..");
        assert_eq!(share(1, 0, 1, FR), "nd");
    }

    #[test]
    fn shares_are_exact() {
        assert_eq!(share(1, 8, 0, FR), "13");
        assert_eq!(share(7, 8, 0, FR), "88");
        assert_eq!(share(1328, 4012, 1, FR), "33,1");
        assert_eq!(share(349, 349, 1, EN), "100.0");
    }

    proptest! {
        #[test]
        fn the_written_number_is_within_half_a_unit(number in -1e6_f64..1e6, decimals in 0_u8..3) {
            let text = decimal(number, decimals, EN).replace(',', "").replace(MINUS, "-");
            let back: f64 = text.parse().map_err(|_| TestCaseError::fail(text))?;
            prop_assert!((back - number).abs() <= 0.5 * 10_f64.powi(-i32::from(decimals)) * 1.001);
        }

        #[test]
        fn any_float_is_written(bits in any::<u64>(), decimals in 0_u8..20) {
            prop_assert!(!decimal(f64::from_bits(bits), decimals, FR).is_empty());
        }
    }
}

//! Intervals and p values.

use crate::i18n::format::number::{NO_BREAK, THIN, decimal, not_available};
use crate::text::Language;

/// Writes an interval: `[31,2 ; 36,1]` in French, `[31.2, 36.1]` in English. It never breaks across lines.
pub fn interval(low: f64, high: f64, decimals: u8, language: Language) -> String {
    let (low, high) = (decimal(low, decimals, language), decimal(high, decimals, language));
    match language {
        Language::Fr => format!("[{low}{THIN};{NO_BREAK}{high}]"),
        Language::En => format!("[{low},{NO_BREAK}{high}]"),
    }
}

/// Writes a p value exactly: three decimals under 0.1, two above, `< 0,001` below; never a star.
///
/// Missing values: a p outside [0, 1] is not available.
pub fn p_value(p: f64, language: Language) -> String {
    if !(0.0..=1.0).contains(&p) {
        not_available(language).to_owned()
    } else if p < 0.001 {
        format!("<{NO_BREAK}{}", decimal(0.001, 3, language))
    } else if p < 0.0995 {
        decimal(p, 3, language)
    } else {
        decimal(p, 2, language)
    }
}

/// Writes a p value with its sign: `p = 0,027`, `p < 0,001`.
pub fn p_equals(letter: &str, p: f64, language: Language) -> String {
    let value = p_value(p, language);
    if value.starts_with('<') {
        format!("{letter}{NO_BREAK}{value}")
    } else {
        format!("{letter}{NO_BREAK}={NO_BREAK}{value}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_keep_their_bounds_together() {
        assert_eq!(interval(31.2, 36.1, 1, Language::Fr), "[31,2\u{202F};\u{A0}36,1]");
        assert_eq!(interval(-0.25, 1.0, 2, Language::En), "[\u{2212}0.25,\u{A0}1.00]");
    }

    #[test]
    fn p_values_are_exact_to_two_or_three_decimals() {
        assert_eq!(p_value(0.2003, Language::Fr), "0,20");
        assert_eq!(p_value(0.0266, Language::Fr), "0,027");
        assert_eq!(p_value(0.00002, Language::Fr), "<\u{A0}0,001");
        assert_eq!(p_value(1.0, Language::En), "1.00");
        assert_eq!(p_value(f64::NAN, Language::En), "..");
        assert_eq!(p_equals("p", 0.001, Language::Fr), "p\u{A0}=\u{A0}0,001");
        assert_eq!(p_equals("q", 0.0, Language::Fr), "q\u{A0}<\u{A0}0,001");
    }
}

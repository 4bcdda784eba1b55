//! Small counts in words.

use crate::i18n::format::number::whole;
use crate::text::Language;

/// The grammatical gender of what is counted; English has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gender {
    /// Un cas, un entretien.
    #[default]
    Masculine,
    /// Une personne, une famille.
    Feminine,
}

const FRENCH: [&str; 21] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
];
const ENGLISH: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Writes a count in words up to twenty, in figures above; zero is « aucun », “no”.
pub fn count_in_words(count: usize, gender: Gender, language: Language) -> String {
    match (language, gender, count) {
        (Language::Fr, Gender::Masculine, 0) => "aucun".to_owned(),
        (Language::Fr, Gender::Feminine, 0) => "aucune".to_owned(),
        (Language::Fr, Gender::Feminine, 1) => "une".to_owned(),
        (Language::En, _, 0) => "no".to_owned(),
        _ => {
            let names = match language {
                Language::Fr => &FRENCH,
                Language::En => &ENGLISH,
            };
            names.get(count).map_or_else(
                || whole(i64::try_from(count).unwrap_or(i64::MAX), language),
                |word| (*word).to_owned(),
            )
        }
    }
}

/// Writes a part of a whole: « trois des douze », “three of the twelve”; « aucune des douze », “none of the twelve”.
pub fn part_in_words(part: usize, total: usize, gender: Gender, language: Language) -> String {
    let total = count_in_words(total, gender, language);
    match (language, part) {
        (Language::Fr, _) => format!("{} des {total}", count_in_words(part, gender, language)),
        (Language::En, 0) => format!("none of the {total}"),
        (Language::En, _) => format!("{} of the {total}", count_in_words(part, gender, language)),
    }
}

/// Puts the first letter in capitals.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Puts the first letter in lower case, unless the second is a capital too, as in initials.
pub fn lowercase(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), text.chars().nth(1)) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// Joins names: « E07, E08 et E10 », “E07, E08 and E10”.
pub fn joined<T: AsRef<str>>(names: &[T], language: Language) -> String {
    let and = match language {
        Language::Fr => " et ",
        Language::En => " and ",
    };
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_in_words() {
        assert_eq!(part_in_words(3, 12, Gender::Feminine, Language::Fr), "trois des douze");
        assert_eq!(part_in_words(1, 12, Gender::Feminine, Language::Fr), "une des douze");
        assert_eq!(part_in_words(0, 12, Gender::Feminine, Language::Fr), "aucune des douze");
        assert_eq!(part_in_words(3, 12, Gender::Feminine, Language::En), "three of the twelve");
        assert_eq!(part_in_words(0, 12, Gender::Masculine, Language::En), "none of the twelve");
        assert_eq!(count_in_words(20, Gender::Masculine, Language::Fr), "vingt");
        assert_eq!(count_in_words(4012, Gender::Feminine, Language::Fr), "4\u{202F}012");
    }

    #[test]
    fn names_are_joined() {
        assert_eq!(joined(&["E07", "E08", "E10"], Language::Fr), "E07, E08 et E10");
        assert_eq!(joined(&["E07"], Language::En), "E07");
        assert_eq!(joined::<&str>(&[], Language::En), "");
        assert_eq!(capitalised("écoute"), "Écoute");
        assert_eq!(lowercase("Écoute"), "écoute");
        assert_eq!(lowercase("CAF de l’Est"), "CAF de l’Est");
        assert_eq!(lowercase(""), "");
    }
}

//! What can be a name, and when two are the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::shape::Style;

/// Longest label, in scalar values and in words.
pub(super) const LONGEST: usize = 60;
const MOST_WORDS: usize = 6;
/// Words of a label in brackets at most: `[Interruption de plusieurs personnes]` is an event.
const MOST_BRACKETED: usize = 3;
/// Words at most of a name that only its company makes one.
const MOST_LOOSE: usize = 4;

/// Abbreviations of more than four signs that stand before a name.
const ABBREVIATIONS: [&str; 6] = ["prof.", "mmes.", "mlle.", "messrs.", "profa.", "assoc."];

/// Short answers, plain, that stand where a name could.
const ANSWERS: [&str; 24] = [
    "oui", "non", "si", "bon", "ah", "oh", "eh", "euh", "hum", "mh", "mmh", "alors", "voila", "ok",
    "d'accord", "merci", "yes", "no", "yeah", "well", "right", "okay", "thanks", "ja",
];

/// Tells whether a text can be the label of a style.
pub(super) fn can_be_a_name(text: &str, style: Style) -> bool {
    let words = text.split_whitespace().count();
    if text.is_empty() || text.chars().count() > LONGEST || text.contains('\n') {
        return false;
    }
    if !text.chars().any(char::is_alphanumeric) {
        return false;
    }
    if style == Style::Bold {
        return words <= 2 * MOST_WORDS;
    }
    if text.starts_with(['[', '(']) || (style == Style::Bracketed && words > MOST_BRACKETED) {
        return false;
    }
    let bare = without_asides(text);
    let bare = bare.trim();
    let punctuated = bare.contains(['?', '!', ';', '…', '«', '»', '"', '<', '>', '`', ':', '='])
        || bare.split('/').any(|part| part.is_empty() || part.starts_with(' ') || part.ends_with(' '))
        // A full stop inside a name closes an abbreviation: `M. B.`, `St. John`.
        || bare.split_whitespace().any(|word| word.ends_with(',') || (word.ends_with('.') && !is_abbreviation(word)));
    words <= MOST_WORDS && !punctuated && text.chars().any(char::is_alphabetic)
}

/// Tells whether a text can be a name where nothing but its company says so: it is short and begins as names
/// do.
pub(super) fn is_short_name(text: &str) -> bool {
    let first = text.chars().find(|sign| sign.is_alphanumeric());
    let begins = first.is_some_and(|sign| !sign.is_lowercase());
    begins
        && text.split_whitespace().count() <= MOST_LOOSE
        && !text.ends_with([',', ';', '…'])
        && !ANSWERS.contains(&plain_name(text).as_str())
}

fn is_abbreviation(word: &str) -> bool {
    word.chars().count() <= 4 || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Leaves out what stands beside a name: `(elle/she)`, `« la chef »`, `, 37 ans`, `, PhD`.
fn without_asides(text: &str) -> String {
    let mut bare = text.to_owned();
    for (open, close) in [('(', ')'), ('«', '»'), ('“', '”')] {
        if let (Some(from), Some(to)) = (bare.find(open), bare.rfind(close))
            && 0 < from
            && from < to
        {
            bare.replace_range(from..to + close.len_utf8(), "");
        }
    }
    if let Some((name, beside)) = bare.split_once(',') {
        let is_age = beside.contains(|sign: char| sign.is_ascii_digit());
        let is_title =
            !beside.trim().contains(' ') && beside.chars().filter(|sign| sign.is_uppercase()).count() > 1;
        if is_age || is_title {
            bare = name.to_owned();
        }
    }
    bare
}

/// Puts a name in lower case without accents, for comparison.
pub(crate) fn plain_name(text: &str) -> String {
    let lower = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    lower.map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// Tells whether two texts differ by exactly one slip: a letter changed, added or left out, or two beside
/// each other exchanged.
pub(crate) fn differ_by_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let skip = usize::from(short.len() == long.len());
    if same < long.len() && short.get(same + skip..).unwrap_or_default() == &long[same + 1..] {
        return true;
    }
    // Of two letters alone an exchange makes another name: `AB`, `BA`.
    short.len() == long.len()
        && long.len() > 3
        && same + 1 < long.len()
        && (short[same], short[same + 1]) == (long[same + 1], long[same])
        && short[same + 2..] == long[same + 2..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_apart_is_one_edit() {
        assert!(differ_by_one("enqueteur", "enqueteurs"));
        assert!(differ_by_one("mme a.", "mme b."));
        assert!(differ_by_one("", "a"));
        assert!(differ_by_one("animatrice", "animatrcie"));
        assert!(differ_by_one("sylvie", "sylive"));
        assert!(!differ_by_one("mme a.", "mme a."));
        assert!(!differ_by_one("m. a.", "mme a."));
        assert!(!differ_by_one("ab", "ba"));
        assert!(!differ_by_one("animatrice", "animtarcie"));
    }

    #[test]
    fn plain_names_forget_case_and_accents() {
        assert_eq!(plain_name("Enquêtrice"), "enquetrice");
        assert_eq!(plain_name("L’Évènement"), "l'evenement");
    }

    #[test]
    fn what_stands_beside_a_name_does_not_unmake_it() {
        for name in [
            "Anne Lefebvre (elle/she)",
            "Enquêteur/trice",
            "Léa (fille, 9 ans)",
            "Nadia B., 37 ans",
            "Dr. Maria Lopez, PhD",
            "Nadia « la chef »",
            "Prof. Martin",
        ] {
            assert!(can_be_a_name(name, Style::Plain), "{name}");
        }
        for speech in ["Et puis, après", "Bien. Nadia", "« Oui »", "oui / non", "(rires)", "Quoi ?", "http/"]
        {
            assert!(!can_be_a_name(speech, Style::Plain), "{speech}");
        }
    }
}

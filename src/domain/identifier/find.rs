//! One text, from its first sign to its last.

use super::{address, mask, number};
use crate::text::fold::fold;

/// What an identifier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentifierKind {
    /// The number of a person in the French registry, on the card of the health insurance.
    Nir,
    /// The number of a bank account.
    Iban,
    /// An e-mail address.
    Email,
    /// A French telephone number.
    Phone,
    /// A street with its number, or a postcode with its town.
    Address,
    /// The number of a recipient of family benefits.
    Recipient,
}

impl IdentifierKind {
    /// Names it in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nir => "nir",
            Self::Iban => "iban",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Recipient => "recipient",
        }
    }
}

/// An identifier found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// What it is.
    pub kind: IdentifierKind,
    /// Its first sign, in scalar values.
    pub start: usize,
    /// Past its last sign.
    pub end: usize,
    /// What may be shown of it: never the whole.
    pub masked: String,
}

/// Signs before a number of seven digits in which a word must say what it is.
const NEAR: usize = 40;

/// Finds the identifiers of a text, in the order of their places; none overlaps another.
///
/// *Units*: places in scalar values.
pub fn find(text: &str) -> Vec<Identifier> {
    if !may_hold(text) {
        return Vec::new();
    }
    let signs: Vec<char> = text.chars().collect();
    let mut found: Vec<Identifier> = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        match at_sign(&signs, at) {
            Some((kind, from, end)) if found.last().is_none_or(|last| last.end <= from) => {
                let written: String = signs[from..end].iter().collect();
                found.push(Identifier { kind, start: from, end, masked: mask::mask(kind, &written) });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// Hides the identifiers of a text; none when it holds none.
pub fn hidden(text: &str) -> Option<String> {
    let found = find(text);
    if found.is_empty() {
        return None;
    }
    let signs: Vec<char> = text.chars().collect();
    let (mut hidden, mut at) = (String::with_capacity(text.len()), 0);
    for one in found {
        hidden.extend(&signs[at..one.start]);
        hidden.push_str(&one.masked);
        at = one.end;
    }
    hidden.extend(&signs[at..]);
    Some(hidden)
}

/// Tells whether a text is worth a closer look: most cells of a table are not.
fn may_hold(text: &str) -> bool {
    let (mut digits, mut letters) = (0, 0);
    for byte in text.bytes() {
        match byte {
            b'@' => return true,
            b'0'..=b'9' => digits += 1,
            b'a'..=b'z' | b'A'..=b'Z' | 128.. => letters += 1,
            _ => {}
        }
        if digits >= 7 || (digits >= 1 && letters >= 3) {
            return true;
        }
    }
    false
}

/// Finds what begins at a sign, or, for an e-mail, stands round it.
fn at_sign(signs: &[char], at: usize) -> Option<(IdentifierKind, usize, usize)> {
    let sign = signs[at];
    if sign == '@' {
        return address::email(signs, at).map(|(from, end)| (IdentifierKind::Email, from, end));
    }
    let before = at.checked_sub(1).map(|before| signs[before]);
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let starts = |kind, end: Option<usize>| end.map(|end| (kind, at, end));
    if sign == '+' || sign.is_ascii_digit() {
        return starts(IdentifierKind::Nir, number::nir(signs, at, || near(signs, at, NIR_WORDS)))
            .or_else(|| starts(IdentifierKind::Phone, number::phone(signs, at)))
            .or_else(|| starts(IdentifierKind::Address, address::street(signs, at)))
            .or_else(|| starts(IdentifierKind::Address, address::town(signs, at)))
            .or_else(|| {
                let end = number::seven(signs, at)?;
                let said = near(signs, at, RECIPIENT_WORDS);
                said.then_some((IdentifierKind::Recipient, at, end))
            });
    }
    if sign.is_ascii_uppercase() {
        return starts(IdentifierKind::Iban, number::iban(signs, at));
    }
    None
}

/// Words that say that thirteen digits are a NIR.
const NIR_WORDS: &[&str] = &["nir", "nss", "secu", "securite sociale", "insee", "vitale"];

/// Words that say that seven digits are the number of a recipient.
const RECIPIENT_WORDS: &[&str] = &[
    "allocataire",
    "allocataires",
    "matricule",
    "matricules",
    "n°",
    "no",
    "nº",
    "numero",
    "dossier",
    "caf",
    "file",
    "claimant",
    "recipient",
    "number",
];

/// Tells whether one of some words stands shortly before a place, in the same line.
fn near(signs: &[char], at: usize, words: &[&str]) -> bool {
    let from = at.saturating_sub(NEAR);
    let line: Vec<char> = signs[from..at].iter().rev().take_while(|sign| **sign != '\n').copied().collect();
    let before: String = line.into_iter().rev().collect();
    let folded = fold(&before);
    words.iter().any(|word| stands(&folded, word))
}

/// Tells whether a word stands in a text, as a word.
fn stands(text: &str, word: &str) -> bool {
    let letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        !letter(before) && !(letter(after) && !word.ends_with(['°', 'º']))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(text: &str) -> Vec<(&'static str, String)> {
        find(text).into_iter().map(|one| (one.kind.name(), one.masked)).collect()
    }

    fn is(text: &str, kind: &str) {
        let found: Vec<&str> = find(text).iter().map(|one| one.kind.name()).collect();
        assert_eq!(found, [kind], "{text}");
    }

    fn nothing(text: &str) {
        assert_eq!(kinds(text), [], "{text}");
    }

    #[test]
    fn numbers_of_the_registry_are_known_by_their_key() {
        is("Mon numéro : 2 85 05 78 006 084 41.", "nir");
        is("285057800608441", "nir");
        is("1 84 12 2A 451 089 33", "nir");
        is("184122B45108960", "nir");
        is("2\u{a0}85\u{202f}05\u{a0}78\u{a0}006\u{a0}084\u{a0}41", "nir");
        is("sécu 2850578006084", "nir");
        is("2 85 05 78 006 084", "nir");
        nothing("285057800608492");
        nothing("2 85 05 78 006 084 92");
        nothing("1712345678901");
        nothing("9285057800608441");
    }

    #[test]
    fn telephones_are_known_however_they_are_written() {
        for text in [
            "06 12 34 56 78",
            "0612345678",
            "01.42.34.56.78",
            "06-12-34-56-78",
            "+33 6 12 34 56 78",
            "+33612345678",
            "0033 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78",
        ] {
            is(text, "phone");
            is(&format!("au {text}, vous savez"), "phone");
        }
        for text in [
            "00 12 34 56 78",
            "061234567",
            "06123456789",
            "3.0612345678",
            "2022-06-12",
            "06 12 34 56",
            "01 02 2023",
            "[00:01:02]",
            "0,0612345678",
            "Entretien 01 24.10.03 01_traitement",
        ] {
            nothing(text);
        }
    }

    #[test]
    fn addresses_of_both_sorts_are_found() {
        is("Écrivez à marie.dupont@exemple.fr.", "email");
        is("m@a.fr", "email");
        nothing("@marie");
        nothing("a @ b.fr");
        nothing("marie@local");
        for text in [
            "12 rue Victor Hugo",
            "12, rue des Lilas",
            "12 bis rue de la Paix",
            "3 av. Jean-Jaurès",
            "14 BOULEVARD DE STRASBOURG",
            "7B impasse du Moulin",
            "12 rue des lilas",
            "94000 Créteil",
            "75012 PARIS",
            "au 5 place d’Italie",
            "94400 Vitry-sur-Seine",
            "2 allée de l'Église",
        ] {
            is(text, "address");
        }
        for text in [
            "j’ai suivi 2 cours de Français",
            "12000 euros",
            "12000 Euros",
            "en 2023 Paris",
            "99000 Nulle",
            "12 rue X",
            "trois rues",
            "3 rues de Paris",
            "15 000 Paris",
            "un 2 pièces",
            "2 place",
            "10 chemin faisant",
            "au 3 rue où j’étais",
            "il y a 75012 Personnes",
        ] {
            nothing(text);
        }
    }

    #[test]
    fn seven_digits_are_a_recipient_where_a_word_says_so() {
        is("mon numéro d’allocataire, c’est le 1234567", "recipient");
        is("matricule 1234567 K", "recipient");
        is("n°1234567", "recipient");
        nothing("on m’a réclamé 1234567 euros");
        nothing("1234567");
        nothing("nous étions 2000000");
        nothing("numéro d’allocataire 12345678");
        nothing("allocataire\n1234567");
    }

    #[test]
    fn bank_accounts_are_known_by_their_key() {
        is("FR14 2004 1010 0505 0001 3M02 606", "iban");
        is("FR1420041010050500013M02606", "iban");
        is("DE89370400440532013000 !", "iban");
        nothing("FR14 2004 1010 0505 0001 3M02 607");
        nothing("FR14 2004");
    }

    #[test]
    fn what_is_shown_is_never_the_whole() {
        assert_eq!(hidden("au 06 12 34 56 78, oui").as_deref(), Some("au 06 •• •• •• ••, oui"));
        assert_eq!(hidden("oui"), None);
        assert_eq!(kinds("au 06 12 34 56 78"), [("phone", "06 •• •• •• ••".to_owned())]);
        assert_eq!(kinds("marie.dupont@exemple.fr"), [("email", "m••••.••••••@•••••••.••".to_owned())]);
        assert_eq!(kinds("12 rue Victor Hugo"), [("address", "•• rue •••••• ••••".to_owned())]);
    }

    fn key(digits: u64) -> u64 {
        97 - digits % 97
    }

    proptest! {
        #[test]
        fn every_number_with_its_key_is_found_and_no_other_key(
            sex in 1..=2u64, year in 0..100u64, month in 1..=12u64, place in 1..=95u64, town in 1..1000u64,
            rank in 1..1000u64, other in 1..97u64, words in "[a-zé ,.]{0,12}",
        ) {
            let body = format!("{sex}{year:02}{month:02}{place:02}{town:03}{rank:03}");
            let right = key(body.parse().expect("digits"));
            let text = format!("{words} {body}{right:02} {words}");
            let found = find(&text);
            prop_assert_eq!(found.len(), 1, "{}", text);
            prop_assert_eq!(found[0].kind, IdentifierKind::Nir);
            prop_assert!(!found[0].masked.contains(&body[1..]));
            let wrong = (right - 1 + other) % 97 + 1;
            if wrong != right {
                let text = format!("{body}{wrong:02}");
                prop_assert!(find(&text).iter().all(|one| one.kind != IdentifierKind::Nir), "{}", text);
            }
        }

        #[test]
        fn any_text_is_read_and_what_is_shown_hides(text in "[0-9A-Za-zé@.+ °’,\n\u{a0}-]{0,120}") {
            let signs: Vec<char> = text.chars().collect();
            let mut last = 0;
            for one in find(&text) {
                prop_assert!(one.start >= last && one.start < one.end && one.end <= signs.len());
                last = one.end;
                let written: String = signs[one.start..one.end].iter().collect();
                prop_assert_ne!(&one.masked, &written);
                prop_assert!(one.masked.contains('•'));
            }
        }

        #[test]
        fn figures_of_a_study_are_left_alone(
            amount in 0..100_000_000u64, day in 1..=28u8, month in 1..=12u8, year in 1900..2100u16, part in 0..1000u16,
        ) {
            for text in [
                format!("{amount} €"), format!("{day:02}/{month:02}/{year}"), format!("{year}-{month:02}-{day:02}"),
                format!("{year}{month:02}{day:02}"), format!("{amount},{part:02}"),
                format!("j’ai touché {amount} euros en {year}"), format!("[{day:02}:{month:02}:{day:02}]"),
            ] {
                prop_assert_eq!(find(&text).len(), 0, "{}", text);
            }
        }
    }
}

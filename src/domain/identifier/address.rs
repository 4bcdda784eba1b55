//! E-mail and postal addresses.

use crate::text::fold::fold;

/// Finds an e-mail address round an at sign: its first sign, and past its last.
pub(super) fn email(signs: &[char], at: usize) -> Option<(usize, usize)> {
    let is_local = |sign: &char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '%' | '+' | '-');
    let is_domain = |sign: &char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    let local = signs[..at].iter().rev().take_while(|sign| is_local(sign)).count();
    let mut from = at - local;
    while from < at && !signs[from].is_ascii_alphanumeric() {
        from += 1;
    }
    let mut end = at + 1 + signs[at + 1..].iter().take_while(|sign| is_domain(sign)).count();
    // The stop of the sentence is not the address's.
    while end > at + 1 && !signs[end - 1].is_ascii_alphanumeric() {
        end -= 1;
    }
    let domain: String = signs[at + 1..end].iter().collect();
    let (name, top) = domain.rsplit_once('.')?;
    let is_top = top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    (from < at && is_top && name.starts_with(|sign: char| sign.is_ascii_alphanumeric()))
        .then_some((from, end))
}

/// Ways, folded, and whether a name without a capital may follow `de`, `du` or `des`.
const WAYS: &[(&str, bool)] = &[
    ("rue", true),
    ("avenue", true),
    ("av", true),
    ("ave", true),
    ("boulevard", true),
    ("bd", true),
    ("bld", true),
    ("boul", true),
    ("impasse", true),
    ("imp", true),
    ("allee", true),
    ("chemin", false),
    ("chem", false),
    ("place", false),
    ("pl", false),
    ("quai", false),
    ("cours", false),
    ("square", false),
    ("route", false),
    ("rte", false),
    ("passage", false),
    ("residence", false),
    ("lotissement", false),
    ("villa", false),
    ("sentier", false),
    ("sente", false),
    ("faubourg", false),
    ("esplanade", false),
    ("ruelle", true),
    ("cite", false),
];

/// What may stand between the way and its name.
const LINKS: &[&str] = &["de", "du", "des", "la", "le", "les", "l", "d"];

/// Finds a street with its number: `12 bis, rue de la Paix`.
pub(super) fn street(signs: &[char], at: usize) -> Option<usize> {
    let digits = signs[at..].iter().take_while(|sign| sign.is_ascii_digit()).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let mut words = Words { signs, at: at + digits };
    // « 12bis », « 12 B ».
    let mut here = words.at;
    let is_rank = |word: &str| matches!(word, "bis" | "ter" | "quater" | "a" | "b" | "c" | "d");
    if let Some((word, end)) = words.next_or_glued()
        && is_rank(&fold(&word))
    {
        here = end;
    }
    if signs.get(here) == Some(&',') {
        here += 1;
    }
    words.at = here;
    let (way, after_way) = words.next()?;
    let folded = fold(&way);
    let (_, takes_small) = WAYS.iter().find(|(known, _)| *known == folded)?;
    let mut here = after_way;
    // « av. ».
    if signs.get(here) == Some(&'.') {
        here += 1;
    }
    let mut is_linked = false;
    loop {
        words.at = here;
        let (word, end) = words.next()?;
        let small = fold(&word);
        if LINKS.contains(&small.as_str()) {
            // « 2 cours de Français » is no street, « 5 place d’Italie » is one.
            is_linked = true;
            here =
                if signs.get(end).is_some_and(|sign| matches!(sign, '\'' | '’')) { end + 1 } else { end };
            continue;
        }
        let is_name = word.chars().count() >= 3;
        let is_capital = word.chars().next().is_some_and(char::is_uppercase);
        let is_subject = folded == "cours" && is_linked;
        return match is_name && !is_subject && (is_capital || (*takes_small && is_linked)) {
            true => Some(rest_of_name(signs, end)),
            false => None,
        };
    }
}

/// Goes on over the further capitalised words of a name.
fn rest_of_name(signs: &[char], mut end: usize) -> usize {
    for _ in 0..3 {
        let words = Words { signs, at: end };
        match words.next() {
            Some((word, after)) if word.chars().next().is_some_and(char::is_uppercase) => end = after,
            _ => break,
        }
    }
    end
}

/// Words after five digits that say that they count something.
const COUNTED: &[&str] = &[
    "euro",
    "euros",
    "eur",
    "franc",
    "francs",
    "personnes",
    "habitants",
    "allocataires",
    "familles",
    "foyers",
    "menages",
    "hommes",
    "femmes",
    "dollars",
    "people",
    "dollar",
    "km",
    "kilometres",
    "metres",
];

/// Finds a postcode with its town: `94000 Créteil`.
pub(super) fn town(signs: &[char], at: usize) -> Option<usize> {
    let digits: String = signs[at..].iter().take_while(|sign| sign.is_ascii_digit()).collect();
    let department: u32 = digits.get(..2)?.parse().ok()?;
    let is_after_thousands = at >= 2 && signs[at - 2].is_ascii_digit() && signs[at - 1] != '\n';
    if digits.len() != 5 || !matches!(department, 1..=95 | 97 | 98) || is_after_thousands {
        return None;
    }
    let words = Words { signs, at: at + 5 };
    let (town, end) = words.next()?;
    let is_town = town.chars().count() >= 3
        && town.chars().next().is_some_and(char::is_uppercase)
        && !COUNTED.contains(&fold(&town).as_str());
    is_town.then(|| rest_of_name(signs, end))
}

/// The words of a line, from a place on.
struct Words<'a> {
    signs: &'a [char],
    at: usize,
}

impl Words<'_> {
    /// The word after one or two blanks, and the place past it.
    fn next(&self) -> Option<(String, usize)> {
        let blanks = self.signs.get(self.at..)?.iter().take_while(|sign| is_blank(**sign)).count();
        let linked = self.at.checked_sub(1).is_some_and(|last| matches!(self.signs[last], '\'' | '’'));
        let is_parted = (1..=2).contains(&blanks) || (blanks == 0 && linked);
        if is_parted { self.word(self.at + blanks) } else { None }
    }

    /// The word here, or after a blank.
    fn next_or_glued(&self) -> Option<(String, usize)> {
        self.word(self.at).or_else(|| self.next())
    }

    fn word(&self, from: usize) -> Option<(String, usize)> {
        let is_of_it = |sign: &&char| sign.is_alphabetic() || **sign == '-';
        let word: String = self.signs.get(from..)?.iter().take_while(is_of_it).collect();
        let length = word.chars().count();
        (length > 0).then_some((word, from + length))
    }
}

fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\t')
}

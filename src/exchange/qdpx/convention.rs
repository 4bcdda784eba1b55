//! How a program counts positions in a text: unit, line ends, byte order mark, end.
//!
//! The specification counts code points, and programs do otherwise: UTF-16 units, two characters of a
//! line end counted as one. Nothing in a file says which. So every convention that would give other
//! places is tried on a source's passages, and the one is taken under which they begin and end where
//! people select: at words, and on the words that a passage's name repeats.

use serde::{Deserialize, Serialize};

use super::model::Selection;
use super::repeat::repeats;
use crate::text::Span;

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Unicode scalar values.
    #[default]
    CodePoint,
    /// UTF-16 code units: what stands beyond the basic plane counts two.
    Utf16,
}

/// How line ends count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineEnd {
    /// As stored.
    #[default]
    AsStored,
    /// CRLF counts one.
    CrlfIsOne,
    /// LF counts two.
    LfIsTwo,
}

/// A way of counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Convention {
    /// What is counted.
    pub unit: Unit,
    /// How line ends count.
    pub line_end: LineEnd,
    /// Whether the byte order mark counts one.
    pub counts_bom: bool,
    /// Whether the last position is in the passage.
    pub end_is_inside: bool,
}

impl Convention {
    /// Returns what a program is known to write.
    pub fn of_program(origin: &str) -> Self {
        let origin = origin.to_lowercase();
        let (unit, line_end) = if origin.contains("nvivo") {
            (Unit::Utf16, LineEnd::AsStored)
        } else if origin.contains("atlas.ti") {
            (Unit::CodePoint, LineEnd::CrlfIsOne)
        } else {
            (Unit::CodePoint, LineEnd::AsStored)
        };
        Self { unit, line_end, ..Self::default() }
    }
}

/// How a convention was settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Settled {
    /// No other would give other places, or there is no passage.
    #[default]
    Same,
    /// The passages say what the program is known for.
    Confirmed,
    /// The passages say otherwise than the program is known for.
    Evidence,
    /// Too few passages, or none better than another: what the program is known for.
    Prior,
}

/// The positions of one text under one convention.
struct Scale<'a> {
    characters: &'a [char],
    /// The position of each character, and of the end.
    positions: Vec<u32>,
}

impl<'a> Scale<'a> {
    fn new(characters: &'a [char], convention: Convention) -> Self {
        let mut positions = Vec::with_capacity(characters.len() + 1);
        let mut at = u32::from(convention.counts_bom);
        let mut before = '\0';
        for (index, character) in characters.iter().enumerate() {
            positions.push(at);
            at += match (character, convention.line_end) {
                ('\r', LineEnd::CrlfIsOne) if characters.get(index + 1) == Some(&'\n') => 0,
                ('\n', LineEnd::LfIsTwo) if before != '\r' => 2,
                (character, _) if convention.unit == Unit::Utf16 => u32::from(character.len_utf16() == 2) + 1,
                _ => 1,
            };
            before = *character;
        }
        positions.push(at);
        Self { characters, positions }
    }

    /// Finds the character at a position; the second says whether one begins there.
    fn find(&self, position: i64) -> (usize, bool) {
        let Ok(position) = u32::try_from(position) else {
            return (if position < 0 { 0 } else { self.characters.len() }, false);
        };
        let index = self.positions.partition_point(|known| *known < position);
        match self.positions.get(index) {
            None => (self.characters.len(), false),
            Some(known) => (index.min(self.characters.len()), *known == position),
        }
    }

    fn span(&self, start: i64, end: i64, end_is_inside: bool) -> (usize, usize, bool) {
        let (start, end) = (start.min(end), start.max(end));
        let ((from, begins), (to, ends)) =
            (self.find(start), self.find(end.saturating_add(i64::from(end_is_inside))));
        (from, to.max(from), begins && ends)
    }
}

/// Resolves the passages of a text under a convention.
pub fn resolve(text: &str, convention: Convention, selections: &mut [Selection]) {
    let characters: Vec<char> = text.chars().collect();
    let scale = Scale::new(&characters, convention);
    let last = i64::from(scale.positions.last().copied().unwrap_or(0));
    let first = i64::from(convention.counts_bom);
    for selection in selections {
        let (from, to, _) = scale.span(selection.start, selection.end, convention.end_is_inside);
        selection.span = Span::new(from, to);
        let (low, high) = (selection.start.min(selection.end), selection.start.max(selection.end));
        selection.was_outside = low < first || high > last;
    }
}

/// Writes places of a text as positions of a convention that counts neither mark nor last character.
pub fn positions(text: &str, convention: Convention) -> Vec<u32> {
    let characters: Vec<char> = text.chars().collect();
    Scale::new(&characters, convention).positions
}

/// Chooses the convention of one source; `prior` is what its program is known for.
pub fn detect(
    text: &str,
    had_bom: bool,
    prior: Convention,
    selections: &[Selection],
) -> (Convention, Settled) {
    let characters: Vec<char> = text.chars().collect();
    let candidates = candidates(&characters, had_bom, prior);
    if selections.is_empty() || candidates.len() < 2 {
        return (candidates.first().copied().unwrap_or(prior), Settled::Same);
    }
    let mut scored: Vec<(f64, usize, Convention)> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let scale = Scale::new(&characters, candidate);
        let (mut score, mut named) = (0.0, 0);
        for selection in selections {
            let (points, by_name) = judge(&scale, candidate, selection);
            score += points;
            named += usize::from(by_name);
        }
        scored.push((score, named, candidate));
    }
    // The first candidate is the prior: it stays unless another is clearly better.
    let Some(&(known, known_named, prior)) = scored.first() else { return (prior, Settled::Same) };
    let best = scored.iter().fold(scored[0], |best, one| if one.0 > best.0 { *one } else { best });
    let count = selections.len() as f64;
    let evidence = selections.len() + 5 * best.1.saturating_sub(known_named);
    let margin = (best.0 - known) / count;
    // Half a passage's worth on average is far beyond what chance gives.
    if best.2 != prior && evidence >= 5 && margin >= 0.5 {
        (best.2, Settled::Evidence)
    } else if known / count >= 2.5 && selections.len() >= 5 || known_named > 0 {
        (prior, Settled::Confirmed)
    } else {
        (prior, Settled::Prior)
    }
}

/// Lists the conventions that may give other places in a text, the known one first.
fn candidates(characters: &[char], had_bom: bool, prior: Convention) -> Vec<Convention> {
    let has_wide = characters.iter().any(|character| character.len_utf16() == 2);
    let pairs = characters.windows(2).any(|pair| pair == ['\r', '\n']);
    let lone = characters.first() == Some(&'\n')
        || characters.windows(2).any(|pair| pair[1] == '\n' && pair[0] != '\r');
    let unit = if has_wide { prior.unit } else { Unit::CodePoint };
    let line_end = match prior.line_end {
        LineEnd::CrlfIsOne if !pairs => LineEnd::AsStored,
        LineEnd::LfIsTwo if !lone => LineEnd::AsStored,
        other => other,
    };
    let first = Convention { unit, line_end, counts_bom: prior.counts_bom && had_bom, ..prior };
    let mut list = vec![first];
    for unit in [Unit::CodePoint, Unit::Utf16] {
        for line_end in [LineEnd::AsStored, LineEnd::CrlfIsOne, LineEnd::LfIsTwo] {
            for counts_bom in [false, true] {
                for end_is_inside in [false, true] {
                    let makes_sense = (unit == Unit::CodePoint || has_wide)
                        && (line_end != LineEnd::CrlfIsOne || pairs)
                        && (line_end != LineEnd::LfIsTwo || lone)
                        && (!counts_bom || had_bom);
                    let one = Convention { unit, line_end, counts_bom, end_is_inside };
                    if makes_sense && one != first {
                        list.push(one);
                    }
                }
            }
        }
    }
    list
}

/// Says how much a passage looks like one that a person selected, and whether its name repeats its
/// words.
fn judge(scale: &Scale<'_>, convention: Convention, selection: &Selection) -> (f64, bool) {
    let (from, to, fits) = scale.span(selection.start, selection.end, convention.end_is_inside);
    let characters = scale.characters;
    if !fits {
        return (-3.0, false);
    }
    if from == to {
        return (0.0, false);
    }
    let inner = |index: usize| characters.get(index).copied();
    let before = from.checked_sub(1).and_then(inner);
    let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let mut score = 0.0;
    // A beginning inside a word, or on the blank before it, is no person's.
    if is_word(inner(from)) && is_word(before) {
        score -= 2.0;
    } else if inner(from).is_some_and(|first| !first.is_whitespace()) {
        score += 2.0;
    }
    if is_word(inner(to - 1)) && is_word(inner(to)) {
        score -= 1.0;
    } else if inner(to - 1).is_some_and(|last| !last.is_whitespace()) {
        score += 1.0;
    }
    if before == Some('\r') && inner(from) == Some('\n') {
        score -= 2.0;
    }
    let named = repeats(&characters[from..to], &selection.name);
    (if named { score + 4.0 } else { score }, named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selections(pairs: &[(i64, i64, &str)]) -> Vec<Selection> {
        let make = |(start, end, name): &(i64, i64, &str)| Selection {
            start: *start,
            end: *end,
            name: (*name).to_owned(),
            ..Selection::default()
        };
        pairs.iter().map(make).collect()
    }

    /// Every word of a text as a passage, counted by a convention.
    fn words(text: &str, convention: Convention, named: bool) -> Vec<Selection> {
        let characters: Vec<char> = text.chars().collect();
        let scale = Scale::new(&characters, convention);
        let mut found = Vec::new();
        let mut start = None;
        for index in 0..=characters.len() {
            let inside = characters.get(index).is_some_and(|character| character.is_alphanumeric());
            match start {
                None if inside => start = Some(index),
                Some(from) if !inside => {
                    let word: String = characters[from..index].iter().collect();
                    let end = i64::from(scale.positions[index]) - i64::from(convention.end_is_inside);
                    found.push((i64::from(scale.positions[from]), end, word));
                    start = None;
                }
                _ => {}
            }
        }
        let named = |word: &str| if named { word.to_owned() } else { String::new() };
        found
            .iter()
            .map(|(start, end, word)| Selection {
                start: *start,
                end: *end,
                name: named(word),
                ..Selection::default()
            })
            .collect()
    }

    const TEXT: &str = "Oui 🙂 on était là,\r\net puis\nvoilà. 👍🏽 Ensuite nous sommes partis\r\nchez elle, le soir même 🎉 pour dîner.\n";

    #[test]
    fn every_convention_is_found_from_its_own_passages() {
        for unit in [Unit::CodePoint, Unit::Utf16] {
            for line_end in [LineEnd::AsStored, LineEnd::CrlfIsOne, LineEnd::LfIsTwo] {
                for counts_bom in [false, true] {
                    let meant = Convention { unit, line_end, counts_bom, end_is_inside: false };
                    for prior in ["NVivo for Mac", "ATLAS.ti", "QualCoder"] {
                        let selections = words(TEXT, meant, false);
                        let (found, _) = detect(TEXT, true, Convention::of_program(prior), &selections);
                        assert_eq!(found, meant, "{prior}");
                    }
                }
            }
        }
    }

    #[test]
    fn one_name_outweighs_the_program() {
        let text = "Bonjour.\r\nÇa va ?\r\nOui, ça va bien, merci.";
        let meant = Convention { line_end: LineEnd::CrlfIsOne, ..Convention::default() };
        let all = words(text, meant, true);
        let last = all.iter().filter(|one| one.name == "merci").cloned().collect::<Vec<_>>();
        assert_eq!(detect(text, false, Convention::default(), &last), (meant, Settled::Evidence));
    }

    #[test]
    fn too_few_passages_leave_what_the_program_is_known_for() {
        let text = "Bonjour 🙂 et merci.";
        let few = selections(&[(0, 7, "")]);
        let prior = Convention::of_program("NVivo for Windows 12.6");
        assert_eq!(detect(text, false, prior, &few), (prior, Settled::Prior));
    }

    #[test]
    fn positions_outside_are_cut_off_and_told() {
        let mut all = selections(&[(-4, 3, ""), (8, 99, ""), (6, 2, ""), (0, 10, "")]);
        resolve("0123456789", Convention::default(), &mut all);
        let spans: Vec<(Span, bool)> = all.iter().map(|one| (one.span, one.was_outside)).collect();
        let span = Span::new;
        assert_eq!(
            spans,
            [(span(0, 3), true), (span(8, 10), true), (span(2, 6), false), (span(0, 10), false)]
        );
    }

    proptest::proptest! {
        #[test]
        fn positions_lead_back_to_their_places(text in "[a \r\n\u{e9}\u{1f600}]{0,40}", wide in 0..2, ends in 0..3) {
            let unit = if wide == 1 { Unit::Utf16 } else { Unit::CodePoint };
            let line_end = [LineEnd::AsStored, LineEnd::CrlfIsOne, LineEnd::LfIsTwo][ends as usize];
            let convention = Convention { unit, line_end, ..Convention::default() };
            let scale = positions(&text, convention);
            let characters: Vec<char> = text.chars().collect();
            for index in 0..characters.len() {
                // A CR that counts nothing stands where its LF does.
                if characters[index] == '\n' && index > 0 && characters[index - 1] == '\r' { continue; }
                let mut one = selections(&[(i64::from(scale[index]), i64::from(scale[characters.len()]), "")]);
                resolve(&text, convention, &mut one);
                proptest::prop_assert_eq!(one[0].span.start.0, index);
            }
        }
    }
}

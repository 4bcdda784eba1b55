//! Names that stand before the words of a cue: `Name: words`, `[SPEAKER_00]: words`, `[Name] words`.

use std::collections::BTreeMap;

use super::cue::Cue;

/// Longest name, in scalar values and in words.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 4;
/// The same for a name with what persons add to it in meetings: `Anne Lefebvre (elle/she)`, `…, PhD`.
const LONGEST_ADDED: usize = 60;
const MOST_WORDS_ADDED: usize = 7;

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    /// `Name: words`.
    Colon,
    /// `Dr. Name, PhD: words`: the beginning of a sentence may look so.
    Added,
    /// `[Name] words`: so does what happens in the room.
    Bracketed,
}

/// Gives their voice to the cues that say it by a name before their words.
pub(super) fn take(cues: &mut [Cue]) {
    let names = names(cues);
    for cue in cues.iter_mut().filter(|cue| cue.voice.is_none()) {
        let Some(first) = cue.lines.first() else { continue };
        let Some((_, name, rest)) = name_and_words(first).filter(|(_, name, _)| names.contains(name)) else {
            continue;
        };
        let rest = rest.to_owned();
        cue.voice = Some(label(&name));
        cue.lines[0] = rest;
        cue.lines.retain(|line| !line.is_empty());
    }
}

/// Reads the name at the start of a cue, and what follows it.
fn name_and_words(words: &str) -> Option<(Style, String, &str)> {
    if let Some((name, rest)) = words.strip_prefix('[').and_then(|inside| inside.split_once(']')) {
        let rest = rest.trim_start();
        let after = rest.strip_prefix([':', '：']);
        let fits = is_name(name.trim(), Style::Colon)
            && (after.is_some() || name.trim_start().starts_with(char::is_uppercase));
        let style = if after.is_some() { Style::Colon } else { Style::Bracketed };
        return fits.then(|| (style, name.trim().to_owned(), after.unwrap_or(rest).trim()));
    }
    let (name, rest) = words.split_once(':').filter(|(_, rest)| !rest.starts_with("//"))?;
    let name = name.trim();
    let style = [Style::Colon, Style::Added].into_iter().find(|style| is_name(name, *style))?;
    Some((style, name.to_owned(), rest.trim()))
}

fn is_name(name: &str, style: Style) -> bool {
    let is_added = style == Style::Added;
    let (longest, most) = if is_added { (LONGEST_ADDED, MOST_WORDS_ADDED) } else { (LONGEST, MOST_WORDS) };
    let first = name.chars().next();
    name.chars().count() <= longest
        && name.split_whitespace().count() <= most
        && first.is_some_and(|first| if is_added { first.is_uppercase() } else { first.is_alphanumeric() })
        && !name.contains(['?', '!', ';', '…', '[', ']'])
        && (is_added || !name.contains(['.', ',', '/']))
}

/// Lists the names that stand in at least two cues, or in each of a short file's. What may be a sentence
/// or an event must recur whatever the file, and one name in brackets alone is an event.
fn names(cues: &[Cue]) -> Vec<String> {
    let mut counts: BTreeMap<(Style, String), usize> = BTreeMap::new();
    for cue in cues.iter().filter(|cue| cue.voice.is_none()) {
        if let Some((style, name, _)) = cue.lines.first().and_then(|line| name_and_words(line)) {
            *counts.entry((style, name)).or_default() += 1;
        }
    }
    let all: usize =
        counts.iter().filter(|((style, _), _)| *style != Style::Bracketed).map(|(_, count)| count).sum();
    let mostly = all * 2 > cues.len();
    let bracketed = || counts.iter().filter(|((style, _), count)| *style == Style::Bracketed && **count > 1);
    let brackets =
        bracketed().count() > 1 && bracketed().map(|(_, count)| count).sum::<usize>() * 2 > cues.len();
    counts
        .iter()
        .filter(|((style, _), count)| match style {
            Style::Colon => mostly || **count > 1,
            Style::Added => **count > 1,
            Style::Bracketed => brackets && **count > 1,
        })
        .map(|((_, name), _)| name.clone())
        .collect()
}

/// Writes a name as a label: pronouns in brackets are not part of it, and no comma stands in it.
fn label(name: &str) -> String {
    let pronouns = name.find(" (").filter(|open| name.ends_with(')') && name[*open..].contains('/'));
    let name = pronouns.map_or(name, |open| &name[..open]);
    name.replace([',', '/'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

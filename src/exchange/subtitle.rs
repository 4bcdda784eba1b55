//! Subtitles and the output of speech recognition: srt, vtt, and lines with `[mm:ss.mmm --> mm:ss.mmm]`.
//!
//! Cues are cut where a screen is full, not where somebody stops speaking: those of one voice that
//! follow each other become one turn, with the time of its first cue.

use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::transcript::{Face, Written};

/// The label of every word when a file names nobody.
const NOBODY: &str = "S1";

/// Without named voices a turn ends after a silence this long, or after a sentence once it is long.
const SILENCE_MS: u64 = 2_000;
const LONG_MS: u64 = 30_000;

/// One cue: times in milliseconds, who speaks, and the words on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cue {
    from: u64,
    to: u64,
    voice: Option<String>,
    words: String,
    /// Line of the file, from 1.
    line: usize,
}

/// Tells whether a text is subtitles: a WebVTT head, or a line with two times and an arrow near its
/// start.
pub fn is_subtitle(text: &str) -> bool {
    text.starts_with("WEBVTT") || text.lines().take(12).any(|line| times(line.trim()).is_some())
}

/// Reads subtitles.
///
/// # Errors
/// No cue is found.
pub fn read(path: &str, text: &str) -> Result<(Written, Vec<Diagnostic>), Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut cues = cues(text);
    if cues.is_empty() {
        return Err(Diagnostic::error(Place::file(path), "subtitle-no-cue"));
    }
    let written_names = names_before_colons(&cues);
    let mut last: Option<String> = None;
    for cue in &mut cues {
        if cue.voice.is_none()
            && let Some((name, rest)) = name_and_words(&cue.words)
            && written_names.contains(&name)
        {
            cue.words = rest.to_owned();
            cue.voice = Some(name);
        }
        // A cue without a name goes on with the one before it.
        cue.voice = cue.voice.take().or_else(|| last.clone());
        last = cue.voice.clone();
    }
    let named = cues.iter().any(|cue| cue.voice.is_some());
    if !named {
        diagnostics.push(Diagnostic::warning(Place::file(path), "subtitle-nobody").with("label", NOBODY));
    }
    let back = cues.windows(2).find(|two| two[1].from + 60_000 < two[0].from);
    if let Some(two) = back {
        diagnostics.push(Diagnostic::note(Place::at(path, two[1].line, 1), "subtitle-time-restarts"));
    }
    Ok((turns(&cues, named), diagnostics))
}

fn turns(cues: &[Cue], named: bool) -> Written {
    let mut written = Written::default();
    let mut first: Option<&Cue> = None;
    for (index, cue) in cues.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &cues[before]);
        let goes_on = before.zip(first).is_some_and(|(before, first)| {
            if named { before.voice == cue.voice } else { !ends_turn(first, before, cue) }
        });
        if goes_on {
            written.say(" ", Face::default());
        } else {
            written.end_paragraph(None);
            let name = cue.voice.as_deref().unwrap_or(NOBODY);
            written.say(&format!("[{}] {name} : ", clock(cue.from)), Face::default());
            if !written.speakers.iter().any(|known| known == name) {
                written.speakers.push(name.to_owned());
            }
            first = Some(cue);
        }
        written.say(&cue.words, Face::default());
    }
    written.end_paragraph(None);
    written
}

fn ends_turn(first: &Cue, before: &Cue, cue: &Cue) -> bool {
    let silence = cue.from.saturating_sub(before.to) >= SILENCE_MS || cue.from < before.from;
    let sentence = before.words.ends_with(['.', '?', '!', '…', '»', '"']);
    silence || (sentence && before.to.saturating_sub(first.from) >= LONG_MS)
}

fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn cues(text: &str) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    // Whether words belong to the last cue: until a blank line, and not in notes or styles.
    let mut inside = false;
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let trimmed = line.trim();
        if let Some((from, to, rest)) = times(trimmed) {
            let cue = Cue { from, to, voice: None, words: String::new(), line: index + 1 };
            found.push(cue);
            inside = true;
            // Settings of a WebVTT cue follow its times on the line; words follow a closed bracket.
            if trimmed.starts_with('[') {
                add(&mut found, rest);
            }
        } else if trimmed.is_empty() {
            inside = false;
        } else if inside && !is_number_of_next(trimmed, lines.get(index + 1)) {
            add(&mut found, trimmed);
        }
    }
    found.retain(|cue| !cue.words.is_empty());
    found
}

/// Some programs leave no blank line before the number of the next cue.
fn is_number_of_next(line: &str, next: Option<&&str>) -> bool {
    line.bytes().all(|byte| byte.is_ascii_digit()) && next.is_some_and(|next| times(next.trim()).is_some())
}

fn add(found: &mut [Cue], words: &str) {
    let Some(cue) = found.last_mut() else { return };
    let (voice, words) = plain(words);
    if cue.voice.is_none() {
        cue.voice = voice;
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words.is_empty() {
        if !cue.words.is_empty() {
            cue.words.push(' ');
        }
        cue.words.push_str(&words);
    }
}

/// Reads `00:43.810 --> 00:47.850`, perhaps in brackets: both times in milliseconds, and what follows.
fn times(line: &str) -> Option<(u64, u64, &str)> {
    let line = line.strip_prefix('[').unwrap_or(line);
    let (from, rest) = line.split_once("-->")?;
    let rest = rest.trim_start();
    let end =
        rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(rest.len());
    let after = rest[end..].trim_start_matches(']').trim();
    Some((milliseconds(from.trim())?, milliseconds(&rest[..end])?, after))
}

fn milliseconds(time: &str) -> Option<u64> {
    let (whole, fraction) = time.split_once(['.', ',']).unwrap_or((time, "0"));
    let mut seconds: u64 = 0;
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    for part in parts {
        let number = part.parse::<u64>().ok().filter(|_| part.len() <= 4)?;
        seconds = seconds * 60 + number;
    }
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(seconds * 1_000 + digits.parse::<u64>().ok()?)
}

/// Takes tags and entities out of a cue's line; returns the name of its `<v Name>`.
fn plain(words: &str) -> (Option<String>, String) {
    let (mut voice, mut said, mut rest) = (None, String::new(), words);
    while let Some(open) = rest.find(['<', '&']) {
        said.push_str(&rest[..open]);
        rest = &rest[open..];
        let entity = ENTITIES.iter().find_map(|(name, is)| rest.strip_prefix(name).map(|after| (after, *is)));
        if let Some((after, is)) = entity {
            said.push_str(is);
            rest = after;
        } else if let Some((tag, after)) = rest.strip_prefix('<').and_then(tag) {
            let name = tag
                .strip_prefix('v')
                .and_then(|name| name.split_once([' ', '\t']))
                .map(|(_, name)| name.trim());
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                voice.get_or_insert_with(|| plain(name).1);
            }
            rest = after;
        } else {
            said.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    said.push_str(rest);
    (voice, said)
}

/// Reads a tag of subtitles after its `<`: `i>`, `/v>`, `v Name>`, `c.loud>`, `00:01.000>`.
fn tag(text: &str) -> Option<(&str, &str)> {
    let (tag, after) = text.split_once('>')?;
    let name = tag.trim_start_matches('/');
    let first = name.split(['.', ' ', '\t']).next().unwrap_or_default();
    let known = ["i", "b", "u", "v", "c", "lang", "ruby", "rt", "font"].contains(&first);
    let is_tag = known || milliseconds(name).is_some();
    is_tag.then_some((tag, after))
}

const ENTITIES: [(&str, &str); 6] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", "\u{a0}"),
    ("&lrm;", "\u{200e}"),
    ("&rlm;", "\u{200f}"),
];

/// `Nom : words` at the start of a cue.
fn name_and_words(words: &str) -> Option<(String, &str)> {
    let (name, rest) = words.split_once(':')?;
    let name = name.trim();
    let fits = name.chars().count() <= 40
        && name.split_whitespace().count() <= 4
        && name.chars().next().is_some_and(char::is_alphanumeric)
        && !name.contains(['.', '?', '!', ',', ';', '…', '/']);
    (fits && !name.is_empty() && !rest.starts_with("//")).then(|| (name.to_owned(), rest.trim()))
}

/// Names that stand before a colon in at least two cues, or in each of a short file's.
fn names_before_colons(cues: &[Cue]) -> Vec<String> {
    let mut counts: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for cue in cues {
        if let Some((name, _)) = name_and_words(&cue.words) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    let mostly = all * 2 > cues.len();
    counts.into_iter().filter(|(_, count)| mostly || *count > 1).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(file: &str) -> String {
        read("f.vtt", file).expect("subtitles").0.text().trim_end().to_owned()
    }

    #[test]
    fn three_notations_of_one_recording_give_one_text() {
        let srt = "1\r\n00:00:43,810 --> 00:00:47,850\r\nHello everyone\r\n\r\n2\r\n00:00:48,350 --> 00:00:54,570\r\nand welcome.\r\n";
        let vtt = "WEBVTT\n\nNOTE not said\n\n00:43.810 --> 00:47.850 align:start\nHello everyone\n\n00:48.350 --> 00:54.570\nand <i>welcome</i>.\n";
        let txt = "[00:43.810 --> 00:47.850]  Hello everyone\n[00:48.350 --> 00:54.570]  and welcome.\n";
        for file in [srt, vtt, txt] {
            assert_eq!(text(file), "[00:00:43] S1 : Hello everyone and welcome.");
        }
    }

    #[test]
    fn voices_make_turns_whatever_their_notation() {
        let vtt = "WEBVTT\n\n00:00.235 --> 00:01.000\n<v Enquêté>bah &lt;3</v>\n\n00:00.300 --> 00:01.200\n<v.loud Enquêtrice>oui</v>\n\n00:02.000 --> 00:03.000\n<v Enquêtrice>et vous : moi</v>\n";
        assert_eq!(text(vtt), "[00:00:00] Enquêté : bah <3\n\n[00:00:00] Enquêtrice : oui et vous : moi");
        let srt = "1\n00:00:00,235 --> 00:00:01,000\nEnquêté : bah\n\n2\n00:00:01,300 --> 00:00:02,200\nEnquêtrice : oui\n\n3\n00:00:02,300 --> 00:00:03,200\nencore\n";
        assert_eq!(text(srt), "[00:00:00] Enquêté : bah\n\n[00:00:01] Enquêtrice : oui encore");
    }

    #[test]
    fn a_number_without_a_blank_line_before_it_is_no_word_and_a_year_is() {
        let srt = "1\n00:00:01,000 --> 00:00:02,000\nen\n1998\n2\n00:00:03,000 --> 00:00:04,000\noui\n";
        assert_eq!(text(srt), "[00:00:01] S1 : en 1998 oui");
        assert_eq!(text("[00:01.000 --> 00:02.000] a < b & c\n"), "[00:00:01] S1 : a < b & c");
    }

    #[test]
    fn long_speech_of_nobody_is_cut_after_sentences_and_silences() {
        let txt = "[00:00.000 --> 00:31.000] Une phrase.\n[00:31.000 --> 00:32.000] Une autre\n[00:40.000 --> 00:41.000] encore\n";
        assert_eq!(
            text(txt),
            "[00:00:00] S1 : Une phrase.\n\n[00:00:31] S1 : Une autre\n\n[00:00:40] S1 : encore"
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(file in "[0-9:,.<>/\\-\\[\\] v&a\n]{0,200}") {
            let _read = read("f.srt", &file);
            let _arrow = read("f.srt", &format!("1\n00:00:01,000 --> 00:00:02,000\n{file}"));
        }
    }
}

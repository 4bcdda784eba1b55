//! Subtitles to written text: cues joined to turns.

use super::cue::{self, Cue};
use super::{name, rolling};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::transcript::{Face, Written};

/// The label of every word when a file names nobody.
const NOBODY: &str = "S1";

/// Without named voices a turn ends after a silence this long, or after a sentence once it is long.
const SILENCE_MS: u64 = 2_000;
const LONG_MS: u64 = 30_000;

/// Tells whether a text is subtitles: a WebVTT head, or a line with two times and an arrow near its
/// start.
pub fn is_subtitle(text: &str) -> bool {
    text.starts_with("WEBVTT") || text.lines().take(12).any(|line| cue::times(line.trim()).is_some())
}

/// Reads subtitles.
///
/// # Errors
/// No cue is found.
pub fn read(path: &str, text: &str) -> Result<(Written, Vec<Diagnostic>), Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut cues = cue::cues(text);
    if cues.is_empty() {
        return Err(Diagnostic::error(Place::file(path), "subtitle-no-cue"));
    }
    let repeated = rolling::unroll(&mut cues);
    if repeated > 0 {
        diagnostics.push(Diagnostic::note(Place::file(path), "subtitle-rolling").with("count", repeated));
    }
    name::take(&mut cues);
    // A cue without a name goes on with the one before it.
    let mut last: Option<String> = None;
    for cue in &mut cues {
        cue.voice = cue.voice.take().or_else(|| last.clone());
        last.clone_from(&cue.voice);
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
        written.say(&cue.words(), Face::default());
    }
    written.end_paragraph(None);
    written
}

fn ends_turn(first: &Cue, before: &Cue, cue: &Cue) -> bool {
    let silence = cue.from.saturating_sub(before.to) >= SILENCE_MS || cue.from < before.from;
    let sentence = before.words().ends_with(['.', '?', '!', '…', '»', '"']);
    silence || (sentence && before.to.saturating_sub(first.from) >= LONG_MS)
}

fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

//! From a transcript and a correction to its next version.

use super::edit::Edit;
use super::model::{Corrected, Correction, CorrectionError};
use crate::domain::transcript::markdown::parse;
use crate::domain::transcript::model::{Speaker, Transcript, TranscriptVersion};
use crate::domain::transcript::role::Roles;
use crate::domain::transcript::write::{same, write};
use crate::text::{CharOffset, Fingerprint, normalize};

/// Makes the next version of a transcript. Its fingerprint is that of the transcript as `write`
/// writes it: it comes from no file.
///
/// A new speaker has the role that the transcript's front matter, else the study's settings, give to
/// the label.
///
/// # Errors
/// Why it cannot be made; see `CorrectionError`.
pub fn correct(
    transcript: &Transcript,
    correction: &Correction,
    roles: &Roles,
) -> Result<Corrected, CorrectionError> {
    let present = &transcript.version;
    let number = correction.turn;
    let place = number.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    let Some(place) = place.filter(|place| *place < present.turns.len()) else {
        return Err(CorrectionError::UnknownTurn { turn: number, turns: present.turns.len() });
    };
    let mut edit = Edit::new(present.clone());
    if let Some(text) = &correction.text {
        edit.say(place, &tidy(text))?;
    }
    if let Some(speaker) = &correction.speaker {
        edit.name(place, speaker)?;
    }
    let mut shift = 0;
    if let Some(at) = correction.split_at {
        // Counted in the words as given: what is tidied before it moves it.
        let at = correction.text.as_ref().map_or(at, |text| {
            CharOffset(tidy(&text.chars().take(at.0).collect::<String>()).chars().count())
        });
        edit.split(place, at, correction.split_speaker.as_deref())?;
        shift += 1;
    }
    if correction.merge {
        edit.merge(place)?;
        shift -= 1;
    }
    let version = edit.finish();
    let is_changed = !same(&version, present) || version.speakers != present.speakers;
    let mut transcript = Transcript { version, ..transcript.clone() };
    let written = write(&transcript);
    settle(&mut transcript, &written, present, roles)?;
    transcript.version.number = present.number + 1;
    transcript.version.fingerprint = Fingerprint::of(written.as_bytes());
    // A turn that is joined keeps its number only where it was also cut.
    let from = if correction.merge { number } else { number + 1 };
    Ok(Corrected { transcript, is_changed, shift: (shift != 0).then_some((from, shift)) })
}

/// Takes the roles of new speakers from the transcript as it reads back; refuses a correction that
/// would not.
fn settle(
    transcript: &mut Transcript,
    written: &str,
    present: &TranscriptVersion,
    roles: &Roles,
) -> Result<(), CorrectionError> {
    let again = parse(&transcript.path, written, roles).transcript.map(|again| again.version);
    if !again.as_ref().is_some_and(|again| same(again, &transcript.version)) {
        // One that did not read back before is not made worse.
        let before = Transcript { version: present.clone(), ..transcript.clone() };
        let before_reads = parse(&before.path, &write(&before), roles).transcript;
        if before_reads.is_some_and(|again| same(&again.version, present)) {
            return Err(CorrectionError::Unreadable);
        }
    }
    let read = again.map(|again| again.speakers).unwrap_or_default();
    let known = |speakers: &[Speaker], label: &str| {
        speakers.iter().find(|speaker| speaker.label == label).map(|speaker| speaker.role)
    };
    for speaker in &mut transcript.version.speakers {
        speaker.role = known(&present.speakers, &speaker.label)
            .or_else(|| known(&read, &speaker.label))
            .unwrap_or_default();
    }
    Ok(())
}

/// Writes words as a reading would have kept them: NFC, LF, no byte order mark, no blank at the ends
/// of lines, at most one empty line.
pub(super) fn tidy(words: &str) -> String {
    let words = normalize(words).text;
    let words: String = words
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter })
        .collect();
    let mut tidy = String::with_capacity(words.len());
    let mut empty = false;
    for line in words.split('\n').map(str::trim) {
        if line.is_empty() {
            empty = true;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if empty { "\n\n" } else { "\n" });
        }
        empty = false;
        tidy.push_str(line);
    }
    tidy
}

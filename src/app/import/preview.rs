//! What an import would understand of interviews, before anything is written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::files;
use crate::app::context::STUDY_FILE;
use crate::app::error::AppError;
use crate::config;
use crate::domain::Diagnostic;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::{MarkKind, ParsedTranscript, Role, Roles, Transcript, TranscriptVersion};
use crate::exchange::{folder, text, transcript};
use crate::text::TextIndex;
use crate::text::boundary::word_count;

/// Longest beginning of a turn that a preview repeats, in scalar values.
const SHOWN: usize = 90;
/// Turns that a preview repeats.
const FIRST: usize = 4;

/// One interview as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Preview {
    /// Path relative to the study folder.
    pub path: String,
    /// `markdown`, `text`, `subtitle`, `docx`, `odt`, `rtf`, `pdf`, `html`, `otr`; the ending of a document
    /// that is not read.
    pub format: &'static str,
    /// Encoding of its text; none where the format itself says so.
    pub encoding: Option<&'static str>,
    /// What was understood; none when the file is refused or not read.
    pub understood: Option<Understood>,
    /// Doubts and reasons, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

/// What was understood of an interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Understood {
    /// The identifier that the interview would have.
    pub id: String,
    /// Who speaks, in the order of their first words.
    pub speakers: Vec<Voice>,
    /// Turns without a speaker: what stands before the first label.
    pub unlabelled: usize,
    /// Headings.
    pub parts: usize,
    /// Number of times found, the first and the last one in seconds.
    pub times: Option<(usize, u32, u32)>,
    /// Label and first words of the first turns.
    pub first: Vec<(String, String)>,
}

/// One who speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voice {
    /// As written.
    pub label: String,
    /// Asks or answers.
    pub role: Role,
    /// Turns.
    pub turns: usize,
    /// Words of them.
    pub words: usize,
}

/// Reads the interviews among `paths` (none: the study's own) as an import would; writes nothing.
///
/// # Errors
/// The settings or a folder cannot be read.
pub fn preview(study: &Path, paths: &[PathBuf]) -> Result<Vec<Preview>, AppError> {
    let settings = settings(study)?;
    let files = if paths.is_empty() {
        files::of_study(study, &settings.folders)?
    } else {
        files::of_paths(study, &settings.folders, paths)?
    };
    let roles = settings.speaker_roles();
    let one = |path: &PathBuf| Ok(of_bytes(folder::name_in(study, path), &folder::read(path)?, &roles));
    let mut previews = files.transcripts.iter().map(one).collect::<Result<Vec<_>, AppError>>()?;
    previews.extend(files.unread.iter().map(|path| of_unread(study, path)));
    Ok(previews)
}

fn of_unread(study: &Path, path: &Path) -> Preview {
    Preview {
        path: folder::name_in(study, path),
        format: transcript::unread(path).unwrap_or_default(),
        encoding: None,
        understood: None,
        diagnostics: vec![files::tell_unread(study, path)],
    }
}

/// Tells what is understood of a file's bytes.
pub(super) fn of_bytes(name: String, bytes: &[u8], roles: &Roles) -> Preview {
    let reading = transcript::read(&name, bytes, roles);
    let ParsedTranscript { transcript, mut diagnostics, .. } = reading.parsed;
    diagnostics.extend(reading.identifiers);
    diagnostics.sort_by(|one, other| one.place.cmp(&other.place));
    Preview {
        path: name,
        format: reading.format,
        encoding: reading.encoding,
        understood: transcript.map(|transcript| understood(&transcript)),
        diagnostics,
    }
}

pub(super) fn settings(study: &Path) -> Result<StudySettings, AppError> {
    let bytes = folder::read(&study.join(STUDY_FILE))?;
    let decoded = text::decode(STUDY_FILE, &bytes).map_err(|fault| AppError::Refused(vec![fault]))?;
    let (settings, diagnostics) = config::study::parse(STUDY_FILE, &decoded.text);
    settings.ok_or(AppError::Refused(diagnostics))
}

fn understood(transcript: &Transcript) -> Understood {
    let version = &transcript.version;
    let index = TextIndex::new(&version.text);
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for turn in &version.turns {
        if let Some(speaker) = turn.speaker {
            let count = counts.entry(speaker).or_default();
            count.0 += 1;
            count.1 += word_count(index.slice(turn.speech));
            // The numbers of a time are no words that somebody said.
            let times = version.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Timecode { .. }));
            for time in times.filter(|mark| turn.speech.covers(mark.span)) {
                count.1 = count.1.saturating_sub(word_count(index.slice(time.span)));
            }
        }
    }
    let voice = |(number, speaker): (usize, &crate::domain::transcript::Speaker)| {
        let (turns, words) = counts.get(&number).copied().unwrap_or_default();
        Voice { label: speaker.label.clone(), role: speaker.role, turns, words }
    };
    let first = version.turns.iter().take(FIRST);
    Understood {
        id: transcript.id.to_string(),
        speakers: version.speakers.iter().enumerate().map(voice).collect(),
        unlabelled: version.turns.iter().filter(|turn| turn.speaker.is_none()).count(),
        parts: version.parts.len(),
        times: times(version),
        first: first.map(|turn| (version.label(turn).to_owned(), shown(index.slice(turn.speech)))).collect(),
    }
}

fn times(version: &TranscriptVersion) -> Option<(usize, u32, u32)> {
    let seconds: Vec<u32> = version
        .marks
        .iter()
        .filter_map(|mark| match mark.kind {
            MarkKind::Timecode { seconds } => Some(seconds),
            _ => None,
        })
        .collect();
    Some((seconds.len(), *seconds.first()?, *seconds.last()?))
}

fn shown(speech: &str) -> String {
    let words = speech.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHOWN {
        return words;
    }
    words.chars().take(SHOWN - 1).chain(['…']).collect()
}

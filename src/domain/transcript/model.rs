//! A transcript: its text, turns, speakers, guide parts and marks.

use serde::{Deserialize, Serialize};

use crate::domain::day::{Day, DayFormat};
use crate::domain::id::TranscriptId;
use crate::text::{Fingerprint, Language, Span};

/// What a speaker does in an interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Asks.
    Interviewer,
    /// Answers; the one whose words are counted and coded.
    #[default]
    Respondent,
}

impl Role {
    /// The role across the table.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Interviewer => Self::Respondent,
            Self::Respondent => Self::Interviewer,
        }
    }
}

/// One who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The label as written, without emphasis, colon or blanks round it: `Mme A.`.
    pub label: String,
    /// What they do.
    pub role: Role,
}

/// One uninterrupted speech. Spans count scalar values of the version's plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Its number, from 1, in the order of the text.
    pub number: u32,
    /// Its speaker: an index into the version's speakers; none before the first label.
    pub speaker: Option<usize>,
    /// The speech, without the label; may be empty, may hold paragraph breaks.
    pub speech: Span,
    /// The guide part it stands in: an index into the version's parts.
    pub part: Option<usize>,
    /// Line of the source file where it begins, from 1.
    pub line: usize,
}

/// A part of the interview guide: a heading of the transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Heading level, from 1.
    pub level: u8,
    /// The heading's text.
    pub title: String,
    /// Where the heading stands in the plain text.
    pub span: Span,
}

/// What a mark notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum MarkKind {
    /// A time in the recording.
    Timecode {
        /// Seconds from the start of the recording.
        seconds: u32,
    },
    /// `[silence]`, `(rires)`: what happens, not what is said.
    StageDirection,
    /// Emphasis in the source.
    Emphasis,
    /// Strong emphasis in the source.
    Strong,
    /// A link in the source.
    Link {
        /// Where it leads.
        address: String,
    },
}

/// Something noted on a stretch of the plain text; the text itself keeps its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// What.
    #[serde(flatten)]
    pub kind: MarkKind,
}

/// One immutable text of a transcript.
///
/// The plain text holds, in order and each ended by a blank line: headings as they read, and turns
/// as `label : speech` (label kept, emphasis removed). It is NFC, with LF line ends and no BOM;
/// no-break spaces stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TranscriptVersion {
    /// From 1; a changed file makes the next.
    pub number: u32,
    /// The plain text.
    pub text: String,
    /// Of the source file's bytes.
    pub fingerprint: Fingerprint,
    /// In the order of first speech.
    pub speakers: Vec<Speaker>,
    /// In the order of the text.
    pub turns: Vec<Turn>,
    /// In the order of the text.
    pub parts: Vec<Part>,
    /// In the order of their start.
    pub marks: Vec<Mark>,
}

/// The written interview with the attributes of its case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// Names it and its case.
    pub id: TranscriptId,
    /// As the front matter says, else the id.
    pub title: String,
    /// Path of its file, relative to the study folder, with `/`.
    pub path: String,
    /// Language of the speech; none: the study's.
    pub language: Option<Language>,
    /// Every key of the front matter with its value, in the file's order, `id` and `title` left
    /// out; a list's values are joined by `; `.
    pub attributes: Vec<(String, String)>,
    /// Its present text.
    pub version: TranscriptVersion,
}

impl TranscriptVersion {
    /// Returns the role of a turn's speaker; a turn before the first label is a respondent's.
    pub fn role(&self, turn: &Turn) -> Role {
        turn.speaker
            .and_then(|index| self.speakers.get(index))
            .map_or(Role::Respondent, |speaker| speaker.role)
    }

    /// Returns the label of a turn's speaker, empty when there is none.
    pub fn label(&self, turn: &Turn) -> &str {
        turn.speaker.and_then(|index| self.speakers.get(index)).map_or("", |speaker| speaker.label.as_str())
    }
}

impl Transcript {
    /// Returns the attribute called `name`.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the day of the interview, written `2023-06-30` or `30/06/2023`; none when undated.
    pub fn day(&self) -> Option<Day> {
        let written = self.attribute("date")?.trim();
        DayFormat::YearFirst.parse(written).or_else(|| DayFormat::DayFirst.parse(written))
    }
}

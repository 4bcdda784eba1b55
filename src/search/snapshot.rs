//! One state of the index, with what every search reads: the columns, and the names in them.

use std::collections::BTreeSet;
use std::sync::Arc;

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, Searcher, SegmentReader, TantivyError};

use super::schema::Fields;
use crate::domain::TranscriptId;
use crate::domain::transcript::Role;
use crate::text::Language;

/// One committed state of the index.
pub(super) struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) segments: Vec<Arc<Segment>>,
}

/// The columns of one segment.
pub(super) struct Segment {
    /// Transcripts by their number in this segment.
    pub(super) transcripts: Vec<TranscriptId>,
    /// Their place in the order of all transcripts.
    pub(super) ranks: Vec<u32>,
    /// Speakers' labels by their number in this segment.
    pub(super) speakers: Vec<String>,
    transcript: Column<u64>,
    speaker: Column<u64>,
    turn: Column<u64>,
    line: Column<u64>,
    start: Column<u64>,
    role: Column<u64>,
    language: Column<u64>,
}

impl Snapshot {
    /// Reads the columns of every segment.
    pub(super) fn read(searcher: Searcher, fields: &Fields) -> tantivy::Result<Self> {
        let mut segments = Vec::new();
        for reader in searcher.segment_readers() {
            segments.push(Segment::read(reader, fields)?);
        }
        let all: BTreeSet<&TranscriptId> = segments.iter().flat_map(|segment| &segment.transcripts).collect();
        let all: Vec<TranscriptId> = all.into_iter().cloned().collect();
        let segments = segments
            .into_iter()
            .map(|mut segment| {
                let place = |id| all.binary_search(id).ok().and_then(|place| u32::try_from(place).ok());
                segment.ranks = segment.transcripts.iter().map(|id| place(id).unwrap_or(u32::MAX)).collect();
                Arc::new(segment)
            })
            .collect();
        Ok(Self { searcher, segments })
    }
}

impl Segment {
    fn read(reader: &SegmentReader, fields: &Fields) -> tantivy::Result<Self> {
        let schema = reader.schema();
        let columns = reader.fast_fields();
        let text = |field| -> tantivy::Result<(Vec<String>, Column<u64>)> {
            let name = schema.get_field_name(field);
            let column = columns.str(name)?.ok_or_else(|| TantivyError::FieldNotFound(name.to_owned()))?;
            Ok((names(&column)?, column.ords().clone()))
        };
        let number = |field| columns.u64(schema.get_field_name(field));
        let (transcripts, transcript) = text(fields.transcript)?;
        let (speakers, speaker) = text(fields.speaker)?;
        Ok(Self {
            transcripts: transcripts.into_iter().map(TranscriptId).collect(),
            ranks: Vec::new(),
            speakers,
            transcript,
            speaker,
            turn: number(fields.turn)?,
            line: number(fields.line)?,
            start: number(fields.start)?,
            role: number(fields.role)?,
            language: number(fields.language)?,
        })
    }

    /// Returns the number of a turn's transcript in this segment.
    pub(super) fn transcript(&self, doc: DocId) -> usize {
        size(&self.transcript, doc)
    }

    /// Returns the number of a turn's speaker in this segment.
    pub(super) fn speaker(&self, doc: DocId) -> usize {
        size(&self.speaker, doc)
    }

    /// Returns a turn's number in its transcript.
    pub(super) fn turn(&self, doc: DocId) -> u32 {
        u32::try_from(self.turn.first(doc).unwrap_or(0)).unwrap_or(u32::MAX)
    }

    pub(super) fn line(&self, doc: DocId) -> usize {
        size(&self.line, doc)
    }

    pub(super) fn start(&self, doc: DocId) -> usize {
        size(&self.start, doc)
    }

    pub(super) fn role(&self, doc: DocId) -> Role {
        role_of(self.role.first(doc).unwrap_or(0))
    }

    pub(super) fn language(&self, doc: DocId) -> Language {
        if self.language.first(doc) == Some(number_of_language(Language::En)) {
            Language::En
        } else {
            Language::Fr
        }
    }
}

/// Returns the number that stands for a role.
pub(super) fn number_of_role(role: Role) -> u64 {
    match role {
        Role::Respondent => 0,
        Role::Interviewer => 1,
    }
}

fn role_of(number: u64) -> Role {
    if number == number_of_role(Role::Interviewer) { Role::Interviewer } else { Role::Respondent }
}

/// Returns the number that stands for a language.
pub(super) fn number_of_language(language: Language) -> u64 {
    match language {
        Language::Fr => 0,
        Language::En => 1,
    }
}

fn size(column: &Column<u64>, doc: DocId) -> usize {
    usize::try_from(column.first(doc).unwrap_or(0)).unwrap_or(usize::MAX)
}

/// Reads the values of a column of texts, in the order of their numbers.
fn names(column: &StrColumn) -> tantivy::Result<Vec<String>> {
    let mut names = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        names.push(String::from_utf8_lossy(stream.key()).into_owned());
    }
    Ok(names)
}

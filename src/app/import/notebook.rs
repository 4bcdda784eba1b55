//! The notebook: memos, decisions, rounds and saved queries that an export wrote, a record a line.
//!
//! A record that the study does not have is added; one that nobody touched since it was imported takes
//! the words of the file. What people wrote, changed or removed in the study stays as they left it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::outcome::FileStatus;
use super::read::Import;
use crate::app::error::AppError;
use crate::domain::coding::Passage;
use crate::domain::coding::anchor::Anchorer;
use crate::domain::memo::SubjectKind;
use crate::domain::transcript::{SourceMap, TranscriptVersion};
use crate::domain::{Diagnostic, Place, RecordId, TranscriptId};
use crate::exchange;
use crate::store::{NOTEBOOK, Record, RecordState, SourceKind};
use crate::text::{Span, TextIndex};

impl Import<'_> {
    /// Reads the files of the notebook that changed.
    pub(super) async fn notebook(&mut self, paths: &[PathBuf]) -> Result<(), AppError> {
        for path in paths {
            let Some((table, _)) = NOTEBOOK.iter().find(|(_, name)| is_called(path, name)) else { continue };
            let Some(file) = self.open(path, SourceKind::Notebook, "") else { continue };
            if file.status == FileStatus::Unchanged {
                self.recall(&file.name);
                continue;
            }
            let (records, mut diagnostics) = match exchange::text::decode(&file.name, &file.bytes) {
                Err(found) => (Vec::new(), vec![found]),
                Ok(decoded) => {
                    let (records, mut diagnostics) = read(&file.name, table, &decoded.text);
                    diagnostics.extend(decoded.note);
                    (records, diagnostics)
                }
            };
            let mut found: Vec<Diagnostic> =
                records.iter().flat_map(|one| identifiers(&file.name, one)).collect();
            self.permit(&file.name, &file.fingerprint, &mut found);
            diagnostics.append(&mut found);
            self.note(SourceKind::Notebook, &file.name, &file.fingerprint, "", diagnostics);
            let known: BTreeMap<RecordId, RecordState> =
                self.context.store.record_states(table).await?.into_iter().collect();
            let there: BTreeMap<String, Record> =
                self.context.store.records(table).await?.into_iter().map(|one| (id_of(&one), one)).collect();
            for mut record in records {
                let id = id_of(&record);
                if matches!(
                    known.get(&RecordId(id.clone())),
                    Some(RecordState::ByHand | RecordState::Removed)
                ) {
                    continue;
                }
                self.stand(&mut record).await?;
                if there.get(&id) != Some(&record) {
                    self.change().await?.put_record(table, &record).await?;
                }
            }
        }
        Ok(())
    }

    /// Puts the memo of a turn on its words in the present version: an export numbers versions anew.
    async fn stand(&mut self, record: &mut Record) -> Result<(), AppError> {
        if record.get("version").and_then(Value::as_i64).is_none() {
            return Ok(());
        }
        let transcript =
            TranscriptId::from(record.get("subject").and_then(Value::as_str).unwrap_or_default());
        let change = self.change().await?;
        let Some(present) = change.present_version(&transcript).await? else { return Ok(()) };
        let Some(version) = change.version(&transcript, present).await? else { return Ok(()) };
        place(record, &version);
        Ok(())
    }
}

fn place(record: &mut Record, version: &TranscriptVersion) {
    let number =
        |name: &str| record.get(name).and_then(Value::as_i64).and_then(|one| usize::try_from(one).ok());
    let span = Span::new(number("span_start").unwrap_or(0), number("span_end").unwrap_or(0));
    let exact = record.get("exact").and_then(Value::as_str).unwrap_or_default().to_owned();
    record.insert("version".to_owned(), version.number.into());
    if TextIndex::new(&version.text).slice(span) == exact {
        return;
    }
    let quote = Passage::Quote { exact, prefix: String::new(), suffix: String::new() };
    let Ok(placed) = Anchorer::new(version).place(&quote, &SourceMap::default()) else {
        record.insert("turn".to_owned(), Value::Null);
        return;
    };
    record.insert("span_start".to_owned(), placed.anchor.span.start.0.into());
    record.insert("span_end".to_owned(), placed.anchor.span.end.0.into());
    record.insert("exact".to_owned(), placed.anchor.exact.into());
    record.insert("turn".to_owned(), placed.turns.0.into());
}

/// Finds the identifiers of persons in what somebody wrote in a record.
fn identifiers(path: &str, record: &Record) -> Vec<Diagnostic> {
    let written = ["body", "reason"].into_iter().filter_map(|name| record.get(name)?.as_str());
    let subject = record.get("subject").and_then(Value::as_str).unwrap_or_default();
    written
        .flat_map(|text| {
            exchange::identifiers::in_field(&Place::file(path), "identifier-memo", subject, text)
        })
        .collect()
}

fn is_called(path: &Path, name: &str) -> bool {
    path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case(name))
}

fn id_of(record: &Record) -> String {
    record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Reads the lines of a file; one that is no record costs the import, with its place.
fn read(path: &str, table: &str, text: &str) -> (Vec<Record>, Vec<Diagnostic>) {
    let (mut records, mut diagnostics) = (Vec::new(), Vec::new());
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let fault = |detail: String| {
            Diagnostic::error(Place::at(path, line, 1), "notebook-bad-line").with("detail", detail)
        };
        match serde_json::from_str::<Record>(text) {
            Err(error) => diagnostics.push(fault(error.to_string())),
            Ok(record) if id_of(&record).is_empty() => diagnostics.push(fault("id".to_owned())),
            Ok(record) if table == "memo" && !is_memo(&record) => {
                diagnostics.push(fault("subject_kind".to_owned()));
            }
            Ok(record) => records.push(record),
        }
    }
    (records, diagnostics)
}

fn is_memo(record: &Record) -> bool {
    record.get("subject_kind").and_then(Value::as_str).and_then(SubjectKind::parse).is_some()
}

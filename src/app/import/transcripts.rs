//! Interviews and the codings on them: read, versioned, re-anchored, anchored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::codings::{Codes, Pending};
use super::files::EXCHANGE;
use super::outcome::FileStatus;
use super::read::Import;
use crate::app::coding::follow_memos;
use crate::app::correction::follow::follow;
use crate::app::error::AppError;
use crate::domain::codebook::Codebook;
use crate::domain::coding::Passage;
use crate::domain::coding::reanchor::reanchor;
use crate::domain::diagnostic::has_error;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::markdown::{ParsedTranscript, parse};
use crate::domain::transcript::{Roles, SourceMap, Transcript, cast, write};
use crate::domain::{Diagnostic, Place, TranscriptId};
use crate::exchange::{self, folder};
use crate::store::{CodingFilter, SourceKind, StoredCoding};

/// Raised when the reader of transcripts reads something else from the same bytes.
const READER: u32 = 2;

/// Interviews written to the database at a time.
const BATCH: usize = 32;

/// Codings of unchanged interviews that wait for the database at most.
const CODINGS: usize = 5_000;

impl Import<'_> {
    /// Reads interviews and coding tables; codings of changed interviews are re-anchored.
    pub(super) async fn interviews(
        &mut self,
        settings: &StudySettings,
        codebook: Codebook,
        paths: &[PathBuf],
        tables: &[PathBuf],
    ) -> Result<(), AppError> {
        let roles = settings.speaker_roles();
        let reading = format!("{READER} {}", serde_json::to_string(&settings.roles)?);
        let mut rows = self.coding_rows(tables).await?;
        let mut codes = Codes::new(codebook);
        let paths_known: BTreeMap<TranscriptId, String> =
            self.context.store.transcript_paths().await?.into_iter().collect();
        let mut seen = BTreeMap::new();
        let mut changed = Vec::new();
        self.context.progress.begin("transcripts", paths.len() as u64);
        for path in paths {
            self.context.progress.advance(1);
            let Some(file) = self.open(path, SourceKind::Transcript, &reading) else { continue };
            if file.status == FileStatus::Unchanged {
                self.recall(&file.name);
                continue;
            }
            let mut read = exchange::transcript::read(&file.name, &file.bytes, &roles);
            let ParsedTranscript { transcript, mut source_map, mut diagnostics } = read.parsed;
            let Some(mut transcript) = transcript.filter(|_| !has_error(&diagnostics)) else {
                self.note(SourceKind::Transcript, &file.name, &file.fingerprint, &reading, diagnostics);
                continue;
            };
            self.permit(&file.name, &file.fingerprint, &mut read.identifiers);
            diagnostics.append(&mut read.identifiers);
            let other = seen.insert(transcript.id.clone(), file.name.clone()).or_else(|| {
                paths_known
                    .get(&transcript.id)
                    .filter(|known| **known != file.name && self.still_there(known))
                    .cloned()
            });
            if let Some(other) = other {
                let place = Place::at(&file.name, 1, 1);
                let found = Diagnostic::error(place, "transcript-duplicate-id")
                    .with("id", &transcript.id)
                    .with("other", other);
                diagnostics.push(found);
                self.note(SourceKind::Transcript, &file.name, &file.fingerprint, &reading, diagnostics);
                continue;
            }
            transcript.version.fingerprint = file.fingerprint.clone();
            match self.correction(&transcript).await? {
                // The file says what it said: the correction stays, read again by other settings.
                Some(corrected) if self.has_said(&corrected.path, &file.fingerprint) => {
                    let read = parse(&file.name, &write(&corrected), &roles).transcript;
                    transcript = read.unwrap_or(transcript);
                    transcript.version.fingerprint = corrected.version.fingerprint;
                    source_map = SourceMap::default();
                }
                Some(_) => diagnostics
                    .push(Diagnostic::warning(Place::file(&file.name), "transcript-correction-replaced")),
                None => {}
            }
            if let Some(casting) = self.options.castings.get(&file.name).filter(|casting| !casting.is_empty())
            {
                let cast = cast(&transcript, casting)?;
                if cast.is_changed {
                    transcript = cast.transcript;
                    source_map = SourceMap::default();
                }
            }
            self.note(SourceKind::Transcript, &file.name, &file.fingerprint, &reading, diagnostics);
            if let Some(file) = self.outcome.files.last_mut() {
                file.speakers = transcript.version.speakers.iter().map(|one| one.label.clone()).collect();
                file.turns = Some(transcript.version.turns.len());
            }
            let pending = rows.remove(&transcript.id).unwrap_or_default();
            let is_new = !paths_known.contains_key(&transcript.id);
            changed.push((transcript, source_map, pending, is_new));
            if changed.len() == BATCH {
                self.put_batch(std::mem::take(&mut changed), &mut codes).await?;
            }
        }
        self.put_batch(changed, &mut codes).await?;
        self.context.progress.end();
        self.missing_files(&paths_known, paths);
        let known = paths_known.into_keys().chain(seen.into_keys()).collect();
        self.remaining_rows(rows, &known, &roles, &mut codes).await?;
        if let Some(theme) = codes.made() {
            let position = codes.themes();
            self.change().await?.put_theme(position, &theme).await?;
        }
        Ok(())
    }

    /// Returns the interview as the study has it when its text was corrected there: it is that of no
    /// file.
    async fn correction(&self, read: &Transcript) -> Result<Option<Transcript>, AppError> {
        let stored = self.context.store.transcript(&read.id).await?;
        Ok(stored.filter(|stored| !self.is_of_a_file(&stored.version.fingerprint)))
    }

    /// Writes changed interviews, re-anchors their codings, and places the rows waiting for them.
    pub(super) async fn put_batch(
        &mut self,
        batch: Vec<(Transcript, SourceMap, Vec<Pending>, bool)>,
        codes: &mut Codes,
    ) -> Result<(), AppError> {
        let mut transcripts = Vec::with_capacity(batch.len());
        let mut waiting = Vec::with_capacity(batch.len());
        let mut changed = Vec::new();
        for (mut transcript, source_map, pending, is_new) in batch {
            let id = transcript.id.clone();
            transcript.version.number = self.change().await?.next_version(&id).await?;
            if !is_new {
                self.reanchor(&mut transcript).await?;
                changed.push(id);
            }
            transcripts.push(transcript);
            waiting.push((source_map, pending));
        }
        if transcripts.is_empty() {
            return Ok(());
        }
        self.change().await?.put_transcripts(&transcripts).await?;
        for id in changed {
            follow_memos(self.change().await?, &id, reanchor).await?;
        }
        let mut stored = Vec::new();
        for (transcript, (source_map, pending)) in transcripts.iter().zip(waiting) {
            self.place(transcript, &source_map, pending, codes, &mut stored).await?;
        }
        self.put_codings(stored).await
    }

    /// Moves the codings of a transcript from its present version to the new one.
    async fn reanchor(&mut self, transcript: &mut Transcript) -> Result<(), AppError> {
        let store = &self.context.store;
        let Some(old) = store.transcript(&transcript.id).await? else { return Ok(()) };
        let filter = CodingFilter { transcript: Some(transcript.id.clone()), ..CodingFilter::default() };
        let stored = store.stored_codings(&filter).await?;
        let anchors: Vec<_> = stored.iter().map(|stored| stored.coding.anchor.clone()).collect();
        let placed = reanchor(&old.version, &transcript.version, &anchors);
        let followed = follow(stored, placed, transcript.version.number, |_| false);
        self.outcome.verdicts.add(followed.verdicts);
        self.outcome.reanchored.extend(followed.touched);
        let id = transcript.id.clone();
        let change = self.change().await?;
        change.end_codings_of(&id).await?;
        change.put_codings(followed.codings).await?;
        Ok(())
    }

    /// Places rows whose interview has not changed; names those whose interview does not exist.
    async fn remaining_rows(
        &mut self,
        rows: BTreeMap<TranscriptId, Vec<Pending>>,
        known: &BTreeSet<TranscriptId>,
        roles: &Roles,
        codes: &mut Codes,
    ) -> Result<(), AppError> {
        let mut stored = Vec::new();
        for (id, pending) in rows {
            let Some(transcript) = self.context.store.transcript(&id).await? else {
                self.no_transcript(&id, pending, known).await?;
                continue;
            };
            let by_source =
                pending.iter().any(|pending| !matches!(pending.row.passage, Passage::Quote { .. }));
            let source_map =
                if by_source { self.source_map(&transcript, roles) } else { SourceMap::default() };
            self.place(&transcript, &source_map, pending, codes, &mut stored).await?;
            if stored.len() > CODINGS {
                self.put_codings(std::mem::take(&mut stored)).await?;
            }
        }
        self.put_codings(stored).await
    }

    /// Reads a transcript's file again for its source map; an empty map, in which no place is
    /// found, when the file is no longer that of the version.
    fn source_map(&self, transcript: &Transcript, roles: &Roles) -> SourceMap {
        let read = || {
            let bytes = folder::read(&self.context.folder.join(&transcript.path)).ok()?;
            let is_same = crate::text::Fingerprint::of(&bytes) == transcript.version.fingerprint;
            is_same.then(|| exchange::transcript::read(&transcript.path, &bytes, roles).parsed.source_map)
        };
        read().unwrap_or_default()
    }

    /// Says which interviews of the study no longer have their file; they stay in the study.
    fn missing_files(&mut self, known: &BTreeMap<TranscriptId, String>, paths: &[PathBuf]) {
        let read: BTreeSet<&Path> = paths.iter().map(PathBuf::as_path).collect();
        for path in known.values() {
            let is_of_another_program = folder::has_extension(Path::new(path), EXCHANGE);
            if !is_of_another_program
                && !read.contains(self.context.folder.join(path).as_path())
                && !self.still_there(path)
            {
                self.outcome.diagnostics.push(Diagnostic::warning(Place::file(path), "file-gone"));
            }
        }
    }

    fn still_there(&self, path: &str) -> bool {
        self.context.folder.join(path).exists()
    }

    /// Adds codings to the study.
    pub(super) async fn put_codings(&mut self, codings: Vec<StoredCoding>) -> Result<(), AppError> {
        if codings.is_empty() {
            return Ok(());
        }
        self.outcome.codings_added += codings.len();
        self.change().await?.put_codings(codings).await?;
        Ok(())
    }
}

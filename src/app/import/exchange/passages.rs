//! The rows of a project's codings: who coded what where, and which of them the study has already.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::read::Seated;
use crate::app::error::AppError;
use crate::app::import::codings::Pending;
use crate::app::import::read::Import;
use crate::domain::coding::anchor::Anchorer;
use crate::domain::coding::{Anchoring, CodingRow, Passage};
use crate::domain::settings::StudySettings;
use crate::domain::{CodeId, CoderId, Diagnostic, Place, RecordId, TranscriptId};
use crate::exchange::qdpx::guid::key;
use crate::exchange::qdpx::model::{Coding, Project, Selection};
use crate::exchange::qdpx::own::Own;
use crate::store::CodingFilter;
use crate::text::{Fingerprint, Span};

/// Whose the codings are of which nobody says who made them: never the importing person's, whose
/// agreement with others would then be computed on them.
pub(in crate::app) const UNKNOWN: &str = "unknown";

/// Blanks that programs leave at the ends of a comment; no-break spaces are somebody's typography.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// The user that ATLAS.ti puts in every project, and who codes nothing.
const PSEUDO: &str = "C32A2BD5-537F-4838-8B17-DF9EFBAFDF4B";

/// What marks the coding of a whole text in the key of its row.
pub(in crate::app) const WHOLE: &str = "whole";

/// Who the users of a project are in the study.
pub(super) struct Coders {
    by_guid: BTreeMap<String, CoderId>,
    guids: BTreeMap<String, String>,
    /// Codings of which nobody says who made them.
    unknown: RefCell<usize>,
}

impl Coders {
    pub(super) fn new(project: &Project, own: &Own, settings: &StudySettings) -> Self {
        let (mut by_guid, mut guids) = (BTreeMap::new(), BTreeMap::new());
        for user in &project.users {
            let guid = key(&user.guid);
            if guid == PSEUDO {
                guids.insert(user.name.clone(), user.guid.clone());
                continue;
            }
            let declared =
                settings.coders.iter().find(|(_, name)| !user.name.is_empty() && *name == user.name);
            let id = match (own.users.get(&guid), declared) {
                (Some(id), _) => CoderId(id.clone()),
                (None, Some((id, _))) => id.clone(),
                (None, None) if user.name.is_empty() => CoderId(guid.clone()),
                (None, None) => CoderId(user.name.split_whitespace().collect::<Vec<_>>().join(" ")),
            };
            guids.entry(id.0.clone()).or_insert_with(|| user.guid.clone());
            by_guid.insert(guid, id);
        }
        Self { by_guid, guids, unknown: RefCell::new(0) }
    }

    /// Names a user.
    pub(super) fn of(&self, guid: Option<&String>) -> CoderId {
        guid.and_then(|guid| self.by_guid.get(guid)).cloned().unwrap_or_else(|| CoderId::from(UNKNOWN))
    }

    pub(super) fn guids(&self) -> BTreeMap<String, String> {
        self.guids.clone()
    }

    pub(super) fn tell(&self, path: &str, diagnostics: &mut Vec<Diagnostic>) {
        let count = *self.unknown.borrow();
        if count > 0 {
            diagnostics.push(
                Diagnostic::warning(Place::file(path), "qdpx-unknown-coder")
                    .with("count", count)
                    .with("coder", UNKNOWN),
            );
        }
    }
}

/// A row before it is known whether the study has it.
struct Row {
    row: CodingRow,
    /// Identifiers of passage and coding, and when it was coded.
    guids: String,
}

impl Import<'_> {
    /// Lists the rows that are new, by source, and ends the codings that are no longer in the file.
    #[expect(clippy::too_many_arguments, reason = "a row names all of it")]
    pub(super) async fn passages(
        &mut self,
        path: &str,
        project: &Project,
        own: &Own,
        codes: &BTreeMap<String, CodeId>,
        coders: &Coders,
        notes: &BTreeMap<String, String>,
        seats: &[Seated],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<BTreeMap<usize, Vec<Pending>>, AppError> {
        let store = &self.context.store;
        let mut known: BTreeMap<String, (RecordId, bool)> = BTreeMap::new();
        for (row, id, as_read) in store.coding_keys(path).await? {
            known.insert(content(&row).to_owned(), (id, as_read));
        }
        let mut removed: BTreeSet<String> = BTreeSet::new();
        for (from, row) in store.keys_removed_by_hand().await? {
            if from == path {
                removed.insert(content(&row).to_owned());
            }
        }
        let mut waits: BTreeMap<String, String> = BTreeMap::new();
        for one in store.unplaced().await?.into_iter().filter(|one| one.source_path == path) {
            waits.insert(content(&one.source_key).to_owned(), one.id);
        }
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let mut rows = BTreeMap::new();
        for seat in seats {
            let source = &project.sources[seat.at];
            let length = source.text.as_deref().map_or(0, |text| text.chars().count());
            let mut found = Vec::new();
            for selection in &source.selections {
                for (at, coding) in selection.codings.iter().enumerate() {
                    let mut memo =
                        vec![if at == 0 { selection.description.trim_matches(BLANKS) } else { "" }];
                    let refs = if at == 0 { &selection.note_refs[..] } else { &[] };
                    let texts = refs.iter().chain(&coding.note_refs).filter_map(|guid| notes.get(guid));
                    memo.extend(texts.map(String::as_str));
                    memo.retain(|one| !one.is_empty());
                    let memo = memo.join("\n\n");
                    let user = coding.user.as_ref().or(selection.user.as_ref());
                    let row = self.row(
                        seat,
                        coding,
                        selection.span,
                        selection.place.clone(),
                        coders.of(user),
                        memo,
                    );
                    let at = coding.at.as_ref().or(selection.at.as_ref()).map_or("", String::as_str);
                    let guids = format!("{} {} {at}", word(&selection.guid), word(&coding.guid));
                    found.push(Row { row, guids });
                }
            }
            for coding in &source.codings {
                let user = coding.user.as_ref();
                let memo: Vec<&str> =
                    coding.note_refs.iter().filter_map(|guid| notes.get(guid)).map(String::as_str).collect();
                let span = Span::new(0, length);
                let row =
                    self.row(seat, coding, span, source.place.clone(), coders.of(user), memo.join("\n\n"));
                let at = coding.at.as_deref().unwrap_or_default();
                found.push(Row { row, guids: format!("{WHOLE} {} {at}", word(&coding.guid)) });
            }
            let mut there = self.there(seat).await?;
            let anchorer = Anchorer::new(&seat.transcript.version);
            let mut pending = Vec::new();
            for Row { mut row, guids } in found {
                if row.coder.as_str() == UNKNOWN {
                    *coders.unknown.borrow_mut() += 1;
                }
                let coding = guids.split(' ').nth(1).unwrap_or_default();
                row.intensity = own.intensities.get(&key(coding)).copied();
                match codes.get(&row.code) {
                    Some(code) => row.code = code.0.clone(),
                    None => diagnostics.push(
                        Diagnostic::warning(row.place.clone(), "qdpx-dangling").with("guid", &row.code),
                    ),
                }
                let name = name(&row, &mut times);
                if known.remove(&name).is_some() || removed.contains(&name) || waits.remove(&name).is_some() {
                    continue;
                }
                // A passage that was coded here, went out and came back is the one that is there.
                if let Ok(placed) = anchorer.place(&row.passage, &seat.map)
                    && let Some(count) =
                        there.get_mut(&(row.code.clone(), row.coder.0.clone(), placed.anchor.span))
                    && *count > 0
                {
                    *count -= 1;
                    continue;
                }
                pending.push(Pending::new(row, path, format!("{name} {guids}")));
            }
            rows.insert(seat.at, pending);
        }
        known.retain(|_, (_, as_read)| *as_read);
        self.outcome.codings_removed += known.len();
        for (id, _) in known.into_values() {
            self.change().await?.end_coding(&id).await?;
        }
        for id in waits.into_values() {
            self.change().await?.end_unplaced(&id).await?;
        }
        self.bare(project, notes, seats, diagnostics);
        Ok(rows)
    }

    fn row(
        &self,
        seat: &Seated,
        coding: &Coding,
        span: Span,
        place: Place,
        coder: CoderId,
        memo: String,
    ) -> CodingRow {
        CodingRow {
            transcript: seat.transcript.id.clone(),
            coder,
            code: coding.code.clone(),
            passage: Passage::Source(span),
            intensity: None,
            memo,
            place,
        }
    }

    /// Counts the codings that an interview has, by what they say.
    async fn there(&self, seat: &Seated) -> Result<BTreeMap<(String, String, Span), usize>, AppError> {
        let mut there = BTreeMap::new();
        if seat.is_new {
            return Ok(there);
        }
        let id: TranscriptId = seat.transcript.id.clone();
        let filter = CodingFilter { transcript: Some(id), ..CodingFilter::default() };
        for stored in self.context.store.stored_codings(&filter).await? {
            let coding = stored.coding;
            if coding.anchoring != Anchoring::Lost {
                let name = (coding.code.0, coding.coder.0, coding.anchor.span);
                *there.entry(name).or_insert(0) += 1;
            }
        }
        Ok(there)
    }

    /// Tells how many passages have neither code nor words: nothing of a study stands for them.
    fn bare(
        &self,
        project: &Project,
        notes: &BTreeMap<String, String>,
        seats: &[Seated],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for seat in seats {
            let source = &project.sources[seat.at];
            let bare = source.selections.iter().filter(|one| one.codings.is_empty() && !says(one, notes));
            let count = bare.count();
            if count > 0 {
                diagnostics.push(
                    Diagnostic::warning(source.place.clone(), "qdpx-selection-bare")
                        .with("count", count)
                        .with("name", &source.name),
                );
            }
        }
    }
}

/// Tells whether a passage without a code says something.
pub(super) fn says(selection: &Selection, notes: &BTreeMap<String, String>) -> bool {
    !selection.description.trim().is_empty()
        || selection.note_refs.iter().any(|guid| notes.contains_key(guid))
}

/// Names a row by what it says, whatever its identifiers: some programs make new ones each time.
fn name(row: &CodingRow, times: &mut BTreeMap<String, usize>) -> String {
    let span = match &row.passage {
        Passage::Source(span) | Passage::OfFile { span, .. } => *span,
        Passage::Quote { .. } => Span::default(),
    };
    let (start, end) = (span.start.0.to_string(), span.end.0.to_string());
    let parts = [row.transcript.as_str(), row.coder.as_str(), &row.code, &start, &end, &row.memo];
    let digest = Fingerprint::of(parts.join("\u{1e}").as_bytes()).0[..24].to_owned();
    let times = times.entry(digest.clone()).or_insert(0);
    *times += 1;
    if *times == 1 { digest } else { format!("{digest}-{times}") }
}

/// Writes an identifier in one word: where there is none, a dash.
fn word(guid: &str) -> String {
    let word: String = guid.split_whitespace().collect();
    if word.is_empty() { "-".to_owned() } else { word }
}

/// Returns what of a row's key says what the row says.
fn content(row: &str) -> &str {
    row.split(' ').next().unwrap_or(row)
}

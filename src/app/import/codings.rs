//! Coding tables: which rows are new, and where their passages are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::outcome::FileStatus;
use super::read::{FileBytes, Import};
use crate::app::error::AppError;
use crate::domain::codebook::{Code, Codebook, Theme};
use crate::domain::coding::anchor::{Anchorer, Unplaced};
use crate::domain::coding::{Anchor, Anchoring, Coding, CodingRow, Origin, Passage};
use crate::domain::nearest::nearest;
use crate::domain::transcript::{SourceMap, Transcript};
use crate::domain::{CodeId, Diagnostic, RecordId, ThemeId, TranscriptId};
use crate::exchange::identifiers::in_field;
use crate::exchange::table::on_sheet;
use crate::exchange::{self, coding_table, workbook};
use crate::store::{SourceKind, StoredCoding, UnplacedRow};
use crate::text::Fingerprint;

/// A row waiting for its place.
pub(super) struct Pending {
    /// The row.
    pub(super) row: CodingRow,
    /// Its table.
    source_path: String,
    /// Tells rows of the table apart.
    source_key: String,
    /// Its record, when it has waited since an earlier import.
    waiting: Option<UnplacedRow>,
}

impl Pending {
    /// A row of a file that is no coding table; `key` tells it apart in that file.
    pub(super) fn new(row: CodingRow, source_path: &str, key: String) -> Self {
        Self { row, source_path: source_path.to_owned(), source_key: key, waiting: None }
    }
}

/// A coding table as text, with what was found on the way and the sheet it stood on.
struct CodingText {
    text: String,
    notes: Vec<Diagnostic>,
    sheet: Option<String>,
}

/// The codes that rows may name, by id or by title.
pub(super) struct Codes {
    codebook: Codebook,
    by_name: BTreeMap<String, CodeId>,
    /// Codes made from tables, when the study has no codebook at all.
    made: Option<Theme>,
}

impl Codes {
    pub(super) fn new(codebook: Codebook) -> Self {
        let mut by_name = BTreeMap::new();
        for code in codebook.codes() {
            by_name.entry(code.title.to_lowercase()).or_insert_with(|| code.id.clone());
        }
        for code in codebook.codes() {
            by_name.insert(code.id.0.to_lowercase(), code.id.clone());
        }
        let empty = codebook.themes.is_empty() || codebook.themes.iter().all(|theme| theme.path.is_empty());
        let made = codebook.themes.iter().find(|theme| theme.path.is_empty()).cloned();
        let made = empty.then(|| {
            made.unwrap_or_else(|| Theme {
                id: ThemeId::from("codes"),
                title: "Codes".to_owned(),
                ..Theme::default()
            })
        });
        Self { codebook, by_name, made }
    }

    /// Finds the code a row names; makes it when the study has no codebook.
    fn find(&mut self, name: &str) -> Option<CodeId> {
        let key = name.to_lowercase();
        if let Some(id) = self.by_name.get(&key) {
            return Some(id.clone());
        }
        let theme = self.made.as_mut()?;
        let id = CodeId::from(name);
        theme.codes.push(Code {
            id: id.clone(),
            theme: theme.id.clone(),
            title: name.to_owned(),
            ..Code::default()
        });
        self.by_name.insert(key, id.clone());
        Some(id)
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let names: Vec<&str> = self.codebook.codes().map(|code| code.id.as_str()).collect();
        nearest(name, names.iter().copied()).map(str::to_owned)
    }

    /// Returns the theme of made codes, when it has any.
    pub(super) fn made(&self) -> Option<Theme> {
        let before = self
            .codebook
            .themes
            .iter()
            .find(|theme| theme.path.is_empty())
            .map_or(0, |theme| theme.codes.len());
        self.made.clone().filter(|theme| theme.codes.len() > before)
    }

    /// Counts the themes of the codebook.
    pub(super) fn themes(&self) -> usize {
        self.codebook.themes.len()
    }
}

impl Import<'_> {
    /// Reads the tables that changed: ends the codings whose row is gone, and returns by interview
    /// the rows that are new or still wait for a place.
    pub(super) async fn coding_rows(
        &mut self,
        tables: &[PathBuf],
    ) -> Result<BTreeMap<TranscriptId, Vec<Pending>>, AppError> {
        let mut rows: BTreeMap<TranscriptId, Vec<Pending>> = BTreeMap::new();
        let mut waiting = self.context.store.unplaced().await?;
        let removed: BTreeSet<(String, String)> =
            self.context.store.keys_removed_by_hand().await?.into_iter().collect();
        for path in tables {
            let Some(file) = self.open(path, SourceKind::Codings, "") else { continue };
            if file.status == FileStatus::Unchanged {
                self.recall(&file.name);
                continue;
            }
            let (read, mut diagnostics) = match self.coding_text(&file) {
                Err(found) => (Vec::new(), vec![found]),
                Ok(CodingText { text, notes, sheet }) => {
                    let mut table = coding_table::read(&file.name, &text);
                    table.diagnostics.extend(notes);
                    on_sheet(&mut table.diagnostics, &file.name, sheet.as_deref());
                    for row in &mut table.rows {
                        row.place.sheet.clone_from(&sheet);
                    }
                    (table.rows, table.diagnostics)
                }
            };
            let memos = read.iter().filter(|row| !row.memo.is_empty());
            let in_memo = |row: &CodingRow| in_field(&row.place, "identifier-memo", &row.code, &row.memo);
            let mut found: Vec<Diagnostic> = memos.flat_map(in_memo).collect();
            self.permit(&file.name, &file.fingerprint, &mut found);
            diagnostics.append(&mut found);
            self.note(SourceKind::Codings, &file.name, &file.fingerprint, "", diagnostics);
            let known = self.context.store.coding_keys(&file.name).await?.into_iter();
            let mut known: BTreeMap<String, (RecordId, bool)> =
                known.map(|(key, id, as_read)| (key, (id, as_read))).collect();
            let mut times: BTreeMap<String, usize> = BTreeMap::new();
            let here = waiting.iter().filter(|unplaced| unplaced.source_path == file.name);
            let waits: BTreeSet<&str> = here.map(|unplaced| unplaced.source_key.as_str()).collect();
            for row in read {
                let key = key(&row, &mut times);
                let is_known = known.remove(&key).is_some()
                    || waits.contains(key.as_str())
                    || removed.contains(&(file.name.clone(), key.clone()));
                if !is_known {
                    let pending =
                        Pending { source_path: file.name.clone(), source_key: key, waiting: None, row };
                    rows.entry(pending.row.transcript.clone()).or_default().push(pending);
                }
            }
            let gone: Vec<String> = waiting
                .extract_if(.., |unplaced| {
                    unplaced.source_path == file.name && !times_contains(&times, &unplaced.source_key)
                })
                .map(|unplaced| unplaced.id)
                .collect();
            // One that a person changed since is theirs, whatever becomes of its row.
            known.retain(|_, (_, as_read)| *as_read);
            self.outcome.codings_removed += known.len();
            for (id, _) in known.into_values() {
                self.change().await?.end_coding(&id).await?;
            }
            for id in gone {
                self.change().await?.end_unplaced(&id).await?;
            }
        }
        for unplaced in waiting {
            let pending = Pending {
                row: unplaced.row.clone(),
                source_path: unplaced.source_path.clone(),
                source_key: unplaced.source_key.clone(),
                waiting: Some(unplaced),
            };
            rows.entry(pending.row.transcript.clone()).or_default().push(pending);
        }
        Ok(rows)
    }

    /// Returns a coding table as text, be it a sheet of a workbook.
    fn coding_text(&self, file: &FileBytes) -> Result<CodingText, Diagnostic> {
        if !workbook::is_workbook(&file.bytes) && !workbook::has_ending(&file.name) {
            let decoded = exchange::text::decode(&file.name, &file.bytes)?;
            let notes = decoded.note.into_iter().collect();
            return Ok(CodingText { text: decoded.text, notes, sheet: None });
        }
        let bytes = std::io::Cursor::new(file.bytes.clone());
        let reader = workbook::open(&file.name, bytes, self.options.sheet.as_deref())?;
        let sheet = Some(reader.sheet.clone());
        let (text, notes) = workbook::text(&file.name, reader)?;
        Ok(CodingText { text, notes, sheet })
    }

    /// Places rows on their interview and adds them to `stored`; those without a place are kept with
    /// the reason.
    pub(super) async fn place(
        &mut self,
        transcript: &Transcript,
        source_map: &SourceMap,
        rows: Vec<Pending>,
        codes: &mut Codes,
        stored: &mut Vec<StoredCoding>,
    ) -> Result<(), AppError> {
        if rows.is_empty() {
            return Ok(());
        }
        let anchorer = Anchorer::new(&transcript.version);
        let (mut codings, mut unplaced) = (Vec::new(), Vec::new());
        for mut pending in rows {
            let Some(code) = codes.find(&pending.row.code) else {
                by_words(&mut pending.row, &anchorer, source_map);
                let nearest = codes.nearest(&pending.row.code).unwrap_or_else(|| "empty".to_owned());
                let found = Diagnostic::warning(pending.row.place.clone(), "coding-unknown-code")
                    .with("code", &pending.row.code)
                    .with("nearest", nearest);
                unplaced.push((pending, found));
                continue;
            };
            match anchorer.place(&pending.row.passage, source_map) {
                Ok(placed) => codings.push((pending, code, placed)),
                Err(why) => {
                    let found = explain(&pending.row, &why);
                    unplaced.push((pending, found));
                }
            }
        }
        for (pending, code, placed) in codings {
            if let Some(waiting) = &pending.waiting {
                self.change().await?.end_unplaced(&waiting.id).await?;
            }
            stored.push(StoredCoding {
                coding: Coding {
                    id: RecordId(self.context.clock.identifier()),
                    transcript: transcript.id.clone(),
                    version: transcript.version.number,
                    code,
                    coder: pending.row.coder,
                    anchor: placed.anchor,
                    turns: placed.turns,
                    intensity: pending.row.intensity,
                    memo: pending.row.memo,
                    anchoring: Anchoring::Exact,
                    origin: Origin::Import,
                },
                source_path: pending.source_path,
                source_key: pending.source_key,
            });
        }
        self.keep_unplaced(unplaced).await
    }

    /// Keeps rows that name an interview the study does not have; `known` are those it has, those of
    /// this import included.
    pub(super) async fn no_transcript(
        &mut self,
        id: &TranscriptId,
        rows: Vec<Pending>,
        known: &BTreeSet<TranscriptId>,
    ) -> Result<(), AppError> {
        let near = nearest(id.as_str(), known.iter().map(TranscriptId::as_str)).unwrap_or("empty").to_owned();
        let unplaced = rows
            .into_iter()
            .map(|pending| {
                let found = Diagnostic::warning(pending.row.place.clone(), "coding-unknown-transcript")
                    .with("transcript", id)
                    .with("nearest", &near);
                (pending, found)
            })
            .collect();
        self.keep_unplaced(unplaced).await
    }

    async fn keep_unplaced(&mut self, rows: Vec<(Pending, Diagnostic)>) -> Result<(), AppError> {
        let mut kept = Vec::new();
        for (pending, diagnostic) in rows {
            self.outcome.diagnostics.push(diagnostic.clone());
            match pending.waiting {
                Some(waiting) if waiting.diagnostic == diagnostic => {}
                waiting => {
                    if let Some(waiting) = waiting {
                        self.change().await?.end_unplaced(&waiting.id).await?;
                    }
                    kept.push(UnplacedRow {
                        id: self.context.clock.identifier(),
                        row: pending.row,
                        diagnostic,
                        source_path: pending.source_path,
                        source_key: pending.source_key,
                    });
                }
            }
        }
        self.outcome.unplaced += kept.len();
        if !kept.is_empty() {
            self.change().await?.put_unplaced(&kept).await?;
        }
        Ok(())
    }
}

/// Keeps a row that waits for its code by the words of its passage, where it gave a place in the file: by
/// the time the code is there, that may be another file.
fn by_words(row: &mut CodingRow, anchorer: &Anchorer<'_>, source_map: &SourceMap) {
    if let Passage::Source(_) = row.passage
        && let Ok(placed) = anchorer.place(&row.passage, source_map)
    {
        let Anchor { exact, prefix, suffix, .. } = placed.anchor;
        row.passage = Passage::Quote { exact, prefix, suffix };
    }
}

/// Names a row by its content, and by its rank among equal rows of its table.
fn key(row: &CodingRow, times: &mut BTreeMap<String, usize>) -> String {
    let passage = match &row.passage {
        Passage::Quote { exact, prefix, suffix } => format!("{exact}\u{1f}{prefix}\u{1f}{suffix}"),
        Passage::Source(span) => format!("{}\u{1f}{}", span.start.0, span.end.0),
        Passage::OfFile { span, file } => format!("{}\u{1f}{}\u{1f}{}", span.start.0, span.end.0, file.0),
    };
    let content = [
        row.transcript.as_str(),
        row.coder.as_str(),
        &row.code,
        &passage,
        &row.intensity.map(|value| value.to_string()).unwrap_or_default(),
        &row.memo,
    ]
    .join("\u{1e}");
    let content = Fingerprint::of(content.as_bytes()).0[..24].to_owned();
    let times = times.entry(content.clone()).or_insert(0);
    *times += 1;
    if *times == 1 { content } else { format!("{content}-{times}") }
}

fn times_contains(times: &BTreeMap<String, usize>, key: &str) -> bool {
    let (content, rank) = key.split_once('-').unwrap_or((key, "1"));
    rank.parse().is_ok_and(|rank: usize| times.get(content).is_some_and(|times| rank <= *times))
}

fn explain(row: &CodingRow, why: &Unplaced) -> Diagnostic {
    let quote = match &row.passage {
        Passage::Quote { exact, .. } => exact.chars().take(80).collect(),
        Passage::Source(span) | Passage::OfFile { span, .. } => format!("{}–{}", span.start.0, span.end.0),
    };
    let warn = |key| {
        Diagnostic::warning(row.place.clone(), key)
            .with("quote", quote.clone())
            .with("transcript", &row.transcript)
    };
    match why {
        Unplaced::Ambiguous { candidates } => warn("coding-ambiguous").with("count", candidates.len()),
        Unplaced::NotFound { nearest } => match nearest {
            Some((anchor, score)) => warn("coding-not-found")
                .with("nearest", anchor.exact.chars().take(80).collect::<String>())
                .with("score", format!("{:.0}", score * 100.0)),
            None => warn("coding-not-found-at-all"),
        },
        Unplaced::OutsideText => warn("coding-outside-text"),
        Unplaced::Empty => warn("coding-empty-passage"),
        Unplaced::OtherFile => warn("coding-other-file"),
    }
}

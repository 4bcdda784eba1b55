//! A project or a codebook from its bytes to the study.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::codes::{Known, Merged, merge};
use super::identifiers::identifiers;
use super::passages::Coders;
use crate::app::error::AppError;
use crate::app::import::codings::{Codes, Pending};
use crate::app::import::outcome::FileStatus;
use crate::app::import::read::{FileBytes, Import};
use crate::domain::codebook::{Codebook, parse_theme};
use crate::domain::diagnostic::has_error;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::{SourceMap, Transcript};
use crate::domain::{Diagnostic, Place, TranscriptId};
use crate::exchange::database::{self, MAGIC};
use crate::exchange::folder;
use crate::exchange::iramuteq_corpus;
use crate::exchange::qdpx::guid::key;
use crate::exchange::qdpx::model::{Code, Kept, Project};
use crate::exchange::qdpx::own::Own;
use crate::exchange::qdpx::package::OWN;
use crate::exchange::qdpx::remainder::{KeptCase, Remainder, Remainders};
use crate::exchange::qdpx::{Package, read_bare, read_package};
use crate::exchange::survey::{self, SurveyKind};
use crate::exchange::{self, qdc};
use crate::store::{ForeignError, SourceKind, read_foreign};
use crate::text::Fingerprint;

/// Raised when the reader of projects reads something else from the same bytes.
const READER: &str = "1";

/// Files of statistics programs, which are read as what those programs save for others.
const STATISTICS: &[&str] = &["sav", "zsav", "por", "dta", "sas7bdat"];

/// A text of the project with the interview it is in the study.
pub(super) struct Seated {
    /// Place in the project's list of sources.
    pub(super) at: usize,
    pub(super) transcript: Transcript,
    /// From the interview's text to the source's.
    pub(super) map: SourceMap,
    /// Whether the study did not have it.
    pub(super) is_new: bool,
    /// Whether anything of it changed.
    pub(super) is_changed: bool,
}

/// Says how the answers kept by a program of statistics come into the study.
fn statistics(file: &FileBytes) -> Diagnostic {
    let found = |key| Diagnostic::error(Place::file(&file.name), key);
    if !survey::is_spss(&file.bytes) {
        found("statistics-file")
    } else if cfg!(feature = "sav") {
        found("survey-found").with("program", SurveyKind::Spss.name()).with("path", &file.name)
    } else {
        found("spss-not-built")
    }
}

impl Import<'_> {
    /// Reads the files that changed.
    pub(in crate::app::import) async fn exchange(
        &mut self,
        settings: &StudySettings,
        paths: &[PathBuf],
    ) -> Result<(), AppError> {
        for path in paths {
            let Some(file) = self.open(path, SourceKind::Exchange, READER) else { continue };
            if file.status == FileStatus::Unchanged {
                self.recall(&file.name);
            } else if folder::has_extension(path, STATISTICS) {
                let found = statistics(&file);
                self.note(SourceKind::Exchange, &file.name, &file.fingerprint, READER, vec![found]);
            } else if file.bytes.starts_with(MAGIC) || folder::has_extension(path, database::EXTENSIONS) {
                self.database(settings, path, file).await?;
            } else if folder::has_extension(path, &["txt"]) {
                self.corpus(settings, file).await?;
            } else if folder::has_extension(path, &["qdc"]) {
                self.foreign_codebook(&file).await?;
            } else {
                self.project(settings, file).await?;
            }
        }
        Ok(())
    }

    async fn foreign_codebook(&mut self, file: &FileBytes) -> Result<(), AppError> {
        let (book, mut diagnostics) = qdc::read(&file.name, &file.bytes);
        let Some(book) = book.filter(|_| !has_error(&diagnostics)) else {
            self.note(SourceKind::Exchange, &file.name, &file.fingerprint, READER, diagnostics);
            return Ok(());
        };
        let mut remainders = self.remainders().await?;
        let mut remainder =
            Remainder { origin: book.origin.clone(), kept: book.sets, ..Remainder::default() };
        let codes =
            Taken { codes: &book.codes, coded: BTreeSet::new(), own: &Own::default(), themes: Vec::new() };
        let merged = self.codes(&file.name, codes, &remainders, &mut remainder).await?;
        diagnostics.extend(merged.diagnostics);
        remainders.packages.insert(file.name.clone(), remainder);
        self.note(SourceKind::Exchange, &file.name, &file.fingerprint, READER, diagnostics);
        self.change().await?.put_setting(Remainders::SETTING, &remainders).await?;
        Ok(())
    }

    async fn remainders(&mut self) -> Result<Remainders, AppError> {
        Ok(self.context.store.setting(Remainders::SETTING).await?.unwrap_or_default())
    }

    /// Brings codes into the codebook and writes the themes that change.
    async fn codes(
        &mut self,
        path: &str,
        taken: Taken<'_>,
        remainders: &Remainders,
        remainder: &mut Remainder,
    ) -> Result<Merged, AppError> {
        let codebook: Codebook = self.change().await?.codebook().await?;
        let known = Known {
            own: taken.own,
            themes: taken.themes,
            earlier: remainders.packages.get(path),
            coded: taken.coded,
        };
        let merged = merge(path, codebook, taken.codes, known, remainder);
        for (position, theme) in merged.codebook.themes.iter().enumerate() {
            if merged.changed.contains(&theme.id) {
                self.change().await?.put_theme(position, theme).await?;
            }
        }
        Ok(merged)
    }

    async fn project(&mut self, settings: &StudySettings, file: FileBytes) -> Result<(), AppError> {
        let FileBytes { name: path, bytes, fingerprint, .. } = file;
        let (package, diagnostics) = if folder::has_extension(Path::new(&path), &["qde"]) {
            bare(&path, &bytes)
        } else {
            read_package(&path, &bytes)
        };
        drop(bytes);
        self.bring(settings, path, fingerprint, package, diagnostics).await
    }

    /// Reads the database of a program, whose tables say which it is.
    async fn database(
        &mut self,
        settings: &StudySettings,
        path: &Path,
        file: FileBytes,
    ) -> Result<(), AppError> {
        let FileBytes { name, bytes, fingerprint, .. } = file;
        let fault = |key| Diagnostic::error(Place::file(&name), key);
        let is_database = bytes.starts_with(MAGIC);
        drop(bytes);
        let (project, diagnostics) = if !is_database {
            (None, vec![fault("database-none")])
        } else if folder::has_log(path) {
            (None, vec![fault("database-open")])
        } else {
            match read_foreign(path, database::TABLES).await {
                Ok(tables) => database::read(&name, &tables),
                Err(ForeignError::Engine { detail }) => {
                    (None, vec![fault("database-unreadable").with("detail", detail)])
                }
                Err(ForeignError::NoTable { table }) => {
                    (None, vec![fault("database-no-table").with("table", table)])
                }
                Err(ForeignError::Large { table, limit }) => {
                    (None, vec![fault("database-large").with("table", table).with("limit", limit >> 20)])
                }
            }
        };
        let package = project.map(|project| Package { project, ..Package::default() });
        self.bring(settings, name, fingerprint, package, diagnostics).await
    }

    /// Reads a corpus of starred texts.
    async fn corpus(&mut self, settings: &StudySettings, file: FileBytes) -> Result<(), AppError> {
        let FileBytes { name, bytes, fingerprint, .. } = file;
        let (package, diagnostics) = match exchange::text::decode(&name, &bytes) {
            Err(found) => (None, vec![found]),
            Ok(decoded) => {
                let (package, mut diagnostics) = iramuteq_corpus::read(&name, &decoded.text);
                diagnostics.extend(decoded.note);
                (package, diagnostics)
            }
        };
        self.bring(settings, name, fingerprint, package, diagnostics).await
    }

    /// Brings what a project holds into the study, whichever file it was read from.
    async fn bring(
        &mut self,
        settings: &StudySettings,
        path: String,
        fingerprint: Fingerprint,
        package: Option<Package>,
        mut diagnostics: Vec<Diagnostic>,
    ) -> Result<(), AppError> {
        let Some(package) = package.filter(|_| !has_error(&diagnostics)) else {
            self.note(SourceKind::Exchange, &path, &fingerprint, READER, diagnostics);
            return Ok(());
        };
        let mut found = identifiers(&path, &package.project);
        self.permit(&path, &fingerprint, &mut found);
        diagnostics.append(&mut found);
        let Package { project, entries, own: files } = package;
        let own = read_own(&files);
        let mut remainders = self.remainders().await?;
        let mut remainder = begin(&project);
        let themes = own_themes(&files, settings);
        let taken = Taken { codes: &project.codes, coded: coded(&project), own: &own, themes };
        let merged = self.codes(&path, taken, &remainders, &mut remainder).await?;
        diagnostics.extend(merged.diagnostics.iter().cloned());

        let seats =
            self.seats(settings, &path, &project, &own, &files, &remainders, &mut diagnostics).await?;
        let coders = Coders::new(&project, &own, settings);
        let written = self.written_notes(&project, &own, &mut diagnostics);
        let mut rows = self
            .passages(&path, &project, &own, &merged.ids, &coders, &written, &seats, &mut diagnostics)
            .await?;
        coders.tell(&path, &mut diagnostics);
        remainder.users = coders.guids();
        for (name, case) in cases(&project) {
            remainder.cases.insert(name, case);
        }
        let interviews: BTreeMap<usize, TranscriptId> =
            seats.iter().map(|seat| (seat.at, seat.transcript.id.clone())).collect();
        for seat in &seats {
            let source = &project.sources[seat.at];
            remainder.sources.insert(seat.transcript.id.0.clone(), sources_kept(source));
            if let Some(text) = source.text.as_ref().filter(|_| seat.is_changed) {
                let name = Remainders::text(seat.transcript.id.as_str());
                self.change().await?.put_setting(&name, text).await?;
            }
        }
        let mut codes = Codes::new(merged.codebook.clone());
        let mut stored = Vec::new();
        let mut batch: Vec<(Transcript, SourceMap, Vec<Pending>, bool)> = Vec::new();
        let mut settled = Vec::new();
        for seat in seats {
            let pending = rows.remove(&seat.at).unwrap_or_default();
            settled.push((seat.at, seat.transcript.version.clone(), seat.map.clone()));
            if seat.is_changed {
                batch.push((seat.transcript, seat.map, pending, seat.is_new));
                if batch.len() == 32 {
                    self.put_batch(std::mem::take(&mut batch), &mut codes).await?;
                }
            } else {
                self.place(&seat.transcript, &seat.map, pending, &mut codes, &mut stored).await?;
            }
        }
        self.put_batch(batch, &mut codes).await?;
        self.put_codings(stored).await?;
        self.notes(
            &path,
            &project,
            &own,
            &merged.ids,
            &coders,
            &written,
            &interviews,
            &settled,
            &mut diagnostics,
        )
        .await?;
        for (name, bytes) in entries {
            let setting = Remainders::entry(&path, &name);
            self.change().await?.put_setting(&setting, &STANDARD.encode(bytes)).await?;
            remainder.entries.push(name);
        }
        remainders.packages.insert(path.clone(), remainder);
        self.note(SourceKind::Exchange, &path, &fingerprint, READER, diagnostics);
        self.change().await?.put_setting(Remainders::SETTING, &remainders).await?;
        Ok(())
    }
}

/// Codes to be brought into the codebook.
struct Taken<'a> {
    codes: &'a [Code],
    coded: BTreeSet<String>,
    own: &'a Own,
    themes: Vec<crate::domain::codebook::Theme>,
}

/// Reads a project's XML that stands alone: its texts are inline or missing.
fn bare(path: &str, bytes: &[u8]) -> (Option<Package>, Vec<Diagnostic>) {
    read_bare(path, bytes)
}

fn read_own(files: &BTreeMap<String, Vec<u8>>) -> Own {
    let read = files.get(Own::ENTRY).and_then(|bytes| serde_json::from_slice::<Own>(bytes).ok());
    read.unwrap_or_default()
}

/// Reads the themes that this program wrote for itself; weights on axes that the study does not have
/// are left out.
fn own_themes(
    files: &BTreeMap<String, Vec<u8>>,
    settings: &StudySettings,
) -> Vec<crate::domain::codebook::Theme> {
    let prefix = format!("{OWN}codebook/");
    let of_codebook = files.iter().filter(|(name, _)| name.starts_with(&prefix));
    let mut themes: Vec<_> = of_codebook
        .filter_map(|(name, bytes)| parse_theme(name, std::str::from_utf8(bytes).ok()?).0)
        .collect();
    let declared = |axis: &crate::domain::AxisId| settings.axes.iter().any(|one| one.id == *axis);
    for code in themes.iter_mut().flat_map(|theme| &mut theme.codes) {
        code.weights.retain(|(axis, _)| declared(axis));
        code.line = 0;
    }
    themes
}

/// Lists the codes that stand on passages.
fn coded(project: &Project) -> BTreeSet<String> {
    let whole = project.sources.iter().flat_map(|source| &source.codings);
    let passages = project.sources.iter().flat_map(|source| &source.selections).flat_map(|one| &one.codings);
    whole.chain(passages).map(|coding| coding.code.clone()).collect()
}

fn begin(project: &Project) -> Remainder {
    let mut kept = project.kept.clone();
    // A case without a text has no place in a study, and a note without words none among memos.
    let alone = project.cases.iter().filter(|case| case.sources.is_empty());
    kept.extend(alone.map(|case| Kept { within: "Cases".to_owned(), xml: case.xml.clone() }));
    let silent =
        project.notes.iter().filter(|note| note.text.as_deref().is_none_or(|text| text.trim().is_empty()));
    kept.extend(silent.map(|note| Kept { within: "Notes".to_owned(), xml: note.xml.clone() }));
    Remainder {
        origin: project.origin.clone(),
        variables: project.variables.clone(),
        notes: project
            .notes
            .iter()
            .map(|one| (key(&one.guid).to_ascii_lowercase(), one.guid.clone()))
            .collect(),
        kept,
        ..Remainder::default()
    }
}

fn cases(project: &Project) -> BTreeMap<String, KeptCase> {
    let named = project.cases.iter().filter(|case| !case.sources.is_empty() && !case.name.is_empty());
    named
        .map(|case| {
            let kept = KeptCase {
                guid: case.guid.clone(),
                codes: case.codes.clone(),
                selections: case.selections.clone(),
            };
            (case.name.clone(), kept)
        })
        .collect()
}

fn sources_kept(source: &exchange::qdpx::model::TextSource) -> exchange::qdpx::remainder::KeptSource {
    exchange::qdpx::remainder::KeptSource {
        guid: source.guid.clone(),
        name: source.name.clone(),
        kind: source.kind,
        rich_entry: source.rich_entry.clone(),
        user: source.user.clone(),
        at: source.at.clone(),
    }
}

/// Compares identifiers as a reader does.
pub(super) fn same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

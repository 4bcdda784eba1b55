//! Exports of survey programs: told when they are met, and laid out as the study's questionnaire when asked.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::read::{Import, ImportOptions};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::diagnostic::has_error;
use crate::domain::identifier::ColumnWatch;
use crate::domain::settings::StudySettings;
use crate::domain::{Diagnostic, Place, Severity};
use crate::exchange::folder::{self, FileError};
use crate::exchange::identifiers::{hide, in_table, is_one};
use crate::exchange::survey::{self, Export, Grid, Proposal, SurveyKind};
use crate::exchange::table::{LocateError, Located, locate, on_sheet};

/// Rows by which an export is recognised.
const LOOKED_AT: usize = 400;

/// What was written of an export.
#[derive(Clone, Debug, Serialize)]
pub struct Proposed {
    /// What was recognised.
    #[serde(flatten)]
    pub proposal: Proposal,
    /// The files written, by their paths in the study.
    pub files: Vec<String>,
    /// What was found on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// An export that is read.
struct Opened {
    export: Export,
    /// Its cells as they came, to be looked through for identifiers.
    table: Grid,
    sheet: Option<String>,
    diagnostics: Vec<Diagnostic>,
}

fn open(path: &Path, name: &str, sheet: Option<&str>) -> Result<Opened, AppError> {
    let refused = |found| AppError::Refused(vec![found]);
    if is_spss(path)? {
        return spss(path, name);
    }
    let Located { input, sheet } = match locate(path, name, sheet) {
        Ok(located) => located,
        Err(LocateError::File(error)) => return Err(error.into()),
        Err(LocateError::Workbook(fault)) => return Err(refused(fault)),
    };
    let (table, diagnostics) = Grid::read(name, input, None).map_err(refused)?;
    let Some(export) = Export::of(&table) else {
        return Err(refused(Diagnostic::error(Place::file(name), "survey-unknown")));
    };
    Ok(Opened { export, table, sheet, diagnostics })
}

/// Whether a file is one of SPSS, whatever its name.
fn is_spss(path: &Path) -> Result<bool, AppError> {
    let mut first = Vec::new();
    let file = folder::open(path)?;
    let failed = |source| FileError { action: "read", path: path.to_owned(), source };
    file.take(4).read_to_end(&mut first).map_err(failed)?;
    Ok(survey::is_spss(&first))
}

#[cfg(feature = "sav")]
fn spss(path: &Path, name: &str) -> Result<Opened, AppError> {
    let bytes = folder::read(path)?;
    let (export, diagnostics) =
        survey::read_spss(name, bytes).map_err(|fault| AppError::Refused(vec![fault]))?;
    Ok(Opened { table: export.table(), export, sheet: None, diagnostics })
}

#[cfg(not(feature = "sav"))]
fn spss(_path: &Path, name: &str) -> Result<Opened, AppError> {
    Err(AppError::Refused(vec![Diagnostic::error(Place::file(name), "spss-not-built")]))
}

/// Tells whose export a file is; none when it is none, or no table.
pub(super) fn recognise(path: &Path, sheet: Option<&str>) -> Option<SurveyKind> {
    let located = locate(path, "", sheet).ok()?;
    let (grid, _) = Grid::read("", located.input, Some(LOOKED_AT)).ok()?;
    survey::recognise(&grid)
}

impl Import<'_> {
    /// Says of exports of surveys what they are, and how they come into the study.
    pub(super) fn surveys(&mut self, exports: &[(PathBuf, SurveyKind)]) {
        for (path, kind) in exports {
            let name = folder::name_in(&self.context.folder, path);
            let found = Diagnostic::error(Place::file(&name), "survey-found");
            self.outcome.diagnostics.push(found.with("program", kind.name()).with("path", &name));
        }
    }
}

/// Lays an export out as the questionnaire of a study that has none yet: its answers, and a declaration to
/// be read and corrected before it is imported.
///
/// # Errors
/// The file is no export that is known, the study has a questionnaire, identifiers of persons are in it and
/// the options do not allow them, or a file cannot be written; then nothing is.
pub fn propose(context: &Context, path: &Path, options: &ImportOptions) -> Result<Proposed, AppError> {
    let settings: StudySettings = super::preview::settings(&context.folder)?;
    let name = folder::name_in(&context.folder, path);
    let refused = |found| AppError::Refused(vec![found]);
    let home = context.folder.join(&settings.folders.questionnaire);
    let declared = home.join("questionnaire.toml");
    for taken in [&declared, &home.join("responses.csv")] {
        if taken.exists() {
            let place = Place::file(folder::name_in(&context.folder, taken));
            return Err(refused(Diagnostic::error(place, "survey-exists")));
        }
    }
    let Opened { export, table, sheet, mut diagnostics } = open(path, &name, options.sheet.as_deref())?;
    let mut watch = ColumnWatch::new(&table.header, &[]);
    for (row, cells) in (2..).zip(&table.rows) {
        watch.row(row, row, cells.iter().map(String::as_str));
    }
    let mut found = in_table(&name, &table.header, watch);
    if options.allow_identifiers {
        found.iter_mut().filter(|one| is_one(one)).for_each(|one| one.severity = Severity::Warning);
    }
    diagnostics.append(&mut found);
    on_sheet(&mut diagnostics, &name, sheet.as_deref());
    hide(&mut diagnostics);
    if has_error(&diagnostics) {
        return Err(AppError::Refused(diagnostics));
    }
    let proposal = survey::propose(export, settings.language);
    let mut files = Vec::new();
    let mut write = |file: &str, bytes: &[u8]| -> Result<(), AppError> {
        let path = home.join(file);
        folder::write(&path, bytes)?;
        files.push(folder::name_in(&context.folder, &path));
        Ok(())
    };
    write("responses.csv", &proposal.answers)?;
    if let Some(unfinished) = &proposal.unfinished {
        write("responses-incomplete.csv", unfinished)?;
    }
    // Last: an import reads nothing without it.
    write("questionnaire.toml", proposal.toml.as_bytes())?;
    Ok(Proposed { proposal, files, diagnostics })
}

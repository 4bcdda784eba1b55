//! The main job: import what changed, index, score, group, link, report.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::findings::gather;
use super::import::{ImportOutcome, import};
use super::index::catch_up;
use super::typology::NamedProfile;
use crate::domain::Severity;
use crate::exchange::{archive, folder};
use crate::i18n::Catalog;
use crate::report;
use crate::report::findings::Edition;
use crate::text::Language;

/// What to build otherwise than usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuildRequest {
    /// Who may read the report.
    pub edition: Edition,
    /// Language of the report; none: the study's.
    pub language: Option<Language>,
}

/// Findings by how much they matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DiagnosticCounts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

/// What the study holds after a build, and where the report is.
#[derive(Clone, Debug, Serialize)]
pub struct BuildOutcome {
    /// Title of the study.
    pub title: String,
    /// Said when the study is invented.
    pub invented: Option<String>,
    /// Interviews.
    pub transcripts: usize,
    /// Turns, interviewers' included.
    pub turns: usize,
    /// Words of respondents.
    pub words: usize,
    /// Codes of the codebook.
    pub codes: usize,
    /// Codings with a place.
    pub codings: u64,
    /// Rows and codings without a place.
    pub unplaced: u64,
    /// People who coded.
    pub coders: usize,
    /// Answers to the questionnaire.
    pub respondents: usize,
    /// Of them, those of an interviewee.
    pub linked: usize,
    /// Rows of the file of interventions.
    pub interventions: u64,
    /// Families of the file of recipients.
    pub recipients: u64,
    /// Findings of the files' reading.
    pub diagnostics: DiagnosticCounts,
    /// The profiles; empty when there are too few interviews or no axis.
    pub profiles: Vec<NamedProfile>,
    /// Why there are none, if so.
    pub no_profiles: Option<String>,
    /// Path of the report, relative to the study folder.
    pub report: String,
    /// Path of its tables as a workbook, likewise.
    pub workbook: String,
    /// Path of the report as a Word file, likewise.
    pub word: String,
    /// What the import did.
    #[serde(skip)]
    pub import: ImportOutcome,
}

/// Builds the study.
///
/// # Errors
/// A file has an error, there is no interview, or the disk fails.
pub async fn build(context: &Context, request: BuildRequest) -> Result<BuildOutcome, AppError> {
    let import = import(context, &[]).await?;
    drop(catch_up(context).await?);
    let gathered = gather(context, request.edition, request.language).await?;
    let language = request.language.unwrap_or(gathered.material.settings.language);
    let catalog = Catalog::new(language);
    let document = report::compose(&gathered.findings, &catalog);
    let page = report::render::html(&document, &catalog);
    let output = &gathered.material.settings.folders.output;
    let name = format!("{output}/report.html");
    folder::write(&context.folder.join(&name), page.as_bytes())?;
    let workbook = format!("{output}/tables.xlsx");
    folder::write(&context.folder.join(&workbook), &report::render::workbook(&document, &catalog)?)?;
    let word = format!("{output}/report.docx");
    let parts = report::render::word(&document, &catalog)?;
    let packed = archive::pack(parts.iter().map(|part| (part.name.as_str(), part.bytes.as_slice())))
        .map_err(|source| AppError::Pack { file: word.clone(), source })?;
    folder::write(&context.folder.join(&word), &packed)?;
    let (codings, lost) = context.store.count_codings().await?;
    let waiting = context.store.unplaced().await?.len() as u64;
    let count = |severity| import.diagnostics.iter().filter(|one| one.severity == severity).count();
    let settings = &gathered.material.settings;
    Ok(BuildOutcome {
        title: settings.title.clone(),
        invented: settings.invented.as_ref().map(|text| text.get(language).to_owned()),
        transcripts: gathered.material.transcripts.len(),
        turns: gathered.material.transcripts.iter().map(|one| one.version.turns.len()).sum(),
        words: gathered.words,
        codes: gathered.material.codebook.codes().count(),
        codings,
        unplaced: lost + waiting,
        coders: context.store.coders().await?.len(),
        respondents: gathered.respondents,
        linked: gathered.linked,
        interventions: gathered.interventions,
        recipients: gathered.recipients,
        diagnostics: DiagnosticCounts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        },
        profiles: gathered.profiles,
        no_profiles: gathered.no_profiles,
        report: name,
        workbook,
        word,
        import,
    })
}

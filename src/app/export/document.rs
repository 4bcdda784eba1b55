//! Writing a document of the study, the report or a checklist, in the forms asked for.

use std::path::PathBuf;

use serde::Serialize;

use crate::app::checklist;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::export::paper::{self, Printer};
use crate::app::findings::gather;
use crate::domain::reporting::{Checklist, ReportSection};
use crate::exchange::{archive, folder};
use crate::i18n::Catalog;
use crate::report::findings::Edition;
use crate::report::{self, Document, render};
use crate::text::Language;

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// One page that needs nothing else.
    Html,
    /// Tagged, with an outline.
    Pdf,
    /// To be written on in Word or LibreOffice.
    Docx,
    /// To be written on in LibreOffice or another program that reads OpenDocument.
    Odt,
    /// The tables alone, a sheet each.
    Xlsx,
}

/// Which document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The report: these sections; none: those of `study.toml`, else all.
    Report(Vec<ReportSection>),
    /// A checklist, filled with what the study tells.
    Checklist(Checklist),
}

/// What to write.
#[derive(Clone, Debug)]
pub struct DocumentRequest {
    /// Which document.
    pub subject: Subject,
    /// Who may read it.
    pub edition: Edition,
    /// Its language; none: the study's.
    pub language: Option<Language>,
    /// Each form, and its file; none: the usual name in the study's folder of outputs.
    pub forms: Vec<(Form, Option<PathBuf>)>,
    /// What makes a PDF.
    pub printer: Printer,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Written {
    /// As what.
    pub form: Form,
    /// Where.
    pub file: PathBuf,
    /// Of a PDF, the program of the machine that printed it, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printer: Option<PathBuf>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentOutcome {
    /// The files, in the order asked for.
    pub files: Vec<Written>,
    /// Of a checklist, where its items stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<report::ItemCounts>,
}

/// Writes a document. All forms are made before the first is written: where one fails, no file changes.
///
/// # Errors
/// Nothing was imported yet, no program prints, or the disk or the database fails.
pub async fn export_document(
    context: &Context,
    request: &DocumentRequest,
) -> Result<DocumentOutcome, AppError> {
    let gathered = gather(context, request.edition, request.language).await?;
    let settings = &gathered.material.settings;
    let words = Catalog::new(request.language.unwrap_or(settings.language));
    let (document, items) = match &request.subject {
        Subject::Report(chosen) => {
            let chosen = if chosen.is_empty() { &settings.report.sections } else { chosen };
            (report::compose(&gathered.findings, &words, chosen), None)
        }
        Subject::Checklist(one) => {
            let facts = checklist::facts(context, &gathered.material, *one, &words).await?;
            let (document, items) = report::checklist(&gathered.findings, &facts, &words, *one);
            (document, Some(items))
        }
    };
    let mut made = Vec::with_capacity(request.forms.len());
    for (form, file) in &request.forms {
        let file = file.clone().unwrap_or_else(|| {
            context.folder.join(&settings.folders.output).join(usual_name(&request.subject, *form))
        });
        let (bytes, printer) = bytes(context, request, &document, *form, &words)?;
        made.push((Written { form: *form, file, printer }, bytes));
    }
    let mut files = Vec::with_capacity(made.len());
    for (written, bytes) in made {
        folder::write(&written.file, &bytes)?;
        files.push(written);
    }
    Ok(DocumentOutcome { files, items })
}

/// Makes a form, and tells the program that printed it, if one did.
fn bytes(
    context: &Context,
    request: &DocumentRequest,
    document: &Document,
    form: Form,
    words: &Catalog,
) -> Result<(Vec<u8>, Option<PathBuf>), AppError> {
    let bytes = match form {
        Form::Html => render::html(document, words).into_bytes(),
        Form::Xlsx => render::workbook(document, words)?,
        Form::Docx => word_file(document, words)?,
        Form::Odt => open_document_file(document, words)?,
        Form::Pdf => {
            return paper::pdf(context, &request.printer, document, words);
        }
    };
    Ok((bytes, None))
}

/// Packs a document as a Word file.
///
/// # Errors
/// A figure cannot be drawn, or the parts cannot be packed.
pub(in crate::app) fn word_file(document: &Document, words: &Catalog) -> Result<Vec<u8>, AppError> {
    let parts = render::word(document, words)?;
    archive::pack(parts.iter().map(|part| (part.name.as_str(), part.bytes.as_slice())))
        .map_err(|source| AppError::Pack { file: "docx".to_owned(), source })
}

fn open_document_file(document: &Document, words: &Catalog) -> Result<Vec<u8>, AppError> {
    let parts = render::open_document(document, words)?;
    let kind = ("mimetype", render::MEDIA_TYPE.as_bytes());
    archive::pack_after(Some(kind), parts.iter().map(|part| (part.name.as_str(), part.bytes.as_slice())))
        .map_err(|source| AppError::Pack { file: "odt".to_owned(), source })
}

fn usual_name(subject: &Subject, form: Form) -> String {
    match (subject, form) {
        (Subject::Report(_), Form::Html) => "report.html".to_owned(),
        (Subject::Report(_), Form::Pdf) => "report.pdf".to_owned(),
        (Subject::Report(_), Form::Docx) => "report.docx".to_owned(),
        (Subject::Report(_), Form::Odt) => "report.odt".to_owned(),
        (Subject::Report(_), Form::Xlsx) => "tables.xlsx".to_owned(),
        (Subject::Checklist(one), Form::Html) => format!("{}.html", one.name()),
        (Subject::Checklist(one), Form::Pdf) => format!("{}.pdf", one.name()),
        (Subject::Checklist(one), Form::Docx) => format!("{}.docx", one.name()),
        (Subject::Checklist(one), Form::Odt) => format!("{}.odt", one.name()),
        (Subject::Checklist(one), Form::Xlsx) => format!("{}.xlsx", one.name()),
    }
}

//! `propos export`: writes the study as a folder of plain files, for other programs of the field, or
//! what it says as documents.

use std::path::PathBuf;

use super::build::SECTIONS;
use crate::app::Context;
use crate::app::export::{
    DepositRequest, DocumentOutcome, DocumentRequest, ExchangeOutcome, Form, Printer, Subject, Target,
    export, export_annotations, export_codebook, export_deposit, export_document, export_project,
    export_tidy,
};
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;
use crate::domain::reporting::{Checklist, ReportSection};
use crate::report::findings::Edition;
use crate::text::Language;

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("form").required(true).multiple(true).args(
    ["folder", "qdpx", "qdc", "web_annotation", "tidy", "deposit", "html", "pdf", "docx", "odt", "xlsx", "checklist"]))]
#[command(group = clap::ArgGroup::new("material").conflicts_with("document").args(
    ["folder", "qdpx", "qdc", "web_annotation", "tidy", "deposit"]))]
#[command(group = clap::ArgGroup::new("document").multiple(true).args(
    ["html", "pdf", "docx", "odt", "xlsx", "checklist"]))]
pub struct Args {
    /// Folder to write.
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Project to write for other programs.
    #[arg(long, value_name = "FILE")]
    qdpx: Option<PathBuf>,
    /// Codebook to write for other programs.
    #[arg(long, value_name = "FILE")]
    qdc: Option<PathBuf>,
    /// Program that is to read the project.
    #[arg(long, value_name = "PROGRAM", default_value = "default", requires = "qdpx",
          value_parser = ["default", "nvivo", "maxqda", "atlasti"])]
    target: String,
    /// Folder of annotations of the web to write.
    #[arg(long, value_name = "DIR")]
    web_annotation: Option<PathBuf>,
    /// Folder of tables for statistics to write.
    #[arg(long, value_name = "DIR")]
    tidy: Option<PathBuf>,
    /// Archive to write, which explains itself.
    #[arg(long, value_name = "FILE")]
    deposit: Option<PathBuf>,
    /// Under which licence the archive may be used.
    #[arg(long, value_name = "TEXT", requires = "deposit")]
    licence: Option<String>,
    /// Page to write; no file: beside the report.
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    html: Option<Option<PathBuf>>,
    /// PDF to print; no file: beside the report.
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    pdf: Option<Option<PathBuf>>,
    /// Word file to write; no file: beside the report.
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    docx: Option<Option<PathBuf>>,
    /// OpenDocument text to write; no file: beside the report.
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    odt: Option<Option<PathBuf>>,
    /// Workbook of the tables to write; no file: beside the report.
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    xlsx: Option<Option<PathBuf>>,
    /// Checklist to write in the place of the report.
    #[arg(long, value_name = "NAME", value_parser = ["coreq", "srqr"])]
    checklist: Option<String>,
    /// Sections of the report; none: those of `study.toml`, else all.
    #[arg(long, value_name = "SECTIONS", value_delimiter = ',', value_parser = SECTIONS,
          conflicts_with_all = ["checklist", "material"])]
    sections: Vec<String>,
    /// Who may read the document.
    #[arg(long, value_name = "EDITION", default_value = "internal", value_parser = ["internal", "public"],
          requires = "document")]
    edition: String,
    /// Has a browser print; no program: one that is found.
    #[arg(long, value_name = "PROGRAM", num_args = 0..=1, requires = "pdf")]
    browser: Option<Option<PathBuf>>,
    /// Has an office suite print; no program: one that is found.
    #[arg(long, value_name = "PROGRAM", num_args = 0..=1, requires = "pdf", conflicts_with = "browser")]
    office: Option<Option<PathBuf>>,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

/// Losses listed before only their number is told.
const MOST: usize = 60;

pub(in crate::cli) async fn run(
    ui: &mut Ui,
    context: &Context,
    environment: &Environment,
    language: Option<Language>,
    args: &Args,
) -> Result<(), CommandError> {
    if let Some(file) = &args.qdpx {
        let target = Target::parse(&args.target).unwrap_or_default();
        let outcome = export_project(context, &environment.folder.join(file), target).await?;
        return tell(ui, args, &outcome, "export-project-done");
    }
    if let Some(file) = &args.qdc {
        let outcome = export_codebook(context, &environment.folder.join(file)).await?;
        return tell(ui, args, &outcome, "export-codebook-done");
    }
    if let Some(folder) = &args.web_annotation {
        let outcome = export_annotations(context, &environment.folder.join(folder)).await?;
        if args.json {
            return ui.json(&outcome);
        }
        let name = folder.display().to_string();
        let told =
            [("folder", name.into()), ("n", outcome.annotations.into()), ("lost", outcome.lost.into())];
        return ui.say("export-annotations-done", &told);
    }
    if let Some(folder) = &args.tidy {
        let outcome = export_tidy(context, &environment.folder.join(folder), ui.catalog.language()).await?;
        if args.json {
            return ui.json(&outcome);
        }
        let name = folder.display().to_string();
        let told = [("folder", name.into()), ("n", outcome.tables.len().into()), ("cut", outcome.cut.into())];
        return ui.say("export-tidy-done", &told);
    }
    if let Some(file) = &args.deposit {
        let request = DepositRequest { licence: args.licence.clone() };
        let outcome = export_deposit(context, &environment.folder.join(file), &request).await?;
        if args.json {
            return ui.json(&outcome);
        }
        let name = file.display().to_string();
        let fingerprint = outcome.fingerprint.0.clone();
        let told = [("file", name.into()), ("n", outcome.files.len().into()), ("sha256", fingerprint.into())];
        return ui.say("export-deposit-done", &told);
    }
    let Some(folder) = &args.folder else {
        let request = document(environment, language, args);
        let outcome = export_document(context, &request).await?;
        return if args.json { ui.json(&outcome) } else { told(ui, &request, &outcome) };
    };
    let outcome = export(context, &environment.folder.join(folder)).await?;
    if args.json {
        return ui.json(&outcome);
    }
    let folder = folder.display().to_string();
    ui.say("export-done", &[("folder", folder.into()), ("files", outcome.files.len().into())])
}

/// Reads what document is wanted. A checklist without a form is a page.
fn document(environment: &Environment, language: Option<Language>, args: &Args) -> DocumentRequest {
    let typed = [
        (Form::Html, &args.html),
        (Form::Pdf, &args.pdf),
        (Form::Docx, &args.docx),
        (Form::Odt, &args.odt),
        (Form::Xlsx, &args.xlsx),
    ];
    let mut forms: Vec<(Form, Option<PathBuf>)> = typed
        .into_iter()
        .filter_map(|(form, file)| {
            let file = file.as_ref()?;
            Some((form, file.as_ref().map(|file| environment.folder.join(file))))
        })
        .collect();
    if forms.is_empty() {
        forms.push((Form::Html, None));
    }
    let sections = args.sections.iter().filter_map(|name| ReportSection::named(name)).collect();
    DocumentRequest {
        subject: args
            .checklist
            .as_deref()
            .and_then(Checklist::named)
            .map_or(Subject::Report(sections), Subject::Checklist),
        edition: if args.edition == "public" { Edition::Public } else { Edition::Internal },
        language,
        forms,
        printer: match (&args.browser, &args.office) {
            (Some(program), _) => Printer::Browser(program.clone()),
            (None, Some(program)) => Printer::Office(program.clone()),
            (None, None) => Printer::Found,
        },
    }
}

fn told(ui: &mut Ui, request: &DocumentRequest, outcome: &DocumentOutcome) -> Result<(), CommandError> {
    for written in &outcome.files {
        let printer = written
            .printer
            .as_ref()
            .map_or_else(|| "none".to_owned(), |program| program.display().to_string());
        let arguments = [("file", written.file.display().to_string().into()), ("printer", printer.into())];
        ui.say("export-document-done", &arguments)?;
    }
    if let (Some(items), Subject::Checklist(one)) = (outcome.items, &request.subject) {
        let arguments = [
            ("known", items.known.into()),
            ("answered", items.answered.into()),
            ("open", items.open.into()),
            ("name", one.name().into()),
        ];
        ui.say("export-checklist-items", &arguments)?;
    }
    Ok(())
}

fn tell(ui: &mut Ui, args: &Args, outcome: &ExchangeOutcome, key: &str) -> Result<(), CommandError> {
    if args.json {
        return ui.json(outcome);
    }
    let file = outcome.file.display().to_string();
    ui.say(
        key,
        &[
            ("file", file.into()),
            ("transcripts", outcome.transcripts.into()),
            ("codes", outcome.codes.into()),
            ("codings", outcome.codings.into()),
        ],
    )?;
    ui.diagnostics(&outcome.losses, MOST);
    Ok(())
}

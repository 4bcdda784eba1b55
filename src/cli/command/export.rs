//! `propos export`: writes the study as a folder of plain files, or for other programs of the field.

use std::path::PathBuf;

use crate::app::Context;
use crate::app::export::{
    DepositRequest, ExchangeOutcome, Target, export, export_annotations, export_codebook, export_deposit,
    export_project, export_tidy,
};
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("form").required(true).args([
    "folder", "qdpx", "qdc", "web_annotation", "tidy", "deposit",
]))]
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
    let folder = args.folder.clone().unwrap_or_default();
    let outcome = export(context, &environment.folder.join(&folder)).await?;
    if args.json {
        return ui.json(&outcome);
    }
    let folder = folder.display().to_string();
    ui.say("export-done", &[("folder", folder.into()), ("files", outcome.files.len().into())])
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

//! `propos export`: writes the study as a folder of plain files, or for other programs of the field.

use std::path::PathBuf;

use crate::app::Context;
use crate::app::export::{ExchangeOutcome, Target, export, export_codebook, export_project};
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("form").required(true).args(["folder", "qdpx", "qdc"]))]
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

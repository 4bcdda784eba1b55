//! `propos export`: writes the study as a folder of plain files.

use std::path::PathBuf;

use crate::app::Context;
use crate::app::export::export;
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder to write.
    #[arg(long, value_name = "DIR")]
    folder: PathBuf,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(
    ui: &mut Ui,
    context: &Context,
    environment: &Environment,
    args: &Args,
) -> Result<(), CommandError> {
    let outcome = export(context, &environment.folder.join(&args.folder)).await?;
    if args.json {
        return ui.json(&outcome);
    }
    let folder = args.folder.display().to_string();
    ui.say("export-done", &[("folder", folder.into()), ("files", outcome.files.len().into())])
}

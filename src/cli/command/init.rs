//! `propos init`: makes a new study.

use std::path::{Path, PathBuf};

use crate::app;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the new study.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Title of the study.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
}

pub(in crate::cli) fn run(ui: &mut Ui, here: &Path, args: &Args) -> Result<(), CommandError> {
    let folder = here.join(&args.folder);
    let title = args.title.clone().unwrap_or_else(|| ui.catalog.plain("init-default-title"));
    app::init::init(&folder, &title, ui.catalog.language())?;
    let folder = args.folder.display().to_string();
    ui.say("init-done", &[("folder", folder.into())])?;
    ui.say("init-next", &[])
}

//! `propos` alone: where one stands and what comes next.

use std::path::PathBuf;

use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::run::study_folder;
use crate::cli::ui::{Style, Ui};

pub(in crate::cli) async fn run(
    ui: &mut Ui,
    environment: &Environment,
    study: Option<PathBuf>,
) -> Result<(), CommandError> {
    let Ok(folder) = study_folder(environment, study) else {
        let text = ui
            .catalog
            .text("welcome-no-study", &[("folder", environment.folder.display().to_string().into())]);
        ui.note(&text);
        let text = ui.catalog.plain("welcome-no-study-next");
        ui.note(&text);
        return Err(CommandError::Told(Exit::User));
    };
    let title = ui.style(Style::Strong, &folder.display().to_string());
    ui.say("welcome-study", &[("folder", title.into())])?;
    ui.say("welcome-next", &[])
}

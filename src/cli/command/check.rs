//! `propos check`: reads every file and says what is wrong, changing nothing.

use std::path::Path;

use serde_json::json;

use crate::app;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::Ui;
use crate::domain::Severity;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, folder: &Path, args: &Args) -> Result<(), CommandError> {
    let diagnostics = app::import::check(folder).await?;
    let count = |severity| diagnostics.iter().filter(|one| one.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    if args.json {
        let listed: Vec<_> = diagnostics
            .iter()
            .map(|one| json!({ "severity": one.severity, "path": one.place.path, "sheet": one.place.sheet, "line": one.place.line, "column": one.place.column, "key": one.key, "message": ui.catalog.diagnostic_message(one) }))
            .collect();
        ui.json(&json!({ "errors": errors, "warnings": warnings, "notes": notes, "diagnostics": listed }))?;
    } else {
        for one in &diagnostics {
            let text = ui.catalog.diagnostic(one);
            ui.line(&text)?;
        }
        ui.say(
            "check-summary",
            &[("errors", errors.into()), ("warnings", warnings.into()), ("notes", notes.into())],
        )?;
    }
    ui.flush()?;
    if errors > 0 { Err(CommandError::Told(Exit::User)) } else { Ok(()) }
}

//! `propos undo`: takes back the last change.

use crate::app::{self, Context};
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let undone = app::undo::undo(context).await?;
    if args.json {
        return ui.json(&undone);
    }
    let what = super::history::describe(ui, &undone);
    ui.say("undo-done", &[])?;
    ui.line(&what)?;
    if undone.kind == "import" {
        ui.say("undo-import-hint", &[])?;
    }
    Ok(())
}

//! `propos undo` and `propos redo`: take back the last change, and take that back.

use crate::app::Context;
use crate::app::undo::{Undone, redo, undo};
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Among one's own changes only.
    #[arg(long)]
    mine: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let undone = undo(context, args.mine.then_some(&context.coder), None).await?;
    tell(ui, args, &undone, "undo-done")?;
    if undone.undone.kind == "import" && !args.json {
        ui.say("undo-import-hint", &[])?;
    }
    Ok(())
}

pub(in crate::cli) async fn again(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let redone = redo(context, args.mine.then_some(&context.coder), None).await?;
    tell(ui, args, &redone, "redo-done")
}

fn tell(ui: &mut Ui, args: &Args, undone: &Undone, key: &str) -> Result<(), CommandError> {
    if args.json {
        return ui.json(&undone.undone);
    }
    let what = super::history::describe(ui, &undone.undone);
    ui.say(key, &[])?;
    ui.line(&what)
}

//! Placeholder on the lead's branch.
use crate::app::Context; use crate::cli::error::CommandError; use crate::cli::ui::Ui;
#[derive(Debug, clap::Args)]
pub struct Args { #[arg(long)] json: bool }
pub(in crate::cli) async fn run(_ui: &mut Ui, _context: &Context, _args: &Args) -> Result<(), CommandError> { Ok(()) }

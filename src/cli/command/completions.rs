//! `propos completions`: prints the completions of a shell.

use clap_complete::Shell;

use crate::cli::error::CommandError;
use crate::cli::help::localised;
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell.
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(in crate::cli) fn run(ui: &mut Ui, args: &Args) -> Result<(), CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut localised(&ui.catalog), "propos", &mut script);
    ui.raw(&script)
}

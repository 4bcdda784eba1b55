//! The command line: one file a command; `ui` alone prints, `error` alone explains failures.

mod args;
mod command;
mod environment;
mod error;
mod exit;
mod help;
mod progress;
mod reason;
mod run;
mod table;
mod ui;
mod usage;

pub use args::{Cli, Command};
pub use exit::Exit;
pub use run::run;

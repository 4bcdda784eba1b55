//! What can be typed. Help texts come from the catalogues (`help-…`), see `help`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::command;
use crate::text::Language;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "propos", version, disable_help_subcommand = true)]
pub struct Cli {
    /// The study's folder; else the nearest one upward that holds `study.toml`.
    #[arg(long, global = true, value_name = "DIR")]
    pub study: Option<PathBuf>,
    /// Language of the output.
    #[arg(long, global = true, value_name = "LANG", value_parser = language)]
    pub lang: Option<Language>,
    /// Who acts, as the audit trail names them.
    #[arg(long, global = true, value_name = "CODER")]
    pub coder: Option<String>,
    /// What to do; nothing: where one stands and what comes next.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a new study.
    Init(command::init::Args),
    /// Reads files into the study.
    Import(command::import::Args),
    /// Reads files and says what is wrong, changing nothing.
    Check(command::check::Args),
    /// Imports, indexes, computes, and writes the report.
    Build(command::build::Args),
    /// Opens the study in the browser.
    Serve(command::serve::Args),
    /// Searches the interviews.
    Search(command::search::Args),
    /// Lists coded passages.
    Codings(command::codings::Args),
    /// Crosses codes with interviews, codes or attributes.
    Matrix(command::matrix::Args),
    /// Says how far the coders agree.
    Agreement(command::agreement::Args),
    /// Groups the interviews into profiles.
    Typology(command::typology::Args),
    /// Counts and classifies the interviewees' words.
    Lexical(command::lexical::Args),
    /// Tells whether the last interviews still bring new codes.
    Saturation(command::saturation::Args),
    /// Says what each profile is.
    Profile(command::profile::Args),
    /// Tells how the scales are scored and how far their items hold together.
    Scale(command::scale::Args),
    /// Proposes codes for sentences that nobody coded.
    Suggest(command::suggest::Args),
    /// Links profiles and questionnaire.
    Link(command::link::Args),
    /// Weighs the questionnaire to the margins of its population.
    Weights(command::weights::Args),
    /// Counts what was done, for whom and how long.
    Indicators(command::indicators::Args),
    /// Tells or changes who asks and who answers in an interview.
    Roles(command::roles::Args),
    /// Lists what was changed, when and by whom.
    History(command::history::Args),
    /// Takes back the last change.
    Undo(command::undo::Args),
    /// Makes the last undone change again.
    Redo(command::undo::Args),
    /// Writes the study as a folder of plain files.
    Export(command::export::Args),
    /// Prints the completions of a shell.
    Completions(command::completions::Args),
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "fr, en".to_owned())
}

//! From the typed words to a use case and an exit code.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use super::args::{Cli, Command};
use super::command;
use super::environment::Environment;
use super::error::CommandError;
use super::exit::Exit;
use super::help::localised;
use super::progress::Bar;
use super::ui::Ui;
use crate::app::round::{self, Visibility};
use crate::app::{AppError, Context, context, study};
use crate::domain::{CoderId, TranscriptId};
use crate::i18n::{Catalog, Format};
use crate::progress::{Progress, Silent};
use crate::text::Language;

/// Runs the program with the words typed, its name first.
pub async fn run(words: Vec<OsString>) -> Exit {
    let environment = Environment::read();
    let language = early_language(&words, &environment);
    let mut ui = Ui::new(&environment, language);
    let cli = match localised(&ui.catalog)
        .try_get_matches_from(with_exclusions(words))
        .and_then(|found| Cli::from_arg_matches(&found))
    {
        Ok(cli) => cli,
        Err(error) => return refuse(&mut ui, &error),
    };
    let outcome = dispatch(&mut ui, &environment, cli).await;
    let outcome = outcome.and_then(|()| ui.flush());
    match outcome {
        Ok(()) => Exit::Done,
        Err(error) => error.tell(&mut ui),
    }
}

async fn dispatch(ui: &mut Ui, environment: &Environment, cli: Cli) -> Result<(), CommandError> {
    let Some(command) = cli.command else { return command::welcome::run(ui, environment, cli.study).await };
    match command {
        Command::Init(args) => return command::init::run(ui, &environment.folder, &args),
        Command::Completions(args) => return command::completions::run(ui, &args),
        _ => {}
    }
    let asked = cli.lang;
    let folder = study_folder(environment, cli.study)?;
    if let Command::Check(args) = command {
        return command::check::run(ui, &folder, &args).await;
    }
    let coder = CoderId(cli.coder.unwrap_or_else(|| environment.user.clone()));
    let progress: Box<dyn Progress> = if environment.progress {
        Box::new(Bar::new(Catalog::new(ui.catalog.language())))
    } else {
        Box::new(Silent)
    };
    let mut open = Context::open(folder, coder, progress).await?;
    if shows_codings(&command) {
        let visibility = round::visible(&open, &open.coder).await?;
        tell_blind(ui, &visibility);
        open = open.seeing(&visibility);
    }
    let outcome = match command {
        Command::Import(args) => command::import::run(ui, &open, environment, &args).await,
        Command::Build(args) => command::build::run(ui, &open, asked, &args).await,
        Command::Serve(args) => command::serve::run(ui, &open, &args).await,
        Command::Search(args) => command::search::run(ui, &open, &args).await,
        Command::Codings(args) => command::codings::run(ui, &open, &args).await,
        Command::Matrix(args) => command::matrix::run(ui, &open, &args).await,
        Command::Agreement(args) => command::agreement::run(ui, &open, &args).await,
        Command::Typology(args) => command::typology::run(ui, &open, &args).await,
        Command::Lexical(args) => command::lexical::run(ui, &open, environment, &args).await,
        Command::Roles(args) => command::roles::run(ui, &open, &args).await,
        Command::Saturation(args) => command::saturation::run(ui, &open, &args).await,
        Command::Profile(args) => command::profile::run(ui, &open, &args).await,
        Command::Scale(args) => command::scale::run(ui, &open, &args).await,
        Command::Suggest(args) => command::suggest::run(ui, &open, &args).await,
        Command::Link(args) => command::link::run(ui, &open, &args).await,
        Command::Weights(args) => command::weights::run(ui, &open, &args).await,
        Command::Indicators(args) => command::indicators::run(ui, &open, &args).await,
        Command::History(args) => command::history::run(ui, &open, &args).await,
        Command::Undo(args) => command::undo::run(ui, &open, &args).await,
        Command::Redo(args) => command::undo::again(ui, &open, &args).await,
        Command::Export(args) => command::export::run(ui, &open, environment, asked, &args).await,
        Command::Init(_) | Command::Completions(_) | Command::Check(_) => Ok(()),
    };
    open.store.close().await;
    outcome
}

/// Tells whether a command shows what persons coded, or what is made of it: then it reads the study as the
/// one who asks may see it. The others carry or write all of the study, for the whole team.
fn shows_codings(command: &Command) -> bool {
    !matches!(
        command,
        Command::Init(_)
            | Command::Completions(_)
            | Command::Check(_)
            | Command::Import(_)
            | Command::Build(_)
            | Command::Serve(_)
            | Command::Roles(_)
            | Command::Undo(_)
            | Command::Redo(_)
            | Command::Export(_)
    )
}

/// Says which blind rounds hide something from the one who asks.
fn tell_blind(ui: &mut Ui, visibility: &Visibility) {
    let format = Format::new(ui.catalog.language());
    for (blind, transcripts) in visibility.rounds() {
        let names: Vec<&str> = transcripts.iter().map(TranscriptId::as_str).collect();
        let until = blind.until.as_deref().map(|day| format.date(day)).unwrap_or_default();
        let arguments = [
            ("round", blind.round.as_str().into()),
            ("transcripts", format.joined(&names).into()),
            ("dated", if until.is_empty() { "no" } else { "yes" }.into()),
            ("until", until.into()),
        ];
        let text = ui.catalog.text("blind-round", &arguments);
        ui.note(&text);
    }
}

/// Finds the folder of the study asked for, else the one we stand in.
pub(super) fn study_folder(
    environment: &Environment,
    asked: Option<PathBuf>,
) -> Result<PathBuf, CommandError> {
    let folder = match asked {
        Some(folder) => environment.folder.join(folder),
        None => context::find_study(&environment.folder).unwrap_or_else(|| environment.folder.clone()),
    };
    if folder.join(context::STUDY_FILE).exists() {
        Ok(folder)
    } else {
        Err(AppError::NoStudy { folder }.into())
    }
}

/// Lets `-mot` stand among the words of a search: clap would read `-honte` as `-h`, and refuse the
/// others. What a search excludes is handed on with the sign of subtraction, which queries read alike.
fn with_exclusions(mut words: Vec<OsString>) -> Vec<OsString> {
    let Some(search) = words.iter().position(|word| word == "search") else { return words };
    for word in words.iter_mut().skip(search + 1).take_while(|word| *word != "--") {
        let excluded = word.to_str().and_then(|text| text.strip_prefix('-'));
        // `-h` and `-V` are options; no other has one letter only.
        if let Some(rest) = excluded.filter(|rest| !rest.starts_with('-') && rest.chars().nth(1).is_some()) {
            *word = format!("\u{2212}{rest}").into();
        }
    }
    words
}

/// Chooses the language before the words are parsed, since their errors are told in it: `--lang`,
/// else the study's, else the locale's, else French.
fn early_language(words: &[OsString], environment: &Environment) -> Language {
    let words: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let value_of = |name: &str| {
        words.iter().enumerate().find_map(|(index, word)| match word.strip_prefix(name) {
            Some("") => words.get(index + 1).cloned(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        })
    };
    let folder = match value_of("--study") {
        Some(folder) => Some(environment.folder.join(folder)),
        None => context::find_study(&environment.folder),
    };
    value_of("--lang")
        .and_then(|text| Language::parse(&text))
        .or_else(|| folder.and_then(|folder| study::language(&folder)))
        .or(environment.language)
        .unwrap_or_default()
}

/// Tells why the words do not read; help and version are no errors.
fn refuse(ui: &mut Ui, error: &clap::Error) -> Exit {
    let text = error.render().to_string();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let told = ui.line(text.trim_end()).and_then(|()| ui.flush());
        return told.map_or_else(|error| error.tell(ui), |()| Exit::Done);
    }
    let text = super::usage::explain(&ui.catalog, error).unwrap_or(text);
    ui.note(text.trim_end());
    Exit::Usage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_excludes_words_wherever_they_stand() {
        let typed = |words: &str| -> Vec<OsString> { words.split(' ').map(OsString::from).collect() };
        let read = |words: &str| with_exclusions(typed(words));
        assert_eq!(
            read("propos search aide -honte --count -h"),
            typed("propos search aide −honte --count -h")
        );
        assert_eq!(read("propos search -code:x -- -honte"), typed("propos search −code:x -- -honte"));
        assert_eq!(read("propos codings -honte"), typed("propos codings -honte"));
    }
}

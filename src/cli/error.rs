//! Failures told to a person: what is wrong, what to do, and the exit code.

use std::error::Error;
use std::io;
use std::path::Path;

use super::exit::Exit;
use super::ui::{Style, Ui};
use crate::analysis::weighting::Refused;
use crate::app::AppError;
use crate::app::error::{FileError, PrintError};
use crate::app::typology::no_profiles;
use crate::app::weights::refusal;
use crate::domain::{Diagnostic, Severity};
use crate::i18n::Value;
#[cfg(feature = "pdf")]
use crate::report::render::TypesetError;

/// Why a command failed.
#[derive(Debug)]
pub(super) enum CommandError {
    /// The use case failed.
    App(AppError),
    /// The output could not be written.
    Output(io::Error),
    /// The reader of our output left: success.
    BrokenPipe,
    /// The command has said all there is to say.
    Told(Exit),
}

impl From<AppError> for CommandError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl CommandError {
    /// Wraps a failure to write.
    pub(super) fn output(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::BrokenPipe } else { Self::Output(error) }
    }

    /// Tells the user, and returns how the program ends.
    pub(super) fn tell(self, ui: &mut Ui) -> Exit {
        match self {
            Self::BrokenPipe => Exit::Done,
            Self::Told(exit) => exit,
            Self::Output(error) => {
                say(ui, "error-output", &[("reason", error.to_string().into())], None);
                Exit::Output
            }
            Self::App(error) => tell_app(ui, error),
        }
    }
}

fn say(ui: &mut Ui, key: &str, arguments: &[(&str, Value<'_>)], hint: Option<&str>) {
    let word = ui.style(Style::Alarm, &ui.catalog.plain("error-word"));
    let text = format!("{word} {}", ui.catalog.text(key, arguments));
    ui.note(&text);
    if let Some(hint) = hint {
        let text = ui.catalog.text(hint, arguments);
        ui.note(&text);
    }
}

fn tell_app(ui: &mut Ui, error: AppError) -> Exit {
    match error {
        AppError::NoStudy { folder } => {
            say(
                ui,
                "error-no-study",
                &[("folder", folder.display().to_string().into())],
                Some("hint-no-study"),
            );
            Exit::User
        }
        AppError::StudyExists { folder } => {
            let folder = folder.display().to_string();
            say(ui, "error-study-exists", &[("folder", folder.into())], Some("hint-study-exists"));
            Exit::User
        }
        AppError::FolderNotEmpty { folder } => {
            say(ui, "error-folder-not-empty", &[("path", folder.display().to_string().into())], None);
            Exit::User
        }
        AppError::Refused(diagnostics) => {
            // What only deserves a word would bury what has to be mended.
            let is_error = |one: &Diagnostic| one.severity == Severity::Error;
            let (errors, others): (Vec<_>, Vec<_>) = diagnostics.into_iter().partition(is_error);
            ui.diagnostics(&errors, 200);
            if !others.is_empty() {
                let text = ui.catalog.text("cli-other-findings", &[("count", others.len().into())]);
                ui.note(&text);
            }
            let holds_identifiers = errors.iter().any(|one| one.key.starts_with("identifier-"));
            let hint = if holds_identifiers { "hint-identifiers" } else { "hint-refused" };
            let errors = errors.len();
            say(ui, "error-refused", &[("count", errors.into())], Some(hint));
            Exit::User
        }
        AppError::Unknown { kind, name, nearest } => {
            let what_there_is = format!("hint-unknown-{kind}");
            let kind = ui.catalog.plain(&format!("kind-{kind}"));
            let arguments = [
                ("kind", kind.into()),
                ("name", name.into()),
                ("nearest", nearest.clone().unwrap_or_default().into()),
            ];
            say(
                ui,
                "error-unknown",
                &arguments,
                Some(nearest.map_or(what_there_is.as_str(), |_| "hint-nearest")),
            );
            Exit::User
        }
        AppError::Correction(error) => {
            let details = error.details();
            let arguments: Vec<(&str, Value<'_>)> =
                details.iter().map(|(name, value)| (*name, Value::of_text(value))).collect();
            say(ui, &format!("web-error-{}", error.key()), &arguments, None);
            Exit::User
        }
        AppError::InUse { address } => {
            let hint = if address.is_empty() { None } else { Some("hint-in-use") };
            say(ui, "error-in-use", &[("address", address.into())], hint);
            Exit::User
        }
        AppError::Port { port, reason } => {
            say(
                ui,
                "error-port",
                &[("port", Value::Ordinal(port.into())), ("reason", reason.into())],
                Some("hint-port"),
            );
            Exit::User
        }
        AppError::NothingToUndo => {
            say(ui, "error-nothing-to-undo", &[], None);
            Exit::User
        }
        AppError::NothingToRedo => {
            say(ui, "error-nothing-to-redo", &[], None);
            Exit::User
        }
        AppError::UndoConflict(operation) => {
            let arguments = [
                ("number", operation.number.into()),
                ("coder", operation.coder.as_str().into()),
                ("at", operation.at.as_str().into()),
            ];
            say(ui, "error-undo-conflict", &arguments, Some("hint-undo-conflict"));
            Exit::User
        }
        AppError::Empty { missing } => {
            let missing = ui.catalog.plain(&format!("missing-{missing}"));
            say(ui, "error-empty", &[("missing", missing.into())], Some("hint-empty"));
            Exit::User
        }
        AppError::Query(error) => {
            let text = super::command::search::explain(ui, &error);
            say(ui, "error-query", &[("reason", text.into())], Some("hint-query"));
            Exit::User
        }
        AppError::Typology(reason) => {
            let text = no_profiles(&ui.catalog, &reason, None);
            say(ui, "error-typology", &[("reason", text.into())], Some("hint-typology"));
            Exit::User
        }
        AppError::Weights(reason) => {
            tell_weights(ui, &reason);
            Exit::User
        }
        AppError::Print(error) => tell_print(ui, error),
        #[cfg(feature = "pdf")]
        AppError::Typeset(TypesetError::Letters { letters }) => {
            let each = letters.iter().map(|letter| format!("{letter} (U+{:04X})", u32::from(*letter)));
            let letters: Vec<String> = each.collect();
            say(
                ui,
                "error-typeset-letters",
                &[("letters", letters.join(", ").into())],
                Some("hint-typeset-letters"),
            );
            Exit::User
        }
        AppError::File(error) => tell_file(ui, &error),
        AppError::Store(ref store) if let Some(trouble) = store.trouble() => {
            say(ui, &format!("error-store-{trouble}"), &[], Some(&format!("hint-store-{trouble}")));
            Exit::Internal
        }
        AppError::Search(error) => {
            let arguments = error.arguments();
            let arguments: Vec<(&str, Value<'_>)> =
                arguments.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
            say(ui, error.key(), &arguments, None);
            // Why, for whoever is asked to help.
            let reason = chain(&error);
            ui.note(&reason);
            Exit::Internal
        }
        // A fault of ours or of the machine, or what only a page can ask for.
        error => {
            say(ui, "error-internal", &[("reason", chain(&error).into())], Some("hint-internal"));
            Exit::Internal
        }
    }
}

/// Tells which file could not be reached, and why.
fn tell_file(ui: &mut Ui, error: &FileError) -> Exit {
    let reason = ui.catalog.text("file-reason", &[("reason", error.reason().into())]);
    let arguments = [("path", error.path.display().to_string().into()), ("reason", reason.into())];
    say(ui, &format!("error-file-{}", error.action), &arguments, None);
    if error.is_users() { Exit::User } else { Exit::Internal }
}

/// Tells why nothing printed, and what to install.
fn tell_print(ui: &mut Ui, error: PrintError) -> Exit {
    let program = |path: &Path| Value::from(path.display().to_string());
    match error {
        PrintError::File(error) => return tell_file(ui, &error),
        PrintError::NotStarted { program: path, source } => {
            let reason = FileError { action: "read", path: path.clone(), source }.reason();
            let reason = ui.catalog.text("file-reason", &[("reason", reason.into())]);
            let arguments = [("program", program(&path)), ("reason", reason.into())];
            say(ui, "error-print-not-started", &arguments, Some("hint-print"));
        }
        PrintError::Failed { program: path, said } => {
            let arguments = [
                ("program", program(&path)),
                ("said", if said.is_empty() { "none".to_owned() } else { said }.into()),
            ];
            say(ui, "error-print-failed", &arguments, Some("hint-print"));
        }
        PrintError::TooLong { program: path, seconds } => {
            let arguments = [("program", program(&path)), ("seconds", seconds.into())];
            say(ui, "error-print-too-long", &arguments, Some("hint-print"));
        }
        PrintError::NoBrowser => say(ui, "error-print-no-browser", &[], Some("hint-print-no-browser")),
        PrintError::NoOffice => say(ui, "error-print-no-office", &[], Some("hint-print-no-office")),
        _ => say(ui, "error-print-no-program", &[], Some("hint-print-no-program")),
    }
    Exit::User
}

/// Tells why no weights meet the margins, with the names to look at.
fn tell_weights(ui: &mut Ui, reason: &Refused) {
    let (key, arguments) = refusal(reason);
    say(ui, key, &arguments, Some("hint-weights"));
}

/// Writes an error with its causes, for a report to the developers.
fn chain(error: &dyn Error) -> String {
    let mut text = format!("failed to {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

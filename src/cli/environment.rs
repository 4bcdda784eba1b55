//! What the process was given: working folder, locale, user, terminal. Read once, here.

use std::io::IsTerminal;
use std::path::PathBuf;

use crate::text::Language;

/// The surroundings of the process.
#[derive(Clone, Debug)]
pub(super) struct Environment {
    /// The working folder.
    pub(super) folder: PathBuf,
    /// Language of the locale, if it names one of ours.
    pub(super) language: Option<Language>,
    /// Name of the user, for the audit trail.
    pub(super) user: String,
    /// Whether colours may be written to standard output.
    pub(super) colour: bool,
    /// Whether progress may be drawn on standard error.
    pub(super) progress: bool,
}

impl Environment {
    /// Reads the surroundings.
    #[expect(clippy::disallowed_methods, reason = "the one place where the environment is read")]
    pub(super) fn read() -> Self {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let language = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| variable(name));
        let dumb = variable("TERM").is_some_and(|term| term == "dumb");
        let terminal = std::io::stdout().is_terminal();
        Self {
            folder: std::env::current_dir().unwrap_or_default(),
            language: language.as_deref().and_then(Language::parse),
            user: variable("USER").or_else(|| variable("USERNAME")).unwrap_or_else(|| "propos".to_owned()),
            colour: terminal && !dumb && variable("NO_COLOR").is_none(),
            progress: std::io::stderr().is_terminal() && !dumb,
        }
    }
}

//! The help in the user's language: texts from the catalogues put onto the command tree.

use clap::{Command, CommandFactory};

use super::args::Cli;
use crate::i18n::Catalog;

/// Builds the command tree with help in the catalogue's language.
///
/// Texts are `help-<command>` and `help-<command>-<argument>`; those common to all commands are
/// `help-propos-<argument>`. A test checks that none is missing.
pub(super) fn localised(catalog: &Catalog) -> Command {
    let mut root = dress(Cli::command(), "propos", catalog);
    let names: Vec<String> = root.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    for name in names {
        root = root.mut_subcommand(&name, |command| dress(command, &name, catalog));
    }
    root
}

/// Order of the options of every command: after the command's own, before `--help`.
const COMMON: usize = 900;

fn dress(command: Command, name: &str, catalog: &Catalog) -> Command {
    let about = catalog.plain(&format!("help-{name}"));
    let arguments: Vec<String> =
        command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let options = catalog.plain("help-heading-options");
    let places = catalog.plain("help-heading-arguments");
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}",
        catalog.plain("help-heading-usage")
    );
    let long = catalog.has(&format!("help-{name}.more")).then(|| catalog.plain(&format!("help-{name}.more")));
    let mut command = command
        .about(about.clone())
        .long_about(about)
        .help_template(template)
        .subcommand_help_heading(catalog.plain("help-heading-commands"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .next_help_heading(options.clone());
    if let Some(long) = long {
        command = command.after_help(long);
    }
    for argument in arguments {
        let specific = format!("help-{name}-{argument}");
        let key = if catalog.has(&specific) { specific } else { format!("help-propos-{argument}") };
        let text = catalog.plain(&key);
        let heading = options.clone();
        command = command.mut_arg(&argument, |argument| {
            let positional = argument.is_positional();
            let mut argument = argument.help(text.clone()).long_help(text.clone());
            if argument.get_action().takes_values() {
                // clap would add defaults and choices in English; the texts name them.
                argument = argument.hide_default_value(true).hide_possible_values(true);
            }
            if argument.is_global_set() {
                // What a command has of its own comes first.
                argument = argument.display_order(COMMON);
            }
            argument.help_heading(if positional { places.clone() } else { heading })
        });
    }
    let help = clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help(catalog.plain("help-propos-help"))
        .display_order(COMMON + 1)
        .help_heading(options.clone());
    command = command.arg(help);
    if name == "propos" {
        let version = clap::Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .help(catalog.plain("help-propos-version"))
            .help_heading(options);
        command = command.arg(version);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn the_command_tree_is_sound() {
        Cli::command().debug_assert();
        localised(&Catalog::new(Language::Fr)).debug_assert();
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for language in [Language::Fr, Language::En] {
            let catalog = Catalog::new(language);
            let root = localised(&catalog);
            for command in std::iter::once(&root).chain(root.get_subcommands()) {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.starts_with("help-") && !about.is_empty(), "{}: {about}", command.get_name());
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.starts_with("help-") && !help.is_empty(), "{} {help}", command.get_name());
                }
            }
        }
    }
}

//! The document on paper: who prints it.

use std::path::{Path, PathBuf};

use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::export::document::word_file;
use crate::exchange::print::{PrintError, Printed, browser, office};
use crate::i18n::Catalog;
use crate::report::document::prune::on_paper;
use crate::report::{Document, render};

/// What prints a PDF. A program that is not named is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Printer {
    /// Whatever is found: a browser, else an office suite.
    #[default]
    Found,
    /// A Chromium, Chrome or Edge.
    Browser(Option<PathBuf>),
    /// A LibreOffice, which gets the Word file.
    Office(Option<PathBuf>),
}

/// Prints a document, tagged and with an outline.
///
/// # Errors
/// Nothing prints, or the disk fails.
pub(super) fn print(
    context: &Context,
    printer: &Printer,
    document: &Document,
    words: &Catalog,
) -> Result<Printed, AppError> {
    let hidden = context.folder.join(".propos");
    let by_browser = |program: Option<&Path>| {
        let mut paper = document.clone();
        on_paper(&mut paper);
        browser::print(&render::html(&paper, words), &hidden, program)
    };
    let by_office = |program: Option<&Path>| -> Result<Printed, AppError> {
        Ok(office::print(&word_file(document, words)?, &hidden, program)?)
    };
    match printer {
        Printer::Browser(program) => Ok(by_browser(program.as_deref())?),
        Printer::Office(program) => by_office(program.as_deref()),
        Printer::Found => match by_browser(None) {
            Err(failure @ (PrintError::NoBrowser | PrintError::Failed { .. } | PrintError::NotStarted { .. })) => {
                match (by_office(None), failure) {
                    (Err(AppError::Print(PrintError::NoOffice)), PrintError::NoBrowser) => {
                        Err(PrintError::NoProgram.into())
                    }
                    // A browser that fails is what this machine has: what it said helps more.
                    (Err(AppError::Print(PrintError::NoOffice)), failure) => Err(failure.into()),
                    (other, _) => other,
                }
            }
            other => Ok(other?),
        },
    }
}

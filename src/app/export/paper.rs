//! The document on paper: what makes the PDF.

use std::path::{Path, PathBuf};

use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::export::document::word_file;
use crate::exchange::print::{PrintError, Printed, browser, office};
use crate::i18n::Catalog;
use crate::report::document::prune::on_paper;
use crate::report::{Document, render};

/// What makes a PDF. A program that is not named is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Printer {
    /// The typesetter of the feature `pdf`, else whatever is found: a browser, else an office suite.
    #[default]
    Found,
    /// A Chromium, Chrome or Edge.
    Browser(Option<PathBuf>),
    /// A LibreOffice, which gets the Word file.
    Office(Option<PathBuf>),
}

/// Makes the PDF of a document, tagged and with an outline; and tells which program of the machine
/// printed it, if one did.
///
/// With the feature `pdf` nothing is printed unless a program is asked for, or the document has letters
/// that the fonts of this one lack: those of the machine may have them.
///
/// # Errors
/// Nothing makes it, or the disk fails.
pub(super) fn pdf(
    context: &Context,
    printer: &Printer,
    document: &Document,
    words: &Catalog,
) -> Result<(Vec<u8>, Option<PathBuf>), AppError> {
    let printed = |printed: Printed| (printed.bytes, Some(printed.program));
    #[cfg(feature = "pdf")]
    if *printer == Printer::Found {
        use crate::report::render::TypesetError;
        return match render::pdf(document, words) {
            Ok(bytes) => Ok((bytes, None)),
            Err(error @ TypesetError::Letters { .. }) => match print(context, printer, document, words) {
                Err(AppError::Print(PrintError::NoProgram)) => Err(error.into()),
                other => other.map(printed),
            },
            Err(error) => Err(error.into()),
        };
    }
    print(context, printer, document, words).map(printed)
}

/// Has a program of the machine print a document.
fn print(
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
        Printer::Found => {
            let failure = match by_browser(None) {
                Ok(printed) => return Ok(printed),
                Err(
                    failure @ (PrintError::NoBrowser
                    | PrintError::Failed { .. }
                    | PrintError::NotStarted { .. }),
                ) => failure,
                Err(error) => return Err(error.into()),
            };
            match by_office(None) {
                Err(AppError::Print(PrintError::NoOffice)) => Err(match failure {
                    PrintError::NoBrowser => PrintError::NoProgram,
                    // A browser that fails is what this machine has: what it said helps more.
                    failure => failure,
                }
                .into()),
                other => other,
            }
        }
    }
}

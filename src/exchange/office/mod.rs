//! Interviews typed in a word processor: docx (Word), odt (LibreOffice) and rtf, as written text.
//!
//! What the reader takes is what a person reads on the page: the text with its tracked changes
//! accepted, paragraph by paragraph, with its headings and its bold and italic words. What stands
//! beside the text (comments, notes, hidden words) is told, not mixed with the speech.

pub(in crate::exchange) mod aside;
mod columns;
mod docx;
mod docx_style;
mod odt;
pub(in crate::exchange) mod row;
mod rtf;
pub(in crate::exchange) mod table;
#[cfg(test)]
mod tests;

pub use docx::read as read_docx;
pub use odt::read as read_odt;
pub use rtf::read as read_rtf;

use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::archive::ArchiveFault;
use crate::exchange::xml::XmlFault;

/// The most that one part of a document may hold, in bytes: a day of talk fills a hundredth of it.
const LARGEST_PART: u64 = 48 << 20;

/// Says that an archive cannot be read.
pub(super) fn archive_fault(path: &str, fault: &ArchiveFault) -> Diagnostic {
    Diagnostic::error(Place::file(path), "archive-unread")
        .with("reason", fault.reason())
        .with("entry", fault.entry().unwrap_or("none"))
}

/// Says that a part of an archive is no readable XML.
pub(super) fn xml_fault(path: &str, part: &str, fault: &XmlFault) -> Diagnostic {
    let at = match fault {
        XmlFault::Broken { at, .. } | XmlFault::DocumentType { at } | XmlFault::Deep { at } => *at,
        XmlFault::Encoding => 0,
    };
    Diagnostic::error(Place::file(path), "xml-unread")
        .with("reason", fault.reason())
        .with("part", part)
        .with("byte", at)
}

//! Writing the study as a folder of plain files that imports to the same study.
//!
//! `write` writes the files of people (settings, interviews, codebook, codings, notebook), with quotes
//! that `certain` makes lead back to their place; `tables` those of numbers (questionnaire, casework); `exchange`
//! writes it for other programs of the field; `annotation` as annotations of the web; `tidy` as tables for
//! statistics; `deposit` as one archive that explains itself. `document` writes what it says: the report,
//! a checklist, and `paper` has it printed.

mod annotation;
mod certain;
mod deposit;
mod document;
mod exchange;
mod paper;
mod tables;
mod tidy;
mod write;

pub use crate::exchange::qdpx::Target;
pub use annotation::{AnnotationOutcome, export_annotations};
pub use deposit::{DepositOutcome, DepositRequest, export_deposit};
pub(in crate::app) use document::word_file;
pub use document::{DocumentOutcome, DocumentRequest, Form, Subject, Written, export_document};
pub use exchange::{ExchangeOutcome, export_codebook, export_project};
pub use paper::Printer;
pub use tidy::{TidyOutcome, export_tidy};
pub use write::{ExportOutcome, export};

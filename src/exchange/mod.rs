//! Files in and out: bytes to values with located diagnostics. Never writes to the store.

pub mod archive;
pub mod casework;
pub mod coding_table;
pub mod database;
pub mod folder;
pub mod hold;
pub mod html;
pub mod identifiers;
pub mod iramuteq;
pub mod iramuteq_corpus;
pub mod office;
pub mod pdf;
pub mod print;
pub mod qdc;
pub mod qdpx;
pub mod questionnaire;
pub mod quiet;
pub mod subtitle;
pub mod survey;
pub mod table;
pub mod text;
pub mod tidy;
pub mod transcript;
pub mod web_annotation;
pub mod workbook;
pub mod xml;

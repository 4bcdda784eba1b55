//! Tests of several rooms together, by theme.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads fixtures and may fail")]

mod agreement;
mod anchoring;
mod casework;
mod client;
mod corpora;
mod degenerate;
mod edit;
mod formats;
mod hostile;
mod hostile_archives;
mod lexical;
mod link;
mod main_job;
mod methods;
mod questionnaire;
mod refi_qda;
mod refi_qda_study;
mod roundtrip;
mod same_bytes;
mod study;
mod suggestion;
mod tables;
mod typology_trials;
mod unplaced;
mod word;
mod workbench_api;
mod workbench_coding;
mod workbench_methods;
mod workbench_pages;
mod workbench_people;
mod workbench_science;
mod workbench_session;
mod workbench_suggestions;
mod workbench_text;
mod workbench_typology;
mod workbench_undo;

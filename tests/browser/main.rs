//! What is looked at in a real browser: the report, and the workbench.
//!
//! Needs Chromium and Node.js; `tests/run.sh` installs what is missing.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test starts programs and may fail")]

mod report;
mod tool;
mod workbench;

//! The workbench: journeys through the real server (`*.test.mjs`), and the pages' modules alone
//! (`unit/*.test.mjs`), both run by Node.js, which tells what fails and where.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tool;

/// Milliseconds after which a file is given up: three times what the longest needs beside a build, each
/// step having its own end.
const PATIENCE: &str = "--test-timeout=1800000";

#[test]
fn a_researcher_walks_through_the_workbench() {
    run(&files(""));
}

#[test]
fn the_modules_of_the_pages_hold() {
    run(&files("unit"));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

fn files(within: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder().join(within))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    found.sort();
    found
}

fn run(files: &[PathBuf]) {
    assert!(!files.is_empty(), "no test is found: they are looked for in the wrong folder");
    let told = Command::new(tool::node())
        .args(["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-force-exit", PATIENCE])
        .args(files)
        .current_dir(folder())
        .env("PROPOS_BIN", env!("CARGO_BIN_EXE_propos"))
        .env("PROPOS_CHROMIUM", tool::chromium())
        .output()
        .unwrap();
    let words = format!("{}{}", String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    assert!(told.status.success(), "{words}\na journey fails: look for the lines that begin with \u{2716}");
}

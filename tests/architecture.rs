//! The layers of docs/ARCHITECTURE.md, held as data and checked against every `crate::` path.
//!
//! A module may name itself, and what the table allows it; `tests` modules inside files may name
//! anything below delivery, since they stand above what they test.
#![expect(clippy::disallowed_methods, reason = "the test reads the sources it judges")]

use std::fs;
use std::path::{Path, PathBuf};

/// Module, and what of ours it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("domain", &["text"]),
    ("progress", &[]),
    ("analysis::statistics", &[]),
    ("analysis", &["text", "domain", "progress"]),
    ("plot", &["text"]),
    ("i18n", &["text", "domain"]),
    ("store", &["text", "domain"]),
    ("search", &["text", "domain", "progress"]),
    ("exchange", &["text", "domain"]),
    ("report", &["text", "domain", "analysis", "plot", "i18n"]),
    ("config", &["text", "domain"]),
    (
        "app",
        &[
            "text", "domain", "progress", "analysis", "plot", "i18n", "store", "search", "exchange",
            "report", "config",
        ],
    ),
    (
        "cli",
        &[
            "app", "domain", "report", "i18n", "config", "progress", "text", "store", "analysis", "search",
            "web",
        ],
    ),
    ("web", &["app", "domain", "text", "i18n", "config", "progress", "report", "plot", "analysis"]),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// Words that only their own room may know.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("sqlx::", &["store"]),
    ("tantivy::", &["search"]),
    ("clap::", &["cli"]),
    ("fluent_bundle::", &["i18n"]),
    ("linfa", &["analysis"]),
    ("kodama::", &["analysis"]),
    ("rayon::", &["analysis", "exchange"]),
    ("pulldown_cmark::", &["domain", "report::render"]),
    ("typst", &["report::render"]),
    ("indicatif::", &["cli"]),
    ("axum::", &["web"]),
    ("askama::", &["web"]),
    ("utoipa::", &["web"]),
    ("std::fs::", &["exchange", "store", "search"]),
    ("process::{Command", &["exchange"]),
    ("process::Command", &["exchange"]),
    (" println!", &[]),
];

/// Layers that must stay free of input, output, clock and environment.
const PURE: &[&str] = &["text", "domain", "analysis", "plot", "i18n"];

#[test]
fn arrows_go_down_only() {
    let mut broken = Vec::new();
    for file in sources() {
        let module = module_of(&file);
        let allowed = allowed(&module);
        for (number, line) in lines(&file) {
            for used in paths_in(&line) {
                let root = root_of(&module);
                let own = module == used || used == root || used.starts_with(&format!("{root}::"));
                let rule = allowed.iter().any(|rule| used == *rule || used.starts_with(&format!("{rule}::")));
                let own = own
                    && (root_of(&module) != "analysis::statistics"
                        || used.starts_with("analysis::statistics"));
                if !own && !rule {
                    broken.push(format!(
                        "{}:{number}: `{module}` may not use `{used}` (it may use: {})",
                        file.display(),
                        allowed.join(", ")
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn each_outside_thing_has_one_room() {
    let mut broken = Vec::new();
    for file in sources() {
        let module = module_of(&file);
        for (number, line) in lines(&file) {
            for (word, rooms) in ONLY_IN {
                let at_home =
                    rooms.iter().any(|room| module == *room || module.starts_with(&format!("{room}::")));
                if line.contains(word) && !at_home {
                    broken.push(format!(
                        "{}:{number}: `{word}` belongs to {}",
                        file.display(),
                        rooms.join(", ")
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn pure_layers_expect_no_exception_from_the_lint_on_outside_things() {
    let mut broken = Vec::new();
    for file in sources() {
        let module = module_of(&file);
        if !PURE.iter().any(|layer| module == *layer || module.starts_with(&format!("{layer}::"))) {
            continue;
        }
        for (number, line) in lines(&file) {
            if line.contains("disallowed_methods") || line.contains("async fn") || line.contains("tokio::") {
                broken.push(format!("{}:{number}: `{module}` is a pure layer", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// Counts of respondents and of families reach a section protected, or not at all.
#[test]
fn sections_read_no_count_that_may_be_hidden() {
    let mut broken = Vec::new();
    let mut read = 0;
    for file in sources() {
        if !module_of(&file).starts_with("report::section") {
            continue;
        }
        read += 1;
        for (number, line) in lines(&file) {
            if line.contains("findings.questionnaire") || line.contains("findings.casework") {
                broken.push(format!("{}:{number}: read `voice.shown` instead", file.display()));
            }
        }
    }
    assert!(read > 20, "the sections are looked for in the wrong folder");
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn mod_files_tell_a_story_and_hold_no_logic() {
    let mut broken = Vec::new();
    for file in sources().into_iter().filter(|file| file.ends_with("mod.rs")) {
        let text = fs::read_to_string(&file).expect("a source file reads");
        if !text.starts_with("//!") {
            broken.push(format!("{}: no story", file.display()));
        }
        for (number, line) in lines(&file) {
            if line.trim_start().starts_with("fn ")
                || line.contains("pub fn ")
                || line.trim_start().starts_with("impl ")
            {
                broken.push(format!("{}:{number}: logic in a mod.rs", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn files_of_more_than_400_lines_of_code_say_why() {
    let mut broken = Vec::new();
    for file in sources() {
        let code = lines(&file).len();
        let text = fs::read_to_string(&file).expect("a source file reads");
        let header: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        if code > 400 && !header.to_lowercase().contains("one file because") {
            broken.push(format!(
                "{}: {code} lines of code, and the header does not say `one file because …`",
                file.display()
            ));
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// Every file under `src/`, sorted.
fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("a source folder lists") {
            let path = entry.expect("an entry reads").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 50, "the sources are read from the wrong folder");
    found
}

/// Files compiled for tests alone stand above what they test.
fn is_test(path: &Path) -> bool {
    ["tests.rs", "sample.rs"].iter().any(|name| path.ends_with(name))
}

/// `src/analysis/typology/axis.rs` is `analysis::typology::axis`; a `mod.rs` is its folder.
fn module_of(file: &Path) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let relative = file.strip_prefix(source).expect("a source file").with_extension("");
    let parts: Vec<String> = relative.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let parts = parts.strip_suffix(&["mod".to_owned()]).unwrap_or(&parts);
    parts.join("::")
}

/// The module of the table that a module belongs to: the most specific.
fn root_of(module: &str) -> &'static str {
    let rule = MAY_USE
        .iter()
        .map(|(root, _)| *root)
        .filter(|root| module == *root || module.starts_with(&format!("{root}::")));
    rule.max_by_key(|root| root.len())
        .unwrap_or_else(|| panic!("`{module}` is in no layer: add it to the table"))
}

fn allowed(module: &str) -> &'static [&'static str] {
    let root = root_of(module);
    MAY_USE.iter().find(|(known, _)| *known == root).map_or(&[], |(_, allowed)| allowed)
}

/// Lines of code with their numbers: comments, blank lines and inline tests left out.
fn lines(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).expect("a source file reads");
    let mut kept = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        let bare = line.split("//").next().unwrap_or("");
        if !bare.trim().is_empty() {
            kept.push((number + 1, bare.to_owned()));
        }
    }
    kept
}

/// The paths after `crate::` in a line, `crate::{a, b::c}` included.
fn paths_in(line: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for piece in line.split("crate::").skip(1) {
        if let Some(group) = piece.strip_prefix('{') {
            let inner = group.split('}').next().unwrap_or("");
            paths
                .extend(inner.split(',').map(|part| ident_path(part.trim())).filter(|path| !path.is_empty()));
        } else {
            paths.push(ident_path(piece));
        }
    }
    paths
}

fn ident_path(text: &str) -> String {
    let end = text.find(|one: char| !one.is_alphanumeric() && one != '_' && one != ':').unwrap_or(text.len());
    text[..end].trim_end_matches(':').to_owned()
}

#[test]
fn the_reader_of_paths_reads_groups_and_plain_paths() {
    assert_eq!(paths_in("use crate::{domain, text::Span};"), ["domain", "text::Span"]);
    assert_eq!(paths_in("    let x = crate::app::error::AppError::X;"), ["app::error::AppError::X"]);
}

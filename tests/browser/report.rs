//! The report: nothing overlaps, nothing is cut, nothing is fetched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const MEASURE: &str = include_str!("measure.js");

/// Copies the bundled study and builds it with the real program, once for all tests.
fn report(language: &'static str) -> &'static Path {
    static FRENCH: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    static ENGLISH: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let cell = if language == "fr" { &FRENCH } else { &ENGLISH };
    &cell
        .get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            for name in ["transcripts", "codebook", "codings", "questionnaire", "administrative"] {
                fs::create_dir(folder.path().join(name)).unwrap();
                for entry in fs::read_dir(root.join(name)).unwrap() {
                    let path = entry.unwrap().path();
                    fs::copy(&path, folder.path().join(name).join(path.file_name().unwrap())).unwrap();
                }
            }
            fs::copy(root.join("study.toml"), folder.path().join("study.toml")).unwrap();
            let built = Command::new(env!("CARGO_BIN_EXE_propos"))
                .args(["--lang", language, "build"])
                .current_dir(folder.path())
                .output()
                .unwrap();
            assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
            let page = folder.path().join("output/report.html");
            (folder, page)
        })
        .1
}

/// Opens the page in a frame of this width, and returns what a script beside the frame finds in it, a
/// fault a line.
///
/// The page itself forbids scripts, and headless Chromium makes no window under 500 pixels.
fn faults(page: &str, width: u32) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.html");
    let held = page.replace('&', "&amp;").replace('"', "&quot;");
    let around = format!(
        "<!doctype html><html lang=\"fr\"><body style=\"margin:0\"><iframe id=\"held\" \
         style=\"width:{width}px;height:1600px;border:0\" srcdoc=\"{held}\"></iframe>\
         <script>{MEASURE}</script></body></html>"
    );
    fs::write(&path, around).unwrap();
    let told = Command::new(crate::tool::chromium())
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
        ])
        .args([
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--virtual-time-budget=20000",
        ])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg("--window-size=1300,1600")
        .arg("--dump-dom")
        .arg(format!("file://{}", path.display()))
        .output()
        .unwrap();
    let page = String::from_utf8_lossy(&told.stdout).into_owned();
    // The script itself holds the words too: what it wrote stands last.
    let written = page.rsplit("<pre>FAULTS[[").next().filter(|rest| rest.len() < page.len());
    let found = written.and_then(|rest| rest.split("]]FAULTS").next());
    let found = found
        .unwrap_or_else(|| panic!("the browser told nothing: {}", String::from_utf8_lossy(&told.stderr)));
    found.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_french_report_reads_at_860_pixels() {
    let page = fs::read_to_string(report("fr")).unwrap();
    assert_eq!(faults(&page, 860), Vec::<String>::new());
}

#[test]
fn the_french_report_reads_on_a_phone() {
    let page = fs::read_to_string(report("fr")).unwrap();
    assert_eq!(faults(&page, 390), Vec::<String>::new());
}

#[test]
fn the_english_report_reads_at_860_pixels() {
    let page = fs::read_to_string(report("en")).unwrap();
    assert_eq!(faults(&page, 860), Vec::<String>::new());
}

#[test]
fn the_english_report_reads_on_a_phone() {
    let page = fs::read_to_string(report("en")).unwrap();
    assert_eq!(faults(&page, 390), Vec::<String>::new());
}

#[test]
fn a_planted_fault_is_found() {
    let page = fs::read_to_string(report("fr")).unwrap();
    let planted = page.replacen("<body>", "<body><svg class=\"plot wide\" role=\"img\" width=\"200\" height=\"40\" viewBox=\"0 0 200 40\"><title>t</title><desc>d</desc><text x=\"10\" y=\"20\">premier</text><text x=\"20\" y=\"22\">second</text></svg><a href=\"#nowhere\">x</a>", 1);
    assert_ne!(planted, page, "the page has no plain body");
    let found = faults(&planted, 860);
    assert!(found.iter().any(|fault| fault.starts_with("OVERLAP")), "{found:?}");
    assert!(found.iter().any(|fault| fault.starts_with("NO TARGET")), "{found:?}");
}

#[test]
fn the_report_is_one_file_that_asks_nobody() {
    let page = fs::read_to_string(report("fr")).unwrap();
    for attribute in ["src=\"http", "href=\"http", "url(http", "@import", "<script", "<link"] {
        assert!(!page.contains(attribute), "{attribute}");
    }
    assert!(page.contains("<html lang=\"fr\""));
}

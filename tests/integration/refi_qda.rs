//! Projects and codebooks of other programs, as they are found.

use propos::domain::Diagnostic;
use propos::exchange::qdc;
use propos::exchange::qdpx::model::Selection;
use propos::exchange::qdpx::{Package, read_package};

fn sample(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/refi-qda/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn project(name: &str) -> (Package, Vec<Diagnostic>) {
    let (package, diagnostics) = read_package(name, &sample(name));
    let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    (package.unwrap_or_else(|| panic!("{name}: {told:#?}")), diagnostics)
}

fn words(text: &str, selection: &Selection) -> String {
    let span = selection.span;
    text.chars().skip(span.start.0).take(span.len()).collect()
}

/// Blanks become one space, as XML does to line ends in an attribute.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sample_reads_without_error() {
    for name in [
        "atlasti-mac-8.4.0_spec-annex-A2_rezipped.qdpx",
        "atlasti-win-23.2.3_codes-only.qdpx",
        "nvivo-win-12.6_masked-text.qdpx",
        "qualcoder-4.0-dev_interviews.qdpx",
        "qualcoder-4.0-dev_interviews_maxqda-endings.qdpx",
    ] {
        let (package, _) = project(name);
        assert!(!package.project.codes.is_empty() || package.project.sources.is_empty(), "{name}");
    }
    for name in
        ["atlasti-win-23.4.0_codebook.qdc", "qualcoder-4.0-dev_codebook.qdc", "taguette-1.5.2_codebook.qdc"]
    {
        let (book, diagnostics) = qdc::read(name, &sample(name));
        assert!(book.is_some_and(|book| !book.codes.is_empty()), "{name}: {diagnostics:?}");
    }
    let (book, _) = qdc::read("a.qde", &sample("atlasti-mac-8.4.0_spec-annex-A2.qde"));
    assert_eq!(book.map(|book| book.codes.len()), Some(14));
}

#[test]
fn a_codebook_cut_off_is_told_where() {
    let name = "atlasti-win-23.4.0_codebook_ns-0-4_truncated.qdc";
    let (book, diagnostics) = qdc::read(name, &sample(name));
    assert!(book.is_none());
    assert!(diagnostics[0].place.line.is_some_and(|line| line > 10), "{diagnostics:?}");
}

#[test]
fn passages_of_nvivo_begin_at_words() {
    let (package, _) = project("nvivo-win-12.6_masked-text.qdpx");
    let (mut all, mut clean) = (0, 0);
    for source in &package.project.sources {
        let text: Vec<char> = source.text.as_deref().expect("its text").chars().collect();
        for selection in &source.selections {
            let at = selection.span.start.0;
            let inside = |index: usize| text.get(index).is_some_and(|letter| letter.is_alphanumeric());
            let begins = text.get(at).is_some_and(|first| !first.is_whitespace());
            all += 1;
            clean += usize::from(begins && !(at > 0 && inside(at - 1) && inside(at)));
        }
    }
    assert_eq!(all, 97);
    assert!(clean * 100 >= all * 99, "{clean} of {all}");
}

#[test]
fn passages_of_qualcoder_are_the_words_of_their_names() {
    for name in ["qualcoder-4.0-dev_interviews.qdpx", "qualcoder-4.0-dev_interviews_maxqda-endings.qdpx"] {
        let (package, diagnostics) = project(name);
        let mut all = 0;
        for source in &package.project.sources {
            let text = source.text.as_deref().expect("its text");
            for selection in &source.selections {
                assert_eq!(
                    collapsed(&words(text, selection)),
                    collapsed(&selection.name),
                    "{name}: {diagnostics:?}"
                );
                all += 1;
            }
        }
        assert_eq!(all, 4);
    }
}

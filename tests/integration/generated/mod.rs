//! Whole studies, drawn with all that is odd and allowed, go out and come back as they were: as a
//! folder, as a project of the exchange format, as a deposit.
//!
//! `PROPOS_STUDIES` is the number of studies a test, `PROPOS_STUDIES_SEED` another beginning.

mod back;
mod make;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use propos::exchange::archive::Archive;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use back::{carried, exported_files, seen};
use make::{Made, made};

use crate::study::Study;

/// Studies a test, where the environment asks for no other number: each runs the program a dozen times.
const STUDIES: u32 = 6;

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).map_or(otherwise, |value| value.parse().expect("a number"))
}

/// Tries something on studies, the same ones on every machine.
#[track_caller]
fn on_studies(test: impl Fn(&Made)) {
    let config = Config {
        cases: number("PROPOS_STUDIES", STUDIES),
        // A run of the program takes long: the study that fails is small enough to look at.
        max_shrink_iters: 60,
        failure_persistence: None,
        ..Config::default()
    };
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&number("PROPOS_STUDIES_SEED", 1).to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    runner
        .run(&made(), |one| {
            test(&one);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

/// Compares part by part, since a whole study in a message helps nobody.
#[track_caller]
fn same(one: &Value, other: &Value) {
    for (part, value) in one.as_object().unwrap() {
        assert_eq!(
            serde_json::to_string_pretty(value).unwrap(),
            serde_json::to_string_pretty(&other[part]).unwrap(),
            "{part} differs"
        );
    }
}

#[test]
fn a_folder_comes_back_as_it_went() {
    let met = RefCell::new(BTreeMap::<&str, usize>::new());
    on_studies(|made| {
        let study = made.write();
        study.run(["import"]).succeeds();
        let (copy, first) = exported_files(&study);
        copy.run(["import"]).succeeds();
        let held = carried(&study);
        same(&held, &carried(&copy));
        same(&seen(&study), &seen(&copy));
        let (_, second) = exported_files(&copy);
        for (name, text) in &first {
            assert_eq!(Some(text), second.get(name), "{name}");
        }
        assert_eq!(first.len(), second.len());
        // What an export wrote says nothing new to the study that it was made from.
        assert_eq!(copy.json(["import"])["operation"], Value::Null);
        for part in ["codings", "unplaced"] {
            *met.borrow_mut().entry(part).or_default() += held[part].as_array().unwrap().len();
        }
        *met.borrow_mut().entry("memos").or_default() += held["notebook"]["memo"].as_array().unwrap().len();
    });
    // Studies without anything to lose would lose nothing.
    let met = met.into_inner();
    assert!(["codings", "unplaced", "memos"].iter().all(|part| met[part] > 3), "{met:?}");
}

#[test]
fn a_project_of_the_exchange_format_comes_back_as_it_went() {
    on_studies(|made| {
        let study = made.write();
        study.run(["import"]).succeeds();
        let copy = Study::nothing();
        copy.write("study.toml", study.read("study.toml"));
        let file = copy.path("projet d’été.qdpx");
        study.run(["export".as_ref(), "--qdpx".as_ref(), file.as_os_str()]).succeeds();
        let first = copy.read_bytes("projet d’été.qdpx");
        copy.run(["import", "projet d’été.qdpx"]).succeeds();
        let (held, back) = (carried(&study), carried(&copy));
        for part in ["codebook", "transcripts", "passages"] {
            same(&json!({ part: held[part] }), &back);
        }
        copy.run(["export", "--qdpx", "encore.qdpx"]).succeeds();
        let (one, other) = (texts_of(&first), texts_of(&copy.read_bytes("encore.qdpx")));
        assert_eq!(one, other, "the texts of the second project");
    });
}

/// The entries of an archive, by name.
fn entries(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = Archive::open(bytes).unwrap();
    let names = archive.names().to_vec();
    names.into_iter().map(|name| (name.clone(), archive.read(&name).unwrap())).collect()
}

fn texts_of(project: &[u8]) -> Vec<Vec<u8>> {
    let mut texts: Vec<Vec<u8>> = entries(project)
        .into_iter()
        .filter(|(name, _)| name.ends_with(".txt"))
        .map(|(_, text)| text)
        .collect();
    texts.sort();
    texts
}

#[test]
fn a_deposit_proves_itself_and_comes_back() {
    on_studies(|made| {
        let study = made.write();
        study.run(["import"]).succeeds();
        let told =
            study.json(["export", "--deposit", "dépôt d’été.zip", "--licence", "Licence Ouverte 2.0 « é »"]);
        let files = entries(&study.read_bytes("dépôt d’été.zip"));
        let told: Vec<&str> = told["files"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(
            files.keys().map(String::as_str).eq(told.iter().copied().collect::<BTreeSet<_>>()),
            "{told:?}"
        );
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let manifest = text("manifest-sha256.txt");
        let sums: BTreeMap<&str, &str> = manifest
            .lines()
            .map(|line| line.split_once("  ").unwrap())
            .map(|(sum, name)| (name, sum))
            .collect();
        assert_eq!(sums.len(), manifest.lines().count());
        for (name, bytes) in files.iter().filter(|(name, _)| *name != "manifest-sha256.txt") {
            let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(sums.get(name.as_str()), Some(&sum.as_str()), "{name}");
        }
        assert_eq!(sums.len(), files.len() - 1);
        for readme in ["README.md", "LISEZMOI.md"] {
            let text = text(readme);
            assert!(text.contains("Licence Ouverte 2.0 « é »"), "{text}");
            // Everything that is named is there, and everything that is there is named.
            let named: BTreeSet<&str> = text
                .lines()
                .filter_map(|line| line.strip_prefix("- `")?.split_once('`'))
                .map(|(name, _)| name)
                .collect();
            assert_eq!(named, files.keys().map(String::as_str).collect(), "{readme}");
        }
        let copy = Study::nothing();
        for (name, bytes) in &files {
            if let Some(name) = name.strip_prefix("study/") {
                copy.write(name, bytes);
            }
        }
        copy.run(["import"]).succeeds();
        same(&carried(&study), &carried(&copy));
    });
}

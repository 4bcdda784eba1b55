//! Annotations of the web, tables for statistics and the archive for a deposit, each read back.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Read;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::study::Study;

#[test]
fn every_annotation_finds_its_words() {
    let study = Study::imported();
    let told = study.json(["export", "--web-annotation", "web"]);
    assert_eq!((&told["annotations"], &told["lost"]), (&json!(2_011), &json!(0)));
    let read: Value = serde_json::from_str(&study.read("web/annotations.jsonld")).unwrap();
    assert_eq!(read["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!((&read["type"], &read["total"]), (&json!("AnnotationCollection"), &json!(2_011)));
    let mut texts: BTreeMap<String, Vec<char>> = BTreeMap::new();
    let items = read["first"]["items"].as_array().unwrap();
    assert_eq!(items.len(), 2_011);
    for one in items {
        let source = one["target"]["source"].as_str().unwrap();
        let text = texts
            .entry(source.to_owned())
            .or_insert_with(|| study.read(&format!("web/{source}")).chars().collect());
        let [quote, position] = one["target"]["selector"].as_array().unwrap().as_slice() else { panic!() };
        let place = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
        let (start, end) = (place("start"), place("end"));
        let words = |from: usize, to: usize| text[from..to].iter().collect::<String>();
        assert_eq!(words(start, end), quote["exact"].as_str().unwrap());
        for (name, is_before) in [("prefix", true), ("suffix", false)] {
            let Some(around) = quote[name].as_str() else { continue };
            let length = around.chars().count();
            let found = if is_before { words(start - length, start) } else { words(end, end + length) };
            assert_eq!(found, around, "{one}");
        }
        let tags = one["body"].as_array().unwrap();
        assert!(tags[0]["source"].as_str().unwrap().starts_with("urn:propos:code:"));
        assert!(tags[1]["purpose"] == "tagging" && !tags[1]["value"].as_str().unwrap().is_empty());
        // The pseudonym, not the name that the settings give.
        assert!(["c1", "c2"].contains(&one["creator"]["nickname"].as_str().unwrap()));
        assert!(one["created"].as_str().unwrap().ends_with('Z'));
    }
    assert_eq!(texts.len(), 12);
    study.run(["export", "--web-annotation", "web"]).fails(1).tells("n’est pas vide");
}

/// Reads a table as anyone does who knows nothing of it.
fn table(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(bytes);
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (head, rows)
}

#[test]
fn tables_read_back_and_agree_with_one_another() {
    let study = Study::imported();
    let told = study.json(["export", "--tidy", "tidy"]);
    let every: Value = serde_json::from_str(&study.read("tidy/tables.json")).unwrap();
    let (_, dictionary) = table(study.read("tidy/dictionary.csv").as_bytes());
    let mut names = Vec::new();
    for one in told["tables"].as_array().unwrap() {
        let name = one["name"].as_str().unwrap();
        names.push(name);
        let bytes = std::fs::read(study.path(&format!("tidy/{name}.csv"))).unwrap();
        assert!(!bytes.starts_with(&[0xEF, 0xBB, 0xBF]), "{name}");
        let (head, rows) = table(&bytes);
        assert_eq!((json!(rows.len()), json!(head.len())), (one["rows"].clone(), one["columns"].clone()));
        let plain = |column: &String| {
            column.starts_with(|sign: char| sign.is_ascii_lowercase())
                && column.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_')
        };
        assert!(head.iter().all(plain), "{name}: {head:?}");
        for (row, object) in rows.iter().zip(every[name].as_array().unwrap()) {
            for (column, cell) in head.iter().zip(row) {
                let said = match &object[column] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    Value::Bool(flag) => u8::from(*flag).to_string(),
                    other => other.to_string(),
                };
                assert_eq!(*cell, said, "{name}.{column}");
            }
        }
        if name != "dictionary" {
            for column in &head {
                let is_it = |row: &&Vec<String>| row[0] == name && row[1] == *column;
                assert!(!dictionary.iter().find(is_it).unwrap()[3].is_empty(), "{name}.{column}");
            }
        }
    }
    let wanted = [
        "interviews",
        "characteristics",
        "codes",
        "weights",
        "codings",
        "passages",
        "scores",
        "presence",
        "counts",
        "axes",
        "profiles",
        "membership",
        "dictionary",
    ];
    assert!(wanted.iter().all(|name| names.contains(name)), "{names:?}");
    assert_eq!(every["codings"].as_array().unwrap().len(), 2_011);
    assert_eq!(every["scores"].as_array().unwrap().len(), 349 * 5);
    // Counts are those of the matrix, presence where there is one.
    let matrix = study.json(["matrix"]);
    for row in matrix["rows"].as_array().unwrap() {
        let column = row["code"].as_str().unwrap().replace('-', "_");
        let (counts, presence) = (&every["counts"], &every["presence"]);
        for (at, cell) in row["cells"].as_array().unwrap().iter().enumerate() {
            assert_eq!(&counts[at][&column], cell);
            assert_eq!(presence[at][&column], json!(cell.as_u64() > Some(0)));
        }
    }
    let typology = study.json(["typology"]);
    for profile in typology["profiles"].as_array().unwrap() {
        for case in profile["cases"].as_array().unwrap() {
            let members = every["membership"].as_array().unwrap();
            let one = members.iter().find(|one| one["interview"] == *case).unwrap();
            assert_eq!(one["profile"], profile["label"]);
        }
    }
    let again = Study::imported();
    again.run(["export", "--tidy", "tidy"]).succeeds();
    for name in ["tables.xlsx", "tables.json", "codings.csv"] {
        let read = |study: &Study| std::fs::read(study.path(&format!("tidy/{name}"))).unwrap();
        assert!(read(&study) == read(&again), "{name}");
    }
}

#[test]
fn a_deposit_proves_itself_and_comes_back() {
    let study = Study::imported();
    study.run(["typology"]).succeeds();
    let told = study.json(["export", "--deposit", "out/study.zip", "--licence", "CC-BY-4.0"]);
    let bytes = std::fs::read(study.path("out/study.zip")).unwrap();
    let hex = |bytes: &[u8]| {
        Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        })
    };
    assert_eq!(told["fingerprint"], hex(&bytes).as_str());
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        let name = entry.name().unwrap().into_owned();
        files.insert(name, content);
    }
    // Every file but the manifest stands in it, with its own checksum.
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let manifest = text("manifest-sha256.txt");
    assert_eq!(manifest.lines().count(), files.len() - 1);
    for line in manifest.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        assert_eq!(sum, hex(&files[name]), "{name}");
    }
    let facts: Value = serde_json::from_slice(&files["deposit.json"]).unwrap();
    assert_eq!(facts["licence"], json!("CC-BY-4.0"));
    // What only the team can know is not stated as done.
    assert_eq!(facts["pseudonymisation"], json!("by the team, not checked by the program"));
    for (name, word) in
        [("README.md", "must be pseudonymised"), ("LISEZMOI.md", "doivent être pseudonymisés")]
    {
        let read = text(name);
        assert!(read.contains(word) && read.contains("CC-BY-4.0"), "{read}");
        assert!(files.keys().all(|file| read.contains(&format!("`{file}`"))), "{name} names every file");
        assert!(!read.contains("deposit-file-"), "{read}");
    }
    let runs = text("history/runs.jsonl");
    let run: Value = serde_json::from_str(runs.lines().next().unwrap()).unwrap();
    assert!(run["method"] == "typology" && run["seed"].as_u64().is_some() && run["parameters"].is_object());
    assert!(text("history/operations.jsonl").lines().count() >= 1);
    assert_eq!(text("history/codings.jsonl").lines().count(), 2_011);
    // The names of persons who code stand in the study's own settings only.
    let copy = Study::nothing();
    for (name, content) in &files {
        if let Some(name) = name.strip_prefix("study/") {
            copy.write(&format!("back/{name}"), content);
        }
    }
    let copy = copy.enter("back");
    assert_eq!(copy.json(["import"])["codings_added"], 2_011);
    let codings = |study: &Study| {
        let mut codings = study.json(["codings"]);
        for one in codings["passages"].as_array_mut().unwrap() {
            for key in ["id", "verdict", "score"] {
                one.as_object_mut().unwrap().remove(key);
            }
        }
        codings
    };
    assert_eq!(codings(&study), codings(&copy));
    study.json(["export", "--deposit", "out/again.zip", "--licence", "CC-BY-4.0"]);
    assert!(bytes == std::fs::read(study.path("out/again.zip")).unwrap(), "the same study, the same bytes");
}

#[test]
fn a_deposit_that_names_a_person_is_stopped_with_its_place() {
    let study = Study::bundled();
    let text = study.read("transcripts/E03.md");
    study.write(
        "transcripts/E03.md",
        format!("{text}\n**Enquêtrice :** Écrivez à marie.durand@example.org.\n"),
    );
    study.run(["import", "--allow-identifiers"]).succeeds();
    let ran = study.run(["export", "--deposit", "study.zip", "--lang", "en"]);
    assert!(ran.code == 1 && ran.told.contains("transcripts/E03.md:"), "{ran:?}");
    assert!(!ran.told.contains("marie.durand") && !study.path("study.zip").exists(), "{ran:?}");
}

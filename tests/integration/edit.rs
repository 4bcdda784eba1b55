//! A transcript is edited: its codings follow, nothing is lost, and undo takes it all back.

use serde_json::Value;

use crate::study::Study;

/// The verdicts of an import, checked against the codings that the transcripts have.
fn verdicts(study: &Study, imported: &Value, transcripts: &[&str]) -> [u64; 4] {
    let count = |name: &str| imported["verdicts"][name].as_u64().unwrap();
    let verdicts = [count("exact"), count("moved"), count("approximate"), count("lost")];
    let codings: u64 = transcripts.iter().map(|id| codings_of(study, id).len() as u64).sum();
    assert_eq!(verdicts.iter().sum::<u64>(), codings, "every coding has one verdict: {imported}");
    verdicts
}

fn codings_of(study: &Study, transcript: &str) -> Vec<Value> {
    study.json(["codings", "--transcript", transcript])["passages"].as_array().unwrap().clone()
}

fn count(study: &Study) -> String {
    study.run(["codings", "--count"]).succeeds().out
}

/// Every anchor quotes the words at its place: the store's text, as the export writes it, has them.
fn quotes_stand_in(study: &Study, transcript: &str) {
    let text: String = study.read(&format!("transcripts/{transcript}.md")).split_whitespace().collect();
    for passage in codings_of(study, transcript) {
        // A passage over two turns has the second speaker's label between in the file.
        if passage["turn"] == passage["last_turn"] {
            let exact: String = passage["exact"].as_str().unwrap().split_whitespace().collect();
            let plain = text.replace(['*', '_', '\\'], "");
            assert!(plain.contains(&exact.replace(['*', '_'], "")), "{passage}");
        }
    }
}

/// The first passage of a transcript on one line that has `word` in the middle of it.
fn coded_word(study: &Study, transcript: &str) -> (String, String) {
    let text = study.read(&format!("transcripts/{transcript}.md"));
    for passage in codings_of(study, transcript) {
        let exact = passage["exact"].as_str().unwrap();
        if exact.chars().count() < 40 || text.matches(exact).count() != 1 {
            continue;
        }
        let words: Vec<&str> = exact.split(' ').collect();
        let middle = words.len() / 2;
        let mut changed = words.clone();
        changed[middle] = "autrement";
        return (exact.to_owned(), changed.join(" "));
    }
    panic!("{transcript} has a coded passage that stands once");
}

#[test]
fn one_word_inside_a_coded_passage_loses_nothing_and_undo_takes_it_back() {
    let study = Study::imported();
    let before = study.state();
    for id in ["E01", "E04", "E09"] {
        let (old, new) = coded_word(&study, id);
        let file = format!("transcripts/{id}.md");
        study.replace(&file, &old, &new);
        let imported = study.json(["import"]);
        let [exact, moved, approximate, lost] = verdicts(&study, &imported, &[id]);
        assert_eq!(lost, 0, "{id}: {imported}");
        assert!(approximate >= 1, "{id}: {imported}");
        assert!(exact + moved > approximate, "{id}: most codings keep their words: {imported}");
        assert_eq!(imported["reanchored"].as_array().unwrap().len() as u64, approximate);
        quotes_stand_in(&study, id);
        assert_eq!(count(&study), "2011\n");
        let changed = codings_of(&study, id);
        assert!(changed.iter().any(|one| one["exact"].as_str().unwrap().contains("autrement")));

        study.run(["undo"]).succeeds();
        assert_eq!(study.state(), before, "{id}: undo brings back the state before");
        // The file still has the new word: the next import takes it in again, with the same result.
        let again = study.json(["import"]);
        assert_eq!(again["verdicts"], imported["verdicts"]);
        let place = |one: &Value| {
            (one["span"].clone(), one["code"].clone(), one["exact"].clone(), one["verdict"].clone())
        };
        let (was, is): (Vec<_>, Vec<_>) =
            (changed.iter().map(place).collect(), codings_of(&study, id).iter().map(place).collect());
        assert_eq!(was, is);
        // Back to the old words, as a new version.
        study.replace(&file, &new, &old);
        let back = study.json(["import"]);
        assert_eq!(verdicts(&study, &back, &[id])[3], 0);
        quotes_stand_in(&study, id);
        study.run(["undo"]).succeeds();
        study.run(["undo"]).succeeds();
        assert_eq!(study.state(), before);
    }
}

#[test]
fn a_turn_put_before_moves_the_codings_after_it() {
    let study = Study::imported();
    let text = study.read("transcripts/E02.md");
    let first = text.find("\n**").unwrap();
    let mut changed = text.clone();
    let label = &text[first + 1..first + 1 + text[first + 3..].find("**").unwrap() + 4];
    changed.insert_str(first + 1, &format!("{label} Avant tout, une phrase que personne n’a codée.\n\n"));
    study.write("transcripts/E02.md", &changed);
    let imported = study.json(["import"]);
    let [exact, moved, approximate, lost] = verdicts(&study, &imported, &["E02"]);
    assert_eq!((exact, approximate, lost), (0, 0, 0), "{imported}");
    assert!(moved > 50);
    quotes_stand_in(&study, "E02");
    assert_eq!(count(&study), "2011\n");
}

#[test]
fn a_turn_taken_out_loses_only_its_own_codings_and_keeps_them_in_the_list() {
    let study = Study::imported();
    let before = study.state();
    // The longest coded passage within a turn of E05 goes with its whole paragraph.
    let (old, _) = coded_word(&study, "E05");
    let text = study.read("transcripts/E05.md");
    let kept: Vec<&str> = text.split("\n\n").filter(|paragraph| !paragraph.contains(&old)).collect();
    study.write("transcripts/E05.md", kept.join("\n\n"));
    let imported = study.json(["import"]);
    let [_, moved, _, lost] = verdicts(&study, &imported, &["E05"]);
    assert!(lost >= 1 && moved > lost, "{imported}");
    let total =
        imported["verdicts"].as_object().unwrap().values().map(|one| one.as_u64().unwrap()).sum::<u64>();
    assert!(lost * 4 < total, "only the codings of the turn taken out are lost: {imported}");
    assert_eq!(count(&study), "2011\n", "a lost coding is kept");
    let told = study.run(["codings", "--transcript", "E05"]).succeeds();
    assert!(told.out.contains("passage perdu"));
    assert_eq!(study.json(["build"])["unplaced"].as_u64(), Some(lost));

    // The turn comes back: so do its codings.
    study.write("transcripts/E05.md", &text);
    let back = study.json(["import"]);
    assert_eq!(verdicts(&study, &back, &["E05"])[3], 0, "{back}");
    assert_eq!(study.json(["build"])["unplaced"], 0);
    study.run(["undo"]).succeeds();
    study.run(["undo"]).succeeds();
    assert_eq!(study.state(), before);
}

#[test]
fn line_ends_mark_and_spaces_move_no_coding() {
    let study = Study::imported();
    let text = study.read("transcripts/E03.md");
    study.write("transcripts/E03.md", format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let imported = study.json(["import"]);
    let [exact, moved, approximate, lost] = verdicts(&study, &imported, &["E03"]);
    assert!(exact > 50);
    assert_eq!((moved, approximate, lost), (0, 0, 0), "{imported}");
}

#[test]
fn a_row_of_a_table_may_go_come_and_change() {
    let study = Study::imported();
    let before = study.state();
    let table = study.read("codings/E06.tsv");
    let mut rows: Vec<&str> = table.lines().collect();
    let taken = rows.remove(5);
    study.write("codings/E06.tsv", rows.join("\n"));
    let imported = study.json(["import"]);
    assert_eq!((&imported["codings_removed"], &imported["codings_added"]), (&1.into(), &0.into()));
    assert_eq!(count(&study), "2010\n");
    rows.push(taken);
    study.write("codings/E06.tsv", rows.join("\n"));
    let imported = study.json(["import"]);
    assert_eq!((&imported["codings_removed"], &imported["codings_added"]), (&0.into(), &1.into()));
    assert_eq!(count(&study), "2011\n");
    study.run(["undo"]).succeeds();
    study.run(["undo"]).succeeds();
    assert_eq!(study.state(), before);
    let ran = study.run(["undo"]).succeeds();
    assert!(ran.out.contains("35 fichiers nouveaux"), "the first import: {}", ran.out);
    assert_eq!(count(&study), "0\n");
    study.run(["undo"]).fails(1);
    // Undoing an undo is importing again.
    study.write("codings/E06.tsv", &table);
    study.run(["import"]).succeeds();
    assert_eq!(study.state(), before);
}

#[test]
fn a_file_that_is_gone_keeps_its_place_in_the_study_with_a_word() {
    let study = Study::imported();
    std::fs::remove_file(study.path("transcripts/E07.md")).unwrap();
    std::fs::remove_file(study.path("codings/E07.tsv")).unwrap();
    std::fs::remove_file(study.path("codebook/4-regard.md")).unwrap();
    let imported = study.run(["import"]).succeeds();
    for file in ["transcripts/E07.md", "codebook/4-regard.md"] {
        assert!(imported.told.contains(file), "{file}: {imported:?}");
    }
    assert_eq!(count(&study), "2011\n");
    assert_eq!(study.operations(), 1);
}

//! Rows of a coding table without a place: kept, explained, placed when the cause is mended.

use serde_json::{Value, json};

use crate::study::Study;

/// A study of one interview, two codes and a table whose rows are given.
fn small(rows: &str) -> Study {
    let study = Study::empty();
    study.write(
        "transcripts/E01.md",
        "---\nid: E01\ninterviewer: Q\n---\n\n**Q :** Comment ça va ?\n\n\
         **A :** Je dors mal depuis la séparation. C’est comme ça. Les enfants dorment bien.\n\n\
         **Q :** Et au travail ?\n\n**A :** C’est comme ça. Mon chef comprend, enfin je crois.\n",
    );
    study.write(
        "codebook/1.md",
        "---\ntheme: vie\ntitle: Vie\n---\n\n## Sommeil { #sommeil complexity=1 }\n\nDéfinition\n: Dormir.\n\n\
         ## Travail { #travail complexity=1 }\n\nDéfinition\n: Travailler.\n",
    );
    study.write("codings/E01.tsv", format!("coder\tcode\texact\tprefix\tsuffix\tintensity\tmemo\n{rows}"));
    study
}

fn import(study: &Study) -> Value {
    study.json(["import"])
}

fn found(imported: &Value, key: &str) -> Value {
    let all = imported["diagnostics"].as_array().unwrap();
    all.iter().find(|one| one["key"] == key).cloned().unwrap_or_else(|| panic!("no {key} in {imported}"))
}

fn placed(study: &Study) -> String {
    study.run(["codings", "--count"]).succeeds().out
}

const GOOD: &str = "c1\tsommeil\tJe dors mal\t\t\t2\t\n";

#[test]
fn a_quote_that_is_not_there_is_kept_with_the_nearest_and_placed_once_mended() {
    let study =
        small(&format!("{GOOD}c1\ttravail\tMon chef comprends, enfin je crois bien\t\t\t\tà revoir\n"));
    let imported = import(&study);
    assert_eq!((&imported["codings_added"], &imported["unplaced"]), (&json!(1), &json!(1)));
    found(&imported, "coding-not-found");
    let told = study.run(["check"]).succeeds();
    assert!(told.out.contains("codings/E01.tsv:3:3"), "{told:?}");
    assert!(told.out.contains("Mon chef comprend, enfin je crois"), "the nearest: {told:?}");
    assert_eq!(placed(&study), "1\n");
    // Nothing changes: nothing is recorded, the row is still told.
    let again = import(&study);
    assert_eq!(again["operation"], Value::Null);
    found(&again, "coding-not-found");
    // The interview is corrected to what the row says.
    study.replace("transcripts/E01.md", "comprend, enfin je crois", "comprends, enfin je crois bien");
    let mended = import(&study);
    assert_eq!((&mended["codings_added"], &mended["unplaced"]), (&json!(1), &json!(0)));
    assert_eq!(placed(&study), "2\n");
    let memo = study.json(["codings", "--code", "travail"])["passages"][0]["memo"].clone();
    assert_eq!(memo, "à revoir");
    // Undo makes it wait again; the next import places it again.
    study.run(["undo"]).succeeds();
    assert_eq!(placed(&study), "1\n");
    let again = import(&study);
    assert_eq!(again["codings_added"], 1);
    assert_eq!(placed(&study), "2\n");
}

#[test]
fn an_ambiguous_quote_waits_for_its_context() {
    let study = small(&format!("{GOOD}c1\tsommeil\tC’est comme ça.\t\t\t\t\n"));
    let imported = import(&study);
    assert_eq!(imported["unplaced"], 1);
    found(&imported, "coding-ambiguous");
    study.write(
        "codings/E01.tsv",
        format!("coder\tcode\texact\tprefix\tsuffix\tintensity\tmemo\n{GOOD}c1\tsommeil\tC’est comme ça.\tla séparation. \t\t\t\n"),
    );
    let mended = import(&study);
    assert_eq!(
        (&mended["codings_added"], &mended["unplaced"], &mended["codings_removed"]),
        (&json!(1), &json!(0), &json!(0))
    );
    assert_eq!(placed(&study), "2\n");
}

#[test]
fn an_unknown_code_waits_for_the_codebook() {
    let study = small(&format!(
        "{GOOD}c1\ttravial\tMon chef comprend\t\t\t\t\nc1\targent\tLes enfants dorment bien\t\t\t\t\n"
    ));
    let imported = import(&study);
    assert_eq!(imported["unplaced"], 2);
    let told = study.run(["import"]).succeeds();
    assert!(!told.told.contains("«\u{a0}\u{a0}»"), "no empty proposal: {told:?}");
    told.tells("travial").tells("travail").tells("argent").tells("codings/E01.tsv:3:");
    let codebook = study.read("codebook/1.md");
    study.write(
        "codebook/1.md",
        format!("{codebook}\n## Argent {{ #argent complexity=1 }}\n\nDéfinition\n: Compter.\n"),
    );
    let mended = import(&study);
    assert_eq!(mended["codings_added"], 1, "{mended}");
    assert_eq!(placed(&study), "2\n");
    study.run(["undo"]).succeeds();
    assert_eq!(placed(&study), "1\n");
}

#[test]
fn an_unknown_interview_waits_for_its_file() {
    let study = small(GOOD);
    study.write("codings/all.tsv", "entretien\tcodeur\tcode\textrait\nE02\tc2\ttravail\tLe travail, ça va\nE1\tc2\ttravail\tMon chef comprend\n");
    let imported = import(&study);
    assert_eq!((&imported["codings_added"], &imported["unplaced"]), (&json!(1), &json!(2)));
    let told = study.run(["import"]).succeeds();
    told.tells("codings/all.tsv:2:").tells("E02").tells("codings/all.tsv:3:").tells("E01");
    assert_eq!(import(&study)["operation"], Value::Null, "nothing changed");
    study.write("transcripts/E02.md", "---\ninterviewer: Q\n---\n\n**Q :** Alors ?\n\n**B :** Le travail, ça va.\n\n**Q :** Oui.\n\n**B :** Voilà.\n");
    let mended = import(&study);
    assert_eq!(mended["codings_added"], 1, "{mended}");
    assert_eq!(placed(&study), "2\n");
}

#[test]
fn rows_that_wait_leave_with_their_table_and_are_exported_with_it() {
    let study = small(&format!("{GOOD}c1\targent\tC’est comme ça.\t\t\t3\t\n"));
    import(&study);
    study.run(["export", "--folder", "copy"]).succeeds();
    assert!(study.read("copy/codings/E01.tsv").contains("argent"));
    study.write("codings/E01.tsv", format!("coder\tcode\texact\tprefix\tsuffix\tintensity\tmemo\n{GOOD}"));
    let imported = import(&study);
    assert_eq!(imported["codings_removed"], 0, "{imported}");
    let told = study.run(["import"]).succeeds();
    assert!(!told.told.contains("argent"), "{told:?}");
    study.run(["undo"]).succeeds();
    study.run(["import"]).succeeds();
    assert_eq!(placed(&study), "1\n");
}

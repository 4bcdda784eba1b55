//! `propos suggest` on the bundled study and on studies where nothing can be learned.

use serde_json::Value;

use crate::study::Study;

fn suggest(study: &Study, words: &[&str]) -> Value {
    let ran = study.run(["suggest", "--json"].iter().chain(words));
    serde_json::from_str(&ran.succeeds().out).unwrap()
}

/// Measured precision of a code, if it is defined.
fn precision(code: &Value) -> Option<f64> {
    code["precision"]["share"].as_f64()
}

/// One code alone is learned here: all of them take the time of a coffee in a debug build.
#[test]
fn a_code_that_speaks_reaches_the_precision_on_interviews_held_out() {
    let study = Study::imported();
    let (mut right, mut proposed) = (0, 0);
    for code in ["suivi", "effet-materiel", "suggestions"] {
        let found = suggest(&study, &["--code", code]);
        let measure = &found["codes"][0];
        assert_eq!((found["read"].as_array().unwrap().len(), found["folds"].as_u64()), (12, Some(12)));
        if measure["silence"].is_null() {
            assert!(precision(measure).unwrap() >= 0.7, "{measure}");
            right += measure["precision"]["count"].as_u64().unwrap();
            proposed += measure["precision"]["n"].as_u64().unwrap();
        } else {
            assert_eq!(found["suggestions"].as_array().unwrap().len(), 0, "{measure}");
        }
    }
    assert!(proposed >= 5 && right * 10 >= proposed * 7, "{right} of {proposed}");
}

#[test]
fn a_code_without_a_pattern_is_silent_and_says_why() {
    let study = Study::imported();
    let found = suggest(&study, &["--code", "conflit"]);
    assert_eq!(found["codes"][0]["silence"]["reason"], "out-of-reach");
    assert_eq!(found["total"], 0);
    let told = study.run(["suggest", "--code", "conflit"]).succeeds().out;
    assert!(told.contains("Rien à proposer"), "{told}");
}

#[test]
fn an_accepted_suggestion_is_a_coding_that_an_undo_takes_back() {
    let study = Study::imported();
    let before = suggest(&study, &["--code", "suivi"]);
    let first = &before["suggestions"][0];
    let id = first["id"].as_str().unwrap();
    assert!(first["evidence"].as_array().unwrap().iter().any(|piece| piece["source"] == "sentence"));
    assert_eq!(before["total"], suggest(&study, &["--code", "suivi", "--limit", "1"])["total"]);

    let done = study.run(["suggest", "--code", "suivi", "--accept", id, "--json"]).succeeds().out;
    assert_eq!(serde_json::from_str::<Value>(&done).unwrap()["codings"], 1);
    let coded = study.run(["codings", "--code", "suivi", "--json"]).succeeds().out;
    let exact = first["text"].as_str().unwrap();
    assert!(coded.contains(exact.trim_end_matches('.')), "{exact}");
    let after = suggest(&study, &["--code", "suivi"]);
    assert!(!after["suggestions"].as_array().unwrap().iter().any(|one| one["id"] == id));
    assert_eq!(after["answers"][0]["accepted"], 1);
    // What was accepted is not measured: the number of carriers stays.
    assert_eq!(after["codes"][0]["recall"]["n"], before["codes"][0]["recall"]["n"]);

    study.run(["undo"]).succeeds();
    let back = suggest(&study, &["--code", "suivi"]);
    assert_eq!(back, before);
}

#[test]
fn an_unknown_suggestion_or_precision_is_refused() {
    let study = Study::imported();
    let ran = study.run(["suggest", "--code", "conflit", "--reject", "00000000"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.told.contains("00000000"));
    assert_eq!(study.run(["suggest", "--precision", "1.5"]).code, 2);
}

#[test]
fn without_codings_nothing_is_proposed() {
    let study = Study::bundled();
    std::fs::remove_dir_all(study.path("codings")).unwrap();
    study.write("codings/.keep", "");
    study.run(["import"]).succeeds();
    let found = suggest(&study, &[]);
    assert_eq!(found["total"], 0);
    let codes = found["codes"].as_array().unwrap();
    assert!(codes.len() > 20 && codes.iter().all(|one| one["silence"]["reason"] == "few-read"));
}

#[test]
fn threads_do_not_show() {
    let study = Study::imported();
    let ask = |threads: &str| {
        let mut asked = study.command(["suggest", "--code", "suivi", "--json"]);
        let out =
            asked.env("RAYON_NUM_THREADS", threads).env("TOKIO_WORKER_THREADS", threads).output().unwrap();
        assert!(out.status.success(), "{out:?}");
        out.stdout
    };
    assert!(ask("1") == ask("2"));
}

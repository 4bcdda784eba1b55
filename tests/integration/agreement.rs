//! `propos agreement`: the figures of the study, and what it says where there are none.

use std::fs;

use serde_json::Value;

use super::study::Study;

fn alpha(found: &Value) -> f64 {
    found["agreement"]["alpha"].as_f64().unwrap_or_else(|| panic!("{found}"))
}

#[test]
fn the_unit_and_the_rule_are_said_and_change_the_figures() {
    let study = Study::imported();
    let turns = study.json(["agreement"]);
    assert_eq!((turns["unit"].as_str(), turns["rule"].as_str()), (Some("turn"), Some("any")));
    assert_eq!(turns["interviews"].as_array().unwrap().len(), 12);
    assert_eq!(turns["turns"], turns["units"]);
    let overall = &turns["overall"]["agreement"];
    let interval = &overall["alpha_interval"];
    assert!(interval["lower"].as_f64() < overall["alpha"].as_f64(), "{overall}");
    assert!(overall["alpha"].as_f64() < interval["upper"].as_f64(), "{overall}");
    assert!(interval["draws"].as_u64() >= Some(1_000) && interval["clusters"] == 12);
    assert_eq!(overall["resampled"], "interviews");
    let mut units = 0;
    for unit in ["turn", "sentence", "token", "codepoint"] {
        let any = study.json(["agreement", "--unit", unit]);
        let half = study.json(["agreement", "--unit", unit, "--rule", "half"]);
        assert!(any["units"].as_u64() > Some(units), "{unit}");
        units = any["units"].as_u64().unwrap();
        assert_eq!(any["codes"].as_array().unwrap().len(), 29);
        // What is half coded is coded.
        let present = |found: &Value| found["overall"]["agreement"]["present"].as_u64().unwrap();
        assert!(present(&half) <= present(&any), "{unit}");
        // Passages end between words, so that the rule matters for what is longer only.
        let is_longer = ["turn", "sentence"].contains(&unit);
        assert_eq!(is_longer, half["overall"] != any["overall"], "{unit}");
    }
    let read = study.run(["agreement", "--unit", "sentence", "--rule", "half", "--lang", "en"]).succeeds();
    assert!(read.out.contains("the sentence, coded when at least half of it"), "{}", read.out);
    study.run(["agreement", "--unit", "page"]).fails(2);
}

#[test]
fn a_code_can_be_asked_alone_and_pools_into_nothing_else() {
    let study = Study::imported();
    let all = study.json(["agreement"]);
    let alone = study.json(["agreement", "--code", "Isolement"]);
    let codes = alone["codes"].as_array().unwrap();
    let same = all["codes"].as_array().unwrap().iter().find(|one| one["code"] == "isolement").unwrap();
    assert_eq!((codes.len(), &codes[0]["agreement"]), (1, &same["agreement"]));
    assert_eq!(alone["overall"]["agreement"], same["agreement"]);
    study.run(["agreement", "--code", "isolment"]).fails(1).tells("isolement");
    study.run(["agreement", "--by", "c1,c9"]).fails(1).tells("c9");
    study.run(["agreement", "--transcript", "E99"]).fails(1).tells("E99");
}

#[test]
fn one_interview_has_no_interval_and_few_draw_turns_too() {
    let study = Study::imported();
    let one = study.json(["agreement", "--transcript", "E01"]);
    assert_eq!(one["interviews"].as_array().unwrap().len(), 1);
    alpha(&one["overall"]);
    let undefined = &one["overall"]["agreement"]["alpha_interval"]["undefined"];
    assert_eq!(undefined["too_few"]["needed"], 2, "{undefined}");
    study.run(["agreement", "--transcript", "E01"]).succeeds();
    let study = Study::bundled();
    for name in ["E05", "E06", "E07", "E08", "E09", "E10", "E11", "E12"] {
        fs::remove_file(study.folder().join(format!("codings/{name}.tsv"))).unwrap();
    }
    study.run(["import"]).succeeds();
    let few = study.json(["agreement"]);
    assert_eq!(few["overall"]["agreement"]["resampled"], "turns_inside");
    assert_eq!(few["overall"]["agreement"]["alpha_interval"]["clusters"], 4);
    let read = study.run(["agreement", "--lang", "fr"]).succeeds();
    assert!(read.out.contains("moins de huit entretiens"), "{}", read.out);
}

#[test]
fn a_single_coder_is_told_in_words() {
    let study = Study::imported();
    let found = study.json(["agreement", "--by", "c1", "--continuum"]);
    assert_eq!(found["overall"]["agreement"]["alpha"]["undefined"], "no_pairable_unit");
    assert_eq!(found["codes"].as_array().unwrap().len(), 0);
    let read = study.run(["agreement", "--by", "c1", "--lang", "fr"]).succeeds();
    assert!(read.out.contains("rien à comparer"), "{}", read.out);
    Study::empty().run(["agreement"]).fails(1).tells("l’étude n’a pas encore");
}

#[test]
fn the_continuum_and_the_disagreements_come_when_asked() {
    let study = Study::imported();
    let plain = study.json(["agreement"]);
    assert!(plain.get("disagreements").is_none() && plain["overall"].get("continuum").is_none());
    let found = study.json(["agreement", "--continuum", "--disagreements"]);
    let code = &found["codes"][0]["continuum"];
    assert_eq!(code["u_alpha"], code["u_alpha_binary"]);
    assert!(code["u_alpha_interval"]["lower"].as_f64() < code["u_alpha"].as_f64());
    assert_eq!(found["overall"]["continuum"]["undefined"], "overlapping_units");
    let themes = found["themes"].as_array().unwrap();
    assert!(themes.iter().any(|theme| theme["continuum"]["cu_alpha"].is_f64()));
    assert!(found["codes"].as_array().unwrap().iter().any(|code| code["ku_alpha"].is_f64()));
    let pairs = found["disagreements"].as_array().unwrap();
    assert_eq!((pairs.len(), &pairs[0]["coders"]), (12, &serde_json::json!(["c1", "c2"])));
    let question = &pairs[0]["questions"][0];
    assert!(question["first"].is_array() && question["second"].is_array() && question["turn"].is_u64());
    for language in ["fr", "en"] {
        let words = ["agreement", "--continuum", "--disagreements", "--lang", language];
        let (first, second) = (study.run(words).succeeds().out, study.run(words).succeeds().out);
        assert!(first.contains("(k)u-α"), "{first}");
        // Persons are called by their names, as pages call them.
        assert!(first.contains("Hélène · ") && first.contains("Nadia · "), "{first}");
        assert!(!first.contains("c1") && !first.contains("c2"), "{first}");
        assert!(
            !first.contains("agreement-") && !first.contains("{ $") && !first.contains('\u{2068}'),
            "{first}"
        );
        assert_eq!(first, second);
    }
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let study = Study::bundled();
    let table = study.folder().join("codings/E01.tsv");
    study.run(["import"]).succeeds();
    let before = study.json(["agreement", "--unit", "token", "--continuum"]);
    let text = fs::read_to_string(&table).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    fs::write(&table, lines.join("\n") + "\n").unwrap();
    study.run(["import"]).succeeds();
    assert_eq!(before, study.json(["agreement", "--unit", "token", "--continuum"]));
}

#[test]
fn the_report_and_the_command_agree_where_a_third_person_coded_one_interview() {
    let study = Study::imported();
    let table = study.read("codings/E01.tsv");
    let third: String = table
        .lines()
        .filter_map(|row| row.strip_prefix("c1\t").map(|rest| format!("c3\t{rest}\n")))
        .collect();
    study.write("codings/E01.tsv", &format!("{table}{third}"));
    study.run(["build"]).succeeds();
    let told = study.json(["agreement"]);
    assert_eq!(told["coders"].as_array().unwrap().len(), 3);
    let code = told["codes"].as_array().unwrap().iter().find(|one| one["code"] == "isolement").unwrap();
    let report = study.read("output/report.html");
    // The interviews that the third person left alone are no absences of the code.
    let figures = [&code["agreement"]["alpha"], &code["agreement"]["alpha_interval"]["lower"]];
    let cells: String = figures
        .iter()
        .map(|figure| {
            let written = format!("{:.2}", figure.as_f64().unwrap()).replace('.', ",");
            format!("<td class=\"n\">{written}</td>")
        })
        .collect();
    let row = format!("<th scope=\"row\">Isolement</th>{cells}");
    assert!(report.contains(&row), "{row}");
}

/// A record of a round, as an export writes it.
fn round(blind: bool, closed: bool, coders: &[&str], transcripts: &[&str]) -> String {
    let body = serde_json::json!({
        "name": "Juin", "coders": coders, "transcripts": transcripts, "blind": blind, "until": null,
        "closed": closed,
    });
    let id = "0190a000-0000-7000-8000-000000000001";
    format!("{}\n", serde_json::json!({ "id": id, "body": body.to_string() }))
}

#[test]
fn a_blind_round_hides_the_others_from_the_one_who_asks() {
    let study = Study::imported();
    study.write("notebook/rounds.jsonl", round(true, false, &["c1", "c2"], &["E09", "E10"]));
    study.run(["import"]).succeeds();
    let asked = |coder: &str, words: &[&str]| study.json(words.iter().copied().chain(["--coder", coder]));
    let seen = asked("c1", &["agreement", "--disagreements"]);
    assert_eq!(seen["hidden"], serde_json::json!(["E09", "E10"]));
    assert_eq!(seen["interviews"].as_array().unwrap().len(), 10);
    let pairs = seen["disagreements"].as_array().unwrap();
    assert!(pairs.iter().all(|pair| !["E09", "E10"].contains(&pair["transcript"].as_str().unwrap())));
    // Whichever command is asked, and whoever is named.
    let of_other = asked("c1", &["codings", "--by", "c2", "--transcript", "E09"]);
    assert_eq!(of_other["total"], 0);
    assert!(asked("c1", &["codings", "--transcript", "E09"])["total"].as_u64() > Some(50));
    let by_name = asked("c1", &["agreement", "--by", "c1,c2", "--transcript", "E09", "--disagreements"]);
    assert_eq!(by_name["disagreements"], serde_json::json!([]));
    let read = study
        .run(["agreement", "--transcript", "E09", "--coder", "c1", "--lang", "fr"])
        .succeeds()
        .tells("E09 et E10");
    assert!(read.out.contains("avant sa fin") && read.told.contains("à l’aveugle"), "{read:?}");
    // Their results are not the study's.
    let runs = |study: &Study| study.json(["history", "--runs"])["runs"].as_array().unwrap().len();
    let before = runs(&study);
    study.run(["typology", "--coder", "c1"]).succeeds();
    study.run(["saturation", "--coder", "c1"]).succeeds();
    assert_eq!(runs(&study), before);
    study.run(["saturation"]).succeeds();
    assert_eq!(runs(&study), before + 1);
    // Whoever is not of the round sees everything, and everybody does once it is closed.
    let whole = study.json(["agreement", "--disagreements"]);
    assert_eq!((whole.get("hidden"), whole["disagreements"].as_array().unwrap().len()), (None, 12));
    study.write("notebook/rounds.jsonl", round(true, true, &["c1", "c2"], &["E09", "E10"]));
    study.run(["import"]).succeeds();
    assert_eq!(asked("c1", &["agreement", "--disagreements"]), whole);
}

#[test]
fn gamma_comes_when_asked_with_its_settings_seed_and_precision() {
    let study = Study::imported();
    let asked = |words: &[&str]| study.json(["agreement", "--gamma", "--draws", "30"].iter().chain(words));
    let found = asked(&["--seed", "7"]);
    let gamma = &found["gamma"];
    assert_eq!((&gamma["draws"], &gamma["seed"]), (&serde_json::json!(30), &serde_json::json!(7)));
    assert_eq!(gamma["weights"], serde_json::json!({ "position": 1.0, "category": 1.0, "empty": 1.0 }));
    let interviews = gamma["interviews"].as_array().unwrap();
    assert_eq!(interviews.len(), 12);
    for one in interviews {
        let value = one["gamma"]["gamma"].as_f64().unwrap_or_else(|| panic!("{one}"));
        assert!((0.2..0.95).contains(&value) && one["gamma"]["precision"].as_f64() < Some(0.1), "{one}");
    }
    let pooled = &gamma["pooled"];
    let value = pooled["gamma"].as_f64().unwrap();
    assert!(pooled["interval"]["lower"].as_f64() < Some(value), "{pooled}");
    assert!(pooled["interval"]["upper"].as_f64() > Some(value), "{pooled}");
    // An interview draws the same whichever others stand beside it, and another seed draws otherwise.
    let alone = asked(&["--seed", "7", "--transcript", "E05"]);
    let same = interviews.iter().find(|one| one["transcript"] == "E05").unwrap();
    assert_eq!(&alone["gamma"]["interviews"][0], same);
    assert_eq!(alone["gamma"]["pooled"]["interval"]["undefined"]["too_few"]["needed"], 8);
    let other = asked(&["--seed", "8", "--transcript", "E05"]);
    assert_ne!(&other["gamma"]["interviews"][0]["gamma"]["expected"], &same["gamma"]["expected"]);
    assert_eq!(other["gamma"]["interviews"][0]["gamma"]["observed"], same["gamma"]["observed"]);
    for language in ["fr", "en"] {
        let words = ["agreement", "--gamma", "--draws", "30", "--transcript", "E05", "--lang", language];
        let read = study.run(words).succeeds().out;
        assert!(read.contains("Δ∅ = 1") && read.contains("20230630") && !read.contains("{ $"), "{read}");
    }
    study.run(["agreement", "--draws", "50"]).fails(2);
    study.run(["agreement", "--gamma", "--draws", "5"]).fails(2);
}

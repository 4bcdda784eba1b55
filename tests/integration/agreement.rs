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
        assert!(first.contains("(k)u-α") && first.contains("c1 · ") && first.contains("c2 · "), "{first}");
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

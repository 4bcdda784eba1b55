//! The main job, end to end, on the bundled study.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use crate::study::Study;

#[test]
fn build_counts_the_study_and_writes_the_report_and_again_changes_nothing() {
    let study = Study::bundled();
    let built = study.json(["build"]);
    let count = |name: &str| built[name].as_u64().unwrap_or_else(|| panic!("no {name} in {built}"));
    assert_eq!(count("transcripts"), 12);
    assert_eq!(count("codings"), 2_011);
    assert_eq!(count("unplaced"), 0);
    assert_eq!(count("coders"), 2);
    assert_eq!(count("respondents"), 349);
    assert_eq!(count("linked"), 12);
    for name in ["turns", "words", "codes", "interventions", "recipients"] {
        assert!(count(name) > 0, "{name}");
    }
    assert_eq!(built["diagnostics"]["errors"], 0);
    let profiles = built["profiles"].as_array().unwrap();
    assert_eq!(profiles.len(), 4);
    let mut cases: Vec<&str> = Vec::new();
    for profile in profiles {
        assert!(
            profile["label"].is_string()
                && profile["complexity"].is_number()
                && profile["effect"].is_number()
        );
        cases.extend(profile["cases"].as_array().unwrap().iter().map(|case| case.as_str().unwrap()));
    }
    cases.sort_unstable();
    let twelve: Vec<String> = (1..=12).map(|number| format!("E{number:02}")).collect();
    assert_eq!(cases, twelve);
    let report = built["report"].as_str().unwrap();
    let first = study.read(report);
    assert!(first.starts_with("<!DOCTYPE html>") || first.starts_with("<!doctype html>"));

    let workbook = study.folder().join(built["workbook"].as_str().unwrap());
    let tables = fs::read(&workbook).unwrap();
    let again = study.run(["build"]).succeeds();
    for number in ["12", "2011", "349"] {
        // The French for 2011 has a thin no-break space.
        let plain: String =
            again.out.chars().filter(|letter| !matches!(letter, '\u{202f}' | '\u{a0}')).collect();
        assert!(plain.contains(number), "{number} in {}", again.out);
    }
    assert_eq!(study.operations(), 1);
    assert_eq!(study.read(report), first, "the same study gives the same bytes");
    assert!(fs::read(&workbook).unwrap() == tables, "the same study gives the same tables");
}

#[test]
fn the_tables_are_a_workbook_whose_numbers_are_numbers() {
    let study = Study::imported();
    let built = study.json(["build"]);
    let bytes = fs::read(study.folder().join(built["workbook"].as_str().unwrap())).unwrap();
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let tabs: Vec<String> = part("xl/workbook.xml")
        .split("<sheet name=\"")
        .skip(1)
        .map(|sheet| sheet.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(tabs[0], "Sommaire");
    assert!(tabs.len() > 20, "{tabs:?}");
    let contents = part("xl/worksheets/sheet1.xml");
    for tab in &tabs[1..] {
        assert!(contents.contains(&format!("location=\"'{tab}'!A1\"")), "{tab} has its link");
    }
    let report = study.read(built["report"].as_str().unwrap());
    let words = part("xl/sharedStrings.xml");
    for (place, tab) in tabs.iter().enumerate().skip(1) {
        let title = words.split("<t").find(|one| one.contains(&format!(">{tab} – "))).expect(tab);
        let title = title.split_once(" – ").unwrap().1.split("</t>").next().unwrap();
        assert!(
            report.contains(title) || report.contains(&title.replace("&apos;", "'")),
            "{title} is in the report"
        );
        let sheet = part(&format!("xl/worksheets/sheet{}.xml", place + 1));
        let numbers =
            sheet.split("<c ").skip(1).filter(|cell| !cell.contains("t=\"s\"") && cell.contains("<v>"));
        for cell in numbers {
            let value = cell.split_once("<v>").unwrap().1.split("</v>").next().unwrap();
            assert!(value.parse::<f64>().is_ok_and(f64::is_finite), "{tab}: {value}");
        }
    }
}

#[test]
fn build_speaks_the_language_asked_for() {
    let study = Study::imported();
    let french = study.run(["build", "--lang", "fr"]).succeeds();
    let report = study.json(["build", "--lang", "fr"])["report"].as_str().unwrap().to_owned();
    assert!(study.read(&report).contains("lang=\"fr\""));
    let english = study.run(["build", "--lang", "en"]).succeeds();
    assert!(french.out.contains("Entretiens") && !french.out.contains("Interviews"), "{}", french.out);
    assert!(english.out.contains("Interviews") && !english.out.contains("Entretiens"), "{}", english.out);
    let report = study.json(["build", "--lang", "en"])["report"].as_str().unwrap().to_owned();
    assert!(study.read(&report).contains("lang=\"en\""));
}

#[test]
fn every_listing_writes_json_and_speaks_both_languages() {
    let study = Study::imported();
    let listings: [&[&str]; 19] = [
        &["agreement"],
        &["import"],
        &["check"],
        &["search", "aide"],
        &["search", "\"je peux\"~5 OR mot*"],
        &["codings", "--code", "logement", "--limit", "3"],
        &["codings", "--transcript", "E01", "--by", "c1"],
        &["matrix"],
        &["matrix", "codes"],
        &["matrix", "event", "--unit", "words"],
        &["matrix", "--unit", "interviews"],
        &["typology"],
        &["profile"],
        &["scale"],
        &["scale", "confiance"],
        &["link"],
        &["weights"],
        &["indicators"],
        &["history"],
    ];
    for words in listings {
        assert!(study.json(words).is_object(), "{words:?}");
        let mut spoken = Vec::new();
        for language in ["fr", "en"] {
            let ran = study.run(words.iter().copied().chain(["--lang", language])).succeeds();
            assert!(!ran.out.trim().is_empty(), "{words:?} {language}");
            assert!(!ran.out.contains("{ $") && !ran.out.contains('\u{2068}'), "{words:?}: {}", ran.out);
            spoken.push(ran.out);
        }
    }
}

#[test]
fn counts_stand_alone_on_their_line() {
    let study = Study::imported();
    assert_eq!(study.run(["codings", "--count"]).succeeds().out, "2011\n");
    let found = study.run(["search", "--count", "aide"]).succeeds().out;
    let total: u64 = found.trim_end().parse().unwrap();
    assert_eq!(study.json(["search", "aide"])["total"].as_u64(), Some(total));
    assert_eq!(study.run(["search", "--count", "l’aide"]).succeeds().out, found);
    assert_eq!(study.run(["search", "--count", "D'AIDE"]).succeeds().out, found);
    assert_eq!(study.json(["search", "--count", "aide"]), serde_json::json!({ "total": total }));
    assert_eq!(study.json(["codings", "--count"]), serde_json::json!({ "total": 2011 }));
}

#[test]
fn a_search_for_a_code_finds_the_turns_that_its_codings_cover() {
    let study = Study::imported();
    let codings = study.json(["codings", "--code", "logement"]);
    let covered: BTreeSet<(String, u64)> = codings["passages"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|passage| {
            let transcript = passage["transcript"].as_str().unwrap().to_owned();
            let turns = passage["turn"].as_u64().unwrap()..=passage["last_turn"].as_u64().unwrap();
            turns.map(move |turn| (transcript.clone(), turn))
        })
        .collect();
    let hits = study.json(["search", "code:logement", "--limit", "1000"]);
    let found: Vec<(String, u64)> = hits["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| (hit["transcript"].as_str().unwrap().to_owned(), hit["turn"].as_u64().unwrap()))
        .collect();
    assert!(found.len() > 12, "{found:?}");
    assert_eq!(found.iter().cloned().collect::<BTreeSet<_>>(), covered);
    assert_eq!(found.len(), covered.len());
}

#[test]
fn where_there_is_no_study_it_says_what_to_do() {
    let nowhere = Study::nothing();
    let welcome = nowhere.run(["--lang", "fr"]).fails(1);
    assert!(format!("{}{}", welcome.out, welcome.told).contains("propos init"), "{welcome:?}");
    for words in
        [&["build"][..], &["import"], &["check"], &["search", "x"], &["codings"], &["history"], &["undo"]]
    {
        let french = nowhere.run(words.iter().copied().chain(["--lang", "fr"])).fails(1);
        french.tells("il n’y a pas d’étude").tells("propos init");
        let english = nowhere.run(words.iter().copied().chain(["--lang", "en"])).fails(1);
        english.tells("there is no study").tells("propos init");
    }
    assert_eq!(fs::read_dir(nowhere.folder()).unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn a_study_without_material_says_what_is_missing() {
    let study = Study::empty();
    for words in [&["build"][..], &["typology"], &["link"], &["indicators"], &["matrix"]] {
        let ran = study.run(words);
        assert!(ran.code == 1 && ran.told.contains("l’étude n’a pas encore"), "{words:?}: {ran:?}");
    }
    study.run(["check"]).succeeds();
    // The first command took the settings in.
    study.run(["undo"]).succeeds();
    study.run(["undo"]).fails(1).tells("rien à défaire");
}

#[test]
fn words_that_do_not_read_are_a_usage_error() {
    let study = Study::empty();
    for words in [
        &["bild"][..],
        &["build", "--jsn"],
        &["search"],
        &["codings", "--limit", "many"],
        &["matrix", "--unit", "pages"],
        &["build", "--edition", "secret"],
        &["--lang", "de", "check"],
        &["export"],
    ] {
        let ran = study.run(words).fails(2);
        assert!(ran.out.is_empty() && ran.told.contains("propos --help"), "{words:?}: {ran:?}");
    }
}

#[test]
fn names_the_study_does_not_have_are_told_with_the_nearest() {
    let study = Study::imported();
    study.run(["codings", "--code", "logment"]).fails(1).tells("logment").tells("logement");
    study.run(["codings", "--transcript", "E1"]).fails(1).tells("E1").tells("E01");
    study.run(["codings", "--by", "c11"]).fails(1).tells("c11");
    study.run(["search", "code:xyz"]).fails(1).tells("propos matrix liste les codes");
    study.run(["typology", "--measure", "x"]).fails(2).tells("presence, segments");
    study.run(["codings", "--attribute", "evnt=x"]).fails(1).tells("event");
    study.run(["matrix", "evnt"]).fails(1).tells("event");
    for query in ["\"open", "speaker:", "a~9", "(", "-", "OR"] {
        let ran = study.run(["search", query]);
        assert!(matches!(ran.code, 0 | 1), "{query}: {ran:?}");
    }
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let study = Study::imported();
    for words in [&["search", "je OR tu OR il", "--limit", "2000"][..], &["codings"], &["codings", "--json"]]
    {
        let mut child = study.command(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        let mut some = [0; 64];
        out.read_exact(&mut some).unwrap();
        drop(out);
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{words:?}: {ended:?}");
        assert!(ended.stderr.is_empty(), "{words:?}: {ended:?}");
    }
}

#[test]
fn help_is_whole_in_both_languages() {
    let study = Study::nothing();
    let commands = [
        "init",
        "import",
        "check",
        "build",
        "search",
        "codings",
        "matrix",
        "agreement",
        "typology",
        "lexical",
        "saturation",
        "profile",
        "scale",
        "link",
        "weights",
        "indicators",
        "history",
        "undo",
        "export",
        "completions",
    ];
    for language in ["fr", "en"] {
        let all = study.run(["--lang", language, "--help"]).succeeds();
        for command in commands {
            assert!(all.out.contains(command), "{command}");
            let one = study.run([command, "--lang", language, "--help"]).succeeds();
            assert!(!one.out.contains("help-") && one.out.contains("--lang"), "{}", one.out);
        }
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(study.run(["completions", shell]).succeeds().out.contains("propos"));
    }
}

#[test]
fn runs_of_the_same_seed_are_the_same_bytes() {
    let study = Study::imported();
    for words in [
        &["typology", "--stability"][..],
        &["profile"],
        &["scale"],
        &["link"],
        &["weights"],
        &["indicators"],
        &["matrix"],
        &["lexical", "--double", "60", "--profiles", "--specificities"],
        &["saturation"],
    ] {
        let (first, second): (Value, Value) = (study.json(words), study.json(words));
        assert_eq!(first, second, "{words:?}");
    }
}

#[test]
fn why_there_are_no_profiles_is_said_in_the_language_of_the_reader() {
    let study = Study::imported();
    let ask = |language| study.run(["typology", "--profiles", "13", "--lang", language]);
    ask("fr").fails(1).tells("12 entretiens seulement ont une place sur les axes, pour 13 profils");
    ask("en").fails(1).tells("only 12 interviews have a place on the axes, for 13 profiles");
    let told = study.run(["typology", "--lang", "fr"]).succeeds().out;
    assert!(told.contains("Codeur c1 seul") && told.contains("Soutien des proches (+1,5)"), "{told}");
}

#[test]
fn results_are_kept_with_what_made_them() {
    let study = Study::imported();
    let kept = || study.json(["history", "--runs"])["runs"].as_array().unwrap().clone();
    assert!(kept().is_empty());
    study.run(["history", "--runs", "--lang", "en"]).succeeds();
    study.run(["build"]).succeeds();
    let runs = kept();
    let mut methods: Vec<&str> = runs.iter().map(|run| run["method"].as_str().unwrap()).collect();
    methods.sort_unstable();
    assert_eq!(methods, ["indicators", "link", "typology"]);
    assert!(runs.iter().all(|run| run["version"] == env!("CARGO_PKG_VERSION")));
    // The same again keeps nothing new; another seed does.
    for words in [&["build"][..], &["link"], &["indicators"], &["typology", "--stability"]] {
        study.run(words.iter().copied()).succeeds();
    }
    assert_eq!(kept(), runs);
    study.run(["typology", "--seed", "7"]).succeeds();
    assert_eq!(kept().len(), 4);
    let told = study.run(["history", "--runs", "--lang", "fr"]).succeeds().out;
    assert!(told.contains("graine 7") && told.lines().count() == 4, "{told}");
}

//! The reader of answers, on the bundled study and on broken files.

use propos::config;
use propos::domain::RespondentId;
use propos::domain::diagnostic::has_error;
use propos::domain::questionnaire::Definition;
use propos::exchange::questionnaire::read;
use serde_json::json;

use super::study::Study;

const RESPONSES: &[u8] = include_bytes!("../../questionnaire/responses.csv");
const DECLARED: &str = include_str!("../../questionnaire/questionnaire.toml");

fn definition() -> Definition {
    config::questionnaire::parse("questionnaire.toml", DECLARED).0.expect("a definition")
}

fn told(bytes: &[u8]) -> Vec<String> {
    read("q.csv", bytes, &definition()).1.iter().map(ToString::to_string).collect()
}

#[test]
fn the_bundled_answers_read_without_a_word() {
    let (questionnaire, diagnostics) = read("q.csv", RESPONSES, &definition());
    assert_eq!(diagnostics, []);
    let questionnaire = questionnaire.expect("a questionnaire");
    assert_eq!(questionnaire.respondents.len(), 349);
    let one = questionnaire.respondent(&RespondentId::from("R002")).expect("R002");
    assert_eq!(one.difficulties(), Some(2));
    assert_eq!(one.answers.date.map(|day| day.to_string()).as_deref(), Some("2023-09-19"));
    assert_eq!(one.answers.groups[2].as_deref(), Some("45-54"));
    assert_eq!(one.answers.groups[3].as_deref(), Some("widowed"));
    // Counted by hand on the file: transitions of the five pairs.
    let count = |pair: usize, moments| {
        questionnaire.respondents.iter().filter(|one| one.answers.pairs[pair] == moments).count()
    };
    let employed = [(true, true), (true, false), (false, true), (false, false)]
        .map(|(before, after)| count(4, (Some(before), Some(after))));
    assert_eq!(employed, [143, 17, 43, 146]);
    assert_eq!(count(0, (Some(false), Some(true))), 74);
}

#[test]
fn a_wrong_answer_is_told_by_row_and_column_and_costs_nothing_else() {
    let text = std::str::from_utf8(RESPONSES).expect("text");
    let wrong = text.replacen("R003;20/04/2023", "R003;2023-04-31", 1).replacen(
        "5;5;3;4;2;2;2;4;2;1;4;Plutôt pas d'accord",
        "5;7;3;4;2;2;2;4;2;1;4;Plutot pa d'accord",
        1,
    );
    let (questionnaire, diagnostics) = read("q.csv", wrong.as_bytes(), &definition());
    assert_eq!(questionnaire.expect("read").respondents.len(), 349);
    let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "q.csv:2:25: error: questionnaire-out-of-range row=\"2\" column=\"be2\" value=\"7\" least=\"0\" most=\"5\"",
            "q.csv:2:35: error: questionnaire-unknown-answer row=\"2\" column=\"pr1\" value=\"Plutot pa d'accord\" nearest=\"Plutôt pas d'accord\"",
            "q.csv:4:2: error: table-not-a-day row=\"4\" column=\"date_reponse\" value=\"2023-04-31\"",
        ]
    );
}

#[test]
fn a_second_row_of_an_id_and_a_missing_column_are_told() {
    let text = std::str::from_utf8(RESPONSES).expect("text");
    let twice = text.replacen("R002;", "R001;", 1);
    assert_eq!(
        told(twice.as_bytes()),
        ["q.csv:3:1: error: questionnaire-duplicate-id row=\"3\" column=\"id\" id=\"R001\" first=\"2\""]
    );
    let missing = text.replacen(";be3;", ";be33;", 1);
    assert_eq!(
        told(missing.as_bytes()),
        ["q.csv:1:1: error: table-missing-column column=\"be3\" nearest=\"be33\""]
    );
}

#[test]
fn the_same_answers_in_another_encoding_are_the_same() {
    let text = std::str::from_utf8(RESPONSES).expect("text").trim_start_matches('\u{FEFF}');
    let (older, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let (questionnaire, diagnostics) = read("q.csv", older.as_ref(), &definition());
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].key, "text-guessed-encoding");
    assert_eq!(questionnaire, read("q.csv", RESPONSES, &definition()).0);
}

#[test]
fn a_cut_file_is_told_or_read_but_never_panics() {
    for end in (1..RESPONSES.len()).step_by(997) {
        let (questionnaire, diagnostics) = read("q.csv", &RESPONSES[..end], &definition());
        assert!(questionnaire.is_some() || has_error(&diagnostics));
    }
    assert_eq!(told(b"PK\x03\x04"), ["q.csv:1:3: error: text-binary byte=\"03\""]);
    assert_eq!(told(&vec![b'7'; 10 << 20]), ["q.csv:1:1: error: text-long-line limit=\"2\""]);
}

/// Asks children's leisure only of those with two children or more, and takes `re6` for a question of the
/// same persons; the cells of the others are emptied when `empty`.
fn filtered(empty: bool) -> Study {
    let study = Study::bundled();
    let settings = study.read("questionnaire/questionnaire.toml");
    let questions = ["loisirs_enfants_avant", "loisirs_enfants_apres", "re6", "satisfaction"];
    let filter = format!(
        "\n[[filters]]\ncolumn = \"enfants\"\nasked = [\"2\", \"3\", \"4\", \"5\"]\nquestions = {questions:?}\n"
    );
    study.write("questionnaire/questionnaire.toml", settings + &filter);
    if empty {
        let table = study.read("questionnaire/responses.csv");
        let head: Vec<&str> = table.lines().next().unwrap().split(';').collect();
        let place = |name: &str| head.iter().position(|column| *column == name).unwrap();
        let (children, closed) = (place("enfants"), questions.map(place));
        let rows = table.lines().map(|line| {
            let mut cells: Vec<&str> = line.split(';').collect();
            // A comment goes on in lines of its own.
            if cells.get(children) == Some(&"1") {
                closed.iter().for_each(|at| cells[*at] = "");
            }
            cells.join(";") + "\n"
        });
        study.write("questionnaire/responses.csv", rows.collect::<String>());
    }
    study
}

#[test]
fn a_question_not_asked_stands_in_no_denominator() {
    let study = filtered(true);
    study.run(["build"]).succeeds();
    let found = study.json(["link"]);
    let practices = found["practices"].as_array().unwrap();
    let leisure = &practices.iter().find(|one| one["id"] == "leisure").unwrap()["transition"];
    let answered: u64 =
        ["both", "stop", "start", "neither"].iter().map(|name| leisure[*name].as_u64().unwrap()).sum();
    assert_eq!((answered, &leisure["missing"], &leisure["not_asked"]), (238, &json!(0), &json!(111)));
    let sport = &practices.iter().find(|one| one["id"] == "sport").unwrap()["transition"];
    assert_eq!(sport["not_asked"], 0);
    let scales = study.json(["scale", "relation"]);
    let item = &scales["scales"][0]["items"][5];
    assert_eq!((&item["column"], &item["not_asked"]), (&json!("re6"), &json!(111)));
    assert_eq!(item["n"].as_u64().unwrap() + item["missing"].as_u64().unwrap(), 238);
    assert!(scales["scales"][0]["partly_asked"].as_u64() > Some(90), "{scales}");
    let ratings = found["ratings"].as_array().unwrap();
    let rating = ratings.iter().find(|one| one["item"] == "satisfaction").unwrap();
    assert_eq!(rating["distribution"]["not_asked"], 111);
    assert_eq!(rating["summary"]["missing"], rating["distribution"]["missing"]);
    assert!(rating["distribution"]["missing"].as_u64() < Some(60), "{rating}");
    for (language, words) in [("fr", "question non posée à 111"), ("en", "not asked of 111")] {
        let read = study.run(["link", "--lang", language]).succeeds();
        assert!(read.out.contains(words), "{}", read.out);
    }
    let report = study.read("output/report.html").replace("&nbsp;", "\u{a0}");
    assert!(report.contains("Loisirs des enfants 111") && report.contains("Satisfaction 111"));
    // The same respondents when an answer says it itself.
    let said = Study::bundled();
    said.replace(
        "questionnaire/questionnaire.toml",
        "missing = [\"99\", \"Ne se prononce pas\"]\n",
        "missing = [\"99\", \"Ne se prononce pas\"]\nnot_asked = [\"oui\"]\n",
    );
    said.run(["import"]).succeeds();
    let sport = said.json(["link"])["practices"][2]["transition"].clone();
    assert_eq!((&sport["both"], &sport["stop"], &sport["start"]), (&json!(0), &json!(0), &json!(0)));
    assert!(sport["not_asked"].as_u64() > Some(50), "{sport}");
}

#[test]
fn an_answer_that_a_filter_does_not_expect_is_told_and_kept() {
    let study = filtered(false);
    let read = study.run(["import", "--lang", "fr"]).succeeds();
    assert!(read.told.contains("« enfants »") && read.told.contains("dit non posée"), "{}", read.told);
    let plain = Study::imported();
    assert_eq!(study.json(["link"])["practices"], plain.json(["link"])["practices"]);
}

//! Exports of survey programs: recognised, laid out as a proposal, and imported as the proposal says.

use std::path::Path;

use crate::study::Study;

fn proposed(study: &Study, name: &str) -> serde_json::Value {
    // Met without a word of the user, it is told, and nothing is written.
    study.run(["import", name]).fails(1).tells("--questionnaire");
    let told = study.json(["import", "--questionnaire", name]);
    study.run(["import"]).succeeds();
    told
}

#[test]
fn a_surveymonkey_export_as_it_was_published() {
    let study = Study::empty();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/surveys/sleeping-alone.csv");
    study.write("export.csv", std::fs::read(fixture).unwrap());
    let told = proposed(&study, "export.csv");
    assert_eq!(told["program"], "SurveyMonkey");
    assert_eq!(told["respondents"], 1093, "{told}");
    let toml = study.read("questionnaire/questionnaire.toml");
    assert!(toml.contains("One of us snores") && toml.contains("[texts.accord]"), "{toml}");
    assert!(toml.contains("dates = \"mm/dd/yyyy\"") || !toml.contains("date ="), "{toml}");
    // Ticks of one question, counted in the export by hand of a spreadsheet's filter.
    let answers = study.read("questionnaire/responses.csv");
    let mut lines = answers.lines();
    let head: Vec<&str> = lines.next().unwrap().split(';').collect();
    let snores = head.iter().position(|name| name.contains("snores")).unwrap();
    assert!(lines.filter(|line| line.split(';').nth(snores) == Some("1")).count() > 100);
    // The study has a questionnaire now.
    study.run(["import", "--questionnaire", "export.csv"]).fails(1);
}

#[test]
fn a_limesurvey_export_in_codes_and_in_full_headings() {
    let codes = "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"Q1\",\"Q2[SQ001]\",\"Q2[SQ002]\",\"Q2[other]\",\"Q3[SQ001]\",\"Q3[SQ002]\",\"Q4\"\n\
        \"1\",\"2023-05-01 10:00:00\",\"3\",\"fr\",\"Femme\",\"Y\",\"\",\"\",\"4\",\"2\",\"Merci.\"\n\
        \"2\",\"2023-05-02 11:00:00\",\"3\",\"fr\",\"Homme\",\"\",\"Y\",\"mon frère\",\"5\",\"1\",\"\"\n\
        \"3\",\"\",\"1\",\"fr\",\"Femme\",\"\",\"\",\"\",\"\",\"\",\"\"\n\
        \"4\",\"2023-05-03 09:30:00\",\"3\",\"fr\",\"Femme\",\"Y\",\"Y\",\"\",\"3\",\"5\",\"Rien.\"\n";
    let full = codes
        .replace(
            "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\"",
            "\"ID de la réponse\",\"Date de soumission\",\"Dernière page\",\"Langue de départ\"",
        )
        .replace("\"Q1\"", "\"Vous êtes ?\"")
        .replace("Q2[SQ001]", "Qui vous aide ? [La famille]")
        .replace("Q2[SQ002]", "Qui vous aide ? [Une assistante sociale]")
        .replace("Q2[other]", "Qui vous aide ? [Autre]")
        .replace("Q3[SQ", "De 1 à 5 ? [Affirmation ")
        .replace("\"Q4\"", "\"Un mot ?\"")
        .replace("\"Y\"", "\"Oui\"");
    for (text, ticked) in [(codes.to_owned(), "Q2_SQ001"), (full, "q06_qui_vous_aide_la_famille")] {
        let study = Study::empty();
        study.write("limesurvey.csv", &text);
        let told = proposed(&study, "limesurvey.csv");
        assert_eq!(told["program"], "LimeSurvey", "{text}");
        assert_eq!((told["respondents"].as_u64(), told["incomplete"].as_u64()), (Some(3), Some(1)), "{told}");
        assert_eq!((told["boxes"].as_u64(), told["items"].as_u64()), (Some(2), Some(2)), "{told}");
        let answers = study.read("questionnaire/responses.csv");
        assert!(answers.lines().next().unwrap().contains(ticked), "{answers}");
        assert!(answers.contains("mon frère") && answers.contains("Merci."), "{answers}");
        assert!(study.read("questionnaire/responses-incomplete.csv").contains("3;"));
        let toml = study.read("questionnaire/questionnaire.toml");
        assert!(
            toml.contains("date = \"submitdate\"") || toml.contains("date = \"date_de_soumission\""),
            "{toml}"
        );
    }
}

#[test]
fn a_sphinx_export_has_several_answers_in_a_cell() {
    let text = "CLE;DATE_SAISIE;Aides reçues;Satisfaction;Commentaire\n\
        1;01/02/2023;\"famille;amis\";Très satisfait;C’était bien, vraiment\n\
        2;03/02/2023;famille;Satisfait;\n\
        3;03/02/2023;\"amis;association\";Pas du tout satisfait;Non, rien\n\
        4;05/02/2023;\"association;famille\";Satisfait;\n";
    let study = Study::empty();
    study.write("sphinx.csv", text);
    let told = proposed(&study, "sphinx.csv");
    assert_eq!(told["program"], "Sphinx");
    assert_eq!((told["boxes"].as_u64(), told["items"].as_u64()), (Some(3), Some(1)), "{told}");
    let answers = study.read("questionnaire/responses.csv");
    let rows: Vec<&str> = answers.lines().collect();
    assert!(
        rows[1].starts_with("1;01/02/2023;1;1;0;") && rows[3].starts_with("3;03/02/2023;0;1;1;"),
        "{answers}"
    );
}

#[test]
fn identifiers_in_an_export_stop_it() {
    let study = Study::empty();
    let text = "id,submitdate,lastpage,Q1,tel\n1,2023-05-01 10:00:00,3,A,06 39 98 12 34\n2,2023-05-01 10:00:00,3,B,\n";
    study.write("l.csv", text);
    let ran = study.run(["import", "--questionnaire", "l.csv"]).fails(1);
    assert!(!ran.told.contains("06 39 98 12 34") && ran.told.contains("tel"), "{ran:?}");
    assert!(!study.path("questionnaire/questionnaire.toml").exists());
    study.run(["import", "--questionnaire", "l.csv", "--allow-identifiers"]).succeeds();
}

#[test]
fn a_table_of_codings_is_no_survey_and_an_unknown_table_is_told() {
    let study = Study::empty();
    study.write("x.csv", "a,b\n1,2\n");
    study.run(["import", "--questionnaire", "x.csv"]).fails(1).tells("LimeSurvey");
}

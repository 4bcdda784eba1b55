//! ods and xls as LibreOffice writes them say what the same table says as csv, wherever tables are read.

use std::path::Path;

use serde_json::Value;

use crate::study::Study;

/// The answers of `tests/fixtures/workbooks/enquete.fods`, as a person would type them.
const ANSWERS: &str = "id;jour;dossier;part;Projet;Projet (2);remarque\n\
R1;2023-06-05;007;0,125;4;5;Merci !\n\
R2;2023-06-06;0123;0,5;2;;\"Deux\nlignes\"\n\
R3;;45;1;3;3;\n\
R4;2023-06-30;0000;0,333;1;5;L’été 🙂\n";

fn declared(file: &str) -> String {
    format!(
        "file = \"{file}\"\n[columns]\nid = \"id\"\ndate = \"jour\"\n\
         [[characteristics]]\nid = \"event\"\ncolumn = \"dossier\"\ntitle = \"Dossier\"\n\
         [[scales]]\nid = \"projet\"\ntitle = \"Projet\"\nrange = [1, 5]\nitems = [\"Projet\", \"Projet (2)\"]\n\
         [[items]]\ncolumn = \"part\"\ntitle = \"Part\"\nrange = [0, 1]\n"
    )
}

fn fixture(kind: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbooks");
    std::fs::read(folder.join(format!("enquete.{kind}"))).unwrap()
}

/// Imports the answers from a file; gives the scores and the answers as an export writes them.
fn answers(file: &str, bytes: &[u8]) -> (Value, Vec<Vec<String>>) {
    let study = Study::empty();
    study.write(&format!("questionnaire/{file}"), bytes);
    study.write("questionnaire/questionnaire.toml", declared(file));
    study.run(["import"]).succeeds();
    let target = study.path("sortie");
    study.run(["export", "--folder", target.to_str().unwrap()]).succeeds();
    let files = std::fs::read_dir(target.join("questionnaire")).unwrap().map(|entry| entry.unwrap().path());
    let table = files.into_iter().find(|file| file.extension().is_some_and(|kind| kind == "csv")).unwrap();
    let bytes = std::fs::read(table).unwrap();
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let delimiter = if bytes.starts_with(b"id;") { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(bytes);
    let rows = reader.records().map(|row| row.unwrap().iter().map(|cell| cell.replace(',', ".")).collect());
    (study.json(["scale"]), rows.collect())
}

#[test]
fn answers_in_ods_and_xls_are_those_of_the_csv() {
    let (scores, rows) = answers("enquete.csv", ANSWERS.as_bytes());
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[2][2..], ["0123", "0.5", "2", "", "Deux\nlignes"]);
    assert_eq!(scores["respondents"], 4);
    for kind in ["ods", "xls"] {
        let (other, sheet) = answers(&format!("enquete.{kind}"), &fixture(kind));
        assert_eq!(sheet, rows, "{kind}");
        assert_eq!(other, scores, "{kind}");
    }
}

#[test]
fn a_sheet_of_ods_and_xls_is_named_and_faults_are_told_by_its_cells() {
    for kind in ["ods", "xls"] {
        let file = format!("enquete.{kind}");
        let study = Study::empty();
        study.write(&format!("questionnaire/{file}"), fixture(kind));
        let with =
            |sheet: &str| declared(&file).replace("[columns]", &format!("sheet = \"{sheet}\"\n[columns]"));
        study.write("questionnaire/questionnaire.toml", with("Feuille 9"));
        study.run(["import"]).fails(1).tells("Lisez-moi, Réponses");
        // The other sheet has no such columns.
        study.write("questionnaire/questionnaire.toml", with("Lisez-moi"));
        study.run(["import"]).fails(1).tells(&format!("questionnaire/{file}"));
        // What lies outside its range is told by the cell: the title and an empty row stand above.
        study.write("questionnaire/questionnaire.toml", with("Réponses").replace("[1, 5]", "[2, 5]"));
        study.run(["import"]).fails(1).tells(&format!("questionnaire/{file}:Réponses!E8"));
        study.write("questionnaire/questionnaire.toml", with("réponses"));
        study.run(["import"]).succeeds();
        // A column that is missing is told at the row of names, below the title.
        study.write(
            "questionnaire/questionnaire.toml",
            with("Réponses").replace("\"Projet (2)\"", "\"Projet (3)\""),
        );
        study.run(["import"]).fails(1).tells(&format!("questionnaire/{file}:Réponses!A3"));
        study.write("questionnaire/questionnaire.toml", with("réponses"));
        study.run(["import"]).succeeds();
        // As a coding table it lacks its columns, which is told with its sheet.
        study.write(&format!("inbox/{file}"), fixture(kind));
        study.run(["import", &format!("inbox/{file}")]).fails(1).tells(&format!("inbox/{file}:Réponses!A3"));
    }
}

//! Workbooks in: questionnaire, records and codings from xlsx and ods as from csv, and what is refused.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::study::Study;

/// Writes a table of text as a workbook: numbers as numbers, days as days, a title above the header.
fn workbook(table: &str, delimiter: u8, titles: u32) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "À lire d’abord").unwrap();
    let sheet = book.add_worksheet().set_name("Réponses").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for title in 0..titles {
        sheet.write(title, 0, "Un titre").unwrap();
    }
    let table = table.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(table);
    for (row, record) in (titles..).zip(reader.records()) {
        for (column, cell) in (0..).zip(&record.unwrap()) {
            let parts: Vec<&str> = cell.split('/').collect();
            if let [day_, month, year] = parts[..]
                && year.len() == 4
            {
                let date = ExcelDateTime::from_ymd(
                    year.parse().unwrap(),
                    month.parse().unwrap(),
                    day_.parse().unwrap(),
                );
                sheet.write_datetime_with_format(row, column, date.unwrap(), &day).unwrap();
            } else if let Ok(number) = cell.parse::<f64>() {
                sheet.write(row, column, number).unwrap();
            } else if !cell.is_empty() {
                sheet.write(row, column, cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn answers_and_records_in_workbooks_give_the_same_study() {
    let plain = Study::bundled();
    plain.run(["import"]).succeeds();
    let study = Study::bundled();
    for (folder, name, titles) in [
        ("questionnaire", "responses", 2),
        ("administrative", "interventions", 0),
        ("administrative", "recipients", 1),
    ] {
        let csv = format!("{folder}/{name}.csv");
        let table = study.read(&csv);
        fs::remove_file(study.path(&csv)).unwrap();
        study.write(&format!("{folder}/{name}.xlsx"), workbook(&table, b';', titles));
        let toml = format!("{folder}/{folder}.toml");
        let declared = study.read(&toml).replace(&format!("{name}.csv"), &format!("{name}.xlsx"));
        study.write(&toml, declared);
    }
    study.run(["import"]).succeeds();
    for command in ["scale", "indicators", "link"] {
        let (one, other) = (plain.json([command]), study.json([command]));
        assert_eq!(one, other, "{command}");
    }
    // An export holds text, and reads back.
    let target = study.path("sortie");
    study.run(["export", "--folder", target.to_str().unwrap()]).succeeds();
    let back = study.enter("sortie");
    back.run(["import"]).succeeds();
    assert_eq!(plain.json(["indicators"]), back.json(["indicators"]));
}

#[test]
fn codings_come_from_a_sheet_and_the_sheet_can_be_named() {
    let study = Study::bundled();
    study.run(["import"]).succeeds();
    let before = study.json(["codings"])["passages"].as_array().unwrap().len();
    let table = "transcript\tcoder\tcode\texact\nE01\tc9\tdettes\tmerci de me recevoir\n";
    study.write("recu.xlsx", workbook(table, b'\t', 0));
    study.run(["import", "recu.xlsx", "--sheet", "Absente"]).fails(1).tells("Notes, Réponses");
    study.run(["import", "recu.xlsx", "--sheet", "réponses"]).succeeds();
    assert_eq!(study.json(["codings"])["passages"].as_array().unwrap().len(), before + 1);
    // A second time: nothing.
    study.run(["import", "recu.xlsx"]).succeeds();
    assert_eq!(study.json(["codings"])["passages"].as_array().unwrap().len(), before + 1);
}

#[test]
fn faults_are_told_by_sheet_and_cell() {
    let study = Study::bundled();
    let table = study.read("questionnaire/responses.csv");
    let first: String = table.lines().take(4).map(|line| format!("{line}\n")).collect();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Feuil1").unwrap();
    for (row, line) in (0..).zip(first.trim_start_matches('\u{feff}').lines()) {
        for (column, cell) in (0..).zip(line.split(';')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    sheet.write_formula(3, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let items = first.lines().next().unwrap().split(';').position(|name| name == "be1").unwrap();
    sheet.write(2, u16::try_from(items).unwrap(), 77).unwrap();
    study.write("questionnaire/responses.xlsx", book.save_to_buffer().unwrap());
    study.replace(
        "questionnaire/questionnaire.toml",
        "file = \"responses.csv\"",
        "file = \"responses.xlsx\"",
    );
    let ran = study.run(["import"]).fails(1);
    assert!(ran.told.contains("questionnaire/responses.xlsx:Feuil1!B4"), "{ran:?}");
    assert!(ran.told.contains("questionnaire/responses.xlsx:Feuil1!X3"), "{ran:?}");
}

#[test]
fn merged_headings_join_the_names_below() {
    let study = Study::empty();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = Format::new();
    sheet.merge_range(0, 1, 0, 2, "Bien-être", &format).unwrap();
    sheet.merge_range(0, 0, 1, 0, "id", &format).unwrap();
    for (column, name) in [(1, "be1"), (2, "be2")] {
        sheet.write(1, column, name).unwrap();
    }
    for row in 2..6 {
        sheet.write(row, 0, format!("R{row}")).unwrap();
        sheet.write(row, 1, row - 1).unwrap();
        sheet.write(row, 2, 3).unwrap();
    }
    study.write("questionnaire/r.xlsx", book.save_to_buffer().unwrap());
    study.write(
        "questionnaire/questionnaire.toml",
        "file = \"r.xlsx\"\n[columns]\nid = \"id\"\n[[scales]]\nid = \"b\"\ntitle = \"B\"\nrange = [0, 5]\nitems = [\"Bien-être – be1\", \"Bien-être – be2\"]\n",
    );
    study.run(["import"]).succeeds();
    let scale = study.json(["scale"]);
    assert!(scale.to_string().contains("be2"), "{scale}");
}

#[test]
fn what_is_cut_locked_or_no_workbook_is_told() {
    let study = Study::bundled();
    study.replace(
        "questionnaire/questionnaire.toml",
        "file = \"responses.csv\"",
        "file = \"responses.xlsx\"",
    );
    let whole = workbook(&study.read("questionnaire/responses.csv"), b';', 0);
    let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    locked.resize(2048, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    for (bytes, told) in [
        (whole[..whole.len() / 2].to_vec(), "coupée"),
        (locked, "mot de passe"),
        (b"id;a\n1;2\n".to_vec(), "pas un classeur"),
        (whole[..9].to_vec(), "coupée"),
    ] {
        study.write("questionnaire/responses.xlsx", bytes);
        study.run(["import"]).fails(1).tells(told);
    }
}

#[test]
fn our_own_tables_are_read_back_without_harm() {
    let study = Study::imported();
    study.run(["build"]).succeeds();
    assert!(Path::new(&study.path("output/tables.xlsx")).exists());
    let before = study.operations();
    let ran = study.run(["import", "output/tables.xlsx"]).fails(1);
    assert!(ran.told.contains("output/tables.xlsx"), "{ran:?}");
    assert_eq!(study.operations(), before);
}

//! The table of answers to a [`Questionnaire`].

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use super::table::{Row, Table};
use crate::domain::diagnostic::{Diagnostic, has_error};
use crate::domain::id::RespondentId;
use crate::domain::questionnaire::{Definition, Fault, FaultKind, Questionnaire, Respondent};

/// Reads the answers.
///
/// A wrong answer is told by row and column and left out; the respondent stays. A row without an
/// id, or with an id already seen, is told and left out; the first one stays.
///
/// # Errors
/// The questionnaire is `None` when the file cannot be read as a table or lacks a declared column;
/// diagnostics say why.
pub fn read<R: Read>(
    path: &str,
    input: R,
    definition: &Definition,
) -> (Option<Questionnaire>, Vec<Diagnostic>) {
    let mut table = match Table::open(path, input) {
        Ok(table) => table,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut diagnostics = table.require(&definition.columns());
    let id_column = table.column(&definition.id);
    let (Some(id_column), false) = (id_column, has_error(&diagnostics)) else {
        return (None, diagnostics);
    };
    let columns: Vec<String> = table.header().to_vec();
    let positions: HashMap<&str, usize> =
        columns.iter().enumerate().map(|(position, name)| (name.as_str(), position)).collect();
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut respondents = Vec::new();
    while let Some(row) = table.next() {
        let row = match row {
            Ok(row) => row,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                continue;
            }
        };
        if row.is_empty() {
            continue;
        }
        let id = row.get(id_column);
        if id.is_empty() {
            diagnostics.push(row.error(id_column, "questionnaire-no-id"));
            continue;
        }
        if let Some(line) = lines.get(id) {
            let diagnostic = row.error(id_column, "questionnaire-duplicate-id");
            diagnostics.push(diagnostic.with("id", id).with("first", line));
            continue;
        }
        lines.insert(id.to_owned(), row.line);
        let (answers, faults) =
            definition.read(|column| positions.get(column).map_or("", |position| row.get(*position)));
        diagnostics.extend(faults.iter().map(|fault| told(&row, &positions, fault)));
        let raw = columns
            .iter()
            .enumerate()
            .filter(|(position, _)| !row.get(*position).is_empty())
            .map(|(position, name)| (name.clone(), row.get(position).to_owned()))
            .collect();
        respondents.push(Respondent { id: RespondentId::from(id), line: row.line, raw, answers });
    }
    diagnostics.extend(table.take_note());
    (Some(Questionnaire { definition: definition.clone(), columns, respondents }), diagnostics)
}

fn told(row: &Row<'_>, positions: &HashMap<&str, usize>, fault: &Fault) -> Diagnostic {
    let column = positions.get(fault.column.as_str()).copied().unwrap_or_default();
    let error = |key| row.error(column, key).with("value", &fault.value);
    match &fault.kind {
        FaultKind::OutOfRange { least, most } => {
            error("questionnaire-out-of-range").with("least", least).with("most", most)
        }
        FaultKind::Unknown { nearest } => {
            error("questionnaire-unknown-answer").with("nearest", nearest.as_deref().unwrap_or("empty"))
        }
        FaultKind::NotADay => error("table-not-a-day"),
        FaultKind::NotANumber => error("table-not-a-number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

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
        let wrong = text.replacen("R003;20/04/2023", "R003;2023-04-20", 1).replacen(
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
                "q.csv:4:2: error: table-not-a-day row=\"4\" column=\"date_reponse\" value=\"2023-04-20\"",
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
}

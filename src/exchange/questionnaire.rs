//! The table of answers to a [`Questionnaire`].

use std::collections::{BTreeMap, HashMap};

use super::identifiers;
use super::table::{Row, Table, TableInput};
use crate::domain::diagnostic::{Diagnostic, has_error};
use crate::domain::id::RespondentId;
use crate::domain::identifier::ColumnWatch;
use crate::domain::questionnaire::{Definition, Fault, FaultKind, Questionnaire, Respondent};

/// Reads the answers.
///
/// A wrong answer is told by row and column and left out; the respondent stays. A row without an
/// id, or with an id already seen, is told and left out; the first one stays.
///
/// # Errors
/// The questionnaire is `None` when the file cannot be read as a table or lacks a declared column;
/// diagnostics say why.
pub fn read<R: TableInput>(
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
    let mut watch = ColumnWatch::new(&columns, &[id_column]);
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
        watch.row(row.line, row.number, row.fields());
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
    diagnostics.extend(identifiers::in_table(path, &columns, watch));
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
        FaultKind::NotAsked { filter } => {
            row.warning(column, "questionnaire-not-asked").with("value", &fault.value).with("filter", filter)
        }
    }
}

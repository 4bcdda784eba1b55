//! A variable as a question.

use std::collections::BTreeMap;

use ambers::{Measure, MissingSpec, SpssMetadata, Value};

use super::cells::Cell;
use super::read::Variables;
use crate::exchange::survey::column::{Column, MOST_GROUPS, Sort};
use crate::exchange::survey::scale;
use crate::text::fold::fold;

/// Words in the name or label of the day on which somebody answered, folded.
const ANSWERED: &[&str] = &["submit", "saisie", "reponse", "passation", "entretien", "interview", "enquete"];

/// Greatest number of an answer that is a step of a scale.
const MOST_STEPS: f64 = 10.0;

/// Makes a question of a variable; also the values that stand for no answer, and how many times.
pub(super) fn of(known: &SpssMetadata, name: &str, cells: &[Cell]) -> (Column, Option<(Vec<String>, usize)>) {
    let none: &[MissingSpec] = &[];
    let missing = known.variable_missing_values.get(name).map_or(none, Vec::as_slice);
    let is_missing = |cell: &Cell| missing.iter().any(|spec| is(spec, cell));
    let labels = labels(known, name);
    let label_of =
        |cell: &Cell| labels.iter().find(|(value, _)| value == cell).map(|(_, label)| label.as_str());
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    let answers: Vec<Cell> = cells
        .iter()
        .map(|cell| {
            if !is_missing(cell) {
                return cell.clone();
            }
            let value = cell.written();
            let named = label_of(cell).map_or(value.clone(), |label| format!("{value} = {label}"));
            *left.entry(named).or_default() += 1;
            Cell::Missing
        })
        .collect();
    let valid: Vec<&(Cell, String)> = labels.iter().filter(|(value, _)| !is_missing(value)).collect();
    let title = known.variable_labels.get(name).map_or("", String::as_str).trim();
    let mut column = Column {
        name: name.to_owned(),
        title: if title.is_empty() { name } else { title }.to_owned(),
        is_aside: is_day_of_answer(name, title, &answers),
        ..Column::default()
    };
    let given = answers.iter().filter(|cell| **cell != Cell::Missing);
    let is_labelled =
        !valid.is_empty() && given.clone().all(|cell| valid.iter().any(|(value, _)| value == cell));
    let steps = steps(&valid);
    let measure = known.variable_measures.get(name).copied().unwrap_or(Measure::Unknown);
    // Ends of a scale may be labelled alone; what is nominal is not ordered, whatever its numbers.
    let is_ordered = match measure {
        Measure::Ordinal | Measure::Scale => true,
        Measure::Nominal => false,
        Measure::Unknown => scale::of(&valid.iter().map(|(_, label)| label.as_str()).collect()).is_some(),
    };
    if let Some((least, most)) = steps.filter(|_| is_ordered && valid.len() > 1) {
        let ends = given.clone().fold((least, most), |(least, most), cell| match cell {
            Cell::Number(number) => (least.min(*number), most.max(*number)),
            _ => (least, most),
        });
        if ends.0 >= 0.0 && ends.1 <= MOST_STEPS && answers.iter().all(is_whole) {
            column.known = Some(Sort::Scale(ends.0 as i64, ends.1 as i64));
            column.labels = valid.iter().map(|(value, label)| (value.written(), label.clone())).collect();
        }
    }
    if column.known.is_none() && is_labelled {
        if valid.len() <= MOST_GROUPS {
            column.known = Some(Sort::Groups(valid.iter().map(|(_, label)| label.clone()).collect()));
        } else {
            column.known = Some(Sort::Open);
        }
        column.values =
            answers.iter().map(|cell| label_of(cell).map_or_else(|| cell.written(), str::to_owned)).collect();
    } else {
        column.values = answers.iter().map(Cell::written).collect();
    }
    let count = left.values().sum();
    (column, (count > 0).then(|| (left.into_keys().collect(), count)))
}

/// Makes boxes of the members of a choice of several: `counted` is a tick; who ticked or left none of them
/// has not answered.
pub(super) fn tick(
    columns: &mut [Column],
    members: &[usize],
    variables: &Variables,
    counted: &str,
    label: &str,
) {
    let rows = members.first().map_or(0, |at| columns[*at].values.len());
    let is_ticked = |cell: &Cell| match (cell, counted.parse::<f64>()) {
        (Cell::Number(number), Ok(wanted)) => *number == wanted,
        (cell, _) => *cell != Cell::Missing && fold(&cell.written()) == fold(counted),
    };
    let mut boxes: Vec<Vec<String>> = vec![Vec::with_capacity(rows); members.len()];
    for row in 0..rows {
        let answered = members.iter().any(|at| !columns[*at].values[row].is_empty());
        for (values, at) in boxes.iter_mut().zip(members) {
            let value = if is_ticked(&variables[*at].1[row]) {
                "1"
            } else if answered {
                "0"
            } else {
                ""
            };
            values.push(value.to_owned());
        }
    }
    for (values, at) in boxes.into_iter().zip(members) {
        let column = &mut columns[*at];
        column.values = values;
        column.is_box = true;
        column.labels.clear();
        if !label.trim().is_empty() {
            column.title = format!("{} – {}", label.trim(), column.title);
        }
    }
}

fn labels(known: &SpssMetadata, name: &str) -> Vec<(Cell, String)> {
    let given = known.variable_value_labels.get(name);
    let mut labels: Vec<(Cell, String)> = given
        .into_iter()
        .flatten()
        .map(|(value, label)| {
            let value = match value {
                Value::Numeric(number) => Cell::Number(*number),
                Value::String(text) => Cell::Text(text.trim().to_owned()),
            };
            (value, label.trim().to_owned())
        })
        .collect();
    labels.sort_by(|(first, _), (second, _)| match (first, second) {
        (Cell::Number(first), Cell::Number(second)) => first.total_cmp(second),
        _ => first.written().cmp(&second.written()),
    });
    labels
}

/// The least and the greatest of labelled whole numbers.
fn steps(labels: &[&(Cell, String)]) -> Option<(f64, f64)> {
    let numbers: Option<Vec<f64>> = labels
        .iter()
        .map(|(value, _)| match value {
            Cell::Number(number) if number.fract() == 0.0 => Some(*number),
            _ => None,
        })
        .collect();
    let numbers = numbers?;
    Some((numbers.iter().copied().reduce(f64::min)?, numbers.iter().copied().reduce(f64::max)?))
}

fn is_whole(cell: &Cell) -> bool {
    match cell {
        Cell::Missing => true,
        Cell::Number(number) => number.fract() == 0.0,
        Cell::Text(_) | Cell::Day(_) => false,
    }
}

fn is(spec: &MissingSpec, cell: &Cell) -> bool {
    match (spec, cell) {
        (MissingSpec::Value(value), Cell::Number(number)) => value == number,
        (MissingSpec::Range { lo, hi }, Cell::Number(number)) => (*lo..=*hi).contains(number),
        (MissingSpec::StringValue(value), Cell::Text(text)) => value.trim() == text,
        _ => false,
    }
}

fn is_day_of_answer(name: &str, title: &str, answers: &[Cell]) -> bool {
    let words = fold(&format!("{name} {title}"));
    let is_day = answers.iter().all(|cell| matches!(cell, Cell::Day(_) | Cell::Missing));
    is_day
        && answers.iter().any(|cell| *cell != Cell::Missing)
        && ANSWERED.iter().any(|word| words.contains(word))
}

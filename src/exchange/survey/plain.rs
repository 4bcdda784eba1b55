//! Sphinx and its like: one header row of labels, and several answers in one cell.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, name_apart, slug, tick};
use super::grid::Grid;
use crate::text::fold::fold;

/// What parts the answers of a cell, the likelier first.
const PARTERS: [&str; 4] = [";", "|", " / ", ", "];

/// Answers of one question, at most.
const MOST_PARTS: usize = 40;

/// The columns; such an export does not say who came to the end.
pub(super) fn columns(grid: &Grid) -> (Vec<Column>, Vec<bool>) {
    let mut columns = Vec::new();
    for (at, written) in grid.header.iter().enumerate() {
        let base = Column {
            name: if is_name(written) {
                written.clone()
            } else {
                format!("q{:02}_{}", at + 1, slug(written, 24)).trim_end_matches('_').to_owned()
            },
            title: written.clone(),
            from: written.clone(),
            is_aside: matches!(
                fold(written).as_str(),
                "id" | "cle"
                    | "date_saisie"
                    | "date de saisie"
                    | "date_enreg"
                    | "temps_saisie"
                    | "date_modif"
                    | "progression"
                    | "num_obs"
                    | "numero"
            ),
            values: grid.rows.iter().map(|row| row[at].clone()).collect(),
            ..Column::default()
        };
        let Some(parter) = parted_by(grid, at) else {
            columns.push(base);
            continue;
        };
        let parts = parts_of(grid, at, parter);
        let one = |(part, _): &(String, usize)| {
            let ticks =
                |row: &Vec<String>| cut(&row[at], parter).any(|one| one == *part).then(|| part.clone());
            Column {
                name: format!("{}_{}", base.name, slug(part, 16)).trim_end_matches('_').to_owned(),
                title: format!("{written} – {part}"),
                values: grid.rows.iter().map(|row| ticks(row).unwrap_or_default()).collect(),
                ..base.clone()
            }
        };
        let mut boxes: Vec<Column> = parts.iter().map(one).collect();
        tick(&mut boxes, |value| !value.is_empty());
        columns.extend(boxes);
    }
    name_apart(&mut columns);
    (columns, vec![true; grid.rows.len()])
}

/// Tells whether a label can be a column's name as it is.
fn is_name(label: &str) -> bool {
    label.chars().count() <= 30 && !label.is_empty() && !label.contains(char::is_whitespace)
}

fn cut<'c>(cell: &'c str, parter: &'c str) -> impl Iterator<Item = &'c str> {
    cell.split(parter).map(str::trim).filter(|part| !part.is_empty())
}

/// The answers of a column with how often each was given, in the order first met.
fn parts_of(grid: &Grid, at: usize, parter: &str) -> Vec<(String, usize)> {
    let mut parts: Vec<(String, usize)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for part in grid.rows.iter().flat_map(|row| cut(&row[at], parter)) {
        let place = *places.entry(part.to_owned()).or_insert_with(|| {
            parts.push((part.to_owned(), 0));
            parts.len() - 1
        });
        parts[place].1 += 1;
    }
    parts
}

/// Tells what parts several answers in the cells of a column: a sign that cuts some of them into answers
/// that others gave too.
pub(super) fn parted_by(grid: &Grid, at: usize) -> Option<&'static str> {
    let cells: Vec<&str> = grid
        .rows
        .iter()
        .filter_map(|row| row.get(at))
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    PARTERS.into_iter().find(|parter| {
        let several = cells.iter().filter(|cell| cut(cell, parter).count() >= 2).count();
        if several < 2 || several * 10 < cells.len() {
            return false;
        }
        let parts = parts_of(grid, at, parter);
        let repeated = parts.iter().filter(|(_, count)| *count >= 2).count();
        let whole: BTreeSet<&str> = cells.iter().copied().collect();
        // Sentences with commas are no lists: their parts do not come back.
        let is_short = parts.iter().all(|(part, _)| part.chars().count() <= 80);
        (2..=MOST_PARTS).contains(&parts.len())
            && is_short
            && repeated * 4 >= parts.len() * 3
            && (parts.len() < whole.len() || whole.len() <= 2)
            && parts.iter().any(|(part, _)| part.parse::<f64>().is_err())
    })
}

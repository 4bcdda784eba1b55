//! The administrative files: interventions, families, margins; row by row, whatever their size.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::identifiers;
use super::table::{Row, Table, TableInput};
use crate::domain::casework::{
    Definition, Intervention, Margin, PopulationDefinition, Recipient, RecipientsDefinition,
};
use crate::domain::day::Day;
use crate::domain::diagnostic::{Diagnostic, Place, has_error};
use crate::domain::identifier::ColumnWatch;
use crate::domain::nearest::nearest;
use crate::domain::questionnaire::FaultKind;

/// Diagnostics kept of one file: a million bad rows are told by the first hundred and a count.
const TOLD: usize = 100;

/// Gathers diagnostics without growing with the file.
struct Told {
    path: String,
    kept: Vec<Diagnostic>,
    more: usize,
}

impl Told {
    fn new(path: &str, kept: Vec<Diagnostic>) -> Self {
        Self { path: path.to_owned(), kept, more: 0 }
    }

    fn push(&mut self, diagnostic: impl FnOnce() -> Diagnostic) {
        if self.kept.len() < TOLD {
            self.kept.push(diagnostic());
        } else {
            self.more += 1;
        }
    }

    fn finish(mut self, note: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.more > 0 {
            let more = Diagnostic::error(Place::file(self.path), "table-more-faults");
            self.kept.push(more.with("count", self.more));
        }
        self.kept.extend(note);
        self.kept
    }
}

/// Reads the interventions, giving each to `on_row`.
///
/// A row without a family is told and left out. A day that cannot be read, and an offer or an
/// outcome that the mapping does not know, is told and left out of its row. Duplicates and odd
/// durations are for [`crate::domain::casework::Screening`].
///
/// # Errors
/// Diagnostics alone, without any row, when the file is no table or lacks a declared column.
pub fn read_interventions<R: TableInput>(
    path: &str,
    input: R,
    definition: &Definition,
    mut on_row: impl FnMut(Intervention),
) -> Vec<Diagnostic> {
    let declared = &definition.interventions;
    let mut table = match Table::open(path, input) {
        Ok(table) => table,
        Err(diagnostic) => return vec![diagnostic],
    };
    let mut names: Vec<&str> =
        vec![&declared.family, &declared.event, &declared.offer, &declared.opening, &declared.closing];
    names.extend(declared.outcome.as_deref());
    names.extend(declared.contact.as_deref());
    let missing = table.require(&names);
    let column = |name: &str| table.column(name);
    let (Some(family), Some(event), Some(offer), Some(opening), Some(closing)) = (
        column(&declared.family),
        column(&declared.event),
        column(&declared.offer),
        column(&declared.opening),
        column(&declared.closing),
    ) else {
        return missing;
    };
    if has_error(&missing) {
        return missing;
    }
    let outcome = declared.outcome.as_deref().and_then(column);
    let contact = declared.contact.as_deref().and_then(column);
    let mut told = Told::new(path, missing);
    let header = table.header().to_vec();
    let mut watch = ColumnWatch::new(&header, &[family]);
    while let Some(row) = table.next() {
        let row = match row {
            Ok(row) => row,
            Err(diagnostic) => {
                told.push(|| diagnostic);
                continue;
            }
        };
        if row.is_empty() {
            continue;
        }
        watch.row(row.line, row.number, row.fields());
        if row.get(family).is_empty() {
            told.push(|| row.error(family, "casework-no-family"));
            continue;
        }
        let mut day = |column: usize| day(&row, column, definition, &mut told);
        let (contact, opening, closing) = (contact.and_then(&mut day), day(opening), day(closing));
        let outcome = outcome.and_then(|column| {
            let text = row.get(column);
            let found = declared.outcomes.iter().find(|(known, _)| known == text);
            if found.is_none() && !text.is_empty() {
                let known = declared.outcomes.iter().map(|(text, _)| text.as_str());
                told.push(|| unknown(&row, column, known));
            }
            found.map(|(_, outcome)| *outcome)
        });
        let text = row.get(offer);
        let taken = definition.offer(text).map(|(index, _)| index);
        if taken.is_none() && !text.is_empty() {
            let known = definition.offers.iter().flat_map(|one| one.values.iter().map(String::as_str));
            told.push(|| unknown(&row, offer, known));
        }
        on_row(Intervention {
            line: row.line,
            family: row.get(family).to_owned(),
            event: row.get(event).to_owned(),
            outcome,
            offer: taken,
            contact,
            opening,
            closing,
        });
    }
    let note = table.take_note();
    let mut found = told.finish(note);
    found.extend(identifiers::in_table(path, &header, watch));
    found
}

fn day(row: &Row<'_>, column: usize, definition: &Definition, told: &mut Told) -> Option<Day> {
    let text = row.get(column);
    if text.is_empty() {
        return None;
    }
    let day = definition.interventions.dates.parse(text);
    if day.is_none() {
        told.push(|| row.error(column, "table-not-a-day").with("value", text));
    }
    day
}

fn unknown<'k>(row: &Row<'_>, column: usize, known: impl Iterator<Item = &'k str>) -> Diagnostic {
    let text = row.get(column);
    row.error(column, "casework-unknown-value")
        .with("value", text)
        .with("nearest", nearest(text, known).unwrap_or("empty"))
}

/// The families read so far, by a hash of their number: a file has millions of them.
#[derive(Default)]
struct Seen {
    lines: HashMap<u64, usize>,
    told: Vec<Diagnostic>,
    more: usize,
}

impl Seen {
    /// Finds the line on which a family already stood; notes this one if it is the first.
    fn first_line(&mut self, family: &str, line: usize) -> Option<usize> {
        let mut hasher = DefaultHasher::new();
        family.hash(&mut hasher);
        let first = *self.lines.entry(hasher.finish()).or_insert(line);
        (first != line).then_some(first)
    }

    fn tell(&mut self, place: Place, first: usize) {
        if self.told.len() < TOLD {
            self.told.push(Diagnostic::warning(place, "casework-duplicate").with("first", first));
        } else {
            self.more += 1;
        }
    }

    fn finish(mut self, path: &str) -> Vec<Diagnostic> {
        if self.more > 0 {
            let more = Diagnostic::warning(Place::file(path), "casework-more-duplicates");
            self.told.push(more.with("count", self.more));
        }
        self.told
    }
}

/// Reads the families, giving each to `on_row`; of a family that stands twice, the first line.
///
/// # Errors
/// As for [`read_interventions`].
pub fn read_recipients<R: TableInput>(
    path: &str,
    input: R,
    definition: &RecipientsDefinition,
    mut on_row: impl FnMut(Recipient),
) -> Vec<Diagnostic> {
    let mut table = match Table::open(path, input) {
        Ok(table) => table,
        Err(diagnostic) => return vec![diagnostic],
    };
    let mut names: Vec<&str> = vec![&definition.family];
    names.extend(definition.characteristics.iter().map(|one| one.column.as_str()));
    let missing = table.require(&names);
    let Some(family) = table.column(&definition.family).filter(|_| !has_error(&missing)) else {
        return missing;
    };
    let columns: Vec<usize> =
        definition.characteristics.iter().filter_map(|one| table.column(&one.column)).collect();
    let (mut told, mut seen) = (Told::new(path, missing), Seen::default());
    let header = table.header().to_vec();
    let mut watch = ColumnWatch::new(&header, &[family]);
    while let Some(row) = table.next() {
        let row = match row {
            Ok(row) => row,
            Err(diagnostic) => {
                told.push(|| diagnostic);
                continue;
            }
        };
        if row.is_empty() {
            continue;
        }
        watch.row(row.line, row.number, row.fields());
        if row.get(family).is_empty() {
            told.push(|| row.error(family, "casework-no-family"));
            continue;
        }
        if let Some(first) = seen.first_line(row.get(family), row.line) {
            seen.tell(row.place(family), first);
            continue;
        }
        let groups = definition.characteristics.iter().zip(&columns).map(|(one, column)| {
            one.read(row.get(*column)).unwrap_or_else(|fault| {
                told.push(|| match fault.kind {
                    FaultKind::NotANumber => {
                        row.error(*column, "table-not-a-number").with("value", &fault.value)
                    }
                    _ => {
                        let known = one.groups.iter().flat_map(|(_, values)| values.iter());
                        unknown(&row, *column, known.map(String::as_str))
                    }
                });
                None
            })
        });
        let groups = groups.collect();
        let values = columns.iter().map(|column| row.get(*column).to_owned()).collect();
        on_row(Recipient { line: row.line, family: row.get(family).to_owned(), values, groups });
    }
    let note = table.take_note();
    let mut found = told.finish(note);
    found.extend(identifiers::in_table(path, &header, watch));
    found.extend(seen.finish(path));
    found
}

/// Reads the margins of the population.
///
/// # Errors
/// As for [`read_interventions`]; a count that is no whole number is told and its row left out.
pub fn read_population<R: TableInput>(
    path: &str,
    input: R,
    definition: &PopulationDefinition,
) -> (Vec<Margin>, Vec<Diagnostic>) {
    let mut table = match Table::open(path, input) {
        Ok(table) => table,
        Err(diagnostic) => return (Vec::new(), vec![diagnostic]),
    };
    let missing = table.require(&[&definition.variable, &definition.modality, &definition.count]);
    let (Some(variable), Some(modality), Some(count)) = (
        table.column(&definition.variable),
        table.column(&definition.modality),
        table.column(&definition.count),
    ) else {
        return (Vec::new(), missing);
    };
    let mut told = Told::new(path, missing);
    let mut margins = Vec::new();
    let mut lines: BTreeMap<(String, String), usize> = BTreeMap::new();
    while let Some(row) = table.next() {
        let row = match row {
            Ok(row) => row,
            Err(diagnostic) => {
                told.push(|| diagnostic);
                continue;
            }
        };
        if row.is_empty() {
            continue;
        }
        // Offices write thousands apart, by a blank of some kind.
        let (name, value) = (row.get(variable), row.get(modality));
        let line = (name.to_owned(), value.to_owned());
        if let Some(first) = lines.get(&line) {
            told.push(|| {
                row.error(modality, "casework-margin-twice").with("value", value).with("first", first)
            });
            continue;
        }
        lines.insert(line, row.line);
        let digits: String = row.get(count).chars().filter(|letter| !letter.is_whitespace()).collect();
        match digits.parse() {
            Ok(number) => {
                margins.push(Margin { variable: name.to_owned(), modality: value.to_owned(), count: number })
            }
            Err(_) => {
                told.push(|| row.error(count, "table-not-a-number").with("value", row.get(count)));
            }
        }
    }
    let note = table.take_note();
    (margins, told.finish(note))
}

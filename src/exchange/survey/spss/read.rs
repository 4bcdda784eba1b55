//! A file read as an export.

use std::io::Cursor;

use ambers::{MrType, SpssMetadata};

use super::cells::{self, Cell};
use super::question;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::quiet;
use crate::exchange::survey::column::{Column, name_apart};
use crate::exchange::survey::export::Export;
use crate::exchange::survey::recognise::SurveyKind;

/// Rows that are taken at a time.
const BATCH: usize = 4096;

/// Values in all, at most: ten times the largest public surveys.
const MOST_VALUES: usize = 100_000_000;

/// Reads a file; also gives what the library found odd in it.
///
/// # Errors
/// It is broken, cut off or too large.
pub fn read(path: &str, bytes: Vec<u8>) -> Result<(Export, Vec<Diagnostic>), Diagnostic> {
    let fault =
        |detail: String| Diagnostic::error(Place::file(path), "spss-unreadable").with("detail", detail);
    let reading = quiet::spawn(move || take(bytes)).map_err(|error| fault(error.to_string()))?;
    let (known, cells) = reading.join().unwrap_or_else(|_| Err("?".to_owned())).map_err(fault)?;
    let mut found: Vec<Diagnostic> = known
        .warnings
        .iter()
        .map(|warning| Diagnostic::warning(Place::file(path), "spss-odd").with("detail", warning))
        .collect();
    if cells.iter().all(|(_, values)| values.is_empty()) {
        return Err(Diagnostic::error(Place::file(path), "spss-empty"));
    }
    let (export, set_aside) = lay_out(&known, &cells);
    found.extend(set_aside.into_iter().map(|(variable, values, count)| {
        let note = Diagnostic::note(Place::file(path), "spss-missing");
        note.with("variable", variable).with("values", values.join(", ")).with("count", count)
    }));
    Ok((export, found))
}

pub(super) type Variables = Vec<(String, Vec<Cell>)>;

fn take(bytes: Vec<u8>) -> Result<(SpssMetadata, Variables), String> {
    let told = |error: ambers::error::SpssError| error.to_string();
    let mut scanner = ambers::scan_sav_from_reader(Cursor::new(bytes), BATCH).map_err(told)?;
    let mut variables: Variables =
        scanner.metadata().variable_names.iter().map(|name| (name.clone(), Vec::new())).collect();
    while let Some(batch) = scanner.next_batch().map_err(told)? {
        if variables.len() * (scanner.rows_read()) > MOST_VALUES {
            return Err(format!("> {MOST_VALUES}"));
        }
        for ((_, values), column) in variables.iter_mut().zip(batch.columns()) {
            cells::append(values, column.as_ref());
        }
    }
    // Taken last: what is odd in the data is known by now.
    Ok((scanner.metadata().clone(), variables))
}

/// Values that were read as no answer: the variable, their names, how many times.
type SetAside = Vec<(String, Vec<String>, usize)>;

fn lay_out(known: &SpssMetadata, variables: &Variables) -> (Export, SetAside) {
    let mut set_aside = Vec::new();
    let mut columns: Vec<Column> = variables
        .iter()
        .map(|(name, cells)| {
            let (column, left) = question::of(known, name, cells);
            if let Some((values, count)) = left {
                set_aside.push((name.clone(), values, count));
            }
            column
        })
        .collect();
    for set in known.mr_sets.values().filter(|set| set.mr_type == MrType::MultipleDichotomy) {
        let counted = set.counted_value.as_deref().unwrap_or("1").trim();
        let members: Vec<usize> = (0..variables.len())
            .filter(|at| set.variables.iter().any(|one| one.eq_ignore_ascii_case(&variables[*at].0)))
            .collect();
        question::tick(&mut columns, &members, variables, counted, &set.label);
    }
    name_apart(&mut columns);
    let rows = variables.first().map_or(0, |(_, cells)| cells.len());
    let mut remarks = Vec::new();
    if let Some(weight) = &known.weight_variable {
        remarks.push([
            format!("SPSS pondérait par {weight} : propos redresse lui-même (propos weights)."),
            format!("SPSS weighted by {weight}: propos rakes by itself (propos weights)."),
        ]);
    }
    for (variable, values, _) in &set_aside {
        remarks.push([
            format!("Sans réponse d’après SPSS, {variable} : {}.", values.join(", ")),
            format!("No answer as SPSS says, {variable}: {}.", values.join(", ")),
        ]);
    }
    (Export { kind: SurveyKind::Spss, columns, complete: vec![true; rows], remarks }, set_aside)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ambers::{Compression, Measure, MissingSpec, MrSet};
    use arrow::array::{ArrayRef, Float64Array, StringArray};
    use arrow::record_batch::RecordBatch;
    use proptest::prelude::*;

    use super::*;

    fn file(columns: &[(&str, ArrayRef)], known: &SpssMetadata, compression: Compression) -> Vec<u8> {
        let batch =
            RecordBatch::try_from_iter(columns.iter().map(|(name, values)| (*name, values.clone()))).unwrap();
        let mut bytes = Cursor::new(Vec::new());
        ambers::write_sav_to_writer(&mut bytes, &batch, known, compression, None).unwrap();
        bytes.into_inner()
    }

    fn numbers(values: &[Option<f64>]) -> ArrayRef {
        Arc::new(Float64Array::from(values.to_vec()))
    }

    /// Three persons, a choice of several among two, a weight, a value declared missing.
    fn sample(compression: Compression) -> Vec<u8> {
        let mut known = SpssMetadata::default();
        for name in ["family", "office"] {
            known.variable_measures.insert(name.to_owned(), Measure::Nominal);
            known.variable_missing_values.insert(name.to_owned(), vec![MissingSpec::Value(9.0)]);
        }
        known.variable_labels.insert("family".to_owned(), "La famille".to_owned());
        known.weight_variable = Some("weight".to_owned());
        let set = MrSet {
            name: "help".to_owned(),
            label: "Qui vous aide ?".to_owned(),
            mr_type: MrType::MultipleDichotomy,
            counted_value: Some("1".to_owned()),
            variables: vec!["family".to_owned(), "office".to_owned()],
        };
        known.mr_sets.insert("help".to_owned(), set);
        let names: ArrayRef = Arc::new(StringArray::from(vec!["Ève", "Nabil", "Zoé"]));
        let columns = [
            ("name", names),
            ("family", numbers(&[Some(1.0), Some(2.0), Some(9.0)])),
            ("office", numbers(&[None, Some(1.0), None])),
            ("weight", numbers(&[Some(0.8), Some(1.25), Some(1.0)])),
        ];
        file(&columns, &known, compression)
    }

    #[test]
    fn a_choice_of_several_becomes_boxes_and_weights_are_told() {
        for compression in [Compression::None, Compression::Bytecode, Compression::Zlib] {
            let (export, found) = read("help.sav", sample(compression)).expect("read");
            let of = |name: &str| export.columns.iter().find(|column| column.name == name).expect("a column");
            assert!(of("family").is_box && of("office").is_box);
            assert_eq!(of("family").values, ["1", "0", ""]);
            assert_eq!(of("office").values, ["0", "1", ""]);
            assert_eq!(of("family").title, "Qui vous aide ? – La famille");
            assert_eq!(of("name").values, ["Ève", "Nabil", "Zoé"]);
            assert_eq!(of("weight").values, ["0.8", "1.25", "1"]);
            assert!(export.remarks.iter().any(|[_, english]| english.contains("weighted by weight")));
            assert_eq!(found.iter().map(|one| one.key.as_ref()).collect::<Vec<_>>(), ["spss-missing"]);
        }
    }

    proptest! {
        #[test]
        fn damaged_files_are_read_or_refused(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
            cut in any::<prop::sample::Index>(),
            is_cut: bool,
        ) {
            for compression in [Compression::None, Compression::Bytecode, Compression::Zlib] {
                let mut bytes = sample(compression);
                for (at, byte) in &changes {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
                if is_cut {
                    bytes.truncate(cut.index(bytes.len()));
                }
                if let Ok((export, _)) = read("help.sav", bytes) {
                    let table = export.table();
                    prop_assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
                }
            }
        }
    }
}

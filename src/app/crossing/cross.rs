//! Counting a crossing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::measure::Measure;
use crate::analysis::matrix::{CaseMatrix, attribute};
use crate::app::concordance::Swatch;
use crate::app::material::Material;
use crate::app::matrix::{self, Columns, Unit};
use crate::app::passages::Condition;
use crate::app::people::{CaseHead, heads};
use crate::app::{AppError, Context};
use crate::domain::nearest::nearest;
use crate::domain::{CodeId, CoderId, TranscriptId};
use crate::text::Language;

/// Shades of a cell that holds something.
const SHADES: f64 = 4.0;

/// What stands in the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// One interview each.
    #[default]
    Transcripts,
    /// One code each.
    Codes,
    /// One value of this attribute each.
    Attribute(String),
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Short: an identifier, a value.
    pub head: String,
    /// As people read it in full.
    pub label: String,
    /// Colour and pattern, of a code.
    pub swatch: Option<Swatch>,
    /// What keeps its passages.
    pub condition: String,
}

/// A cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// What it says; 0 when there is nothing.
    pub value: f64,
    /// From 0, nothing, to 4, the most of the table.
    pub shade: u8,
}

/// A row: a code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The code.
    pub code: Swatch,
    /// One a column.
    pub cells: Vec<Cell>,
    /// Over all columns, where they add up; for codes by codes, the code's own.
    pub total: Option<f64>,
}

/// A crossing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crossing {
    /// What cells say.
    pub measure: Measure,
    /// In their order.
    pub columns: Vec<Column>,
    /// In the order of the codebook.
    pub rows: Vec<Row>,
}

/// Crosses codes with an axis.
///
/// # Errors
/// Nothing is coded yet, or no interview has the attribute.
pub async fn cross(
    context: &Context,
    axis: &Axis,
    measure: Measure,
    only: Option<&CoderId>,
    language: Language,
) -> Result<Crossing, AppError> {
    let codes = Swatch::all(&context.store.codebook().await?);
    let heads = heads(context, language).await?;
    let columns = columns(axis, &heads, &codes)?;
    let values = match (axis, measure) {
        (Axis::Codes, _) => by_codes(context, measure).await?,
        (_, Measure::Words | Measure::Coverage) => from_texts(context, axis, measure, &codes).await?,
        _ => from_counts(context, axis, measure, only, &heads, &codes, &columns).await?,
    };
    let rows = values
        .into_iter()
        .zip(codes)
        .enumerate()
        .map(|(at, (values, code))| Row {
            total: match axis {
                // The diagonal is the code's own count, which no pair reaches.
                Axis::Codes => values.get(at).copied(),
                _ => measure.adds_up(axis).then(|| values.iter().sum()),
            },
            cells: values.into_iter().map(|value| Cell { value, shade: 0 }).collect(),
            code,
        })
        .collect();
    Ok(Crossing { measure, columns, rows: shaded(rows, axis, measure) })
}

fn columns(axis: &Axis, heads: &[CaseHead], codes: &[Swatch]) -> Result<Vec<Column>, AppError> {
    let plain = |head: String, label: String, condition: &Condition| Column {
        head,
        label,
        swatch: None,
        condition: condition.to_string(),
    };
    Ok(match axis {
        Axis::Transcripts => heads
            .iter()
            .map(|head| plain(head.id.0.clone(), head.label(), &Condition::Transcript(head.id.clone())))
            .collect(),
        Axis::Codes => codes
            .iter()
            .map(|code| Column {
                head: code.title.clone(),
                label: code.title.clone(),
                swatch: Some(code.clone()),
                condition: code.code.0.clone(),
            })
            .collect(),
        Axis::Attribute(name) => values_of(name, heads)?
            .into_iter()
            .map(|value| plain(value.clone(), value.clone(), &Condition::Attribute(name.clone(), value)))
            .collect(),
    })
}

/// Lists the values of an attribute, sorted; « – » gathers, last, the interviews without it.
fn values_of(name: &str, heads: &[CaseHead]) -> Result<Vec<String>, AppError> {
    let mut values: Vec<String> =
        heads.iter().filter_map(|head| head.attribute(name)).map(str::to_owned).collect();
    values.sort();
    values.dedup();
    if values.is_empty() {
        let known = heads.iter().flat_map(|head| head.attributes().map(|(name, _)| name.as_str()));
        let nearest = nearest(name, known).map(str::to_owned);
        return Err(AppError::Unknown { kind: "attribute", name: name.to_owned(), nearest });
    }
    if heads.iter().any(|head| head.attribute(name).is_none()) {
        values.push("–".to_owned());
    }
    Ok(values)
}

/// Counts in the engine: no text is loaded.
async fn from_counts(
    context: &Context,
    axis: &Axis,
    measure: Measure,
    only: Option<&CoderId>,
    heads: &[CaseHead],
    codes: &[Swatch],
    columns: &[Column],
) -> Result<Vec<Vec<f64>>, AppError> {
    let column_of: BTreeMap<&TranscriptId, usize> = heads
        .iter()
        .enumerate()
        .filter_map(|(at, head)| {
            let column = match axis {
                Axis::Attribute(name) => {
                    let value = head.attribute(name).unwrap_or("–");
                    columns.iter().position(|column| column.head == value)?
                }
                _ => at,
            };
            Some((&head.id, column))
        })
        .collect();
    let row_of: BTreeMap<&CodeId, usize> =
        codes.iter().enumerate().map(|(at, code)| (&code.code, at)).collect();
    let mut values: Vec<Vec<f64>> = vec![vec![0.0; columns.len()]; codes.len()];
    let crossed = context.store.codes_by_transcripts(only).await?;
    if crossed.is_empty() {
        return Err(AppError::Empty { missing: "codings" });
    }
    for one in crossed {
        let (Some(&row), Some(&column)) = (row_of.get(&one.code), column_of.get(&one.transcript)) else {
            continue;
        };
        let Some(value) = values.get_mut(row).and_then(|row| row.get_mut(column)) else { continue };
        match measure {
            // A passage without intensity counts as 1, as in the typology.
            Measure::Intensity => *value = value.max(f64::from(one.intensity.unwrap_or(1))),
            Measure::Interviews => *value += 1.0,
            _ => *value += to_f64(one.passages),
        }
    }
    Ok(values)
}

/// Counts respondents' words, which needs the texts.
async fn from_texts(
    context: &Context,
    axis: &Axis,
    measure: Measure,
    codes: &[Swatch],
) -> Result<Vec<Vec<f64>>, AppError> {
    let material = Material::load(context).await?;
    if material.codings.is_empty() {
        return Err(AppError::Empty { missing: "codings" });
    }
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let rank = |code: &Swatch| matrix.codes.iter().position(|known| *known == code.code);
    let value = |coded: usize, words: usize| {
        if measure == Measure::Words {
            to_f64(coded)
        } else if words == 0 {
            0.0
        } else {
            100.0 * to_f64(coded) / to_f64(words)
        }
    };
    let groups = match axis {
        Axis::Attribute(name) => attribute::by_attribute(&matrix, &material.transcripts, name),
        _ => Vec::new(),
    };
    Ok(codes
        .iter()
        .map(|code| {
            let Some(rank) = rank(code) else { return Vec::new() };
            match axis {
                Axis::Attribute(_) => {
                    groups.iter().map(|group| value(group.coded_words[rank], group.words)).collect()
                }
                _ => matrix
                    .cases
                    .iter()
                    .zip(&matrix.cells)
                    .map(|(case, cells)| value(cells[rank].coded_words, case.words))
                    .collect(),
            }
        })
        .collect())
}

/// Counts codes by codes, from places alone.
async fn by_codes(context: &Context, measure: Measure) -> Result<Vec<Vec<f64>>, AppError> {
    let unit = match measure {
        Measure::Overlaps => Unit::Words,
        Measure::Interviews => Unit::Interviews,
        _ => Unit::Segments,
    };
    let counted = matrix::count(context, &Columns::Codes, unit).await?;
    Ok(counted.rows.into_iter().map(|row| row.cells.into_iter().map(to_f64).collect()).collect())
}

/// Gives each cell its shade: intensities as they are, others by their share of the most.
fn shaded(mut rows: Vec<Row>, axis: &Axis, measure: Measure) -> Vec<Row> {
    let is_pair = |row: usize, column: usize| *axis != Axis::Codes || row != column;
    let most = rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| {
            let cells = row.cells.iter().enumerate().filter(move |(column, _)| is_pair(at, *column));
            cells.map(|(_, cell)| cell.value)
        })
        .fold(0.0, f64::max);
    for (at, row) in rows.iter_mut().enumerate() {
        for (column, cell) in row.cells.iter_mut().enumerate() {
            if !is_pair(at, column) || cell.value <= 0.0 {
                continue;
            }
            let shade = if measure == Measure::Intensity { cell.value } else { SHADES * cell.value / most };
            cell.shade = [1, 2, 3].into_iter().find(|step| shade <= f64::from(*step)).unwrap_or(4);
        }
    }
    rows
}

#[allow(clippy::cast_precision_loss, reason = "counts of passages and words stay far under 2^53")]
fn to_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[f64]) -> Row {
        let code = Swatch { code: "a".into(), title: String::new(), theme: 0, variant: 0 };
        let cells = values.iter().map(|value| Cell { value: *value, shade: 0 }).collect();
        Row { code, cells, total: None }
    }

    #[test]
    fn shades_go_from_nothing_to_the_most_of_the_pairs() {
        let shades = |rows: &[Row]| -> Vec<Vec<u8>> {
            rows.iter().map(|row| row.cells.iter().map(|cell| cell.shade).collect()).collect()
        };
        let rows = vec![row(&[90.0, 4.0, 0.0]), row(&[4.0, 50.0, 8.0]), row(&[0.0, 8.0, 7.0])];
        let pairs = shaded(rows.clone(), &Axis::Codes, Measure::Turns);
        assert_eq!(shades(&pairs), [[0, 2, 0], [2, 0, 4], [0, 4, 0]]);
        let intensities = shaded(vec![row(&[1.0, 3.0, 0.0])], &Axis::Transcripts, Measure::Intensity);
        assert_eq!(shades(&intensities), [[1, 3, 0]]);
    }
}

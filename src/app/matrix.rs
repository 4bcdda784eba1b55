//! Codes crossed with interviews, codes, or an attribute.

use std::io::{self, Write};

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::material::Material;
use crate::analysis::matrix::{CaseMatrix, attribute, cooccurrence};
use crate::domain::coding::{Anchor, Anchoring, Coding, Origin};
use crate::domain::nearest::nearest;
use crate::domain::{CodeId, RecordId};
use crate::exchange::table::TableWriter;
use crate::store::Position;

/// What stands in the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Columns {
    /// One interview each.
    Transcripts,
    /// One code each.
    Codes,
    /// One value of this attribute each.
    Attribute(String),
}

/// What a cell counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Extracts: unions of overlapping passages given the same code by any coder; between two codes,
    /// turns that carry both.
    #[default]
    Segments,
    /// Interviews.
    Interviews,
    /// Words of respondents that are coded; between two codes, extracts that overlap.
    Words,
}

/// A row of a matrix: a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatrixRow {
    /// Its id.
    pub code: CodeId,
    /// As people read it.
    pub title: String,
    /// One count a column.
    pub cells: Vec<usize>,
    /// Over all columns; for codes × codes, the code's own count.
    pub total: usize,
}

/// A matrix of counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Matrix {
    /// What is counted.
    pub unit: Unit,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// In the order of the codebook.
    pub rows: Vec<MatrixRow>,
}

impl Matrix {
    /// Writes it as a table: codes by their id, under the names of the two outer columns.
    ///
    /// # Errors
    /// The sink fails.
    pub fn write_table(&self, code: &str, total: &str, sink: impl Write) -> io::Result<()> {
        let names = self.columns.iter().map(String::as_str);
        let mut table = TableWriter::new(sink, [code].into_iter().chain(names).chain([total]))?;
        for row in &self.rows {
            let counts: Vec<String> = row.cells.iter().chain([&row.total]).map(usize::to_string).collect();
            table.row([row.code.as_str()].into_iter().chain(counts.iter().map(String::as_str)))?;
        }
        table.finish().map(|_| ())
    }
}

/// Counts a matrix.
///
/// # Errors
/// There is no coding yet, or no such attribute.
pub async fn count(context: &Context, columns: &Columns, unit: Unit) -> Result<Matrix, AppError> {
    if *columns == Columns::Codes {
        return codes_by_codes(context, unit).await;
    }
    let material = Material::load(context).await?;
    let title = |id: &CodeId| title(&material.codebook, id);
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let pick = |segments: usize, interviews: usize, words: usize| match unit {
        Unit::Segments => segments,
        Unit::Interviews => interviews,
        Unit::Words => words,
    };
    let (names, cells): (Vec<String>, Vec<Vec<usize>>) = match columns {
        Columns::Attribute(name) => {
            let known = material
                .transcripts
                .iter()
                .flat_map(|one| one.attributes.iter().map(|(name, _)| name.as_str()));
            if !known.clone().any(|known| known == name) {
                let near = nearest(name, known).map(str::to_owned);
                return Err(AppError::Unknown { kind: "attribute", name: name.clone(), nearest: near });
            }
            let groups = attribute::by_attribute(&matrix, &material.transcripts, name);
            let cells = |column: usize| {
                groups
                    .iter()
                    .map(|group| {
                        pick(group.extracts[column], group.interviews[column], group.coded_words[column])
                    })
                    .collect()
            };
            let names =
                groups.iter().map(|group| group.value.clone().unwrap_or_else(|| "–".to_owned())).collect();
            (names, (0..matrix.codes.len()).map(cells).collect())
        }
        Columns::Transcripts | Columns::Codes => {
            let cells = |column: usize| {
                let cell = |row: &Vec<crate::analysis::matrix::Cell>| {
                    let cell = &row[column];
                    pick(cell.extracts, usize::from(cell.extracts > 0), cell.coded_words)
                };
                matrix.cells.iter().map(cell).collect()
            };
            let names = matrix.cases.iter().map(|case| case.case.0.clone()).collect();
            (names, (0..matrix.codes.len()).map(cells).collect())
        }
    };
    let rows = matrix
        .codes
        .iter()
        .zip(cells)
        .map(|(code, cells)| MatrixRow {
            title: title(code),
            total: cells.iter().sum(),
            code: code.clone(),
            cells,
        })
        .collect();
    Ok(Matrix { unit, columns: names, rows })
}

/// Counts codes against codes from places alone: the words of 150,000 codings are not needed.
async fn codes_by_codes(context: &Context, unit: Unit) -> Result<Matrix, AppError> {
    let codebook = context.store.codebook().await?;
    let positions = context.store.positions().await?;
    if positions.is_empty() {
        return Err(AppError::Empty { missing: "codings" });
    }
    let codings: Vec<Coding> = positions.into_iter().map(without_words).collect();
    let codes: Vec<CodeId> = codebook.codes().map(|code| code.id.clone()).collect();
    let table = match unit {
        Unit::Words => cooccurrence::by_overlap(&codes, &codings),
        Unit::Segments | Unit::Interviews => cooccurrence::by_turn(&codes, &codings),
    };
    let count = |one: usize, other: usize| {
        let pair = table.pair(one, other);
        if unit == Unit::Interviews { pair.interviews } else { pair.shared }
    };
    let rows = codes
        .iter()
        .enumerate()
        .map(|(row, code)| MatrixRow {
            code: code.clone(),
            title: title(&codebook, code),
            cells: (0..codes.len()).map(|column| count(row, column)).collect(),
            total: count(row, row),
        })
        .collect();
    Ok(Matrix { unit, columns: codes.iter().map(|code| code.0.clone()).collect(), rows })
}

fn without_words(position: Position) -> Coding {
    Coding {
        id: RecordId(String::new()),
        transcript: position.transcript,
        version: 0,
        code: position.code,
        coder: position.coder,
        anchor: Anchor { span: position.span, ..Anchor::default() },
        turns: position.turns,
        intensity: position.intensity,
        memo: String::new(),
        anchoring: Anchoring::Exact,
        origin: Origin::Import,
    }
}

fn title(codebook: &crate::domain::codebook::Codebook, id: &CodeId) -> String {
    codebook.find(id).map_or_else(|| id.0.clone(), |code| code.title.clone())
}

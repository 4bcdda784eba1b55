//! The answers of an export, a column a question, whoever wrote it.

use super::column::Column;
use super::grid::Grid;
use super::recognise::{SurveyKind, recognise};
use super::{limesurvey, plain, surveymonkey};

/// An export whose columns are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The program that wrote it.
    pub kind: SurveyKind,
    pub(super) columns: Vec<Column>,
    /// Whether each respondent came to the end; true where the export does not say it.
    pub(super) complete: Vec<bool>,
    /// What is said of it at the head of the declaration, in French and in English.
    pub(super) remarks: Vec<[String; 2]>,
}

impl Export {
    /// Tells the columns of a table apart; none when it is that of no program that is known.
    pub fn of(grid: &Grid) -> Option<Self> {
        let kind = recognise(grid)?;
        let (columns, complete) = match kind {
            SurveyKind::LimeSurvey => limesurvey::columns(grid),
            SurveyKind::SurveyMonkey => surveymonkey::columns(grid),
            SurveyKind::Plain => plain::columns(grid),
            // Its file is no table.
            SurveyKind::Spss => return None,
        };
        Some(Self { kind, columns, complete, remarks: Vec::new() })
    }

    /// Its answers as a table under the names of their questions.
    pub fn table(&self) -> Grid {
        let rows = (0..self.complete.len())
            .map(|row| self.columns.iter().map(|column| column.values[row].clone()).collect());
        Grid {
            header: self.columns.iter().map(|column| column.title.clone()).collect(),
            rows: rows.collect(),
            delimiter: b',',
        }
    }
}

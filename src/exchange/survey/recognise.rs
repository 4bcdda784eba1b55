//! Whose export a table is.

use super::grid::Grid;
use crate::text::fold::fold;

/// Programs whose exports are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyKind {
    /// `LimeSurvey`: a column a question or sub-question, with the time of submission.
    LimeSurvey,
    /// `SurveyMonkey`: two header rows, a choice of several spread over columns.
    SurveyMonkey,
    /// Sphinx and its like: one header row of labels, several answers in one cell.
    Plain,
    /// `SPSS`: variables and values with their labels.
    Spss,
}

impl SurveyKind {
    /// Names it in messages and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::LimeSurvey => "LimeSurvey",
            Self::SurveyMonkey => "SurveyMonkey",
            Self::Plain => "Sphinx",
            Self::Spss => "SPSS",
        }
    }
}

/// Headings of the time of submission, in codes and in the languages of the program.
pub(super) const SUBMITTED: &[&str] = &["submitdate", "date submitted", "date de soumission"];

/// Headings beside it.
const BESIDE: &[&str] = &[
    "lastpage",
    "last page",
    "derniere page",
    "startlanguage",
    "start language",
    "langue de depart",
    "seed",
];

/// What the second header row of `SurveyMonkey` says of a question with one column.
pub(super) const RESPONSES: &[&str] = &["response", "open-ended response", "reponse", "reponse ouverte"];

/// Whether a file is one of SPSS, by its first bytes.
pub fn is_spss(first: &[u8]) -> bool {
    first.starts_with(b"$FL2") || first.starts_with(b"$FL3")
}

/// Recognises an export by its first rows; none when it is that of no program that is known.
pub fn recognise(grid: &Grid) -> Option<SurveyKind> {
    let heads: Vec<String> = grid.header.iter().map(|name| heading(name)).collect();
    let has = |known: &[&str]| heads.iter().any(|name| known.contains(&name.as_str()));
    // A table of codings.
    if has(&["code"]) && has(&["exact", "quote", "passage", "extrait", "verbatim", "citation"]) {
        return None;
    }
    if has(SUBMITTED) && has(BESIDE) {
        return Some(SurveyKind::LimeSurvey);
    }
    if let Some(second) = grid.rows.first() {
        let responses = second.iter().filter(|cell| RESPONSES.contains(&fold(cell).as_str())).count();
        let spread =
            grid.header.iter().zip(second).filter(|(head, cell)| head.is_empty() && !cell.is_empty());
        if responses >= 1 && (spread.count() >= 1 || responses >= 2) {
            return Some(SurveyKind::SurveyMonkey);
        }
    }
    let shared = (0..grid.header.len()).filter(|at| super::plain::parted_by(grid, *at).is_some()).count();
    (grid.header.len() >= 3 && grid.rows.len() >= 3 && shared >= 1).then_some(SurveyKind::Plain)
}

/// Folds a heading; of « code. text » the code.
pub(super) fn heading(name: &str) -> String {
    let folded = fold(name.trim());
    match folded.split_once(". ") {
        Some((code, _)) if SUBMITTED.contains(&code) || BESIDE.contains(&code) || code == "id" => {
            code.to_owned()
        }
        _ => folded,
    }
}

//! `LimeSurvey`: a column a question, `Q2[SQ001]` or `Question ? [Sub-question]` a column a sub-question.

use super::column::{Column, name_apart, slug, tick};
use super::grid::Grid;
use super::recognise::{SUBMITTED, heading};
use crate::text::fold::fold;

/// Headings that the program writes of itself, folded.
const ASIDE: &[&str] = &[
    "id",
    "response id",
    "id de la reponse",
    "submitdate",
    "date submitted",
    "date de soumission",
    "lastpage",
    "last page",
    "derniere page",
    "startlanguage",
    "start language",
    "langue de depart",
    "seed",
    "tete de serie",
    "startdate",
    "date started",
    "date de lancement",
    "datestamp",
    "date last action",
    "date de la derniere action",
    "ipaddr",
    "ip address",
    "adresse ip",
    "refurl",
    "referrer url",
    "url referente",
    "token",
    "code d'invitation",
    "access code",
    "interviewtime",
    "total time",
    "temps total",
];

/// What ticks a box.
const TICKED: &[&str] = &["y", "oui", "yes", "1", "checked", "x"];
/// What leaves it.
const LEFT: &[&str] = &["n", "non", "no", "0", "unchecked", "not selected", "n/a"];

/// The columns, with which respondents came to the end.
pub(super) fn columns(grid: &Grid) -> (Vec<Column>, Vec<bool>) {
    let heads: Vec<String> = grid.header.iter().map(|name| heading(name)).collect();
    let submitted = heads.iter().position(|name| SUBMITTED.contains(&name.as_str()));
    let complete = grid.rows.iter().map(|row| {
        let day = submitted.and_then(|at| row.get(at)).map_or("", String::as_str);
        // An export of the older versions writes this day where there is none.
        !day.is_empty() && !day.starts_with("1980-01-01")
    });
    let complete: Vec<bool> = complete.collect();
    let mut columns = Vec::new();
    let mut questions = Vec::new();
    for (at, written) in grid.header.iter().enumerate() {
        let (question, sub) = parts(written);
        let is_aside = ASIDE.contains(&heads[at].as_str());
        let folded = sub.map(fold).unwrap_or_default();
        let is_open = matches!(folded.as_str(), "other" | "autre" | "comment" | "commentaire")
            || folded.ends_with("comment");
        let name = if is_aside { heads[at].clone() } else { named(written, at) };
        columns.push(Column {
            name: if is_aside { slug(&name, 30) } else { name },
            title: match sub {
                Some(sub) => format!("{question} – {sub}"),
                None => question.to_owned(),
            },
            from: written.clone(),
            is_open,
            is_aside,
            values: grid.rows.iter().map(|row| row[at].clone()).collect(),
            ..Column::default()
        });
        questions.push((question.to_owned(), sub.is_some() && !is_open && !is_aside));
    }
    boxes(&mut columns, &questions);
    name_apart(&mut columns);
    (columns, complete)
}

/// Makes boxes of sub-questions of one question that are all ticked or left.
fn boxes(columns: &mut [Column], questions: &[(String, bool)]) {
    let mut at = 0;
    while at < columns.len() {
        let (question, is_sub) = &questions[at];
        let end = at + questions[at..].iter().take_while(|one| **one == (question.clone(), true)).count();
        if !is_sub || end - at < 2 {
            at += 1;
            continue;
        }
        let group = &mut columns[at..end];
        let mut values = group.iter().flat_map(|column| &column.values).filter(|value| !value.is_empty());
        let is_ticked = |value: &str| TICKED.contains(&fold(value).as_str());
        let is_box = values.clone().any(|value| is_ticked(value))
            && values.all(|value| is_ticked(value) || LEFT.contains(&fold(value).as_str()));
        if is_box {
            tick(group, is_ticked);
        }
        at = end;
    }
}

/// Parts a heading into question and sub-question: what stands in the last brackets.
fn parts(written: &str) -> (&str, Option<&str>) {
    let written = written.trim();
    let Some(inner) = written.strip_suffix(']') else { return (written, None) };
    match inner.rfind('[') {
        Some(at) if at > 0 => (inner[..at].trim_end(), Some(inner[at + 1..].trim())),
        _ => (written, None),
    }
}

/// Names a column: by the code of its question, else by its number and first words.
fn named(written: &str, at: usize) -> String {
    let code: String = written.chars().take_while(|sign| !sign.is_whitespace()).collect();
    let code = code.trim_end_matches('.');
    let is_code =
        written.chars().count() <= 40 && !written.contains(' ') || written.contains(". ") && code.len() <= 20;
    if is_code && code.is_ascii() && code.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
        return code.replace("][", "_").replace('[', "_").replace(']', "");
    }
    format!("q{:02}_{}", at + 1, slug(written, 24)).trim_end_matches('_').to_owned()
}

//! `SurveyMonkey`: two header rows; a question stands over its first column, its answers below.

use super::column::{Column, name_apart, slug, tick};
use super::grid::Grid;
use super::recognise::RESPONSES;
use crate::text::fold::fold;

/// Headings that the program writes of itself, folded.
const ASIDE: &[&str] = &[
    "respondentid",
    "respondent id",
    "collectorid",
    "collector id",
    "startdate",
    "start date",
    "enddate",
    "end date",
    "date created",
    "date modified",
    "ip address",
    "email address",
    "first name",
    "last name",
    "custom data 1",
    "custom data",
    "id du repondant",
    "date de debut",
    "date de fin",
    "adresse ip",
];

/// The columns; everybody in such an export answered.
pub(super) fn columns(grid: &Grid) -> (Vec<Column>, Vec<bool>) {
    let below = grid.rows.first().cloned().unwrap_or_default();
    let rows = grid.rows.get(1..).unwrap_or_default();
    let mut columns = Vec::new();
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let (mut question, mut number, mut begins) = (String::new(), 0, 0);
    for (at, above) in grid.header.iter().enumerate() {
        let sub = below.get(at).map_or("", String::as_str);
        if !above.is_empty() {
            if at > begins {
                groups.push((begins, at));
            }
            begins = at;
            question.clone_from(above);
        }
        let is_aside = !above.is_empty() && ASIDE.contains(&fold(above).as_str());
        if !above.is_empty() && !is_aside {
            number += 1;
        }
        let folded = fold(sub);
        let is_response = sub.is_empty() || RESPONSES.contains(&folded.as_str());
        let is_open = folded.contains("please specify")
            || folded.contains("veuillez preciser")
            || folded.starts_with("open-ended")
            || folded == "reponse ouverte";
        let name = if is_aside {
            slug(above, 30)
        } else if is_response {
            format!("q{number:02}")
        } else {
            format!("q{number:02}_{}", slug(sub, 20)).trim_end_matches('_').to_owned()
        };
        columns.push(Column {
            name,
            title: if is_response { question.clone() } else { format!("{question} – {sub}") },
            from: String::new(),
            is_open,
            is_aside,
            values: rows.iter().map(|row| row[at].clone()).collect(),
            ..Column::default()
        });
    }
    groups.push((begins, columns.len()));
    for (from, to) in groups {
        spread(&mut columns[from..to], &below[from.min(below.len())..to.min(below.len())]);
    }
    name_apart(&mut columns);
    (columns, vec![true; rows.len()])
}

/// Makes boxes of the answers of one question that are spread: each cell repeats its heading or is empty.
fn spread(group: &mut [Column], below: &[String]) {
    let is_one = |(column, head): (&Column, &String)| {
        let mut values = column.values.iter().filter(|value| !value.is_empty());
        !head.is_empty() && !column.is_aside && values.all(|value| fold(value) == fold(head))
    };
    let spread: Vec<bool> = group.iter().zip(below).map(is_one).collect();
    let count = spread.iter().filter(|one| **one).count();
    if count < 2 {
        return;
    }
    let last = spread.iter().rposition(|one| *one).unwrap_or_default();
    // « Other » repeats its heading too where only the choice is exported.
    for column in group[..=last].iter_mut() {
        column.is_open = false;
    }
    if spread[..=last].iter().all(|one| *one) {
        tick(&mut group[..=last], |value| !value.is_empty());
    }
}

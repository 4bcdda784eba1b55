//! Interviews typed in a table: a row is a turn. Its head, where it has one, says which column is whose.

use super::aside::Aside;
use super::columns::{self, Column};
use super::row::{Paragraph, Row, is_blank, put_row, words};
use crate::domain::transcript::{Face, Written};

/// Adds the rows of a table: numbers of rows are left out, and remarks are told beside.
pub(in crate::exchange) fn put_table(rows: &[Row], written: &mut Written, aside: &mut Aside) {
    match columns::head(rows) {
        Some((at, columns)) => {
            let head: Vec<String> = rows[at].iter().map(|cell| words(cell)).collect();
            for (index, row) in rows.iter().enumerate() {
                let is_of_head = row.len() == columns.len();
                // A head is written again on every page.
                let is_head = is_of_head && row.iter().map(|cell| words(cell)).eq(head.iter().cloned());
                if index > at && is_of_head && !is_head {
                    put_by(&columns, row, written, aside);
                } else if !is_head {
                    put_row(row, written);
                }
            }
        }
        None => put_headless(rows, written, aside),
    }
}

/// Adds a row as the head of its table says.
fn put_by(columns: &[Column], row: &Row, written: &mut Written, aside: &mut Aside) {
    let filled: Vec<(&Column, &Vec<Paragraph>)> =
        columns.iter().zip(row).filter(|(_, cell)| !is_blank(cell)).collect();
    let of =
        |wanted: Column| filled.iter().filter(move |(column, _)| **column == wanted).map(|(_, cell)| *cell);
    let time = of(Column::Time).map(|cell| words(cell)).next();
    let speaker = of(Column::Speaker).map(|cell| words(cell)).collect::<Vec<_>>().join(" ");
    let speaker = speaker.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']).to_owned();
    let mut time = time.map(|time| if time.starts_with(['[', '(']) { time } else { format!("[{time}]") });
    for (column, cell) in &filled {
        let label = match column {
            Column::Speech => &speaker,
            Column::SpeechOf(name) => name,
            Column::Remark => {
                aside.comments.push((String::new(), words(cell)));
                continue;
            }
            Column::Number | Column::Time | Column::Speaker => continue,
        };
        if let Some(time) = time.take() {
            written.say(&format!("{time} "), Face::default());
        }
        if !label.is_empty() {
            written.say(&format!("{label} : "), Face::default());
        }
        for paragraph in cell.iter().filter(|paragraph| !paragraph.is_blank()) {
            paragraph.put(written);
        }
    }
    // A row without speech: a pause, a change of place.
    if !filled.iter().any(|(column, _)| matches!(column, Column::Speech | Column::SpeechOf(_))) {
        let kept =
            columns.iter().zip(row).filter(|(column, _)| !matches!(column, Column::Number | Column::Remark));
        put_row(&kept.map(|(_, cell)| cell.clone()).collect(), written);
    }
}

fn put_headless(rows: &[Row], written: &mut Written, aside: &mut Aside) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let full: Vec<&Row> = rows.iter().filter(|row| row.len() == width).collect();
    let (numbers, remarks) = (columns::numbers(&full, width), columns::remarks(&full, width));
    for row in rows {
        if row.len() < width {
            put_row(row, written);
            continue;
        }
        let mut kept = Row::new();
        for ((cell, is_number), is_remark) in row.iter().zip(&numbers).zip(&remarks) {
            if *is_remark && !is_blank(cell) {
                aside.comments.push((String::new(), words(cell)));
            } else if !is_number && !is_remark {
                kept.push(cell.clone());
            }
        }
        put_row(&kept, written);
    }
}

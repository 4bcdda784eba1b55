//! Shares the width of a page among the columns of a table.
//!
//! Word measures columns again when it opens a file, LibreOffice does not: widths are worked out here as
//! a browser does, from the longest word and the longest text of each column.

use crate::plot::text::Font;
use crate::report::document::{Cell, Column, Row, Table};

/// Twentieths of a point.
const TWIPS: f64 = 20.0;
/// Room at both sides of a cell, in points; the table style has the same.
const SIDES: f64 = 8.0;
/// Room more where words follow a number, in points.
const APART: f64 = 9.0;
/// The fonts of word processors run wider than the estimate, at most by so much.
const SLACK: f64 = 1.06;
/// A column of prose is at least so wide, in points.
const PROSE: f64 = 62.0;

/// How a table is set.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report::render) struct Setting {
    /// Width of each column in twips.
    pub columns: Vec<u32>,
    /// Size of letters in half points.
    pub half_points: u8,
    /// Whether its words go into the page.
    pub fits: bool,
}

/// Chooses the largest letters at which no word of a table is cut, and shares `room` twips.
pub(in crate::report::render) fn set(table: &Table, room: u32) -> Setting {
    let mut chosen = Setting { columns: Vec::new(), half_points: 0, fits: false };
    for half_points in [17_u8, 16, 15, 14, 13] {
        let needs: Vec<(f64, f64)> =
            (0..table.columns.len()).map(|place| need(table, place, half_points)).collect();
        let least: f64 = needs.iter().map(|(least, _)| least).sum();
        let columns = declared(table, &needs, room).unwrap_or_else(|| share(&needs, f64::from(room)));
        chosen = Setting { columns, half_points, fits: least <= f64::from(room) };
        if chosen.fits {
            break;
        }
    }
    chosen
}

/// Estimates the lines that the rows of a table take.
pub(in crate::report::render) fn lines(table: &Table, setting: &Setting) -> usize {
    table.rows.iter().map(|row| row_lines(row, setting)).sum()
}

/// Estimates the lines that a row takes.
pub(in crate::report::render) fn row_lines(row: &Row, setting: &Setting) -> usize {
    let font = Font { size: f64::from(setting.half_points) / 2.0, bold: false };
    let of_cell = |(cell, width): (&Cell, &u32)| {
        let room = f64::from(*width) / TWIPS - SIDES;
        font.wrap(&shown(cell), room / SLACK).len().max(1)
    };
    row.cells.iter().zip(&setting.columns).map(of_cell).max().unwrap_or(1)
}

/// Tells whether a column of words stands right of a column of numbers.
pub(in crate::report::render) fn words_after_number(columns: &[Column], place: usize) -> bool {
    let is_number = |at: usize| columns.get(at).is_some_and(|column| column.is_number);
    place > 0 && is_number(place - 1) && !is_number(place)
}

/// Gives the least and the best width of a column in twips.
fn need(table: &Table, place: usize, half_points: u8) -> (f64, f64) {
    let font = Font { size: f64::from(half_points) / 2.0, bold: false };
    let bold = Font { bold: true, ..font };
    let head = table.columns.get(place);
    let mut least = head.map_or(0.0, |head| longest_word(&head.title, bold));
    // A head goes over two lines before it widens a column of numbers.
    let mut best = head.map_or(0.0, |head| bold.width(&head.title) / 2.0).max(least);
    for cell in table.rows.iter().filter_map(|row| row.cells.get(place)) {
        let text = shown(cell);
        best = best.max(bold.width(&text));
        least = least.max(match cell {
            Cell::Text(_) => longest_word(&text, bold).max(font.width(&text).min(PROSE)),
            _ => bold.width(&text),
        });
    }
    let apart = if words_after_number(&table.columns, place) { APART } else { 0.0 };
    let twips = |points: f64| (points * SLACK + SIDES + apart) * TWIPS;
    (twips(least), twips(best))
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(phrase) => phrase.words(),
        Cell::Number { text, .. } | Cell::Estimate { text, .. } => text.clone(),
        _ => "nd".to_owned(),
    }
}

fn longest_word(text: &str, font: Font) -> f64 {
    text.split([' ', '\n', '\u{ad}'])
        .flat_map(|word| word.split_inclusive(['-', '/']))
        .map(|word| font.width(word))
        .fold(0.0, f64::max)
}

/// Shares a room as the columns declare, while no word is cut.
fn declared(table: &Table, needs: &[(f64, f64)], room: u32) -> Option<Vec<u32>> {
    let shares: Vec<u32> =
        table.columns.iter().map(|column| column.share.map(u32::from)).collect::<Option<_>>()?;
    let all = shares.iter().sum::<u32>().max(1);
    let columns: Vec<u32> = shares.iter().map(|share| room * share / all).collect();
    let holds = columns.iter().zip(needs).all(|(width, (least, _))| f64::from(*width) >= *least);
    (holds && !columns.is_empty()).then_some(columns)
}

/// Shares a room: what each column needs at least, then the rest by what it lacks; what is over goes to
/// all by their size.
fn share(needs: &[(f64, f64)], room: f64) -> Vec<u32> {
    let least: f64 = needs.iter().map(|(least, _)| least).sum();
    let lacking: f64 = needs.iter().map(|(least, best)| best - least).sum();
    let over = room - least;
    let wide = |(least, best): &(f64, f64)| {
        let lacks = best - least;
        if over <= 0.0 || needs.is_empty() {
            least * room / least_or_one(needs)
        } else if over < lacking {
            least + lacks * over / lacking
        } else {
            best + (over - lacking) * best / needs.iter().map(|(_, best)| best).sum::<f64>().max(1.0)
        }
    };
    needs.iter().map(|need| whole(wide(need))).collect()
}

fn least_or_one(needs: &[(f64, f64)]) -> f64 {
    needs.iter().map(|(least, _)| least).sum::<f64>().max(1.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a width of a page is small and positive"
)]
fn whole(twips: f64) -> u32 {
    twips.round().clamp(1.0, 31_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Row;

    fn table(columns: usize, word: &str) -> Table {
        Table {
            columns: (0..columns).map(|_| Column::text("A")).collect(),
            rows: vec![Row::plain((0..columns).map(|_| Cell::text(word)).collect())],
            ..Table::default()
        }
    }

    #[test]
    fn declared_shares_count_while_no_word_is_cut() {
        let table = |word: &str| Table {
            columns: vec![Column::text("N").sharing(1), Column::text("A").sharing(3)],
            rows: vec![Row::plain(vec![Cell::text(word), Cell::text("a")])],
            ..Table::default()
        };
        assert_eq!(set(&table("1"), 8000).columns, [2000, 6000]);
        assert!(set(&table("anticonstitutionnellement"), 4000).columns[0] > 1000);
    }

    #[test]
    fn columns_fill_the_page_and_prose_gets_most_of_it() {
        let mut two = table(2, "court");
        two.rows[0].cells[1] = Cell::text("une phrase bien plus longue que le mot qui la précède ".repeat(6));
        let setting = set(&two, 9_638);
        assert!(setting.fits && setting.half_points == 17);
        let sum: u32 = setting.columns.iter().sum();
        assert!((9_630..=9_646).contains(&sum), "{sum}");
        assert!((3..=4).contains(&lines(&two, &setting)), "{}", lines(&two, &setting));
        assert!(setting.columns[1] > 4 * setting.columns[0], "{:?}", setting.columns);
    }

    #[test]
    fn words_keep_away_from_the_number_before_them() {
        let columns = [Column::text("a"), Column::number("b"), Column::number("c"), Column::text("d")];
        let found: Vec<bool> = (0..4).map(|place| words_after_number(&columns, place)).collect();
        assert_eq!(found, [false, false, false, true]);
    }

    #[test]
    fn letters_grow_smaller_before_a_table_leaves_the_page() {
        let close = set(&table(9, "anticonstitut"), 9_638);
        assert_eq!((close.half_points, close.fits), (15, true));
        assert!(!set(&table(20, "anticonstitutionnellement"), 9_638).fits);
        assert!(set(&Table::default(), 9_638).columns.is_empty());
    }
}

//! How wide columns and how high rows are: programs other than Excel do not work heights out.

use crate::report::document::{Cell, Inline, Phrase, Table};
use crate::report::render::layout::width::words_after_number;

/// Widest column, in characters.
const WIDEST: usize = 60;
const NARROWEST: usize = 8;
/// Notes have at least this room, in characters.
const NOTE_WIDTH: usize = 100;
/// Width of a column that nobody set, in characters.
const EMPTY_COLUMN: usize = 8;
/// Points of a line, and the lines of the highest row that Excel has.
const LINE: f64 = 15.0;
const HIGHEST: usize = 27;

/// Words of a phrase, its line breaks kept.
pub(super) fn broken(phrase: &Phrase) -> String {
    let lines = phrase.0.split(|piece| matches!(piece, Inline::Break));
    lines.map(|line| Phrase(line.to_vec()).words()).collect::<Vec<_>>().join("\n")
}

/// Counts the lines of a text in a column of so many characters; lines end between words.
pub(super) fn lines(text: &str, width: usize) -> usize {
    // A cell has a little room at its sides.
    let room = width.saturating_sub(1).max(1);
    let of_part = |part: &str| {
        let (mut lines, mut used) = (1, 0);
        for long in part.split(' ').map(|word| word.chars().count()) {
            let with = if used == 0 { long } else { used + 1 + long };
            if with <= room {
                used = with;
                continue;
            }
            lines += usize::from(used > 0) + long.saturating_sub(1) / room;
            used = long.saturating_sub(1) % room + 1;
        }
        lines
    };
    text.split('\n').map(of_part).sum()
}

/// Counts the lines of a text in bold, whose letters are wider.
pub(super) fn bold_lines(text: &str, width: usize) -> usize {
    lines(text, width * 9 / 10)
}

/// Points that a row of so many lines needs.
pub(super) fn height(lines: usize) -> f64 {
    LINE * f64::from(u8::try_from(lines.clamp(1, HIGHEST)).unwrap_or(u8::MAX))
}

/// Returns the last column that a note goes across, and how many characters fit there: those of the
/// table, and empty ones beside a narrow table. A note in one line would make the printed page as wide
/// as itself, and its letters as small.
pub(super) fn note_room(widths: &[usize]) -> (u16, usize) {
    let (mut columns, mut room) = (widths.len(), widths.iter().sum::<usize>());
    while columns < 2 || room < NOTE_WIDTH {
        columns += 1;
        room += EMPTY_COLUMN;
    }
    (u16::try_from(columns - 1).unwrap_or(u16::MAX), room)
}

/// Words of a cell as they are shown.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(phrase) => broken(phrase),
        Cell::Number { text, .. } | Cell::Estimate { text, .. } => text.clone(),
        _ => "nd".to_owned(),
    }
}

/// Widths of columns in characters, by what they hold.
pub(super) fn widths(table: &Table) -> Vec<usize> {
    let longest = |parts: &mut dyn Iterator<Item = &str>| parts.map(|one| one.chars().count()).max();
    (0..table.columns.len())
        .map(|place| {
            // The words of a head are bold, and none is cut.
            let head = longest(&mut table.columns[place].title.split(' ')).map(|long| long * 11 / 10);
            let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
            let cells = cells.filter_map(|cell| longest(&mut shown(cell).split('\n'))).max();
            let apart = usize::from(words_after_number(&table.columns, place));
            (head.max(cells).unwrap_or(0) + 2 + apart).clamp(NARROWEST, WIDEST)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Column, Row};

    #[test]
    fn a_note_has_room_beside_a_narrow_table_and_its_whole_width_under_a_wide_one() {
        assert_eq!(note_room(&[20, 30, 60]), (2, 110));
        assert_eq!(note_room(&[20, 8]), (10, 100));
        assert_eq!(note_room(&[120]), (1, 128));
        assert_eq!(height(2), 30.0);
    }

    #[test]
    fn lines_end_between_words_and_where_the_text_says() {
        // Twenty-five letters would go into three lines of nine; the words need four.
        assert_eq!(lines("Médiane des closes, jours", 10), 4);
        assert_eq!(lines("un\ndeux\ntrois", 60), 3);
        assert_eq!(lines("anticonstitutionnellement", 11), 3);
        assert_eq!(lines("", 10), 1);
        assert_eq!((lines("Redressé", 9), bold_lines("Redressé", 9)), (1, 2));
    }

    #[test]
    fn names_one_under_another_take_the_width_of_the_longest() {
        let names =
            Phrase(vec![Inline::Text("Logement".into()), Inline::Break, Inline::Text("Dettes".into())]);
        let table = Table {
            columns: vec![Column::number("n"), Column::text("Codes")],
            rows: vec![Row::plain(vec![Cell::Zero, Cell::Text(names.clone())])],
            ..Table::default()
        };
        assert_eq!(broken(&names), "Logement\nDettes");
        // Words after a number stand apart from it.
        assert_eq!(widths(&table), [8, 11]);
    }
}

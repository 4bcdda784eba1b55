//! Columns of text for a terminal.

use unicode_segmentation::UnicodeSegmentation;

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Lays rows out in columns two blanks apart; the first row is the head. Trailing blanks are cut.
pub(super) fn lay_out(aligns: &[Align], rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
        })
        .collect();
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let blanks = " ".repeat(widths[column].saturating_sub(width(cell)));
                if column > 0 {
                    line.push_str("  ");
                }
                match aligns.get(column) {
                    Some(Align::Right) => line.extend([blanks.as_str(), cell]),
                    _ => line.extend([cell, blanks.as_str()]),
                }
            }
            line.trim_end().to_owned()
        })
        .collect()
}

/// Counts graphemes: what a terminal gives a column each, for the scripts we print.
fn width(text: &str) -> usize {
    text.graphemes(true).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_on_graphemes_not_bytes() {
        let rows = vec![vec!["é".to_owned(), "1".to_owned()], vec!["abc".to_owned(), "22".to_owned()]];
        assert_eq!(lay_out(&[Align::Left, Align::Right], &rows), ["é     1", "abc  22"]);
    }
}

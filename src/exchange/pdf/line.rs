//! Letters to lines, lines to columns: the order in which a page is read.

use super::page::{Letter, PageText};
use crate::domain::transcript::Face;

/// A gap in a line that separates words, as a share of the letters' size. A blank is a quarter of it
/// in most fonts, a fifth where lines are squeezed.
const WORD: f64 = 0.15;
/// A gap beyond which what follows stands apart: another column, or a cell of a table.
const APART: f64 = 1.8;
/// Lines that each of two columns has at least.
const COLUMN: usize = 5;

/// Words on one line that belong together. Lengths are points; y grows downwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Its words by their face; one blank between words, none at its ends.
    pub(super) runs: Vec<(String, Face)>,
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    /// Width of its first word.
    pub(super) first: f64,
    /// Page, from 0, and column of it, from 0; a line across both is of column 0.
    pub(super) page: usize,
    pub(super) column: usize,
}

impl Line {
    /// Returns its words without their faces.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|(words, _)| words.as_str()).collect()
    }
}

/// Puts the letters of a page in lines, in the order of reading.
pub(super) fn lines(number: usize, page: &PageText) -> Vec<Line> {
    let mut rows = rows(&page.letters);
    rows.sort_by(|one, other| one[0].base.total_cmp(&other[0].base));
    let mut pieces: Vec<Line> =
        rows.iter().flat_map(|row| cut(row)).map(|letters| line(number, &letters)).collect();
    pieces.retain(|line| !line.runs.is_empty());
    match gutter(&pieces) {
        Some(gutter) => in_columns(pieces, gutter),
        None => whole(pieces),
    }
}

/// Groups letters by the line that they stand on, each group from left to right.
pub(super) fn rows(letters: &[Letter]) -> Vec<Vec<&Letter>> {
    let mut sorted: Vec<&Letter> = letters.iter().collect();
    sorted.sort_by(|one, other| one.base.total_cmp(&other.base));
    let mut rows: Vec<Vec<&Letter>> = Vec::new();
    for letter in sorted {
        match rows.last_mut() {
            // What is raised or lowered, a note's number, stands less than half a letter away.
            Some(row) if letter.base - row[0].base <= 0.35 * letter.size.max(row[0].size) => row.push(letter),
            _ => rows.push(vec![letter]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.from.total_cmp(&other.from));
        // Some programs make bold by writing twice.
        row.dedup_by(|next, kept| {
            next.text == kept.text && (next.from - kept.from).abs() < 0.08 * kept.size && next.text != " "
        });
    }
    rows
}

/// Cuts a row where a wide gap stands.
fn cut<'a>(row: &[&'a Letter]) -> Vec<Vec<&'a Letter>> {
    let mut pieces: Vec<Vec<&Letter>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for letter in row.iter().filter(|letter| !letter.text.trim().is_empty() || is_fixed(letter)) {
        match pieces.last_mut() {
            Some(piece) if letter.from - end <= APART * letter.size => piece.push(letter),
            _ => pieces.push(vec![letter]),
        }
        end = end.max(letter.to);
    }
    pieces
}

/// Tells whether a blank must be kept as it is.
fn is_fixed(letter: &Letter) -> bool {
    letter.text.contains(['\u{a0}', '\u{202f}'])
}

/// Writes letters as words: a gap is a blank, whether the file has one there or not.
fn line(page: usize, letters: &[&Letter]) -> Line {
    let mut line = Line { page, from: f64::INFINITY, to: f64::NEG_INFINITY, ..Line::default() };
    let mut sizes: Vec<f64> = letters.iter().map(|letter| letter.size).collect();
    sizes.sort_by(f64::total_cmp);
    line.size = sizes.get(sizes.len() / 2).copied().unwrap_or_default();
    let mut end: Option<f64> = None;
    let mut ends_blank = true;
    for letter in letters {
        let gap = end.is_some_and(|end| letter.from - end > WORD * letter.size);
        if gap && !ends_blank && !is_fixed(letter) {
            if line.first <= 0.0 {
                line.first = line.to - line.from;
            }
            line.say(" ", letter.face);
        }
        line.say(&letter.text, letter.face);
        ends_blank = is_fixed(letter);
        line.from = line.from.min(letter.from);
        line.to = line.to.max(letter.to);
        line.base = line.base.max(letter.base);
        end = Some(end.map_or(letter.to, |end| end.max(letter.to)));
    }
    if line.first <= 0.0 {
        line.first = line.to - line.from;
    }
    if line.text().trim().is_empty() {
        line.runs.clear();
    }
    line
}

impl Line {
    fn say(&mut self, words: &str, face: Face) {
        match self.runs.last_mut() {
            Some((run, known)) if *known == face || words == " " => run.push_str(words),
            _ => self.runs.push((words.to_owned(), face)),
        }
    }
}

/// Finds the empty band between two columns of text: as wide on both sides, with full lines.
fn gutter(lines: &[Line]) -> Option<f64> {
    let (from, to) = bounds(lines)?;
    let size = median(lines.iter().map(|line| line.size))?;
    let middle = (from + to) / 2.0;
    // Between the columns: right of every left line, left of every right one; titles may cross.
    let left: Vec<&Line> = lines.iter().filter(|line| line.to < middle + 2.0 * size).collect();
    let right: Vec<&Line> = lines.iter().filter(|line| line.from > middle - 2.0 * size).collect();
    if left.len() < COLUMN || right.len() < COLUMN || left.len() + right.len() < lines.len() * 4 / 5 {
        return None;
    }
    let end = left.iter().map(|line| line.to).fold(f64::NEG_INFINITY, f64::max);
    let start = right.iter().map(|line| line.from).fold(f64::INFINITY, f64::min);
    let half = (to - from) / 2.0;
    let full = |lines: &[&Line]| lines.iter().filter(|line| line.to - line.from > 0.6 * half).count();
    // A table of speakers and speech has short words at the left; it is read across.
    let both = full(&left) * 2 >= left.len() && full(&right) * 2 >= right.len();
    (start - end > 0.8 * size && both).then_some((start + end) / 2.0)
}

/// Puts the left column before the right one, between the lines that cross both.
fn in_columns(lines: Vec<Line>, gutter: f64) -> Vec<Line> {
    let mut read = Vec::with_capacity(lines.len());
    let mut right = Vec::new();
    for mut line in lines {
        if line.from < gutter && line.to > gutter {
            read.append(&mut right);
            read.push(line);
        } else if line.from > gutter {
            line.column = 1;
            right.push(line);
        } else {
            read.push(line);
        }
    }
    read.append(&mut right);
    read
}

/// Joins the pieces of each row: a page without columns is read across.
fn whole(pieces: Vec<Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line)
                if (piece.base - line.base).abs() <= 0.35 * piece.size.max(line.size)
                    && piece.from >= line.to =>
            {
                line.say(" ", Face::default());
                for (words, face) in &piece.runs {
                    line.say(words, *face);
                }
                line.to = piece.to;
            }
            _ => lines.push(piece),
        }
    }
    lines
}

fn bounds(lines: &[Line]) -> Option<(f64, f64)> {
    let from = lines.iter().map(|line| line.from).fold(f64::INFINITY, f64::min);
    let to = lines.iter().map(|line| line.to).fold(f64::NEG_INFINITY, f64::max);
    (from < to).then_some((from, to))
}

/// Returns the middle one of some lengths.
pub(super) fn median(lengths: impl Iterator<Item = f64>) -> Option<f64> {
    let mut lengths: Vec<f64> = lengths.collect();
    lengths.sort_by(f64::total_cmp);
    lengths.get(lengths.len() / 2).copied()
}

//! Numbers of lines in the margin: word processors print them beside the text, and they are no words.

use std::collections::{BTreeMap, BTreeSet};

use super::line::rows;
use super::page::{Letter, PageText};

/// Numbers that a page has at least.
const FEWEST: usize = 5;
/// Digits of one at most.
const DIGITS: usize = 5;
/// A blank is a quarter of the letters' size; a number of the margin stands further away than that.
const AWAY: f64 = 0.5;

/// A number at the start of a row.
struct Number {
    value: u32,
    /// Where it ends, and where the words after it begin if there are any.
    to: f64,
    words: Option<f64>,
    /// Its letters, by their places.
    places: Vec<(u64, u64)>,
}

/// Takes the numbers of lines off the pages; returns how many there were.
pub(super) fn take_off(pages: &mut [PageText]) -> usize {
    let numbers: Vec<(Vec<Number>, usize)> = pages.iter().map(numbers).collect();
    let sure: Vec<bool> = numbers
        .iter()
        .map(|(numbers, rows)| {
            let step = step(numbers);
            numbers.len() >= FEWEST && step.is_some_and(|step| numbers.len() * step * 5 >= rows * 3)
        })
        .collect();
    let count = sure.iter().filter(|sure| **sure).count();
    // The last page may be short; the others tell that lines are numbered.
    if count == 0 || count * 2 < numbers.iter().filter(|(_, rows)| *rows >= FEWEST).count() {
        return 0;
    }
    let mut taken = 0;
    for ((page, (numbers, _)), sure) in pages.iter_mut().zip(&numbers).zip(sure) {
        if !sure && numbers.len() > 1 && step(numbers).is_none() {
            continue;
        }
        let places: BTreeSet<(u64, u64)> =
            numbers.iter().flat_map(|number| number.places.iter().copied()).collect();
        page.letters.retain(|letter| !places.contains(&place(letter)));
        taken += numbers.len();
    }
    taken
}

fn place(letter: &Letter) -> (u64, u64) {
    (letter.from.to_bits(), letter.base.to_bits())
}

/// Lists the numbers that stand left of all words, from top to bottom; counts the rows of the page.
fn numbers(page: &PageText) -> (Vec<Number>, usize) {
    let mut rows = rows(&page.letters);
    rows.sort_by(|one, other| one[0].base.total_cmp(&other[0].base));
    let count = rows.len();
    let mut numbers: Vec<Number> = rows.iter().filter_map(|row| number(row)).collect();
    let left = numbers.iter().filter_map(|number| number.words).fold(f64::INFINITY, f64::min);
    numbers.retain(|number| number.to < left);
    (numbers, count)
}

/// Reads the number at the start of a row, when it stands apart from what follows.
fn number(row: &[&Letter]) -> Option<Number> {
    let letters: Vec<&&Letter> = row.iter().filter(|letter| !letter.text.trim().is_empty()).collect();
    let is_digit = |letter: &Letter| letter.text.bytes().all(|byte| byte.is_ascii_digit());
    let mut end = None;
    // Words after the number may begin with digits too: a year.
    let goes_on = |letter: &&&Letter| {
        let near = end.is_none_or(|end| letter.from - end < AWAY * letter.size);
        end = Some(letter.to);
        near && is_digit(letter)
    };
    let digits: Vec<&&Letter> = letters.iter().copied().take_while(goes_on).collect();
    let last = digits.last().filter(|_| digits.len() <= DIGITS)?;
    let words = letters.get(digits.len()).map(|next| next.from);
    if words.is_some_and(|words| words - last.to < AWAY * last.size) {
        return None;
    }
    let text: String = digits.iter().map(|letter| letter.text.as_str()).collect();
    let places = digits.iter().map(|letter| place(letter)).collect();
    Some(Number { value: text.parse().ok()?, to: last.to, words, places })
}

/// Returns by how much numbers grow from one to the next: 1, or 5 where every fifth line has its number.
/// None when they do not count.
fn step(numbers: &[Number]) -> Option<usize> {
    let mut steps: BTreeMap<u32, usize> = BTreeMap::new();
    for two in numbers.windows(2) {
        *steps.entry(two[1].value.saturating_sub(two[0].value)).or_default() += 1;
    }
    let (step, count) = steps.into_iter().max_by_key(|(_, count)| *count)?;
    let counts = [1, 2, 5, 10].contains(&step) && count * 5 >= (numbers.len() - 1) * 4;
    usize::try_from(step).ok().filter(|_| counts)
}

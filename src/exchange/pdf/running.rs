//! What repeats from page to page: titles at the head, numbers at the foot. It is no speech.

use std::collections::{BTreeMap, BTreeSet};

use super::line::Line;
use super::paragraph::label;

/// Lines at each end of a page that may be its head or foot.
const ENDS: usize = 3;
/// A title repeats on so many pages at least.
const PAGES: usize = 3;
/// A label of somebody who speaks begins so many different lines.
const KINDS: usize = 3;
/// Letters beside a page's number at most, where it stands close to the text: `Page 3 sur 11`.
const NUMBER_LETTERS: usize = 8;

/// Tells, line by line, which ones repeat.
pub(super) fn find(lines: &[Line]) -> Vec<bool> {
    let mut pages: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        pages.entry(line.page).or_default().push(index);
    }
    let mut ends: Vec<usize> = Vec::new();
    for page in pages.values_mut() {
        page.sort_by(|one, other| lines[*one].base.total_cmp(&lines[*other].base));
        ends.extend(page.iter().take(ENDS));
        ends.extend(page.iter().rev().take(ENDS));
    }
    ends.sort_unstable();
    ends.dedup();
    let labels = labels(lines);
    ends.retain(|index| !name(&lines[*index]).is_some_and(|name| labels.contains(&name)));
    let layout = Layout::of(lines, &pages);
    let mut repeats = vec![false; lines.len()];
    // A head of two lines is found from the text outwards: what stands outside of it stands apart too.
    for _ in 0..ENDS {
        let apart: Vec<usize> =
            ends.iter().copied().filter(|index| layout.is_apart(lines, *index, &repeats)).collect();
        for index in titles(lines, &apart, pages.len()) {
            repeats[index] = true;
        }
        let numbered = ends.iter().copied();
        let numbered: Vec<usize> = numbered
            .filter(|index| letters(&lines[*index]) <= NUMBER_LETTERS || apart.contains(index))
            .collect();
        for index in numbers(lines, &numbered, pages.len()) {
            repeats[index] = true;
        }
    }
    repeats
}

/// Lists the names before a colon that begin lines of several kinds: they are those of speakers, where a
/// title says the same on every page.
fn labels(lines: &[Line]) -> BTreeSet<String> {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in lines {
        if let Some(name) = name(line) {
            said.entry(name).or_default().insert(pattern(&line.text()));
        }
    }
    said.into_iter().filter(|(_, said)| said.len() >= KINDS).map(|(name, _)| name).collect()
}

/// Returns the name before a colon at the start of a line; a time is none.
fn name(line: &Line) -> Option<String> {
    label(&line.text()).filter(|label| label.ends_with(':') && label.chars().any(char::is_alphabetic))
}

/// How the lines of the pages stand to each other.
struct Layout<'a> {
    pages: &'a BTreeMap<usize, Vec<usize>>,
    /// Distance of two lines of the text.
    usual: f64,
}

impl<'a> Layout<'a> {
    fn of(lines: &[Line], pages: &'a BTreeMap<usize, Vec<usize>>) -> Self {
        let steps = pages.values().flat_map(|page| page.windows(2));
        let mut steps: Vec<f64> = steps.map(|two| lines[two[1]].base - lines[two[0]].base).collect();
        steps.sort_by(f64::total_cmp);
        Self { pages, usual: steps.get(steps.len() / 4).copied().unwrap_or_default() }
    }

    /// Tells whether a line stands further from the text than lines of the text from each other, or
    /// outside of one that repeats.
    fn is_apart(&self, lines: &[Line], index: usize, repeats: &[bool]) -> bool {
        let Some(page) = self.pages.get(&lines[index].page) else { return false };
        let Some(at) = page.iter().position(|known| *known == index) else { return false };
        let inward = if at < page.len() / 2 { Some(at + 1) } else { at.checked_sub(1) };
        let Some(next) = inward.and_then(|at| page.get(at)) else { return true };
        repeats[*next] || (lines[index].base - lines[*next].base).abs() > 1.4 * self.usual
    }
}

/// Lists the lines that say the same at the same height of several pages.
fn titles(lines: &[Line], apart: &[usize], pages: usize) -> Vec<usize> {
    let mut same: BTreeMap<(String, i64), Vec<usize>> = BTreeMap::new();
    for index in apart {
        let line = &lines[*index];
        same.entry((pattern(&line.text()), height(line))).or_default().push(*index);
    }
    let enough = PAGES.max(pages * 2 / 5);
    let found = same.into_values().filter(|found| on_pages(lines, found) >= enough);
    found.flatten().collect()
}

/// Lists the lines whose number grows with the page's.
fn numbers(lines: &[Line], ends: &[usize], pages: usize) -> Vec<usize> {
    let mut growing: BTreeMap<(String, i64, usize, i64), Vec<usize>> = BTreeMap::new();
    for index in ends {
        let line = &lines[*index];
        let text = line.text();
        let page = i64::try_from(line.page).unwrap_or(i64::MAX);
        for (slot, number) in all_numbers(&text).into_iter().enumerate() {
            let key = (pattern(&text), height(line), slot, number - page);
            growing.entry(key).or_default().push(*index);
        }
    }
    let enough = 2.max(pages / 2);
    growing.into_values().filter(|found| on_pages(lines, found) >= enough).flatten().collect()
}

fn letters(line: &Line) -> usize {
    line.text().chars().filter(|c| c.is_alphabetic()).count()
}

fn on_pages(lines: &[Line], found: &[usize]) -> usize {
    found.iter().map(|index| lines[*index].page).collect::<BTreeSet<_>>().len()
}

/// The height on the page, in steps of two points.
fn height(line: &Line) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a height on a page is a small number")]
    let steps = (line.base / 2.0).round() as i64;
    steps
}

/// The words with every number made alike.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    let mut in_number = false;
    for c in text.chars() {
        if c.is_ascii_digit() {
            if !in_number {
                pattern.push('#');
            }
            in_number = true;
        } else {
            pattern.push(c);
            in_number = false;
        }
    }
    pattern
}

fn all_numbers(text: &str) -> Vec<i64> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
    words.filter_map(|word| word.parse().ok()).take(8).collect()
}

//! Lines to paragraphs: where the writer ended a line, and where only the page was too narrow.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{Line, median};
use crate::domain::transcript::{Face, Written};

/// A heading's letters are so much larger than the others'.
const HEADING: f64 = 1.15;
/// Words of a heading at most.
const HEADING_WORDS: usize = 20;
/// When so many lines of a hundred end in a hyphen, a program has cut the words; else their writers
/// put the hyphens.
const CUT: usize = 5;
/// Fewer such lines tell nothing.
const CUT_LINES: usize = 3;

/// A label begins so many lines when all it begins are taken for turns.
const OFTEN: usize = 4;

/// A column of text is so many times wider than its letters are high; a file of short answers has no
/// line that shows its width.
const NARROWEST: f64 = 18.0;

/// Fewer lines below each other than these do not tell how far lines stand apart.
const FEW: usize = 8;

/// Words that follow a hyphen in French and keep it: `dit-elle`, `là-bas`.
const AFTER_HYPHEN: [&str; 24] = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "moi", "toi", "lui", "leur", "le",
    "la", "les", "y", "en", "t", "là", "ci", "même", "mêmes",
];

/// Joins lines and writes the paragraphs.
pub(super) fn write(lines: &[Line], written: &mut Written) {
    let page = Page::of(lines);
    let begins = begins(lines, &page);
    let words = Words::of(lines);
    let mut start = 0;
    for end in 1..=lines.len() {
        if end == lines.len() || begins[end] {
            put(&lines[start..end], &page, &words, written);
            start = end;
        }
    }
}

/// What is usual in the file.
struct Page {
    /// Size of most letters.
    size: f64,
    /// Distance of two lines of a paragraph.
    step: f64,
    /// Where the lines of each column begin and end.
    edges: BTreeMap<usize, (f64, f64)>,
}

impl Page {
    fn of(lines: &[Line]) -> Self {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for line in lines {
            *sizes.entry(tenths(line.size)).or_default() += line.text().len();
        }
        let most = sizes.iter().max_by_key(|(size, count)| (**count, std::cmp::Reverse(**size)));
        #[expect(clippy::cast_precision_loss, reason = "tenths of a point are few")]
        let size = most.map_or(10.0, |(size, _)| *size as f64 / 10.0);
        let near: Vec<f64> =
            lines.windows(2).filter(|two| follow(two)).map(|two| two[1].base - two[0].base).collect();
        let step = near.iter().copied().filter(|step| *step < 3.0 * size);
        // Of blank lines there may be as many as of others: the lower third is inside paragraphs.
        let mut step: Vec<f64> = step.collect();
        step.sort_by(f64::total_cmp);
        let usual = step.get(step.len() / 4).copied().unwrap_or(1.2 * size);
        // A few lines do not tell what is usual: they may all stand apart.
        let step = if step.len() < FEW { usual.min(1.4 * size) } else { usual };
        let mut edges: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
        for column in lines.iter().map(|line| line.column).collect::<BTreeSet<_>>() {
            let of = || lines.iter().filter(move |line| line.column == column);
            let from = median(of().map(|line| line.from)).unwrap_or_default();
            let to = of().map(|line| line.to).fold(f64::NEG_INFINITY, f64::max);
            let to = to.max(from + NARROWEST * size);
            edges.insert(column, (from, to));
        }
        Self { size, step, edges }
    }

    fn is_heading(&self, line: &Line) -> bool {
        line.size > HEADING * self.size
    }
}

fn tenths(size: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the size of letters is a small number")]
    let tenths = (size * 10.0).round() as i64;
    tenths
}

/// Tells whether two lines stand below each other on one page.
fn follow(two: &[Line]) -> bool {
    two[0].page == two[1].page && two[0].column == two[1].column && two[1].base > two[0].base
}

/// Tells which lines begin a paragraph.
fn begins(lines: &[Line], page: &Page) -> Vec<bool> {
    let mut begins: Vec<bool> = vec![true; lines.len()];
    let mut first = 0;
    for at in 1..lines.len() {
        begins[at] = ends_before(lines, at, first, page);
        if begins[at] {
            first = at;
        }
    }
    // A label that often begins a paragraph begins one wherever it begins a line, although the line
    // above happens to be full; so does one that very often begins a line.
    let mut labels: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (line, begins) in lines.iter().zip(&begins) {
        if let Some(label) = label(&line.text()) {
            let count = labels.entry(label).or_default();
            count.0 += usize::from(*begins);
            count.1 += 1;
        }
    }
    for (line, begins) in lines.iter().zip(&mut begins) {
        if let Some(label) = label(&line.text()) {
            *begins |= labels.get(&label).is_some_and(|(first, all)| *first >= 2 || *all >= OFTEN);
        }
    }
    begins
}

/// Tells whether the writer ended a paragraph before the line `at`; it began with the line `first`.
fn ends_before(lines: &[Line], at: usize, first: usize, page: &Page) -> bool {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let sizes = (before.size - line.size).abs() > 0.12 * page.size;
    if sizes || page.is_heading(before) != page.is_heading(line) {
        return true;
    }
    if follow(&lines[at - 1..=at]) && line.base - before.base > 1.3 * page.step.max(0.9 * line.size) {
        return true;
    }
    let (left, right) = page.edges.get(&before.column).copied().unwrap_or((before.from, before.to));
    // The first word of the line would have found its place on the line before.
    let blank = 0.25 * line.size;
    if before.to + blank + line.first < right - 0.3 * line.size && !is_centred(before, line, left, right) {
        return true;
    }
    let (left, _) = page.edges.get(&line.column).copied().unwrap_or((left, right));
    let in_first = at - 1 == first;
    // A line set in begins a paragraph, unless all but the first are; one set out again, then.
    let set_in = line.from - before.from > 0.8 * line.size && line.column == before.column;
    let set_out = before.from - line.from > 0.8 * line.size && line.column == before.column;
    (set_in && !in_first && line.from > left + 0.8 * line.size) || (set_out && !in_first)
}

/// Tells whether two lines are parts of a centred title: their ends say nothing then.
fn is_centred(before: &Line, line: &Line, left: f64, right: f64) -> bool {
    let centre = |line: &Line| ((line.from + line.to) - (left + right)).abs() < 0.5 * line.size;
    let inside = |line: &Line| line.from > left + 2.0 * line.size;
    centre(before) && centre(line) && inside(before) && inside(line)
}

/// Returns what may be a label at the start of a line, numbers made alike: `Mme A. :`, `[Chercheur]`,
/// `[##:##:##]`.
pub(super) fn label(text: &str) -> Option<String> {
    let end = match text.chars().next()? {
        '[' => text.find(']')? + 1,
        _ => text.find(':')? + 1,
    };
    let label = &text[..end];
    let fits = label.chars().count() <= 40 && !label.contains(['.', '?', '!', ',', '…']) || label.len() <= 8;
    let words = label.split_whitespace().count() <= 6;
    let digits = |c: char| if c.is_ascii_digit() { '#' } else { c };
    (fits && words).then(|| label.chars().map(digits).collect())
}

/// Writes one paragraph.
fn put(lines: &[Line], page: &Page, words: &Words, written: &mut Written) {
    let count: usize = lines.iter().map(|line| line.text().split_whitespace().count()).sum();
    let heading = lines.iter().all(|line| page.is_heading(line)) && count <= HEADING_WORDS;
    let level = lines.first().filter(|_| heading).map(|line| if line.size > 1.5 * page.size { 1 } else { 2 });
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map(Line::text);
        let text = line.text();
        let join = next.as_deref().map_or(Join::End, |next| words.join(&text, next));
        let last = line.runs.len().saturating_sub(1);
        for (number, (run, face)) in line.runs.iter().enumerate() {
            // All of a heading is bold: that says nothing.
            let face = if heading { Face { strong: false, ..*face } } else { *face };
            let run = if number == last && join == Join::Drop {
                run.trim_end_matches(['-', '\u{ad}', '\u{2010}'])
            } else {
                run
            };
            written.say(&run.replace('\u{ad}', ""), face);
        }
        if join == Join::Blank {
            written.say(" ", Face::default());
        }
    }
    written.end_paragraph(level);
}

/// How a line is joined to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    End,
    Blank,
    /// The hyphen stays, nothing comes between.
    Keep,
    /// The hyphen goes: it only cut a word.
    Drop,
}

/// The words of the file, to tell a word that was cut from one that has a hyphen.
struct Words {
    known: BTreeSet<String>,
    /// Whether a program cut words at the ends of lines.
    cut: bool,
}

impl Words {
    fn of(lines: &[Line]) -> Self {
        let mut known = BTreeSet::new();
        let mut hyphens = 0;
        for line in lines {
            let text = line.text();
            hyphens += usize::from(ends_cut(&text).is_some());
            // The last word may be half of one.
            let words: Vec<&str> = text.split_whitespace().collect();
            let whole = words.len().saturating_sub(usize::from(ends_cut(&text).is_some()));
            known.extend(words[..whole].iter().map(|word| plain(word)));
        }
        Self { known, cut: hyphens >= CUT_LINES && hyphens * 100 > CUT * lines.len() }
    }

    fn join(&self, line: &str, next: &str) -> Join {
        let Some(hyphen) = ends_cut(line) else {
            return if line.ends_with(char::is_whitespace) { Join::Keep } else { Join::Blank };
        };
        let (Some(before), Some(after)) =
            (line.split_whitespace().next_back(), next.split_whitespace().next())
        else {
            return Join::Blank;
        };
        if !after.starts_with(char::is_alphanumeric) {
            return Join::Blank;
        }
        if hyphen == '\u{ad}' {
            return Join::Drop;
        }
        let half = before.trim_end_matches(['-', '\u{2010}']);
        if self.known.contains(&plain(&format!("{half}{after}"))) {
            return Join::Drop;
        }
        let clitic = AFTER_HYPHEN.contains(&plain(after).as_str());
        if !after.starts_with(char::is_lowercase)
            || clitic
            || half.contains('-')
            || self.known.contains(&plain(&format!("{half}-{after}")))
        {
            return Join::Keep;
        }
        // `j-` is a word that was not finished.
        if half.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            return Join::Blank;
        }
        if self.cut { Join::Drop } else { Join::Keep }
    }
}

/// Returns the hyphen after a letter that ends a line.
fn ends_cut(text: &str) -> Option<char> {
    let mut back = text.chars().rev();
    let hyphen = back.next().filter(|c| matches!(c, '-' | '\u{ad}' | '\u{2010}'))?;
    back.next().filter(|c| c.is_alphabetic()).map(|_| hyphen)
}

/// A word in lower case, without what stands round it.
fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, from: f64, to: f64, base: f64) -> Line {
        let first = (to - from) * 0.1;
        Line {
            runs: vec![(text.into(), Face::default())],
            from,
            to,
            base,
            size: 10.0,
            first,
            page: 0,
            column: 0,
        }
    }

    fn written(lines: &[Line]) -> String {
        let mut written = Written::default();
        write(lines, &mut written);
        written.text().to_owned()
    }

    #[test]
    fn a_full_line_goes_on_and_a_short_one_ends() {
        let lines = [
            line("Q : une ligne pleine qui va", 50.0, 500.0, 100.0),
            line("jusqu’ici.", 50.0, 200.0, 112.0),
            line("R : une autre.", 50.0, 250.0, 124.0),
        ];
        assert_eq!(written(&lines), "Q : une ligne pleine qui va jusqu’ici.\n\nR : une autre.\n\n");
    }

    #[test]
    fn a_label_begins_a_turn_although_the_line_above_is_full() {
        let lines = [
            line("Q : oui.", 50.0, 200.0, 100.0),
            line("R : une réponse qui remplit la ligne.", 50.0, 500.0, 112.0),
            line("Q : mh.", 50.0, 120.0, 124.0),
            line("R : voilà.", 50.0, 220.0, 136.0),
            line("Q : bien.", 50.0, 220.0, 148.0),
        ];
        assert_eq!(written(&lines).matches("\n\n").count(), 5);
    }

    #[test]
    fn a_word_cut_at_the_end_of_a_line_is_joined() {
        let full = |text: &str, base: f64| line(text, 50.0, 500.0, base);
        let said = |lines: &[Line]| written(lines).trim().to_owned();
        let cut = [full("elle a gardé ses en\u{ad}", 100.0), line("fants seule", 50.0, 300.0, 112.0)];
        assert_eq!(said(&cut), "elle a gardé ses enfants seule");
        let own = [full("alors elle est peut-", 100.0), line("être venue", 50.0, 300.0, 112.0)];
        assert_eq!(said(&own), "alors elle est peut-être venue");
        let known =
            [full("le quotidien, c’est long, le quo-", 100.0), line("tidien voilà", 50.0, 300.0, 112.0)];
        assert_eq!(said(&known), "le quotidien, c’est long, le quotidien voilà");
    }
}

//! What a profile says more, or less, than the others (Lafon's specificity).

use crate::analysis::lexical::vocabulary::DistinctiveWord;
use crate::app::lexical::{LexicalOutcome, ProfileWords};
use crate::report::document::{Block, Cell, Inline, Phrase, Table};
use crate::web::page::grid::Grid;

use super::class::search;
use super::page::reason;

/// Words listed that a profile says more, and less.
const LISTED: (usize, usize) = (12, 6);

/// The vocabulary of the profile of a label, or why there is none.
pub(crate) fn of_profile(grid: Grid<'_>, outcome: &LexicalOutcome, label: &str) -> Vec<Block> {
    match &outcome.vocabulary {
        Some(Ok(parts)) => parts.iter().filter(|one| one.label == label).map(|one| part(grid, one)).collect(),
        Some(Err(why)) => {
            vec![grid.paragraph("lexical-no-vocabulary", &[("reason", reason(grid.words, *why).into())])]
        }
        None => Vec::new(),
    }
}

/// The vocabulary of every profile, or why there is none.
pub(super) fn of_all(grid: Grid<'_>, outcome: &LexicalOutcome) -> Vec<Block> {
    match &outcome.vocabulary {
        Some(Ok(parts)) => parts.iter().map(|one| part(grid, one)).collect(),
        Some(Err(why)) => {
            vec![grid.paragraph("lexical-no-vocabulary", &[("reason", reason(grid.words, *why).into())])]
        }
        None => Vec::new(),
    }
}

fn part(grid: Grid<'_>, part: &ProfileWords) -> Block {
    let own = &part.vocabulary;
    let title = format!("{} {}", part.label, grid.format.spaced(&part.name));
    if own.more.is_empty() && own.less.is_empty() {
        return grid.paragraph("words-no-word", &[("profile", title.into())]);
    }
    let (more, less) = (own.more.iter().take(LISTED.0), own.less.iter().take(LISTED.1));
    let rows = more.chain(less).map(|word| line(grid, word)).collect();
    let heads =
        grid.heads(&["words-word", "words-specificity", "words-here", "words-all", "words-interviews"]);
    let mut notes = vec![grid.note("lexical-specificity", &[])];
    if own.of_one_interview > 0 {
        notes.push(grid.note("lexical-one-person", &[("count", own.of_one_interview.into())]));
    }
    let unit = [
        ("interviews", own.interviews.into()),
        ("words", i64::try_from(own.words).unwrap_or(i64::MAX).into()),
    ];
    let name = format!("vocabulary-{}", part.label);
    let title = grid.words.text("words-vocabulary-of", &[("profile", title.into())]);
    let unit = grid.words.text("words-vocabulary-unit", &unit);
    Block::Table(Table { unit, ..grid.table(&name, title, heads, 1, rows, notes) })
}

fn line(grid: Grid<'_>, word: &DistinctiveWord) -> Vec<Cell> {
    let link = Inline::Link { text: word.word.clone(), anchor: search(&word.word) };
    let count = |count: u64| grid.count(usize::try_from(count).unwrap_or(usize::MAX));
    vec![
        Cell::Text(Phrase(vec![link])),
        grid.signed(Some(word.specificity), 1),
        count(word.in_part),
        count(word.in_whole),
        grid.count(word.interviews),
    ]
}

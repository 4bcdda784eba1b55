//! What a profile says more, or less, than the others (Lafon's specificity).

use std::collections::BTreeMap;

use crate::analysis::lexical::vocabulary::DistinctiveWord;
use crate::analysis::statistics::undefined::Undefined;
use crate::app::findings::Overview;
use crate::app::lexical::ProfileWords;
use crate::report::document::{Block, Cell, Inline, Phrase, Table};
use crate::web::lexicon::Vocabulary;
use crate::web::page::grid::Grid;

use super::class::search;
use super::page::reason;

/// Words listed that a profile says more, and less.
const LISTED: (usize, usize) = (12, 6);
/// The same on the card of a profile, from which the page of the words is a link away.
const ON_CARD: (usize, usize) = (7, 3);

/// Names of the profiles as they are now, by label.
pub(super) type Names = BTreeMap<String, String>;

/// Reads the names of the profiles.
pub(super) fn names(overview: &Overview) -> Names {
    let profiles = overview.outcome.iter().flat_map(|outcome| &outcome.profiles);
    profiles.map(|profile| (profile.label.clone(), profile.name.clone())).collect()
}

/// « P3 Situation complexe, effet perçu fort ».
pub(super) fn called(grid: Grid<'_>, names: &Names, label: &str) -> String {
    let name = names.get(label).map(|name| grid.format.spaced(name)).unwrap_or_default();
    format!("{label} {name}").trim_end().to_owned()
}

/// The vocabulary of the profile of a label, as its card shows it, or why there is none.
pub(crate) fn of_profile(grid: Grid<'_>, overview: &Overview, found: &Vocabulary, label: &str) -> Vec<Block> {
    let names = names(overview);
    match found {
        Ok(parts) => parts
            .iter()
            .filter(|one| one.label == label)
            .map(|one| part(grid, one, &names, ON_CARD))
            .collect(),
        Err(why) => vec![none(grid, *why)],
    }
}

/// The vocabulary of every profile, or why there is none.
pub(super) fn of_all(grid: Grid<'_>, found: Option<&Vocabulary>, names: &Names) -> Vec<Block> {
    match found {
        Some(Ok(parts)) => std::iter::once(grid.paragraph("lexical-specificity", &[]))
            .chain(parts.iter().map(|one| part(grid, one, names, LISTED)))
            .collect(),
        Some(Err(why)) => vec![none(grid, *why)],
        None => Vec::new(),
    }
}

fn none(grid: Grid<'_>, why: Undefined) -> Block {
    grid.paragraph("lexical-no-vocabulary", &[("reason", reason(grid.words, why).into())])
}

fn part(grid: Grid<'_>, part: &ProfileWords, names: &Names, listed: (usize, usize)) -> Block {
    let own = &part.vocabulary;
    let title = called(grid, names, &part.label);
    if own.more.is_empty() && own.less.is_empty() {
        return grid.paragraph("words-no-word", &[("profile", title.into())]);
    }
    let (more, less) = (own.more.iter().take(listed.0), own.less.iter().take(listed.1));
    let rows = more.chain(less).map(|word| line(grid, word)).collect();
    let heads =
        grid.heads(&["words-word", "words-specificity", "words-here", "words-all", "words-interviews"]);
    let mut notes = Vec::new();
    // Where all profiles stand together it is said once, above them.
    if listed == ON_CARD {
        notes.push(grid.note("lexical-specificity", &[]));
    }
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

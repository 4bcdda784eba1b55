//! What waits for a person, in words: a line a kind, each leading to where it is settled.

use crate::app::coders::Names;
use crate::app::pending::Pending;
use crate::i18n::Value;
use crate::web::page::Page;

/// A line of « À régler ».
pub(crate) struct Line {
    /// How many.
    pub(crate) count: usize,
    /// Of what.
    pub(crate) words: String,
    /// Which, in small.
    pub(crate) detail: String,
    /// Where it is settled.
    pub(crate) address: String,
}

/// Writes what waits, what weighs most first.
pub(crate) fn lines(page: &Page, pending: &Pending, names: &Names) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut push = |count: usize, key: &str, detail: String, address: String| {
        if count > 0 {
            lines.push(Line { count, words: page.count(key, &count), detail, address });
        }
    };
    let left: usize = pending.questions.iter().map(|one| one.left).sum();
    let coders = pending.coders.as_ref();
    let between = coders.map_or_else(String::new, |(first, second)| {
        let arguments = [
            ("first", names.of(first).into()),
            ("second", names.of(second).into()),
            ("count", Value::from(pending.questions.len())),
        ];
        page.catalog().text("home-questions-detail", &arguments)
    });
    let address = match pending.questions.as_slice() {
        [only] => format!("/coders/{}", only.transcript),
        _ => "/coders".to_owned(),
    };
    push(left, "home-questions", between, address);
    let first = |texts: Vec<&str>| texts.into_iter().take(3).collect::<Vec<_>>().join(", ");
    let adjusted = distinct(pending.adjusted.iter().map(|coding| coding.transcript.as_str()));
    push(pending.adjusted.len(), "home-adjusted", first(adjusted), "/pending#adjusted".to_owned());
    let rows = distinct(pending.unplaced.iter().map(|row| row.source_path.as_str()));
    push(pending.unplaced.len(), "home-unplaced", first(rows), "/pending#unplaced".to_owned());
    let unlinked = distinct(pending.unlinked.iter().map(|one| one.transcript.as_str()));
    push(pending.unlinked.len(), "home-unlinked", first(unlinked), "/pending#unlinked".to_owned());
    let files = distinct(pending.diagnostics.iter().map(|one| one.place.path.as_str()));
    push(pending.diagnostics.len(), "home-diagnostics", first(files), "/pending#diagnostics".to_owned());
    lines
}

fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for text in texts {
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

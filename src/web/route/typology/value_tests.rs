//! Value-tests of a profile: its codes, by intensity and by presence, and what else is known of its
//! persons, with p where nothing is circular.

use crate::analysis::profile::secondary::Trait;
use crate::analysis::profile::sheet::CodeSheet;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::app::findings::Overview;
use crate::app::profile::{ProfileOutcome, ProfileSheet};
use crate::report::document::{Block, Cell, Inline, Phrase};
use crate::web::page::grid::Grid;
use crate::web::page::reason::reason;
use crate::web::route::door;

/// Writes both tables of a profile; a profile of one case has none.
pub(super) fn tables(
    grid: Grid<'_>,
    overview: &Overview,
    outcome: &ProfileOutcome,
    own: &ProfileSheet,
) -> Vec<Block> {
    if own.single {
        return Vec::new();
    }
    let mut blocks = codes(grid, overview, outcome, own);
    blocks.extend(attributes(grid, outcome, own));
    blocks
}

/// Writes p, or that the code built the profiles, or why there is none.
fn p(grid: Grid<'_>, p: &Defined) -> Cell {
    match p {
        Ok(p) => Cell::Number { text: grid.format.p_value(*p), value: *p, anchor: None },
        Err(Undefined::Circular) => Cell::text(grid.say("profile-active")),
        Err(why) => Cell::text(reason(grid.words, *why)),
    }
}

fn codes(grid: Grid<'_>, overview: &Overview, outcome: &ProfileOutcome, own: &ProfileSheet) -> Vec<Block> {
    let size = own.cases.len();
    let line = |code: &CodeSheet| {
        let found = overview.material.codebook.codes().find(|known| known.id == code.test.code);
        let text = found.map_or(code.test.code.as_str(), |found| found.title.as_str());
        let link =
            Inline::Link { text: grid.format.spaced(text), anchor: door::code(code.test.code.as_str()) };
        vec![
            Cell::Text(Phrase(vec![link])),
            grid.decimal(Some(code.test.mean), 2),
            grid.decimal(Some(code.test.overall), 2),
            grid.signed(code.test.v.ok(), 1),
            Cell::text(format!("{}/{size}", code.test.interviews)),
            grid.signed(code.presence.ok().map(|presence| presence.v), 1),
            p(grid, &code.p),
        ]
    };
    // A code that nobody speaks of tells profiles apart as little as one that everybody does.
    let rows: Vec<_> = own.codes.iter().filter(|code| code.test.v.is_ok()).map(line).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let heads = grid.heads(&[
        "profile-code",
        "profile-here",
        "profile-overall",
        "profile-v",
        "profile-present",
        "profile-v-presence",
        "profile-p",
    ]);
    let arguments = [("n", outcome.cases.into()), ("seed", outcome.seed.to_string().into())];
    let notes = vec![grid.note("board-tests-note", &[])];
    let mut table = grid.table("card-codes", grid.say("board-tests-codes"), heads, 1, rows, notes);
    table.unit = grid.words.text("board-tests-unit", &arguments);
    vec![Block::Table(table)]
}

fn attributes(grid: Grid<'_>, outcome: &ProfileOutcome, own: &ProfileSheet) -> Vec<Block> {
    if own.attributes.is_empty() {
        return Vec::new();
    }
    let value = |value: &Defined, of: &Trait| match value {
        Ok(value) if of.category.is_some() => grid.share(Some(*value), 0),
        Ok(value) => grid.decimal(Some(*value), 1),
        Err(_) => Cell::NotAvailable,
    };
    let rows = own
        .attributes
        .iter()
        .map(|one| {
            let title = outcome.titles.iter().find(|(id, _)| *id == one.attribute);
            let title = title.map_or(one.attribute.as_str(), |(_, title)| title.as_str());
            let title = match &one.category {
                Some(category) => format!("{title} = {category}"),
                None => title.to_owned(),
            };
            vec![
                Cell::text(grid.format.spaced(&title)),
                value(&one.own, one),
                value(&one.overall, one),
                grid.count(one.n),
                grid.signed(one.v.ok(), 1),
                p(grid, &one.p),
            ]
        })
        .collect();
    let heads = grid.heads(&[
        "profile-attribute",
        "profile-here",
        "profile-overall",
        "profile-n",
        "profile-v",
        "profile-p",
    ]);
    let arguments = [("n", outcome.cases.into()), ("seed", outcome.seed.to_string().into())];
    let note = grid.note("board-tests-attributes-note", &[]);
    let mut table =
        grid.table("card-attributes", grid.say("board-tests-attributes"), heads, 1, rows, vec![note]);
    table.unit = grid.words.text("board-tests-unit", &arguments);
    vec![Block::Table(table)]
}

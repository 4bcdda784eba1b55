//! Classes of discourse crossed with profiles of persons.

use super::vocabulary::{Names, called};
use crate::analysis::lexical::ClassesByProfile;
use crate::app::lexical::LexicalOutcome;
use crate::report::document::{Block, Cell};
use crate::web::page::grid::Grid;

/// Writes the table of classes and profiles.
pub(super) fn crossing(
    grid: Grid<'_>,
    outcome: &LexicalOutcome,
    found: &ClassesByProfile,
    names: &Names,
    seed: u64,
) -> Block {
    let rows = found
        .cells
        .iter()
        .enumerate()
        .map(|(class, cells)| {
            let mut row = vec![grid.count(class + 1)];
            row.extend(cells.iter().map(|cell| match cell.chi2 {
                _ if cell.segments == 0 => Cell::Zero,
                Ok(chi2) => Cell::text(format!("{} ({})", cell.segments, grid.format.signed(chi2, 1))),
                Err(_) => Cell::text(cell.segments.to_string()),
            }));
            row
        })
        .collect();
    let mut heads = vec![grid.say("lexical-column-class")];
    heads.extend(outcome.profiles.iter().map(|(label, _)| called(grid, names, label)));
    let p = if found.p < 0.001 { grid.format.p_value(found.p) } else { grid.format.decimal(found.p, 3) };
    let arguments = [
        ("v", grid.format.decimal(found.cramer_v, 2).into()),
        ("p", p.into()),
        ("draws", i64::from(found.draws).into()),
    ];
    let notes = vec![grid.note("lexical-crossing", &arguments)];
    let mut table = grid.table("classes-profiles", grid.say("words-crossing-title"), heads, 1, rows, notes);
    let n: usize = found.interviews.iter().sum();
    let unit = [("n", n.into()), ("draws", i64::from(found.draws).into()), ("seed", seed.to_string().into())];
    table.unit = grid.words.text("figure-drawn", &unit);
    Block::Table(table)
}

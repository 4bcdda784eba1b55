//! What does not stand where it is told: tables left to the workbook, values of figures moved to the end.

use crate::i18n::Catalog;
use crate::report::document::{Block, Figure};

/// Where the values of figures stand.
pub(in crate::report::render) const VALUES: &str = "figure-values";

/// Tells whether a block is for the screen or the workbook alone: a folded table, such as the register
/// of a code. The place that led to it says where it is.
pub(in crate::report::render) fn stays_outside(block: &Block) -> bool {
    matches!(block, Block::Fold { is_printed: false, blocks, .. }
        if blocks.iter().any(|inside| matches!(inside, Block::Table(_))))
}

/// Says in which sheet of the workbook a folded table is.
pub(in crate::report::render) fn elsewhere(summary: &str, blocks: &[Block], words: &Catalog) -> String {
    let number = blocks.iter().find_map(|block| match block {
        Block::Table(table) if !table.rows.is_empty() => Some(table.number),
        _ => None,
    });
    match number {
        Some(number) => {
            let sheet = words.text("report-table-label", &[("number", number.into())]);
            let arguments = [("summary", summary.into()), ("sheet", sheet.as_str().into())];
            words.text("word-register", &arguments)
        }
        None => summary.to_owned(),
    }
}

/// Tells whether a figure has values to show.
pub(in crate::report::render) fn has_values(figure: &Figure) -> bool {
    figure.table.as_ref().is_some_and(|table| !table.rows.is_empty())
}

/// Lists the figures that have values, in their order.
pub(in crate::report::render) fn figures_with_values(blocks: &[Block]) -> Vec<&Figure> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Figure(figure) if has_values(figure) => found.push(figure),
            Block::Box { blocks, .. } => found.extend(figures_with_values(blocks)),
            Block::Fold { blocks, .. } if !stays_outside(block) => found.extend(figures_with_values(blocks)),
            _ => {}
        }
    }
    found
}

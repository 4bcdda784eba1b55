//! What is found again when cases are drawn anew, or when a code is left out.

use super::trial::Trial;
use crate::report::document::{Block, Cell};

/// Cases above which every pair of them makes no table that anybody reads.
const MOST_PAIRED: usize = 40;

impl Trial<'_> {
    /// Cases drawn again with replacement: profiles found again, pairs that stay together.
    pub(super) fn redrawn(&self) -> Vec<Block> {
        let grid = self.grid;
        let found = match &self.trials.bootstrap {
            Ok(found) => found,
            Err(why) => return vec![self.undefined("stability-bootstrap", *why)],
        };
        let rows = found
            .profiles
            .iter()
            .filter_map(|one| {
                Some(vec![
                    grid.profile(one.profile.checked_sub(1)?),
                    grid.decimal(Some(one.jaccard), 2),
                    grid.share(Some(one.found), 0),
                    grid.share(Some(one.dissolved), 0),
                    Cell::text(grid.say(&format!("stability-reading-{}", one.reading.key()))),
                ])
            })
            .collect();
        let heads = grid.heads(&[
            "typology-profile",
            "stability-jaccard",
            "stability-found",
            "stability-dissolved",
            "stability-reading",
        ]);
        let distinct = grid.format.decimal(found.distinct, 1);
        let caveat = [("n", self.trials.cases.into()), ("distinct", distinct.into())];
        let title = [("draws", found.draws.into()), ("used", found.used.into())];
        let title = grid.words.text("stability-bootstrap-title", &title);
        let notes = vec![grid.note("stability-bootstrap-note", &caveat)];
        let table = grid.table("trial-bootstrap", title, heads, 1, rows, notes);
        let mut blocks = vec![self.drawn(table, found.draws)];
        blocks.push(self.consensus(&found.consensus, found.draws));
        blocks
    }

    fn consensus(&self, consensus: &[Vec<Option<f64>>], draws: usize) -> Block {
        let (grid, typology) = (self.grid, self.typology);
        let order: Vec<usize> = typology.order.iter().filter_map(|case| typology.index(case)).collect();
        if order.len() > MOST_PAIRED {
            return grid.paragraph("trial-consensus-large", &[("most", MOST_PAIRED.into())]);
        }
        let mut heads = vec![grid.say("typology-case")];
        heads.extend(order.iter().filter_map(|case| typology.cases.get(*case)).map(|case| case.0.clone()));
        let rows = order
            .iter()
            .filter_map(|one| {
                let (case, shares) = (typology.cases.get(*one)?, consensus.get(*one)?);
                let mut row = vec![grid.case(case)];
                row.extend(order.iter().map(|other| {
                    // A case is always with itself.
                    let share = if other == one { Some(1.0) } else { shares.get(*other).copied().flatten() };
                    grid.decimal(share, 2)
                }));
                Some(row)
            })
            .collect();
        let table =
            grid.table("trial-consensus", grid.say("stability-consensus"), heads, 1, rows, Vec::new());
        self.drawn(table, draws)
    }

    /// The partition without each code of its axes in turn.
    pub(super) fn without_codes(&self) -> Vec<Block> {
        let (grid, all) = (self.grid, &self.trials.without_codes);
        if all.is_empty() {
            return Vec::new();
        }
        let none = grid.say("typology-none");
        let told: Vec<_> = all.iter().filter(|one| one.ari.is_err() || !one.moved.is_empty()).collect();
        let arguments = [("quiet", (all.len() - told.len()).into()), ("codes", all.len().into())];
        if told.is_empty() {
            return vec![grid.paragraph("stability-without-code-note", &arguments)];
        }
        let rows = told
            .iter()
            .map(|one| {
                let code = self.overview.material.codebook.codes().find(|code| code.id == one.code);
                let title = code.map_or(one.code.as_str(), |code| code.title.as_str());
                vec![
                    Cell::text(grid.format.spaced(title)),
                    grid.decimal(one.ari.ok(), 2),
                    grid.cases(&one.moved, &none),
                ]
            })
            .collect();
        let heads = grid.heads(&["stability-code", "stability-ari", "typology-moved"]);
        let notes = vec![grid.note("stability-without-code-note", &arguments)];
        let mut table = grid.table("trial-codes", grid.say("trial-codes"), heads, 3, rows, notes);
        if let Some(column) = table.columns.get_mut(1) {
            column.is_number = true;
        }
        vec![self.exact(table)]
    }
}

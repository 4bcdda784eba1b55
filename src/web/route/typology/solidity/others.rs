//! What other methods find, beside the partition retained and beside each other.

use super::trial::Trial;
use crate::analysis::typology::Method;
use crate::analysis::typology::mixture::Shape;
use crate::report::document::{Block, Cell, Note};

impl Trial<'_> {
    /// Every other method: its agreement, and who moves.
    pub(super) fn others(&self) -> Vec<Block> {
        let grid = self.grid;
        let none = grid.say("typology-none");
        let methods = self.typology.methods.iter().filter(|moves| moves.method != Method::Researcher);
        let rows = methods
            .chain(&self.trials.checks)
            .map(|moves| {
                vec![
                    Cell::text(self.method(&moves.method)),
                    grid.decimal(moves.ari.ok(), 2),
                    grid.cases(&moves.moved, &none),
                ]
            })
            .collect();
        let heads = grid.heads(&["typology-agreement", "stability-ari", "typology-moved"]);
        let mut table = grid.table("trial-checks", grid.say("trial-checks"), heads, 3, rows, self.remarks());
        if let Some(column) = table.columns.get_mut(1) {
            column.is_number = true;
        }
        let mut blocks = vec![self.exact(table)];
        blocks.extend(self.pairs());
        blocks
    }

    /// What has to be said of the correspondence analysis and of the mixtures.
    fn remarks(&self) -> Vec<Note> {
        let (grid, trials) = (self.grid, self.trials);
        let mut notes = vec![match &trials.presence {
            Ok(presence) => grid.note(
                "stability-presence",
                &[
                    ("axes", presence.axes.into()),
                    ("share", grid.format.share(presence.share, 0).into()),
                    ("variables", presence.analysis.variables.into()),
                    ("constant", presence.analysis.constant.len().into()),
                ],
            ),
            Err(why) => {
                let trial = grid.say("typology-method-correspondence");
                let arguments = [("trial", trial.into()), ("reason", self.reason(*why).into())];
                grid.note("stability-undefined", &arguments)
            }
        }];
        let mixtures: Vec<String> = trials
            .mixtures
            .iter()
            .flatten()
            .map(|one| {
                let shape = match one.shape {
                    Shape::Spherical => grid.say("stability-shape-spherical"),
                    Shape::Diagonal => grid.say("stability-shape-diagonal"),
                };
                let arguments = [
                    ("shape", shape.into()),
                    ("parameters", one.parameters.into()),
                    ("bic", grid.format.decimal(one.bic, 1).into()),
                ];
                grid.words.text("stability-mixture-one", &arguments)
            })
            .collect();
        if !mixtures.is_empty() {
            let (parameters, numbers) = trials.full_mixture;
            let arguments = [
                ("mixtures", mixtures.join(", ").into()),
                ("parameters", parameters.into()),
                ("numbers", numbers.into()),
            ];
            notes.push(grid.note("stability-mixtures", &arguments));
        }
        notes
    }

    /// Every two methods: adjusted Rand index, numbered by row.
    fn pairs(&self) -> Vec<Block> {
        let (grid, pairs) = (self.grid, &self.trials.pairs);
        let mut methods: Vec<&Method> = Vec::new();
        for method in pairs.iter().flat_map(|pair| [&pair.one, &pair.other]) {
            if !methods.contains(&method) {
                methods.push(method);
            }
        }
        if methods.is_empty() {
            return Vec::new();
        }
        let of = |one: &Method, other: &Method| {
            let is_pair = |a: &Method, b: &Method| a == one && b == other || a == other && b == one;
            // A partition is its own.
            if one == other {
                return Some(1.0);
            }
            pairs.iter().find(|pair| is_pair(&pair.one, &pair.other)).and_then(|pair| pair.ari.ok())
        };
        let rows = methods
            .iter()
            .enumerate()
            .map(|(at, method)| {
                let mut row = vec![Cell::text(format!("{} {}", at + 1, self.method(method)))];
                row.extend(methods.iter().map(|other| grid.decimal(of(method, other), 2)));
                row
            })
            .collect();
        let mut heads = vec![grid.say("typology-agreement")];
        heads.extend((1..=methods.len()).map(|number| number.to_string()));
        let table = grid.table("trial-pairs", grid.say("stability-pairs"), heads, 1, rows, Vec::new());
        vec![self.exact(table)]
    }
}

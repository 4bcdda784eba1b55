//! Are there groups, how many, and is the partition the only good one?

use super::trial::Trial;
use crate::analysis::statistics::undefined::Undefined;
use crate::analysis::typology::exact::MOST_TIES;
use crate::analysis::typology::validity::NullTest;
use crate::report::document::{Block, Cell};

impl Trial<'_> {
    /// Samples without groups, and indices of the partition.
    pub(super) fn structure(&self) -> Vec<Block> {
        let (grid, structure) = (self.grid, &self.typology.structure);
        let gaussian = structure.gaussian_null.as_ref().map_err(|why| *why);
        let uniform = self.trials.uniform_null.as_ref().map_err(|why| *why);
        let association = self.trials.association.as_ref().map_err(|why| *why);
        let rows = vec![
            self.null("stability-gaussian", gaussian),
            self.null("stability-uniform", uniform),
            self.null("stability-association", association),
        ];
        let two = |value: Option<f64>| grid.format.maybe(value, 2);
        let indices = [
            ("silhouette", two(structure.silhouette.ok()).into()),
            ("ch", two(structure.calinski_harabasz.ok()).into()),
            ("db", two(structure.davies_bouldin.ok()).into()),
            ("cophenetic", two(self.typology.cophenetic.ok()).into()),
        ];
        let heads = grid.heads(&["trial-reference", "trial-observed", "trial-p", "trial-draws"]);
        let notes = vec![grid.note("trial-nulls-note", &[]), grid.note("stability-indices", &indices)];
        let mut nulls = grid.table("trial-nulls", grid.say("trial-nulls"), heads, 1, rows, notes);
        let seed = self.trials.seed.to_string();
        nulls.unit =
            grid.words.text("figure-own-draws", &[("n", self.trials.cases.into()), ("seed", seed.into())]);
        let mut blocks = vec![Block::Table(nulls)];
        blocks.extend(self.numbers());
        blocks
    }

    fn null(&self, key: &str, test: Result<&NullTest, Undefined>) -> Vec<Cell> {
        let (grid, name) = (self.grid, Cell::text(self.grid.say(key)));
        match test {
            Ok(test) => vec![
                name,
                grid.decimal(Some(test.observed), 2),
                Cell::Number { text: grid.format.p_value(test.p), value: test.p, anchor: None },
                grid.count(test.draws),
            ],
            Err(why) => {
                vec![name, Cell::text(self.reason(why)), Cell::NotApplicable, Cell::NotApplicable]
            }
        }
    }

    /// Every number of groups, from one.
    fn numbers(&self) -> Vec<Block> {
        let (grid, numbers) = (self.grid, &self.trials.numbers);
        let gap = numbers.gap.as_ref();
        let rows = numbers
            .each
            .iter()
            .enumerate()
            .map(|(at, one)| {
                vec![
                    grid.count(one.groups),
                    grid.decimal(one.within.ok(), 2),
                    if one.groups == 1 { Cell::NotApplicable } else { grid.decimal(one.silhouette.ok(), 2) },
                    grid.decimal(gap.ok().and_then(|gap| gap.gap.get(at).copied()), 2),
                    grid.decimal(gap.ok().and_then(|gap| gap.error.get(at).copied()), 2),
                ]
            })
            .collect();
        let heads = grid.heads(&[
            "stability-groups",
            "stability-within",
            "typology-silhouette",
            "stability-gap",
            "stability-error",
        ]);
        let mut notes = Vec::new();
        if let Ok(Some(chosen)) = gap.map(|gap| gap.chosen) {
            let arguments = [("chosen", chosen.into()), ("groups", self.typology.groups.len().into())];
            notes.push(grid.note("stability-gap-note", &arguments));
        }
        let table = grid.table("trial-numbers", grid.say("trial-numbers"), heads, 1, rows, notes);
        let mut blocks = vec![self.drawn(table, numbers.draws)];
        if let Err(why) = gap {
            blocks.push(self.undefined("stability-gap", *why));
        }
        blocks
    }

    /// The partition retained beside the next best ones.
    pub(super) fn optimum(&self) -> Vec<Block> {
        let (grid, structure) = (self.grid, &self.typology.structure);
        let ratio = structure.runner_up_ratio;
        let ratio = ratio.map(|ratio| grid.format.share(ratio - 1.0, 0)).unwrap_or_default();
        let Some(optimum) = &structure.optimum else {
            let arguments = [
                ("starts", self.typology.settings.starts.into()),
                ("reached", structure.starts.map_or(0, |starts| starts.reached).into()),
                ("ratio", ratio.into()),
            ];
            return vec![grid.paragraph("typology-kmeans", &arguments)];
        };
        let partitions = i64::try_from(optimum.partitions).unwrap_or(i64::MAX);
        let mut notes =
            vec![grid.note("typology-method", &[("partitions", partitions.into()), ("ratio", ratio.into())])];
        if optimum.solutions > 1 {
            let count = i64::try_from(optimum.solutions).unwrap_or(i64::MAX);
            let most = if optimum.solutions >= MOST_TIES { "yes" } else { "no" };
            notes.push(grid.note("typology-not-unique", &[("count", count.into()), ("most", most.into())]));
        }
        let rows = optimum
            .smallest
            .iter()
            .enumerate()
            .map(|(at, within)| {
                let worse = (optimum.within > 0.0).then(|| within / optimum.within - 1.0);
                vec![
                    grid.count(at + 1),
                    grid.decimal(Some(*within), 3),
                    if at == 0 { Cell::Zero } else { grid.share(worse, 1) },
                ]
            })
            .collect();
        let heads = grid.heads(&["trial-rank", "stability-within", "trial-worse"]);
        let table = grid.table("trial-optimum", grid.say("trial-optimum"), heads, 1, rows, notes);
        vec![self.exact(table)]
    }
}

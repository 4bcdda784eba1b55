//! How firmly each case stands in its profile.

use super::trial::Trial;
use crate::report::document::{Block, Cell, Phrase};

impl Trial<'_> {
    /// Case by case: how often each keeps its profile, whatever changes.
    pub(super) fn places(&self) -> Vec<Block> {
        let (grid, typology) = (self.grid, self.typology);
        let jitter = self.trials.jitter.as_ref().ok();
        let cases = || typology.order.iter().filter_map(|id| Some((id, typology.index(id)?)));
        let rows = cases()
            .filter_map(|(id, case)| {
                let one = typology.membership.get(case)?;
                let of = |stays: usize, all: usize| Cell::text(format!("{stays}/{all}"));
                Some(vec![
                    grid.case(id),
                    grid.profile(one.profile.checked_sub(1)?),
                    grid.decimal(one.silhouette.ok(), 2),
                    grid.share(one.kept.ok(), 0),
                    grid.share(one.kept_weights.ok(), 0),
                    grid.share(jitter.and_then(|jitter| jitter.kept.get(case).copied()), 0),
                    of(one.stays, one.removals),
                    of(one.agreeing, typology.grouping(case)),
                ])
            })
            .collect();
        let heads = grid.heads(&[
            "typology-case",
            "typology-profile",
            "typology-silhouette",
            "stability-coders",
            "stability-weights",
            "stability-jitter-column",
            "stability-left-out-column",
            "stability-methods-column",
        ]);
        let draws = [("coders", typology.coder_draws.into()), ("weights", typology.weight_draws.into())];
        let mut notes = vec![grid.note("stability-cases-note", &draws)];
        let misplaced: Vec<&str> = typology.misplaced().map(|one| one.case.as_str()).collect();
        if !misplaced.is_empty() {
            notes.push(grid.note("stability-misplaced", &[("cases", misplaced.join(", ").into())]));
        }
        let mut table = grid.table("trial-cases", grid.say("trial-cases"), heads, 2, rows, notes);
        let seed = self.trials.seed.to_string();
        table.unit =
            grid.words.text("figure-own-draws", &[("n", self.trials.cases.into()), ("seed", seed.into())]);
        let mut blocks = vec![Block::Table(table), Block::List(self.whole())];
        blocks.extend(self.memberships());
        blocks
    }

    /// What removals and noise do to the partition as a whole.
    fn whole(&self) -> Vec<Phrase> {
        let grid = self.grid;
        let two = |value: f64| grid.format.decimal(value, 2);
        let undefined = |trial: &str, why| {
            let arguments = [("trial", grid.say(trial).into()), ("reason", self.reason(why).into())];
            grid.phrase("stability-undefined", &arguments)
        };
        let removals = match self.typology.removals() {
            Ok(found) => grid.phrase(
                "stability-left-out-line",
                &[
                    ("same", found.same.into()),
                    ("removals", found.made.into()),
                    ("mean", two(found.mean).into()),
                    ("least", two(found.least).into()),
                ],
            ),
            Err(why) => undefined("stability-left-out", why),
        };
        let jitter = match &self.trials.jitter {
            Ok(jitter) => {
                let noise: Vec<String> = jitter
                    .noise
                    .iter()
                    .map(|(id, size)| format!("{} {}", self.axis(id), two(*size)))
                    .collect();
                grid.phrase(
                    "stability-jitter-line",
                    &[
                        ("noise", noise.join(", ").into()),
                        ("draws", jitter.draws.into()),
                        ("ari", two(jitter.ari).into()),
                        ("whole", grid.format.share(jitter.whole, 0).into()),
                    ],
                )
            }
            Err(why) => undefined("stability-jitter", *why),
        };
        vec![removals, jitter]
    }

    /// The probability of each profile for each case, over the draws between coders.
    fn memberships(&self) -> Vec<Block> {
        let (grid, typology) = (self.grid, self.typology);
        if typology.membership.iter().all(|one| one.coder_shares.is_err()) {
            return vec![self.undefined(
                "trial-memberships",
                crate::analysis::statistics::undefined::Undefined::NoPairableUnit,
            )];
        }
        let rows = typology
            .order
            .iter()
            .filter_map(|id| {
                let one = typology.membership.get(typology.index(id)?)?;
                let shares = one.coder_shares.as_deref().unwrap_or_default();
                let mut row = vec![grid.case(id)];
                row.extend((0..typology.groups.len()).map(|group| match shares.get(group) {
                    Some(share) if *share == 0.0 => Cell::Zero,
                    share => grid.share(share.copied(), 0),
                }));
                Some(row)
            })
            .collect();
        let mut heads = vec![grid.say("typology-case")];
        heads.extend(typology.groups.iter().map(|group| format!("P{}", group.number)));
        let firm = grid.format.share(typology.settings.boundary, 0);
        let notes = vec![grid.note("trial-memberships-note", &[("firm", firm.into())])];
        let table = grid.table("trial-memberships", grid.say("trial-memberships"), heads, 1, rows, notes);
        vec![self.drawn(table, typology.coder_draws)]
    }
}

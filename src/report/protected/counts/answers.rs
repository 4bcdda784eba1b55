//! Counts of the questionnaire.

use crate::analysis::disclosure::{Figure, Protected, ProtectedList, Published, Rank, protect, protect_list};
use crate::report::findings::Questionnaire;
use crate::report::protected::book::Book;

/// Counts of the questionnaire, as its own tables decide and then as all of them do.
pub(in crate::report::protected) struct AnswerCounts {
    /// Respondents near each profile, by event.
    pub(in crate::report::protected) crosstab: Option<Protected>,
    /// Respondents near a profile, all together.
    pub(in crate::report::protected) near_any: Published,
    /// Bars of each scale.
    pub(in crate::report::protected) bins: Vec<ProtectedList>,
    /// Steps of each item of each scale, and who was not asked.
    pub(in crate::report::protected) items: Vec<Vec<(ProtectedList, Published)>>,
    /// Favourable answers and the others, and who was not asked.
    pub(in crate::report::protected) ratings: Vec<(ProtectedList, Published)>,
    /// Both, stopped, started, neither; and who was not asked.
    pub(in crate::report::protected) practices: Vec<(ProtectedList, Published)>,
    /// Respondents with a weight.
    pub(in crate::report::protected) weighted: Published,
    /// Of each scale, respondents with a score and a weight: all, then near each profile.
    pub(in crate::report::protected) means: Vec<(Published, Vec<Published>)>,
}

/// What the records repeat.
pub(in crate::report::protected) struct AnswerFigures {
    pub(in crate::report::protected) respondents: Figure,
    /// Respondents by row of the crosstab.
    pub(in crate::report::protected) rows: Vec<Figure>,
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

impl AnswerCounts {
    /// Decides within each table.
    pub(in crate::report::protected) fn of(facts: &Questionnaire, threshold: u64) -> Self {
        let alone = |count: u64| Published::alone(count, threshold);
        let list = |counts: &[u64]| protect_list(counts, threshold);
        let n =
            |means: Option<&crate::report::findings::BothMeans>| alone(means.map_or(0, |one| wide(one.n)));
        Self {
            crosstab: facts.assignment.as_ref().map(|one| protect(&one.counts, threshold)),
            near_any: alone(facts.assignment.as_ref().map_or(0, |one| wide(one.cramers_n))),
            bins: facts.scales.iter().map(|scale| list(&bins(&scale.bins))).collect(),
            items: facts
                .items
                .iter()
                .map(|scale| {
                    scale.items.iter().map(|item| (list(&item.counts), alone(item.not_asked))).collect()
                })
                .collect(),
            ratings: facts
                .ratings
                .iter()
                .map(|one| {
                    (list(&[one.favourable, one.n.saturating_sub(one.favourable)]), alone(one.not_asked))
                })
                .collect(),
            practices: facts
                .practices
                .iter()
                .map(|one| (list(&[one.both, one.stopped, one.started, one.neither]), alone(one.not_asked)))
                .collect(),
            weighted: alone(facts.weighted.as_ref().map_or(0, |one| wide(one.weighted))),
            means: facts
                .weighted
                .iter()
                .flat_map(|one| &one.scales)
                .map(|scale| {
                    (n(scale.all.as_ref()), scale.near.iter().map(|near| n(near.as_ref())).collect())
                })
                .collect(),
        }
    }

    /// Walks over the counts with the sums that readers know.
    pub(in crate::report::protected) fn walk(
        &mut self,
        facts: &Questionnaire,
        book: &mut Book,
    ) -> AnswerFigures {
        let respondents = book.known(wide(facts.respondents));
        let crosstab = facts.assignment.as_ref().zip(self.crosstab.as_mut()).map(|(assignment, table)| {
            let figures = book.table(table, &assignment.counts);
            book.within(figures.total, respondents);
            figures
        });
        if let (Some(assignment), Some(figures)) = (&facts.assignment, &crosstab) {
            let any = book.count(&mut self.near_any, wide(assignment.cramers_n), Rank::Margin);
            if let Some(undetermined) = figures.columns.last() {
                book.sum(&[any, *undetermined], figures.total);
            }
        }
        // A question was answered, not answered, or not asked.
        let answered = |book: &mut Book, n: Figure, total: u64, cell: &mut Published, not_asked: u64| {
            let beside = book.count(cell, not_asked, Rank::Cell);
            let missing = wide(facts.respondents).saturating_sub(total.saturating_add(not_asked));
            let missing = book.latent(missing, false);
            book.sum(&[n, beside, missing], respondents);
        };
        let mut scored = Vec::new();
        for (scale, list) in facts.scales.iter().zip(&mut self.bins) {
            let (_, total) = book.list(list, &bins(&scale.bins));
            book.within(total, respondents);
            scored.push((scale.title.as_str(), total));
        }
        let items = facts.items.iter().flat_map(|scale| &scale.items);
        for (item, (list, not_asked)) in items.zip(self.items.iter_mut().flatten()) {
            let (_, total) = book.list(list, &item.counts);
            answered(book, total, item.counts.iter().sum(), not_asked, item.not_asked);
        }
        for (rating, (list, not_asked)) in facts.ratings.iter().zip(&mut self.ratings) {
            let rest = rating.n.saturating_sub(rating.favourable);
            let (_, total) = book.list(list, &[rating.favourable, rest]);
            answered(book, total, rating.n, not_asked, rating.not_asked);
        }
        for (one, (list, not_asked)) in facts.practices.iter().zip(&mut self.practices) {
            let counts = [one.both, one.stopped, one.started, one.neither];
            let (_, total) = book.list(list, &counts);
            answered(book, total, counts.iter().sum(), not_asked, one.not_asked);
        }
        if let Some(weighted) = &facts.weighted {
            let all = book.count(&mut self.weighted, wide(weighted.weighted), Rank::Whole);
            book.within(all, respondents);
            for (scale, (n, near)) in weighted.scales.iter().zip(&mut self.means) {
                let total = scale.all.as_ref().map_or(0, |means| wide(means.n));
                let n = book.count(n, total, Rank::Margin);
                book.within(n, all);
                if let Some((_, scored)) = scored.iter().find(|(title, _)| *title == scale.title) {
                    book.within(n, *scored);
                }
                let mut parts = Vec::new();
                let mut together = 0;
                for (profile, (means, cell)) in scale.near.iter().zip(near).enumerate() {
                    let count = means.as_ref().map_or(0, |means| wide(means.n));
                    let figure = book.count(cell, count, Rank::Cell);
                    together += count;
                    parts.push(figure);
                    if let Some(near) = crosstab.as_ref().and_then(|table| table.columns.get(profile)) {
                        book.within(figure, *near);
                    }
                }
                if !parts.is_empty() && !scale.served_assignment && total >= together {
                    let undetermined = book.latent(total - together, true);
                    if let Some(all) = crosstab.as_ref().and_then(|table| table.columns.last()) {
                        book.within(undetermined, *all);
                    }
                    parts.push(undetermined);
                    book.sum(&parts, n);
                }
            }
        }
        AnswerFigures { respondents, rows: crosstab.map_or_else(Vec::new, |figures| figures.rows) }
    }
}

fn bins(bins: &[usize]) -> Vec<u64> {
    bins.iter().map(|count| wide(*count)).collect()
}

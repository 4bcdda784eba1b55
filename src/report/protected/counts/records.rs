//! Counts of the administrative records, and what they repeat of one another and of the questionnaire.

use crate::analysis::disclosure::{
    Figure, Protected, ProtectedList, Published, Rank, protect, protect_after, protect_list,
    protect_list_after,
};
use crate::report::findings::{Assignment, Casework, EventRates, SampleVariable, Survival};
use crate::report::protected::book::{Book, TableFigures};
use crate::report::protected::counts::answers::AnswerFigures;
use crate::text::fold::fold;

/// Days between two numbers at risk, and between two marks of the time axis.
pub(in crate::report) const QUARTER: f64 = 90.0;

/// Counts of the records, as their own tables decide and then as all of them do.
pub(in crate::report::protected) struct RecordCounts {
    /// Offers and « neither », the last column, by event; the last row may be of unknown events.
    pub(in crate::report::protected) rates: Protected,
    rate_counts: Vec<Vec<u64>>,
    pub(in crate::report::protected) families: Published,
    pub(in crate::report::protected) refused: Published,
    pub(in crate::report::protected) silent: Published,
    pub(in crate::report::protected) interventions: Published,
    /// Of each characteristic, modalities by families that took an offer and the others.
    pub(in crate::report::protected) concerned: Vec<Protected>,
    /// Of each characteristic, respondents and families followed.
    pub(in crate::report::protected) sample: Vec<[ProtectedList; 2]>,
    pub(in crate::report::protected) sample_respondents: Published,
    pub(in crate::report::protected) sample_families: Published,
    pub(in crate::report::protected) durations: Vec<DurationCounts>,
    /// Interventions still open, all offers together.
    pub(in crate::report::protected) open: Published,
}

/// Counts of the interventions of one offer.
pub(in crate::report::protected) struct DurationCounts {
    pub(in crate::report::protected) total: Published,
    pub(in crate::report::protected) closed: Published,
    pub(in crate::report::protected) open: Published,
    /// Those still followed at the first, second, … quarter after the opening.
    pub(in crate::report::protected) followed: Vec<Published>,
}

fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// Those followed just before each quarter after the opening.
fn followed(curve: &Survival) -> Vec<u64> {
    let last = curve.steps.last().map_or(0.0, |step| step.day);
    let mut counts = Vec::new();
    let mut day = QUARTER;
    while day <= last && counts.len() < 40 {
        counts.push(curve.steps.iter().find(|step| step.day >= day).map_or(0, |step| step.at_risk));
        day += QUARTER;
    }
    counts
}

impl RecordCounts {
    /// Decides within each table, each after those that it repeats.
    pub(in crate::report::protected) fn of(
        facts: &Casework,
        crosstab: Option<(&Assignment, &Protected)>,
        threshold: u64,
    ) -> Self {
        let alone = |count: u64| Published::alone(count, threshold);
        let rate_counts = rate_counts(facts);
        let rates = protect(&rate_counts, threshold);
        let hides = Hidden { facts, rates: &rates };
        let concerned: Vec<Protected> = facts
            .concerned
            .iter()
            .map(|variable| {
                protect_after(&pairs(variable), threshold, &|row, column| {
                    let name = variable.modalities.get(row).map_or("", |(name, ..)| name.as_str());
                    if column == 1 { hides.neither(name) } else { hides.followed(name) }
                })
            })
            .collect();
        let sample = facts
            .sample
            .iter()
            .map(|variable| {
                let names: Vec<&str> = variable.modalities.iter().map(|(name, ..)| name.as_str()).collect();
                let in_crosstab = |at: usize| {
                    crosstab.is_some_and(|(assignment, table)| {
                        let row = assignment.rows.iter().position(|row| same(row, names[at]));
                        row.and_then(|row| table.row_totals.get(row)).is_some_and(|total| total.is_hidden())
                    })
                };
                let before = |at: usize| {
                    hides.followed(names[at])
                        || repeated(facts, variable, names[at]).is_some_and(|(table, row)| {
                            concerned
                                .get(table)
                                .and_then(|table| table.cells.get(row)?.first())
                                .is_some_and(|cell| cell.is_hidden())
                        })
                };
                let pick =
                    |column: usize| -> Vec<u64> { pairs(variable).iter().map(|row| row[column]).collect() };
                [
                    protect_list_after(&pick(0), threshold, &in_crosstab),
                    protect_list_after(&pick(1), threshold, &before),
                ]
            })
            .collect();
        let curves = facts.durations.iter().flat_map(|durations| &durations.curves);
        let durations: Vec<DurationCounts> = curves
            .map(|curve| {
                let parts =
                    protect_list(&[curve.closed, curve.total.saturating_sub(curve.closed)], threshold);
                let part = |at: usize| parts.cells.get(at).copied().unwrap_or(Published::Complement);
                DurationCounts {
                    total: parts.total,
                    closed: part(0),
                    open: part(1),
                    followed: followed(curve).into_iter().map(alone).collect(),
                }
            })
            .collect();
        Self {
            families: alone(facts.families),
            refused: alone(facts.refused),
            silent: alone(facts.silent),
            interventions: alone(facts.interventions),
            sample_respondents: alone(facts.sample_respondents),
            sample_families: alone(facts.sample_families),
            open: alone(still_open(facts)),
            concerned,
            sample,
            durations,
            rates,
            rate_counts,
        }
    }

    /// Walks over the counts with the sums that readers know, those across tables too.
    pub(in crate::report::protected) fn walk(
        &mut self,
        facts: &Casework,
        answers: Option<(&AnswerFigures, &Assignment)>,
        book: &mut Book,
    ) {
        let rates = book.table(&mut self.rates, &self.rate_counts);
        let families = book.count(&mut self.families, facts.families, Rank::Whole);
        book.within(rates.total, families);
        let interventions = book.count(&mut self.interventions, facts.interventions, Rank::Whole);
        let neither = rates.columns.last().copied();
        if let Some((_, offers)) = rates.columns.split_last() {
            book.sum(offers, interventions);
        }
        let refused = book.count(&mut self.refused, facts.refused, Rank::Cell);
        let silent = book.count(&mut self.silent, facts.silent, Rank::Cell);
        let count = facts.families.saturating_sub(facts.interventions);
        let others = book.latent(count.saturating_sub(facts.refused.saturating_add(facts.silent)), true);
        if let Some(neither) = neither {
            book.sum(&[refused, silent, others], neither);
        } else {
            book.sum(&[refused, silent, others, interventions], families);
        }
        let known = Known { facts, rates: &rates };
        let mut concerned = Vec::new();
        for (variable, table) in facts.concerned.iter().zip(&mut self.concerned) {
            let figures = book.table(table, &pairs(variable));
            for ((name, ..), cells) in variable.modalities.iter().zip(&figures.cells) {
                if let [followed, others] = cells.as_slice() {
                    known.followed(name, *followed, book);
                    known.neither(name, *others, book);
                }
            }
            if let [followed, others] = figures.columns.as_slice() {
                book.within(*followed, interventions);
                if let Some(neither) = neither {
                    book.within(*others, neither);
                }
            }
            concerned.push(figures);
        }
        let sample_families = book.count(&mut self.sample_families, facts.sample_families, Rank::Whole);
        book.within(sample_families, interventions);
        let sample_respondents =
            book.count(&mut self.sample_respondents, facts.sample_respondents, Rank::Whole);
        if let Some((figures, _)) = answers {
            book.within(sample_respondents, figures.respondents);
        }
        for (variable, [respondents, followed]) in facts.sample.iter().zip(&mut self.sample) {
            let pick =
                |column: usize| -> Vec<u64> { pairs(variable).iter().map(|row| row[column]).collect() };
            let (cells, total) = book.list(respondents, &pick(0));
            book.within(total, sample_respondents);
            if let Some((figures, assignment)) = answers {
                repeat_rows(variable, &cells, figures, assignment, book);
            }
            let (cells, total) = book.list(followed, &pick(1));
            book.within(total, sample_families);
            for ((name, ..), cell) in variable.modalities.iter().zip(&cells) {
                known.followed(name, *cell, book);
                let again = repeated(facts, variable, name).and_then(|(table, row)| {
                    concerned.get(table).and_then(|table| table.cells.get(row)?.first())
                });
                if let Some(again) = again {
                    book.sum(&[*cell], *again);
                }
            }
        }
        self.walk_durations(facts, &rates, book);
    }

    fn walk_durations(&mut self, facts: &Casework, rates: &TableFigures, book: &mut Book) {
        let mut all_open = Vec::new();
        let curves = facts.durations.iter().flat_map(|durations| &durations.curves);
        for (curve, counts) in curves.zip(&mut self.durations) {
            let total = book.count(&mut counts.total, curve.total, Rank::Whole);
            let closed = book.count(&mut counts.closed, curve.closed, Rank::Cell);
            let count = curve.total.saturating_sub(curve.closed);
            let open = book.count(&mut counts.open, count, Rank::Cell);
            book.sum(&[closed, open], total);
            all_open.push(open);
            let offer = facts.offers.iter().position(|offer| same(offer, &curve.offer));
            if let Some(taken) = offer.and_then(|at| rates.columns.get(at)) {
                book.within(total, *taken);
            }
            // Those who leave between two numbers at risk are a count like another.
            let (mut before, mut last) = (total, curve.total);
            for (cell, count) in counts.followed.iter_mut().zip(followed(curve)) {
                let figure = book.count(cell, count, Rank::Cell);
                let left = book.latent(last.saturating_sub(count), true);
                book.sum(&[figure, left], before);
                (before, last) = (figure, count);
            }
        }
        let open = book.count(&mut self.open, still_open(facts), Rank::Margin);
        book.sum(&all_open, open);
    }
}

fn still_open(facts: &Casework) -> u64 {
    let curves = facts.durations.iter().flat_map(|durations| &durations.curves);
    curves.map(|curve| curve.total.saturating_sub(curve.closed)).sum()
}

fn pairs(variable: &SampleVariable) -> Vec<Vec<u64>> {
    variable.modalities.iter().map(|(_, first, second)| vec![*first, *second]).collect()
}

/// Offers and « neither » by event; what the whole holds beyond the events makes a row not printed.
fn rate_counts(facts: &Casework) -> Vec<Vec<u64>> {
    let offers = facts.offers.len();
    let counted = |row: &EventRates| {
        let mut counts: Vec<u64> = row.rates.iter().map(|rate| rate.count).collect();
        counts.resize(offers, 0);
        counts.push(row.families.saturating_sub(counts.iter().sum()));
        counts
    };
    let mut counts: Vec<Vec<u64>> = facts.rates.iter().map(counted).collect();
    if let Some(whole) = &facts.whole {
        let rest: Vec<u64> = counted(whole)
            .into_iter()
            .enumerate()
            .map(|(place, all)| {
                let known = counts.iter().filter_map(|row| row.get(place)).sum::<u64>();
                all.saturating_sub(known)
            })
            .collect();
        if rest.iter().any(|count| *count > 0) {
            counts.push(rest);
        }
    }
    counts
}

/// Finds a modality of the sample in the table of the families concerned: which, and its row.
fn repeated(facts: &Casework, variable: &SampleVariable, name: &str) -> Option<(usize, usize)> {
    let table = facts.concerned.iter().position(|other| same(&other.title, &variable.title))?;
    let row = facts.concerned.get(table)?.modalities.iter().position(|(other, ..)| same(other, name))?;
    Some((table, row))
}

/// Respondents by event stand in the crosstab too; two rare events may be one row of it.
fn repeat_rows(
    variable: &SampleVariable,
    cells: &[Figure],
    figures: &AnswerFigures,
    assignment: &Assignment,
    book: &mut Book,
) {
    let find = |name: &str| {
        let at = variable.modalities.iter().position(|(other, ..)| same(other, name))?;
        cells.get(at).copied()
    };
    for (name, row) in assignment.rows.iter().zip(&figures.rows) {
        if let Some(cell) = find(name) {
            book.within(*row, cell);
        }
    }
    let merged: Option<Vec<Figure>> = assignment.merged.iter().map(|name| find(name)).collect();
    if let (Some(merged), Some(row)) = (merged.filter(|merged| !merged.is_empty()), figures.rows.last()) {
        book.sum(&merged, *row);
    }
}

/// What the rates hide of the families that other tables count again.
struct Hidden<'a> {
    facts: &'a Casework,
    rates: &'a Protected,
}

impl Hidden<'_> {
    fn row(&self, event: &str) -> Option<usize> {
        self.facts.rates.iter().position(|row| same(&row.title, event))
    }

    /// Tells whether the families of an event that took no offer are hidden.
    fn neither(&self, event: &str) -> bool {
        let cells = self.row(event).and_then(|row| self.rates.cells.get(row));
        cells.and_then(|cells| cells.last()).is_some_and(|cell| cell.is_hidden())
    }

    /// Tells whether the families of an event, or of an offer, that were followed are hidden.
    fn followed(&self, modality: &str) -> bool {
        let total = self.row(modality).and_then(|row| self.rates.row_totals.get(row));
        let offer = self.facts.offers.iter().position(|name| same(name, modality));
        let offer = offer.and_then(|place| self.rates.column_totals.get(place));
        total.or(offer).is_some_and(|total| total.is_hidden()) || self.neither(modality)
    }
}

/// The figures of the rates that other tables count again.
struct Known<'a> {
    facts: &'a Casework,
    rates: &'a TableFigures,
}

impl Known<'_> {
    fn row(&self, event: &str) -> Option<usize> {
        self.facts.rates.iter().position(|row| same(&row.title, event))
    }

    fn neither(&self, event: &str, figure: Figure, book: &mut Book) {
        let cells = self.row(event).and_then(|row| self.rates.cells.get(row));
        if let Some(neither) = cells.and_then(|cells| cells.last()) {
            book.sum(&[figure], *neither);
        }
    }

    fn followed(&self, modality: &str, figure: Figure, book: &mut Book) {
        if let Some(row) = self.row(modality)
            && let Some((_, offers)) = self.rates.cells.get(row).and_then(|cells| cells.split_last())
        {
            book.sum(offers, figure);
        }
        let offer = self.facts.offers.iter().position(|name| same(name, modality));
        if let Some(taken) = offer.and_then(|at| self.rates.columns.get(at)) {
            book.sum(&[figure], *taken);
        }
    }
}

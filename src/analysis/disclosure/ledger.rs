//! Hides what must be hidden so that no small count comes back from all tables together.
//!
//! Every count that is printed, or that a reader can work out, is a figure; every sum that a reader
//! knows to hold between figures is a relation, across tables as inside one. A figure that is hidden
//! because it is small is safe when the relations leave open that it is anything from 1 to the
//! threshold − 1 (a sum of k hidden counts: from k): something else that is hidden could have moved in
//! its place. Where that is not so, the cheapest figures that make it so are hidden with it.
//!
//! Units: counts of persons or families. A zero is shown, so that a hidden count is known to be 1 or
//! more. Readers are taken to know that; not, that counts are whole where the sums alone would allow
//! parts, which matters between three tables or more only.
//!
//! Source: Fischetti and Salazar (2001), Management Science 47, 1008-1027 (attackers as linear
//! programmes over linked tables); the choice of complements one figure at a time is that of Robertson
//! and Ethier (2002), *Cell suppression: experience and theory*, in Inference Control in Statistical
//! Databases, 8-20.

use super::count::{Published, is_small};
use super::simplex::Programme;

/// A figure of a [`Ledger`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure(usize);

/// What hiding a figure costs, beside its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// A cell.
    Cell,
    /// A sum of cells: hidden when no cell will do.
    Margin,
    /// The whole: hidden when nothing else will do.
    Whole,
    /// Known to everybody: the size of the study.
    Known,
}

#[derive(Clone, Debug)]
struct Entry {
    count: u64,
    state: Published,
    rank: Rank,
    /// Never printed: known only through relations.
    is_latent: bool,
    /// Whether it must stay unknown when it is small.
    is_guarded: bool,
}

impl Entry {
    fn is_open(&self) -> bool {
        self.is_latent || self.state.is_hidden()
    }

    /// What a reader knows it to be at least.
    fn least(&self) -> u64 {
        u64::from(!self.is_latent)
    }
}

/// All counts that are exported together, and the sums between them.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    /// Figures that make nothing together: each with its sign.
    relations: Vec<Vec<(usize, f64)>>,
}

impl Ledger {
    /// Notes a count that is printed, with what its own table decided.
    pub fn note(&mut self, count: u64, state: Published, rank: Rank) -> Figure {
        self.push(Entry { count, state, rank, is_latent: false, is_guarded: true })
    }

    /// Notes a count that is never printed and tells of a person: it must not come out.
    pub fn latent(&mut self, count: u64) -> Figure {
        self.push(Entry {
            count,
            state: Published::Complement,
            rank: Rank::Cell,
            is_latent: true,
            is_guarded: true,
        })
    }

    /// Notes a count that is never printed and tells of the file: a missing answer, a line set aside.
    pub fn slack(&mut self, count: u64) -> Figure {
        self.push(Entry {
            count,
            state: Published::Complement,
            rank: Rank::Cell,
            is_latent: true,
            is_guarded: false,
        })
    }

    fn push(&mut self, entry: Entry) -> Figure {
        self.entries.push(entry);
        Figure(self.entries.len() - 1)
    }

    /// Notes that parts make a whole. What does not hold in the data is no relation.
    pub fn sum(&mut self, parts: &[Figure], whole: Figure) -> bool {
        let count = |figure: &Figure| self.entries.get(figure.0).map_or(0, |entry| entry.count);
        let together = parts.iter().fold(0_u64, |sum, part| sum.saturating_add(count(part)));
        if together != count(&whole) {
            return false;
        }
        let mut terms: Vec<(usize, f64)> = parts.iter().map(|part| (part.0, 1.0)).collect();
        terms.push((whole.0, -1.0));
        self.relations.push(terms);
        true
    }

    /// Notes that two figures are one count, if they are equal.
    pub fn same(&mut self, one: Figure, other: Figure) -> bool {
        self.sum(&[one], other)
    }

    /// Notes that a figure lies within another; what is beside it tells of the file.
    pub fn within(&mut self, part: Figure, whole: Figure) {
        let count = |figure: Figure| self.entries.get(figure.0).map_or(0, |entry| entry.count);
        let (part_count, whole_count) = (count(part), count(whole));
        if part_count == whole_count {
            self.same(part, whole);
        } else if part_count < whole_count {
            let beside = self.slack(whole_count - part_count);
            self.sum(&[part, beside], whole);
        }
    }

    /// Tells what may be published of a figure.
    pub fn state(&self, figure: Figure) -> Published {
        self.entries.get(figure.0).map_or(Published::Complement, |entry| entry.state)
    }

    /// Hides more until every small figure is safe; returns how many were added.
    pub fn close(&mut self, threshold: u64) -> usize {
        let mut added = 0;
        // What was hidden for another must stay unknown in its turn, wherever it stands.
        loop {
            let before = added;
            for at in 0..self.entries.len() {
                for target in self.targets(at, threshold) {
                    for one in self.wanting(at, target) {
                        let entry =
                            self.entries.get_mut(one).filter(|entry| !entry.is_open() && entry.count > 0);
                        if let Some(entry) = entry {
                            entry.state = Published::Complement;
                            added += 1;
                        }
                    }
                }
            }
            if added == before {
                return added;
            }
        }
    }

    /// Lists the small figures that the relations give away, or tell more closely than they must.
    pub fn unsafe_figures(&self, threshold: u64) -> Vec<Figure> {
        (0..self.entries.len())
            .filter(|at| {
                self.targets(*at, threshold).into_iter().any(|move_by| !self.wanting(*at, move_by).is_empty())
            })
            .map(Figure)
            .collect()
    }

    /// How far a hidden figure must be able to move: a small one up and down, another by one.
    #[allow(clippy::cast_precision_loss, reason = "counts under a threshold")]
    fn targets(&self, at: usize, threshold: u64) -> Vec<f64> {
        let Some(entry) = self.entries.get(at) else { return Vec::new() };
        if !entry.is_open() || !entry.is_guarded || entry.count == 0 {
            return Vec::new();
        }
        if !is_small(entry.count, threshold) {
            return if entry.is_latent { Vec::new() } else { vec![-1.0] };
        }
        let up = (threshold - 1 - entry.count) as f64;
        let down = -((entry.count - 1) as f64);
        [up, down].into_iter().filter(|move_by| *move_by != 0.0).collect()
    }

    /// Lists the shown figures to hide so that one may have moved by so much, or as far as it can.
    fn wanting(&self, at: usize, move_by: f64) -> Vec<usize> {
        let (_, short) = self.moves(at, move_by, false);
        if short <= 1e-6 {
            return Vec::new();
        }
        // A sum of three is three at least: what nothing could change is not asked for.
        let (moved, least) = self.moves(at, move_by, true);
        if short - least <= 1e-6 {
            return Vec::new();
        }
        moved.into_iter().filter(|one| self.entries.get(*one).is_some_and(|entry| !entry.is_open())).collect()
    }

    /// Finds figures that move when one moves by so much, only those that are open or the cheapest of
    /// all; and by how much the one falls short.
    fn moves(&self, at: usize, move_by: f64, may_hide: bool) -> (Vec<usize>, f64) {
        let can_move = |one: usize| {
            let may_move =
                |entry: &Entry| entry.count > 0 && (entry.is_open() || may_hide && entry.rank != Rank::Known);
            one != at && self.entries.get(one).is_some_and(may_move)
        };
        let (relations, figures) = self.reach(at, &can_move);
        let columns = figures.len();
        // Ups, then downs, then what the figure falls short of its move.
        let short = 2 * columns;
        let mut programme = Programme {
            rows: vec![vec![0.0; short + 1]; relations.len()],
            sums: vec![0.0; relations.len()],
            costs: Vec::with_capacity(short + 1),
            bounds: Vec::with_capacity(short + 1),
        };
        for ((row, sum), relation) in programme.rows.iter_mut().zip(&mut programme.sums).zip(relations) {
            for (one, sign) in self.relations.get(relation).into_iter().flatten() {
                if *one == at {
                    *sum -= sign * move_by;
                    row[short] -= sign * move_by.signum();
                } else if let Ok(column) = figures.binary_search(one) {
                    row[column] += sign;
                    row[columns + column] -= sign;
                }
            }
        }
        let entries = || figures.iter().filter_map(|one| self.entries.get(*one));
        programme.costs.extend(entries().chain(entries()).map(cost));
        programme.costs.push(SHORT);
        programme.bounds.extend(entries().map(|_| None));
        #[allow(clippy::cast_precision_loss, reason = "counts of persons stay far under 2^53")]
        programme
            .bounds
            .extend(entries().map(|entry| Some(entry.count.saturating_sub(entry.least()) as f64)));
        programme.bounds.push(Some(move_by.abs()));
        let Some(found) = programme.solve() else { return (Vec::new(), move_by.abs()) };
        let amount = |place: usize| found.get(place).copied().unwrap_or(0.0);
        let is_moved = |column: usize| amount(column) > 1e-6 || amount(columns + column) > 1e-6;
        let moved = figures.iter().enumerate().filter(|(column, _)| is_moved(*column));
        (moved.map(|(_, one)| *one).collect(), amount(short))
    }

    /// Finds the relations that a move can reach, and the figures in them that can move, both in order.
    fn reach(&self, at: usize, can_move: &dyn Fn(usize) -> bool) -> (Vec<usize>, Vec<usize>) {
        let mut relations = vec![false; self.relations.len()];
        let mut figures = vec![false; self.entries.len()];
        let mut waiting = vec![at];
        while let Some(one) = waiting.pop() {
            for (terms, seen) in self.relations.iter().zip(&mut relations) {
                if *seen || !terms.iter().any(|(other, _)| *other == one) {
                    continue;
                }
                *seen = true;
                for (other, _) in terms {
                    if let Some(seen) = figures.get_mut(*other).filter(|seen| !**seen && can_move(*other)) {
                        *seen = true;
                        waiting.push(*other);
                    }
                }
            }
        }
        let chosen = |flags: Vec<bool>| {
            flags.into_iter().enumerate().filter(|(_, is)| *is).map(|(place, _)| place).collect()
        };
        (chosen(relations), chosen(figures))
    }
}

/// Price of a unit that a figure falls short of its move: above any price of a move.
const SHORT: f64 = 1e9;

/// Price of a move: nothing where all is hidden already; a large figure is dearer, a sum far dearer.
fn cost(entry: &Entry) -> f64 {
    if entry.is_open() {
        return 0.0;
    }
    #[allow(clippy::cast_precision_loss, reason = "a price")]
    let size = 1.0 + (entry.count as f64).ln_1p();
    match entry.rank {
        Rank::Cell => size,
        Rank::Margin => 100.0 * size,
        Rank::Whole | Rank::Known => 10_000.0 * size,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const THRESHOLD: u64 = 5;

    /// Notes a table with its margins, small counts hidden and nothing else.
    fn table(ledger: &mut Ledger, counts: &[Vec<u64>], threshold: u64) -> Vec<Vec<Figure>> {
        let alone = |ledger: &mut Ledger, count: u64, rank: Rank| {
            ledger.note(count, Published::alone(count, threshold), rank)
        };
        let cells: Vec<Vec<Figure>> = counts
            .iter()
            .map(|row| row.iter().map(|count| alone(ledger, *count, Rank::Cell)).collect())
            .collect();
        let mut rows = Vec::new();
        for (row, counts) in cells.iter().zip(counts) {
            let total = alone(ledger, counts.iter().sum(), Rank::Margin);
            assert!(ledger.sum(row, total));
            rows.push(total);
        }
        let mut columns = Vec::new();
        for at in 0..counts[0].len() {
            let total = alone(ledger, counts.iter().map(|row| row[at]).sum(), Rank::Margin);
            assert!(ledger.sum(&cells.iter().map(|row| row[at]).collect::<Vec<_>>(), total));
            columns.push(total);
        }
        let whole = alone(ledger, counts.iter().flatten().sum(), Rank::Whole);
        assert!(ledger.sum(&rows, whole) && ledger.sum(&columns, whole));
        cells
    }

    #[test]
    fn a_small_cell_takes_a_rectangle_with_it() {
        let mut ledger = Ledger::default();
        let cells = table(&mut ledger, &[vec![3, 20, 30], vec![40, 9, 50], vec![60, 70, 80]], THRESHOLD);
        assert_eq!(ledger.unsafe_figures(THRESHOLD), [cells[0][0]]);
        assert_eq!(ledger.close(THRESHOLD), 3);
        assert!(ledger.unsafe_figures(THRESHOLD).is_empty());
        assert_eq!(ledger.state(cells[0][1]), Published::Complement);
    }

    #[test]
    fn a_subtotal_in_another_table_is_seen() {
        // Two tables, each safe alone: the second prints what two hidden cells of the first make.
        let mut ledger = Ledger::default();
        let hidden = |count| if count < 5 { Published::Small } else { Published::Complement };
        let first: Vec<Figure> = [3, 7].map(|count| ledger.note(count, hidden(count), Rank::Cell)).to_vec();
        let shown = ledger.note(40, Published::Count(40), Rank::Cell);
        let whole = ledger.note(50, Published::Count(50), Rank::Whole);
        ledger.sum(&[first[0], first[1], shown], whole);
        assert!(ledger.unsafe_figures(THRESHOLD).is_empty());
        let again = ledger.note(7, Published::Count(7), Rank::Cell);
        ledger.same(again, first[1]);
        // The one is known, and through it the other.
        assert_eq!(ledger.unsafe_figures(THRESHOLD), first);
        ledger.close(THRESHOLD);
        assert!(ledger.unsafe_figures(THRESHOLD).is_empty() && ledger.state(again).is_hidden());
    }

    #[test]
    fn one_and_one_beside_a_margin_are_known() {
        let mut ledger = Ledger::default();
        let parts: Vec<Figure> =
            [1, 1, 60].map(|count| ledger.note(count, Published::alone(count, 5), Rank::Cell)).to_vec();
        let whole = ledger.note(62, Published::Count(62), Rank::Whole);
        ledger.sum(&parts, whole);
        assert_eq!(ledger.unsafe_figures(THRESHOLD).len(), 2);
        ledger.close(THRESHOLD);
        assert!(ledger.state(parts[2]).is_hidden() && !ledger.state(whole).is_hidden());
    }

    #[test]
    fn what_does_not_hold_is_no_relation() {
        let mut ledger = Ledger::default();
        let one = ledger.note(3, Published::Small, Rank::Cell);
        let other = ledger.note(9, Published::Count(9), Rank::Cell);
        assert!(!ledger.same(one, other));
        assert_eq!((ledger.close(5), ledger.state(one)), (0, Published::Small));
    }

    #[test]
    fn a_count_that_is_all_there_is_hides_its_whole() {
        let mut ledger = Ledger::default();
        let one = ledger.note(3, Published::Small, Rank::Cell);
        let none = ledger.note(0, Published::Count(0), Rank::Cell);
        let whole = ledger.note(3, Published::Count(3), Rank::Whole);
        ledger.sum(&[one, none], whole);
        ledger.close(5);
        assert!(ledger.state(whole).is_hidden() && !ledger.state(none).is_hidden());
    }

    proptest! {
        #[test]
        fn a_closed_ledger_gives_nothing_away(
            counts in proptest::collection::vec(proptest::collection::vec(0_u64..14, 3), 3),
            threshold in proptest::sample::select(vec![3_u64, 5, 10, 11]),
            part in 0_usize..3,
        ) {
            let mut ledger = Ledger::default();
            let cells = table(&mut ledger, &counts, threshold);
            // A second table repeats a column, beside another total.
            let column: Vec<Figure> = counts.iter().map(|row| {
                let count = row[part];
                ledger.note(count, Published::alone(count, threshold), Rank::Cell)
            }).collect();
            for (one, row) in column.iter().zip(&cells) {
                ledger.same(*one, row[part]);
            }
            ledger.close(threshold);
            prop_assert!(ledger.unsafe_figures(threshold).is_empty(), "{ledger:?}");
        }
    }
}

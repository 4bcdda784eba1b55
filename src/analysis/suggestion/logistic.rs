//! Logistic regression with a quadratic penalty: the weights of one code.
//!
//! Source: le Cessie and van Houwelingen (1992), ridge estimators in logistic regression.

use std::array;

use super::feature::{Design, NEIGHBOUR};
use super::pass::{LANES, Pass};
use super::search::Search;

/// What was learned of one code.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// By column of the design.
    pub weights: Vec<f64>,
    /// Added to every score.
    pub intercept: f64,
}

/// What to learn from.
#[derive(Clone, Debug)]
pub struct Task {
    /// By interview, whether its sentences are learned from.
    pub takes: Vec<bool>,
    /// What was learned of nearly the same examples: the search begins there.
    pub near: Option<Learned>,
}

impl Learned {
    /// Learns a code once for each task, and gives each with its number as soon as it is learned; none when
    /// `is_stopped` says so. `carries` is by sentence.
    ///
    /// A few tasks are carried out side by side; none changes the result of another.
    pub fn each(
        design: &Design,
        carries: &[bool],
        tasks: impl IntoIterator<Item = Task>,
        is_stopped: impl Fn() -> bool,
        mut learned: impl FnMut(usize, Self),
    ) -> Option<()> {
        let mut waiting = tasks.into_iter().enumerate();
        let mut pass = Pass::new(design, carries);
        let mut under_way: [Option<(usize, Search)>; LANES] = array::from_fn(|_| None);
        loop {
            for (lane, place) in under_way.iter_mut().enumerate().filter(|(_, place)| place.is_none()) {
                pass.leave(lane);
                while place.is_none()
                    && let Some((number, task)) = waiting.next()
                {
                    match begin(design, carries, &task) {
                        Ok(at) => {
                            pass.take(lane, &task.takes);
                            *place = Some((number, Search::begin(at)));
                        }
                        Err(nothing) => learned(number, nothing),
                    }
                }
            }
            if under_way.iter().all(Option::is_none) {
                return Some(());
            }
            if is_stopped() {
                return None;
            }
            let asks = array::from_fn(|lane| under_way[lane].as_ref().and_then(|(_, search)| search.asks()));
            let losses = pass.read(&asks);
            for (lane, place) in under_way.iter_mut().enumerate() {
                let Some((number, mut search)) = place.take() else { continue };
                search.hear(losses[lane], pass.heard(lane), || pass.scale(lane));
                if search.asks().is_some() {
                    *place = Some((number, search));
                    continue;
                }
                let mut weights = search.end();
                let intercept = weights.pop().unwrap_or(0.0);
                learned(number, Self { weights, intercept });
            }
        }
    }

    /// Guesses what is learned without two parts of the examples from what was learned without each and
    /// from all: to the first order, what a part says does not depend on the other being there.
    #[must_use]
    pub fn without_both(one: &Self, other: &Self, whole: &Self) -> Self {
        let sides = one.weights.iter().zip(&other.weights).zip(&whole.weights);
        Self {
            weights: sides.map(|((one, other), whole)| one + other - whole).collect(),
            intercept: one.intercept + other.intercept - whole.intercept,
        }
    }

    /// Scores a sentence, in log-odds; none when its own words do not speak for the code, whatever
    /// stands round it.
    pub fn score(&self, design: &Design, sentence: usize) -> Option<f64> {
        let count = |row: &[u32]| row.iter().map(|column| self.weights[*column as usize]).sum::<f64>();
        let own = count(design.own(sentence));
        if own <= 0.0 {
            return None;
        }
        let beside: f64 = design.neighbours(sentence).map(|one| count(design.own(one))).sum();
        let around = design.around(design.turn[sentence]).iter();
        let around: f64 = around.map(|(column, value)| self.weights[*column as usize] * value).sum();
        Some(self.intercept + own + NEIGHBOUR * beside + around)
    }
}

/// Finds where a search begins: a column that no example has weighs nothing, whatever was learned near.
///
/// The loss of a code that no example carries has no least point: then nothing is learned.
fn begin(design: &Design, carries: &[bool], task: &Task) -> Result<Vec<f64>, Learned> {
    let columns = design.features.len();
    let mut is_seen = vec![false; columns];
    let (mut with, mut all) = (0_u32, 0_u32);
    let taken = design.turns_of.iter().zip(&task.takes).filter(|(_, takes)| **takes);
    for turn in taken.flat_map(|(turns, _)| turns.clone()) {
        design.around(turn).iter().for_each(|(column, _)| is_seen[*column as usize] = true);
        for sentence in design.sentences_of[turn].clone() {
            design.own(sentence).iter().for_each(|column| is_seen[*column as usize] = true);
            with += u32::from(carries[sentence]);
            all += 1;
        }
    }
    // Half a sentence either way keeps the odds finite where none or all carry the code.
    let share = (f64::from(with) + 0.5) / (f64::from(all) + 1.0);
    let odds = (share / (1.0 - share)).ln();
    if with == 0 {
        return Err(Learned { weights: vec![0.0; columns], intercept: odds });
    }
    Ok(match &task.near {
        None => [vec![0.0; columns], vec![odds]].concat(),
        Some(near) => {
            let weights = near.weights.iter().zip(is_seen);
            let weights = weights.map(|(weight, is_seen)| if is_seen { *weight } else { 0.0 });
            weights.chain([near.intercept]).collect()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::transcript;
    use crate::analysis::suggestion::search::FLAT;
    use crate::analysis::suggestion::sentence::read;
    use crate::text::Language;

    const CARRIES: [bool; 12] =
        [true, false, true, false, true, false, false, true, true, false, true, false];

    fn design() -> Design {
        let study =
            |id| transcript(id, &[(false, "Une dette."), (false, "Le chat. La dette du chat. Le chat.")]);
        Design::new(&read(&[study("E01"), study("E02"), study("E03")], &[], Language::Fr))
    }

    fn task(takes: [bool; 3], near: Option<&Learned>) -> Task {
        Task { takes: takes.to_vec(), near: near.cloned() }
    }

    fn all(design: &Design, carries: &[bool], tasks: &[Task]) -> Vec<Learned> {
        let mut learned = vec![None; tasks.len()];
        Learned::each(design, carries, tasks.to_vec(), || false, |number, one| learned[number] = Some(one))
            .unwrap();
        learned.into_iter().map(Option::unwrap).collect()
    }

    fn one(design: &Design, carries: &[bool], task: Task) -> Learned {
        all(design, carries, &[task]).remove(0)
    }

    #[test]
    fn tasks_side_by_side_learn_what_each_learns_alone() {
        let design = design();
        let whole = one(&design, &CARRIES, task([true; 3], None));
        let far = Learned { weights: vec![3.0; design.features.len()], intercept: -2.0 };
        let mut tasks = Vec::new();
        for takes in [[true, true, false], [true, false, true], [false, true, true], [true, false, false]] {
            for near in [None, Some(&whole), Some(&far)] {
                tasks.push(task(takes, near));
            }
        }
        let together = all(&design, &CARRIES, &tasks);
        for (task, learned) in tasks.iter().zip(&together) {
            assert_eq!(one(&design, &CARRIES, task.clone()), *learned, "to the last bit: {task:?}");
        }
        let apart = |one: &Learned, other: &Learned| {
            let squares = one.weights.iter().zip(&other.weights).map(|(one, other)| (one - other).powi(2));
            squares.sum::<f64>().sqrt()
        };
        for same in together.chunks(3) {
            assert!(same.iter().all(|one| apart(one, &same[0]) <= 2.0 * FLAT), "{same:?}");
        }
    }

    #[test]
    fn a_task_that_nobody_waits_for_is_left() {
        let design = design();
        let tasks = [task([true; 3], None)];
        let learned = Learned::each(&design, &CARRIES, tasks, || true, |_, _| panic!("nothing is learned"));
        assert_eq!(learned, None);
    }

    /// A word of held-out interviews alone weighs exactly nothing.
    #[test]
    fn a_column_without_examples_weighs_nothing_whatever_was_learned_near() {
        let texts = [("E01", "Une dette. Un chat."), ("E02", "Un bus. Ce bus. Un chat.")];
        let study: Vec<_> = texts.iter().map(|(id, text)| transcript(id, &[(false, *text)])).collect();
        let design = Design::new(&read(&study, &[], Language::Fr));
        let carries = vec![true; design.turn.len()];
        let takes = |takes: [bool; 2], near: Option<Learned>| Task { takes: takes.to_vec(), near };
        let whole = one(&design, &carries, takes([true, true], None));
        let first = one(&design, &carries, takes([true, false], Some(whole.clone())));
        let bus = design.features.iter().position(|one| format!("{one:?}").contains("bus")).unwrap();
        assert!(whole.weights[bus].abs() > 0.0);
        assert!(first.weights[bus].abs() <= 0.0);
    }

    #[test]
    fn a_word_that_speaks_for_the_code_weighs_more_than_one_that_does_not() {
        let design = design();
        let carries = [true, false, true, false].repeat(3);
        let learned = one(&design, &carries, task([true; 3], None));
        let (with, without) = (learned.score(&design, 0), learned.score(&design, 1));
        assert!(with.is_some() && (without.is_none() || with > without));
    }

    #[test]
    fn a_code_that_no_example_carries_scores_nothing() {
        let design = design();
        let learned = one(&design, &[false; 12], task([true; 3], None));
        assert!((0..12).all(|row| learned.score(&design, row).is_none()));
    }

    /// A guess, but a near one: it spares steps.
    #[test]
    fn without_two_is_about_without_each_less_with_all() {
        let design = design();
        let learn = |takes: [bool; 3]| one(&design, &CARRIES, task(takes, None));
        let (whole, first, second) =
            (learn([true; 3]), learn([false, true, true]), learn([true, false, true]));
        let (guessed, exact) = (Learned::without_both(&first, &second, &whole), learn([false, false, true]));
        let far = |one: &Learned| -> f64 {
            one.weights.iter().zip(&exact.weights).map(|(one, exact)| (one - exact).powi(2)).sum()
        };
        assert!(far(&guessed) < far(&whole), "{guessed:?} {exact:?}");
    }
}

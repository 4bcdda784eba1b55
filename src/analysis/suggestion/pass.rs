//! Reading the examples once for several searches: a sentence's words are looked up for all of them.
//!
//! Each lane carries the numbers of one search, over the interviews that it takes; no lane changes what
//! another is told, to the last bit. Sums run in the order of the texts.

use std::array;
use std::ops::Neg;

use super::feature::{Design, NEIGHBOUR};

/// Searches served at once: more would not fit the registers of a processor.
pub const LANES: usize = 4;
/// Sentences of which the loss is taken by one logarithm: 2 to this power is far from the largest number.
const FACTORS: usize = 64;

/// A number for each search.
type Lanes = [f64; LANES];

const NONE: Lanes = [0.0; LANES];

/// What a search asks of the examples, at a place or along a way: a number for each column, the
/// intercept's last.
#[derive(Clone, Copy, Debug)]
pub enum Ask<'a> {
    /// The loss there, and how it changes with each column.
    Loss(&'a [f64]),
    /// How that changes along the way, where the loss was asked for last.
    Bend(&'a [f64]),
}

/// The examples of one code, as several searches read them.
#[derive(Debug)]
pub struct Pass<'a> {
    design: &'a Design,
    carries: &'a [bool],
    /// By interview: 1 in the lanes that take it, else 0.
    takes: Vec<Lanes>,
    /// By column: what was asked, and what is answered.
    asked: Vec<Lanes>,
    heard: Vec<Lanes>,
    /// By sentence: its score, then what it counts.
    said: Vec<Lanes>,
    /// By sentence: how fast the loss changes the more its score does.
    doubt: Vec<Lanes>,
}

impl<'a> Pass<'a> {
    /// Prepares to read; `carries` is by sentence. No lane takes anything yet.
    pub fn new(design: &'a Design, carries: &'a [bool]) -> Self {
        let columns = design.features.len() + 1;
        Self {
            design,
            carries,
            takes: vec![NONE; design.interviews.len()],
            asked: vec![NONE; columns],
            heard: vec![NONE; columns],
            said: vec![NONE; design.turn.len()],
            doubt: vec![NONE; design.turn.len()],
        }
    }

    /// Gives a lane the interviews that its search takes; nothing is left of what it did before.
    pub fn take(&mut self, lane: usize, takes: &[bool]) {
        for (known, takes) in self.takes.iter_mut().zip(takes) {
            known[lane] = f64::from(u8::from(*takes));
        }
        self.doubt.iter_mut().for_each(|doubt| doubt[lane] = 0.0);
    }

    /// Takes all interviews from a lane.
    pub fn leave(&mut self, lane: usize) {
        self.takes.iter_mut().for_each(|takes| takes[lane] = 0.0);
    }

    /// Answers what the lanes ask, without the penalty; returns the losses of those that asked for them.
    pub fn read(&mut self, asks: &[Option<Ask<'_>>; LANES]) -> Lanes {
        let mut of_loss = Vec::with_capacity(LANES);
        for (lane, ask) in asks.iter().enumerate() {
            let (Some(Ask::Loss(numbers)) | Some(Ask::Bend(numbers))) = ask else { continue };
            if matches!(ask, Some(Ask::Loss(_))) {
                of_loss.push(lane);
            }
            for (asked, number) in self.asked.iter_mut().zip(*numbers) {
                asked[lane] = *number;
            }
        }
        self.heard.fill(NONE);
        let mut loss = NONE;
        for interview in 0..self.takes.len() {
            let takes = self.takes[interview];
            if takes == NONE {
                continue;
            }
            // The logarithm of a product once in a while, in the place of one a sentence.
            let (mut product, mut factors) = ([1.0; LANES], 0);
            for turn in self.design.turns_of[interview].clone() {
                self.say(turn);
                for row in self.design.sentences_of[turn].clone() {
                    let sign = if self.carries[row] { 1.0 } else { -1.0 };
                    let (said, doubt) = (&mut self.said[row], &mut self.doubt[row]);
                    let scores = *said;
                    *said = array::from_fn(|lane| scores[lane] * doubt[lane]);
                    if of_loss.is_empty() {
                        continue;
                    }
                    for &lane in &of_loss {
                        let signed = sign * scores[lane];
                        let odds = signed.abs().neg().exp();
                        let small = odds / (1.0 + odds);
                        let wrong = if signed > 0.0 { small } else { 1.0 - small };
                        loss[lane] += takes[lane] * signed.neg().max(0.0);
                        product[lane] *= 1.0 + takes[lane] * odds;
                        said[lane] = -sign * takes[lane] * wrong;
                        doubt[lane] = takes[lane] * small * (1.0 - small);
                    }
                    factors += 1;
                    if factors % FACTORS == 0 {
                        loss = array::from_fn(|lane| loss[lane] + product[lane].ln());
                        product = [1.0; LANES];
                    }
                }
                self.hear(turn);
            }
            loss = array::from_fn(|lane| loss[lane] + product[lane].ln());
        }
        loss
    }

    /// Returns what a lane was answered, by column.
    pub fn heard(&self, lane: usize) -> impl Iterator<Item = f64> {
        self.heard.iter().map(move |heard| heard[lane])
    }

    /// Scores the sentences of a turn.
    fn say(&mut self, turn: usize) {
        let mut shared = self.asked[self.asked.len() - 1];
        for (column, value) in self.design.around(turn) {
            add(&mut shared, *value, &self.asked[*column as usize]);
        }
        let rows = self.design.sentences_of[turn].clone();
        let (first, mut before) = (rows.start, NONE);
        for row in rows {
            let mut own = NONE;
            for column in self.design.own(row) {
                add(&mut own, 1.0, &self.asked[*column as usize]);
            }
            self.said[row] = array::from_fn(|lane| shared[lane] + own[lane] + NEIGHBOUR * before[lane]);
            if row > first {
                add(&mut self.said[row - 1], NEIGHBOUR, &own);
            }
            before = own;
        }
    }

    /// Adds to each column what the sentences of a turn count, each by how it has the column.
    fn hear(&mut self, turn: usize) {
        let rows = self.design.sentences_of[turn].clone();
        let (first, said) = (rows.start, &self.said[rows]);
        let mut all = NONE;
        for (place, own) in said.iter().enumerate() {
            let before = place.checked_sub(1).map_or(&NONE, |before| &said[before]);
            let after = said.get(place + 1).unwrap_or(&NONE);
            let counts: Lanes = array::from_fn(|lane| own[lane] + NEIGHBOUR * (before[lane] + after[lane]));
            for column in self.design.own(first + place) {
                add(&mut self.heard[*column as usize], 1.0, &counts);
            }
            add(&mut all, 1.0, own);
        }
        for (column, value) in self.design.around(turn) {
            add(&mut self.heard[*column as usize], *value, &all);
        }
        let last = self.heard.len() - 1;
        add(&mut self.heard[last], 1.0, &all);
    }

    /// Tells about how fast the loss of a lane bends along each column, without the penalty: rare words
    /// and common ones need other steps.
    pub fn scale(&self, lane: usize) -> Vec<f64> {
        let mut scale = vec![0.0; self.heard.len()];
        let mut every = 0.0;
        for (turn, rows) in self.design.sentences_of.iter().enumerate() {
            let doubts = &self.doubt[rows.clone()];
            let mut all = 0.0;
            for (place, own) in doubts.iter().enumerate() {
                let before = place.checked_sub(1).map_or(0.0, |before| doubts[before][lane]);
                let after = doubts.get(place + 1).map_or(0.0, |after| after[lane]);
                let doubt = own[lane] + NEIGHBOUR * NEIGHBOUR * (before + after);
                for column in self.design.own(rows.start + place) {
                    scale[*column as usize] += doubt;
                }
                all += own[lane];
            }
            for (column, value) in self.design.around(turn) {
                scale[*column as usize] += value * value * all;
            }
            every += all;
        }
        let last = scale.len() - 1;
        scale[last] = every;
        scale
    }
}

fn add(to: &mut Lanes, times: f64, what: &Lanes) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += times * what;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::transcript;
    use crate::analysis::suggestion::sentence::read;
    use crate::text::Language;

    const CARRIES: [bool; 8] = [true, false, true, false, true, true, false, false];

    fn design() -> Design {
        let study =
            |id| transcript(id, &[(false, "Une dette."), (false, "Le chat. La dette du chat. Le chat.")]);
        Design::new(&read(&[study("E01"), study("E02")], &[], Language::Fr))
    }

    /// Numbers by column, none of them those of a search.
    fn numbers(design: &Design, times: f64) -> Vec<f64> {
        (0..=design.features.len()).map(|column| times * (0.1 * column as f64 - 0.2)).collect()
    }

    fn ask(pass: &mut Pass<'_>, lane: usize, ask: Ask<'_>) -> (f64, Vec<f64>) {
        let mut asks = [None; LANES];
        asks[lane] = Some(ask);
        let loss = pass.read(&asks)[lane];
        (loss, pass.heard(lane).collect())
    }

    fn beside(at: &[f64], way: &[f64], step: f64) -> Vec<f64> {
        at.iter().zip(way).map(|(at, way)| at + step * way).collect()
    }

    #[test]
    fn the_slope_is_that_of_the_loss() {
        let design = design();
        let mut pass = Pass::new(&design, &CARRIES);
        pass.take(1, &[true, true]);
        let at = numbers(&design, 1.0);
        let (_, slope) = ask(&mut pass, 1, Ask::Loss(&at));
        for column in 0..at.len() {
            let mut way = vec![0.0; at.len()];
            way[column] = 1.0;
            let mut there = |step| ask(&mut pass, 1, Ask::Loss(&beside(&at, &way, step))).0;
            let measured = (there(1e-5) - there(-1e-5)) / 2e-5;
            assert!((measured - slope[column]).abs() < 1e-6, "{column}: {measured} {}", slope[column]);
        }
    }

    #[test]
    fn the_bend_is_that_of_the_slope() {
        let design = design();
        let mut pass = Pass::new(&design, &CARRIES);
        pass.take(0, &[true, true]);
        let (at, way) = (numbers(&design, 1.0), numbers(&design, -3.0));
        let mut there = |step| ask(&mut pass, 0, Ask::Loss(&beside(&at, &way, step))).1;
        let (after, before) = (there(1e-5), there(-1e-5));
        ask(&mut pass, 0, Ask::Loss(&at));
        let (_, bent) = ask(&mut pass, 0, Ask::Bend(&way));
        for column in 0..at.len() {
            let measured = (after[column] - before[column]) / 2e-5;
            assert!((measured - bent[column]).abs() < 1e-6, "{column}: {measured} {}", bent[column]);
        }
    }

    #[test]
    fn the_scale_is_the_bend_of_columns_that_stand_apart() {
        let texts = [(false, "Dette."), (false, "Chat."), (false, "Dette."), (false, "Chat.")];
        let design = Design::new(&read(&[transcript("E01", &texts)], &[], Language::Fr));
        let mut pass = Pass::new(&design, &CARRIES);
        pass.take(0, &[true]);
        ask(&mut pass, 0, Ask::Loss(&numbers(&design, 1.0)));
        let scale = pass.scale(0);
        for column in 0..scale.len() {
            let mut way = vec![0.0; scale.len()];
            way[column] = 1.0;
            let (_, bent) = ask(&mut pass, 0, Ask::Bend(&way));
            assert!((bent[column] - scale[column]).abs() < 1e-12, "{column}: {bent:?} {scale:?}");
        }
    }

    /// What a lane did before, and what the others do, leave no trace.
    #[test]
    fn no_lane_changes_what_another_is_told() {
        let design = design();
        let (at, way) = (numbers(&design, 1.0), numbers(&design, -3.0));
        let mut alone = Pass::new(&design, &CARRIES);
        alone.take(2, &[true, false]);
        let loss = ask(&mut alone, 2, Ask::Loss(&at));
        let bend = ask(&mut alone, 2, Ask::Bend(&way));

        let mut pass = Pass::new(&design, &CARRIES);
        pass.take(2, &[false, true]);
        ask(&mut pass, 2, Ask::Loss(&way));
        pass.take(2, &[true, false]);
        assert_eq!(ask(&mut pass, 2, Ask::Loss(&at)), loss);
        // Another lane makes the pass read the interview that this one does not take.
        pass.take(0, &[true, true]);
        let asks = [Some(Ask::Loss(way.as_slice())), None, Some(Ask::Bend(&way)), None];
        pass.read(&asks);
        assert_eq!(pass.heard(2).collect::<Vec<_>>(), bend.1);
    }
}

//! A search for the least loss under a quadratic penalty: Newton's method, each step found by conjugate
//! gradients.
//!
//! It knows no sentence: it [asks](Search::asks) for the loss at a place, or for how it bends along a
//! way, and goes on when it is told. The loss has one least point and the search ends where its slope is
//! almost flat, so that it ends at the same weights wherever it began: to begin near only spares steps.
//!
//! Source: Lin, Weng and Keerthi (2008), Newton's method with conjugate gradients for large logistic
//! regressions.

use super::pass::Ask;

/// Weight of the penalty: half of it times the sum of squared weights, the intercept apart.
pub const PENALTY: f64 = 1.0;
/// The search ends when the slope is no longer than this. The penalty bends the loss by 1 along every
/// weight, so that the weights found lie about this near to those of the least loss.
pub const FLAT: f64 = 0.01;
/// Steps at most, and directions tried for one.
const STEPS: usize = 50;
const DIRECTIONS: usize = 200;
/// How much more the loss is taken to bend along the intercept, which bears no penalty, where a step is
/// looked for: where nothing is in doubt it would have no end. What the search ends at is not changed.
const HOLD: f64 = 0.01;
/// A step is looked for until this share of the slope is left, or less near the end.
const LEFT: f64 = 0.1;

/// A search under way; the intercept stands after the weights.
#[derive(Debug)]
pub struct Search {
    at: Vec<f64>,
    loss: f64,
    slope: Vec<f64>,
    steps: usize,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// A step is tried; one goes against `way`.
    Stepping {
        next: Vec<f64>,
        way: Vec<f64>,
        fall: f64,
        length: f64,
    },
    /// A step is looked for.
    Turning(Box<Turning>),
    Ended,
}

/// What is known of a step that is looked for.
#[derive(Debug)]
struct Turning {
    way: Vec<f64>,
    /// Of the slope, what the step would leave if the loss bent everywhere as it does here.
    rest: Vec<f64>,
    /// The direction asked about, and about how little the loss bends along each column.
    towards: Vec<f64>,
    ease: Vec<f64>,
    worth: f64,
    /// How much may be left.
    left: f64,
    directions: usize,
}

impl Search {
    /// Begins at a place.
    pub fn begin(at: Vec<f64>) -> Self {
        let stage = Stage::Stepping { next: at.clone(), way: vec![0.0; at.len()], fall: 0.0, length: 1.0 };
        Self { slope: vec![0.0; at.len()], at, loss: f64::INFINITY, steps: 0, stage }
    }

    /// Says what must be known to go on; nothing when the search has ended.
    pub fn asks(&self) -> Option<Ask<'_>> {
        match &self.stage {
            Stage::Stepping { next, .. } => Some(Ask::Loss(next)),
            Stage::Turning(turning) => Some(Ask::Bend(&turning.towards)),
            Stage::Ended => None,
        }
    }

    /// Goes on with what was asked for: the loss where it was, `heard` by column, and `scale` on demand,
    /// all without the penalty.
    pub fn hear(&mut self, loss: f64, heard: impl Iterator<Item = f64>, scale: impl FnOnce() -> Vec<f64>) {
        match std::mem::replace(&mut self.stage, Stage::Ended) {
            Stage::Stepping { next, way, fall, length } => {
                let loss = loss + 0.5 * penalised(&next, &next);
                if loss <= self.loss - 1e-4 * length * fall {
                    (self.at, self.loss) = (next, loss);
                    self.slope.clear();
                    self.slope.extend(heard);
                    penalise(&mut self.slope, &self.at);
                    self.turn(scale);
                } else if length > 1e-9 {
                    self.step(way, fall, 0.5 * length);
                }
                // Else nothing is lower along the way: the loss is as low as numbers tell.
            }
            Stage::Turning(mut turning) => {
                let mut bent: Vec<f64> = heard.collect();
                penalise(&mut bent, &turning.towards);
                let last = bent.len() - 1;
                bent[last] += HOLD * turning.towards[last];
                if turning.hear(&bent) {
                    self.stage = Stage::Turning(turning);
                } else {
                    let fall = dot(&turning.way, &self.slope);
                    self.step(turning.way, fall, 1.0);
                }
            }
            Stage::Ended => {}
        }
    }

    /// Looks for a step from here, unless the slope is flat.
    fn turn(&mut self, scale: impl FnOnce() -> Vec<f64>) {
        let steep = dot(&self.slope, &self.slope).sqrt();
        if steep <= FLAT || self.steps == STEPS {
            return;
        }
        self.steps += 1;
        let mut ease = scale();
        let last = ease.len() - 1;
        for (column, ease) in ease.iter_mut().enumerate() {
            *ease = 1.0 / (*ease + if column < last { PENALTY } else { HOLD });
        }
        let rest = self.slope.clone();
        let towards: Vec<f64> = rest.iter().zip(&ease).map(|(rest, ease)| rest * ease).collect();
        self.stage = Stage::Turning(Box::new(Turning {
            way: vec![0.0; rest.len()],
            worth: dot(&rest, &towards),
            left: (LEFT * steep.min(1.0) * steep).max(0.5 * FLAT),
            directions: 0,
            rest,
            towards,
            ease,
        }));
    }

    fn step(&mut self, way: Vec<f64>, fall: f64, length: f64) {
        let next = self.at.iter().zip(&way).map(|(at, way)| at - length * way).collect();
        self.stage = Stage::Stepping { next, way, fall, length };
    }

    /// Returns where the search stands.
    pub fn end(self) -> Vec<f64> {
        self.at
    }
}

impl Turning {
    /// Goes on with how the loss bends along the direction asked about; tells whether it must ask again.
    fn hear(&mut self, bent: &[f64]) -> bool {
        let share = self.worth / dot(&self.towards, bent);
        add(&mut self.way, share, &self.towards);
        add(&mut self.rest, -share, bent);
        self.directions += 1;
        if dot(&self.rest, &self.rest).sqrt() <= self.left || self.directions == DIRECTIONS {
            return false;
        }
        let before = self.worth;
        let eased: Vec<f64> = self.rest.iter().zip(&self.ease).map(|(rest, ease)| rest * ease).collect();
        self.worth = dot(&self.rest, &eased);
        let again = self.worth / before;
        for (towards, eased) in self.towards.iter_mut().zip(&eased) {
            *towards = eased + again * *towards;
        }
        true
    }
}

/// Multiplies and sums the weights, as the penalty counts them.
fn penalised(one: &[f64], other: &[f64]) -> f64 {
    PENALTY * dot(&one[..one.len() - 1], &other[..other.len() - 1])
}

/// Adds what the penalty says at a place, or along a way.
fn penalise(slope: &mut [f64], at: &[f64]) {
    let last = slope.len() - 1;
    add(&mut slope[..last], PENALTY, &at[..last]);
}

fn add(to: &mut [f64], times: f64, what: &[f64]) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += times * what;
    }
}

/// Multiplies and sums in eight strands, one after the other at the end: the order is always the same,
/// and no sum waits for the one before it.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut strands = [0.0; 8];
    let (ones, others) = (one.chunks_exact(8), other.chunks_exact(8));
    let rest: f64 = ones.remainder().iter().zip(others.remainder()).map(|(one, other)| one * other).sum();
    for (one, other) in ones.zip(others) {
        for ((strand, one), other) in strands.iter_mut().zip(one).zip(other) {
            *strand += one * other;
        }
    }
    strands.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Examples with two columns, and whether each carries the code.
    const EXAMPLES: [([f64; 2], bool); 6] = [
        ([1.0, 0.0], true),
        ([1.0, 1.0], true),
        ([0.0, 1.0], false),
        ([0.5, 2.0], false),
        ([1.0, 0.0], false),
        ([0.0, 0.0], false),
    ];

    fn score(example: [f64; 2], at: &[f64]) -> f64 {
        example[0] * at[0] + example[1] * at[1] + at[2]
    }

    /// Adds up what each example counts on each column.
    fn heard(count: impl Fn([f64; 2], bool) -> f64) -> Vec<f64> {
        let mut all = vec![0.0; 3];
        for (example, carries) in EXAMPLES {
            let count = count(example, carries);
            add(&mut all, count, &[example[0], example[1], 1.0]);
        }
        all
    }

    fn odds(example: [f64; 2], at: &[f64]) -> f64 {
        1.0 / (1.0 + (-score(example, at)).exp())
    }

    fn loss(at: &[f64]) -> f64 {
        let of = |(example, carries): ([f64; 2], bool)| {
            let score = score(example, at);
            (if carries { -score } else { score }).exp().ln_1p()
        };
        EXAMPLES.into_iter().map(of).sum()
    }

    fn slope(at: &[f64]) -> Vec<f64> {
        let mut slope = heard(|example, carries| odds(example, at) - f64::from(u8::from(carries)));
        penalise(&mut slope, at);
        slope
    }

    /// Runs a search; returns where it ends and how often it asked.
    fn run(begin: Vec<f64>) -> (Vec<f64>, usize) {
        let mut search = Search::begin(begin);
        let (mut place, mut asked) = (Vec::new(), 0);
        while let Some(ask) = search.asks() {
            asked += 1;
            let (lost, told) = match ask {
                Ask::Loss(at) => {
                    place = at.to_vec();
                    (loss(at), heard(|example, carries| odds(example, at) - f64::from(u8::from(carries))))
                }
                Ask::Bend(way) => {
                    let doubt = |example| odds(example, &place) * (1.0 - odds(example, &place));
                    (0.0, heard(|example, _| doubt(example) * score(example, way)))
                }
            };
            let scale = || {
                let doubt = |example| odds(example, &place) * (1.0 - odds(example, &place));
                let squares = |example: [f64; 2]| [example[0].powi(2), example[1].powi(2), 1.0];
                let mut scale = vec![0.0; 3];
                EXAMPLES.iter().for_each(|(example, _)| add(&mut scale, doubt(*example), &squares(*example)));
                scale
            };
            search.hear(lost, told.into_iter(), scale);
        }
        (search.end(), asked)
    }

    #[test]
    fn a_search_ends_where_the_slope_is_flat() {
        let (end, asked) = run(vec![0.0; 3]);
        let slope = slope(&end);
        assert!(dot(&slope, &slope).sqrt() <= FLAT, "{slope:?}");
        assert!((3..40).contains(&asked), "{asked}");
        assert!(end[0] > 0.0 && end[1] < 0.0, "{end:?}");
    }

    proptest! {
        /// Where a search begins may have been learned of an interview that is held out: nothing of that
        /// may be left where it ends.
        #[test]
        fn a_search_ends_at_the_same_place_wherever_it_began(begin in prop::collection::vec(-9.0_f64..9.0, 3)) {
            let (cold, far) = (run(vec![0.0; 3]).0, run(begin).0);
            let apart: f64 = cold[..2].iter().zip(&far).map(|(cold, far)| (cold - far).powi(2)).sum();
            prop_assert!(apart.sqrt() <= 2.0 * FLAT, "{cold:?} {far:?}");
        }

        #[test]
        fn strands_sum_as_one(numbers in prop::collection::vec((-9_i32..9, -9_i32..9), 0..40)) {
            let (ones, others): (Vec<f64>, Vec<f64>) =
                numbers.iter().map(|(one, other)| (f64::from(*one), f64::from(*other))).unzip();
            let plain: i32 = numbers.iter().map(|(one, other)| one * other).sum();
            prop_assert!((dot(&ones, &others) - f64::from(plain)).abs() < 1e-9);
        }
    }
}

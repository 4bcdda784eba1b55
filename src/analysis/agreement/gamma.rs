//! Gamma: agreement on passages that may overlap, aligned to each other, against texts coded at random.
//!
//! Chance is simulated: coders are drawn whose passages are as many, as long, as far apart and coded
//! in the same shares as the real ones, each coder on their own. Expected disorder is the mean of
//! the best alignments of such draws, so that it comes with a precision and a seed.
//!
//! Source: Mathet, Widlöcher and Métivier (2015). The random texts are those of Titeux and Riad
//! (2021), "pygamma-agreement", by their statistical sampler, whose numbers of passages are cut
//! towards zero.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

use super::alignment::{Passage, Weights, best};
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Fewer draws say too little.
pub const LEAST_DRAWS: u32 = 30;

/// Gamma with all that reproduces it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Gamma {
    /// 1 − observed over expected disorder.
    pub gamma: f64,
    /// Disorder of the best alignment.
    pub observed: f64,
    /// Mean disorder of the best alignments of texts coded at random.
    pub expected: f64,
    /// Half of the 95 % interval of the expected disorder, over it.
    pub precision: f64,
    /// Texts drawn.
    pub draws: u32,
    /// Seed of the random stream.
    pub seed: u64,
}

/// Computes gamma; `coders` holds each coder's passages of one text, places from 0.
///
/// # Errors
/// Those of [`best`]; [`Undefined::TooFew`] below [`LEAST_DRAWS`]; [`Undefined::ZeroDenominator`]
/// when texts coded at random have no disorder.
pub fn gamma(coders: &[Vec<Passage>], weights: &Weights, draws: u32, seed: u64) -> Defined<Gamma> {
    if draws < LEAST_DRAWS {
        return Err(Undefined::TooFew { needed: LEAST_DRAWS as usize, present: draws as usize });
    }
    let observed = best(coders, weights)?.disorder;
    let chance = Chance::of(coders);
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut disorders = Vec::with_capacity(draws as usize);
    for _ in 0..draws {
        disorders.push(best(&chance.draw(coders.len(), &mut rng), weights)?.disorder);
    }
    let (expected, deviation) = spread(&disorders);
    if expected <= 0.0 {
        return Err(Undefined::ZeroDenominator);
    }
    let n = f64::from(draws);
    // The deviation of a sample, not of a population.
    let error = deviation * (n / (n - 1.0)).sqrt() / n.sqrt();
    Ok(Gamma {
        gamma: 1.0 - observed / expected,
        observed,
        expected,
        precision: 1.96 * error / expected,
        draws,
        seed,
    })
}

/// What texts coded at random keep of the real one: mean and deviation.
struct Chance {
    passages: (f64, f64),
    gaps: (f64, f64),
    lengths: (f64, f64),
    /// Codes of all passages, from which one is drawn.
    codes: Vec<usize>,
}

impl Chance {
    fn of(coders: &[Vec<Passage>]) -> Self {
        // A gap of 0 for texts of a single passage, as the sampler has it.
        let mut gaps = vec![0.0];
        for own in coders {
            let mut sorted = own.clone();
            sorted.sort_by(|a, b| a.start.total_cmp(&b.start).then(a.end.total_cmp(&b.end)));
            gaps.extend(sorted.windows(2).map(|two| two[1].start - two[0].end));
            gaps.extend(sorted.first().map(|first| first.start).filter(|start| *start > 0.0));
        }
        let all = || coders.iter().flatten();
        let counts: Vec<f64> = coders.iter().map(|own| own.len() as f64).collect();
        Self {
            passages: spread(&counts),
            gaps: spread(&gaps),
            lengths: spread(&all().map(|p| p.end - p.start).collect::<Vec<_>>()),
            codes: all().map(|p| p.code).collect(),
        }
    }

    fn draw(&self, coders: usize, rng: &mut ChaCha8Rng) -> Vec<Vec<Passage>> {
        let mut drawn: Vec<Vec<Passage>> = Vec::with_capacity(coders);
        for coder in 0..coders {
            let mut wanted = normal(self.passages, rng).trunc().abs();
            if coder == 0 {
                wanted = wanted.max(1.0);
            }
            let (mut own, mut at) = (Vec::new(), 0.0);
            while (own.len() as f64) < wanted {
                let start = at + normal(self.gaps, rng);
                let length = normal(self.lengths, rng).abs();
                if length > 1e-6 {
                    at = start + length;
                    let code = self.codes[rng.gen_range(0..self.codes.len())];
                    own.push(Passage { start, end: at, code });
                }
            }
            drawn.push(own);
        }
        drawn
    }
}

/// Mean and deviation, of a population.
fn spread(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
    (mean, variance.sqrt())
}

/// Draws from a normal distribution (Box and Muller).
fn normal((mean, deviation): (f64, f64), rng: &mut ChaCha8Rng) -> f64 {
    let (u, v): (f64, f64) = (rng.r#gen(), rng.r#gen());
    let radius = (-2.0 * (1.0 - u).ln()).sqrt();
    mean + deviation * radius * (std::f64::consts::TAU * v).cos()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn coder(list: &[(f64, f64, usize)]) -> Vec<Passage> {
        list.iter().map(|(start, end, code)| Passage { start: *start, end: *end, code: *code }).collect()
    }

    #[test]
    fn coders_who_copy_each_other_have_a_gamma_of_one() {
        let own = coder(&[(2.0, 9.0, 0), (5.0, 30.0, 1), (40.0, 44.0, 0)]);
        let found = gamma(&[own.clone(), own], &Weights::default(), 50, 3).unwrap();
        assert!((found.gamma - 1.0).abs() < 1e-12 && found.observed.abs() < 1e-12);
        assert!(found.precision > 0.0 && found.precision < 0.3);
    }

    #[test]
    fn order_of_coders_and_runs_repeat() {
        let one = coder(&[(2.0, 9.0, 0), (15.0, 30.0, 1)]);
        let other = coder(&[(4.0, 9.0, 0), (20.0, 26.0, 0), (50.0, 54.0, 1)]);
        let of = |coders: &[Vec<Passage>]| gamma(coders, &Weights::default(), 60, 9).unwrap();
        let (here, there) = (of(&[one.clone(), other.clone()]), of(&[other.clone(), one.clone()]));
        assert!((here.observed - there.observed).abs() < 1e-12);
        assert_eq!(here, of(&[one, other]));
    }

    #[test]
    fn undefined_is_said() {
        let own = coder(&[(2.0, 9.0, 0)]);
        let of = |coders: &[Vec<Passage>], draws| gamma(coders, &Weights::default(), draws, 1);
        assert_eq!(of(std::slice::from_ref(&own), 30), Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(of(&[own.clone(), own], 5), Err(Undefined::TooFew { needed: 30, present: 5 }));
        assert_eq!(of(&[vec![], vec![]], 30), Err(Undefined::NeverPresent));
    }
}

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
use super::by_code::ENOUGH_INTERVIEWS;
use crate::analysis::statistics::bootstrap::{Interval, Plan, by_cluster};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// Fewer draws say too little.
pub const LEAST_DRAWS: u32 = 30;

/// What to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sampling {
    /// Texts coded at random.
    pub draws: u32,
    /// Seed of the random stream.
    pub seed: u64,
    /// Which stream of that seed: one a text, so that the texts of a study are drawn apart.
    pub stream: u64,
}

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
    /// What was drawn.
    pub sampling: Sampling,
}

/// Gamma over several texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pooled {
    /// 1 − observed over expected disorder, both summed over the texts.
    pub gamma: f64,
    /// Half of the 95 % interval of the expected disorder, over it: what drawing more would narrow.
    pub precision: f64,
    /// Percentile interval, whole texts drawn: what more texts would narrow. None below eight.
    #[serde(serialize_with = "undefined::serialize")]
    pub interval: Defined<Interval>,
    /// Texts.
    pub texts: usize,
}

/// Pools the gammas of several texts; each disorder counts for the mean number of passages of a coder
/// in its text, given beside it, by which it was divided.
///
/// # Errors
/// [`Undefined::NoObservations`] without a text. In the interval, [`Undefined::TooFew`] below eight.
pub fn pool(texts: &[(f64, Gamma)], plan: Plan) -> Defined<Pooled> {
    if texts.is_empty() {
        return Err(Undefined::NoObservations);
    }
    let sum = |of: &dyn Fn(&(f64, Gamma)) -> f64| texts.iter().map(of).sum::<f64>();
    let expected = sum(&|(passages, one)| passages * one.expected);
    let halves = sum(&|(passages, one)| (passages * one.expected * one.precision).powi(2));
    let over = |drawn: &[usize]| {
        let sum = |of: &dyn Fn(&Gamma) -> f64| -> f64 {
            drawn.iter().map(|at| texts[*at].0 * of(&texts[*at].1)).sum()
        };
        Ok(1.0 - sum(&|one| one.observed) / sum(&|one| one.expected))
    };
    let all: Vec<usize> = (0..texts.len()).collect();
    Ok(Pooled {
        gamma: over(&all)?,
        precision: halves.sqrt() / expected,
        interval: if texts.len() < ENOUGH_INTERVIEWS {
            Err(Undefined::TooFew { needed: ENOUGH_INTERVIEWS, present: texts.len() })
        } else {
            by_cluster(texts.len(), plan, over)
        },
        texts: texts.len(),
    })
}

/// Computes gamma; `coders` holds each coder's passages of one text, places from 0.
///
/// # Errors
/// Those of [`best`]; [`Undefined::TooFew`] below [`LEAST_DRAWS`]; [`Undefined::ZeroDenominator`]
/// when texts coded at random have no disorder.
pub fn gamma(coders: &[Vec<Passage>], weights: &Weights, sampling: Sampling) -> Defined<Gamma> {
    let draws = sampling.draws;
    if draws < LEAST_DRAWS {
        return Err(Undefined::TooFew { needed: LEAST_DRAWS as usize, present: draws as usize });
    }
    let observed = best(coders, weights)?.disorder;
    let chance = Chance::of(coders);
    let mut rng = ChaCha8Rng::seed_from_u64(sampling.seed);
    rng.set_stream(sampling.stream);
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
        sampling,
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

    fn drawn(draws: u32, seed: u64) -> Sampling {
        Sampling { draws, seed, stream: 0 }
    }

    #[test]
    fn streams_of_a_seed_are_drawn_apart() {
        let one = coder(&[(2.0, 9.0, 0), (15.0, 30.0, 1)]);
        let other = coder(&[(4.0, 9.0, 0), (20.0, 26.0, 0)]);
        let of = |stream| {
            let sampling = Sampling { stream, ..drawn(60, 9) };
            gamma(&[one.clone(), other.clone()], &Weights::default(), sampling).unwrap()
        };
        assert!((of(0).observed - of(1).observed).abs() < 1e-12);
        assert!((of(0).expected - of(1).expected).abs() > 1e-6);
    }

    /// Two texts of 2 and 6 passages a coder, disorders 0.5 of 1.0 and 0.9 of 1.5: γ is
    /// 1 − (2 × 0.5 + 6 × 0.9) / (2 × 1.0 + 6 × 1.5) = 1 − 6.4 / 11.
    #[test]
    fn texts_pool_by_their_passages() {
        let text = |observed: f64, expected: f64| Gamma {
            gamma: 1.0 - observed / expected,
            observed,
            expected,
            precision: 0.02,
            sampling: drawn(30, 1),
        };
        let texts = [(2.0, text(0.5, 1.0)), (6.0, text(0.9, 1.5))];
        let plan = Plan { draws: 200, level: 0.95, seed: 1 };
        let found = pool(&texts, plan).unwrap();
        assert!((found.gamma - (1.0 - 6.4 / 11.0)).abs() < 1e-12);
        assert!((found.precision - 0.02 * (4.0_f64 + 81.0).sqrt() / 11.0).abs() < 1e-12);
        assert_eq!(found.interval, Err(Undefined::TooFew { needed: 8, present: 2 }));
        let eight: Vec<(f64, Gamma)> = texts.iter().copied().cycle().take(8).collect();
        let interval = pool(&eight, plan).unwrap().interval.unwrap();
        assert!(interval.lower < found.gamma && found.gamma < interval.upper);
        assert_eq!(pool(&[], plan), Err(Undefined::NoObservations));
    }

    #[test]
    fn coders_who_copy_each_other_have_a_gamma_of_one() {
        let own = coder(&[(2.0, 9.0, 0), (5.0, 30.0, 1), (40.0, 44.0, 0)]);
        let found = gamma(&[own.clone(), own], &Weights::default(), drawn(50, 3)).unwrap();
        assert!((found.gamma - 1.0).abs() < 1e-12 && found.observed.abs() < 1e-12);
        assert!(found.precision > 0.0 && found.precision < 0.3);
    }

    #[test]
    fn order_of_coders_and_runs_repeat() {
        let one = coder(&[(2.0, 9.0, 0), (15.0, 30.0, 1)]);
        let other = coder(&[(4.0, 9.0, 0), (20.0, 26.0, 0), (50.0, 54.0, 1)]);
        let of = |coders: &[Vec<Passage>]| gamma(coders, &Weights::default(), drawn(60, 9)).unwrap();
        let (here, there) = (of(&[one.clone(), other.clone()]), of(&[other.clone(), one.clone()]));
        assert!((here.observed - there.observed).abs() < 1e-12);
        assert_eq!(here, of(&[one, other]));
    }

    #[test]
    fn undefined_is_said() {
        let own = coder(&[(2.0, 9.0, 0)]);
        let of = |coders: &[Vec<Passage>], draws| gamma(coders, &Weights::default(), drawn(draws, 1));
        assert_eq!(of(std::slice::from_ref(&own), 30), Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(of(&[own.clone(), own], 5), Err(Undefined::TooFew { needed: 30, present: 5 }));
        assert_eq!(of(&[vec![], vec![]], 30), Err(Undefined::NeverPresent));
    }
}

//! Seeded random streams: one for each step, so that a step added later moves no other.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The steps that draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Starts of k-means.
    Starts = 1,
    /// Gaussian samples without groups.
    Null = 2,
    /// Choice between coders.
    Coders = 3,
    /// Weights of codes.
    Weights = 4,
    /// Resampled cases.
    Bootstrap = 5,
    /// Starts of mixtures.
    Mixture = 6,
    /// Noise on the places.
    Jitter = 7,
    /// Reference sets of the gap.
    Gap = 8,
    /// Samples from the box around the cases.
    Uniform = 9,
    /// Axes permuted.
    Association = 10,
    /// Permutations of a secondary attribute.
    Secondary = 11,
    /// Starts of k-means in a sample without groups.
    SampleStarts = 12,
}

/// Opens the stream of a step.
pub fn stream(seed: u64, step: Step) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(step as u64);
    random
}

/// Draws a standard normal number (Box and Muller 1958).
pub fn normal(random: &mut impl Rng) -> f64 {
    // 1 - u lies in (0, 1], so the logarithm is finite.
    let radius = (-2.0 * (1.0 - random.r#gen::<f64>()).ln()).sqrt();
    radius * (std::f64::consts::TAU * random.r#gen::<f64>()).cos()
}

/// Draws an exponential number of mean 1: normalised, such numbers are a flat Dirichlet draw.
pub fn exponential(random: &mut impl Rng) -> f64 {
    -(1.0 - random.r#gen::<f64>()).ln()
}

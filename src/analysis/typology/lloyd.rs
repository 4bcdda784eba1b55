//! K-means of a resample: few points, many times, so without the detour by a matrix library.
//!
//! The headline stays the exact optimum, or linfa's k-means above fifteen cases; here are the thousands of
//! repetitions that say how firm it is. Every start is seeded by k-means++ (Arthur and Vassilvitskii
//! 2007) and goes on by Lloyd's steps until no case moves; the best start is kept.

use rand::Rng;

use super::point::{Point, by_first_appearance, squared_distance};

/// Lloyd's steps of one start at most.
const MOST_STEPS: usize = 100;

/// Partitions whose squares differ by less than this share are one.
const TIE: f64 = 1e-9;

/// What the starts met.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Group of each point, by first appearance.
    pub labels: Vec<usize>,
    /// Within-group squares, weights counted.
    pub within: f64,
    /// Starts that ended in as many groups as asked.
    pub ended: usize,
    /// Of those, starts that reached `within`.
    pub reached: usize,
    /// Next smallest squares that a start ended in; none when all ended alike.
    pub next: Option<f64>,
}

/// Groups weighted points from several starts; a weight counts how often a point was drawn.
///
/// Undefined when fewer distinct points than groups have a weight, or a value is not finite.
pub fn run(
    points: &[Point],
    weights: &[f64],
    groups: usize,
    starts: usize,
    random: &mut impl Rng,
) -> Option<Found> {
    let axes = points.first()?.len();
    if groups == 0 || points.len() < groups || points.len() != weights.len() {
        return None;
    }
    if points.iter().any(|point| point.len() != axes || point.iter().any(|value| !value.is_finite())) {
        return None;
    }
    let mut work = Work {
        flat: points.iter().flatten().copied().collect(),
        weights,
        axes,
        centres: vec![0.0; groups * axes],
        sizes: vec![0.0; groups],
        labels: vec![0; points.len()],
        nearest: vec![0.0; points.len()],
    };
    let mut best: Option<Found> = None;
    for _ in 0..starts {
        let Some(within) = work.start(groups, random) else { continue };
        let slack = TIE * within.max(f64::MIN_POSITIVE);
        match &mut best {
            Some(found) if within < found.within - slack => {
                found.next = Some(found.within);
                found.within = within;
                found.labels.clone_from(&work.labels);
                found.ended += 1;
                found.reached = 1;
            }
            Some(found) => {
                found.ended += 1;
                if within <= found.within + slack {
                    found.reached += 1;
                } else if found.next.is_none_or(|next| within < next) {
                    found.next = Some(within);
                }
            }
            None => {
                best = Some(Found { labels: work.labels.clone(), within, ended: 1, reached: 1, next: None });
            }
        }
    }
    best.map(|found| Found { labels: by_first_appearance(&found.labels), ..found })
}

struct Work<'a> {
    /// Coordinates one point after the other.
    flat: Vec<f64>,
    weights: &'a [f64],
    axes: usize,
    centres: Vec<f64>,
    sizes: Vec<f64>,
    labels: Vec<usize>,
    /// Squared distance to the nearest centre chosen so far.
    nearest: Vec<f64>,
}

impl Work<'_> {
    fn point(&self, index: usize) -> &[f64] {
        &self.flat[index * self.axes..(index + 1) * self.axes]
    }

    /// Runs one start; none when it ends with an empty group.
    fn start(&mut self, groups: usize, random: &mut impl Rng) -> Option<f64> {
        self.seed(groups, random)?;
        for _ in 0..MOST_STEPS {
            let moved = self.assign(groups);
            self.centre(groups);
            if self.sizes.iter().any(|size| *size <= 0.0) {
                return None;
            }
            if !moved {
                break;
            }
        }
        let within = (0..self.labels.len())
            .map(|index| self.weights[index] * self.gap(index, self.labels[index]))
            .sum();
        Some(within)
    }

    fn gap(&self, index: usize, group: usize) -> f64 {
        squared_distance(self.point(index), &self.centres[group * self.axes..(group + 1) * self.axes])
    }

    /// Draws the centres: each point at odds of its squared distance to those drawn before.
    fn seed(&mut self, groups: usize, random: &mut impl Rng) -> Option<()> {
        self.nearest.fill(1.0);
        for group in 0..groups {
            let total: f64 = self.nearest.iter().zip(self.weights).map(|(gap, weight)| gap * weight).sum();
            if total <= 0.0 {
                return None;
            }
            let mut left = random.r#gen::<f64>() * total;
            let mut chosen = None;
            for (index, (gap, weight)) in self.nearest.iter().zip(self.weights).enumerate() {
                let odds = gap * weight;
                if odds > 0.0 {
                    chosen = Some(index);
                    if left < odds {
                        break;
                    }
                    left -= odds;
                }
            }
            let chosen = chosen?;
            let (place, from) = (group * self.axes, chosen * self.axes);
            self.centres[place..place + self.axes].copy_from_slice(&self.flat[from..from + self.axes]);
            for index in 0..self.labels.len() {
                let gap = self.gap(index, group);
                let known = &mut self.nearest[index];
                *known = if group == 0 { gap } else { known.min(gap) };
            }
        }
        self.labels.fill(usize::MAX);
        Some(())
    }

    /// Puts each point to its nearest centre, the own one among equals; tells whether one moved.
    fn assign(&mut self, groups: usize) -> bool {
        let mut moved = false;
        for index in 0..self.labels.len() {
            let own = self.labels[index];
            let mut best = if own < groups { (self.gap(index, own), own) } else { (f64::INFINITY, 0) };
            for group in 0..groups {
                let gap = self.gap(index, group);
                if gap < best.0 {
                    best = (gap, group);
                }
            }
            moved |= best.1 != own;
            self.labels[index] = best.1;
        }
        moved
    }

    fn centre(&mut self, groups: usize) {
        self.centres.fill(0.0);
        self.sizes.fill(0.0);
        for index in 0..self.labels.len() {
            let (group, weight) = (self.labels[index], self.weights[index]);
            self.sizes[group] += weight;
            for axis in 0..self.axes {
                self.centres[group * self.axes + axis] += weight * self.flat[index * self.axes + axis];
            }
        }
        for group in 0..groups {
            for axis in 0..self.axes {
                self.centres[group * self.axes + axis] /= self.sizes[group].max(f64::MIN_POSITIVE);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::typology::draw::{Step, normal, stream};
    use crate::analysis::typology::exact;
    use crate::analysis::typology::point::within_squares;

    #[test]
    fn enough_starts_reach_the_exact_optimum() {
        let mut random = stream(11, Step::Starts);
        for _ in 0..20 {
            let points: Vec<Point> =
                (0..10).map(|_| vec![normal(&mut random), normal(&mut random)]).collect();
            let found = run(&points, &[1.0; 10], 3, 100, &mut random).unwrap();
            let (_, within) = exact::find(&points, 3).unwrap();
            assert!((found.within - within).abs() < 1e-9);
            assert!((within_squares(&points, &found.labels) - within).abs() < 1e-9);
            assert!(found.reached <= found.ended && found.next.is_none_or(|next| next > found.within));
        }
    }

    #[test]
    fn a_weight_counts_as_so_many_points() {
        let points = vec![vec![0.0], vec![1.0], vec![9.0]];
        let mut random = stream(1, Step::Starts);
        let found = run(&points, &[3.0, 1.0, 1.0], 2, 20, &mut random).unwrap();
        // Three at 0 and one at 1: centre 0.25, squares 3 × 0.0625 + 0.5625.
        assert_eq!(found.labels, vec![0, 0, 1]);
        assert!((found.within - 0.75).abs() < 1e-12);
    }

    #[test]
    fn fewer_places_than_groups_have_no_partition() {
        let mut random = stream(1, Step::Starts);
        assert_eq!(run(&vec![vec![2.0]; 5], &[1.0; 5], 2, 10, &mut random), None);
        assert_eq!(run(&[vec![2.0], vec![3.0]], &[1.0, 0.0], 2, 10, &mut random), None);
        assert_eq!(run(&[vec![f64::NAN], vec![3.0]], &[1.0, 1.0], 1, 10, &mut random), None);
        assert_eq!(run(&[], &[], 1, 10, &mut random), None);
    }
}

//! Regions of a plane nearest to each of some centres, in standardised distance.

/// A place on two axes, in units of the data.
type Point = (f64, f64);

/// Centres, the spread of each axis and the frame they share.
#[derive(Debug, Clone)]
pub(super) struct Regions {
    centres: Vec<Point>,
    spread: Point,
    /// Corners of the frame: lower left, upper right.
    frame: (Point, Point),
}

impl Regions {
    /// Keeps centres and frame; a spread that is not a positive number counts as 1.
    pub(super) fn new(centres: Vec<Point>, spread: Point, frame: (Point, Point)) -> Self {
        let unit = |spread: f64| if spread.is_finite() && spread > 0.0 { spread } else { 1.0 };
        Self { centres, spread: (unit(spread.0), unit(spread.1)), frame }
    }

    /// Cuts the frame by the bisector of a centre with every other one; of two equal centres the first has all.
    pub(super) fn polygon(&self, index: usize) -> Vec<Point> {
        let ((left, low), (right, high)) = self.frame;
        let mut corners = vec![(left, low), (right, low), (right, high), (left, high)];
        let Some(own) = self.centres.get(index).copied() else { return Vec::new() };
        for (rank, other) in self.centres.iter().copied().enumerate() {
            let same = self.distance(own, other) < 1e-18;
            if rank == index || (same && rank > index) {
                continue;
            }
            if same {
                return Vec::new();
            }
            corners = clip(&corners, |point| self.distance(own, point) - self.distance(other, point));
        }
        corners
    }

    /// Tells which centre is nearest, the first among equals.
    pub(super) fn nearest(&self, point: Point) -> Option<usize> {
        (0..self.centres.len()).min_by(|a, b| {
            self.distance(self.centres[*a], point).total_cmp(&self.distance(self.centres[*b], point))
        })
    }

    /// Squared distance, each axis divided by its spread.
    fn distance(&self, one: Point, other: Point) -> f64 {
        ((other.0 - one.0) / self.spread.0).powi(2) + ((other.1 - one.1) / self.spread.1).powi(2)
    }
}

/// Keeps the part of a convex polygon where a linear function is at most 0 (Sutherland and Hodgman, 1974).
fn clip(corners: &[(f64, f64)], value: impl Fn((f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::with_capacity(corners.len() + 1);
    for (index, point) in corners.iter().enumerate() {
        let next = corners[(index + 1) % corners.len()];
        let (here, there) = (value(*point), value(next));
        if here <= 0.0 {
            kept.push(*point);
        }
        if (here < 0.0 && there > 0.0) || (here > 0.0 && there < 0.0) {
            let share = here / (here - there);
            kept.push((point.0 + (next.0 - point.0) * share, point.1 + (next.1 - point.1) * share));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn surface(corners: &[Point]) -> f64 {
        let next = |index: usize| corners[(index + 1) % corners.len()];
        let twice: f64 = corners.iter().enumerate().map(|(i, a)| a.0 * next(i).1 - next(i).0 * a.1).sum();
        (twice / 2.0).abs()
    }

    proptest! {
        #[test]
        fn regions_share_out_the_frame(
            centres in proptest::collection::vec((0.0..3.0_f64, -3.0..3.0_f64), 1..7),
            spread in (0.1..2.0_f64, 0.1..2.0_f64),
        ) {
            let regions = Regions::new(centres.clone(), spread, ((0.0, -3.0), (3.0, 3.0)));
            let whole: f64 = (0..centres.len()).map(|index| surface(&regions.polygon(index))).sum();
            prop_assert!((whole - 18.0).abs() < 1e-6, "{whole}");
        }
    }

    #[test]
    fn equal_centres_and_broken_spreads_are_borne() {
        let regions = Regions::new(vec![(1.0, 0.0), (1.0, 0.0)], (0.0, f64::NAN), ((0.0, -3.0), (3.0, 3.0)));
        assert!((surface(&regions.polygon(0)) - 18.0).abs() < 1e-9);
        assert!(regions.polygon(1).is_empty() && regions.polygon(7).is_empty());
        assert_eq!(regions.nearest((2.0, 2.0)), Some(0));
    }
}

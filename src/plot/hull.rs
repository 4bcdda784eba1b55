//! The convex hull of some points.

type Point = (f64, f64);

/// Returns the corners of the smallest convex shape around points (Andrew, 1979, monotone chain).
pub(super) fn hull(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let mut corners = chain(points.iter().copied());
    let back = chain(points.iter().rev().copied());
    // Each chain ends where the other begins.
    corners.pop();
    corners.extend(back.iter().copied().take(back.len().saturating_sub(1)));
    corners
}

fn chain(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        while let [.., one, two] = kept.as_slice() {
            let turn = (two.0 - one.0) * (point.1 - one.1) - (two.1 - one.1) * (point.0 - one.0);
            if turn > 0.0 {
                break;
            }
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hull_keeps_corners_alone() {
        let square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)];
        let found = hull(vec![(1.0, 1.0), square[0], square[1], square[2], square[3], (1.0, 0.0)]);
        assert_eq!(found, square);
        assert_eq!(hull(vec![(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)]).len(), 2);
        assert_eq!(hull(vec![(1.0, 1.0), (1.0, 1.0)]), [(1.0, 1.0)]);
        assert!(hull(Vec::new()).is_empty());
    }
}

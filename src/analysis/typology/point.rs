//! Cases as points: distances, centres, sums of squares.

/// One case in the space of the axes.
pub type Point = Vec<f64>;

/// Returns the squared Euclidean distance.
pub fn squared_distance(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(left, right)| (left - right) * (left - right)).sum()
}

/// Returns the Euclidean distance.
pub fn distance(one: &[f64], other: &[f64]) -> f64 {
    squared_distance(one, other).sqrt()
}

/// Returns the mean of some points; none when there is no point.
pub fn centre<'a>(points: impl IntoIterator<Item = &'a Point>) -> Option<Point> {
    let mut count = 0.0;
    let mut sum: Option<Point> = None;
    for point in points {
        count += 1.0;
        match &mut sum {
            Some(sum) => sum.iter_mut().zip(point).for_each(|(total, value)| *total += value),
            None => sum = Some(point.clone()),
        }
    }
    sum.map(|sum| sum.into_iter().map(|total| total / count).collect())
}

/// Returns the centre of each group, in the order of labels; a label without a case has none.
pub fn centres(points: &[Point], labels: &[usize]) -> Vec<Option<Point>> {
    let groups = labels.iter().max().map_or(0, |last| last + 1);
    (0..groups)
        .map(|group| {
            centre(points.iter().zip(labels).filter(|(_, label)| **label == group).map(|(point, _)| point))
        })
        .collect()
}

/// Returns the sum of squared distances to the centre of all points.
pub fn total_squares(points: &[Point]) -> f64 {
    centre(points).map_or(0.0, |middle| points.iter().map(|point| squared_distance(point, &middle)).sum())
}

/// Returns the sum of squared distances of each point to its group's centre.
pub fn within_squares(points: &[Point], labels: &[usize]) -> f64 {
    let centres = centres(points, labels);
    points
        .iter()
        .zip(labels)
        .filter_map(|(point, label)| Some(squared_distance(point, centres[*label].as_ref()?)))
        .sum()
}

/// Renames labels by first appearance, so that equal partitions have equal labels.
pub fn by_first_appearance(labels: &[usize]) -> Vec<usize> {
    let mut known: Vec<usize> = Vec::new();
    labels
        .iter()
        .map(|label| {
            known.iter().position(|seen| seen == label).unwrap_or_else(|| {
                known.push(*label);
                known.len() - 1
            })
        })
        .collect()
}

/// Counts the groups that have a case.
pub fn count_groups(labels: &[usize]) -> usize {
    by_first_appearance(labels).iter().max().map_or(0, |last| last + 1)
}

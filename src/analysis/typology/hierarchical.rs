//! Ward's tree (minimum variance; heights as R's `hclust(method = "ward.D2")` and scipy's).

use kodama::{Method, linkage};
use serde::Serialize;

use super::point::{Point, by_first_appearance, distance};

/// One merge of two nodes. Leaves are 0 to n − 1, the node of merge `i` is n + i.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Merge {
    /// First node.
    pub left: usize,
    /// Second node.
    pub right: usize,
    /// Where they meet.
    pub height: f64,
    /// Leaves under the merge.
    pub size: usize,
}

/// A tree of merges.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tree {
    /// In the order of their heights; one less than leaves.
    pub merges: Vec<Merge>,
    /// Number of leaves.
    pub leaves: usize,
}

/// Grows Ward's tree on Euclidean distances; undefined without a point or with values that are not
/// finite.
pub fn ward(points: &[Point]) -> Option<Tree> {
    if points.is_empty() || points.iter().flatten().any(|value| !value.is_finite()) {
        return None;
    }
    Some(grow(condensed(points), points.len(), Method::Ward))
}

/// Grows the average-linkage tree of Jaccard's distances between sets of codes.
///
/// The tree for presence data, on which Ward's is not justified. Two cases without any code are alike
/// (distance 0). Undefined without a case, or when rows differ in length.
pub fn jaccard(table: &[Vec<bool>]) -> Option<Tree> {
    let columns = table.first()?.len();
    if table.iter().any(|row| row.len() != columns) {
        return None;
    }
    let mut distances = Vec::with_capacity(table.len() * table.len().saturating_sub(1) / 2);
    for (index, one) in table.iter().enumerate() {
        for other in &table[index + 1..] {
            let both = one.iter().zip(other).filter(|(left, right)| **left && **right).count();
            let either = one.iter().zip(other).filter(|(left, right)| **left || **right).count();
            distances.push(if either > 0 { 1.0 - both as f64 / either as f64 } else { 0.0 });
        }
    }
    Some(grow(distances, table.len(), Method::Average))
}

fn grow(mut condensed: Vec<f64>, leaves: usize, method: Method) -> Tree {
    let merges = linkage(&mut condensed, leaves, method)
        .steps()
        .iter()
        .map(|step| Merge {
            left: step.cluster1,
            right: step.cluster2,
            height: step.dissimilarity,
            size: step.size,
        })
        .collect();
    Tree { merges, leaves }
}

impl Tree {
    /// Cuts the tree so that `groups` remain; labels by first appearance.
    pub fn cut(&self, groups: usize) -> Vec<usize> {
        let merges = self.leaves.saturating_sub(groups.max(1));
        let mut node: Vec<usize> = (0..self.leaves).collect();
        for (index, merge) in self.merges.iter().take(merges).enumerate() {
            for own in &mut node {
                if *own == merge.left || *own == merge.right {
                    *own = self.leaves + index;
                }
            }
        }
        by_first_appearance(&node)
    }

    /// Correlates the heights where leaves meet with their distances (Sokal and Rohlf 1962);
    /// undefined when either is constant.
    pub fn cophenetic_correlation(&self, points: &[Point]) -> Option<f64> {
        let heights = self.cophenetic();
        let distances = condensed(points);
        correlation(&heights, &distances)
    }

    /// Returns the height where each pair of leaves meets, condensed by rows.
    fn cophenetic(&self) -> Vec<f64> {
        let n = self.leaves;
        let mut heights = vec![0.0; n * n.saturating_sub(1) / 2];
        let mut members: Vec<Vec<usize>> = (0..n).map(|leaf| vec![leaf]).collect();
        for merge in &self.merges {
            for &one in &members[merge.left] {
                for &other in &members[merge.right] {
                    let (low, high) = (one.min(other), one.max(other));
                    heights[low * n - low * (low + 1) / 2 + high - low - 1] = merge.height;
                }
            }
            let joined = [members[merge.left].as_slice(), members[merge.right].as_slice()].concat();
            members.push(joined);
        }
        heights
    }

    /// Orders leaves for drawing: at each fork the side of lower mean `value` comes first, ties by
    /// the smallest leaf.
    pub fn leaf_order(&self, values: &[f64]) -> Vec<usize> {
        let mut order: Vec<Vec<usize>> = (0..self.leaves).map(|leaf| vec![leaf]).collect();
        let mean = |leaves: &[usize]| {
            leaves.iter().filter_map(|&leaf| values.get(leaf)).sum::<f64>() / leaves.len() as f64
        };
        for merge in &self.merges {
            let (left, right) = (&order[merge.left], &order[merge.right]);
            let left_first = mean(left)
                .total_cmp(&mean(right))
                .then_with(|| left.iter().min().cmp(&right.iter().min()))
                .is_le();
            let joined = if left_first {
                [left.as_slice(), right].concat()
            } else {
                [right.as_slice(), left].concat()
            };
            order.push(joined);
        }
        order.pop().unwrap_or_default()
    }
}

fn condensed(points: &[Point]) -> Vec<f64> {
    let mut distances = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (index, point) in points.iter().enumerate() {
        distances.extend(points[index + 1..].iter().map(|other| distance(point, other)));
    }
    distances
}

fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    let n = left.len() as f64;
    let (mean_left, mean_right) = (left.iter().sum::<f64>() / n, right.iter().sum::<f64>() / n);
    let mut product = 0.0;
    let mut square_left = 0.0;
    let mut square_right = 0.0;
    for (one, other) in left.iter().zip(right) {
        let (one, other) = (one - mean_left, other - mean_right);
        product += one * other;
        square_left += one * one;
        square_right += other * other;
    }
    (square_left > 0.0 && square_right > 0.0).then(|| product / (square_left * square_right).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_cut_and_ordered() {
        let points = vec![vec![10.0], vec![0.0], vec![10.5], vec![0.4], vec![30.0]];
        let tree = ward(&points).unwrap();
        assert_eq!(tree.cut(3), vec![0, 1, 0, 1, 2]);
        assert_eq!(tree.cut(1), vec![0; 5]);
        assert_eq!(tree.leaf_order(&[10.0, 0.0, 10.5, 0.4, 30.0]), vec![1, 3, 0, 2, 4]);
        assert!((tree.merges[0].height - 0.4).abs() < 1e-12);
        assert!(tree.cophenetic_correlation(&points).unwrap() > 0.8);
    }

    #[test]
    fn cases_with_the_same_codes_meet_first() {
        let rows = [[true, true, false], [true, true, false], [false, true, true], [false, false, false]];
        let tree = jaccard(&rows.map(|row| row.to_vec())).unwrap();
        let heights: Vec<f64> = tree.merges.iter().map(|merge| merge.height).collect();
        // {a, b} twice: 0; with {b, c}: 1 − 1 ÷ 3; with nothing: 1.
        assert!((heights[1] - 2.0 / 3.0).abs() < 1e-12, "{heights:?}");
        assert_eq!((heights[0], heights[2], tree.cut(3)), (0.0, 1.0, vec![0, 0, 1, 2]));
        assert!(jaccard(&[]).is_none());
    }

    #[test]
    fn degenerate_trees_are_undefined_not_wrong() {
        assert!(ward(&[]).is_none());
        let one = ward(&[vec![1.0]]).unwrap();
        assert_eq!((one.cut(1), one.leaf_order(&[1.0])), (vec![0], vec![0]));
        let same = vec![vec![1.0]; 3];
        assert_eq!(ward(&same).unwrap().cophenetic_correlation(&same), None);
    }
}

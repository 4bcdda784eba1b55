//! How good and how alike partitions are.

use rand::Rng;
use serde::Serialize;

use super::draw::normal;
use super::exact::{self, ExactError};
use super::hierarchical;
use super::point::{
    Point, by_first_appearance, centres, count_groups, distance, total_squares, within_squares,
};
use crate::analysis::statistics::hypergeometric::Hypergeometric;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// Returns the adjusted Rand index of two partitions of the same cases (Hubert and Arabie 1985).
///
/// Missing values: undefined under two cases, or when the lengths differ. Two equal trivial
/// partitions (one group, or only single cases) give 1, as scikit-learn does.
pub fn adjusted_rand(one: &[usize], other: &[usize]) -> Option<f64> {
    if one.len() != other.len() || one.len() < 2 {
        return None;
    }
    let (table, rows, columns) = contingency(one, other);
    let pairs = |count: usize| count as f64 * (count as f64 - 1.0) / 2.0;
    let both: f64 = table.iter().flatten().map(|count| pairs(*count)).sum();
    let in_rows: f64 = rows.iter().map(|count| pairs(*count)).sum();
    let in_columns: f64 = columns.iter().map(|count| pairs(*count)).sum();
    let all = pairs(one.len());
    let expected = in_rows * in_columns / all;
    let most = f64::midpoint(in_rows, in_columns);
    if (most - expected).abs() < 1e-12 {
        return Some(1.0);
    }
    Some((both - expected) / (most - expected))
}

/// Returns the adjusted mutual information (Vinh, Epps and Bailey 2010; arithmetic mean of the
/// entropies, as scikit-learn's default). Undefined as [`adjusted_rand`].
pub fn adjusted_mutual_information(one: &[usize], other: &[usize]) -> Option<f64> {
    if one.len() != other.len() || one.len() < 2 {
        return None;
    }
    let (table, rows, columns) = contingency(one, other);
    let n = one.len() as f64;
    if (rows.len() == 1 && columns.len() == 1) || (rows.len() == one.len() && columns.len() == one.len()) {
        return Some(1.0);
    }
    let entropy = |counts: &[usize]| -> f64 {
        counts
            .iter()
            .map(|count| *count as f64 / n)
            .filter(|share| *share > 0.0)
            .map(|share| -share * share.ln())
            .sum()
    };
    let mut mutual = 0.0;
    for (row, counts) in table.iter().enumerate() {
        for (column, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let count = count as f64;
            mutual += count / n * (n * count / (rows[row] as f64 * columns[column] as f64)).ln();
        }
    }
    let expected = expected_mutual_information(&rows, &columns, one.len());
    let most = f64::midpoint(entropy(&rows), entropy(&columns));
    let gap = most - expected;
    if gap.abs() < 1e-15 {
        return Some(1.0);
    }
    Some((mutual - expected) / gap)
}

/// How alike two partitions of the same cases are, adjusted for chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Likeness {
    /// Adjusted Rand index.
    #[serde(serialize_with = "undefined::serialize")]
    pub ari: Defined,
    /// Adjusted mutual information.
    #[serde(serialize_with = "undefined::serialize")]
    pub ami: Defined,
}

/// Compares two partitions where the answer is to be shown to people.
///
/// Two trivial partitions are alike because there is no other: both indices are then 0 ÷ 0, which
/// [`adjusted_rand`] calls 1 as scikit-learn does, and which says nothing of the cases. Here they are
/// undefined: [`Undefined::SingleGroup`] where both hold one group, [`Undefined::TooFew`] where every case is
/// alone, or where there are fewer than two cases.
pub fn likeness(one: &[usize], other: &[usize]) -> Likeness {
    let n = one.len().min(other.len());
    let (left, right) = (count_groups(one), count_groups(other));
    let why = match () {
        () if n < 2 => Some(Undefined::TooFew { needed: 2, present: n }),
        () if left == 1 && right == 1 => Some(Undefined::SingleGroup),
        () if left == n && right == n => Some(Undefined::TooFew { needed: n + 1, present: n }),
        () => None,
    };
    let of = |value: Option<f64>| match why {
        Some(why) => Err(why),
        None => value.ok_or(Undefined::LengthMismatch),
    };
    Likeness { ari: of(adjusted_rand(one, other)), ami: of(adjusted_mutual_information(one, other)) }
}

fn expected_mutual_information(rows: &[usize], columns: &[usize], cases: usize) -> f64 {
    let n = cases as f64;
    let mut sum = 0.0;
    for &row in rows {
        for &column in columns {
            let law = Hypergeometric::new(cases as u64, row as u64, column as u64);
            let from = (row + column).saturating_sub(cases).max(1);
            for shared in from..=row.min(column) {
                let term = shared as f64 / n * (n * shared as f64 / (row as f64 * column as f64)).ln();
                sum += term * law.at(shared as u64);
            }
        }
    }
    sum
}

fn contingency(one: &[usize], other: &[usize]) -> (Vec<Vec<usize>>, Vec<usize>, Vec<usize>) {
    let (one, other) = (by_first_appearance(one), by_first_appearance(other));
    let (height, width) = (count_groups(&one), count_groups(&other));
    let mut table = vec![vec![0; width]; height];
    for (row, column) in one.iter().zip(&other) {
        table[*row][*column] += 1;
    }
    let rows = table.iter().map(|row| row.iter().sum()).collect();
    let columns = (0..width).map(|column| table.iter().map(|row| row[column]).sum()).collect();
    (table, rows, columns)
}

/// How much nearer a case is to its group than to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Silhouette {
    /// −1 to 1; 0 for a case alone in its group (Rousseeuw 1987), negative when misplaced.
    pub value: f64,
    /// The nearest other group.
    pub neighbour: usize,
}

/// Returns each case's silhouette; undefined with fewer than two groups or as many groups as cases, as in
/// R and scikit-learn. linfa scores a single case 1: not so here.
pub fn silhouettes(points: &[Point], labels: &[usize]) -> Option<Vec<Silhouette>> {
    let groups = labels.iter().max().map_or(0, |last| last + 1);
    let mut sizes = vec![0_usize; groups];
    for label in labels {
        sizes[*label] += 1;
    }
    let present = count_groups(labels);
    if points.len() != labels.len() || present < 2 || present >= points.len() {
        return None;
    }
    let value = |index: usize| {
        let own = labels[index];
        let mut sums = vec![0.0; groups];
        for (other, label) in labels.iter().enumerate() {
            sums[*label] += distance(&points[index], &points[other]);
        }
        let (neighbour, apart) = (0..groups)
            .filter(|group| *group != own && sizes[*group] > 0)
            .map(|group| (group, sums[group] / sizes[group] as f64))
            .min_by(|one, other| one.1.total_cmp(&other.1))?;
        if sizes[own] == 1 {
            return Some(Silhouette { value: 0.0, neighbour });
        }
        let together = sums[own] / (sizes[own] as f64 - 1.0);
        let most = together.max(apart);
        let value = if most > 0.0 { (apart - together) / most } else { 0.0 };
        Some(Silhouette { value, neighbour })
    };
    (0..points.len()).map(value).collect()
}

/// Returns the Caliński–Harabasz index; undefined with fewer than two groups, as many groups as
/// cases, or no spread within groups.
pub fn calinski_harabasz(points: &[Point], labels: &[usize]) -> Option<f64> {
    let (n, k) = (points.len(), count_groups(labels));
    if k < 2 || n <= k {
        return None;
    }
    let within = within_squares(points, labels);
    let between = total_squares(points) - within;
    (within > 0.0).then(|| (between / (k as f64 - 1.0)) / (within / (n - k) as f64))
}

/// Returns the Davies–Bouldin index (mean distances to centres); undefined with fewer than two
/// groups, as many groups as cases, or when two centres coincide.
pub fn davies_bouldin(points: &[Point], labels: &[usize]) -> Option<f64> {
    let labels = by_first_appearance(labels);
    let centres: Vec<Point> = centres(points, &labels).into_iter().flatten().collect();
    if centres.len() < 2 || centres.len() >= points.len() {
        return None;
    }
    let spread: Vec<f64> = (0..centres.len())
        .map(|group| {
            let own: Vec<f64> = points
                .iter()
                .zip(&labels)
                .filter(|(_, label)| **label == group)
                .map(|(point, _)| distance(point, &centres[group]))
                .collect();
            own.iter().sum::<f64>() / own.len() as f64
        })
        .collect();
    let mut sum = 0.0;
    for (group, centre) in centres.iter().enumerate() {
        let mut worst = 0.0_f64;
        for (other, far) in centres.iter().enumerate().filter(|(other, _)| *other != group) {
            let apart = distance(centre, far);
            if apart <= 0.0 {
                return None;
            }
            worst = worst.max((spread[group] + spread[other]) / apart);
        }
        sum += worst;
    }
    Some(sum / centres.len() as f64)
}

/// The gap statistic for a range of numbers of groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// Numbers of groups looked at.
    pub groups: Vec<usize>,
    /// ln W observed, W being half the within-group squares.
    pub log_within: Vec<f64>,
    /// Mean ln W of the reference sets.
    pub expected: Vec<f64>,
    /// Expected − observed.
    pub gap: Vec<f64>,
    /// Its standard error, √(1 + 1/B) included.
    pub error: Vec<f64>,
    /// Smallest k with gap(k) ≥ gap(k + 1) − s(k + 1); the last k looked at when none satisfies it, as
    /// R's `maxSE`; none when no k is looked at.
    pub chosen: Option<usize>,
}

/// Compares Ward's groups with those of reference sets without groups (Tibshirani, Walther and
/// Hastie 2001). Undefined without reference sets, or where groups have no spread.
///
/// W is half the within-group squares, as the article; R's `clusGap` by default uses unsquared
/// distances and differs.
pub fn gap(points: &[Point], groups: &[usize], references: &[Vec<Point>]) -> Option<Gap> {
    let log_within = |points: &[Point]| -> Option<Vec<f64>> {
        let tree = hierarchical::ward(points)?;
        groups
            .iter()
            .map(|&k| {
                let within = within_squares(points, &tree.cut(k)) / 2.0;
                (within > 0.0).then(|| within.ln())
            })
            .collect()
    };
    let observed = log_within(points)?;
    let sets: Vec<Vec<f64>> = references.iter().map(|set| log_within(set)).collect::<Option<_>>()?;
    if sets.is_empty() {
        return None;
    }
    let count = sets.len() as f64;
    let expected: Vec<f64> =
        (0..groups.len()).map(|k| sets.iter().map(|set| set[k]).sum::<f64>() / count).collect();
    let error: Vec<f64> = (0..groups.len())
        .map(|k| {
            let variance =
                sets.iter().map(|set| (set[k] - expected[k]) * (set[k] - expected[k])).sum::<f64>() / count;
            variance.sqrt() * (1.0 + 1.0 / count).sqrt()
        })
        .collect();
    let gap: Vec<f64> = expected.iter().zip(&observed).map(|(theirs, own)| theirs - own).collect();
    let chosen = (0..groups.len().saturating_sub(1))
        .find(|&k| gap[k] >= gap[k + 1] - error[k + 1])
        .or(groups.len().checked_sub(1))
        .map(|k| groups[k]);
    Some(Gap { groups: groups.to_vec(), log_within: observed, expected, gap, error, chosen })
}

/// An observed statistic among those of samples without groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NullTest {
    /// Optimal within-group squares ÷ total squares.
    pub observed: f64,
    /// The same of each sample, in order.
    #[serde(skip)]
    pub samples: Vec<f64>,
    /// Number of samples, B.
    pub draws: usize,
    /// (1 + samples at most as large as the observed) ÷ (B + 1).
    pub p: f64,
}

/// Asks whether the cases are better grouped than samples: share of squares left within the optimal
/// groups.
///
/// # Errors
/// As [`exact::find`].
pub fn null_test(
    points: &[Point],
    groups: usize,
    samples: impl Iterator<Item = Vec<Point>>,
) -> Result<Option<NullTest>, ExactError> {
    // What makes the points impossible to group makes every sample so.
    exact::find(points, groups)?;
    let mut within = |points: &[Point]| exact::find(points, groups).ok().map(|(_, within)| within);
    Ok(null_by(points, samples, &mut within))
}

/// Compares the share of squares left within groups with that of samples.
///
/// All of them are grouped by `within`, which gives the within-group squares. Undefined when the points
/// do not vary or have no partition, and when no sample has one; a sample that has none is passed over.
pub fn null_by(
    points: &[Point],
    samples: impl Iterator<Item = Vec<Point>>,
    within: &mut impl FnMut(&[Point]) -> Option<f64>,
) -> Option<NullTest> {
    let mut share = |points: &[Point]| {
        let total = total_squares(points);
        (total > 0.0).then(|| Some(within(points)? / total)).flatten()
    };
    let observed = share(points)?;
    let values: Vec<f64> = samples.filter_map(|sample| share(&sample)).collect();
    // Against nothing, everything is as likely: p would be 1.
    if values.is_empty() {
        return None;
    }
    let p = plus_one(observed, &values);
    Some(NullTest { observed, draws: values.len(), samples: values, p })
}

/// Returns (1 + #{sample ≤ observed}) ÷ (B + 1).
pub fn plus_one(observed: f64, samples: &[f64]) -> f64 {
    // Equal statistics computed along another path differ by rounding: they count as equal.
    let slack = 1e-12 * observed.abs().max(1.0);
    let lower = samples.iter().filter(|sample| **sample <= observed + slack).count();
    (1.0 + lower as f64) / (1.0 + samples.len() as f64)
}

/// Draws samples of as many cases from one Gaussian cloud with the covariance of the points (the
/// idea of `SigClust`; Liu et al. 2008): unimodal, so without groups.
pub fn gaussian_samples<'a, R: Rng>(
    points: &'a [Point],
    count: usize,
    random: &'a mut R,
) -> impl Iterator<Item = Vec<Point>> + use<'a, R> {
    let root = covariance_root(points);
    (0..count).map(move |_| {
        (0..points.len())
            .map(|_| {
                let draw: Vec<f64> = root.iter().map(|_| normal(random)).collect();
                root.iter()
                    .map(|row| row.iter().zip(&draw).map(|(weight, value)| weight * value).sum())
                    .collect()
            })
            .collect()
    })
}

/// Returns the lower Cholesky root of the covariance (n − 1); directions without spread stay empty.
fn covariance_root(points: &[Point]) -> Vec<Vec<f64>> {
    let axes = points.first().map_or(0, Vec::len);
    let n = points.len() as f64;
    let means: Vec<f64> =
        (0..axes).map(|axis| points.iter().map(|point| point[axis]).sum::<f64>() / n).collect();
    let covariance = |one: usize, other: usize| {
        points.iter().map(|point| (point[one] - means[one]) * (point[other] - means[other])).sum::<f64>()
            / (n - 1.0).max(1.0)
    };
    let mut root = vec![vec![0.0; axes]; axes];
    for row in 0..axes {
        for column in 0..=row {
            let done: f64 = (0..column).map(|known| root[row][known] * root[column][known]).sum();
            let left = covariance(row, column) - done;
            root[row][column] = if row == column {
                left.max(0.0).sqrt()
            } else if root[column][column] > 1e-12 {
                left / root[column][column]
            } else {
                0.0
            };
        }
    }
    root
}

/// Tests the association between axes, not the presence of groups: each set of permutations (one an
/// axis) is applied and the optimum taken again. Four quadrant groups come back under it.
///
/// # Errors
/// As [`exact::find`].
pub fn axis_permutation(
    points: &[Point],
    groups: usize,
    permutations: &[Vec<Vec<usize>>],
) -> Result<NullTest, ExactError> {
    let (_, observed) = exact::find(points, groups)?;
    let mut samples = Vec::with_capacity(permutations.len());
    for orders in permutations {
        let permuted: Vec<Point> = (0..points.len())
            .map(|case| orders.iter().enumerate().map(|(axis, order)| points[order[case]][axis]).collect())
            .collect();
        samples.push(exact::find(&permuted, groups)?.1);
    }
    let p = plus_one(observed, &samples);
    Ok(NullTest { observed, draws: samples.len(), samples, p })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::typology::draw::{Step, stream};

    #[test]
    fn trivial_partitions_do_not_divide_by_zero() {
        assert_eq!(adjusted_rand(&[0, 0, 0], &[1, 1, 1]), Some(1.0));
        assert_eq!(adjusted_rand(&[0], &[0]), None);
        let why = |one: &[usize], other: &[usize]| {
            let found = likeness(one, other);
            assert_eq!(found.ari.err(), found.ami.err());
            found.ari.err()
        };
        assert_eq!(why(&[0, 0, 0], &[1, 1, 1]), Some(Undefined::SingleGroup));
        assert_eq!(why(&[0, 1, 2], &[2, 1, 0]), Some(Undefined::TooFew { needed: 4, present: 3 }));
        assert_eq!(why(&[0], &[0]), Some(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(likeness(&[0, 0, 1], &[1, 1, 0]).ari, Ok(1.0));
        // One trivial partition beside another kind is no better than chance, and that is known.
        assert_eq!(likeness(&[0, 0, 0], &[0, 0, 1]).ari, Ok(0.0));
        assert_eq!(adjusted_mutual_information(&[0, 0], &[1, 1]), Some(1.0));
        assert_eq!(adjusted_rand(&[0, 0, 1, 1], &[5, 5, 2, 2]), Some(1.0));
    }

    #[test]
    fn indices_without_two_groups_are_undefined() {
        let points = vec![vec![0.0], vec![1.0]];
        assert_eq!(silhouettes(&points, &[0, 0]), None);
        assert_eq!(calinski_harabasz(&points, &[0, 0]), None);
        assert_eq!(calinski_harabasz(&points, &[0, 1]), None);
        assert_eq!(davies_bouldin(&points, &[0, 0]), None);
        assert_eq!(davies_bouldin(&[vec![0.0], vec![0.0], vec![0.0]], &[0, 1, 1]), None);
        let apart = vec![vec![0.0], vec![4.0]];
        assert!(silhouettes(&apart, &[0, 1]).is_none() && davies_bouldin(&apart, &[0, 1]).is_none());
    }

    /// Tibshirani, Walther and Hastie (2001), "Estimating the number of clusters in a data set via the gap
    /// statistic", Journal of the Royal Statistical Society B 63, 411–423: s = sd · √(1 + 1 ÷ B). W is
    /// half the within-group squares, as in R's `clusGap` with `d.power = 2`: the half cancels in the gap.
    #[test]
    fn the_gap_worked_by_hand() {
        let line = |values: [f64; 4]| -> Vec<Point> { values.iter().map(|value| vec![*value]).collect() };
        // Squares: 104 in one group, 2 + 2 in two.
        let points = line([0.0, 2.0, 10.0, 12.0]);
        // 90 and 4.5 + 4.5; then those of the points again.
        let references = [line([0.0, 3.0, 9.0, 12.0]), points.clone()];
        let found = gap(&points, &[1, 2], &references).unwrap();
        let near = |computed: f64, expected: f64| {
            assert!((computed - expected).abs() < 1e-12, "{computed} {expected}");
        };
        near(found.log_within[0], 52.0_f64.ln());
        near(found.log_within[1], 2.0_f64.ln());
        near(found.gap[0], (45.0_f64 / 52.0).ln() / 2.0);
        near(found.gap[1], (4.5_f64 / 2.0).ln() / 2.0);
        // The deviation of two values is half their distance.
        near(found.error[1], (4.5_f64 / 2.0).ln() / 2.0 * 1.5_f64.sqrt());
        // gap(1) = −0.07 ≥ gap(2) − s(2) = 0.41 − 0.50 = −0.09: the rule stops at one group.
        assert_eq!(found.chosen, Some(1));
    }

    #[test]
    fn gaussian_samples_have_the_covariance_asked() {
        let points = vec![vec![0.0, 0.0], vec![1.0, 2.0], vec![2.0, 1.0], vec![3.0, 5.0]];
        let mut random = stream(3, Step::Null);
        let drawn: Vec<Point> = gaussian_samples(&points, 5000, &mut random).flatten().collect();
        let n = drawn.len() as f64;
        let product: f64 = drawn.iter().map(|point| point[0] * point[1]).sum::<f64>() / n;
        assert!((product - 7.0 / 3.0).abs() < 0.15, "{product}");
    }
}

//! The first axis of the correspondence analysis of a 0/1 table, by Lanczos' method.
//!
//! Power iteration stalls where the first two singular values are close, which is the case wherever there
//! is little structure. Lanczos' method, every new direction made orthogonal to all earlier ones, finds the
//! axis from the whole space of the directions tried; it meets the table only in products over its
//! presences, so that nothing dense is made.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::table::SegmentTable;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Directions kept before the method begins again from the best found.
const DIRECTIONS: usize = 160;
/// How often it begins again.
const ROUNDS: usize = 12;
/// Steps between two looks at the residual.
const LOOK: usize = 8;
/// Residual, relative to the largest inertia, below which the axis stands.
const SETTLED: f64 = 1e-12;
/// Inertia below which nothing distinguishes the segments.
const NO_INERTIA: f64 = 1e-14;
/// Seed of the direction to begin with: any that no table is orthogonal to.
const SEED: u64 = 0x5e17;

/// The first axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// First and second singular value: near each other, another axis would do as well.
    pub singular_values: [f64; 2],
    /// Standard coordinate of each segment (weighted mean 0, variance 1); the sign makes the one farthest
    /// from 0 positive.
    pub segments: Vec<f64>,
}

/// Finds the first axis; every segment and every term of the table has a presence.
///
/// # Errors
/// [`Undefined::TooFew`] with fewer than two segments; [`Undefined::ConstantValues`] when all segments hold
/// the same terms; [`Undefined::InvalidValue`] when a segment or a term is empty.
///
/// Source: Greenacre (1984), Theory and Applications of Correspondence Analysis; Lanczos (1950), with full
/// reorthogonalisation.
pub fn first_axis(table: &SegmentTable) -> Defined<Axis> {
    if table.len() < 2 {
        return Err(Undefined::TooFew { needed: 2, present: table.len() });
    }
    let frequencies = table.frequencies();
    if table.rows().any(<[u32]>::is_empty) || frequencies.contains(&0) {
        return Err(Undefined::InvalidValue);
    }
    let first = table.row(0);
    if table.rows().all(|row| row == first) {
        return Err(Undefined::ConstantValues);
    }
    let total = table.presences() as f64;
    let roots: Vec<f64> = frequencies.iter().map(|count| 1.0 / f64::from(*count).sqrt()).collect();
    let trivial: Vec<f64> = frequencies.iter().map(|count| (f64::from(*count) / total).sqrt()).collect();
    let inertia = Inertia { table, roots: &roots };
    let mut known = vec![trivial];
    let (first, vector) = inertia.largest(&known);
    if first < NO_INERTIA {
        return Err(Undefined::ConstantValues);
    }
    let mut segments: Vec<f64> = table
        .rows()
        .map(|row| {
            let sum: f64 = row.iter().map(|term| vector[*term as usize] * roots[*term as usize]).sum();
            sum * (total / first).sqrt() / row.len() as f64
        })
        .collect();
    known.push(vector);
    let (second, _) = inertia.largest(&known);
    let mut farthest = 0.0_f64;
    for place in &segments {
        // A hair of tolerance: two segments as far on either side must not let the last bit choose.
        if place.abs() > farthest.abs() * (1.0 + 1e-9) {
            farthest = *place;
        }
    }
    if farthest < 0.0 {
        segments.iter_mut().for_each(|place| *place = -*place);
    }
    Ok(Axis { singular_values: [first, second].map(|value| value.max(0.0).sqrt()), segments })
}

/// The symmetric matrix whose eigenvalues are inertias: B'B with `B = 1 / √(row total × column total)`.
struct Inertia<'a> {
    table: &'a SegmentTable,
    /// 1 / √ of each term's frequency.
    roots: &'a [f64],
}

impl Inertia<'_> {
    fn apply(&self, vector: &[f64], scaled: &mut [f64], out: &mut [f64]) {
        for ((scaled, value), root) in scaled.iter_mut().zip(vector).zip(self.roots) {
            *scaled = value * root;
        }
        out.fill(0.0);
        for row in self.table.rows() {
            let sum: f64 = row.iter().map(|term| scaled[*term as usize]).sum();
            let mean = sum / row.len() as f64;
            for term in row {
                out[*term as usize] += mean;
            }
        }
        for (out, root) in out.iter_mut().zip(self.roots) {
            *out *= root;
        }
    }

    /// The largest eigenvalue among directions orthogonal to `known`, with its direction.
    fn largest(&self, known: &[Vec<f64>]) -> (f64, Vec<f64>) {
        let width = self.table.width();
        let mut draw = ChaCha8Rng::seed_from_u64(SEED);
        let mut start: Vec<f64> = (0..width).map(|_| draw.r#gen::<f64>() - 0.5).collect();
        let mut best = 0.0;
        for _ in 0..ROUNDS {
            clear(&mut start, known, &[]);
            clear(&mut start, known, &[]);
            if !normalise(&mut start) {
                return (0.0, vec![0.0; width]);
            }
            let (value, vector, settled) = self.round(start, known);
            best = value;
            start = vector;
            if settled {
                break;
            }
        }
        (best, start)
    }

    /// One round from a direction of length 1: the largest value, its direction, and whether it stands.
    fn round(&self, start: Vec<f64>, known: &[Vec<f64>]) -> (f64, Vec<f64>, bool) {
        let width = self.table.width();
        let free = width.saturating_sub(known.len()).max(1);
        let (mut scaled, mut basis) = (vec![0.0; width], vec![start]);
        let (mut diagonal, mut beside): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        loop {
            let step = basis.len() - 1;
            let mut next = vec![0.0; width];
            self.apply(&basis[step], &mut scaled, &mut next);
            diagonal.push(dot(&next, &basis[step]));
            clear(&mut next, known, &basis);
            clear(&mut next, known, &basis);
            let length = dot(&next, &next).sqrt();
            let exhausted = length < 1e-13 || basis.len() >= free;
            if exhausted || basis.len() % LOOK == 0 || basis.len() >= DIRECTIONS {
                let (value, weights) = largest_of_tridiagonal(&diagonal, &beside);
                let last = weights.last().copied().unwrap_or(0.0).abs();
                let settled = exhausted || length * last <= SETTLED * value.max(NO_INERTIA);
                if settled || basis.len() >= DIRECTIONS {
                    let mut vector = vec![0.0; width];
                    for (weight, direction) in weights.iter().zip(&basis) {
                        add(&mut vector, *weight, direction);
                    }
                    clear(&mut vector, known, &[]);
                    normalise(&mut vector);
                    return (value, vector, settled);
                }
            }
            next.iter_mut().for_each(|value| *value /= length);
            beside.push(length);
            basis.push(next);
        }
    }
}

/// The largest eigenvalue of a symmetric tridiagonal matrix and its eigenvector of length 1: bisection on
/// the signs of the pivots, then inverse iteration from just above, where no pivot can vanish.
fn largest_of_tridiagonal(diagonal: &[f64], beside: &[f64]) -> (f64, Vec<f64>) {
    let n = diagonal.len();
    let side = |i: usize| if i < beside.len() { beside[i].abs() } else { 0.0 };
    let reach = |i: usize| side(i) + if i > 0 { side(i - 1) } else { 0.0 };
    let mut high = (0..n).map(|i| diagonal[i] + reach(i)).fold(f64::MIN, f64::max);
    let mut low = diagonal.iter().copied().fold(f64::MIN, f64::max);
    let scale = high.abs().max(low.abs()).max(f64::MIN_POSITIVE);
    high += 4.0 * f64::EPSILON * scale;
    let pivots = |shift: f64| -> Vec<f64> {
        let mut pivots: Vec<f64> = Vec::with_capacity(n);
        for i in 0..n {
            let carried = if i == 0 { 0.0 } else { beside[i - 1] * beside[i - 1] / pivots[i - 1] };
            let pivot = diagonal[i] - shift - carried;
            pivots.push(if pivot == 0.0 { -f64::EPSILON * scale } else { pivot });
        }
        pivots
    };
    while high - low > 2.0 * f64::EPSILON * scale {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        // Every pivot negative: all eigenvalues lie below.
        if pivots(middle).iter().all(|pivot| *pivot < 0.0) {
            high = middle;
        } else {
            low = middle;
        }
    }
    let pivots = pivots(high + 2.0 * f64::EPSILON * scale);
    let mut vector = vec![1.0; n];
    for _ in 0..4 {
        for i in 1..n {
            vector[i] -= beside[i - 1] / pivots[i - 1] * vector[i - 1];
        }
        for i in (0..n).rev() {
            let above = if i + 1 < n { beside[i] * vector[i + 1] } else { 0.0 };
            vector[i] = (vector[i] - above) / pivots[i];
        }
        normalise(&mut vector);
    }
    (high, vector)
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], weight: f64, direction: &[f64]) {
    for (to, value) in to.iter_mut().zip(direction) {
        *to += weight * value;
    }
}

/// Takes out of a vector what lies along the known directions and those of the basis.
fn clear(vector: &mut [f64], known: &[Vec<f64>], basis: &[Vec<f64>]) {
    for direction in known.iter().chain(basis) {
        let along = dot(vector, direction);
        add(vector, -along, direction);
    }
}

fn normalise(vector: &mut [f64]) -> bool {
    let length = dot(vector, vector).sqrt();
    if length < 1e-150 {
        return false;
    }
    vector.iter_mut().for_each(|value| *value /= length);
    true
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn two_worlds_without_a_common_word_lie_apart() {
        let rows = [vec![0, 1], vec![0, 1], vec![2, 3], vec![2, 3], vec![2, 3]];
        let axis = first_axis(&SegmentTable::new(4, rows)).unwrap();
        assert!((axis.singular_values[0] - 1.0).abs() < 1e-12);
        // Coordinates on an axis of inertia 1: √(3/2) and −√(2/3).
        assert!((axis.segments[0] - 1.5_f64.sqrt()).abs() < 1e-12, "{axis:?}");
        assert!((axis.segments[4] + (2.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        assert!(axis.singular_values[1].abs() < 1e-6);
    }

    #[test]
    fn two_axes_of_the_same_inertia_are_both_seen() {
        // Three worlds: two axes with singular value 1.
        let rows = [vec![0], vec![0], vec![1], vec![1], vec![2], vec![2]];
        let axis = first_axis(&SegmentTable::new(3, rows)).unwrap();
        assert!(axis.singular_values.iter().all(|value| (value - 1.0).abs() < 1e-10), "{axis:?}");
    }

    #[test]
    fn what_has_no_axis_says_why() {
        let same = SegmentTable::new(2, vec![vec![0, 1]; 4]);
        assert_eq!(first_axis(&same), Err(Undefined::ConstantValues));
        let one = SegmentTable::new(1, [vec![0]]);
        assert_eq!(first_axis(&one), Err(Undefined::TooFew { needed: 2, present: 1 }));
        let empty = SegmentTable::new(2, [vec![0], vec![]]);
        assert_eq!(first_axis(&empty), Err(Undefined::InvalidValue));
    }

    #[test]
    fn the_largest_eigenvalue_of_a_small_chain() {
        // Eigenvalues of the path of three points: 2 + √2, 2, 2 − √2.
        let (value, vector) = largest_of_tridiagonal(&[2.0, 2.0, 2.0], &[1.0, 1.0]);
        assert!((value - 2.0 - 2.0_f64.sqrt()).abs() < 1e-14);
        assert!((vector[1] / vector[0] - 2.0_f64.sqrt()).abs() < 1e-13);
    }
}

//! Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.

use super::undefined::{Defined, Undefined};

/// Sweeps over all pairs at most; a dozen settle a matrix of some hundred rows.
const MOST_SWEEPS: usize = 100;

/// Eigenvalues with their vectors.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigen {
    /// Falling.
    pub values: Vec<f64>,
    /// The vector of each value, of length 1; its largest coordinate is positive (the first one among
    /// equals), so that the sign does not depend on the path.
    pub vectors: Vec<Vec<f64>>,
}

/// Computes all eigenvalues of a symmetric matrix; the part above the diagonal is read.
///
/// Vectors of equal eigenvalues span their space and are not determined one by one.
///
/// # Errors
/// [`Undefined::NoObservations`] without a row, [`Undefined::LengthMismatch`] when it is not square,
/// [`Undefined::InvalidValue`] when a value is not finite, [`Undefined::NotSettled`] when the rotations
/// do not end.
///
/// Source: Jacobi (1846); the rotation of Rutishauser (1966), as in Golub and Van Loan, § 8.5.
pub fn symmetric(matrix: &[Vec<f64>]) -> Defined<Eigen> {
    let size = matrix.len();
    if size == 0 {
        return Err(Undefined::NoObservations);
    }
    if matrix.iter().any(|row| row.len() != size) {
        return Err(Undefined::LengthMismatch);
    }
    if matrix.iter().flatten().any(|value| !value.is_finite()) {
        return Err(Undefined::InvalidValue);
    }
    let mut a: Vec<Vec<f64>> = (0..size)
        .map(|row| (0..size).map(|column| matrix[row.min(column)][row.max(column)]).collect())
        .collect();
    let mut vectors: Vec<Vec<f64>> = (0..size)
        .map(|row| (0..size).map(|column| if row == column { 1.0 } else { 0.0 }).collect())
        .collect();
    let scale: f64 = a.iter().flatten().map(|value| value * value).sum();
    let mut settled = false;
    for _ in 0..MOST_SWEEPS {
        let off: f64 = (0..size).flat_map(|p| a[p][p + 1..].iter()).map(|value| value * value).sum();
        if off <= scale * 1e-30 {
            settled = true;
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut a, &mut vectors, p, q);
            }
        }
    }
    if !settled {
        return Err(Undefined::NotSettled);
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&one, &other| a[other][other].total_cmp(&a[one][one]).then(one.cmp(&other)));
    Ok(Eigen {
        values: order.iter().map(|&index| a[index][index]).collect(),
        vectors: order.into_iter().map(|index| signed(std::mem::take(&mut vectors[index]))).collect(),
    })
}

/// Makes the element (p, q) vanish; `vectors` holds one eigenvector a row.
fn rotate(a: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    let off = a[p][q];
    if off == 0.0 {
        return;
    }
    let theta = (a[q][q] - a[p][p]) / (2.0 * off);
    let tangent = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    for row in a.iter_mut() {
        let (kp, kq) = (row[p], row[q]);
        row[p] = cosine * kp - sine * kq;
        row[q] = sine * kp + cosine * kq;
    }
    let (low, high) = a.split_at_mut(q);
    turn(&mut low[p], &mut high[0], cosine, sine);
    let (low, high) = vectors.split_at_mut(q);
    turn(&mut low[p], &mut high[0], cosine, sine);
    a[p][q] = 0.0;
    a[q][p] = 0.0;
}

fn turn(one: &mut [f64], other: &mut [f64], cosine: f64, sine: f64) {
    for (left, right) in one.iter_mut().zip(other) {
        let (p, q) = (*left, *right);
        *left = cosine * p - sine * q;
        *right = sine * p + cosine * q;
    }
}

/// Turns a vector so that its largest coordinate is positive.
fn signed(mut vector: Vec<f64>) -> Vec<f64> {
    let largest = vector.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    // The first of the coordinates that are largest to rounding: a tie must not hang on the last digit.
    let lead = vector.iter().copied().find(|value| value.abs() >= largest * (1.0 - 1e-9)).unwrap_or(0.0);
    if lead < 0.0 {
        vector.iter_mut().for_each(|value| *value = -*value);
    }
    vector
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_matrix_known_by_hand() {
        // [[2, 1], [1, 2]]: 3 on (1, 1) and 1 on (1, −1).
        let found = symmetric(&[vec![2.0, 1.0], vec![1.0, 2.0]]).unwrap();
        let half = 0.5_f64.sqrt();
        assert!((found.values[0] - 3.0).abs() < 1e-12 && (found.values[1] - 1.0).abs() < 1e-12);
        assert!(found.vectors[0].iter().all(|value| (value - half).abs() < 1e-12));
        assert!((found.vectors[1][0] - half).abs() < 1e-12 && (found.vectors[1][1] + half).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_eigenvalues_says_why() {
        assert_eq!(symmetric(&[]), Err(Undefined::NoObservations));
        assert_eq!(symmetric(&[vec![1.0, 2.0]]), Err(Undefined::LengthMismatch));
        assert_eq!(symmetric(&[vec![f64::NAN]]), Err(Undefined::InvalidValue));
        assert_eq!(symmetric(&[vec![0.0; 2], vec![0.0; 2]]).unwrap().values, vec![0.0, 0.0]);
    }

    proptest! {
        #[test]
        fn vectors_give_back_the_matrix(values in prop::collection::vec(-5.0_f64..5.0, 15)) {
            let size = 5;
            let mut matrix = vec![vec![0.0; size]; size];
            let mut next = values.into_iter();
            for (row, column) in (0..size).flat_map(|row| (row..size).map(move |column| (row, column))) {
                let value = next.next().unwrap();
                matrix[row][column] = value;
                matrix[column][row] = value;
            }
            let found = symmetric(&matrix).unwrap();
            for (row, values) in matrix.iter().enumerate() {
                for (column, value) in values.iter().enumerate() {
                    let sum: f64 = (0..size)
                        .map(|k| found.values[k] * found.vectors[k][row] * found.vectors[k][column])
                        .sum();
                    prop_assert!((sum - value).abs() < 1e-9);
                }
            }
        }
    }
}

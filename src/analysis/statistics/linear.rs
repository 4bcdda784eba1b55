//! Small systems of linear equations.

use super::undefined::{Defined, Undefined};

/// Solves a small system by elimination with pivots.
///
/// # Errors
/// [`Undefined::ConstantValues`] when a row repeats others, so that no single solution exists;
/// [`Undefined::InvalidValue`] when a number is not finite.
pub fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Defined<Vec<f64>> {
    let n = right.len();
    if !matrix.iter().flatten().chain(&right).all(|x| x.is_finite()) {
        return Err(Undefined::InvalidValue);
    }
    let scale = matrix.iter().flatten().fold(0.0_f64, |m, x| m.max(x.abs()));
    for column in 0..n {
        let pivot = (column..n)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))
            .unwrap_or(column);
        if matrix[pivot][column].abs() <= scale * 1e-12 {
            return Err(Undefined::ConstantValues);
        }
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let (above, below) = matrix.split_at_mut(column + 1);
        let line = &above[column];
        for (offset, row) in below.iter_mut().enumerate() {
            let factor = row[column] / line[column];
            for (x, y) in row.iter_mut().zip(line) {
                *x -= factor * y;
            }
            right[column + 1 + offset] -= factor * right[column];
        }
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|j| matrix[row][j] * right[j]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    Ok(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved_or_said_to_have_no_single_solution() {
        let found = solve(vec![vec![0.0, 2.0], vec![3.0, 1.0]], vec![4.0, 5.0]);
        assert!(found.is_ok_and(|x| (x[0] - 1.0).abs() < 1e-12 && (x[1] - 2.0).abs() < 1e-12));
        assert_eq!(
            solve(vec![vec![1.0, 2.0], vec![2.0, 4.0]], vec![1.0, 2.0]),
            Err(Undefined::ConstantValues)
        );
        assert_eq!(solve(vec![vec![f64::NAN]], vec![1.0]), Err(Undefined::InvalidValue));
        assert_eq!(solve(vec![vec![0.0]], vec![0.0]), Err(Undefined::ConstantValues));
    }
}

//! Fleiss (1971), "Measuring nominal scale agreement among many raters", Psychological Bulletin 76(5),
//! 378–382, table 1: thirty patients, six psychiatrists each, five diagnoses. Mean agreement 0.556, by
//! chance 0.220, kappa 0.430.

use propos::analysis::agreement::kappa::fleiss;
use propos::analysis::agreement::percent::pairwise;
use propos::analysis::agreement::ratings::Ratings;

/// Psychiatrists by patient and diagnosis: depression, personality disorder, schizophrenia, neurosis, other.
const COUNTS: [[u8; 5]; 30] = [
    [0, 0, 0, 6, 0],
    [0, 3, 0, 0, 3],
    [0, 1, 4, 0, 1],
    [0, 0, 0, 0, 6],
    [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2],
    [2, 0, 3, 1, 0],
    [2, 0, 0, 4, 0],
    [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0],
    [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0],
    [1, 0, 0, 5, 0],
    [0, 2, 0, 3, 1],
    [0, 0, 5, 0, 1],
    [3, 0, 0, 1, 2],
    [5, 1, 0, 0, 0],
    [0, 2, 0, 4, 0],
    [1, 0, 2, 0, 3],
    [0, 0, 0, 0, 6],
    [0, 1, 0, 5, 0],
    [0, 2, 0, 1, 3],
    [2, 0, 0, 4, 0],
    [1, 0, 0, 4, 1],
    [0, 5, 0, 1, 0],
    [4, 0, 0, 0, 2],
    [0, 2, 0, 4, 0],
    [1, 0, 5, 0, 0],
    [0, 0, 0, 0, 6],
];

#[test]
fn fleiss_1971() {
    let units = COUNTS
        .iter()
        .map(|patient| {
            let given = patient.iter().zip(1_u8..);
            given.flat_map(|(count, value)| (0..*count).map(move |_| Some(f64::from(value)))).collect()
        })
        .collect();
    let ratings = Ratings::new(units).unwrap();
    assert!((pairwise(&ratings).unwrap() - 0.556).abs() < 5e-4, "mean agreement as printed");
    assert!((fleiss(&ratings).unwrap() - 0.430).abs() < 5e-4, "as printed");
}

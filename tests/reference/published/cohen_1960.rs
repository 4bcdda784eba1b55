//! Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological
//! Measurement 20(1), 37–46: two judges place 200 persons in three categories. Agreement 0.70, by chance
//! 0.41, kappa 0.492.

use propos::analysis::agreement::kappa::cohen;
use propos::analysis::agreement::percent::pairwise;
use propos::analysis::agreement::ratings::Ratings;

const COUNTS: [[u64; 3]; 3] = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];

#[test]
fn cohen_1960() {
    let rows = COUNTS.iter().zip(1_u8..).flat_map(|(row, a)| {
        row.iter().zip(1_u8..).map(move |(count, b)| (vec![Some(f64::from(a)), Some(f64::from(b))], *count))
    });
    let ratings = Ratings::counted(rows).unwrap();
    let found = cohen(&ratings).unwrap();
    assert_eq!(found.n, 200);
    assert!((pairwise(&ratings).unwrap() - 0.70).abs() < 1e-12);
    assert!((found.kappa - (0.70 - 0.41) / (1.0 - 0.41)).abs() < 1e-12);
    assert!((found.kappa - 0.492).abs() < 5e-4, "as printed");
}

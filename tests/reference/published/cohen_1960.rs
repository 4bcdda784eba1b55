//! Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological
//! Measurement 20(1), 37–46: two judges place 200 persons in three categories. Agreement 0.70, by chance
//! 0.41, kappa 0.492, the largest that these margins allow 0.831.
//!
//! The nine counts are those of the proportions in the help of R's `psych::cohen.kappa`, which names both
//! articles. Margins and diagonal alone give kappa; that the other cells are the published ones shows in the
//! weighted kappa of Cohen (1968), "Weighted kappa", Psychological Bulletin 70(4), 213–220, on the same table:
//! 0.348 with disagreements weighing 1, 3 and 6.

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

/// By hand on the table itself, so that a slip in copying it shows.
#[test]
fn the_table_gives_what_else_cohen_prints() {
    let n = 200.0;
    let at = |a: usize, b: usize| COUNTS[a][b] as f64 / n;
    let row = |a: usize| (0..3).map(|b| at(a, b)).sum::<f64>();
    let column = |b: usize| (0..3).map(|a| at(a, b)).sum::<f64>();
    let chance: f64 = (0..3).map(|k| row(k) * column(k)).sum();
    let most: f64 = (0..3).map(|k| row(k).min(column(k))).sum();
    assert!((chance - 0.41).abs() < 1e-12 && ((most - chance) / (1.0 - chance) - 0.831).abs() < 5e-4);
    let weights = [[0.0, 1.0, 3.0], [1.0, 0.0, 6.0], [3.0, 6.0, 0.0]];
    let sum = |of: &dyn Fn(usize, usize) -> f64| -> f64 {
        (0..3).flat_map(|a| (0..3).map(move |b| (a, b))).map(|(a, b)| weights[a][b] * of(a, b)).sum()
    };
    let weighted = 1.0 - sum(&at) / sum(&|a, b| row(a) * column(b));
    assert!((weighted - 0.348).abs() < 5e-4, "{weighted}");
}

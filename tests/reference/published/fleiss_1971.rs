//! Fleiss (1971), "Measuring nominal scale agreement among many raters", Psychological Bulletin 76(5),
//! 378–382, table 1: thirty patients, six psychiatrists each, five diagnoses. Mean agreement 0.556, by
//! chance 0.220, kappa 0.430, 17.65 times its error without agreement.
//!
//! The table is that of the data set `diagnoses` of the R package `irr`, which names the article. Five kappas
//! of single diagnoses, which depend on every cell, are those that `kappam.fleiss(diagnoses, detail = TRUE)`
//! prints: 0.245, 0.245, 0.520, 0.471, 0.566.

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

/// By hand on the table itself, so that a slip in copying it shows.
#[test]
fn the_table_gives_what_else_is_printed_of_it() {
    let (patients, raters) = (30.0, 6.0);
    let all = |of: &dyn Fn(&[u8; 5]) -> f64| COUNTS.iter().map(of).sum::<f64>();
    assert!(COUNTS.iter().all(|patient| patient.iter().sum::<u8>() == 6));
    let share: Vec<f64> =
        (0..5).map(|k| all(&|patient| f64::from(patient[k])) / (patients * raters)).collect();
    for (diagnosis, (of_all, kappa)) in
        [(0.144, 0.245), (0.144, 0.245), (0.167, 0.520), (0.306, 0.471), (0.239, 0.566)].iter().enumerate()
    {
        let p = share[diagnosis];
        assert!((p - of_all).abs() < 5e-4, "{diagnosis}: {p}");
        let split = all(&|patient| f64::from(patient[diagnosis]) * (raters - f64::from(patient[diagnosis])));
        let found = 1.0 - split / (patients * raters * (raters - 1.0) * p * (1.0 - p));
        assert!((found - kappa).abs() < 5e-4, "{diagnosis}: {found}");
    }
    let products: f64 = share.iter().map(|p| p * (1.0 - p)).sum();
    let skew: f64 = share.iter().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
    let variance =
        2.0 * (products * products - skew) / (patients * raters * (raters - 1.0) * products * products);
    assert!((0.430_2 / variance.sqrt() - 17.65).abs() < 5e-3, "{}", variance.sqrt());
}

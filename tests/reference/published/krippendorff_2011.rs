//! Krippendorff (2011), "Computing Krippendorff's alpha-reliability", University of Pennsylvania
//! (Annenberg School for Communication, paper 43): the four worked examples. Binary, two observers 0.095;
//! nominal, two observers 0.692; any number of observers with missing values: nominal 0.743, ordinal
//! 0.815, interval 0.849, ratio 0.797.
//!
//! Of the four observers the ratings are also those of `cac.raw4raters` in the R package `irrCAC`. Every figure
//! was worked again from the lists below by the coincidence matrix of the article, without this program.

use propos::analysis::agreement::alpha::{Coincidences, Level, alpha};
use propos::analysis::agreement::ratings::Ratings;

/// One line an observer, one sign a unit; `.` is a missing value.
pub(super) fn observed(lines: &[&str]) -> Ratings {
    let lines: Vec<Vec<Option<f64>>> = lines
        .iter()
        .map(|line| {
            let value = |sign: &str| match sign {
                "." => None,
                sign => Some(f64::from(sign.bytes().next().unwrap())),
            };
            line.split_whitespace().map(value).collect()
        })
        .collect();
    Ratings::new((0..lines[0].len()).map(|unit| lines.iter().map(|line| line[unit]).collect()).collect())
        .unwrap()
}

/// Four observers, twelve units.
pub(super) const FOUR: [&str; 4] = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
];

/// The values 1 to 5 themselves, not the codes of their digits, for the ratio of differences.
fn numbers() -> Ratings {
    let digits = observed(&FOUR);
    let unit = |(row, _): (&[Option<f64>], u64)| {
        row.iter().map(|x| x.map(|digit| digit - f64::from(b'0'))).collect::<Vec<_>>()
    };
    Ratings::new(digits.rows().map(unit).collect()).unwrap()
}

fn printed(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 5e-4, "{found} is printed {wanted}");
}

#[test]
fn binary_two_observers() {
    let ratings = observed(&["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]);
    printed(alpha(&ratings, Level::Nominal).unwrap(), 0.095);
}

#[test]
fn nominal_two_observers() {
    let ratings = observed(&["a a b b d c c c e d d a", "b a b b b c c c e d d d"]);
    printed(alpha(&ratings, Level::Nominal).unwrap(), 0.692);
}

#[test]
fn any_number_of_observers_with_missing_values() {
    let ratings = numbers();
    // The last unit is judged once: 40 values of 41 can be paired.
    assert_eq!((ratings.pairable_units(), ratings.pairable_values()), (11, 40));
    for (level, wanted) in
        [(Level::Nominal, 0.743), (Level::Ordinal, 0.815), (Level::Interval, 0.849), (Level::Ratio, 0.797)]
    {
        printed(alpha(&ratings, level).unwrap(), wanted);
        printed(Coincidences::of(&ratings).alpha(level).unwrap(), wanted);
    }
}

//! Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, p. 120, and the data set `cac.raw4raters`
//! of its R package `irrCAC`: four raters, twelve subjects (the units of Krippendorff 2011), five categories,
//! missing ratings. The package prints AC1 0.77544 and percent agreement 0.81818.

use super::krippendorff_2011::{FOUR, observed};
use propos::analysis::agreement::ac1::ac1;

#[test]
fn gwet_2014() {
    let found = ac1(&observed(&FOUR)).unwrap();
    assert!((found - 0.77544).abs() < 5e-6, "{found}");
}

/// By hand, subject by subject.
#[test]
fn the_table_gives_what_the_package_prints() {
    // Equal pairs out of all pairs of the eleven subjects rated twice or more.
    let pairs = [(3, 3), (3, 6), (6, 6), (6, 6), (6, 6), (0, 6), (6, 6), (3, 6), (6, 6), (3, 3), (1, 1)];
    let percent = pairs.iter().map(|(equal, all)| f64::from(*equal) / f64::from(*all)).sum::<f64>() / 11.0;
    assert!((percent - 0.81818).abs() < 5e-6);
    // Sum over the twelve subjects of the share of their ratings in each category.
    let shares = [3.0, 3.25, 3.5, 1.25, 1.0].map(|sum: f64| sum / 12.0);
    let chance = shares.iter().map(|share| share * (1.0 - share)).sum::<f64>() / 4.0;
    assert!(((percent - chance) / (1.0 - chance) - 0.77544).abs() < 5e-6);
}

//! Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, and the data set `cac.raw4raters` of the
//! package `irrCAC`: four raters, twelve subjects (the units of Krippendorff 2011), five categories, missing
//! ratings. AC1 0.77544, percent agreement 0.81818.

use super::krippendorff_2011::{FOUR, observed};
use propos::analysis::agreement::ac1::ac1;

#[test]
fn gwet_2014() {
    let found = ac1(&observed(&FOUR)).unwrap();
    assert!((found - 0.77544).abs() < 5e-6, "{found}");
}

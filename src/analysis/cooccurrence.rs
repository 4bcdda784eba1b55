//! Codes that come together: measures of every pair, and what chance alone would give.
//!
//! The unit (segment, turn, interview) is the caller's: each gives another table. The exact p take
//! units as independent, which turns of one interview are not; [`shift_null`] keeps each code's own
//! rhythm by turning its sequence within the interview, and is the test to report.

use super::statistics::hypergeometric::Hypergeometric;
use super::statistics::multiplicity::{Adjustment, adjust};
use super::statistics::undefined::{self, Defined, Undefined};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use std::collections::BTreeMap;

/// Two codes over the same units.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairOfCodes {
    /// Position of the first code.
    pub a: usize,
    /// Position of the second.
    pub b: usize,
    /// Units.
    pub n: u64,
    /// Units with the first code.
    pub n_a: u64,
    /// Units with the second.
    pub n_b: u64,
    /// Units with both.
    pub n_both: u64,
    /// Jaccard's index, the c-coefficient of ATLAS.ti: both / either. Unequal frequencies lower it.
    #[serde(serialize_with = "undefined::serialize")]
    pub jaccard: Defined,
    /// Dice's index: 2 both / (a + b).
    #[serde(serialize_with = "undefined::serialize")]
    pub dice: Defined,
    /// Phi; undefined for a code that is nowhere or everywhere.
    #[serde(serialize_with = "undefined::serialize")]
    pub phi: Defined,
    /// Observed over expected number of common units.
    #[serde(serialize_with = "undefined::serialize")]
    pub lift: Defined,
    /// Pointwise mutual information over its maximum, in −1..1; undefined when the codes never meet.
    #[serde(serialize_with = "undefined::serialize")]
    pub npmi: Defined,
    /// P(as many common units or more), units independent.
    pub p_upper: f64,
    /// P(as many common units or fewer), units independent.
    pub p_lower: f64,
    /// Two-sided p of Fisher, units independent.
    pub p_fisher: f64,
    /// `p_fisher` adjusted by Benjamini–Hochberg over the pairs; codes nowhere or everywhere leave the family.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_adjusted: Defined,
}

/// Measures every pair of codes; `presence` is units × codes.
///
/// # Errors
/// [`Undefined::NoObservations`] without a unit; [`Undefined::LengthMismatch`] when rows differ in length.
pub fn measure_pairs(presence: &[Vec<bool>]) -> Defined<Vec<PairOfCodes>> {
    let columns = columns_of(presence)?;
    let n = presence.len() as u64;
    let totals: Vec<u64> = columns.iter().map(|c| c.count()).collect();
    let mut pairs = Vec::new();
    for a in 0..columns.len() {
        for b in a + 1..columns.len() {
            pairs.push(measure(a, b, n, totals[a], totals[b], columns[a].count_both(&columns[b])));
        }
    }
    let family: Vec<Defined> = pairs.iter().map(|p| p.phi.map(|_| p.p_fisher)).collect();
    for (pair, adjusted) in pairs.iter_mut().zip(adjust(&family, Adjustment::BenjaminiHochberg)) {
        pair.p_adjusted = adjusted;
    }
    Ok(pairs)
}

fn measure(a: usize, b: usize, n: u64, n_a: u64, n_b: u64, n_both: u64) -> PairOfCodes {
    let [all, fa, fb, both] = [n, n_a, n_b, n_both].map(|x| x as f64);
    let varies = varies(n_a, n).and(varies(n_b, n));
    let over =
        |top: f64, bottom: f64| if bottom > 0.0 { Ok(top / bottom) } else { Err(Undefined::NeverPresent) };
    let lift = over(both * all, fa * fb);
    let npmi = match lift {
        Err(reason) => Err(reason),
        Ok(_) if n_both == 0 => Err(Undefined::ZeroDenominator),
        Ok(_) if n_both == n => Err(Undefined::AlwaysPresent),
        Ok(lift) => Ok(lift.ln() / -(both / all).ln()),
    };
    let [p_upper, p_lower, p_fisher] = hypergeometric_tails(n, n_a, n_b, n_both);
    PairOfCodes {
        a,
        b,
        n,
        n_a,
        n_b,
        n_both,
        jaccard: over(both, fa + fb - both),
        dice: over(2.0 * both, fa + fb),
        phi: varies.map(|()| (both * all - fa * fb) / (fa * (all - fa) * fb * (all - fb)).sqrt()),
        lift,
        npmi,
        p_upper,
        p_lower,
        p_fisher,
        p_adjusted: varies.map(|()| p_fisher),
    }
}

fn varies(count: u64, n: u64) -> Defined<()> {
    match count {
        0 => Err(Undefined::NeverPresent),
        c if c == n => Err(Undefined::AlwaysPresent),
        _ => Ok(()),
    }
}

fn hypergeometric_tails(n: u64, n_a: u64, n_b: u64, n_both: u64) -> [f64; 3] {
    let law = Hypergeometric::new(n, n_a, n_b);
    let here = law.at(n_both);
    [law.above(n_both) + here, law.below(n_both) + here, law.no_more_probable(n_both)]
        .map(|p: f64| p.min(1.0))
}

/// Units that carry a code, one bit each.
struct Column(Vec<u64>);

impl Column {
    fn count(&self) -> u64 {
        self.0.iter().map(|w| u64::from(w.count_ones())).sum()
    }

    fn count_both(&self, other: &Self) -> u64 {
        self.0.iter().zip(&other.0).map(|(a, b)| u64::from((a & b).count_ones())).sum()
    }
}

fn columns_of(presence: &[Vec<bool>]) -> Defined<Vec<Column>> {
    let width = presence.first().ok_or(Undefined::NoObservations)?.len();
    if presence.iter().any(|row| row.len() != width) {
        return Err(Undefined::LengthMismatch);
    }
    let mut columns: Vec<Column> = (0..width).map(|_| Column(vec![0; presence.len().div_ceil(64)])).collect();
    for (unit, row) in presence.iter().enumerate() {
        for (code, _) in row.iter().enumerate().filter(|(_, present)| **present) {
            columns[code].0[unit / 64] |= 1 << (unit % 64);
        }
    }
    Ok(columns)
}

/// One pair against the null of codes turned within interviews.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShiftTest {
    /// Position of the first code.
    pub a: usize,
    /// Position of the second.
    pub b: usize,
    /// Units with both.
    pub observed: u64,
    /// Mean number of common units over the draws.
    pub null_mean: f64,
    /// (1 + draws with as many or more) / (draws + 1); undefined for a code nowhere or everywhere.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_upper: Defined,
    /// `p_upper` adjusted by Benjamini–Hochberg over the pairs.
    #[serde(serialize_with = "undefined::serialize")]
    pub q: Defined,
}

/// Tests every pair of codes against turning each code's sequence within each interview.
///
/// `presence` is units × codes in the order of speech; `interviews` names the interview of each unit. A draw
/// turns every code of every interview by its own random number of units. 9,999 draws leave 406 pairs the
/// room to reach q < 0.05; 999 do not.
///
/// # Errors
/// [`Undefined::NoObservations`] without a unit; [`Undefined::LengthMismatch`].
pub fn shift_null(
    presence: &[Vec<bool>],
    interviews: &[usize],
    draws: u32,
    seed: u64,
) -> Defined<Vec<ShiftTest>> {
    if presence.len() != interviews.len() {
        return Err(Undefined::LengthMismatch);
    }
    let columns = columns_of(presence)?;
    let codes = columns.len();
    let totals: Vec<u64> = columns.iter().map(Column::count).collect();
    let mut units: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (unit, &interview) in interviews.iter().enumerate() {
        units.entry(interview).or_default().push(unit);
    }
    let pairs: Vec<(usize, usize)> = (0..codes).flat_map(|a| (a + 1..codes).map(move |b| (a, b))).collect();
    let draws_wide = draws as usize;
    let mut sums = vec![0_u32; pairs.len() * draws_wide];
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    for own in units.values() {
        let length = own.len();
        // Turns of each code, drawn even where the code is absent so that codes do not shift each other's stream.
        let turns: Vec<Vec<u32>> = (0..codes)
            .map(|_| {
                (0..draws).map(|_| rng.gen_range(0..u32::try_from(length).unwrap_or(u32::MAX))).collect()
            })
            .collect();
        let places: Vec<Vec<usize>> =
            (0..codes).map(|c| (0..length).filter(|&i| presence[own[i]][c]).collect()).collect();
        let mut table = vec![0_u32; length];
        for (pair, &(a, b)) in pairs.iter().enumerate() {
            if places[a].is_empty() || places[b].is_empty() {
                continue;
            }
            // table[s]: common units when the second code is turned by s units against the first.
            table.fill(0);
            for &i in &places[a] {
                for &j in &places[b] {
                    table[if i >= j { i - j } else { i + length - j }] += 1;
                }
            }
            let sums = &mut sums[pair * draws_wide..(pair + 1) * draws_wide];
            for ((sum, &turn_a), &turn_b) in sums.iter_mut().zip(&turns[a]).zip(&turns[b]) {
                let (turn_a, turn_b) = (turn_a as usize, turn_b as usize);
                *sum += table[if turn_b >= turn_a { turn_b - turn_a } else { turn_b + length - turn_a }];
            }
        }
    }
    let n = presence.len() as u64;
    let mut tests: Vec<ShiftTest> = pairs
        .iter()
        .enumerate()
        .map(|(pair, &(a, b))| {
            let null = &sums[pair * draws_wide..(pair + 1) * draws_wide];
            let observed = columns[a].count_both(&columns[b]);
            let reached = null.iter().filter(|&&x| u64::from(x) >= observed).count();
            let p = varies(totals[a], n)
                .and(varies(totals[b], n))
                .map(|()| (1 + reached) as f64 / (f64::from(draws) + 1.0));
            let null_mean = null.iter().map(|&x| f64::from(x)).sum::<f64>() / f64::from(draws.max(1));
            ShiftTest { a, b, observed, null_mean, p_upper: p, q: p }
        })
        .collect();
    let family: Vec<Defined> = tests.iter().map(|t| t.p_upper).collect();
    for (test, q) in tests.iter_mut().zip(adjust(&family, Adjustment::BenjaminiHochberg)) {
        test.q = q;
    }
    Ok(tests)
}

/// Counts the common units when the units of `a` are rearranged: `order[i]` is the unit that comes in place i.
///
/// # Errors
/// [`Undefined::LengthMismatch`] when the lists differ in length or `order` names a unit that is not there.
pub fn count_rearranged(a: &[bool], b: &[bool], order: &[usize]) -> Defined<u64> {
    if a.len() != b.len() || a.len() != order.len() || order.iter().any(|&i| i >= a.len()) {
        return Err(Undefined::LengthMismatch);
    }
    Ok(order.iter().zip(a).filter(|(i, a)| **a && b[**i]).count() as u64)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_code_everywhere_leaves_the_family() {
        let presence = vec![vec![true, true, false], vec![false, true, false], vec![true, true, false]];
        let pairs = measure_pairs(&presence).unwrap();
        assert_eq!(pairs[0].phi, Err(Undefined::AlwaysPresent));
        assert_eq!(pairs[1].p_adjusted, Err(Undefined::NeverPresent));
        assert_eq!(measure_pairs(&[]), Err(Undefined::NoObservations));
        assert_eq!(shift_null(&presence, &[0, 0], 9, 1), Err(Undefined::LengthMismatch));
    }

    #[test]
    fn turning_keeps_the_codes_of_an_interview_in_it() {
        // Both codes fill the first interview: no turn can part them.
        let presence: Vec<Vec<bool>> = (0..20).map(|i| vec![i < 10, i < 10]).collect();
        let interviews: Vec<usize> = (0..20).map(|i| i / 10).collect();
        let test = &shift_null(&presence, &interviews, 99, 1).unwrap()[0];
        assert!((test.null_mean - 10.0).abs() < 1e-12);
        assert!((test.p_upper.unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn codes_that_always_meet_stand_out_and_the_draw_repeats() {
        let presence: Vec<Vec<bool>> = (0..120).map(|i| vec![i % 11 == 3, i % 11 == 3, i % 7 == 1]).collect();
        let interviews: Vec<usize> = (0..120).map(|i| i / 30).collect();
        let tests = shift_null(&presence, &interviews, 999, 5).unwrap();
        assert!(tests[0].p_upper.unwrap() < 0.01);
        assert!(tests[1].p_upper.unwrap() > 0.05);
        assert_eq!(Ok(tests), shift_null(&presence, &interviews, 999, 5));
    }

    #[test]
    fn the_table_counts_what_turning_would() {
        let a = [true, false, true, true, false];
        let b = [false, true, true, false, false];
        let presence: Vec<Vec<bool>> = a.iter().zip(&b).map(|(a, b)| vec![*a, *b]).collect();
        let counts: Vec<u64> =
            (0..5).map(|s| (0..5).filter(|&i| a[i] && b[(i + 5 - s) % 5]).count() as u64).collect();
        let mean = counts.iter().sum::<u64>() as f64 / 5.0;
        let test = &shift_null(&presence, &[0; 5], 20_000, 2).unwrap()[0];
        assert!((test.null_mean - mean).abs() < 0.02);
    }
}

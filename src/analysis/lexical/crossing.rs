//! Classes of discourse × profiles of persons: crossed, never equated.
//!
//! Segments of one interview resemble each other, so that χ² with its table is far too sure. The p here
//! deals the profiles to whole interviews anew, and asks how often the table is as uneven.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

use super::keyness::signed_chi2;
use super::specificity::Margins;
use crate::analysis::statistics::contingency::{Table, crosstab};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// A class in a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crossing {
    /// Segments of the class in interviews of the profile.
    pub segments: u64,
    /// Interviews of the profile with a segment of the class.
    pub interviews: usize,
    /// χ² of being in the class and in the profile, negative when rarer; it takes segments as independent.
    #[serde(serialize_with = "undefined::serialize")]
    pub chi2: Defined,
}

/// Classes crossed with profiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClassesByProfile {
    /// Classes × profiles.
    pub cells: Vec<Vec<Crossing>>,
    /// Interviews of each profile.
    pub interviews: Vec<usize>,
    /// χ² of the whole table.
    pub chi2: f64,
    /// Cramér's V.
    pub cramer_v: f64,
    /// (1 + draws at least as uneven) / (draws + 1), profiles dealt to whole interviews.
    pub p: f64,
    /// Draws.
    pub draws: u32,
    /// Ways to deal the profiles to the interviews, when they are few enough to be counted: 1 / this is
    /// the smallest p that more draws could come near.
    pub assignments: Option<u64>,
}

/// Crosses classes with profiles.
///
/// `class_of` and `interview_of` are by segment, classes from 1; `profile_of` is by interview, from 0.
/// Segments in no class and interviews in no profile are not counted.
///
/// # Errors
/// [`Undefined::SingleGroup`] with fewer than two profiles or two interviews that have a classified
/// segment; those of [`Table::new`].
pub fn cross_profiles(
    class_of: &[Option<usize>],
    interview_of: &[usize],
    profile_of: &[Option<usize>],
    draws: u32,
    seed: u64,
) -> Defined<ClassesByProfile> {
    if class_of.len() != interview_of.len() || interview_of.iter().any(|one| *one >= profile_of.len()) {
        return Err(Undefined::LengthMismatch);
    }
    let classes = class_of.iter().flatten().max().copied().unwrap_or(0);
    let profiles = profile_of.iter().flatten().max().map_or(0, |most| most + 1);
    let mut by_interview = vec![vec![0_u64; classes]; profile_of.len()];
    for (class, interview) in class_of.iter().zip(interview_of) {
        if let Some(class) = class.and_then(|class| class.checked_sub(1)) {
            by_interview[*interview][class] += 1;
        }
    }
    let spoken = |interview: &usize| by_interview[*interview].iter().any(|count| *count > 0);
    let counted: Vec<(usize, usize)> = (0..profile_of.len())
        .filter(spoken)
        .filter_map(|interview| Some((interview, profile_of[interview]?)))
        .collect();
    if counted.iter().all(|(_, profile)| counted[0].1 == *profile) {
        return Err(Undefined::SingleGroup);
    }
    let dealt: Vec<usize> = counted.iter().map(|(_, profile)| *profile).collect();
    let rows: Vec<&[u64]> =
        counted.iter().map(|(interview, _)| by_interview[*interview].as_slice()).collect();
    let counts = add_up(&rows, &dealt, classes, profiles);
    let table = Table::new(&counts)?;
    let figures = crosstab(&table);
    let chi2 = chi2_of(&counts);
    let mut draw = ChaCha8Rng::seed_from_u64(seed);
    let mut reached = 0_u32;
    let mut turned = dealt.clone();
    for _ in 0..draws {
        for at in (1..turned.len()).rev() {
            turned.swap(at, draw.gen_range(0..=at));
        }
        if chi2_of(&add_up(&rows, &turned, classes, profiles)) >= chi2 * (1.0 - 1e-12) {
            reached += 1;
        }
    }
    let interviews: Vec<usize> =
        (0..profiles).map(|profile| dealt.iter().filter(|own| **own == profile).count()).collect();
    Ok(ClassesByProfile {
        cells: cells(&counts, &rows, &dealt),
        chi2,
        cramer_v: figures.cramer_v,
        p: f64::from(reached + 1) / f64::from(draws + 1),
        draws,
        assignments: assignments(&interviews),
        interviews,
    })
}

fn cells(counts: &[Vec<u64>], rows: &[&[u64]], dealt: &[usize]) -> Vec<Vec<Crossing>> {
    let whole = counts.iter().flatten().sum();
    let cell = |class: usize, profile: usize| {
        let in_part = counts[class][profile];
        let margins = Margins {
            in_part,
            in_whole: counts[class].iter().sum(),
            part: counts.iter().map(|row| row[profile]).sum(),
            whole,
        };
        let own = rows.iter().zip(dealt).filter(|(row, own)| **own == profile && row[class] > 0);
        Crossing { segments: in_part, interviews: own.count(), chi2: signed_chi2(margins, false) }
    };
    let profiles = counts.first().map_or(0, Vec::len);
    (0..counts.len()).map(|class| (0..profiles).map(|profile| cell(class, profile)).collect()).collect()
}

fn add_up(rows: &[&[u64]], dealt: &[usize], classes: usize, profiles: usize) -> Vec<Vec<u64>> {
    let mut counts = vec![vec![0; profiles]; classes];
    for (row, profile) in rows.iter().zip(dealt) {
        for (class, count) in row.iter().enumerate() {
            counts[class][*profile] += count;
        }
    }
    counts
}

/// χ² of a table, empty rows and columns passed over.
fn chi2_of(counts: &[Vec<u64>]) -> f64 {
    let width = counts.first().map_or(0, Vec::len);
    let columns: Vec<f64> = (0..width).map(|j| counts.iter().map(|row| row[j]).sum::<u64>() as f64).collect();
    let whole: f64 = columns.iter().sum();
    let mut sum = 0.0;
    for row in counts {
        let total = row.iter().sum::<u64>() as f64;
        for (count, column) in row.iter().zip(&columns) {
            if total > 0.0 && *column > 0.0 {
                let count = *count as f64;
                sum += count * count / (total * column);
            }
        }
    }
    whole * (sum - 1.0)
}

/// The multinomial coefficient, when it fits.
fn assignments(sizes: &[usize]) -> Option<u64> {
    let (mut total, mut placed) = (1_u64, 0_u64);
    for size in sizes {
        for i in 1..=*size as u64 {
            placed += 1;
            total = total.checked_mul(placed)? / i;
        }
    }
    Some(total)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::statistics::contingency::pearson_chi2;

    /// Two profiles of four interviews, ten segments each: those of a profile say the same.
    fn sorted() -> (Vec<Option<usize>>, Vec<usize>, Vec<Option<usize>>) {
        let interview_of: Vec<usize> = (0..80).map(|i| i / 10).collect();
        let class_of = interview_of.iter().map(|interview| Some(1 + interview / 4)).collect();
        (class_of, interview_of, (0..8).map(|interview| Some(interview / 4)).collect())
    }

    #[test]
    fn interviews_are_dealt_not_segments() {
        let (class_of, interview_of, profile_of) = sorted();
        let found = cross_profiles(&class_of, &interview_of, &profile_of, 9_999, 1).unwrap();
        assert!((found.chi2 - 80.0).abs() < 1e-9 && (found.cramer_v - 1.0).abs() < 1e-12);
        assert_eq!(found.assignments, Some(70));
        // 2 of 70 ways are as uneven; χ² with its table would say 4e-19.
        assert!((found.p - 2.0 / 70.0).abs() < 0.01, "{}", found.p);
        assert_eq!((found.cells[0][0].segments, found.cells[0][0].interviews), (40, 4));
        assert_eq!(Ok(found), cross_profiles(&class_of, &interview_of, &profile_of, 9_999, 1));
    }

    #[test]
    fn the_short_sum_is_pearsons() {
        let counts = vec![vec![3, 0, 7], vec![5, 0, 2], vec![0, 0, 0]];
        let table = Table::new(&counts).unwrap();
        assert!((chi2_of(&counts) - pearson_chi2(&table)).abs() < 1e-12);
    }

    #[test]
    fn one_interview_or_one_profile_has_no_crossing() {
        let (class_of, interview_of, _) = sorted();
        let one = vec![Some(0); 8];
        assert_eq!(cross_profiles(&class_of, &interview_of, &one, 9, 1), Err(Undefined::SingleGroup));
        assert_eq!(cross_profiles(&[Some(1)], &[0], &[Some(0)], 9, 1), Err(Undefined::SingleGroup));
        assert_eq!(cross_profiles(&[], &[], &[], 9, 1), Err(Undefined::SingleGroup));
        assert_eq!(cross_profiles(&[Some(1)], &[3], &[Some(0)], 9, 1), Err(Undefined::LengthMismatch));
        let (_, interview_of, profile_of) = sorted();
        let flat = vec![Some(1); 80];
        assert_eq!(cross_profiles(&flat, &interview_of, &profile_of, 9, 1), Err(Undefined::EmptyTable));
    }
}

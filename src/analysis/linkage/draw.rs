//! Tests repeated over profiles drawn from the posteriors: what the doubt of the assignment does to p.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

use super::assign::{Linkage, Verdict};
use crate::analysis::statistics::quantile::{Rule, quantile};
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// What to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DrawPlan {
    /// Draws of everybody's profile.
    pub draws: u32,
    /// Seed of the random stream.
    pub seed: u64,
}

/// A p over draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OverDraws {
    /// Median p.
    pub median: f64,
    /// Smallest p.
    pub least: f64,
    /// Largest p.
    pub most: f64,
    /// Share of the draws with p below 0.05.
    pub below_5_percent: f64,
    /// Draws in which the test is defined.
    pub draws: u32,
    /// Draws in which it is not.
    pub undefined: u32,
    /// Respondents drawn, the indeterminate among them; those outside the typology are not.
    pub respondents: usize,
    /// Seed of the random stream.
    pub seed: u64,
}

/// A test that takes each respondent's profile, none for those left out, and gives its p.
pub type Test<'a> = &'a dyn Fn(&[Option<usize>]) -> Defined;

/// Draws a profile for each respondent from its posterior, and repeats the tests on each draw.
///
/// `order` says in which order the respondents take their random numbers, each position once: give that
/// of their identifiers, so that the order of the file does not count. The indeterminate are drawn like
/// the others: their doubt is what is carried on. Those outside the typology, or with too few
/// indicators, stay out.
///
/// # Errors
/// In the place of each test: [`Undefined::LengthMismatch`] when `order` has not every respondent once; why
/// there is no posterior when nobody has one, [`Undefined::NoObservations`] when nobody has a place at all;
/// [`Undefined::UndefinedReplicates`] when the test is undefined in every draw.
///
/// Source: multiple assignment, after Rubin's multiple imputation (1987); p are described, not pooled.
pub fn over_draws(
    linkage: &Linkage,
    plan: DrawPlan,
    order: &[usize],
    tests: &[Test<'_>],
) -> Vec<Defined<OverDraws>> {
    let all = |why: Undefined| tests.iter().map(|_| Err(why)).collect();
    let posteriors: Vec<Option<&Vec<f64>>> = linkage
        .assignments
        .iter()
        .map(|one| {
            let one = one.as_ref().ok().filter(|one| one.verdict != Verdict::Outside)?;
            one.posterior.as_ref().ok()
        })
        .collect();
    let mut seen = order.to_vec();
    seen.sort_unstable();
    if !seen.iter().copied().eq(0..posteriors.len()) {
        return all(Undefined::LengthMismatch);
    }
    let respondents = posteriors.iter().flatten().count();
    if respondents == 0 {
        return all(linkage.pooled_deviation.err().unwrap_or(Undefined::NoObservations));
    }
    let mut rng = ChaCha8Rng::seed_from_u64(plan.seed);
    let mut found: Vec<Vec<f64>> = vec![Vec::new(); tests.len()];
    let mut profiles = vec![None; posteriors.len()];
    for _ in 0..plan.draws {
        for &at in order {
            // Everybody takes a number, so that one respondent less does not change the others.
            let number: f64 = rng.r#gen();
            profiles[at] = posteriors[at].map(|posterior| pick(posterior, number));
        }
        for (found, test) in found.iter_mut().zip(tests) {
            found.extend(test(&profiles).ok());
        }
    }
    found.into_iter().map(|p| describe(&p, plan, respondents)).collect()
}

fn pick(posterior: &[f64], number: f64) -> usize {
    let mut sum = 0.0;
    for (profile, share) in posterior.iter().enumerate() {
        sum += share;
        if number < sum {
            return profile;
        }
    }
    posterior.len() - 1
}

fn describe(p: &[f64], plan: DrawPlan, respondents: usize) -> Defined<OverDraws> {
    if p.is_empty() {
        return Err(Undefined::UndefinedReplicates);
    }
    let at = |share| quantile(p, share, Rule::Type7);
    let draws = u32::try_from(p.len()).unwrap_or(plan.draws);
    Ok(OverDraws {
        median: at(0.5)?,
        least: at(0.0)?,
        most: at(1.0)?,
        below_5_percent: p.iter().filter(|p| **p < 0.05).count() as f64 / p.len() as f64,
        draws,
        undefined: plan.draws - draws,
        respondents,
        seed: plan.seed,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::super::assign::{Settings, assign};
    use super::*;
    use crate::analysis::statistics::kruskal::kruskal_wallis;

    const PLAN: DrawPlan = DrawPlan { draws: 60, seed: 5 };

    /// Two profiles on one indicator, and a score that follows it.
    fn linked(spread: f64) -> (Linkage, Vec<f64>) {
        let people: Vec<Vec<Option<f64>>> =
            [0.0, spread, 10.0, 10.0 + spread].iter().map(|x| vec![Some(*x)]).collect();
        let respondents: Vec<Vec<Option<f64>>> = (0..60).map(|i| vec![Some(f64::from(i) / 6.0)]).collect();
        let scores = (0..60).map(|i| f64::from(i * 7 % 60) / 3.0 + f64::from(i) / 4.0).collect();
        (assign(&respondents, &people, &[0, 0, 1, 1], Settings::default()).unwrap(), scores)
    }

    fn p_of(scores: &[f64], profiles: &[Option<usize>]) -> Defined {
        let mut groups = vec![Vec::new(); 2];
        for (profile, score) in profiles.iter().zip(scores) {
            if let Some(profile) = profile {
                groups[*profile].push(*score);
            }
        }
        kruskal_wallis(&groups).map(|test| test.p)
    }

    #[test]
    fn doubt_widens_the_range_and_draws_repeat() {
        let (sure, scores) = linked(0.5);
        let (doubtful, _) = linked(8.0);
        let order: Vec<usize> = (0..60).collect();
        let run = |linkage: &Linkage| {
            over_draws(linkage, PLAN, &order, &[&|profiles| p_of(&scores, profiles)])[0].unwrap()
        };
        let (sure, doubtful) = (run(&sure), run(&doubtful));
        assert!(sure.least <= sure.median && sure.median <= sure.most);
        assert!(doubtful.median > sure.median && doubtful.most - doubtful.least > sure.most - sure.least);
        assert_eq!(run(&linked(8.0).0), doubtful);
    }

    #[test]
    fn the_order_of_the_file_does_not_count() {
        let (linkage, scores) = linked(8.0);
        let order: Vec<usize> = (0..60).collect();
        let plain = over_draws(&linkage, PLAN, &order, &[&|profiles| p_of(&scores, profiles)]);
        // The same respondents from last to first, who take their numbers by their names.
        let mut turned = linkage;
        turned.assignments.reverse();
        let back: Vec<usize> = (0..60).rev().collect();
        let scores: Vec<f64> = scores.into_iter().rev().collect();
        assert_eq!(over_draws(&turned, PLAN, &back, &[&|profiles| p_of(&scores, profiles)]), plain);
    }

    #[test]
    fn what_cannot_be_told_is_undefined() {
        let (linkage, _) = linked(0.5);
        let order: Vec<usize> = (0..60).collect();
        let never = |_: &[Option<usize>]| Err(Undefined::ConstantValues);
        assert_eq!(over_draws(&linkage, PLAN, &order, &[&never]), [Err(Undefined::UndefinedReplicates)]);
        assert_eq!(over_draws(&linkage, PLAN, &[0], &[&never]), [Err(Undefined::LengthMismatch)]);
        // Interviewees that do not spread around their centroids leave no posterior.
        let (flat, _) = linked(0.0);
        assert_eq!(over_draws(&flat, PLAN, &order, &[&never]), [Err(Undefined::ConstantValues)]);
    }
}

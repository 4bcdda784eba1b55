//! Nearest centroid with its margin and posterior, and what leaving interviewees out does to it.
//!
//! Longer than most files because rule, validation and resampling share one small model.

use crate::analysis::statistics::bootstrap::Plan;
use crate::analysis::statistics::descriptive::{is_constant, mean, present, standard_deviation};
use crate::analysis::statistics::distribution::fisher_quantile;
use crate::analysis::statistics::interval::{Proportion, wilson};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

/// What decides an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Settings {
    /// Margin below which a respondent is indeterminate.
    pub min_margin: f64,
    /// Share of the indicators that must be present.
    pub min_present_share: f64,
    /// Quantile of the distance of a person of a profile from its centroid, beyond which a respondent is
    /// outside the typology.
    pub outside_quantile: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { min_margin: 0.1, min_present_share: 0.5, outside_quantile: 0.99 }
    }
}

/// People and their common indicators, a missing value where one did not answer.
pub type Indicators = [Vec<Option<f64>>];

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nearest to this profile.
    Profile(usize),
    /// Two profiles are about as near.
    Indeterminate,
    /// Farther from every profile than nearly all persons of it would be.
    Outside,
}

/// The assignment of one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assignment {
    /// Where the person stands.
    pub verdict: Verdict,
    /// Nearest profile, whatever the verdict.
    pub nearest: usize,
    /// Second nearest profile.
    pub second: usize,
    /// Distance to each profile, rescaled for missing indicators.
    pub distances: Vec<f64>,
    /// (d₂ − d₁) / (d₁ + d₂), between 0 and 1.
    pub margin: f64,
    /// Share of each profile: softmax of −d² / 2σ², σ pooled over the interviewees.
    #[serde(serialize_with = "undefined::serialize")]
    pub posterior: Defined<Vec<f64>>,
    /// Entropy of the posterior over its maximum: 0 certain, 1 no idea.
    #[serde(serialize_with = "undefined::serialize")]
    pub entropy: Defined,
    /// Indicators present.
    pub present: usize,
}

/// The assignment of all respondents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Linkage {
    /// Settings used.
    pub settings: Settings,
    /// Positions of the indicators used; those that do not vary are left out.
    pub indicators: Vec<usize>,
    /// Mean of each of them over the respondents.
    pub means: Vec<f64>,
    /// Standard deviation (n − 1) of each of them over the respondents.
    pub deviations: Vec<f64>,
    /// Centroid of each profile, standardised.
    pub centroids: Vec<Vec<f64>>,
    /// Interviewees behind each centroid.
    pub sizes: Vec<usize>,
    /// Pooled standard deviation of the interviewees around their centroids.
    #[serde(serialize_with = "undefined::serialize")]
    pub pooled_deviation: Defined,
    /// Distance from each profile beyond which a respondent who answered every indicator is outside;
    /// undefined as the pooled deviation is, and then nobody is outside.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub outside_beyond: Vec<Defined>,
    /// One a respondent, in the order given.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub assignments: Vec<Defined<Assignment>>,
    /// Respondents a profile.
    pub counts: Vec<usize>,
    /// Indeterminate respondents.
    pub indeterminate: usize,
    /// Respondents outside the typology; undefined as the pooled deviation is: nobody is then held to be far,
    /// since how far persons of a profile stand from its centre is not known.
    #[serde(serialize_with = "undefined::serialize")]
    pub outside: Defined<usize>,
    /// Respondents with too few indicators.
    pub missing: usize,
}

/// Assigns respondents to the profiles of the interviewees.
///
/// `profiles` gives each interviewee's profile, from 0. Outside is who stands farther from the nearest
/// centroid than 99 of 100 persons of that profile would, the interviewees being a sample of them: with a
/// deviation σ on ν degrees of freedom, common to profiles and indicators, and n interviewees behind the
/// centroid, d² / (p σ² (1 + 1/n)) follows F(p, ν). A centile of the respondents' own distances would not do:
/// it puts one in a hundred outside however near they are, nobody when more are equally far, and moves away
/// with those who are far. Missing values: distances use the indicators present
/// and are multiplied by √(p / p present); below the share of the settings the respondent is undefined.
///
/// # Errors
/// [`Undefined::LengthMismatch`] when rows or lists differ in length; [`Undefined::SingleGroup`] below two
/// profiles; [`Undefined::ConstantValues`] when no indicator varies over the respondents;
/// [`Undefined::NoObservations`] when a profile has no interviewee that answered an indicator.
pub fn assign(
    respondents: &Indicators,
    interviewees: &Indicators,
    profiles: &[usize],
    settings: Settings,
) -> Defined<Linkage> {
    let reference = Reference::of(respondents)?;
    let answers = reference.project(respondents)?;
    let model = Model::fit(&reference.project(interviewees)?, profiles, count_profiles(profiles)?)?;
    let mut assignments: Vec<Defined<Assignment>> =
        answers.iter().map(|row| model.place(row, settings)).collect();
    let reach = Reach::of(&model, settings.outside_quantile);
    let mut counts = vec![0; model.centroids.len()];
    let (mut indeterminate, mut outside, mut missing) = (0, 0, 0);
    for assignment in &mut assignments {
        let Ok(assignment) = assignment else {
            missing += 1;
            continue;
        };
        let limit = reach.beyond(&model, assignment.nearest, assignment.present);
        if limit.is_ok_and(|limit| assignment.distances[assignment.nearest] > limit) {
            assignment.verdict = Verdict::Outside;
        }
        match assignment.verdict {
            Verdict::Profile(profile) => counts[profile] += 1,
            Verdict::Indeterminate => indeterminate += 1,
            Verdict::Outside => outside += 1,
        }
    }
    let all = reference.kept.len();
    Ok(Linkage {
        settings,
        outside_beyond: (0..model.sizes.len()).map(|profile| reach.beyond(&model, profile, all)).collect(),
        indicators: reference.kept,
        means: reference.means,
        deviations: reference.deviations,
        centroids: model.centroids,
        sizes: model.sizes,
        pooled_deviation: model.pooled_deviation,
        assignments,
        counts,
        indeterminate,
        outside: model.pooled_deviation.map(|_| outside),
        missing,
    })
}

/// How the rule does on the interviewees themselves, each placed without having taken part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeaveOneOut {
    /// Profile given to each interviewee, in order; undefined when it was alone in its profile or answered
    /// too little.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub given: Vec<Defined<usize>>,
    /// Share placed in their own profile, with Wilson's interval; those undefined count as misplaced.
    #[serde(serialize_with = "undefined::serialize")]
    pub accuracy: Defined<Proportion>,
}

/// Places each interviewee by the centroids of the others.
///
/// # Errors
/// Those of [`assign`].
pub fn leave_one_out(
    respondents: &Indicators,
    interviewees: &Indicators,
    profiles: &[usize],
    settings: Settings,
) -> Defined<LeaveOneOut> {
    let projected = Reference::of(respondents)?.project(interviewees)?;
    if projected.len() != profiles.len() {
        return Err(Undefined::LengthMismatch);
    }
    let k = count_profiles(profiles)?;
    let without = |i: usize| {
        let others: Vec<usize> = (0..profiles.len()).filter(|&j| j != i).collect();
        let rows: Vec<Row> = others.iter().map(|&j| projected[j].clone()).collect();
        let labels: Vec<usize> = others.iter().map(|&j| profiles[j]).collect();
        Model::fit(&rows, &labels, k)?.place(&projected[i], settings).map(|a| a.nearest)
    };
    let given: Vec<Defined<usize>> = (0..profiles.len()).map(without).collect();
    let right = given.iter().zip(profiles).filter(|(g, p)| g.as_ref() == Ok(p)).count();
    let accuracy = wilson(right as u64, profiles.len() as u64, 0.95);
    Ok(LeaveOneOut { given, accuracy })
}

/// Leaves each interviewee out in turn and returns the share of respondents that keep their nearest
/// profile; undefined where a profile loses its only interviewee.
///
/// # Errors
/// Those of [`assign`].
pub fn kept_without_each(
    respondents: &Indicators,
    interviewees: &Indicators,
    profiles: &[usize],
    settings: Settings,
) -> Defined<Vec<Defined>> {
    let nearest = |linkage: &Linkage| -> Vec<Option<usize>> {
        linkage.assignments.iter().map(|one| one.as_ref().ok().map(|one| one.nearest)).collect()
    };
    let whole = nearest(&assign(respondents, interviewees, profiles, settings)?);
    let groups = count_profiles(profiles)?;
    let shares = (0..profiles.len()).map(|left_out| {
        let others = || (0..profiles.len()).filter(|&one| one != left_out);
        let rows: Vec<_> = others().map(|one| interviewees[one].clone()).collect();
        let labels: Vec<usize> = others().map(|one| profiles[one]).collect();
        if count_profiles(&labels)? < groups || (0..groups).any(|group| !labels.contains(&group)) {
            return Err(Undefined::SingleGroup);
        }
        let without = nearest(&assign(respondents, &rows, &labels, settings)?);
        let known = whole.iter().filter(|one| one.is_some()).count();
        if known == 0 {
            return Err(Undefined::NoObservations);
        }
        let kept = whole.iter().zip(&without).filter(|(one, other)| one.is_some() && one == other).count();
        Ok(kept as f64 / known as f64)
    });
    Ok(shares.collect())
}

/// How the assignment survives other interviewees.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AssignmentStability {
    /// Share of the usable draws in which each respondent has the same nearest profile.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub kept_share: Vec<Defined>,
    /// Mean of these shares.
    #[serde(serialize_with = "undefined::serialize")]
    pub mean_kept_share: Defined,
    /// Respondents that keep their profile in at least 80 % of the draws.
    pub steady: usize,
    /// Draws.
    pub draws: u32,
    /// Draws dropped because a profile had nobody in them.
    pub undefined: u32,
    /// Seed of the random stream.
    pub seed: u64,
}

/// Draws the interviewees with return and counts the respondents that keep their nearest profile.
///
/// # Errors
/// Those of [`assign`]; [`Undefined::UndefinedReplicates`] when every draw loses a profile.
pub fn resample(
    respondents: &Indicators,
    interviewees: &Indicators,
    profiles: &[usize],
    settings: Settings,
    plan: Plan,
) -> Defined<AssignmentStability> {
    let reference = Reference::of(respondents)?;
    let (answers, people) = (reference.project(respondents)?, reference.project(interviewees)?);
    let k = count_profiles(profiles)?;
    let model = Model::fit(&people, profiles, k)?;
    let nearest = |model: &Model, row: &Row| model.place(row, settings).map(|a| a.nearest);
    let own: Vec<Defined<usize>> = answers.iter().map(|row| nearest(&model, row)).collect();
    let mut rng = ChaCha8Rng::seed_from_u64(plan.seed);
    let mut kept = vec![0_u32; answers.len()];
    let mut usable = 0_u32;
    for _ in 0..plan.draws {
        let drawn: Vec<usize> = (0..people.len()).map(|_| rng.gen_range(0..people.len())).collect();
        let rows: Vec<Row> = drawn.iter().map(|&i| people[i].clone()).collect();
        let labels: Vec<usize> = drawn.iter().map(|&i| profiles[i]).collect();
        let Ok(model) = Model::fit(&rows, &labels, k) else {
            continue;
        };
        usable += 1;
        for ((count, row), own) in kept.iter_mut().zip(&answers).zip(&own) {
            *count += u32::from(own.is_ok() && nearest(&model, row) == *own);
        }
    }
    if usable == 0 {
        return Err(Undefined::UndefinedReplicates);
    }
    let share = |(count, own): (&u32, &Defined<usize>)| own.map(|_| f64::from(*count) / f64::from(usable));
    let kept_share: Vec<Defined> = kept.iter().zip(&own).map(share).collect();
    let defined: Vec<f64> = kept_share.iter().filter_map(|s| s.ok()).collect();
    Ok(AssignmentStability {
        mean_kept_share: mean(&defined),
        steady: defined.iter().filter(|s| **s >= 0.8).count(),
        kept_share,
        draws: plan.draws,
        undefined: plan.draws - usable,
        seed: plan.seed,
    })
}

type Row = Vec<Option<f64>>;

fn count_profiles(profiles: &[usize]) -> Defined<usize> {
    let k = profiles.iter().max().map_or(0, |m| m + 1);
    if k < 2 { Err(Undefined::SingleGroup) } else { Ok(k) }
}

/// The respondents' mean and deviation on each indicator that varies.
struct Reference {
    width: usize,
    kept: Vec<usize>,
    means: Vec<f64>,
    deviations: Vec<f64>,
}

impl Reference {
    fn of(respondents: &Indicators) -> Defined<Self> {
        let width = respondents.first().ok_or(Undefined::NoObservations)?.len();
        if respondents.iter().any(|row| row.len() != width) {
            return Err(Undefined::LengthMismatch);
        }
        let mut reference = Self { width, kept: Vec::new(), means: Vec::new(), deviations: Vec::new() };
        for indicator in 0..width {
            let values = present(&respondents.iter().map(|row| row[indicator]).collect::<Vec<_>>());
            if let (Ok(centre), Ok(deviation)) = (mean(&values), standard_deviation(&values))
                && deviation > 0.0
                && !is_constant(&values)
            {
                reference.kept.push(indicator);
                reference.means.push(centre);
                reference.deviations.push(deviation);
            }
        }
        if reference.kept.is_empty() { Err(Undefined::ConstantValues) } else { Ok(reference) }
    }

    fn project(&self, people: &Indicators) -> Defined<Vec<Row>> {
        if people.iter().any(|row| row.len() != self.width) {
            return Err(Undefined::LengthMismatch);
        }
        let standardise = |row: &Row| -> Row {
            self.kept
                .iter()
                .zip(self.means.iter().zip(&self.deviations))
                .map(|(&i, (m, s))| row[i].filter(|x| x.is_finite()).map(|x| (x - m) / s))
                .collect()
        };
        Ok(people.iter().map(standardise).collect())
    }
}

/// Centroids of the profiles, in standardised indicators.
struct Model {
    centroids: Vec<Vec<f64>>,
    sizes: Vec<usize>,
    pooled_deviation: Defined,
    /// Degrees of freedom of the pooled deviation.
    freedom: usize,
}

/// How far persons of a profile may stand from its centroid, in standard deviations.
struct Reach {
    /// By the number of indicators present, from 1: quantile of F. None without a degree of freedom.
    quantiles: Vec<f64>,
}

impl Reach {
    fn of(model: &Model, share: f64) -> Self {
        if model.freedom == 0 {
            return Self { quantiles: Vec::new() };
        }
        let width = model.centroids.first().map_or(0, Vec::len);
        let freedom = model.freedom as f64;
        let quantiles = (1..=width).map(|present| fisher_quantile(share, present as f64, freedom)).collect();
        Self { quantiles }
    }

    /// The distance from a profile beyond which a respondent with so many indicators present is outside, on
    /// the scale of distances rescaled for those missing.
    fn beyond(&self, model: &Model, profile: usize, present: usize) -> Defined {
        let sigma = model.pooled_deviation?;
        let quantile = present
            .checked_sub(1)
            .and_then(|place| self.quantiles.get(place))
            .ok_or(Undefined::MissingIndicators)?;
        let width = self.quantiles.len() as f64;
        let centre = 1.0 + 1.0 / model.sizes[profile] as f64;
        Ok(sigma * (width * centre * quantile).sqrt())
    }
}

impl Model {
    fn fit(people: &[Row], profiles: &[usize], k: usize) -> Defined<Self> {
        if people.len() != profiles.len() {
            return Err(Undefined::LengthMismatch);
        }
        let width = people.first().ok_or(Undefined::NoObservations)?.len();
        let members = |profile: usize| people.iter().zip(profiles).filter(move |(_, p)| **p == profile);
        let mut centroids = Vec::with_capacity(k);
        for profile in 0..k {
            let centre = |i: usize| mean(&members(profile).filter_map(|(row, _)| row[i]).collect::<Vec<_>>());
            centroids.push((0..width).map(centre).collect::<Defined<Vec<f64>>>()?);
        }
        let (mut squares, mut freedom) = (0.0, 0_usize);
        for (row, &profile) in people.iter().zip(profiles) {
            for (x, centre) in row.iter().zip(&centroids[profile]) {
                if let Some(x) = x {
                    squares += (x - centre) * (x - centre);
                    freedom += 1;
                }
            }
        }
        // Each centroid costs one degree of freedom an indicator.
        let freedom = freedom.saturating_sub(k * width);
        let pooled_deviation = match freedom {
            0 => Err(Undefined::TooFew { needed: k + 1, present: people.len() }),
            _ if squares <= 0.0 => Err(Undefined::ConstantValues),
            f => Ok((squares / f as f64).sqrt()),
        };
        let sizes = (0..k).map(|p| members(p).count()).collect();
        Ok(Self { centroids, sizes, pooled_deviation, freedom })
    }

    fn place(&self, row: &Row, settings: Settings) -> Defined<Assignment> {
        let (width, present) = (row.len(), row.iter().flatten().count());
        if present == 0 || (present as f64) < settings.min_present_share * width as f64 {
            return Err(Undefined::MissingIndicators);
        }
        let rescale = width as f64 / present as f64;
        let distance = |centre: &Vec<f64>| {
            let squares = row.iter().zip(centre).filter_map(|(x, c)| x.map(|x| (x - c) * (x - c)));
            (squares.sum::<f64>() * rescale).sqrt()
        };
        let distances: Vec<f64> = self.centroids.iter().map(distance).collect();
        // A stable sort: of equal distances the first profile comes first.
        let mut order: Vec<usize> = (0..distances.len()).collect();
        order.sort_by(|&a, &b| distances[a].total_cmp(&distances[b]));
        let (nearest, second) = (order[0], order[1]);
        let (d1, d2) = (distances[nearest], distances[second]);
        let margin = if d1 + d2 > 0.0 { (d2 - d1) / (d1 + d2) } else { 0.0 };
        let posterior = self.pooled_deviation.map(|sigma| softmax(&distances, sigma));
        let entropy = posterior.as_ref().map(|p| relative_entropy(p)).map_err(|reason| *reason);
        let verdict =
            if margin < settings.min_margin { Verdict::Indeterminate } else { Verdict::Profile(nearest) };
        Ok(Assignment { verdict, nearest, second, distances, margin, posterior, entropy, present })
    }
}

fn softmax(distances: &[f64], sigma: f64) -> Vec<f64> {
    let scores: Vec<f64> = distances.iter().map(|d| -d * d / (2.0 * sigma * sigma)).collect();
    let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = scores.iter().map(|s| (s - largest).exp()).collect();
    let total: f64 = weights.iter().sum();
    weights.iter().map(|w| w / total).collect()
}

fn relative_entropy(shares: &[f64]) -> f64 {
    let entropy: f64 = shares.iter().filter(|p| **p > 0.0).map(|p| -p * p.ln()).sum();
    entropy / (shares.len() as f64).ln()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn row(values: &[f64]) -> Row {
        values.iter().map(|x| Some(*x)).collect()
    }

    /// Two interviewees a corner of a square, respondents around the corners.
    fn square() -> (Vec<Row>, Vec<Row>, Vec<usize>) {
        let corners = [[0.0, 0.0], [0.0, 10.0], [10.0, 0.0], [10.0, 10.0]];
        let (mut people, mut profiles, mut respondents) = (Vec::new(), Vec::new(), Vec::new());
        for (profile, c) in corners.iter().enumerate() {
            for shift in [-0.5, 0.5] {
                people.push(row(&[c[0] + shift, c[1] - shift]));
                profiles.push(profile);
            }
            for i in 0..10 {
                let shift = f64::from(i) / 10.0;
                respondents.push(row(&[c[0] + shift, c[1] + shift]));
            }
        }
        (respondents, people, profiles)
    }

    #[test]
    fn corners_go_to_their_profile_and_the_middle_is_indeterminate() {
        let (mut respondents, people, profiles) = square();
        respondents.push(row(&[5.2, 5.2]));
        let linkage = assign(&respondents, &people, &profiles, Settings::default()).unwrap();
        let first = linkage.assignments[0].as_ref().unwrap();
        assert_eq!(first.verdict, Verdict::Profile(0));
        assert!(first.posterior.as_ref().unwrap()[0] > 0.99 && first.entropy.unwrap() < 0.05);
        assert_eq!(linkage.counts, [10; 4]);
        assert_eq!(linkage.indeterminate + linkage.outside.unwrap(), 1);
    }

    #[test]
    fn too_few_answers_place_nobody_and_half_rescale_the_distance() {
        let (mut respondents, people, profiles) = square();
        respondents.push(vec![None, None]);
        respondents.push(vec![Some(0.0), None]);
        let linkage = assign(&respondents, &people, &profiles, Settings::default()).unwrap();
        assert_eq!(linkage.assignments[40], Err(Undefined::MissingIndicators));
        assert_eq!(linkage.missing, 1);
        let half = linkage.assignments[41].as_ref().unwrap();
        assert_eq!((half.verdict, half.present), (Verdict::Indeterminate, 1));
        let one = 10.0 / linkage.deviations[0] * 2.0_f64.sqrt();
        assert!((half.distances[2] - one).abs() < 1e-9);
    }

    #[test]
    fn indicators_without_a_number_or_a_spread_give_a_reason() {
        let (mut respondents, people, profiles) = square();
        respondents.push(vec![Some(f64::NAN), Some(f64::INFINITY)]);
        let linkage = assign(&respondents, &people, &profiles, Settings::default()).unwrap();
        assert_eq!(linkage.assignments[40], Err(Undefined::MissingIndicators));
        assert!(linkage.means.iter().all(|mean| mean.is_finite()));
        let nobody = vec![vec![None, None]; 5];
        assert_eq!(assign(&nobody, &people, &profiles, Settings::default()), Err(Undefined::ConstantValues));
        // Interviewees all alike within their profile: an assignment, but no share of each profile.
        let (respondents, _, _) = square();
        let corners: Vec<Row> =
            [[0.0, 0.0], [0.0, 10.0], [10.0, 0.0], [10.0, 10.0]].iter().map(|c| row(c)).collect();
        let twice: Vec<Row> = corners.iter().chain(&corners).cloned().collect();
        let labels = [0, 1, 2, 3, 0, 1, 2, 3];
        let linkage = assign(&respondents, &twice, &labels, Settings::default()).unwrap();
        assert_eq!(linkage.pooled_deviation, Err(Undefined::ConstantValues));
        let one = linkage.assignments[0].as_ref().unwrap();
        assert_eq!(
            (one.posterior.as_ref(), one.entropy),
            (Err(&Undefined::ConstantValues), Err(Undefined::ConstantValues))
        );
        assert_eq!(assign(&respondents, &people, &[0; 8], Settings::default()), Err(Undefined::SingleGroup));
    }

    #[test]
    fn whoever_is_far_is_outside_however_many_they_are() {
        let (respondents, people, profiles) = square();
        // Nobody is far: nobody is outside, though one respondent is the farthest.
        let near = assign(&respondents, &people, &profiles, Settings::default()).unwrap();
        assert_eq!((near.outside, near.counts.iter().sum::<usize>()), (Ok(0), 40));
        for far in [1, 2, 6] {
            let mut respondents = respondents.clone();
            respondents.extend(vec![row(&[10.0, 40.0]); far]);
            let linkage = assign(&respondents, &people, &profiles, Settings::default()).unwrap();
            assert_eq!(linkage.outside, Ok(far));
            let last = linkage.assignments.last().unwrap().as_ref().unwrap();
            assert_eq!((last.verdict, last.nearest), (Verdict::Outside, 3));
            assert!(last.distances[3] > linkage.outside_beyond[3].unwrap());
        }
    }

    #[test]
    fn the_distance_that_puts_outside_is_that_of_one_person_in_a_hundred() {
        let (respondents, people, profiles) = square();
        let linkage = assign(&respondents, &people, &profiles, Settings::default()).unwrap();
        // Two interviewees a centroid, 8 degrees of freedom: F(2, 8) at 0.99 is 8.649.
        let sigma = linkage.pooled_deviation.unwrap();
        let expected = sigma * (2.0 * 1.5 * 8.649_110_640_673_517_f64).sqrt();
        assert!((linkage.outside_beyond[0].unwrap() - expected).abs() < 1e-9);
        // With one indicator of two present, distances are rescaled and the law is F(1, 8).
        let mut respondents = respondents;
        let raw = |beyond: f64| linkage.means[0] + linkage.deviations[0] * (linkage.centroids[0][0] - beyond);
        let limit = sigma * (1.5 * 11.258_624_140_272_637_f64).sqrt();
        respondents.push(vec![Some(raw(limit * 1.2)), None]);
        respondents.push(vec![Some(raw(limit * 0.8)), None]);
        let linkage = assign(&respondents, &people, &profiles, Settings::default()).unwrap();
        let verdicts = [40, 41].map(|at| linkage.assignments[at].as_ref().unwrap().verdict);
        assert_eq!(verdicts, [Verdict::Outside, Verdict::Indeterminate]);
        // Interviewees without a spread leave no such distance.
        let corners: Vec<Row> =
            [[0.0, 0.0], [0.0, 10.0], [10.0, 0.0], [10.0, 10.0]].iter().map(|c| row(c)).collect();
        let twice: Vec<Row> = corners.iter().chain(&corners).cloned().collect();
        respondents.push(row(&[10.0, 90.0]));
        let linkage = assign(&respondents, &twice, &[0, 1, 2, 3, 0, 1, 2, 3], Settings::default()).unwrap();
        let constant = Undefined::ConstantValues;
        assert_eq!((linkage.outside, linkage.outside_beyond[0]), (Err(constant), Err(constant)));
    }

    #[test]
    fn one_interviewee_a_profile_tells_nothing_of_its_spread() {
        let (respondents, people, _) = square();
        let alone: Vec<Row> = people.into_iter().step_by(2).collect();
        let linkage = assign(&respondents, &alone, &[0, 1, 2, 3], Settings::default()).unwrap();
        assert_eq!(linkage.counts, [10; 4], "the nearest centre is known all the same");
        let few = Undefined::TooFew { needed: 5, present: 4 };
        assert_eq!(linkage.pooled_deviation, Err(few));
        assert_eq!((linkage.outside, linkage.outside_beyond[0]), (Err(few), Err(few)));
        assert_eq!(linkage.assignments[0].as_ref().unwrap().posterior, Err(few));
        let test = |_: &[Option<usize>]| Ok(0.5);
        let plan = super::super::DrawPlan { draws: 3, seed: 1 };
        let order: Vec<usize> = (0..40).collect();
        assert_eq!(super::super::over_draws(&linkage, plan, &order, &[&test]), [Err(few)]);
    }

    #[test]
    fn interviewees_are_placed_without_themselves() {
        let (respondents, mut people, mut profiles) = square();
        let result = leave_one_out(&respondents, &people, &profiles, Settings::default()).unwrap();
        assert_eq!(result.accuracy.unwrap().count, 8);
        people.truncate(7);
        profiles.truncate(7);
        let result = leave_one_out(&respondents, &people, &profiles, Settings::default()).unwrap();
        assert_eq!(result.given[6], Err(Undefined::NoObservations));
        assert_eq!((result.accuracy.unwrap().count, result.accuracy.unwrap().n), (6, 7));
    }

    #[test]
    fn resampling_keeps_clear_cases_and_repeats() {
        let (respondents, people, profiles) = square();
        let plan = Plan { draws: 200, level: 0.95, seed: 4 };
        let draw = || resample(&respondents, &people, &profiles, Settings::default(), plan);
        let stability = draw().unwrap();
        assert!(stability.mean_kept_share.unwrap() > 0.99);
        assert!(stability.undefined > 0 && stability.steady == 40);
        assert_eq!(draw(), Ok(stability));
    }

    #[test]
    fn constant_indicators_are_left_out() {
        let (respondents, people, profiles) = square();
        let with = |rows: Vec<Row>| -> Vec<Row> {
            rows.into_iter()
                .map(|mut r| {
                    r.insert(0, Some(3.0));
                    r
                })
                .collect()
        };
        let linkage = assign(&with(respondents), &with(people), &profiles, Settings::default()).unwrap();
        assert_eq!(linkage.indicators, [1, 2]);
        let flat = vec![row(&[1.0]); 5];
        assert_eq!(
            assign(&flat, &flat, &[0, 1, 0, 1, 0], Settings::default()),
            Err(Undefined::ConstantValues)
        );
        assert_eq!(assign(&[], &[], &[], Settings::default()), Err(Undefined::NoObservations));
    }
}

//! How long do the tests of the link take on 349 respondents, their repetition over draws, and weights?
//!
//! Twelve interviewees in four profiles, five scales, six characteristics, two common indicators: what
//! the bundled study has. The first bench draws nothing.

#![allow(clippy::unwrap_used, reason = "a bench stops where it fails")]

use divan::{Bencher, black_box};
use propos::analysis::linkage::{
    DrawPlan, Linkage, Settings, Verdict, assign, kept_without_each, leave_one_out, over_draws,
};
use propos::analysis::statistics::contingency::{Table, crosstab};
use propos::analysis::statistics::kruskal::{dunn, kruskal_wallis};
use propos::analysis::statistics::multiplicity::{Adjustment, adjust};
use propos::analysis::statistics::permutation::exact_kruskal;
use propos::analysis::statistics::undefined::Defined;
use propos::analysis::weighting::{Design, Fitting, Variable, rake, rao_scott};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const RESPONDENTS: usize = 349;
const PROFILES: usize = 4;

fn main() {
    divan::main();
}

struct Study {
    indicators: Vec<Vec<Option<f64>>>,
    interviewees: Vec<Vec<Option<f64>>>,
    profiles: Vec<usize>,
    scales: Vec<Vec<f64>>,
    characteristics: Vec<Vec<usize>>,
}

fn study() -> Study {
    let mut draw = ChaCha8Rng::seed_from_u64(7);
    let corner = |profile: usize| [(profile / 2) as f64 * 4.0, (profile % 2) as f64 * 3.0 + 1.0];
    let near = |profile: usize, draw: &mut ChaCha8Rng| -> Vec<Option<f64>> {
        corner(profile).iter().map(|at| Some((at + draw.gen_range(-1.5..1.5)).round())).collect()
    };
    let profiles: Vec<usize> = (0..12).map(|case| case / 3).collect();
    let interviewees = profiles.iter().map(|profile| near(*profile, &mut draw)).collect();
    let indicators = (0..RESPONDENTS).map(|at| near(at % PROFILES, &mut draw)).collect();
    let score = |at: usize, draw: &mut ChaCha8Rng| {
        (f64::from(u32::try_from(at % PROFILES).unwrap()) * 10.0 + draw.gen_range(0.0..60.0)).round()
    };
    let scales = (0..5).map(|_| (0..RESPONDENTS).map(|at| score(at, &mut draw)).collect()).collect();
    let characteristics = [5, 2, 5, 5, 2, 2]
        .map(|groups| (0..RESPONDENTS).map(|_| draw.gen_range(0..groups)).collect())
        .to_vec();
    Study { indicators, interviewees, profiles, scales, characteristics }
}

fn linked(study: &Study) -> Linkage {
    assign(&study.indicators, &study.interviewees, &study.profiles, Settings::default()).unwrap()
}

fn places(linkage: &Linkage) -> Vec<Option<usize>> {
    let place = |one: &Defined<propos::analysis::linkage::Assignment>| match one.as_ref().ok()?.verdict {
        Verdict::Profile(profile) => Some(profile),
        Verdict::Indeterminate | Verdict::Outside => None,
    };
    linkage.assignments.iter().map(place).collect()
}

fn grouped(places: &[Option<usize>], scores: &[f64]) -> Vec<Vec<f64>> {
    let mut groups = vec![Vec::new(); PROFILES];
    for (place, score) in places.iter().zip(scores) {
        if let Some(profile) = place {
            groups[*profile].push(*score);
        }
    }
    groups
}

fn crossed(places: &[Option<usize>], rows: &[usize]) -> Table {
    let mut counts = vec![vec![0_u64; PROFILES]; 5];
    for (place, row) in places.iter().zip(rows) {
        if let Some(profile) = place {
            counts[*row][*profile] += 1;
        }
    }
    Table::new(&counts).unwrap()
}

/// The rule with its validation, five exact tests of the twelve, five of the 349 with their pairs, six
/// crosstabs, and their adjustments.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn all_tests_of_the_link(bencher: Bencher<'_, '_>) {
    let study = study();
    bencher.bench(|| {
        let linkage = linked(black_box(&study));
        let settings = Settings::default();
        black_box(leave_one_out(&study.indicators, &study.interviewees, &study.profiles, settings).unwrap());
        black_box(
            kept_without_each(&study.indicators, &study.interviewees, &study.profiles, settings).unwrap(),
        );
        let places = places(&linkage);
        let twelve: Vec<Option<usize>> = study.profiles.iter().map(|profile| Some(*profile)).collect();
        let own: Vec<Defined> = study
            .scales
            .iter()
            .map(|scores| exact_kruskal(&grouped(&twelve, &scores[..12])).map(|test| test.p))
            .collect();
        let near: Vec<Defined> = study
            .scales
            .iter()
            .map(|scores| {
                let test = kruskal_wallis(&grouped(&places, scores))?;
                black_box(dunn(&test));
                Ok(test.p)
            })
            .collect();
        for rows in &study.characteristics {
            black_box(crosstab(&crossed(&places, rows)));
        }
        (adjust(&own, Adjustment::Holm), adjust(&near, Adjustment::Holm))
    });
}

/// Eleven tests over 200 draws of everybody's profile.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn tests_over_200_draws(bencher: Bencher<'_, '_>) {
    let study = study();
    let linkage = linked(&study);
    let order: Vec<usize> = (0..RESPONDENTS).collect();
    let scores: Vec<_> = study
        .scales
        .iter()
        .map(|scores| {
            move |drawn: &[Option<usize>]| kruskal_wallis(&grouped(drawn, scores)).map(|test| test.p)
        })
        .collect();
    let tables: Vec<_> = study
        .characteristics
        .iter()
        .map(|rows| move |drawn: &[Option<usize>]| Ok(crosstab(&crossed(drawn, rows)).p))
        .collect();
    let tests: Vec<propos::analysis::linkage::draw::Test<'_>> = scores
        .iter()
        .map(|test| test as propos::analysis::linkage::draw::Test<'_>)
        .chain(tables.iter().map(|test| test as propos::analysis::linkage::draw::Test<'_>))
        .collect();
    bencher.bench_local(|| over_draws(&linkage, DrawPlan { draws: 200, seed: 1 }, &order, black_box(&tests)));
}

/// Raking on six margins, five weighted means with their errors, one test of Rao and Scott.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn weights_of_349(bencher: Bencher<'_, '_>) {
    let study = study();
    let variables: Vec<Variable> = study
        .characteristics
        .iter()
        .enumerate()
        .map(|(at, sample)| {
            let groups = sample.iter().max().unwrap() + 1;
            let share = |group: usize| (group + 4) as f64;
            let total: f64 = (0..groups).map(share).sum();
            let categories =
                (0..groups).map(|group| (group.to_string(), 2_500.0 * share(group) / total)).collect();
            Variable { name: at.to_string(), categories, sample: sample.clone() }
        })
        .collect();
    let rows: Vec<Option<usize>> = study.characteristics[0].iter().map(|row| Some(*row)).collect();
    let columns: Vec<Option<usize>> = (0..RESPONDENTS).map(|at| Some(at % PROFILES)).collect();
    bencher.bench(|| {
        let raked = rake(black_box(&variables), Fitting::default()).unwrap();
        let design = Design::new(&raked.weights, &variables).unwrap();
        for scores in &study.scales {
            let values: Vec<Option<f64>> = scores.iter().map(|score| Some(*score)).collect();
            black_box(design.mean(&values).unwrap());
        }
        rao_scott(&design, &rows, &columns)
    });
}

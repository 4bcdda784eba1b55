//! Tests: what must not change a typology does not, and what has no typology says why.

use proptest::prelude::*;

use super::model::{Dropped, Settings, Typology, TypologyError};
use super::point::by_first_appearance;
use super::verdict::{Undecided, Verdict};
use super::{AxisDefinition, build};
use crate::analysis::matrix::cases::tests::{codebook, coding, transcript};
use crate::analysis::statistics::undefined::Undefined;
use crate::domain::codebook::Codebook;
use crate::domain::coding::Coding;
use crate::domain::settings::Measure;
use crate::domain::transcript::Transcript;
use crate::progress::Silent;

/// Codes with their axis and weight.
const CODES: [(&str, &str, f64); 5] =
    [("a", "x", 1.0), ("b", "x", 1.0), ("c", "y", 1.0), ("d", "y", 1.0), ("e", "y", -1.0)];

/// Intensities of one case: by coder, then code; 0 is not coded.
type Grid = Vec<[[u8; 5]; 2]>;

struct Made {
    codebook: Codebook,
    transcripts: Vec<Transcript>,
    codings: Vec<Coding>,
}

fn made(grid: &Grid) -> Made {
    named(grid, |case| format!("E{case:02}"), &CODES)
}

fn named(grid: &Grid, name: impl Fn(usize) -> String, codes: &[(&str, &str, f64)]) -> Made {
    let mut transcripts = Vec::new();
    let mut codings = Vec::new();
    for (case, coders) in grid.iter().enumerate() {
        let id = name(case);
        transcripts.push(transcript(&id, &[(false, "un deux trois quatre cinq")]));
        for (coder, intensities) in coders.iter().enumerate() {
            for ((code, _, _), intensity) in codes.iter().zip(intensities) {
                if *intensity > 0 {
                    let coder = ["c1", "c2"][coder];
                    codings.push(coding(&id, code, coder, (4, 8), Some(*intensity)));
                }
            }
        }
    }
    Made { codebook: codebook(codes), transcripts, codings }
}

fn settings(groups: usize) -> Settings {
    Settings {
        groups,
        draws: 6,
        null_samples: 19,
        starts: 5,
        stability: true,
        sensitivity: vec![Measure::Presence],
        ..Settings::default()
    }
}

/// No draw and no trial: who is where.
fn quick(groups: usize) -> Settings {
    Settings { draws: 0, null_samples: 0, stability: false, sensitivity: Vec::new(), ..settings(groups) }
}

fn run(made: &Made, settings: &Settings) -> Result<Typology, TypologyError> {
    build(&made.codebook, &made.transcripts, &made.codings, settings, &Silent)
}

fn grids(cases: usize) -> impl Strategy<Value = Grid> {
    // The second coder differs from the first here and there.
    let one = (prop::array::uniform5(0_u8..4), prop::array::uniform5(0_u8..8));
    prop::collection::vec(one, cases).prop_map(|rows| {
        rows.into_iter()
            .map(|(first, noise)| {
                let mut second = first;
                for (own, noise) in second.iter_mut().zip(noise) {
                    if noise == 0 {
                        *own = (*own + 1) % 4;
                    }
                }
                [first, second]
            })
            .collect()
    })
}

/// A grid of four clear groups of three on both axes.
fn clear() -> Grid {
    let mut grid = Vec::new();
    for (x, y) in [(0, 3), (0, 0), (3, 3), (3, 0)] {
        for shift in 0..3_u8 {
            let a = if shift == 1 { (x + 1_u8).min(3) } else { x };
            let c = if shift == 2 { y.max(1) - 1 } else { y };
            grid.push([[a, x, c, y, 1], [a, x, c, y, 1]]);
        }
    }
    grid
}

fn is_unique(typology: &Typology) -> bool {
    typology.structure.optimum.as_ref().is_some_and(|optimum| optimum.solutions == 1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_order_of_rows_and_codings_changes_nothing(grid in grids(7), turn in 1_usize..7) {
        let mut study = made(&grid);
        let known = run(&study, &settings(3));
        study.transcripts.rotate_left(turn);
        study.codings.reverse();
        let turned = run(&study, &settings(3));
        match (known, turned) {
            (Ok(known), Ok(turned)) => {
                prop_assert_eq!(serde_json::to_string(&known).unwrap(), serde_json::to_string(&turned).unwrap());
            }
            (known, turned) => prop_assert_eq!(known, turned),
        }
    }

    #[test]
    fn names_change_no_partition_that_is_unique(grid in grids(7)) {
        let known = run(&made(&grid), &quick(3));
        // The last case becomes the first.
        let renamed = run(&named(&grid, |case| format!("E{:02}", 90 - case), &CODES), &quick(3));
        if let (Ok(known), Ok(renamed)) = (known, renamed) {
            prop_assume!(is_unique(&known));
            let mut back = renamed.labels.clone();
            back.reverse();
            prop_assert_eq!(by_first_appearance(&known.labels), by_first_appearance(&back));
            let (left, right) = (known.structure.within, renamed.structure.within);
            prop_assert!((left - right).abs() < 1e-9);
        }
    }

    #[test]
    fn neither_swapped_nor_reflected_axes_change_the_partition(grid in grids(7)) {
        let base = quick(3);
        let axes = |names: [&str; 2]| names.map(|name| (name.into(), Measure::Intensity)).to_vec();
        let known = run(&made(&grid), &Settings { axes: axes(["x", "y"]), ..base.clone() });
        let swapped = run(&made(&grid), &Settings { axes: axes(["y", "x"]), ..base.clone() });
        let reflected = CODES.map(|(code, axis, weight)| (code, axis, if axis == "y" { -weight } else { weight }));
        let reflected = run(
            &named(&grid, |case| format!("E{case:02}"), &reflected),
            &Settings { axes: axes(["x", "y"]), ..base },
        );
        if let (Ok(known), Ok(swapped), Ok(reflected)) = (known, swapped, reflected) {
            prop_assume!(is_unique(&known));
            for other in [&swapped, &reflected] {
                prop_assert_eq!(by_first_appearance(&known.labels), by_first_appearance(&other.labels));
                prop_assert!((known.structure.within - other.structure.within).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn weights_count_by_their_proportions(grid in grids(7), factor in 0.01_f64..100.0) {
        let known = run(&made(&grid), &quick(3));
        let scaled = CODES.map(|(code, axis, weight)| (code, axis, if axis == "x" { weight * factor } else { weight }));
        let scaled = run(&named(&grid, |case| format!("E{case:02}"), &scaled), &quick(3));
        if let (Ok(known), Ok(scaled)) = (known, scaled) {
            prop_assume!(is_unique(&known));
            prop_assert_eq!(&known.labels, &scaled.labels);
            for (left, right) in known.points().iter().zip(scaled.points()) {
                prop_assert!(left.iter().zip(&right).all(|(left, right)| (left - right).abs() < 1e-9));
            }
        }
    }

    #[test]
    fn numbers_do_not_hang_on_the_labels_given(
        labels in prop::collection::vec(0_usize..4, 8),
        points in prop::collection::vec(prop::collection::vec(-3.0_f64..3.0, 2), 8),
        turn in 1_usize..4,
    ) {
        let labels = by_first_appearance(&labels);
        let groups = labels.iter().max().unwrap() + 1;
        let other: Vec<usize> = labels.iter().map(|label| (label + turn) % groups).collect();
        let cases: Vec<_> = (0..8).map(|case| format!("E{case}").into()).collect();
        let number = |labels: &[usize]| super::label::canonical(&points, &[0.0, 0.0], labels, &cases);
        prop_assert_eq!(number(&labels), number(&other));
    }
}

#[test]
fn two_threads_write_the_same_bytes_as_one() {
    let bytes = || serde_json::to_vec(&run(&made(&clear()), &settings(4)).unwrap()).unwrap();
    let alone = bytes();
    let both = std::thread::scope(|scope| {
        let threads = [scope.spawn(bytes), scope.spawn(bytes)];
        threads.map(|thread| thread.join().unwrap())
    });
    assert!(both.iter().all(|other| *other == alone));
}

#[test]
fn clear_groups_pass_every_trial() {
    let typology = run(&made(&clear()), &Settings { draws: 40, null_samples: 99, ..settings(4) }).unwrap();
    assert_eq!(typology.labels, [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
    assert_eq!(typology.verdict(), Verdict::Separated);
    let trials = typology.stability.as_ref().unwrap();
    let jitter = trials.jitter.as_ref().unwrap();
    // Both coders say the same: no noise, and nothing moves.
    assert!(jitter.noise.iter().all(|(_, size)| *size < 1e-12));
    assert!((jitter.whole - 1.0).abs() < 1e-12 && (jitter.ari - 1.0).abs() < 1e-12);
    let bootstrap = trials.bootstrap.as_ref().unwrap();
    assert!((bootstrap.distinct - 7.776).abs() < 0.001, "{}", bootstrap.distinct);
    assert!(bootstrap.profiles.iter().all(|one| one.jaccard > 0.6));
    assert!(bootstrap.consensus[0][1] > Some(0.8) && bootstrap.consensus[0][11] < Some(0.2));
    let gap = trials.numbers.gap.as_ref().unwrap();
    assert_eq!(gap.groups, [1, 2, 3, 4, 5, 6]);
    assert_eq!(trials.without_codes.len(), 5);
    assert_eq!(trials.full_mixture, (23, 24));
    assert!(trials.uniform_null.as_ref().unwrap().p < 0.05);
    // Groups in the four quadrants come back when the axes are permuted: that null says nothing of them.
    assert!(trials.association.as_ref().unwrap().p > 0.05);
    assert!(trials.checks.iter().any(|moves| moves.ari.is_ok_and(|ari| ari > 0.9)));
}

#[test]
fn above_fifteen_cases_there_is_a_null_and_a_runner_up_too() {
    let grid: Grid = clear().into_iter().chain(clear().into_iter().step_by(2)).collect();
    let typology = run(&made(&grid), &Settings { null_samples: 39, ..quick(4) }).unwrap();
    let structure = &typology.structure;
    assert!(structure.optimum.is_none());
    assert_eq!(structure.starts.unwrap().made, 5);
    assert!(structure.starts.unwrap().reached > 0);
    // Groups so clear that every start may end in them: then no other partition was met.
    assert!(structure.runner_up_ratio.map_or(true, |ratio| ratio > 1.0));
    assert_eq!(structure.gaussian_null.as_ref().unwrap().draws, 39);
    assert_eq!(typology.verdict(), Verdict::Separated);
}

#[test]
fn a_constant_axis_is_dropped_and_named() {
    let mut grid = clear();
    for coders in &mut grid {
        for intensities in coders.iter_mut() {
            intensities[2..].fill(2);
        }
    }
    let typology = run(&made(&grid), &settings(2)).unwrap();
    assert_eq!(typology.axes[1].dropped, Some(Dropped::Constant));
    assert_eq!(typology.points()[0].len(), 1);
    let trials = typology.stability.unwrap();
    assert_eq!(trials.association, Err(Undefined::TooFew { needed: 2, present: 1 }));
}

#[test]
fn what_has_no_groups_says_why() {
    let one: Grid = clear().into_iter().take(1).collect();
    assert_eq!(run(&made(&one), &settings(4)), Err(TypologyError::TooFewCases { cases: 1, groups: 4 }));
    let three: Grid = clear().into_iter().take(3).collect();
    assert_eq!(run(&made(&three), &settings(4)), Err(TypologyError::TooFewCases { cases: 3, groups: 4 }));
    let alike: Grid = vec![[[1; 5]; 2]; 6];
    assert_eq!(run(&made(&alike), &settings(2)), Err(TypologyError::NoAxis));
    // What nobody coded has no place: it does not stand at zero.
    let nothing: Grid = vec![[[0; 5]; 2]; 6];
    assert_eq!(run(&made(&nothing), &settings(2)), Err(TypologyError::TooFewCases { cases: 0, groups: 2 }));
    let mut partly = clear();
    partly[3] = [[0; 5]; 2];
    let typology = run(&made(&partly), &settings(4)).unwrap();
    assert_eq!((typology.cases.len(), typology.unplaced.len()), (11, 1));
    assert_eq!(
        run(&made(&clear()), &Settings { axes: vec![("z".into(), Measure::Intensity)], ..quick(2) }),
        Err(TypologyError::EmptyAxis { axis: "z".into() })
    );
}

#[test]
fn cases_at_one_place_make_partitions_that_are_not_unique() {
    // Two places, three groups: whoever is split off costs nothing.
    let grid: Grid =
        (0..6).map(|case| if case < 3 { [[3, 3, 0, 0, 0]; 2] } else { [[0, 0, 3, 3, 0]; 2] }).collect();
    let typology = run(&made(&grid), &settings(3)).unwrap();
    let optimum = typology.structure.optimum.as_ref().unwrap();
    // One of two threes is cut in two: three ways each.
    assert!(optimum.solutions == 6 && optimum.within < 1e-20);
    assert_eq!(typology.structure.runner_up_ratio, Err(Undefined::ConstantValues));
    assert_ne!(typology.verdict(), Verdict::Separated);
    assert!(typology.groups.iter().any(|group| group.single));
    // A draw of two places cannot be parted in three.
    let trials = typology.stability.unwrap();
    assert_eq!(trials.bootstrap, Err(Undefined::UndefinedReplicates));
}

#[test]
fn what_could_not_be_otherwise_is_no_firmness() {
    // Six cases in six places.
    let places: Grid = (0..6_u8).map(|case| [[case % 3 + 1, 0, case / 3 + 1, 0, 0]; 2]).collect();
    for (groups, why) in [(1, Undefined::SingleGroup), (6, Undefined::TooFew { needed: 7, present: 6 })] {
        let typology = run(&made(&places), &settings(groups)).unwrap();
        assert!(typology.membership.iter().all(|one| one.kept == Err(why) && one.kept_weights == Err(why)));
        assert_eq!((typology.structure.silhouette, typology.structure.davies_bouldin), (Err(why), Err(why)));
        assert_eq!(typology.structure.gaussian_null.as_ref().err(), Some(&why));
        assert_eq!(typology.stability.unwrap().jitter.err(), Some(why));
        assert_eq!(typology.groups[0].levels.is_empty(), groups == 1);
    }
}

#[test]
fn a_case_that_one_coder_read_is_not_put_to_the_draws_between_coders() {
    let mut study = made(&clear());
    let alone = study.transcripts[0].id.clone();
    study.codings.retain(|coding| coding.coder.as_str() == "c1" || coding.transcript != alone);
    let typology = run(&study, &Settings { draws: 20, ..settings(4) }).unwrap();
    assert_eq!(typology.membership[0].kept, Err(Undefined::NoPairableUnit));
    assert!(typology.membership[1..].iter().all(|one| one.kept.is_ok()));
}

#[test]
fn a_single_coder_and_no_draws_are_said() {
    let mut study = made(&clear());
    study.codings.retain(|coding| coding.coder.as_str() == "c1");
    let quiet = Settings { draws: 0, null_samples: 0, ..settings(4) };
    let typology = run(&study, &quiet).unwrap();
    assert_eq!(typology.verdict(), Verdict::Undecided(Undecided::NoDraws));
    assert!(typology.membership.iter().all(|one| one.kept.is_err() && one.kept_weights.is_err()));
    let trials = typology.stability.unwrap();
    assert_eq!(trials.jitter, Err(Undefined::NoPairableUnit));
    assert_eq!(trials.bootstrap, Err(Undefined::UndefinedReplicates));
    assert_eq!(trials.uniform_null, Err(Undefined::UndefinedReplicates));
}

#[test]
fn an_axis_loses_a_code_only_if_one_is_left() {
    let codes = [("a", "x", 1.0), ("c", "y", 1.0), ("d", "y", 1.0)];
    let grid: Grid =
        clear().into_iter().map(|coders| coders.map(|[a, _, c, d, _]| [a, c, d, 0, 0])).collect();
    let study = named(&grid, |case| format!("E{case:02}"), &codes);
    let trials = run(&study, &settings(4)).unwrap().stability.unwrap();
    let left_out: Vec<&str> = trials.without_codes.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(left_out, ["c", "d"]);
}

#[test]
fn a_definition_reads_only_weights_that_count() {
    let book = codebook(&[("a", "x", 0.0), ("b", "x", f64::NAN), ("c", "x", -2.0)]);
    let axis = AxisDefinition::read(&book, &"x".into(), Measure::Presence);
    assert_eq!(axis.codes, [("c".into(), -2.0)]);
}

//! The typology of the bundled study, against the values an independent script computed from it.

use std::path::Path;

use propos::analysis::matrix::{CaseMatrix, extracts};
use propos::analysis::profile::{Profile, describe};
use propos::analysis::quote_choice::{ChosenQuote, QuoteRule, choose};
use propos::analysis::typology::{self, Method, Settings, Typology};
use propos::domain::codebook::{Codebook, parse_theme};
use propos::domain::coding::anchor::Anchorer;
use propos::domain::coding::{Anchoring, Coding, Origin, Passage};
use propos::domain::id::CoderId;
use propos::domain::settings::Measure;
use propos::domain::transcript::{Roles, Transcript, parse};
use propos::progress::Silent;

struct Study {
    transcripts: Vec<Transcript>,
    codebook: Codebook,
    codings: Vec<Coding>,
}

#[allow(clippy::disallowed_methods, reason = "tests read the bundled study")]
fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn codebook() -> Codebook {
    let themes = ["1-situation", "2-accompagnement", "3-effets", "4-regard"].map(|name| {
        let path = format!("codebook/{name}.md");
        parse_theme(&path, &read(&path)).0.unwrap()
    });
    Codebook { themes: themes.into() }
}

fn study() -> Study {
    let roles = Roles { interviewers: vec!["Enquêtrice".into(), "Enquêteur".into()], ..Roles::default() };
    let mut transcripts = Vec::new();
    let mut codings = Vec::new();
    for number in 1..=12 {
        let id = format!("E{number:02}");
        let path = format!("transcripts/{id}.md");
        let parsed = parse(&path, &read(&path), &roles);
        let transcript = parsed.transcript.expect("a transcript");
        let anchorer = Anchorer::new(&transcript.version);
        let table = read(format!("codings/{id}.tsv"));
        let mut rows =
            csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(table.as_bytes());
        for row in rows.records() {
            let row = row.unwrap();
            let passage =
                Passage::Quote { exact: row[2].into(), prefix: row[3].into(), suffix: row[4].into() };
            let placed = anchorer
                .place(&passage, &parsed.source_map)
                .unwrap_or_else(|error| panic!("{id} {row:?}: {error:?}"));
            codings.push(Coding {
                id: format!("{id}-{}", codings.len()).into(),
                transcript: transcript.id.clone(),
                version: 1,
                code: row[1].into(),
                coder: row[0].into(),
                anchor: placed.anchor,
                turns: placed.turns,
                intensity: row[5].parse().ok(),
                memo: String::new(),
                anchoring: Anchoring::Exact,
                origin: Origin::Import,
            });
        }
        transcripts.push(transcript);
    }
    Study { transcripts, codebook: codebook(), codings }
}

fn built() -> (Study, CaseMatrix, Typology) {
    let study = study();
    let matrix = CaseMatrix::build(&study.codebook, &study.transcripts, &study.codings, None);
    let settings = Settings::default();
    let typology =
        typology::build(&study.codebook, &study.transcripts, &study.codings, &settings, &Silent).unwrap();
    (study, matrix, typology)
}

/// Cases of the report's tables: by profile, then rising complexity.
const ORDER: [&str; 12] =
    ["E02", "E11", "E07", "E04", "E08", "E05", "E09", "E01", "E12", "E10", "E06", "E03"];

fn assert_near(place: &str, computed: f64, expected: f64, within: f64) {
    assert!((computed - expected).abs() <= within, "{place}: expected {expected}, computed {computed}");
}

#[test]
fn codings_extracts_and_words_are_counted_as_published() {
    let (study, matrix, _) = built();
    let found = extracts(&study.codings);
    assert_eq!(study.codings.len(), 2011);
    assert_eq!(found.len(), 1143);
    assert_eq!(found.iter().filter(|extract| extract.coders() == 2).count(), 852);
    assert_eq!(matrix.cases.iter().map(|case| case.words).sum::<usize>(), 32_765);
    let words = [2756, 2651, 2917, 2558, 2549, 2776, 2850, 2939, 2747, 2876, 2601, 2545];
    let counts = [90, 90, 96, 95, 93, 96, 99, 98, 97, 94, 97, 98];
    for ((case, words), extracts) in ORDER.into_iter().zip(words).zip(counts) {
        let row = &matrix.cases[matrix.row(&case.into()).unwrap()];
        assert_eq!((row.words, row.extracts), (words, extracts), "{case}");
    }
    let late = matrix.column(&"attente-decue".into()).unwrap();
    assert_eq!(matrix.extracts(late), 51);
}

#[test]
fn axes_and_profiles_are_those_published() {
    let (_, _, typology) = built();
    assert_eq!(typology.order.iter().map(|case| case.as_str()).collect::<Vec<_>>(), ORDER);
    let profiles = [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4];
    // Complexity pooled, each coder; effect pooled, each coder, positive and negative part.
    let axes = [
        [0.40, 0.30, 0.40, 1.67, 1.58, 1.58, 1.83, 0.17],
        [0.60, 0.50, 0.70, 1.50, 1.67, 1.50, 1.75, 0.25],
        [1.20, 1.30, 1.20, 1.42, 1.33, 1.42, 1.92, 0.50],
        [0.50, 0.30, 0.50, 0.50, 0.33, 0.42, 1.00, 0.50],
        [1.20, 1.20, 0.80, 0.33, 0.33, 0.17, 1.08, 0.75],
        [1.80, 1.60, 1.70, 1.25, 1.17, 1.33, 1.83, 0.58],
        [2.00, 2.00, 1.50, 1.00, 1.00, 1.00, 1.83, 0.83],
        [2.10, 1.80, 1.90, 1.58, 1.67, 1.33, 2.00, 0.42],
        [2.20, 2.20, 2.00, 1.42, 1.58, 1.33, 1.92, 0.50],
        [1.80, 1.50, 1.70, 0.42, 0.42, 0.08, 1.42, 1.00],
        [2.20, 2.20, 2.20, 0.00, -0.08, -0.08, 1.00, 1.00],
        [2.30, 2.30, 2.20, -0.25, -0.42, -0.50, 0.75, 1.00],
    ];
    for ((case, profile), expected) in ORDER.into_iter().zip(profiles).zip(axes) {
        let case = case.into();
        assert_eq!(typology.profile(&case), Some(profile), "{case}");
        let index = typology.index(&case).unwrap();
        let (complexity, effect) = (&typology.axes[0].rows[index], &typology.axes[1].rows[index]);
        let coder = |row: &typology::model::AxisRow, coder: usize| row.by_coder[coder].unwrap().value;
        let (place, parts) = (complexity.pooled.unwrap(), effect.pooled.unwrap());
        let computed = [
            place.value,
            coder(complexity, 0),
            coder(complexity, 1),
            parts.value,
            coder(effect, 0),
            coder(effect, 1),
            parts.positive,
            parts.negative,
        ];
        for (computed, expected) in computed.into_iter().zip(expected) {
            assert_near(case.as_str(), computed, expected, 0.0051);
        }
    }
}

#[test]
fn the_partition_is_as_firm_as_published() {
    let (_, _, typology) = built();
    let structure = &typology.structure;
    let optimum = structure.optimum.as_ref().unwrap();
    assert_eq!((optimum.partitions, optimum.solutions), (611_501, 1));
    assert_near("runner-up", structure.runner_up_ratio.unwrap(), 1.15, 0.005);
    assert_near("mean silhouette", structure.silhouette.unwrap(), 0.52, 0.005);
    assert_near("cophenetic", typology.cophenetic.unwrap(), 0.69, 0.005);
    // Another generator drew the published 0.20: three standard errors at 999 samples.
    assert_near("null", structure.gaussian_null.as_ref().unwrap().p, 0.20, 0.04);
    let heights = [0.29, 0.37, 0.40, 0.47, 0.85, 0.93, 1.17, 1.63, 2.66, 3.40, 4.37];
    for (merge, height) in typology.tree.as_ref().unwrap().merges.iter().zip(heights) {
        assert_near("merge", merge.height, height, 0.005);
    }
    let silhouettes = [0.61, 0.64, 0.16, 0.38, 0.26, 0.63, 0.53, 0.68, 0.74, 0.23, 0.69, 0.64];
    let neighbours = [2, 2, 3, 1, 4, 1, 4, 1, 1, 2, 3, 2];
    let kept = [1.0, 1.0, 0.30, 0.99, 1.0, 1.0, 1.0, 1.0, 1.0, 0.67, 1.0, 1.0];
    for (index, case) in ORDER.into_iter().enumerate() {
        let membership = &typology.membership[typology.index(&case.into()).unwrap()];
        assert_near(case, membership.silhouette.unwrap(), silhouettes[index], 0.0051);
        assert_eq!(membership.neighbour, Ok(neighbours[index]), "{case}");
        assert_near(case, membership.kept.unwrap(), kept[index], 0.045);
        assert_eq!(membership.boundary, matches!(case, "E07" | "E10"), "{case}");
        assert_eq!(
            (membership.stays, membership.removals),
            (if case == "E10" { 10 } else { 11 }, 11),
            "{case}"
        );
    }
}

#[test]
fn who_moves_is_as_published() {
    let (_, _, typology) = built();
    let coder = |name: &str| Method::Coder { coder: CoderId::from(name) };
    let measure = |measure| Method::Measure { measure };
    let rows = [
        (Method::Ward, [1, 1, 1, 2, 2, 3, 3, 3, 3, 2, 4, 4], 0.81),
        (Method::Quadrants, [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4], 1.00),
        (coder("c1"), [1, 1, 3, 2, 2, 3, 3, 3, 3, 2, 4, 4], 0.55),
        (coder("c2"), [1, 1, 3, 2, 2, 3, 3, 3, 3, 4, 4, 4], 0.73),
        (measure(Measure::Presence), [1, 1, 1, 1, 2, 2, 2, 3, 3, 2, 4, 4], 0.30),
        (measure(Measure::Segments), [1, 1, 1, 2, 2, 1, 3, 3, 3, 2, 4, 4], 0.52),
        (measure(Measure::Rate), [1, 1, 1, 1, 2, 3, 3, 3, 3, 2, 4, 4], 0.67),
        (measure(Measure::Coverage), [1, 1, 1, 1, 4, 1, 3, 3, 3, 4, 4, 2], 0.34),
        (Method::KMeans, [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4], 1.00),
    ];
    for (method, expected, ari) in rows {
        let moves = typology.methods.iter().find(|moves| moves.method == method).unwrap();
        let labels: Vec<usize> = ORDER
            .iter()
            .map(|case| moves.labels[typology.index(&(*case).into()).unwrap()].unwrap() + 1)
            .collect();
        assert_eq!(labels, expected, "{method:?}");
        assert_near("ARI", moves.ari.unwrap(), ari, 0.0051);
    }
}

#[test]
fn profiles_are_described_as_published() {
    let (_, matrix, typology) = built();
    let profiles = describe(&typology, &matrix);
    let v = |profile: usize, code: &str| profiles[profile - 1].code(&code.into()).unwrap().v.unwrap();
    let published = [
        (1, "information-conseil", 1.7),
        (1, "isolement", -2.9),
        (1, "relation-negative", -2.6),
        (1, "logement", -2.2),
        (2, "information-conseil", 2.1),
        (2, "soutien-proches", 1.5),
        (2, "ressources", -2.3),
        (2, "sante", -2.2),
        (2, "confiance-soi", -2.1),
        (3, "logement", 2.2),
        (3, "conflit", 1.8),
        (3, "contact", -1.6),
        (4, "dependance", 2.3),
        (4, "dettes", 2.3),
        (4, "attente-decue", 2.1),
        (4, "satisfaction", -3.0),
        (4, "projet", -2.8),
    ];
    for (profile, code, expected) in published {
        assert_near(code, v(profile, code), expected, 0.0501);
    }
    let paragons: Vec<Vec<&str>> = profiles
        .iter()
        .map(|profile: &Profile| profile.paragon.iter().map(|case| case.as_str()).collect())
        .collect();
    assert_eq!(paragons, [vec!["E11"], vec!["E04", "E08"], vec!["E12"], vec!["E06"]]);
    let centres = [[0.73, 1.53], [0.85, 0.42], [2.03, 1.31], [2.10, 0.06]];
    for (group, expected) in typology.groups.iter().zip(centres) {
        for (computed, expected) in group.centre.iter().zip(expected) {
            assert_near("centre", computed.unwrap(), expected, 0.0051);
        }
    }
}

#[test]
fn quotes_follow_their_rule() {
    let (study, matrix, typology) = built();
    let profiles = describe(&typology, &matrix);
    let rule = QuoteRule::default();
    let quotes = choose(&typology, &profiles, &study.transcripts, &study.codings, &rule);
    assert_eq!(quotes, choose(&typology, &profiles, &study.transcripts, &study.codings, &rule));
    for profile in &profiles {
        let own = |counter: bool| -> Vec<&ChosenQuote> {
            quotes.iter().filter(|q| q.profile == profile.number && q.counter_example == counter).collect()
        };
        assert_eq!((own(false).len(), own(true).len()), (3, 1), "P{}", profile.number);
    }
    for quote in &quotes {
        assert!((15..=80).contains(&quote.words));
        assert_eq!(quote.extract.coders(), 2);
        assert_eq!(typology.profile(&quote.extract.transcript), Some(quote.profile));
        let same = quotes.iter().filter(|other| other.extract.transcript == quote.extract.transcript).count();
        assert!(same <= 2, "{}", quote.extract.transcript);
        assert_eq!(quote.extract.turns.0, quote.extract.turns.1);
    }
}

#[test]
fn neither_row_order_nor_coding_order_changes_the_result() {
    let (mut study, _, typology) = built();
    study.transcripts.reverse();
    study.codings.reverse();
    let settings = Settings { draws: 50, null_samples: 20, ..Settings::default() };
    let build = |study: &Study| {
        typology::build(&study.codebook, &study.transcripts, &study.codings, &settings, &Silent).unwrap()
    };
    let reversed = build(&study);
    assert_eq!(reversed.labels, typology.labels);
    assert_eq!(reversed.axes, typology.axes);
    study.transcripts.reverse();
    study.codings.reverse();
    assert_eq!(build(&study), reversed);
}

/// Trials without chance, as a script that shares no code found them from the same files: Lloyd's k-means
/// from 400 starts without each code, correspondence analysis by powers of the matrix, deviations by hand.
#[test]
fn the_trials_without_chance_are_as_another_script_found_them() {
    let study = study();
    let settings = Settings { draws: 50, null_samples: 50, stability: true, ..Settings::default() };
    let typology =
        typology::build(&study.codebook, &study.transcripts, &study.codings, &settings, &Silent).unwrap();
    let trials = typology.stability.as_ref().unwrap();
    assert_near("within", typology.structure.within, 2.632_666_549_9, 1e-9);
    let moving: Vec<(&str, f64, Vec<&str>)> = trials
        .without_codes
        .iter()
        .filter(|one| !one.moved.is_empty())
        .map(|one| {
            let moved = one.moved.iter().map(|case| case.as_str()).collect();
            (one.code.as_str(), one.ari.unwrap(), moved)
        })
        .collect();
    let expected = [
        ("dettes", 0.7284, "E07"),
        ("logement", 0.7284, "E07"),
        ("isolement", 0.7284, "E07"),
        ("soutien-proches", 0.8084, "E10"),
    ];
    assert_eq!(moving.len(), expected.len(), "{moving:?}");
    for ((code, ari, moved), (known, index, case)) in moving.into_iter().zip(expected) {
        assert_eq!((code, moved), (known, vec![case]));
        assert_near(code, ari, index, 5e-5);
    }
    let presence = trials.presence.as_ref().unwrap();
    assert_eq!((presence.analysis.variables, presence.analysis.constant.len(), presence.axes), (17, 12, 2));
    let inertias = [0.300_765_190_3, 0.184_958_089_5, 0.151_860_146_9, 0.109_717_804_8];
    for (computed, expected) in presence.analysis.inertias.iter().zip(inertias) {
        assert_near("inertia", *computed, expected, 1e-9);
    }
    assert_near("rates kept", presence.share, 0.864_245_116, 1e-8);
    let noise: Vec<f64> = trials.jitter.as_ref().unwrap().noise.iter().map(|(_, size)| *size).collect();
    assert_near("noise, complexity", noise[0], 0.160_727_512_7, 1e-9);
    assert_near("noise, effect", noise[1], 0.127_293_769_3, 1e-9);
}

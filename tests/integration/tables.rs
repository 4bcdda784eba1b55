//! Questionnaire and casework of the bundled study, from the files to the numbers. The expected
//! values were computed apart from this program, for the specimen of the report.

use std::collections::BTreeMap;

use propos::analysis::casework::{Tally, compare, durations, rates};
use propos::analysis::scale::{distributions, reliability, score, scores, transitions};
use propos::config;
use propos::domain::RespondentId;
use propos::domain::casework::Screening;
use propos::domain::questionnaire::{Questionnaire, band};
use propos::exchange;

fn questionnaire() -> Questionnaire {
    let declared = include_str!("../../questionnaire/questionnaire.toml");
    let (definition, _) = config::questionnaire::parse("questionnaire.toml", declared);
    let answers: &[u8] = include_bytes!("../../questionnaire/responses.csv");
    let (read, diagnostics) =
        exchange::questionnaire::read("responses.csv", answers, &definition.expect("a definition"));
    assert_eq!(diagnostics, []);
    read.expect("a questionnaire")
}

#[test]
fn the_twelve_score_as_in_the_specimen() {
    let questionnaire = questionnaire();
    let expected = [
        ("R054", [72, 78, 88, 85, 83]),
        ("R120", [20, 44, 31, 50, 50]),
        ("R161", [4, 6, 13, 10, 50]),
        ("R017", [80, 89, 50, 70, 96]),
        ("R102", [8, 17, 0, 30, 50]),
        ("R143", [80, 100, 69, 70, 92]),
    ];
    for (id, percents) in expected {
        let one = questionnaire.respondent(&RespondentId::from(id)).expect("there");
        for (scale, expected) in questionnaire.definition.scales.iter().zip(percents) {
            let answers: Vec<Option<f64>> = scale.items.iter().map(|item| one.answers.items[*item]).collect();
            let found = score(scale, &answers).expect("enough answers").percent;
            assert!((found - f64::from(expected)).abs() <= 0.5, "{id} {}: {found}", scale.id);
        }
    }
    let mut well: Vec<f64> = scores(&questionnaire.definition.scales[0], &questionnaire)
        .into_iter()
        .filter_map(Result::ok)
        .map(|one| one.percent)
        .collect();
    well.sort_by(f64::total_cmp);
    assert!((well[well.len() / 2] - 60.0).abs() < 1e-9);
}

#[test]
fn alphas_items_and_transitions_are_those_of_the_specimen() {
    let questionnaire = questionnaire();
    for (scale, expected) in [("projet", 0.78), ("demarches", 0.84), ("relation", 0.81)] {
        let scale = questionnaire.definition.scale(scale).expect("declared");
        let alpha = reliability(scale, &questionnaire.values(&scale.items)).alpha.expect("defined");
        assert!((alpha - expected).abs() <= 0.005, "{}: {alpha}", scale.id);
    }
    let steps = questionnaire.definition.scale("demarches").expect("declared");
    let turned = &distributions(steps, &questionnaire)[3];
    let counts: Vec<u64> = turned.counts.iter().map(|(_, count)| *count).collect();
    assert_eq!((counts, turned.n, turned.missing), (vec![41, 53, 55, 84, 107], 340, 9));
    assert_eq!(turned.favourable, 191);
    let found: Vec<_> = transitions(&questionnaire)
        .iter()
        .map(|one| (one.both, one.stop, one.start, one.neither, one.missing))
        .collect();
    let expected =
        [(87, 5, 74, 183), (93, 7, 67, 182), (111, 7, 63, 168), (133, 10, 47, 159), (143, 17, 43, 146)];
    assert_eq!(found, expected.map(|(both, stop, start, neither)| (both, stop, start, neither, 0)));
    assert!(transitions(&questionnaire).iter().all(|one| one.test.p_exact.is_ok_and(|p| p < 0.002)));
}

#[test]
fn indicators_are_those_of_the_specimen() {
    let declared = include_str!("../../administrative/administrative.toml");
    let definition = config::administrative::parse("administrative.toml", declared).0.expect("a definition");
    let mut screening = Screening::new(&definition.interventions);
    let mut tally = Tally::new(definition.offers.len());
    let file: &[u8] = include_bytes!("../../administrative/interventions.csv");
    exchange::casework::read_interventions("interventions.csv", file, &definition, |row| {
        let verdict = screening.screen(&row);
        tally.add(&row, verdict);
    });
    let rates = rates(&tally);
    let all = rates.last().expect("all together");
    assert_eq!(all.families, 4012);
    let counts: Vec<u64> = all.offers.iter().map(|one| one.as_ref().expect("defined").count).collect();
    assert_eq!(counts, [1328, 1191]);
    let mourning = &rates[3];
    assert_eq!((mourning.event.as_deref(), mourning.families), (Some("décès d'un parent"), 471));
    assert!((mourning.offers[0].as_ref().expect("defined").share - 0.401).abs() < 0.0005);

    let durations = durations(&tally);
    let told: Vec<_> = durations
        .iter()
        .map(|one| (one.n, one.closed, one.set_aside, one.median.expect("reached"), one.closed_median))
        .collect();
    assert_eq!(told, [(1327, 1324, 1, 25.0, Ok(24.5)), (1191, 666, 0, 272.0, Ok(183.0))]);
    assert_eq!(durations[0].interval, [Ok(23.0), Ok(26.0)]);
    assert_eq!(durations[1].interval, [Ok(256.0), Ok(287.0)]);

    let recipients = definition.recipients.expect("declared");
    let place = |id: &str| recipients.characteristics.iter().position(|one| one.id == id).expect("declared");
    let (sex, age, family) = (place("sex"), place("age"), place("family"));
    let mut concerned: BTreeMap<String, u64> = BTreeMap::new();
    let mut base: BTreeMap<String, u64> = BTreeMap::new();
    let mut alike: BTreeMap<[String; 4], u64> = BTreeMap::new();
    let file: &[u8] = include_bytes!("../../administrative/recipients.csv");
    exchange::casework::read_recipients("recipients.csv", file, &recipients, |row| {
        let group = row.groups[family].clone().expect("declared");
        *base.entry(group.clone()).or_default() += 1;
        let seen = screening.family(&row.family).expect("a family of the interventions");
        let Some(offer) = seen.offer else { return };
        *concerned.entry(group).or_default() += 1;
        let years = row.values[age].parse().expect("an age");
        let event = screening.events[usize::from(seen.event)].clone();
        let key = [row.values[sex].clone(), band(&[30, 40, 50], years), event, offer.to_string()];
        *alike.entry(key).or_default() += 1;
    });
    assert_eq!(concerned.values().sum::<u64>(), 2519);
    assert_eq!((concerned["separated"], concerned["couple"]), (927, 383));
    let similar = |sex: &str, band: &str, event: &str, offer: &str| {
        alike[&[sex, band, event, offer].map(str::to_owned)]
    };
    assert_eq!(similar("F", "40-49", "décès d'un enfant", "1"), 7);
    assert_eq!(similar("M", "40-49", "décès d'un parent", "0"), 19);
    let list = |counts: BTreeMap<String, u64>| counts.into_iter().collect::<Vec<_>>();
    let found = compare(&list(concerned), &list(base)).expect("the base holds the concerned");
    assert_eq!((found.concerned, found.others), (2519, 1493));
}

//! Nothing that is printed may depend on a hidden count.
//!
//! Each test takes one table, moves a unit between cells that are hidden together (so that every
//! published margin stays what it was), makes the whole page again, and compares the bytes.

use crate::analysis::disclosure::{Published, protect};
use crate::report::Findings;
use crate::report::findings::{
    Casework, Edition, EventRates, Objective, Practice, Proportion, Questionnaire, SampleVariable,
};
use crate::report::protected::ProtectedFindings;
use crate::report::sample::{findings, page};
use crate::text::Language;

const THRESHOLD: u64 = 5;

/// Asserts that two findings make the same page, in both languages and editions.
fn assert_same_page(one: &Findings, other: &Findings, what: &str) {
    assert_ne!(one, other, "{what}: nothing was moved");
    for language in [Language::Fr, Language::En] {
        for edition in [Edition::Public, Edition::Internal] {
            let with = |findings: &Findings| {
                let mut findings = findings.clone();
                findings.study.edition = edition;
                page(&findings, language)
            };
            let (one, other) = (with(one), with(other));
            let place = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
            if let Some(place) = place.or((one.len() != other.len()).then_some(0)) {
                let near = |page: &str| {
                    let around = page.as_bytes().get(place.saturating_sub(160)..).unwrap_or_default();
                    String::from_utf8_lossy(around).chars().take(240).collect::<String>()
                };
                panic!("{what}, {}:\n{}\n{}", language.code(), near(&one), near(&other));
            }
        }
    }
}

/// Asserts that a change of the questionnaire is not seen.
fn unseen(what: &str, set: impl Fn(&mut Questionnaire), move_unit: impl Fn(&mut Questionnaire)) {
    let mut one = findings();
    set(one.questionnaire.as_mut().expect("the sample has a questionnaire"));
    let mut other = one.clone();
    move_unit(other.questionnaire.as_mut().expect("the sample has a questionnaire"));
    assert_same_page(&one, &other, what);
}

/// Asserts that a change of the records is not seen.
fn unseen_in_records(what: &str, set: impl Fn(&mut Casework), move_unit: impl Fn(&mut Casework)) {
    let mut one = findings();
    set(one.casework.as_mut().expect("the sample has records"));
    let mut other = one.clone();
    move_unit(other.casework.as_mut().expect("the sample has records"));
    assert_same_page(&one, &other, what);
}

/// Finds four hidden cells at the corners of a rectangle, and moves a unit round it: margins stay.
fn move_round(counts: &mut [Vec<u64>]) {
    let shown = protect(counts, THRESHOLD);
    let is_hidden = |row: usize, column: usize| shown.cells[row][column].is_hidden();
    for row in 0..counts.len() {
        for other in 0..counts.len() {
            for column in 0..counts[0].len() {
                for beside in 0..counts[0].len() {
                    let corners = [(row, column), (row, beside), (other, column), (other, beside)];
                    let small = shown.cells[row][column] == Published::Small && counts[row][column] < 4;
                    if row != other
                        && column != beside
                        && small
                        && corners.iter().all(|(row, column)| is_hidden(*row, *column))
                    {
                        counts[row][column] += 1;
                        counts[other][beside] += 1;
                        counts[row][beside] -= 1;
                        counts[other][column] -= 1;
                        assert_eq!(protect(counts, THRESHOLD), shown, "the same cells stay hidden");
                        return;
                    }
                }
            }
        }
    }
    panic!("no rectangle of hidden cells in {counts:?}");
}

// --- Practices -------------------------------------------------------------------------------------

fn practice(counts: [u64; 4], p: f64) -> Practice {
    let [both, stopped, started, neither] = counts;
    Practice {
        title: "Vacances".to_owned(),
        both,
        stopped,
        started,
        neither,
        not_asked: 0,
        p: Some(p),
        p_alone: Some(p),
    }
}

/// Takes the place of the first practice of the sample.
fn transition(what: &str, before: [u64; 4], p: f64, after: [u64; 4], moved: f64) {
    assert_eq!(before.iter().sum::<u64>(), after.iter().sum::<u64>(), "{what}: the total stays");
    unseen(
        what,
        |questionnaire| questionnaire.practices[0] = practice(before, p),
        |questionnaire| questionnaire.practices[0] = practice(after, moved),
    );
}

#[test]
fn a_hidden_transition_is_nowhere() {
    transition("two small parts", [200, 2, 4, 143], 0.69, [200, 3, 3, 143], 1.0);
    transition("a small part and its complement", [200, 3, 9, 137], 0.146, [200, 4, 8, 137], 0.388);
    transition("stop and both", [8, 3, 200, 138], 0.0001, [7, 4, 200, 138], 0.0002);
    transition("neither and start", [200, 90, 3, 56], 0.0001, [200, 90, 4, 55], 0.0002);
}

#[test]
fn a_practice_of_which_nothing_else_is_known_is_not_read_aloud() {
    let only = |counts: [u64; 4], p: f64| {
        move |questionnaire: &mut Questionnaire| questionnaire.practices = vec![practice(counts, p)]
    };
    unseen("a single practice", only([300, 1, 45, 3], 0.001), only([300, 3, 45, 1], 0.002));
}

// --- Rates -----------------------------------------------------------------------------------------

fn proportion(count: u64, families: u64) -> Proportion {
    #[allow(clippy::cast_precision_loss, reason = "counts of a test")]
    let share = count as f64 / families as f64;
    Proportion { count, share, interval: (share * 0.8, (share * 1.2).min(1.0)) }
}

fn row(title: &str, counts: &[u64]) -> EventRates {
    let families = counts.iter().sum();
    let offers = &counts[..counts.len() - 1];
    EventRates {
        event: title.to_owned(),
        title: title.to_owned(),
        families,
        rates: offers.iter().map(|count| proportion(*count, families)).collect(),
    }
}

const EVENTS: [&str; 4] = ["séparation", "monoparentalité", "impayé de loyer", "décès d’un parent"];

/// Puts a table of offers (and « neither », last) in the records, with all that is counted from it.
fn set_rates(casework: &mut Casework, counts: &[Vec<u64>]) {
    casework.rates = EVENTS.iter().zip(counts).map(|(title, counts)| row(title, counts)).collect();
    let column = |at: usize| counts.iter().map(|row| row[at]).sum::<u64>();
    let totals = [column(0), column(1), column(2)];
    casework.whole = Some(row("Ensemble", &totals));
    casework.families = totals.iter().sum();
    casework.interventions = totals[0] + totals[1];
    casework.sample_families = casework.interventions;
    casework.refused = totals[2] - 7;
    casework.silent = 7;
    casework.objectives = EVENTS
        .iter()
        .zip(counts)
        .flat_map(|(event, row)| [0, 1].map(|offer| (event, offer, row[offer])))
        .map(|(event, offer, followed)| Objective {
            offer,
            event: Some((*event).to_owned()),
            rate: Some(0.25),
            days: Some(90),
            source: "la convention".to_owned(),
            interventions: followed,
            // A median that tells the count it rests on.
            #[allow(clippy::cast_precision_loss, reason = "counts of a test")]
            median: Some(100.0 + followed as f64),
        })
        .collect();
    let followed = || EVENTS.iter().zip(counts).map(|(event, row)| (event, row[0] + row[1], row[2]));
    casework.concerned = vec![SampleVariable {
        title: "Évènement".to_owned(),
        modalities: followed().map(|(event, first, second)| ((*event).to_owned(), first, second)).collect(),
    }];
    casework.sample = vec![SampleVariable {
        title: "Évènement".to_owned(),
        modalities: followed().map(|(event, first, _)| ((*event).to_owned(), 20, first)).collect(),
    }];
}

fn rates(what: &str, counts: &[Vec<u64>], moved: &[Vec<u64>]) {
    unseen_in_records(what, |casework| set_rates(casework, counts), |casework| set_rates(casework, moved));
}

#[test]
fn a_hidden_rate_is_nowhere() {
    let counts = vec![vec![486, 403, 557], vec![25, 3, 47], vec![30, 20, 60], vec![90, 80, 70]];
    let mut moved = counts.clone();
    move_round(&mut moved);
    rates("a small cell", &counts, &moved);
}

#[test]
fn families_without_an_offer_do_not_come_back_from_another_table() {
    // « Neither » is small: the families followed would give it back beside the families contacted.
    let counts = vec![vec![486, 403, 557], vec![25, 30, 3], vec![30, 20, 60], vec![90, 80, 70]];
    let mut moved = counts.clone();
    move_round(&mut moved);
    rates("small and without an offer", &counts, &moved);
}

#[test]
fn the_families_of_a_rare_event_are_nowhere() {
    let counts = vec![vec![486, 403, 557], vec![90, 80, 70], vec![30, 20, 60], vec![1, 1, 1]];
    let shown = protect(&counts, THRESHOLD);
    let partner = (0..3).find(|row| shown.row_totals[*row].is_hidden()).expect("a margin hides with it");
    let column = (0..3).find(|column| shown.cells[partner][*column].is_hidden()).expect("and a cell");
    let mut moved = counts.clone();
    moved[3][column] += 1;
    moved[partner][column] -= 1;
    assert_eq!(protect(&moved, THRESHOLD), shown, "the same cells stay hidden");
    rates("a small margin", &counts, &moved);
}

#[test]
fn an_offer_taken_by_few_is_nowhere() {
    let counts = vec![vec![486, 3, 557], vec![90, 0, 70], vec![30, 0, 60], vec![60, 0, 80]];
    let shown = protect(&counts, THRESHOLD);
    assert_eq!(shown.column_totals[1], Published::Small);
    let partner = [0, 2].into_iter().find(|at| shown.column_totals[*at].is_hidden());
    let partner = partner.expect("a margin hides with it");
    assert!(shown.cells[0][partner].is_hidden(), "and a cell");
    let mut moved = counts.clone();
    moved[0][1] += 1;
    moved[0][partner] -= 1;
    assert_eq!(protect(&moved, THRESHOLD), shown, "the same cells stay hidden");
    rates("a small offer", &counts, &moved);
}

#[test]
fn few_refusals_are_nowhere() {
    unseen_in_records(
        "refusals",
        |casework| (casework.refused, casework.silent) = (3, 1490),
        |casework| (casework.refused, casework.silent) = (4, 1489),
    );
}

#[test]
fn a_hidden_modality_is_nowhere() {
    let variable = |counts: [(u64, u64); 3]| SampleVariable {
        title: "Âge".to_owned(),
        modalities: ["jeunes", "moyens", "vieux"]
            .iter()
            .zip(counts)
            .map(|(name, (first, second))| ((*name).to_owned(), first, second))
            .collect(),
    };
    let with = |counts: [(u64, u64); 3]| {
        move |casework: &mut Casework| {
            casework.concerned = vec![variable(counts)];
            // The families followed stand in both tables.
            casework.sample = vec![variable(counts.map(|(first, _)| (20, first)))];
        }
    };
    unseen_in_records(
        "a modality",
        with([(900, 3), (800, 700), (819, 790)]),
        with([(899, 4), (801, 699), (819, 790)]),
    );
}

// --- Scores, crosstab, items -----------------------------------------------------------------------

#[test]
fn a_hidden_cell_of_the_crosstab_is_nowhere() {
    unseen(
        "the crosstab",
        |_| {},
        |questionnaire| {
            move_round(&mut questionnaire.assignment.as_mut().expect("a crosstab").counts);
        },
    );
}

#[test]
fn the_respondents_near_a_rare_profile_are_nowhere() {
    let set = |counts: [[u64; 5]; 4]| {
        move |questionnaire: &mut Questionnaire| {
            let counts: Vec<Vec<u64>> = counts.iter().map(|row| row.to_vec()).collect();
            let near = |rank: usize| counts.iter().map(|row| row[rank]).sum::<u64>();
            for scale in &mut questionnaire.scales {
                for (rank, quartiles) in scale.near.iter_mut().enumerate() {
                    if let Some(quartiles) = quartiles {
                        quartiles.n = usize::try_from(near(rank)).expect("a small number");
                    }
                }
            }
            let assignment = questionnaire.assignment.as_mut().expect("a crosstab");
            assignment.cramers_n = usize::try_from((0..4).map(near).sum::<u64>()).expect("a small number");
            assignment.counts = counts;
        }
    };
    let before = [[65, 1, 19, 22, 12], [38, 1, 13, 15, 7], [34, 1, 13, 17, 12], [22, 0, 8, 9, 5]];
    // What is hidden over all tables, the other figures of the study among them.
    let hidden = |counts: [[u64; 5]; 4]| {
        let mut findings = findings();
        set(counts)(findings.questionnaire.as_mut().expect("the sample has a questionnaire"));
        let survey = ProtectedFindings::of(&findings).survey.expect("a questionnaire");
        let table = survey.crosstab.expect("a crosstab").table;
        let rows = table.cells.into_iter().chain([table.row_totals, table.column_totals, vec![table.total]]);
        rows.map(|row| row.iter().map(|one| one.is_hidden()).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let shown = hidden(before);
    assert!(shown[5][1], "the respondents near the rare profile are hidden");
    let mut moved = 0;
    for (row, partner) in (0..4).flat_map(|row| [0, 2, 3, 4].map(|partner| (row, partner))) {
        let mut after = before;
        after[row][1] += 1;
        after[row][partner] -= 1;
        if shown[row][1] && shown[row][partner] && shown[5][partner] && hidden(after) == shown {
            unseen("a profile near nobody", set(before), set(after));
            moved += 1;
        }
    }
    assert!(moved > 0, "nothing could be moved");
}

#[test]
fn a_hidden_answer_is_nowhere() {
    let set = |counts: [u64; 5]| {
        move |questionnaire: &mut Questionnaire| questionnaire.items[0].items[0].counts = counts.to_vec()
    };
    unseen("two small steps", set([3, 2, 100, 100, 140]), set([2, 3, 100, 100, 140]));
    unseen("a small step, low", set([3, 9, 93, 100, 140]), set([4, 8, 93, 100, 140]));
    unseen("a small step, high", set([140, 100, 93, 9, 3]), set([140, 100, 93, 8, 4]));
    unseen("one low, one high", set([3, 140, 100, 9, 93]), set([4, 140, 100, 8, 93]));
}

#[test]
fn a_hidden_bar_is_nowhere() {
    let set = |first: usize, last: usize| {
        move |questionnaire: &mut Questionnaire| {
            let bins = &mut questionnaire.scales[0].bins;
            bins[0] = first;
            bins[9] = last;
        }
    };
    unseen("two small bars", set(2, 4), set(3, 3));
    unseen("a small bar and its complement", set(3, 6), set(4, 5));
}

#[test]
fn those_who_are_not_content_are_nowhere() {
    let set = |favourable: u64| {
        move |questionnaire: &mut Questionnaire| {
            let rating = crate::report::findings::RatingFacts {
                title: "Satisfaction".to_owned(),
                n: 100,
                missing: 249,
                not_asked: 0,
                range: (0.0, 10.0),
                quartiles: Some((8.0, 9.0, 10.0)),
                mean: Some(9.1),
                favourable,
            };
            questionnaire.ratings = vec![rating];
        }
    };
    unseen("few are not content", set(97), set(96));
    unseen("few are content", set(3), set(4));
}

#[test]
fn respondents_of_a_rare_event_do_not_come_back_from_another_table() {
    // The crosstab hides a row total and the cheapest one beside it; the sample must hide the same.
    let set = |crosstab: [[u64; 5]; 4]| {
        move |findings: &mut Findings| {
            let assignment = findings.questionnaire.as_mut().and_then(|one| one.assignment.as_mut());
            let assignment = assignment.expect("a crosstab");
            assignment.counts = crosstab.iter().map(|row| row.to_vec()).collect();
            assignment.rows = EVENTS.iter().map(|event| (*event).to_owned()).collect();
            let casework = findings.casework.as_mut().expect("records");
            casework.sample = vec![SampleVariable {
                title: "Évènement".to_owned(),
                modalities: EVENTS
                    .iter()
                    .zip(&crosstab)
                    .map(|(event, row)| ((*event).to_owned(), row.iter().sum(), 400))
                    .collect(),
            }];
        }
    };
    // The row that is cheap in cells is not the row that is cheap in all.
    let before = [[30, 30, 30, 30, 30], [100, 0, 0, 0, 0], [70, 60, 61, 62, 63], [3, 0, 0, 0, 0]];
    let shown = protect(&before.map(|row| row.to_vec()), THRESHOLD);
    let partner = (0..3).find(|row| shown.row_totals[*row].is_hidden()).expect("a margin");
    let mut after = before;
    after[3][0] += 1;
    after[partner][0] -= 1;
    let (mut one, mut other) = (findings(), findings());
    set(before)(&mut one);
    set(after)(&mut other);
    assert_same_page(&one, &other, "a rare event");
}

// --- Durations -------------------------------------------------------------------------------------

#[test]
fn open_interventions_that_are_few_are_nowhere() {
    let set = |closed: u64| {
        move |casework: &mut Casework| {
            let curve = &mut casework.durations.as_mut().expect("durations").curves[0];
            curve.total = 1327;
            curve.closed = closed;
            // Each open one has its tick.
            for (at, step) in curve.steps.iter_mut().enumerate() {
                step.censored = u64::from((at as u64) < 1327 - closed);
            }
        }
    };
    unseen_in_records("few open", set(1324), set(1323));
    unseen_in_records("few closed", set(3), set(4));
}

#[test]
fn the_tail_of_a_curve_is_nowhere() {
    let set = |shift: f64| {
        move |casework: &mut Casework| {
            let curve = &mut casework.durations.as_mut().expect("durations").curves[0];
            let cut = curve.steps.iter().position(|step| step.at_risk < THRESHOLD).expect("a tail");
            for step in &mut curve.steps[cut + 1..] {
                step.open *= shift;
                step.at_risk = 2;
            }
            let last = curve.steps[cut + 1].day;
            // The median is reached where only few are followed.
            curve.median = Some(last + shift);
            curve.interval = Some((20.0, last + 4.0 * shift));
        }
    };
    unseen_in_records("the tail", set(0.5), set(0.25));
}

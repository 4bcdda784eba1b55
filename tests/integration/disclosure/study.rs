//! Studies with small counts, whose tables repeat one another.

use std::collections::BTreeMap;

use propos::analysis::statistics::interval::wilson;
use propos::analysis::statistics::paired::mcnemar;
use propos::i18n::Catalog;
use propos::report::findings::{
    Casework, Durations, EventRates, Practice, Proportion, RatingFacts, SampleVariable, Survival,
};
use propos::report::{Document, Findings, compose, render};
use propos::text::Language;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const EVENTS: [&str; 4] = ["separation", "lone parenthood", "unpaid rent", "death of a parent"];
const AGES: [&str; 4] = ["under 25", "25 to 34", "35 to 54", "55 and over"];
const OFFERS: [&str; 2] = ["advice", "support"];
const RATINGS: [&str; 2] = ["satisfaction", "perceived effect"];
const PRACTICES: [&str; 3] = ["holidays", "sport", "outings"];

/// A study as its cells: every other count is a sum of these.
#[derive(Clone)]
pub(super) struct Made {
    rates: Vec<Vec<u64>>,
    ages: Vec<[u64; 2]>,
    crosstab: Vec<Vec<u64>>,
    practices: Vec<[u64; 4]>,
    items: Vec<[u64; 5]>,
    /// Favourable answers and the others.
    ratings: Vec<[u64; 2]>,
    /// Interventions of each offer, closed and open: as many as families that took it.
    durations: Vec<[u64; 2]>,
    threshold: u64,
    rounding: u64,
}

impl Made {
    /// Draws a study: many counts small, some nought, some large.
    pub(super) fn draw(seed: u64, threshold: u64, rounding: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut count = |random: &mut ChaCha8Rng| match random.gen_range(0..10_u32) {
            0 => 0,
            1..=3 => random.gen_range(1..6),
            4..=6 => random.gen_range(6..25),
            _ => random.gen_range(25..120),
        };
        let table = |random: &mut ChaCha8Rng, width: usize, count: &mut dyn FnMut(&mut ChaCha8Rng) -> u64| {
            (0..4).map(|_| (0..width).map(|_| count(random)).collect::<Vec<u64>>()).collect::<Vec<_>>()
        };
        let mut rates = table(&mut random, 3, &mut count);
        rates[0][0] += 200;
        let mut crosstab = table(&mut random, 5, &mut count);
        crosstab[0][0] += 60;
        let respondents: u64 = crosstab.iter().flatten().sum();
        let followed: u64 = rates.iter().map(|row| row[0] + row[1]).sum();
        let others: u64 = rates.iter().map(|row| row[2]).sum();
        let shared = |random: &mut ChaCha8Rng, total: u64, parts: usize| {
            let mut left = total;
            let mut shares: Vec<u64> = (1..parts)
                .map(|_| {
                    let share = count(random).min(left);
                    left -= share;
                    share
                })
                .collect();
            shares.push(left);
            shares
        };
        let (first, second) = (shared(&mut random, followed, 4), shared(&mut random, others, 4));
        let four = |random: &mut ChaCha8Rng| <[u64; 4]>::try_from(shared(random, respondents, 4)).unwrap();
        let practices = (0..PRACTICES.len()).map(|_| four(&mut random)).collect();
        let five = |random: &mut ChaCha8Rng| <[u64; 5]>::try_from(shared(random, respondents, 5)).unwrap();
        let items = (0..3).map(|_| five(&mut random)).collect();
        let mut two = |total: u64| <[u64; 2]>::try_from(shared(&mut random, total, 2)).unwrap();
        let ratings = RATINGS.iter().map(|_| two(respondents)).collect();
        let durations = (0..2).map(|offer| two(rates.iter().map(|row| row[offer]).sum())).collect();
        Self {
            ages: first.into_iter().zip(second).map(|(one, other)| [one, other]).collect(),
            rates,
            crosstab,
            practices,
            items,
            ratings,
            durations,
            threshold,
            rounding,
        }
    }

    /// The count that an attack calls so.
    pub(super) fn count(&self, name: &str) -> Option<u64> {
        let parts: Vec<&str> = name.split('|').collect();
        let at = |list: &[&str], name: &str| list.iter().position(|known| *known == name);
        let number = |text: &str| text.parse::<usize>().unwrap();
        let event = |name: &str| at(&EVENTS, name);
        Some(match parts.as_slice() {
            ["rates", "all"] => self.rates.iter().flatten().sum(),
            ["rates", "all", offer] => self.rates.iter().map(|row| row[number(offer)]).sum(),
            ["rates", name] => self.rates[event(name)?].iter().sum(),
            ["rates", name, offer] => self.rates[event(name)?][number(offer)],
            ["crosstab", "all"] => self.crosstab.iter().flatten().sum(),
            ["crosstab", "all", column] => self.crosstab.iter().map(|row| row[number(column)]).sum(),
            ["crosstab", name] => self.crosstab[event(name)?].iter().sum(),
            ["crosstab", name, column] => self.crosstab[event(name)?][number(column)],
            ["concerned", "event", name, "0"] | ["sample", "event", name, "1"] => {
                self.rates[event(name)?][..2].iter().sum()
            }
            ["concerned", "event", name, _] => self.rates[event(name)?][2],
            ["sample", "event", name, _] => self.crosstab[event(name)?].iter().sum(),
            ["concerned", _, name, side] => self.ages[at(&AGES, name)?][number(side)],
            ["sample", _, name, "1"] => self.ages[at(&AGES, name)?][0],
            ["practice", name, step] => self.practices[at(&PRACTICES, name)?][number(step)],
            ["rating", name, side] => self.ratings[at(&RATINGS, name)?][usize::from(*side == "no")],
            ["duration", offer, side] => self.durations[number(offer)][usize::from(*side == "open")],
            ["duration", offer] => self.durations[number(offer)].iter().sum(),
            ["item", name, step] => self.items[number(name.strip_prefix("question ")?)][number(step)],
            _ => return None,
        })
    }

    /// The study with other counts, by the names of an attack.
    pub(super) fn with(&self, counts: &BTreeMap<String, u64>) -> Self {
        let mut made = self.clone();
        let told = |cell: &mut u64, name: String| {
            if let Some(count) = counts.get(&name) {
                *cell = *count;
            }
        };
        for (event, name) in EVENTS.iter().enumerate() {
            for at in 0..3 {
                told(&mut made.rates[event][at], format!("rates|{name}|{at}"));
            }
            for at in 0..5 {
                told(&mut made.crosstab[event][at], format!("crosstab|{name}|{at}"));
            }
        }
        for (age, name) in AGES.iter().enumerate() {
            for side in 0..2 {
                told(&mut made.ages[age][side], format!("concerned|age|{name}|{side}"));
            }
        }
        for (at, name) in PRACTICES.iter().enumerate() {
            for step in 0..4 {
                told(&mut made.practices[at][step], format!("practice|{name}|{step}"));
            }
        }
        for (at, name) in RATINGS.iter().enumerate() {
            for (side, answer) in ["yes", "no"].iter().enumerate() {
                told(&mut made.ratings[at][side], format!("rating|{name}|{answer}"));
            }
        }
        for offer in 0..2 {
            for (side, state) in ["closed", "open"].iter().enumerate() {
                told(&mut made.durations[offer][side], format!("duration|{offer}|{state}"));
            }
        }
        for at in 0..3 {
            for step in 0..5 {
                told(&mut made.items[at][step], format!("item|question {at}|{step}"));
            }
        }
        made
    }

    pub(super) fn workbook(&self) -> Vec<u8> {
        render::workbook(&self.document(), &Catalog::new(Language::En)).unwrap()
    }

    pub(super) fn page(&self) -> String {
        render::html(&self.document(), &Catalog::new(Language::En))
    }

    fn document(&self) -> Document {
        compose(&self.findings(), &Catalog::new(Language::En), &[])
    }

    fn findings(&self) -> Findings {
        let text = include_str!("../../fixtures/report/findings.json");
        let mut findings: Findings = serde_json::from_str(text).unwrap();
        findings.study.threshold = self.threshold;
        findings.study.rounding = self.rounding;
        findings.study.titles.clear();
        findings.study.sources.clear();
        findings.study.populations.clear();
        // What does not concern counts of persons takes time and tells nothing here.
        findings.codes.clear();
        findings.themes.clear();
        findings.cooccurrence = None;
        findings.accumulation.clear();
        findings.turns.clear();
        if let Some(typology) = &mut findings.typology {
            typology.profiles.iter_mut().for_each(|profile| {
                profile.more.clear();
                profile.quotes.clear();
            });
        }
        let respondents: u64 = self.crosstab.iter().flatten().sum();
        let survey = findings.questionnaire.as_mut().unwrap();
        survey.respondents = usize::try_from(respondents).unwrap();
        survey.weighted = None;
        survey.scales.clear();
        survey.ratings = RATINGS
            .iter()
            .zip(&self.ratings)
            .map(|(title, [favourable, other])| RatingFacts {
                title: (*title).to_owned(),
                n: favourable + other,
                range: (0.0, 10.0),
                favourable: *favourable,
                ..RatingFacts::default()
            })
            .collect();
        let assignment = survey.assignment.as_mut().unwrap();
        assignment.rows = EVENTS.map(str::to_owned).to_vec();
        assignment.counts = self.crosstab.clone();
        assignment.merged.clear();
        let near: u64 = self.crosstab.iter().map(|row| row[..4].iter().sum::<u64>()).sum();
        assignment.cramers_n = usize::try_from(near).unwrap();
        // Stands for a measure of the table: it changes with every cell.
        let weighed = self.crosstab.iter().flatten().zip(1..).map(|(count, by): (&u64, u64)| count * by * by);
        assignment.cramers_v = Some((weighed.sum::<u64>() % 97) as f64 / 100.0);
        assignment.cramers_interval = None;
        survey.items.truncate(1);
        survey.items[0].items.truncate(3);
        for (at, (item, counts)) in survey.items[0].items.iter_mut().zip(&self.items).enumerate() {
            item.label = format!("question {at}");
            item.is_reversed = false;
            item.counts = counts.to_vec();
            (item.missing, item.not_asked) = (0, 0);
        }
        let tests = PRACTICES.len() as f64;
        survey.practices = PRACTICES
            .iter()
            .zip(&self.practices)
            .map(|(title, [both, stopped, started, neither])| {
                let p = mcnemar([[*neither, *started], [*stopped, *both]]).p_exact.ok();
                Practice {
                    title: (*title).to_owned(),
                    both: *both,
                    stopped: *stopped,
                    started: *started,
                    neither: *neither,
                    not_asked: 0,
                    p: p.map(|p| (p * tests).min(1.0)),
                    p_alone: p,
                }
            })
            .collect();
        // Holm's p never fall: each shown one may be that of a smaller test.
        let most = survey.practices.iter().filter_map(|one| one.p).fold(0.0, f64::max);
        survey.practices.iter_mut().for_each(|one| one.p = Some(most));
        findings.casework = Some(self.casework(respondents));
        findings
    }

    fn casework(&self, respondents: u64) -> Casework {
        let row = |event: &str, counts: &[u64]| {
            let families = counts.iter().sum();
            let rate = |count: &u64| {
                let shown = wilson(*count, families, 0.95).unwrap();
                Proportion { count: *count, share: shown.share, interval: (shown.lower, shown.upper) }
            };
            EventRates {
                event: event.to_owned(),
                title: event.to_owned(),
                families,
                rates: if families == 0 {
                    vec![Proportion::default(); 2]
                } else {
                    counts[..2].iter().map(rate).collect()
                },
            }
        };
        let totals: Vec<u64> = (0..3).map(|at| self.rates.iter().map(|row| row[at]).sum()).collect();
        let by_event = |pick: &dyn Fn(usize) -> (u64, u64)| SampleVariable {
            title: "Event".to_owned(),
            modalities: EVENTS
                .iter()
                .enumerate()
                .map(|(at, name)| {
                    let (one, other) = pick(at);
                    ((*name).to_owned(), one, other)
                })
                .collect(),
        };
        let followed = |at: usize| self.rates[at][..2].iter().sum::<u64>();
        let ages = SampleVariable {
            title: "Age".to_owned(),
            modalities: AGES
                .iter()
                .zip(&self.ages)
                .map(|(name, [one, other])| ((*name).to_owned(), *one, *other))
                .collect(),
        };
        Casework {
            lines: totals.iter().sum(),
            families: totals.iter().sum(),
            refused: totals[2],
            silent: 0,
            interventions: totals[0] + totals[1],
            offers: OFFERS.map(str::to_owned).to_vec(),
            durations: Some(Durations {
                curves: OFFERS
                    .iter()
                    .zip(&self.durations)
                    .map(|(offer, [closed, open])| Survival {
                        offer: (*offer).to_owned(),
                        total: closed + open,
                        closed: *closed,
                        ..Survival::default()
                    })
                    .collect(),
                set_aside: 0,
            }),
            rates: EVENTS.iter().zip(&self.rates).map(|(event, counts)| row(event, counts)).collect(),
            whole: Some(row("", &totals)),
            concerned: vec![by_event(&|at| (followed(at), self.rates[at][2])), ages],
            sample: vec![by_event(&|at| (self.crosstab[at].iter().sum(), followed(at)))],
            sample_respondents: respondents,
            sample_families: totals[0] + totals[1],
            ..Casework::default()
        }
    }
}

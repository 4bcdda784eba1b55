//! The administrative records as they may be published.
//!
//! Several tables repeat the same counts: the families followed by event stand in the rates, beside the
//! other families and beside the respondents. They are protected one after the other, and what one
//! hides the next ones hide.

use super::crosstab::Crosstab;
use super::durations::Durations;
use super::level::Level;
use crate::analysis::disclosure::{
    Protected, ProtectedList, Published, protect, protect_after, protect_list, protect_list_after,
};
use crate::report::findings::{Casework, EventRates, Objective, Proportion, SampleVariable};
use crate::text::fold::fold;

/// A row of the rates.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct RateLine {
    /// The event, as the file writes it; empty for the whole.
    pub(in crate::report) event: String,
    /// « séparation »; the whole has its own.
    pub(in crate::report) title: String,
    /// Families contacted.
    pub(in crate::report) families: Published,
    /// One rate an offer, none where it is hidden.
    pub(in crate::report) rates: Vec<Option<Proportion>>,
}

/// A modality of a characteristic in two populations.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Modality {
    /// « 25-34 ans ».
    pub(in crate::report) name: String,
    /// Its count in each population.
    pub(in crate::report) counts: [Published; 2],
    /// Its share of each, in percent; absent where nobody is in the population.
    pub(in crate::report) shares: [Level; 2],
}

impl Modality {
    /// Both shares, when neither is hidden nor absent.
    pub(in crate::report) fn both(&self) -> Option<(f64, f64)> {
        self.shares[0].told().zip(self.shares[1].told())
    }

    /// Difference of the shares, in points.
    pub(in crate::report) fn difference(&self) -> Level {
        match self.both() {
            Some((first, second)) => Level::Told(first - second),
            None if self.shares.contains(&Level::Hidden) => Level::Hidden,
            None => Level::Absent,
        }
    }

    /// One of the shares beside the other: a hidden one hides both.
    pub(in crate::report) fn beside(&self, place: usize) -> Level {
        if self.shares.contains(&Level::Hidden) { Level::Hidden } else { self.shares[place] }
    }
}

/// A characteristic in two populations.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Variable {
    /// « Âge ».
    pub(in crate::report) title: String,
    /// Its modalities.
    pub(in crate::report) modalities: Vec<Modality>,
}

/// The administrative records.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Activity {
    /// Lines of the file, and families that stand there twice: about the file, not about a person.
    pub(in crate::report) lines: u64,
    /// Families that stand in the file twice.
    pub(in crate::report) duplicates: u64,
    /// Families contacted.
    pub(in crate::report) families: Published,
    /// Families that refused.
    pub(in crate::report) refused: Published,
    /// Families that did not answer.
    pub(in crate::report) silent: Published,
    /// Interventions.
    pub(in crate::report) interventions: Published,
    /// Names of the offers, in the order of the rates.
    pub(in crate::report) offers: Vec<String>,
    /// Rates by event.
    pub(in crate::report) rates: Vec<RateLine>,
    /// Rates of the whole.
    pub(in crate::report) whole: Option<RateLine>,
    /// How long interventions last.
    pub(in crate::report) durations: Option<Durations>,
    /// What the study set itself, with the median duration observed in days.
    pub(in crate::report) objectives: Vec<(Objective, Level)>,
    /// Families that took an offer, then the others.
    pub(in crate::report) concerned: Vec<Variable>,
    /// Respondents, then the families followed.
    pub(in crate::report) sample: Vec<Variable>,
    /// Respondents of the sample.
    pub(in crate::report) sample_respondents: Published,
    /// Families of the population.
    pub(in crate::report) sample_families: Published,
}

impl Activity {
    /// Protects the records, after the crosstab of the respondents.
    pub(super) fn of(casework: &Casework, crosstab: Option<&Crosstab>, threshold: u64) -> Self {
        let rates = Rates::of(casework, threshold);
        let [refused, silent, interventions] = outcomes(casework, &rates, threshold);
        let is_followed_hidden =
            |modality: &str| interventions.is_hidden() || rates.hides_followed(casework, modality);
        let concerned: Vec<Variable> = casework
            .concerned
            .iter()
            .map(|variable| {
                concerned(variable, threshold, &|modality, other| {
                    interventions.is_hidden()
                        || if other {
                            rates.hides_neither(casework, modality)
                        } else {
                            rates.hides_followed(casework, modality)
                        }
                })
            })
            .collect();
        let sample = casework
            .sample
            .iter()
            .map(|variable| {
                let other = concerned.iter().find(|other| fold(&other.title) == fold(&variable.title));
                let is_hidden = |modality: &str| {
                    let mut repeated = other.into_iter().flat_map(|other| &other.modalities);
                    is_followed_hidden(modality)
                        || repeated.any(|one| same(&one.name, modality) && one.counts[0].is_hidden())
                };
                sample(variable, crosstab, threshold, &is_hidden)
            })
            .collect();
        let is_offer_hidden = |offer: &str| rates.hides_offer(casework, offer);
        let lines = rates.lines(casework);
        let durations: Option<Durations> = casework
            .durations
            .as_ref()
            .map(|durations| Durations::of(durations, threshold, &is_offer_hidden));
        let objectives = casework
            .objectives
            .iter()
            .map(|one| (one.clone(), median(one, &lines, durations.as_ref(), threshold)))
            .collect();
        Self {
            lines: casework.lines,
            duplicates: casework.duplicates,
            families: rates.families(casework, threshold),
            refused,
            silent,
            interventions,
            offers: casework.offers.clone(),
            rates: lines,
            whole: casework
                .whole
                .as_ref()
                .map(|whole| line(whole, &rates.table.column_totals, rates.families(casework, threshold))),
            durations,
            objectives,
            concerned,
            sample,
            sample_respondents: Published::alone(casework.sample_respondents, threshold),
            sample_families: match Published::alone(casework.sample_families, threshold) {
                Published::Count(_) if interventions.is_hidden() => Published::Complement,
                families => families,
            },
        }
    }
}

/// The median duration that an objective is set beside: that of its offer, or of its offer after its event.
fn median(objective: &Objective, lines: &[RateLine], durations: Option<&Durations>, threshold: u64) -> Level {
    let is_hidden = match &objective.event {
        Some(event) => {
            let line = lines.iter().find(|line| line.event == *event);
            line.and_then(|line| line.rates.get(objective.offer)).is_some_and(Option::is_none)
        }
        None => {
            let curve = durations.and_then(|durations| durations.curves.get(objective.offer));
            curve.is_some_and(|curve| curve.median == Level::Hidden)
        }
    };
    Level::of(objective.median, is_hidden || objective.interventions < threshold)
}

fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// Offers and « neither », the last column, by event: one table that is protected with its margins.
struct Rates {
    table: Protected,
}

impl Rates {
    fn of(casework: &Casework, threshold: u64) -> Self {
        let offers = casework.offers.len();
        let counted = |row: &EventRates| {
            let mut counts: Vec<u64> = row.rates.iter().map(|rate| rate.count).collect();
            counts.resize(offers, 0);
            counts.push(row.families.saturating_sub(counts.iter().sum()));
            counts
        };
        let mut counts: Vec<Vec<u64>> = casework.rates.iter().map(counted).collect();
        if let Some(whole) = &casework.whole {
            // Families whose event is not known make a row that is not printed.
            let rest: Vec<u64> = counted(whole)
                .into_iter()
                .enumerate()
                .map(|(place, all)| {
                    let known = counts.iter().filter_map(|row| row.get(place)).sum::<u64>();
                    all.saturating_sub(known)
                })
                .collect();
            if rest.iter().any(|count| *count > 0) {
                counts.push(rest);
            }
        }
        Self { table: protect(&counts, threshold) }
    }

    fn families(&self, casework: &Casework, threshold: u64) -> Published {
        if self.table.cells.is_empty() {
            return Published::alone(casework.families, threshold);
        }
        match self.table.total {
            Published::Count(_) => Published::alone(casework.families, threshold),
            hidden => hidden,
        }
    }

    fn lines(&self, casework: &Casework) -> Vec<RateLine> {
        let shown = self.table.cells.iter().zip(&self.table.row_totals);
        casework.rates.iter().zip(shown).map(|(row, (cells, total))| line(row, cells, *total)).collect()
    }

    fn row(&self, casework: &Casework, event: &str) -> Option<usize> {
        casework.rates.iter().position(|row| same(&row.title, event))
    }

    /// Tells whether the families of an event that took no offer are hidden.
    fn hides_neither(&self, casework: &Casework, event: &str) -> bool {
        let cells = self.row(casework, event).and_then(|row| self.table.cells.get(row));
        cells.and_then(|cells| cells.last()).is_some_and(|cell| cell.is_hidden())
    }

    /// Tells whether the families of an event, or of an offer, that were followed are hidden.
    fn hides_followed(&self, casework: &Casework, modality: &str) -> bool {
        let total = self.row(casework, modality).and_then(|row| self.table.row_totals.get(row));
        total.is_some_and(|total| total.is_hidden())
            || self.hides_neither(casework, modality)
            || self.hides_offer(casework, modality)
    }

    /// Tells whether the families that took an offer are hidden.
    fn hides_offer(&self, casework: &Casework, offer: &str) -> bool {
        let place = casework.offers.iter().position(|name| same(name, offer));
        let total = place.and_then(|place| self.table.column_totals.get(place));
        total.is_some_and(|total| total.is_hidden())
    }
}

/// A share tells its base too: it is shown only beside both.
fn line(row: &EventRates, cells: &[Published], families: Published) -> RateLine {
    let is_shown =
        |place: usize| !families.is_hidden() && cells.get(place).is_some_and(|cell| !cell.is_hidden());
    RateLine {
        event: row.event.clone(),
        title: row.title.clone(),
        families,
        rates: row.rates.iter().enumerate().map(|(at, rate)| is_shown(at).then_some(*rate)).collect(),
    }
}

/// Families that refused, those that did not answer, and interventions.
fn outcomes(casework: &Casework, rates: &Rates, threshold: u64) -> [Published; 3] {
    let neither = match (rates.table.cells.is_empty(), rates.table.column_totals.last()) {
        (false, Some(neither)) => *neither,
        _ => Published::alone(casework.families.saturating_sub(casework.interventions), threshold),
    };
    let Some(count) = neither.count() else {
        let hidden = |count: u64| match count {
            0 => Published::Count(0),
            _ => Published::Complement,
        };
        return [casework.refused, casework.silent, casework.interventions].map(hidden);
    };
    let rest = count.saturating_sub(casework.refused.saturating_add(casework.silent));
    let parts = protect_list(&[casework.refused, casework.silent, rest], threshold);
    let part = |place: usize| parts.cells.get(place).copied().unwrap_or(Published::Complement);
    [part(0), part(1), Published::alone(casework.interventions, threshold)]
}

#[allow(clippy::cast_precision_loss, reason = "counts of families stay far under 2^53")]
fn share(count: Published, total: Published) -> Level {
    match (count.count(), total.count()) {
        (_, Some(0)) => Level::Absent,
        (Some(count), Some(total)) => Level::Told(100.0 * count as f64 / total as f64),
        _ => Level::Hidden,
    }
}

fn concerned(variable: &SampleVariable, threshold: u64, is_hidden: &dyn Fn(&str, bool) -> bool) -> Variable {
    let counts: Vec<Vec<u64>> =
        variable.modalities.iter().map(|(_, concerned, others)| vec![*concerned, *others]).collect();
    let shown = protect_after(&counts, threshold, &|row, column| {
        variable.modalities.get(row).is_some_and(|(name, ..)| is_hidden(name, column == 1))
    });
    let total = |column: usize| shown.column_totals.get(column).copied().unwrap_or(Published::Count(0));
    let modalities = variable.modalities.iter().zip(&shown.cells).map(|((name, ..), cells)| {
        let cell = |column: usize| cells.get(column).copied().unwrap_or(Published::Count(0));
        Modality {
            name: name.clone(),
            counts: [cell(0), cell(1)],
            shares: [share(cell(0), total(0)), share(cell(1), total(1))],
        }
    });
    Variable { title: variable.title.clone(), modalities: modalities.collect() }
}

fn sample(
    variable: &SampleVariable,
    crosstab: Option<&Crosstab>,
    threshold: u64,
    is_hidden: &dyn Fn(&str) -> bool,
) -> Variable {
    let names: Vec<&str> = variable.modalities.iter().map(|(name, ..)| name.as_str()).collect();
    let pick = |second: bool| -> Vec<u64> {
        let counts = variable.modalities.iter();
        counts.map(|(_, respondents, families)| if second { *families } else { *respondents }).collect()
    };
    let named = |place: usize, hides: &dyn Fn(&str) -> bool| names.get(place).is_some_and(|name| hides(name));
    let in_crosstab = |name: &str| crosstab.is_some_and(|crosstab| crosstab.hides_row(name));
    let respondents = protect_list_after(&pick(false), threshold, &|place| named(place, &in_crosstab));
    let families = protect_list_after(&pick(true), threshold, &|place| named(place, is_hidden));
    let cell =
        |list: &ProtectedList, place: usize| list.cells.get(place).copied().unwrap_or(Published::Complement);
    let modalities = names.iter().enumerate().map(|(place, name)| {
        let counts = [cell(&respondents, place), cell(&families, place)];
        let shares = [share(counts[0], respondents.total), share(counts[1], families.total)];
        Modality { name: (*name).to_owned(), counts, shares }
    });
    Variable { title: variable.title.clone(), modalities: modalities.collect() }
}

//! The administrative records as they may be published.
//!
//! Counts are taken as [`super::counts`] decided; what is computed of them is told where all that it
//! rests on is.

use super::counts::RecordCounts;
use super::durations::Durations;
use super::level::Level;
use crate::analysis::disclosure::Published;
use crate::analysis::statistics::interval::wilson;
use crate::report::findings::{Casework, EventRates, Objective, Proportion, SampleVariable};

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
    /// Takes the counts as all tables together decided.
    pub(super) fn of(casework: &Casework, counts: RecordCounts, threshold: u64, is_rounded: bool) -> Self {
        let families = counts.families;
        let lines: Vec<RateLine> = casework
            .rates
            .iter()
            .zip(counts.rates.cells.iter().zip(&counts.rates.row_totals))
            .map(|(row, (cells, total))| line(row, cells, *total, is_rounded))
            .collect();
        let durations = casework
            .durations
            .as_ref()
            .map(|durations| Durations::of(durations, &counts.durations, counts.open, threshold));
        let objectives = casework
            .objectives
            .iter()
            .map(|one| (one.clone(), median(one, &lines, durations.as_ref(), threshold)))
            .collect();
        let whole = casework.whole.as_ref();
        Self {
            lines: casework.lines,
            duplicates: casework.duplicates,
            families,
            refused: counts.refused,
            silent: counts.silent,
            interventions: counts.interventions,
            offers: casework.offers.clone(),
            whole: whole.map(|whole| line(whole, &counts.rates.column_totals, families, is_rounded)),
            rates: lines,
            durations,
            objectives,
            concerned: casework
                .concerned
                .iter()
                .zip(&counts.concerned)
                .map(|(variable, table)| {
                    let cells: Vec<[Published; 2]> =
                        table.cells.iter().map(|row| [part(row, 0), part(row, 1)]).collect();
                    let totals = [part(&table.column_totals, 0), part(&table.column_totals, 1)];
                    shares(variable, &cells, totals)
                })
                .collect(),
            sample: casework
                .sample
                .iter()
                .zip(&counts.sample)
                .map(|(variable, [respondents, families])| {
                    let cells: Vec<[Published; 2]> = respondents
                        .cells
                        .iter()
                        .zip(&families.cells)
                        .map(|(one, other)| [*one, *other])
                        .collect();
                    shares(variable, &cells, [respondents.total, families.total])
                })
                .collect(),
            sample_respondents: counts.sample_respondents,
            sample_families: counts.sample_families,
        }
    }
}

fn part(cells: &[Published], at: usize) -> Published {
    cells.get(at).copied().unwrap_or(Published::Count(0))
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

/// A share tells its base too: it is shown only beside both, and of what is shown.
fn line(row: &EventRates, cells: &[Published], families: Published, is_rounded: bool) -> RateLine {
    let rate = |at: usize, rate: &Proportion| {
        let (count, base) = (cells.get(at).and_then(|cell| cell.count())?, families.count()?);
        if !is_rounded {
            return Some(*rate);
        }
        // Of rounded counts: share and interval of the exact ones would give them back.
        let shown = wilson(count.min(base), base, 0.95).ok()?;
        Some(Proportion { count, share: shown.share, interval: (shown.lower, shown.upper) })
    };
    RateLine {
        event: row.event.clone(),
        title: row.title.clone(),
        families,
        rates: row.rates.iter().enumerate().map(|(at, known)| rate(at, known)).collect(),
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of families stay far under 2^53")]
fn share(count: Published, total: Published) -> Level {
    match (count.count(), total.count()) {
        (_, Some(0)) => Level::Absent,
        (Some(count), Some(total)) => Level::Told(100.0 * count as f64 / total as f64),
        _ => Level::Hidden,
    }
}

fn shares(variable: &SampleVariable, cells: &[[Published; 2]], totals: [Published; 2]) -> Variable {
    let modalities = variable.modalities.iter().zip(cells).map(|((name, ..), counts)| Modality {
        name: name.clone(),
        counts: *counts,
        shares: [share(counts[0], totals[0]), share(counts[1], totals[1])],
    });
    Variable { title: variable.title.clone(), modalities: modalities.collect() }
}

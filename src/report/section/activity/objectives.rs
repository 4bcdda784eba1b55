//! What the study set itself, beside what was found.

use crate::report::document::{Cell, Column, NoteKind, Row, Table};
use crate::report::findings::Objective;
use crate::report::protected::{Activity, Level};
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, activity: &Activity) -> Option<Table> {
    let rows: Vec<Row> = activity
        .objectives
        .iter()
        .flat_map(|(one, median)| [rate(voice, activity, one), days(voice, activity, one, *median)])
        .flatten()
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut sources: Vec<String> =
        activity.objectives.iter().map(|(one, _)| voice.set(&one.source)).collect();
    sources.sort();
    sources.dedup();
    Some(Table {
        name: "objectives".to_owned(),
        title: voice.title("objectives", "report-objectives-title", &[]),
        unit: voice.plain("report-objectives-unit"),
        columns: vec![
            Column::text(voice.plain("report-column-offer")),
            Column::text(voice.plain("report-column-indicator")),
            Column::number(voice.plain("report-column-objective")),
            Column::number(voice.plain("report-column-observed")),
            Column::number(voice.plain("report-column-difference")),
        ],
        rows,
        notes: vec![
            voice.note(
                NoteKind::Note,
                "report-objectives-note",
                &[("sources", voice.format.joined(&sources).into())],
            ),
            voice.scope_families(activity.families),
            voice.source_casework(),
        ],
        ..Table::default()
    })
}

fn named(voice: &Voice<'_>, activity: &Activity, objective: &Objective, key: &str) -> Vec<Cell> {
    let offer = activity.offers.get(objective.offer).map_or("", String::as_str);
    let mut indicator = voice.plain(key);
    if let Some(event) = &objective.event {
        let known = activity.rates.iter().find(|row| row.event == *event);
        let title = known.map_or(event.as_str(), |row| row.title.as_str());
        indicator.push_str(&format!(" ({})", voice.set(title)));
    }
    vec![Cell::text(voice.set(offer)), Cell::text(indicator)]
}

/// The share of families, in per cent.
fn rate(voice: &Voice<'_>, activity: &Activity, objective: &Objective) -> Option<Row> {
    let wanted = objective.rate?;
    let row = match &objective.event {
        Some(event) => activity.rates.iter().find(|row| row.event == *event),
        None => activity.whole.as_ref(),
    };
    let found = match row.and_then(|row| row.rates.get(objective.offer)) {
        Some(Some(rate)) => Level::Told(rate.share * 100.0),
        Some(None) => Level::Hidden,
        None => Level::Absent,
    };
    let mut cells = named(voice, activity, objective, "report-objectives-rate");
    cells.push(voice.decimal_cell(Some(wanted * 100.0), 1));
    cells.extend(observed(voice, found, wanted * 100.0, 1));
    Some(Row::plain(cells))
}

/// The median duration, in days, open interventions counted: that of the objective's own event.
fn days(voice: &Voice<'_>, activity: &Activity, objective: &Objective, median: Level) -> Option<Row> {
    let wanted = f64::from(objective.days?);
    let mut cells = named(voice, activity, objective, "report-objectives-days");
    cells.push(voice.decimal_cell(Some(wanted), 0));
    cells.extend(observed(voice, median, wanted, 0));
    Some(Row::plain(cells))
}

/// What is observed, and its difference from what is wanted.
fn observed(voice: &Voice<'_>, found: Level, wanted: f64, decimals: u8) -> [Cell; 2] {
    let difference = match found {
        Level::Told(found) => voice.signed_cell(found - wanted, decimals),
        other => voice.level_cell(other, decimals),
    };
    [voice.level_cell(found, decimals), difference]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Catalog;
    use crate::report::findings::{Casework, EventRates, Findings, Proportion};
    use crate::text::Language;

    fn event(event: &str, title: &str, families: u64, count: u64) -> EventRates {
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let share = count as f64 / families as f64;
        let rates = vec![Proportion { count, share, interval: (0.0, 1.0) }];
        EventRates { event: event.to_owned(), title: title.to_owned(), families, rates }
    }

    fn objective(event: Option<&str>, interventions: u64, median: f64) -> Objective {
        Objective {
            event: event.map(str::to_owned),
            rate: Some(0.5),
            days: Some(30),
            interventions,
            median: Some(median),
            ..Objective::default()
        }
    }

    fn rows(voice: &Voice<'_>) -> Vec<Row> {
        table(voice, voice.shown.activity.as_ref().unwrap()).unwrap().rows
    }

    #[test]
    fn an_objective_of_one_event_is_set_beside_the_figures_of_that_event() {
        let casework = Casework {
            families: 300,
            offers: vec!["Advice".to_owned()],
            rates: vec![event("sep", "Séparation", 100, 20), event("deuil", "Deuil", 200, 55)],
            whole: Some(event("", "", 300, 75)),
            objectives: vec![objective(None, 100, 60.0), objective(Some("sep"), 20, 90.0)],
            ..Casework::default()
        };
        let findings = Findings { casework: Some(casework), ..Findings::default() };
        let words = Catalog::new(Language::En);
        let voice = Voice::new(&findings, &words);
        let table = rows(&voice);
        let observed: Vec<&Cell> = table.iter().filter_map(|row| row.cells.get(3)).collect();
        let expected = [(25.0, 1), (60.0, 0), (20.0, 1), (90.0, 0)];
        let expected = expected.map(|(value, decimals)| voice.decimal_cell(Some(value), decimals));
        assert_eq!(observed, expected.iter().collect::<Vec<_>>());
        assert_eq!(table[2].cells[1], Cell::text("rate (Séparation)"));
    }

    #[test]
    fn an_objective_does_not_uncover_a_suppressed_figure() {
        let casework = Casework {
            families: 300,
            offers: vec!["Advice".to_owned()],
            rates: vec![event("sep", "Séparation", 100, 3), event("deuil", "Deuil", 200, 97)],
            whole: Some(event("", "", 300, 100)),
            objectives: vec![objective(Some("sep"), 3, 90.0)],
            ..Casework::default()
        };
        let mut findings = Findings { casework: Some(casework), ..Findings::default() };
        findings.study.threshold = 5;
        let words = Catalog::new(Language::En);
        let voice = Voice::new(&findings, &words);
        for row in rows(&voice) {
            assert_eq!(row.cells[3..], [Cell::Suppressed, Cell::Suppressed]);
        }
    }
}

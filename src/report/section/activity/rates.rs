//! Whether offers are given alike: rates by event with their intervals.

use crate::i18n::format::words::capitalised;
use crate::plot::{Dot, DotGroup, DotRow, Dots, Mark, SeriesKey};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::findings::Proportion;
use crate::report::protected::{Activity, RateLine};
use crate::report::section::voice::Voice;

/// A row under its title.
struct Line<'f> {
    title: String,
    row: &'f RateLine,
    is_whole: bool,
}

pub(super) fn figure(voice: &Voice<'_>, activity: &Activity) -> Option<Figure> {
    let lines = lines(voice, activity);
    if lines.is_empty() || activity.offers.is_empty() {
        return None;
    }
    let name = "rates";
    let title = voice.title(name, "report-rates-title", &[]);
    let year = voice.findings.study.intervention_year.clone();
    let year = year.unwrap_or_else(|| voice.plain("report-undated"));
    let chart = chart(voice, activity, &title, &lines);
    let mut notes = vec![voice.note(NoteKind::Note, "report-rates-note", &[])];
    notes.extend(reading(voice, activity, &lines));
    notes.push(voice.scope_families(activity.families));
    notes.push(voice.source_casework());
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.string("report-rates-unit", &[("year", year.into())]),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes,
        table: Some(table(voice, activity, &lines)),
        ..Figure::default()
    })
}

fn lines<'f>(voice: &Voice<'_>, activity: &'f Activity) -> Vec<Line<'f>> {
    let event = |row: &'f RateLine| Line { title: capitalised(&voice.set(&row.title)), row, is_whole: false };
    let whole = |row: &'f RateLine| Line { title: voice.plain("report-all"), row, is_whole: true };
    activity.rates.iter().map(event).chain(activity.whole.iter().map(whole)).collect()
}

fn written(voice: &Voice<'_>, rate: Option<Proportion>) -> String {
    rate.map_or_else(
        || voice.plain("report-sign-suppressed"),
        |rate| {
            format!(
                "{} {}",
                voice.format.share(rate.share, 1),
                voice.format.interval(rate.interval.0 * 100.0, rate.interval.1 * 100.0, 1)
            )
        },
    )
}

fn mark(offer: usize) -> Mark {
    match offer {
        0 => Mark::Hollow,
        1 => Mark::Square,
        _ => Mark::Disc,
    }
}

fn chart(voice: &Voice<'_>, activity: &Activity, title: &str, lines: &[Line<'_>]) -> Dots {
    let whole: Vec<String> = lines
        .iter()
        .filter(|line| line.is_whole)
        .flat_map(|line| activity.offers.iter().zip(&line.row.rates))
        .map(|(offer, rate)| format!("{} {}", voice.set(offer), written(voice, *rate)))
        .collect();
    let desc = voice.string("report-rates-desc", &[("values", whole.join(", ").into())]);
    let highest = lines
        .iter()
        .flat_map(|line| line.row.rates.iter().flatten())
        .map(|rate| rate.interval.1 * 100.0)
        .fold(0.0, f64::max);
    let row = |line: &Line<'_>| DotRow {
        label: line.title.clone(),
        base: voice.string("report-rates-base", &[("n", voice.published(line.row.families))]),
        dots: line
            .row
            .rates
            .iter()
            .enumerate()
            .map(|(offer, rate)| Dot {
                mark: mark(offer),
                at: rate.map(|rate| rate.share * 100.0),
                interval: rate.map(|rate| (rate.interval.0 * 100.0, rate.interval.1 * 100.0)),
                values: vec![written(voice, *rate)],
            })
            .collect(),
        link: None,
    };
    let group = |is_whole: bool| DotGroup {
        name: String::new(),
        rows: lines.iter().filter(|line| line.is_whole == is_whole).map(row).collect(),
    };
    let groups = [group(false), group(true)].into_iter().filter(|group| !group.rows.is_empty()).collect();
    let axis_title = voice.plain("report-rates-axis");
    Dots {
        alternative: voice.alternative(title, desc),
        axis: crate::plot::Axis::nice(&axis_title, 0.0, (highest / 10.0).ceil() * 10.0, 5, |at| {
            voice.format.percent(at, 0)
        }),
        groups,
        guides: Vec::new(),
        columns: vec![String::new()],
        series: activity
            .offers
            .iter()
            .enumerate()
            .map(|(offer, name)| SeriesKey { mark: mark(offer), name: voice.set(name) })
            .collect(),
    }
}

/// Reads the rate farthest from that of the whole.
fn reading(voice: &Voice<'_>, activity: &Activity, lines: &[Line<'_>]) -> Option<Note> {
    let whole = lines.iter().find(|line| line.is_whole)?;
    let (line, offer, rate, _) = lines
        .iter()
        .filter(|line| !line.is_whole)
        .flat_map(|line| line.row.rates.iter().enumerate().map(move |(offer, rate)| (line, offer, rate)))
        .filter_map(|(line, offer, rate)| {
            let rate = (*rate)?;
            let all = whole.row.rates.get(offer).copied().flatten()?;
            Some((line, offer, rate, (rate.share - all.share).abs()))
        })
        .max_by(|(.., one), (.., other)| one.total_cmp(other))?;
    let offer = activity.offers.get(offer)?;
    Some(voice.note(
        NoteKind::Reading,
        "report-rates-reading",
        &[
            ("event", line.title.as_str().into()),
            ("share", voice.format.share(rate.share, 1).into()),
            ("families", voice.published(line.row.families)),
            ("offer", voice.set(offer).into()),
            ("low", voice.format.decimal(rate.interval.0 * 100.0, 1).into()),
            ("high", voice.format.share(rate.interval.1, 1).into()),
        ],
    ))
}

fn table(voice: &Voice<'_>, activity: &Activity, lines: &[Line<'_>]) -> Table {
    let mut columns = vec![
        Column::text(voice.plain("report-column-event")),
        Column::number(voice.plain("report-column-families")),
    ];
    for offer in &activity.offers {
        let name = voice.set(offer);
        columns.push(Column::number(voice.string("report-column-rate-count", &[("offer", name.into())])));
        columns.push(Column::number(voice.plain("report-column-rate")));
        columns.push(Column::number(voice.plain("report-column-interval")));
    }
    let rows = lines
        .iter()
        .map(|line| {
            let mut cells = vec![Cell::text(line.title.as_str()), voice.published_cell(line.row.families)];
            for rate in &line.row.rates {
                match rate {
                    Some(rate) => {
                        cells.push(voice.big_cell(rate.count));
                        cells.push(voice.decimal_cell(Some(rate.share * 100.0), 1));
                        let (low, high) = (rate.interval.0 * 100.0, rate.interval.1 * 100.0);
                        cells.push(Cell::text(voice.format.interval(low, high, 1)));
                    }
                    None => cells.extend([Cell::Suppressed, Cell::Suppressed, Cell::Suppressed]),
                }
            }
            if line.is_whole { Row::total(cells) } else { Row::plain(cells) }
        })
        .collect();
    Table { columns, rows, ..Table::default() }
}

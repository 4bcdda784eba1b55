//! `propos indicators`: what was done, for whom and how long.

use crate::app::Context;
use crate::app::indicators::{IndicatorsOutcome, ObjectiveOutcome, compute, keep};
use crate::cli::error::CommandError;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::i18n::format::{interval, number};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let outcome = compute(context, ui.catalog.language()).await?;
    keep(context, &outcome, ui.catalog.language()).await?;
    if args.json {
        return ui.json(&outcome);
    }
    let title = ui.catalog.text(
        "indicators-title",
        &[("families", outcome.rows.families.into()), ("rows", outcome.rows.rows.into())],
    );
    let title = ui.style(Style::Strong, &title);
    ui.line(&title)?;
    if outcome.rows.duplicates > 0 {
        ui.say("indicators-duplicates", &[("count", outcome.rows.duplicates.into())])?;
    }
    if outcome.rows.after_extraction > 0 {
        ui.say("indicators-set-aside", &[("count", outcome.rows.after_extraction.into())])?;
    }
    ui.line("")?;
    rates(ui, &outcome)?;
    ui.line("")?;
    durations(ui, &outcome)?;
    ui.line("")?;
    characteristics(ui, &outcome)
}

fn rates(ui: &mut Ui, outcome: &IndicatorsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let mut head = vec![ui.catalog.plain("indicators-event"), ui.catalog.plain("indicators-families")];
    for (_, title) in &outcome.offers {
        head.extend([title.clone(), "%".to_owned(), "95 %".to_owned()]);
    }
    let mut rows = vec![head];
    for rate in &outcome.rates {
        let title = match &rate.event {
            Some(event) => event_title(outcome, event).to_owned(),
            None => ui.catalog.plain("indicators-all"),
        };
        let mut row = vec![title, number::whole(i64::try_from(rate.families).unwrap_or(i64::MAX), language)];
        for offer in &rate.offers {
            match offer {
                Ok(rate) => row.extend([
                    number::whole(i64::try_from(rate.count).unwrap_or(i64::MAX), language),
                    number::decimal(rate.share * 100.0, 1, language),
                    interval::interval(rate.lower * 100.0, rate.upper * 100.0, 1, language),
                ]),
                Err(_) => row.extend(["–".to_owned(), "–".to_owned(), String::new()]),
            }
        }
        rows.push(row);
    }
    let mut aligns = vec![Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    for objective in &outcome.objectives {
        if let Some(rate) = objective.rate {
            let value = number::percent(rate * 100.0, 0, language);
            let text = ui.catalog.text("indicators-objective", &[("value", value.into())]);
            let text = format!("{text} ({})", objective.source);
            let name = objective_name(outcome, objective);
            ui.say("indicators-line", &[("name", name.into()), ("text", text.into())])?;
        }
    }
    Ok(())
}

fn durations(ui: &mut Ui, outcome: &IndicatorsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let title = ui.style(Style::Strong, &ui.catalog.plain("indicators-durations"));
    ui.line(&title)?;
    for duration in &outcome.durations {
        let days = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| number::decimal(value, 1, language))
        };
        let bounds = match duration.interval.as_slice() {
            [Ok(low), Ok(high)] => interval::interval(*low, *high, 0, language),
            _ => String::new(),
        };
        let text = ui.catalog.text(
            "indicators-median",
            &[
                ("median", days(duration.median.ok()).into()),
                ("interval", bounds.into()),
                ("closed", days(duration.closed_median.ok()).into()),
                ("open", (duration.n - duration.closed).into()),
                ("n", duration.n.into()),
            ],
        );
        let offer = outcome.offers.get(duration.offer).map_or_else(String::new, |(_, title)| title.clone());
        // The median is that of all events: an objective of one event does not speak of it.
        let goal = outcome
            .offers
            .get(duration.offer)
            .and_then(|(id, _)| outcome.definition.objective(id, None)?.days)
            .map(|days| ui.catalog.text("indicators-objective", &[("value", i64::from(days).into())]))
            .map(|goal| {
                ui.catalog.text("indicators-also", &[("text", text.as_str().into()), ("goal", goal.into())])
            });
        let text = goal.unwrap_or(text);
        ui.say("indicators-line", &[("name", offer.as_str().into()), ("text", text.into())])?;
    }
    for objective in outcome.objectives.iter().filter(|one| one.event.is_some()) {
        let Some(days) = objective.days else { continue };
        let median = objective.median.ok();
        let median = median.map_or_else(|| "–".to_owned(), |median| number::decimal(median, 1, language));
        let text = ui.catalog.text(
            "indicators-event-median",
            &[("median", median.into()), ("n", objective.interventions.into())],
        );
        let goal = ui.catalog.text("indicators-objective", &[("value", i64::from(days).into())]);
        let text = ui.catalog.text("indicators-also", &[("text", text.into()), ("goal", goal.into())]);
        let name = objective_name(outcome, objective);
        ui.say("indicators-line", &[("name", name.into()), ("text", text.into())])?;
    }
    Ok(())
}

fn event_title<'o>(outcome: &'o IndicatorsOutcome, event: &'o str) -> &'o str {
    outcome.events.iter().find(|(id, _)| id == event).map_or(event, |(_, title)| title)
}

/// The offer of an objective, and its event if it is of one.
fn objective_name(outcome: &IndicatorsOutcome, objective: &ObjectiveOutcome) -> String {
    let offer = outcome.offers.iter().find(|(id, _)| *id == objective.offer);
    let offer = offer.map_or(objective.offer.as_str(), |(_, title)| title);
    match &objective.event {
        Some(event) => format!("{offer} ({})", event_title(outcome, event)),
        None => offer.to_owned(),
    }
}

fn characteristics(ui: &mut Ui, outcome: &IndicatorsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let head = ["indicators-characteristic", "indicators-concerned", "indicators-others", "indicators-smd"];
    let mut rows = vec![head.iter().map(|key| ui.catalog.plain(key)).collect::<Vec<_>>()];
    for one in &outcome.characteristics {
        let Ok(comparison) = &one.comparison else { continue };
        for group in &comparison.groups {
            let title =
                one.groups.iter().find(|(id, _)| *id == group.group).map_or(&group.group, |(_, title)| title);
            let share = |count: u64, total: u64| number::share(count, total, 1, language);
            rows.push(vec![
                ui.catalog.text(
                    "indicators-line",
                    &[("name", one.title.as_str().into()), ("text", title.as_str().into())],
                ),
                share(group.concerned, comparison.concerned),
                share(group.others, comparison.others),
                group
                    .standardised
                    .as_ref()
                    .map_or_else(|_| "–".to_owned(), |smd| number::signed(*smd, 2, language)),
            ]);
        }
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Right, Align::Right], &rows) {
        ui.line(&line)?;
    }
    Ok(())
}

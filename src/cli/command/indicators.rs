//! `propos indicators`: what was done, for whom and how long.

use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::app::Context;
use crate::app::indicators::{IndicatorsOutcome, ObjectiveOutcome, by_family, compute, keep};
use crate::cli::error::CommandError;
use crate::cli::reason::{Reasons, or_reason, reason};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::i18n::format::{date, interval, number};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Every row an intervention too, families drawn.
    #[arg(long)]
    by_family: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let mut outcome = compute(context, ui.catalog.language()).await?;
    keep(context, &outcome, ui.catalog.language()).await?;
    if args.by_family {
        outcome.by_family = Some(by_family(context, &outcome).await?);
    }
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
    counting(ui, &outcome)?;
    ui.line("")?;
    rates(ui, &outcome)?;
    ui.line("")?;
    durations(ui, &outcome)?;
    between_events(ui, &outcome)?;
    families(ui, &outcome)?;
    ui.line("")?;
    characteristics(ui, &outcome)?;
    ui.say("indicators-census", &[])
}

/// What is counted, by which days.
fn counting(ui: &mut Ui, outcome: &IndicatorsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let counting = &outcome.counting;
    let day = |iso: &str| date::date(iso, language);
    let (first, last) = counting
        .contacts
        .as_ref()
        .map_or_else(|| (String::new(), String::new()), |(first, last)| (day(first), day(last)));
    let key = match (&counting.contacts, counting.declared_period) {
        (Some(_), true) => "indicators-counted-period",
        (Some(_), false) => "indicators-counted-all",
        (None, _) => "indicators-counted-undated",
    };
    ui.say(
        key,
        &[
            ("unit", counting.unit.as_str().into()),
            ("first", first.into()),
            ("last", last.into()),
            ("extraction", day(&counting.extraction).into()),
        ],
    )
}

/// Every row an intervention, with intervals that draw families.
fn families(ui: &mut Ui, outcome: &IndicatorsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let Some(found) = &outcome.by_family else { return Ok(()) };
    let Some(first) = found.first().map(|one| &one.figures) else { return Ok(()) };
    ui.line("")?;
    let title = ui.catalog.text(
        "indicators-by-family",
        &[
            ("interventions", first.interventions.into()),
            ("families", first.families.into()),
            ("several", first.with_several.into()),
        ],
    );
    let title = ui.style(Style::Strong, &title);
    ui.line(&title)?;
    let head = ["indicators-offer", "link-n", "indicators-share", "indicators-median-days"];
    let mut rows = vec![head.iter().map(|key| ui.catalog.plain(key)).collect::<Vec<_>>()];
    for one in found {
        let figures = &one.figures;
        let offer = outcome.offers.get(one.offer).map_or("", |(_, title)| title.as_str());
        let rate = or_reason(ui, &figures.rate, |found| {
            let bounds = interval::interval(found.lower * 100.0, found.upper * 100.0, 1, language);
            format!("{} {bounds}", number::decimal(found.estimate * 100.0, 1, language))
        });
        let median = or_reason(ui, &figures.median, |at| interval::interval(at.lower, at.upper, 0, language));
        rows.push(vec![offer.to_owned(), figures.taken.to_string(), rate, median]);
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Right, Align::Right], &rows) {
        ui.line(&line)?;
    }
    let drawn = found.iter().find_map(|one| one.figures.rate.as_ref().ok());
    drawn.map_or(Ok(()), |drawn| {
        let arguments = [("draws", drawn.draws.into()), ("seed", drawn.seed.to_string().into())];
        ui.say("indicators-by-family-drawn", &arguments)
    })
}

/// The durations of each offer, event beside the other events.
fn between_events(ui: &mut Ui, outcome: &IndicatorsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    for one in outcome.between_events.iter().filter(|one| one.comparison.groups.len() > 1) {
        let comparison = &one.comparison;
        let offer = outcome.offers.get(one.offer).map_or("", |(_, title)| title.as_str());
        ui.line("")?;
        let horizon = or_reason(ui, &comparison.horizon, |days| number::decimal(*days, 0, language));
        let title =
            ui.catalog.text("indicators-between", &[("offer", offer.into()), ("horizon", horizon.into())]);
        let title = ui.style(Style::Strong, &title);
        ui.line(&title)?;
        let head = [
            "indicators-event",
            "link-n",
            "indicators-median-days",
            "indicators-restricted",
            "indicators-difference",
        ];
        let mut rows = vec![head.iter().map(|key| ui.catalog.plain(key)).collect::<Vec<_>>()];
        for group in &comparison.groups {
            let decimal = |value: f64| number::decimal(value, 1, language);
            rows.push(vec![
                event_title(outcome, &group.group).to_owned(),
                group.n.to_string(),
                or_reason(ui, &group.median, |value| decimal(*value)),
                or_reason(ui, &group.restricted_mean, |mean| decimal(mean.mean)),
                or_reason(ui, &group.difference, |found| {
                    let bounds = interval::interval(found.lower, found.upper, 1, language);
                    format!("{} {bounds}", number::signed(found.difference, 1, language))
                }),
            ]);
        }
        for line in lay_out(&[Align::Left, Align::Right, Align::Right, Align::Right, Align::Right], &rows) {
            ui.line(&line)?;
        }
        let test = or_reason(ui, &comparison.log_rank, |test| {
            format!(
                "χ² = {}, {}",
                number::decimal(test.chi2, 2, language),
                interval::p_equals("p", test.p, language)
            )
        });
        ui.say("indicators-log-rank", &[("test", test.into())])?;
    }
    Ok(())
}

fn rates(ui: &mut Ui, outcome: &IndicatorsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let mut head = vec![ui.catalog.plain("indicators-event"), ui.catalog.plain("indicators-families")];
    for (_, title) in &outcome.offers {
        head.extend([title.clone(), "%".to_owned(), "95 %".to_owned()]);
    }
    let mut rows = vec![head];
    let mut reasons = Reasons::default();
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
                Err(_) => {
                    row.extend(["0".to_owned(), reasons.cell(ui, offer, |_| String::new()), String::new()]);
                }
            }
        }
        rows.push(row);
    }
    let mut aligns = vec![Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)?;
    for objective in &outcome.objectives {
        if let Some(rate) = objective.rate {
            let value = number::percent(rate * 100.0, 0, language);
            let text = ui.catalog.text("indicators-objective", &[("value", value.into())]);
            let observed = or_reason(ui, &objective.observed, |found| {
                let bounds = interval::interval(found.lower * 100.0, found.upper * 100.0, 1, language);
                format!("{} {bounds}", number::percent(found.share * 100.0, 1, language))
            });
            let text = ui.catalog.text(
                "indicators-observed",
                &[
                    ("observed", observed.into()),
                    ("objective", text.into()),
                    ("source", objective.source.as_str().into()),
                    ("verdict", verdict(objective, rate).into()),
                ],
            );
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
        let days = |value: &Defined| or_reason(ui, value, |value| number::decimal(*value, 1, language));
        let bounds = match duration.interval.as_slice() {
            [Ok(low), Ok(high)] => format!(" {}", interval::interval(*low, *high, 0, language)),
            bounds => match (&duration.median, bounds.iter().find_map(|bound| bound.err())) {
                (Ok(_), Some(why)) => {
                    ui.catalog.text("indicators-no-interval", &[("reason", reason(ui, why).into())])
                }
                _ => String::new(),
            },
        };
        let text = ui.catalog.text(
            "indicators-median",
            &[
                ("median", days(&duration.median).into()),
                ("interval", bounds.into()),
                ("closed", days(&duration.closed_median).into()),
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
        let median = or_reason(ui, &objective.median, |median| number::decimal(*median, 1, language));
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

/// Whether the interval of a rate lies under its objective, holds it, or lies over it.
fn verdict(objective: &ObjectiveOutcome, rate: f64) -> &'static str {
    match &objective.observed {
        Ok(found) if found.upper < rate => "under",
        Ok(found) if found.lower > rate => "over",
        Ok(_) => "within",
        Err(_) => "none",
    }
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
    let mut reasons = Reasons::default();
    for one in &outcome.characteristics {
        let comparison = match &one.comparison {
            Ok(comparison) => comparison,
            Err(_) => {
                let sign = reasons.cell(ui, &one.comparison, |_| String::new());
                rows.push(vec![one.title.clone(), sign.clone(), sign.clone(), sign]);
                continue;
            }
        };
        for group in &comparison.groups {
            let title =
                one.groups.iter().find(|(id, _)| *id == group.group).map_or(&group.group, |(_, title)| title);
            let mut share = |count: u64, total: u64| match total {
                0 => reasons.sign(ui, reason(ui, Undefined::NoObservations)),
                _ => number::share(count, total, 1, language),
            };
            let (concerned, others) =
                (share(group.concerned, comparison.concerned), share(group.others, comparison.others));
            rows.push(vec![
                ui.catalog.text(
                    "indicators-line",
                    &[("name", one.title.as_str().into()), ("text", title.as_str().into())],
                ),
                concerned,
                others,
                reasons.cell(ui, &group.standardised, |smd| number::signed(*smd, 2, language)),
            ]);
        }
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Right, Align::Right], &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)
}

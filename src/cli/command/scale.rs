//! `propos scale`: how the scales are scored, and how far their items hold together.

use crate::app::Context;
use crate::app::scale::{ScaleNote, ScaleReport, scales};
use crate::cli::error::CommandError;
use crate::cli::reason::{Reasons, or_reason};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::questionnaire::Combination;
use crate::i18n::format::{interval, number};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// One scale only.
    #[arg(value_name = "SCALE")]
    scale: Option<String>,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let mut outcome = scales(context, ui.catalog.language()).await?;
    if let Some(wanted) = &args.scale {
        let names: Vec<String> = outcome.scales.iter().map(|one| one.scale.clone()).collect();
        outcome.scales.retain(|one| one.scale == *wanted || one.part_of.as_ref() == Some(wanted));
        if outcome.scales.is_empty() {
            return Err(crate::app::AppError::Unknown {
                kind: "scale",
                name: wanted.clone(),
                nearest: crate::domain::nearest::nearest(wanted, names.iter().map(String::as_str))
                    .map(str::to_owned),
            }
            .into());
        }
    }
    if args.json {
        return ui.json(&outcome);
    }
    for (at, scale) in outcome.scales.iter().enumerate() {
        if at > 0 {
            ui.line("")?;
        }
        tell(ui, scale, outcome.respondents)?;
    }
    Ok(())
}

fn tell(ui: &mut Ui, scale: &ScaleReport, respondents: usize) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let decimal = |value: f64| number::decimal(value, 2, language);
    let title = ui.style(Style::Strong, &scale.title);
    ui.line(&title)?;
    let combination = match scale.combination {
        Combination::Mean => "scale-mean",
        Combination::Sum => "scale-sum",
    };
    let combination = ui.catalog.plain(combination);
    ui.say(
        "scale-scoring",
        &[
            ("items", scale.items.len().into()),
            ("least", number::decimal(scale.range.0, 0, language).into()),
            ("most", number::decimal(scale.range.1, 0, language).into()),
            ("combination", combination.into()),
            ("needed", scale.needed.into()),
        ],
    )?;
    if let (Some(key), Some(source)) = (&scale.key, &scale.source) {
        ui.say("scale-key", &[("key", key.as_str().into()), ("source", source.as_str().into())])?;
        match &scale.checked {
            Some(checked) => ui.say("scale-key-checked", &[("source", checked.as_str().into())])?,
            None => ui.say("scale-key-unchecked", &[])?,
        }
    }
    ui.say(
        "scale-scored",
        &[
            ("scored", scale.scored.into()),
            ("respondents", respondents.into()),
            ("completed", scale.completed.into()),
            ("few", scale.too_few.into()),
            ("none", scale.without_answer.into()),
        ],
    )?;
    if scale.not_asked + scale.partly_asked > 0 {
        ui.say("scale-not-asked", &[("none", scale.not_asked.into()), ("part", scale.partly_asked.into())])?;
    }
    let figures = &scale.reliability;
    let alpha = or_reason(ui, &figures.alpha, |value| decimal(*value));
    let bounds = match (&figures.alpha, &figures.interval) {
        (Err(_), _) => String::new(),
        (Ok(_), interval) => {
            let bounds = or_reason(ui, interval, |[low, high]| interval::interval(*low, *high, 2, language));
            ui.catalog.text("scale-feldt", &[("bounds", bounds.into())])
        }
    };
    let omega = or_reason(ui, &figures.factor, |factor| decimal(factor.omega));
    ui.say(
        "scale-reliability",
        &[
            ("alpha", format!("{alpha} {bounds}").trim_end().into()),
            ("standardised", or_reason(ui, &figures.alpha_standardised, |value| decimal(*value)).into()),
            ("omega", omega.into()),
            ("n", figures.n.into()),
        ],
    )?;
    items(ui, scale)?;
    for band in &scale.bands {
        let share = number::percent(100.0 * band.count as f64 / scale.scored.max(1) as f64, 0, language);
        let arguments =
            [("title", band.title.as_str().into()), ("count", band.count.into()), ("share", share.into())];
        ui.say("scale-band", &arguments)?;
    }
    for note in &scale.notes {
        let key = match note {
            ScaleNote::NegativeAlpha => "scale-negative-alpha",
            ScaleNote::NegativeItem => "scale-negative-item",
            ScaleNote::TwoItems => "scale-two-items",
            ScaleNote::FewRespondents => "scale-few",
        };
        ui.say(key, &[])?;
    }
    Ok(())
}

fn items(ui: &mut Ui, scale: &ScaleReport) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let is_filtered = scale.items.iter().any(|item| item.not_asked > 0);
    let mut head = vec!["scale-item", "scale-reversed", "scale-n", "scale-missing"];
    head.extend(is_filtered.then_some("scale-item-not-asked"));
    head.extend(["scale-average", "scale-sd", "scale-rest", "scale-without"]);
    let mut rows = vec![head.iter().map(|key| ui.catalog.plain(key)).collect::<Vec<_>>()];
    let mut reasons = Reasons::default();
    for item in &scale.items {
        let reversed = if item.reversed { ui.catalog.plain("scale-yes") } else { String::new() };
        let mut row = vec![item.title.clone(), reversed, item.n.to_string(), item.missing.to_string()];
        row.extend(is_filtered.then(|| item.not_asked.to_string()));
        for figure in [&item.mean, &item.deviation, &item.item_rest, &item.alpha_without] {
            row.push(reasons.cell(ui, figure, |value| number::decimal(*value, 2, language)));
        }
        rows.push(row);
    }
    let mut aligns = vec![Align::Left, Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)
}

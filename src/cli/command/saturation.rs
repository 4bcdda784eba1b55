//! `propos saturation`: do the last interviews still bring new codes?

use crate::app::Context;
use crate::app::material::Material;
use crate::app::saturation::compute;
use crate::cli::error::CommandError;
use crate::cli::reason::{or_reason, reason};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::Ui;
use crate::i18n::format::number;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let material = Material::load(context).await?;
    let language = ui.catalog.language();
    let outcome = compute(context, &material, language).await?;
    if args.json {
        return ui.json(&outcome);
    }
    let head = ["case", "day", "new", "met", "mean", "sd"];
    let mut rows = vec![head.map(|name| ui.catalog.plain(&format!("saturation-{name}"))).to_vec()];
    for step in &outcome.steps {
        rows.push(vec![
            step.case.clone(),
            step.day.clone().unwrap_or_else(|| ui.catalog.plain("saturation-undated")),
            step.new.to_string(),
            step.met.to_string(),
            number::decimal(step.mean, 1, language),
            number::decimal(step.sd, 1, language),
        ]);
    }
    let aligns = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right];
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    if !outcome.uncoded.is_empty() {
        let cases = outcome.uncoded.join(", ");
        ui.say("saturation-uncoded", &[("cases", cases.into())])?;
    }
    ui.line("")?;
    let found = match &outcome.accumulation {
        Ok(found) => found,
        Err(why) => {
            let why = reason(ui, *why);
            return ui.say("saturation-none", &[("reason", why.into())]);
        }
    };
    let met = [("met", found.observed.into()), ("codebook", outcome.codebook.into())];
    ui.say("saturation-found", &met)?;
    let decimal = |value: &f64| number::decimal(*value, 1, language);
    let estimate = [
        ("estimate", or_reason(ui, &found.chao2, decimal).into()),
        ("error", or_reason(ui, &found.chao2_se, decimal).into()),
        ("uniques", found.uniques.into()),
    ];
    ui.say("saturation-chao", &estimate)?;
    let percent = |share: &f64| number::percent(share * 100.0, 1, language);
    let coverage = or_reason(ui, &found.coverage, percent);
    ui.say("saturation-coverage", &[("coverage", coverage.into())])?;
    if !outcome.never_met.is_empty() {
        let codes = outcome.never_met.join(", ");
        ui.say("saturation-never", &[("codes", codes.into())])?;
    }
    ui.say("saturation-caveat", &[("codebook", outcome.codebook.into())])
}

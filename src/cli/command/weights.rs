//! `propos weights`: weighs the questionnaire to the margins of its population.

use crate::app::Context;
use crate::app::weights::{SideBySide, WeightsOutcome, weights};
use crate::cli::error::CommandError;
use crate::cli::reason::{Reasons, or_reason};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::settings::WeightBase;
use crate::i18n::format::{interval, number};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Writes JSON, with the weight of each respondent.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let outcome = weights(context, ui.catalog.language()).await?;
    if args.json {
        return ui.json(&outcome);
    }
    summary(ui, &outcome)?;
    margins(ui, &outcome)?;
    near(ui, &outcome)?;
    scores(ui, &outcome)?;
    crosstabs(ui, &outcome)?;
    ui.line("")?;
    ui.line(&outcome.caution)
}

fn summary(ui: &mut Ui, outcome: &WeightsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let base = ui.catalog.plain(match outcome.base {
        WeightBase::Families => "weights-families",
        WeightBase::Population => "weights-population",
    });
    ui.say(
        "weights-title",
        &[
            ("n", outcome.weighted.into()),
            ("respondents", outcome.respondents.into()),
            ("base", base.into()),
            ("population", number::decimal(outcome.population, 0, language).into()),
        ],
    )?;
    if outcome.left_out > 0 {
        ui.say("weights-left-out", &[("count", outcome.left_out.into())])?;
    }
    let decimal = |value: f64, decimals| number::decimal(value, decimals, language);
    ui.say(
        "weights-effect",
        &[
            ("deff", decimal(outcome.effect.deff, 2).into()),
            ("effective", decimal(outcome.effect.effective_n, 0).into()),
            ("least", decimal(outcome.effect.least, 2).into()),
            ("most", decimal(outcome.effect.most, 2).into()),
        ],
    )?;
    ui.say(
        "weights-trimmed",
        &[
            ("count", outcome.trimmed.into()),
            ("least", decimal(outcome.bounds.least, 1).into()),
            ("most", decimal(outcome.bounds.most, 1).into()),
        ],
    )?;
    if outcome.beyond > 0 {
        ui.say("weights-beyond", &[("count", outcome.beyond.into())])?;
    }
    Ok(())
}

fn table(ui: &mut Ui, title: &str, rows: &[Vec<String>]) -> Result<(), CommandError> {
    ui.line("")?;
    let title = ui.style(Style::Strong, &ui.catalog.plain(title));
    ui.line(&title)?;
    let mut aligns = vec![Align::Left];
    aligns.resize(rows.first().map_or(1, Vec::len), Align::Right);
    for line in lay_out(&aligns, rows) {
        ui.line(&line)?;
    }
    Ok(())
}

fn head(ui: &Ui, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| ui.catalog.plain(key)).collect()
}

fn margins(ui: &mut Ui, outcome: &WeightsOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let mut rows = vec![head(
        ui,
        &["weights-category", "weights-target", "weights-before", "weights-after", "weights-n"],
    )];
    let mut notes = Vec::new();
    for margin in &outcome.margins {
        for category in &margin.categories {
            let percent = |share: f64| number::decimal(share * 100.0, 1, language);
            let name = ui.catalog.text(
                "indicators-line",
                &[("name", margin.title.as_str().into()), ("text", category.title.as_str().into())],
            );
            rows.push(vec![
                name,
                percent(category.population_share),
                percent(category.before),
                percent(category.after),
                category.respondents.to_string(),
            ]);
        }
        if margin.known < outcome.population {
            let known = number::decimal(margin.known, 0, language);
            let arguments = [("name", margin.title.as_str().into()), ("known", known.into())];
            notes.push(ui.catalog.text("weights-known", &arguments));
        }
    }
    table(ui, "weights-margins", &rows)?;
    for note in notes {
        ui.line(&note)?;
    }
    Ok(())
}

/// A mean with its error, as it is and weighted, in a unit.
fn pair(ui: &Ui, one: &SideBySide, unit: f64) -> [String; 2] {
    let language = ui.catalog.language();
    [&one.unweighted, &one.weighted].map(|mean| {
        or_reason(ui, mean, |mean| {
            format!(
                "{} ± {}",
                number::decimal(mean.mean * unit, 1, language),
                number::decimal(mean.standard_error * unit, 1, language)
            )
        })
    })
}

fn near(ui: &mut Ui, outcome: &WeightsOutcome) -> Result<(), CommandError> {
    if outcome.near.is_empty() {
        return Ok(());
    }
    let mut rows = vec![head(ui, &["weights-place", "weights-unweighted", "weights-weighted"])];
    let profiles = outcome.near.len() - 2;
    for (at, one) in outcome.near.iter().enumerate() {
        let name = match at {
            at if at < profiles => format!("P{}", at + 1),
            at if at == profiles => ui.catalog.plain("link-indeterminate"),
            _ => ui.catalog.plain("link-outside"),
        };
        let [unweighted, weighted] = pair(ui, one, 100.0);
        rows.push(vec![name, unweighted, weighted]);
    }
    table(ui, "weights-near", &rows)
}

fn scores(ui: &mut Ui, outcome: &WeightsOutcome) -> Result<(), CommandError> {
    let mut rows =
        vec![head(ui, &["link-scale", "weights-place", "link-n", "weights-unweighted", "weights-weighted"])];
    for scale in &outcome.scores {
        let everybody = std::iter::once((ui.catalog.plain("indicators-all"), &scale.all));
        let profiles = scale.by_profile.iter().zip(1..).map(|(one, at)| (format!("P{at}"), one));
        for (at, (name, one)) in everybody.chain(profiles).enumerate() {
            let title = match at {
                0 => scale.title.clone(),
                1 if scale.active => ui.catalog.plain("link-active"),
                _ => String::new(),
            };
            // Without a mean, nobody has a score there.
            let n = one.unweighted.as_ref().map_or(0, |mean| mean.n).to_string();
            let [unweighted, weighted] = pair(ui, one, 1.0);
            rows.push(vec![title, name, n, unweighted, weighted]);
        }
    }
    table(ui, "weights-scores", &rows)
}

fn crosstabs(ui: &mut Ui, outcome: &WeightsOutcome) -> Result<(), CommandError> {
    if outcome.crosstabs.is_empty() {
        return Ok(());
    }
    let language = ui.catalog.language();
    let mut rows = vec![head(ui, &["weights-crossed", "weights-chi2", "link-p", "weights-f", "link-p"])];
    let mut reasons = Reasons::default();
    for one in &outcome.crosstabs {
        let p = |p: f64| interval::p_value(p, language);
        let unweighted = one.unweighted.as_ref().map_err(|why| *why);
        let weighted = one.weighted.as_ref().map_err(|why| *why);
        rows.push(vec![
            one.title.clone(),
            reasons.cell(ui, &unweighted, |test| number::decimal(test.chi2, 2, language)),
            reasons.cell(ui, &unweighted, |test| p(test.p)),
            reasons.cell(ui, &weighted, |test| number::decimal(test.f, 2, language)),
            reasons.cell(ui, &weighted, |test| p(test.p)),
        ]);
    }
    table(ui, "weights-crosstabs", &rows)?;
    reasons.tell(ui)
}

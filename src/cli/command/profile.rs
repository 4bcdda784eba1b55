//! `propos profile`: what each profile is, and what may be tested of it.

use crate::analysis::profile::secondary::{Overall, Trait, Way};
use crate::analysis::profile::sheet::CodeSheet;
use crate::analysis::profile::v_test::{LISTED, NOTABLE};
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::app::Context;
use crate::app::material::Material;
use crate::app::profile::{ProfileOutcome, ProfileRequest, ProfileSheet, SheetQuote, profile};
use crate::cli::error::CommandError;
use crate::cli::reason::Reasons;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::TranscriptId;
use crate::i18n::format::{interval, number as format};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// One profile only.
    #[arg(long, value_name = "P1")]
    profile: Option<String>,
    /// Seed of the draws.
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let material = Material::load(context).await?;
    let request = ProfileRequest { profile: args.profile.clone(), seed: args.seed };
    let outcome = profile(context, &material, &request, ui.catalog.language()).await?;
    if args.json {
        return ui.json(&outcome);
    }
    for one in &outcome.profiles {
        sheet(ui, &material, &outcome, one)?;
        ui.line("")?;
    }
    overall(ui, &outcome)
}

fn sheet(
    ui: &mut Ui,
    material: &Material,
    outcome: &ProfileOutcome,
    one: &ProfileSheet,
) -> Result<(), CommandError> {
    let title = ui.style(Style::Strong, &format!("{} – {}", one.label, one.name));
    let count = [("title", title.into()), ("n", one.cases.len().into()), ("all", outcome.cases.into())];
    ui.say("profile-title", &count)?;
    if one.single {
        let case = one.paragon.first().map(|case| case.0.clone()).unwrap_or_default();
        ui.say("typology-single", &[("profile", one.label.as_str().into()), ("case", case.into())])?;
    }
    cases(ui, outcome, one)?;
    codes(ui, material, one)?;
    traits(ui, outcome, one)?;
    for SheetQuote { quote, cut_before, cut_after } in &one.quotes {
        let code = material.codebook.codes().find(|code| code.id.0 == quote.code);
        let mut text = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if *cut_before {
            text.insert_str(0, "[…] ");
        }
        if *cut_after {
            text.push_str(" […]");
        }
        let arguments = [
            ("text", text.into()),
            ("case", quote.case.as_str().into()),
            ("turn", quote.turn.to_string().into()),
            ("code", code.map_or_else(|| quote.code.clone(), |code| code.title.clone()).into()),
            ("kind", if quote.counter_example { "counter" } else { "quote" }.into()),
        ];
        ui.say("profile-quote", &arguments)?;
    }
    Ok(())
}

/// Who is in it, and who stands for it or at its edge.
fn cases(ui: &mut Ui, outcome: &ProfileOutcome, one: &ProfileSheet) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let mut reasons = Reasons::default();
    let listed: Vec<String> = one
        .cases
        .iter()
        .map(|standing| {
            let margin = reasons.cell(ui, &standing.margin, |m| format::decimal(*m, 2, language));
            format!("{} ({margin})", standing.case)
        })
        .collect();
    ui.say("profile-cases", &[("cases", listed.join(", ").into())])?;
    reasons.tell(ui)?;
    let joined =
        |cases: &[TranscriptId]| cases.iter().map(TranscriptId::as_str).collect::<Vec<_>>().join(", ");
    if !one.single {
        ui.say(
            "profile-paragon",
            &[("cases", joined(&one.paragon).into()), ("n", one.paragon.len().into())],
        )?;
    }
    let boundary =
        if one.boundary.is_empty() { ui.catalog.plain("typology-none") } else { joined(&one.boundary) };
    let share = format::percent(outcome.boundary_share * 100.0, 0, language);
    let arguments =
        [("cases", boundary.into()), ("share", share.into()), ("draws", outcome.coder_draws.into())];
    let is_told = one.undrawn.len() < one.cases.len();
    ui.say(if is_told { "profile-boundary" } else { "profile-no-boundary" }, &arguments)?;
    if is_told && !one.undrawn.is_empty() {
        ui.say("profile-undrawn", &[("cases", joined(&one.undrawn).into())])?;
    }
    for (key, case) in [("profile-border", &one.border), ("profile-specific", &one.specific)] {
        if let Some(case) = case.as_ref().filter(|_| !one.single) {
            ui.say(key, &[("case", case.as_str().into())])?;
        }
    }
    Ok(())
}

/// Codes notably more intense, then less; p for those that built nothing.
fn codes(ui: &mut Ui, material: &Material, one: &ProfileSheet) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let v = |code: &CodeSheet| code.test.v.ok();
    let mut kept: Vec<&CodeSheet> =
        one.codes.iter().filter(|code| v(code).is_some_and(|v| v >= NOTABLE)).take(LISTED.0).collect();
    let low: Vec<&CodeSheet> =
        one.codes.iter().rev().filter(|code| v(code).is_some_and(|v| v <= -NOTABLE)).take(LISTED.1).collect();
    kept.extend(low.into_iter().rev());
    if kept.is_empty() {
        return ui.say("profile-no-code", &[("v", format::decimal(NOTABLE, 1, language).into())]);
    }
    let keys = [
        "profile-code",
        "profile-intensity",
        "profile-v",
        "profile-present",
        "profile-v-presence",
        "profile-p",
    ];
    let mut rows: Vec<Vec<String>> = vec![keys.iter().map(|key| ui.catalog.plain(key)).collect()];
    let mut reasons = Reasons::default();
    for code in kept {
        let found = material.codebook.codes().find(|known| known.id == code.test.code);
        let mut signed =
            |value: &Defined| reasons.cell(ui, value, |value| format::signed(*value, 1, language));
        rows.push(vec![
            found.map_or_else(|| code.test.code.0.clone(), |found| found.title.clone()),
            format!(
                "{} / {}",
                format::decimal(code.test.mean, 2, language),
                format::decimal(code.test.overall, 2, language)
            ),
            signed(&code.test.v),
            format!("{}/{}", code.test.interviews, one.cases.len()),
            signed(&code.presence.map(|presence| presence.v)),
            p(ui, &mut reasons, &code.p),
        ]);
    }
    let aligns = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right];
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)
}

/// Writes p, or that the code is active, or the sign of why there is none.
fn p(ui: &Ui, reasons: &mut Reasons, p: &Defined) -> String {
    match p {
        Err(Undefined::Circular) => ui.catalog.plain("profile-active"),
        _ => reasons.cell(ui, p, |p| interval::p_value(*p, ui.catalog.language())),
    }
}

fn traits(ui: &mut Ui, outcome: &ProfileOutcome, one: &ProfileSheet) -> Result<(), CommandError> {
    if one.attributes.is_empty() {
        return Ok(());
    }
    let language = ui.catalog.language();
    let keys =
        ["profile-attribute", "profile-here", "profile-overall", "profile-n", "profile-v", "profile-p"];
    let mut rows: Vec<Vec<String>> = vec![keys.iter().map(|key| ui.catalog.plain(key)).collect()];
    let mut reasons = Reasons::default();
    for own in &one.attributes {
        let mut value = |value: &Defined, own: &Trait| {
            reasons.cell(ui, value, |value| {
                if own.category.is_some() {
                    format::percent(value * 100.0, 0, language)
                } else {
                    format::decimal(*value, 1, language)
                }
            })
        };
        let name = outcome.titles.iter().find(|(id, _)| *id == own.attribute);
        let name = name.map_or(own.attribute.as_str(), |(_, title)| title.as_str());
        rows.push(vec![
            own.category.as_ref().map_or_else(|| name.to_owned(), |category| format!("{name} = {category}")),
            value(&own.own, own),
            value(&own.overall, own),
            own.n.to_string(),
            reasons.cell(ui, &own.v, |v| format::signed(*v, 1, language)),
            p(ui, &mut reasons, &own.p),
        ]);
    }
    let aligns = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right];
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)
}

/// Every secondary attribute over all profiles.
fn overall(ui: &mut Ui, outcome: &ProfileOutcome) -> Result<(), CommandError> {
    if outcome.secondary.is_empty() {
        return ui.say("profile-no-attribute", &[]);
    }
    let title = ui.style(Style::Strong, &ui.catalog.plain("profile-secondary"));
    ui.line(&title)?;
    let keys = [
        "profile-attribute",
        "profile-test",
        "profile-n",
        "profile-missing",
        "profile-p",
        "profile-q",
        "profile-way",
    ];
    let mut rows: Vec<Vec<String>> = vec![keys.iter().map(|key| ui.catalog.plain(key)).collect()];
    let mut reasons = Reasons::default();
    for one in &outcome.secondary {
        rows.push(row(ui, &mut reasons, outcome, one));
    }
    let aligns =
        [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left];
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)?;
    let arguments = [("n", outcome.cases.into()), ("seed", outcome.seed.to_string().into())];
    ui.say("profile-secondary-note", &arguments)
}

fn row(ui: &Ui, reasons: &mut Reasons, outcome: &ProfileOutcome, one: &Overall) -> Vec<String> {
    let name = outcome.titles.iter().find(|(id, _)| *id == one.attribute);
    let way = match one.way {
        Way::Exact => ui.catalog.plain("profile-exact"),
        Way::Drawn { draws, .. } => ui.catalog.text("profile-drawn", &[("draws", i64::from(draws).into())]),
    };
    vec![
        name.map_or_else(|| one.attribute.clone(), |(_, title)| title.clone()),
        ui.catalog.plain(&format!("profile-test-{}", one.test)),
        one.n.to_string(),
        one.missing.to_string(),
        p(ui, reasons, &one.p),
        p(ui, reasons, &one.q),
        if one.p.is_ok() { way } else { String::new() },
    ]
}

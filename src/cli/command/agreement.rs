//! `propos agreement`: how far the coders agree, and where they do not.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::analysis::agreement::by_code::{CodeAgreement, Resampled};
use crate::analysis::agreement::disagreement::Difference;
use crate::analysis::agreement::gamma::{Gamma, LEAST_DRAWS};
use crate::analysis::agreement::measure::Continuum;
use crate::analysis::agreement::unit::{Rule, Unit};
use crate::analysis::statistics::bootstrap::Interval;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::app::Context;
use crate::app::agreement::gamma::DRAWS;
use crate::app::agreement::{AgreementOutcome, AgreementRequest, Disagreeing, GammaOutcome, Line, report};
use crate::app::coders::Names;
use crate::cli::error::CommandError;
use crate::cli::reason::{Reasons, reason as general};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::coding::Coding;
use crate::domain::{CoderId, TranscriptId};
use crate::i18n::format::{Format, interval, number};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// What is judged coded or not.
    #[arg(long, value_name = "UNIT", default_value = Unit::default().name(), value_parser = units())]
    unit: Unit,
    /// When a passage makes a unit coded.
    #[arg(long, value_name = "RULE", default_value = Rule::default().name(), value_parser = rules())]
    rule: Rule,
    /// This code only; may be repeated.
    #[arg(long = "code", value_name = "CODE")]
    code: Vec<String>,
    /// These coders only.
    #[arg(long, value_name = "CODERS", value_delimiter = ',')]
    by: Vec<String>,
    /// In this interview.
    #[arg(long, value_name = "ID")]
    transcript: Option<String>,
    /// The u-alpha family too.
    #[arg(long)]
    continuum: bool,
    /// Gamma too.
    #[arg(long)]
    gamma: bool,
    /// Texts coded at random for each interview, for gamma.
    #[arg(long, value_name = "N", requires = "gamma", value_parser = clap::value_parser!(u32).range(i64::from(LEAST_DRAWS)..=100_000))]
    draws: Option<u32>,
    /// Seed of what is drawn.
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    /// Lists the disagreements.
    #[arg(long)]
    disagreements: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

fn units() -> impl TypedValueParser<Value = Unit> {
    PossibleValuesParser::new(Unit::ALL.map(Unit::name)).try_map(|name| Unit::parse(&name).ok_or("no unit"))
}

fn rules() -> impl TypedValueParser<Value = Rule> {
    PossibleValuesParser::new(Rule::ALL.map(Rule::name)).try_map(|name| Rule::parse(&name).ok_or("no rule"))
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let request = AgreementRequest {
        unit: args.unit,
        rule: args.rule,
        coders: args.by.iter().map(|name| CoderId::from(name.trim())).collect(),
        transcript: args.transcript.clone().map(TranscriptId),
        codes: args.code.clone(),
        continuum: args.continuum,
        gamma: args.gamma.then(|| args.draws.unwrap_or(DRAWS)),
        disagreements: args.disagreements,
        seed: args.seed,
    };
    let outcome = report(context, &request).await?;
    if args.json {
        return ui.json(&outcome);
    }
    if outcome.interviews.is_empty() {
        let is_blind = !outcome.hidden.is_empty();
        let key = if is_blind { "agreement-blind" } else { "agreement-single" };
        return ui.say(key, &[("coders", outcome.coders.len().into())]);
    }
    let names = Names::load(context).await?;
    basis(ui, &outcome, &names)?;
    ui.line("")?;
    on_units(ui, &outcome)?;
    ui.line("")?;
    notes(ui, &outcome)?;
    if args.continuum {
        ui.line("")?;
        on_passages(ui, &outcome)?;
    }
    if let Some(found) = &outcome.gamma {
        ui.line("")?;
        aligned(ui, found)?;
    }
    if let Some(found) = &outcome.disagreements {
        ui.line("")?;
        differences(ui, found, &names)?;
    }
    Ok(())
}

fn basis(ui: &mut Ui, outcome: &AgreementOutcome, names: &Names) -> Result<(), CommandError> {
    let coders: Vec<&str> = outcome.coders.iter().map(|coder| names.of(coder)).collect();
    let coders = Format::new(ui.catalog.language()).joined(&coders);
    ui.say(
        "agreement-basis",
        &[
            ("coders", coders.into()),
            ("interviews", outcome.interviews.len().into()),
            ("turns", outcome.turns.into()),
            ("units", outcome.units.into()),
        ],
    )?;
    ui.say("agreement-unit", &[("unit", outcome.unit.name().into()), ("rule", outcome.rule.name().into())])
}

/// A figure, or the sign of why it has no value.
fn cell<T>(ui: &Ui, reasons: &mut Reasons, value: &Defined<T>, write: impl FnOnce(&T) -> String) -> String {
    match value {
        Ok(value) => write(value),
        Err(why) => reasons.sign(ui, reason(ui, *why)),
    }
}

/// A coefficient.
fn decimal(ui: &Ui, reasons: &mut Reasons, value: Defined) -> String {
    cell(ui, reasons, &value, |value| number::decimal(*value, 2, ui.catalog.language()))
}

fn bounds(ui: &Ui, reasons: &mut Reasons, found: &Defined<Interval>) -> String {
    let written = |at: &Interval| interval::interval(at.lower, at.upper, 2, ui.catalog.language());
    cell(ui, reasons, found, written)
}

/// The rows of a table in the order of the codebook: each theme, its codes, and all of them at the end.
fn rows<'o>(ui: &Ui, outcome: &'o AgreementOutcome) -> Vec<(String, &'o Line, Option<Defined>)> {
    let mut rows = Vec::new();
    for theme in &outcome.themes {
        rows.push((theme.title.clone(), &theme.line, None));
        for code in outcome.codes.iter().filter(|code| code.theme == theme.theme) {
            rows.push((format!("  {}", code.title), &code.line, code.ku_alpha));
        }
    }
    rows.push((ui.catalog.plain("agreement-overall"), &outcome.overall, None));
    rows
}

fn on_units(ui: &mut Ui, outcome: &AgreementOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let names = ["code", "n", "prevalence", "alpha", "interval", "kappa"];
    let mut head: Vec<String> =
        names.iter().map(|name| ui.catalog.plain(&format!("agreement-{name}"))).collect();
    head.push("AC1".to_owned());
    head.extend(["positive", "percent"].map(|name| ui.catalog.plain(&format!("agreement-{name}"))));
    let mut table = vec![head];
    let mut reasons = Reasons::default();
    let kappa: fn(&CodeAgreement) -> Defined =
        if outcome.coders.len() == 2 { |one| one.kappa } else { |one| one.fleiss };
    for (title, line, _) in rows(ui, outcome) {
        let found = line.agreement.as_ref().map_err(|reason| *reason);
        let units = cell(ui, &mut reasons, &found.map(|one| one.pairable_units), |units| {
            number::whole(whole(*units), language)
        });
        let mut share = |of: fn(&CodeAgreement) -> Defined| {
            let written = |share: &f64| number::percent(share * 100.0, 1, language);
            cell(ui, &mut reasons, &found.and_then(of), written)
        };
        let (prevalence, percent) = (share(|one| one.prevalence), share(|one| one.percent));
        let mut take = |of: fn(&CodeAgreement) -> Defined| decimal(ui, &mut reasons, found.and_then(of));
        let (alpha, kappa, ac1) = (take(|one| one.alpha), take(kappa), take(|one| one.ac1));
        let positive = take(|one| one.positive_agreement);
        let interval = found.and_then(|one| one.alpha_interval.as_ref().map_err(|why| *why));
        let interval = bounds(ui, &mut reasons, &interval.cloned());
        table.push(vec![title, units, prevalence, alpha, interval, kappa, ac1, positive, percent]);
    }
    print(ui, &table)?;
    reasons.tell(ui)
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn print(ui: &mut Ui, table: &[Vec<String>]) -> Result<(), CommandError> {
    let mut aligns = vec![Align::Left];
    aligns.resize(table.first().map_or(0, Vec::len), Align::Right);
    for line in lay_out(&aligns, table) {
        ui.line(&line)?;
    }
    Ok(())
}

/// How the columns read, and what was drawn.
fn notes(ui: &mut Ui, outcome: &AgreementOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    ui.say("agreement-reading", &[("coders", outcome.coders.len().into())])?;
    let lines = || {
        let codes = outcome.codes.iter().map(|code| &code.line.agreement);
        codes.chain([&outcome.overall.agreement]).flatten()
    };
    if let Ok(overall) = &outcome.overall.agreement {
        match &overall.alpha_interval {
            Ok(drawn) => {
                let undefined =
                    lines().filter_map(|one| one.alpha_interval.as_ref().ok()).map(|at| at.undefined).max();
                let resampled = match overall.resampled {
                    Resampled::Interviews => "interviews",
                    Resampled::TurnsInside => "turns",
                };
                let arguments = [
                    ("resampled", resampled.into()),
                    ("level", number::percent(drawn.level * 100.0, 0, language).into()),
                    ("draws", (drawn.draws as usize).into()),
                    ("seed", drawn.seed.to_string().into()),
                    ("undefined", (undefined.unwrap_or(0) as usize).into()),
                ];
                ui.say("agreement-drawn", &arguments)?;
            }
            Err(why) => {
                let why = reason(ui, *why);
                ui.say("agreement-not-drawn", &[("reason", why.into())])?;
            }
        }
    }
    ui.say("agreement-thresholds", &[])
}

/// Says why in the words of coders and interviews where there are some.
fn reason(ui: &Ui, why: Undefined) -> String {
    ui.catalog.plain(match why {
        Undefined::SingleCategory => "agreement-reason-single",
        Undefined::NeverPresent => "agreement-reason-never",
        Undefined::OverlappingUnits => "agreement-reason-overlap",
        Undefined::TooFew { needed: 8, .. } => "agreement-reason-eight",
        Undefined::TooFew { needed: 2, .. } => "agreement-reason-one",
        other => return general(ui, other),
    })
}

/// The u-alpha family.
fn on_passages(ui: &mut Ui, outcome: &AgreementOutcome) -> Result<(), CommandError> {
    let title = ui.style(Style::Strong, &ui.catalog.plain("agreement-line"));
    ui.line(&title)?;
    let mut head = vec![ui.catalog.plain("agreement-code"), "u-α".to_owned()];
    head.push(ui.catalog.plain("agreement-interval"));
    head.extend(["|u-α", "cu-α"].map(str::to_owned));
    head.extend([ui.catalog.plain("agreement-cover"), "(k)u-α".to_owned()]);
    let (mut table, mut reasons) = (vec![head], Reasons::default());
    for (title, line, own) in rows(ui, outcome) {
        let Some(found) = &line.continuum else { continue };
        let found = found.as_ref().map_err(|why| *why);
        let is_code = title.starts_with(' ');
        let mut take = |of: fn(&Continuum) -> Defined| decimal(ui, &mut reasons, found.and_then(of));
        let u_alpha = take(|one| one.u_alpha);
        // Of one code alone, where and where and what are the same.
        let [binary, cu_alpha]: [fn(&Continuum) -> Defined; 2] =
            [|one| one.u_alpha_binary, |one| one.cu_alpha];
        let [binary, cu_alpha] = [binary, cu_alpha].map(|of| if is_code { String::new() } else { take(of) });
        let coverage = take(|one| one.coverage);
        let interval = found.and_then(|one| one.u_alpha_interval.as_ref().map_err(|why| *why));
        let interval = bounds(ui, &mut reasons, &interval.cloned());
        let own = own.map_or_else(String::new, |value| decimal(ui, &mut reasons, value));
        table.push(vec![title, u_alpha, interval, binary, cu_alpha, coverage, own]);
    }
    print(ui, &table)?;
    reasons.tell(ui)?;
    ui.say("agreement-line-reading", &[])
}

/// Gamma, interview by interview and over all.
fn aligned(ui: &mut Ui, found: &GammaOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let title = ui.style(Style::Strong, &ui.catalog.plain("agreement-gamma"));
    ui.line(&title)?;
    let mut head = vec![ui.catalog.plain("agreement-interview")];
    head.extend(
        ["passages", "observed", "expected"].map(|name| ui.catalog.plain(&format!("agreement-{name}"))),
    );
    head.extend(["γ", "±"].map(str::to_owned));
    let (mut table, mut reasons) = (vec![head], Reasons::default());
    for one in &found.interviews {
        let mut take = |of: fn(&Gamma) -> f64| decimal(ui, &mut reasons, one.gamma.map(|gamma| of(&gamma)));
        table.push(vec![
            one.transcript.0.clone(),
            number::whole(whole(one.passages as u64), language),
            take(|gamma| gamma.observed),
            take(|gamma| gamma.expected),
            take(|gamma| gamma.gamma),
            take(|gamma| (1.0 - gamma.gamma) * gamma.precision),
        ]);
    }
    print(ui, &table)?;
    match &found.pooled {
        Ok(pooled) => {
            let interval = match &pooled.interval {
                Ok(at) => interval::interval(at.lower, at.upper, 2, language),
                Err(_) => String::new(),
            };
            ui.say(
                "agreement-gamma-pooled",
                &[
                    ("gamma", number::decimal(pooled.gamma, 2, language).into()),
                    ("known", if interval.is_empty() { "no" } else { "yes" }.into()),
                    ("interval", interval.into()),
                    ("interviews", pooled.texts.into()),
                    ("left", (found.interviews.len() - pooled.texts).into()),
                ],
            )?;
        }
        Err(why) => {
            let arguments = [
                ("code", ui.catalog.plain("agreement-overall").into()),
                ("what", "γ".into()),
                ("reason", reason(ui, *why).into()),
            ];
            ui.say("agreement-why", &arguments)?;
        }
    }
    let setting = |value: f64| number::decimal(value, 1, language);
    ui.say(
        "agreement-gamma-reading",
        &[
            ("alpha", setting(found.weights.position).into()),
            ("beta", setting(found.weights.category).into()),
            ("empty", setting(found.weights.empty).into()),
            ("draws", (found.draws as usize).into()),
            ("seed", found.seed.to_string().into()),
        ],
    )?;
    reasons.tell(ui)
}

fn differences(ui: &mut Ui, found: &[Disagreeing], names: &Names) -> Result<(), CommandError> {
    if found.is_empty() {
        return ui.say("agreement-none", &[]);
    }
    for one in found {
        let (first, second) = (names.of(&one.coders.0), names.of(&one.coders.1));
        let arguments = [
            ("coders", Format::new(ui.catalog.language()).joined(&[first, second]).into()),
            ("transcript", one.transcript.as_str().into()),
            ("count", one.questions.len().into()),
        ];
        let head = ui.catalog.text("agreement-differ", &arguments);
        let head = ui.style(Style::Strong, &head);
        ui.line(&head)?;
        for question in &one.questions {
            let kind = match question.difference {
                Difference::Boundaries => "boundaries",
                Difference::Code => "code",
                Difference::First => "first",
                Difference::Second => "second",
            };
            let arguments = [("kind", kind.into()), ("first", first.into()), ("second", second.into())];
            let mut line = ui.catalog.text("agreement-turn", &[("turn", question.turn.into())]);
            line.push_str(" · ");
            line.push_str(&ui.catalog.text("agreement-difference", &arguments));
            if question.settled.is_some() {
                line.push(' ');
                line.push_str(&ui.catalog.plain("agreement-settled"));
            }
            ui.line(&format!("  {line}"))?;
            for (coder, side) in [(first, &question.first), (second, &question.second)] {
                if side.is_empty() {
                    let nothing = ui.style(Style::Quiet, &ui.catalog.plain("agreement-nothing"));
                    ui.line(&format!("    {coder} · {nothing}"))?;
                }
                for coding in side {
                    ui.line(&format!("    {coder} · {}", reading(ui, coding)))?;
                }
            }
        }
    }
    Ok(())
}

fn reading(ui: &Ui, coding: &Coding) -> String {
    let words = ui.style(Style::Mark, &coding.anchor.exact.replace('\n', " "));
    format!("{} · {words}", coding.code)
}

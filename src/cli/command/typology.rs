//! `propos typology`: groups the interviews into profiles.

mod stability;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::analysis::profile::CodeTest;
use crate::analysis::profile::v_test::LISTED;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::analysis::typology::exact::MOST_TIES;
use crate::analysis::typology::{AxisTable, Method};
use crate::app::Context;
use crate::app::material::Material;
use crate::app::typology::{TypologyOutcome, TypologyRequest, compute, keep, verdict_in_words};
use crate::cli::error::CommandError;
use crate::cli::reason::{Reasons, or_reason};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::TranscriptId;
use crate::domain::settings::Measure;
use crate::i18n::format::number as format;
use crate::text::Language;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Number of profiles.
    #[arg(long, value_name = "K")]
    profiles: Option<usize>,
    /// Measure of the axes.
    #[arg(long, value_name = "MEASURE", value_parser = measures())]
    measure: Option<Measure>,
    /// Seed of the draws.
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    /// Puts the partition to every trial.
    #[arg(long)]
    stability: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

fn measures() -> impl TypedValueParser<Value = Measure> {
    PossibleValuesParser::new(Measure::ALL.map(Measure::name))
        .try_map(|name| Measure::parse(&name).ok_or("no measure"))
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let material = Material::load(context).await?;
    let request = TypologyRequest {
        profiles: args.profiles,
        measure: args.measure,
        seed: args.seed,
        stability: args.stability,
        ..TypologyRequest::default()
    };
    let outcome = compute(context, &material, &request, ui.catalog.language())?;
    keep(context, &material, &outcome, ui.catalog.language()).await?;
    if args.json {
        return ui.json(&outcome);
    }
    places(ui, &material, &outcome)?;
    ui.line("")?;
    profiles(ui, &material, &outcome)?;
    ui.line("")?;
    methods(ui, &outcome)?;
    ui.line("")?;
    if let Some(trials) = &outcome.typology.stability {
        stability::show(ui, &material, &outcome.typology, trials)?;
        ui.line("")?;
    }
    verdict(ui, &material, &outcome)
}

/// The table of cases: where each is, and how firmly.
fn places(ui: &mut Ui, material: &Material, outcome: &TypologyOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let typology = &outcome.typology;
    let mut head = vec![ui.catalog.plain("typology-case"), ui.catalog.plain("typology-profile")];
    for table in &typology.axes {
        head.push(axis_title(material, table, language));
    }
    head.push(ui.catalog.plain("typology-silhouette"));
    head.push(ui.catalog.plain("typology-membership"));
    let mut rows = vec![head];
    let mut reasons = Reasons::default();
    for case in &typology.order {
        let Some(index) = typology.index(case) else { continue };
        let membership = &typology.membership[index];
        let mut decimal =
            |value: &Defined| reasons.cell(ui, value, |value| format::decimal(*value, 2, language));
        let mut row = vec![case.0.clone(), format!("P{}", membership.profile)];
        row.extend(typology.axes.iter().map(|axis| {
            let pooled = axis.rows[index].pooled.map(|value| value.value);
            decimal(&pooled.ok_or(Undefined::MissingIndicators))
        }));
        row.push(decimal(&membership.silhouette));
        row.push(kept(ui, &mut reasons, &membership.kept));
        rows.push(row);
    }
    let mut aligns = vec![Align::Left, Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)
}

/// Writes the share of the draws between coders that keep a case in its profile, or why there is none.
pub(super) fn kept(ui: &Ui, reasons: &mut Reasons, kept: &Defined) -> String {
    match kept {
        Ok(share) => format::percent(share * 100.0, 0, ui.catalog.language()),
        Err(Undefined::NoPairableUnit) => {
            let words = ui.catalog.plain("typology-read-once");
            reasons.sign(ui, words)
        }
        Err(_) => reasons.cell(ui, kept, |_| String::new()),
    }
}

fn profiles(ui: &mut Ui, material: &Material, outcome: &TypologyOutcome) -> Result<(), CommandError> {
    for profile in &outcome.profiles {
        let name = ui.style(Style::Strong, &format!("{} – {}", profile.label, profile.name));
        ui.say("build-profile", &[("name", name.into()), ("cases", profile.cases.join(", ").into())])?;
        let Some(described) =
            outcome.described.iter().find(|one| format!("P{}", one.number) == profile.label)
        else {
            continue;
        };
        let listed = |codes: Vec<&CodeTest>| -> String {
            let written = codes.iter().filter_map(|test| {
                let code = material.codebook.codes().find(|code| code.id == test.code);
                let title = code.map_or(test.code.as_str(), |code| code.title.as_str());
                Some(format!("{title} ({})", format::signed(test.v.ok()?, 1, ui.catalog.language())))
            });
            written.collect::<Vec<_>>().join(", ")
        };
        let more = listed(described.typical().take(LISTED.0).collect());
        let less = listed(described.atypical().take(LISTED.1).collect());
        let central: Vec<&str> = described.paragon.iter().map(|case| case.as_str()).collect();
        for (key, name, text) in [
            ("typology-typical", "codes", more),
            ("typology-untypical", "codes", less),
            ("typology-paragon", "cases", central.join(", ")),
        ] {
            if !text.is_empty() {
                let text = ui.catalog.text(key, &[(name, text.into())]);
                ui.line(&format!("     {text}"))?;
            }
        }
    }
    for one in &outcome.assignments {
        let arguments = [
            ("case", one.case.as_str().into()),
            ("coder", one.coder.as_str().into()),
            ("profile", one.assigned.as_str().into()),
            ("computed", one.computed.as_str().into()),
            ("reason", one.reason.as_str().into()),
        ];
        ui.say("typology-assigned", &arguments)?;
    }
    Ok(())
}

pub(super) fn method_name(ui: &Ui, method: &Method) -> String {
    match method {
        Method::Coder { coder } => {
            ui.catalog.text("typology-method-coder", &[("coder", coder.as_str().into())])
        }
        _ => ui.catalog.plain(&format!("typology-method-{}", method.key())),
    }
}

fn methods(ui: &mut Ui, outcome: &TypologyOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let none = ui.catalog.plain("typology-none");
    let mut rows = vec![vec![
        ui.catalog.plain("typology-agreement"),
        "ARI".to_owned(),
        ui.catalog.plain("typology-moved"),
    ]];
    let mut reasons = Reasons::default();
    for moves in &outcome.typology.methods {
        let name = method_name(ui, &moves.method);
        let moved: Vec<&str> = moves.moved.iter().map(|case| case.as_str()).collect();
        rows.push(vec![
            name,
            reasons.cell(ui, &moves.ari, |ari| format::decimal(*ari, 2, language)),
            if moved.is_empty() { none.clone() } else { moved.join(", ") },
        ]);
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Left], &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)
}

/// What the optimum is worth, what takes no part, and what may be said of the groups.
fn verdict(ui: &mut Ui, material: &Material, outcome: &TypologyOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let typology = &outcome.typology;
    let structure = &typology.structure;
    let known = if structure.runner_up_ratio.is_ok() { "yes" } else { "no" };
    let ratio = or_reason(ui, &structure.runner_up_ratio, |ratio| {
        format::percent((ratio - 1.0) * 100.0, 0, language)
    });
    match (&structure.optimum, structure.starts) {
        (Some(optimum), _) => {
            let partitions = i64::try_from(optimum.partitions).unwrap_or(i64::MAX);
            let arguments =
                [("ratio", ratio.into()), ("known", known.into()), ("partitions", partitions.into())];
            ui.say("typology-method", &arguments)?;
            if optimum.solutions > 1 {
                let count = i64::try_from(optimum.solutions).unwrap_or(i64::MAX);
                let most = if optimum.solutions >= MOST_TIES { "yes" } else { "no" };
                ui.say("typology-not-unique", &[("count", count.into()), ("most", most.into())])?;
            }
        }
        (None, starts) => {
            let arguments = [
                ("starts", typology.settings.starts.into()),
                ("reached", starts.map_or(0, |starts| starts.reached).into()),
                ("ratio", ratio.into()),
                ("known", known.into()),
            ];
            ui.say("typology-kmeans", &arguments)?;
        }
    }
    for table in typology.axes.iter().filter(|table| table.dropped.is_some()) {
        ui.say("typology-axis-dropped", &[("axis", axis_title(material, table, language).into())])?;
    }
    let joined =
        |cases: &[TranscriptId]| cases.iter().map(TranscriptId::as_str).collect::<Vec<_>>().join(", ");
    if !typology.unplaced.is_empty() {
        let cases = joined(&typology.unplaced);
        ui.say("typology-unplaced", &[("cases", cases.into()), ("n", typology.unplaced.len().into())])?;
    }
    for group in typology.groups.iter().filter(|group| group.single) {
        let arguments =
            [("profile", format!("P{}", group.number).into()), ("case", joined(&group.cases).into())];
        ui.say("typology-single", &arguments)?;
    }
    let doubtful: Vec<&str> =
        typology.membership.iter().filter(|one| one.boundary).map(|one| one.case.as_str()).collect();
    if !doubtful.is_empty() {
        ui.say("typology-boundary", &[("cases", doubtful.join(", ").into())])?;
    }
    let said = verdict_in_words(&ui.catalog, typology);
    ui.line(&said)
}

/// The title of an axis, as the study declares it.
fn axis_title(material: &Material, table: &AxisTable, language: Language) -> String {
    let axis = material.settings.axes.iter().find(|axis| axis.id == table.definition.id);
    axis.map_or_else(|| table.definition.id.0.clone(), |axis| axis.title.get(language).to_owned())
}

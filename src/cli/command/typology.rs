//! `propos typology`: groups the interviews into profiles.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::analysis::profile::CodeTest;
use crate::analysis::profile::v_test::LISTED;
use crate::analysis::typology::{Method, Scaling};
use crate::app::Context;
use crate::app::material::Material;
use crate::app::typology::{TypologyOutcome, TypologyRequest, compute, keep};
use crate::cli::error::CommandError;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::settings::Measure;
use crate::i18n::format::number as format;

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
    verdict(ui, &outcome)
}

/// The table of cases: where each is, and how firmly.
fn places(ui: &mut Ui, material: &Material, outcome: &TypologyOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let typology = &outcome.typology;
    let mut head = vec![ui.catalog.plain("typology-case"), ui.catalog.plain("typology-profile")];
    for table in &typology.axes {
        let axis = material.settings.axes.iter().find(|axis| axis.id == table.definition.id);
        head.push(
            axis.map_or_else(|| table.definition.id.0.clone(), |axis| axis.title.get(language).to_owned()),
        );
    }
    head.push(ui.catalog.plain("typology-silhouette"));
    head.push(ui.catalog.plain("typology-membership"));
    let mut rows = vec![head];
    for case in &typology.order {
        let Some(index) = typology.index(case) else { continue };
        let membership = &typology.membership[index];
        let decimal = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| format::decimal(value, 2, language))
        };
        let mut row = vec![case.0.clone(), format!("P{}", membership.profile)];
        row.extend(
            typology.axes.iter().map(|axis| decimal(axis.rows[index].pooled.map(|value| value.value))),
        );
        row.push(decimal(membership.silhouette));
        row.push(
            membership
                .kept
                .map_or_else(|| "–".to_owned(), |share| format::percent(share * 100.0, 0, language)),
        );
        rows.push(row);
    }
    let mut aligns = vec![Align::Left, Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    Ok(())
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
                Some(format!("{title} ({})", format::signed(test.v?, 1, ui.catalog.language())))
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

fn method_name(ui: &Ui, method: &Method) -> String {
    let named = |key: &str| ui.catalog.plain(&format!("typology-method-{key}"));
    match method {
        Method::Exact => named("exact"),
        Method::KMeans => named("kmeans"),
        Method::Ward => named("ward"),
        Method::Quadrants => named("quadrants"),
        Method::Coder { coder } => {
            ui.catalog.text("typology-method-coder", &[("coder", coder.as_str().into())])
        }
        Method::Measure { measure } => named(measure.name()),
        Method::Scaling { scaling: Scaling::Z } => named("z"),
        Method::Scaling { scaling: Scaling::Robust } => named("robust"),
        Method::Scaling { scaling: Scaling::Ranks } => named("ranks"),
        Method::Components => named("components"),
        Method::Researcher => named("researcher"),
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
    for moves in &outcome.typology.methods {
        let name = method_name(ui, &moves.method);
        let moved: Vec<&str> = moves.moved.iter().map(|case| case.as_str()).collect();
        rows.push(vec![
            name,
            moves.ari.map_or_else(|| "–".to_owned(), |ari| format::decimal(ari, 2, language)),
            if moved.is_empty() { none.clone() } else { moved.join(", ") },
        ]);
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Left], &rows) {
        ui.line(&line)?;
    }
    Ok(())
}

fn verdict(ui: &mut Ui, outcome: &TypologyOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let structure = &outcome.typology.structure;
    match structure.runner_up_ratio {
        Some(ratio) => {
            ui.say(
                "typology-method",
                &[("ratio", format::percent((ratio - 1.0) * 100.0, 0, language).into())],
            )?;
        }
        None => ui.say("typology-kmeans", &[("starts", outcome.typology.settings.starts.into())])?,
    }
    if let Some(test) = &structure.gaussian_null {
        let key = if test.p < 0.05 { "typology-separated" } else { "typology-continuum" };
        let p = if test.p < 0.05 {
            format::decimal(test.p, 3, language)
        } else {
            format::percent(test.p * 100.0, 0, language)
        };
        ui.say(key, &[("p", p.into())])?;
    }
    let doubtful: Vec<&str> =
        outcome.typology.membership.iter().filter(|one| one.boundary).map(|one| one.case.as_str()).collect();
    if !doubtful.is_empty() {
        ui.say("typology-boundary", &[("cases", doubtful.join(", ").into())])?;
    }
    Ok(())
}

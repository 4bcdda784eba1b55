//! `propos build`: the main job.

use crate::app::Context;
use crate::app::build::{BuildOutcome, BuildRequest, build};
use crate::cli::error::CommandError;
use crate::cli::ui::{Style, Ui};
use crate::report::findings::Edition;
use crate::text::Language;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Who may read the report.
    #[arg(long, value_name = "EDITION", default_value = "internal", value_parser = ["internal", "public"])]
    edition: String,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

/// Findings listed before only their number is told.
const MOST: usize = 20;

pub(in crate::cli) async fn run(
    ui: &mut Ui,
    context: &Context,
    language: Option<Language>,
    args: &Args,
) -> Result<(), CommandError> {
    let edition = if args.edition == "public" { Edition::Public } else { Edition::Internal };
    let outcome = build(context, BuildRequest { edition, language }).await?;
    if args.json {
        return ui.json(&outcome);
    }
    if outcome.import.operation.is_some() {
        ui.diagnostics(&outcome.import.diagnostics, MOST);
        super::import::tell(ui, &outcome.import)?;
        ui.line("")?;
    }
    summary(ui, &outcome)
}

fn summary(ui: &mut Ui, outcome: &BuildOutcome) -> Result<(), CommandError> {
    let title = ui.style(Style::Strong, &outcome.title);
    ui.say("build-title", &[("title", title.into())])?;
    if let Some(text) = &outcome.invented {
        let text = crate::i18n::format::words::capitalised(text);
        ui.say("build-invented", &[("text", text.into())])?;
    }
    ui.say(
        "build-interviews",
        &[
            ("transcripts", outcome.transcripts.into()),
            ("turns", outcome.turns.into()),
            ("words", outcome.words.into()),
        ],
    )?;
    ui.say(
        "build-codings",
        &[
            ("codings", outcome.codings.into()),
            ("coders", outcome.coders.into()),
            ("codes", outcome.codes.into()),
            ("unplaced", outcome.unplaced.into()),
        ],
    )?;
    if outcome.respondents > 0 {
        let arguments = [("respondents", outcome.respondents.into()), ("linked", outcome.linked.into())];
        ui.say("build-questionnaire", &arguments)?;
    }
    if outcome.recipients + outcome.interventions > 0 {
        let arguments =
            [("interventions", outcome.interventions.into()), ("recipients", outcome.recipients.into())];
        ui.say("build-casework", &arguments)?;
    }
    let found = outcome.diagnostics;
    let arguments =
        [("errors", found.errors.into()), ("warnings", found.warnings.into()), ("notes", found.notes.into())];
    ui.say("build-diagnostics", &arguments)?;
    ui.line("")?;
    for profile in &outcome.profiles {
        let name = ui.style(Style::Strong, &format!("{} – {}", profile.label, profile.name));
        ui.say("build-profile", &[("name", name.into()), ("cases", profile.cases.join(", ").into())])?;
    }
    if let Some(reason) = &outcome.no_profiles {
        ui.say("build-no-profiles", &[("reason", reason.into())])?;
    }
    ui.line("")?;
    ui.say("build-workbook", &[("path", outcome.workbook.as_str().into())])?;
    ui.say("build-word", &[("path", outcome.word.as_str().into())])?;
    ui.say("build-report", &[("path", outcome.report.as_str().into())])
}

//! `propos import`: reads files into the study.

use std::path::PathBuf;

use crate::app::Context;
use crate::app::import::{
    FileStatus, ImportOptions, ImportOutcome, Preview, Proposed, import_with, is_identifier, preview, propose,
};
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::Severity;
use crate::domain::coding::Anchoring;
use crate::domain::transcript::Role;
use crate::i18n::format::number;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders; none: the study's own.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Shows what is understood of the interviews (speakers, turns, times, doubts); writes nothing.
    #[arg(long)]
    preview: bool,
    /// Lays an export of a survey out as the study's questionnaire, to be corrected and then imported.
    #[arg(long, value_name = "EXPORT")]
    questionnaire: Option<PathBuf>,
    /// Takes in files that hold direct identifiers of persons; the log says so.
    #[arg(long)]
    allow_identifiers: bool,
    /// The sheet of a workbook; none: the first that holds a table.
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

/// Findings listed before only their number is told.
const MOST: usize = 60;

pub(in crate::cli) async fn run(
    ui: &mut Ui,
    context: &Context,
    environment: &Environment,
    args: &Args,
) -> Result<(), CommandError> {
    let paths: Vec<PathBuf> = args.paths.iter().map(|path| environment.folder.join(path)).collect();
    if args.preview {
        let previews = preview(&environment.folder, &paths)?;
        let (faulty, sound): (Vec<_>, Vec<_>) =
            previews.iter().partition(|preview| stops(preview, args.allow_identifiers));
        // A document that is not read is told, but it is no interview.
        let sound = sound.iter().filter(|preview| preview.understood.is_some()).count();
        if args.json {
            ui.json(&previews)?;
        } else {
            show(ui, &previews)?;
            match faulty.len() {
                0 => ui.say("preview-nothing-written", &[("files", sound.into())])?,
                faulty => {
                    ui.say("preview-stopped", &[("faulty", faulty.into()), ("files", sound.into())])?;
                }
            }
        }
        ui.flush()?;
        return if faulty.is_empty() { Ok(()) } else { Err(CommandError::Told(Exit::User)) };
    }
    let options = ImportOptions {
        allow_identifiers: args.allow_identifiers,
        sheet: args.sheet.clone(),
        ..ImportOptions::default()
    };
    if let Some(export) = &args.questionnaire {
        let proposed = propose(context, &environment.folder.join(export), &options)?;
        return if args.json { ui.json(&proposed) } else { tell_proposed(ui, &proposed) };
    }
    let outcome = import_with(context, &paths, &options).await?;
    if args.json {
        return ui.json(&outcome);
    }
    tell(ui, &outcome)?;
    ui.diagnostics(&outcome.diagnostics, MOST);
    Ok(())
}

/// Says what an import did, in a few lines.
pub(in crate::cli) fn tell(ui: &mut Ui, outcome: &ImportOutcome) -> Result<(), CommandError> {
    if outcome.operation.is_none() {
        return ui.say("import-nothing", &[("files", outcome.files.len().into())]);
    }
    ui.say(
        "import-files",
        &[
            ("new", outcome.count(FileStatus::New).into()),
            ("changed", outcome.count(FileStatus::Changed).into()),
            ("unchanged", outcome.count(FileStatus::Unchanged).into()),
        ],
    )?;
    ui.say(
        "import-codings",
        &[
            ("added", outcome.codings_added.into()),
            ("removed", outcome.codings_removed.into()),
            ("unplaced", outcome.unplaced.into()),
        ],
    )?;
    if outcome.identifiers > 0 {
        ui.say("import-identifiers", &[("count", outcome.identifiers.into())])?;
    }
    let verdicts = outcome.verdicts;
    if verdicts.total() > 0 {
        ui.say(
            "import-verdicts",
            &[
                ("exact", verdicts.exact.into()),
                ("moved", verdicts.moved.into()),
                ("approximate", verdicts.approximate.into()),
                ("lost", verdicts.lost.into()),
            ],
        )?;
    }
    for coding in outcome.reanchored.iter().take(MOST) {
        let key = if coding.anchoring == Anchoring::Lost { "import-lost" } else { "import-approximate" };
        let place = ui.style(Style::Strong, coding.transcript.as_str());
        let arguments = [
            ("transcript", place.into()),
            ("code", coding.code.as_str().into()),
            ("coder", coding.coder.as_str().into()),
            ("before", coding.before.as_str().into()),
            ("after", coding.after.as_str().into()),
        ];
        ui.say(key, &arguments)?;
    }
    Ok(())
}

/// Says what was recognised of an export of a survey, and what was written of it.
fn tell_proposed(ui: &mut Ui, proposed: &Proposed) -> Result<(), CommandError> {
    let found = &proposed.proposal;
    ui.say(
        "survey-recognised",
        &[
            ("program", found.program.into()),
            ("respondents", found.respondents.into()),
            ("incomplete", found.incomplete.into()),
        ],
    )?;
    ui.say(
        "survey-questions",
        &[
            ("items", found.items.into()),
            ("boxes", found.boxes.into()),
            ("groups", found.groups.into()),
            ("others", found.others.into()),
        ],
    )?;
    ui.diagnostics(&proposed.diagnostics, MOST);
    ui.say("survey-written", &[("files", proposed.files.join(", ").into())])
}

/// Tells whether an import would stop at a file; identifiers of persons may be allowed.
fn stops(preview: &Preview, allow_identifiers: bool) -> bool {
    let mut errors = preview.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.any(|found| !(allow_identifiers && is_identifier(found)))
}

/// Says what was understood of each interview.
fn show(ui: &mut Ui, previews: &[Preview]) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    for preview in previews {
        let path = ui.style(Style::Strong, &preview.path);
        let encoding = preview.encoding.unwrap_or("none");
        ui.say(
            "preview-file",
            &[("path", path.into()), ("format", preview.format.into()), ("encoding", encoding.into())],
        )?;
        if let Some(understood) = &preview.understood {
            let head = ["speaker", "role", "turns", "words"];
            let mut rows = vec![head.map(|name| ui.catalog.plain(&format!("preview-{name}"))).to_vec()];
            rows.extend(understood.speakers.iter().map(|voice| {
                let role = match voice.role {
                    Role::Interviewer => "preview-interviewer",
                    Role::Respondent => "preview-respondent",
                };
                let counts = [voice.turns, voice.words]
                    .map(|count| number::whole(i64::try_from(count).unwrap_or(i64::MAX), language));
                [vec![voice.label.clone(), ui.catalog.plain(role)], counts.to_vec()].concat()
            }));
            for line in lay_out(&[Align::Left, Align::Left, Align::Right, Align::Right], &rows) {
                ui.line(&format!("  {line}"))?;
            }
            let (times, first, last) = understood.times.unwrap_or_default();
            ui.say(
                "preview-rest",
                &[
                    ("id", understood.id.as_str().into()),
                    ("unlabelled", understood.unlabelled.into()),
                    ("parts", understood.parts.into()),
                    ("times", times.into()),
                    ("first", clock(first).into()),
                    ("last", clock(last).into()),
                ],
            )?;
            for (label, words) in &understood.first {
                let label = if label.is_empty() { "–" } else { label };
                ui.line(&format!("  {label} : {words}"))?;
            }
        }
        ui.diagnostics(&preview.diagnostics, MOST);
    }
    Ok(())
}

fn clock(seconds: u32) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

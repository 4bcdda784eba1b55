//! `propos import`: reads files into the study.

use std::path::PathBuf;

use crate::app::Context;
use crate::app::import::{FileStatus, ImportOutcome, Preview, import, preview};
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
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
        return if args.json { ui.json(&previews) } else { show(ui, &previews) };
    }
    let outcome = import(context, &paths).await?;
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
    ui.say("preview-nothing-written", &[("files", previews.len().into())])
}

fn clock(seconds: u32) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

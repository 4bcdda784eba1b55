//! `propos import`: reads files into the study.

use std::path::PathBuf;

use crate::app::Context;
use crate::app::import::{FileStatus, ImportOutcome, import};
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::ui::{Style, Ui};
use crate::domain::coding::Anchoring;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders; none: the study's own.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
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

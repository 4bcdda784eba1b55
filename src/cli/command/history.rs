//! `propos history`: what was changed, when and by whom.

use serde_json::json;

use crate::app::{self, Context};
use crate::cli::error::CommandError;
use crate::cli::ui::{Style, Ui};
use crate::store::Operation;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Operations listed, the newest first.
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u32,
    /// Lists the results kept instead of the changes.
    #[arg(long)]
    runs: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    if args.runs {
        return runs(ui, context, args).await;
    }
    let operations = app::history::list(context, args.limit).await?;
    if args.json {
        return ui.json(&json!({ "operations": operations }));
    }
    if operations.is_empty() {
        return ui.say("history-empty", &[]);
    }
    for operation in &operations {
        let text = describe(ui, operation);
        ui.line(&text)?;
    }
    Ok(())
}

/// Lists what was computed, from what and with which seed.
async fn runs(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let runs = app::history::runs(context, args.limit).await?;
    if args.json {
        return ui.json(&json!({ "runs": runs }));
    }
    if runs.is_empty() {
        return ui.say("history-runs-empty", &[]);
    }
    for run in &runs {
        let method = ui.style(Style::Strong, &format!("{:<10}", run.method));
        let inputs: String = run.inputs.chars().take(12).collect();
        let text = ui.catalog.text(
            "history-run",
            &[
                ("version", run.version.as_str().into()),
                ("draws", if run.seed == 0 { "none" } else { "some" }.into()),
                ("seed", run.seed.to_string().into()),
                ("inputs", inputs.into()),
            ],
        );
        ui.line(&format!("{}  {method}  {text}", run.at))?;
    }
    Ok(())
}

/// Writes an operation on a line.
pub(in crate::cli) fn describe(ui: &Ui, operation: &Operation) -> String {
    let count = |name: &str| operation.summary.get(name).and_then(serde_json::Value::as_i64).unwrap_or(0);
    let what = match operation.undoes {
        Some(undone) => {
            // A redo tells what stands again; it undoes an undo.
            let key = if operation.kind == "redo" { "history-redo" } else { "history-undo" };
            let number = operation.summary["operation"].as_i64().unwrap_or(undone);
            ui.catalog.text(key, &[("number", number.into())])
        }
        None => ui.catalog.text(
            &format!("history-{}", operation.kind),
            &[
                ("new", count("new").into()),
                ("changed", count("changed").into()),
                ("added", count("codings_added").into()),
                ("removed", count("codings_removed").into()),
                ("identifiers", count("identifiers").into()),
            ],
        ),
    };
    let number = ui.style(Style::Strong, &format!("{:>4}", operation.number));
    let undone = match operation.undone_by {
        Some(number) => ui.catalog.text("history-undone", &[("number", number.into())]),
        None => String::new(),
    };
    format!("{number}  {}  {}  {what}{undone}", operation.at, operation.coder)
}

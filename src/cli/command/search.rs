//! `propos search`: searches the interviews.

use crate::app::Context;
use crate::app::search::{FoundTurn, SearchRequest, count, search};
use crate::cli::error::CommandError;
use crate::cli::ui::{Style, Ui};
use crate::i18n::Value;
use crate::search::QueryError;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to search; several words are one query.
    #[arg(value_name = "QUERY", required = true, num_args = 1..)]
    query: Vec<String>,
    /// At most so many turns.
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// Words shown before and after.
    #[arg(long, value_name = "WORDS")]
    context: Option<usize>,
    /// Only the number of turns found.
    #[arg(long)]
    count: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let query = args.query.join(" ");
    if args.count {
        let total = count(context, &query).await?;
        return ui.count(args.json, total);
    }
    let request = SearchRequest { query, limit: args.limit, context: args.context };
    let outcome = search(context, &request).await?;
    if args.json {
        return ui.json(&outcome);
    }
    if outcome.total == 0 {
        return ui.say("search-none", &[]);
    }
    let mut present = "";
    for hit in &outcome.hits {
        if hit.transcript != present {
            present = &hit.transcript;
            let head = ui.style(Style::Strong, present);
            ui.line(&head)?;
        }
        tell(ui, hit)?;
    }
    let mut summary = ui.catalog.text("search-summary", &[("total", outcome.total.into())]);
    if (outcome.hits.len() as u64) < outcome.total {
        summary.push_str(&ui.catalog.text("search-shown", &[("shown", outcome.hits.len().into())]));
    }
    ui.line(&summary)
}

fn tell(ui: &mut Ui, hit: &FoundTurn) -> Result<(), CommandError> {
    let turn = ui.catalog.text("search-turn", &[("turn", i64::from(hit.turn).into())]);
    let head = ui.style(Style::Quiet, &format!("{turn} · {}", hit.speaker));
    let letters: Vec<char> = hit.text.chars().collect();
    let mut text = String::new();
    let mut at = 0;
    for mark in &hit.marks {
        text.extend(&letters[at..mark.start.0]);
        let marked: String = letters[mark.start.0..mark.end.0].iter().collect();
        text.push_str(&ui.style(Style::Mark, &marked));
        at = mark.end.0;
    }
    text.extend(&letters[at..]);
    let text = text.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let before = if hit.cut_before { "…" } else { "" };
    let after = if hit.cut_after { "…" } else { "" };
    ui.line(&format!("  {head}  {before}{text}{after}"))
}

/// Says what is wrong with a query, in the user's language.
pub(in crate::cli) fn explain(ui: &Ui, error: &QueryError) -> String {
    let arguments = error.arguments();
    let arguments: Vec<(&str, Value<'_>)> =
        arguments.iter().map(|(name, value)| (*name, Value::from(value.as_ref()))).collect();
    ui.catalog.text(error.key(), &arguments)
}

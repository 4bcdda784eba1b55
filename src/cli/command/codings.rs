//! `propos codings`: lists coded passages.

use crate::app::Context;
use crate::app::codings::{CodingsRequest, list};
use crate::cli::error::CommandError;
use crate::cli::ui::{Style, Ui};
use crate::domain::coding::Anchoring;
use crate::domain::{CoderId, TranscriptId};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Of this code, by id or title.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// The codes under it too.
    #[arg(long, requires = "code")]
    sub_codes: bool,
    /// In this interview.
    #[arg(long, value_name = "ID")]
    transcript: Option<String>,
    /// By this coder.
    #[arg(long = "by", value_name = "CODER")]
    by: Option<String>,
    /// In interviews with this attribute.
    #[arg(long = "attribute", value_name = "NAME=VALUE", value_parser = pair)]
    attributes: Vec<(String, String)>,
    /// At most this many.
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Only their number.
    #[arg(long)]
    count: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

/// Reads `name=value`.
pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').or_else(|| text.split_once(':')).ok_or("NAME=VALUE")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let request = CodingsRequest {
        code: args.code.clone(),
        with_sub_codes: args.sub_codes,
        transcript: args.transcript.clone().map(TranscriptId),
        coder: args.by.clone().map(CoderId),
        attributes: args.attributes.clone(),
        limit: args.limit,
    };
    let outcome = list(context, &request).await?;
    if args.count {
        return ui.count(args.json, outcome.total as u64);
    }
    if args.json {
        return ui.json(&outcome);
    }
    for passage in &outcome.passages {
        let turn = ui.catalog.text("codings-turn", &[("turn", passage.turn.into())]);
        let intensity = match passage.intensity {
            Some(value) => ui.catalog.text("codings-intensity", &[("value", value.into())]),
            None => String::new(),
        };
        let verdict = match passage.anchoring {
            Anchoring::Exact | Anchoring::Moved => String::new(),
            Anchoring::Approximate { .. } => ui.catalog.plain("codings-approximate"),
            Anchoring::Lost => ui.catalog.plain("codings-lost"),
        };
        let head = ui.style(Style::Strong, &format!("{} · {turn}", passage.transcript));
        ui.line(&format!("{head} · {} · {}{intensity}{verdict}", passage.code, passage.coder))?;
        let one_line = |text: &str| text.replace('\n', " ");
        let before = ui.style(Style::Quiet, &one_line(&passage.prefix));
        let after = ui.style(Style::Quiet, &one_line(&passage.suffix));
        let exact = ui.style(Style::Mark, &one_line(&passage.exact));
        ui.line(&format!("    …{before}{exact}{after}…"))?;
        if !passage.memo.is_empty() {
            let memo = ui.catalog.text("codings-memo", &[("memo", passage.memo.as_str().into())]);
            ui.line(&format!("    {memo}"))?;
        }
    }
    ui.say("codings-summary", &[("count", outcome.total.into()), ("interviews", outcome.interviews.into())])
}

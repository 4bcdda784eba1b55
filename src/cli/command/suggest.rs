//! `propos suggest`: proposes codes for sentences that nobody coded, and records what is answered.

use crate::analysis::statistics::interval::Proportion;
use crate::analysis::statistics::undefined::Defined;
use crate::analysis::suggestion::{Source, Suggestion};
use crate::app::Context;
use crate::app::suggestion::{Answer, DecideRequest, SuggestRequest, SuggestionOutcome, decide, list, why};
use crate::cli::error::CommandError;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::TranscriptId;
use crate::i18n::format::{interval, number};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Least precision, between 0 and 1.
    #[arg(long, value_name = "P", value_parser = precision)]
    precision: Option<f64>,
    /// In this interview.
    #[arg(long = "interview", value_name = "ID")]
    transcript: Option<String>,
    /// Of this code, by id or title.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Suggestions at most.
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Accepts a suggestion, which makes a coding.
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with_all = ["reject", "ignore"])]
    accept: Vec<String>,
    /// Rejects a suggestion.
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with = "ignore")]
    reject: Vec<String>,
    /// Sets a suggestion aside without a judgement.
    #[arg(long, value_name = "ID", num_args = 1..)]
    ignore: Vec<String>,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

fn precision(text: &str) -> Result<f64, String> {
    let read = text.trim().replace(',', ".").parse::<f64>();
    read.ok().filter(|value| *value > 0.0 && *value <= 1.0).ok_or_else(|| "0.7".to_owned())
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let answers =
        [(&args.accept, Answer::Accepted), (&args.reject, Answer::Rejected), (&args.ignore, Answer::Ignored)];
    if let Some((ids, answer)) = answers.into_iter().find(|(ids, _)| !ids.is_empty()) {
        return record(ui, context, args, ids, answer).await;
    }
    let request = SuggestRequest {
        precision: args.precision,
        transcript: args.transcript.clone().map(TranscriptId),
        code: args.code.clone(),
        limit: args.limit,
    };
    let outcome = list(context, &request).await?;
    if args.json {
        return ui.json(&outcome);
    }
    measures(ui, &outcome)?;
    ui.line("")?;
    for one in &outcome.found.suggestions {
        tell(ui, one)?;
    }
    close(ui, &outcome)
}

async fn record(
    ui: &mut Ui,
    context: &Context,
    args: &Args,
    ids: &[String],
    answer: Answer,
) -> Result<(), CommandError> {
    let request = DecideRequest {
        operation: context.clock.identifier(),
        suggestions: ids.to_vec(),
        answer,
        precision: args.precision,
        code: args.code.clone(),
    };
    let done = decide(context, &request).await?;
    if args.json {
        return ui.json(&done);
    }
    ui.say(
        "suggest-recorded",
        &[
            ("answer", answer.name().into()),
            ("count", done.suggestions.len().into()),
            ("codings", done.codings.into()),
        ],
    )
}

/// How well each code is found again, and why one is silent.
fn measures(ui: &mut Ui, outcome: &SuggestionOutcome) -> Result<(), CommandError> {
    let found = &outcome.found;
    let title = ui.catalog.text(
        "suggest-measured",
        &[
            ("interviews", found.read.len().into()),
            ("sentences", found.sentences.into()),
            ("folds", found.folds.into()),
        ],
    );
    let title = ui.style(Style::Strong, &title);
    ui.line(&title)?;
    if let Some(blind) = &outcome.blind {
        ui.say("suggest-blind", &[("round", blind.round.as_str().into())])?;
    }
    let head = ["code", "sentences", "precision", "recall", "proposed", "silence"];
    let mut rows = vec![head.map(|name| ui.catalog.plain(&format!("suggest-{name}"))).to_vec()];
    for one in &found.codes {
        rows.push(vec![
            one.code.0.clone(),
            one.sentences.to_string(),
            share(ui, &one.precision),
            share(ui, &one.recall),
            if one.silence.is_none() { one.proposed.to_string() } else { "–".to_owned() },
            why(&ui.catalog, one),
        ]);
    }
    let aligns = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left];
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    let speaking = found.codes.iter().filter(|one| one.silence.is_none()).count();
    if speaking > 0 {
        let arguments = [
            ("codes", speaking.into()),
            ("precision", share(ui, &found.precision).into()),
            ("recall", share(ui, &found.recall).into()),
            ("all", share(ui, &found.precision_of_all).into()),
        ];
        ui.say("suggest-pooled", &arguments)?;
    }
    Ok(())
}

/// Writes `22/31, 71 % [53; 84]`, or a dash when it is a share of nothing.
fn share(ui: &Ui, value: &Defined<Proportion>) -> String {
    let language = ui.catalog.language();
    let Ok(value) = value else { return "–".to_owned() };
    let percent = number::percent(value.share * 100.0, 0, language);
    let bounds = interval::interval(value.lower * 100.0, value.upper * 100.0, 0, language);
    format!("{}/{}  {percent} {bounds}", value.count, value.n)
}

/// One suggestion: where, which code, the words, and what speaks for it.
fn tell(ui: &mut Ui, one: &Suggestion) -> Result<(), CommandError> {
    let place =
        ui.catalog.text("suggest-place", &[("turn", one.turn.into()), ("sentence", one.sentence.into())]);
    let head = ui.style(Style::Strong, &format!("{} · {place}", one.transcript));
    let read = if one.read { ui.catalog.plain("suggest-in-read") } else { String::new() };
    ui.line(&format!("{}  {head} · {}{read}", one.id, one.title))?;
    let text = ui.style(Style::Mark, &one.text.replace('\n', " "));
    ui.line(&format!("    {text}"))?;
    let words = one.evidence.iter().map(|piece| {
        let weight = number::signed(piece.weight, 1, ui.catalog.language());
        let source = match piece.source {
            Source::Sentence => String::new(),
            Source::Neighbour => ui.catalog.plain("suggest-from-neighbour"),
            Source::Question => ui.catalog.plain("suggest-from-question"),
            Source::Part => ui.catalog.plain("suggest-from-part"),
        };
        format!("{}{source} {weight}", piece.word)
    });
    let words = words.collect::<Vec<_>>().join(", ");
    let told = ui.catalog.text("suggest-evidence", &[("words", words.into())]);
    let told = ui.style(Style::Quiet, &told);
    ui.line(&format!("    {told}"))
}

fn close(ui: &mut Ui, outcome: &SuggestionOutcome) -> Result<(), CommandError> {
    let found = &outcome.found;
    let wanted = number::percent(found.settings.precision * 100.0, 0, ui.catalog.language());
    if outcome.total == 0 {
        let speaks = found.codes.iter().any(|one| one.silence.is_none());
        let key = if speaks { "suggest-nothing-left" } else { "suggest-nothing" };
        ui.say(key, &[("precision", wanted.into())])?;
    } else {
        ui.say(
            "suggest-summary",
            &[("count", outcome.total.into()), ("shown", found.suggestions.len().into())],
        )?;
        if found.suggestions.iter().any(|one| one.read) {
            ui.say("suggest-read-warning", &[])?;
        }
    }
    for one in &outcome.answers {
        let arguments = [
            ("code", one.code.as_str().into()),
            ("accepted", one.accepted.into()),
            ("rejected", one.rejected.into()),
            ("ignored", one.ignored.into()),
            ("share", share(ui, &one.share).into()),
        ];
        ui.say("suggest-answers", &arguments)?;
    }
    Ok(())
}

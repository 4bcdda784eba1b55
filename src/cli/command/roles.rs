//! `propos roles`: who asks and who answers in an interview, told or changed.

use crate::app::Context;
use crate::app::roles::{Cast, change, list};
use crate::cli::error::CommandError;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::Ui;
use crate::domain::TranscriptId;
use crate::domain::transcript::{Casting, Role};
use crate::i18n::format::number;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The interview.
    #[arg(value_name = "ID")]
    transcript: String,
    /// Exchanges the roles: who asked answers, who answered asks.
    #[arg(long)]
    swap: bool,
    /// This label asks.
    #[arg(long, value_name = "LABEL")]
    interviewer: Vec<String>,
    /// This label answers.
    #[arg(long, value_name = "LABEL")]
    respondent: Vec<String>,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let id = TranscriptId(args.transcript.clone());
    let given = |labels: &[String], role: Role| -> Vec<(String, Role)> {
        labels.iter().map(|label| (label.clone(), role)).collect()
    };
    let roles =
        [given(&args.interviewer, Role::Interviewer), given(&args.respondent, Role::Respondent)].concat();
    let casting = Casting { swap: args.swap, roles, same: Vec::new() };
    let cast = if casting.is_empty() {
        list(context, &id).await?
    } else {
        change(context, &id, &casting, None).await?
    };
    if args.json {
        return ui.json(&cast);
    }
    tell(ui, &cast)?;
    if casting.is_empty() {
        return Ok(());
    }
    let key = if cast.operation.is_some() { "roles-changed" } else { "roles-same" };
    ui.say(key, &[("id", cast.transcript.as_str().into())])
}

fn tell(ui: &mut Ui, cast: &Cast) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let head = ["speaker", "role", "turns"];
    let mut rows = vec![head.map(|name| ui.catalog.plain(&format!("preview-{name}"))).to_vec()];
    rows.extend(cast.speakers.iter().map(|speaker| {
        let role = match speaker.role {
            Role::Interviewer => "preview-interviewer",
            Role::Respondent => "preview-respondent",
        };
        let turns = number::whole(i64::try_from(speaker.turns).unwrap_or(i64::MAX), language);
        vec![speaker.label.clone(), ui.catalog.plain(role), turns]
    }));
    for line in lay_out(&[Align::Left, Align::Left, Align::Right], &rows) {
        ui.line(&line)?;
    }
    Ok(())
}

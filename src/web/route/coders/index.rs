//! How alike two coders are, interview by interview and code by code, and the rounds of coding.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;

use super::figures::{Figure, alpha, plain, reasons};
use super::pair::{Asked, Side, address as pair_address, choose};
use crate::app::agreement::{Agreement, agreement};
use crate::app::coders::{self, Coder, Names};
use crate::app::disagreement;
use crate::app::material::Material;
use crate::app::overview::person;
use crate::app::round::{self, Blind, Round};
use crate::app::{Context, interview};
use crate::i18n::Value;
use crate::i18n::format::Format;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "coders.html")]
struct CodersPage {
    page: Page,
    coders: Vec<Coder>,
    pair: Option<PairView>,
    /// What is said when there is nobody to compare.
    nobody: String,
    rounds: Vec<RoundView>,
    transcripts: Vec<String>,
}

struct RoundView {
    id: String,
    name: String,
    about: String,
    state: String,
    is_open: bool,
    /// The round as a page writes it back, to close it.
    body: String,
}

struct PairView {
    first: Side,
    second: Side,
    basis: String,
    overall: Figure,
    kappa: Figure,
    positive: Figure,
    percent: Figure,
    interviews: Vec<InterviewRow>,
    codes: Vec<CodeRow>,
    settled: String,
    /// Why some coefficients have no value.
    reasons: Vec<String>,
    /// Where the page stands, with whom it compares.
    here: String,
}

struct InterviewRow {
    id: String,
    person: String,
    first: String,
    second: String,
    alpha: Figure,
    /// Settled and total, and the same for the bar.
    progress: String,
    settled: usize,
    total: usize,
}

struct CodeRow {
    id: String,
    title: String,
    theme: usize,
    variant: usize,
    alpha: Figure,
    kappa: Figure,
    positive: Figure,
    percent: Figure,
}

/// Answers with the comparison of two coders.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let page = Page::new(&state, &session, Nav::Coders, session.catalog.plain("nav-coders")).await?;
    let coders = coders::list(&context).await?;
    let transcripts = interview::ids(&context).await?.into_iter().map(|id| id.0).collect();
    let material = Material::load(&context).await?;
    let names = Names::declared(&material.settings);
    let rounds = rounds(&context, &page, &names).await?;
    let Some((first, second)) = choose(&asked, &coders, &material.codings, &session.coder, &names) else {
        let nobody = match session.visibility.any() {
            Some(blind) => blinded(&page, blind),
            None => page.say("coders-one"),
        };
        return render(&CodersPage { page, coders, pair: None, nobody, rounds, transcripts });
    };
    let format = Format::new(session.language);
    let ids = (&first.id, &second.id);
    let progress = disagreement::progress(&context, &material.codings, ids).await?;
    let whole = agreement(&material, ids, None);
    let interviews: Vec<InterviewRow> = material
        .transcripts
        .iter()
        .filter_map(|transcript| {
            let (settled, total) = *progress.get(&transcript.id)?;
            let own = agreement(&material, ids, Some(&transcript.id));
            let count = |side: &Side| {
                let codings = material.codings.iter();
                let own = codings.filter(|one| one.coder == side.id && one.transcript == transcript.id);
                format.count(own.count())
            };
            let arguments = [("settled", Value::from(settled)), ("total", total.into())];
            Some(InterviewRow {
                id: transcript.id.0.clone(),
                person: person(transcript),
                first: count(&first),
                second: count(&second),
                alpha: alpha(&page, format, &own.overall),
                progress: page.catalog().text("coders-settled-of", &arguments),
                settled,
                total,
            })
        })
        .collect();
    let codes = codes(&page, format, &material, &whole);
    let own = codes.iter().flat_map(|row| [&row.alpha, &row.kappa, &row.positive, &row.percent]);
    let reasons = reasons(own.chain(interviews.iter().map(|row| &row.alpha)));
    let (settled, total) = progress.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let pair = PairView {
        basis: basis(&page, &whole, &first, &second),
        overall: alpha(&page, format, &whole.overall),
        kappa: part(&page, format, &whole, |found| &found.kappa),
        positive: part(&page, format, &whole, |found| &found.positive_agreement),
        percent: part(&page, format, &whole, |found| &found.percent),
        codes,
        reasons,
        here: pair_address("/coders", &first, &second),
        settled: page
            .catalog()
            .text("coders-settled-of", &[("settled", Value::from(settled)), ("total", total.into())]),
        interviews,
        first,
        second,
    };
    let nobody = session.visibility.any().map_or_else(String::new, |blind| blinded(&page, blind));
    render(&CodersPage { page, coders, pair: Some(pair), nobody, rounds, transcripts })
}

/// Says that a blind round is under way, and until when.
pub(super) fn blinded(page: &Page, blind: &Blind) -> String {
    let format = Format::new(page.catalog().language());
    let until = blind.until.as_deref().map(|day| format.date(day)).unwrap_or_default();
    let arguments = [("round", blind.round.as_str().into()), ("until", Value::from(until.as_str()))];
    page.catalog().text(if until.is_empty() { "coders-blind" } else { "coders-blind-until" }, &arguments)
}

async fn rounds(context: &Context, page: &Page, names: &Names) -> Result<Vec<RoundView>, WebError> {
    let today = round::today(context);
    let format = Format::new(page.catalog().language());
    let mut views = Vec::new();
    for (id, round) in round::list(context).await?.into_iter().rev() {
        let coders: Vec<&str> = round.coders.iter().map(|coder| names.of(coder)).collect();
        let until = round.until.as_deref().map(|day| format.date(day)).unwrap_or_default();
        let arguments = [
            ("coders", format.joined(&coders).into()),
            ("interviews", Value::from(round.transcripts.len())),
            ("blind", if round.blind { "yes" } else { "no" }.into()),
        ];
        let is_open = round.is_open(&today);
        let key = match (is_open, until.is_empty()) {
            (true, true) => "coders-round-open",
            (true, false) => "coders-round-until",
            (false, _) => "coders-round-closed",
        };
        views.push(RoundView {
            about: page.catalog().text("coders-round-about", &arguments),
            state: page.with(key, "until", &until),
            is_open,
            name: round.name.clone(),
            body: serde_json::to_string(&Round { closed: true, ..round }).unwrap_or_default(),
            id,
        });
    }
    Ok(views)
}

fn basis(page: &Page, found: &Agreement, first: &Side, second: &Side) -> String {
    let arguments = [
        ("first", first.name.as_str().into()),
        ("second", second.name.as_str().into()),
        ("interviews", Value::from(found.interviews.len())),
        ("turns", found.turns.into()),
    ];
    page.catalog().text("coders-basis", &arguments)
}

fn part(
    page: &Page,
    format: Format,
    found: &Agreement,
    take: impl Fn(
        &crate::analysis::agreement::by_code::CodeAgreement,
    ) -> &crate::analysis::statistics::undefined::Defined,
) -> Figure {
    match &found.overall {
        Ok(found) => plain(page, format, take(found)),
        Err(reason) => plain(page, format, &Err(*reason)),
    }
}

/// Lists the codes, the least agreed upon first.
fn codes(page: &Page, format: Format, material: &Material, found: &Agreement) -> Vec<CodeRow> {
    let mut rows = Vec::new();
    for (theme, group) in material.codebook.themes.iter().enumerate() {
        for (variant, code) in group.codes.iter().enumerate() {
            let Some((_, found)) = found.codes.iter().find(|(id, _)| *id == code.id) else { continue };
            let take = |of: &dyn Fn(
                &crate::analysis::agreement::by_code::CodeAgreement,
            ) -> crate::analysis::statistics::undefined::Defined| {
                plain(page, format, &found.as_ref().map_err(|reason| *reason).and_then(of))
            };
            rows.push(CodeRow {
                id: code.id.0.clone(),
                title: code.title.clone(),
                theme,
                variant,
                alpha: alpha(page, format, found),
                kappa: take(&|found| found.kappa),
                positive: take(&|found| found.positive_agreement),
                percent: take(&|found| found.percent),
            });
        }
    }
    rows.sort_by(|a, b| a.alpha.value.total_cmp(&b.alpha.value));
    rows
}

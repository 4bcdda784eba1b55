//! Two coders on one interview: the text between their stripes, and what they see otherwise.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use serde::Serialize;

use super::figures::{Figure, alpha, reasons};
use super::index::blinded;
use super::pair::{Asked, Side, address, choose};
use crate::analysis::agreement::disagreement::Difference;
use crate::app::agreement::agreement;
use crate::app::coders::{self, Coder, Names};
use crate::app::disagreement::{Question, Settled, SideBySide, side_by_side};
use crate::app::material::Material;
use crate::domain::TranscriptId;
use crate::domain::coding::Coding;
use crate::domain::transcript::Role;
use crate::i18n::Value;
use crate::i18n::format::Format;
use crate::i18n::format::spacing::held_together;
use crate::text::{Language, TextIndex};
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::encoded;
use crate::web::session::Session;
use crate::web::state::AppState;
use crate::web::wire::{Ends, Ruler};

#[derive(Template)]
#[template(path = "coder-reading.html")]
struct ReadingPage {
    page: Page,
    transcript: String,
    coders: Vec<Coder>,
    view: Option<View>,
    /// What is said when there is nobody to compare.
    nobody: String,
}

struct View {
    first: Side,
    second: Side,
    about: String,
    overall: Figure,
    whole: Figure,
    codes: Vec<CodeLine>,
    turns: Vec<TurnView>,
    questions: Vec<QuestionView>,
    settled: usize,
    progress: String,
    next: Option<String>,
    /// Why some coefficients have no value.
    reasons: Vec<String>,
    /// Where the page stands, with whom it compares.
    here: String,
}

struct CodeLine {
    id: String,
    title: String,
    theme: usize,
    variant: usize,
    here: Figure,
    whole: Figure,
}

struct TurnView {
    number: u32,
    speaker: String,
    is_question: bool,
    text: String,
}

struct QuestionView {
    id: String,
    kind: &'static str,
    title: String,
    codes: Vec<(usize, usize, String)>,
    words: String,
    first: Vec<String>,
    second: Vec<String>,
    settled: String,
}

/// Answers with the reading of two coders.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let transcript = TranscriptId(id);
    let title = session.catalog.text("coders-reading", &[("id", transcript.as_str().into())]);
    let page = Page::new(&state, &session, Nav::Coders, title).await?;
    let coders = coders::list(&context).await?;
    let material = Material::load(&context).await?;
    let names = Names::declared(&material.settings);
    let own: Vec<Coding> =
        material.codings.iter().filter(|coding| coding.transcript == transcript).cloned().collect();
    let Some((first, second)) = choose(&asked, &coders, &own, &session.coder, &names) else {
        // An interview that is not there is told as such.
        let nobody = (&session.coder, &session.coder);
        side_by_side(&context, &transcript, nobody).await?;
        let nobody = match session.visibility.blind(&transcript) {
            Some(blind) => blinded(&page, blind),
            None => page.say("coders-one-here"),
        };
        return render(&ReadingPage { page, transcript: transcript.0, coders, view: None, nobody });
    };
    let ids = (&first.id, &second.id);
    let side = side_by_side(&context, &transcript, ids).await?;
    let format = Format::new(session.language);
    let here = agreement(&material, ids, Some(&transcript));
    let whole = agreement(&material, ids, None);
    let samples = samples(&material);
    let mut codes: Vec<CodeLine> = here
        .codes
        .iter()
        .filter_map(|(id, found)| {
            let (theme, variant, title) = samples.get(id.as_str())?.clone();
            let (_, all) = whole.codes.iter().find(|(known, _)| known == id)?;
            let (here, whole) = (alpha(&page, format, found), alpha(&page, format, all));
            Some(CodeLine { id: id.0.clone(), title, theme, variant, here, whole })
        })
        .collect();
    codes.sort_by(|a, b| a.here.value.total_cmp(&b.here.value));
    let spoken = Format::new(material.settings.language);
    let about = [
        ("first", first.name.as_str().into()),
        ("second", second.name.as_str().into()),
        ("turns", Value::from(here.turns)),
        ("interviews", whole.interviews.len().into()),
    ];
    let at = material.transcripts.iter().position(|one| one.id == transcript);
    let next = at.and_then(|at| material.transcripts.get(at + 1)).map(|one| one.id.0.clone());
    let settled = side.settled();
    let view = View {
        about: page.catalog().text("coders-reading-about", &about),
        overall: alpha(&page, format, &here.overall),
        whole: alpha(&page, format, &whole.overall),
        reasons: reasons(codes.iter().map(|code| &code.here)),
        here: address(&format!("/coders/{}", encoded(transcript.as_str())), &first, &second),
        codes,
        turns: turns(&side, side.transcript.language.unwrap_or(material.settings.language) == Language::Fr),
        questions: side
            .questions
            .iter()
            .map(|question| shown(&page, question, &samples, (&first, &second), spoken))
            .collect(),
        progress: progress(&page, settled, side.questions.len()),
        settled,
        first,
        second,
        next,
    };
    render(&ReadingPage { page, transcript: transcript.0, coders, view: Some(view), nobody: String::new() })
}

/// Writes how many questions are settled.
pub(super) fn progress(page: &Page, settled: usize, total: usize) -> String {
    let arguments = [("settled", Value::from(settled)), ("total", total.into())];
    page.catalog().text("coders-settled-of", &arguments)
}

/// Theme, place in the theme and title of each code.
type Samples = BTreeMap<String, (usize, usize, String)>;

fn samples(material: &Material) -> Samples {
    let mut samples = Samples::new();
    for (theme, group) in material.codebook.themes.iter().enumerate() {
        for (variant, code) in group.codes.iter().enumerate() {
            samples.insert(code.id.0.clone(), (theme, variant, code.title.clone()));
        }
    }
    samples
}

fn turns(side: &SideBySide, is_french: bool) -> Vec<TurnView> {
    let version = &side.transcript.version;
    let index = TextIndex::new(&version.text);
    let turns = version.turns.iter().filter(|turn| !turn.speech.is_empty());
    turns
        .map(|turn| TurnView {
            number: turn.number,
            speaker: version.label(turn).to_owned(),
            is_question: version.role(turn) == Role::Interviewer,
            text: if is_french {
                held_together(index.slice(turn.speech))
            } else {
                index.slice(turn.speech).to_owned()
            },
        })
        .collect()
}

fn shown(
    page: &Page,
    question: &Question,
    samples: &Samples,
    sides: (&Side, &Side),
    spoken: Format,
) -> QuestionView {
    let words = |codings: &[Coding]| -> Vec<String> {
        codings.iter().map(|coding| spoken.spaced(&coding.anchor.exact)).collect()
    };
    let mut codes: Vec<(usize, usize, String)> = Vec::new();
    for coding in question.first.iter().chain(&question.second) {
        let sample = samples.get(coding.code.as_str()).cloned();
        let sample = sample.unwrap_or_else(|| (0, 0, coding.code.0.clone()));
        if !codes.contains(&sample) {
            codes.push(sample);
        }
    }
    let (kind, key, name) = match question.difference {
        Difference::Boundaries => ("boundaries", "coders-question-boundaries", ""),
        Difference::Code => ("code", "coders-question-code", ""),
        Difference::First => ("alone", "coders-question-alone", sides.0.name.as_str()),
        Difference::Second => ("alone", "coders-question-alone", sides.1.name.as_str()),
    };
    let arguments = [("name", name.into()), ("turn", Value::Ordinal(question.turn.into()))];
    let (first, second) = (words(&question.first), words(&question.second));
    QuestionView {
        id: question.id.clone(),
        kind,
        title: page.catalog().text(key, &arguments),
        codes,
        words: first.first().or(second.first()).cloned().unwrap_or_default(),
        settled: question.settled.as_ref().map_or_else(String::new, |settled| choice(settled).to_owned()),
        first,
        second,
    }
}

fn choice(settled: &Settled) -> &'static str {
    use crate::app::disagreement::Choice;
    match settled.choice {
        Choice::First => "first",
        Choice::Second => "second",
        Choice::Union => "union",
        Choice::None => "none",
    }
}

/// What the scripts of the page need.
#[derive(Debug, Serialize)]
pub(crate) struct Data {
    codings: Vec<Drawn>,
    questions: Vec<Asking>,
    settled: usize,
    progress: String,
}

#[derive(Debug, Serialize)]
struct Drawn {
    id: String,
    side: u8,
    theme: usize,
    variant: usize,
    title: String,
    #[serde(flatten)]
    ends: Ends,
}

#[derive(Debug, Serialize)]
struct Asking {
    id: String,
    turn: u32,
    codings: Vec<String>,
    settled: Option<Answered>,
}

#[derive(Debug, Serialize)]
struct Answered {
    choice: &'static str,
    reason: String,
    name: String,
    at: String,
}

/// Answers with codings and questions.
pub(crate) async fn data(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<Data>, WebError> {
    let context = state.context(&session);
    let transcript = TranscriptId(id);
    let coders = coders::list(&context).await?;
    let material = Material::load(&context).await?;
    let names = Names::declared(&material.settings);
    let pair = choose(&asked, &coders, &material.codings, &session.coder, &names);
    let Some((first, second)) = pair else {
        return Err(WebError::bad("one-coder", &[]));
    };
    let side = side_by_side(&context, &transcript, (&first.id, &second.id)).await?;
    let ruler = Ruler::new(&side.transcript.version);
    let samples = samples(&material);
    let drawn = |side: u8, coding: &Coding| {
        let sample = samples.get(coding.code.as_str()).cloned();
        let (theme, variant, title) = sample.unwrap_or_else(|| (0, 0, coding.code.0.clone()));
        let ends = ruler.ends(coding.anchor.span, coding.turns);
        Drawn { id: coding.id.0.clone(), side, theme, variant, title, ends }
    };
    let firsts = side.first.iter().map(|coding| drawn(0, coding));
    let seconds = side.second.iter().map(|coding| drawn(1, coding));
    let questions = side.questions.iter().map(|question| Asking {
        id: question.id.clone(),
        turn: question.turn,
        codings: question.first.iter().chain(&question.second).map(|coding| coding.id.0.clone()).collect(),
        settled: question.settled.as_ref().map(|settled| Answered {
            choice: choice(settled),
            reason: settled.reason.clone(),
            name: names.of(&settled.coder).to_owned(),
            at: settled.at.clone(),
        }),
    });
    let arguments = [("settled", Value::from(side.settled())), ("total", side.questions.len().into())];
    Ok(Json(Data {
        codings: firsts.chain(seconds).collect(),
        questions: questions.collect(),
        settled: side.settled(),
        progress: session.catalog.text("coders-settled-of", &arguments),
    }))
}

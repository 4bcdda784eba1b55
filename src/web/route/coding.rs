//! Coding: put, changed, removed; a code made with its codings.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};

use crate::app::coding::{
    self, Adjustment, Application, Applied, CodingError, NewCode, Selected, adjust, apply, new_code, remove,
};
use crate::app::{AppError, Context};
use crate::domain::coding::Coding;
use crate::domain::{CodeId, RecordId, ThemeId, TranscriptId};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;
use crate::web::wire::{Ends, Point, Ruler, WireCoding, wire_codings};

/// Passages of one interview.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Target {
    #[serde(default)]
    transcript: String,
    #[serde(default)]
    version: u32,
    #[serde(default)]
    passages: Vec<Ends>,
    #[serde(default)]
    exact: bool,
}

/// Codes to put on passages: of one interview, or of several under `targets`.
#[derive(Debug, Deserialize)]
pub(crate) struct Put {
    operation: Option<String>,
    #[serde(flatten)]
    target: Target,
    #[serde(default)]
    targets: Vec<Target>,
    #[serde(default)]
    ids: Vec<String>,
    codes: Vec<String>,
    intensity: Option<u8>,
}

/// What an operation did.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    operation: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    codings: Vec<WireCoding>,
    already: Vec<WireCoding>,
    followed: bool,
}

/// Codes passages.
pub(crate) async fn put(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(body): Json<Put>,
) -> Result<Json<Answer>, WebError> {
    let context = state.context(&session);
    let targets = if body.targets.is_empty() { vec![body.target] } else { body.targets };
    let application = Application {
        request: body.operation,
        selected: selected(&context, targets).await?,
        codes: body.codes.into_iter().map(CodeId).collect(),
        ids: body.ids.into_iter().map(RecordId).collect(),
        intensity: body.intensity,
    };
    let applied = apply(&context, &application).await?;
    state.events.poke();
    answer(&context, applied, None).await
}

/// What changes of a coding.
#[derive(Debug, Deserialize)]
pub(crate) struct Patch {
    operation: Option<String>,
    #[serde(default)]
    version: u32,
    code: Option<String>,
    from: Option<Point>,
    to: Option<Point>,
    #[serde(default)]
    exact: bool,
    /// 0 clears it.
    intensity: Option<u8>,
    memo: Option<String>,
}

/// Changes a coding.
pub(crate) async fn patch(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(body): Json<Patch>,
) -> Result<Json<Answer>, WebError> {
    let context = state.context(&session);
    let id = RecordId(id);
    let passage = match (body.from, body.to) {
        (Some(from), Some(to)) => {
            let transcript = coding::find(&context, &id).await?.transcript;
            let version = coding::version(&context, &transcript, body.version).await?;
            let span = Ruler::new(&version).span(Ends { from, to });
            let span = span.ok_or(AppError::from(CodingError::OutOfRange { version: body.version }))?;
            Some((body.version, span, body.exact))
        }
        _ => None,
    };
    let adjustment = Adjustment {
        request: body.operation,
        id,
        code: body.code.map(CodeId),
        passage,
        intensity: body.intensity.map(|value| (value != 0).then_some(value)),
        memo: body.memo,
    };
    let applied = adjust(&context, &adjustment).await?;
    state.events.poke();
    answer(&context, applied, None).await
}

/// The identifier of a request that has nothing else to say.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Request {
    /// A UUID made by the page.
    pub(crate) operation: Option<String>,
}

/// What is gone.
#[derive(Debug, Serialize)]
pub(crate) struct Gone {
    operation: i64,
    gone: Vec<RecordId>,
}

/// Removes a coding.
pub(crate) async fn delete(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(body): Json<Request>,
) -> Result<Json<Gone>, WebError> {
    let context = state.context(&session);
    let (operation, gone) = remove(&context, body.operation.as_deref(), &[RecordId(id)]).await?;
    state.events.poke();
    Ok(Json(Gone { operation, gone }))
}

/// A code to be made, and where it is put at once.
#[derive(Debug, Deserialize)]
pub(crate) struct Made {
    operation: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    theme_title: String,
    title: String,
    #[serde(default)]
    definition: String,
    #[serde(flatten)]
    target: Target,
    #[serde(default)]
    ids: Vec<String>,
}

/// Makes a code and codes with it.
pub(crate) async fn make(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(body): Json<Made>,
) -> Result<Json<Answer>, WebError> {
    let context = state.context(&session);
    let targets = if body.target.passages.is_empty() { Vec::new() } else { vec![body.target] };
    let wanted = NewCode {
        theme: body.theme.filter(|theme| !theme.is_empty()).map(ThemeId),
        theme_title: body.theme_title,
        title: body.title,
        definition: body.definition,
        application: Application {
            request: body.operation,
            selected: selected(&context, targets).await?,
            ids: body.ids.into_iter().map(RecordId).collect(),
            ..Application::default()
        },
    };
    let (code, applied) = new_code(&context, &wanted).await?;
    state.events.poke();
    answer(&context, applied, Some(code.0)).await
}

async fn selected(context: &Context, targets: Vec<Target>) -> Result<Vec<Selected>, WebError> {
    let mut selected = Vec::with_capacity(targets.len());
    for target in targets {
        let transcript = TranscriptId(target.transcript);
        let version = coding::version(context, &transcript, target.version).await?;
        let ruler = Ruler::new(&version);
        let spans = target.passages.iter().map(|ends| {
            ruler.span(*ends).ok_or(AppError::from(CodingError::OutOfRange { version: target.version }))
        });
        let passages = spans.collect::<Result<_, _>>()?;
        selected.push(Selected { transcript, version: target.version, passages, exact: target.exact });
    }
    Ok(selected)
}

async fn answer(context: &Context, applied: Applied, code: Option<String>) -> Result<Json<Answer>, WebError> {
    Ok(Json(Answer {
        operation: applied.operation,
        code,
        codings: wired(context, &applied.codings).await?,
        already: wired(context, &applied.already).await?,
        followed: applied.followed,
    }))
}

/// Writes codings of any interviews, each by the version that it stands in, in their order.
pub(crate) async fn wired(context: &Context, codings: &[Coding]) -> Result<Vec<WireCoding>, WebError> {
    let mut groups: BTreeMap<(&TranscriptId, u32), Vec<(usize, &Coding)>> = BTreeMap::new();
    for (place, coding) in codings.iter().enumerate() {
        groups.entry((&coding.transcript, coding.version)).or_default().push((place, coding));
    }
    let mut written = Vec::with_capacity(codings.len());
    for ((transcript, number), group) in groups {
        let version = coding::version(context, transcript, number).await?;
        let ruler = Ruler::new(&version);
        for (place, coding) in group {
            let wired = wire_codings(&ruler, std::slice::from_ref(coding));
            written.extend(wired.into_iter().map(|wired| (place, wired)));
        }
    }
    written.sort_by_key(|(place, _)| *place);
    Ok(written.into_iter().map(|(_, wired)| wired).collect())
}

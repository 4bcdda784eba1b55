//! Coded passages: by code, interview, coder, attribute, with what stands round them.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use crate::domain::coding::Anchoring;
use crate::domain::nearest::nearest;
use crate::domain::{CodeId, CoderId, TranscriptId};
use crate::store::CodingFilter;
use crate::text::Span;

/// Which passages to list.
#[derive(Clone, Debug, Default)]
pub struct CodingsRequest {
    /// Of this code, by id or title.
    pub code: Option<String>,
    /// Whether the codes under it count as it.
    pub with_sub_codes: bool,
    /// In this interview.
    pub transcript: Option<TranscriptId>,
    /// By this coder.
    pub coder: Option<CoderId>,
    /// In interviews with these attributes.
    pub attributes: Vec<(String, String)>,
    /// At most this many.
    pub limit: Option<usize>,
}

/// A coded passage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodedPassage {
    /// Record of the coding.
    pub id: String,
    /// The interview.
    pub transcript: String,
    /// First turn touched, 0 when lost.
    pub turn: u32,
    /// Last turn touched.
    pub last_turn: u32,
    /// The code.
    pub code: String,
    /// Whose.
    pub coder: String,
    /// 1 to 3 when given.
    pub intensity: Option<u8>,
    /// The coder's note.
    pub memo: String,
    /// Place in scalar values of the version's text.
    pub span: Span,
    /// Words before.
    pub prefix: String,
    /// The words.
    pub exact: String,
    /// Words after.
    pub suffix: String,
    /// What became of the anchor at the last edit.
    #[serde(flatten)]
    pub anchoring: Anchoring,
}

/// The passages found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodingsOutcome {
    /// All that match, also beyond the limit.
    pub total: usize,
    /// Interviews with at least one.
    pub interviews: usize,
    /// In the order of the texts.
    pub passages: Vec<CodedPassage>,
}

/// Lists coded passages.
///
/// # Errors
/// A code, interview, coder or attribute named is not in the study.
pub async fn list(context: &Context, request: &CodingsRequest) -> Result<CodingsOutcome, AppError> {
    let codes = match &request.code {
        Some(name) => Some(codes_named(context, name, request.with_sub_codes).await?),
        None => None,
    };
    let interviews = interviews_with(context, request.transcript.as_ref(), &request.attributes).await?;
    let mut codings = Vec::new();
    match &codes {
        Some(codes) => {
            for code in codes {
                let filter = CodingFilter {
                    code: Some(code.clone()),
                    transcript: request.transcript.clone(),
                    coder: request.coder.clone(),
                };
                codings.extend(context.store.codings(&filter).await?);
            }
            if codes.len() > 1 {
                codings.sort_by(|a, b| {
                    (&a.transcript, a.anchor.span, &a.code).cmp(&(&b.transcript, b.anchor.span, &b.code))
                });
            }
        }
        None => {
            let filter = CodingFilter {
                code: None,
                transcript: request.transcript.clone(),
                coder: request.coder.clone(),
            };
            codings = context.store.codings(&filter).await?;
        }
    }
    if let Some(interviews) = &interviews {
        codings.retain(|coding| interviews.contains(&coding.transcript));
    }
    if codings.is_empty()
        && let Some(coder) = &request.coder
    {
        known_coder(context, coder).await?;
    }
    let total = codings.len();
    let mut distinct: Vec<&TranscriptId> = codings.iter().map(|coding| &coding.transcript).collect();
    distinct.dedup();
    let interviews = distinct.len();
    let passages = codings
        .into_iter()
        .take(request.limit.unwrap_or(usize::MAX))
        .map(|coding| CodedPassage {
            id: coding.id.0,
            transcript: coding.transcript.0,
            turn: coding.turns.0,
            last_turn: coding.turns.1,
            code: coding.code.0,
            coder: coding.coder.0,
            intensity: coding.intensity,
            memo: coding.memo,
            span: coding.anchor.span,
            prefix: coding.anchor.prefix,
            exact: coding.anchor.exact,
            suffix: coding.anchor.suffix,
            anchoring: coding.anchoring,
        })
        .collect();
    Ok(CodingsOutcome { total, interviews, passages })
}

/// Finds the code named by id or title, with those under it if wanted.
///
/// # Errors
/// There is none; the nearest is named.
pub async fn codes_named(
    context: &Context,
    name: &str,
    with_sub_codes: bool,
) -> Result<Vec<CodeId>, AppError> {
    let codebook = context.store.codebook().await?;
    let wanted = name.to_lowercase();
    let found = codebook.codes().find(|code| code.id.as_str() == name).or_else(|| {
        codebook
            .codes()
            .find(|code| code.title.to_lowercase() == wanted || code.id.0.to_lowercase() == wanted)
    });
    let Some(found) = found else {
        let near = nearest(name, codebook.codes().map(|code| code.id.as_str()));
        return Err(AppError::Unknown {
            kind: "code",
            name: name.to_owned(),
            nearest: near.map(str::to_owned),
        });
    };
    let mut codes = vec![found.id.clone()];
    if with_sub_codes {
        // A sub-code stands after its parent, so one pass finds all descendants.
        for code in codebook.codes() {
            if code.parent.as_ref().is_some_and(|parent| codes.contains(parent)) {
                codes.push(code.id.clone());
            }
        }
    }
    Ok(codes)
}

/// Finds the interviews with all the attributes given; none when nothing limits them.
///
/// # Errors
/// No interview has such an attribute, or the interview named does not exist.
pub async fn interviews_with(
    context: &Context,
    transcript: Option<&TranscriptId>,
    attributes: &[(String, String)],
) -> Result<Option<Vec<TranscriptId>>, AppError> {
    if transcript.is_none() && attributes.is_empty() {
        return Ok(None);
    }
    let known = context.store.attributes().await?;
    if let Some(id) = transcript
        && !known.iter().any(|(known, _)| known == id)
    {
        let near = nearest(id.as_str(), known.iter().map(|(id, _)| id.as_str())).map(str::to_owned);
        return Err(AppError::Unknown { kind: "transcript", name: id.0.clone(), nearest: near });
    }
    for (name, _) in attributes {
        if !known.iter().any(|(_, has)| has.iter().any(|(known, _)| known == name)) {
            let names = known.iter().flat_map(|(_, has)| has.iter().map(|(name, _)| name.as_str()));
            let near = nearest(name, names).map(str::to_owned);
            return Err(AppError::Unknown { kind: "attribute", name: name.clone(), nearest: near });
        }
    }
    let found = known
        .into_iter()
        .filter(|(id, has)| {
            transcript.is_none_or(|wanted| wanted == id)
                && attributes.iter().all(|(name, value)| {
                    has.iter().any(|(known, held)| {
                        known == name && crate::text::fold::fold(held) == crate::text::fold::fold(value)
                    })
                })
        })
        .map(|(id, _)| id)
        .collect();
    Ok(Some(found))
}

pub(super) async fn known_coder(context: &Context, coder: &CoderId) -> Result<(), AppError> {
    // Who codes is no secret of a blind round: only what they coded is.
    let coders = context.store.whole().coders().await?;
    if coders.iter().any(|(known, _)| known == coder) {
        return Ok(());
    }
    let near = nearest(coder.as_str(), coders.iter().map(|(coder, _)| coder.as_str())).map(str::to_owned);
    Err(AppError::Unknown { kind: "coder", name: coder.0.clone(), nearest: near })
}

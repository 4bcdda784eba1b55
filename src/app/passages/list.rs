//! A page of passages, each with its source.

use std::collections::BTreeMap;

use serde::Serialize;

use super::query::PassageQuery;
use crate::app::coders::Names;
use crate::app::concordance::Swatch;
use crate::app::people::{CaseHead, describe, heads};
use crate::app::{AppError, Context};
use crate::domain::coding::Coding;
use crate::domain::{CodeId, CoderId, TranscriptId};
use crate::store::Retrieval;
use crate::text::Language;

/// Which of the passages are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassagePage {
    /// Passed over.
    pub offset: usize,
    /// At most so many.
    pub limit: usize,
    /// Whose codings are seen at all; none: everybody's.
    pub only: Option<CoderId>,
}

/// Where a passage comes from, for a line under it: « (femme, 40 ans, entretien E09, tour 14) ».
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// As people read it: « Femme ».
    pub sex: Option<String>,
    /// As the material writes it.
    pub age: Option<String>,
    /// The interview.
    pub transcript: String,
    /// As people name it.
    pub interview: String,
    /// First turn.
    pub turn: u32,
    /// Last turn.
    pub last_turn: u32,
}

/// A coded passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Record of the coding.
    pub id: String,
    /// Its code.
    pub code: Swatch,
    /// Who coded.
    pub coder: String,
    /// As people call them.
    pub coder_name: String,
    /// 1 to 3 when given.
    pub intensity: Option<u8>,
    /// The coder's note.
    pub memo: String,
    /// Words before.
    pub prefix: String,
    /// The words.
    pub exact: String,
    /// Words after.
    pub suffix: String,
    /// Where it comes from.
    pub source: Source,
}

/// A page of passages, with what they are part of.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PassageList {
    /// All that are wanted.
    pub total: usize,
    /// Interviews that hold some.
    pub transcripts: usize,
    /// All passages of the study.
    pub of_passages: usize,
    /// All interviews of the study.
    pub of_transcripts: usize,
    /// In the order of the texts.
    pub passages: Vec<Passage>,
    /// To pass over for the next page.
    pub next: Option<usize>,
}

/// Lists passages.
///
/// # Errors
/// The query names what the study does not have.
pub async fn list(
    context: &Context,
    query: &PassageQuery,
    page: &PassagePage,
    language: Language,
) -> Result<PassageList, AppError> {
    let codebook = context.store.codebook().await?;
    let mut heads = heads(context, language).await?;
    let wanted = query.resolve(context, &codebook, &heads, page.only.as_ref()).await?;
    let store = &context.store;
    let (total, transcripts) = store.count_retrieved(&wanted).await?;
    let whole = Retrieval { only: page.only.clone(), ..Retrieval::default() };
    let (of_passages, _) = store.count_retrieved(&whole).await?;
    let codings = store.retrieve(&wanted, page.limit, page.offset).await?;
    describe(context, &mut heads, language).await?;
    let swatches = Swatch::all(&codebook);
    let names = Names::load(context).await?;
    let seen = page.offset + codings.len();
    Ok(PassageList {
        total,
        transcripts,
        of_passages,
        of_transcripts: heads.len(),
        next: (seen < total && !codings.is_empty()).then_some(seen),
        passages: passages(codings, &heads, &swatches, &names),
    })
}

pub(super) fn passages(
    codings: Vec<Coding>,
    heads: &[CaseHead],
    swatches: &[Swatch],
    names: &Names,
) -> Vec<Passage> {
    let heads: BTreeMap<&TranscriptId, &CaseHead> = heads.iter().map(|head| (&head.id, head)).collect();
    let swatches: BTreeMap<&CodeId, &Swatch> = swatches.iter().map(|one| (&one.code, one)).collect();
    codings
        .into_iter()
        .map(|coding| {
            let head = heads.get(&coding.transcript);
            let fact = |name: &str| head.and_then(|head| head.fact(name)).map(str::to_owned);
            // A code that left the codebook keeps its name.
            let code = swatches.get(&coding.code).map_or_else(
                || Swatch { title: coding.code.0.clone(), code: coding.code.clone(), theme: 0, variant: 0 },
                |swatch| (*swatch).clone(),
            );
            Passage {
                id: coding.id.0,
                code,
                coder_name: names.of(&coding.coder).to_owned(),
                coder: coding.coder.0,
                intensity: coding.intensity,
                memo: coding.memo,
                prefix: coding.anchor.prefix,
                exact: coding.anchor.exact,
                suffix: coding.anchor.suffix,
                source: Source {
                    sex: fact("sex"),
                    age: fact("age"),
                    interview: head.map_or_else(|| coding.transcript.0.clone(), |head| head.label()),
                    transcript: coding.transcript.0,
                    turn: coding.turns.0,
                    last_turn: coding.turns.1,
                },
            }
        })
        .collect()
}

//! The codebook as its page shows it: the tree with counts, and one code with all that is known of it.

use std::collections::BTreeMap;

use super::past::{Entry, Versions, history, versions};
use crate::app::{AppError, Context};
use crate::domain::codebook::{Code, Codebook, CodebookError, Theme, depth};
use crate::domain::coding::{Anchoring, Coding};
use crate::domain::settings::{Axis, StudySettings};
use crate::domain::{CodeId, TranscriptId};
use crate::store::CodingFilter;

/// The codebook with counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// The newest operation when it was read.
    pub operation: i64,
    /// In their order.
    pub themes: Vec<ShelfTheme>,
}

/// A theme with counts.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfTheme {
    /// The theme; its codes are in `codes`.
    pub theme: Theme,
    /// In their order, a code after the one above it.
    pub codes: Vec<ShelfCode>,
}

/// A code with counts.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfCode {
    /// The code.
    pub code: Code,
    /// Its place in its theme, from 0: what its pattern is made of.
    pub variant: usize,
    /// Codes above it.
    pub depth: usize,
    /// Passages that have a place.
    pub count: usize,
    /// The present version of its definition.
    pub version: u32,
}

/// One code with all that is known of it.
#[derive(Clone, Debug)]
pub struct CodePage {
    /// Its place in the codebook.
    pub code: ShelfCode,
    /// The axes of the study.
    pub axes: Vec<Axis>,
    /// Its passages, in the order of the interviews.
    pub passages: Vec<Passage>,
    /// How it became what it is, the newest first.
    pub history: Vec<Entry>,
}

/// A passage of a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The coding.
    pub coding: Coding,
    /// The version of the definition under which it was put, or found right since.
    pub version: u32,
    /// Whether the definition has changed since.
    pub is_older: bool,
}

/// Loads the codebook with counts.
///
/// # Errors
/// The database cannot be read.
pub async fn shelf(context: &Context) -> Result<Shelf, AppError> {
    let store = &context.store;
    let operation = store.newest_operation().await?;
    let codebook = store.codebook().await?;
    let times = super::past::definition_times(context).await?;
    let mut counts: BTreeMap<CodeId, usize> = BTreeMap::new();
    for position in store.positions().await? {
        *counts.entry(position.code).or_default() += 1;
    }
    let count = |code: &Code| counts.get(&code.id).copied().unwrap_or(0);
    let Codebook { themes } = codebook;
    let themes = themes.into_iter().map(|theme| {
        let codes = theme.codes.iter().enumerate().map(|(variant, code)| ShelfCode {
            variant,
            depth: depth(&theme.codes, code),
            count: count(code),
            version: times.present(&code.id),
            code: code.clone(),
        });
        ShelfTheme { codes: codes.collect(), theme: Theme { codes: Vec::new(), ..theme.clone() } }
    });
    Ok(Shelf { operation, themes: themes.collect() })
}

/// Loads one code with its passages and its history.
///
/// # Errors
/// The codebook does not have it, or the database cannot be read.
pub async fn code_page(context: &Context, shelf: &Shelf, id: &CodeId) -> Result<CodePage, AppError> {
    let store = &context.store;
    let code = shelf.themes.iter().flat_map(|theme| &theme.codes).find(|code| code.code.id == *id);
    let code = code.ok_or_else(|| CodebookError::UnknownCode { code: id.0.clone() })?.clone();
    let settings: Option<StudySettings> = store.setting("study").await?;
    let versions: Versions = versions(context, Some(id), None).await?;
    let filter = CodingFilter { code: Some(id.clone()), ..CodingFilter::default() };
    let codings = store.codings(&filter).await?.into_iter();
    let passages = codings.map(|coding| {
        let (version, is_older) = versions.of(&coding.id, id);
        Passage { coding, version, is_older }
    });
    let mut passages: Vec<Passage> = passages.collect();
    // Those whose place was lost come last.
    passages.sort_by_key(|passage| matches!(passage.coding.anchoring, Anchoring::Lost));
    let axes = settings.map(|settings| settings.axes).unwrap_or_default();
    Ok(CodePage { code, axes, passages, history: history(context, id).await? })
}

impl CodePage {
    /// Counts the interviews that its passages stand in.
    pub fn interviews(&self) -> usize {
        let placed = self.passages.iter().filter(|passage| passage.coding.anchoring != Anchoring::Lost);
        let interviews: std::collections::BTreeSet<&TranscriptId> =
            placed.map(|passage| &passage.coding.transcript).collect();
        interviews.len()
    }
}

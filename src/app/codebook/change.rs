//! Changes of the codebook that touch no passage, each one operation.

use serde_json::{Value, json};

use crate::app::coding::made;
use crate::app::request::open;
use crate::app::{AppError, Context};
use crate::domain::codebook::{CodePatch, Codebook, CodebookError, Seat, ThemePatch};
use crate::domain::settings::StudySettings;
use crate::domain::{AxisId, CodeId, ThemeId};
use crate::store::Change;

/// A change of the codebook.
#[derive(Clone, Debug, PartialEq)]
pub enum CodebookChange {
    /// A new theme, last.
    NewTheme {
        /// As people read it.
        title: String,
        /// `#rrggbb`; empty for none.
        colour: String,
    },
    /// Other words or another colour.
    Theme {
        /// Which.
        theme: ThemeId,
        /// What changes.
        patch: ThemePatch,
    },
    /// Another place among the themes.
    MoveTheme {
        /// Which.
        theme: ThemeId,
        /// The theme after it; none: it is the last.
        before: Option<ThemeId>,
    },
    /// A new code.
    NewCode {
        /// Where.
        seat: Seat,
        /// As people read it.
        title: String,
        /// What it is, possibly empty.
        definition: String,
    },
    /// Other words, other weights.
    Code {
        /// Which.
        code: CodeId,
        /// What changes.
        patch: CodePatch,
    },
    /// Another place in the tree.
    Move {
        /// Which.
        code: CodeId,
        /// Where.
        seat: Seat,
    },
    /// Given no more.
    Retire {
        /// Which.
        code: CodeId,
        /// Why.
        reason: String,
        /// What to give in its place.
        into: Option<CodeId>,
    },
    /// Given again.
    Reinstate {
        /// Which.
        code: CodeId,
    },
}

/// What a change did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its operation; the newest there is when there was nothing to do.
    pub operation: i64,
    /// The code that was made or changed, if it was a code.
    pub code: Option<CodeId>,
    /// The theme that was made or changed, if it was a theme.
    pub theme: Option<ThemeId>,
}

impl CodebookChange {
    fn kind(&self) -> &'static str {
        match self {
            Self::NewTheme { .. } => "theme-new",
            Self::Theme { .. } => "theme-change",
            Self::MoveTheme { .. } => "theme-move",
            Self::NewCode { .. } => "code-new",
            Self::Code { .. } => "code-change",
            Self::Move { .. } => "code-move",
            Self::Retire { .. } => "code-retire",
            Self::Reinstate { .. } => "code-reinstate",
        }
    }

    /// Applies it; returns the code or the theme that it is about.
    fn apply(
        &self,
        codebook: &mut Codebook,
        axes: &[AxisId],
    ) -> Result<(Option<CodeId>, Option<ThemeId>), CodebookError> {
        Ok(match self {
            Self::NewTheme { title, colour } => (None, Some(codebook.add_theme(title, colour)?)),
            Self::Theme { theme, patch } => {
                codebook.change_theme(theme, patch)?;
                (None, Some(theme.clone()))
            }
            Self::MoveTheme { theme, before } => {
                codebook.seat_theme(theme, before.as_ref())?;
                (None, Some(theme.clone()))
            }
            Self::NewCode { seat, title, definition } => {
                (Some(codebook.add_code(seat, title, definition)?), None)
            }
            Self::Code { code, patch } => {
                codebook.change_code(code, patch, axes)?;
                (Some(code.clone()), None)
            }
            Self::Move { code, seat } => {
                codebook.seat(code, seat)?;
                (Some(code.clone()), None)
            }
            Self::Retire { code, reason, into } => {
                codebook.retire(code, reason, into.as_ref())?;
                (Some(code.clone()), None)
            }
            Self::Reinstate { code } => {
                codebook.reinstate(code)?;
                (Some(code.clone()), None)
            }
        })
    }
}

/// Changes the codebook, as one operation; `request` is the identifier of a request that may be sent
/// again.
///
/// # Errors
/// The change cannot be, or the database fails; then nothing is written.
pub async fn change(
    context: &Context,
    request: Option<&str>,
    wanted: &CodebookChange,
) -> Result<Changed, AppError> {
    let Some(mut change) = open(context, request, wanted.kind()).await? else {
        let made = made(context, request, wanted.kind()).await?;
        let made = made.ok_or(AppError::Stopped { what: "request" })?;
        let named = |name: &str| made.summary[name].as_str().map(str::to_owned);
        let (code, theme) = (named("code").map(CodeId), named("theme").map(ThemeId));
        return Ok(Changed { operation: made.number, code, theme });
    };
    let before = change.codebook().await?;
    let mut after = before.clone();
    let settings: Option<StudySettings> = context.store.setting("study").await?;
    let axes: Vec<AxisId> =
        settings.map(|settings| settings.axes.into_iter().map(|axis| axis.id).collect()).unwrap_or_default();
    let (code, theme) = wanted.apply(&mut after, &axes)?;
    let mut summary = json!({ "code": code, "theme": theme });
    if let CodebookChange::Retire { into: Some(into), .. } = wanted {
        summary["into"] = json!(into);
    }
    if !put(&mut change, &before, &after).await? {
        drop(change);
        return Ok(Changed { operation: context.store.newest_operation().await?, code, theme });
    }
    Ok(Changed { operation: change.commit(&summary).await?, code, theme })
}

/// Puts the themes that changed; tells whether any did.
pub(super) async fn put(change: &mut Change, before: &Codebook, after: &Codebook) -> Result<bool, AppError> {
    let changed = after.changed_since(before)?;
    for place in &changed {
        if let Some(theme) = after.themes.get(*place) {
            change.put_theme(*place, theme).await?;
        }
    }
    Ok(!changed.is_empty())
}

/// Writes what a summary says of a code.
pub(super) fn named(codebook: &Codebook, code: &CodeId) -> Value {
    json!(codebook.find(code).map_or(code.as_str(), |code| code.title.as_str()))
}

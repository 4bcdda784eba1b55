//! One decision, one operation on the study's settings.

use serde_json::Value;

use crate::app::request::{Begun, begin};
use crate::app::{AppError, Context};
use crate::domain::settings::{StudySettings, Titles};
use crate::text::Language;

/// No reason, name or portrait written by people comes near.
const LONGEST: usize = 4000;

/// A decision about to be recorded.
pub(super) struct Decision<'a> {
    /// Identifier of the request: sent again, it is carried out once.
    pub(super) operation: &'a str,
    /// What is decided, in the journal.
    pub(super) kind: &'static str,
    /// On whom or what: identifiers, never words.
    pub(super) summary: Value,
}

/// Changes the settings in one operation; returns its number.
pub(super) async fn settle(
    context: &Context,
    decision: Decision<'_>,
    alter: impl FnOnce(&mut StudySettings) -> Result<(), AppError>,
) -> Result<i64, AppError> {
    let mut change = match begin(context, decision.operation, decision.kind).await? {
        Begun::Change(change) => change,
        Begun::Made(number) => return Ok(number),
    };
    // Read once nobody else can write, so that two decisions made at once both stand.
    let settings: Option<StudySettings> = context.store.setting("study").await?;
    let mut settings = settings.ok_or(AppError::Empty { missing: "transcripts" })?;
    alter(&mut settings)?;
    change.put_setting("study", &settings).await?;
    Ok(change.commit(&decision.summary).await?)
}

/// Reads what a person wrote; `what` is told when nothing is left of it or it has no end.
pub(super) fn written(text: &str, what: &'static str) -> Result<String, AppError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST || text.contains('\0') {
        return Err(AppError::Unwritten { what });
    }
    Ok(text.replace("\r\n", "\n"))
}

/// Puts a text in the place of the one in its language. The same text stood for both: so does the new.
pub(super) fn put(titles: Option<&Titles>, text: String, language: Language) -> Titles {
    match titles.filter(|known| known.fr != known.en) {
        None => Titles::both(text),
        Some(known) => match language {
            Language::Fr => Titles { fr: text, en: known.en.clone() },
            Language::En => Titles { fr: known.fr.clone(), en: text },
        },
    }
}

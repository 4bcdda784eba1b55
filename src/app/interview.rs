//! One interview as its page reads it: text, neighbours, what is said of the person.

use super::context::Context;
use super::error::AppError;
use crate::domain::TranscriptId;
use crate::domain::settings::{CharacteristicSource, StudySettings};
use crate::domain::transcript::Transcript;
use crate::text::Language;

/// An interview with what stands round it.
#[derive(Clone, Debug)]
pub struct Interview {
    /// Its text.
    pub transcript: Transcript,
    /// Language of the speech.
    pub language: Language,
    /// The interview before it, by identifier.
    pub previous: Option<TranscriptId>,
    /// The interview after it.
    pub next: Option<TranscriptId>,
    /// What the study prints of a person, read in the front matter: role and value as people read it.
    pub facts: Vec<(String, String)>,
}

/// Lists the interviews, by identifier.
///
/// # Errors
/// The database cannot be read.
pub async fn ids(context: &Context) -> Result<Vec<TranscriptId>, AppError> {
    Ok(context.store.transcript_ids().await?)
}

/// Loads the interview called `id`, its facts in `shown`.
///
/// # Errors
/// No interview is called so, or the database cannot be read.
pub async fn load(context: &Context, id: &TranscriptId, shown: Language) -> Result<Interview, AppError> {
    let store = &context.store;
    let Some(transcript) = store.transcript(id).await? else {
        return Err(AppError::Unknown { kind: "transcript", name: id.to_string(), nearest: None });
    };
    let ids = store.transcript_ids().await?;
    let place = ids.iter().position(|known| known == id);
    let settings: Option<StudySettings> = store.setting("study").await?;
    let language = transcript.language.or(settings.as_ref().map(|known| known.language)).unwrap_or_default();
    let facts = settings.map(|known| facts(&known, &transcript, shown)).unwrap_or_default();
    Ok(Interview {
        language,
        previous: place.and_then(|at| at.checked_sub(1)).and_then(|at| ids.get(at).cloned()),
        next: place.and_then(|at| ids.get(at + 1).cloned()),
        facts,
        transcript,
    })
}

fn facts(settings: &StudySettings, transcript: &Transcript, shown: Language) -> Vec<(String, String)> {
    let of_front_matter = settings
        .participants
        .characteristics
        .iter()
        .filter(|known| known.from == CharacteristicSource::Transcript);
    of_front_matter
        .filter_map(|known| {
            let value = transcript.attribute(&known.key)?.trim();
            let text = known.values.get(value).map_or(value, |titles| titles.get(shown));
            (!text.is_empty()).then(|| (known.id.clone(), text.to_owned()))
        })
        .collect()
}

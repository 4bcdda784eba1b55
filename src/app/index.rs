//! The search index: a cache of the store, caught up from the log of operations.

use super::context::Context;
use super::error::AppError;
use crate::domain::settings::StudySettings;
use crate::search::Index;

/// Opens the index and takes in what changed since it was last written.
///
/// # Errors
/// Nothing was imported yet, or the index or the database fails.
pub async fn catch_up(context: &Context) -> Result<Index, AppError> {
    let store = &context.store;
    let settings: Option<StudySettings> = store.setting("study").await?;
    let settings = settings.ok_or(AppError::Empty { missing: "transcripts" })?;
    let index = Index::open_or_create(&context.index_folder(), settings.language)?;
    let newest = store.newest_operation().await?;
    let known = index.stamp().and_then(|stamp| stamp.parse::<i64>().ok());
    if known == Some(newest) {
        return Ok(index);
    }
    let (changed, gone) = match known {
        Some(known) if known < newest => store.transcripts_changed_since(known).await?,
        _ => (store.transcript_ids().await?, Vec::new()),
    };
    let mut update = index.begin()?;
    context.progress.begin("index", changed.len() as u64);
    for id in &changed {
        if let Some(transcript) = store.transcript(id).await? {
            update.put(&transcript)?;
        }
        context.progress.advance(1);
    }
    for id in &gone {
        update.remove(id);
    }
    update.commit(&newest.to_string())?;
    context.progress.end();
    index.refresh()?;
    Ok(index)
}

//! Keeping results as runs: what was computed, from what, how, and by which version.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use crate::store::Run;
use crate::text::{Fingerprint, Language};

/// How a result was computed.
pub(super) struct Computation {
    /// `typology`, `link`, `indicators`.
    pub(super) method: &'static str,
    /// Every parameter that is not among the inputs, as JSON.
    pub(super) parameters: serde_json::Value,
    /// Of its random streams; 0 when nothing is drawn.
    pub(super) seed: u64,
    /// Of all that it read.
    pub(super) inputs: Fingerprint,
    /// Of the titles in the result.
    pub(super) language: Language,
}

/// Keeps a result, unless the same computation is kept already; what a person computes during a blind
/// round of theirs is not the study's, and is not kept.
///
/// # Errors
/// The database cannot be written.
pub(super) async fn keep(
    context: &Context,
    how: Computation,
    result: &impl Serialize,
) -> Result<(), AppError> {
    if context.store.veil().is_some() {
        return Ok(());
    }
    let parameters =
        serde_json::to_string(&serde_json::json!({ "language": how.language, "settings": how.parameters }))?;
    let version = env!("CARGO_PKG_VERSION");
    if context.store.has_run(how.method, &how.inputs.0, &parameters, version).await? {
        return Ok(());
    }
    let run = Run {
        id: context.clock.identifier(),
        method: how.method.to_owned(),
        parameters,
        // The same bits: a column of the database has a sign.
        seed: how.seed.cast_signed(),
        inputs: how.inputs.0,
        version: version.to_owned(),
        at: context.clock.now(),
        result: serde_json::to_string(result)?,
    };
    Ok(context.store.save_run(&run).await?)
}

/// Computes the fingerprint of all files in force, for what reads several kinds of them.
///
/// # Errors
/// The database cannot be read.
pub(super) async fn of_files(context: &Context) -> Result<Fingerprint, AppError> {
    let sources = context.store.sources().await?;
    let files: Vec<_> =
        sources.iter().map(|source| (&source.path, &source.fingerprint, &source.context)).collect();
    Ok(Fingerprint::of(serde_json::to_string(&files)?.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::clock::Clock;
    use crate::domain::CoderId;
    use crate::progress::Silent;
    use crate::store::Store;

    #[tokio::test]
    async fn a_result_is_kept_once_for_what_it_was_made_from() {
        let context = Context {
            folder: std::path::PathBuf::new(),
            store: Store::in_memory().await.unwrap(),
            coder: CoderId::from("c1"),
            clock: Clock::System,
            progress: Box::new(Silent),
        };
        let how = |seed, language| Computation {
            method: "typology",
            parameters: serde_json::json!({ "seed": seed }),
            seed,
            inputs: Fingerprint::of(b"texts"),
            language,
        };
        for (seed, language, kept) in
            [(1, Language::Fr, 1), (1, Language::Fr, 1), (u64::MAX, Language::Fr, 2), (1, Language::En, 3)]
        {
            keep(&context, how(seed, language), &"result").await.unwrap();
            let runs = context.store.runs(9).await.unwrap();
            assert_eq!(runs.len(), kept, "{seed} {language:?}");
            assert!(runs.iter().any(|run| run.seed == seed));
        }
    }
}

//! What suggestions are learned from, and for whom.

use super::decide::{Body, KIND};
use crate::analysis::suggestion::{Settings, Suggestions, suggest};
use crate::app::codings::codes_named;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::app::round::{Blind, visible};
use crate::domain::CodeId;
use crate::domain::settings::StudySettings;
use crate::progress::Progress;
use crate::store::Decision;

/// What a person's suggestions are learned from.
///
/// In an open blind round of theirs these are their own codings alone, of all interviews: one learned
/// from another's would show how the other codes.
#[derive(Clone, Debug)]
pub struct Lesson {
    material: Material,
    settings: Settings,
    wanted: Vec<CodeId>,
    blind: Option<Blind>,
    operation: i64,
    at: String,
}

/// What was learned for one person, as the study stood then.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposals {
    /// What was learned, measured and proposed; some may have been answered since.
    pub found: Suggestions,
    /// The codes learned; none: all.
    pub wanted: Vec<CodeId>,
    /// The blind round that left the others' codings out.
    pub blind: Option<Blind>,
    /// The newest operation then.
    pub operation: i64,
    /// When, RFC 3339 UTC.
    pub at: String,
}

impl Lesson {
    /// Loads what the suggestions of the one who acts are learned from; `precision`: else that of
    /// `study.toml`, else 0.7; `code`, by id or title: else all.
    ///
    /// # Errors
    /// There is no interview yet, no such code, or the database cannot be read.
    pub async fn load(
        context: &Context,
        precision: Option<f64>,
        code: Option<&str>,
    ) -> Result<Self, AppError> {
        // Looked up first: what comes meanwhile counts as come since.
        let operation = context.store.newest_operation().await?;
        let mut material = Material::load(context).await?;
        let blind = visible(context, &context.coder).await?.any().cloned();
        if blind.is_some() {
            material.codings.retain(|coding| coding.coder == context.coder);
        }
        let wanted = match code {
            Some(code) => codes_named(context, code, false).await?,
            None => Vec::new(),
        };
        let settings = Settings {
            precision: precision.unwrap_or_else(|| declared(&material.settings)),
            language: material.settings.language,
        };
        Ok(Self { material, settings, wanted, blind, operation, at: context.clock.now() })
    }

    /// Learns, measures and proposes: seconds of computing, several threads at once.
    ///
    /// # Errors
    /// It was stopped.
    pub fn learn(self, progress: &dyn Progress) -> Result<Proposals, AppError> {
        let Material { mut codebook, transcripts, codings, .. } = self.material;
        if !self.wanted.is_empty() {
            for theme in &mut codebook.themes {
                theme.codes.retain(|code| self.wanted.contains(&code.id));
            }
        }
        let found = suggest(&codebook, &transcripts, &codings, &self.settings, progress)
            .ok_or(AppError::Stopped { what: "suggestions" })?;
        let Self { wanted, blind, operation, at, .. } = self;
        Ok(Proposals { found, wanted, blind, operation, at })
    }
}

/// Returns the least precision that the study asks for, 0.7 unless it says otherwise.
///
/// # Errors
/// The database cannot be read.
pub async fn precision(context: &Context) -> Result<f64, AppError> {
    let settings: Option<StudySettings> = context.store.setting("study").await?;
    Ok(settings.as_ref().map_or(Settings::default().precision, declared))
}

fn declared(settings: &StudySettings) -> f64 {
    settings.suggestion.as_ref().map_or(Settings::default().precision, |known| known.precision)
}

/// Lists the answers that count for the one who acts: in a blind round, their own.
pub(super) async fn answered(
    context: &Context,
    blind: Option<&Blind>,
) -> Result<Vec<Decision<Body>>, AppError> {
    let mut decisions = context.store.decisions::<Body>(KIND).await?;
    if blind.is_some() {
        decisions.retain(|decision| decision.coder == context.coder.as_str());
    }
    Ok(decisions)
}

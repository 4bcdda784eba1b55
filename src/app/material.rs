//! Everything that a computation needs, loaded once.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use crate::domain::codebook::Codebook;
use crate::domain::coding::Coding;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::{Role, Transcript};
use crate::store::CodingFilter;
use crate::text::Fingerprint;

/// The interviews with their codes.
#[derive(Clone, Debug)]
pub struct Material {
    /// What the study declares.
    pub settings: StudySettings,
    /// Themes and codes.
    pub codebook: Codebook,
    /// By identifier.
    pub transcripts: Vec<Transcript>,
    /// In the order of the texts; lost ones included.
    pub codings: Vec<Coding>,
}

/// Leaves the consensus out: it repeats what persons judged, and is no person (ADR 12).
fn judged(mut codings: Vec<Coding>) -> Vec<Coding> {
    codings.retain(|coding| !coding.coder.is_consensus());
    codings
}

impl Material {
    /// Loads the material.
    ///
    /// # Errors
    /// Nothing was imported yet, or the database cannot be read.
    pub async fn load(context: &Context) -> Result<Self, AppError> {
        let store = &context.store;
        let settings = store.setting("study").await?.ok_or(AppError::Empty { missing: "transcripts" })?;
        let transcripts = store.transcripts().await?;
        if transcripts.is_empty() {
            return Err(AppError::Empty { missing: "transcripts" });
        }
        Ok(Self {
            settings,
            codebook: store.codebook().await?,
            transcripts,
            codings: judged(store.codings(&CodingFilter::default()).await?),
        })
    }

    /// Computes the fingerprint of all that a typology depends on.
    ///
    /// # Errors
    /// A value cannot be written as JSON.
    pub fn fingerprint(&self) -> Result<Fingerprint, AppError> {
        self.fingerprint_under(&self.settings)
    }

    /// Computes the fingerprint of all that the draws of a typology depend on: not what the team names,
    /// assigns or concludes.
    ///
    /// # Errors
    /// A value cannot be written as JSON.
    pub fn fingerprint_of_draws(&self) -> Result<Fingerprint, AppError> {
        let mut settings = self.settings.clone();
        settings.profiles.clear();
        settings.assignments.clear();
        settings.readings.clear();
        settings.report.sections.clear();
        settings.checklists.clear();
        self.fingerprint_under(&settings)
    }

    fn fingerprint_under(&self, settings: &StudySettings) -> Result<Fingerprint, AppError> {
        #[derive(Serialize)]
        struct Input<'a> {
            settings: &'a StudySettings,
            codebook: &'a Codebook,
            texts: Vec<(&'a str, &'a str, Fingerprint)>,
            codings: Vec<CodingInput<'a>>,
        }
        // Transcript, code, coder, place, intensity.
        type CodingInput<'a> = (&'a str, &'a str, &'a str, usize, usize, Option<u8>);
        let texts = self.transcripts.iter().map(|transcript| {
            let attributes =
                serde_json::to_string(&transcript.attributes).map(|text| Fingerprint::of(text.as_bytes()));
            Ok((transcript.id.as_str(), transcript.version.fingerprint.0.as_str(), attributes?))
        });
        let mut codings: Vec<_> = self
            .codings
            .iter()
            .map(|coding| {
                let span = coding.anchor.span;
                let place = (span.start.0, span.end.0);
                (
                    coding.transcript.as_str(),
                    coding.code.as_str(),
                    coding.coder.as_str(),
                    place.0,
                    place.1,
                    coding.intensity,
                )
            })
            .collect();
        // Records are named by the clock, so that their order is not that of their content.
        codings.sort_unstable();
        let input = Input {
            settings,
            codebook: &self.codebook,
            texts: texts.collect::<Result<_, serde_json::Error>>()?,
            codings,
        };
        Ok(Fingerprint::of(&serde_json::to_vec(&input)?))
    }

    /// Counts the turns of respondents.
    pub fn respondent_turns(&self) -> usize {
        let turns = |transcript: &Transcript| {
            let version = &transcript.version;
            version
                .turns
                .iter()
                .filter(|turn| version.role(turn) == Role::Respondent && !turn.speech.is_empty())
                .count()
        };
        self.transcripts.iter().map(turns).sum()
    }
}

//! Who codes in the study, and how they are called.

use std::collections::BTreeSet;

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use crate::domain::CoderId;
use crate::domain::settings::StudySettings;

/// A person who codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coder {
    /// As codings name them.
    pub id: CoderId,
    /// As people call them: declared in `study.toml`, else the identifier.
    pub name: String,
}

/// Lists who has coded or is declared, sorted by identifier; the consensus is nobody.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context) -> Result<Vec<Coder>, AppError> {
    let names = Names::load(context).await?;
    let coders = context.store.coders().await?.into_iter().map(|(coder, _)| coder);
    let declared = names.0.iter().map(|(coder, _)| coder.clone());
    let persons: BTreeSet<CoderId> = coders.chain(declared).filter(|coder| !coder.is_consensus()).collect();
    Ok(persons.into_iter().map(|id| Coder { name: names.of(&id).to_owned(), id }).collect())
}

/// The names declared.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<(CoderId, String)>);

impl Names {
    /// Loads the names.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn load(context: &Context) -> Result<Self, AppError> {
        let settings: Option<StudySettings> = context.store.setting("study").await?;
        Ok(settings.as_ref().map(Self::declared).unwrap_or_default())
    }

    /// Takes the names that a study declares.
    pub fn declared(settings: &StudySettings) -> Self {
        Self(settings.coders.clone())
    }

    /// Returns the name of a coder, else the identifier.
    pub fn of<'a>(&'a self, coder: &'a CoderId) -> &'a str {
        let declared = self.0.iter().find(|(id, _)| id == coder);
        declared.map_or(coder.as_str(), |(_, name)| name.as_str())
    }
}

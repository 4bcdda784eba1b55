//! The codes that a code field offers: all of them, the last one given first.

use serde::Serialize;

use super::concordance::Swatch;
use super::context::Context;
use super::error::AppError;
use crate::domain::CodeId;

/// What a code field offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodeChoices {
    /// In the order of the codebook.
    pub codes: Vec<Swatch>,
    /// The code that this person gave last.
    pub last: Option<CodeId>,
    /// Codes under the keys 1 to 9.
    pub favourites: Vec<CodeId>,
}

impl CodeChoices {
    /// Gathers what the context's person may choose from.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn of(context: &Context) -> Result<Self, AppError> {
        let codebook = context.store.codebook().await?;
        let mut codes = Swatch::all(&codebook);
        // A retired code is not given any more.
        codes.retain(|one| codebook.find(&one.code).is_some_and(|code| code.retired.is_none()));
        let last = context.store.last_code(&context.coder).await?;
        Ok(Self {
            last: last.filter(|last| codes.iter().any(|one| one.code == *last)),
            codes,
            favourites: Vec::new(),
        })
    }
}

//! The codes that a code field offers: all of them, the last one given first.

use serde::Serialize;

use super::coding::last_code;
use super::concordance::Swatch;
use super::context::Context;
use super::error::AppError;
use super::preference;
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
        let is_known = |code: &CodeId| codes.iter().any(|one| one.code == *code);
        let last = last_code(context).await?.filter(is_known);
        let favourites = preference::get(context, "favourites").await?;
        // What another program kept there is no favourite.
        let favourites: Vec<CodeId> =
            favourites.and_then(|kept| serde_json::from_value(kept).ok()).unwrap_or_default();
        let favourites = favourites.into_iter().filter(is_known).collect();
        Ok(Self { last, favourites, codes })
    }
}

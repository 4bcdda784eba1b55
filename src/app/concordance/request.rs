//! What is asked of the concordance.

use crate::domain::transcript::Role;
use crate::domain::{CodeId, CoderId, TranscriptId};

/// Values chosen in the facets: one of each list that is not empty must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Who speaks.
    pub roles: Vec<Role>,
    /// Codes that the turn carries.
    pub codes: Vec<CodeId>,
    /// Interviews.
    pub transcripts: Vec<TranscriptId>,
    /// Attributes of the case: name and value; values of one name stand beside one another, names
    /// add up.
    pub attributes: Vec<(String, String)>,
}

/// What is asked of the concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConcordanceRequest {
    /// The query as typed.
    pub query: String,
    /// What the facets keep.
    pub chosen: Chosen,
    /// Words of context on each side; none: the whole turn.
    pub context: Option<usize>,
    /// Turns passed over.
    pub offset: usize,
    /// At most so many turns.
    pub limit: usize,
    /// Whose codings are seen; none: everybody's.
    pub only: Option<CoderId>,
}

//! The persons interviewed, and what they said around a quote.

use serde::{Deserialize, Serialize};

/// A person interviewed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// « E01 ».
    pub id: String,
    /// « Femme, 30–39 ans ».
    pub description: String,
    /// Event that opened the offer.
    pub event: String,
    /// Offer received.
    pub offer: String,
    /// Rank of the profile, from 0.
    pub profile: Option<usize>,
    /// Words of the person.
    pub words: usize,
    /// Extracts.
    pub extracts: usize,
    /// Families of the file that share the printed attributes.
    pub similar_families: Option<u64>,
}

/// A whole turn with the passages quoted from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TurnFacts {
    /// The interview.
    pub case: String,
    /// Number of the turn.
    pub turn: usize,
    /// Pieces in order; `true` where the piece is quoted in the report.
    pub pieces: Vec<(String, bool)>,
}

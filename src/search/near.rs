//! The word that was meant, when a word stands nowhere.

use strsim::osa_distance;

use super::error::SearchError;
use super::index::{Index, guarded};

/// Letters that may differ, at most; under five letters, one.
const MOST_EDITS: usize = 2;

impl Index {
    /// Returns the word of the interviews nearest to a folded word that they do not hold, with the
    /// number of turns that hold it; none when they hold the word itself, or nothing like it.
    ///
    /// # Errors
    ///
    /// When the index cannot be read.
    pub fn nearest_word(&self, word: &str) -> Result<Option<(String, u64)>, SearchError> {
        let snapshot = self.snapshot();
        let letters = word.chars().count();
        let allowed = if letters < 5 { 1 } else { MOST_EDITS };
        if letters < 3 {
            return Ok(None);
        }
        guarded(self.path(), || {
            // Fewest edits first, then the most frequent.
            let mut best: Option<(usize, std::cmp::Reverse<u64>, String)> = None;
            for reader in snapshot.searcher.segment_readers() {
                let inverted = reader.inverted_index(self.fields().exact)?;
                let mut terms = inverted.terms().stream()?;
                while terms.advance() {
                    let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
                    if term.chars().count().abs_diff(letters) > allowed {
                        continue;
                    }
                    let edits = osa_distance(word, term);
                    if edits == 0 {
                        return Ok(None);
                    }
                    if edits > allowed {
                        continue;
                    }
                    let turns = u64::from(terms.value().doc_freq);
                    let known = best.as_ref().is_some_and(|(least, most, name)| {
                        (*least, *most, name.as_str()) <= (edits, std::cmp::Reverse(turns), term)
                    });
                    if !known {
                        best = Some((edits, std::cmp::Reverse(turns), term.to_owned()));
                    }
                }
            }
            Ok(best.map(|(_, turns, term)| (term, turns.0)))
        })
    }
}

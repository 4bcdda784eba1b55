//! Coding many places at once: one operation, over as many interviews as there are.

use std::collections::BTreeMap;

use super::find::Place;
use crate::app::coding::{Application, Applied, CodingError, Selected, apply};
use crate::app::{AppError, Context};
use crate::domain::transcript::TranscriptVersion;
use crate::domain::{CodeId, TranscriptId};
use crate::text::boundary::sentences;
use crate::text::{Span, TextIndex};

/// What is coded round each place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The words found.
    Hit,
    /// The sentences that hold them.
    #[default]
    Sentence,
    /// The whole turn.
    Turn,
}

impl Scope {
    /// Reads its name.
    pub fn parse(name: &str) -> Option<Self> {
        [("hit", Self::Hit), ("sentence", Self::Sentence), ("turn", Self::Turn)]
            .into_iter()
            .find_map(|(known, scope)| (known == name).then_some(scope))
    }
}

/// Puts a code round every place, but where the coder has it already.
///
/// # Errors
/// The code, an interview or a place is not there; then nothing is written.
pub async fn code(
    context: &Context,
    request: Option<String>,
    code: CodeId,
    scope: Scope,
    places: &[Place],
) -> Result<Applied, AppError> {
    let mut by_text: BTreeMap<(&TranscriptId, u32), Vec<&Place>> = BTreeMap::new();
    for place in places {
        by_text.entry((&place.transcript, place.version)).or_default().push(place);
    }
    let mut selected = Vec::with_capacity(by_text.len());
    for ((transcript, version), mut places) in by_text {
        let unknown = || {
            if version == 0 {
                CodingError::UnknownTranscript { transcript: transcript.0.clone() }
            } else {
                CodingError::UnknownVersion { version }
            }
        };
        let shown = context.store.version(transcript, version).await?.ok_or_else(unknown)?;
        let index = TextIndex::new(&shown.text);
        places.sort_by_key(|place| (place.turn, place.span));
        let mut passages = places
            .into_iter()
            .map(|place| passage(&shown, &index, place, scope).ok_or(CodingError::OutOfRange { version }))
            .collect::<Result<Vec<Span>, _>>()?;
        // Two places in one sentence are one passage.
        passages.dedup();
        selected.push(Selected {
            transcript: transcript.clone(),
            version,
            passages,
            // Words found inside a word (« aide » in « l’aide ») take the whole word, as by hand.
            exact: scope != Scope::Hit,
        });
    }
    apply(context, &Application { request, selected, codes: vec![code], ..Application::default() }).await
}

/// Finds the passage that a place means; none when it leaves its turn.
fn passage(version: &TranscriptVersion, index: &TextIndex<'_>, place: &Place, scope: Scope) -> Option<Span> {
    let turn = version.turns.iter().find(|turn| turn.number == place.turn)?;
    let speech = index.slice(turn.speech);
    let at = |span: Span| Span::new(turn.speech.start.0 + span.start.0, turn.speech.start.0 + span.end.0);
    if place.span.end.0 > turn.speech.len() {
        return None;
    }
    let whole = || {
        let blank = speech.len() - speech.trim_start().len();
        let before = speech.get(..blank).map_or(0, |blanks| blanks.chars().count());
        Span::new(before, before + speech.trim().chars().count())
    };
    // A query without words finds turns.
    if place.span.is_empty() || scope == Scope::Turn {
        return Some(at(whole()));
    }
    if scope == Scope::Hit {
        return Some(at(place.span));
    }
    let held = sentences(speech).into_iter().filter(|piece| piece.span.overlaps(place.span));
    let span = held.map(|piece| piece.span).reduce(|first, last| Span { end: last.end, ..first });
    Some(at(span.unwrap_or(place.span)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::transcript::{Roles, parse};

    fn words(scope: Scope, from: usize, to: usize) -> Option<String> {
        let source =
            "**Enquêtrice :** Et là ?\n\n**Mme A. :** Une lettre. Je l’ai lue, la lettre ! Puis rien.\n";
        let version = parse("E01.md", source, &Roles::default()).transcript.unwrap().version;
        let index = TextIndex::new(&version.text);
        let place = Place { transcript: "E01".into(), version: 1, turn: 2, span: Span::new(from, to) };
        passage(&version, &index, &place, scope).map(|span| index.slice(span).to_owned())
    }

    #[test]
    fn a_place_is_coded_as_words_sentence_or_turn() {
        assert_eq!(words(Scope::Hit, 4, 10).unwrap(), "lettre");
        assert_eq!(words(Scope::Sentence, 4, 10).unwrap(), "Une lettre.");
        assert_eq!(words(Scope::Sentence, 8, 20).unwrap(), "Une lettre. Je l’ai lue, la lettre !");
        assert_eq!(words(Scope::Turn, 4, 10).unwrap(), "Une lettre. Je l’ai lue, la lettre ! Puis rien.");
        assert_eq!(words(Scope::Hit, 4, 1_000), None);
    }
}

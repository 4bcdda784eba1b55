//! A suggestion among the words that stand round it, cut where a page marks them.

use std::collections::BTreeMap;

use crate::analysis::suggestion::Suggestion;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::TranscriptId;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::{MarkKind, Role, Transcript, TranscriptVersion, Turn};
use crate::text::boundary::sentences;
use crate::text::{Language, Span, TextIndex};

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are of the sentence proposed.
    pub is_sentence: bool,
    /// Whether they speak for the code.
    pub is_evidence: bool,
}

/// A suggestion with the words round it.
#[derive(Clone, Debug, PartialEq)]
pub struct InContext {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// Who speaks, empty when unknown.
    pub speaker: String,
    /// Language of the words.
    pub language: Language,
    /// The question before; empty when there is none.
    pub asked: Vec<Piece>,
    /// The sentence, with the one before and the one after in its turn.
    pub said: Vec<Piece>,
    /// Whether the turn begins before these words, and ends after.
    pub goes_on: (bool, bool),
}

/// Sets suggestions among the words round them, in their order; those of which the text was corrected
/// since are left out.
///
/// # Errors
/// The database cannot be read.
pub async fn in_context(context: &Context, suggestions: &[Suggestion]) -> Result<Vec<InContext>, AppError> {
    let store = &context.store;
    let settings: Option<StudySettings> = store.setting("study").await?;
    let study = settings.map(|settings| settings.language).unwrap_or_default();
    let mut transcripts: BTreeMap<&TranscriptId, Option<Transcript>> = BTreeMap::new();
    for one in suggestions {
        if !transcripts.contains_key(&one.transcript) {
            transcripts.insert(&one.transcript, store.transcript(&one.transcript).await?);
        }
    }
    let mut found = Vec::with_capacity(suggestions.len());
    for (id, transcript) in &transcripts {
        let Some(transcript) = transcript else { continue };
        let index = TextIndex::new(&transcript.version.text);
        let language = transcript.language.unwrap_or(study);
        for (place, one) in suggestions.iter().enumerate().filter(|(_, one)| one.transcript == **id) {
            found.extend(set(&transcript.version, &index, one, language).map(|set| (place, set)));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    Ok(found.into_iter().map(|(_, set)| set).collect())
}

fn set(
    version: &TranscriptVersion,
    index: &TextIndex<'_>,
    one: &Suggestion,
    language: Language,
) -> Option<InContext> {
    if !one.stands_in(version) {
        return None;
    }
    let place = version.turns.iter().position(|turn| turn.speech.covers(one.span))?;
    let turn = &version.turns[place];
    let is_question = |turn: &&Turn| version.role(turn) == Role::Interviewer && !turn.speech.is_empty();
    let question = version.turns[..place].iter().rev().find(is_question);
    let around = around(index.slice(turn.speech), turn.speech, one.span);
    Some(InContext {
        speaker: version.label(turn).to_owned(),
        language,
        asked: question.map(|turn| cut(version, index, turn.speech, one)).unwrap_or_default(),
        said: cut(version, index, around, one),
        goes_on: (around.start > turn.speech.start, around.end < turn.speech.end),
        suggestion: one.clone(),
    })
}

/// The sentence with the one before and the one after.
fn around(text: &str, speech: Span, sentence: Span) -> Span {
    let from = speech.start.0;
    let all = sentences(text).into_iter();
    let all: Vec<Span> =
        all.map(|piece| Span::new(from + piece.span.start.0, from + piece.span.end.0)).collect();
    let Some(place) = all.iter().position(|one| one.overlaps(sentence)) else { return sentence };
    let first = all[place.saturating_sub(1)];
    let last = all.get(place + 1).copied().unwrap_or(all[place]);
    Span::new(first.start.0, last.end.0.max(sentence.end.0))
}

/// Cuts a stretch at the sentence and at the words that speak for the code; times of the recording are
/// left out.
fn cut(version: &TranscriptVersion, index: &TextIndex<'_>, stretch: Span, one: &Suggestion) -> Vec<Piece> {
    let times = version.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Timecode { .. }));
    let times: Vec<Span> = times.map(|mark| mark.span).collect();
    let evidence: Vec<Span> = one.evidence.iter().flat_map(|piece| piece.spans.iter().copied()).collect();
    let all = times.iter().chain(&evidence).chain([&one.span]);
    let ends = all.flat_map(|span| [span.start.0, span.end.0]);
    let inside = |end: &usize| (stretch.start.0..stretch.end.0).contains(end);
    let mut ends: Vec<usize> = ends.filter(inside).chain([stretch.start.0, stretch.end.0]).collect();
    ends.sort_unstable();
    ends.dedup();
    let pieces = ends.windows(2).map(|ends| Span::new(ends[0], ends[1]));
    pieces
        .filter(|piece| !times.iter().any(|time| time.overlaps(*piece)))
        .map(|piece| Piece {
            text: index.slice(piece).to_owned(),
            is_sentence: one.span.covers(piece),
            is_evidence: evidence.iter().any(|span| span.covers(piece)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::suggestion::{Evidence, Source};
    use crate::domain::transcript::Speaker;
    use crate::text::Fingerprint;

    /// `Q : Vos dettes ?`, then an answer of four sentences with a time in the second.
    fn version() -> TranscriptVersion {
        let text = "Q : Vos dettes ?\n\nR : Oui. La [0:01] dette. Grosse dette. Voilà.\n\n".to_owned();
        let turn = |number, speaker, start, end| Turn {
            number,
            speaker: Some(speaker),
            speech: Span::new(start, end),
            part: None,
            line: 1,
        };
        let speaker = |label: &str, role| Speaker { label: label.to_owned(), role };
        TranscriptVersion {
            number: 1,
            fingerprint: Fingerprint::of(text.as_bytes()),
            text,
            speakers: vec![speaker("Q", Role::Interviewer), speaker("R", Role::Respondent)],
            turns: vec![turn(1, 0, 4, 16), turn(2, 1, 22, 64)],
            parts: Vec::new(),
            marks: vec![crate::domain::transcript::Mark {
                span: Span::new(30, 36),
                kind: MarkKind::Timecode { seconds: 1 },
            }],
        }
    }

    fn suggestion(span: Span, text: &str) -> Suggestion {
        let evidence = |source, start, end| Evidence {
            word: "dette".to_owned(),
            source,
            spans: vec![Span::new(start, end)],
            weight: 1.0,
        };
        Suggestion {
            id: "1".to_owned(),
            transcript: "E01".into(),
            turn: 2,
            sentence: 2,
            span,
            text: text.to_owned(),
            code: "dettes".into(),
            title: "Dettes".to_owned(),
            margin: 0.0,
            evidence: vec![
                evidence(Source::Sentence, 37, 42),
                evidence(Source::Neighbour, 51, 56),
                evidence(Source::Question, 8, 14),
            ],
            read: false,
        }
    }

    fn written(pieces: &[Piece]) -> String {
        let mark = |piece: &Piece| match (piece.is_sentence, piece.is_evidence) {
            (false, false) => piece.text.clone(),
            (false, true) => format!("<{}>", piece.text),
            (true, false) => format!("({})", piece.text),
            (true, true) => format!("(<{}>)", piece.text),
        };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn a_sentence_stands_between_its_neighbours_with_its_words_marked() {
        let version = version();
        let index = TextIndex::new(&version.text);
        let one = suggestion(Span::new(27, 43), "La [0:01] dette.");
        let set = set(&version, &index, &one, Language::Fr).unwrap();
        assert_eq!(written(&set.asked), "Vos <dettes> ?");
        assert_eq!(written(&set.said), "Oui. (La )( )(<dette>)(.) Grosse <dette>.");
        assert_eq!((set.goes_on, set.speaker.as_str()), ((false, true), "R"));
    }

    #[test]
    fn a_sentence_that_was_corrected_since_is_left_out() {
        let version = version();
        let index = TextIndex::new(&version.text);
        let gone = suggestion(Span::new(27, 43), "La [0:01] rente.");
        assert_eq!(set(&version, &index, &gone, Language::Fr), None);
        let beyond = suggestion(Span::new(60, 90), "Voilà.");
        assert_eq!(set(&version, &index, &beyond, Language::Fr), None);
    }
}

//! The sentences of respondents, and which of them carry a code.

use std::collections::BTreeMap;

use crate::analysis::matrix::extract::placed;
use crate::domain::coding::{Coding, Origin};
use crate::domain::id::{CodeId, TranscriptId};
use crate::domain::transcript::{MarkKind, Role, Transcript};
use crate::text::boundary::sentences;
use crate::text::fold::fold;
use crate::text::span::unite;
use crate::text::stem::Stemmer;
use crate::text::token::tokens;
use crate::text::{Language, Span, TextIndex};

/// A word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As written.
    pub written: String,
    /// Folded and stemmed.
    pub stem: String,
    /// Where, in scalar values.
    pub span: Span,
}

/// One sentence of a respondent that holds a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Place of its turn in [`Interview::turns`].
    pub turn: usize,
    /// From 1, in its turn.
    pub number: usize,
    /// Where, in scalar values.
    pub span: Span,
    /// As written.
    pub text: String,
    /// In order; stage directions and timecodes are none.
    pub words: Vec<Word>,
}

/// A turn of a respondent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Number of the turn.
    pub number: u32,
    /// Words of the interviewer's turn before it.
    pub question: Vec<Word>,
    /// Title of the guide's part that it stands in, empty when in none.
    pub part: String,
}

/// What respondents say in one interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// Which.
    pub id: TranscriptId,
    /// Respondents' turns that hold a sentence.
    pub turns: Vec<Answer>,
    /// In the order of the text.
    pub sentences: Vec<Sentence>,
    /// Whether a person coded a passage of it, other than by accepting a suggestion.
    pub read: bool,
}

/// Reads interviews, sorted by identifier whatever the order given.
pub fn read(transcripts: &[Transcript], codings: &[Coding], language: Language) -> Vec<Interview> {
    let mut stemmers: BTreeMap<Language, Stemmer> = BTreeMap::new();
    let mut sorted: Vec<&Transcript> = transcripts.iter().collect();
    sorted.sort_by(|one, other| one.id.cmp(&other.id));
    sorted
        .into_iter()
        .map(|transcript| {
            let language = transcript.language.unwrap_or(language);
            let stemmer = stemmers.entry(language).or_insert_with(|| Stemmer::new(language));
            let by_hand = |coding: &Coding| {
                coding.transcript == transcript.id && placed(coding) && coding.origin != Origin::Suggestion
            };
            let (turns, sentences) = speech(transcript, stemmer);
            let read = codings.iter().any(by_hand);
            Interview { id: transcript.id.clone(), turns, sentences, read }
        })
        .collect()
}

fn speech(transcript: &Transcript, stemmer: &mut Stemmer) -> (Vec<Answer>, Vec<Sentence>) {
    let version = &transcript.version;
    let index = TextIndex::new(&version.text);
    let silent: Vec<Span> = version
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Timecode { .. } | MarkKind::StageDirection))
        .map(|mark| mark.span)
        .collect();
    let mut answers = Vec::new();
    let mut found = Vec::new();
    let mut question = Vec::new();
    for turn in version.turns.iter().filter(|turn| !turn.speech.is_empty()) {
        let text = index.slice(turn.speech);
        if version.role(turn) == Role::Interviewer {
            question = words(text, turn.speech.start.0, &silent, stemmer);
            continue;
        }
        let before = found.len();
        for (piece, number) in sentences(text).into_iter().zip(1..) {
            let start = turn.speech.start.0 + piece.span.start.0;
            let words = words(piece.text, start, &silent, stemmer);
            if !words.is_empty() {
                let span = Span::new(start, start + piece.span.len());
                let text = piece.text.to_owned();
                found.push(Sentence { turn: answers.len(), number, span, text, words });
            }
        }
        if found.len() > before {
            let part = turn.part.and_then(|part| version.parts.get(part));
            answers.push(Answer {
                number: turn.number,
                question: question.clone(),
                part: part.map(|part| part.title.clone()).unwrap_or_default(),
            });
        }
    }
    (answers, found)
}

/// Cuts a stretch that begins at `start`, without what stands in `silent` spans.
fn words(text: &str, start: usize, silent: &[Span], stemmer: &mut Stemmer) -> Vec<Word> {
    let (mut byte, mut scalar) = (0, start);
    let mut found = Vec::new();
    for token in tokens(text) {
        scalar += text[byte..token.start.0].chars().count();
        byte = token.start.0;
        let span = Span::new(scalar, scalar + text[token.start.0..token.end.0].chars().count());
        if silent.iter().any(|silent| silent.overlaps(span)) {
            continue;
        }
        let folded = fold(token.text);
        found.push(Word { written: token.text.to_owned(), stem: stemmer.stem(&folded).to_owned(), span });
    }
    found
}

/// Who gave a code to a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// By hand, or read from a table.
    pub by_hand: bool,
    /// By accepting a suggestion.
    pub accepted: bool,
}

/// Tells which sentences of each interview carry a code, by the rule of the majority: the passages
/// of the code, whoever coded them, cover half of the sentence, or half of a passage lies in it.
pub fn carriers(interviews: &[Interview], codings: &[Coding], code: &CodeId) -> Vec<Vec<Carried>> {
    let mut spans: BTreeMap<(&TranscriptId, bool), Vec<Span>> = BTreeMap::new();
    for coding in codings.iter().filter(|coding| coding.code == *code && placed(coding)) {
        let accepted = coding.origin == Origin::Suggestion;
        spans.entry((&coding.transcript, accepted)).or_default().push(coding.anchor.span);
    }
    let none = Vec::new();
    interviews
        .iter()
        .map(|interview| {
            let of = |accepted| spans.get(&(&interview.id, accepted)).unwrap_or(&none);
            let (by_hand, accepted) = (of(false), of(true));
            let (whole, other) = (unite(by_hand.clone()), unite(accepted.clone()));
            let carried = |sentence: &Sentence| Carried {
                by_hand: carries(sentence.span, by_hand, &whole),
                accepted: carries(sentence.span, accepted, &other),
            };
            interview.sentences.iter().map(carried).collect()
        })
        .collect()
}

fn carries(sentence: Span, passages: &[Span], united: &[Span]) -> bool {
    let common = |span: &Span| span.intersection(sentence).map_or(0, Span::len);
    let covered: usize = united.iter().map(common).sum();
    2 * covered >= sentence.len() && covered > 0
        || passages.iter().any(|passage| !passage.is_empty() && 2 * common(passage) >= passage.len())
}

/// Tells which sentences of all interviews, one after the other, no coding touches.
pub fn uncoded(interviews: &[Interview], codings: &[Coding]) -> Vec<bool> {
    let mut spans: BTreeMap<&TranscriptId, Vec<Span>> = BTreeMap::new();
    for coding in codings.iter().filter(|coding| placed(coding)) {
        spans.entry(&coding.transcript).or_default().push(coding.anchor.span);
    }
    let free = |interview: &Interview| -> Vec<bool> {
        let spans = unite(spans.remove(&interview.id).unwrap_or_default());
        let is_free = |sentence: &Sentence| !spans.iter().any(|span| span.overlaps(sentence.span));
        interview.sentences.iter().map(is_free).collect()
    };
    interviews.iter().flat_map(free).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::{coding, transcript};

    fn study() -> Transcript {
        transcript(
            "E01",
            &[(true, "Vos dettes ?"), (false, "On devait quatre mois. Et puis voilà."), (false, "…")],
        )
    }

    #[test]
    fn sentences_stand_with_the_question_before_them() {
        let read = read(&[study()], &[], Language::Fr);
        let interview = &read[0];
        assert_eq!(interview.turns.len(), 1, "a turn without a word is no answer");
        assert_eq!(interview.sentences.len(), 2);
        assert_eq!(interview.turns[0].question.len(), 2);
        let word = &interview.sentences[0].words[1];
        assert_eq!(word.written, "devait");
        assert_eq!(TextIndex::new(&study().version.text).slice(word.span), "devait");
        assert!(!interview.read);
    }

    #[test]
    fn the_majority_of_the_sentence_or_of_the_passage_decides() {
        let transcript = study();
        let first = read(std::slice::from_ref(&transcript), &[], Language::Fr)[0].sentences[0].span;
        let start = first.start.0;
        let cases =
            [((start, start + 12), true), ((start, start + 3), true), ((start + 19, start + 34), false)];
        for (place, carries) in cases {
            let codings = vec![coding("E01", "dettes", "c1", place, None)];
            let interviews = read(std::slice::from_ref(&transcript), &codings, Language::Fr);
            let carried = carriers(&interviews, &codings, &"dettes".into());
            assert_eq!(carried[0][0].by_hand, carries, "{place:?}");
            assert!(interviews[0].read);
        }
    }

    #[test]
    fn an_interview_where_suggestions_alone_were_accepted_was_not_read() {
        let mut accepted = coding("E01", "dettes", "c1", (18, 30), None);
        accepted.origin = Origin::Suggestion;
        assert!(!read(&[study()], &[accepted], Language::Fr)[0].read);
    }
}

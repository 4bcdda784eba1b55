//! A transcript read from plain text, as other programs keep it: no markup, no front matter.
//!
//! A line is a paragraph, whether a blank one follows or not; a line that begins with a label begins a
//! turn. Nothing else is read into the text, so that every position of it has its place.

use super::markdown::{ParsedTranscript, parse_written};
use super::role::Roles;
use super::written::Written;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::id::TranscriptId;
use crate::text::boundary::is_grapheme_boundary;
use crate::text::{Span, TextIndex};

/// Reads a transcript from plain text; `path` is where it is told to come from.
///
/// The source map leads to `source` as given. There is no transcript when there is no word. What is
/// doubtful in its labels is not told: it has no place in a file that a person could mend.
pub fn parse_plain(path: &str, id: TranscriptId, source: &str, roles: &Roles) -> ParsedTranscript {
    let mut parsed = parse_written(path, &Written::plain(source), roles);
    let Some(transcript) = &mut parsed.transcript else {
        let diagnostics = vec![Diagnostic::warning(Place::file(path), "transcript-without-words")];
        return ParsedTranscript { diagnostics, ..ParsedTranscript::default() };
    };
    transcript.title.clone_from(&id.0);
    transcript.id = id;
    parsed.diagnostics.retain(|found| found.key.starts_with("interviewer-"));
    parsed
}

/// Widens a span of a source to whole characters as people see them: the map of a letter that was
/// composed leads to its first sign, and the accents after it belong to it.
pub fn whole(index: &TextIndex<'_>, span: Span) -> Span {
    let source = index.text();
    let byte = index.byte_of(span.end).0;
    let more =
        source[byte..].char_indices().take_while(|(at, _)| !is_grapheme_boundary(source, byte + at)).count();
    Span::new(span.start.0, span.end.0 + more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize;

    fn read(source: &str) -> ParsedTranscript {
        parse_plain("a.qdpx", TranscriptId::from("E01"), source, &Roles::default())
    }

    #[test]
    fn labels_make_turns_and_markup_is_words() {
        let source = "Q: *Bonjour* # 1\r\n\r\nR: Oui 🙂\r\nune suite\r\nQ: Ah\r\nR: e\u{301}te\u{301}";
        let parsed = read(source);
        let version = parsed.transcript.expect("it has words").version;
        assert_eq!(version.text, "Q : *Bonjour* # 1\n\nR : Oui 🙂\nune suite\n\nQ : Ah\n\nR : été\n");
        assert_eq!(version.turns.len(), 4);
        let (plain, source) = (TextIndex::new(&version.text), TextIndex::new(source));
        for words in ["*Bonjour*", "🙂", "suite", "été"] {
            let at = version.text.find(words).expect("there");
            let start = version.text[..at].chars().count();
            let span = Span::new(start, start + words.chars().count());
            let there = parsed.source_map.source_span(span).expect("from somewhere");
            let there = whole(&source, there);
            assert_eq!(normalize(source.slice(there)).text, plain.slice(span));
            assert_eq!(parsed.source_map.plain_span(there), Some(span));
        }
    }

    #[test]
    fn a_text_without_words_is_no_transcript() {
        assert!(read(" \r\n\n").transcript.is_none());
    }

    proptest::proptest! {
        #[test]
        fn every_word_keeps_its_place(source in "(Q: |R: |a|[b ]|\r\n|\n|\u{1f600}|e\u{301}|\u{ac00}\u{11a8}){0,60}") {
            let parsed = read(&source);
            let Some(transcript) = parsed.transcript else { return Ok(()) };
            let (plain, source) = (TextIndex::new(&transcript.version.text), TextIndex::new(&source));
            let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            for turn in &transcript.version.turns {
                if let Some(there) = parsed.source_map.source_span(turn.speech) {
                    let said = normalize(source.slice(whole(&source, there))).text;
                    proptest::prop_assert_eq!(words(&said), words(plain.slice(turn.speech)));
                }
            }
        }
    }
}

//! What respondents say, without what the transcriber notes.

use crate::analysis::matrix::speech::silent;
use crate::domain::transcript::{Role, TranscriptVersion};
use crate::text::{Span, TextIndex};

/// The speech of one respondent's turn: its position in the transcript, and its stretches outside
/// timecodes, stage directions and square brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Position of the turn, from 0.
    pub turn: usize,
    /// Sorted, disjoint, not empty.
    pub spans: Vec<Span>,
}

/// Lists what respondents say, turn by turn.
pub fn said(version: &TranscriptVersion) -> Vec<Said> {
    let silent = silent(version);
    let respondents =
        version.turns.iter().enumerate().filter(|(_, turn)| version.role(turn) == Role::Respondent);
    respondents
        .map(|(turn, said)| Said { turn, spans: outside(said.speech, &silent) })
        .filter(|said| !said.spans.is_empty())
        .collect()
}

/// Writes what respondents say, a line a turn, blanks made one.
pub fn lines(version: &TranscriptVersion) -> Vec<String> {
    let index = TextIndex::new(&version.text);
    let line = |said: Said| {
        let words: Vec<&str> =
            said.spans.into_iter().flat_map(|span| index.slice(span).split_whitespace()).collect();
        words.join(" ")
    };
    said(version).into_iter().map(line).filter(|line| !line.is_empty()).collect()
}

/// The parts of a span outside sorted disjoint ones.
fn outside(span: Span, silent: &[Span]) -> Vec<Span> {
    let mut kept = Vec::new();
    let mut from = span.start.0;
    let first = silent.partition_point(|one| one.end <= span.start);
    for one in silent[first..].iter().take_while(|one| one.start < span.end) {
        if one.start.0 > from {
            kept.push(Span::new(from, one.start.0));
        }
        from = from.max(one.end.0);
    }
    if from < span.end.0 {
        kept.push(Span::new(from, span.end.0));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::version;

    #[test]
    fn notes_and_interviewers_are_no_speech() {
        let version =
            version(&[(true, "Oui ?"), (false, "Ça [rires] va  bien"), (false, "[silence]"), (false, "Oui")]);
        assert_eq!(lines(&version), ["Ça va bien", "Oui"]);
        assert_eq!(said(&version).iter().map(|said| said.turn).collect::<Vec<_>>(), [1, 3]);
    }
}

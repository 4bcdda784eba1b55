//! Quotes that lead back to their place: words that stand in several places are told apart by what
//! stands round them, and where that does not do, by position.

use serde_json::json;

use crate::domain::coding::anchor::Anchorer;
use crate::domain::coding::{Anchoring, Coding, Passage};
use crate::domain::transcript::markdown::parse;
use crate::domain::transcript::{Roles, SourceMap, Transcript};
use crate::text::boundary::{head, tail};
use crate::text::{Span, TextIndex};

/// How much more of what stands round a passage is tried, in scalar values.
const WIDER: [usize; 3] = [120, 480, 1_920];

/// Gives each coding a quote that leads back to its place. Those that no quote leads back to are taken
/// out, and returned as lines of positions in `written`, the interview's file.
pub(super) fn certain(transcript: &Transcript, written: &str, codings: &mut Vec<Coding>) -> String {
    let version = &transcript.version;
    let anchorer = Anchorer::new(version);
    let index = TextIndex::new(&version.text);
    let leads_back = |coding: &Coding| {
        let anchor = &coding.anchor;
        let quote = Passage::Quote {
            exact: anchor.exact.clone(),
            prefix: anchor.prefix.clone(),
            suffix: anchor.suffix.clone(),
        };
        anchorer.place(&quote, &SourceMap::default()).is_ok_and(|placed| placed.anchor.span == anchor.span)
    };
    let mut by_place = Vec::new();
    codings.retain_mut(|coding| {
        if coding.anchoring == Anchoring::Lost || leads_back(coding) {
            return true;
        }
        let span = coding.anchor.span;
        for wider in WIDER {
            coding.anchor.prefix = tail(index.slice(Span::new(0, span.start.0)), wider).to_owned();
            coding.anchor.suffix = head(index.slice(Span::new(span.end.0, index.len())), wider).to_owned();
            if leads_back(coding) {
                return true;
            }
        }
        by_place.push(coding.clone());
        false
    });
    if by_place.is_empty() {
        return String::new();
    }
    let source_map = parse(&transcript.path, written, &Roles::default()).source_map;
    let mut lines = String::new();
    for coding in by_place {
        let Some(span) = source_map.source_span(coding.anchor.span) else {
            // Not in the file as it was written: the quote is the best there is.
            codings.push(coding);
            continue;
        };
        let line = json!({
            "document": coding.transcript, "start": span.start.0, "end": span.end.0, "code": coding.code,
            "coder": coding.coder, "intensity": coding.intensity, "memo": coding.memo,
        });
        lines.push_str(&line.to_string());
        lines.push('\n');
    }
    lines
}

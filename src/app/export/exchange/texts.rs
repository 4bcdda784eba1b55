//! An interview as a source with its passages.

use std::collections::BTreeMap;

use crate::app::import::{UNKNOWN, WHOLE};
use crate::domain::coding::Anchoring;
use crate::domain::transcript::{Roles, SourceMap, Transcript, parse_plain, whole};
use crate::domain::{CodeId, CoderId, RecordId};
use crate::exchange::qdpx::Target;
use crate::exchange::qdpx::convention;
use crate::exchange::qdpx::guid;
use crate::exchange::qdpx::model::{Coding, Selection};
use crate::exchange::qdpx::own::Own;
use crate::exchange::qdpx::write::{Given, is_moment};
use crate::store::StoredCoding;
use crate::text::{Span, TextIndex, normalize};

/// Longest name of a passage, in scalar values: programs show it in one line.
const NAME: usize = 100;

/// The text of an interview as it goes out.
pub(super) struct Text {
    /// With LF line ends.
    pub(super) words: String,
    /// From the interview's text to it; none where they are the same.
    map: Option<SourceMap>,
    /// Position of each scalar value for whoever reads it.
    positions: Vec<u32>,
    target: Target,
    /// Whether it is the text that came.
    pub(super) is_as_it_came: bool,
}

impl Text {
    /// Takes the text that came from another program while the interview still says the same, else the
    /// interview's own.
    pub(super) fn new(transcript: &Transcript, came: Option<&str>, roles: &Roles, target: Target) -> Self {
        let version = &transcript.version;
        let came = came.map(|text| text.replace("\r\n", "\n").replace('\r', "\n"));
        let found = came.and_then(|text| {
            let normalized = normalize(&text);
            if normalized.text == version.text {
                return Some((text, normalized.map));
            }
            let parsed = parse_plain("", transcript.id.clone(), &text, roles);
            let same = parsed.transcript.is_some_and(|read| read.version.text == version.text);
            same.then_some((text, parsed.source_map))
        });
        let is_as_it_came = found.is_some();
        let (words, map) = match found {
            Some((words, map)) => (words, Some(map)),
            None => (version.text.clone(), None),
        };
        let positions = convention::positions(&target.stored(&words), target.convention());
        // The positions of what is stored, without the CR that stands for nothing.
        let positions = if target == Target::Maxqda {
            let length = words.chars().count();
            (0..=u32::try_from(length).unwrap_or(u32::MAX)).collect()
        } else {
            positions
        };
        Self { words, map, positions, target, is_as_it_came }
    }

    /// Writes the file of its words.
    pub(super) fn stored(&self) -> Vec<u8> {
        self.target.stored(&self.words).into_bytes()
    }

    /// Finds a place of the interview in it.
    fn place(&self, index: &TextIndex<'_>, span: Span) -> Option<Span> {
        match &self.map {
            None => Some(span),
            Some(map) => map.source_span(span).map(|there| whole(index, there)),
        }
    }

    /// Makes a passage of a place of the interview.
    pub(super) fn selection(&self, index: &TextIndex<'_>, span: Span) -> Option<Selection> {
        let there = self.place(index, span)?;
        let at = |offset: usize| self.positions.get(offset).copied().map(i64::from);
        let words = index.slice(there).split_whitespace().collect::<Vec<_>>().join(" ");
        let mut name: String = words.chars().take(NAME).collect();
        if name.len() < words.len() {
            name.push('…');
        }
        let (start, end) = (at(there.start.0)?, at(there.end.0)?);
        Some(Selection { name, start, end, ..Selection::default() })
    }
}

/// What passages are written with.
pub(super) struct Marks<'a> {
    pub(super) codes: &'a BTreeMap<CodeId, String>,
    pub(super) users: &'a BTreeMap<CoderId, String>,
    /// When each coding was made.
    pub(super) times: &'a BTreeMap<RecordId, String>,
    pub(super) given: &'a mut Given,
    pub(super) own: &'a mut Own,
}

/// Passages of an interview, and codes on all of it.
#[derive(Default)]
pub(super) struct Passages {
    pub(super) selections: Vec<Selection>,
    pub(super) whole: Vec<Coding>,
    /// Codings without a place, or of a code that is gone.
    pub(super) lost: usize,
}

/// Writes the codings of an interview.
pub(super) fn passages(
    transcript: &Transcript,
    text: &Text,
    index: &TextIndex<'_>,
    codings: Vec<StoredCoding>,
    marks: &mut Marks<'_>,
) -> Passages {
    let turns = &transcript.version.turns;
    let first = turns.iter().find(|turn| !turn.speech.is_empty()).map_or(0, |turn| turn.speech.start.0);
    let last = turns.iter().rfind(|turn| !turn.speech.is_empty()).map_or(0, |turn| turn.speech.end.0);
    let mut passages = Passages::default();
    for StoredCoding { coding, source_key, .. } in codings {
        let mut key = source_key.split(' ').skip(1);
        let mut next = || key.next().filter(|word| *word != "-").unwrap_or_default();
        let (of_selection, of_coding, came_at) = (next(), next(), next());
        let Some(code) = marks.codes.get(&coding.code).filter(|_| coding.anchoring != Anchoring::Lost) else {
            passages.lost += 1;
            continue;
        };
        let span = coding.anchor.span;
        let id = coding.id.as_str();
        let user = Some(&coding.coder).filter(|coder| coder.as_str() != UNKNOWN);
        let user = user.and_then(|coder| marks.users.get(coder)).cloned();
        let is_whole = of_selection == WHOLE && span.start.0 <= first && span.end.0 >= last;
        let selection = if is_whole { None } else { text.selection(index, span) };
        if selection.is_none() && !is_whole {
            passages.lost += 1;
            continue;
        }
        let wanted = if of_coding.is_empty() { guid::of("coding", id) } else { of_coding.to_owned() };
        let at =
            if is_moment(came_at) { Some(came_at.to_owned()) } else { marks.times.get(&coding.id).cloned() };
        let guid = marks.given.give("coding", &wanted);
        let written = Coding { guid, code: code.clone(), user, at, ..Coding::default() };
        if let Some(intensity) = coding.intensity {
            marks.own.intensities.insert(guid::key(&written.guid), intensity);
        }
        match selection {
            None => passages.whole.push(written),
            Some(mut selection) => {
                let wanted = if of_selection.is_empty() {
                    guid::made("selection", id)
                } else {
                    of_selection.to_owned()
                };
                selection.guid = marks.given.give("selection", &wanted);
                selection.user.clone_from(&written.user);
                selection.at.clone_from(&written.at);
                selection.description = coding.memo;
                selection.codings = vec![written];
                passages.selections.push(selection);
            }
        }
    }
    passages
}

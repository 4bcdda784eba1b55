//! Notes and comments of a project: the study's memos.

use std::collections::{BTreeMap, BTreeSet};

use super::passages::{Coders, says};
use crate::app::error::AppError;
use crate::app::import::read::Import;
use crate::domain::coding::Passage;
use crate::domain::coding::anchor::Anchorer;
use crate::domain::memo::{Memo, MemoPlace, SubjectKind};
use crate::domain::transcript::{SourceMap, TranscriptVersion};
use crate::domain::{CodeId, CoderId, Diagnostic, RecordId, TranscriptId};
use crate::exchange::qdpx::convention;
use crate::exchange::qdpx::guid::{is_guid, key, made};
use crate::exchange::qdpx::model::{Note, Project, Selection};
use crate::exchange::qdpx::own::Own;
use crate::store::RecordState;
use crate::text::Span;

/// A memo before it has its record.
struct Draft {
    /// Whatever names it, always the same for the same note.
    seed: String,
    kind: SubjectKind,
    subject: String,
    /// Where it stands: source, and place in its text.
    place: Option<(usize, Span)>,
    body: String,
    coder: CoderId,
    at: Option<String>,
}

impl Import<'_> {
    /// Returns the words of every note that has some, by identifier.
    pub(super) fn written_notes(
        &self,
        project: &Project,
        own: &Own,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeMap<String, String> {
        let mut written = BTreeMap::new();
        for note in &project.notes {
            match note.text.as_deref().filter(|text| !text.trim().is_empty()) {
                // The name is ours too, and no word of the memo.
                Some(text) if own.memos.contains_key(&key(&note.guid)) => {
                    written.insert(key(&note.guid), text.to_owned());
                }
                Some(text) => {
                    written.insert(key(&note.guid), body(note, text.trim()));
                }
                None => diagnostics.push(
                    Diagnostic::warning(note.place.clone(), "qdpx-note-empty").with("name", &note.name),
                ),
            }
        }
        written
    }

    /// Writes memos of all that is said of the project, its texts, cases, codes and passages.
    #[expect(clippy::too_many_arguments, reason = "a memo may be about all of it")]
    pub(super) async fn notes(
        &mut self,
        path: &str,
        project: &Project,
        own: &Own,
        codes: &BTreeMap<String, CodeId>,
        coders: &Coders,
        written: &BTreeMap<String, String>,
        interviews: &BTreeMap<usize, TranscriptId>,
        settled: &[(usize, TranscriptVersion, SourceMap)],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<(), AppError> {
        let drafts = Drafting { path, project, own, codes, coders, written, interviews }.all();
        let versions: BTreeMap<usize, (&TranscriptVersion, &SourceMap)> =
            settled.iter().map(|(at, version, map)| (*at, (version, map))).collect();
        let states: BTreeMap<RecordId, RecordState> =
            self.context.store.record_states("memo").await?.into_iter().collect();
        let mut memos = Vec::new();
        let mut given = BTreeSet::new();
        for draft in drafts {
            let id = RecordId(record(&draft.seed, &mut given));
            if matches!(states.get(&id), Some(RecordState::ByHand | RecordState::Removed)) {
                continue;
            }
            let mut kind = draft.kind;
            let mut place = None;
            if let Some((at, span)) = draft.place {
                let Some((version, map)) = versions.get(&at) else { continue };
                let subject = TranscriptId::from(draft.subject.as_str());
                match Anchorer::new(version).place(&Passage::Source(span), map) {
                    Ok(placed) => {
                        let number = self.change().await?.present_version(&subject).await?.unwrap_or(1);
                        place = Some(MemoPlace {
                            version: number,
                            span: placed.anchor.span,
                            exact: placed.anchor.exact,
                            turn: Some(placed.turns.0),
                        });
                    }
                    Err(_) => {
                        // On a heading or a label: about the interview, then.
                        kind = SubjectKind::Transcript;
                        let place = project.sources[at].place.clone();
                        diagnostics.push(Diagnostic::note(place, "qdpx-comment-moved"));
                    }
                }
            }
            let at = draft.at.as_deref().and_then(moment).unwrap_or_else(|| self.context.clock.now());
            let memo =
                Memo { id, kind, subject: draft.subject, place, body: draft.body, coder: draft.coder, at };
            let there = self.context.store.memo(&memo.id).await?;
            let says_so = there.is_some_and(|there| {
                there.body == memo.body && there.subject == memo.subject && there.kind == memo.kind
            });
            if !says_so {
                memos.push(memo);
            }
        }
        if !memos.is_empty() {
            self.change().await?.put_memos(memos).await?;
        }
        Ok(())
    }
}

struct Drafting<'a> {
    path: &'a str,
    project: &'a Project,
    own: &'a Own,
    codes: &'a BTreeMap<String, CodeId>,
    coders: &'a Coders,
    written: &'a BTreeMap<String, String>,
    interviews: &'a BTreeMap<usize, TranscriptId>,
}

impl Drafting<'_> {
    fn all(&self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let mut used: BTreeSet<String> = BTreeSet::new();
        let project = self.project;
        self.comment(&mut drafts, "project", &project.description, SubjectKind::Study, "");
        for code in &project.codes {
            if let Some(id) = self.codes.get(&key(&code.guid)) {
                self.refer(&mut drafts, &mut used, &code.note_refs, SubjectKind::Code, id.as_str());
            }
        }
        let by_guid: BTreeMap<String, usize> =
            project.sources.iter().enumerate().map(|(at, source)| (key(&source.guid), at)).collect();
        for case in &project.cases {
            let sources = case.sources.iter().filter_map(|guid| by_guid.get(guid));
            for id in sources.filter_map(|at| self.interviews.get(at)) {
                let seed = format!("case {} {id}", key(&case.guid));
                self.comment(&mut drafts, &seed, &case.description, SubjectKind::Case, id.as_str());
            }
        }
        let annotations = self.annotations(&by_guid);
        for (at, source) in project.sources.iter().enumerate() {
            let Some(id) = self.interviews.get(&at) else { continue };
            let seed = format!("source {}", key(&source.guid));
            self.comment(&mut drafts, &seed, &source.description, SubjectKind::Transcript, id.as_str());
            let (placed, plain): (Vec<&String>, Vec<&String>) =
                source.note_refs.iter().partition(|guid| annotations.contains_key(*guid));
            let plain: Vec<String> = plain.into_iter().cloned().collect();
            self.refer(&mut drafts, &mut used, &plain, SubjectKind::Transcript, id.as_str());
            for guid in placed {
                if let (Some(span), Some(mut draft)) =
                    (annotations.get(guid), self.draft(guid, SubjectKind::Turn, id.as_str()))
                {
                    used.insert(guid.clone());
                    draft.place = Some((at, *span));
                    drafts.push(draft);
                }
            }
            for selection in &source.selections {
                let seen =
                    selection.note_refs.iter().chain(selection.codings.iter().flat_map(|one| &one.note_refs));
                if selection.codings.is_empty() && says(selection, self.written) {
                    self.passage(&mut drafts, selection, at, id);
                }
                used.extend(seen.cloned());
            }
            used.extend(source.codings.iter().flat_map(|one| one.note_refs.iter().cloned()));
        }
        self.refer(&mut drafts, &mut used, &project.note_refs, SubjectKind::Study, "");
        // What nothing refers to, a diary or the end of a link, is about the study.
        let alone: Vec<String> = project
            .notes
            .iter()
            .map(|note| key(&note.guid))
            .filter(|guid| self.written.contains_key(guid) && !used.contains(guid))
            .collect();
        for guid in alone {
            drafts.extend(self.draft(&guid, SubjectKind::Study, ""));
        }
        drafts
    }

    fn draft(&self, guid: &str, kind: SubjectKind, subject: &str) -> Option<Draft> {
        let note = self.project.notes.iter().find(|note| key(&note.guid) == guid)?;
        // What this program wrote says what a reference cannot; the subject is the one referred from,
        // which may be called otherwise here.
        let told = self
            .own
            .memos
            .get(guid)
            .and_then(|(kind, subject)| Some((SubjectKind::parse(kind)?, subject.as_str())));
        let (kind, subject) = match told {
            Some((told, of)) if kind == SubjectKind::Study => (told, of),
            Some((told, _)) => (told, subject),
            None => (kind, subject),
        };
        Some(Draft {
            seed: guid.to_owned(),
            kind,
            subject: subject.to_owned(),
            place: None,
            body: self.written.get(guid)?.clone(),
            coder: self.coders.of(note.user.as_ref()),
            at: note.at.clone(),
        })
    }

    fn refer(
        &self,
        drafts: &mut Vec<Draft>,
        used: &mut BTreeSet<String>,
        refs: &[String],
        kind: SubjectKind,
        subject: &str,
    ) {
        for guid in refs {
            used.insert(guid.clone());
            drafts.extend(self.draft(guid, kind, subject));
        }
    }

    fn comment(&self, drafts: &mut Vec<Draft>, seed: &str, words: &str, kind: SubjectKind, subject: &str) {
        if !words.trim().is_empty() {
            drafts.push(Draft {
                seed: format!("{} {seed}", self.path),
                kind,
                subject: subject.to_owned(),
                place: None,
                body: words.trim().to_owned(),
                coder: CoderId::from(super::passages::UNKNOWN),
                at: None,
            });
        }
    }

    /// The comment of a passage without a code: its own words and those of its notes.
    fn passage(&self, drafts: &mut Vec<Draft>, selection: &Selection, at: usize, id: &TranscriptId) {
        if !selection.description.trim().is_empty() {
            drafts.push(Draft {
                seed: key(&selection.guid),
                kind: SubjectKind::Turn,
                subject: id.0.clone(),
                place: Some((at, selection.span)),
                body: selection.description.trim().to_owned(),
                coder: self.coders.of(selection.user.as_ref()),
                at: selection.at.clone(),
            });
        }
        for guid in &selection.note_refs {
            if let Some(mut draft) = self.draft(guid, SubjectKind::Turn, id.as_str()) {
                draft.place = Some((at, selection.span));
                drafts.push(draft);
            }
        }
    }

    /// Finds the notes that hold a place outside their own words, and the one source that refers to
    /// them: the place is in that source.
    fn annotations(&self, by_guid: &BTreeMap<String, usize>) -> BTreeMap<String, Span> {
        let mut found = BTreeMap::new();
        for note in self.project.notes.iter().filter(|note| !note.selections.is_empty()) {
            let guid = key(&note.guid);
            let own = note.text.as_deref().map_or(0, |text| text.chars().count());
            let refers = |at: &&usize| self.project.sources[**at].note_refs.contains(&guid);
            let sources: Vec<&usize> = by_guid.values().filter(refers).collect();
            let ([at], [(start, end)]) = (&sources[..], &note.selections[..]) else { continue };
            if i64::try_from(own).is_ok_and(|own| (*end).max(*start) <= own) {
                continue;
            }
            let source = &self.project.sources[**at];
            let Some(text) = &source.text else { continue };
            let mut one = [Selection { start: *start, end: *end, ..Selection::default() }];
            convention::resolve(text, source.convention, &mut one);
            if !one[0].was_outside && !one[0].span.is_empty() {
                found.insert(guid, one[0].span);
            }
        }
        found
    }
}

/// Writes a note as a memo, which has no title: the title stands first unless the words begin with it.
fn body(note: &Note, text: &str) -> String {
    if note.name.is_empty() || text.starts_with(&note.name) {
        text.to_owned()
    } else {
        format!("{}\n\n{text}", note.name)
    }
}

/// Makes the record's identifier of a note's, so that it is known again.
fn record(seed: &str, given: &mut BTreeSet<String>) -> String {
    let guid = key(seed);
    let mut id = if is_guid(&guid) { guid } else { made("memo", seed) };
    let mut turn = 1;
    while !given.insert(id.clone()) {
        turn += 1;
        id = made("memo", &format!("{seed} {turn}"));
    }
    id.to_ascii_lowercase()
}

/// Reads a time in any form of the schema; one without a zone is taken for UTC.
fn moment(written: &str) -> Option<String> {
    let written = written.trim();
    let read = written.parse::<jiff::Timestamp>().or_else(|_| format!("{written}Z").parse()).ok()?;
    Some(read.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

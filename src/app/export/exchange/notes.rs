//! Memos as notes, and what refers to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::CoderId;
use crate::domain::memo::{Memo, SubjectKind};
use crate::exchange::qdpx::guid;
use crate::exchange::qdpx::model::Note;
use crate::exchange::qdpx::own::Own;
use crate::exchange::qdpx::remainder::Remainders;
use crate::exchange::qdpx::tree::is_writable;
use crate::exchange::qdpx::write::{Given, is_moment};

/// Longest name of a note, in scalar values.
const NAME: usize = 60;

/// The notes of a study, with the memos they are, by what they are about.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) list: Vec<Note>,
    names: BTreeSet<String>,
    /// Memos with the identifier of their note, by kind and subject.
    about: BTreeMap<(SubjectKind, String), Vec<(String, Memo)>>,
}

impl Notes {
    pub(super) fn new(
        memos: Vec<Memo>,
        users: &BTreeMap<CoderId, String>,
        remainders: &Remainders,
        given: &mut Given,
        own: &mut Own,
    ) -> Self {
        let mut notes = Self::default();
        for memo in memos {
            let came = remainders.packages.values().find_map(|one| one.notes.get(memo.id.as_str()));
            let wanted = came.cloned().unwrap_or_else(|| guid::of("note", memo.id.as_str()));
            let guid = given.give("note", &wanted);
            let name = notes.name(&memo.body);
            // Some programs take notes for a diary only when a file holds their words; and inline text
            // loses what XML cannot hold.
            let in_file = memo.kind == SubjectKind::Study
                || memo.body.contains('\r')
                || !memo.body.chars().all(is_writable);
            notes.list.push(Note {
                guid: guid.clone(),
                name,
                text: Some(memo.body.clone()),
                plain_entry: in_file.then(|| format!("sources/{}.txt", guid::of("note", &guid))),
                user: users.get(&memo.coder).cloned(),
                at: Some(memo.at.clone()).filter(|at| is_moment(at)),
                ..Note::default()
            });
            own.memos.insert(guid::key(&guid), (memo.kind.name().to_owned(), memo.subject.clone()));
            notes.about.entry((memo.kind, memo.subject.clone())).or_default().push((guid, memo));
        }
        notes
    }

    /// Names a note by its first line, as no other is named: programs ask for a name, and some stumble
    /// over one given twice.
    fn name(&mut self, body: &str) -> String {
        let line = body.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let line: String = line.chars().take(NAME).collect();
        let numbered = (2..).map(|turn| format!("{line} ({turn})"));
        let mut names = std::iter::once(line.clone()).chain(numbered);
        let name = names.find(|name| !self.names.contains(name)).unwrap_or_default();
        self.names.insert(name.clone());
        name
    }

    /// Takes the memos about something, each with the identifier of its note.
    pub(super) fn take(&mut self, kind: SubjectKind, subject: &str) -> Vec<(String, Memo)> {
        self.about.remove(&(kind, subject.to_owned())).unwrap_or_default()
    }

    /// Takes the identifiers of the notes about something.
    pub(super) fn refs(&mut self, kind: SubjectKind, subject: &str) -> Vec<String> {
        self.take(kind, subject).into_iter().map(|(guid, _)| guid).collect()
    }
}

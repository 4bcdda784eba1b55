//! What a checklist asks of the study and the report does not say.

use std::collections::BTreeMap;

/// What a person coded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoderWork {
    /// Codings with a place.
    pub codings: usize,
    /// Interviews that hold them.
    pub interviews: usize,
}

/// Facts of the study's making, beside the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChecklistFacts {
    /// What the team answers, by number of the item, in the language of the document.
    pub answers: BTreeMap<u8, String>,
    /// One a coder, in the order of their identifiers; no name.
    pub coders: Vec<CoderWork>,
    /// Interviews coded by two persons or more.
    pub double_coded: usize,
    /// Labels of those who ask, with the interviews that hold them.
    pub interviewers: Vec<(String, usize)>,
    /// Interviews in which more than one person answers.
    pub several_respondents: usize,
    /// Headings that all interviews have in common, in the order of the first.
    pub guide: Vec<String>,
    /// Last time noted in each interview that notes times, in seconds of the recording, rising.
    pub last_times: Vec<u32>,
    /// Interviews whose text has more than one version.
    pub corrected: usize,
    /// Codes made in the workbench, not taken back.
    pub codes_added: usize,
    /// Changes in the log.
    pub operations: usize,
    /// Memos.
    pub memos: usize,
    /// What is printed of each person: « Sexe », « Âge ».
    pub characteristics: Vec<String>,
}

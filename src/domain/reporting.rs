//! What a study owes its readers: the sections its report has, the checklists it answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::settings::Titles;

/// A section of the report, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReportSection {
    /// What to take to the meeting.
    Essentials,
    /// Who was interviewed, and how it was done.
    Material,
    /// What the interviews say: codes and coders.
    Interviews,
    /// The grouping and its doubts.
    Profiles,
    /// Scores, their link with profiles, items, practices.
    Questionnaire,
    /// The administrative records.
    Activity,
    /// How far one may go.
    Limits,
    /// Turns, registers, codebook, methods, settings.
    Annexes,
}

impl ReportSection {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Essentials,
        Self::Material,
        Self::Interviews,
        Self::Profiles,
        Self::Questionnaire,
        Self::Activity,
        Self::Limits,
        Self::Annexes,
    ];

    /// Returns its name: what is typed to choose it, and its anchor in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Essentials => "essentials",
            Self::Material => "material",
            Self::Interviews => "interviews",
            Self::Profiles => "profiles",
            Self::Questionnaire => "questionnaire",
            Self::Activity => "activity",
            Self::Limits => "limits",
            Self::Annexes => "annexes",
        }
    }

    /// Finds the section of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }
}

/// A published list of what a qualitative study should report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Checklist {
    /// Interviews and focus groups, 32 items (Tong, Sainsbury and Craig 2007).
    Coreq,
    /// Qualitative research of any kind, 21 items (O’Brien and others 2014).
    Srqr,
}

impl Checklist {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Coreq, Self::Srqr];

    /// Returns its name: what is typed to ask for it, and its table in `study.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Coreq => "coreq",
            Self::Srqr => "srqr",
        }
    }

    /// Finds the checklist of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|checklist| checklist.name() == name)
    }

    /// Number of its items, which are numbered from 1.
    pub fn items(self) -> u8 {
        match self {
            Self::Coreq => 32,
            Self::Srqr => 21,
        }
    }
}

/// What the team answers to the items of a checklist, by number; one without words is not answered.
pub type ChecklistAnswers = BTreeMap<u8, Titles>;

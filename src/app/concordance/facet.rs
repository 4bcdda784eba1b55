//! Places of a query counted by who speaks, interview, code and attribute.
//!
//! The counts of one facet let through what the others keep, but not what it keeps itself: so they
//! say what a click would give.

use std::collections::BTreeMap;

use serde::Serialize;

use super::request::Chosen;
use crate::app::people::CaseHead;
use crate::domain::codebook::Codebook;
use crate::domain::transcript::Role;
use crate::domain::{CodeId, TranscriptId};

/// A code as a page shows it: title, and where its colour and pattern are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Swatch {
    /// Its id.
    pub code: CodeId,
    /// As people read it.
    pub title: String,
    /// Place of its theme in the codebook.
    pub theme: usize,
    /// Its place in its theme.
    pub variant: usize,
}

impl Swatch {
    /// Lists all codes of a codebook.
    pub fn all(codebook: &Codebook) -> Vec<Self> {
        let themes = codebook.themes.iter().enumerate();
        themes
            .flat_map(|(theme, one)| {
                one.codes.iter().enumerate().map(move |(variant, code)| Self {
                    code: code.id.clone(),
                    title: code.title.clone(),
                    theme,
                    variant,
                })
            })
            .collect()
    }
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// As addresses hold it.
    pub value: String,
    /// As people read it.
    pub label: String,
    /// Places that have it.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The code's colour, for codes.
    pub swatch: Option<Swatch>,
}

/// The values of one attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttributeFacet {
    /// Its name.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// The most frequent first.
    pub values: Vec<FacetValue>,
}

/// Everything that places are counted by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Respondents, then interviewers.
    pub roles: Vec<FacetValue>,
    /// The most frequent first.
    pub codes: Vec<FacetValue>,
    /// In the order of the study.
    pub transcripts: Vec<FacetValue>,
    /// Attributes that sort cases into groups.
    pub attributes: Vec<AttributeFacet>,
}

/// A turn that a query finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) transcript: TranscriptId,
    pub(super) turn: u32,
    pub(super) role: Role,
    /// Places in it.
    pub(super) weight: usize,
}

/// What the store knows of interviews and turns.
pub(super) struct Known<'a> {
    pub(super) heads: &'a [CaseHead],
    pub(super) swatches: &'a [Swatch],
    /// Codes of each turn, as ranks of `swatches`.
    pub(super) codes: &'a TurnCodes,
}

/// Codes by interview and turn.
pub(super) type TurnCodes = BTreeMap<TranscriptId, BTreeMap<u32, Vec<usize>>>;

impl Known<'_> {
    pub(super) fn codes_of(&self, turn: &Found) -> &[usize] {
        let turns = self.codes.get(&turn.transcript);
        turns.and_then(|turns| turns.get(&turn.turn)).map_or(&[], Vec::as_slice)
    }

    fn head(&self, id: &TranscriptId) -> Option<&CaseHead> {
        self.heads.binary_search_by(|head| head.id.cmp(id)).ok().and_then(|at| self.heads.get(at))
    }

    /// Tells which facets let a turn through: who speaks, interview, code, then each attribute name.
    fn passes(&self, turn: &Found, chosen: &Chosen, names: &[&str]) -> Vec<bool> {
        let head = self.head(&turn.transcript);
        let mut passed = vec![
            chosen.roles.is_empty() || chosen.roles.contains(&turn.role),
            chosen.transcripts.is_empty() || chosen.transcripts.contains(&turn.transcript),
            chosen.codes.is_empty()
                || self.codes_of(turn).iter().any(|rank| {
                    self.swatches.get(*rank).is_some_and(|swatch| chosen.codes.contains(&swatch.code))
                }),
        ];
        passed.extend(names.iter().map(|name| {
            let mut wanted = chosen.attributes.iter().filter(|(known, _)| known == name).peekable();
            wanted.peek().is_none()
                || wanted.any(|(_, value)| head.is_some_and(|head| head.attribute(name) == Some(value)))
        }));
        passed
    }
}

/// Counts of one facet by value.
type Counts<T> = BTreeMap<T, usize>;

/// Keeps what the facets choose, and counts.
pub(super) fn sift(known: &Known<'_>, found: Vec<Found>, chosen: &Chosen) -> (Vec<Found>, Facets) {
    let shown = CaseHead::sorting(known.heads);
    let mut names: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
    // What an address names is kept even when the page would not list it.
    names.extend(chosen.attributes.iter().map(|(name, _)| name.as_str()));
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(*name));

    let mut roles: Counts<Role> = Counts::new();
    let mut transcripts: Counts<TranscriptId> = Counts::new();
    let mut codes: Counts<usize> = Counts::new();
    let mut attributes: Vec<Counts<String>> = vec![Counts::new(); names.len()];
    let mut kept = Vec::new();
    for turn in found {
        let passed = known.passes(&turn, chosen, &names);
        let refused = passed.iter().filter(|pass| !**pass).count();
        let counts = |facet: usize| refused == 0 || (refused == 1 && !passed[facet]);
        if counts(0) {
            *roles.entry(turn.role).or_default() += turn.weight;
        }
        if counts(1) {
            *transcripts.entry(turn.transcript.clone()).or_default() += turn.weight;
        }
        if counts(2) {
            for rank in known.codes_of(&turn) {
                *codes.entry(*rank).or_default() += turn.weight;
            }
        }
        for (at, name) in names.iter().enumerate() {
            if counts(3 + at)
                && let Some(value) = known.head(&turn.transcript).and_then(|head| head.attribute(name))
            {
                *attributes[at].entry(value.to_owned()).or_default() += turn.weight;
            }
        }
        if refused == 0 {
            kept.push(turn);
        }
    }
    let facets = Facets {
        roles: role_values(&roles, chosen),
        codes: code_values(known, &codes, chosen),
        transcripts: transcript_values(known, &transcripts, chosen),
        attributes: names
            .iter()
            .zip(&attributes)
            .map(|(name, counts)| AttributeFacet {
                name: (*name).to_owned(),
                title: shown
                    .iter()
                    .find(|(known, _)| known == name)
                    .map_or_else(|| (*name).to_owned(), |(_, title)| title.clone()),
                values: attribute_values(name, counts, chosen),
            })
            .collect(),
    };
    (kept, facets)
}

fn role_values(counts: &Counts<Role>, chosen: &Chosen) -> Vec<FacetValue> {
    let names = [(Role::Respondent, "respondent"), (Role::Interviewer, "interviewer")];
    names
        .into_iter()
        .map(|(role, name)| FacetValue {
            value: name.to_owned(),
            label: name.to_owned(),
            count: counts.get(&role).copied().unwrap_or(0),
            chosen: chosen.roles.contains(&role),
            swatch: None,
        })
        .collect()
}

fn code_values(known: &Known<'_>, counts: &Counts<usize>, chosen: &Chosen) -> Vec<FacetValue> {
    let mut values: Vec<FacetValue> = known
        .swatches
        .iter()
        .enumerate()
        .map(|(rank, swatch)| FacetValue {
            value: swatch.code.0.clone(),
            label: swatch.title.clone(),
            count: counts.get(&rank).copied().unwrap_or(0),
            chosen: chosen.codes.contains(&swatch.code),
            swatch: Some(swatch.clone()),
        })
        .filter(|value| value.count > 0 || value.chosen)
        .collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.count));
    values
}

fn transcript_values(known: &Known<'_>, counts: &Counts<TranscriptId>, chosen: &Chosen) -> Vec<FacetValue> {
    known
        .heads
        .iter()
        .map(|head| FacetValue {
            value: head.id.0.clone(),
            label: head.label(),
            count: counts.get(&head.id).copied().unwrap_or(0),
            chosen: chosen.transcripts.contains(&head.id),
            swatch: None,
        })
        .filter(|value| value.count > 0 || value.chosen)
        .collect()
}

fn attribute_values(name: &str, counts: &Counts<String>, chosen: &Chosen) -> Vec<FacetValue> {
    let is_chosen =
        |value: &str| chosen.attributes.iter().any(|(known, held)| known == name && held == value);
    let mut values: Vec<FacetValue> = counts
        .iter()
        .map(|(value, count)| FacetValue {
            value: value.clone(),
            label: value.clone(),
            count: *count,
            chosen: is_chosen(value),
            swatch: None,
        })
        .collect();
    for (known, value) in &chosen.attributes {
        if known == name && !counts.contains_key(value) {
            values.push(FacetValue {
                value: value.clone(),
                label: value.clone(),
                count: 0,
                chosen: true,
                swatch: None,
            });
        }
    }
    values.sort_by_key(|value| std::cmp::Reverse(value.count));
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(transcript: &str, turn: u32, role: Role, weight: usize) -> Found {
        Found { transcript: transcript.into(), turn, role, weight }
    }

    #[test]
    fn a_facet_counts_what_the_others_let_through() {
        let heads = ["E01", "E02"].map(|id| {
            let mut head = CaseHead::default();
            head.id = id.into();
            head
        });
        let codes = TurnCodes::new();
        let known = Known { heads: &heads, swatches: &[], codes: &codes };
        let turns = vec![
            found("E01", 1, Role::Interviewer, 1),
            found("E01", 2, Role::Respondent, 2),
            found("E02", 2, Role::Respondent, 4),
        ];
        let chosen = Chosen { transcripts: vec!["E01".into()], ..Chosen::default() };
        let (kept, facets) = sift(&known, turns, &chosen);
        assert_eq!(kept.len(), 2);
        let counts = |values: &[FacetValue]| values.iter().map(|one| one.count).collect::<Vec<_>>();
        assert_eq!(counts(&facets.roles), [2, 1]);
        assert_eq!(counts(&facets.transcripts), [3, 4]);
    }
}

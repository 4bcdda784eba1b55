//! Methods side by side: who moves; and one case, with where the team puts it.

use super::change::place;
use super::page::address;
use crate::analysis::typology::{Method, Moves};
use crate::app::findings::Overview;
use crate::app::typology::{TypologyOutcome, quadrant};
use crate::domain::TranscriptId;
use crate::i18n::Format;
use crate::i18n::format::words::joined;
use crate::plot::{Class, symbol};
use crate::web::page::Page;
use crate::web::route::door::encoded;

/// The table of methods.
pub(super) struct Methods {
    /// Name of each, and how it agrees with the retained partition.
    pub(super) heads: Vec<(String, String)>,
    pub(super) rows: Vec<MethodRow>,
}

/// A case, method by method.
pub(super) struct MethodRow {
    pub(super) case: String,
    pub(super) about: String,
    pub(super) address: String,
    pub(super) own: Place,
    pub(super) is_current: bool,
    pub(super) cells: Vec<Place>,
    /// Where the team puts it, if it says.
    pub(super) team: Option<Place>,
}

/// A profile, as a cell shows it.
pub(super) struct Place {
    pub(super) mark: String,
    pub(super) label: String,
    pub(super) is_moved: bool,
}

/// One case and what the team says of it.
pub(super) struct OpenCase {
    pub(super) id: String,
    pub(super) about: String,
    pub(super) home: String,
    pub(super) transcript: String,
    pub(super) own: Place,
    pub(super) elsewhere: String,
    pub(super) doubt: String,
    pub(super) profiles: Vec<ProfileChoice>,
    pub(super) is_assigned: bool,
    pub(super) reason: String,
    pub(super) coder: String,
}

/// A profile that a case can be put in.
pub(super) struct ProfileChoice {
    pub(super) place: String,
    pub(super) mark: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) is_chosen: bool,
}

/// Sets the methods side by side.
pub(super) fn methods(page: &Page, overview: &Overview, current: Option<&str>) -> Option<Methods> {
    let outcome = overview.outcome.as_ref()?;
    let typology = &outcome.typology;
    let format = Format::new(page.catalog().language());
    // What the team says has a column of its own.
    let shown: Vec<&Moves> =
        typology.methods.iter().filter(|moves| moves.method != Method::Researcher).collect();
    let heads =
        shown.iter().map(|moves| (name(page, &moves.method), format.maybe(moves.ari.ok(), 2))).collect();
    let rows = typology
        .order
        .iter()
        .filter_map(|case| {
            let index = typology.index(case)?;
            let own = *typology.labels.get(index)?;
            let cells = shown
                .iter()
                .map(|moves| {
                    let found = moves.labels.get(index).copied().flatten();
                    cell(page, outcome, found, own)
                })
                .collect();
            let team = outcome.assignments.iter().find(|one| one.case == case.0).map(|one| {
                let rank = outcome.profiles.iter().position(|profile| profile.label == one.assigned);
                cell(page, outcome, rank, own)
            });
            Some(MethodRow {
                about: about(overview, case),
                address: address(outcome.profiles.get(own).map(|one| one.label.as_str()), Some(&case.0)),
                own: cell(page, outcome, Some(own), own),
                is_current: current == Some(case.as_str()),
                case: case.0.clone(),
                cells,
                team,
            })
        })
        .collect();
    Some(Methods { heads, rows })
}

fn cell(page: &Page, outcome: &TypologyOutcome, found: Option<usize>, own: usize) -> Place {
    match found.and_then(|rank| Some((rank, outcome.profiles.get(rank)?))) {
        Some((rank, profile)) => Place {
            mark: symbol(Class::nth(rank), 14.0),
            label: profile.label.clone(),
            is_moved: rank != own,
        },
        // Left out, or in a group that no profile matches.
        None => Place {
            mark: String::new(),
            label: page.say(if found.is_some() { "board-other-group" } else { "board-left-out" }),
            is_moved: found.is_some(),
        },
    }
}

fn about(overview: &Overview, case: &TranscriptId) -> String {
    let person = overview.findings.people.iter().find(|person| person.id == case.0);
    person.map(|one| one.description.clone()).unwrap_or_default()
}

/// Says what a method is called.
fn name(page: &Page, method: &Method) -> String {
    match method {
        Method::Coder { coder } => page.with("typology-method-coder", "coder", coder.as_str()),
        _ => page.say(&format!("typology-method-{}", method.key())),
    }
}

/// Gathers one case.
pub(super) fn open_case(page: &Page, overview: &Overview, id: &str) -> Option<OpenCase> {
    let outcome = overview.outcome.as_ref()?;
    let typology = &outcome.typology;
    let case = typology.order.iter().find(|known| known.as_str() == id)?;
    let index = typology.index(case)?;
    let own = *typology.labels.get(index)?;
    let language = page.catalog().language();
    let format = Format::new(language);
    let elsewhere: Vec<String> = typology
        .methods
        .iter()
        .filter(|moves| moves.method != Method::Researcher)
        .filter_map(|moves| {
            let found = moves.labels.get(index).copied().flatten().filter(|found| *found != own)?;
            let label = outcome.profiles.get(found)?.label.as_str();
            Some(format!("{} ({label})", name(page, &moves.method)))
        })
        .collect();
    let membership = typology.membership.get(index);
    let doubt = match membership.and_then(|one| one.kept.ok()).filter(|_| overview.is_drawn) {
        Some(kept) => page.with("board-kept", "share", &format.share(kept, 0)),
        None => String::new(),
    };
    let settings = &overview.material.settings;
    let said = settings.assignments.iter().find(|one| one.case == *case);
    let profiles = typology
        .groups
        .iter()
        .enumerate()
        .filter_map(|(rank, group)| {
            let own = quadrant(group)?;
            let profile = outcome.profiles.get(rank)?;
            Some(ProfileChoice {
                place: place(own),
                mark: symbol(Class::nth(rank), 14.0),
                label: profile.label.clone(),
                title: profile.name.clone(),
                is_chosen: said.is_some_and(|one| one.quadrant == own),
            })
        })
        .collect();
    Some(OpenCase {
        about: about(overview, case),
        home: format!("/cases/{}", encoded(id)),
        transcript: format!("/transcripts/{}", encoded(id)),
        own: cell(page, outcome, Some(own), own),
        elsewhere: if elsewhere.is_empty() {
            page.say("board-nowhere-else")
        } else {
            page.with("board-elsewhere", "methods", &joined(&elsewhere, language))
        },
        doubt,
        profiles,
        is_assigned: said.is_some(),
        reason: said.map(|one| one.reason.clone()).unwrap_or_default(),
        coder: said.and_then(|one| one.coder.as_ref()).map(|coder| coder.0.clone()).unwrap_or_default(),
        id: id.to_owned(),
    })
}

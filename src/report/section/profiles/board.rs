//! The plane as a page shows it, where people walk from case to case, and how firm the profiles are.

use super::{chapter, dendrogram, moves, plane, silhouette};
use crate::i18n::Catalog;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::plot::Walk;
use crate::report::document::{Block, Drawn, Phrase, Table};
use crate::report::findings::{Findings, Typology};
use crate::report::section::compose::numbered;
use crate::report::section::essentials;
use crate::report::section::voice::Voice;

/// The plane of a page, drawn as the report draws it.
#[derive(Clone, Debug)]
pub struct Board {
    /// « Quatre profils ».
    pub title: String,
    /// What the axes are, and what a profile's name means.
    pub lead: Phrase,
    /// The plane; its points are links.
    pub plane: Drawn,
    /// Its exact values.
    pub table: Table,
}

/// Draws the plane for a page: `address` says where a case's point leads, `current` which stands open.
///
/// Without profiles, or with a single axis, there is none.
pub fn board(
    findings: &Findings,
    words: &Catalog,
    current: Option<&str>,
    address: &dyn Fn(&str) -> String,
) -> Option<Board> {
    let voice = Voice::new(findings, words);
    let typology = findings.typology.as_ref().filter(|typology| !typology.places.is_empty())?;
    let lead = chapter::lead(&voice, typology)?;
    let title = voice.plain("report-plane-name");
    let mut chart = plane::chart(&voice, typology, &title);
    for place in &mut chart.places {
        place.link = Some(address(&place.name));
    }
    chart.walk = Some(Walk {
        told: (0..typology.places.len()).map(|rank| told(&voice, typology, rank)).collect(),
        current: current.and_then(|case| findings.people.iter().position(|person| person.id == case)),
    });
    Some(Board {
        title: chapter::chapter_title(&voice),
        lead,
        plane: Drawn::of(&chart),
        table: Table { title, ..plane::table(&voice, typology) },
    })
}

/// « E12, homme, 44 ans, P3 complexe, effet fort, complexité de la situation 2,2, effet perçu 1,4 ».
fn told(voice: &Voice<'_>, typology: &Typology, rank: usize) -> String {
    let person = voice.people().get(rank);
    let profile = person.and_then(|person| person.profile);
    let mut parts = vec![voice.person_id(rank).to_owned()];
    parts.extend(person.map(|one| voice.set(&one.description)).filter(|text| !text.is_empty()));
    if let Some(found) = profile.and_then(|rank| typology.profiles.get(rank)) {
        parts.push(format!("{} {}", found.name, voice.set(&found.short)));
    }
    if let (Some(place), [first, second, ..]) = (typology.places.get(rank), typology.axes.as_slice()) {
        for (axis, value) in [(first, place.at.0), (second, place.at.1)] {
            parts.push(format!("{} {}", lowercase(&voice.set(&axis.title)), voice.format.decimal(value, 2)));
        }
    }
    parts.extend(plane::doubt(voice, typology, rank));
    capitalised(&parts.join(", "))
}

/// Says how firm the profiles are, and shows it; the draws must be known.
pub fn firmness(findings: &Findings, words: &Catalog) -> Vec<Block> {
    let voice = Voice::new(findings, words);
    let Some(typology) = findings.typology.as_ref().filter(|typology| !typology.profiles.is_empty()) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::List(essentials::firmness(&voice, typology))];
    let figures = [
        moves::figure(&voice, typology),
        silhouette::figure(&voice, typology),
        dendrogram::figure(&voice, typology),
    ];
    blocks.extend(figures.into_iter().flatten().map(Block::Figure));
    numbered(blocks, words)
}

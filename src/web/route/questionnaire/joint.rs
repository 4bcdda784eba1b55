//! The joint display: words and scores of each profile, and what the team concludes of them.

use crate::app::findings::Overview;
use crate::app::typology::quadrant;
use crate::domain::settings::Verdict;
use crate::i18n::Catalog;
use crate::report::document::Table;
use crate::report::render::{cell, notes};
use crate::web::page::Page;
use crate::web::route::typology::change::place;

/// The table, its last column to be written.
pub(super) struct Joint {
    /// « Tableau 2 ».
    pub(super) label: String,
    pub(super) title: String,
    pub(super) unit: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<JointRow>,
    pub(super) notes: String,
}

/// A profile.
pub(super) struct JointRow {
    /// Its name, for the labels of the fields.
    pub(super) name: String,
    /// Where it stands, when it has a place of its own.
    pub(super) place: Option<String>,
    /// What the report's cells hold, written, each under the head of its column.
    pub(super) cells: Vec<(String, String)>,
    pub(super) verdicts: Vec<VerdictChoice>,
    pub(super) text: String,
}

/// A verdict that can be chosen.
pub(super) struct VerdictChoice {
    pub(super) value: &'static str,
    pub(super) title: String,
    pub(super) is_chosen: bool,
}

/// Makes the table of the report one that can be written in.
pub(super) fn joint(page: &Page, overview: &Overview, table: &Table, words: &Catalog) -> Option<Joint> {
    let outcome = overview.outcome.as_ref()?;
    let groups = &outcome.typology.groups;
    let settings = &overview.material.settings;
    let rows = table
        .rows
        .iter()
        .zip(groups)
        .zip(&outcome.profiles)
        .map(|((row, group), profile)| {
            let own = quadrant(group)
                .filter(|own| groups.iter().filter(|other| quadrant(other) == Some(*own)).count() == 1);
            let reading = settings.readings.iter().find(|one| Some(one.quadrant) == own);
            let shown = row.cells.len().saturating_sub(1);
            JointRow {
                name: profile.label.clone(),
                place: own.map(place),
                cells: row
                    .cells
                    .iter()
                    .zip(&table.columns)
                    .take(shown)
                    .map(|(one, column)| (column.title.clone(), cell(one, words)))
                    .collect(),
                verdicts: verdicts(page, reading.map(|one| one.verdict)),
                text: reading.map(|one| one.text.get(words.language()).to_owned()).unwrap_or_default(),
            }
        })
        .collect();
    Some(Joint {
        label: words.text("report-table-label", &[("number", table.number.into())]),
        title: table.title.clone(),
        unit: table.unit.clone(),
        heads: table.columns.iter().map(|column| column.title.clone()).collect(),
        rows,
        notes: notes(&table.notes, words),
    })
}

fn verdicts(page: &Page, chosen: Option<Verdict>) -> Vec<VerdictChoice> {
    [
        ("", None, "survey-verdict-none"),
        ("confirms", Some(Verdict::Confirms), "survey-verdict-confirms"),
        ("extends", Some(Verdict::Extends), "survey-verdict-extends"),
        ("contradicts", Some(Verdict::Contradicts), "survey-verdict-contradicts"),
    ]
    .into_iter()
    .map(|(value, verdict, key)| VerdictChoice { value, title: page.say(key), is_chosen: verdict == chosen })
    .collect()
}

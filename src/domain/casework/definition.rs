//! What `administrative.toml` declares: no field has a fixed name.

use serde::{Deserialize, Serialize};

use super::intervention::Margin;
use crate::domain::day::{Day, DayFormat};
use crate::domain::questionnaire::Characteristic;
use crate::domain::settings::Titles;

/// How the administrative files are to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// The file of interventions.
    pub interventions: InterventionsDefinition,
    /// The file of families, if any.
    pub recipients: Option<RecipientsDefinition>,
    /// The margins of the population, if any.
    pub population: Option<PopulationDefinition>,
    /// Offers, in the order printed.
    pub offers: Vec<Offer>,
    /// What the study sets itself; none is ever assumed.
    pub objectives: Vec<Objective>,
}

/// The file of interventions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterventionsDefinition {
    /// In the administrative folder.
    pub file: String,
    /// Sheet of the file, when it is a workbook; none: the first that holds a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// How days are written.
    pub dates: DayFormat,
    /// The day the file was drawn: an intervention without a closing day was still open then.
    pub extraction: Day,
    /// First and last day of the period counted, by the day of contact; none: every row.
    pub period: Option<(Day, Day)>,
    /// What a row is, as people read it: `familles contactées`.
    pub unit: Titles,
    /// Column that names the family.
    pub family: String,
    /// Column of the event.
    pub event: String,
    /// Titles of events, in the order declared.
    pub events: Vec<(String, Titles)>,
    /// Column of the outcome of the contact, if any.
    pub outcome: Option<String>,
    /// What each text of that column means.
    pub outcomes: Vec<(String, Outcome)>,
    /// Column of the offer.
    pub offer: String,
    /// Column of the day of contact, if any.
    pub contact: Option<String>,
    /// Column of the opening day.
    pub opening: String,
    /// Column of the closing day.
    pub closing: String,
}

/// What came of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The family took an offer.
    Accepted,
    /// It said no.
    Refused,
    /// It did not answer.
    NoAnswer,
}

/// One kind of intervention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Unique: `information-conseil`.
    pub id: String,
    /// Texts of the offer's column that mean it.
    pub values: Vec<String>,
    /// As people read it.
    pub title: Titles,
}

/// A figure that the study sets for an offer, beside which the figure found is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    /// Of which offer.
    pub offer: String,
    /// Of which event; none: of all.
    pub event: Option<String>,
    /// Share of the families contacted, 0 to 1.
    pub rate: Option<f64>,
    /// Greatest median duration.
    pub days: Option<u32>,
    /// Where it comes from.
    pub source: Titles,
}

/// The file of families.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientsDefinition {
    /// In the administrative folder.
    pub file: String,
    /// Sheet of the file, when it is a workbook; none: the first that holds a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Column that names the family, as in the interventions.
    pub family: String,
    /// Facts about families, by the same roles as in the questionnaire.
    pub characteristics: Vec<Characteristic>,
}

/// The margins of the population.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationDefinition {
    /// In the administrative folder.
    pub file: String,
    /// Sheet of the file, when it is a workbook; none: the first that holds a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Column of the variable.
    pub variable: String,
    /// Column of its modality.
    pub modality: String,
    /// Column of the count.
    pub count: String,
    /// Variables printed, in order; others are read and left.
    pub variables: Vec<PopulationVariable>,
    /// Where the margins come from.
    pub source: Titles,
}

/// One variable of the population.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationVariable {
    /// As the file names it.
    pub variable: String,
    /// The role of the characteristic that says the same of families, if any.
    pub id: Option<String>,
    /// As people read it.
    pub title: Titles,
    /// Each modality as the file writes it, with the group that it is; in the order printed.
    pub modalities: Vec<(String, String)>,
}

impl PopulationDefinition {
    /// Lists the counts of the variable that plays a role, by group, from the margins read: in the order
    /// in which the modalities are declared, others by name after them.
    pub fn groups(&self, id: &str, margins: &[Margin]) -> Vec<(String, u64)> {
        let Some(variable) = self.variables.iter().find(|one| one.id.as_deref() == Some(id)) else {
            return Vec::new();
        };
        let mut groups: Vec<(String, u64)> = Vec::new();
        let place = |margin: &Margin| {
            let known = variable.modalities.iter().position(|(modality, _)| *modality == margin.modality);
            known.unwrap_or(usize::MAX)
        };
        let mut own: Vec<&Margin> =
            margins.iter().filter(|margin| margin.variable == variable.variable).collect();
        own.sort_by_key(|margin| (place(margin), &margin.modality));
        for margin in own {
            let group = variable.modalities.get(place(margin)).map_or(&margin.modality, |(_, group)| group);
            match groups.iter_mut().find(|(known, _)| known == group) {
                Some((_, count)) => *count += margin.count,
                None => groups.push((group.clone(), margin.count)),
            }
        }
        groups
    }
}

impl Definition {
    /// Finds the offer that a text of the offer's column means.
    pub fn offer(&self, text: &str) -> Option<(usize, &Offer)> {
        self.offers.iter().enumerate().find(|(_, offer)| offer.values.iter().any(|value| value == text))
    }

    /// Finds what is set for an offer and an event; what is set for the event wins over what is set
    /// for all.
    pub fn objective(&self, offer: &str, event: Option<&str>) -> Option<&Objective> {
        let of = |wanted: Option<&str>| {
            self.objectives.iter().find(|one| one.offer == offer && one.event.as_deref() == wanted)
        };
        of(event).or_else(|| of(None))
    }
}

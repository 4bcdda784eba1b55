//! What the rows of the administrative files say.

use serde::{Deserialize, Serialize};

use super::definition::Outcome;
use crate::domain::day::Day;

/// One row of the file of interventions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intervention {
    /// Line of the file, from 1.
    pub line: usize,
    /// The family, by its study number.
    pub family: String,
    /// The event, as written.
    pub event: String,
    /// What came of the contact, if told.
    pub outcome: Option<Outcome>,
    /// The offer taken: an index into the definition's offers.
    pub offer: Option<usize>,
    /// Day of contact.
    pub contact: Option<Day>,
    /// Opening day.
    pub opening: Option<Day>,
    /// Closing day; none: open at the extraction.
    pub closing: Option<Day>,
}

/// One family of the file of recipients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Line of the file, from 1.
    pub line: usize,
    /// The family, by its study number.
    pub family: String,
    /// Each declared characteristic, as written.
    pub values: Vec<String>,
    /// Group of each declared characteristic.
    pub groups: Vec<Option<String>>,
}

/// One count of the population.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margin {
    /// The variable.
    pub variable: String,
    /// The modality.
    pub modality: String,
    /// How many.
    pub count: u64,
}

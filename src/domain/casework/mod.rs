//! Casework: what the administrative records say of interventions and of the families concerned.
//!
//! `definition` holds the mapping that `administrative.toml` declares, `intervention` what a row
//! says, `screening` which rows are counted and how long they lasted.

pub mod definition;
pub mod intervention;
pub mod screening;

pub use definition::{
    Definition, InterventionsDefinition, Objective, Offer, Outcome, PopulationDefinition, PopulationVariable,
    RecipientsDefinition,
};
pub use intervention::{Intervention, Margin, Recipient};
pub use screening::{Oddity, Screening, Seen, SetAside, Spell, Verdict};

//! What a cell says.

use serde::Serialize;

use super::cross::Axis;

/// What a cell says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// Passages: codings, each coder's apart.
    #[default]
    Passages,
    /// The highest intensity given.
    Intensity,
    /// Interviews with at least one passage.
    Interviews,
    /// Respondents' words coded.
    Words,
    /// Share of respondents' words coded.
    Coverage,
    /// Turns that carry both codes.
    Turns,
    /// Extracts of both codes that share words.
    Overlaps,
}

impl Measure {
    /// Lists what can be measured on an axis, the usual one first.
    pub fn of(axis: &Axis) -> &'static [Self] {
        match axis {
            Axis::Transcripts => &[Self::Passages, Self::Intensity, Self::Words, Self::Coverage],
            Axis::Attribute(_) => &[Self::Passages, Self::Interviews, Self::Words, Self::Coverage],
            Axis::Codes => &[Self::Turns, Self::Overlaps, Self::Interviews],
        }
    }

    /// Names it in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passages => "passages",
            Self::Intensity => "intensity",
            Self::Interviews => "interviews",
            Self::Words => "words",
            Self::Coverage => "coverage",
            Self::Turns => "turns",
            Self::Overlaps => "overlaps",
        }
    }

    /// Reads its name, among those of an axis.
    pub fn parse(name: &str, axis: &Axis) -> Option<Self> {
        Self::of(axis).iter().copied().find(|measure| measure.name() == name)
    }

    /// Tells whether cells of a row can be added up.
    pub(super) fn adds_up(self, axis: &Axis) -> bool {
        match self {
            Self::Passages | Self::Words => true,
            // An interview has one value of an attribute; two codes may share it with a third.
            Self::Interviews => *axis != Axis::Codes,
            Self::Intensity | Self::Coverage | Self::Turns | Self::Overlaps => false,
        }
    }
}

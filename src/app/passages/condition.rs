//! One thing asked of a passage, as addresses and named queries write it: `code:isolement`.

use std::fmt;

use crate::domain::{CodeId, CoderId, ThemeId, TranscriptId};

/// One thing asked of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It gives this code, or a code under it.
    Code(CodeId),
    /// It gives this code itself.
    Only(CodeId),
    /// It gives a code of this theme.
    Theme(ThemeId),
    /// This person put it.
    Coder(CoderId),
    /// It stands in this interview.
    Transcript(TranscriptId),
    /// It stands in an interview with this value of an attribute.
    Attribute(String, String),
    /// A passage of this code, or one under it, shares words with it.
    Overlaps(CodeId),
    /// A passage of this code, or one under it, stands in the same turn.
    SameTurn(CodeId),
    /// It has this intensity, or none.
    Intensity(Option<u8>),
    /// It was coded under an older definition.
    Stale,
}

impl Condition {
    /// Reads `kind:value`.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, value) = text.split_once(':')?;
        let value = value.trim();
        if value.is_empty() {
            return None;
        }
        Some(match kind {
            "code" => Self::Code(CodeId::from(value)),
            "only" => Self::Only(CodeId::from(value)),
            "theme" => Self::Theme(ThemeId::from(value)),
            "coder" => Self::Coder(CoderId::from(value)),
            "transcript" => Self::Transcript(TranscriptId::from(value)),
            "attribute" => {
                let (name, value) = value.split_once('=')?;
                Self::Attribute(name.to_owned(), value.to_owned())
            }
            "overlaps" => Self::Overlaps(CodeId::from(value)),
            "turn" => Self::SameTurn(CodeId::from(value)),
            "intensity" => Self::Intensity(match value {
                "none" => None,
                "1" => Some(1),
                "2" => Some(2),
                "3" => Some(3),
                _ => return None,
            }),
            "definition" if value == "stale" => Self::Stale,
            _ => return None,
        })
    }

    /// Names its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Code(_) => "code",
            Self::Only(_) => "only",
            Self::Theme(_) => "theme",
            Self::Coder(_) => "coder",
            Self::Transcript(_) => "transcript",
            Self::Attribute(..) => "attribute",
            Self::Overlaps(_) => "overlaps",
            Self::SameTurn(_) => "turn",
            Self::Intensity(_) => "intensity",
            Self::Stale => "definition",
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:", self.kind())?;
        match self {
            Self::Code(code) | Self::Only(code) | Self::Overlaps(code) | Self::SameTurn(code) => {
                formatter.write_str(code.as_str())
            }
            Self::Theme(theme) => formatter.write_str(theme.as_str()),
            Self::Coder(coder) => formatter.write_str(coder.as_str()),
            Self::Transcript(id) => formatter.write_str(id.as_str()),
            Self::Attribute(name, value) => write!(formatter, "{name}={value}"),
            Self::Intensity(None) => formatter.write_str("none"),
            Self::Intensity(Some(value)) => write!(formatter, "{value}"),
            Self::Stale => formatter.write_str("stale"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_read_as_it_is_written() {
        for text in [
            "code:isolement",
            "only:dettes",
            "theme:effets",
            "coder:c1",
            "transcript:E09",
            "attribute:event=décès d'un enfant",
            "overlaps:dettes",
            "turn:dettes",
            "intensity:3",
            "intensity:none",
            "definition:stale",
        ] {
            assert_eq!(Condition::parse(text).map(|one| one.to_string()).as_deref(), Some(text));
        }
        for text in ["code:", "isolement", "intensity:4", "definition:new", "attribute:event", "mood:grey"] {
            assert_eq!(Condition::parse(text), None, "{text}");
        }
    }
}

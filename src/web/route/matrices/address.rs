//! What the address of a matrix holds: what it crosses, and what it measures.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::crossing::{Axis, Measure};
use crate::app::passages::Condition;
use crate::domain::CodeId;
use crate::web::error::WebError;

/// How a crossing is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum View {
    /// As a table.
    #[default]
    Table,
    /// Pairs of codes drawn as a network.
    Network,
    /// Codes met as interviews are added.
    Accumulation,
}

impl View {
    /// The views of an axis, the usual one first.
    pub(super) fn of(axis: &Axis) -> &'static [Self] {
        match axis {
            Axis::Codes => &[Self::Table, Self::Network],
            Axis::Transcripts => &[Self::Table, Self::Accumulation],
            Axis::Attribute(_) => &[Self::Table],
        }
    }

    /// Names it as addresses and messages do.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Network => "network",
            Self::Accumulation => "accumulation",
        }
    }
}

/// What the address holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) axis: Axis,
    pub(super) measure: Measure,
    pub(super) view: View,
}

impl Address {
    /// Reads the pairs of an address.
    pub(super) fn read(pairs: &[(String, String)]) -> Result<Self, WebError> {
        let value = |wanted: &str| {
            pairs.iter().find(|(name, value)| name == wanted && !value.is_empty()).map(|(_, value)| value)
        };
        let wrong =
            |name: &str, value: &str| WebError::bad("bad-choice", &[("name", name), ("value", value)]);
        let axis = match value("columns").map(String::as_str) {
            None | Some("transcripts") => Axis::Transcripts,
            Some("codes") => Axis::Codes,
            Some(text) => match text.split_once(':') {
                Some(("attribute", name)) if !name.is_empty() => Axis::Attribute(name.to_owned()),
                _ => return Err(wrong("columns", text)),
            },
        };
        let measure = match value("measure") {
            None => Measure::of(&axis).first().copied().unwrap_or_default(),
            Some(name) => Measure::parse(name, &axis).ok_or_else(|| wrong("measure", name))?,
        };
        // A view of another axis is left behind with it.
        let named = |view: &&View| value("view").is_some_and(|name| name == view.name());
        let view = View::of(&axis).iter().find(named).copied().unwrap_or_default();
        Ok(Self { axis, measure, view })
    }

    /// Names the axis as addresses do.
    pub(super) fn columns(axis: &Axis) -> String {
        match axis {
            Axis::Transcripts => "transcripts".to_owned(),
            Axis::Codes => "codes".to_owned(),
            Axis::Attribute(name) => format!("attribute:{name}"),
        }
    }

    /// Writes an address.
    pub(super) fn write(path: &str, axis: &Axis, measure: Option<Measure>, view: View) -> String {
        let columns = Self::columns(axis);
        let mut text = format!("{path}?columns={}", utf8_percent_encode(&columns, NON_ALPHANUMERIC));
        if let Some(measure) = measure {
            text.push_str(&format!("&measure={}", measure.name()));
        }
        if view != View::Table {
            text.push_str(&format!("&view={}", view.name()));
        }
        text
    }

    /// Writes the address of the passages of a cell.
    pub(super) fn door(&self, code: &CodeId, column: &str) -> String {
        let condition = match (&self.axis, self.measure) {
            (Axis::Codes, _) if column == code.as_str() => None,
            (Axis::Codes, Measure::Overlaps) => Some(Condition::Overlaps(CodeId::from(column)).to_string()),
            (Axis::Codes, _) => Some(Condition::SameTurn(CodeId::from(column)).to_string()),
            _ => Some(column.to_owned()),
        };
        let conditions = std::iter::once(Condition::Only(code.clone()).to_string()).chain(condition);
        let pairs: Vec<String> = conditions
            .filter(|condition| !condition.is_empty())
            .map(|condition| format!("all={}", utf8_percent_encode(&condition, NON_ALPHANUMERIC)))
            .collect();
        format!("/passages?{}", pairs.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Address, WebError> {
        let pairs: Vec<_> = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Address::read(&pairs)
    }

    #[test]
    fn a_cell_leads_to_its_passages() {
        let address = read(&[]).unwrap();
        assert_eq!(
            address.door(&"dettes".into(), "transcript:E09"),
            "/passages?all=only%3Adettes&all=transcript%3AE09"
        );
        let address = read(&[("columns", "codes"), ("measure", "overlaps")]).unwrap();
        assert_eq!(
            address.door(&"dettes".into(), "isolement"),
            "/passages?all=only%3Adettes&all=overlaps%3Aisolement"
        );
        assert_eq!(address.door(&"dettes".into(), "dettes"), "/passages?all=only%3Adettes");
        assert!(read(&[("columns", "attribute:event"), ("measure", "turns")]).is_err());
        assert!(read(&[("columns", "moods")]).is_err());
    }

    #[test]
    fn a_view_belongs_to_its_axis() {
        assert_eq!(read(&[("view", "accumulation")]).unwrap().view, View::Accumulation);
        assert_eq!(read(&[("view", "network")]).unwrap().view, View::Table);
        let codes = read(&[("columns", "codes"), ("view", "network")]).unwrap();
        assert_eq!(codes.view, View::Network);
        let address = Address::write("/matrices", &codes.axis, Some(codes.measure), codes.view);
        assert!(address.ends_with("&view=network"), "{address}");
    }
}

//! What the address of the search page holds: the query, the facets, the view. It can be shared, and
//! the back button reads it.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::concordance::{Chosen, ConcordanceRequest};
use crate::domain::transcript::Role;
use crate::domain::{CodeId, TranscriptId};
use crate::web::error::WebError;

/// Turns of one page of results.
const PAGE: usize = 100;
/// Words of context on each side: a screen of the concordance, then twice and four times that.
const WIDTHS: [usize; 3] = [20, 40, 80];

/// What the address holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) query: String,
    pub(super) chosen: Chosen,
    /// Whether lines are aligned on the words found, or read as paragraphs.
    pub(super) in_context: bool,
    /// `short`, `long` or `turn`.
    pub(super) width: Width,
    pub(super) offset: usize,
}

/// How much is read round a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Width {
    #[default]
    Short,
    Long,
    Turn,
}

impl Width {
    pub(super) const ALL: [Self; 3] = [Self::Short, Self::Long, Self::Turn];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
            Self::Turn => "turn",
        }
    }

    /// Words on each side.
    fn words(self, in_context: bool) -> Option<usize> {
        match (self, in_context) {
            (Self::Short, true) => Some(WIDTHS[0]),
            (Self::Long, true) => Some(WIDTHS[1]),
            (Self::Turn, true) => None,
            // A line is cut by the edge of the page: enough for the widest screen.
            (_, false) => Some(WIDTHS[1]),
        }
    }
}

impl Address {
    /// Reads the pairs of an address.
    pub(super) fn read(pairs: &[(String, String)]) -> Result<Self, WebError> {
        let mut address = Self::default();
        for (name, value) in pairs {
            if value.is_empty() {
                continue;
            }
            let chosen = &mut address.chosen;
            match name.as_str() {
                "q" => address.query.clone_from(value),
                "role" => match value.as_str() {
                    "respondent" => chosen.roles.push(Role::Respondent),
                    "interviewer" => chosen.roles.push(Role::Interviewer),
                    _ => return Err(WebError::bad("bad-choice", &[("name", name), ("value", value)])),
                },
                "code" => chosen.codes.push(CodeId(value.clone())),
                "transcript" => chosen.transcripts.push(TranscriptId(value.clone())),
                "attribute" => match value.split_once('=') {
                    Some((name, value)) => chosen.attributes.push((name.to_owned(), value.to_owned())),
                    None => return Err(WebError::bad("bad-choice", &[("name", name), ("value", value)])),
                },
                "view" => address.in_context = value == "context",
                "width" => {
                    address.width =
                        Width::ALL.into_iter().find(|one| one.name() == value).unwrap_or_default();
                }
                "offset" => address.offset = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        Ok(address)
    }

    /// What it asks of the concordance.
    pub(super) fn request(&self) -> ConcordanceRequest {
        ConcordanceRequest {
            query: self.query.clone(),
            chosen: self.chosen.clone(),
            context: self.width.words(self.in_context),
            offset: self.offset,
            limit: PAGE,
            only: None,
        }
    }

    /// Writes the address of the same query with other words.
    pub(super) fn with_query(&self, query: &str) -> String {
        let mut pairs = vec![("q", query.to_owned())];
        pairs.extend(self.rest());
        link(&pairs)
    }

    /// Writes the address of the same query without the facets.
    pub(super) fn without_facets(&self) -> String {
        Self { chosen: Chosen::default(), ..self.clone() }.with_query(&self.query)
    }

    fn rest(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        for role in &self.chosen.roles {
            let name = if *role == Role::Interviewer { "interviewer" } else { "respondent" };
            pairs.push(("role", name.to_owned()));
        }
        pairs.extend(self.chosen.codes.iter().map(|code| ("code", code.0.clone())));
        pairs.extend(self.chosen.transcripts.iter().map(|id| ("transcript", id.0.clone())));
        let attributes = self.chosen.attributes.iter();
        pairs.extend(attributes.map(|(name, value)| ("attribute", format!("{name}={value}"))));
        if self.in_context {
            pairs.push(("view", "context".to_owned()));
            pairs.push(("width", self.width.name().to_owned()));
        }
        pairs
    }
}

fn link(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
        .collect();
    format!("/search?{}", pairs.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn an_address_is_read_and_written_again() {
        let read = Address::read(&pairs(&[
            ("q", "lettre"),
            ("role", "respondent"),
            ("code", "dettes"),
            ("attribute", "event=décès d'un enfant"),
            ("view", "context"),
        ]))
        .unwrap();
        assert_eq!(read.chosen.attributes, [("event".to_owned(), "décès d'un enfant".to_owned())]);
        assert_eq!(
            read.with_query("l'aide"),
            "/search?q=l%27aide&role=respondent&code=dettes&attribute=event%3Dd%C3%A9c%C3%A8s%20d%27un%20enfant\
             &view=context&width=short"
        );
        assert!(Address::read(&pairs(&[("role", "nobody")])).is_err());
    }
}

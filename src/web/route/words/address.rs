//! What an address asks of the words: how many classes, of segments of what size.

use serde::Deserialize;

use crate::analysis::lexical::{Settings, Term, TreeSettings};
use crate::app::lexical::LexicalRequest;
use crate::web::error::WebError;

/// The pairs of an address; what is empty is as usual.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pub(super) classes: Option<String>,
    pub(super) segment: Option<String>,
    pub(super) double: Option<String>,
    pub(super) forms: Option<String>,
}

impl Asked {
    /// Reads what is asked; the bounds are those of the command.
    pub(super) fn request(&self) -> Result<LexicalRequest, WebError> {
        let usual = LexicalRequest::default();
        let classes = number("classes", self.classes.as_deref(), 2, 200)?;
        let segment = number("segment", self.segment.as_deref(), 5, 1_000)?;
        let double = number("double", self.double.as_deref(), 5, 1_000)?;
        let tree = classes.map_or(usual.settings.tree, TreeSettings::of);
        let segment = segment.unwrap_or(usual.settings.segment);
        Ok(LexicalRequest {
            settings: Settings { tree, segment, double, ..usual.settings },
            term: if self.forms.as_deref() == Some("1") { Term::Form } else { Term::Stem },
            ..usual
        })
    }
}

fn number(name: &str, value: Option<&str>, least: usize, most: usize) -> Result<Option<usize>, WebError> {
    let Some(text) = value.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let known = text.parse().ok().filter(|number| (least..=most).contains(number));
    known.map(Some).ok_or_else(|| WebError::bad("bad-choice", &[("name", name), ("value", text)]))
}

/// Writes the pairs of a request, without the question mark; empty for what is usual.
pub(super) fn pairs(request: &LexicalRequest) -> String {
    let usual = LexicalRequest::default();
    let (own, known) = (&request.settings, &usual.settings);
    let mut pairs = Vec::new();
    if own.tree.classes != known.tree.classes {
        pairs.push(format!("classes={}", own.tree.classes));
    }
    if own.segment != known.segment {
        pairs.push(format!("segment={}", own.segment));
    }
    if let Some(double) = own.double {
        pairs.push(format!("double={double}"));
    }
    if request.term == Term::Form {
        pairs.push("forms=1".to_owned());
    }
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(classes: &str, segment: &str, double: &str, forms: &str) -> Asked {
        let some = |text: &str| Some(text.to_owned());
        Asked { classes: some(classes), segment: some(segment), double: some(double), forms: some(forms) }
    }

    #[test]
    fn an_address_says_what_differs_from_the_usual() {
        let usual = Asked::default().request().unwrap();
        assert_eq!(usual, LexicalRequest::default());
        assert_eq!(pairs(&usual), "");
        assert_eq!(asked("", " ", "", "").request().unwrap(), usual);
        let other = asked("4", "30", "60", "1").request().unwrap();
        assert_eq!(pairs(&other), "classes=4&segment=30&double=60&forms=1");
        assert_eq!(other.settings.tree.classes, 4);
    }

    #[test]
    fn what_no_classification_can_have_is_refused() {
        for (classes, segment) in [("1", "40"), ("201", "40"), ("six", "40"), ("6", "4"), ("6", "-1")] {
            assert!(asked(classes, segment, "", "").request().is_err(), "{classes} {segment}");
        }
    }
}

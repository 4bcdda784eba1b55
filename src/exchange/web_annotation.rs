//! Codings as annotations of the web (W3C Web Annotation Data Model, JSON-LD).
//!
//! One annotation a coding: what is tagged is a text file that stands beside, found by its words with
//! what stands round them, or by position. Positions count Unicode code points from the beginning of
//! that file, half-open, as the model wants.
//!
//! Source: W3C Recommendation, 23 February 2017, *Web Annotation Data Model*, 3.2 (bodies), 4.2.4 and
//! 4.2.5 (selectors), 5 (collections).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::domain::coding::{Coding, Origin};
use crate::text::Language;

/// What stands in an identifier as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// A coding with what an annotation says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation<'a> {
    /// The coding, which has a place.
    pub coding: &'a Coding,
    /// The code as people read it.
    pub title: &'a str,
    /// The file of the text, relative to that of the annotations.
    pub file: &'a str,
    /// When it was made, RFC 3339; empty when unknown.
    pub created: &'a str,
}

/// Names a thing of a study: `urn:propos:code:dettes`.
pub fn urn(kind: &str, id: &str) -> String {
    format!("urn:propos:{kind}:{}", utf8_percent_encode(id, PLAIN))
}

/// Escapes the name of a file as part of an address.
pub fn address(name: &str) -> String {
    utf8_percent_encode(name, PLAIN).to_string()
}

/// Writes a collection of annotations, in the order given.
pub fn write(title: &str, language: Language, annotations: &[Annotation<'_>]) -> String {
    let items: Vec<Value> = annotations.iter().map(|one| annotation(one, language)).collect();
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn("collection", title),
        "type": "AnnotationCollection",
        "label": title,
        "total": items.len(),
        "generator": { "id": "urn:propos", "type": "Software", "name": "propos" },
        "first": {
            "id": urn("page", title),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    });
    format!("{collection:#}\n")
}

fn annotation(one: &Annotation<'_>, language: Language) -> Value {
    let coding = one.coding;
    let mut bodies = vec![
        json!({ "type": "SpecificResource", "source": urn("code", coding.code.as_str()), "purpose": "tagging" }),
        json!({
            "type": "TextualBody", "purpose": "tagging", "value": one.title,
            "format": "text/plain", "language": language.code(),
        }),
    ];
    let mut say = |purpose: &str, value: &str| {
        bodies.push(json!({
            "type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain",
        }));
    };
    if let Some(intensity) = coding.intensity {
        say("assessing", &intensity.to_string());
    }
    if !coding.memo.is_empty() {
        say("commenting", &coding.memo);
    }
    let mut quote = json!({ "type": "TextQuoteSelector", "exact": coding.anchor.exact });
    for (name, words) in [("prefix", &coding.anchor.prefix), ("suffix", &coding.anchor.suffix)] {
        if !words.is_empty() {
            quote[name] = json!(words);
        }
    }
    let span = coding.anchor.span;
    let mut written = json!({
        "id": urn("coding", &coding.id.0),
        "type": "Annotation",
        "motivation": "tagging",
        // The pseudonym of the coder, never the name that the settings give.
        "creator": { "id": urn("coder", coding.coder.as_str()), "type": "Person", "nickname": coding.coder },
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": one.file,
            "selector": [
                quote,
                { "type": "TextPositionSelector", "start": span.start.0, "end": span.end.0 },
            ],
        },
    });
    if !one.created.is_empty() {
        written["created"] = json!(one.created);
    }
    if coding.origin == Origin::Suggestion {
        written["generator"] = json!({ "id": "urn:propos", "type": "Software", "name": "propos" });
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_holds_no_sign_that_an_address_may_not() {
        assert_eq!(urn("code", "dettes"), "urn:propos:code:dettes");
        assert_eq!(urn("code", "a b/é#"), "urn:propos:code:a%20b%2F%C3%A9%23");
    }

    #[test]
    fn an_empty_study_is_an_empty_collection() {
        let text = write("Étude", Language::Fr, &[]);
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!((&read["total"], &read["first"]["items"]), (&json!(0), &json!([])));
    }
}

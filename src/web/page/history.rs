//! Operations in words: what was done, by whom, when.

use std::collections::BTreeMap;

use crate::app::coders::Names;
use crate::app::history::Entry;
use crate::domain::CoderId;
use crate::i18n::{Catalog, Value};
use crate::web::page::initials;

/// An operation as people read it.
pub(crate) struct Done {
    /// Its number.
    pub(crate) number: i64,
    /// Who, in a letter or two.
    pub(crate) initials: String,
    /// Who.
    pub(crate) name: String,
    /// Whether it was oneself.
    pub(crate) is_me: bool,
    /// What.
    pub(crate) words: String,
    /// When, RFC 3339 UTC; pages write it in their reader's own time.
    pub(crate) at: String,
    /// Taken back since.
    pub(crate) is_undone: bool,
}

/// What a message may name although an operation does not say it.
const ABSENT: [(&str, &str); 6] =
    [("code", ""), ("into", ""), ("transcript", ""), ("title", ""), ("name", ""), ("turn", "0")];

/// Writes an operation. Its message is `done-<kind>`, with what its summary holds; a code by its title.
pub(crate) fn done(
    catalog: &Catalog,
    names: &Names,
    titles: &BTreeMap<String, String>,
    entry: &Entry,
    me: &CoderId,
) -> Done {
    let operation = &entry.operation;
    let mut facts: BTreeMap<String, String> =
        ABSENT.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    facts.insert("count".to_owned(), "0".to_owned());
    // What an undo takes back is told in its own summary, under the summary of what it took back.
    for summary in [operation.summary.get("summary"), Some(&operation.summary)].into_iter().flatten() {
        for (name, value) in summary.as_object().into_iter().flatten() {
            if let Some(text) = text_of(value) {
                facts.insert(name.clone(), text);
            }
        }
    }
    let codes = operation.summary.get("codes").or_else(|| operation.summary.get("summary")?.get("codes"));
    if let Some(codes) = codes.and_then(serde_json::Value::as_array) {
        let of = |id: &serde_json::Value| {
            id.as_str().map(|id| titles.get(id).map_or(id, String::as_str).to_owned())
        };
        facts.insert("code".to_owned(), codes.iter().filter_map(of).collect::<Vec<_>>().join(", "));
    }
    for name in ["code", "into", "from", "was"] {
        if let Some(title) = facts.get(name).and_then(|id| titles.get(id)) {
            facts.insert(name.to_owned(), title.clone());
        }
    }
    if facts["transcript"].is_empty() {
        let transcripts: Vec<&str> = entry.transcripts.iter().map(|id| id.as_str()).collect();
        facts.insert(
            "transcript".to_owned(),
            if transcripts.len() > 3 { String::new() } else { transcripts.join(", ") },
        );
    }
    if facts["count"] == "0" {
        let count = ["codings", "codings_added", "codings_removed", "passages"]
            .iter()
            .find_map(|name| facts.get(*name).cloned());
        facts.insert("count".to_owned(), count.unwrap_or_else(|| "1".to_owned()));
    }
    let key = format!("done-{}", operation.kind);
    let key = if catalog.has(&key) { key } else { "done-other".to_owned() };
    facts.insert("kind".to_owned(), operation.kind.clone());
    if operation.kind == "undo" || operation.kind == "redo" {
        let undone = operation.summary.get("kind").and_then(serde_json::Value::as_str).unwrap_or("");
        let inner = format!("done-{undone}");
        let inner = if catalog.has(&inner) { inner } else { "done-other".to_owned() };
        facts.insert("kind".to_owned(), undone.to_owned());
        let words = catalog.text(&inner, &arguments(&facts));
        facts.insert("words".to_owned(), words);
    }
    let words = catalog.text(&key, &arguments(&facts));
    let coder = CoderId(operation.coder.clone());
    let name = names.of(&coder).to_owned();
    Done {
        number: operation.number,
        initials: initials(&name),
        is_me: coder == *me,
        name,
        words,
        at: operation.at.clone(),
        is_undone: operation.undone_by.is_some(),
    }
}

fn arguments(facts: &BTreeMap<String, String>) -> Vec<(&str, Value<'_>)> {
    let value = |name: &str, text| match Value::of_text(text) {
        Value::Ordinal(number) if name != "turn" && name != "version" => Value::Count(number),
        other => other,
    };
    facts.iter().map(|(name, text)| (name.as_str(), value(name, text))).collect()
}

fn text_of(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Array(all) if all.iter().all(serde_json::Value::is_string) => {
            Some(all.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join(", "))
        }
        _ => None,
    }
}

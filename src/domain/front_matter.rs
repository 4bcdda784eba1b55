//! The YAML between two `---` lines at the head of a file: ordered keys with their written values.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, Spanned};

use crate::domain::diagnostic::{Diagnostic, Place};
use crate::text::normalize;

/// What the head of a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    pub(crate) entries: Vec<Entry>,
    /// Byte of the source where the text begins.
    pub(crate) body: usize,
}

/// One key with what is written for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// `key`, or `key.sub` for what stands in a map.
    pub(crate) key: String,
    /// One value, or those of a list.
    pub(crate) values: Vec<String>,
    /// Line of the file, from 1.
    pub(crate) line: usize,
}

impl Entry {
    /// Returns its values in one text.
    pub(crate) fn joined(&self) -> String {
        self.values.join("; ")
    }
}

impl FrontMatter {
    /// Finds the entry called `key`.
    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

/// Reads the front matter of a normalised source, if it has one.
pub(crate) fn read(path: &str, source: &str, diagnostics: &mut Vec<Diagnostic>) -> FrontMatter {
    let Some(first) = source.split_inclusive('\n').next().filter(|line| line.trim_end() == "---") else {
        return FrontMatter::default();
    };
    let from = first.len();
    let mut end = from;
    let mut closed = None;
    for line in source[from..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            closed = Some(end + line.len());
            break;
        }
        end += line.len();
    }
    let Some(body) = closed else {
        // A line drawn at the head of a text is no front matter.
        let second = source[from..].lines().next().unwrap_or_default();
        if second.split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains(' ')) {
            diagnostics.push(Diagnostic::error(Place::at(path, 1, 1), "front-matter-open"));
        }
        return FrontMatter::default();
    };
    match read_entries(path, &source[from..end], diagnostics) {
        Some(entries) => FrontMatter { entries, body },
        None => FrontMatter::default(),
    }
}

/// Reads keys and values; none when the lines hold words rather than keys, which are then text.
fn read_entries(path: &str, yaml: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Entry>> {
    if yaml.trim().is_empty() {
        return Some(Vec::new());
    }
    let mut options =
        serde_saphyr::options! { duplicate_keys: DuplicateKeyPolicy::PassThrough, with_snippet: false };
    options.strict_booleans = true;
    let root: Spanned<Value> = match serde_saphyr::from_str_with_options(yaml, options) {
        Ok(root) => root,
        Err(error) => {
            let location = error.location();
            let line = location.map_or(1, |at| usize::try_from(at.line()).unwrap_or(1)) + 1;
            let column = location.map_or(1, |at| usize::try_from(at.column()).unwrap_or(1)).max(1);
            let reason = error.without_snippet().to_string();
            let reason = reason.lines().next().unwrap_or_default().to_owned();
            diagnostics.push(
                Diagnostic::error(Place::at(path, line, column), "front-matter-unread")
                    .with("reason", reason),
            );
            return Some(Vec::new());
        }
    };
    let Value::Map(pairs) = root.value else {
        diagnostics.push(Diagnostic::warning(Place::at(path, 2, 1), "front-matter-not-keys"));
        return None;
    };
    let mut entries: Vec<Entry> = Vec::new();
    flatten("", pairs, yaml, &mut entries);
    let mut kept: Vec<Entry> = Vec::new();
    for entry in entries {
        if let Some(first) = kept.iter().find(|known| known.key == entry.key) {
            diagnostics.push(
                Diagnostic::error(Place::at(path, entry.line, 1), "front-matter-duplicate")
                    .with("key", &entry.key)
                    .with("line", first.line),
            );
        } else {
            kept.push(entry);
        }
    }
    Some(kept)
}

fn flatten(
    prefix: &str,
    pairs: Vec<(Spanned<String>, Spanned<Value>)>,
    yaml: &str,
    entries: &mut Vec<Entry>,
) {
    for (key, value) in pairs {
        let line = usize::try_from(key.referenced.line()).unwrap_or(1) + 1;
        let key = normalize(&format!("{prefix}{}", key.value)).text;
        match value.value {
            Value::Map(inner) => flatten(&format!("{key}."), inner, yaml, entries),
            Value::List(items) => {
                let values = items.into_iter().map(|item| item_text(item, yaml)).collect();
                entries.push(Entry { key, values, line });
            }
            _ => entries.push(Entry { key, values: vec![item_text(value, yaml)], line }),
        }
    }
}

/// Returns the text of a value as it is written: `0901` and `2023-06-06` are not numbers here.
fn item_text(value: Spanned<Value>, yaml: &str) -> String {
    let span = value.defined.span();
    let text = match value.value {
        Value::Text(text) => text,
        Value::Typed(meant) => written(span.byte_offset(), span.byte_len(), yaml).unwrap_or(meant),
        Value::Nothing => {
            written(span.byte_offset(), span.byte_len(), yaml).filter(|text| text != "~").unwrap_or_default()
        }
        Value::List(items) => {
            items.into_iter().map(|item| item_text(item, yaml)).collect::<Vec<_>>().join(", ")
        }
        Value::Map(pairs) => pairs
            .into_iter()
            .map(|(key, value)| format!("{}: {}", key.value, item_text(value, yaml)))
            .collect::<Vec<_>>()
            .join(", "),
    };
    normalize(&text).text.trim().to_owned()
}

fn written(from: Option<u64>, len: Option<u64>, yaml: &str) -> Option<String> {
    let from = usize::try_from(from?).ok()?;
    let text = yaml.get(from..from + usize::try_from(len?).ok()?)?.trim();
    (!text.contains(['\n', ':', '"', '\''])).then(|| text.to_owned())
}

/// A YAML value of any shape; `Typed` is what YAML takes for a number or a truth value.
enum Value {
    Text(String),
    Typed(String),
    Nothing,
    List(Vec<Spanned<Self>>),
    Map(Vec<(Spanned<String>, Spanned<Self>)>),
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a list or a map")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Typed(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Typed(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Typed(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Typed(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map))
    }
}

/// Writes keys and values between two `---` lines, so that [`read`] gives them back.
pub(crate) fn write<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::from("---\n");
    for (key, value) in entries {
        text.push_str(&format!("{}: {}\n", quoted(key), quoted(value)));
    }
    text.push_str("---\n");
    text
}

/// Returns a scalar as it is where YAML reads it so, else between quotation marks.
fn quoted(text: &str) -> String {
    let first = text.chars().next();
    let simple = first.is_some_and(|c| c.is_alphanumeric() || c == '(' || c == '/' || c == '«')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' ', '\u{a0}'])
        && !matches!(text.to_ascii_lowercase().as_str(), "null" | "nan" | "inf")
        && text
            .chars()
            .all(|c| !c.is_control() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}'));
    // What looks like a number too large to be one is not left to YAML.
    if simple
        && !(text.len() > 15 && text.bytes().all(|byte| byte.is_ascii_digit() || b"eE+-._".contains(&byte)))
    {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entries(source: &str) -> Vec<(String, String)> {
        let mut diagnostics = Vec::new();
        let front = read("a.md", source, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        front.entries.iter().map(|entry| (entry.key.clone(), entry.joined())).collect()
    }

    #[test]
    fn values_keep_their_written_text() {
        let source = "---\nzip: 0901\ndate: 2023-06-06\nage: 34\nok: oui\nyes: true\nsize: 1.50\nnone:\ntilde: ~\nquoted: \"34\"\nlist: [a, 02]\nblock:\n  - x\n  - y\nsub:\n  a: 1\n  b: [c, d]\nlong: >\n  un\n  deux\nhex: 0x1F\nexp: 1e3\ntime: 12:30\nname: d’un studio\n---\nbonjour";
        let expected = [
            ("zip", "0901"),
            ("date", "2023-06-06"),
            ("age", "34"),
            ("ok", "oui"),
            ("yes", "true"),
            ("size", "1.50"),
            ("none", ""),
            ("tilde", ""),
            ("quoted", "34"),
            ("list", "a; 02"),
            ("block", "x; y"),
            ("sub.a", "1"),
            ("sub.b", "c; d"),
            ("long", "un deux"),
            ("hex", "0x1F"),
            ("exp", "1e3"),
            ("time", "12:30"),
            ("name", "d’un studio"),
        ];
        let found = entries(source);
        let found: Vec<(&str, &str)> = found.iter().map(|(key, value)| (&**key, &**value)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_drawn_at_the_head_is_no_front_matter() {
        assert_eq!(read("a.md", "---\n\nbonjour : oui\n", &mut Vec::new()), FrontMatter::default());
        assert_eq!(entries("---\n---\nbonjour"), []);
        assert_eq!(entries("bonjour\n---\na: b\n---\n"), []);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(pairs in prop::collection::btree_map("[a-zé][a-z_. é]{0,6}[a-z]", "(\\PC|[ \n\":#'\\\\{}\\[\\]&*!|>%@`-]|[0-9]|null|~|true){0,12}", 1..5)) {
            let source = write(pairs.iter().map(|(key, value)| (&**key, &**value)));
            let expected: Vec<(String, String)> = pairs
                .iter()
                .map(|(key, value)| (normalize(key).text, normalize(&format!("x{value}")).text[1..].trim().to_owned()))
                .collect();
            prop_assert_eq!(entries(&source), expected);
        }
    }
}

//! Values to a project's archive, in the order that the schema asks for.
//!
//! Containers that hold nothing are left out, since the schema forbids them empty; identifiers are
//! unique, in upper case and without braces, which the strictest readers want.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use super::guid;
use super::model::{Case, Code, Coding, Kept, Note, Project, Selection, TextSource, Value, Variable};
use super::read::NAMESPACE;
use super::sets::write_set;
use super::tree::{escape_attribute, escape_text};
use crate::exchange::archive::pack;

/// The program named in what it writes.
pub const ORIGIN: &str = concat!("propos ", env!("CARGO_PKG_VERSION"));

/// Writes an archive of a project and further entries, always the same bytes for the same input.
///
/// # Errors
/// Two entries have one name, or one is larger than an archive can hold.
pub fn write_package(project: &Project, entries: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let xml = write_project(project);
    let others = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    pack(std::iter::once(("project.qde", xml.as_bytes())).chain(others))
}

/// Writes a project's XML.
pub fn write_project(project: &Project) -> String {
    let mut writer = Writer { text: String::new() };
    writer.text.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    writer.open("Project", &[("xmlns", NAMESPACE), ("name", &project.name), ("origin", &project.origin)]);
    writer.container("Users", &project.users, |writer, user| {
        writer.empty("User", &[("guid", &user.guid), ("name", &user.name)]);
    });
    if !project.codes.is_empty() {
        writer.open("CodeBook", &[]);
        writer.codes(&project.codes, true);
        writer.close("CodeBook");
    }
    writer.container("Variables", &project.variables, Writer::variable);
    let kinds: BTreeMap<String, &str> =
        project.variables.iter().map(|one| (guid::key(&one.guid), one.kind.as_str())).collect();
    let kept =
        |within: &str| -> Vec<&Kept> { project.kept.iter().filter(|one| one.within == within).collect() };
    writer.mixed("Cases", &project.cases, &kept("Cases"), |writer, case| writer.case(case, &kinds));
    writer.mixed("Sources", &project.sources, &kept("Sources"), |writer, one| writer.source(one, &kinds));
    writer.mixed("Notes", &project.notes, &kept("Notes"), Writer::note);
    for within in ["Links", "Sets", "Graphs"] {
        writer.mixed(within, &[], &kept(within), |_, _: &()| {});
    }
    writer.description(&project.description);
    writer.references("NoteRef", &project.note_refs);
    writer.close("Project");
    writer.text
}

pub(in crate::exchange) struct Writer {
    pub(in crate::exchange) text: String,
}

impl Writer {
    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _infallible = write!(self.text, "<{name}");
        for (key, value) in attributes.iter().filter(|(key, value)| !value.is_empty() || *key == "name") {
            let _infallible = write!(self.text, " {key}=\"{}\"", escape_attribute(value));
        }
    }

    pub(in crate::exchange) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str(">\n");
    }

    pub(in crate::exchange) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str("/>\n");
    }

    pub(in crate::exchange) fn close(&mut self, name: &str) {
        let _infallible = writeln!(self.text, "</{name}>");
    }

    fn words(&mut self, name: &str, words: &str) {
        let _infallible = writeln!(self.text, "<{name}>{}</{name}>", escape_text(words));
    }

    pub(in crate::exchange) fn description(&mut self, words: &str) {
        if !words.is_empty() {
            self.words("Description", words);
        }
    }

    fn references(&mut self, name: &str, targets: &[String]) {
        for target in targets {
            self.empty(name, &[("targetGUID", target)]);
        }
    }

    fn container<T>(&mut self, name: &str, members: &[T], write: impl FnMut(&mut Self, &T)) {
        self.mixed(name, members, &[], write);
    }

    /// Writes members and, after them, those kept from another program.
    fn mixed<T>(&mut self, name: &str, members: &[T], kept: &[&Kept], mut write: impl FnMut(&mut Self, &T)) {
        if members.is_empty() && kept.is_empty() {
            return;
        }
        self.open(name, &[]);
        for member in members {
            write(self, member);
        }
        for one in kept {
            match name {
                "Sets" => self.text.push_str(&write_set(&one.xml, false).unwrap_or_default()),
                _ => self.text.push_str(&one.xml),
            }
            self.text.push('\n');
        }
        self.close(name);
    }

    /// Writes the tree of codes; those of a codebook alone have no notes.
    pub(in crate::exchange) fn codes(&mut self, codes: &[Code], with_notes: bool) {
        self.open("Codes", &[]);
        let mut open: Vec<usize> = Vec::new();
        for (at, code) in codes.iter().enumerate() {
            while open.last().copied() != code.parent && open.pop().is_some() {
                self.close("Code");
            }
            let flag = if code.is_codable { "true" } else { "false" };
            let colour = code.colour.as_deref().unwrap_or_default();
            let attributes =
                [("guid", code.guid.as_str()), ("name", &code.name), ("isCodable", flag), ("color", colour)];
            let notes: &[String] = if with_notes { &code.note_refs } else { &[] };
            let has_codes = codes.get(at + 1).is_some_and(|next| next.parent == Some(at));
            if code.description.is_empty() && notes.is_empty() && !has_codes {
                self.empty("Code", &attributes);
                continue;
            }
            self.open("Code", &attributes);
            self.description(&code.description);
            self.references("NoteRef", notes);
            open.push(at);
        }
        for _ in open {
            self.close("Code");
        }
        self.close("Codes");
    }

    fn variable(&mut self, variable: &Variable) {
        let attributes =
            [("guid", variable.guid.as_str()), ("name", &variable.name), ("typeOfVariable", &variable.kind)];
        if variable.description.is_empty() {
            return self.empty("Variable", &attributes);
        }
        self.open("Variable", &attributes);
        self.description(&variable.description);
        self.close("Variable");
    }

    fn values(&mut self, values: &[Value], kinds: &BTreeMap<String, &str>) {
        for value in values {
            self.open("VariableValue", &[]);
            self.empty("VariableRef", &[("targetGUID", &value.variable)]);
            if !value.value.is_empty() {
                let kind = kinds.get(&guid::key(&value.variable)).copied().unwrap_or("Text");
                let kind = if fits(kind, &value.value) { kind } else { "Text" };
                self.words(&format!("{kind}Value"), &value.value);
            }
            self.close("VariableValue");
        }
    }

    fn case(&mut self, case: &Case, kinds: &BTreeMap<String, &str>) {
        self.open("Case", &[("guid", &case.guid), ("name", &case.name)]);
        self.description(&case.description);
        self.references("CodeRef", &case.codes);
        self.values(&case.values, kinds);
        self.references("SourceRef", &case.sources);
        self.references("SelectionRef", &case.selections);
        self.close("Case");
    }

    fn source(&mut self, source: &TextSource, kinds: &BTreeMap<String, &str>) {
        let path = |entry: &Option<String>| entry.as_deref().map(internal);
        let (rich, plain) = (path(&source.rich_entry), path(&source.plain_entry));
        self.open(
            "TextSource",
            &[
                ("guid", &source.guid),
                ("name", &source.name),
                ("richTextPath", rich.as_deref().unwrap_or_default()),
                ("plainTextPath", plain.as_deref().unwrap_or_default()),
                ("creatingUser", source.user.as_deref().unwrap_or_default()),
                ("creationDateTime", source.at.as_deref().unwrap_or_default()),
            ],
        );
        self.description(&source.description);
        if let Some(text) = source.text.as_deref().filter(|_| source.plain_entry.is_none()) {
            self.words("PlainTextContent", text);
        }
        for selection in &source.selections {
            self.selection(selection);
        }
        self.codings(&source.codings);
        self.references("NoteRef", &source.note_refs);
        self.values(&source.values, kinds);
        self.close("TextSource");
    }

    fn selection(&mut self, selection: &Selection) {
        self.open(
            "PlainTextSelection",
            &[
                ("guid", &selection.guid),
                ("name", &selection.name),
                ("startPosition", &selection.start.to_string()),
                ("endPosition", &selection.end.to_string()),
                ("creatingUser", selection.user.as_deref().unwrap_or_default()),
                ("creationDateTime", selection.at.as_deref().unwrap_or_default()),
            ],
        );
        self.description(&selection.description);
        self.codings(&selection.codings);
        self.references("NoteRef", &selection.note_refs);
        self.close("PlainTextSelection");
    }

    fn codings(&mut self, codings: &[Coding]) {
        for coding in codings {
            self.open(
                "Coding",
                &[
                    ("guid", &coding.guid),
                    ("creatingUser", coding.user.as_deref().unwrap_or_default()),
                    ("creationDateTime", coding.at.as_deref().unwrap_or_default()),
                ],
            );
            self.empty("CodeRef", &[("targetGUID", &coding.code)]);
            self.references("NoteRef", &coding.note_refs);
            self.close("Coding");
        }
    }

    fn note(&mut self, note: &Note) {
        let path = note.plain_entry.as_deref().map(internal).unwrap_or_default();
        self.open(
            "Note",
            &[
                ("guid", &note.guid),
                ("name", &note.name),
                ("plainTextPath", &path),
                ("creatingUser", note.user.as_deref().unwrap_or_default()),
                ("creationDateTime", note.at.as_deref().unwrap_or_default()),
            ],
        );
        if note.plain_entry.is_none() {
            self.words("PlainTextContent", note.text.as_deref().unwrap_or_default());
        }
        self.close("Note");
    }
}

/// Writes the path of an entry in the folder of sources.
fn internal(entry: &str) -> String {
    format!("internal://{}", entry.trim_start_matches("sources/"))
}

/// Tells whether the schema takes a text for a value of a kind.
fn fits(kind: &str, value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = value.strip_prefix(['-', '+']).unwrap_or(value);
    match kind {
        "Boolean" => matches!(value, "true" | "false" | "0" | "1"),
        "Integer" => digits(unsigned),
        "Float" => {
            let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
            digits(whole) && digits(part)
        }
        "Date" => is_day(value),
        "DateTime" => value.split_once('T').is_some_and(|(day, time)| is_day(day) && is_time(time)),
        _ => false,
    }
}

fn is_day(text: &str) -> bool {
    let numbers: Option<Vec<i16>> = text.split('-').map(|part| part.parse().ok()).collect();
    let written = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match numbers.as_deref() {
        Some([year, month, day]) if written => {
            let (month, day) = (i8::try_from(*month).unwrap_or(0), i8::try_from(*day).unwrap_or(0));
            jiff::civil::Date::new(*year, month, day).is_ok()
        }
        _ => false,
    }
}

fn is_time(text: &str) -> bool {
    let text = text.strip_suffix('Z').unwrap_or(text);
    text.len() == 8 && text.parse::<jiff::civil::Time>().is_ok()
}

/// Tells whether a time is one that the schema takes.
pub fn is_moment(text: &str) -> bool {
    fits("DateTime", text)
}

/// Identifiers given so far, so that none is given twice.
#[derive(Debug, Default)]
pub struct Given {
    /// As written, by key.
    written: BTreeMap<String, String>,
}

impl Given {
    /// Gives an identifier: the one asked for while it is a GUID and free, else one made from it.
    pub fn give(&mut self, kind: &str, wanted: &str) -> String {
        let mut guid =
            if guid::is_guid(&guid::key(wanted)) { wanted.to_owned() } else { guid::made(kind, wanted) };
        let mut turn = 1;
        while self.written.contains_key(&guid::key(&guid)) {
            turn += 1;
            guid = guid::made(kind, &format!("{wanted}\u{1f}{turn}"));
        }
        self.written.insert(guid::key(&guid), guid.clone());
        guid
    }

    /// Tells whether something has it.
    pub fn has(&self, guid: &str) -> bool {
        self.written.contains_key(&guid::key(guid))
    }

    /// Spells one as it is written elsewhere, since some programs compare letter by letter.
    pub fn spelled(&self, guid: &str) -> Option<String> {
        self.written.get(&guid::key(guid)).cloned()
    }

    /// Takes note of one that stands in what is kept as written.
    pub fn note(&mut self, guid: &str) {
        self.written.entry(guid::key(guid)).or_insert_with(|| guid.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_what_they_are_declared_only_where_they_are() {
        assert!(fits("Float", "34") && fits("Float", "-3.5") && !fits("Float", "1e3") && !fits("Float", "."));
        assert!(fits("Date", "2023-06-30") && !fits("Date", "2023-02-31") && !fits("Date", "30/06/2023"));
        assert!(fits("DateTime", "2023-06-30T10:00:00Z") && !fits("DateTime", "2023-06-30"));
        assert!(fits("Integer", "+4") && !fits("Integer", "4.0") && fits("Boolean", "1"));
    }

    #[test]
    fn no_identifier_is_given_twice() {
        let mut given = Given::default();
        let guid = "85d17f60-7bb0-481e-b742-b4861dd669df";
        assert_eq!(given.give("a", guid), guid);
        let other = given.give("a", &guid.to_uppercase());
        assert!(guid::is_guid(&other) && !other.eq_ignore_ascii_case(guid));
    }
}

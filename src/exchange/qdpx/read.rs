//! A project's XML to values.
//!
//! The schema is not what decides: what can be read is read, and what is repaired or left out is told.

use std::collections::{BTreeMap, BTreeSet};

use super::guid::key;
use super::model::{
    Case, Code, Coding, Kept, Note, Project, Selection, SourceKind, TextSource, User, Value, Variable,
};
use super::tree::{Element, Tree};
use crate::domain::diagnostic::Diagnostic;

/// The namespace of the specification.
pub const NAMESPACE: &str = "urn:QDA-XML:project:1.0";

/// What stands in a project and is kept as it is written.
const KEPT: [(&str, &str); 3] = [("Links", "Link"), ("Sets", "Set"), ("Graphs", "Graph")];

/// Reads a project. Texts are not yet there: `package` finds them in the archive.
pub fn project(tree: &Tree, diagnostics: &mut Vec<Diagnostic>) -> Option<Project> {
    let root = tree.root();
    if root.name() != "Project" {
        diagnostics.push(Diagnostic::error(root.place(), "qdpx-no-project").with("element", root.name()));
        return None;
    }
    namespace(root, NAMESPACE, diagnostics);
    duplicates(root, diagnostics);
    let attribute = |name| root.get(name).unwrap_or_default().to_owned();
    let mut project = Project {
        name: attribute("name"),
        origin: attribute("origin"),
        description: root.text_of("Description").unwrap_or_default(),
        note_refs: references(root, "NoteRef"),
        ..Project::default()
    };
    for child in root.children() {
        match child.name() {
            "Users" => project.users.extend(child.all("User").filter_map(user)),
            "CodeBook" => {
                project.codes.extend(child.all("Codes").flat_map(|codes| codes_of(codes, diagnostics)));
                lost(child, &["Codes"], diagnostics);
            }
            "Variables" => project.variables.extend(child.all("Variable").filter_map(variable)),
            "Cases" => project.cases.extend(child.all("Case").map(case)),
            "Sources" => sources(child, &mut project, diagnostics),
            "Notes" => project.notes.extend(child.all("Note").map(note)),
            "Description" | "NoteRef" => {}
            other => match KEPT.iter().find(|(container, _)| *container == other) {
                Some((container, member)) => project.kept.extend(
                    child.all(member).map(|one| Kept { within: (*container).to_owned(), xml: one.write() }),
                ),
                None => diagnostics
                    .push(Diagnostic::warning(child.place(), "qdpx-element-lost").with("element", other)),
            },
        }
    }
    Some(project)
}

/// Tells of a namespace that is not the specification's.
pub(in crate::exchange) fn namespace(root: Element<'_>, expected: &str, diagnostics: &mut Vec<Diagnostic>) {
    let prefix = |key: &str| key == "xmlns" || key.starts_with("xmlns:");
    let written = root.attributes().iter().filter(|(key, _)| prefix(key)).map(|(_, value)| value.as_str());
    let ours = written.filter(|value| value.starts_with("urn:QDA-XML:")).collect::<Vec<_>>();
    if !ours.contains(&expected) {
        let found = ours.first().copied().unwrap_or("–");
        diagnostics.push(Diagnostic::note(root.place(), "qdpx-namespace").with("namespace", found));
    }
}

/// Tells how many identifiers are given to several elements of one kind.
fn duplicates(root: Element<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<(&str, String)> = BTreeSet::new();
    let (mut count, mut first) = (0, None);
    let mut waiting = vec![root];
    while let Some(element) = waiting.pop() {
        if let Some(guid) = element.get("guid").filter(|_| !element.name().starts_with("Member"))
            && !seen.insert((element.name(), key(guid)))
        {
            count += 1;
            first.get_or_insert((element.place(), guid.to_owned()));
        }
        waiting.extend(element.children());
    }
    if let Some((place, guid)) = first {
        diagnostics
            .push(Diagnostic::note(place, "qdpx-duplicate-guid").with("count", count).with("guid", guid));
    }
}

/// Tells of elements that this reader does not know, and that are lost.
fn lost(element: Element<'_>, known: &[&str], diagnostics: &mut Vec<Diagnostic>) {
    for child in element.children().filter(|child| !known.contains(&child.name())) {
        diagnostics
            .push(Diagnostic::warning(child.place(), "qdpx-element-lost").with("element", child.name()));
    }
}

/// Lists what the elements of a name refer to; programs write the target under either name.
fn references(element: Element<'_>, name: &'static str) -> Vec<String> {
    element.all(name).filter_map(target).collect()
}

fn target(element: Element<'_>) -> Option<String> {
    element.get("targetGUID").or_else(|| element.get("guid")).map(key)
}

fn guid(element: Element<'_>) -> String {
    element.get("guid").unwrap_or_default().trim().to_owned()
}

fn user(element: Element<'_>) -> Option<User> {
    let name = element.get("name").or_else(|| element.get("id")).unwrap_or_default();
    Some(User { guid: element.get("guid")?.trim().to_owned(), name: name.trim().to_owned() })
}

/// Lists the codes of an element, each after the one that holds it.
pub(in crate::exchange) fn codes_of(element: Element<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Code> {
    let mut codes = Vec::new();
    let mut waiting: Vec<(Element<'_>, Option<usize>)> = Vec::new();
    await_codes(element, None, &mut waiting);
    while let Some((one, parent)) = waiting.pop() {
        let colour = one.get("color").map(|written| (written, colour(written)));
        if let Some((written, None)) = colour {
            diagnostics.push(Diagnostic::note(one.place(), "qdpx-colour-unread").with("value", written));
        }
        let flag = one.get("isCodable").map(|flag| flag.trim().to_ascii_lowercase());
        codes.push(Code {
            guid: guid(one),
            name: one.get("name").unwrap_or_default().trim().to_owned(),
            parent,
            is_codable: !matches!(flag.as_deref(), Some("false" | "0")),
            colour: colour.and_then(|(_, read)| read),
            description: one.text_of("Description").unwrap_or_default(),
            note_refs: references(one, "NoteRef"),
            place: one.place(),
        });
        lost(one, &["Description", "NoteRef", "Code"], diagnostics);
        await_codes(one, Some(codes.len() - 1), &mut waiting);
    }
    codes
}

fn await_codes<'tree>(
    element: Element<'tree>,
    parent: Option<usize>,
    waiting: &mut Vec<(Element<'tree>, Option<usize>)>,
) {
    let from = waiting.len();
    waiting.extend(element.all("Code").map(|child| (child, parent)));
    waiting[from..].reverse();
}

/// Reads `#rrggbb`, `#rgb`, `#rrggbbaa` and `rgb(r, g, b)`.
fn colour(written: &str) -> Option<String> {
    let written = written.trim();
    if let Some(digits) = written.strip_prefix('#') {
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let digits: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 | 8 => digits[..6].to_owned(),
            _ => return None,
        };
        return Some(format!("#{}", digits.to_ascii_lowercase()));
    }
    let inner = written.strip_prefix("rgba(").or_else(|| written.strip_prefix("rgb("))?.strip_suffix(')')?;
    let numbers: Vec<u8> =
        inner.split(',').take(3).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    match numbers[..] {
        [red, green, blue] => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        _ => None,
    }
}

fn variable(element: Element<'_>) -> Option<Variable> {
    Some(Variable {
        guid: element.get("guid")?.trim().to_owned(),
        name: element.get("name")?.trim().to_owned(),
        kind: element.get("typeOfVariable").unwrap_or("Text").to_owned(),
        description: element.text_of("Description").unwrap_or_default(),
    })
}

fn values(element: Element<'_>) -> Vec<Value> {
    let read = |one: Element<'_>| {
        let variable = one.first("VariableRef").and_then(target)?;
        let value = one.children().find(|child| child.name().ends_with("Value")).map(Element::text);
        Some(Value { variable, value: value.unwrap_or_default().trim().to_owned() })
    };
    element.all("VariableValue").filter_map(read).collect()
}

fn case(element: Element<'_>) -> Case {
    Case {
        guid: guid(element),
        name: element.get("name").unwrap_or_default().trim().to_owned(),
        description: element.text_of("Description").unwrap_or_default(),
        values: values(element),
        sources: references(element, "SourceRef"),
        codes: references(element, "CodeRef"),
        selections: references(element, "SelectionRef"),
        xml: element.write(),
        place: element.place(),
    }
}

fn sources(element: Element<'_>, project: &mut Project, diagnostics: &mut Vec<Diagnostic>) {
    let texts = element.all("TextSource").filter_map(|one| one.get("plainTextPath"));
    let texts: BTreeSet<&str> = texts.collect();
    for child in element.children() {
        let kind = match child.name() {
            "TextSource" => {
                project.sources.push(text_source(child, SourceKind::Text, diagnostics));
                continue;
            }
            "PDFSource" => SourceKind::Representation,
            "AudioSource" | "VideoSource" | "PictureSource" => SourceKind::Transcript,
            other => {
                diagnostics
                    .push(Diagnostic::warning(child.place(), "qdpx-element-lost").with("element", other));
                continue;
            }
        };
        project.kept.push(Kept { within: "Sources".to_owned(), xml: child.write() });
        diagnostics.push(
            Diagnostic::note(child.place(), "qdpx-source-kept")
                .with("kind", child.name())
                .with("name", child.get("name").unwrap_or_default()),
        );
        let inner = match kind {
            SourceKind::Representation => "Representation",
            _ => "Transcript",
        };
        // A program may list the words of a recording twice; the source of its own is the one coded.
        let twice = |one: &Element<'_>| one.get("plainTextPath").is_some_and(|path| texts.contains(path));
        for words in child.all(inner).filter(|one| !twice(one)) {
            let mut source = text_source(words, kind, diagnostics);
            if source.name.is_empty() {
                source.name = child.get("name").unwrap_or_default().trim().to_owned();
            }
            source.values.extend(values(child));
            project.sources.push(source);
        }
    }
}

fn text_source(element: Element<'_>, kind: SourceKind, diagnostics: &mut Vec<Diagnostic>) -> TextSource {
    let path = |name| element.get(name).map(str::to_owned);
    let points: BTreeMap<String, i64> = element
        .all("SyncPoint")
        .filter_map(|point| Some((key(point.get("guid")?), point.get("position")?.trim().parse().ok()?)))
        .collect();
    let mut selections = Vec::new();
    for child in element.children() {
        let ends = match child.name() {
            "PlainTextSelection" => {
                let number = |name| child.get(name).and_then(|text| text.trim().parse().ok());
                (number("startPosition"), number("endPosition"))
            }
            "TranscriptSelection" => {
                let point = |name| child.get(name).and_then(|guid| points.get(&key(guid)).copied());
                (point("fromSyncPoint"), point("toSyncPoint"))
            }
            _ => continue,
        };
        match ends {
            (Some(start), Some(end)) => selections.push(selection(child, start, end)),
            _ => diagnostics.push(
                Diagnostic::warning(child.place(), "qdpx-selection-unread")
                    .with("name", child.get("name").unwrap_or_default()),
            ),
        }
    }
    const KNOWN: [&str; 8] = [
        "Description",
        "PlainTextContent",
        "PlainTextSelection",
        "TranscriptSelection",
        "SyncPoint",
        "Coding",
        "NoteRef",
        "VariableValue",
    ];
    lost(element, &KNOWN, diagnostics);
    TextSource {
        guid: guid(element),
        name: element.get("name").unwrap_or_default().trim().to_owned(),
        kind,
        // Line ends of inline text come as LF; blanks at its ends are words of it.
        text: element.first("PlainTextContent").map(Element::text),
        plain_entry: path("plainTextPath"),
        rich_entry: path("richTextPath"),
        description: element.text_of("Description").unwrap_or_default(),
        selections,
        codings: codings(element),
        note_refs: references(element, "NoteRef"),
        values: values(element),
        user: element.get("creatingUser").map(key),
        at: element.get("creationDateTime").map(str::to_owned),
        place: element.place(),
        ..TextSource::default()
    }
}

fn selection(element: Element<'_>, start: i64, end: i64) -> Selection {
    Selection {
        guid: guid(element),
        name: element.get("name").unwrap_or_default().to_owned(),
        start,
        end,
        description: element.text_of("Description").unwrap_or_default(),
        codings: codings(element),
        note_refs: references(element, "NoteRef"),
        user: element.get("creatingUser").map(key),
        at: element.get("creationDateTime").map(str::to_owned),
        place: element.place(),
        ..Selection::default()
    }
}

fn codings(element: Element<'_>) -> Vec<Coding> {
    let read = |one: Element<'_>| {
        Some(Coding {
            guid: guid(one),
            code: one.first("CodeRef").and_then(target)?,
            user: one.get("creatingUser").map(key),
            at: one.get("creationDateTime").map(str::to_owned),
            note_refs: references(one, "NoteRef"),
        })
    };
    element.all("Coding").filter_map(read).collect()
}

fn note(element: Element<'_>) -> Note {
    let number = |one: Element<'_>, name| one.get(name).and_then(|text| text.trim().parse().ok());
    let place = |one: Element<'_>| Some((number(one, "startPosition")?, number(one, "endPosition")?));
    Note {
        guid: guid(element),
        name: element.get("name").unwrap_or_default().trim().to_owned(),
        text: element.first("PlainTextContent").map(Element::text),
        plain_entry: None,
        selections: element.all("PlainTextSelection").filter_map(place).collect(),
        user: element.get("creatingUser").map(key),
        at: element.get("creationDateTime").map(str::to_owned),
        xml: element.write(),
        place: element.place(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_in_the_forms_that_programs_write() {
        let read = |text| colour(text).unwrap_or_default();
        assert_eq!([read("#2EFE2E"), read("#abc"), read("#2EFE2Eff")], ["#2efe2e", "#aabbcc", "#2efe2e"]);
        assert_eq!(
            [read("rgb(1, 2, 255)"), read("red"), read("#12"), read("#gggggg")],
            ["#0102ff", "", "", ""]
        );
    }

    #[test]
    fn codes_keep_their_order_and_depth() {
        let text = "<Codes><Code name='a' guid='1'><Code name='b' guid='2' isCodable='0'/><Code name='c'/></Code><Code name='d' isCodable='false'/></Codes>";
        let tree = Tree::read("a", text.as_bytes()).expect("well formed");
        let codes = codes_of(tree.root(), &mut Vec::new());
        let told: Vec<_> =
            codes.iter().map(|code| (code.name.as_str(), code.parent, code.is_codable)).collect();
        assert_eq!(
            told,
            [("a", None, true), ("b", Some(0), false), ("c", Some(0), true), ("d", None, false)]
        );
    }
}

//! Projects of Taguette: documents as HTML, highlights by bytes of what is visible, tags without order.
//!
//! *Source*: Taguette 1.5, `taguette/database/models.py`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::row::{Row, Tables, number, rows, some, text};
use super::visible::Visible;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::qdpx::guid::{key, made};
use crate::exchange::qdpx::model::{Code, Coding, Project, Selection, TextSource, User};
use crate::text::Span;

/// Makes a project of the tables.
pub(super) fn read(path: &str, tables: &Tables, diagnostics: &mut Vec<Diagnostic>) -> Project {
    let projects = rows(tables, "projects");
    if projects.len() > 1 {
        let names: Vec<&str> = projects.iter().map(|row| text(row, "name")).collect();
        let told = Diagnostic::note(Place::file(path), "taguette-projects");
        diagnostics.push(told.with("count", projects.len()).with("names", names.join(", ")));
    }
    // Numbers are those of this database: another one has the same.
    let seed = projects.first().map_or("", |row| text(row, "created")).to_owned();
    let reading = Reading { path, tables, seed, coders: coders(tables) };
    let descriptions: Vec<&str> = projects
        .iter()
        .map(|row| text(row, "description").trim())
        .filter(|words| !words.is_empty())
        .collect();
    let mut project = Project {
        name: projects.first().map_or("", |row| text(row, "name")).to_owned(),
        origin: "Taguette".to_owned(),
        description: descriptions.join("\n\n"),
        ..Project::default()
    };
    let logins: Vec<&String> = reading.coders.values().map(|(login, _)| login).collect();
    for login in logins {
        let guid = made("taguette user", login);
        if !project.users.iter().any(|known| known.guid == guid) {
            project.users.push(User { guid, name: login.clone() });
        }
    }
    project.codes = reading.codes();
    project.sources =
        rows(tables, "documents").iter().map(|row| reading.document(row, diagnostics)).collect();
    project
}

/// Finds who made each highlight, and when: only the log of commands says so.
fn coders(tables: &Tables) -> BTreeMap<i64, (String, Option<String>)> {
    let mut coders = BTreeMap::new();
    for row in rows(tables, "commands") {
        let Ok(payload) = serde_json::from_str::<Value>(text(row, "payload")) else { continue };
        if payload["type"] == "highlight_add"
            && let (Some(highlight), Some(login)) =
                (payload["highlight_id"].as_i64(), some(row, "user_login"))
        {
            // A highlight that is changed is added again under its number: who made it first made it.
            coders.entry(highlight).or_insert_with(|| (login, some(row, "date")));
        }
    }
    coders
}

struct Reading<'a> {
    path: &'a str,
    tables: &'a Tables,
    seed: String,
    coders: BTreeMap<i64, (String, Option<String>)>,
}

impl Reading<'_> {
    fn guid(&self, kind: &str, id: &str) -> String {
        made(&format!("taguette {kind}"), &format!("{} {id}", self.seed))
    }

    fn codes(&self) -> Vec<Code> {
        let code = |row: &Row| Code {
            guid: self.guid("tag", text(row, "id")),
            name: text(row, "path").to_owned(),
            is_codable: true,
            description: text(row, "description").to_owned(),
            place: Place::file(self.path),
            ..Code::default()
        };
        rows(self.tables, "tags").iter().map(code).collect()
    }

    fn document(&self, row: &Row, diagnostics: &mut Vec<Diagnostic>) -> TextSource {
        let visible = Visible::read(text(row, "contents"));
        let id = text(row, "id");
        let name = some(row, "name").unwrap_or_else(|| text(row, "filename").to_owned());
        let mut source = TextSource {
            guid: self.guid("document", id),
            name: name.clone(),
            description: text(row, "description").to_owned(),
            at: some(row, "created"),
            place: Place::file(self.path),
            ..TextSource::default()
        };
        let (mut outside, mut moved) = (0, 0);
        for highlight in rows(self.tables, "highlights").iter().filter(|one| text(one, "document_id") == id) {
            let bytes = |name| number(highlight, name).and_then(|one| usize::try_from(one).ok());
            let span = bytes("start_offset").zip(bytes("end_offset"));
            let Some((from, to)) = span.and_then(|(start, end)| visible.span(start, end)) else {
                outside += 1;
                continue;
            };
            let here: String = visible.text.chars().skip(from).take(to - from).collect();
            let told = Visible::read(text(highlight, "snippet")).text;
            if letters(&here) != letters(&told) {
                moved += 1;
            }
            source.selections.push(self.selection(highlight, from, to, &here));
        }
        for (count, key) in [(outside, "taguette-outside"), (moved, "taguette-moved")] {
            if count > 0 {
                let found = Diagnostic::warning(Place::file(self.path), key);
                diagnostics.push(found.with("count", count).with("name", &name));
            }
        }
        source.selections.sort_by_key(|one| (one.start, one.end));
        source.text = Some(visible.text);
        source
    }

    fn selection(&self, row: &Row, from: usize, to: usize, words: &str) -> Selection {
        let id = text(row, "id");
        let coder = id.parse().ok().and_then(|id: i64| self.coders.get(&id));
        let user = coder.map(|(login, _)| key(&made("taguette user", login)));
        let at = coder.and_then(|(_, at)| at.clone());
        let tags = rows(self.tables, "highlight_tags").iter().filter(|one| text(one, "highlight_id") == id);
        let coding = |tag: &Row| Coding {
            guid: self.guid("coding", &format!("{id} {}", text(tag, "tag_id"))),
            code: key(&self.guid("tag", text(tag, "tag_id"))),
            user: user.clone(),
            at: at.clone(),
            ..Coding::default()
        };
        let place = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
        Selection {
            guid: self.guid("highlight", id),
            name: words.chars().take(80).collect(),
            start: place(from),
            end: place(to),
            span: Span::new(from, to),
            codings: tags.map(coding).collect(),
            user: user.clone(),
            at: at.clone(),
            place: Place::file(self.path),
            ..Selection::default()
        }
    }
}

/// The letters and digits of a text: blanks differ where paragraphs end.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

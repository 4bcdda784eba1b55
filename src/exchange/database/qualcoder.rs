//! Projects of QualCoder: texts, categories and codes, codings with their words, memos, cases, attributes.
//!
//! *Source*: QualCoder 4, `src/qualcoder/__main__.py`, schema of database version 6 and later; older ones
//! lack columns.

use std::collections::BTreeMap;

use super::read::lost;
use super::row::{Row, Tables, number, rows, some, text};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::qdpx::guid::{key, made};
use crate::exchange::qdpx::model::{
    Case, Code, Coding, Note, Project, Selection, TextSource, User, Value, Variable,
};
use crate::exchange::qdpx::package::settle;

/// Makes a project of the tables.
pub(super) fn read(path: &str, tables: &Tables, diagnostics: &mut Vec<Diagnostic>) -> Project {
    let about = rows(tables, "project").first();
    let reading = Reading { path, tables, seed: about.map_or("", |row| text(row, "date")).to_owned() };
    let mut project = Project {
        origin: "QualCoder".to_owned(),
        description: about.map_or("", |row| text(row, "memo")).trim().to_owned(),
        users: reading.users(),
        codes: reading.codes(),
        variables: reading.variables(),
        ..Project::default()
    };
    let mut losses = BTreeMap::new();
    for (kind, table) in [("image", "code_image"), ("recording", "code_av"), ("graph", "graph")] {
        losses.insert(kind, rows(tables, table).len());
    }
    let has_text = |row: &&Row| some(row, "fulltext").is_some();
    let (texts, media): (Vec<&Row>, Vec<&Row>) = rows(tables, "source").iter().partition(has_text);
    losses.insert("media", media.len());
    let marked = rows(tables, "code_text").iter().filter(|row| number(row, "important") == Some(1));
    losses.insert("important", marked.count());
    project.sources = texts.into_iter().map(|row| reading.source(row)).collect();
    project.cases = reading.cases(&project.sources, &mut losses);
    project.notes = rows(tables, "journal").iter().map(|row| reading.journal(row)).collect();
    settle(&mut project, diagnostics);
    reading.compare(&project, diagnostics);
    lost(path, &losses, diagnostics);
    project
}

struct Reading<'a> {
    path: &'a str,
    tables: &'a Tables,
    seed: String,
}

impl Reading<'_> {
    fn guid(&self, kind: &str, id: &str) -> String {
        made(&format!("qualcoder {kind}"), &format!("{} {id}", self.seed))
    }

    fn place(&self) -> Place {
        Place::file(self.path)
    }

    fn user(row: &Row) -> Option<String> {
        some(row, "owner").map(|name| key(&made("qualcoder user", &name)))
    }

    fn users(&self) -> Vec<User> {
        let mut users: Vec<User> = Vec::new();
        for table in ["code_text", "annotation", "journal", "source"] {
            for name in rows(self.tables, table).iter().filter_map(|row| some(row, "owner")) {
                if !users.iter().any(|known| known.name == name) {
                    users.push(User { guid: made("qualcoder user", &name), name });
                }
            }
        }
        users
    }

    /// Categories as folders, each followed by what it holds; a category in itself is at the top.
    fn codes(&self) -> Vec<Code> {
        let mut codes = Vec::new();
        let mut seen = Vec::new();
        self.category(None, None, &mut codes, &mut seen);
        let categories = rows(self.tables, "code_cat");
        for row in categories {
            if !seen.contains(&text(row, "catid").to_owned()) {
                self.one_category(row, None, &mut codes, &mut seen);
            }
        }
        let known: Vec<&str> = categories.iter().map(|row| text(row, "catid")).collect();
        let loose = |row: &&Row| some(row, "catid").is_none_or(|id| !known.contains(&id.as_str()));
        for row in
            rows(self.tables, "code_name").iter().filter(loose).filter(|row| some(row, "supercid").is_none())
        {
            self.code(row, None, &mut codes, 0);
        }
        codes
    }

    fn category(&self, id: Option<&str>, at: Option<usize>, codes: &mut Vec<Code>, seen: &mut Vec<String>) {
        for row in rows(self.tables, "code_cat") {
            if some(row, "supercatid").as_deref() == id && !seen.contains(&text(row, "catid").to_owned()) {
                self.one_category(row, at, codes, seen);
            }
        }
    }

    fn one_category(&self, row: &Row, parent: Option<usize>, codes: &mut Vec<Code>, seen: &mut Vec<String>) {
        let id = text(row, "catid");
        seen.push(id.to_owned());
        codes.push(Code {
            guid: self.guid("category", id),
            name: text(row, "name").to_owned(),
            parent,
            description: text(row, "memo").to_owned(),
            place: self.place(),
            ..Code::default()
        });
        let at = codes.len() - 1;
        self.category(Some(id), Some(at), codes, seen);
        let inside = |row: &&Row| text(row, "catid") == id && some(row, "supercid").is_none();
        for row in rows(self.tables, "code_name").iter().filter(inside) {
            self.code(row, Some(at), codes, 0);
        }
    }

    fn code(&self, row: &Row, parent: Option<usize>, codes: &mut Vec<Code>, depth: usize) {
        let id = text(row, "cid");
        codes.push(Code {
            guid: self.guid("code", id),
            name: text(row, "name").to_owned(),
            parent,
            is_codable: true,
            colour: some(row, "color").map(|colour| colour.to_lowercase()),
            description: text(row, "memo").to_owned(),
            place: self.place(),
            ..Code::default()
        });
        let at = codes.len() - 1;
        // Sub-codes of the later versions; a ring of them ends.
        if depth < 32 {
            for row in rows(self.tables, "code_name").iter().filter(|row| text(row, "supercid") == id) {
                self.code(row, Some(at), codes, depth + 1);
            }
        }
    }

    fn variables(&self) -> Vec<Variable> {
        let variable = |row: &Row| Variable {
            guid: self.guid("variable", text(row, "name")),
            name: text(row, "name").to_owned(),
            kind: if text(row, "valuetype") == "numeric" { "Float" } else { "Text" }.to_owned(),
            description: text(row, "memo").to_owned(),
        };
        rows(self.tables, "attribute_type").iter().map(variable).collect()
    }

    fn values(&self, of: &str, id: &str) -> Vec<Value> {
        let here = |row: &&Row| text(row, "attr_type") == of && text(row, "id") == id;
        let value = |row: &Row| Value {
            variable: key(&self.guid("variable", text(row, "name"))),
            value: text(row, "value").trim().to_owned(),
        };
        rows(self.tables, "attribute").iter().filter(here).map(value).collect()
    }

    fn source(&self, row: &Row) -> TextSource {
        let id = text(row, "id");
        let whole = text(row, "fulltext");
        let words = whole.strip_prefix('\u{feff}');
        let mut source = TextSource {
            guid: self.guid("source", id),
            name: text(row, "name").to_owned(),
            text: Some(words.unwrap_or(whole).to_owned()),
            had_bom: words.is_some(),
            description: text(row, "memo").to_owned(),
            values: self.values("file", id),
            user: Self::user(row),
            at: some(row, "date"),
            place: self.place(),
            ..TextSource::default()
        };
        for row in rows(self.tables, "code_text").iter().filter(|row| text(row, "fid") == id) {
            let own = text(row, "ctid");
            let coding = Coding {
                guid: self.guid("coding", own),
                code: key(&self.guid("code", text(row, "cid"))),
                user: Self::user(row),
                at: some(row, "date"),
                ..Coding::default()
            };
            let mut selection = self.selection(row, "passage", own);
            selection.name = text(row, "seltext").to_owned();
            selection.codings.push(coding);
            source.selections.push(selection);
        }
        for row in rows(self.tables, "annotation").iter().filter(|row| text(row, "fid") == id) {
            source.selections.push(self.selection(row, "annotation", text(row, "anid")));
        }
        source
    }

    fn selection(&self, row: &Row, kind: &str, id: &str) -> Selection {
        Selection {
            guid: self.guid(kind, id),
            start: number(row, "pos0").unwrap_or_default(),
            end: number(row, "pos1").unwrap_or_default(),
            description: text(row, "memo").to_owned(),
            user: Self::user(row),
            at: some(row, "date"),
            place: self.place(),
            ..Selection::default()
        }
    }

    /// Cases with the texts that are wholly theirs; a case of a part of a text has no place in a study.
    fn cases(&self, sources: &[TextSource], losses: &mut BTreeMap<&'static str, usize>) -> Vec<Case> {
        let mut cases = Vec::new();
        for row in rows(self.tables, "cases") {
            let id = text(row, "caseid");
            let mut case = Case {
                guid: self.guid("case", id),
                name: text(row, "name").to_owned(),
                description: text(row, "memo").to_owned(),
                values: self.values("case", id),
                place: self.place(),
                ..Case::default()
            };
            for part in rows(self.tables, "case_text").iter().filter(|row| text(row, "caseid") == id) {
                let guid = self.guid("source", text(part, "fid"));
                let Some(source) = sources.iter().find(|one| one.guid == guid) else { continue };
                let length = source.text.as_deref().map_or(0, |text| text.trim_end().chars().count());
                let end = number(part, "pos1").and_then(|end| usize::try_from(end).ok()).unwrap_or_default();
                if number(part, "pos0").unwrap_or_default() <= 0 && end + 1 >= length {
                    case.sources.push(key(&guid));
                } else {
                    *losses.entry("case-part").or_default() += 1;
                }
            }
            if case.sources.is_empty() {
                *losses.entry("case").or_default() += 1;
            } else {
                cases.push(case);
            }
        }
        cases
    }

    fn journal(&self, row: &Row) -> Note {
        Note {
            guid: self.guid("journal", text(row, "jid")),
            name: text(row, "name").to_owned(),
            text: some(row, "jentry"),
            user: Self::user(row),
            at: some(row, "date"),
            place: self.place(),
            ..Note::default()
        }
    }

    /// Compares each coding's words, which the program keeps, with those at its place.
    fn compare(&self, project: &Project, diagnostics: &mut Vec<Diagnostic>) {
        for source in &project.sources {
            let signs: Vec<char> = source.text.as_deref().unwrap_or_default().chars().collect();
            let differs = |one: &&Selection| {
                let (from, to) = (one.span.start.0.min(signs.len()), one.span.end.0.min(signs.len()));
                let here: String = signs[from..to.max(from)].iter().collect();
                let letters =
                    |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
                !one.name.is_empty() && letters(&here) != letters(&one.name)
            };
            let count = source.selections.iter().filter(differs).count();
            if count > 0 {
                let found = Diagnostic::warning(self.place(), "qualcoder-moved");
                diagnostics.push(found.with("count", count).with("name", &source.name));
            }
        }
    }
}

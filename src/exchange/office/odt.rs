//! LibreOffice's odt (and ott, fodt is not an archive): the body's paragraphs as they read.

use std::collections::BTreeMap;

use super::aside::Aside;
use super::row::{Paragraph, Row};
use super::table::put_table;
use super::{LARGEST_PART, archive_fault, xml_fault};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::transcript::{Face, Written};
use crate::exchange::archive::{Archive, ArchiveFault};
use crate::exchange::xml::{self, Element, Node, Nodes, XmlFault};

const BODY: &str = "content.xml";

/// Blanks that one element may stand for; more is no text.
const MOST_BLANKS: usize = 1_000;

/// Reads an odt.
///
/// # Errors
/// No archive, one that is refused (password, bomb, cut off), or one without a readable body.
pub fn read(path: &str, bytes: &[u8]) -> Result<(Written, Vec<Diagnostic>), Diagnostic> {
    let mut archive =
        Archive::open(bytes).map_err(|fault| archive_fault(path, &fault))?.at_most(LARGEST_PART);
    let mut part = |name: &str| -> Result<Option<String>, Diagnostic> {
        match archive.read(name) {
            Ok(bytes) => xml::decode(&bytes).map(Some).map_err(|fault| xml_fault(path, name, &fault)),
            Err(ArchiveFault::Missing { .. }) if name != BODY => Ok(None),
            Err(fault) => Err(archive_fault(path, &fault)),
        }
    };
    let manifest = part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(archive_fault(path, &ArchiveFault::PasswordProtected));
    }
    let styles = part("styles.xml")?.unwrap_or_default();
    let body = part(BODY)?.unwrap_or_default();
    let mut faces = Faces::default();
    faces.read(&styles).map_err(|fault| xml_fault(path, "styles.xml", &fault))?;
    faces.read(&body).map_err(|fault| xml_fault(path, BODY, &fault))?;
    let mut reader = Body::new(&body, &faces);
    reader.all().map_err(|fault| xml_fault(path, BODY, &fault))?;
    Ok((reader.written, reader.aside.tell(path)))
}

/// What styles say of bold and italics, by their name.
#[derive(Default)]
struct Faces {
    styles: BTreeMap<String, (Option<String>, Option<bool>, Option<bool>)>,
}

impl Faces {
    fn read(&mut self, text: &str) -> Result<(), XmlFault> {
        let mut nodes = Nodes::new(text);
        let mut open: Option<String> = None;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) if element.name == "style" => {
                    open = element.get("name").map(str::to_owned);
                    if let Some(name) = &open {
                        let parent = element.get("parent-style-name").map(str::to_owned);
                        self.styles.insert(name.clone(), (parent, None, None));
                    }
                }
                Node::Close(name) if name == "style" => open = None,
                Node::Open(element) if element.name == "text-properties" => {
                    if let Some((_, strong, emphasis)) =
                        open.as_ref().and_then(|name| self.styles.get_mut(name))
                    {
                        let weight = element.get("font-weight");
                        *strong = weight
                            .map(|weight| weight == "bold" || weight.parse().is_ok_and(|w: u32| w >= 600));
                        *emphasis = element.get("font-style").map(|style| style != "normal");
                    }
                }
                // The body holds no styles.
                Node::Open(element) if element.name == "body" => return Ok(()),
                _ => {}
            }
        }
        Ok(())
    }

    fn of(&self, name: &str) -> (Option<bool>, Option<bool>) {
        let (mut strong, mut emphasis) = (None, None);
        let mut next = self.styles.get(name);
        for _ in 0..24 {
            let Some((parent, bold, italic)) = next else { break };
            strong = strong.or(*bold);
            emphasis = emphasis.or(*italic);
            next = parent.as_ref().and_then(|parent| self.styles.get(parent));
        }
        (strong, emphasis)
    }
}

struct Body<'a> {
    nodes: Nodes<'a>,
    faces: &'a Faces,
    aside: Aside,
    written: Written,
    /// Tables around what is read: the rows of each that are read.
    tables: Vec<Vec<Row>>,
    /// Rows around what is read: the cells of each.
    rows: Vec<Row>,
    open: Vec<Paragraph>,
    /// Faces of the elements around the words, the innermost last.
    around: Vec<(Option<bool>, Option<bool>)>,
    /// Names of the elements around what is read.
    path: Vec<String>,
    in_body: bool,
}

impl<'a> Body<'a> {
    fn new(text: &'a str, faces: &'a Faces) -> Self {
        Self {
            nodes: Nodes::new(text),
            faces,
            aside: Aside::default(),
            written: Written::default(),
            tables: Vec::new(),
            rows: Vec::new(),
            open: Vec::new(),
            around: Vec::new(),
            path: Vec::new(),
            in_body: false,
        }
    }

    fn all(&mut self) -> Result<(), XmlFault> {
        while let Some(node) = self.nodes.next()? {
            match node {
                Node::Open(element) if self.in_body => self.begin(&element)?,
                Node::Open(element) => self.in_body = element.name == "body",
                Node::Text(words) => self.say(&collapsed(&words)),
                Node::Close(name) => {
                    self.path.pop();
                    self.end(&name);
                }
            }
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element) -> Result<(), XmlFault> {
        let style = element.get("style-name").unwrap_or_default();
        match element.name.as_str() {
            "p" | "h" => {
                let level = element.get("outline-level").and_then(|level| level.parse::<u8>().ok());
                let heading = (element.name == "h").then(|| level.unwrap_or(1).clamp(1, 6));
                self.open.push(Paragraph { heading, ..Paragraph::default() });
                self.around.push(self.faces.of(style));
            }
            "span" => self.around.push(self.faces.of(style)),
            "s" => {
                let count = element.get("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.say(&" ".repeat(count.min(MOST_BLANKS)));
            }
            "tab" => self.say("\t"),
            "line-break" => self.say("\n"),
            "tracked-changes" => return self.tracked(),
            "change-start" => self.aside.inserted += 1,
            "annotation" => {
                let comment = self.comment()?;
                self.aside.comments.push(comment);
                return Ok(());
            }
            "note" => {
                let (_, words) = self.comment()?;
                self.aside.notes.push(words);
                return Ok(());
            }
            "image" => self.aside.objects += 1,
            "table" => self.tables.push(Vec::new()),
            "table-row" => self.rows.push(Vec::new()),
            "table-cell" | "covered-table-cell" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            "bibliography-source" | "index-title-template" | "forms" => return self.nodes.skip(),
            // What a picture shows, told to those who do not see it; a title in a line of text is a field.
            "desc" => return self.nodes.skip(),
            "title" if !self.path.last().is_some_and(|name| holds_text(name)) => return self.nodes.skip(),
            _ => {}
        }
        self.path.push(element.name.clone());
        Ok(())
    }

    /// What was deleted while changes were tracked is kept at the head of the body: it is counted
    /// and left out.
    fn tracked(&mut self) -> Result<(), XmlFault> {
        let mut depth = 1;
        while depth > 0 {
            match self.nodes.next()? {
                Some(Node::Open(element)) => {
                    depth += 1;
                    self.aside.deleted += usize::from(element.name == "deletion");
                }
                Some(Node::Close(_)) => depth -= 1,
                Some(Node::Text(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// Reads a comment or a note to its end: author and words.
    fn comment(&mut self) -> Result<(String, String), XmlFault> {
        let (mut author, mut words) = (String::new(), String::new());
        let mut inside = vec![String::new()];
        while !inside.is_empty() {
            match self.nodes.next()? {
                Some(Node::Open(element)) => inside.push(element.name),
                Some(Node::Close(name)) => {
                    inside.pop();
                    if name == "p" {
                        words.push(' ');
                    }
                }
                Some(Node::Text(text)) => match inside.last().map(String::as_str) {
                    Some("creator") => author.push_str(&text),
                    Some("date" | "creator-initials" | "note-citation" | "date-string") => {}
                    _ => words.push_str(&text),
                },
                None => break,
            }
        }
        Ok((author, words.trim().to_owned()))
    }

    fn say(&mut self, words: &str) {
        let Some(open) = self.open.last_mut() else { return };
        let strong = self.around.iter().rev().find_map(|(strong, _)| *strong).unwrap_or(false);
        let emphasis = self.around.iter().rev().find_map(|(_, emphasis)| *emphasis).unwrap_or(false);
        let face = Face { strong: strong && open.heading.is_none(), emphasis };
        open.runs.push((words.to_owned(), face));
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" if self.in_body => {
                self.around.pop();
                let Some(paragraph) = self.open.pop() else { return };
                match self.rows.last_mut().and_then(|row| row.last_mut()) {
                    Some(cell) => cell.push(paragraph),
                    None => paragraph.put(&mut self.written),
                }
            }
            "span" if self.in_body => {
                self.around.pop();
            }
            "table-row" => {
                let Some(cells) = self.rows.pop() else { return };
                if let Some(table) = self.tables.last_mut() {
                    table.push(cells);
                }
            }
            "table" => {
                let Some(rows) = self.tables.pop() else { return };
                match self.rows.last_mut().and_then(|row| row.last_mut()) {
                    Some(cell) => cell.extend(rows.into_iter().flatten().flatten()),
                    None => put_table(&rows, &mut self.written, &mut self.aside),
                }
            }
            "body" => self.in_body = false,
            _ => {}
        }
    }
}

fn holds_text(name: &str) -> bool {
    matches!(name, "p" | "h" | "span" | "a" | "meta" | "meta-field" | "ruby-base")
}

/// Runs of blanks in the file are one blank on the page.
fn collapsed(words: &str) -> String {
    let mut said = String::with_capacity(words.len());
    for character in words.chars() {
        let blank = matches!(character, ' ' | '\t' | '\n' | '\r');
        if !(blank && said.ends_with(' ')) {
            said.push(if blank { ' ' } else { character });
        }
    }
    said
}

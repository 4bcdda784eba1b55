//! Word's docx: the body's paragraphs as they read once tracked changes are accepted.

use super::aside::Aside;
use super::docx_style::{Styles, is_on, outline_level};
use super::row::{Paragraph, Row};
use super::table::put_table;
use super::{LARGEST_PART, archive_fault, xml_fault};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::transcript::{Face, Written};
use crate::exchange::archive::{Archive, ArchiveFault};
use crate::exchange::xml::{self, Element, Node, Nodes, XmlFault};

const BODY: &str = "word/document.xml";

/// Reads a docx.
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
    let body = part(BODY)?.unwrap_or_default();
    let styles = part("word/styles.xml")?.unwrap_or_default();
    let styles = Styles::read(&styles).map_err(|fault| xml_fault(path, "word/styles.xml", &fault))?;
    let mut aside = Aside::default();
    for (name, item) in [
        ("word/comments.xml", "comment"),
        ("word/footnotes.xml", "footnote"),
        ("word/endnotes.xml", "endnote"),
    ] {
        let Some(text) = part(name)? else { continue };
        let found = asides(&text, item).map_err(|fault| xml_fault(path, name, &fault))?;
        let found = found.into_iter().filter(|(_, words)| !words.trim().is_empty());
        if item == "comment" {
            aside.comments.extend(found);
        } else {
            aside.notes.extend(found.map(|(_, words)| words));
        }
    }
    let mut reader = Body::new(&body, &styles, aside);
    reader.all().map_err(|fault| xml_fault(path, BODY, &fault))?;
    Ok((reader.written, reader.aside.tell(path)))
}

/// Reads comments or notes: author and words of each.
fn asides(text: &str, item: &str) -> Result<Vec<(String, String)>, XmlFault> {
    let mut nodes = Nodes::new(text);
    let mut found = Vec::new();
    let mut open: Option<(String, String)> = None;
    let mut says = false;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) if element.name == item => {
                // Separators are notes to Word.
                if element.get("type").is_none_or(|kind| kind == "normal") {
                    open = Some((element.get("author").unwrap_or_default().to_owned(), String::new()));
                }
            }
            Node::Close(name) if name == item => found.extend(open.take()),
            Node::Open(element) => says = element.name == "t",
            Node::Close(name) => {
                says = false;
                if name == "p"
                    && let Some((_, words)) = &mut open
                {
                    words.push(' ');
                }
            }
            Node::Text(text) if says => {
                if let Some((_, words)) = &mut open {
                    words.push_str(&text);
                }
            }
            Node::Text(_) => {}
        }
    }
    Ok(found)
}

/// A table being read: its rows, and the cells of the present one.
#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    cells: Row,
}

/// A paragraph being read.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    /// Words of the text boxes that stand in it: they are read after it.
    boxes: Vec<Paragraph>,
    /// Tables around it.
    depth: usize,
    /// Face that its style gives.
    strong: Option<bool>,
    emphasis: Option<bool>,
}

struct Body<'a> {
    nodes: Nodes<'a>,
    styles: &'a Styles,
    aside: Aside,
    written: Written,
    /// Tables around what is read; the innermost last.
    tables: Vec<Table>,
    /// Paragraphs around what is read: a text box stands in a run of another.
    open: Vec<Open>,
    /// Whether a run is read, what it looks like by itself, and whether it is hidden.
    in_run: bool,
    strong: Option<bool>,
    emphasis: Option<bool>,
    hidden: bool,
    /// Whether words are those of a run.
    says: bool,
}

impl<'a> Body<'a> {
    fn new(text: &'a str, styles: &'a Styles, aside: Aside) -> Self {
        Self {
            nodes: Nodes::new(text),
            styles,
            aside,
            written: Written::default(),
            tables: Vec::new(),
            open: Vec::new(),
            in_run: false,
            strong: None,
            emphasis: None,
            hidden: false,
            says: false,
        }
    }

    fn all(&mut self) -> Result<(), XmlFault> {
        while let Some(node) = self.nodes.next()? {
            match node {
                Node::Open(element) => self.begin(&element)?,
                Node::Text(words) if self.says => self.say(&words),
                Node::Text(_) => {}
                Node::Close(name) => self.end(&name),
            }
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element) -> Result<(), XmlFault> {
        match element.name.as_str() {
            "p" => self.open.push(Open { depth: self.tables.len(), ..Open::default() }),
            "r" => {
                self.in_run = true;
                (self.strong, self.emphasis, self.hidden) = (None, None, false);
            }
            "t" => self.says = self.in_run,
            "tab" | "ptab" if self.in_run => self.say("\t"),
            "br" | "cr" if self.in_run => self.say("\n"),
            "noBreakHyphen" if self.in_run => self.say("\u{2011}"),
            "sym" => {
                let code = element.get("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                if let Some(character) = code.and_then(char::from_u32) {
                    self.say(&character.to_string());
                }
            }
            "b" if self.in_run => self.strong = Some(is_on(element)),
            "i" if self.in_run => self.emphasis = Some(is_on(element)),
            "vanish" if self.in_run => self.hidden = is_on(element),
            "rStyle" if self.in_run => {
                let (strong, emphasis) = self.styles.face(element.get("val").unwrap_or_default());
                self.strong = self.strong.or(strong);
                self.emphasis = self.emphasis.or(emphasis);
            }
            "pStyle" => self.style(element.get("val").unwrap_or_default()),
            "outlineLvl" => {
                if let Some(open) = self.open.last_mut() {
                    open.paragraph.heading = element.get("val").and_then(outline_level);
                }
            }
            "ins" | "moveTo" if !self.in_run => self.aside.inserted += 1,
            "del" | "moveFrom" => {
                self.aside.deleted += 1;
                self.nodes.skip()?;
            }
            "pic" => self.aside.objects += 1,
            // Properties of a mark or an earlier format; fields' orders; the copy for old programs.
            "rPrChange" | "pPrChange" | "instrText" | "Fallback" | "pict" | "object" | "sectPr" => {
                self.nodes.skip()?
            }
            "rPr" if !self.in_run => self.nodes.skip()?,
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cells.clear();
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cells.push(Vec::new());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn style(&mut self, id: &str) {
        let (heading, (strong, emphasis)) = (self.styles.heading(id), self.styles.face(id));
        if let Some(open) = self.open.last_mut() {
            open.paragraph.heading = heading;
            (open.strong, open.emphasis) = (strong, emphasis);
        }
    }

    fn say(&mut self, words: &str) {
        if self.hidden {
            self.aside.hidden += 1;
            return;
        }
        let (strong, emphasis) = (self.strong, self.emphasis);
        if let Some(open) = self.open.last_mut() {
            // All of a heading is bold: that says nothing.
            let heading = open.paragraph.heading.is_some();
            let face = Face {
                strong: !heading && strong.or(open.strong).unwrap_or(false),
                emphasis: emphasis.or(open.emphasis).unwrap_or(false),
            };
            open.paragraph.runs.push((words.to_owned(), face));
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.says = false,
            "r" => self.in_run = false,
            "p" => {
                let Some(open) = self.open.pop() else { return };
                self.take([vec![open.paragraph], open.boxes].concat());
                // Words after a text box belong to the run around it.
                self.in_run = !self.open.is_empty();
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(std::mem::take(&mut table.cells));
                }
            }
            "tbl" => {
                let Some(table) = self.tables.pop() else { return };
                if self.tables.is_empty() && self.open.is_empty() {
                    put_table(&table.rows, &mut self.written, &mut self.aside);
                } else {
                    self.take(table.rows.into_iter().flatten().flatten().collect());
                }
            }
            _ => {}
        }
    }

    /// Puts paragraphs where they belong: after the one whose text box they stand in, in a cell, or in
    /// the text.
    fn take(&mut self, paragraphs: Vec<Paragraph>) {
        let depth = self.tables.len();
        if let Some(around) = self.open.last_mut().filter(|around| around.depth == depth) {
            around.boxes.extend(paragraphs);
        } else if let Some(cell) = self.tables.last_mut().and_then(|table| table.cells.last_mut()) {
            cell.extend(paragraphs);
        } else {
            for paragraph in paragraphs {
                paragraph.put(&mut self.written);
            }
        }
    }
}

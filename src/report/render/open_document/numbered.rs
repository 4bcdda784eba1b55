//! Writes what carries a number: tables and figures, with their captions and notes.

use crate::report::document::{Figure, Note, Table};
use crate::report::render::layout::caption::before_number;
use crate::report::render::layout::drawing::DrawError;
use crate::report::render::layout::look::Look;
use crate::report::render::layout::outside::{VALUES, has_values};
use crate::report::render::layout::page::Page;
use crate::report::render::layout::picture::{extent, told};
use crate::report::render::layout::width::set;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::body::Body;
use crate::report::render::open_document::picture::{self, picture};
use crate::report::render::open_document::script::KEPT;
use crate::report::render::open_document::table::Setter;
use crate::report::render::open_document::xml::said;
use crate::report::render::workbook::{label, sorted};

/// What captions count. The names are those of the format, which programs show in their own language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Table,
    Figure,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Table => "Table",
            Self::Figure => "Figure",
        }
    }
}

/// Declares what captions count.
pub(super) fn counters() -> String {
    let one = |kind: Kind| {
        let named = [("text:display-outline-level", "0"), ("text:name", kind.name())];
        element("text:sequence-decl", &named, "")
    };
    element("text:sequence-decls", &[], &format!("{}{}", one(Kind::Table), one(Kind::Figure)))
}

impl Body<'_> {
    /// Writes the line above a table or a figure. The word processor counts its number itself; where the
    /// numbers leap, the caption says so.
    fn caption(&mut self, anchor: &str, kind: Kind, label: &str, number: usize, title: &str) -> String {
        let words = match before_number(label, number) {
            Some(word) => {
                let name = kind.name();
                let last = self.counted.step(name, number);
                let formula = match number.checked_sub(last) {
                    Some(leap) => format!("ooow:{name}+{leap}"),
                    None => format!("ooow:{number}"),
                };
                let counted = [
                    ("text:ref-name", format!("ref{name}{number}")),
                    ("text:name", name.to_owned()),
                    ("text:formula", formula),
                    ("style:num-format", "1".to_owned()),
                ];
                let counted = counted.each_ref().map(|(name, value)| (*name, value.as_str()));
                let counted = element("text:sequence", &counted, &number.to_string());
                format!("{}{counted}", said(&word.replace(' ', "\u{a0}")))
            }
            None => said(label),
        };
        let between = if title.is_empty() || label.is_empty() { "" } else { " – " };
        let words = self.script.marked(anchor, &words);
        let title = self.say(&format!("{between}{title}"));
        self.script.paragraph("Caption", &format!("{words}{title}"))
    }

    fn unit(&mut self, unit: &str) -> String {
        if unit.is_empty() {
            return String::new();
        }
        let words = self.say(unit);
        self.script.paragraph("Unit", &words)
    }

    /// Writes a table with its caption and notes; a wide one has pages on their side.
    pub(super) fn table(&mut self, table: &Table, anchor: &str) -> String {
        let page = if set(table, Page::Upright.room()).fits { Page::Upright } else { Page::Sideways };
        self.script.turn(page);
        let label = if table.number == 0 {
            String::new()
        } else {
            self.words.text("report-table-label", &[("number", table.number.into())])
        };
        let mut out = String::new();
        if !table.title.is_empty() {
            out.push_str(&self.caption(anchor, Kind::Table, &label, table.number, &table.title));
            out.push_str(&self.unit(&table.unit));
        }
        out.push_str(&self.rows(table, &label, &table.title, &table.unit, page));
        out.push_str(&self.notes(&table.notes, None));
        self.script.turn(Page::Upright);
        out
    }

    fn rows(&mut self, table: &Table, label: &str, title: &str, unit: &str, page: Page) -> String {
        self.frames += usize::from(label.is_empty());
        let name = if label.is_empty() {
            format!("{}_{}", self.words.plain("word-style-table"), self.frames)
        } else {
            label.to_owned()
        };
        // The blanks and dots of names are signs of formulas for some programs.
        let name = name.replace([' ', '\u{a0}', '.'], "_");
        let has_notes = !table.notes.is_empty();
        let setter = Setter { words: self.words, name: &name, title, unit, room: page.room(), has_notes };
        setter.table(table, &mut self.script)
    }

    /// Writes Note, Lecture, Champ, Source, and where the values are.
    fn notes(&mut self, notes: &[Note], values: Option<String>) -> String {
        let mut lines = Vec::new();
        for note in sorted(notes) {
            let name = self.words.plain(label(note.kind));
            let look = Look { bold: true, colour: Some("ink"), ..Look::default() };
            let name = self.script.run(look, &name);
            lines.push(format!("{name}<text:s/>{}", self.runs(&note.text)));
        }
        lines.extend(values);
        let count = lines.len();
        let mut out = String::new();
        for (place, line) in lines.iter().enumerate() {
            let (is_first, is_last) = (place == 0, place + 1 == count);
            let mut own = Vec::new();
            if is_first {
                own.push(("fo:margin-top", "4.5pt"));
            }
            own.push(if is_last { ("fo:margin-bottom", "14pt") } else { KEPT });
            out.push_str(&self.script.own_paragraph("Notes", &own, &[], line));
        }
        out
    }

    pub(super) fn figure(&mut self, figure: &Figure) -> Result<String, DrawError> {
        let name = self.words.text("report-figure-label", &[("number", figure.number.into())]);
        let anchor = format!("fig-{}", figure.name);
        let mut out = self.caption(&anchor, Kind::Figure, &name, figure.number, &figure.title);
        out.push_str(&self.unit(&figure.unit));
        for (place, drawn) in figure.drawings.iter().enumerate() {
            if let Some(heading) = &drawn.heading {
                let words = self.say(heading);
                out.push_str(&self.script.paragraph("FigurePart", &words));
            }
            self.pictures.push(self.pen.draw(&drawn.wide, &figure.name)?);
            let (vector, raster) = files(self.pictures.len());
            let setting = picture::Setting {
                name: &if place == 0 { name.clone() } else { format!("{name} ({})", place + 1) },
                title: &name,
                told: &told(&drawn.wide, &figure.title),
                files: (&vector, &raster),
                extent: extent(&drawn.wide, figure.paper_mm),
            };
            out.push_str(&self.script.paragraph("Figure", &picture(&setting)));
        }
        let values = has_values(figure).then(|| {
            let text = self.words.text("report-figure-table", &[("number", figure.number.into())]);
            self.script.link(&format!("values-{}", figure.name), &text, Look::default())
        });
        out.push_str(&self.notes(&figure.notes, values));
        Ok(out)
    }

    /// Writes the values of every figure, one table each.
    pub(super) fn values(&mut self) -> String {
        let title = self.say(&self.words.plain("word-values"));
        let title = self.script.marked(VALUES, &title);
        let mut out = self.script.heading(2, &[], true, &title);
        let lead = self.say(&self.words.plain("word-values-lead"));
        out.push_str(&self.script.paragraph("Text_20_body", &lead));
        for figure in self.later.clone() {
            let Some(table) = &figure.table else { continue };
            let label = self.words.text("report-figure-table", &[("number", figure.number.into())]);
            let words = self.say(&label);
            let words = self.script.marked(&format!("values-{}", figure.name), &words);
            let words = format!("{words}{}", self.say(&format!(" – {}", figure.title)));
            out.push_str(&self.script.paragraph("Caption", &words));
            out.push_str(&self.unit(&figure.unit));
            out.push_str(&self.rows(table, &label, &figure.title, &figure.unit, Page::Sideways));
            out.push_str(&self.notes(&table.notes, None));
        }
        out
    }
}

/// Names the parts of a picture: the vector and the raster.
pub(super) fn files(number: usize) -> (String, String) {
    (format!("Pictures/figure{number:02}.svg"), format!("Pictures/figure{number:02}.png"))
}

//! Writes what carries a number: tables and figures, with their captions and notes.

use crate::report::document::{Figure, Note, Table};
use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::caption::before_number;
use crate::report::render::layout::drawing::DrawError;
use crate::report::render::layout::look::Look;
use crate::report::render::layout::outside::{VALUES, has_values};
use crate::report::render::layout::page::Page;
use crate::report::render::layout::picture::told;
use crate::report::render::layout::width::set;
use crate::report::render::layout::xml::element;
use crate::report::render::word::body::Body;
use crate::report::render::word::phrase;
use crate::report::render::word::picture::{self, picture};
use crate::report::render::word::table::Setter;
use crate::report::render::word::xml::{field, on, paragraph, run};
use crate::report::render::workbook::{label, sorted};

impl Body<'_> {
    /// Writes the line above a table or a figure. Word counts its number itself: `word` names what it
    /// counts, and where the numbers leap, the field says so.
    fn caption(&mut self, anchor: &str, label: &str, number: usize, title: &str) -> String {
        let words = match before_number(label, number) {
            Some(word) => {
                let kind = word.trim();
                let last = self.counted.step(kind, number);
                let leap = if last + 1 == number { String::new() } else { format!(" \\r {number}") };
                let counted = field(&format!("SEQ {kind} \\* ARABIC{leap}"), "", &number.to_string());
                let label = format!("{}{counted}", run("", &word.replace(' ', "\u{a0}")));
                self.marked(anchor, &label)
            }
            None => self.marked(anchor, &run("", label)),
        };
        let between = if title.is_empty() || label.is_empty() { "" } else { " – " };
        paragraph("Caption", "", &format!("{words}{}", run("", &format!("{between}{title}"))))
    }

    fn unit(unit: &str) -> String {
        if unit.is_empty() { String::new() } else { paragraph("Unit", "", &run("", unit)) }
    }

    /// Writes a table with its caption and notes; a wide one has pages on their side.
    pub(super) fn table(&mut self, table: &Table, anchor: &str) -> String {
        let page = if set(table, Page::Upright.room()).fits { Page::Upright } else { Page::Sideways };
        let mut out = String::new();
        if page == Page::Sideways {
            out.push_str(&self.turn(Page::Upright));
        }
        if !table.title.is_empty() {
            let label = if table.number == 0 {
                String::new()
            } else {
                self.words.text("report-table-label", &[("number", table.number.into())])
            };
            out.push_str(&self.caption(anchor, &label, table.number, &table.title));
            out.push_str(&Self::unit(&table.unit));
        }
        out.push_str(&self.rows(table, &table.title, &table.unit, page));
        out.push_str(&self.notes(&table.notes, None));
        if page == Page::Sideways {
            out.push_str(&self.turn(Page::Sideways));
        }
        out
    }

    fn rows(&mut self, table: &Table, title: &str, unit: &str, page: Page) -> String {
        let (anchors, marks) = (&self.anchors, &mut self.marks);
        let setter = Setter {
            words: self.words,
            anchors,
            title,
            unit,
            room: page.room(),
            has_notes: !table.notes.is_empty(),
        };
        setter.table(table, &mut |anchor| mark(anchors, marks, anchor, ""))
    }

    /// Writes Note, Lecture, Champ, Source, and where the values are. A table needs a paragraph after it
    /// in any case.
    fn notes(&mut self, notes: &[Note], values: Option<&str>) -> String {
        let mut lines: Vec<String> = sorted(notes)
            .into_iter()
            .map(|note| {
                let name = self.words.plain(label(note.kind));
                let name = run(&Look { bold: true, colour: Some("ink"), ..Look::default() }.xml(), &name);
                format!("{name}{}{}", run("", " "), self.runs(&note.text))
            })
            .collect();
        lines.extend(values.map(str::to_owned));
        if lines.is_empty() {
            return paragraph("TableEnd", "", "");
        }
        let last = lines.len() - 1;
        let written = lines.iter().enumerate().map(|(place, line)| {
            let keep = if place < last { on("w:keepNext") } else { String::new() };
            let before = if place == 0 { "90" } else { "20" };
            let after = if place == last { "280" } else { "20" };
            let space = element("w:spacing", &[("w:before", before), ("w:after", after)], "");
            paragraph("Notes", &format!("{keep}{space}"), line)
        });
        written.collect()
    }

    pub(super) fn figure(&mut self, figure: &Figure) -> Result<String, DrawError> {
        let name = self.words.text("report-figure-label", &[("number", figure.number.into())]);
        let mut out = self.caption(&format!("fig-{}", figure.name), &name, figure.number, &figure.title);
        out.push_str(&Self::unit(&figure.unit));
        for drawn in &figure.drawings {
            if let Some(heading) = &drawn.heading {
                out.push_str(&paragraph("FigurePart", "", &run("", heading)));
            }
            self.pictures.push(self.pen.draw(&drawn.wide, &figure.name)?);
            let number = self.pictures.len();
            let told = told(&drawn.wide, &figure.title);
            let setting = picture::Setting {
                number,
                name: &name,
                told: &told,
                raster: &format!("rRaster{number}"),
                vector: &format!("rVector{number}"),
                svg: &drawn.wide,
                paper_mm: figure.paper_mm,
            };
            out.push_str(&paragraph("Figure", "", &picture(&setting)));
        }
        let values = has_values(figure).then(|| {
            let text = self.words.text("report-figure-table", &[("number", figure.number.into())]);
            phrase::link(&format!("values-{}", figure.name), &text, Look::default(), &self.anchors)
        });
        out.push_str(&self.notes(&figure.notes, values.as_deref()));
        Ok(out)
    }

    /// Writes the values of every figure, one table each.
    pub(super) fn values(&mut self) -> String {
        let title = run("", &self.words.plain("word-values"));
        let mut out = paragraph("Heading2", "", &self.marked(VALUES, &title));
        out.push_str(&paragraph("BodyText", "", &run("", &self.words.plain("word-values-lead"))));
        for figure in self.later.clone() {
            let Some(table) = &figure.table else { continue };
            let label = self.words.text("report-figure-table", &[("number", figure.number.into())]);
            let label = run("", &label);
            let label = self.marked(&format!("values-{}", figure.name), &label);
            let words = format!("{label}{}", run("", &format!(" – {}", figure.title)));
            out.push_str(&paragraph("Caption", "", &words));
            out.push_str(&Self::unit(&figure.unit));
            out.push_str(&self.rows(table, &figure.title, &figure.unit, Page::Sideways));
            out.push_str(&self.notes(&table.notes, None));
        }
        out
    }
}

/// Marks the place of an anchor around runs.
pub(super) fn mark(anchors: &Anchors, marks: &mut usize, anchor: &str, runs: &str) -> String {
    let Some(name) = anchors.name(anchor) else { return runs.to_owned() };
    *marks += 1;
    let id = marks.to_string();
    format!(
        "{}{runs}{}",
        element("w:bookmarkStart", &[("w:id", &id), ("w:name", name)], ""),
        element("w:bookmarkEnd", &[("w:id", &id)], "")
    )
}

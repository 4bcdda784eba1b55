//! Dots with their intervals, row by row: how high, how sure?

use super::axis::{Axis, Guide, Right};
use super::legend::{Glyph, flow};
use super::scale::{Linear, to_f64};
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// How a dot is drawn; shape carries the meaning, not colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Full disc.
    Disc,
    /// Disc with the page inside.
    Hollow,
    /// Full square.
    Square,
}

/// A value with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// How it is drawn.
    pub mark: Mark,
    /// The value; `None` draws nothing and leaves the texts.
    pub at: Option<f64>,
    /// Lower and upper bound.
    pub interval: Option<(f64, f64)>,
    /// Texts of the right columns.
    pub values: Vec<String>,
}

/// A row with one or more dots, each on its line.
#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    /// Label.
    pub label: String,
    /// Second, smaller line (the base); empty for none. Rows with one are written in bold.
    pub base: String,
    /// Dots, top to bottom.
    pub dots: Vec<Dot>,
    /// Where a click on the label leads.
    pub link: Option<String>,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct DotGroup {
    /// Heading; without one, a full rule separates the group from the one above (« Ensemble »).
    pub name: String,
    /// Rows, top to bottom.
    pub rows: Vec<DotRow>,
}

/// A kind of dot, named at the head.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesKey {
    /// How it is drawn.
    pub mark: Mark,
    /// Its name.
    pub name: String,
}

/// A dot chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dots {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis.
    pub axis: Axis,
    /// Groups of rows.
    pub groups: Vec<DotGroup>,
    /// Dashed vertical lines with their label above.
    pub guides: Vec<Guide>,
    /// Heads of the right columns.
    pub columns: Vec<String>,
    /// Key of the marks; empty for none.
    pub series: Vec<SeriesKey>,
}

impl Chart for Dots {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let sheet = self.lay(width);
        let top = self.draw_head(&mut drawing, &sheet);
        let mut inside = Drawing::new();
        let bottom = self.draw_groups(&mut inside, &sheet, top);
        if self.guides.is_empty() {
            for tick in self.axis.visible() {
                let x = sheet.x.at(tick.at);
                drawing.line(x, top - 4.0, x, bottom, "p-grid");
            }
        }
        for guide in &self.guides {
            let x = sheet.x.held(guide.at);
            drawing.line(x, top - 6.0, x, bottom, "p-mean");
        }
        drawing.append(&inside);
        let height = self.axis.draw_below(&mut drawing, &sheet.x, sheet.left, sheet.end, bottom, width);
        drawing.finish(&self.alternative, width, height)
    }
}

/// Where things stand in one drawing.
struct Sheet {
    width: Width,
    x: Linear,
    left: f64,
    end: f64,
    columns: Right,
}

impl Dots {
    fn rows(&self) -> impl Iterator<Item = &DotRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    fn lay(&self, width: Width) -> Sheet {
        let texts = self.rows().flat_map(|row| &row.dots).map(|dot| dot.values.as_slice());
        let columns = Right::lay(&self.columns, texts, width);
        let label = self
            .rows()
            .map(|row| {
                let font = if row.base.is_empty() { Font::SMALL } else { Font::BOLD };
                font.width(&row.label).max(Font::TINY.width(&row.base)) + 8.0
            })
            .fold(0.0, f64::max);
        let left = width.pick(label.clamp(120.0, 250.0) + 22.0, 13.0);
        let end = columns.left - 18.0;
        Sheet { width, x: self.axis.scale(left, end), left, end, columns }
    }

    /// Draws the key, the names of the guides and the heads of the columns; gives the top of the rows.
    fn draw_head(&self, drawing: &mut Drawing, sheet: &Sheet) -> f64 {
        let keys: Vec<_> = self
            .series
            .iter()
            .map(|series| {
                let glyph = match series.mark {
                    Mark::Disc => Glyph::Disc,
                    Mark::Hollow => Glyph::Hollow,
                    Mark::Square => Glyph::Square,
                };
                (glyph, &*series.name)
            })
            .collect();
        let key_left = sheet.width.pick(sheet.left, 0.0);
        let key_right = sheet.width.pick(sheet.end.max(sheet.left + 60.0), sheet.width.px());
        let mut y = if keys.is_empty() { 0.0 } else { flow(drawing, &keys, key_left, key_right, 9.0) - 5.0 };
        let named: Vec<_> = self.guides.iter().filter(|guide| !guide.label.is_empty()).collect();
        // Two names that would touch stand on two lines.
        let mut ends = [f64::NEG_INFINITY; 3];
        let mut placed = Vec::new();
        for guide in named {
            let (x, half) = (sheet.x.held(guide.at), Font::TINY.width(&guide.label) / 2.0);
            let line = ends.iter().position(|end| x - half > *end + 6.0).unwrap_or(2);
            ends[line] = x + half;
            placed.push((line, x, guide));
        }
        let lines = placed.iter().map(|(line, ..)| line + 1).max().unwrap_or(0);
        let heads = self.columns.iter().any(|head| !head.is_empty());
        y += 13.0 * to_f64(lines.max(usize::from(heads)));
        for (line, x, guide) in placed {
            let y = y - 1.0 - 13.0 * to_f64(line);
            drawing.text(x, y, Anchor::Middle, "p-xs p-mute", &guide.label);
        }
        sheet
            .columns
            .draw_heads(drawing, if self.columns.iter().all(String::is_empty) { y } else { y - 1.0 });
        y + 12.0
    }

    fn draw_groups(&self, drawing: &mut Drawing, sheet: &Sheet, top: f64) -> f64 {
        let mut y = top;
        for (index, group) in self.groups.iter().enumerate() {
            if !group.name.is_empty() {
                let name = Font::BOLD.fit(&group.name, sheet.width.px());
                drawing.text(0.0, y + 10.0, Anchor::Start, "p-b p-halo", &name);
                drawing.line(0.0, y + 15.5, sheet.width.px(), y + 15.5, "p-grid");
                y += 18.0;
            } else if index > 0 {
                drawing.line(0.0, y - 1.0, sheet.width.px(), y - 1.0, "p-ax");
                y += 5.0;
            }
            for row in &group.rows {
                y = draw_row(drawing, sheet, row, y, if group.name.is_empty() { 0.0 } else { 8.0 });
            }
            y += 6.0;
        }
        y
    }
}

/// Draws a row, its label at the left or, on a telephone, above; gives the top of the next one.
fn draw_row(drawing: &mut Drawing, sheet: &Sheet, row: &DotRow, top: f64, indent: f64) -> f64 {
    let phone = sheet.width == Width::Phone;
    let indent = if phone { 0.0 } else { indent };
    let (font, class) = if row.base.is_empty() { (Font::SMALL, "p-sm") } else { (Font::BOLD, "p-b") };
    let room = if phone { sheet.width.px() } else { sheet.left - indent - 10.0 };
    let label = font.fit(&row.label, room);
    let cut = label != row.label;
    drawing.link(row.link.as_deref(), |inner| {
        inner.open("", cut.then_some(&*row.label));
        inner.text(indent, top + 13.0, Anchor::Start, &format!("{class} p-halo"), &label);
        inner.close();
    });
    let mut y = top;
    if phone {
        let after = font.width(&label) + 8.0;
        drawing.text(
            after,
            top + 13.0,
            Anchor::Start,
            "p-xs p-mute p-halo",
            &Font::TINY.fit(&row.base, room - after),
        );
        y += 16.0;
    } else {
        drawing.text(indent, top + 28.0, Anchor::Start, "p-xs p-mute", &row.base);
    }
    for dot in &row.dots {
        draw_dot(drawing, sheet, dot, y + 8.5);
        sheet.columns.draw(drawing, &dot.values, y + 13.0);
        y += if row.dots.len() > 1 { 17.0 } else { 18.0 };
    }
    let least = if phone || row.base.is_empty() { top + 18.0 } else { top + 34.0 };
    y = y.max(least);
    if row.dots.len() > 1 || !row.base.is_empty() { y + 9.0 } else { y }
}

fn draw_dot(drawing: &mut Drawing, sheet: &Sheet, dot: &Dot, y: f64) {
    if let Some((low, high)) = dot.interval {
        drawing.line(sheet.x.held(low), y, sheet.x.held(high), y, "p-ci");
    }
    let Some(at) = dot.at else { return };
    let x = sheet.x.held(at);
    match dot.mark {
        Mark::Disc => drawing.circle(x, y, 4.3, "p-dot"),
        Mark::Hollow => drawing.circle(x, y, 4.3, "p-hollow"),
        Mark::Square => drawing.rect(x - 4.7, y - 4.7, 9.4, 9.4, "p-dot"),
    }
}

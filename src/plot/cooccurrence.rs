//! The lower triangle of things met together: which come together, and more than by chance?

use super::legend::{Glyph, flow};
use super::scale::to_f64;
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// A thing of the diagonal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixItem {
    /// Its name.
    pub label: String,
    /// Its own count, written before the name.
    pub count: String,
    /// Rank of its group; a rule separates groups.
    pub group: usize,
    /// Where a click on the name leads.
    pub link: Option<String>,
}

/// Two things and what they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Index of one.
    pub first: usize,
    /// Index of the other.
    pub second: usize,
    /// What they share: the area of the square.
    pub shared: f64,
    /// Number written in the square when it reaches [`Cooccurrence::figures_from`].
    pub text: String,
    /// More often than by chance: dark.
    pub above: bool,
    /// Sentence shown when the pointer rests on the square.
    pub hint: Option<String>,
    /// Where a click leads.
    pub link: Option<String>,
}

/// A triangle of squares; drawn wide only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cooccurrence {
    /// Text alternative.
    pub alternative: Alternative,
    /// The things, by group.
    pub items: Vec<MatrixItem>,
    /// Pairs to draw (those under the least number worth showing are left out by the caller).
    pub pairs: Vec<Pair>,
    /// Numbers are written from this value on.
    pub figures_from: f64,
    /// Key of the dark square.
    pub above_key: String,
    /// Key of the pale square.
    pub other_key: String,
    /// Count shown as specimen in the key and its sentence, « devant le nom : … ».
    pub count_key: (String, String),
    /// How to read a cell.
    pub reading: String,
}

impl Chart for Cooccurrence {
    fn render(&self, _: Width) -> String {
        let sheet = self.lay();
        let mut drawing = Drawing::new();
        self.draw_grid(&mut drawing, &sheet);
        self.draw_pairs(&mut drawing, &sheet);
        self.draw_names(&mut drawing, &sheet);
        let bottom = sheet.cell * to_f64(self.items.len()) + 4.0;
        let height = self.draw_keys(&mut drawing, &sheet, bottom);
        drawing.finish_grid(&self.alternative, sheet.right, height)
    }

    fn narrows(&self) -> bool {
        false
    }
}

/// Sizes of one drawing.
struct Sheet {
    cell: f64,
    /// Room of the counts before the names.
    count: f64,
    right: f64,
}

impl Cooccurrence {
    /// Cells are as large as the longest line (its cells and its name) allows, from 15 to 22 px.
    fn lay(&self) -> Sheet {
        let count = self.items.iter().map(|item| Font::TINY.width(&item.count)).fold(0.0, f64::max) + 14.0;
        let name = |item: &MatrixItem| count + Font::SMALL.width(&item.label) + 2.0;
        let cell = self
            .items
            .iter()
            .enumerate()
            .skip(1)
            .map(|(index, item)| (Width::Wide.px() - name(item)) / to_f64(index))
            .fold(22.0, f64::min)
            .max(15.0);
        let right = self
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| cell * to_f64(index) + name(item))
            .fold(Width::Wide.px(), f64::max);
        Sheet { cell, count, right }
    }

    fn draw_grid(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let cell = sheet.cell;
        let count = self.items.len();
        for row in 1..count {
            let y = cell * to_f64(row);
            drawing.line(0.5, y, cell * to_f64(row), y, "p-grid");
        }
        if count > 1 {
            let y = cell * to_f64(count);
            drawing.line(0.5, y, cell * to_f64(count - 1), y, "p-grid");
            drawing.line(0.5, cell, 0.5, y, "p-grid");
        }
        for column in 1..count {
            let x = cell * to_f64(column);
            drawing.line(x, x, x, cell * to_f64(count), "p-grid");
        }
        for (row, pair) in self.items.windows(2).enumerate() {
            if pair[0].group != pair[1].group {
                let at = cell * to_f64(row + 1);
                drawing.line(0.5, at, at, at, "p-cut-group");
                drawing.line(at, at, at, cell * to_f64(count), "p-cut-group");
            }
        }
    }

    fn draw_pairs(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let count = self.items.len();
        let most = self.pairs.iter().map(|pair| pair.shared).fold(0.0, f64::max);
        for pair in &self.pairs {
            let (row, column) = (pair.first.max(pair.second), pair.first.min(pair.second));
            if row >= count || row == column || pair.shared <= 0.0 || most <= 0.0 {
                continue;
            }
            let (x, y) = (sheet.cell * (to_f64(column) + 0.5), sheet.cell * (to_f64(row) + 0.5));
            let side = (sheet.cell - 3.0) * (pair.shared / most).sqrt();
            let (square, letters) = if pair.above { ("p-sqd", "p-xs p-ht3") } else { ("p-sq", "p-xs p-ht1") };
            drawing.link(pair.link.as_deref(), |inner| {
                inner.open("", pair.hint.as_deref());
                inner.rect(x - side / 2.0, y - side / 2.0, side, side, square);
                // A pale number on a dark square smaller than itself could not be read.
                let legible = !pair.above || side >= Font::TINY.width(&pair.text);
                if pair.shared >= self.figures_from && legible {
                    inner.text(x, y + 4.0, Anchor::Middle, letters, &pair.text);
                }
                inner.close();
            });
        }
    }

    fn draw_names(&self, drawing: &mut Drawing, sheet: &Sheet) {
        for (index, item) in self.items.iter().enumerate() {
            let (x, y) = (sheet.cell * to_f64(index), sheet.cell * (to_f64(index) + 0.5) + 4.5);
            drawing.text(x + sheet.count - 5.0, y, Anchor::End, "p-xs p-mute", &item.count);
            drawing.link(item.link.as_deref(), |inner| {
                inner.text(x + sheet.count, y, Anchor::Start, "p-sm", &item.label);
            });
        }
    }

    /// Puts the key in the empty half when it is free, under the triangle otherwise.
    fn draw_keys(&self, drawing: &mut Drawing, sheet: &Sheet, bottom: f64) -> f64 {
        const LINE: f64 = 21.0;
        let squares = [("p-sqd", &self.above_key), ("p-sq", &self.other_key)];
        let texts = [&self.above_key, &self.other_key, &self.count_key.1, &self.reading];
        let lines = texts.iter().filter(|text| !text.is_empty()).count();
        let indent = Font::TINY.width(&self.count_key.0).max(14.0) + 6.0;
        let need = texts.iter().map(|text| Font::TINY.width(text)).fold(0.0, f64::max) + indent;
        let beside = self
            .items
            .iter()
            .enumerate()
            .take_while(|(index, _)| sheet.cell * to_f64(*index) < LINE * to_f64(lines) + 4.0)
            .map(|(index, item)| sheet.cell * to_f64(index) + sheet.count + Font::SMALL.width(&item.label))
            .fold(0.0, f64::max)
            + 24.0;
        if beside + need > sheet.right || bottom < LINE * to_f64(lines) {
            let keys = squares.map(|(class, name)| (Glyph::Swatch(class), &**name));
            let y = flow(drawing, &keys, 0.0, sheet.right, bottom + 14.0);
            let count = [&*self.count_key.0, &*self.count_key.1].join(" ");
            return super::legend::lines(
                drawing,
                &[count.trim().to_owned(), self.reading.clone()],
                0.0,
                Width::Wide.px(),
                y + 4.0,
            ) - 6.0;
        }
        let left = sheet.right - need.max(300.0).min(sheet.right - beside);
        let mut y = 11.0;
        for (class, name) in squares.iter().filter(|(_, name)| !name.is_empty()) {
            drawing.rect(left, y - 7.0, 14.0, 14.0, class);
            drawing.text(left + indent, y + 4.0, Anchor::Start, "p-xs p-mute", name);
            y += LINE;
        }
        if !self.count_key.1.is_empty() {
            drawing.text(left, y + 4.0, Anchor::Start, "p-xs p-mute", &self.count_key.0);
            drawing.text(left + indent, y + 4.0, Anchor::Start, "p-xs p-mute", &self.count_key.1);
            y += LINE;
        }
        drawing.text(left, y + 4.0, Anchor::Start, "p-xs p-mute", &self.reading);
        bottom
    }
}

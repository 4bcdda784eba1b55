//! Arcs beside one list: what are the few strong ties?

use super::label::{Area, Placer};
use super::scale::to_f64;
use super::svg::{Alternative, Anchor, Chart, Drawing, Width, number};
use super::text::Font;

/// A thing of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ArcItem {
    /// Its name.
    pub label: String,
    /// Its own count: the area of its dot.
    pub weight: f64,
    /// Rank of its group; a rule separates groups.
    pub group: usize,
}

/// A tie between two things.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Index of one.
    pub first: usize,
    /// Index of the other.
    pub second: usize,
    /// What they share: the width of the arc.
    pub shared: f64,
    /// « 13 (9) ».
    pub label: String,
}

/// An arc network; drawn wide only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Arcs {
    /// Text alternative.
    pub alternative: Alternative,
    /// The list, top to bottom.
    pub items: Vec<ArcItem>,
    /// The ties.
    pub ties: Vec<Tie>,
    /// Printed when there is no tie, « aucune paire au-dessus du hasard ».
    pub none: String,
    /// What the label of an arc says.
    pub key: String,
}

impl Chart for Arcs {
    fn render(&self, _: Width) -> String {
        let right = Width::Wide.px();
        let mut drawing = Drawing::new();
        if self.ties.is_empty() {
            let lines = Font::NORMAL.wrap(&self.none, right);
            for (index, line) in lines.iter().enumerate() {
                drawing.text(0.0, 16.0 + 18.0 * to_f64(index), Anchor::Start, "p-mute", line);
            }
            return drawing.finish_grid(&self.alternative, right, 8.0 + 18.0 * to_f64(lines.len().max(1)));
        }
        let longest = self.items.iter().map(|item| Font::SMALL.width(&item.label)).fold(0.0, f64::max);
        let label = longest.min(260.0) + 4.0;
        self.draw_list(&mut drawing, label);
        self.draw_ties(&mut drawing, label + 19.0, right);
        let mut y = ROW * to_f64(self.items.len()) + 10.0;
        if !self.key.is_empty() {
            drawing.text(right, y + 12.0, Anchor::End, "p-xs p-mute", &Font::TINY.fit(&self.key, right));
            y += 18.0;
        }
        drawing.finish_grid(&self.alternative, right, y)
    }

    fn narrows(&self) -> bool {
        false
    }
}

/// Height of a line of the list.
const ROW: f64 = 21.0;
/// Top of the list.
const TOP: f64 = 4.0;

fn row_middle(index: usize) -> f64 {
    TOP + ROW * (to_f64(index) + 0.5)
}

impl Arcs {
    fn draw_list(&self, drawing: &mut Drawing, label: f64) {
        let heaviest = self.items.iter().map(|item| item.weight).fold(0.0, f64::max);
        for (index, item) in self.items.iter().enumerate() {
            let y = row_middle(index);
            let text = Font::SMALL.fit(&item.label, label);
            let cut = text != item.label;
            drawing.open("", cut.then_some(&*item.label));
            drawing.text(label, y + 4.5, Anchor::End, "p-sm", &text);
            drawing.close();
            let share = if heaviest > 0.0 { (item.weight / heaviest).max(0.0) } else { 0.0 };
            drawing.circle(label + 12.0, y, (5.6 * share.sqrt()).max(2.2), "p-dot");
        }
        for (index, pair) in self.items.windows(2).enumerate() {
            if pair[0].group != pair[1].group {
                let y = TOP + ROW * to_f64(index + 1);
                drawing.line(0.0, y, label + 19.0, y, "p-grid");
            }
        }
    }

    /// Draws the wide arcs first, so that no short one is hidden, then the labels where they are free.
    fn draw_ties(&self, drawing: &mut Drawing, x: f64, end: f64) {
        let count = self.items.len();
        let mut ties: Vec<(&Tie, usize, usize)> = self
            .ties
            .iter()
            .map(|tie| (tie, tie.first.min(tie.second), tie.first.max(tie.second)))
            .filter(|(_, top, bottom)| top < bottom && *bottom < count)
            .collect();
        ties.sort_by_key(|(_, top, bottom)| (std::cmp::Reverse(bottom - top), *top));
        let most = ties.iter().map(|(tie, ..)| tie.shared).fold(0.0, f64::max);
        let span = ties.iter().map(|(_, top, bottom)| to_f64(bottom - top)).fold(1.0, f64::max);
        let label = ties.iter().map(|(tie, ..)| Font::SMALL.width(&tie.label)).fold(0.0, f64::max);
        let room = end - x - label - 14.0;
        // Long arcs grow less than in proportion: short ones keep room for their label.
        let reach = |rows: usize| {
            let share = to_f64(rows) / span;
            (room * share.powf(0.9)).max(room.min(46.0))
        };
        let mut placer =
            Placer::new(Area { left: x, top: 0.0, right: end, bottom: TOP + ROW * to_f64(count) + 6.0 });
        for (tie, top, bottom) in &ties {
            let (y1, y2, rx) = (row_middle(*top), row_middle(*bottom), reach(bottom - top));
            let stroke = if most > 0.0 { 1.2 + 4.8 * tie.shared.max(0.0) / most } else { 1.2 };
            let path = format!(
                "M{0},{1} A{2},{3} 0 0 1 {0},{4}",
                number(x),
                number(y1),
                number(rx),
                number((y2 - y1) / 2.0),
                number(y2)
            );
            drawing.stroke(&path, stroke, "p-arc");
            let curve = outline(x, y1, y2, rx);
            for pair in curve.windows(2) {
                placer.line(pair[0], pair[1], 2.0);
            }
        }
        for (tie, top, bottom) in &ties {
            let middle = f64::midpoint(row_middle(*top), row_middle(*bottom));
            let (apex, width) = (x + reach(bottom - top), Font::SMALL.width(&tie.label));
            let spots = [0.0, -9.0, 9.0, -18.0, 18.0, -27.0, 27.0].into_iter().flat_map(|shift| {
                [apex + 6.0, apex - 7.0 - width].map(|left| Area {
                    left,
                    top: middle + shift - 7.5,
                    right: left + width,
                    bottom: middle + shift + 7.5,
                })
            });
            if let Some(area) = placer.choose(spots) {
                drawing.text(area.left, area.top + 12.0, Anchor::Start, "p-sm p-halo", &tie.label);
            }
        }
    }
}

/// Points of a half ellipse, close enough for labels to keep clear of it.
fn outline(x: f64, y1: f64, y2: f64, rx: f64) -> Vec<(f64, f64)> {
    (0..=16_u32)
        .map(|step| {
            let angle = std::f64::consts::PI * (f64::from(step) / 16.0 - 0.5);
            (x + rx * angle.cos(), f64::midpoint(y1, y2) + (y2 - y1) / 2.0 * angle.sin())
        })
        .collect()
}

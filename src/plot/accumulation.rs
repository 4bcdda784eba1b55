//! New things in the order they came: do new interviews bring new codes?

use super::axis::{Axis, Guide};
use super::label::{Area, Placer};
use super::scale::{Band, Linear, to_f64};
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// What all orders give at a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// Mean.
    pub mean: f64,
    /// Lower edge of the band.
    pub low: f64,
    /// Upper edge of the band.
    pub high: f64,
}

/// A step of the real order.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Name under the axis, « E01 ».
    pub label: String,
    /// The same, short, for a telephone, « 01 ».
    pub short_label: String,
    /// Things met so far: the dot.
    pub total: f64,
    /// New things: the bar.
    pub new: f64,
    /// Number over the bar, « +2 ».
    pub new_text: String,
    /// All orders at this step.
    pub expected: Option<Expected>,
}

/// An accumulation curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Accumulation {
    /// Text alternative.
    pub alternative: Alternative,
    /// Vertical axis, its title above.
    pub y: Axis,
    /// Title under the steps.
    pub x_title: String,
    /// Steps, left to right.
    pub steps: Vec<Step>,
    /// Line of all that could be met, « les 29 codes du livre ».
    pub ceiling: Option<Guide>,
    /// Label of the line and its band.
    pub expected_label: String,
    /// Label of the bars.
    pub new_label: String,
}

impl Chart for Accumulation {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let ticks = self.y.visible().map(|tick| Font::SMALL.width(&tick.label)).fold(10.0, f64::max);
        let (left, right) = (ticks + 14.0, width.px() - 2.0);
        let (top, bottom) = (if self.y.title.is_empty() { 22.0 } else { 44.0 }, 214.0);
        let sheet = Sheet {
            x: Band::new(self.steps.len(), left + 6.0, right - 4.0),
            y: self.y.scale(bottom, top),
            left,
            right,
            bottom,
        };
        drawing.text(0.0, 13.0, Anchor::Start, "p-sm p-mute", &Font::SMALL.fit(&self.y.title, width.px()));
        for tick in self.y.visible() {
            let y = sheet.y.at(tick.at);
            drawing.line(left, y, right, y, "p-grid");
            drawing.text(left - 7.0, y + 4.5, Anchor::End, "p-sm", &tick.label);
        }
        if let Some(ceiling) = &self.ceiling {
            let y = sheet.y.held(ceiling.at);
            drawing.line(left, y, right, y, "p-rule");
        }
        self.draw_expected(&mut drawing, &sheet);
        self.draw_steps(&mut drawing, &sheet);
        self.draw_labels(&mut drawing, &sheet);
        let mut height = bottom + 22.0;
        if !self.x_title.is_empty() {
            height += 18.0;
            let title = Font::SMALL.fit(&self.x_title, width.px() - 20.0);
            drawing.text(right, height - 4.0, Anchor::End, "p-sm p-mute", &format!("{title} →"));
        }
        drawing.finish(&self.alternative, width, height)
    }
}

/// Where things stand in one drawing.
struct Sheet {
    x: Band,
    y: Linear,
    left: f64,
    right: f64,
    bottom: f64,
}

impl Accumulation {
    /// Gives the points of what is expected, step by step: mean, low, high.
    fn expected(&self, sheet: &Sheet) -> Vec<(f64, [f64; 3])> {
        let points = self.steps.iter().enumerate().filter_map(|(index, step)| Some((index, step.expected?)));
        points
            .map(|(index, all)| {
                (sheet.x.middle(index), [all.mean, all.low, all.high].map(|at| sheet.y.held(at)))
            })
            .collect()
    }

    fn draw_expected(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let points = self.expected(sheet);
        let upper = points.iter().map(|(x, [_, _, high])| (*x, *high));
        let lower = points.iter().rev().map(|(x, [_, low, _])| (*x, *low));
        drawing.polygon(&upper.chain(lower).collect::<Vec<_>>(), "p-band");
        let line: Vec<_> = points.iter().map(|(x, [mean, ..])| (*x, *mean)).collect();
        drawing.polyline(&line, "p-line");
    }

    fn draw_steps(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let bar = (sheet.x.step() * 0.3).clamp(2.0, 11.0);
        let room = sheet.x.step() - 4.0;
        let whole = self.steps.iter().all(|step| Font::SMALL.width(&step.label) <= room);
        let labels: Vec<&String> =
            self.steps.iter().map(|step| if whole { &step.label } else { &step.short_label }).collect();
        let every = thinning(labels.iter().map(|label| label.as_str()), Font::SMALL, room);
        let counts = thinning(self.steps.iter().map(|step| step.new_text.as_str()), Font::TINY, room);
        for (index, step) in self.steps.iter().enumerate() {
            let (x, y) = (sheet.x.middle(index), sheet.y.held(step.new));
            drawing.rect(x - bar / 2.0, y, bar, sheet.bottom - y, "p-hist");
            if counts == 1 || step.new > 0.0 {
                // A bar that reaches far up keeps its number beside it, away from the curve.
                let tall = sheet.bottom - y > 60.0;
                let (text_x, text_y, anchor) = if tall {
                    (x + bar / 2.0 + 4.0, f64::midpoint(y, sheet.bottom) + 4.0, Anchor::Start)
                } else {
                    (x, y - 4.0, Anchor::Middle)
                };
                drawing.text(text_x, text_y, anchor, "p-xs p-mute p-halo", &step.new_text);
            }
            if index % every == 0 {
                drawing.text(x, sheet.bottom + 16.0, Anchor::Middle, "p-sm", labels[index]);
            }
        }
        for (index, step) in self.steps.iter().enumerate() {
            drawing.circle(sheet.x.middle(index), sheet.y.held(step.total), 3.6, "p-dot");
        }
    }

    /// Names the ceiling, the band and the bars where they are free.
    fn draw_labels(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let frame = Area { left: sheet.left, top: 0.0, right: sheet.right, bottom: sheet.bottom };
        let mut placer = Placer::new(frame);
        for (index, step) in self.steps.iter().enumerate() {
            let (x, y) = (sheet.x.middle(index), sheet.y.held(step.new));
            placer.mark(Area::around(x, sheet.y.held(step.total), 5.0));
            placer.mark(Area { left: x - 8.0, top: y - 17.0, right: x + 8.0, bottom: sheet.bottom });
            if sheet.bottom - y > 60.0 {
                let middle = f64::midpoint(y, sheet.bottom);
                placer.keep(Area { left: x, top: middle - 9.0, right: x + 34.0, bottom: middle + 9.0 });
            }
        }
        let points = self.expected(sheet);
        for pair in points.windows(2) {
            for line in 0..3 {
                placer.line((pair[0].0, pair[0].1[line]), (pair[1].0, pair[1].1[line]), 3.0);
            }
        }
        for tick in self.y.visible() {
            let y = sheet.y.at(tick.at);
            placer.line((sheet.left, y), (sheet.right, y), 0.3);
        }
        if let Some(ceiling) = &self.ceiling {
            let y = sheet.y.held(ceiling.at);
            let width = Font::TINY.width(&ceiling.label);
            let area = Area { left: sheet.right - width, top: y - 18.0, right: sheet.right, bottom: y - 5.0 };
            placer.keep(area);
            drawing.text(sheet.right, y - 8.0, Anchor::End, "p-xs p-mute p-halo", &ceiling.label);
        }
        let below = points.last().map_or(sheet.bottom, |(_, [_, low, _])| *low);
        for (label, from, step) in
            [(&self.expected_label, below + 14.0, 9.0), (&self.new_label, sheet.bottom - 38.0, -9.0)]
        {
            if label.is_empty() {
                continue;
            }
            let label = Font::TINY.fit(label, sheet.right - sheet.left - 24.0);
            let width = Font::TINY.width(&label);
            let spots = (0..10_u32).flat_map(|row| {
                let top = from + step * f64::from(row);
                (0..8_u32).map(move |column| {
                    let left = sheet.left + 70.0 + (sheet.right - sheet.left) * f64::from(column) / 8.0;
                    // A long label in a narrow drawing still ends inside it.
                    let left = left.min(sheet.right - width - 2.0).max(sheet.left);
                    Area { left, top, right: left + width, bottom: top + 13.0 }
                })
            });
            if let Some(area) = placer.choose(spots) {
                drawing.text(area.left, area.top + 10.0, Anchor::Start, "p-xs p-mute p-halo", &label);
            }
        }
    }
}

/// Tells that one text in how many can be written in a band of this room.
fn thinning<'a>(texts: impl Iterator<Item = &'a str>, font: Font, room: f64) -> usize {
    let widest = texts.map(|text| font.width(text)).fold(0.0, f64::max);
    (1..100).find(|count| widest <= room * to_f64(*count)).unwrap_or(100)
}

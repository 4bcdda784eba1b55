//! Small multiples, one column a scale and one lane a class: do the few agree with the many?

use super::axis::{Axis, Guide};
use super::legend::lines;
use super::palette::Class;
use super::scale::{Linear, to_f64};
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Name.
    pub name: String,
    /// Base, under the name.
    pub base: String,
    /// Horizontal axis; its title is not drawn.
    pub axis: Axis,
    /// Heights of the histogram, over equal bins of the axis.
    pub bins: Vec<f64>,
    /// Bins whose height is not shown: drawn without their fill.
    pub hidden: Vec<bool>,
    /// Dotted line through all lanes.
    pub median: Option<Guide>,
}

/// A person in a lane.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneMark {
    /// Value.
    pub at: f64,
    /// Number inside the mark.
    pub text: String,
}

/// Quartiles of the many, near the class of the lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// First quartile.
    pub low: f64,
    /// Median.
    pub median: f64,
    /// Third quartile.
    pub high: f64,
}

/// A lane in one column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LaneCell {
    /// Numbered marks, stacked when they would touch.
    pub marks: Vec<LaneMark>,
    /// Thin bar.
    pub quartiles: Option<Quartiles>,
}

/// A lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Class.
    pub class: Class,
    /// Name beside the shape.
    pub name: String,
    /// Small lines under the name (persons, respondents).
    pub base: Vec<String>,
    /// One cell a panel.
    pub cells: Vec<LaneCell>,
}

/// A joint display; drawn wide only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lanes {
    /// Text alternative.
    pub alternative: Alternative,
    /// Columns.
    pub panels: Vec<Panel>,
    /// Name and small line of the histogram row.
    pub everyone: (String, String),
    /// Lanes, top to bottom.
    pub lanes: Vec<Lane>,
    /// Lines under the drawing.
    pub key: Vec<String>,
}

impl Chart for Lanes {
    fn render(&self, _: Width) -> String {
        let sheet = self.lay();
        let mut drawing = Drawing::new();
        let tops = self.lane_tops(&sheet);
        let bottom = tops.last().copied().unwrap_or(LANES);
        self.draw_heads(&mut drawing, &sheet);
        for (panel, x) in self.panels.iter().zip(&sheet.scales) {
            if let Some(median) = &panel.median {
                let at = x.held(median.at);
                drawing.line(at, 44.0, at, bottom, "p-med");
                drawing.text(at - 4.0, 51.0, Anchor::End, "p-xs p-mute p-halo", &median.label);
            }
        }
        for (lane, pair) in self.lanes.iter().zip(tops.windows(2)) {
            self.draw_lane(&mut drawing, &sheet, lane, pair[0], pair[1]);
        }
        for (panel, x) in self.panels.iter().zip(&sheet.scales) {
            for tick in panel.axis.visible() {
                drawing.text(x.at(tick.at), bottom + 16.0, Anchor::Middle, "p-sm", &tick.label);
            }
        }
        let height = lines(&mut drawing, &self.key, sheet.label, Width::Wide.px(), bottom + 40.0) - 8.0;
        drawing.finish_grid(&self.alternative, sheet.right, height)
    }

    fn narrows(&self) -> bool {
        false
    }
}

/// Top of the first lane.
const LANES: f64 = 112.0;
/// Half side of a numbered mark.
const HALF: f64 = 6.6;
/// Room between two stacked marks.
const STACK: f64 = 14.2;

/// Where the columns stand.
struct Sheet {
    /// Room of the labels.
    label: f64,
    lefts: Vec<f64>,
    panel: f64,
    scales: Vec<Linear>,
    right: f64,
}

impl Lanes {
    fn lay(&self) -> Sheet {
        let names = self.lanes.iter().map(|lane| {
            let bases = lane.base.iter().map(|base| Font::TINY.width(base)).fold(0.0, f64::max);
            bases.max(20.0 + Font::BOLD.width(&lane.name))
        });
        let everyone = Font::BOLD.width(&self.everyone.0).max(Font::TINY.width(&self.everyone.1));
        let label = names.fold(everyone, f64::max).clamp(70.0, 170.0) + 10.0;
        let count = to_f64(self.panels.len().max(1));
        let panel = ((Width::Wide.px() - label) / count).max(112.0);
        let lefts: Vec<f64> = (0..self.panels.len()).map(|index| label + panel * to_f64(index)).collect();
        let scales = self
            .panels
            .iter()
            .zip(&lefts)
            .map(|(axis, left)| axis.axis.scale(left + 12.0, left + panel - 14.0))
            .collect();
        Sheet { label, right: (label + panel * count).max(Width::Wide.px()), lefts, panel, scales }
    }

    /// Gives the top of each lane and the bottom of the last: a lane is as high as its highest stack.
    fn lane_tops(&self, sheet: &Sheet) -> Vec<f64> {
        let mut tops = vec![LANES];
        let mut y = LANES;
        for lane in &self.lanes {
            let stack = lane
                .cells
                .iter()
                .zip(&sheet.scales)
                .flat_map(|(cell, x)| stack(&cell.marks, x))
                .map(|(_, level)| level + 1)
                .max()
                .unwrap_or(0);
            let words = 22.0 + 14.0 * to_f64(lane.base.len()) + 8.0;
            y += (STACK * to_f64(stack) + 28.0).max(words);
            tops.push(y);
        }
        tops
    }

    /// Draws names, bases and histograms, all on one scale of heights.
    fn draw_heads(&self, drawing: &mut Drawing, sheet: &Sheet) {
        drawing.text(
            0.0,
            86.0,
            Anchor::Start,
            "p-sm p-b",
            &Font::SMALL_BOLD.fit(&self.everyone.0, sheet.label - 6.0),
        );
        drawing.text(
            0.0,
            100.0,
            Anchor::Start,
            "p-xs p-mute",
            &Font::TINY.fit(&self.everyone.1, sheet.label - 6.0),
        );
        let highest = self.panels.iter().flat_map(|panel| &panel.bins).copied().fold(0.0, f64::max);
        for ((panel, left), x) in self.panels.iter().zip(&sheet.lefts).zip(&sheet.scales) {
            let room = sheet.panel - 14.0;
            drawing.text(left + 10.0, 13.0, Anchor::Start, "p-b", &Font::BOLD.fit(&panel.name, room));
            drawing.text(left + 10.0, 27.0, Anchor::Start, "p-xs p-mute", &Font::TINY.fit(&panel.base, room));
            let (start, end) = (x.at(panel.axis.from), x.at(panel.axis.to));
            let step = (end - start) / to_f64(panel.bins.len().max(1));
            for (index, bin) in panel.bins.iter().enumerate() {
                let height = if highest > 0.0 { 42.0 * bin.max(0.0) / highest } else { 0.0 };
                drawing.rect(
                    start + step * to_f64(index) + 0.5,
                    100.0 - height,
                    step - 1.0,
                    height,
                    if panel.hidden.get(index).copied().unwrap_or(false) { "p-hid" } else { "p-hist" },
                );
            }
            drawing.line(start, 100.0, end, 100.0, "p-ax");
        }
    }

    fn draw_lane(&self, drawing: &mut Drawing, sheet: &Sheet, lane: &Lane, top: f64, bottom: f64) {
        lane.class.mark(drawing, 9.0, top + 14.0, 5.6, "");
        drawing.text(21.0, top + 18.5, Anchor::Start, "p-b", &Font::BOLD.fit(&lane.name, sheet.label - 26.0));
        for (index, base) in lane.base.iter().enumerate() {
            let y = top + 34.0 + 14.0 * to_f64(index);
            drawing.text(0.0, y, Anchor::Start, "p-xs p-mute", &Font::TINY.fit(base, sheet.label - 6.0));
        }
        let floor = bottom - 9.0;
        for ((cell, x), left) in lane.cells.iter().zip(&sheet.scales).zip(&sheet.lefts) {
            drawing.line(left + 6.0, bottom, left + sheet.panel - 8.0, bottom, "p-grid");
            if let Some(quartiles) = cell.quartiles {
                let (low, high) = (x.held(quartiles.low), x.held(quartiles.high));
                let class = format!("p-thin {}", lane.class.css('f'));
                drawing.rect(low, floor - 2.5, (high - low).max(1.0), 5.0, &class);
                let median = x.held(quartiles.median);
                drawing.line(median, floor - 5.0, median, floor + 5.0, "p-tick");
            }
            for (mark, level) in stack(&cell.marks, x) {
                let (at, y) = (x.held(mark.at), floor - 14.5 - STACK * to_f64(level));
                lane.class.mark(drawing, at, y, HALF, "");
                let size = if mark.text.chars().count() > 1 { "p-in2" } else { "p-in" };
                let low = match lane.class.shape() {
                    super::palette::Shape::Triangle => 4.4,
                    super::palette::Shape::Point => 2.0,
                    _ => 3.2,
                };
                let class = format!("{size} {}", lane.class.css('t'));
                drawing.text(at, y + low, Anchor::Middle, &class, &mark.text);
            }
        }
    }
}

/// Gives each mark its level, from 0: the lowest where it touches none already laid.
fn stack<'a>(marks: &'a [LaneMark], x: &Linear) -> Vec<(&'a LaneMark, usize)> {
    let mut order: Vec<&LaneMark> = marks.iter().collect();
    order.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut laid: Vec<(&LaneMark, usize)> = Vec::with_capacity(order.len());
    for mark in order {
        let free = |level: usize| {
            laid.iter().all(|(other, at)| *at != level || (x.held(other.at) - x.held(mark.at)).abs() >= STACK)
        };
        let level = (0..marks.len()).find(|level| free(*level)).unwrap_or(0);
        laid.push((mark, level));
    }
    laid
}

//! Bars from zero by group: who is badly placed?

use super::axis::Axis;
use super::palette::Class;
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct SilhouetteBar {
    /// Name.
    pub label: String,
    /// Value; `None` draws the text alone.
    pub value: Option<f64>,
    /// Text at its end, « 0,64 voisin P2 ».
    pub text: String,
}

/// The bars of a class.
#[derive(Debug, Clone, PartialEq)]
pub struct SilhouetteGroup {
    /// Class.
    pub class: Class,
    /// Bars, top to bottom.
    pub bars: Vec<SilhouetteBar>,
}

/// A silhouette chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Silhouette {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis.
    pub axis: Axis,
    /// Groups, top to bottom.
    pub groups: Vec<SilhouetteGroup>,
}

impl Chart for Silhouette {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let bars = || self.groups.iter().flat_map(|group| &group.bars);
        let names = bars().map(|bar| Font::SMALL_BOLD.width(&bar.label)).fold(0.0, f64::max);
        let name_room = names.min(width.pick(220.0, 110.0));
        let left = 24.0 + name_room + 10.0;
        let end = self.end(left, width);
        let x = self.axis.scale(left, end);
        let rows: f64 =
            self.groups.iter().map(|group| ROW * super::scale::to_f64(group.bars.len()) + GAP).sum();
        let bottom = 4.0 + rows;
        for tick in self.axis.visible() {
            drawing.line(x.at(tick.at), 0.0, x.at(tick.at), bottom, "p-grid");
        }
        let zero = x.held(0.0);
        let mut y = 4.0;
        for group in &self.groups {
            for bar in &group.bars {
                let middle = y + ROW / 2.0;
                group.class.mark(&mut drawing, 9.0, middle, 5.0, "");
                let label = Font::SMALL_BOLD.fit(&bar.label, name_room + 1.0);
                drawing.text(24.0, middle + 4.5, Anchor::Start, "p-sm p-b", &label);
                let at = bar.value.filter(|value| value.is_finite()).map_or(zero, |value| x.held(value));
                let class = format!("p-bar {}", group.class.css('f'));
                drawing.rect(zero.min(at), y + 4.0, (at - zero).abs(), ROW - 8.0, &class);
                drawing.text(zero.max(at) + 6.0, middle + 4.5, Anchor::Start, "p-sm p-halo", &bar.text);
                y += ROW;
            }
            y += GAP;
        }
        drawing.line(zero, 0.0, zero, bottom, "p-ax");
        let height = self.axis.draw_below(&mut drawing, &x, left, end, bottom, width);
        drawing.finish(&self.alternative, width, height)
    }
}

/// Height of a bar with its room.
const ROW: f64 = 19.0;
/// Room between groups.
const GAP: f64 = 7.0;

impl Silhouette {
    /// Ends the axis early enough for the text after each bar.
    fn end(&self, left: f64, width: Width) -> f64 {
        let unit = self.axis.scale(0.0, 1.0);
        let mut end = width.px() - 20.0;
        for bar in self.groups.iter().flat_map(|group| &group.bars) {
            let share = unit.held(bar.value.unwrap_or(0.0).max(0.0));
            let room = width.px() - 8.0 - Font::SMALL.width(&bar.text) - left;
            if share > 0.0 && left + room / share < end {
                end = left + room / share;
            }
        }
        end.max(left + 70.0)
    }
}

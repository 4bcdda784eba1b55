//! Steps of Kaplan and Meier: how long does it last, open ones counted?

use super::axis::{Axis, Tick};
use super::label::{Area, Placer};
use super::scale::{Linear, to_f64};
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// The value that begins at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurveStep {
    /// Time, in units of the x axis.
    pub time: f64,
    /// Share, in units of the y axis.
    pub share: f64,
    /// Bounds of the band.
    pub interval: Option<(f64, f64)>,
}

/// A curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Name, in bold beside the curve.
    pub name: String,
    /// Short name before its row of numbers at risk.
    pub short_name: String,
    /// Line under the name, « médiane 272 jours [256 ; 287] ».
    pub summary: String,
    /// Steps in order of time; the first may be at time 0.
    pub steps: Vec<CurveStep>,
    /// Times of the censor ticks to draw (thinned by the caller).
    pub censored: Vec<f64>,
    /// Median, dotted to both axes.
    pub median: Option<f64>,
    /// Numbers still followed, one a tick of the x axis.
    pub at_risk: Vec<String>,
}

/// A time marked on the x axis (a median that leaves open ones out).
#[derive(Debug, Clone, PartialEq)]
pub struct TimeMark {
    /// Time.
    pub at: f64,
    /// Lines of its label.
    pub lines: Vec<String>,
}

/// A survival chart; the first curve is drawn in ink, the second in slate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survival {
    /// Text alternative.
    pub alternative: Alternative,
    /// Time axis.
    pub x: Axis,
    /// Share axis, its title above.
    pub y: Axis,
    /// Share of a median in units of the y axis (0.5 or 50).
    pub median_share: f64,
    /// Curves, ink first.
    pub curves: Vec<Curve>,
    /// Marked times.
    pub marks: Vec<TimeMark>,
    /// Head of the numbers at risk.
    pub at_risk_head: String,
}

impl Chart for Survival {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let sheet = self.lay(width);
        let frame = sheet.frame;
        drawing.text(0.0, 13.0, Anchor::Start, "p-sm p-mute", &Font::SMALL.fit(&self.y.title, width.px()));
        for tick in self.y.visible() {
            let y = sheet.y.at(tick.at);
            drawing.line(frame.left, y, frame.right, y, "p-grid");
            drawing.text(frame.left - 7.0, y + 4.5, Anchor::End, "p-sm", &tick.label);
        }
        for curve in &self.curves {
            drawing.polygon(&band(curve, &sheet), "p-band");
        }
        for curve in &self.curves {
            if let Some(median) = curve.median {
                let (x, y) = (sheet.x.held(median), sheet.y.held(self.median_share));
                drawing.polyline(&[(frame.left, y), (x, y), (x, frame.bottom)], "p-cut p-open");
            }
        }
        for (index, curve) in self.curves.iter().enumerate() {
            let pen = index.min(3) + 1;
            drawing.polyline(&stairs(curve, &sheet), &format!("p-curve p-u{pen}"));
            for time in &curve.censored {
                let (x, y) = (sheet.x.held(*time), sheet.y.held(share_at(curve, *time, self.y.to)));
                drawing.line(x, y - 4.0, x, y + 4.0, &format!("p-censor p-u{pen}"));
            }
        }
        drawing.line(frame.left, frame.bottom, frame.right, frame.bottom, "p-ax");
        self.draw_labels(&mut drawing, &sheet);
        let height = self.draw_foot(&mut drawing, &sheet);
        drawing.finish(&self.alternative, width, height)
    }
}

/// Where things stand in one drawing.
struct Sheet {
    width: Width,
    frame: Area,
    x: Linear,
    y: Linear,
}

/// Draws a curve as stairs.
fn stairs(curve: &Curve, sheet: &Sheet) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::with_capacity(curve.steps.len() * 2);
    for step in &curve.steps {
        let (x, y) = (sheet.x.held(step.time), sheet.y.held(step.share));
        if let Some((_, before)) = points.last().copied() {
            points.push((x, before));
        }
        points.push((x, y));
    }
    points
}

/// Draws the band as stairs too, forth along its upper edge and back along its lower one.
fn band(curve: &Curve, sheet: &Sheet) -> Vec<(f64, f64)> {
    let mut upper: Vec<(f64, f64)> = Vec::new();
    let mut lower: Vec<(f64, f64)> = Vec::new();
    for step in &curve.steps {
        let Some((low, high)) = step.interval else { continue };
        let x = sheet.x.held(step.time);
        for (edge, value) in [(&mut upper, high), (&mut lower, low)] {
            if let Some((_, before)) = edge.last().copied() {
                edge.push((x, before));
            }
            edge.push((x, sheet.y.held(value)));
        }
    }
    upper.extend(lower.into_iter().rev());
    upper
}

/// Gives the share that holds at a time.
fn share_at(curve: &Curve, time: f64, start: f64) -> f64 {
    curve.steps.iter().take_while(|step| step.time <= time).last().map_or(start, |step| step.share)
}

impl Survival {
    /// Leaves room at the left for ticks and for the first number at risk after its short name.
    fn lay(&self, width: Width) -> Sheet {
        let ticks = self.y.visible().map(|tick| Font::SMALL.width(&tick.label)).fold(10.0, f64::max) + 14.0;
        let risks = self
            .curves
            .iter()
            .map(|curve| {
                let first = curve.at_risk.first().map_or(0.0, |text| Font::SMALL.width(text) / 2.0);
                Font::SMALL_BOLD.width(&curve.short_name) + 10.0 + first
            })
            .fold(0.0, f64::max);
        let left = ticks.max(risks.min(110.0));
        let frame = Area { left, top: 26.0, right: width.px() - 14.0, bottom: width.pick(264.0, 230.0) };
        Sheet {
            width,
            x: self.x.scale(frame.left, frame.right),
            y: self.y.scale(frame.bottom, frame.top),
            frame,
        }
    }

    /// Names each curve beside it, and the marked times beside their line.
    fn draw_labels(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let frame = sheet.frame;
        let mut placer = Placer::new(Area { left: frame.left + 4.0, right: sheet.width.px() - 2.0, ..frame });
        let curves: Vec<_> = self.curves.iter().map(|curve| stairs(curve, sheet)).collect();
        for (curve, points) in self.curves.iter().zip(&curves) {
            for pair in points.windows(2) {
                placer.line(pair[0], pair[1], 6.0);
            }
            for edge in band(curve, sheet).windows(2) {
                placer.line(edge[0], edge[1], 1.0);
            }
            if let Some(median) = curve.median {
                let (x, y) = (sheet.x.held(median), sheet.y.held(self.median_share));
                placer.line((frame.left, y), (x, y), 3.0);
                placer.line((x, y), (x, frame.bottom), 3.0);
            }
        }
        for tick in self.y.visible() {
            placer.line((frame.left, sheet.y.at(tick.at)), (frame.right, sheet.y.at(tick.at)), 0.15);
        }
        for mark in &self.marks {
            let x = sheet.x.held(mark.at);
            let width = mark.lines.iter().map(|line| Font::TINY.width(line)).fold(0.0, f64::max);
            let height = 12.5 * to_f64(mark.lines.len()) + 1.0;
            let spots = (0..12_u32).flat_map(|row| {
                let top = frame.bottom - 5.0 - height - 7.0 * f64::from(row);
                [x + 5.0, x - 5.0 - width].map(|left| Area {
                    left,
                    top,
                    right: left + width,
                    bottom: top + height,
                })
            });
            let Some(area) = placer.choose(spots) else { continue };
            drawing.line(x, area.top, x, frame.bottom, "p-med");
            placer.line((x, area.top), (x, frame.bottom), 3.0);
            for (index, line) in mark.lines.iter().enumerate() {
                let y = area.top + 10.0 + 12.5 * to_f64(index);
                let (at, anchor) =
                    if area.left > x { (area.left, Anchor::Start) } else { (area.right, Anchor::End) };
                drawing.text(at, y, anchor, "p-xs p-mute p-halo", line);
            }
        }
        for (index, curve) in self.curves.iter().enumerate() {
            let width = Font::BOLD
                .width(&curve.name)
                .max(Font::SMALL.width(&curve.summary))
                .min(frame.right - frame.left);
            let height = if curve.summary.is_empty() { 16.0 } else { 31.0 };
            let Some(area) = curve_spot(&curves, index, sheet, &placer, width, height) else { continue };
            placer.keep(area);
            drawing.text(
                area.left,
                area.top + 12.0,
                Anchor::Start,
                "p-b p-halo",
                &Font::BOLD.fit(&curve.name, width),
            );
            drawing.text(
                area.left,
                area.top + 27.0,
                Anchor::Start,
                "p-sm p-halo",
                &Font::SMALL.fit(&curve.summary, width),
            );
        }
    }

    /// Writes the time axis and, under it, how many are still followed.
    fn draw_foot(&self, drawing: &mut Drawing, sheet: &Sheet) -> f64 {
        let bottom = sheet.frame.bottom;
        let ticks: Vec<(usize, &Tick)> = self.x.ticks.iter().enumerate().collect();
        let every = (1..=ticks.len().max(1)).find(|every| self.foot_fits(sheet, *every)).unwrap_or(1);
        let shown: Vec<_> = ticks.into_iter().step_by(every).collect();
        let inside = |text: &str, x: f64| {
            let half = Font::SMALL.width(text) / 2.0;
            x.min(sheet.width.px() - half)
        };
        for (_, tick) in &shown {
            let x = sheet.x.held(tick.at);
            drawing.line(x, bottom, x, bottom + 4.0, "p-ax");
            drawing.text(inside(&tick.label, x), bottom + 17.0, Anchor::Middle, "p-sm", &tick.label);
        }
        let mut y = bottom + 36.0;
        let title = Font::SMALL.fit(&self.x.title, sheet.width.px() - 20.0);
        if !title.is_empty() {
            drawing.text(sheet.frame.right, y, Anchor::End, "p-sm p-mute", &format!("{title} →"));
        }
        let head = Font::TINY.width(&self.at_risk_head);
        if head + Font::SMALL.width(&title) + 40.0 > sheet.frame.right {
            y += 17.0;
        }
        let at_risk = self.curves.iter().any(|curve| !curve.at_risk.is_empty());
        if !at_risk {
            return y + 6.0;
        }
        drawing.text(0.0, y, Anchor::Start, "p-xs p-mute", &self.at_risk_head);
        for curve in &self.curves {
            y += 18.0;
            let first = curve.at_risk.first().map_or(0.0, |text| Font::SMALL.width(text) / 2.0);
            let name = Font::SMALL_BOLD.fit(&curve.short_name, sheet.frame.left - first - 6.0);
            drawing.text(0.0, y, Anchor::Start, "p-sm p-b", &name);
            for (index, tick) in &shown {
                if let Some(text) = curve.at_risk.get(*index) {
                    drawing.text(inside(text, sheet.x.held(tick.at)), y, Anchor::Middle, "p-sm", text);
                }
            }
        }
        y + 6.0
    }

    /// Tells whether one tick in `every` leaves room between the texts under the axis.
    fn foot_fits(&self, sheet: &Sheet, every: usize) -> bool {
        let rows = std::iter::once(self.x.ticks.iter().map(|tick| tick.label.as_str()).collect::<Vec<_>>())
            .chain(self.curves.iter().map(|curve| curve.at_risk.iter().map(String::as_str).collect()));
        rows.into_iter().all(|row| {
            let boxes: Vec<(f64, f64)> = row
                .iter()
                .zip(&self.x.ticks)
                .step_by(every)
                .map(|(text, tick)| (sheet.x.held(tick.at), Font::SMALL.width(text) / 2.0))
                .collect();
            boxes.windows(2).all(|pair| pair[0].0 + pair[0].1 + 5.0 <= pair[1].0 - pair[1].1)
        })
    }
}

/// Finds a calm place for the name of a curve, nearer to it than to any other.
fn curve_spot(
    curves: &[Vec<(f64, f64)>],
    own: usize,
    sheet: &Sheet,
    placer: &Placer,
    width: f64,
    height: f64,
) -> Option<Area> {
    let frame = sheet.frame;
    let mut best: Option<(f64, Area)> = None;
    for row in 0..24_u32 {
        for column in 0..32_u32 {
            let left = frame.left
                + 6.0
                + (frame.right - frame.left - width - 6.0).max(0.0) * f64::from(column) / 31.0;
            let top = frame.top + 2.0 + (frame.bottom - frame.top - height - 6.0) * f64::from(row) / 23.0;
            let area = Area { left, top, right: left + width, bottom: top + height };
            let away = |points: &[(f64, f64)]| {
                points.iter().map(|point| distance(&area, *point)).fold(f64::INFINITY, f64::min)
            };
            let near = curves.get(own).map_or(0.0, |points| away(points));
            let others = curves
                .iter()
                .enumerate()
                .filter(|(index, _)| *index != own)
                .map(|(_, points)| away(points))
                .fold(f64::INFINITY, f64::min);
            // Twice as near to its own curve as to another one, or the reader may take it for the other's.
            let doubt = if near * 2.0 > others { 300.0 } else { 0.0 };
            // Ten pixels of air are enough; less is tight, more loses the tie.
            let cost = placer.cost(&area) + doubt + (near - 10.0).abs() * 2.0;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, area));
            }
        }
    }
    best.map(|(_, area)| area)
}

/// Distance from a point to a rectangle.
fn distance(area: &Area, (x, y): (f64, f64)) -> f64 {
    let dx = (area.left - x).max(x - area.right).max(0.0);
    let dy = (area.top - y).max(y - area.bottom).max(0.0);
    dx.hypot(dy)
}

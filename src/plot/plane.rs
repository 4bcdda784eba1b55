//! The plane of two axes: who is where, and how firm is the place?
//!
//! Longer than its neighbours because names, regions, lines and doubts compete for the same room and are
//! placed in one order of right.

use super::axis::{Axis, Guide};
use super::hull::hull;
use super::label::{Area, Placer, Point};
use super::legend::{Glyph, flow};
use super::palette::Class;
use super::region::Regions;
use super::scale::{Linear, to_f64};
use super::svg::{Alternative, Anchor, Chart, Drawing, Stop, Width};
use super::text::Font;

/// A point of the plane with the places that single readings give it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Class of the point: colour and shape.
    pub class: Class,
    /// Name written beside it.
    pub name: String,
    /// Place on the x axis.
    pub x: f64,
    /// Place on the y axis.
    pub y: f64,
    /// Small rings tied to the point (each coder alone).
    pub rings: Vec<(f64, f64)>,
    /// Sentence of a doubtful point, which gets a dashed ring; an empty one draws the ring alone.
    pub doubt: Option<String>,
    /// Where a click leads.
    pub link: Option<String>,
}

/// The centre of a class, whose region is filled and named.
#[derive(Debug, Clone, PartialEq)]
pub struct Centre {
    /// Class: colour of the region.
    pub class: Class,
    /// Short name in bold, « P1 ».
    pub name: String,
    /// What the region means, « peu complexe, effet fort »; may be empty.
    pub text: String,
    /// Place on the x axis.
    pub x: f64,
    /// Place on the y axis.
    pub y: f64,
}

/// Points on two axes over the regions nearest to each centre.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plane {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis.
    pub y: Axis,
    /// Points, drawn in this order.
    pub places: Vec<Place>,
    /// Centres in data units; without any, no region is filled.
    pub centres: Vec<Centre>,
    /// Standard deviations by which each axis is divided before distances are taken.
    pub spread: (f64, f64),
    /// Dashed vertical line.
    pub x_mean: Option<Guide>,
    /// Dashed horizontal line.
    pub y_mean: Option<Guide>,
    /// Thin horizontal line of a meaningful zero.
    pub zero: Option<Guide>,
    /// Key of the small ring; empty for none.
    pub ring_key: String,
    /// Key of the dashed ring; empty for none.
    pub doubt_key: String,
    /// Key of the dashed lines; empty for none.
    pub mean_key: String,
    /// How a page lets people walk from point to point; none: the drawing is one image.
    pub walk: Option<Walk>,
}

/// A drawing whose points are stops: each a link with a sentence of its own, the classes in hulls.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// What each point says, in the order of the places.
    pub told: Vec<String>,
    /// The place that stands open.
    pub current: Option<usize>,
}

impl Chart for Plane {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let frame = Area {
            left: width.pick(62.0, 38.0),
            top: 30.0,
            right: width.px() - width.pick(14.0, 8.0),
            bottom: width.pick(440.0, 350.0),
        };
        let sheet = Sheet {
            x: self.x.scale(frame.left, frame.right),
            y: self.y.scale(frame.bottom, frame.top),
            frame,
            width,
            size: width.pick(6.0, 5.2),
        };
        self.draw_regions(&mut drawing, &sheet);
        if self.walk.is_some() {
            self.draw_hulls(&mut drawing, &sheet);
        }
        self.draw_axes(&mut drawing, &sheet);
        self.draw_marks(&mut drawing, &sheet);
        self.draw_labels(&mut drawing, &sheet);
        let height = self.draw_keys(&mut drawing, &sheet);
        match self.walk {
            Some(_) => drawing.finish_group(&self.alternative, width, height),
            None => drawing.finish(&self.alternative, width, height),
        }
    }
}

/// Frame and scales of one drawing.
struct Sheet {
    x: Linear,
    y: Linear,
    frame: Area,
    width: Width,
    size: f64,
}

impl Sheet {
    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x.held(x), self.y.held(y))
    }
}

impl Plane {
    /// Fills for each centre what lies nearer to it than to any other, in standardised distance.
    fn draw_regions(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let regions = self.regions();
        for (index, centre) in self.centres.iter().enumerate() {
            let region: Vec<_> = regions.polygon(index).into_iter().map(|(x, y)| sheet.at(x, y)).collect();
            drawing.polygon(&region, &format!("p-region {}", centre.class.css('r')));
        }
    }

    fn regions(&self) -> Regions {
        let centres = self.centres.iter().map(|centre| (centre.x, centre.y)).collect();
        let frame = ((self.x.from, self.y.from), (self.x.to, self.y.to));
        Regions::new(centres, self.spread, frame)
    }

    /// Outlines the points of each class.
    fn draw_hulls(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let mut classes: Vec<Class> = self.places.iter().map(|place| place.class).collect();
        classes.sort_unstable();
        classes.dedup();
        for class in classes {
            let own = self.places.iter().filter(|place| place.class == class);
            let corners = hull(own.map(|place| sheet.at(place.x, place.y)).collect());
            let class = format!("p-hull {}", class.css('s'));
            match corners.as_slice() {
                [_, _, _, ..] => drawing.polygon(&corners, &class),
                _ => drawing.polyline(&corners, &class),
            }
        }
    }

    fn draw_axes(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let Area { left, top, right, bottom } = sheet.frame;
        if let Some(zero) = &self.zero {
            drawing.line(left, sheet.y.held(zero.at), right, sheet.y.held(zero.at), "p-rule");
        }
        if let Some(mean) = &self.x_mean {
            drawing.line(sheet.x.held(mean.at), top, sheet.x.held(mean.at), bottom, "p-mean");
        }
        if let Some(mean) = &self.y_mean {
            drawing.line(left, sheet.y.held(mean.at), right, sheet.y.held(mean.at), "p-mean");
        }
        drawing.line(left, top, left, bottom, "p-ax");
        drawing.line(left, bottom, right, bottom, "p-ax");
        for tick in self.x.visible() {
            let x = sheet.x.at(tick.at);
            drawing.line(x, bottom, x, bottom + 4.0, "p-ax");
            let half = Font::SMALL.width(&tick.label) / 2.0;
            let x = x.min(sheet.width.px() - half - 1.0);
            drawing.text(x, bottom + 17.0, Anchor::Middle, "p-sm", &tick.label);
        }
        for tick in self.y.visible() {
            let y = sheet.y.at(tick.at);
            drawing.line(left - 4.0, y, left, y, "p-ax");
            drawing.text(left - 7.0, y + 4.0, Anchor::End, "p-sm", &tick.label);
        }
        let room = right - 18.0;
        if !self.y.title.is_empty() {
            let title = Font::SMALL.fit(&self.y.title, room);
            drawing.text(2.0, 16.0, Anchor::Start, "p-sm p-mute", &format!("↑ {title}"));
        }
        if !self.x.title.is_empty() {
            let title = Font::SMALL.fit(&self.x.title, room);
            drawing.text(right, bottom + 37.0, Anchor::End, "p-sm p-mute", &format!("{title} →"));
        }
    }

    /// Draws ties and rings first, so that no tie crosses a mark.
    fn draw_marks(&self, drawing: &mut Drawing, sheet: &Sheet) {
        for place in &self.places {
            let (x, y) = sheet.at(place.x, place.y);
            for ring in &place.rings {
                let (ring_x, ring_y) = sheet.at(ring.0, ring.1);
                drawing.line(x, y, ring_x, ring_y, "p-tie");
            }
        }
        for place in &self.places {
            for ring in &place.rings {
                let (x, y) = sheet.at(ring.0, ring.1);
                drawing.circle(x, y, 2.6, "p-cod");
            }
        }
        for (index, place) in self.places.iter().enumerate() {
            let (x, y) = sheet.at(place.x, place.y);
            if place.doubt.is_some() {
                drawing.circle(x, y, sheet.size * 2.2, "p-ring");
            }
            if let Some(walk) = &self.walk {
                let told = walk.told.get(index).map_or(&*place.name, String::as_str);
                let stop = Stop {
                    target: place.link.as_deref().unwrap_or("#"),
                    told,
                    name: &place.name,
                    is_first: walk.current.unwrap_or(0) == index,
                    is_current: walk.current == Some(index),
                };
                drawing.stop(&stop, |inner| {
                    // As large as a finger asks.
                    inner.circle(x, y, 14.0, "p-touch");
                    place.class.mark(inner, x, y, sheet.size, "");
                });
                continue;
            }
            drawing.link(place.link.as_deref(), |inner| {
                inner.open("", Some(&place.name));
                place.class.mark(inner, x, y, sheet.size, "");
                inner.close();
            });
        }
    }

    /// Writes regions, names, lines and doubts, in this order of right to the room.
    fn draw_labels(&self, drawing: &mut Drawing, sheet: &Sheet) {
        let mut placer = self.obstacles(sheet);
        self.draw_region_names(drawing, sheet, &mut placer);
        let font = Font::BOLD;
        let order = (0..self.places.len()).filter(|index| self.places[*index].doubt.is_some());
        let order: Vec<usize> =
            order.chain((0..self.places.len()).filter(|index| self.places[*index].doubt.is_none())).collect();
        let mut names = Vec::new();
        let mut taken = vec![sheet.frame; self.places.len()];
        for index in order {
            let place = &self.places[index];
            let (x, y) = sheet.at(place.x, place.y);
            let half = sheet.size * if place.doubt.is_some() { 2.2 } else { 1.2 };
            let spot = placer.place(&Area::around(x, y, half), font.width(&place.name), 15.0);
            taken[index] = Area::around(x, y, half).union(&spot.area);
            names.push((place, (x, y), spot));
        }
        for (place, from, spot) in names {
            let x = if spot.ends { spot.area.right } else { spot.area.left };
            if spot.far {
                drawing.line(
                    from.0,
                    from.1,
                    f64::midpoint(spot.area.left, spot.area.right),
                    f64::midpoint(spot.area.top, spot.area.bottom),
                    "p-grid",
                );
            }
            let anchor = if spot.ends { Anchor::End } else { Anchor::Start };
            let target = place.link.as_deref().filter(|_| self.walk.is_none());
            drawing.link(target, |inner| {
                inner.text(x, spot.area.top + 12.0, anchor, "p-b p-halo", &place.name);
            });
        }
        self.draw_line_names(drawing, sheet, &mut placer);
        if sheet.width == Width::Wide {
            self.draw_doubts(drawing, &taken, &mut placer);
        }
    }

    /// Declares everything a label should keep clear of.
    fn obstacles(&self, sheet: &Sheet) -> Placer {
        let Area { left, top, right, bottom } = sheet.frame;
        let inner = Area { left: left + 3.0, top: top + 2.0, right: right - 2.0, bottom: bottom - 2.0 };
        let mut placer = Placer::new(inner);
        for place in &self.places {
            let (x, y) = sheet.at(place.x, place.y);
            let half = sheet.size * if place.doubt.is_some() { 2.3 } else { 1.3 };
            placer.mark(Area::around(x, y, half));
            for ring in &place.rings {
                let (ring_x, ring_y) = sheet.at(ring.0, ring.1);
                placer.mark(Area::around(ring_x, ring_y, 6.0));
                placer.line((x, y), (ring_x, ring_y), 2.5);
            }
        }
        let regions = self.regions();
        for index in 0..self.centres.len() {
            let region: Vec<_> = regions.polygon(index).into_iter().map(|(x, y)| sheet.at(x, y)).collect();
            for (rank, corner) in region.iter().enumerate() {
                placer.line(*corner, region[(rank + 1) % region.len()], 0.9);
            }
        }
        for (from, to) in self.means(sheet) {
            placer.line(from, to, 0.9);
        }
        placer
    }

    /// Writes each region's name inside it, near a corner of the frame and clear of the marks.
    fn draw_region_names(&self, drawing: &mut Drawing, sheet: &Sheet, placer: &mut Placer) {
        for (index, centre) in self.centres.iter().enumerate() {
            let font = Font::NORMAL;
            // On one line or two, whichever disturbs less; the name alone where neither goes in.
            let texts = [1.0, 0.6].map(|part| font.wrap(&centre.text, part * font.width(&centre.text)));
            let texts = texts.into_iter().filter(|lines| sheet.width == Width::Wide && !lines.is_empty());
            let spot = |lines: Vec<String>| {
                let width = lines.iter().map(|line| font.width(line)).fold(0.0, f64::max);
                let (width, height) =
                    (width.max(Font::BOLD.width(&centre.name)), 15.0 * to_f64(lines.len() + 1));
                let (cost, area) = self.region_spot(index, sheet, placer, width, height)?;
                Some((cost + 12.0 * to_f64(lines.len()), area, lines))
            };
            let found = texts.filter_map(spot).min_by(|one, other| one.0.total_cmp(&other.0));
            let Some((_, area, lines)) = found.or_else(|| spot(Vec::new())) else { continue };
            placer.keep(area);
            let ends = area.left + area.right > sheet.frame.left + sheet.frame.right;
            let (x, anchor) = if ends { (area.right, Anchor::End) } else { (area.left, Anchor::Start) };
            drawing.text(x, area.top + 12.0, anchor, "p-b p-halo", &centre.name);
            for (rank, line) in lines.iter().enumerate() {
                drawing.text(x, area.top + 27.0 + 15.0 * to_f64(rank), anchor, "p-halo", line);
            }
        }
    }

    /// Finds the calmest rectangle that lies wholly in a region, the nearer to a corner the better, and tells
    /// what it disturbs.
    fn region_spot(
        &self,
        index: usize,
        sheet: &Sheet,
        placer: &Placer,
        width: f64,
        height: f64,
    ) -> Option<(f64, Area)> {
        const STEPS: u32 = 14;
        let regions = self.regions();
        let Area { left, top, right, bottom } = sheet.frame;
        let (free_x, free_y) = (right - left - width - 16.0, bottom - top - height - 12.0);
        let mut best: Option<(f64, Area)> = None;
        for row in 0..=STEPS {
            for column in 0..=STEPS {
                let (share_x, share_y) =
                    (f64::from(column) / f64::from(STEPS), f64::from(row) / f64::from(STEPS));
                let (x, y) = (left + 8.0 + free_x * share_x, top + 6.0 + free_y * share_y);
                let area = Area { left: x, top: y, right: x + width, bottom: y + height };
                let corners = [
                    (area.left, area.top),
                    (area.right, area.top),
                    (area.left, area.bottom),
                    (area.right, area.bottom),
                ];
                if corners
                    .iter()
                    .any(|(x, y)| regions.nearest((sheet.x.value(*x), sheet.y.value(*y))) != Some(index))
                {
                    continue;
                }
                let away = free_x * share_x.min(1.0 - share_x) + free_y * share_y.min(1.0 - share_y);
                // Words that a line runs through are read with it.
                let through = self.means(sheet).map(|(from, to)| area.crossing(from, to)).sum::<f64>();
                let cost = placer.cost(&area) + through * 3.0 + away * 1.5;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, area));
                }
            }
        }
        best
    }

    /// The lines across the drawing: zero and the means.
    fn means(&self, sheet: &Sheet) -> impl Iterator<Item = (Point, Point)> {
        let Area { left, top, right, bottom } = sheet.frame;
        let across = [&self.zero, &self.y_mean].into_iter().flatten().map(|guide| sheet.y.held(guide.at));
        let down = self.x_mean.iter().map(|guide| sheet.x.held(guide.at));
        let across: Vec<_> = across.map(|y| ((left, y), (right, y))).collect();
        across.into_iter().chain(down.map(|x| ((x, top), (x, bottom))).collect::<Vec<_>>())
    }

    /// Writes the names of the lines along them, where they are free.
    fn draw_line_names(&self, drawing: &mut Drawing, sheet: &Sheet, placer: &mut Placer) {
        const STEPS: u32 = 24;
        let Area { left, top, right, bottom } = sheet.frame;
        let font = Font::TINY;
        for (guide, from_right) in [(&self.zero, false), (&self.y_mean, true)] {
            let Some(guide) = guide.as_ref().filter(|guide| !guide.label.is_empty()) else { continue };
            let (y, width) = (sheet.y.held(guide.at), font.width(&guide.label));
            let spots = (0..=STEPS).flat_map(|step| {
                let share = f64::from(step) / f64::from(STEPS);
                let share = if from_right { 1.0 - share } else { share };
                let x = left + 5.0 + (right - left - width - 10.0) * share;
                [y - 15.0, y + 3.0].map(|top| Area { left: x, top, right: x + width, bottom: top + 12.0 })
            });
            if let Some(area) = placer.choose(spots) {
                drawing.text(area.left, area.top + 10.0, Anchor::Start, "p-xs p-mute p-halo", &guide.label);
            }
        }
        if let Some(guide) = self.x_mean.as_ref().filter(|guide| !guide.label.is_empty()) {
            let (x, width) = (sheet.x.held(guide.at), font.width(&guide.label));
            let spots = (0..=STEPS).flat_map(|step| {
                let y = bottom - 16.0 - (bottom - top - 22.0) * f64::from(step) / f64::from(STEPS);
                [x - width - 4.0, x + 4.0].map(|left| Area {
                    left,
                    top: y,
                    right: left + width,
                    bottom: y + 12.0,
                })
            });
            if let Some(area) = placer.choose(spots) {
                drawing.text(area.left, area.top + 10.0, Anchor::Start, "p-xs p-mute p-halo", &guide.label);
            }
        }
    }

    /// Writes the sentence of each doubtful place near it and its name.
    fn draw_doubts(&self, drawing: &mut Drawing, taken: &[Area], placer: &mut Placer) {
        let font = Font::TINY;
        for (place, mark) in self.places.iter().zip(taken) {
            let Some(doubt) = place.doubt.as_ref().filter(|doubt| !doubt.is_empty()) else { continue };
            let lines = font.wrap(doubt, 125.0);
            let width = lines.iter().map(|line| font.width(line)).fold(0.0, f64::max);
            let spot = placer.place(mark, width, 13.0 * to_f64(lines.len()));
            for (index, line) in lines.iter().enumerate() {
                let (text_x, anchor) =
                    if spot.ends { (spot.area.right, Anchor::End) } else { (spot.area.left, Anchor::Start) };
                let y = spot.area.top + 10.0 + 13.0 * to_f64(index);
                drawing.text(text_x, y, anchor, "p-xs p-mute p-halo", line);
            }
        }
    }

    /// Writes the keys; on a telephone also what the regions mean and the doubts.
    fn draw_keys(&self, drawing: &mut Drawing, sheet: &Sheet) -> f64 {
        let left = sheet.width.pick(sheet.frame.left, 4.0);
        let right = sheet.frame.right;
        let keys = [
            (Glyph::Ring, &*self.ring_key),
            (Glyph::Doubt, &*self.doubt_key),
            (Glyph::Dash, &*self.mean_key),
        ];
        let mut y = flow(drawing, &keys, left, right, sheet.frame.bottom + 60.0);
        if sheet.width == Width::Phone {
            for place in &self.places {
                if let Some(doubt) = &place.doubt {
                    y = flow(drawing, &[(Glyph::Doubt, doubt)], left, right, y);
                }
            }
            for centre in &self.centres {
                let name = [&*centre.name, &*centre.text].join(" ");
                y = flow(drawing, &[(Glyph::Class(centre.class), name.trim())], left, right, y);
            }
        }
        y - 8.0
    }
}

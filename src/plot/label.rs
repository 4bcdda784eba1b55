//! Labels that keep clear of each other, of marks and of lines.

use super::scale::to_f64;

/// A rectangle that a label or a mark takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

impl Area {
    /// Makes the square of half side `half` around a point.
    #[must_use]
    pub const fn around(x: f64, y: f64, half: f64) -> Self {
        Self { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    /// Gives the least rectangle that holds both.
    #[must_use]
    pub const fn union(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Gives the surface shared with another, 0 when they are apart.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        if width > 0.0 && height > 0.0 { width * height } else { 0.0 }
    }

    /// Gives the surface that lies outside a frame.
    #[must_use]
    pub fn outside(&self, frame: &Self) -> f64 {
        let whole = (self.right - self.left) * (self.bottom - self.top);
        whole - self.overlap(frame)
    }

    /// Gives the length of a segment that crosses the rectangle.
    #[must_use]
    pub fn crossing(&self, from: (f64, f64), to: (f64, f64)) -> f64 {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, start, low, high) in
            [(dx, from.0, self.left, self.right), (dy, from.1, self.top, self.bottom)]
        {
            if step.abs() < 1e-12 {
                if start < low || start > high {
                    return 0.0;
                }
            } else {
                let (a, b) = ((low - start) / step, (high - start) / step);
                enter = enter.max(a.min(b));
                leave = leave.min(a.max(b));
            }
        }
        if leave > enter { (leave - enter) * dx.hypot(dy) } else { 0.0 }
    }
}

/// Places labels one after the other, each where it disturbs least; the same input gives the same places.
#[derive(Debug, Clone)]
pub struct Placer {
    frame: Area,
    taken: Vec<Area>,
    marks: Vec<Area>,
    lines: Vec<(Point, Point, f64)>,
}

/// A place in pixels.
pub(super) type Point = (f64, f64);

/// Where a label was put: left edge and top of its rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Rectangle of the label.
    pub area: Area,
    /// Whether the text should end at the right edge (the label stands left of its mark).
    pub ends: bool,
    /// Whether the label is so far from its mark that a thin line should tie them.
    pub far: bool,
}

impl Placer {
    /// Begins with an empty frame that labels should not leave.
    #[must_use]
    pub const fn new(frame: Area) -> Self {
        Self { frame, taken: Vec::new(), marks: Vec::new(), lines: Vec::new() }
    }

    /// Keeps a rectangle for a text already written.
    pub fn keep(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Declares a mark, which a label should not cover.
    pub fn mark(&mut self, area: Area) {
        self.marks.push(area);
    }

    /// Declares a line, which a label had better not cross, and the weight of each pixel crossed.
    pub fn line(&mut self, from: Point, to: Point, weight: f64) {
        self.lines.push((from, to, weight));
    }

    /// Puts a label of a size near a mark.
    ///
    /// Places are tried nearest first (right, left, above, below, corners, then further out); the
    /// first of the least disturbance wins and is kept.
    pub fn place(&mut self, mark: &Area, width: f64, height: f64) -> Spot {
        let (x, y) = (f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.bottom));
        let (half_x, half_y) = ((mark.right - mark.left) / 2.0, (mark.bottom - mark.top) / 2.0);
        let mut best: Option<(f64, Spot)> = None;
        for (ring, gap) in [3.0, 7.0, 13.0, 21.0, 31.0, 43.0].into_iter().enumerate() {
            for (rank, (side, tilt)) in SIDES.iter().enumerate() {
                let reach = half_x + gap;
                let left = match *side {
                    -1 => x - reach - width,
                    1 => x + reach,
                    _ => x - width / 2.0,
                };
                let middle = y + tilt * (half_y + gap + height / 2.0 - if *side == 0 { 0.0 } else { 2.0 });
                let area = Area {
                    left,
                    top: middle - height / 2.0,
                    right: left + width,
                    bottom: middle + height / 2.0,
                };
                let cost = self.cost(&area) + to_f64(ring) * 9.0 + to_f64(rank) * 0.4;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, Spot { area, ends: *side == -1, far: gap > 20.0 }));
                }
            }
        }
        let spot = best.map_or(Spot { area: *mark, ends: false, far: false }, |(_, spot)| spot);
        self.taken.push(spot.area);
        spot
    }

    /// Takes the candidate that disturbs least, the first among equals; `None` without any candidate.
    pub fn choose(&mut self, candidates: impl IntoIterator<Item = Area>) -> Option<Area> {
        let mut best: Option<(f64, Area)> = None;
        for area in candidates {
            let cost = self.cost(&area);
            if best.is_none_or(|(least, _)| cost < least - 1e-9) {
                best = Some((cost, area));
            }
        }
        let area = best.map(|(_, area)| area)?;
        self.taken.push(area);
        Some(area)
    }

    /// Weighs what a rectangle would disturb: leaving the frame and covering a text are worst.
    #[must_use]
    pub fn cost(&self, area: &Area) -> f64 {
        let texts: f64 = self.taken.iter().map(|other| area.overlap(other)).sum();
        let marks: f64 = self.marks.iter().map(|other| area.overlap(other)).sum();
        let lines: f64 = self.lines.iter().map(|(from, to, weight)| area.crossing(*from, *to) * weight).sum();
        let touched = if texts > 0.0 { 400.0 } else { 0.0 };
        area.outside(&self.frame) * 60.0 + touched + texts * 40.0 + marks * 8.0 + lines
    }
}

/// Side (−1 left, 0 centred, 1 right) and tilt (−1 above, 0 level, 1 below) of the places tried.
const SIDES: [(i8, f64); 12] = [
    (1, 0.0),
    (-1, 0.0),
    (0, -1.0),
    (0, 1.0),
    (1, -0.5),
    (1, 0.5),
    (-1, -0.5),
    (-1, 0.5),
    (1, -1.0),
    (1, 1.0),
    (-1, -1.0),
    (-1, 1.0),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_crosses_a_rectangle_over_its_inner_length() {
        let area = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        assert!((area.crossing((-5.0, 5.0), (15.0, 5.0)) - 10.0).abs() < 1e-9);
        assert!(area.crossing((-5.0, 11.0), (15.0, 11.0)).abs() < 1e-9);
    }

    #[test]
    fn a_label_avoids_what_is_taken_and_stays_in_the_frame() {
        let mut placer = Placer::new(Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 });
        let mark = Area::around(95.0, 50.0, 5.0);
        placer.mark(mark);
        let first = placer.place(&mark, 30.0, 14.0);
        assert!(first.ends && first.area.right <= 90.0, "at the right edge it stands at the left");
        let second = placer.place(&mark, 30.0, 14.0);
        assert!(second.area.overlap(&first.area).abs() < 1e-12);
        assert!(placer.choose([]).is_none());
    }
}

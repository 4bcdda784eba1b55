//! Estimated widths of sans-serif texts, wrapping, and labels that keep clear of each other.
//!
//! No font is read: widths are those of the Helvetica family, which the fonts of [`super::style()`] follow
//! or undercut. The estimate decides where things go; the browser then draws the real letters.

use unicode_normalization::UnicodeNormalization as _;

/// A size of letters, in step with the classes of the style sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Pixels.
    pub size: f64,
    /// Bold.
    pub bold: bool,
}

impl Font {
    /// 13 px.
    pub const NORMAL: Self = Self { size: 13.0, bold: false };
    /// 13 px, bold.
    pub const BOLD: Self = Self { size: 13.0, bold: true };
    /// 12.5 px.
    pub const SMALL: Self = Self { size: 12.5, bold: false };
    /// 12.5 px, bold.
    pub const SMALL_BOLD: Self = Self { size: 12.5, bold: true };
    /// 11.5 px, the least for a text outside marks.
    pub const TINY: Self = Self { size: 11.5, bold: false };

    /// Estimates the width of a text on one line, in pixels.
    #[must_use]
    pub fn width(self, text: &str) -> f64 {
        let thousandths: f64 = text.nfd().map(advance).sum();
        thousandths / 1_000.0 * self.size * if self.bold { 1.07 } else { 1.0 }
    }

    /// Shortens a text with an ellipsis until it is at most `room` wide.
    #[must_use]
    pub fn fit(self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let mut kept = text.nfc().collect::<String>();
        while kept.pop().is_some() {
            let shorter = format!("{}…", kept.trim_end());
            if self.width(&shorter) <= room {
                return shorter;
            }
        }
        String::new()
    }

    /// Cuts the head of a column into lines: at spaces when it is wider than `room`, and always at soft
    /// hyphens (U+00AD), which the writer of the head sets where a word may part.
    #[must_use]
    pub fn head(self, text: &str, room: f64) -> Vec<String> {
        let parts: Vec<&str> = text.split('\u{ad}').collect();
        let last = parts.len() - 1;
        parts
            .iter()
            .enumerate()
            .flat_map(|(index, part)| {
                let part = if index < last { format!("{part}-") } else { (*part).to_owned() };
                self.wrap(&part, room)
            })
            .collect()
    }

    /// Cuts a text into lines at most `room` wide, at ordinary spaces only; a longer word stays whole.
    #[must_use]
    pub fn wrap(self, text: &str, room: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// Widths of the printable ASCII signs in thousandths of the size, from the space on.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Gives the advance of a decomposed sign; an unknown one is as wide as high, which errs on the safe side.
fn advance(sign: char) -> f64 {
    let code = u32::from(sign);
    if let Some(width) = code.checked_sub(32).and_then(|index| ASCII.get(usize::try_from(index).ok()?)) {
        return f64::from(*width);
    }
    match sign {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{0}'..='\u{1f}' => 0.0,
        '\u{a0}' | '·' | '\u{202f}' | '\u{2009}' => 278.0,
        '’' | '‘' => 222.0,
        '“' | '”' => 333.0,
        '«' | '»' | '–' | 'α'..='ω' => 556.0,
        '−' | '±' | '×' => 584.0,
        'æ' => 889.0,
        'œ' => 944.0,
        '°' => 400.0,
        'ø' | 'ß' => 611.0,
        'Ø' | 'Ð' => 778.0,
        _ => 1_000.0,
    }
}

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
type Point = (f64, f64);

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
                let cost =
                    self.cost(&area) + super::scale::to_f64(ring) * 9.0 + super::scale::to_f64(rank) * 0.4;
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
    fn widths_follow_the_letters_not_their_code() {
        let font = Font { size: 10.0, bold: false };
        assert!((font.width("abc") - 16.12).abs() < 1e-9);
        assert!((font.width("é") - font.width("e")).abs() < 1e-9);
        assert!((font.width("e\u{301}") - font.width("é")).abs() < 1e-9);
        assert!(Font::BOLD.width("abc") > Font::NORMAL.width("abc"));
    }

    #[test]
    fn texts_are_cut_and_wrapped_inside_their_room() {
        let font = Font::SMALL;
        let cut = font.fit("Obstacles administratifs ou numériques", 100.0);
        assert!(cut.ends_with('…') && font.width(&cut) <= 100.0, "{cut}");
        assert_eq!(font.fit("abc", 1.0), "");
        assert_eq!(font.wrap("E07 passe en P3 dans 70\u{a0}% des tirages", 90.0).concat().len(), 36);
        assert!(font.wrap("", 90.0).is_empty());
        assert_eq!(font.wrap("70\u{a0}%", 1.0), ["70\u{a0}%"]);
    }

    #[test]
    fn a_segment_crosses_a_rectangle_over_its_inner_length() {
        let area = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        assert!((area.crossing((-5.0, 5.0), (15.0, 5.0)) - 10.0).abs() < 1e-9);
        assert!(area.crossing((-5.0, 11.0), (15.0, 11.0)).abs() < 1e-9);
    }
}

//! Numbers to pixels: linear and band scales, round ticks.

/// A straight map from data units to pixels.
///
/// A range without length maps everything to the middle, so that a single value can be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Linear {
    /// Lays the values `from..=to` over the pixels `start..=end`.
    #[must_use]
    pub const fn new(from: f64, to: f64, start: f64, end: f64) -> Self {
        Self { from, to, start, end }
    }

    /// Gives the pixel of a value; values out of range fall outside, undefined ones in the middle.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let share = (value - self.from) / (self.to - self.from);
        if share.is_finite() {
            self.start + share * (self.end - self.start)
        } else {
            f64::midpoint(self.start, self.end)
        }
    }

    /// Gives the pixel of a value held inside the range.
    #[must_use]
    pub fn held(&self, value: f64) -> f64 {
        let (low, high) = (self.start.min(self.end), self.start.max(self.end));
        self.at(value).clamp(low, high)
    }

    /// Gives the value of a pixel.
    #[must_use]
    pub fn value(&self, pixel: f64) -> f64 {
        let share = (pixel - self.start) / (self.end - self.start);
        if share.is_finite() { self.from + share * (self.to - self.from) } else { self.from }
    }
}

/// Equal bands side by side, for things that have an order and no distance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    start: f64,
    step: f64,
}

impl Band {
    /// Cuts the pixels `start..end` into `count` bands.
    #[must_use]
    pub fn new(count: usize, start: f64, end: f64) -> Self {
        Self { start, step: (end - start) / to_f64(count.max(1)) }
    }

    /// Gives the middle of a band.
    #[must_use]
    pub fn middle(&self, index: usize) -> f64 {
        self.start + self.step * (to_f64(index) + 0.5)
    }

    /// Gives the width of a band.
    #[must_use]
    pub const fn step(&self) -> f64 {
        self.step
    }
}

/// Lists about `count` round values (1, 2, 2.5 or 5 times a power of ten) inside `from..=to`.
///
/// An empty, reversed or undefined range has no tick.
#[must_use]
pub fn nice_ticks(from: f64, to: f64, count: usize) -> Vec<f64> {
    let span = to - from;
    if !(span.is_finite() && span > 0.0) {
        return Vec::new();
    }
    let rough = span / to_f64(count.max(1));
    let power = 10_f64.powf(rough.log10().floor());
    let distance = |step: f64| (step / rough).ln().abs();
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
        .unwrap_or(power);
    let first = (from / step - 1e-9).ceil();
    let mut ticks = Vec::new();
    let mut index = first;
    while index * step <= to + step * 1e-9 && ticks.len() < 1_000 {
        // Multiplying by the inverse of small steps keeps 0.3 from becoming 0.30000000000000004.
        let value = if step < 1.0 { index / (1.0 / step) } else { index * step };
        ticks.push(if value == 0.0 { 0.0 } else { value });
        index += 1.0;
    }
    ticks
}

/// Counts of things drawn are far below 2^53: the conversion is exact.
#[expect(clippy::cast_precision_loss, reason = "counts of drawn things stay far below 2^53")]
pub(super) const fn to_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_ticks_stay_inside_and_are_exact() {
        assert_eq!(nice_ticks(0.0, 2.6, 6), [0.0, 0.5, 1.0, 1.5, 2.0, 2.5]);
        assert_eq!(nice_ticks(0.0, 1.0, 10), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
        assert_eq!(nice_ticks(-0.7, 2.0, 5), [-0.5, 0.0, 0.5, 1.0, 1.5, 2.0]);
        assert!(nice_ticks(1.0, 1.0, 5).is_empty());
        assert!(nice_ticks(f64::NAN, 1.0, 5).is_empty());
        assert!(nice_ticks(0.0, f64::INFINITY, 5).is_empty());
    }

    #[test]
    fn a_single_value_is_drawn_in_the_middle() {
        assert!((Linear::new(3.0, 3.0, 0.0, 100.0).at(3.0) - 50.0).abs() < 1e-12);
        assert!((Linear::new(0.0, 1.0, 0.0, 100.0).at(f64::NAN) - 50.0).abs() < 1e-12);
        assert!((Linear::new(0.0, 1.0, 100.0, 0.0).held(7.0)).abs() < 1e-12);
    }
}

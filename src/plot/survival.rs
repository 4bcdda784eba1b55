//! Steps of Kaplan and Meier: how long does it last, open ones counted?

use super::axis::Axis;
use super::svg::{Alternative, Chart, Drawing, Width};

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
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}

//! Classes of things drawn, and the shapes that tell them without colour.

use super::svg::{Drawing, number};

/// A mark that tells a class without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Disc.
    Disc,
    /// Triangle on its base.
    Triangle,
    /// Square.
    Square,
    /// Square on its corner.
    Diamond,
    /// Triangle on its tip.
    Point,
    /// Thick cross.
    Cross,
}

/// A class of things drawn: one colour and one shape of the six, or neutral ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Class(u8);

impl Class {
    /// No class: ink, disc.
    pub const NEUTRAL: Self = Self(0);

    /// Gives the class of a rank, from 0; above the sixth there is no further colour and it is neutral.
    #[must_use]
    pub const fn nth(rank: usize) -> Self {
        match rank {
            0 => Self(1),
            1 => Self(2),
            2 => Self(3),
            3 => Self(4),
            4 => Self(5),
            5 => Self(6),
            _ => Self::NEUTRAL,
        }
    }

    /// Gives its shape.
    #[must_use]
    pub const fn shape(self) -> Shape {
        match self.0 {
            2 => Shape::Triangle,
            3 => Shape::Square,
            4 => Shape::Diamond,
            5 => Shape::Point,
            6 => Shape::Cross,
            _ => Shape::Disc,
        }
    }

    /// Gives its CSS class with a prefix: `f` fills, `s` strokes, `o` their darker outline, `r` regions, `t` texts on a fill.
    pub(super) fn css(self, prefix: char) -> String {
        format!("p-{prefix}{}", self.0)
    }

    /// Draws its shape, `size` being half the side of a square of the same look.
    pub(super) fn mark(self, drawing: &mut Drawing, x: f64, y: f64, size: f64, extra: &str) {
        let class = format!("p-m {}{}{extra}", self.css('f'), if extra.is_empty() { "" } else { " " });
        let corners: &[(f64, f64)] = match self.shape() {
            Shape::Disc => return drawing.circle(x, y, size * 1.08, &class),
            Shape::Square => {
                return drawing.rect(x - size * 0.96, y - size * 0.96, size * 1.92, size * 1.92, &class);
            }
            Shape::Triangle => &[(0.0, -1.3), (1.3, 0.95), (-1.3, 0.95)],
            Shape::Point => &[(0.0, 1.3), (1.3, -0.95), (-1.3, -0.95)],
            Shape::Diamond => &[(0.0, -1.38), (1.38, 0.0), (0.0, 1.38), (-1.38, 0.0)],
            Shape::Cross => &CROSS,
        };
        let corners: Vec<_> = corners.iter().map(|(dx, dy)| (x + dx * size, y + dy * size)).collect();
        drawing.polygon(&corners, &class);
    }
}

const CROSS: [(f64, f64); 12] = [
    (-0.5, -1.25),
    (0.5, -1.25),
    (0.5, -0.5),
    (1.25, -0.5),
    (1.25, 0.5),
    (0.5, 0.5),
    (0.5, 1.25),
    (-0.5, 1.25),
    (-0.5, 0.5),
    (-1.25, 0.5),
    (-1.25, -0.5),
    (-0.5, -0.5),
];

/// Draws the shape of a class alone, hidden from screen readers, to stand before its name in a text or
/// a table; `side` is in pixels.
#[must_use]
pub fn symbol(class: Class, side: f64) -> String {
    let mut drawing = Drawing::new();
    class.mark(&mut drawing, 0.0, 0.0, 5.5, "");
    drawing.into_fragment(&format!(
        r#"<svg class="plot plot-symbol" xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16" width="{0}" height="{0}" aria-hidden="true" focusable="false">"#,
        number(side)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_hidden_from_screen_readers() {
        let svg = symbol(Class::nth(3), 14.0);
        assert!(svg.starts_with("<svg") && svg.ends_with("</svg>") && svg.contains("aria-hidden"));
        assert_eq!(Class::nth(6), Class::NEUTRAL);
    }
}

//! Keys of a drawing: small signs with their names, laid in lines.

use super::palette::Class;
use super::svg::{Anchor, Drawing};
use super::text::Font;

/// A sign of a key.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Glyph {
    /// Mark of a class.
    Class(Class),
    /// Full disc.
    Disc,
    /// Disc with the page inside.
    Hollow,
    /// Full square.
    Square,
    /// Small ring of a single reading.
    Ring,
    /// Dashed ring of a doubtful case.
    Doubt,
    /// Dashed line.
    Dash,
    /// Filled square with the given CSS class.
    Swatch(&'static str),
    /// Empty frame.
    Frame,
}

impl Glyph {
    const fn width(&self) -> f64 {
        match self {
            Self::Dash => 28.0,
            Self::Frame => 18.0,
            Self::Ring => 7.0,
            Self::Swatch(_) => 14.0,
            Self::Doubt => 17.0,
            _ => 13.0,
        }
    }

    fn draw(&self, drawing: &mut Drawing, x: f64, y: f64) {
        let middle = x + self.width() / 2.0;
        match self {
            Self::Class(class) => class.mark(drawing, middle, y, 5.0, ""),
            Self::Disc => drawing.circle(middle, y, 4.6, "p-dot"),
            Self::Hollow => drawing.circle(middle, y, 4.8, "p-hollow"),
            Self::Square => drawing.rect(middle - 4.6, y - 4.6, 9.2, 9.2, "p-dot"),
            Self::Ring => drawing.circle(middle, y, 2.6, "p-cod"),
            Self::Doubt => drawing.circle(middle, y, 7.5, "p-ring"),
            Self::Dash => drawing.line(x, y, x + self.width(), y, "p-mean"),
            Self::Swatch(class) => drawing.rect(x, y - 6.5, 13.0, 13.0, class),
            Self::Frame => drawing.rect(x + 0.8, y - 7.0, 16.0, 14.0, "p-boxed"),
        }
    }
}

/// A sign with its name.
pub(super) type Key<'a> = (Glyph, &'a str);

/// Lays keys in as many lines as needed between two edges, the first at `y`; gives the y of the next line.
///
/// Keys without a name are left out. A name longer than a line is wrapped.
pub(super) fn flow(drawing: &mut Drawing, keys: &[Key<'_>], left: f64, right: f64, y: f64) -> f64 {
    let font = Font::TINY;
    let (mut x, mut y, mut written) = (left, y, false);
    for (glyph, name) in keys.iter().filter(|(_, name)| !name.is_empty()) {
        let text_x = glyph.width() + 5.0;
        let width = text_x + font.width(name);
        if x > left && x + width > right {
            x = left;
            y += 18.0;
        }
        glyph.draw(drawing, x, y);
        for (index, line) in font.wrap(name, right - x - text_x).iter().enumerate() {
            if index > 0 {
                y += 14.0;
            }
            drawing.text(x + text_x, y + 4.0, Anchor::Start, "p-xs p-mute", line);
        }
        x += width + 20.0;
        written = true;
    }
    if written { y + 18.0 } else { y }
}

/// Writes plain small lines between two edges, wrapped, the first baseline at `y`; gives the next baseline.
pub(super) fn lines(drawing: &mut Drawing, texts: &[String], left: f64, right: f64, y: f64) -> f64 {
    let mut y = y;
    for text in texts {
        for line in Font::TINY.wrap(text, right - left) {
            drawing.text(left, y, Anchor::Start, "p-xs p-mute", &line);
            y += 15.0;
        }
    }
    y
}

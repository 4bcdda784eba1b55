//! Makes the pictures of a figure: a vector whose letters are shapes, and a raster of the same shapes.
//!
//! Word and LibreOffice show the vector; older readers show the raster. The letters come from a font that
//! the program carries, so that a figure is the same on every machine and loses no word.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Indent, Options, Tree, WriteOptions, fontdb};
use thiserror::Error;

use crate::plot::printed;

/// A figure that could not be drawn.
#[derive(Debug, Error)]
pub enum DrawError {
    /// The drawing is not one that the library reads.
    #[error("read the drawing of {figure}")]
    Read {
        /// Name of the figure.
        figure: String,
        /// Why.
        #[source]
        source: resvg::usvg::Error,
    },
    /// The raster is too large for memory, or has no size.
    #[error("draw {figure}")]
    Raster {
        /// Name of the figure.
        figure: String,
    },
}

const REGULAR: &[u8] =
    include_bytes!("../../../../assets/fonts/source-sans-3-static/SourceSans3-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/source-sans-3-static/SourceSans3-Bold.ttf");
/// Name of the font, as its files give it and the style of drawings asks for it.
const FAMILY: &str = "Source Sans 3";
/// Pixels of the raster for one of the drawing: about 210 to the inch at the width of a page.
const SCALE: f32 = 2.0;

/// A figure in both forms.
#[derive(Debug)]
pub(in crate::report::render) struct Picture {
    /// As SVG of paths alone.
    pub vector: String,
    /// As PNG.
    pub raster: Vec<u8>,
}

/// Draws with the fonts that the program carries.
#[derive(Debug)]
pub(in crate::report::render) struct Pen {
    options: Options<'static>,
}

impl Pen {
    pub(in crate::report::render) fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(BOLD.to_vec());
        fonts.set_sans_serif_family(FAMILY);
        let options =
            Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Self { options }
    }

    /// Draws a chart of a figure.
    pub(in crate::report::render) fn draw(&self, svg: &str, figure: &str) -> Result<Picture, DrawError> {
        let named = || figure.to_owned();
        let tree = Tree::from_str(&printed(svg), &self.options)
            .map_err(|source| DrawError::Read { figure: named(), source })?;
        let size = tree.size().to_int_size().scale_by(SCALE);
        let raster = size
            .and_then(|size| Pixmap::new(size.width(), size.height()))
            .and_then(|mut pixels| {
                resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
                pixels.encode_png().ok()
            })
            .ok_or_else(|| DrawError::Raster { figure: named() })?;
        let vector = tree.to_string(&WriteOptions {
            indent: Indent::None,
            coordinates_precision: 2,
            transforms_precision: 5,
            ..WriteOptions::default()
        });
        Ok(Picture { vector, raster })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::Width;
    use crate::plot::svg::{Alternative, Anchor, Drawing};

    fn drawn(text: &str, class: &str) -> Picture {
        let mut drawing = Drawing::new();
        drawing.text(10.0, 20.0, Anchor::Start, class, text);
        let svg = drawing.finish(&Alternative::default(), Width::Wide, 40.0);
        Pen::new().draw(&svg, "test").expect("drawn")
    }

    #[test]
    fn every_sign_of_a_figure_has_its_letter() {
        let nothing = drawn("\u{F8FE}", "").vector;
        for sign in "aZéÉœŒ«»’–…0123456789+−±×·≤≥<>%°←↑→↓▲▼●■◆✓αβκρχΔσµ\u{2030}".chars()
        {
            let found = drawn(&sign.to_string(), "").vector;
            assert!(found.contains("<path") && found != nothing, "no letter for {sign}");
        }
    }

    #[test]
    fn letters_are_shapes_the_same_each_time_and_bold_is_bold() {
        let one = drawn("Profil", "");
        assert!(!one.vector.contains("<text") && !one.vector.contains("<style"));
        assert!(one.raster.starts_with(b"\x89PNG"));
        let again = drawn("Profil", "");
        assert!(one.vector == again.vector && one.raster == again.raster);
        assert!(one.vector != drawn("Profil", "p-b").vector);
    }
}

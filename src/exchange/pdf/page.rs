//! The letters of a page, each with its place, its size and its face.

use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};

use crate::domain::transcript::Face;

/// Orders of drawing that all pages together may give: a long thesis gives two million.
const MOST_ORDERS: usize = 20_000_000;
/// Letters that all pages together may hold: two hundred hours of speech.
const MOST_LETTERS: usize = 8_000_000;

/// A letter, or the letters that one sign stands for. Lengths are points; y grows downwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// As written in the text layer, ligatures resolved.
    pub(super) text: String,
    /// Where it begins and ends on its line.
    pub(super) from: f64,
    pub(super) to: f64,
    /// The line it stands on.
    pub(super) base: f64,
    /// Height of its font.
    pub(super) size: f64,
    pub(super) face: Face,
}

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PageText {
    /// In the order of drawing.
    pub(super) letters: Vec<Letter>,
    /// Signs for which the file names no letter.
    pub(super) nameless: usize,
    /// Letters that do not run from left to right.
    pub(super) turned: usize,
    /// Whether a picture stands on it.
    pub(super) has_picture: bool,
}

/// Carried by the unwinding that stops a file which draws without end.
#[derive(Debug)]
pub(super) struct TooMuch;

/// Reads every page. A file beyond the bounds unwinds with [`TooMuch`]: the library that walks
/// through the drawing cannot be stopped otherwise.
pub(super) fn read(pdf: &Pdf) -> Vec<PageText> {
    let cache = InterpreterCache::new();
    let settings =
        InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let mut taker = Taker::default();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let place = upright(page);
        let mut context =
            Context::new(place, Rect::new(0.0, 0.0, 1.0, 1.0), &cache, pdf.xref(), settings.clone());
        interpret_page(page, &mut context, &mut taker);
        pages.push(std::mem::take(&mut taker.page));
    }
    pages
}

/// Leads from the page's own measures to points from its upper left corner, as it is looked at.
fn upright(page: &Page<'_>) -> Affine {
    page.initial_transform(true).to_kurbo()
}

/// Takes what is drawn.
#[derive(Default)]
struct Taker {
    page: PageText,
    orders: usize,
    letters: usize,
}

impl Taker {
    fn count(&mut self) {
        self.orders += 1;
        if self.orders > MOST_ORDERS || self.letters > MOST_LETTERS {
            resume_unwind(Box::new(TooMuch));
        }
    }

    fn take(&mut self, glyph: &Glyph<'_>, place: Affine, face: Face) {
        self.letters += 1;
        let Some(text) = glyph.as_unicode() else {
            self.page.nameless += 1;
            return;
        };
        let text = letters(text);
        let width = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width(),
            Glyph::Type3(glyph) => glyph.advance_width(),
        };
        let origin = place * Point::ZERO;
        let across = place * Point::new(f64::from(width.unwrap_or(0.0)), 0.0) - origin;
        let up = place * Point::new(0.0, 1000.0) - origin;
        let size = up.hypot();
        if !origin.is_finite() || !size.is_finite() || size <= 0.0 || text.is_empty() {
            return;
        }
        if !is_level(across, up) {
            self.page.turned += usize::from(!text.trim().is_empty());
            return;
        }
        let (from, to) = (origin.x, origin.x + across.x.max(0.0));
        self.page.letters.push(Letter { text, from, to, base: origin.y, size, face });
    }
}

/// Tells whether letters run from left to right and stand upright (y grows downwards).
fn is_level(across: Vec2, up: Vec2) -> bool {
    across.x >= 0.0 && across.y.abs() <= 0.1 * across.x.max(0.01) + 0.01 && up.y < 0.0
}

impl<'a> Device<'a> for Taker {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.count();
        let face = run.glyphs().first().map(|glyph| face(glyph)).unwrap_or_default();
        for glyph in run.glyphs() {
            self.take(glyph, props.transform * glyph.transform(), face);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count();
        self.page.has_picture = true;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.count();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count();
    }

    fn pop_clip(&mut self) {
        self.count();
    }

    fn pop_transparency_group(&mut self) {
        self.count();
    }
}

/// Tells by the name and the weight of its font how a letter looks.
fn face(glyph: &Glyph<'_>) -> Face {
    let Glyph::Outline(glyph) = glyph else { return Face::default() };
    let Some(font) = glyph.font_data() else { return Face::default() };
    let name = font.postscript_name.unwrap_or_default().to_lowercase();
    let named = |words: &[&str]| words.iter().any(|word| name.contains(word));
    Face {
        strong: font.weight.is_some_and(|weight| weight >= 600) || named(&["bold", "black", "heavy", "gras"]),
        emphasis: font.is_italic || named(&["italic", "oblique"]),
    }
}

/// Takes a sign's letters: ligatures become theirs, signs for nothing become none.
fn letters(text: BfString) -> String {
    let text = match text {
        BfString::Char(one) => one.to_string(),
        BfString::String(text) => text,
    };
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => kept.push_str("ff"),
            'ﬁ' => kept.push_str("fi"),
            'ﬂ' => kept.push_str("fl"),
            'ﬃ' => kept.push_str("ffi"),
            'ﬄ' => kept.push_str("ffl"),
            'ﬅ' | 'ﬆ' => kept.push_str("st"),
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => kept.push(' '),
            // Fonts without names for their letters use the private area; that is no text.
            c if c.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&c) || c == '\u{feff}' => {}
            c => kept.push(c),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_become_their_letters_and_nothing_else_changes() {
        assert_eq!(letters(BfString::Char('ﬃ')), "ffi");
        assert_eq!(letters(BfString::String("ﬁ½œ".into())), "fi½œ");
        assert_eq!(letters(BfString::Char('\u{f0b7}')), "");
        assert_eq!(letters(BfString::Char('\u{a0}')), "\u{a0}");
    }
}

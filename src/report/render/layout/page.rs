//! Pages: upright, or on their side for what is wide.

/// How a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report::render) enum Page {
    Upright,
    Sideways,
}

/// The two sides of an A4 sheet in twips.
const SHORT: u32 = 11_906;
const TALL: u32 = 16_838;
/// The margin around the text in twips.
pub(in crate::report::render) const MARGIN: u32 = 1_134;

impl Page {
    /// Width and height in twips.
    pub(in crate::report::render) fn sides(self) -> (u32, u32) {
        match self {
            Self::Upright => (SHORT, TALL),
            Self::Sideways => (TALL, SHORT),
        }
    }

    /// Room for text in twips.
    pub(in crate::report::render) fn room(self) -> u32 {
        self.sides().0 - 2 * MARGIN
    }
}

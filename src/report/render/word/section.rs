//! Pages: upright, or on their side for what is wide.

use crate::report::render::word::xml::element;

/// How a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Upright,
    Sideways,
}

/// The two sides of an A4 sheet, and the margin around the text, in twips.
const SHORT: u32 = 11_906;
const TALL: u32 = 16_838;
const MARGIN: u32 = 1_134;

impl Page {
    /// Room for text in twips.
    pub(super) fn room(self) -> u32 {
        let across = match self {
            Self::Upright => SHORT,
            Self::Sideways => TALL,
        };
        across - 2 * MARGIN
    }

    /// Writes the properties of a section that ends here.
    pub(super) fn section(self, has_header: bool) -> String {
        let (width, height) = match self {
            Self::Upright => (SHORT, TALL),
            Self::Sideways => (TALL, SHORT),
        };
        let foot = match self {
            Self::Upright => "rFooterUpright",
            Self::Sideways => "rFooterSideways",
        };
        let (width, height, margin) = (width.to_string(), height.to_string(), MARGIN.to_string());
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if self == Self::Sideways {
            size.push(("w:orient", "landscape"));
        }
        let mut out = String::new();
        if has_header {
            out.push_str(&element("w:headerReference", &[("w:type", "default"), ("r:id", "rHeader")], ""));
        }
        out.push_str(&element("w:footerReference", &[("w:type", "default"), ("r:id", foot)], ""));
        out.push_str(&element("w:type", &[("w:val", "nextPage")], ""));
        out.push_str(&element("w:pgSz", &size, ""));
        out.push_str(&element(
            "w:pgMar",
            &[
                ("w:top", margin.as_str()),
                ("w:right", &margin),
                ("w:bottom", &margin),
                ("w:left", &margin),
                ("w:header", "567"),
                ("w:footer", "567"),
                ("w:gutter", "0"),
            ],
            "",
        ));
        element("w:sectPr", &[], &out)
    }
}

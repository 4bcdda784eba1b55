//! The properties of pages: their sides, margins, heads and feet.

use crate::report::render::layout::page::{MARGIN, Page};
use crate::report::render::layout::xml::element;

impl Page {
    /// Writes the properties of a section that ends here.
    pub(in crate::report::render::word) fn section(self, has_header: bool) -> String {
        let (width, height) = self.sides();
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

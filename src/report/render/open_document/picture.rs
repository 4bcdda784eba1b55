//! Sets the picture of a figure in its paragraph, with what it says for those who do not see it.

use crate::plot::svg::escape;
use crate::report::render::layout::xml::element;

/// A picture to set.
#[derive(Debug)]
pub(super) struct Setting<'a> {
    /// Its name, which no other picture has.
    pub name: &'a str,
    /// « Figure 6 ».
    pub title: &'a str,
    /// What it shows, in words.
    pub told: &'a str,
    /// Names of its parts: the vector, and the raster for programs that show no vector.
    pub files: (&'a str, &'a str),
    /// Width and height in millimetres.
    pub extent: (f64, f64),
}

/// Writes a picture as one of the signs of its line. Of the two images a program shows the first that it
/// knows.
pub(super) fn picture(setting: &Setting<'_>) -> String {
    let image = |file: &str, kind: &str| {
        let attributes = [
            ("xlink:href", file),
            ("xlink:type", "simple"),
            ("xlink:show", "embed"),
            ("xlink:actuate", "onLoad"),
            ("draw:mime-type", kind),
        ];
        element("draw:image", &attributes, "")
    };
    let (width, height) = setting.extent;
    let (width, height) = (format!("{width:.2}mm"), format!("{height:.2}mm"));
    let attributes = [
        ("draw:style-name", "Graphics"),
        ("draw:name", setting.name),
        ("text:anchor-type", "as-char"),
        ("svg:width", width.as_str()),
        ("svg:height", &height),
    ];
    let inside = format!(
        "{}{}{}{}",
        image(setting.files.0, "image/svg+xml"),
        image(setting.files.1, "image/png"),
        element("svg:title", &[], &escape(setting.title)),
        element("svg:desc", &[], &escape(setting.told))
    );
    element("draw:frame", &attributes, &inside)
}

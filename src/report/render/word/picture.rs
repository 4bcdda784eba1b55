//! Sets the picture of a figure in its paragraph, with what it says for those who do not see it.

use crate::report::render::layout::picture::extent;
use crate::report::render::layout::xml::element;

/// English metric units of a millimetre.
const EMU_PER_MM: f64 = 36_000.0;

/// A picture to set.
#[derive(Debug)]
pub(super) struct Setting<'a> {
    /// Its number among all pictures, from 1.
    pub number: usize,
    /// « Figure 6 ».
    pub name: &'a str,
    /// What it shows, in words.
    pub told: &'a str,
    /// Relation of the raster.
    pub raster: &'a str,
    /// Relation of the vector.
    pub vector: &'a str,
    /// The drawing itself, for its shape.
    pub svg: &'a str,
    /// Width on paper in millimetres; 0: the usual one.
    pub paper_mm: u16,
}

/// Writes a run with a picture.
pub(super) fn picture(setting: &Setting<'_>) -> String {
    let (width, height) = extent(setting.svg, setting.paper_mm);
    let (width, height) = (emu(width).to_string(), emu(height).to_string());
    let number = setting.number.to_string();
    let named = [("id", number.as_str()), ("name", setting.name), ("descr", setting.told)];
    let vector = element(
        "asvg:svgBlip",
        &[
            ("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"),
            ("r:embed", setting.vector),
        ],
        "",
    );
    let vector = element("a:ext", &[("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")], &vector);
    let blip = element("a:blip", &[("r:embed", setting.raster)], &element("a:extLst", &[], &vector));
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    let shape = format!(
        "<pic:nvPicPr>{}<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch>\
         </pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>{}</a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>",
        element("pic:cNvPr", &named, ""),
        element("a:ext", &size, "")
    );
    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    let shape = element("pic:pic", &[("xmlns:pic", picture)], &shape);
    let graphic = element("a:graphicData", &[("uri", picture)], &shape);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">{}\
         <wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>{}<wp:cNvGraphicFramePr>\
         <a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>{}</wp:inline></w:drawing></w:r>",
        element("wp:extent", &size, ""),
        element("wp:docPr", &named, ""),
        element("a:graphic", &[], &graphic)
    )
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is small and positive")]
fn emu(mm: f64) -> u64 {
    (mm * EMU_PER_MM).round().max(1.0) as u64
}

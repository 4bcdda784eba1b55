//! Sets the picture of a figure in its paragraph, with what it says for those who do not see it.

use crate::plot::alone::size;
use crate::report::render::word::xml::element;

/// English metric units of a millimetre.
const EMU_PER_MM: f64 = 36_000.0;
/// The widest and the highest picture of a page, in millimetres; its caption and notes need room too.
const WIDEST_MM: f64 = 170.0;
const HIGHEST_MM: f64 = 205.0;
const USUAL_MM: f64 = 158.0;

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
    let (width, height) = extent(setting);
    let (width, height) = (width.to_string(), height.to_string());
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

/// Gives the size on paper; a tall drawing grows narrower rather than leave its page.
fn extent(setting: &Setting<'_>) -> (u64, u64) {
    let (width, height) = size(setting.svg).unwrap_or((700.0, 400.0));
    let asked = if setting.paper_mm == 0 { USUAL_MM } else { f64::from(setting.paper_mm) };
    let shape = height / width.max(1.0);
    let wide = asked.min(WIDEST_MM).min(HIGHEST_MM / shape.max(0.01));
    (emu(wide), emu(wide * shape))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is small and positive")]
fn emu(mm: f64) -> u64 {
    (mm * EMU_PER_MM).round().max(1.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::Width;
    use crate::plot::svg::{Alternative, Drawing};

    #[test]
    fn a_tall_drawing_stays_on_its_page() {
        let svg = Drawing::new().finish(&Alternative::default(), Width::Wide, 1_400.0);
        let mut setting =
            Setting { number: 1, name: "", told: "", raster: "", vector: "", svg: &svg, paper_mm: 0 };
        assert_eq!(extent(&setting), (emu(102.5), emu(205.0)));
        setting.paper_mm = 100;
        assert_eq!(extent(&setting), (emu(100.0), emu(200.0)));
    }
}

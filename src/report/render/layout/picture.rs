//! How large the picture of a figure is on paper, and what it says for those who do not see it.

use crate::plot::alone::size;
use crate::plot::alternative;

/// The widest and the highest picture of a page, in millimetres; its caption and notes need room too.
const WIDEST_MM: f64 = 170.0;
const HIGHEST_MM: f64 = 205.0;
const USUAL_MM: f64 = 158.0;

/// Gives width and height on paper in millimetres; a tall drawing grows narrower rather than leave its
/// page. `paper_mm` is the width asked for; 0: the usual one.
pub(in crate::report::render) fn extent(svg: &str, paper_mm: u16) -> (f64, f64) {
    let (width, height) = size(svg).unwrap_or((700.0, 400.0));
    let asked = if paper_mm == 0 { USUAL_MM } else { f64::from(paper_mm) };
    let shape = height / width.max(1.0);
    let wide = asked.min(WIDEST_MM).min(HIGHEST_MM / shape.max(0.01));
    (wide, wide * shape)
}

/// Says what a drawing shows, in words; the title of its figure where the drawing tells nothing.
pub(in crate::report::render) fn told(svg: &str, title: &str) -> String {
    let told = alternative(svg);
    let told: Vec<String> = [told.title, told.desc].into_iter().filter(|one| !one.is_empty()).collect();
    if told.is_empty() { title.to_owned() } else { told.join(". ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::Width;
    use crate::plot::svg::{Alternative, Drawing};

    #[test]
    fn a_tall_drawing_stays_on_its_page() {
        let svg = Drawing::new().finish(&Alternative::default(), Width::Wide, 1_400.0);
        let near = |(width, height): (f64, f64), wide: f64, high: f64| {
            assert!((width - wide).abs() < 1e-6 && (height - high).abs() < 1e-6, "{width} x {height}");
        };
        near(extent(&svg, 0), 102.5, 205.0);
        near(extent(&svg, 100), 100.0, 200.0);
    }
}

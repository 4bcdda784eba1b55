//! What must hold for every chart.

use std::fmt::Write as _;

use super::label::Area;
use super::sample;
use super::text::Font;
use super::*;

/// An element read back: its name, its attributes, the text right after its tag.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn number(&self, name: &str) -> f64 {
        self.get(name).and_then(|value| value.parse().ok()).unwrap_or(0.0)
    }
}

/// Reads the XML that the writer may produce, and fails on anything that is not well formed.
fn parse(xml: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = xml;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        assert!(is_escaped(text) && !text.contains('>'), "text not escaped: {text}");
        if let Some(last) = elements.last_mut().filter(|_| !text.is_empty()) {
            last.text.push_str(text);
        }
        let end = rest.find('>').expect("every tag is closed");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "tags close in order");
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut list) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while !list.trim().is_empty() {
            let (key, after) = list.trim_start().split_once("=\"").expect("an attribute has a quoted value");
            let (value, after) = after.split_once('"').expect("a value is closed");
            assert!(is_escaped(value), "value not escaped: {value}");
            assert!(!attributes.iter().any(|(other, _)| other == key), "{key} given twice");
            attributes.push((key.to_owned(), value.to_owned()));
            list = after;
        }
        if !closed {
            open.push(name.to_owned());
        }
        elements.push(Element { name: name.to_owned(), attributes, text: String::new() });
    }
    assert!(rest.is_empty() && open.is_empty(), "nothing is left open");
    elements
}

fn is_escaped(text: &str) -> bool {
    let entities = ["&amp;", "&lt;", "&gt;", "&quot;"];
    text.match_indices('&').all(|(at, _)| entities.iter().any(|entity| text[at..].starts_with(entity)))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Gives the size of the drawing and the estimated box of each of its texts.
fn boxes(svg: &str) -> (f64, f64, Vec<(Area, String)>) {
    let elements = parse(svg);
    let (width, height) = (elements[0].number("width"), elements[0].number("height"));
    let texts = elements
        .iter()
        .filter(|element| element.name == "text")
        .map(|element| {
            let classes: Vec<&str> = element.get("class").unwrap_or("").split(' ').collect();
            let has = |class: &str| classes.contains(&class);
            let size = if has("p-sm") {
                12.5
            } else if has("p-xs") {
                11.5
            } else if has("p-in") {
                9.5
            } else if has("p-in2") {
                8.6
            } else {
                13.0
            };
            let font = Font { size, bold: has("p-b") };
            let text = unescape(&element.text);
            let (x, y, length) = (element.number("x"), element.number("y"), font.width(&text));
            let left = match element.get("text-anchor") {
                Some("middle") => x - length / 2.0,
                Some("end") => x - length,
                _ => x,
            };
            let area = Area { left, right: left + length, top: y - size * 0.72, bottom: y + size * 0.2 };
            (area, text)
        })
        .collect();
    (width, height, texts)
}

/// Every sample in every width it has.
fn drawings() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (name, chart) in sample::all() {
        out.push((format!("{name} wide"), chart.render(Width::Wide)));
        if chart.narrows() {
            out.push((format!("{name} phone"), chart.render(Width::Phone)));
        }
    }
    out
}

#[test]
fn a_drawing_is_well_formed_and_named() {
    for (name, svg) in drawings() {
        let elements = parse(&svg);
        assert_eq!(elements[0].name, "svg", "{name}");
        assert_eq!(elements[0].get("role"), Some("img"), "{name}");
        assert_eq!((elements[1].name.as_str(), elements[2].name.as_str()), ("title", "desc"), "{name}");
        assert!(!elements[1].text.is_empty() && !elements[2].text.is_empty(), "{name}");
        let width = if name.ends_with("phone") { 350.0 } else { 700.0 };
        assert!((elements[0].number("width") - width).abs() < 1e-9, "{name}");
    }
}

#[test]
fn no_text_leaves_a_drawing() {
    for (name, svg) in drawings() {
        let (width, height, texts) = boxes(&svg);
        for (area, text) in texts {
            let inside = area.left >= -0.6
                && area.right <= width + 0.6
                && area.top >= -0.6
                && area.bottom <= height + 0.6;
            assert!(inside, "{name}: {text:?} at {area:?} in {width} x {height}");
        }
    }
}

#[test]
fn no_two_texts_overlap() {
    for (name, svg) in drawings() {
        let (_, _, texts) = boxes(&svg);
        for (index, (area, text)) in texts.iter().enumerate() {
            for (other, beside) in &texts[index + 1..] {
                assert!(area.overlap(other) < 0.5, "{name}: {text:?} over {beside:?}");
            }
        }
    }
}

#[test]
fn a_crowded_plane_keeps_its_names_apart() {
    let mut plane = sample::plane();
    for (index, place) in plane.places.iter_mut().enumerate() {
        place.x = 1.2 + scale::to_f64(index % 4) * 0.12;
        place.y = 0.8 + scale::to_f64(index / 4) * 0.16;
        place.rings = vec![(place.x - 0.1, place.y + 0.05)];
    }
    for width in [Width::Wide, Width::Phone] {
        let (_, _, texts) = boxes(&plane.render(width));
        let names: Vec<_> =
            texts.iter().filter(|(_, text)| text.starts_with('E') && text.len() == 3).collect();
        assert_eq!(names.len(), 12);
        for (index, (area, text)) in names.iter().enumerate() {
            for (other, beside) in &names[index + 1..] {
                assert!(area.overlap(other) < 0.5, "{text} over {beside}");
            }
        }
    }
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    let all = |drawings: Vec<(String, String)>| {
        drawings.into_iter().fold(String::new(), |mut out, (name, svg)| {
            let _ = writeln!(out, "{name} {svg}");
            out
        })
    };
    assert_eq!(all(drawings()), all(drawings()));
}

#[test]
fn a_coordinate_has_at_most_two_decimals() {
    for (name, svg) in drawings() {
        for element in parse(&svg) {
            for key in ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "points", "d"] {
                for value in element.get(key).unwrap_or("").split([',', ' ', 'M', 'A']) {
                    let decimals = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                    assert!(
                        decimals <= 2 && !value.contains("NaN") && !value.contains("inf"),
                        "{name}: {value}"
                    );
                }
            }
        }
    }
}

#[test]
fn colours_stand_in_the_style_only() {
    let style = style();
    for (name, svg) in drawings() {
        assert!(!svg.contains("fill=") && !svg.contains("style=") && !svg.contains("stroke=\""), "{name}");
        for element in parse(&svg) {
            for class in element.get("class").unwrap_or("").split(' ').filter(|class| class.starts_with("p-"))
            {
                assert!(
                    style.contains(&format!(".{class}{{")) || style.contains(&format!(".{class},")),
                    "{name}: {class}"
                );
            }
        }
    }
    for line in style.lines().skip(3).filter(|line| line.starts_with("svg")) {
        assert!(!line.contains('#'), "a rule names a variable, not a colour: {line}");
    }
}

#[test]
fn hostile_labels_are_escaped_in_every_chart() {
    let hostile = "<script>alert(\"x\")</script> & ]]> \u{0} \u{202e}é";
    let mut plane = sample::plane();
    plane.places[0].name = hostile.to_owned();
    plane.places[0].link = Some("javascript:alert(1)".to_owned());
    plane.places[1].link = Some("#a\" onclick=\"x".to_owned());
    plane.alternative.title = hostile.to_owned();
    plane.x.title = hostile.to_owned();
    let mut heatmap = sample::heatmap();
    heatmap.rows[0].rows[0].label = hostile.repeat(9);
    heatmap.rows[0].rows[0].cells[0].hint = Some(hostile.to_owned());
    let mut dots = sample::agreement();
    dots.groups[0].rows[0].label = hostile.repeat(20);
    for svg in [
        plane.render(Width::Wide),
        plane.render(Width::Phone),
        heatmap.render(Width::Wide),
        dots.render(Width::Phone),
        standalone(&plane.render(Width::Wide), hostile, &[hostile.to_owned()], Inks::Light),
    ] {
        parse(&svg);
        assert!(!svg.contains("<script") && !svg.contains("javascript:") && !svg.contains('\u{0}'));
    }
}

#[test]
fn nothing_at_all_is_drawn_without_a_panic() {
    let charts: Vec<Box<dyn Chart>> = vec![
        Box::new(Plane::default()),
        Box::new(HeatMap::default()),
        Box::new(Cooccurrence::default()),
        Box::new(Arcs::default()),
        Box::new(Dots::default()),
        Box::new(PairDots::default()),
        Box::new(Dendrogram::default()),
        Box::new(Silhouette::default()),
        Box::new(Moves::default()),
        Box::new(Accumulation::default()),
        Box::new(Lanes::default()),
        Box::new(Likert::default()),
        Box::new(Transitions::default()),
        Box::new(Survival::default()),
    ];
    for chart in charts {
        for width in [Width::Wide, Width::Phone] {
            parse(&chart.render(width));
        }
    }
}

/// Keeps one thing of each sample, makes numbers undefined and indices wrong: a bad table must not end the
/// report.
#[test]
fn single_rows_and_broken_numbers_are_drawn_without_a_panic() {
    let mut plane = sample::plane();
    plane.places.truncate(1);
    plane.places[0].x = f64::NAN;
    plane.centres.truncate(1);
    plane.spread = (0.0, f64::INFINITY);
    let mut cooccurrence = sample::cooccurrence();
    cooccurrence.items.truncate(1);
    let mut arcs = sample::arcs();
    arcs.items.truncate(2);
    arcs.ties.push(Tie { first: 1, second: 1, shared: f64::NAN, label: "?".to_owned() });
    let mut dendrogram = sample::dendrogram();
    dendrogram.leaves.truncate(1);
    dendrogram.order = vec![7, 0, 0];
    let mut silhouette = sample::silhouette();
    silhouette.axis.from = -0.5;
    silhouette.groups.truncate(1);
    silhouette.groups[0].bars[0].value = Some(-0.4);
    silhouette.groups[0].bars[1].value = None;
    let mut moves = sample::moves();
    moves.rows.truncate(1);
    moves.rows[0].cells.truncate(2);
    let mut accumulation = sample::accumulation();
    accumulation.steps.truncate(1);
    let mut lanes = sample::lanes();
    lanes.panels.truncate(1);
    lanes.lanes[0].cells[0].marks[0].at = f64::NAN;
    let mut likert = sample::likert();
    likert.groups.truncate(1);
    likert.groups[0].rows[0].shares = [f64::NAN; 5];
    let mut transitions = sample::transitions();
    transitions.rows.truncate(1);
    transitions.rows[0].counts = [0.0; 4];
    let mut survival = sample::survival();
    survival.curves.truncate(1);
    survival.curves[0].steps.truncate(1);
    let mut dots = sample::rates();
    dots.groups[0].rows.truncate(1);
    dots.groups[0].rows[0].dots[0].at = None;
    let charts: Vec<Box<dyn Chart>> = vec![
        Box::new(plane),
        Box::new(cooccurrence),
        Box::new(arcs),
        Box::new(dendrogram),
        Box::new(silhouette),
        Box::new(moves),
        Box::new(accumulation),
        Box::new(lanes),
        Box::new(likert),
        Box::new(transitions),
        Box::new(survival),
        Box::new(dots),
    ];
    for chart in charts {
        for width in [Width::Wide, Width::Phone] {
            let svg = chart.render(width);
            parse(&svg);
            assert!(!svg.contains("NaN"));
        }
    }
}

#[test]
fn columns_of_no_group_have_neither_shape_nor_rule() {
    let mut heatmap = sample::heatmap();
    assert!(heatmap.render(Width::Wide).contains("p-bar"));
    for group in &mut heatmap.columns {
        group.name = String::new();
    }
    assert!(!heatmap.render(Width::Wide).contains("p-bar"));
}

#[test]
fn a_large_grid_grows_instead_of_shrinking_its_letters() {
    let mut heatmap = sample::heatmap();
    heatmap.columns[0].columns = (1..=40).map(|index| format!("E{index:02}")).collect();
    let (width, _, texts) = boxes(&heatmap.render(Width::Wide));
    assert!(width > 1_000.0);
    assert!(texts.iter().all(|(area, _)| area.right <= width + 0.6));
}

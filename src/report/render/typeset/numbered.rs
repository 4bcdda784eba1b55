//! Writes what carries a number: tables and figures, with their captions and notes.

use crate::plot::alone::size;
use crate::plot::{alternative, printed};
use crate::report::document::{Cell, Figure, Note, Row, RowKind, Table};
use crate::report::render::layout::width::{Setting, lines, row_lines, set, words_after_number};
use crate::report::render::typeset::body::Body;
use crate::report::render::typeset::literal::{array, string};
use crate::report::render::typeset::phrase::{link, words};
use crate::report::render::workbook::{label, sorted};

/// Room for text in twips: an A4 sheet upright, and on its side.
const UPRIGHT: u32 = 9_864;
const SIDEWAYS: u32 = 14_796;
/// Lines over which a table may go on to the next page: kept whole, it would leave the page before it
/// half empty.
const LONG: usize = 16;
/// Lines over which a page may cut a row.
const TALL: usize = 12;

/// The widest and the highest drawing of a page, in millimetres; captions and notes need room too.
const WIDEST_MM: f64 = 174.0;
const HIGHEST_MM: f64 = 200.0;
const USUAL_MM: f64 = 158.0;

impl Body<'_> {
    /// Writes a table with its caption and notes; a wide one has a page on its side.
    pub(super) fn table(&mut self, table: &Table) -> String {
        let upright = set(table, UPRIGHT);
        let is_upright = upright.fits;
        let setting = if is_upright { upright } else { set(table, SIDEWAYS) };
        let legend = if table.title.is_empty() {
            "none".to_owned()
        } else {
            // A table alone in its document has no number.
            let name = if table.number == 0 {
                String::new()
            } else {
                self.words.text("report-table-label", &[("number", table.number.into())])
            };
            self.caption(&format!("tab-{}", table.name), &name, &table.title, &table.unit)
        };
        let is_whole = lines(table, &setting) <= LONG;
        let rows = self.rows(table, &setting);
        let notes = self.notes(&table.notes);
        let written = format!("#tabled({is_whole}, {legend}, {rows}, {notes})");
        if is_upright { written } else { format!("#sideways[{written}]") }
    }

    fn caption(&mut self, anchor: &str, name: &str, title: &str, unit: &str) -> String {
        format!("caption({}, {}, {}, {})", self.mark(anchor), string(name), string(title), string(unit))
    }

    fn rows(&mut self, table: &Table, setting: &Setting) -> String {
        let columns = &table.columns;
        let places = |is_wanted: &dyn Fn(usize) -> bool| {
            array((0..columns.len()).filter(|at| is_wanted(*at)).map(|at| at.to_string()))
        };
        let widths = array(setting.columns.iter().map(|width| format!("{width}fr")));
        let numbers = places(&|at| columns[at].is_number);
        let apart = places(&|at| words_after_number(columns, at));
        let head = array(columns.iter().map(|column| string(&column.title)));
        let body = array(table.rows.iter().map(|row| self.row(row, columns.len(), setting)));
        let half_points = setting.half_points;
        format!("rows({widths}, {half_points}pt / 2, {numbers}, {apart}, {head}, {body})")
    }

    fn row(&mut self, row: &Row, columns: usize, setting: &Setting) -> String {
        let place = match row.anchor.as_ref().map(|anchor| self.mark(anchor)) {
            Some(anchor) if anchor != "none" => format!("#at({anchor})"),
            _ => String::new(),
        };
        let cells = (0..columns).map(|at| {
            let content = row.cells.get(at).map_or_else(String::new, |cell| self.cell(cell));
            if at == 0 { format!("[{place}{content}]") } else { format!("[{content}]") }
        });
        let is_whole = row_lines(row, setting) <= TALL;
        format!("({}, {is_whole}, {})", row.kind == RowKind::Total, array(cells))
    }

    fn cell(&self, cell: &Cell) -> String {
        let sign = |key: &str| link("quietly", "signs", &self.words.plain(key), &self.anchors);
        match cell {
            Cell::Text(text) => format!("#{}", self.phrase(text)),
            Cell::Number { text, anchor: Some(anchor), .. } => link("quietly", anchor, text, &self.anchors),
            Cell::Number { text, anchor: None, .. } | Cell::Estimate { text, .. } => words(text),
            Cell::Suppressed => sign("report-sign-suppressed"),
            Cell::Zero => words("–"),
            Cell::NotAvailable => sign("report-sign-not-available"),
            Cell::NotApplicable => sign("report-sign-not-applicable"),
        }
    }

    /// Writes Note, Lecture, Champ, Source.
    fn notes(&self, notes: &[Note]) -> String {
        if notes.is_empty() {
            return "none".to_owned();
        }
        let lines = sorted(notes).into_iter().map(|note| {
            format!("({}, {})", string(&self.words.plain(label(note.kind))), self.phrase(&note.text))
        });
        format!("notes(..{})", array(lines))
    }

    pub(super) fn figure(&mut self, figure: &Figure) -> String {
        let name = self.words.text("report-figure-label", &[("number", figure.number.into())]);
        let legend = self.caption(&format!("fig-{}", figure.name), &name, &figure.title, &figure.unit);
        let mut high = 0.0;
        let mut parts = String::new();
        for drawn in &figure.drawings {
            let told = alternative(&drawn.wide);
            let told: Vec<&str> =
                [told.title.as_str(), &told.desc].into_iter().filter(|one| !one.is_empty()).collect();
            let told = if told.is_empty() { figure.title.clone() } else { told.join(". ") };
            let (wide_mm, high_mm) = extent(&drawn.wide, figure.paper_mm);
            high += high_mm;
            let file = format!("{}.svg", self.drawings.len());
            self.drawings.push(printed(&drawn.wide));
            let heading = drawn.heading.as_deref().unwrap_or_default();
            let told = string(&told);
            let heading = string(heading);
            parts.push_str(&format!("drawing({}, {told}, {wide_mm:.2}mm, {heading}), ", string(&file)));
        }
        let notes = self.notes(&figure.notes);
        format!("#drawn({}, {legend}, {parts}{notes})", high <= HIGHEST_MM)
    }
}

/// Gives width and height on paper in millimetres; a tall drawing grows narrower rather than leave its
/// page.
fn extent(svg: &str, paper_mm: u16) -> (f64, f64) {
    let (width, height) = size(svg).unwrap_or((700.0, 400.0));
    let asked = if paper_mm == 0 { USUAL_MM } else { f64::from(paper_mm) };
    let shape = (height / width.max(1.0)).max(0.01);
    let wide = asked.min(WIDEST_MM).min(HIGHEST_MM / shape);
    (wide, wide * shape)
}

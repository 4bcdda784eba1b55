//! Codes met as interviews are added: the curve of the report, and what `propos saturation` says of it.

use crate::app::findings::Overview;
use crate::app::saturation::{SaturationOutcome, follow};
use crate::report;
use crate::report::document::{Block, Phrase};
use crate::web::page::Page;
use crate::web::page::grid::Grid;
use crate::web::page::reason::reason;
use crate::web::route::door::told;

/// Writes the curve and what may be said of it, for the page that stands at `here`.
pub(super) fn written_for(page: &Page, overview: &Overview, here: &str) -> String {
    let grid = Grid::of(page);
    let Ok(outcome) = follow(&overview.material) else { return String::new() };
    let figure = report::accumulation_figure(&overview.findings, grid.words).map(Block::Figure);
    let blocks = figure.into_iter().chain([Block::List(said(grid, overview, &outcome))]).collect();
    told(blocks, &overview.findings, grid.words, here)
}

fn said(grid: Grid<'_>, overview: &Overview, outcome: &SaturationOutcome) -> Vec<Phrase> {
    let found = match &outcome.accumulation {
        Ok(found) => found,
        Err(why) => {
            let why = reason(grid.words, *why);
            return vec![grid.phrase("saturation-none", &[("reason", why.into())])];
        }
    };
    let format = grid.format;
    let coverage = match &found.coverage {
        Ok(share) => format.share(*share, 1),
        Err(why) => reason(grid.words, *why),
    };
    let one = |value: &Result<f64, _>| match value {
        Ok(value) => format.decimal(*value, 1),
        Err(why) => reason(grid.words, *why),
    };
    let estimate = [
        ("estimate", one(&found.chao2).into()),
        ("error", one(&found.chao2_se).into()),
        ("uniques", found.uniques.into()),
    ];
    let met = [("met", found.observed.into()), ("codebook", outcome.codebook.into())];
    let mut said = vec![
        grid.phrase("saturation-found", &met),
        grid.phrase("saturation-chao", &estimate),
        grid.phrase("saturation-coverage", &[("coverage", coverage.into())]),
    ];
    if !outcome.never_met.is_empty() {
        let title = |id: &String| {
            let code = overview.material.codebook.codes().find(|code| code.id.0 == *id);
            code.map_or_else(|| id.clone(), |code| format.spaced(&code.title))
        };
        let codes: Vec<String> = outcome.never_met.iter().map(title).collect();
        said.push(grid.phrase("saturation-never", &[("codes", codes.join(", ").into())]));
    }
    said.push(grid.phrase("saturation-caveat", &[("codebook", outcome.codebook.into())]));
    said
}

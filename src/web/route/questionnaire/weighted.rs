//! The questionnaire weighted, beside the figures as they are: `propos weights` as a page shows it, small
//! numbers hidden as everywhere.

use crate::analysis::disclosure::{protect, protect_list_after};
use crate::analysis::weighting::WeightedMean;
use crate::app::AppError;
use crate::app::findings::Overview;
use crate::app::weights::{SideBySide, WeightsOutcome, refusal};
use crate::domain::settings::WeightBase;
use crate::report::document::{Block, Cell, Table};
use crate::web::error::WebError;
use crate::web::page::grid::Grid;

/// Writes all of it, or why there is none; nothing without records to weigh to.
pub(super) fn blocks(grid: Grid<'_>, overview: &Overview) -> Vec<Block> {
    let outcome = match overview.weighted(grid.words) {
        Some(Ok(outcome)) => outcome,
        Some(Err(error)) => {
            let why = match error {
                AppError::Weights(reason) => {
                    let (key, arguments) = refusal(reason);
                    grid.words.text(key, &arguments)
                }
                AppError::Unknown { name, .. } => {
                    grid.words.text("survey-no-margin", &[("name", name.as_str().into())])
                }
                other => WebError::bad("internal", &[("reason", &other.to_string())]).message(grid.words),
            };
            return vec![grid.paragraph("survey-no-weights", &[("reason", why.into())])];
        }
        None => return Vec::new(),
    };
    let mut blocks = vec![Block::List(summary(grid, outcome))];
    blocks.extend(near(grid, overview, outcome));
    blocks.push(scores(grid, overview, outcome));
    blocks.extend(crosstabs(grid, outcome));
    blocks
}

fn summary(grid: Grid<'_>, outcome: &WeightsOutcome) -> Vec<crate::report::document::Phrase> {
    let format = grid.format;
    let base = grid.say(match outcome.base {
        WeightBase::Families => "weights-families",
        WeightBase::Population => "weights-population",
    });
    let margins: Vec<&str> = outcome.margins.iter().map(|margin| margin.title.as_str()).collect();
    let mut said = vec![
        grid.phrase(
            "weights-title",
            &[
                ("n", outcome.weighted.into()),
                ("respondents", outcome.respondents.into()),
                ("base", base.into()),
                ("population", format.decimal(outcome.population, 0).into()),
            ],
        ),
        grid.phrase("survey-margins", &[("margins", format.joined(&margins).into())]),
    ];
    if outcome.left_out > 0 {
        said.push(grid.phrase("weights-left-out", &[("count", outcome.left_out.into())]));
    }
    let effect = &outcome.effect;
    said.push(grid.phrase(
        "weights-effect",
        &[
            ("deff", format.decimal(effect.deff, 2).into()),
            ("effective", format.decimal(effect.effective_n, 0).into()),
            ("least", format.decimal(effect.least, 2).into()),
            ("most", format.decimal(effect.most, 2).into()),
        ],
    ));
    said.push(grid.phrase(
        "weights-trimmed",
        &[
            ("count", outcome.trimmed.into()),
            ("least", format.decimal(outcome.bounds.least, 1).into()),
            ("most", format.decimal(outcome.bounds.most, 1).into()),
        ],
    ));
    if outcome.beyond > 0 {
        said.push(grid.phrase("weights-beyond", &[("count", outcome.beyond.into())]));
    }
    said.push(outcome.caution.clone().into());
    said
}

/// A mean with its error, as it is and weighted, in a unit.
fn pair(grid: Grid<'_>, one: &SideBySide, unit: f64) -> [Cell; 2] {
    let write = |mean: &WeightedMean| {
        let (value, error) = (mean.mean * unit, mean.standard_error * unit);
        if value == 0.0 && error == 0.0 {
            return Cell::Zero;
        }
        let text = format!("{} ± {}", grid.format.decimal(value, 1), grid.format.decimal(error, 1));
        Cell::Number { text, value, anchor: None }
    };
    [grid.defined(&one.unweighted, write), grid.defined(&one.weighted, write)]
}

fn respondents(count: usize, grid: Grid<'_>, mut table: Table) -> Block {
    table.unit = grid.words.text("survey-weights-unit", &[("n", count.into())]);
    Block::Table(table)
}

/// Respondents near each profile, then near none. What is hidden in the table of the assignment, or is
/// small by itself, is hidden here.
fn near(grid: Grid<'_>, overview: &Overview, outcome: &WeightsOutcome) -> Option<Block> {
    let profiles = outcome.near.len().checked_sub(2)?;
    let hidden = hidden(overview, outcome, profiles);
    let rows = outcome
        .near
        .iter()
        .zip(hidden)
        .enumerate()
        .map(|(at, (one, is_hidden))| {
            let name = match at {
                at if at < profiles => grid.profile(at),
                at if at == profiles => Cell::text(grid.say("link-indeterminate")),
                _ => Cell::text(grid.say("link-outside")),
            };
            let [unweighted, weighted] =
                if is_hidden { [Cell::Suppressed, Cell::Suppressed] } else { pair(grid, one, 100.0) };
            vec![name, unweighted, weighted]
        })
        .collect();
    let heads = grid.heads(&["weights-place", "weights-unweighted", "weights-weighted"]);
    let table = grid.table("weights-near", grid.say("weights-near"), heads, 1, rows, Vec::new());
    Some(respondents(outcome.weighted, grid, table))
}

/// Which places are hidden: those of the assignment's table, small ones with what would give them back,
/// and both places near no profile when one of them is.
fn hidden(overview: &Overview, outcome: &WeightsOutcome, profiles: usize) -> Vec<bool> {
    let threshold = overview.material.settings.report.threshold;
    let survey = overview.findings.questionnaire.as_ref();
    let assignment = survey.and_then(|survey| survey.assignment.as_ref());
    let totals = assignment.map(|one| protect(&one.counts, threshold).column_totals).unwrap_or_default();
    let counts: Vec<u64> = outcome
        .near
        .iter()
        .map(|one| {
            let mean = one.unweighted.as_ref().map_or(0.0, |mean| mean.mean * mean.n as f64);
            // A share of whole persons.
            mean.round().max(0.0) as u64
        })
        .collect();
    let is_hidden_there = |at: usize| totals.get(at.min(profiles)).is_some_and(|total| total.is_hidden());
    let mut hidden = protect_list_after(&counts, threshold, &is_hidden_there).hidden();
    if let Some(none @ [_, _]) = hidden.get_mut(profiles..) {
        let is_either = none.contains(&true);
        none.fill(is_either);
    }
    hidden
}

/// Mean scores, of all and near each profile.
fn scores(grid: Grid<'_>, overview: &Overview, outcome: &WeightsOutcome) -> Block {
    let threshold = overview.material.settings.report.threshold;
    let is_small = |one: &SideBySide| {
        let n = one.unweighted.as_ref().map_or(0, |mean| mean.n);
        n > 0 && (n as u64) < threshold
    };
    let mut rows = Vec::new();
    for scale in &outcome.scores {
        let title = grid.format.spaced(&scale.title);
        let title = if scale.active { format!("{title}, {}", grid.say("link-active")) } else { title };
        let everybody = std::iter::once((Cell::text(grid.say("indicators-all")), &scale.all));
        let profiles = scale.by_profile.iter().enumerate().map(|(at, one)| (grid.profile(at), one));
        for (place, one) in everybody.chain(profiles) {
            let [unweighted, weighted] =
                if is_small(one) { [Cell::Suppressed, Cell::Suppressed] } else { pair(grid, one, 1.0) };
            rows.push(vec![Cell::text(title.as_str()), place, unweighted, weighted]);
        }
    }
    let heads = grid.heads(&["link-scale", "weights-place", "weights-unweighted", "weights-weighted"]);
    let table = grid.table("weights-scores", grid.say("weights-scores"), heads, 2, rows, Vec::new());
    respondents(outcome.weighted, grid, table)
}

/// Characteristics by profile: the test as it is, and the one that knows of the weights.
fn crosstabs(grid: Grid<'_>, outcome: &WeightsOutcome) -> Option<Block> {
    if outcome.crosstabs.is_empty() {
        return None;
    }
    let p = |p: f64| Cell::Number { text: grid.format.p_value(p), value: p, anchor: None };
    let rows = outcome
        .crosstabs
        .iter()
        .map(|one| {
            let mut row = vec![Cell::text(grid.format.spaced(&one.title))];
            match &one.unweighted {
                Ok(test) => row.extend([grid.decimal(Some(test.chi2), 2), p(test.p)]),
                Err(why) => {
                    row.extend([grid.defined::<f64>(&Err(*why), |_| Cell::Zero), Cell::NotApplicable])
                }
            }
            match &one.weighted {
                Ok(test) => row.extend([grid.decimal(Some(test.f), 2), p(test.p)]),
                Err(why) => {
                    row.extend([grid.defined::<f64>(&Err(*why), |_| Cell::Zero), Cell::NotApplicable])
                }
            }
            row
        })
        .collect();
    let heads = grid.heads(&["weights-crossed", "weights-chi2", "link-p", "weights-f", "link-p"]);
    let table = grid.table("weights-crosstabs", grid.say("weights-crosstabs"), heads, 1, rows, Vec::new());
    Some(respondents(outcome.weighted, grid, table))
}

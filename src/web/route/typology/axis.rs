//! How the axes are measured, and what the codes weigh on them.

use crate::app::findings::Overview;
use crate::domain::settings::Measure;
use crate::i18n::Format;
use crate::web::page::Page;

/// An axis with the measures it can have.
pub(super) struct AxisChoice {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) measures: Vec<Choice>,
}

/// Something to choose.
pub(super) struct Choice {
    pub(super) value: &'static str,
    pub(super) title: String,
    pub(super) is_chosen: bool,
}

/// A code with its weights, axis by axis.
pub(super) struct Weights {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) address: String,
    pub(super) theme: usize,
    pub(super) variant: usize,
    pub(super) cells: Vec<Weight>,
}

/// A weight.
pub(super) struct Weight {
    pub(super) axis: String,
    pub(super) label: String,
    /// As a field of numbers holds it.
    pub(super) value: String,
}

/// Lists the axes of the plane.
pub(super) fn axes(page: &Page, overview: &Overview) -> Vec<AxisChoice> {
    of_plane(overview)
        .map(|axis| {
            let title = axis.title.get(page.catalog().language());
            AxisChoice {
                id: axis.id.0.clone(),
                label: page.with("board-measure", "axis", title),
                measures: Measure::ALL
                    .into_iter()
                    .rev()
                    .map(|measure| Choice {
                        value: measure.name(),
                        title: page.say(&format!("board-measure-{}", measure.name())),
                        is_chosen: axis.measure == measure,
                    })
                    .collect(),
            }
        })
        .collect()
}

fn of_plane(overview: &Overview) -> impl Iterator<Item = &crate::domain::settings::Axis> {
    let settings = &overview.material.settings;
    let plane = [&settings.typology.horizontal, &settings.typology.vertical];
    plane.into_iter().filter_map(|id| settings.axes.iter().find(|axis| axis.id == *id))
}

/// Titles of the axes of the plane.
pub(super) fn titles(page: &Page, overview: &Overview) -> Vec<String> {
    of_plane(overview).map(|axis| axis.title.get(page.catalog().language()).to_owned()).collect()
}

/// Lists every code with its weights, those that weigh first in each theme.
pub(super) fn weights(page: &Page, overview: &Overview) -> Vec<Weights> {
    let format = Format::new(page.catalog().language());
    let mut rows = Vec::new();
    for (theme, group) in overview.material.codebook.themes.iter().enumerate() {
        for (variant, code) in group.codes.iter().enumerate().filter(|(_, code)| code.retired.is_none()) {
            let cells = of_plane(overview)
                .map(|axis| {
                    let known = code.weights.iter().find(|(known, _)| *known == axis.id);
                    let title = axis.title.get(page.catalog().language());
                    let arguments = [("code", code.title.as_str().into()), ("axis", title.into())];
                    Weight {
                        axis: axis.id.0.clone(),
                        label: page.catalog().text("board-weight-of", &arguments),
                        value: known.map_or_else(|| "0".to_owned(), |(_, weight)| weight.to_string()),
                    }
                })
                .collect();
            rows.push(Weights {
                code: code.id.0.clone(),
                title: format.spaced(&code.title),
                address: crate::web::route::door::code(code.id.as_str()),
                theme,
                variant,
                cells,
            });
        }
    }
    rows
}

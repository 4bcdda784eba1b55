//! The codes that come together most, drawn as arcs.

use crate::app::crossing::{Crossing, Pair};
use crate::i18n::Format;
use crate::plot::{Alternative, ArcItem, Arcs, Chart, Tie, Width};
use crate::web::page::Page;

/// Draws pairs; only codes with a tie are listed.
pub(super) fn draw(page: &Page, crossing: &Crossing, pairs: &[Pair], title: &str) -> String {
    let format = Format::new(page.catalog().language());
    let mut shown: Vec<usize> = pairs.iter().flat_map(|pair| [pair.first, pair.second]).collect();
    shown.sort_unstable();
    shown.dedup();
    let place = |rank: usize| shown.iter().position(|known| *known == rank);
    let said: Vec<String> = pairs
        .iter()
        .filter_map(|pair| {
            let (first, second) = pair.codes(crossing)?;
            Some(format!("{} – {} : {}", first.title, second.title, format.decimal(pair.shared, 0)))
        })
        .collect();
    let chart = Arcs {
        alternative: Alternative { title: title.to_owned(), desc: said.join(" ; ") },
        items: shown
            .iter()
            .filter_map(|rank| crossing.rows.get(*rank))
            .map(|row| ArcItem {
                label: row.code.title.clone(),
                weight: row.total.unwrap_or(0.0),
                group: row.code.theme,
            })
            .collect(),
        ties: pairs
            .iter()
            .filter_map(|pair| {
                Some(Tie {
                    first: place(pair.first)?,
                    second: place(pair.second)?,
                    shared: pair.shared,
                    label: format.decimal(pair.shared, 0),
                })
            })
            .collect(),
        none: page.say("matrices-no-pair"),
        key: page.say("matrices-arcs-key"),
    };
    chart.render(Width::Wide)
}

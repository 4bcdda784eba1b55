//! How far the items of each scale hold together.

use crate::analysis::scale::Reliability;
use crate::analysis::statistics::undefined::Defined;
use crate::app::findings::Overview;
use crate::i18n::Format;
use crate::web::page::Page;
use crate::web::page::reason::undefined;

/// A scale with its coefficients.
pub(super) struct ScaleCard {
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) answered: String,
    pub(super) facts: Vec<(String, String)>,
    pub(super) items: Vec<ItemLine>,
}

/// An item of a scale.
pub(super) struct ItemLine {
    pub(super) title: String,
    pub(super) is_reversed: bool,
    pub(super) cells: Vec<String>,
}

/// Gathers the scales in the order of the questionnaire; fewer answers than the threshold tell nothing.
pub(super) fn scales(page: &Page, overview: &Overview) -> Vec<ScaleCard> {
    let Some((answers, link)) = &overview.survey else { return Vec::new() };
    let language = page.catalog().language();
    let format = Format::new(language);
    let threshold = overview.material.settings.report.threshold;
    link.scales
        .iter()
        .map(|scale| {
            let found = &scale.reliability;
            let is_small = u64::try_from(found.n).unwrap_or(u64::MAX) < threshold;
            let tell = |value: &Defined| {
                if is_small { page.say("report-sign-suppressed") } else { told(page, value) }
            };
            let declared = answers.definition.scales.iter().find(|one| one.id == scale.scale);
            let items = declared.map(|declared| {
                let lines = declared.items.iter().zip(&declared.reversed).enumerate();
                lines
                    .filter_map(|(at, (item, reversed))| {
                        let item = answers.definition.items.get(*item)?;
                        let list = [&found.means, &found.deviations, &found.item_rest, &found.alpha_without];
                        Some(ItemLine {
                            title: format.spaced(item.title.get(language)),
                            is_reversed: *reversed,
                            cells: list
                                .iter()
                                .map(|values| values.get(at).map_or_else(String::new, &tell))
                                .collect(),
                        })
                    })
                    .collect()
            });
            let n = i64::try_from(found.n).unwrap_or(i64::MAX);
            ScaleCard {
                anchor: format!("scale-{}", scale.scale),
                title: format.spaced(&scale.title),
                answered: if is_small {
                    page.say("survey-few")
                } else {
                    page.catalog().text("survey-complete", &[("n", n.into())])
                },
                facts: facts(page, found, is_small),
                items: items.unwrap_or_default(),
            }
        })
        .collect()
}

fn facts(page: &Page, found: &Reliability, is_small: bool) -> Vec<(String, String)> {
    let format = Format::new(page.catalog().language());
    let omega = found.factor.as_ref().map(|factor| factor.omega).map_err(|why| *why);
    let mut facts: Vec<(String, String)> = [
        ("survey-alpha", &found.alpha),
        ("survey-alpha-standardised", &found.alpha_standardised),
        ("survey-omega", &omega),
        ("survey-mean-correlation", &found.mean_correlation),
    ]
    .into_iter()
    .map(|(key, value)| (page.say(key), told(page, value)))
    .collect();
    if let (Ok([low, high]), Some(first)) = (&found.interval, facts.first_mut()) {
        first.1 = format!("{} {}", first.1, format.interval(*low, *high, 2));
    }
    if is_small {
        for fact in &mut facts {
            fact.1 = page.say("report-sign-suppressed");
        }
    }
    facts
}

/// Writes a statistic, or says why it has no value.
fn told(page: &Page, value: &Defined) -> String {
    match value {
        Ok(value) => Format::new(page.catalog().language()).decimal(*value, 2),
        Err(why) => undefined(page.catalog(), *why),
    }
}

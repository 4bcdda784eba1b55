//! The conditions that can be added, by kind.

use crate::app::coders::Coder;
use crate::app::passages::Condition;
use crate::app::people::CaseHead;
use crate::domain::codebook::Theme;
use crate::i18n::Catalog;

/// Values of one attribute that are offered; more of them would be one interview each.
const MOST: usize = 40;

/// Conditions of one kind.
pub(super) struct Offer {
    /// As the page's script names it.
    pub(super) kind: &'static str,
    /// As people read it.
    pub(super) title: String,
    /// Condition, and its words.
    pub(super) options: Vec<(String, String)>,
}

/// Lists what can be asked of passages.
pub(super) fn offers(
    catalog: &Catalog,
    themes: &[Theme],
    heads: &[CaseHead],
    coders: &[Coder],
) -> Vec<Offer> {
    let codes = |make: fn(crate::domain::CodeId) -> Condition| -> Vec<(String, String)> {
        let codes = themes.iter().flat_map(|theme| &theme.codes);
        codes.map(|code| (make(code.id.clone()).to_string(), code.title.clone())).collect()
    };
    let mut offers = vec![
        ("code", codes(Condition::Code)),
        ("only", codes(Condition::Only)),
        (
            "theme",
            themes
                .iter()
                .map(|theme| (Condition::Theme(theme.id.clone()).to_string(), theme.title.clone()))
                .collect(),
        ),
        ("overlaps", codes(Condition::Overlaps)),
        ("turn", codes(Condition::SameTurn)),
        (
            "transcript",
            heads
                .iter()
                .map(|head| (Condition::Transcript(head.id.clone()).to_string(), head.label()))
                .collect(),
        ),
        ("attribute", attributes(heads)),
        (
            "coder",
            coders
                .iter()
                .map(|coder| (Condition::Coder(coder.id.clone()).to_string(), coder.name.clone()))
                .collect(),
        ),
        (
            "intensity",
            [Some(3), Some(2), Some(1), None]
                .into_iter()
                .map(|level: Option<u8>| {
                    let label = level
                        .map_or_else(|| catalog.plain("passages-intensity-none"), |level| level.to_string());
                    (Condition::Intensity(level).to_string(), label)
                })
                .collect(),
        ),
        ("definition", vec![(Condition::Stale.to_string(), catalog.plain("passages-definition-stale"))]),
    ];
    // Without sub-codes, « this code and those under it » is « this code ».
    if themes.iter().flat_map(|theme| &theme.codes).all(|code| code.parent.is_none()) {
        offers.retain(|(kind, _)| *kind != "only");
    }
    offers
        .into_iter()
        .filter(|(_, options)| !options.is_empty())
        .map(|(kind, options)| Offer {
            kind,
            title: catalog.plain(&format!("passages-kind-{kind}")),
            options,
        })
        .collect()
}

fn attributes(heads: &[CaseHead]) -> Vec<(String, String)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for (name, value) in heads.iter().flat_map(CaseHead::attributes) {
        match found.iter_mut().find(|(known, _)| known == name) {
            Some((_, values)) if values.contains(value) => {}
            Some((_, values)) => values.push(value.clone()),
            None => found.push((name.clone(), vec![value.clone()])),
        }
    }
    // What has one value for all, or another for each, sorts nothing.
    found.retain(|(_, values)| values.len() > 1 && values.len() <= MOST);
    found
        .into_iter()
        .flat_map(|(name, mut values)| {
            values.sort();
            values.into_iter().map(move |value| {
                let words = format!("{name} = {value}");
                (Condition::Attribute(name.clone(), value).to_string(), words)
            })
        })
        .collect()
}

//! Scoring keys of published scales: how items make a score, never what the items say.
//!
//! A key belongs to a version of a scale, not to its name: forms of one name differ in the range of
//! their items and in those that are reversed. The wording of most is under licence, so that none is
//! held here. Compare a key with the manual of the form that was handed out.

use super::definition::Combination;

/// The scoring key of one version of a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleKey {
    /// As `questionnaire.toml` names it.
    pub name: &'static str,
    /// In French, then in English.
    pub title: [&'static str; 2],
    /// Number of items.
    pub items: usize,
    /// Least and greatest value of an item.
    pub range: (f64, f64),
    /// Reversed items, from 1.
    pub reversed: &'static [usize],
    /// Least share of items that must be answered.
    pub answered: f64,
    /// How items make a score.
    pub combination: Combination,
    /// What the combination is multiplied by.
    pub factor: f64,
    /// Score for each raw sum, where the scale has such a table.
    pub table: &'static [(f64, f64)],
    /// Whether all items together have a score.
    pub has_total: bool,
    /// Names in French and English, and items from 1, of parts that have a score of their own.
    pub parts: &'static [(&'static str, [&'static str; 2], &'static [usize])],
    /// Lower bound of each band, whether it is left out of it, and its name in French and English.
    pub bands: &'static [(f64, bool, [&'static str; 2])],
    /// Where it was published, and what its holders ask for.
    pub source: &'static str,
    /// A second source that the key was compared with; empty: none was found, and the manual of the form in
    /// hand has the last word.
    pub checked: &'static str,
}

const PLAIN: ScaleKey = ScaleKey {
    name: "",
    title: ["", ""],
    items: 0,
    range: (1.0, 5.0),
    reversed: &[],
    answered: 1.0,
    combination: Combination::Sum,
    factor: 1.0,
    table: &[],
    has_total: true,
    parts: &[],
    bands: &[],
    source: "",
    checked: "",
};

/// Stewart-Brown et al. (2009): the raw sum of seven items on the scale of the fourteen.
const SHORT_WELL_BEING: [(f64, f64); 29] = [
    (7.0, 7.0),
    (8.0, 9.51),
    (9.0, 11.25),
    (10.0, 12.4),
    (11.0, 13.33),
    (12.0, 14.08),
    (13.0, 14.75),
    (14.0, 15.32),
    (15.0, 15.84),
    (16.0, 16.36),
    (17.0, 16.88),
    (18.0, 17.43),
    (19.0, 17.98),
    (20.0, 18.59),
    (21.0, 19.25),
    (22.0, 19.98),
    (23.0, 20.73),
    (24.0, 21.54),
    (25.0, 22.35),
    (26.0, 23.21),
    (27.0, 24.11),
    (28.0, 25.03),
    (29.0, 26.02),
    (30.0, 27.03),
    (31.0, 28.13),
    (32.0, 29.31),
    (33.0, 30.7),
    (34.0, 32.55),
    (35.0, 35.0),
];

/// All keys, by name.
pub const KEYS: &[ScaleKey] = &[
    ScaleKey {
        name: "auto-efficacite-courte",
        title: ["Auto-efficacité, forme courte (FASKU)", "Short self-efficacy scale (FASKU)"],
        items: 3,
        combination: Combination::Mean,
        source: "ASKU, Beierlein et al. (2012), French version FASKU, Décieux et al. (2020); CC BY-SA 4.0",
        checked: "zis.gesis.org and testarchiv.eu: number of items, licence",
        ..PLAIN
    },
    ScaleKey {
        name: "gse",
        title: ["Auto-efficacité générale (GSE)", "General self-efficacy (GSE)"],
        items: 10,
        range: (1.0, 4.0),
        answered: 0.7,
        source: "Schwarzer & Jerusalem (1995); French: Dumont, Schwarzer & Jerusalem (2000). At most three items missing",
        checked: "Schwarzer (2014), documentation of the scale: range, sum, at most three items missing",
        ..PLAIN
    },
    ScaleKey {
        name: "oms-5",
        title: ["Bien-être (OMS-5)", "Well-being (WHO-5)"],
        items: 5,
        range: (0.0, 5.0),
        factor: 4.0,
        bands: &[
            (
                0.0,
                false,
                [
                    "dépistage d’une dépression à envisager (28 et moins)",
                    "screening for depression advised (28 and under)",
                ],
            ),
            (
                28.0,
                true,
                ["bien-être faible (plus de 28, 50 et moins)", "poor well-being (over 28, 50 and under)"],
            ),
            (50.0, true, ["plus de 50", "over 50"]),
        ],
        source: "WHO (1998); Topp et al. (2015). Forms coded 1 to 6 need a recoding; wording under a non-commercial licence",
        checked: "help.valant.com (range, factor 4, under 13 of 25 poor), smaat.eu (28 and under)",
        ..PLAIN
    },
    ScaleKey {
        name: "panas",
        title: ["Affects (PANAS)", "Affects (PANAS)"],
        items: 20,
        has_total: false,
        parts: &[
            ("positifs", ["positifs", "positive"], &[1, 3, 5, 9, 10, 12, 14, 16, 17, 19]),
            ("negatifs", ["négatifs", "negative"], &[2, 4, 6, 7, 8, 11, 13, 15, 18, 20]),
        ],
        source: "Watson, Clark & Tellegen (1988), items in their order; two sums that are never added",
        checked: "scoring sheet of the scale, as carepatron.com gives it: items of each sum",
        ..PLAIN
    },
    ScaleKey {
        name: "rosenberg-fr",
        title: ["Estime de soi (EES-10)", "Self-esteem (EES-10)"],
        items: 10,
        range: (1.0, 4.0),
        reversed: &[3, 5, 8, 9, 10],
        source: "Rosenberg (1965); French version and its order: Vallières & Vallerand (1990). Other orders reverse others; published bands overlap at their bounds and are not given",
        checked: "ifemdr.fr: range, order, reversed items",
        ..PLAIN
    },
    ScaleKey {
        name: "swemwbs",
        title: ["Bien-être mental, forme courte (SWEMWBS)", "Mental well-being, short form (SWEMWBS)"],
        items: 7,
        table: &SHORT_WELL_BEING,
        source: "Stewart-Brown et al. (2009); items 1, 2, 3, 6, 7, 9 and 11 of the long form; registration required",
        checked: "CamCOPS of the University of Cambridge (range, sum); the table, line by line, in two published analyses",
        ..PLAIN
    },
    ScaleKey {
        name: "wai-s",
        title: ["Alliance de travail (WAI-S)", "Working alliance (WAI-S)"],
        items: 12,
        range: (1.0, 7.0),
        reversed: &[4, 10],
        parts: &[
            ("taches", ["tâches", "tasks"], &[1, 2, 8, 12]),
            ("lien", ["lien", "bond"], &[3, 5, 7, 9]),
            ("buts", ["buts", "goals"], &[4, 6, 10, 11]),
        ],
        source: "Tracey & Kokotovic (1989), seven points; not the WAI-SR",
        ..PLAIN
    },
    ScaleKey {
        name: "wai-sr",
        title: ["Alliance de travail (WAI-SR)", "Working alliance (WAI-SR)"],
        items: 12,
        parts: &[
            ("taches", ["tâches", "tasks"], &[1, 2, 10, 12]),
            ("lien", ["lien", "bond"], &[3, 5, 7, 9]),
            ("buts", ["buts", "goals"], &[4, 6, 8, 11]),
        ],
        source: "Hatcher & Gillaspy (2006), five points; rights: Society for Psychotherapy Research",
        checked: "ebchelp.blueprint.ai and docs.getrivet.ca: range, items of each part",
        ..PLAIN
    },
    ScaleKey {
        name: "wemwbs",
        title: ["Bien-être mental (WEMWBS)", "Mental well-being (WEMWBS)"],
        items: 14,
        source: "Tennant et al. (2007); French: Trousselard et al. (2016); registration and copyright line required",
        checked: "CamCOPS of the University of Cambridge: range, sum",
        ..PLAIN
    },
];

/// Finds a key by its name.
pub fn scale_key(name: &str) -> Option<&'static ScaleKey> {
    KEYS.iter().find(|key| key.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sound() {
        for key in KEYS {
            let of_scale = |items: &[usize]| items.iter().all(|item| (1..=key.items).contains(item));
            assert!(of_scale(key.reversed) && key.range.0 < key.range.1, "{}", key.name);
            assert!(!key.title[0].is_empty() && !key.source.is_empty(), "{}", key.name);
            // Where no second source was found, `propos scale` says so: only this one.
            assert_eq!(key.checked.is_empty(), key.name == "wai-s", "{}", key.name);
            assert!(key.bands.windows(2).all(|two| two[0].0 < two[1].0), "{}", key.name);
            assert!(key.table.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            let mut parts: Vec<usize> =
                key.parts.iter().flat_map(|(_, _, items)| items.iter().copied()).collect();
            parts.sort_unstable();
            if !parts.is_empty() {
                assert!(parts.into_iter().eq(1..=key.items), "each item of {} is in one part", key.name);
            }
            assert!(key.has_total || !key.parts.is_empty());
        }
        assert!(KEYS.windows(2).all(|two| two[0].name < two[1].name));
        assert!(scale_key("oms-5").is_some() && scale_key("oms").is_none());
    }

    #[test]
    fn the_short_well_being_table_covers_every_sum() {
        let sums = SHORT_WELL_BEING.iter().map(|(sum, _)| *sum);
        assert!(sums.eq((7_u8..=35).map(f64::from)));
    }
}

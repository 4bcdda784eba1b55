//! Invented charts of real size, for the tests and for looking; long because data are.

use super::*;

/// Writes a number as a French reader expects it.
pub(super) fn fr(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",").replace('-', "−")
}

fn signed(value: f64, decimals: usize) -> String {
    if value > 0.0 { format!("+{}", fr(value, decimals)) } else { fr(value, decimals) }
}

fn alternative(title: &str) -> Alternative {
    Alternative { title: title.to_owned(), desc: format!("Figure inventée : {title}.") }
}

fn owned<const N: usize>(texts: [&str; N]) -> [String; N] {
    texts.map(str::to_owned)
}

fn guide(at: f64, label: &str) -> Guide {
    Guide { at, label: label.to_owned() }
}

fn percent(value: f64) -> String {
    format!("{}\u{202f}%", fr(value, 0))
}

/// A small deterministic series: enough variety to look real.
fn noise(seed: usize) -> f64 {
    let mixed = seed.wrapping_mul(2_654_435_761) ^ (seed << 7);
    scale::to_f64((mixed >> 4) % 1_000) / 1_000.0
}

pub(super) fn plane() -> Plane {
    let place = |class: usize, name: &str, x: f64, y: f64, rings: &[(f64, f64)], doubt: Option<&str>| Place {
        class: Class::nth(class),
        name: name.to_owned(),
        x,
        y,
        rings: rings.to_vec(),
        doubt: doubt.map(str::to_owned),
        link: Some(format!("#{name}")),
    };
    let centre = |class: usize, name: &str, text: &str, x: f64, y: f64| Centre {
        class: Class::nth(class),
        name: name.to_owned(),
        text: text.to_owned(),
        x,
        y,
    };
    Plane {
        walk: None,
        alternative: alternative("Les douze personnes sur les deux axes"),
        x: Axis::nice("Complexité de la situation (indice, 0 à 3)", 0.0, 2.6, 6, |v| fr(v, 1)),
        y: Axis::nice("Effet perçu (indice, −3 à +3)", -0.7, 2.0, 6, |v| signed(v, 1)),
        places: vec![
            place(0, "E02", 0.4, 1.67, &[(0.3, 1.58), (0.4, 1.58)], None),
            place(0, "E11", 0.6, 1.5, &[(0.5, 1.67), (0.7, 1.5)], None),
            place(
                0,
                "E07",
                1.2,
                1.42,
                &[(1.3, 1.33), (1.2, 1.42)],
                Some("E07 passe en P3 dans 70\u{202f}% des tirages"),
            ),
            place(1, "E04", 0.5, 0.5, &[(0.3, 0.33), (0.5, 0.42)], None),
            place(1, "E08", 1.2, 0.33, &[(1.2, 0.33), (0.8, 0.17)], None),
            place(2, "E05", 1.8, 1.25, &[(1.6, 1.17), (1.7, 1.33)], None),
            place(2, "E09", 2.0, 1.0, &[(2.0, 1.0), (1.5, 1.0)], None),
            place(2, "E01", 2.1, 1.58, &[(1.8, 1.67), (1.9, 1.33)], None),
            place(2, "E12", 2.2, 1.42, &[(2.2, 1.58), (2.0, 1.33)], None),
            place(
                3,
                "E10",
                1.8,
                0.42,
                &[(1.5, 0.42), (1.7, 0.08)],
                Some("E10 passe en P2 dans 33\u{202f}% des tirages"),
            ),
            place(3, "E06", 2.2, 0.0, &[(2.2, -0.08), (2.2, -0.08)], None),
            place(3, "E03", 2.3, -0.25, &[(2.3, -0.42), (2.2, -0.5)], None),
        ],
        centres: vec![
            centre(0, "P1", "peu complexe, effet fort", 0.73, 1.53),
            centre(1, "P2", "peu complexe, effet faible", 0.85, 0.42),
            centre(2, "P3", "complexe, effet fort", 2.02, 1.31),
            centre(3, "P4", "complexe, effet faible", 2.1, 0.06),
        ],
        spread: (0.69, 0.64),
        x_mean: Some(guide(1.525, "moyenne 1,53")),
        y_mean: Some(guide(0.903, "moyenne 0,90")),
        zero: Some(guide(0.0, "0 : autant de favorable que de défavorable")),
        ring_key: "placement par un seul codeur".to_owned(),
        doubt_key: "cas frontière (appartenance < 80\u{202f}%)".to_owned(),
        mean_key: "moyenne des douze".to_owned(),
    }
}

pub(super) fn column_groups() -> Vec<ColumnGroup> {
    [
        ("P1", &["E02", "E11", "E07"][..]),
        ("P2", &["E04", "E08"]),
        ("P3", &["E05", "E09", "E01", "E12"]),
        ("P4", &["E10", "E06", "E03"]),
    ]
    .into_iter()
    .enumerate()
    .map(|(index, (name, columns))| ColumnGroup {
        class: Class::nth(index),
        name: name.to_owned(),
        columns: columns.iter().map(|&column| column.to_owned()).collect(),
    })
    .collect()
}

/// Themes and codes of the bundled codebook.
pub(super) const THEMES: [(&str, &[(&str, &str)]); 4] = [
    (
        "Situation et vulnérabilités",
        &[
            ("Souffrance psychique et deuil", "▲C"),
            ("Obstacles administratifs ou numériques", "▲C"),
            ("Difficultés de ressources", "▲C"),
            ("Soutien des proches", "▼C"),
            ("Évènement déclencheur", ""),
            ("Emploi et horaires instables", "▲C"),
            ("Isolement", "▲C"),
            ("Dettes et impayés", "▲C"),
            ("Santé physique", "▲C"),
            ("Conflit ou violence dans le couple", "▲C"),
            ("Logement fragile", "▲C"),
        ],
    ),
    (
        "Accompagnement et relation",
        &[
            ("Écoute et confiance", "▲E"),
            ("Prise de contact proactive", "▲E"),
            ("Distance ou incompréhension", "▼E"),
            ("Orientation vers des partenaires", "▲E"),
            ("Suivi dans la durée", ""),
            ("Information et conseil", ""),
        ],
    ),
    (
        "Effets perçus",
        &[
            ("Attente déçue", "▼E"),
            ("Bien-être amélioré", "▲E"),
            ("Interlocuteurs identifiés", "▲E"),
            ("Effet matériel", "▲E"),
            ("Pas de changement", "▼E"),
            ("Démarches faites seul", "▲E"),
            ("Projet engagé", "▲E"),
            ("Confiance en soi retrouvée", "▲E"),
            ("Dépendance à l’aide", "▼E"),
        ],
    ),
    (
        "Regard sur la caf et l’action sociale",
        &[("Image de la caf", ""), ("Suggestions", ""), ("Satisfaction d’ensemble", "")],
    ),
];

pub(super) fn heatmap() -> HeatMap {
    let mut seed = 0;
    let mut cell = || {
        seed += 1;
        let level = noise(seed);
        let shade = if level < 0.2 {
            0
        } else if level < 0.4 {
            1
        } else if level < 0.7 {
            2
        } else {
            3
        };
        let count = if shade == 0 { 0.0 } else { (noise(seed + 5_000) * 11.0).floor() + 1.0 };
        Cell {
            shade,
            text: if shade == 0 { String::new() } else { fr(count, 0) },
            hint: Some(format!("{count} extraits")),
            link: (shade > 0).then(|| format!("#cell-{seed}")),
        }
    };
    let rows = THEMES
        .iter()
        .map(|(name, codes)| RowGroup {
            name: (*name).to_owned(),
            rows: codes
                .iter()
                .map(|(label, sign)| Row {
                    label: (*label).to_owned(),
                    sign: (*sign).to_owned(),
                    cells: (0..12).map(|_| cell()).collect(),
                    margins: vec!["12".to_owned(), "64".to_owned()],
                    link: Some("#code".to_owned()),
                })
                .collect(),
        })
        .collect();
    HeatMap {
        alternative: alternative("Codes par entretien"),
        columns: column_groups(),
        rows,
        margins: vec!["entre\u{ad}tiens".to_owned(), "extraits".to_owned()],
        shade_title: "Intensité la plus haute".to_owned(),
        shades: owned(["absent", "1 évoqué", "2 net", "3 central"]),
        key: vec!["▲C, ▼C : pèse en plus ou en moins sur la complexité ; ▲E, ▼E : sur l’effet perçu ; sans signe : hors des axes".to_owned()],
    }
}

/// Codes, each with the rank of its theme.
fn codes() -> impl Iterator<Item = (usize, &'static str)> {
    THEMES
        .iter()
        .enumerate()
        .flat_map(|(group, (_, codes))| codes.iter().map(move |(label, _)| (group, *label)))
}

pub(super) fn cooccurrence() -> Cooccurrence {
    let items: Vec<_> = codes()
        .take(24)
        .enumerate()
        .map(|(index, (group, label))| MatrixItem {
            label: label.to_owned(),
            count: fr((noise(index + 40) * 40.0).floor() + 14.0, 0),
            group,
            link: None,
        })
        .collect();
    let mut pairs = Vec::new();
    for second in 0..items.len() {
        for first in 0..second {
            let level = noise(first * 31 + second * 7_919);
            if level > 0.7 {
                let shared = ((level - 0.7) * 40.0).floor() + 3.0;
                pairs.push(Pair {
                    first,
                    second,
                    shared,
                    text: fr(shared, 0),
                    above: noise(first + second * 3) > 0.8,
                    hint: Some(format!("{} et {} : {shared} tours", items[first].label, items[second].label)),
                    link: None,
                });
            }
        }
    }
    Cooccurrence {
        alternative: alternative("Codes présents dans le même tour de parole"),
        items,
        pairs,
        figures_from: 5.0,
        above_key: "plus souvent ensemble que par hasard (q < 0,10)".to_owned(),
        other_key: "autres paires, dès 3 tours (nombre dès 5)".to_owned(),
        count_key: ("38".to_owned(), "devant le nom : tours où le code est présent".to_owned()),
        reading: "Une case croise le nom à sa droite et le nom au-dessus d’elle.".to_owned(),
    }
}

pub(super) fn arcs() -> Arcs {
    let names = [
        (0, "Difficultés de ressources", 25.0),
        (0, "Dettes et impayés", 22.0),
        (0, "Emploi et horaires instables", 21.0),
        (0, "Souffrance psychique et deuil", 49.0),
        (1, "Prise de contact proactive", 37.0),
        (1, "Information et conseil", 22.0),
        (1, "Suivi dans la durée", 19.0),
        (1, "Écoute et confiance", 53.0),
        (1, "Distance ou incompréhension", 30.0),
        (1, "Orientation vers des partenaires", 23.0),
        (2, "Confiance en soi retrouvée", 31.0),
        (2, "Démarches faites seul", 21.0),
        (2, "Bien-être amélioré", 32.0),
        (2, "Effet matériel", 32.0),
        (2, "Attente déçue", 40.0),
        (3, "Image de la caf", 41.0),
        (3, "Suggestions", 18.0),
    ];
    let ties = [
        (0, 1, 9.0, "9 (8)"),
        (2, 3, 7.0, "7 (7)"),
        (5, 7, 10.0, "10 (5)"),
        (6, 7, 8.0, "8 (7)"),
        (4, 15, 11.0, "11 (9)"),
        (8, 14, 13.0, "13 (9)"),
        (9, 12, 7.0, "7 (6)"),
        (10, 11, 7.0, "7 (5)"),
        (12, 13, 9.0, "9 (8)"),
        (14, 16, 6.0, "6 (6)"),
    ];
    Arcs {
        alternative: alternative("Les dix paires au-dessus du hasard"),
        items: names
            .iter()
            .map(|(group, label, weight)| ArcItem {
                label: (*label).to_owned(),
                weight: *weight,
                group: *group,
            })
            .collect(),
        ties: ties
            .iter()
            .map(|(first, second, shared, label)| Tie {
                first: *first,
                second: *second,
                shared: *shared,
                label: (*label).to_owned(),
            })
            .collect(),
        none: "Aucune paire n’est au-dessus du hasard.".to_owned(),
        key: "tours partagés (entretiens concernés)".to_owned(),
    }
}

pub(super) fn agreement() -> Dots {
    let mut seed = 90;
    let groups = THEMES
        .iter()
        .map(|(name, codes)| DotGroup {
            name: (*name).to_owned(),
            rows: codes
                .iter()
                .map(|(label, _)| {
                    seed += 1;
                    let at = 0.68 + noise(seed) * 0.28;
                    let half = 0.05 + noise(seed + 300) * 0.2;
                    DotRow {
                        label: (*label).to_owned(),
                        base: String::new(),
                        dots: vec![Dot {
                            mark: if at < 0.8 { Mark::Hollow } else { Mark::Disc },
                            at: Some(at),
                            interval: Some((at - half, (at + half).min(1.0))),
                            values: vec![fr(20.0, 0), fr(at, 2)],
                        }],
                        link: Some("#code".to_owned()),
                    }
                })
                .collect(),
        })
        .collect();
    Dots {
        alternative: alternative("Accord par code"),
        axis: Axis::nice("α de Krippendorff et intervalle à 95\u{202f}%", 0.4, 1.0, 3, |v| fr(v, 1)),
        groups,
        guides: vec![guide(0.667, "0,667"), guide(0.8, "0,80")],
        columns: vec!["tours codés".to_owned(), "α".to_owned()],
        series: Vec::new(),
    }
}

pub(super) fn rates() -> Dots {
    let row = |label: &str, base: &str, a: [f64; 3], b: [f64; 3]| {
        let dot = |mark: Mark, v: [f64; 3]| Dot {
            mark,
            at: Some(v[0]),
            interval: Some((v[1], v[2])),
            values: vec![format!("{} [{} ; {}]", fr(v[0], 1), fr(v[1], 1), fr(v[2], 1))],
        };
        DotRow {
            label: label.to_owned(),
            base: base.to_owned(),
            dots: vec![dot(Mark::Hollow, a), dot(Mark::Square, b)],
            link: None,
        }
    };
    Dots {
        alternative: alternative("Part des familles contactées, par évènement"),
        axis: Axis::nice("Part des familles contactées", 0.0, 50.0, 5, percent),
        groups: vec![
            DotGroup {
                name: String::new(),
                rows: vec![
                    row("Séparation", "1\u{202f}446 familles", [33.6, 31.2, 36.1], [27.9, 25.6, 30.2]),
                    row("Monoparentalité", "1\u{202f}081 familles", [31.6, 28.9, 34.5], [32.3, 29.6, 35.1]),
                    row("Impayé de loyer", "939 familles", [30.5, 27.6, 33.5], [31.6, 28.7, 34.7]),
                    row("Décès d’un parent", "471 familles", [40.1, 35.8, 44.6], [26.3, 22.6, 30.5]),
                    row("Décès d’un enfant", "75 familles", [33.3, 23.7, 44.6], [24.0, 15.8, 34.8]),
                ],
            },
            DotGroup {
                name: String::new(),
                rows: vec![row("Ensemble", "4\u{202f}012 familles", [33.1, 31.7, 34.6], [29.7, 28.3, 31.1])],
            },
        ],
        guides: Vec::new(),
        columns: vec![String::new()],
        series: vec![
            SeriesKey { mark: Mark::Hollow, name: "information-conseil".to_owned() },
            SeriesKey { mark: Mark::Square, name: "accompagnement social".to_owned() },
        ],
    }
}

pub(super) fn pairdots() -> PairDots {
    let group = |name: &str, d: &str, rows: &[(&str, f64, f64)]| PairGroup {
        name: name.to_owned(),
        remark: format!("indice de dissimilarité {d}"),
        short_remark: format!("diss. {d}"),
        rows: rows
            .iter()
            .map(|(label, full, hollow)| PairRow {
                label: (*label).to_owned(),
                full: Some(*full),
                hollow: Some(*hollow),
                difference: signed(full - hollow, 1),
            })
            .collect(),
    };
    PairDots {
        alternative: alternative("Répondants et familles suivies"),
        axis: Axis::nice("", 0.0, 84.0, 4, percent),
        groups: vec![
            group(
                "Évènement",
                "4,7",
                &[
                    ("séparation", 39.0, 35.3),
                    ("monoparentalité", 23.2, 27.4),
                    ("impayé de loyer", 22.6, 23.1),
                    ("décès d’un parent", 12.9, 12.4),
                    ("décès d’un enfant", 2.3, 1.7),
                ],
            ),
            group("Offre", "1,7", &[("information-conseil", 54.4, 52.7), ("accompagnement", 45.6, 47.3)]),
            group("Quartier prioritaire", "4,1", &[("oui", 22.9, 27.0), ("non", 77.1, 73.0)]),
        ],
        full_key: "349 répondants".to_owned(),
        hollow_key: "2\u{202f}519 familles".to_owned(),
        difference_head: "écart, points".to_owned(),
    }
}

pub(super) fn dendrogram() -> Dendrogram {
    let leaf = |label: &str, class: usize, branch: usize| Leaf {
        label: label.to_owned(),
        class: Class::nth(class),
        branch: Class::nth(branch),
    };
    let merge = |first: usize, second: usize, height: f64, branch: Option<usize>| Merge {
        first,
        second,
        height,
        branch: branch.map_or(Class::NEUTRAL, Class::nth),
    };
    Dendrogram {
        alternative: alternative("Classification ascendante"),
        axis: Axis::nice("Distance de fusion (Ward, écarts-types)", 0.0, 4.5, 5, |v| fr(v, 0)),
        leaves: vec![
            leaf("E01", 2, 2),
            leaf("E02", 0, 0),
            leaf("E03", 3, 3),
            leaf("E04", 1, 1),
            leaf("E05", 2, 2),
            leaf("E06", 3, 3),
            leaf("E07", 0, 0),
            leaf("E08", 1, 1),
            leaf("E09", 2, 2),
            leaf("E10", 3, 1),
            leaf("E11", 0, 0),
            leaf("E12", 2, 2),
        ],
        order: vec![1, 10, 6, 4, 8, 0, 11, 3, 7, 9, 5, 2],
        merges: vec![
            merge(0, 11, 0.29, Some(2)),
            merge(1, 10, 0.38, Some(0)),
            merge(5, 2, 0.4, Some(3)),
            merge(4, 8, 0.47, Some(2)),
            merge(7, 9, 0.85, Some(1)),
            merge(15, 12, 0.94, Some(2)),
            merge(13, 6, 1.17, Some(0)),
            merge(3, 16, 1.63, Some(1)),
            merge(19, 14, 2.67, None),
            merge(18, 17, 3.4, None),
            merge(21, 20, 4.37, None),
        ],
        cut: Some(guide(2.15, "coupe en 4")),
    }
}

pub(super) fn silhouette() -> Silhouette {
    let group = |class: usize, bars: &[(&str, f64, &str)]| SilhouetteGroup {
        class: Class::nth(class),
        bars: bars
            .iter()
            .map(|(label, value, near)| SilhouetteBar {
                label: (*label).to_owned(),
                value: Some(*value),
                text: format!("{} voisin {near}", fr(*value, 2)),
            })
            .collect(),
    };
    Silhouette {
        alternative: alternative("Silhouette de chaque cas"),
        axis: Axis::nice("Silhouette (1 : loin des autres profils ; 0 : entre deux)", 0.0, 1.0, 4, |v| {
            fr(v, 2)
        }),
        groups: vec![
            group(0, &[("E11", 0.64, "P2"), ("E02", 0.61, "P2"), ("E07", 0.16, "P3")]),
            group(1, &[("E04", 0.38, "P1"), ("E08", 0.26, "P4")]),
            group(2, &[("E12", 0.74, "P1"), ("E01", 0.68, "P1"), ("E05", 0.63, "P1"), ("E09", 0.53, "P4")]),
            group(3, &[("E06", 0.69, "P3"), ("E03", 0.64, "P2"), ("E10", 0.23, "P2")]),
        ],
    }
}

pub(super) fn moves() -> Moves {
    let retained = [0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3];
    let row = |label: &str, kept: bool, ruled: bool, changes: &[(usize, usize)], value: &str| MoveRow {
        label: label.to_owned(),
        retained: kept,
        ruled,
        cells: retained
            .iter()
            .enumerate()
            .map(|(case, class)| {
                let change = changes.iter().find(|(at, _)| *at == case);
                MoveCell {
                    class: Some(Class::nth(change.map_or(*class, |(_, to)| *to))),
                    moved: change.is_some(),
                }
            })
            .collect(),
        value: value.to_owned(),
    };
    let tally = |label: &str, numbers: [u32; 12], bold_under: u32| Tally {
        label: label.to_owned(),
        cells: numbers.iter().map(|number| (number.to_string(), *number < bold_under)).collect(),
    };
    Moves {
        alternative: alternative("Qui change de profil selon la méthode"),
        columns: column_groups(),
        rows: vec![
            row("Optimum exact (retenu)", true, true, &[], "1,00"),
            row("Ward", false, false, &[(9, 1)], "0,81"),
            row("Quadrants", false, true, &[], "1,00"),
            row("Codeur 1 seul", false, false, &[(2, 2), (9, 1)], "0,55"),
            row("Codeur 2 seul", false, true, &[(2, 2)], "0,73"),
            row("Présence", false, false, &[(3, 0), (5, 1), (6, 1), (9, 1)], "0,30"),
            row("Extraits pour 1\u{202f}000 mots", false, false, &[(3, 0), (9, 1)], "0,67"),
            row("Part du texte", false, false, &[(3, 0), (4, 3), (5, 0), (11, 1)], "0,34"),
        ],
        value_head: "ARI".to_owned(),
        tallies: vec![
            tally("Méthodes d’accord, sur 8", [8, 8, 6, 5, 7, 5, 7, 8, 8, 3, 8, 7], 6),
            tally("Reste en place, sur 11 retraits", [11, 11, 11, 11, 11, 11, 11, 11, 11, 10, 11, 11], 11),
            tally("Tirages entre codeurs, %", [100, 100, 30, 99, 100, 100, 100, 100, 100, 67, 100, 100], 80),
        ],
        moved_key: "change de profil ; en gras : à relire".to_owned(),
    }
}

pub(super) fn accumulation() -> Accumulation {
    let steps = (1..=12)
        .map(|index| {
            let new = match index {
                1 => 27.0,
                2 => 2.0,
                _ => 0.0,
            };
            let mean = 29.0 - 4.0 / f64::from(index * index);
            Step {
                label: format!("E{index:02}"),
                short_label: format!("{index:02}"),
                total: if index == 1 { 27.0 } else { 29.0 },
                new,
                new_text: if new > 0.0 { format!("+{new}") } else { "0".to_owned() },
                expected: Some(Expected { mean, low: mean - 4.0 / f64::from(index), high: 29.0 }),
            }
        })
        .collect();
    let mut y = Axis::nice("Nombre de codes", 0.0, 29.0, 3, |v| fr(v, 0));
    y.ticks.push(Tick { at: 29.0, label: "29".to_owned() });
    Accumulation {
        alternative: alternative("Codes rencontrés au fil des entretiens"),
        y,
        x_title: "Entretiens, dans l’ordre des dates".to_owned(),
        steps,
        ceiling: Some(guide(29.0, "les 29 codes du livre")),
        expected_label: "attendu, tous les ordres, ± 2 écarts-types".to_owned(),
        new_label: "codes nouveaux".to_owned(),
    }
}

pub(super) fn lanes() -> Lanes {
    let names = [
        ("Bien-être", 60.0),
        ("Confiance en soi", 72.0),
        ("Projet", 56.0),
        ("Démarches", 65.0),
        ("Relation", 80.0),
    ];
    let panels = names
        .iter()
        .enumerate()
        .map(|(index, (name, median))| Panel {
            name: (*name).to_owned(),
            base: "349 réponses".to_owned(),
            axis: Axis::nice("", 0.0, 100.0, 2, |v| fr(v, 0)),
            bins: (0..10)
                .map(|bin| 8.0 + noise(index * 10 + bin) * 30.0 + scale::to_f64(bin) * 4.0)
                .collect(),
            hidden: (0..10).map(|bin| bin == 0).collect(),
            median: Some(guide(*median, &fr(*median, 0))),
        })
        .collect();
    let people: [&[(&str, f64)]; 4] = [
        &[("2", 72.0), ("11", 76.0), ("7", 84.0)],
        &[("8", 12.0), ("4", 20.0)],
        &[("9", 72.0), ("12", 72.0), ("1", 80.0), ("5", 80.0)],
        &[("6", 4.0), ("3", 8.0), ("10", 32.0)],
    ];
    let respondents = [159, 38, 53, 63];
    let lanes = people
        .iter()
        .enumerate()
        .map(|(class, marks)| Lane {
            class: Class::nth(class),
            name: format!("P{}", class + 1),
            base: vec![format!("{} personnes", marks.len()), format!("{} répond.", respondents[class])],
            cells: (0..5)
                .map(|panel| {
                    let shift = noise(class * 5 + panel + 900) * 24.0 - 12.0;
                    let middle = marks[0].1 + shift;
                    LaneCell {
                        marks: marks
                            .iter()
                            .map(|(text, at)| LaneMark {
                                at: (at + shift).clamp(0.0, 100.0),
                                text: (*text).to_owned(),
                            })
                            .collect(),
                        quartiles: Some(Quartiles {
                            low: (middle - 12.0).max(0.0),
                            median: middle.max(2.0),
                            high: middle + 14.0,
                        }),
                    }
                })
                .collect(),
        })
        .collect();
    Lanes {
        alternative: alternative("Scores des douze et des 349"),
        panels,
        everyone: ("Les 349".to_owned(), "répondants".to_owned()),
        lanes,
        key: vec![
            "Symbole numéroté : une personne interrogée (1 pour E01), à son score.".to_owned(),
            "Barre fine : quartiles et médiane des répondants rapprochés du profil (voir tableau 4)."
                .to_owned(),
        ],
    }
}

pub(super) fn likert() -> Likert {
    let group = |name: &str, rows: &[(&str, [f64; 5], &str)]| LikertGroup {
        name: name.to_owned(),
        rows: rows
            .iter()
            .map(|(label, shares, n)| LikertRow {
                label: (*label).to_owned(),
                shares: *shares,
                hidden: [false; 5],
                texts: shares.map(|share| fr(share, 0)),
                values: vec![(*n).to_owned(), fr(shares[3] + shares[4], 0)],
            })
            .collect(),
    };
    Likert {
        alternative: alternative("Réponses aux items"),
        groups: vec![
            group(
                "Projet – degré d’accord",
                &[
                    ("pr3", [15.0, 18.0, 18.0, 20.0, 29.0], "341"),
                    ("pr4", [17.0, 17.0, 18.0, 23.0, 25.0], "345"),
                    ("pr1", [16.0, 22.0, 17.0, 22.0, 23.0], "342"),
                ],
            ),
            group(
                "Démarches – note de 1 à 5",
                &[
                    ("de2", [10.0, 14.0, 18.0, 25.0, 32.0], "346"),
                    ("de4 (inversé)", [12.0, 16.0, 16.0, 25.0, 31.0], "340"),
                ],
            ),
            group(
                "Relation – note de 1 à 5",
                &[
                    ("re6", [3.0, 11.0, 10.0, 24.0, 52.0], "340"),
                    ("re2", [5.0, 7.0, 13.0, 29.0, 46.0], "345"),
                    ("re1", [7.0, 9.0, 14.0, 25.0, 45.0], "343"),
                ],
            ),
        ],
        low: "défavorable".to_owned(),
        high: "favorable".to_owned(),
        columns: vec!["n".to_owned(), "4 et 5, %".to_owned()],
        steps: owned(["1 pas du tout", "2", "3", "4", "5 tout à fait"]),
    }
}

pub(super) fn transitions() -> Transitions {
    let row = |label: &str, counts: [f64; 4], net: &str| TransitionRow {
        label: label.to_owned(),
        counts,
        hidden: [false; 4],
        texts: counts.map(|count| fr(count, 0)),
        net: net.to_owned(),
    };
    Transitions {
        alternative: alternative("Pratiques avant et après"),
        rows: vec![
            row("Vacances", [87.0, 5.0, 74.0, 183.0], "+19,8"),
            row("Sorties culturelles", [93.0, 7.0, 67.0, 182.0], "+17,2"),
            row("Sport", [111.0, 7.0, 63.0, 168.0], "+16,0"),
            row("Loisirs des enfants", [133.0, 10.0, 47.0, 159.0], "+10,6"),
            row("Être en emploi", [143.0, 17.0, 43.0, 146.0], "+7,4"),
        ],
        keys: owned(["avant et après", "arrêtent", "commencent", "ni l’un ni l’autre"]),
        net_head: "solde, points".to_owned(),
        axis: Axis::nice("", 0.0, 100.0, 4, percent),
    }
}

pub(super) fn survival() -> Survival {
    let curve = |name: &str,
                 short: &str,
                 summary: &str,
                 rate: f64,
                 power: f64,
                 end: f64,
                 median: f64,
                 risk: [&str; 7]| {
        let steps: Vec<CurveStep> = (0..=120_u32)
            .map(|index| f64::from(index) * end / 120.0)
            .map(|time| {
                let share = 100.0 * (-(time / rate).powf(power)).exp();
                let half = 0.5 + time / end * 4.0 * share / 40.0;
                CurveStep {
                    time,
                    share,
                    interval: Some(((share - half).max(0.0), (share + half).min(100.0))),
                }
            })
            .collect();
        Curve {
            name: name.to_owned(),
            short_name: short.to_owned(),
            summary: summary.to_owned(),
            censored: steps.iter().skip(10).step_by(5).map(|step| step.time + 1.0).collect(),
            steps,
            median: Some(median),
            at_risk: risk.iter().map(|&text| text.to_owned()).collect(),
        }
    };
    let mut other = curve(
        "Information-conseil",
        "IC",
        "médiane 25 jours [23 ; 26]",
        36.0,
        1.0,
        260.0,
        25.0,
        ["1\u{202f}327", "58", "6", "0", "0", "0", "0"],
    );
    other.censored.clear();
    Survival {
        alternative: alternative("Durée des interventions"),
        x: Axis {
            title: "Jours depuis l’ouverture".to_owned(),
            from: 0.0,
            to: 540.0,
            ticks: (0..7).map(|i| Tick { at: f64::from(i) * 90.0, label: (i * 90).to_string() }).collect(),
        },
        y: Axis::nice("Interventions encore ouvertes, %", 0.0, 100.0, 4, |v| fr(v, 0)),
        median_share: 50.0,
        curves: vec![
            curve(
                "Accompagnement social",
                "AS",
                "médiane 272 jours [256 ; 287]",
                345.0,
                1.6,
                490.0,
                272.0,
                ["1\u{202f}191", "1\u{202f}062", "735", "379", "150", "33", "0"],
            ),
            other,
        ],
        marks: vec![TimeMark {
            at: 183.0,
            lines: vec!["183 jours : médiane des".to_owned(), "seules interventions closes".to_owned()],
        }],
        at_risk_head: "Encore suivies".to_owned(),
    }
}

/// Every sample with its name.
pub(super) fn all() -> Vec<(&'static str, Box<dyn Chart>)> {
    vec![
        ("plane", Box::new(plane())),
        ("heatmap", Box::new(heatmap())),
        ("cooccurrence", Box::new(cooccurrence())),
        ("arcs", Box::new(arcs())),
        ("agreement", Box::new(agreement())),
        ("rates", Box::new(rates())),
        ("pairdots", Box::new(pairdots())),
        ("dendrogram", Box::new(dendrogram())),
        ("silhouette", Box::new(silhouette())),
        ("moves", Box::new(moves())),
        ("accumulation", Box::new(accumulation())),
        ("lanes", Box::new(lanes())),
        ("likert", Box::new(likert())),
        ("transitions", Box::new(transitions())),
        ("survival", Box::new(survival())),
    ]
}

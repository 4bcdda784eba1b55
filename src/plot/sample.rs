//! Invented charts of real size, for the tests and for looking.

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
        margins: vec!["entretiens".to_owned(), "extraits".to_owned()],
        shade_title: "Intensité la plus haute".to_owned(),
        shades: owned(["absent", "1 évoqué", "2 net", "3 central"]),
        key: vec!["▲C, ▼C : pèse en plus ou en moins sur la complexité ; ▲E, ▼E : sur l’effet perçu ; sans signe : hors des axes".to_owned()],
    }
}

/// Every sample with its name.
pub(super) fn all() -> Vec<(&'static str, Box<dyn Chart>)> {
    vec![("plane", Box::new(plane())), ("heatmap", Box::new(heatmap()))]
}

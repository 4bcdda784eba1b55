//! The readers of administrative files, on the bundled study and on broken files.

use std::collections::BTreeMap;

use propos::config;
use propos::domain::casework::{Definition, Intervention, Oddity, Outcome, Screening, SetAside, Verdict};
use propos::exchange::casework::{read_interventions, read_population, read_recipients};
use serde_json::json;

use super::study::Study;

const INTERVENTIONS: &[u8] = include_bytes!("../../administrative/interventions.csv");
const RECIPIENTS: &[u8] = include_bytes!("../../administrative/recipients.csv");
const POPULATION: &[u8] = include_bytes!("../../administrative/population.csv");
const DECLARED: &str = include_str!("../../administrative/administrative.toml");

fn definition() -> Definition {
    config::administrative::parse("administrative.toml", DECLARED).0.expect("a definition")
}

fn read(bytes: &[u8]) -> (Vec<Intervention>, Vec<String>) {
    let mut rows = Vec::new();
    let diagnostics = read_interventions("i.csv", bytes, &definition(), |row| rows.push(row));
    (rows, diagnostics.iter().map(ToString::to_string).collect())
}

#[test]
fn the_bundled_interventions_are_counted_as_by_hand() {
    let definition = definition();
    let mut screening = Screening::new(&definition.interventions);
    let mut taken: BTreeMap<Option<usize>, (u32, u32, u32)> = BTreeMap::new();
    let mut outcomes: BTreeMap<Option<Outcome>, u32> = BTreeMap::new();
    let diagnostics = read_interventions("i.csv", INTERVENTIONS, &definition, |row| {
        let Verdict::Counted(spell) = screening.screen(&row) else { return };
        let count = taken.entry(row.offer).or_default();
        count.0 += 1;
        if let Some(Ok(spell)) = spell {
            count.1 += 1;
            count.2 += u32::from(spell.closed);
        }
        *outcomes.entry(row.outcome).or_default() += 1;
    });
    assert_eq!(diagnostics, []);
    assert_eq!((screening.rows, screening.families, screening.duplicates), (4015, 4012, 3));
    assert_eq!(taken[&Some(0)], (1328, 1327, 1324));
    assert_eq!(taken[&Some(1)], (1191, 1191, 666));
    assert_eq!(outcomes[&Some(Outcome::Refused)], 440);
    assert_eq!(outcomes[&Some(Outcome::NoAnswer)], 1053);
    let aside: Vec<&Oddity> =
        screening.oddities.iter().filter(|one| matches!(one, Oddity::SetAside { .. })).collect();
    let [Oddity::SetAside { family, reason, .. }] = aside.as_slice() else { panic!("{aside:?}") };
    assert_eq!((family.as_str(), *reason), ("7115815", SetAside::AfterExtraction));
}

#[test]
fn the_bundled_families_and_margins_read_without_a_word() {
    let definition = definition();
    let recipients = definition.recipients.expect("declared");
    let qpv = recipients.characteristics.iter().position(|one| one.id == "qpv").expect("declared");
    let (mut families, mut within) = (0, 0);
    let diagnostics = read_recipients("r.csv", RECIPIENTS, &recipients, |row| {
        families += 1;
        within += u32::from(row.groups[qpv].as_deref() == Some("yes"));
        assert!(row.groups.iter().all(Option::is_some), "{row:?}");
    });
    assert_eq!(diagnostics, []);
    assert_eq!((families, within), (4012, 1084));
    let population = definition.population.expect("declared");
    let (margins, diagnostics) = read_population("p.csv", POPULATION, &population);
    assert_eq!(diagnostics, []);
    assert_eq!(margins.len(), 18);
    assert_eq!(margins.iter().filter(|one| one.variable == "qpv").map(|one| one.count).sum::<u64>(), 286_400);
}

#[test]
fn wrong_cells_are_told_and_the_row_stays() {
    let text = "dossier;fait_generateur;resultat;offre;date_contact;date_ouverture;date_cloture\n\
        1;séparation;accepte;XX;2022-01-01;2022-02-30;\n\
        ;séparation;refus;;2022-01-01;;\n\
        2;séparation;refus;;2022-01-01;;\n";
    let (rows, told) = read(text.as_bytes());
    assert_eq!(rows.len(), 2);
    assert_eq!(
        told,
        [
            "i.csv:2:6: error: table-not-a-day row=\"2\" column=\"date_ouverture\" value=\"2022-02-30\"",
            "i.csv:2:3: error: casework-unknown-value row=\"2\" column=\"resultat\" value=\"accepte\" nearest=\"accepté\"",
            "i.csv:2:4: error: casework-unknown-value row=\"2\" column=\"offre\" value=\"XX\" nearest=\"empty\"",
            "i.csv:3:1: error: casework-no-family row=\"3\" column=\"dossier\"",
        ]
    );
}

#[test]
fn a_million_faults_are_told_by_the_first_and_a_count() {
    let mut text =
        "dossier;fait_generateur;resultat;offre;date_contact;date_ouverture;date_cloture\n".to_owned();
    for row in 0..1000 {
        text.push_str(&format!("{row};e;refus;??;2022-01-01;;\n"));
    }
    let (rows, told) = read(text.as_bytes());
    assert_eq!((rows.len(), told.len()), (1000, 101));
    assert_eq!(told[100], "i.csv: error: table-more-faults count=\"900\"");
}

#[test]
fn broken_files_are_located_errors() {
    let text = std::str::from_utf8(INTERVENTIONS).expect("text");
    let renamed = text.replacen("date_cloture", "date_clotture", 1);
    let (rows, told) = read(renamed.as_bytes());
    assert!(rows.is_empty());
    assert_eq!(
        told,
        ["i.csv:1:1: error: table-missing-column column=\"date_cloture\" nearest=\"date_clotture\""]
    );
    assert_eq!(read(b"").1, ["i.csv: error: text-empty"]);
    assert_eq!(read(b"\x00\x01\x02").1, ["i.csv:1:1: error: text-binary byte=\"00\""]);
    assert_eq!(read(&vec![b';'; 10 << 20]).1, ["i.csv:1:1: error: text-long-line limit=\"2\""]);
    for end in (1..INTERVENTIONS.len()).step_by(9973) {
        let (_, told) = read(&INTERVENTIONS[..end]);
        assert!(told.len() <= 3, "{told:?}");
    }
}

#[test]
fn every_row_can_count_with_intervals_that_draw_families() {
    let study = Study::imported();
    let plain = study.json(["indicators"]);
    assert!(plain.get("by_family").is_none());
    let found = study.json(["indicators", "--by-family"]);
    let offers = found["by_family"].as_array().unwrap();
    assert_eq!(offers.len(), 2);
    for one in offers {
        assert_eq!((&one["families"], &one["interventions"]), (&json!(4_012), &json!(4_015)));
        assert_eq!(one["with_several"], 3);
        let (rate, taken) = (&one["rate"], one["taken"].as_f64().unwrap());
        assert!((rate["estimate"].as_f64().unwrap() - taken / 4_015.0).abs() < 1e-12, "{one}");
        assert!(rate["lower"].as_f64() < rate["estimate"].as_f64(), "{one}");
        assert!(rate["estimate"].as_f64() < rate["upper"].as_f64(), "{one}");
        assert!(one["median"]["lower"].as_f64() <= one["median"]["upper"].as_f64(), "{one}");
    }
    assert_eq!(found["by_family"], study.json(["indicators", "--by-family"])["by_family"]);
    for (language, words) in [("fr", "tirage de familles entières"), ("en", "draws of whole families")] {
        let read = study.run(["indicators", "--by-family", "--lang", language]).succeeds();
        assert!(read.out.contains(words) && !read.out.contains("{ $"), "{}", read.out);
    }
}

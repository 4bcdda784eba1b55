//! Answers kept by SPSS: laid out as a proposal where the program is built to, refused with the way out where not.

use std::path::Path;

use crate::study::Study;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/surveys").join(name)).unwrap()
}

#[cfg(not(feature = "sav"))]
#[test]
fn a_file_of_spss_is_refused_with_the_way_out() {
    for name in ["families.sav", "families.zsav"] {
        let study = Study::empty();
        study.write(name, fixture(name));
        let before = study.operations();
        study.run(["import", name]).fails(1).tells("--features sav");
        study.run(["import", "--questionnaire", name]).fails(1).tells("--features sav");
        assert!(!study.folder().join("questionnaire/responses.csv").exists());
        assert_eq!(study.operations(), before);
    }
}

#[cfg(feature = "sav")]
#[test]
fn a_file_of_spss_says_itself_what_its_variables_are() {
    for name in ["families.sav", "families.zsav"] {
        let study = Study::empty();
        study.write(name, fixture(name));
        study.run(["import", name]).fails(1).tells("--questionnaire").tells("SPSS");
        let told = study.json(["import", "--questionnaire", name]);
        assert_eq!(told["program"], "SPSS", "{told}");
        assert_eq!(told["respondents"], 6, "{told}");
        assert_eq!(
            study.read("questionnaire/responses.csv").trim_start_matches('\u{feff}'),
            "num_obs;sexe;date_saisie;ecoute;confiance;evenement;bien_etre;age;commentaire;logement;aide_asso\n\
             F001;Femme;2025-03-04;4;5;Séparation;9;31;Elle m’a écoutée, vraiment. 🌱;Hébergé·e;Non\n\
             F002;Homme;2025-03-05;1;2;Décès d’un proche;10;44;;Propriétaire;Oui\n\
             F003;Femme;2025-03-05;;4;Impayé de loyer;;28;« Je n’osais pas appeler. »;Locataire;Oui\n\
             F004;Femme;2025-03-09;3;;Séparation;7;52;Rien à dire;;Non\n\
             F005;Homme;2025-04-01;2;3;;0;39;;Locataire;Oui\n\
             F006;Femme;2025-04-02;4;1;Décès d’un proche;3;35;Un œil neuf;Hébergé·e;Non\n"
        );
        let toml = study.read("questionnaire/questionnaire.toml");
        // What stands for no answer is told, by its label.
        assert!(toml.contains("9 = Ne sait pas") && toml.contains("98 = Refus"), "{toml}");
        let item =
            |column: &str| toml.split("\n\n").find(|part| part.contains(&format!("column = \"{column}\"")));
        let listened = item("ecoute").unwrap();
        assert!(
            listened.contains("range = [1, 4]") && listened.contains("1 = \"Pas du tout d’accord\""),
            "{toml}"
        );
        assert!(!listened.contains("Ne sait pas"), "{toml}");
        // Ends alone have labels.
        assert!(item("bien_etre").unwrap().contains("range = [0, 10]"), "{toml}");
        assert!(item("logement").unwrap().contains("title = \"Vous êtes logé·e\""), "{toml}");
        assert!(toml.contains("id = \"num_obs\"") && toml.contains("date = \"date_saisie\""), "{toml}");
        study.run(["import"]).succeeds();
    }
}

#[cfg(feature = "sav")]
#[test]
fn a_file_of_spss_that_is_cut_off_or_lies_is_refused() {
    let whole = fixture("families.sav");
    for length in (4..whole.len()).step_by(37) {
        let study = Study::empty();
        study.write("cut.sav", &whole[..length]);
        let run = study.run(["import", "--questionnaire", "cut.sav"]);
        assert!(!run.told.contains("panicked"), "{length}: {}", run.told);
    }
    let study = Study::empty();
    study.write("cut.sav", &whole[..200]);
    study.run(["import", "--questionnaire", "cut.sav"]).fails(1).tells("cut.sav");
    assert!(!study.folder().join("questionnaire/questionnaire.toml").exists());
}

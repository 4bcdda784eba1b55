//! A study of a few interviews and nothing else: no sentence about what it has not.

use super::{BOTH, page};
use crate::report::Findings;
use crate::report::findings::{CodeFacts, StudyFacts};
use crate::report::sample::findings as sample;
use crate::text::Language;

/// The first interviews of the sample, coded by one person with the first codes.
fn small(interviews: usize, codes: usize) -> Findings {
    let mut found = sample();
    found.people.truncate(interviews);
    for person in &mut found.people {
        person.profile = None;
        person.similar_families = None;
        person.event.clear();
        person.offer.clear();
        person.description.clear();
    }
    found.codes.truncate(codes);
    for code in &mut found.codes {
        one_extract(code, interviews);
    }
    found.themes.truncate(1);
    found.accumulation.truncate(interviews);
    let study = StudyFacts {
        title: "Vivre en colocation".to_owned(),
        codings: vec![codes],
        extracts: codes,
        shared_extracts: codes,
        ..StudyFacts::default()
    };
    Findings {
        study,
        people: found.people,
        themes: found.themes,
        codes: found.codes,
        accumulation: found.accumulation,
        ..Findings::default()
    }
}

fn one_extract(code: &mut CodeFacts, interviews: usize) {
    code.theme = 0;
    code.interviews = 1;
    code.extracts = 1;
    code.polarity = None;
    code.agreement = None;
    code.cells.truncate(interviews);
    code.register.truncate(1);
}

fn words(findings: &Findings, language: Language) -> String {
    page(findings, language).replace("&nbsp;", " ").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn one_interview_with_one_code_is_told_in_the_singular() {
    for language in BOTH {
        let told = words(&small(1, 1), language);
        for fault in [
            "une personnes",
            "one interviewees",
            "de un ",
            " 1 codes",
            " 1 codages",
            " 1 extraits",
            " 1 entretiens",
            " 1 codings",
            " 1 extracts",
            " 1 interviews",
            "un thèmes",
            "one themes",
            "sur un.",
            "croise",
            "crosses",
        ] {
            assert!(!told.contains(fault), "{language:?}: {fault}");
        }
    }
    let told = words(&small(1, 1), Language::Fr);
    assert!(told.contains("La personne interrogée") && told.contains("d’un codeur"));
}

#[test]
fn what_a_study_has_not_is_not_told() {
    for language in BOTH {
        let told = words(&small(2, 3), language);
        for fault in [
            // Parts and methods of other studies.
            "n = 12",
            "id=\"method-suggestions\"",
            "id=\"method-kmeans\"",
            // Columns, figures and settings without a value.
            "<th scope=\"col\">Évènement",
            "<th scope=\"col\">Event",
            "<th scope=\"col\">Axe",
            "<th scope=\"col\">Axis",
            "id=\"fig-accumulation\"",
            "chaque profil",
            "each profile",
            "secret statistique</li>",
            "suppressed, small number</li>",
        ] {
            assert!(!told.contains(fault), "{language:?}: {fault}");
        }
    }
}

#[test]
fn the_readings_are_named_and_all_the_groupings_counted() {
    let told = words(&sample(), Language::Fr);
    let said = "Quatre autres lectures de la même grille (Ward, quadrants, codeur 1 seul, codeur 2 seul) laissent \
                dix personnes sur douze dans le même profil ; sur les 8 autres classements comparés, cinq gardent \
                toujours le leur";
    assert!(
        told.contains(said),
        "{}",
        told.split("Quatre autres lectures").nth(1).unwrap_or("not there").get(..300).unwrap_or("")
    );
}

#[test]
fn a_study_of_twelve_keeps_what_twelve_cases_do_to_its_methods() {
    let told = words(&sample(), Language::Fr);
    assert_eq!(sample().people.len(), 12);
    assert!(told.contains("n = 12") && told.contains("id=\"method-kmeans\""));
    assert!(!told.contains("id=\"method-suggestions\""));
}

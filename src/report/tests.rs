//! The whole report, from findings to a page.

#![allow(clippy::disallowed_methods, reason = "tests read the sources, and write pages to look at")]

use std::collections::BTreeSet;
use std::path::Path;

use super::sample::{document, findings, page};
use crate::i18n::Catalog;
use crate::report::Findings;
use crate::report::document::{Block, Cell};
use crate::report::findings::Edition;
use crate::text::Language;

mod small;

const BOTH: [Language; 2] = [Language::Fr, Language::En];

/// Values of an attribute, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!("{attribute}=\"");
    page.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_has_its_target_and_every_id_is_single() {
    for language in BOTH {
        let page = page(&findings(), language);
        let ids = values(&page, " id");
        let single: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(single.len(), ids.len(), "ids are single");
        for link in values(&page, "href") {
            let target = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leaves the page"));
            assert!(single.contains(target), "{link} leads nowhere");
        }
    }
}

#[test]
fn nothing_is_fetched_and_nothing_is_a_script() {
    let page = page(&findings(), Language::Fr);
    assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("@import"));
    assert!(!page.contains(" src=") && !page.contains("url("));
    assert!(page.contains("default-src 'none'"));
    for place in page.match_indices("http").map(|(place, _)| place) {
        let after = page.get(place..).unwrap_or("");
        assert!(
            after.starts_with("http://www.w3.org/2000/svg") || after.starts_with("http-equiv"),
            "{}",
            after.get(..60).unwrap_or(after)
        );
    }
}

#[test]
fn no_message_is_missing_or_half_filled() {
    for language in BOTH {
        let page = page(&findings(), language);
        for fault in ["report-", "{$", "{ $", "[fig:", "[tab:", "\u{E000}", "\u{E001}", "**"] {
            if let Some(place) = page.find(fault) {
                let near: String = page.get(place..).unwrap_or("").chars().take(80).collect();
                panic!("{}: {near}", language.code());
            }
        }
    }
}

#[test]
fn every_key_in_the_source_is_in_the_catalogue_and_the_other_way_round() {
    fn sources(folder: &Path, into: &mut String) {
        let mut entries: Vec<_> = std::fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                sources(&path, into);
            } else if !path.ends_with("tests.rs") {
                into.push_str(&std::fs::read_to_string(path).expect("a source"));
            }
        }
    }
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report"), &mut source);
    let used: BTreeSet<&str> = source
        .split('"')
        .filter(|text| {
            text.starts_with("report-")
                && text.len() > "report-".len()
                && !text.ends_with('-')
                && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.')
        })
        .collect();
    let words = Catalog::new(Language::Fr);
    for key in &used {
        let name = key.split('.').next().unwrap_or(key);
        assert!(words.has(name), "{key} is not in the catalogue");
    }
    let catalogue = include_str!("../../i18n/fr/report.ftl");
    for line in catalogue.lines() {
        let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with("report-")) else { continue };
        let built = ["report-method-", "report-chapter-"].iter().any(|prefix| key.starts_with(prefix));
        assert!(built || used.contains(key), "{key} is never said");
    }
}

#[test]
fn what_was_said_keeps_its_language() {
    let marked = |spoken, language| {
        let mut findings = findings();
        findings.study.spoken = spoken;
        let page = page(&findings, language);
        (page.contains("<span lang="), page.contains("class=\"said\" lang="), page)
    };
    for language in BOTH {
        let (turns, quotes, _) = marked(language, language);
        assert!(!turns && !quotes, "{language:?}");
    }
    let (turns, quotes, page) = marked(Language::En, Language::Fr);
    assert!(turns && quotes && page.contains("<span lang=\"en\">") && page.contains("en anglais"));
}

#[test]
fn no_sentence_breaks_when_everything_is_hidden() {
    let mut findings = findings();
    for threshold in [5, 20, 100, 1_000_000] {
        findings.study.threshold = threshold;
        for language in BOTH {
            let page = page(&findings, language);
            let words = page.replace("&nbsp;", " ").replace('\u{a0}', " ");
            for broken in [": .", ": </p>", ": ;", "« »", "“”", "()", "[]", " ,", "NaN"] {
                let at = words.find(broken);
                let near =
                    at.map(|at| words[words.floor_char_boundary(at.saturating_sub(120))..].chars().take(200));
                let near: Option<String> = near.map(Iterator::collect);
                assert_eq!(near, None, "{broken:?} at threshold {threshold} in {language:?}");
            }
        }
    }
}

#[test]
fn paper_has_the_codebook_and_not_the_registers() {
    let page = page(&findings(), Language::Fr);
    let folds = values(&page, "<details class");
    assert!(folds.contains(&"fold printed") && folds.contains(&"fold"), "{folds:?}");
    for (class, anchor) in page.split("<details class=\"").skip(1).filter_map(|fold| {
        let (class, rest) = fold.split_once('"')?;
        Some((class, rest.split("<div class=\"inside\" id=\"").nth(1)?.split('"').next()?))
    }) {
        assert_eq!(class == "fold printed", anchor.starts_with("theme-"), "{anchor}");
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    assert_eq!(page(&findings(), Language::Fr), page(&findings(), Language::Fr));
}

#[test]
fn an_empty_study_makes_an_empty_report() {
    for language in BOTH {
        let page = page(&Findings::default(), language);
        assert!(page.contains("<h1>") && !page.contains("<figure"));
    }
}

#[test]
fn parts_may_be_missing_one_by_one() {
    let full = findings();
    let without: [fn(&mut Findings); 12] = [
        |f| f.people.clear(),
        |f| f.codes.clear(),
        |f| f.themes.clear(),
        |f| f.cooccurrence = None,
        |f| f.accumulation.clear(),
        |f| f.typology = None,
        |f| f.questionnaire = None,
        |f| f.casework = None,
        |f| f.turns.clear(),
        |f| f.study.codings.clear(),
        |f| {
            if let Some(typology) = &mut f.typology {
                typology.axes.clear();
                typology.places.clear();
                typology.merges.truncate(2);
            }
        },
        |f| {
            if let Some(questionnaire) = &mut f.questionnaire {
                questionnaire.assignment = None;
                questionnaire.scales.iter_mut().for_each(|scale| scale.own.clear());
            }
        },
    ];
    for (remove, language) in without.into_iter().zip(BOTH.into_iter().cycle()) {
        let mut part = full.clone();
        remove(&mut part);
        assert!(page(&part, language).ends_with("</html>\n"));
    }
}

#[test]
fn texts_from_files_stay_texts() {
    let mut hostile = findings();
    let bad = "<script>alert(1)</script> **gras** [x](#y) [fig:plane] \" ' &amp; { $n }";
    hostile.study.title = bad.to_owned();
    hostile.people[0].id = "E 1\"><q>".to_owned();
    hostile.people[0].description = bad.to_owned();
    hostile.codes[0].title = bad.to_owned();
    hostile.codes[0].id = "a b\"c".to_owned();
    hostile.codes[0].definition = bad.to_owned();
    if let Some(typology) = &mut hostile.typology {
        typology.profiles[0].title = bad.to_owned();
        typology.profiles[0].portrait = Some(bad.to_owned());
        typology.profiles[0].quotes[0].text = bad.to_owned();
    }
    let page = page(&hostile, Language::Fr);
    assert!(!page.contains("<script") && !page.contains("<q>"));
    assert!(!page.contains("<strong>gras"));
    assert!(!values(&page, "href").contains(&"#y"));
}

#[test]
fn an_invented_study_is_said_everywhere() {
    let mut real = findings();
    let invented = page(&real, Language::Fr);
    assert!(invented.contains("class=\"banner\"") && invented.contains("étude inventée"));
    real.study.invented = None;
    real.study.sources.clear();
    let real = page(&real, Language::Fr);
    assert!(!real.contains("class=\"banner\"") && !real.contains("étude inventée"));
}

#[test]
fn the_continuum_is_said_when_the_null_is_not_rejected() {
    let mut findings = findings();
    assert!(page(&findings, Language::Fr).contains("découpage utile d’un continuum"));
    if let Some(typology) = &mut findings.typology {
        typology.null_p = Some(0.01);
    }
    assert!(!page(&findings, Language::Fr).contains("découpage utile d’un continuum"));
}

#[test]
fn what_the_team_has_not_written_is_to_be_written() {
    let mut findings = findings();
    if let Some(typology) = &mut findings.typology {
        for profile in &mut typology.profiles {
            profile.portrait = None;
            profile.reading = None;
        }
    }
    assert_eq!(page(&findings, Language::Fr).matches("à rédiger</span>").count(), 8);
}

#[test]
fn a_public_edition_shows_no_score_of_one_person() {
    let mut findings = findings();
    findings.study.edition = Edition::Public;
    // A score that stands nowhere else.
    if let Some(questionnaire) = &mut findings.questionnaire {
        for scale in &mut questionnaire.scales {
            scale.own = vec![Some(0.0), Some(98.7), Some(100.0)].into_iter().cycle().take(12).collect();
        }
    }
    let scores = |findings: &Findings| {
        let page = page(findings, Language::Fr);
        let from = page.find("id=\"fig-scores\"").expect("the scores are drawn");
        let to = page.find("id=\"tab-assignment\"").expect("the crosstab follows");
        page.get(from..to).map(str::to_owned).expect("the figure stands before the crosstab")
    };
    let public = scores(&findings);
    assert!(!public.contains("98,7") && !public.contains(">99<"));
    // The ends of a range are scores of two persons, and profiles of three have no median to publish.
    assert!(!public.contains("[0") && public.contains("non imprimés"), "{public}");
    findings.study.edition = Edition::Internal;
    assert!(scores(&findings).contains(">99<"));
}

#[test]
fn small_counts_are_hidden_before_anything_is_drawn() {
    let document = document(&findings(), Language::Fr);
    let table = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.name == "assignment" => Some(table),
        _ => None,
    });
    let table = table.expect("the crosstab");
    let hidden =
        table.rows.iter().flat_map(|row| &row.cells).filter(|cell| **cell == Cell::Suppressed).count();
    assert_eq!(hidden, 4);
}

#[test]
fn no_cell_is_empty_and_no_row_is_short() {
    fn check(table: &crate::report::document::Table) {
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{} {}", table.name, table.title);
            for cell in &row.cells {
                let empty = match cell {
                    Cell::Text(phrase) => phrase.words().trim().is_empty(),
                    Cell::Number { text, .. } | Cell::Estimate { text, .. } => text.is_empty(),
                    _ => false,
                };
                assert!(!empty, "{} {}", table.name, table.title);
            }
        }
    }
    for edition in [Edition::Public, Edition::Internal] {
        let mut findings = findings();
        findings.study.edition = edition;
        let mut document = document(&findings, Language::Fr);
        crate::report::document::number::each_block(&mut document.blocks, &mut |block| match block {
            Block::Table(table) => check(table),
            Block::Figure(figure) => check(figure.table.as_ref().expect("a figure has its table")),
            _ => {}
        });
    }
}

#[test]
fn weighted_scores_stand_beside_those_as_they_are_and_small_groups_are_hidden() {
    let mut findings = findings();
    let told = page(&findings, Language::Fr).replace("&nbsp;", "\u{a0}");
    assert!(told.contains("id=\"tab-weighted\"") && told.contains("#method-weights"));
    assert!(told.contains("55,1 ± 1,2") && told.contains("54,0 ± 1,4") && told.contains("260 répondants"));
    // Three respondents are too few for a mean, and a scale that served is not compared between profiles.
    assert!(!told.contains("51,0 ± 1,2"));
    assert!(told.contains("Relation : a servi au rapprochement") || told.contains("Relation\u{a0}: a servi"));
    let survey = findings.questionnaire.as_mut().expect("a questionnaire");
    let weighted = survey.weighted.as_mut().expect("weights");
    weighted.refused = Some("aucun jeu de poids ne convient.".to_owned());
    let refused = page(&findings, Language::Fr);
    assert!(refused.contains("aucun jeu de poids ne convient") && !refused.contains("tab-weighted"));
}

#[test]
fn a_profile_lists_its_words_and_never_those_of_one_person() {
    let page = page(&findings(), Language::Fr).replace("&nbsp;", "\u{a0}");
    assert!(page.contains("dossier (21 fois, 3 entretiens, +4,2)"), "no words in the card");
    assert!(page.contains("et un autre mot") && page.contains("celui d’une personne"));
    assert!(
        page.contains("15 mots ont été écartés parce qu’un seul entretien les dit")
            && page.contains("#method-specificities")
    );
    assert!(page.contains("enfants [rires]"));
}

#[test]
fn the_trials_stand_with_the_other_signs_of_firmness() {
    for language in BOTH {
        let page = page(&findings(), language);
        let (firm, trials) = (page.find("id=\"firm\""), page.find("id=\"tab-trials\""));
        assert!(firm.is_some() && firm < trials, "{language:?}");
        assert!(page.contains("#method-stability"));
    }
}

#[test]
fn with_three_coders_turns_are_coded_by_all() {
    let mut findings = findings();
    let heads = |findings: &Findings| {
        let page = page(findings, Language::Fr);
        (page.contains(">Les deux</th>"), page.contains(">Tous</th>"))
    };
    assert_eq!(heads(&findings), (true, false));
    for code in &mut findings.codes {
        code.agreement.iter_mut().for_each(|agreement| agreement.alone.push(0));
    }
    assert_eq!(heads(&findings), (false, true));
}

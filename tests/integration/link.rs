//! `propos link`: what is said beside its figures.

use serde_json::Value;

use super::study::Study;

/// Respondents who are interviewees, among the first of the file.
const INTERVIEWED: [&str; 1] = ["R017"];

#[test]
fn the_corrected_v_comes_with_an_interval_that_can_be_drawn_again() {
    let study = Study::imported();
    let found = study.json(["link"]);
    let crosstabs = found["near"]["crosstabs"].as_array().unwrap();
    assert!(crosstabs.len() >= 5, "{}", crosstabs.len());
    for crosstab in crosstabs {
        let (test, interval) = (&crosstab["test"], &crosstab["v_interval"]);
        let number = |value: &Value| value.as_f64().unwrap_or_else(|| panic!("{crosstab}"));
        let v = number(&test["cramer_v_bias_corrected"]);
        assert!(number(&interval["lower"]) <= v && v <= number(&interval["upper"]), "{crosstab}");
        assert_eq!((&interval["clusters"], interval["draws"].as_u64()), (&test["n"], Some(1_000)));
    }
    assert_eq!(found["near"]["crosstabs"], study.json(["link"])["near"]["crosstabs"]);
    let seed = crosstabs[0]["v_interval"]["seed"].to_string();
    for (language, words) in [("fr", "1\u{202f}000 tirages"), ("en", "1,000 draws")] {
        let read = study.run(["link", "--lang", language]).succeeds();
        assert!(read.out.contains(words) && read.out.contains(&seed), "{}", read.out);
    }
    study.run(["build"]).succeeds();
    let report = study.read("output/report.html");
    // Cells of the crosstab are hidden, which V would help to find again.
    assert!(report.contains("Le V de Cramér n’est pas donné"), "V is told beside hidden cells");
    study.replace("study.toml", "\nthreshold = 5\n", "\nthreshold = 1\n");
    study.run(["build"]).succeeds();
    let report = study.read("output/report.html");
    assert!(report.contains(&format!("tirages, graine {seed}")), "no interval of V in the report");
}

#[test]
fn mean_scores_stand_with_their_intervals_unless_the_scale_served() {
    let study = Study::imported();
    let scores = study.json(["link"])["near"]["scores"].clone();
    for one in scores.as_array().unwrap() {
        let means = one["means"].as_array().unwrap();
        assert_eq!(means.len(), one["sizes"].as_array().unwrap().len());
        for (mean, size) in means.iter().zip(one["sizes"].as_array().unwrap()) {
            assert_eq!(&mean["clusters"], size, "{mean}");
            assert!(mean["lower"].as_f64() < mean["estimate"].as_f64(), "{mean}");
            assert!(mean["estimate"].as_f64() < mean["upper"].as_f64(), "{mean}");
        }
    }
    // A scale that brings respondents near to profiles is not compared between them.
    study.replace(
        "study.toml",
        "id = \"difficulties\"\ntitle = { fr = \"Nombre de difficultés cochées\", en = \"Number of difficulties ticked\" }\nchecklist = true",
        "id = \"relation\"\ntitle = \"Relation\"\nscale = \"relation\"",
    );
    study.run(["import"]).succeeds();
    let scores = study.json(["link"])["near"]["scores"].clone();
    let served = scores.as_array().unwrap().iter().find(|one| one["scale"] == "relation").unwrap();
    assert!(
        served["means"].as_array().unwrap().iter().all(|mean| mean["undefined"] == "circular"),
        "{served}"
    );
    // Groups compared, nobody linked: their means have intervals too.
    study.replace("study.toml", "kind = \"assignment\"", "kind = \"groups\"");
    study.run(["import"]).succeeds();
    let groups = study.json(["link"])["groups"].clone();
    assert!(groups[0]["scores"][0]["means"][0]["acceleration"].is_f64(), "{groups}");
    let read = study.run(["link", "--lang", "fr"]).succeeds();
    assert!(read.out.contains("moyenne, BCa à 95"), "{}", read.out);
}

#[test]
fn a_respondent_far_from_every_profile_is_outside_the_typology() {
    let study = Study::imported();
    let plain = study.json(["link"])["near"]["linkage"].clone();
    assert_eq!(plain["outside"], 0);
    let limits: Vec<f64> =
        plain["outside_beyond"].as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect();
    let far = plain["assignments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["distances"][one["nearest"].as_u64().unwrap() as usize].as_f64().unwrap());
    assert!(far.fold(0.0, f64::max) < limits.iter().copied().fold(f64::INFINITY, f64::min) * 1.1);
    // With the perceived effect on a longer scale, some answer far beyond what any interviewee does.
    let settings = study.read("questionnaire/questionnaire.toml");
    let short = "column = \"effet_percu\"\ntitle = { fr = \"Effet perçu\", en = \"Perceived effect\" }\nrange = [1, 5]";
    assert_eq!(settings.matches(short).count(), 1);
    study.write("questionnaire/questionnaire.toml", settings.replace(short, &short.replace("5]", "60]")));
    let table = study.read("questionnaire/responses.csv");
    let place = table.lines().next().unwrap().split(';').position(|name| name == "effet_percu").unwrap();
    let mut moved = 0;
    let rows: String = table
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(';').collect();
            let is_row = cells[0].starts_with('R') && cells.len() > place;
            if is_row && moved < 12 && !INTERVIEWED.contains(&cells[0]) {
                cells[place] = "60";
                moved += 1;
            }
            cells.join(";") + "\n"
        })
        .collect();
    study.write("questionnaire/responses.csv", rows);
    study.run(["import"]).succeeds();
    let found = study.json(["link"])["near"]["linkage"].clone();
    assert_eq!((moved, found["outside"].as_u64()), (12, Some(12)), "{}", found["outside_beyond"]);
    for (language, words) in [("fr", "Hors typologie : plus loin"), ("en", "Outside the typology: farther")] {
        let read = study.run(["link", "--lang", language]).succeeds();
        assert!(read.out.replace('\u{a0}', " ").contains(words), "{}", read.out);
    }
}

//! `propos link`: what is said beside its figures.

use serde_json::Value;

use super::study::Study;

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
        assert_eq!((&interval["clusters"], interval["draws"].as_u64()), (&test["n"], Some(2_000)));
    }
    assert_eq!(found["near"]["crosstabs"], study.json(["link"])["near"]["crosstabs"]);
    let seed = crosstabs[0]["v_interval"]["seed"].to_string();
    for (language, words) in [("fr", "2\u{202f}000 tirages"), ("en", "2,000 draws")] {
        let read = study.run(["link", "--lang", language]).succeeds();
        assert!(read.out.contains(words) && read.out.contains(&seed), "{}", read.out);
    }
    study.run(["build"]).succeeds();
    let report = study.read("output/report.html");
    assert!(report.contains(&format!("tirages, graine {seed}")), "no interval of V in the report");
}

//! `propos typology --stability` and `propos profile` on the bundled study.

use crate::study::Study;

#[test]
fn the_verdict_follows_from_the_figures_beside_it() {
    let study = Study::imported();
    let found = study.json(["typology", "--stability"]);
    let p = found["evidence"]["null_p"].as_f64().unwrap();
    assert_eq!(found["evidence"]["null_draws"], 999);
    assert!(p > 0.05);
    assert_eq!(found["verdict"]["kind"], "continuum");
    assert_eq!(found["verdict"]["because"], "null-not-rejected");
    let trials = &found["typology"]["stability"];
    assert_eq!((trials["cases"].as_u64(), trials["seed"].as_u64()), (Some(12), Some(20_230_630)));
    assert_eq!(trials["bootstrap"]["draws"], 1000);
    assert_eq!(trials["bootstrap"]["consensus"].as_array().unwrap().len(), 12);
    assert_eq!(trials["jitter"]["draws"], 1000);
    assert_eq!(trials["without_codes"].as_array().unwrap().len(), 22);
    assert_eq!(trials["numbers"]["gap"]["groups"][0], 1);
    assert_eq!(trials["full_mixture"], serde_json::json!([23, 24]));
    let told = study.run(["typology", "--stability", "--lang", "en"]).succeeds().out;
    assert!(told.contains("a useful partition of a continuum, not separated groups"), "{told}");
    assert!(told.contains("B = 999") && told.contains("seed 20230630"), "{told}");
    let told = study.run(["typology", "--stability", "--lang", "fr"]).succeeds().out;
    assert!(told.contains("un découpage utile d’un continuum, pas des groupes séparés"), "{told}");
}

#[test]
fn a_code_that_built_the_profiles_has_no_p() {
    let study = Study::imported();
    let found = study.json(["profile", "--profile", "p4"]);
    let profiles = found["profiles"].as_array().unwrap();
    assert_eq!((profiles.len(), &profiles[0]["label"]), (1, &"P4".into()));
    for code in profiles[0]["codes"].as_array().unwrap() {
        let is_active = code["active"].as_bool().unwrap();
        assert_eq!(code["p"]["undefined"] == "circular", is_active, "{code}");
    }
    assert!(profiles[0]["codes"].as_array().unwrap().iter().any(|code| code["p"].is_number()));
    for one in found["secondary"].as_array().unwrap() {
        assert!(one["p"].as_f64().unwrap() <= one["q"].as_f64().unwrap() + 1e-12, "{one}");
        assert_eq!((one["n"].as_u64(), one["way"]["way"].as_str()), (Some(12), Some("exact")));
    }
    let told = study.run(["profile", "--lang", "fr"]).succeeds().out;
    assert!(told.contains("actif") && told.contains("À l’encontre"), "{told}");
    study.run(["profile", "--profile", "P9", "--lang", "en"]).fails(1).tells("propos typology");
}

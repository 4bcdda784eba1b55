//! Typology, questionnaire and indicators in the browser: what the pages show, and what the team
//! decides on them.

use axum::http::Method;
use serde_json::{Value, json};

use crate::client::Client;
use crate::study::Study;

const HIGH_LOW: &str = "high-low";

fn bundled() -> (Study, Client) {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    (study, client)
}

/// A fresh identifier of a request.
fn request() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("0193a000-0000-7000-8000-{:012x}", NEXT.fetch_add(1, Ordering::Relaxed))
}

fn decide(client: &Client, path: &str, mut body: Value) -> i64 {
    body["operation"] = json!(request());
    client.write(Method::PUT, path, &body).granted()["operation"].as_i64().unwrap()
}

fn export(study: &Study, folder: &str) {
    let target = study.path(folder);
    study.run(["export".as_ref(), "--folder".as_ref(), target.as_os_str()]).succeeds();
}

#[test]
fn pages_stand_in_both_languages_without_style_or_script_inside() {
    let (_study, mut client) = bundled();
    let expected = [
        ("/typology", "Quatre profils", "Four profiles"),
        ("/questionnaire", "Cohérence des échelles", "Consistency of the scales"),
        ("/indicators", "Indicateurs d’activité", "Activity indicators"),
    ];
    for is_english in [false, true] {
        if is_english {
            client.in_english();
        }
        for (path, french, english) in expected {
            let answer = client.get(path);
            assert_eq!(answer.status, 200, "{path}");
            let page = answer.text;
            assert!(page.contains(if is_english { english } else { french }), "{path}");
            for inside in
                [" style=\"", "<style", " onclick=", "javascript:", "{$", "{ $", "board-", "survey-"]
            {
                let found = page.find(inside).map(|at| {
                    let end = page.len().min(at + 80);
                    page.get(at..end).unwrap_or(inside).to_owned()
                });
                // Names of messages that scripts say are no message left unsaid.
                let allowed = found.as_deref().is_some_and(|_| inside.ends_with('-'))
                    && !page.contains(&format!(">{inside}"));
                assert!(found.is_none() || allowed, "{path}: {found:?}");
            }
        }
    }
    let sheet = client.get("/plot.css");
    assert!(sheet.text.contains("svg.plot .p-f1"), "{}", sheet.text);
    assert!(!sheet.text.contains(":root{--bg"), "drawings lend no ground to the page");
}

#[test]
fn the_plane_is_a_group_of_links_that_say_who_stands_where() {
    let (_study, client) = bundled();
    let page = client.get("/typology?case=E07").text;
    let stops = page.matches("class=\"p-stop\"").count();
    // Twelve, for the wide drawing and the narrow one.
    assert_eq!(stops, 24);
    assert!(page.contains("role=\"group\" aria-label=\"Plan des deux axes\""));
    assert!(page.contains("data-name=\"E07\" tabindex=\"0\" aria-current=\"true\""));
    assert!(page.contains("E07, Femme, 30–39 ans, P1 situation peu complexe, effet perçu fort"));
    // Quotes, codes and numbers are doors.
    let door = page.split("class=\"num here\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let door = door.replace("&#38;", "&").replace("&amp;", "&");
    assert!(door.starts_with("/passages?all=only") && door.matches("&any=transcript").count() == 3, "{door}");
    assert_eq!(client.get(&door).status, 200);
    assert!(page.contains("href=\"/transcripts/E11?turn=28#t28\""));
    assert!(page.contains("href=\"/codebook/"));
    assert!(!page.contains("href=\"#ctx-") && !page.contains("href=\"#reg-"));
}

#[test]
fn places_stand_at_once_and_what_the_draws_say_follows() {
    let (_study, client) = bundled();
    let page = client.get("/typology").text;
    assert!(page.contains("data-waiting"), "nothing is said of draws that are not made");
    assert!(!page.contains("découpage utile d’un continuum"));
    for _ in 0..600 {
        if client.get("/page/typology/draws").granted()["ready"] == json!(true) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let page = client.get("/typology").text;
    assert!(!page.contains("data-waiting"));
    assert!(page.contains("découpage utile d’un continuum"));
    assert!(page.contains("E07 passe en P3"));
    // A name changes no draw.
    let body = json!({ "name": "Cumul sans issue", "reason": "Dettes et attente dominent." });
    decide(&client, &format!("/page/typology/names/{HIGH_LOW}"), body);
    let page = client.get("/typology").text;
    assert!(page.contains("Cumul sans issue") && !page.contains("data-waiting"));
}

#[test]
fn a_decision_is_one_operation_sent_twice_done_once_and_undone() {
    let (study, client) = bundled();
    let body = json!({
        "operation": request(), "quadrant": "high-high", "reason": "Elle attribue le changement à l’aide.",
    });
    let path = "/page/typology/assignments/E10";
    let first = client.write(Method::PUT, path, &body).granted();
    assert_eq!(client.write(Method::PUT, path, &body).granted(), first);
    let page = client.get("/typology?case=E10").text;
    assert!(page.contains("Elle attribue le changement"));
    assert!(page.contains("value=\"high-high\" checked"));
    let history = study.run(["history", "--json"]).succeeds().out;
    assert_eq!(history.matches("assign-case").count(), 1, "{history}");
    let undone = client.post("/page/undo", &json!({ "operation": request() })).granted();
    assert_eq!(undone["kind"], "assign-case");
    assert_eq!(undone["summary"], "E10 placé·e dans un profil");
    assert!(!client.get("/typology?case=E10").text.contains("Elle attribue le changement"));
    client.post("/page/redo", &json!({ "operation": request() })).granted();
    assert!(client.get("/typology?case=E10").text.contains("Elle attribue le changement"));
}

#[test]
fn a_measure_or_a_weight_redraws_the_plane() {
    let (_study, client) = bundled();
    // Where the points are; what the draws say of them may come meanwhile.
    let places = |client: &Client| -> Vec<String> {
        let page = client.get("/typology").text;
        let points =
            page.split("class=\"p-touch\"").map(|part| part.rsplit("<circle").next().unwrap().to_owned());
        points.take(24).collect()
    };
    let before = places(&client);
    decide(&client, "/page/typology/measures/complexity", json!({ "measure": "presence" }));
    let measured = places(&client);
    assert_ne!(before, measured);
    decide(&client, "/page/typology/measures/complexity", json!({ "measure": "intensity" }));
    assert_eq!(places(&client), before);
    let body = json!({ "axis": "complexity", "weight": 3.0 });
    decide(&client, "/page/typology/weights/dettes", body);
    assert_ne!(places(&client), before);
    decide(&client, "/page/typology/weights/dettes", json!({ "axis": "complexity", "weight": 1.0 }));
    assert_eq!(places(&client), before);
}

#[test]
fn what_cannot_be_decided_is_refused_with_its_reason() {
    let (study, client) = bundled();
    let before = study.run(["history", "--json"]).succeeds().out;
    let put = |path: &str, mut body: Value| {
        if body.get("operation").is_none() {
            body["operation"] = json!(request());
        }
        client.write(Method::PUT, path, &body)
    };
    let assign = |quadrant: &str, reason: &str| json!({ "quadrant": quadrant, "reason": reason });
    put("/page/typology/assignments/E10", assign("high-high", "  ")).refused(422, "no-reason");
    put("/page/typology/assignments/E99", assign("high-high", "x")).refused(404, "unknown");
    put("/page/typology/assignments/E10", assign("middle", "x")).refused(404, "unknown");
    put("/page/typology/names/low-low", json!({ "name": "Un nom" })).refused(422, "no-reason");
    put("/page/typology/measures/height", json!({ "measure": "rate" })).refused(404, "unknown");
    put("/page/typology/measures/effect", json!({ "measure": "loudness" })).refused(404, "unknown");
    let weight = |axis: &str, weight: f64| json!({ "axis": axis, "weight": weight });
    put("/page/typology/weights/dettes", weight("complexity", 1e9)).refused(422, "bad-weight");
    put("/page/typology/weights/nothing", weight("complexity", 1.0)).refused(422, "codebook-unknown-code");
    put("/page/typology/weights/dettes", weight("height", 1.0)).refused(422, "codebook-unknown-axis");
    put("/page/readings/low-low", json!({ "verdict": "confirms", "text": "" })).refused(422, "no-words");
    let long = "a".repeat(5000);
    put("/page/typology/portraits/low-low", json!({ "portrait": long })).refused(422, "no-words");
    let unnamed = json!({ "operation": "1; DROP TABLE setting", "portrait": "x" });
    put("/page/typology/portraits/low-low", unnamed).refused(422, "bad-operation");
    assert_eq!(study.run(["history", "--json"]).succeeds().out, before);
}

#[test]
fn decisions_go_out_with_the_study_and_come_back_the_same() {
    let (study, client) = bundled();
    let reason = "« Tout tient », dit-elle ; \"sans\" \\ l’aide.";
    let assigned = json!({ "quadrant": "high-high", "reason": reason });
    decide(&client, "/page/typology/assignments/E10", assigned);
    let named = json!({ "name": "Cumul sans issue", "reason": "Dettes et attente\ndominent." });
    decide(&client, "/page/typology/names/high-low", named);
    decide(
        &client,
        "/page/typology/portraits/low-high",
        json!({ "portrait": "Un portrait\n\nen deux temps." }),
    );
    let concluded = json!({ "verdict": "extends", "text": "Les scores ajoutent la relation." });
    decide(&client, "/page/readings/high-low", concluded);
    decide(&client, "/page/typology/measures/effect", json!({ "measure": "segments" }));

    export(&study, "out");
    let settings = study.read("out/study.toml");
    assert!(settings.contains("# Fichier de l’étude."), "comments stay");
    let again = study.enter("out");
    again.run(["import"]).succeeds();
    let other = Client::open(&again, "c1");
    let page = other.get("/typology?profile=P1&case=E10").text;
    assert!(page.contains("« Tout tient », dit-elle ; &#34;sans&#34; \\ l’aide."), "the reason");
    assert!(page.contains("Un portrait\n\nen deux temps."), "the portrait");
    assert!(page.contains("Cumul sans issue"), "the name");
    assert!(page.contains("value=\"segments\" selected"), "the measure");
    let page = other.get("/questionnaire").text;
    assert!(page.contains("Les scores ajoutent la relation."), "the conclusion");
    // A second export says the same.
    export(&again, "twice");
    assert_eq!(again.read("twice/study.toml"), settings);
}

#[test]
fn a_settings_file_read_again_leaves_decisions_in_place() {
    let (study, client) = bundled();
    let assigned = json!({ "quadrant": "high-high", "reason": "Relecture du 3 juin." });
    decide(&client, "/page/typology/assignments/E10", assigned);
    study.replace("study.toml", "draws = 1000", "draws = 200");
    study.run(["import"]).succeeds();
    assert!(client.get("/typology?case=E10").text.contains("Relecture du 3 juin."));
}

#[test]
fn the_joint_display_is_written_by_the_team_and_shows_in_the_report() {
    let (study, client) = bundled();
    let body = json!({ "verdict": "contradicts", "text": "Les scores disent l’inverse." });
    decide(&client, "/page/readings/low-low", body);
    let page = client.get("/questionnaire").text;
    assert!(page.contains("value=\"contradicts\" selected"));
    assert!(page.contains("Les scores disent l’inverse."));
    study.run(["build"]).succeeds();
    assert!(study.read("output/report.html").contains("Les scores disent l’inverse."));
    decide(&client, "/page/readings/low-low", json!({ "verdict": "", "text": "" }));
    assert!(!client.get("/questionnaire").text.contains("Les scores disent l’inverse."));
}

#[test]
fn small_counts_are_hidden_as_in_the_report() {
    let (study, client) = bundled();
    study.run(["build"]).succeeds();
    let report = study.read("output/report.html");
    // The rows of a table, without what stands around them.
    let rows = |page: &str, name: &str| {
        let from = page.find(&format!("aria-labelledby=\"cap-{name}\"")).unwrap();
        let to = page[from..].find("</table>").unwrap();
        page[from..from + to].to_owned()
    };
    let (survey, activity) = (client.get("/questionnaire").text, client.get("/indicators").text);
    for name in ["assignment", "items", "sample", "ratings", "practices"] {
        assert_eq!(rows(&survey, name), rows(&report, name), "{name}");
    }
    for name in ["rates", "durations", "objectives"] {
        assert_eq!(rows(&activity, name), rows(&report, name), "{name}");
    }
    assert!(rows(&survey, "assignment").contains("secret statistique"));
}

#[test]
fn a_study_without_material_says_so() {
    let study = Study::nothing();
    let whole = Study::bundled();
    for (path, text) in whole.material() {
        let path = path.to_string_lossy().into_owned();
        if path.starts_with("transcripts") || path.starts_with("codebook") {
            study.write(&path, text);
        }
    }
    study.write("study.toml", whole.read("study.toml"));
    study.run(["import"]).succeeds();
    let client = Client::open(&study, "c1");
    let page = client.get("/typology");
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Pas encore de profils"), "{}", page.text);
    assert!(client.get("/questionnaire").text.contains("Aucun questionnaire"));
    assert!(client.get("/indicators").text.contains("Aucun fichier administratif"));
}

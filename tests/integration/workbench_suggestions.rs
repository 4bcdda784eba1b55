//! Suggestions in the browser and for scripts: asked for, answered, taken back; and what a blind round
//! leaves of the others in them.

use std::fs;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};

use crate::client::Client;
use crate::study::Study;

const SPEECH: [&str; 6] = [
    "On avait une dette de loyer. Le chat dormait. Ma sœur est venue.",
    "La dette grandissait. Il faisait froid dehors.",
    "Le bus est parti. Le chat dormait encore.",
    "Une dette encore, toujours une dette. Ma sœur travaille.",
    "Il faisait froid. Le bus passe tôt.",
    "Ma sœur dormait dehors. Le chat est venu.",
];
const DEBTS: [&str; 3] =
    ["On avait une dette de loyer.", "La dette grandissait.", "Une dette encore, toujours une dette."];
const BUSES: [&str; 2] = ["Le bus est parti.", "Le bus passe tôt."];

/// Seven interviews alike: c1 coded the debts of the first six, c2 the buses. Nobody coded the seventh.
fn study() -> Study {
    let study = Study::empty();
    let code =
        |id: &str, title: &str| format!("## {title} {{ #{id} }}\n\nDéfinition\n: Ce qui en est dit.\n\n");
    let codes = code("dettes", "Dettes") + &code("bus", "Bus") + &code("vide", "Jamais posé");
    study.write("codebook/1.md", format!("---\ntheme: vie\ntitle: Vie\n---\n\n# Vie\n\n{codes}"));
    for number in 1..=7 {
        let turns: Vec<String> = SPEECH
            .iter()
            .map(|speech| format!("**Enquêtrice :** Et puis ?\n\n**R :** {speech}\n\n"))
            .collect();
        study.write(
            &format!("transcripts/E{number:02}.md"),
            format!("---\nid: E{number:02}\n---\n\n{}", turns.concat()),
        );
        if number < 7 {
            let rows = DEBTS.iter().map(|exact| format!("c1\tdettes\t{exact}\n"));
            let rows: String = rows.chain(BUSES.iter().map(|exact| format!("c2\tbus\t{exact}\n"))).collect();
            study.write(&format!("codings/E{number:02}.tsv"), format!("coder\tcode\texact\n{rows}"));
        }
    }
    study.run(["import"]).succeeds();
    study
}

fn uuid(number: u32) -> String {
    format!("01900000-0000-7000-8000-{number:012}")
}

/// Asks for suggestions and waits for them.
fn ask(client: &Client, precision: f64) {
    client.post("/page/suggestions", &json!({ "precision": precision })).granted();
    for _ in 0..600 {
        if client.get("/page/suggestions/progress").granted()["under_way"] == false {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("the computation does not end");
}

/// Identifiers of the suggestions that the page shows, with their codes, in its order.
fn shown(client: &Client) -> Vec<(String, String)> {
    let page = client.get("/suggestions").text;
    let pieces = page.split("class=\"prop\"").skip(1);
    let of = |piece: &str, name: &str| {
        let rest = piece.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    pieces.map(|piece| (of(piece, "data-id"), of(piece, "data-code"))).collect()
}

fn answer(client: &Client, number: u32, id: &str, given: &str) -> Value {
    let body = json!({ "operation": uuid(number), "answer": given });
    client.post(&format!("/page/suggestions/{id}"), &body).granted()
}

#[test]
fn nothing_is_computed_until_it_is_asked_for() {
    let study = study();
    let client = Client::open(&study, "c1");
    let page = client.get("/suggestions").text;
    assert!(page.contains("Chercher des propositions") && page.contains("rien n’en sort"), "{page}");
    assert!(page.contains("value=\"70\"") && !page.contains("class=\"prop\""));
    client.get("/");
    client.get("/transcripts/E07");
    assert_eq!(client.get("/page/suggestions/progress").granted()["under_way"], false);
    client.post("/page/suggestions", &json!({ "precision": 1.5 })).refused(422, "bad-precision");
    client.post("/page/suggestions", &json!({ "precision": 0.0 })).refused(422, "bad-precision");
}

#[test]
fn what_is_found_stands_by_code_with_its_words_and_its_measures() {
    let study = study();
    let mut client = Client::open(&study, "c1");
    ask(&client, 0.7);
    let found = shown(&client);
    assert_eq!(found.iter().filter(|(_, code)| code == "Dettes").count(), 3, "{found:?}");
    let page = client.get("/suggestions").text;
    assert!(page.contains("<b class=\"own\">dette</b>"), "the words that weigh are marked: {page}");
    assert!(page.contains("18/18, 100\u{202f}%"), "precision with its n: {page}");
    assert!(page.contains("aucune phrase ne porte ce code"), "why a code is silent: {page}");
    assert!(page.contains("E07, R, tour 2") && page.contains("/transcripts/E07?turn=2"), "{page}");
    // One interview, and one without any.
    let elsewhere = client.get("/suggestions?transcript=E01").text;
    assert!(!elsewhere.contains("E07, R"), "{elsewhere}");
    // A precision out of reach makes every code silent.
    client.in_english();
    let english = client.get("/suggestions").text;
    assert!(english.contains("Suggested codes") && english.contains("nothing leaves it"));
    // Another person has asked nothing yet.
    client.act_as("c2");
    assert_eq!(shown(&client), []);
}

#[test]
fn an_answer_codes_or_not_is_counted_and_taken_back() {
    let study = study();
    let client = Client::open(&study, "c1");
    ask(&client, 0.7);
    let found = shown(&client);
    let debts: Vec<&str> =
        found.iter().filter(|(_, code)| code == "Dettes").map(|(id, _)| id.as_str()).collect();
    let before = study.operations();
    let done = answer(&client, 1, debts[0], "accepted");
    assert_eq!(done["codings"], 1);
    assert_eq!(answer(&client, 1, debts[0], "accepted"), done, "sent again, it is made once");
    assert_eq!(study.operations(), before + 1);
    let state = client.get("/page/transcripts/E07/state").granted();
    let codings = state["codings"].as_array().unwrap();
    assert_eq!(codings.len(), 1);
    assert_eq!(
        (&codings[0]["origin"], &codings[0]["coder"], &codings[0]["code"]),
        (&json!("suggestion"), &json!("c1"), &json!("dettes"))
    );
    answer(&client, 2, debts[1], "rejected");
    answer(&client, 3, debts[2], "ignored");
    let page = client.get("/suggestions").text;
    assert!(shown(&client).iter().all(|(_, code)| code != "Dettes"));
    let counts: String = page.split("href=\"/codebook/dettes\"").last().unwrap().chars().take(600).collect();
    assert!(
        counts.contains("<td class=\"n\">1</td><td class=\"n\">1</td><td class=\"n\">1</td>"),
        "{counts}"
    );
    assert!(client.get("/history").text.contains("Proposition acceptée, Dettes, E07"));
    // What was answered is not answered again.
    let again = json!({ "operation": uuid(4), "answer": "accepted" });
    client.post(&format!("/page/suggestions/{}", debts[0]), &again).refused(404, "unknown");
    for _ in 0..3 {
        client.post("/page/undo", &json!({})).granted();
    }
    assert_eq!(shown(&client), found);
    let page = client.get("/suggestions").text;
    assert!(
        !page.contains("L’étude a changé depuis"),
        "answers and their undoing change nothing to learn from"
    );
    assert!(client.get("/page/transcripts/E07/state").granted()["codings"].as_array().unwrap().is_empty());
}

#[test]
fn a_suggestion_whose_words_or_code_are_gone_is_refused() {
    let study = study();
    let client = Client::open(&study, "c1");
    ask(&client, 0.7);
    let found = shown(&client);
    let first = &found.iter().find(|(_, code)| code == "Dettes").unwrap().0;
    let last = &found.iter().rev().find(|(_, code)| code == "Dettes").unwrap().0;
    let path = "transcripts/E07.md";
    fs::write(study.path(path), study.read(path).replace("dette", "créance")).unwrap();
    study.run(["import"]).succeeds();
    let accept = json!({ "operation": uuid(1), "answer": "accepted" });
    client.post(&format!("/page/suggestions/{first}"), &accept).refused(409, "passage-gone");
    assert!(shown(&client).iter().all(|(id, _)| id != first), "it is no longer shown");
    assert!(client.get("/suggestions").text.contains("L’étude a changé depuis"));
    study.run(["undo"]).succeeds();
    fs::write(study.path("codebook/1.md"), study.read("codebook/1.md").replace("#dettes", "#emprunts"))
        .unwrap();
    for number in 1..7 {
        let path = format!("codings/E{number:02}.tsv");
        fs::write(study.path(&path), study.read(&path).replace("\tdettes\t", "\temprunts\t")).unwrap();
    }
    fs::write(study.path(path), study.read(path).replace("créance", "dette")).unwrap();
    study.run(["import"]).succeeds();
    let accept = json!({ "operation": uuid(2), "answer": "accepted" });
    client.post(&format!("/page/suggestions/{last}"), &accept).refused(404, "unknown-code");
}

#[test]
fn what_nobody_waits_for_is_stopped_and_leaves_nothing() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    client.post("/page/suggestions", &json!({ "precision": 0.7 })).granted();
    assert_eq!(client.get("/page/suggestions/progress").granted()["under_way"], true);
    let waiting = client.get("/suggestions").text;
    assert!(waiting.contains("data-waiting") && waiting.contains("Arrêter"), "{waiting}");
    client.write(Method::DELETE, "/page/suggestions", &json!({})).granted();
    assert_eq!(client.get("/page/suggestions/progress").granted()["under_way"], false);
    std::thread::sleep(Duration::from_millis(300));
    assert!(!client.get("/suggestions").text.contains("Code par code"));
}

fn round(number: u32, closed: bool) -> Value {
    json!({
        "operation": uuid(number), "name": "Juin", "coders": ["c1", "c2"], "transcripts": ["E06", "E07"],
        "blind": true, "until": null, "closed": closed,
    })
}

/// The others' codings teach nothing to a coder of a blind round, not even those of other interviews; nor
/// does an answer of another show there.
#[test]
fn in_a_blind_round_ones_own_codings_alone_are_learned_from() {
    let study = study();
    let mut client = Client::open(&study, "c1");
    ask(&client, 0.7);
    assert!(shown(&client).iter().any(|(_, code)| code == "Bus"), "before the round the team's are");
    client.post("/page/rounds", &round(1, false)).granted();
    assert_eq!(shown(&client), [], "what was learned of the others is no longer shown");
    ask(&client, 0.7);
    let mine = shown(&client);
    assert!(!mine.is_empty() && mine.iter().all(|(_, code)| code == "Dettes"), "{mine:?}");
    let page = client.get("/suggestions").text;
    assert!(page.contains("à l’aveugle") && page.contains("Ceux que vous codez"), "{page}");
    let listed = client.get("/api/v1/suggestions").granted();
    assert_eq!(listed["blind"]["round"], "Juin");
    let buses = listed["codes"].as_array().unwrap().iter().find(|code| code["code"] == "bus").unwrap();
    assert_eq!((&buses["sentences"], &buses["silence"]["reason"]), (&json!(0), &json!("no-example")));
    // A sentence that the other alone coded is one that nobody coded, as far as one may know.
    assert_eq!(listed["sentences"], json!(6 * 13));
    // The command is as strict.
    let told = study.json(["--coder", "c1", "suggest"]);
    assert_eq!(told["codes"], listed["codes"]);
    assert_eq!(study.json(["--coder", "c3", "suggest"])["blind"], Value::Null);

    // What c1 answers neither counts nor shows for c2.
    let id = mine[0].0.clone();
    answer(&client, 2, &id, "rejected");
    client.act_as("c2");
    let other = client.get("/api/v1/suggestions").granted();
    assert_eq!(other["answers"], json!([]));
    let journal = client.get("/api/v1/operations").text;
    assert!(!journal.contains(&id), "{journal}");
    assert!(!client.get("/history").text.contains("Proposition écartée"));
    client.act_as("c1");
    assert_eq!(client.get("/api/v1/suggestions").granted()["answers"][0]["rejected"], 1);
}

#[test]
fn a_script_lists_and_answers_as_the_command_does() {
    let study = study();
    let client = Client::open(&study, "c1");
    let listed = client.get("/api/v1/suggestions?code=dettes&transcript=E07").granted();
    assert_eq!(listed, study.json(["--coder", "c1", "suggest", "--code", "dettes", "--interview", "E07"]));
    let first = &listed["suggestions"][0];
    let span = &first["evidence"][0]["spans"][0];
    assert!(span["start"].as_u64() >= first["span"]["start"].as_u64(), "{first}");
    let id = first["id"].as_str().unwrap();
    let body = json!({ "operation": uuid(1), "answer": "accepted" });
    let done = client.post(&format!("/api/v1/suggestions/{id}"), &body).granted();
    assert_eq!((&done["codings"], &done["suggestion"]["code"]), (&json!(1), &json!("dettes")));
    let again = client.post(&format!("/api/v1/suggestions/{id}"), &body).granted();
    assert_eq!((&again["operation"], &again["suggestion"]), (&done["operation"], &Value::Null));
    let coded = client.get("/api/v1/codings?transcript=E07").granted();
    assert_eq!((&coded["total"], &coded["passages"][0]["span"]), (&json!(1), &first["span"]));
    // Nobody listed it to c2, who names its code.
    let other = listed["suggestions"][1]["id"].as_str().unwrap();
    let mut client = client;
    client.act_as("c2");
    let body = json!({ "answer": "rejected", "code": "dettes" });
    assert_eq!(client.post(&format!("/api/v1/suggestions/{other}"), &body).granted()["codings"], 0);
    client.post("/api/v1/suggestions/00000000", &body).refused(404, "unknown");
    let odd = json!({ "answer": "perhaps", "code": "dettes" });
    client.post(&format!("/api/v1/suggestions/{other}"), &odd).refused(422, "bad-answer");
    client.get("/api/v1/suggestions?precision=2").refused(422, "bad-precision");
    client.get("/api/v1/suggestions?code=nulle-part").refused(404, "unknown");
    client.get("/api/v1/suggestions?transcript=E99").refused(404, "unknown");
}

/// The token of a script opens no door that a round shuts.
#[test]
fn a_script_sees_no_more_of_a_blind_round_than_its_coder() {
    let study = study();
    let client = Client::open(&study, "c1");
    client.post("/page/rounds", &round(1, false)).granted();
    let secret = client.cookies[0].split_once('=').unwrap().1;
    let asked = |path: &str| {
        let request = Request::builder().uri(path).header(header::HOST, &client.host);
        let request = request.header(header::AUTHORIZATION, format!("Bearer {secret}"));
        client.send(request.body(Body::empty()).unwrap())
    };
    let codings = asked("/api/v1/codings?transcript=E06").granted();
    assert_eq!(codings["total"], 3, "{codings}");
    let buses = asked("/api/v1/suggestions?code=bus").granted();
    assert_eq!((&buses["codes"][0]["sentences"], &buses["blind"]["round"]), (&json!(0), &json!("Juin")));
}

//! The pages of people: where one stands, what two coders see otherwise, what was done.

use axum::http::Method;
use serde_json::{Value, json};

use crate::client::Client;
use crate::study::Study;

fn opened() -> (Study, Client) {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    (study, client)
}

fn uuid(number: u32) -> String {
    format!("01900000-0000-7000-8000-{number:012}")
}

fn reading(client: &Client) -> Value {
    client.get("/page/coders/E09?a=c1&b=c2").granted()
}

fn settle(client: &Client, number: u32, question: &Value, choice: Value) -> Value {
    let body = json!({
        "operation": uuid(number), "first": "c1", "second": "c2", "question": question["id"],
        "choice": choice, "reason": "plus près du guide",
    });
    client.post("/page/coders/E09/settle", &body).granted()
}

/// Codings of the consensus on an interview.
fn agreed(client: &Client) -> Vec<Value> {
    let state = client.get("/page/transcripts/E09/state").granted();
    let all = state["codings"].as_array().unwrap().clone();
    all.into_iter().filter(|coding| coding["coder"] == "consensus").collect()
}

fn kinds(data: &Value, wanted: impl Fn(&str, &str) -> bool) -> Vec<Value> {
    let coding =
        |id: &Value| data["codings"].as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap().clone();
    let questions = data["questions"].as_array().unwrap().iter();
    questions
        .filter(|question| {
            let codings: Vec<Value> = question["codings"].as_array().unwrap().iter().map(coding).collect();
            let sides: Vec<u64> = codings.iter().map(|one| one["side"].as_u64().unwrap()).collect();
            let same = codings.iter().all(|one| one["title"] == codings[0]["title"]);
            let side = match (sides.contains(&0), sides.contains(&1)) {
                (true, true) => "both",
                (true, false) => "first",
                _ => "second",
            };
            wanted(side, if same { "same" } else { "other" })
        })
        .cloned()
        .collect()
}

#[test]
fn the_first_page_says_where_the_study_stands_and_what_comes_next() {
    let (_study, client) = opened();
    let home = client.get("/").text;
    for words in ["12\u{a0}entretiens", "12 entretiens"] {
        if home.contains(words) {
            return check_home(&client, &home);
        }
    }
    panic!("{home}");
}

fn check_home(client: &Client, home: &str) {
    for words in [
        "Mme I.",
        "40 ans",
        "désaccords à arbitrer",
        "Arbitrer E",
        "Nadia",
        "/cases/E09",
        "fichiers importés",
    ] {
        assert!(home.contains(words), "{words}");
    }
    assert_eq!(home.matches("class=\"strip\"").count(), 12);
    let place = json!({ "turn": 52, "read": [[1, 51]] });
    client.write(Method::PUT, "/page/transcripts/E09/place", &place).granted();
    let home = client.get("/").text;
    assert!(home.contains("Reprendre E09 au tour 52") && home.contains("/transcripts/E09#t52"), "{home}");
    assert!(home.contains("51 tours sur 76") && home.contains("51/76"));
    let list = client.get("/transcripts").text;
    assert_eq!(list.matches("class=\"strip\"").count(), 12);
}

#[test]
fn a_study_without_interviews_says_what_to_do() {
    let study = Study::empty();
    let client = Client::open(&study, "c1");
    for path in ["/", "/transcripts"] {
        let page = client.get(path);
        assert!(page.status.is_success() && page.text.contains("Aucun entretien encore"), "{path}");
    }
}

#[test]
fn coders_are_called_by_their_names() {
    let (_study, mut client) = opened();
    let state = client.get("/page/transcripts/E09/state").granted();
    assert_eq!(state["coders"], json!([{ "id": "c1", "name": "Hélène" }, { "id": "c2", "name": "Nadia" }]));
    assert!(client.get("/coders").text.contains("Hélène et Nadia ont codé 12 entretiens en commun"));
    client.act_as("c3");
    let page = client.get("/").text;
    assert!(page.contains("data-choose-coder=\"c3\"") && page.contains("Commencer E01"), "{page}");
}

#[test]
fn a_disagreement_is_settled_each_way_in_one_operation_that_is_undone_whole() {
    let (_study, client) = opened();
    let before = reading(&client);
    let total = before["questions"].as_array().unwrap().len();
    assert!(total > 20 && before["settled"] == 0, "{total}");
    let boundaries = kinds(&before, |side, code| side == "both" && code == "same");
    let alone = kinds(&before, |side, _| side == "second");

    let settled = settle(&client, 1, &boundaries[0], json!("first"));
    assert_eq!((settled["settled"].as_u64(), settled["total"].as_u64()), (Some(1), Some(total as u64)));
    let made = agreed(&client);
    let firsts = boundaries[0]["codings"].as_array().unwrap().iter().filter(|id| {
        before["codings"].as_array().unwrap().iter().any(|one| one["id"] == **id && one["side"] == 0)
    });
    assert_eq!(made.len(), firsts.count());
    let after = reading(&client);
    let answer = after["questions"].as_array().unwrap().iter().find(|one| one["id"] == boundaries[0]["id"]);
    let answer = &answer.unwrap()["settled"];
    assert_eq!(
        (answer["choice"].as_str(), answer["reason"].as_str(), answer["name"].as_str()),
        (Some("first"), Some("plus près du guide"), Some("Hélène"))
    );

    // Sent again, it is not carried out again.
    let again = settle(&client, 1, &boundaries[0], json!("first"));
    assert_eq!(again["operation"], settled["operation"]);
    assert_eq!(agreed(&client).len(), made.len());

    // Another choice takes the place of the first.
    settle(&client, 2, &boundaries[0], json!("union"));
    let united = agreed(&client);
    assert_eq!(united.len(), 1);
    settle(&client, 3, &alone[0], json!("none"));
    assert_eq!(agreed(&client).len(), 1);
    assert_eq!(reading(&client)["settled"], 2);

    // Opened again.
    settle(&client, 4, &boundaries[0], Value::Null);
    assert_eq!((agreed(&client).len(), reading(&client)["settled"].as_u64()), (0, Some(1)));
    for (left, expected) in [(2, 1), (1, 1), (1, made.len())] {
        client.post("/page/undo", &json!({})).granted();
        assert_eq!(reading(&client)["settled"], left);
        assert_eq!(agreed(&client).len(), expected);
    }
    client.post("/page/undo", &json!({})).granted();
    assert_eq!((agreed(&client).len(), reading(&client)["settled"].as_u64()), (0, Some(0)));
}

#[test]
fn settling_refuses_what_is_not_there() {
    let (_study, client) = opened();
    let body = |question: &str| json!({ "operation": uuid(9), "first": "c1", "second": "c2", "question": question, "choice": "first" });
    client.post("/page/coders/E99/settle", &body("x")).refused(404, "unknown");
    client.post("/page/coders/E09/settle", &body("x")).refused(404, "unknown");
    assert_eq!(client.get("/coders/E99").status, 404);
    let long = json!({
        "operation": uuid(9), "first": "c1", "second": "c2", "question": "x", "choice": "first",
        "reason": "a".repeat(2_001),
    });
    client.post("/page/coders/E09/settle", &long).refused(422, "reason-too-long");
}

#[test]
fn the_consensus_is_no_third_coder() {
    let (study, client) = opened();
    let typology = |study: &Study| study.json(["typology"])["profiles"].clone();
    let (profiles, page) = (typology(&study), client.get("/coders").text);
    let figures = |page: &str| {
        page.split("class=\"figures\"").nth(1).unwrap().split("Réglés").next().unwrap().to_owned()
    };
    let data = reading(&client);
    for (number, question) in (1..).zip(data["questions"].as_array().unwrap().iter().take(12)) {
        settle(&client, number, question, json!("union"));
    }
    assert!(!agreed(&client).is_empty());
    assert_eq!(typology(&study), profiles);
    assert_eq!(figures(&client.get("/coders").text), figures(&page));
    let home = client.get("/").text;
    assert!(home.contains("par deux personnes") && !home.contains(">consensus<"), "{home}");
    assert!(!client.get("/coders").text.contains("consensus</option>"));
}

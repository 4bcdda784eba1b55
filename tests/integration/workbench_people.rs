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

fn settle(client: &Client, number: u32, question: &Value, choice: &Value) -> Value {
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
fn a_portrait_names_what_is_known_as_the_study_does() {
    let (_study, client) = opened();
    let portrait = client.get("/cases/E01").text;
    for (key, value) in [("Offre", "accompagnement"), ("Évènement", "séparation"), ("Enquêté·e", "Mme A.")]
    {
        assert!(portrait.contains(&format!("<dt>{key}</dt><dd>{value}</dd>")), "{key} in {portrait}");
    }
    assert!(portrait.contains("<dt>housing</dt>"), "a key that the study does not declare stays");
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

    let settled = settle(&client, 1, &boundaries[0], &json!("first"));
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
    let again = settle(&client, 1, &boundaries[0], &json!("first"));
    assert_eq!(again["operation"], settled["operation"]);
    assert_eq!(agreed(&client).len(), made.len());

    // Another choice takes the place of the first.
    settle(&client, 2, &boundaries[0], &json!("union"));
    let united = agreed(&client);
    assert_eq!(united.len(), 1);
    settle(&client, 3, &alone[0], &json!("none"));
    assert_eq!(agreed(&client).len(), 1);
    assert_eq!(reading(&client)["settled"], 2);

    // Opened again.
    settle(&client, 4, &boundaries[0], &Value::Null);
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
        settle(&client, number, question, &json!("union"));
    }
    assert!(!agreed(&client).is_empty());
    assert_eq!(typology(&study), profiles);
    assert_eq!(figures(&client.get("/coders").text), figures(&page));
    let home = client.get("/").text;
    assert!(home.contains("par deux personnes") && !home.contains(">consensus<"), "{home}");
    assert!(!client.get("/coders").text.contains("consensus</option>"));
}

fn round(number: u32, blind: bool, until: Option<&str>) -> Value {
    json!({
        "operation": uuid(number), "name": "Juin", "coders": ["c1", "c2"], "transcripts": ["E09", "E10"],
        "blind": blind, "until": until,
    })
}

/// Addresses that answer with codings, or with what is made of them.
const READING: [&str; 35] = [
    "/",
    "/transcripts",
    "/transcripts/E09",
    "/cases/E09",
    "/pending",
    "/memos",
    "/history",
    "/preferences",
    "/coders",
    "/coders/E09",
    "/coders/E09?a=c1&b=c2",
    "/codebook",
    "/codebook/isolement",
    "/search?q=code:isolement",
    "/passages",
    "/passages?coder=c2",
    "/matrices",
    "/suggestions",
    "/typology",
    "/questionnaire",
    "/indicators",
    "/page/coders/E09?a=c1&b=c2",
    "/page/transcripts/E09/state",
    "/page/transcripts/E09/changes?since=0",
    "/page/memos",
    "/page/codebook",
    "/page/search/results?q=code:isolement",
    "/page/search/places?q=code:isolement",
    "/api/v1/codings?transcript=E09",
    "/api/v1/codings?coder=c2",
    "/api/v1/search?q=code:isolement",
    "/api/v1/matrices/codes",
    "/api/v1/operations",
    "/api/v1/suggestions?code=conflit",
    "/api/v1/typology",
];

/// Records and notes of the other coder on the interviews of the round, none of which one has too.
fn secrets(client: &Client) -> Vec<String> {
    let mut found = Vec::new();
    for id in ["E09", "E10"] {
        let state = client.get(&format!("/page/transcripts/{id}/state")).granted();
        for coding in state["codings"].as_array().unwrap().iter().filter(|one| one["coder"] == "c2") {
            found.push(coding["id"].as_str().unwrap().to_owned());
            found.extend(coding["memo"].as_str().filter(|memo| memo.len() > 20).map(str::to_owned));
        }
    }
    assert!(found.len() > 150, "{}", found.len());
    found
}

#[test]
fn a_blind_round_leaves_what_the_others_do_out_of_every_answer() {
    let (_study, mut client) = opened();
    client.act_as("c2");
    let body = json!({
        "operation": uuid(40), "subject_kind": "turn", "subject": "E09", "turn": 8,
        "body": "Ce que Nadia pense tout bas de ce tour",
    });
    client.post("/page/memos", &body).granted();
    client.act_as("c1");
    let mut secrets = secrets(&client);
    secrets.push("Nadia pense tout bas".to_owned());
    // Before the round, they are there to be found.
    assert!(client.get("/page/transcripts/E09/state").text.contains(&secrets[0]));
    client.post("/page/rounds", &round(41, true, None)).granted();
    let state = client.get("/page/transcripts/E09/state").granted();
    assert_eq!(state["blind"], json!({ "round": "Juin", "until": null }));
    assert_eq!(client.get("/page/transcripts/E01/state").granted()["blind"], Value::Null);
    for path in READING {
        let answer = client.get(path);
        assert!(answer.status.as_u16() < 500, "{path} {} {}", answer.status, answer.text);
        for secret in &secrets {
            let escaped = secret.replace('\'', "&#39;");
            assert!(
                !answer.text.contains(secret.as_str()) && !answer.text.contains(&escaped),
                "{path}: {secret}"
            );
        }
    }
    let codings = state["codings"].as_array().unwrap();
    assert!(!codings.is_empty() && codings.iter().all(|coding| coding["coder"] == "c1"));
    let reading = client.get("/coders/E09").text;
    assert!(reading.contains("à l’aveugle") && !reading.contains("class=\"question\""), "{reading}");
    // Nor may they be touched by their records.
    let change = json!({ "operation": uuid(42), "version": 1, "intensity": 2 });
    assert_eq!(client.write(Method::PATCH, &format!("/page/codings/{}", secrets[0]), &change).status, 404);
    // Whoever is not of the round sees everything; so does everybody afterwards.
    client.act_as("c3");
    assert!(client.get("/page/transcripts/E09/state").text.contains(&secrets[0]));
    client.act_as("c1");
    let rounds = client.get("/coders").text;
    let id = rounds.split("data-round=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut closed = round(43, true, None);
    closed["closed"] = json!(true);
    client.write(Method::PATCH, &format!("/page/rounds/{id}"), &closed).granted();
    assert!(client.get("/page/transcripts/E09/state").text.contains(&secrets[0]));
    // Closing is an operation like others.
    client.post("/page/undo", &json!({})).granted();
    assert!(!client.get("/page/transcripts/E09/state").text.contains(&secrets[0]));
}

#[test]
fn a_round_opens_by_its_date_and_a_correction_carries_what_it_hides() {
    let (_study, mut client) = opened();
    client.post("/page/rounds", &round(50, true, Some("2001-01-01"))).granted();
    assert_eq!(client.get("/page/transcripts/E09/state").granted()["blind"], Value::Null);
    client.post("/page/rounds", &round(51, true, Some("2999-12-31"))).granted();
    let blind = client.get("/page/transcripts/E09/state").granted();
    assert_eq!(blind["blind"]["until"], "2999-12-31");
    client.act_as("c3");
    let whole = client.get("/page/transcripts/E09/state").granted()["codings"].as_array().unwrap().len();
    client.act_as("c1");
    let version = blind["version"].as_u64().unwrap();
    let correction = json!({
        "operation": uuid(52), "version": version, "turn": 3, "text": "Une question corrigée ?", "merge": false,
        "split_at": null, "speaker": null,
    });
    let corrected = client.post("/page/transcripts/E09/correction", &correction).granted();
    assert_eq!(corrected["version"].as_u64(), Some(version + 1));
    client.act_as("c3");
    let state = client.get("/page/transcripts/E09/state").granted();
    let codings = state["codings"].as_array().unwrap();
    assert_eq!(codings.len(), whole);
    assert!(codings.iter().all(|coding| coding["verdict"] != "lost"));
}

#[test]
fn a_round_is_checked_before_it_opens() {
    let (_study, client) = opened();
    let with = |number, name: &str, value: Value| {
        let mut round = round(number, true, None);
        round[name] = value;
        client.post("/page/rounds", &round)
    };
    with(60, "name", json!(" ")).refused(422, "round-name");
    with(61, "coders", json!(["c1"])).refused(422, "round-coders");
    with(62, "transcripts", json!([])).refused(422, "round-transcripts");
    with(63, "transcripts", json!(["E99"])).refused(404, "unknown");
    with(64, "until", json!("demain")).refused(422, "round-until");
}

#[test]
fn memos_changes_and_preferences_have_their_pages() {
    let (_study, client) = opened();
    let body = json!({
        "operation": uuid(70), "subject_kind": "study", "subject": "", "body": "Comparer E09:14 et <b>E10</b>:2.",
    });
    client.post("/page/memos", &body).granted();
    let memos = client.get("/memos").text;
    assert!(memos.contains("<a href=\"/transcripts/E09#t14\">E09:14</a>") && !memos.contains("<b>E10</b>"));
    assert!(client.get("/memos?kind=study").text.contains("Un mémo."));
    assert!(client.get("/memos?q=ZZZZ").text.contains("Aucun mémo ne répond"));
    let history = client.get("/history").text;
    assert!(history.contains("Mémo écrit") && history.contains("fichiers importés"), "{history}");
    assert!(client.get("/history?kind=memo").text.contains("Un changement."));
    assert_eq!(client.get("/history?page=99").status, 200);
    client.write(Method::PUT, "/page/preferences/favourites", &json!({ "body": ["isolement"] })).granted();
    client.write(Method::PUT, "/page/preferences/keys", &json!({ "body": { "memo": [] } })).granted();
    let preferences = client.get("/preferences").text;
    assert!(preferences.contains("value=\"isolement\" selected"), "{preferences}");
    let state = client.get("/page/transcripts/E09/state").granted();
    assert_eq!((&state["favourites"], &state["keys"]), (&json!(["isolement"]), &json!({ "memo": [] })));
}

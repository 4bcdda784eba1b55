//! The public interface: its description is what was agreed, and its answers agree with the commands.

use std::fs;
use std::path::Path;

use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};

use crate::client::Client;
use crate::study::Study;

/// Where the agreed description lies. A change of the interface is a change of this file: run the test
/// with `PROPOS_ACCEPT=1` and look at the difference.
const AGREED: &str = "tests/fixtures/api/openapi.json";

fn open() -> (Study, Client) {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    (study, client)
}

#[test]
fn the_description_is_the_one_agreed() {
    let (_study, client) = open();
    let described =
        serde_json::to_string_pretty(&client.get("/api/v1/openapi.json").granted()).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(AGREED);
    if std::env::var_os("PROPOS_ACCEPT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &described).unwrap();
    }
    let agreed = fs::read_to_string(&path).unwrap();
    assert!(agreed == described, "the interface changed: PROPOS_ACCEPT=1 writes {AGREED} anew");
}

#[test]
fn every_resource_that_is_read_answers() {
    let (_study, client) = open();
    let described = client.get("/api/v1/openapi.json").granted();
    let paths = described["paths"].as_object().unwrap();
    assert!(paths.len() >= 9, "{}", paths.len());
    for (path, methods) in paths.iter().filter(|(_, methods)| methods.get("get").is_some()) {
        // One code is learned in the place of all.
        let address =
            path.replace("{columns}", "codes").replace("{id}", "E09").replace("/search", "/search?q=aide");
        let address = address.replace("/suggestions", "/suggestions?code=conflit");
        let answer = client.get(&address);
        assert_eq!(answer.status, 200, "{address}: {} {methods}", answer.text);
        assert!(answer.json().is_object() || answer.json().is_array(), "{address}");
    }
}

#[test]
fn answers_agree_with_the_commands() {
    let (study, client) = open();
    let mut asked = client.get("/api/v1/codings?code=isolement&coder=c1").granted();
    let told = study.json(["codings", "--code", "isolement", "--by", "c1"]);
    assert_eq!(asked["total"], told["total"]);
    for (asked, told) in
        asked["passages"].as_array_mut().unwrap().iter().zip(told["passages"].as_array().unwrap())
    {
        for field in ["id", "turn", "exact", "span", "verdict", "intensity"] {
            assert_eq!(asked[field], told[field], "{field}");
        }
    }
    let asked = client.get("/api/v1/search?q=honte&limit=500").granted();
    let told = study.json(["search", "honte", "--limit", "500"]);
    assert_eq!(asked["total"], told["total"]);
    assert_eq!(asked["hits"][0]["marks"], told["hits"][0]["marks"]);
    let asked = client.get("/api/v1/matrices/event?unit=interviews").granted();
    assert_eq!(asked, study.json(["matrix", "event", "--unit", "interviews"]));
}

#[test]
fn a_script_codes_changes_removes_and_takes_back() {
    let (study, client) = open();
    let read = client.get("/api/v1/transcripts/E09").granted();
    let turn = &read["turns"][13];
    assert_eq!(
        (&turn["number"], &turn["speaker"], &turn["role"]),
        (&json!(14), &json!("Mme I."), &json!("respondent"))
    );
    let start = usize::try_from(turn["span"]["start"].as_u64().unwrap()).unwrap();
    let words: String = read["text"].as_str().unwrap().chars().skip(start).take(8).collect();
    assert_eq!(words, "Mon mari");
    let before = study.json(["codings"]);
    let body = json!({
        "operation": "01900000-0000-7000-8000-000000000001", "transcript": "E09", "version": read["version"],
        "spans": [{ "start": start + 1, "end": start + 6 }], "codes": ["isolement"], "intensity": 2,
    });
    let done = client.post("/api/v1/codings", &body).granted();
    assert_eq!(done["codings"][0]["exact"], "Mon mari", "ends go to the ends of words");
    assert_eq!(client.post("/api/v1/codings", &body).granted(), done, "sent again, it is made once");
    let address = format!("/api/v1/codings/{}", done["codings"][0]["id"].as_str().unwrap());
    let changed =
        client.write(Method::PATCH, &address, &json!({ "intensity": 0, "memo": "à revoir" })).granted();
    assert_eq!(
        (&changed["codings"][0]["intensity"], &changed["codings"][0]["memo"]),
        (&Value::Null, &json!("à revoir"))
    );
    client.write(Method::DELETE, &address, &json!({})).granted();
    client.write(Method::DELETE, &address, &json!({})).refused(404, "coding-gone");
    for _ in 0..3 {
        client.post("/api/v1/undo", &json!({})).granted();
    }
    assert_eq!(study.json(["codings"]), before);
    for (change, status, key) in [
        (json!({ "codes": ["nulle-part"] }), 404, "unknown-code"),
        (json!({ "transcript": "E99" }), 404, "unknown-transcript"),
        (json!({ "version": 9 }), 404, "unknown-version"),
        (json!({ "spans": [{ "start": 9, "end": 3 }] }), 422, "bad-span"),
        (json!({ "spans": [{ "start": 9_000_000, "end": 9_000_009 }] }), 422, "span-out-of-range"),
    ] {
        let mut refused = body.clone();
        refused["operation"] = Value::Null;
        refused.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        client.post("/api/v1/codings", &refused).refused(status, key);
    }
}

#[test]
fn a_script_comes_in_by_its_token_alone() {
    let (_study, client) = open();
    let secret = client.cookies[0].split_once('=').unwrap().1;
    let asked = |token: &str| {
        let request = Request::builder().uri("/api/v1/study").header(header::HOST, &client.host);
        let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        client.send(request.body(Body::empty()).unwrap())
    };
    assert_eq!(asked(secret).granted()["transcripts"][0], Value::from("E01"));
    asked("00000000000000000000000000000000").refused(401, "closed");
}

#[test]
fn what_is_unknown_is_named() {
    let (_study, client) = open();
    client.get("/api/v1/codings?code=nulle-part").refused(404, "unknown");
    client.get("/api/v1/codings?attribute=event").refused(422, "bad-attribute");
    client.get("/api/v1/matrices/nulle-part").refused(404, "unknown");
    client.get("/api/v1/matrices/codes?unit=kilos").refused(422, "bad-unit");
    client.get("/api/v1/typology?measure=kilos").refused(422, "bad-measure");
    client.get("/api/v1/search?q=%22ouvert").refused(422, "query");
    client.get("/api/v1/search").refused(400, "unreadable");
}

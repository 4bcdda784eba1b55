//! Search, passages and matrices in the browser: what they answer, and what they refuse.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::client::Client;
use crate::study::Study;

/// A request's own identifier: sent twice, it is carried out once.
fn request(number: u8) -> String {
    format!("0190a000-0000-7000-8000-0000000000{number:02}")
}

/// The places of a query as the page sends them back.
fn hits(client: &Client, query: &str) -> Vec<Value> {
    let answer = client.get(&format!("/page/search/places?{query}")).granted();
    let places = answer["places"].as_array().unwrap().clone();
    places
        .into_iter()
        .map(|place| {
            json!({
                "transcript": place["transcript"], "version": place["version"], "turn": place["turn"],
                "from": place["span"]["start"], "to": place["span"]["end"],
            })
        })
        .collect()
}

/// Reads a table as a spreadsheet does.
fn table_of(text: &str) -> csv::Reader<&[u8]> {
    let text = text.trim_start_matches('\u{feff}');
    csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes())
}

fn total(client: &Client, query: &str) -> u64 {
    client.get(&format!("/page/passages?{query}")).granted()["total"].as_u64().unwrap()
}

#[test]
fn a_search_answers_with_its_places_by_interview_and_counts_by_facet() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    let page = client.get("/search?q=enveloppe");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("<mark>enveloppes</mark>"), "{}", page.text);
    assert!(page.text.contains("E09, Mme I."));
    let all = hits(&client, "q=enveloppe");
    let one = hits(&client, "q=enveloppe&transcript=E09");
    assert!(!one.is_empty() && one.len() < all.len());
    assert!(one.iter().all(|hit| hit["transcript"] == "E09"));
    // A facet chosen leaves the counts of its own other values as they are.
    let narrowed = client.get("/page/search/results?q=enveloppe&transcript=E09").text;
    assert!(narrowed.contains("E01, Mme A."), "{narrowed}");
    assert!(!narrowed.contains("data-transcript=\"E01\""));
    let coded = hits(&client, "q=enveloppe&code=obstacles-administratifs&role=respondent").len();
    assert!(coded < all.len());
}

#[test]
fn a_search_says_what_is_wrong_or_was_meant() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    client.get("/page/search/results?q=%22lettre").refused(422, "query");
    client.get("/page/search/results?q=lettre+code:nowhere").refused(404, "unknown");
    client.get("/page/search/places?q=lettre&code=nowhere").refused(404, "unknown");
    client.get("/page/search/places?q=lettre&attribute=mood%3Dgrey").refused(404, "unknown");
    client.get("/page/search/places?q=lettre&role=nobody").refused(422, "bad-choice");
    // A page opened at a query that does not read says so, and stands.
    let page = client.get("/search?q=%22lettre");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("Un guillemet n’est pas refermé"));
    let none = client.get("/page/search/results?q=alocataire");
    assert!(none.text.contains("allocataire"), "{}", none.text);
    assert_eq!(client.get("/search").status, StatusCode::OK);
}

#[test]
fn ticked_places_of_many_interviews_are_coded_in_one_operation() {
    let study = Study::imported();
    let client = Client::open(&study, "c3");
    let hits = hits(&client, "q=enveloppe");
    let interviews: std::collections::BTreeSet<_> =
        hits.iter().map(|hit| hit["transcript"].as_str().unwrap().to_owned()).collect();
    assert!(interviews.len() > 2);
    let before = study.operations();
    let body = json!({ "operation": request(1), "code": "isolement", "scope": "sentence", "hits": hits });
    let done = client.post("/page/search/codings", &body).granted();
    let coded = done["coded"].as_u64().unwrap();
    assert!(coded > 0 && coded <= hits.len() as u64);
    assert_eq!(study.operations(), before + 1);
    // Sent twice, carried out once.
    let again = client.post("/page/search/codings", &body).granted();
    assert_eq!(
        (again["operation"].as_i64(), again["coded"].as_u64()),
        (done["operation"].as_i64(), Some(coded))
    );
    assert_eq!(study.operations(), before + 1);
    assert_eq!(total(&client, "all=coder:c3"), coded);
    // What the coder has already is said, not put twice.
    let other = json!({ "operation": request(2), "code": "isolement", "scope": "sentence", "hits": hits });
    let already = client.post("/page/search/codings", &other).granted();
    assert_eq!((already["coded"].as_u64(), already["already"].as_u64()), (Some(0), Some(coded)));
    study.run(["undo"]).succeeds();
    client.get("/page/passages?all=coder:c3").refused(404, "unknown");
}

#[test]
fn places_that_are_not_there_are_refused_and_nothing_is_written() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    let before = study.operations();
    let good = hits(&client, "q=enveloppe").remove(0);
    let ask = |code: &str, scope: &str, hit: Value| {
        let body = json!({ "operation": request(3), "code": code, "scope": scope, "hits": [hit] });
        client.post("/page/search/codings", &body)
    };
    assert_eq!(ask("nowhere", "hit", good.clone()).status, StatusCode::NOT_FOUND);
    ask("isolement", "page", good.clone()).refused(422, "bad-choice");
    for (name, value) in
        [("transcript", json!("E99")), ("version", json!(99)), ("turn", json!(9_999)), ("to", json!(99_999))]
    {
        let mut wrong = good.clone();
        wrong[name] = value;
        let answer = ask("isolement", "hit", wrong);
        assert!(answer.status.is_client_error(), "{name}: {} {}", answer.status, answer.text);
    }
    assert_eq!(study.operations(), before);
}

#[test]
fn passages_are_found_by_any_combination_of_conditions() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    let all = total(&client, "");
    let (c1, c2) = (total(&client, "all=coder:c1"), total(&client, "all=coder:c2"));
    assert_eq!(c1 + c2, all);
    assert_eq!(total(&client, "not=coder:c2"), c1);
    assert_eq!(total(&client, "any=coder:c1&any=coder:c2"), all);
    let isolation = total(&client, "all=code:isolement");
    assert_eq!(isolation, study.json(["codings", "--code", "isolement"])["total"].as_u64().unwrap());
    let overlapping = total(&client, "all=code:isolement&all=overlaps:conflit");
    let same_turn = total(&client, "all=code:isolement&all=turn:conflit");
    assert!(overlapping <= same_turn && same_turn < isolation, "{overlapping} {same_turn} {isolation}");
    let levels: u64 =
        ["1", "2", "3", "none"].iter().map(|level| total(&client, &format!("all=intensity:{level}"))).sum();
    assert_eq!(levels, all);
    let bereaved = total(&client, "all=attribute:event%3Ds%C3%A9paration");
    assert!(bereaved > 0 && bereaved < all);
    assert_eq!(total(&client, "all=definition:stale"), 0);
    let found = client.get("/page/passages?all=code:isolement&all=transcript:E09").granted();
    let passage = &found["passages"][0];
    assert_eq!(passage["source"]["transcript"], "E09");
    assert_eq!(
        (passage["source"]["sex"].as_str(), passage["source"]["age"].as_str()),
        (Some("Femme"), Some("40"))
    );
}

#[test]
fn passages_show_a_page_at_a_time_and_all_of_them_as_a_table() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    let first = client.get("/page/passages").granted();
    assert_eq!((first["passages"].as_array().unwrap().len(), first["next"].as_u64()), (50, Some(50)));
    let second = client.get("/page/passages?offset=50").granted();
    assert_ne!(first["passages"][0]["id"], second["passages"][0]["id"]);
    let page = client.get("/passages?all=theme:effets&all=transcript:E09");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("femme, 40 ans, entretien E09, tour"), "{}", page.text);
    let table = client.get("/passages.csv?all=code:isolement");
    assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
    let rows = table_of(&table.text).records().count();
    assert_eq!(rows as u64, total(&client, "all=code:isolement"));
}

#[test]
fn conditions_on_what_the_study_does_not_have_are_refused() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    for wrong in
        ["code:nowhere", "theme:nowhere", "coder:c9", "transcript:E99", "attribute:mood=grey", "turn:no"]
    {
        client.get(&format!("/page/passages?all={wrong}")).refused(404, "unknown");
    }
    for wrong in ["mood:grey", "intensity:4", "code:", "isolement"] {
        client.get(&format!("/page/passages?any={wrong}")).refused(422, "bad-condition");
    }
    assert_eq!(client.get("/passages?all=code:nowhere").status, StatusCode::NOT_FOUND);
    assert_eq!(client.get("/passages.csv?all=code:nowhere").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_query_is_named_found_again_by_all_and_taken_back() {
    let study = Study::imported();
    let mut client = Client::open(&study, "c1");
    let pairs = json!([["all", "code:isolement"], ["not", "coder:c2"]]);
    let body = json!({ "operation": request(4), "name": "  Isolement,  selon c1 ", "pairs": pairs });
    let saved = client.post("/page/queries", &body).granted();
    assert_eq!(saved["query"]["name"], "Isolement, selon c1");
    assert_eq!(client.post("/page/queries", &body).granted()["operation"], saved["operation"]);
    client.act_as("c2");
    let named = client.get("/page/queries").granted();
    assert_eq!(named["queries"].as_array().unwrap().len(), 1);
    assert_eq!(named["queries"][0]["pairs"], pairs);
    assert!(client.get("/passages").text.contains("Isolement, selon c1"));
    let id = named["queries"][0]["id"].as_str().unwrap().to_owned();
    let remove = |number: u8| {
        client.write(Method::DELETE, &format!("/page/queries/{id}"), &json!({ "operation": request(number) }))
    };
    remove(5).granted();
    assert_eq!(client.get("/page/queries").granted()["queries"], json!([]));
    remove(6).refused(404, "unknown");
    study.run(["undo"]).succeeds();
    assert_eq!(client.get("/page/queries").granted()["queries"].as_array().unwrap().len(), 1);
    let nameless = json!({ "operation": request(7), "name": "   ", "pairs": pairs });
    client.post("/page/queries", &nameless).refused(422, "query-name");
    let wrong = json!({ "operation": request(8), "name": "x", "pairs": [["all", "mood:grey"]] });
    client.post("/page/queries", &wrong).refused(422, "bad-condition");
}

#[test]
fn every_cell_of_a_matrix_counts_the_passages_behind_its_door() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    let table = client.get("/matrices.csv").text;
    let mut reader = table_of(&table);
    let heads = reader.headers().unwrap().clone();
    let column = heads.iter().position(|head| head == "E09").unwrap();
    let row = reader.records().map(Result::unwrap).find(|row| &row[0] == "isolement").unwrap();
    let expected: u64 = row[column].parse().unwrap();
    assert_eq!(total(&client, "all=only:isolement&all=transcript:E09"), expected);
    let page = client.get("/matrices").text;
    assert!(
        page.contains("href=\"/passages?all=only%3Aisolement&amp;all=transcript%3AE09\"")
            || page.contains("href=\"/passages?all=only%3Aisolement&#38;all=transcript%3AE09\""),
        "a door"
    );
    for view in [
        "columns=codes",
        "columns=codes&measure=overlaps",
        "columns=codes&view=network",
        "columns=attribute:event&measure=coverage",
        "columns=transcripts&measure=intensity",
    ] {
        assert_eq!(client.get(&format!("/matrices?{view}")).status, StatusCode::OK, "{view}");
    }
    assert_eq!(client.get("/matrices?columns=attribute:mood").status, StatusCode::NOT_FOUND);
    assert_eq!(client.get("/matrices?columns=moods").status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(client.get("/matrices?measure=turns").status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn an_empty_study_has_pages_that_say_what_to_do() {
    let study = Study::empty();
    let client = Client::open(&study, "c1");
    for address in ["/search", "/search?q=lettre", "/passages", "/matrices", "/matrices?columns=codes"] {
        let page = client.get(address);
        assert_eq!(page.status, StatusCode::OK, "{address}: {}", page.text);
    }
}

#[test]
fn pages_read_in_english() {
    let study = Study::imported();
    let mut client = Client::open(&study, "c1");
    client.in_english();
    assert!(client.get("/search?q=lettre").text.contains("occurrences in 11 interviews"));
    assert!(client.get("/passages?all=transcript:E09").text.contains("aged 40, interview E09, turn"));
    assert!(client.get("/matrices").text.contains("Codes crossed with"));
}

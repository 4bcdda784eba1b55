//! Interviews brought in by the page, and roles exchanged: what is shown, what is written, what undo
//! takes back.

use std::fs;
use std::path::Path;

use axum::body::Body;
use axum::http::{Method, header};
use serde_json::{Value, json};

use crate::client::{Answer, Client};
use crate::study::Study;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corpora").join(name)).unwrap()
}

const BOUNDARY: &str = "------------------------propos";

/// Sends a form as a browser does.
fn send(client: &Client, path: &str, files: &[(&str, &[u8])], choices: &Value) -> Answer {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    let choices = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"choices\"\r\n\r\n{choices}\r\n--{BOUNDARY}--\r\n"
    );
    body.extend(choices.bytes());
    let request = client
        .request(Method::POST, path)
        .header(header::ORIGIN, format!("http://{}", client.host))
        .header("x-propos-token", &client.token)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
    client.send(request.body(Body::from(body)).unwrap())
}

fn roles(study: &Study, id: &str) -> Vec<(String, String)> {
    let cast = study.json(["roles", id]);
    let speakers = cast["speakers"].as_array().unwrap().iter();
    speakers
        .map(|one| (one["label"].as_str().unwrap().to_owned(), one["role"].as_str().unwrap().to_owned()))
        .collect()
}

fn pairs(pairs: [(&str, &str); 2]) -> Vec<(String, String)> {
    pairs.map(|(label, role)| (label.to_owned(), role.to_owned())).to_vec()
}

fn operations(study: &Study) -> usize {
    study.json(["history"])["operations"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_file_is_shown_before_anything_is_written() {
    let study = Study::empty();
    let client = Client::open(&study, "c1");
    let docx = fixture("artisans-4.docx");
    let shown = send(&client, "/page/import/preview", &[("artisans-4.docx", &docx)], &json!([]));
    assert!(shown.status.is_success(), "{}", shown.text);
    for words in ["data-name=\"artisans-4.docx\"", "Word", "Chercheur", "18 temps", "Échanger les rôles"] {
        assert!(shown.text.contains(words), "{words} in {}", shown.text);
    }
    assert_eq!(fs::read_dir(study.folder().join("transcripts")).unwrap().count(), 0);
    assert_eq!(operations(&study), 0);
}

#[test]
fn files_are_imported_with_the_roles_that_were_set_and_undo_takes_them_back() {
    let study = Study::empty();
    let client = Client::open(&study, "c1");
    let docx = fixture("artisans-4.docx");
    let choices = json!([{
        "name": "artisans-4.docx",
        "speakers": [["Chercheur", "respondent"], ["Interviewe", "interviewer"]],
    }]);
    let answer = send(&client, "/page/import", &[("artisans-4.docx", &docx)], &choices).granted();
    assert_eq!(answer["transcripts"], json!(["artisans-4"]));
    assert_eq!(fs::read(study.folder().join("transcripts/artisans-4.docx")).unwrap(), docx);
    assert_eq!(operations(&study), 1);
    let swapped = pairs([("Chercheur", "respondent"), ("Interviewe", "interviewer")]);
    assert_eq!(roles(&study, "artisans-4"), swapped);
    // The file says nothing of it: read again, it leaves what was set.
    study.run(["import"]).succeeds();
    assert_eq!(roles(&study, "artisans-4"), swapped);
    let out = study.folder().join("out");
    study.run(["export".into(), "--folder".into(), out.clone().into_os_string()]).succeeds();
    let written = fs::read_to_string(out.join("transcripts/artisans-4.md")).unwrap();
    assert!(written.contains("interviewer: Interviewe"), "{}", &written[..200]);
    client
        .post("/page/undo", &json!({ "operation": propos::app::clock::Clock::System.identifier() }))
        .granted();
    assert!(study.run(["roles", "artisans-4"]).code != 0);
    assert!(client.get("/import").text.contains("data-name=\"transcripts/artisans-4.docx\""));
}

#[test]
fn a_file_in_the_folder_is_offered_and_a_mistyped_label_is_joined() {
    let study = Study::empty();
    let text = "Q : un\n\nMme Amar : deux\n\nQ : trois\n\nMme Amarr : quatre\n\nQ : cinq\n\nMme Amar : six\n";
    fs::write(study.folder().join("transcripts/E01.txt"), text).unwrap();
    let client = Client::open(&study, "c1");
    let page = client.get("/import").text;
    assert!(page.contains("data-same=\"Mme Amarr\" data-other=\"Mme Amar\""), "{page}");
    let choices =
        json!([{ "name": "transcripts/E01.txt", "lies": true, "same": [["Mme Amarr", "Mme Amar"]] }]);
    send(&client, "/page/import", &[], &choices).granted();
    assert_eq!(roles(&study, "E01"), pairs([("Q", "interviewer"), ("Mme Amar", "respondent")]));
    assert!(!client.get("/import").text.contains("data-name="));
}

#[test]
fn what_is_refused_leaves_nothing_behind() {
    let study = Study::empty();
    fs::write(study.folder().join("transcripts/known.txt"), "Q : un\n\nR : deux\n\nQ : a\n\nR : b\n")
        .unwrap();
    let client = Client::open(&study, "c1");
    let good = b"Q : un\n\nR : deux\n\nQ : trois\n\nR : quatre\n".as_slice();
    let cases: [(&str, &[u8]); 5] = [
        ("../away.txt", good),
        ("a.exe", good),
        ("cut.docx", &fixture("artisans-1.docx")[..2000]),
        ("known.txt", good),
        (".hidden.txt", good),
    ];
    for (name, bytes) in cases {
        let choices = json!([{ "name": "good.txt" }, { "name": name }]);
        let answer = send(&client, "/page/import", &[("good.txt", good), (name, bytes)], &choices);
        answer.refused(422, "import-refused");
        let left: Vec<_> = fs::read_dir(study.folder().join("transcripts"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(left, ["known.txt"], "{name}");
    }
    let choices = json!([{ "name": "study.toml", "lies": true }]);
    send(&client, "/page/import", &[], &choices).refused(404, "unknown");
    assert_eq!(operations(&study), 0);
    assert!(!study.folder().parent().unwrap().join("away.txt").exists());
}

#[test]
fn a_file_with_an_identifier_comes_in_only_where_somebody_insists() {
    let study = Study::empty();
    let client = Client::open(&study, "c1");
    let text = "Q : un\n\nR : mon numéro, c’est le 06 12 34 56 78\n\nQ : trois\n\nR : quatre\n".as_bytes();
    let files = [("a.txt", text), ("b.txt", text)];
    let card = send(&client, "/page/import/preview", &files[..1], &json!([])).text;
    for words in ["data-held", "data-permit", "(ligne\u{a0}3)", "06 •• •• •• ••", "data-speaker=\"R\""]
    {
        assert!(card.contains(words), "{words} in {card}");
    }
    assert!(!card.contains("data-refused"), "{card}");

    let one = json!([{ "name": "a.txt", "permitted": true }, { "name": "b.txt" }]);
    send(&client, "/page/import", &files, &one).refused(422, "import-refused");
    assert_eq!(fs::read_dir(study.folder().join("transcripts")).unwrap().count(), 0);

    let choices = json!([{ "name": "a.txt", "permitted": true }]);
    let answer = send(&client, "/page/import", &files[..1], &choices).granted();
    assert_eq!(answer["transcripts"], json!(["a"]));
    let noted = study.json(["history"]).to_string();
    assert!(noted.contains("\"identifiers\":1"), "{noted}");
}

#[test]
fn a_form_of_another_site_is_refused() {
    let study = Study::empty();
    let client = Client::open(&study, "c1");
    for path in ["/page/import", "/page/import/preview"] {
        let request = client
            .request(Method::POST, path)
            .header(header::ORIGIN, "http://elsewhere.example")
            .header("x-propos-token", &client.token)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        let answer = client.send(request.body(Body::from(format!("--{BOUNDARY}--\r\n"))).unwrap());
        answer.refused(403, "foreign");
    }
}

#[test]
fn roles_are_exchanged_in_the_study_and_set_back_by_undo() {
    let study = Study::imported();
    let before = roles(&study, "E01");
    let codings = study.json(["codings", "--limit", "100000"]);
    let told = study.run(["roles", "E01", "--swap"]).succeeds().out;
    assert!(told.contains("Les rôles de E01 sont changés"), "{told}");
    let swapped: Vec<_> = before
        .iter()
        .map(|(label, role)| {
            let other = if role == "interviewer" { "respondent" } else { "interviewer" };
            (label.clone(), other.to_owned())
        })
        .collect();
    assert_eq!(roles(&study, "E01"), swapped);
    let after = study.json(["codings", "--limit", "100000"]);
    let words = |all: &Value| -> Vec<String> {
        all["passages"].as_array().unwrap().iter().map(|one| one["exact"].to_string()).collect()
    };
    assert!(words(&codings).len() > 100);
    assert_eq!(words(&after), words(&codings));
    study.run(["import"]).succeeds();
    assert_eq!(roles(&study, "E01"), swapped);
    study.run(["undo"]).succeeds();
    assert_eq!(roles(&study, "E01"), before);
    let ran = study.run(["roles", "E01", "--interviewer", "Personne"]);
    assert!(ran.code != 0 && ran.told.contains("Personne ne s’appelle"), "{}", ran.told);
}

#[test]
fn the_page_of_an_interview_changes_its_roles_once_a_request() {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    assert!(client.get("/transcripts/E01").text.contains("data-speaker=\"Enquêtrice\"><b>"));
    let operation = propos::app::clock::Clock::System.identifier();
    let body = json!({ "operation": operation, "swap": true });
    let first = client.post("/page/transcripts/E01/roles", &body).granted();
    let again = client.post("/page/transcripts/E01/roles", &body).granted();
    assert_eq!(first, again);
    assert_eq!(roles(&study, "E01")[0], ("Enquêtrice".to_owned(), "respondent".to_owned()));
    assert!(client.get("/history").text.contains("Rôles changés, E01"));
}

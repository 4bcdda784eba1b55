//! Who is let into the workbench, and what may write.

use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::json;

use crate::client::Client;
use crate::study::Study;

fn bundled() -> (Study, Client) {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    (study, client)
}

#[test]
fn the_opened_address_gives_a_cookie_and_hides_its_token() {
    let (_study, client) = bundled();
    let secret = client.cookies[0].split_once('=').unwrap().1;
    let bare = |path: &str| {
        let request = Request::builder().uri(path).header(header::HOST, &client.host);
        client.send(request.body(Body::empty()).unwrap())
    };
    let opened = bare(&format!("/?token={secret}"));
    assert_eq!(opened.status, 303);
    assert_eq!(opened.headers[header::LOCATION], "/");
    let cookie = opened.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    assert_eq!(bare("/?token=00000000000000000000000000000000").status, 401);
    assert_eq!(bare("/").status, 401);
    bare("/page/events").refused(401, "closed");
    assert_eq!(client.get("/").status, 200);
}

#[test]
fn a_write_from_elsewhere_changes_nothing() {
    let (_study, client) = bundled();
    let body = || Body::from(json!({ "language": "en" }).to_string());
    let request = |origin: &str, token: &str| {
        let request = client.request(Method::PUT, "/page/session");
        let request = request.header(header::CONTENT_TYPE, "application/json");
        client.send(
            request.header(header::ORIGIN, origin).header("x-propos-token", token).body(body()).unwrap(),
        )
    };
    let ours = format!("http://{}", client.host);
    request("http://evil.example", &client.token).refused(403, "foreign");
    request("null", &client.token).refused(403, "foreign");
    request(&ours, "").refused(403, "foreign");
    request(&ours, "00000000000000000000000000000000").refused(403, "foreign");
    assert_eq!(request(&ours, &client.token).status, 204);
    // A stranger's name that leads to this machine is no name of ours.
    let rebound = Request::builder().uri("/").header(header::HOST, "evil.example");
    let rebound = rebound.header(header::COOKIE, client.cookies.join("; ")).body(Body::empty()).unwrap();
    assert_eq!(client.send(rebound).status, 403);
}

#[test]
fn every_answer_forbids_what_is_not_ours() {
    let (_study, client) = bundled();
    for path in ["/", "/nowhere", "/page/nowhere", "/study.css", "/assets/now/styles/base.css"] {
        let answer = client.get(path);
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
    }
    let page = client.get("/").text;
    for inside in [" style=\"", " onclick=", "<style", "javascript:"] {
        assert!(!page.contains(inside), "{inside}");
    }
}

#[test]
fn failures_are_told_in_the_language_of_the_page() {
    let (_study, mut client) = bundled();
    let french = client.get("/nowhere");
    assert_eq!(french.status, 404);
    assert!(french.text.contains("Il n’y a rien à l’adresse /nowhere"), "{}", french.text);
    client.in_english();
    let english = client.get("/page/nowhere");
    english.refused(404, "no-page");
    assert_eq!(english.json()["message"], "There is nothing at /page/nowhere.");
    assert_eq!(english.json()["details"]["path"], "/page/nowhere");
}

#[test]
fn choices_are_checked_before_they_are_kept() {
    let (_study, client) = bundled();
    let choose = |choice| client.write(Method::PUT, "/page/session", &choice);
    choose(json!({ "coder": "" })).refused(422, "bad-coder");
    choose(json!({ "coder": "a\nb" })).refused(422, "bad-coder");
    choose(json!({ "language": "xx" })).refused(422, "bad-language");
    let kept = choose(json!({ "coder": "Zoé, stagiaire", "theme": "dark", "language": "en" }));
    assert_eq!(kept.status, 204);
    let cookies: Vec<&str> =
        kept.headers.get_all(header::SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|cookie| cookie.contains("Zo%C3%A9%2C%20stagiaire")), "{cookies:?}");
    assert_eq!(cookies.len(), 3);
}

#[test]
fn a_second_server_of_the_same_study_is_told_where_the_first_is() {
    let (study, client) = bundled();
    let refused = study.run(["serve", "--port", "0"]);
    assert_eq!(refused.code, 1, "{}", refused.told);
    assert!(refused.told.contains(&client.host), "{}", refused.told);
}

#[test]
fn hostile_bodies_and_paths_get_a_refusal_not_a_failure() {
    let (_study, client) = bundled();
    let raw = |body: Vec<u8>| {
        let request =
            client.request(Method::PUT, "/page/session").header(header::CONTENT_TYPE, "application/json");
        let request = request.header(header::ORIGIN, format!("http://{}", client.host));
        client.send(request.header("x-propos-token", &client.token).body(Body::from(body)).unwrap())
    };
    for body in [b"".to_vec(), b"{".to_vec(), b"[1,2]".to_vec(), vec![0xff; 64], vec![b'['; 100_000]] {
        let answer = raw(body);
        assert!(answer.status.is_client_error(), "{}", answer.status);
        assert!(answer.json()["key"].is_string(), "{}", answer.text);
    }
    for path in [
        "/assets/now/../../Cargo.toml",
        "/assets/now/%2e%2e/%2e%2e/Cargo.toml",
        "/assets/now/templates/layout.html",
        "/messages/../cli",
    ] {
        assert_eq!(client.get(path).status, 404, "{path}");
    }
}

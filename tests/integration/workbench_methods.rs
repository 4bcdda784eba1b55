//! The method pages in the browser, and the way to them from every figure.

use std::collections::BTreeSet;

use propos::report::method::Method;
use propos::text::Language;

use crate::client::Client;
use crate::study::Study;

/// Pages that show figures, with the figures that they must show at least.
const PAGES: [(&str, &[&str]); 12] = [
    ("/coders", &["fig-coders"]),
    ("/coders/E09", &["fig-coder-reading"]),
    ("/matrices", &["fig-matrix-transcripts"]),
    ("/matrices?view=accumulation", &["fig-accumulation"]),
    ("/matrices?columns=codes", &["fig-matrix-codes"]),
    ("/matrices?columns=codes&view=network", &["fig-matrix-codes"]),
    ("/matrices?columns=attribute%3Aevent", &["fig-matrix-attribute"]),
    ("/cases/E09", &["fig-case-standing", "fig-case-scores"]),
    ("/indicators", &["fig-rates", "fig-durations"]),
    (
        "/questionnaire",
        &[
            "fig-reliability",
            "fig-scores",
            "tab-joint",
            "fig-sample",
            "tab-weights-near",
            "tab-weights-scores",
        ],
    ),
    (
        "/typology",
        &["fig-plane", "fig-card", "tab-card-codes", "fig-assignments", "fig-moves", "fig-silhouette"],
    ),
    (
        "/typology/solidity",
        &[
            "tab-trial-nulls",
            "tab-trial-numbers",
            "tab-trial-optimum",
            "tab-trial-cases",
            "tab-trial-bootstrap",
        ],
    ),
];

/// Reads a page once what is computed behind it is there.
pub(crate) fn complete(client: &Client, path: &str) -> String {
    for _ in 0..1_200 {
        let page = client.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        if !page.text.contains("data-waiting") {
            return page.text;
        }
        std::thread::sleep(std::time::Duration::from_millis(250));
    }
    panic!("{path} never completes");
}

/// What stands between two marks, everywhere in a text.
fn between<'t>(text: &'t str, from: &str, to: char) -> Vec<&'t str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

fn anchors(page: &str) -> BTreeSet<String> {
    let ids = between(page, " id=\"", '"');
    let of_figures = |id: &&str| id.starts_with("fig-") || id.starts_with("tab-") && *id != "tab-";
    // The tabs of the board are named alike.
    ids.into_iter()
        .filter(of_figures)
        .filter(|id| !id["tab-".len()..].parse::<u8>().is_ok())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_figure_leads_to_a_method_that_is_there() {
    let study = Study::imported();
    let mut client = Client::open(&study, "c1");
    for is_english in [false, true] {
        if is_english {
            client.in_english();
        }
        let mut asked = BTreeSet::new();
        for (path, expected) in PAGES {
            let page = complete(&client, path);
            let shown = anchors(&page);
            for figure in expected {
                assert!(shown.contains(*figure), "{path} shows no {figure}: {shown:?}");
            }
            let doors: Vec<&str> = between(&page, "href=\"/methods/", '"');
            for figure in &shown {
                let back = format!("%23{}", figure.replace('-', "%2D"));
                assert!(
                    doors.iter().any(|door| door.ends_with(&back)),
                    "{path}: {figure} leads to no method: {doors:?}"
                );
            }
            asked.extend(doors.into_iter().map(|door| format!("/methods/{}", door.replace("&#38;", "&"))));
        }
        for door in &asked {
            let page = client.get(door);
            assert_eq!(page.status, 200, "{door}");
            // The way back is a page of ours that stands.
            let back = between(&page.text, "<a class=\"btn\" href=\"", '"')[0].replace("&#38;", "&");
            let back = back.split('#').next().unwrap();
            assert_eq!(client.get(back).status, 200, "{door}: back to {back}");
        }
        assert!(asked.len() > 20, "{asked:?}");
    }
}

#[test]
fn every_method_has_its_page_in_the_readers_language() {
    let study = Study::empty();
    let mut client = Client::open(&study, "c1");
    for language in [Language::Fr, Language::En] {
        if language == Language::En {
            client.in_english();
        }
        let list = client.get("/methods").text;
        for method in Method::ALL {
            let path = format!("/methods/{}", method.name());
            assert!(list.contains(&format!("href=\"{path}\"")), "{path}");
            let page = client.get(&path);
            assert_eq!(page.status, 200, "{path}");
            assert!(page.text.contains(&format!("<html lang=\"{}\"", language.code())), "{path}");
            let title = method.title(language).replace('\'', "&#39;");
            assert!(page.text.contains(&format!("<h1>{title}</h1>")), "{path}: {title}");
            assert_eq!(page.text.matches("<h2 id=\"section-").count(), 7, "{path}");
        }
    }
    assert_eq!(client.get("/methods/astrology").status, 404);
}

#[test]
fn a_stranger_gives_no_way_back() {
    let study = Study::empty();
    let client = Client::open(&study, "c1");
    let ours = client.get("/methods/agreement?from=%2Fcoders%23fig%2Dcoders").text;
    assert!(ours.contains("href=\"/coders#fig-coders\""), "{ours}");
    for from in ["https%3A%2F%2Felsewhere.example", "%2F%2Felsewhere.example", "javascript%3Aalert(1)", ""] {
        let page = client.get(&format!("/methods/agreement?from={from}"));
        assert_eq!(page.status, 200, "{from}");
        assert!(!page.text.contains("elsewhere") && !page.text.contains("javascript:"), "{from}");
        assert!(page.text.contains("href=\"/methods\""), "{from}");
    }
}

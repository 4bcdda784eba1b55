//! Coding in the browser, through the real server and store: put, change, remove, undo, redo, catch up.

use axum::http::Method;
use serde_json::{Value, json};

use crate::client::Client;
use crate::study::Study;

fn bundled() -> (Study, Client) {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    (study, client)
}

/// An identifier as a page makes it.
fn uuid(number: u64) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn ends(turn: u32, from: usize, to: usize) -> Value {
    json!({ "from": { "turn": turn, "at": from }, "to": { "turn": turn, "at": to } })
}

/// A request to code a stretch of a turn of E01.
fn wanted(number: u64, codes: &[&str], passage: &Value) -> Value {
    let ids: Vec<String> = (0..codes.len() as u64).map(|code| uuid(number * 1_000 + code + 1)).collect();
    json!({
        "operation": uuid(number), "transcript": "E01", "version": 1, "passages": [passage], "ids": ids,
        "codes": codes, "intensity": null, "exact": false,
    })
}

fn state(client: &Client) -> Value {
    client.get("/page/transcripts/E01/state").granted()
}

/// All codings of the study, byte for byte.
fn codings(study: &Study) -> String {
    study.run(["codings", "--json"]).succeeds().out
}

fn undo(client: &Client, number: u64) -> Value {
    client.post("/page/undo", &json!({ "operation": uuid(number) })).granted()
}

fn redo(client: &Client, number: u64) -> Value {
    client.post("/page/redo", &json!({ "operation": uuid(number) })).granted()
}

#[test]
fn several_codes_on_several_passages_are_one_operation_sent_twice_carried_out_once() {
    let (study, client) = bundled();
    let before = codings(&study);
    let ids: Vec<String> = (1..=4).map(uuid).collect();
    let body = json!({
        "operation": uuid(100), "transcript": "E01", "version": 1, "ids": ids, "codes": ["logement", "emploi"],
        "passages": [ends(2, 3, 30), ends(4, 3, 30)], "exact": false,
    });
    let first = client.post("/page/codings", &body).granted();
    assert_eq!(first["codings"].as_array().unwrap().len(), 4, "{first}");
    assert_eq!(first["codings"][0]["coder"], "c1");
    assert_eq!(first["codings"][0]["origin"], "hand");
    let again = client.post("/page/codings", &body).granted();
    assert_eq!(first, again, "a request sent again answers the same");
    assert_eq!(study.operations(), 2);
    // The same passages by another request: the coder has them already, and nothing is done.
    let mut repeat = body.clone();
    repeat["operation"] = json!(uuid(101));
    repeat["ids"] = json!((5..=8).map(uuid).collect::<Vec<_>>());
    let repeat = client.post("/page/codings", &repeat).granted();
    assert_eq!(
        (repeat["codings"].as_array().unwrap().len(), repeat["already"].as_array().unwrap().len()),
        (0, 4)
    );
    assert_eq!(study.operations(), 2);

    let undone = undo(&client, 102);
    assert_eq!((&undone["kind"], &undone["transcripts"]), (&json!("coding"), &json!(["E01"])));
    assert!(undone["summary"].as_str().unwrap().contains('4'), "{undone}");
    assert_eq!(undo(&client, 102), undone, "an undo sent again undoes once");
    assert_eq!(codings(&study), before);
    redo(&client, 103);
    assert_eq!(
        state(&client)["codings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| ids.contains(&one["id"].as_str().unwrap().to_owned()))
            .count(),
        4
    );
    client.post("/page/redo", &json!({ "operation": uuid(104) })).refused(409, "nothing-to-redo");
}

#[test]
fn what_cannot_be_coded_is_refused_and_nothing_is_written() {
    let (study, client) = bundled();
    let before = codings(&study);
    let post = |body: &Value| client.post("/page/codings", body);
    let good = wanted(1, &["logement"], &ends(2, 0, 20));
    let with = |name: &str, value: Value| {
        let mut body = good.clone();
        body[name] = value;
        body
    };
    post(&with("codes", json!(["honte-inconnue"]))).refused(404, "unknown-code");
    post(&with("transcript", json!("E99"))).refused(404, "unknown-transcript");
    post(&with("version", json!(7))).refused(404, "unknown-version");
    post(&with("passages", json!([ends(2, 0, 99_999)]))).refused(422, "span-out-of-range");
    post(&with("passages", json!([ends(0, 0, 1)]))).refused(422, "span-out-of-range");
    post(&with("passages", json!([ends(9_999, 0, 1)]))).refused(422, "span-out-of-range");
    post(&with("passages", json!([]))).refused(422, "nothing-to-code");
    post(&with("codes", json!([]))).refused(422, "nothing-to-code");
    post(&with("intensity", json!(4))).refused(422, "bad-intensity");
    post(&with("ids", json!([uuid(1), uuid(2)]))).refused(422, "bad-identifiers");
    post(&with("passages", json!("all"))).refused(422, "unreadable");
    assert_eq!(codings(&study), before);
    assert_eq!(study.operations(), 1);
    // An identifier that another request bore.
    post(&good).granted();
    client.post("/page/undo", &json!({ "operation": uuid(1) })).refused(409, "request-reused");
    client.post("/page/codes", &json!({ "operation": uuid(1), "title": "x" })).refused(409, "request-reused");
    // An identifier that a coding bears.
    let mut other = wanted(2, &["emploi"], &ends(4, 0, 20));
    other["ids"] = good["ids"].clone();
    post(&other).refused(422, "bad-identifiers");
}

#[test]
fn a_coding_is_changed_by_its_coder_alone_and_every_change_is_undone() {
    let (study, mut client) = bundled();
    let put = client.post("/page/codings", &wanted(1, &["logement"], &ends(2, 0, 20))).granted();
    let id = put["codings"][0]["id"].as_str().unwrap().to_owned();
    let address = format!("/page/codings/{id}");
    let patch = |client: &Client, number: u64, body: Value| {
        let mut body = body;
        body["operation"] = json!(uuid(number));
        body["version"] = json!(1);
        client.write(Method::PATCH, &address, &body)
    };
    let mut states = vec![codings(&study)];
    let changes = [
        json!({ "code": "emploi" }),
        json!({ "intensity": 3 }),
        json!({ "memo": "À revoir, « oui »." }),
        json!({ "from": { "turn": 2, "at": 0 }, "to": { "turn": 4, "at": 9 } }),
        json!({ "intensity": 0 }),
    ];
    for (number, change) in (10..).zip(changes) {
        let answer = patch(&client, number, change).granted();
        assert_eq!(answer["codings"][0]["id"], json!(id));
        states.push(codings(&study));
        assert_ne!(states[states.len() - 1], states[states.len() - 2]);
    }
    let last = &state(&client)["codings"];
    let last = last.as_array().unwrap().iter().find(|one| one["id"] == json!(id)).unwrap();
    assert_eq!(
        (&last["code"], &last["to"]["turn"], &last["intensity"]),
        (&json!("emploi"), &json!(4), &Value::Null)
    );

    client.act_as("c2");
    patch(&client, 20, json!({ "code": "sante" })).refused(403, "not-yours");
    client.write(Method::DELETE, &address, &json!({ "operation": uuid(21) })).refused(403, "not-yours");
    client.act_as("c1");
    patch(&client, 22, json!({ "code": "inconnu" })).refused(404, "unknown-code");
    client.write(Method::PATCH, "/page/codings/none", &json!({ "memo": "" })).refused(404, "coding-gone");

    let gone = client.write(Method::DELETE, &address, &json!({ "operation": uuid(23) })).granted();
    assert_eq!(gone["gone"], json!([id]));
    let again = client.write(Method::DELETE, &address, &json!({ "operation": uuid(23) })).granted();
    assert_eq!(gone, again);
    states.push(codings(&study));
    for (number, expected) in (30..).zip(states.iter().rev().skip(1)) {
        undo(&client, number);
        assert_eq!(&codings(&study), expected);
    }
    for (number, expected) in (40..).zip(states.iter().skip(1)) {
        redo(&client, number);
        assert_eq!(&codings(&study), expected);
    }
}

#[test]
fn two_people_undo_their_own_and_are_told_of_each_other() {
    let (study, mut client) = bundled();
    let since = state(&client)["operation"].as_i64().unwrap();
    let mine = client.post("/page/codings", &wanted(1, &["logement"], &ends(2, 0, 20))).granted();
    client.act_as("c2");
    let theirs = client.post("/page/codings", &wanted(2, &["emploi"], &ends(2, 0, 20))).granted();
    client.act_as("c1");
    // Mine goes, though another worked since; theirs stays.
    undo(&client, 3);
    let changes = |since: i64| client.get(&format!("/page/transcripts/E01/changes?since={since}")).granted();
    let seen = changes(since);
    assert_eq!(seen["codings"][0]["id"], theirs["codings"][0]["id"]);
    assert_eq!(seen["gone"], json!([mine["codings"][0]["id"]]));
    redo(&client, 4);
    assert_eq!(changes(since)["gone"], json!([]));
    assert_eq!(changes(since)["codings"].as_array().unwrap().len(), 2);
    // The command line goes back through everybody's, and does it again.
    study.run(["undo", "--mine", "--coder", "nobody"]).fails(1);
    study.run(["undo"]).succeeds();
    study.run(["undo"]).succeeds();
    assert_eq!(changes(since)["codings"], json!([]));
    study.run(["redo"]).succeeds();
    study.run(["redo"]).succeeds();
    study.run(["redo"]).fails(1).tells("rien à refaire");
    assert_eq!(changes(since)["codings"].as_array().unwrap().len(), 2);
}

#[test]
fn an_undo_that_would_take_away_what_others_stand_on_is_refused_with_their_name() {
    let (study, mut client) = bundled();
    let mut body = wanted(1, &[], &ends(2, 0, 20));
    body["ids"] = json!([uuid(5)]);
    body["theme"] = json!("situation");
    body["title"] = json!("Dette  de cœur");
    body["definition"] = json!("Ce qu’on croit devoir.");
    let made = client.post("/page/codes", &body).granted();
    assert_eq!(made["code"], "dette-de-coeur");
    assert_eq!(made["codings"][0]["code"], "dette-de-coeur");
    assert_eq!(client.post("/page/codes", &body).granted()["code"], made["code"]);
    assert_eq!(study.operations(), 2);
    client.act_as("c2");
    client.post("/page/codings", &wanted(2, &["dette-de-coeur"], &ends(4, 0, 20))).granted();
    client.act_as("c1");
    let refused = client.post("/page/undo", &json!({ "operation": uuid(3) }));
    refused.refused(409, "undo-conflict");
    assert_eq!(refused.json()["details"]["coder"], "c2");
    assert_eq!(study.operations(), 3, "nothing is recorded of a refusal");
    client.act_as("c2");
    undo(&client, 4);
    client.act_as("c1");
    undo(&client, 5);
    client
        .post("/page/codings", &wanted(6, &["dette-de-coeur"], &ends(4, 0, 20)))
        .refused(404, "unknown-code");
    // Titles told apart by accents or case alone are one.
    body["operation"] = json!(uuid(7));
    body["title"] = json!("dettes et IMPAYES");
    client.post("/page/codes", &body).refused(409, "code-exists");
}

#[test]
fn a_stale_page_is_followed_to_the_present_text_or_told() {
    let (study, client) = bundled();
    let text = study.read("transcripts/E01.md");
    let version = state(&client)["version"].clone();
    let put = client.post("/page/codings", &wanted(1, &["logement"], &ends(4, 0, 60))).granted();
    let exact = |id: &Value| -> Value {
        let all = study.json(["codings", "--transcript", "E01"]);
        let found = all["passages"].as_array().unwrap().iter().find(|one| one["id"] == *id);
        found.unwrap()["exact"].clone()
    };
    let words = exact(&put["codings"][0]["id"]);
    undo(&client, 2);
    // A turn put before everything moves the words by one turn.
    let first = text.find("\n**").unwrap() + 1;
    let label = &text[first..first + 2 + text[first + 2..].find("**").unwrap() + 2];
    let mut longer = text.clone();
    longer.insert_str(first, &format!("{label} Une phrase de plus.\n\n"));
    study.write("transcripts/E01.md", &longer);
    study.run(["import"]).succeeds();
    assert_ne!(state(&client)["version"], version);
    let followed = client.post("/page/codings", &wanted(3, &["logement"], &ends(4, 0, 60))).granted();
    assert_eq!(followed["followed"], true);
    assert_eq!(exact(&followed["codings"][0]["id"]), words);
    // The paragraph goes: its words can no longer be coded.
    let start = words.as_str().unwrap().chars().take(20).collect::<String>();
    let kept: Vec<&str> = text.split("\n\n").filter(|paragraph| !paragraph.contains(&start)).collect();
    study.write("transcripts/E01.md", kept.join("\n\n"));
    study.run(["import"]).succeeds();
    let refused = client.post("/page/codings", &wanted(4, &["emploi"], &ends(4, 0, 60)));
    refused.refused(409, "passage-gone");
}

#[test]
fn what_a_person_changed_or_removed_survives_a_later_import_of_its_table() {
    let (study, client) = bundled();
    let codings_of =
        || study.json(["codings", "--transcript", "E01"])["passages"].as_array().unwrap().clone();
    let mine: Vec<Value> = codings_of().into_iter().filter(|one| one["coder"] == "c1").collect();
    let address = |at: usize| format!("/page/codings/{}", mine[at]["id"].as_str().unwrap());
    client.write(Method::DELETE, &address(0), &json!({ "operation": uuid(1) })).granted();
    client.write(Method::PATCH, &address(1), &json!({ "operation": uuid(2), "memo": "à la main" })).granted();
    client.write(Method::DELETE, &address(2), &json!({ "operation": uuid(3) })).granted();
    undo(&client, 4);
    client.write(Method::DELETE, &address(3), &json!({ "operation": uuid(5) })).granted();
    undo(&client, 6);
    redo(&client, 7);
    let count = codings_of().len();
    // The table changes elsewhere; the row of the coding changed by hand goes from it.
    let table = study.read("codings/E01.tsv");
    let gone = format!("c1\t{}\t", mine[1]["code"].as_str().unwrap());
    let words = mine[1]["exact"].as_str().unwrap();
    let is_gone = |line: &&str| line.starts_with(&gone) && line.contains(words);
    assert_eq!(table.lines().filter(is_gone).count(), 1);
    let kept: Vec<&str> = table.lines().filter(|line| !is_gone(line)).collect();
    study.write("codings/E01.tsv", kept.join("\n"));
    let imported = study.json(["import"]);
    assert_eq!(
        (&imported["codings_added"], &imported["codings_removed"]),
        (&json!(0), &json!(0)),
        "{imported}"
    );
    let after = codings_of();
    assert_eq!(after.len(), count);
    let has = |at: usize| after.iter().any(|one| one["id"] == mine[at]["id"]);
    assert_eq!((has(0), has(1), has(2), has(3)), (false, true, true, false));
    let changed = after.iter().find(|one| one["id"] == mine[1]["id"]).unwrap();
    assert_eq!(changed["memo"], "à la main");
}

#[test]
fn memos_are_written_follow_the_text_and_are_undone() {
    let (study, mut client) = bundled();
    let write = |client: &Client, number: u64, kind: &str, subject: &str, turn: Option<u32>, body: &str| {
        client.post(
            "/page/memos",
            &json!({ "operation": uuid(number), "subject_kind": kind, "subject": subject, "turn": turn, "body": body }),
        )
    };
    let memo = write(&client, 1, "turn", "E01", Some(4), "Elle hésite.").granted();
    assert_eq!(write(&client, 1, "turn", "E01", Some(4), "Elle hésite.").granted(), memo);
    for (number, kind, subject) in
        [(2, "study", ""), (3, "case", "E01"), (4, "code", "logement"), (5, "transcript", "E01")]
    {
        write(&client, number, kind, subject, None, "Une note.").granted();
    }
    write(&client, 6, "code", "inconnu", None, "x").refused(404, "unknown-subject");
    write(&client, 7, "turn", "E01", Some(9_999), "x").refused(404, "unknown-subject");
    write(&client, 8, "turn", "E01", Some(1), " \n").refused(422, "memo-empty");
    assert_eq!(client.get("/page/memos").granted().as_array().unwrap().len(), 5);
    assert_eq!(client.get("/page/memos?kind=code&subject=logement").granted().as_array().unwrap().len(), 1);
    assert_eq!(state(&client)["memos"].as_array().unwrap().len(), 3);

    let address = format!("/page/memos/{}", memo["memo"]["id"].as_str().unwrap());
    client.act_as("c2");
    let body = json!({ "operation": uuid(9), "body": "Non." });
    client.write(Method::PATCH, &address, &body).refused(403, "not-your-memo");
    client.act_as("c1");
    client.write(Method::PATCH, &address, &body).granted();

    // The text changes before the turn; the memo follows, and comes back with an undo.
    let text = study.read("transcripts/E01.md");
    let first = text.find("\n**").unwrap() + 1;
    let label = &text[first..first + 2 + text[first + 2..].find("**").unwrap() + 2];
    let longer = text.replacen(label, &format!("{label} Une phrase de plus.\n\n{label}"), 1);
    study.write("transcripts/E01.md", &longer);
    study.run(["import"]).succeeds();
    let turn = || {
        let memos = client.get("/page/memos?kind=turn&subject=E01").granted();
        (memos[0]["turn"].clone(), memos[0]["body"].clone())
    };
    assert_eq!(turn(), (json!(5), json!("Non.")));
    study.run(["undo"]).succeeds();
    assert_eq!(turn(), (json!(4), json!("Non.")));
    study.run(["redo"]).succeeds();
    assert_eq!(turn(), (json!(5), json!("Non.")));
    // The change of words is undone over the correction, which stays.
    undo(&client, 10);
    assert_eq!(turn(), (json!(5), json!("Elle hésite.")));
    client.write(Method::DELETE, &address, &json!({ "operation": uuid(11) })).granted();
    client.write(Method::DELETE, &address, &json!({ "operation": uuid(12) })).refused(404, "memo-gone");
    undo(&client, 13);
    assert_eq!(turn(), (json!(5), json!("Elle hésite.")));
}

#[test]
fn preferences_and_places_are_each_ones_own_and_no_undo_moves_them() {
    let (study, mut client) = bundled();
    let keep = |client: &Client, name: &str, body: Value| {
        client.write(Method::PUT, &format!("/page/preferences/{name}"), &json!({ "body": body }))
    };
    keep(&client, "favourites", json!(["logement", "emploi"])).granted();
    let place = json!({ "turn": 7, "read": [[1, 7]] });
    client.write(Method::PUT, "/page/transcripts/E01/place", &place).granted();
    let presence = json!({ "turn": 7, "from": null, "to": null });
    client.write(Method::PUT, "/page/transcripts/E01/presence", &presence).granted();
    let seen = state(&client);
    assert_eq!(
        (&seen["favourites"], &seen["place"], &seen["read"]),
        (&json!(["logement", "emploi"]), &json!({ "turn": 7 }), &json!([[1, 7]]))
    );
    client.post("/page/codings", &wanted(1, &["sante", "emploi"], &ends(2, 0, 20))).granted();
    assert_eq!(state(&client)["last"], "emploi");
    keep(&client, "favourites", json!("x".repeat(70_000))).refused(422, "preference-too-long");
    client.act_as("c2");
    assert_eq!((&state(&client)["favourites"], &state(&client)["place"]), (&json!([]), &Value::Null));
    assert_eq!(study.operations(), 2);
}

/// Codings without records, and memos, as a reader sees them.
fn seen(study: &Study) -> Value {
    let mut codings = study.json(["codings"])["passages"].take();
    for one in codings.as_array_mut().unwrap() {
        let one = one.as_object_mut().unwrap();
        for name in ["id", "verdict", "score"] {
            one.remove(name);
        }
    }
    let client = Client::open(study, "c1");
    json!({ "codings": codings, "memos": client.get("/page/memos").granted() })
}

#[test]
fn what_was_coded_by_hand_comes_back_from_an_export() {
    let study = Study::empty();
    study.write(
        "codebook/vie.md",
        "---\ntheme: vie\ntitle: Vie\n---\n\n# Vie\n\n## Travail { #travail }\n\n## Argent { #argent }\n",
    );
    // Turns that say the same, over and over: no quote tells them apart.
    let mut text = "---\nid: E01\n---\n\n".to_owned();
    for _ in 0..60 {
        text.push_str("**Enquêtrice :** Et puis ?\n\n**Mme A. :** Oui. Enfin, oui 👩‍👧, l’été.\n\n");
    }
    study.write("transcripts/E01.md", text);
    study.run(["import"]).succeeds();
    {
        let mut client = Client::open(&study, "c1");
        for (number, turn) in [(1, 2), (2, 60), (3, 118)] {
            client
                .post("/page/codings", &wanted(number, &["travail", "argent"], &ends(turn, 0, 3)))
                .granted();
        }
        let across = json!({ "from": { "turn": 40, "at": 5 }, "to": { "turn": 44, "at": 12 } });
        client.post("/page/codings", &wanted(4, &["travail"], &across)).granted();
        let id = client.post("/page/codings", &wanted(5, &["argent"], &ends(80, 5, 22))).granted()["codings"]
            [0]["id"]
            .clone();
        let change = json!({ "operation": uuid(6), "intensity": 2, "memo": "« Oui »\tet\nnon" });
        client.write(Method::PATCH, &format!("/page/codings/{}", id.as_str().unwrap()), &change).granted();
        client.act_as("c2");
        client.post("/page/codings", &wanted(7, &["travail"], &ends(60, 0, 3))).granted();
        for (number, kind, subject, turn) in
            [(8, "turn", "E01", Some(60)), (9, "study", "", None), (10, "code", "argent", None)]
        {
            let memo = json!({ "operation": uuid(number), "subject_kind": kind, "subject": subject, "turn": turn, "body": "Une\nnote." });
            client.post("/page/memos", &memo).granted();
        }
    }
    let first = seen(&study);
    assert_eq!(first["codings"].as_array().unwrap().len(), 9);
    let copy = Study::nothing();
    let target = copy.path("copie");
    study.run(["export".as_ref(), "--folder".as_ref(), target.as_os_str()]).succeeds();
    let copy = copy.enter("copie");
    let imported = copy.json(["import"]);
    assert_eq!((&imported["codings_added"], &imported["unplaced"]), (&json!(9), &json!(0)), "{imported}");
    assert_eq!(seen(&copy), first);
    // Read again: nothing is added, and what a person takes out stays out.
    let memos = copy.read("notebook/memos.jsonl");
    {
        let client = Client::open(&copy, "c2");
        let all = client.get("/page/memos?kind=study").granted();
        let address = format!("/page/memos/{}", all[0]["id"].as_str().unwrap());
        client.write(Method::DELETE, &address, &json!({ "operation": uuid(20) })).granted();
    }
    copy.write("notebook/memos.jsonl", format!("{memos}\n"));
    copy.run(["import"]).succeeds();
    assert_eq!(seen(&copy)["memos"].as_array().unwrap().len(), 2);
    copy.write("notebook/memos.jsonl", "{\"id\": 3}\n");
    copy.run(["import"]).fails(1).tells("notebook/memos.jsonl");
}

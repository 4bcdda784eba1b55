//! A study as a project of the exchange format: out, checked by the schema, and back in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use propos::app::Context;
use propos::app::clock::Clock;
use propos::app::export::{Target, export_codebook, export_project};
use propos::app::import::import;
use propos::domain::memo::{Memo, SubjectKind};
use propos::domain::{CoderId, Diagnostic, RecordId};
use propos::exchange::archive::{Archive, pack};
use propos::exchange::qdpx::tree::Tree;
use propos::progress::Silent;
use propos::store::{CodingFilter, Store};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::study::Study;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/refi-qda").join(name)
}

/// Takes the XML out of an archive.
fn xml(archive: &Path) -> Vec<u8> {
    let bytes = std::fs::read(archive).unwrap();
    Archive::open(&bytes).unwrap().read("project.qde").unwrap()
}

/// Holds a document to a schema.
#[track_caller]
fn is_valid(document: &[u8], schema: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("document.xml");
    std::fs::write(&file, document).unwrap();
    let schema = fixture("schema").join(schema);
    let ran = Command::new("xmllint")
        .args(["--noout", "--schema"])
        .args([&schema, &file])
        .output()
        .expect("xmllint (libxml2-utils) checks what is written; tests/run.sh installs it");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

const PROJECTS: [&str; 5] = [
    "atlasti-mac-8.4.0_spec-annex-A2_rezipped.qdpx",
    "atlasti-win-23.2.3_codes-only.qdpx",
    "nvivo-win-12.6_masked-text.qdpx",
    "qualcoder-4.0-dev_interviews.qdpx",
    "qualcoder-4.0-dev_interviews_maxqda-endings.qdpx",
];

/// Imports a file of another program into a new study.
fn brought_in(name: &str) -> (Study, Value) {
    let study = Study::empty();
    let outcome = study.json(["import".as_ref(), fixture(name).as_os_str()]);
    (study, outcome)
}

/// Says of each coding what it says: interview, code, coder, words, memo.
fn codings(study: &Study) -> BTreeSet<String> {
    let codings = study.json(["codings"]);
    let passages = codings["passages"].as_array().unwrap();
    let told = passages.iter().map(|one| {
        json!([
            one["transcript"],
            one["code"],
            one["coder"],
            one["span"],
            one["exact"],
            one["memo"],
            one["intensity"]
        ])
        .to_string()
    });
    told.collect()
}

#[test]
fn every_project_of_another_program_comes_in_and_goes_out_again() {
    for name in PROJECTS {
        let (study, outcome) = brought_in(name);
        let tells = serde_json::to_string(&outcome["diagnostics"]).unwrap();
        assert!(outcome["operation"].as_i64().is_some(), "{name}: {tells}");
        study.run(["export", "--qdpx", "out.qdpx"]).succeeds();
        is_valid(&xml(&study.path("out.qdpx")), "Project.xsd");
        let before = codings(&study);
        // What went out and comes back says nothing new.
        let again = study.json(["import", "out.qdpx"]);
        assert_eq!((&again["codings_added"], &again["codings_removed"]), (&json!(0), &json!(0)), "{name}");
        assert_eq!(codings(&study), before, "{name}");
        // And it is one operation, which can be taken back.
        study.run(["undo"]).succeeds();
        assert_eq!(codings(&study), before, "{name}");
        study.run(["undo"]).succeeds();
        assert!(codings(&study).is_empty(), "{name}");
    }
}

#[test]
fn passages_of_qualcoder_are_coded_where_they_were() {
    for name in ["qualcoder-4.0-dev_interviews.qdpx", "qualcoder-4.0-dev_interviews_maxqda-endings.qdpx"] {
        let (study, outcome) = brought_in(name);
        assert_eq!((&outcome["codings_added"], &outcome["unplaced"]), (&json!(4), &json!(0)), "{name}");
        let told = codings(&study).into_iter().collect::<Vec<_>>().join("\n");
        for words in
            ["the nurse was kind", "We went there “twice”", "No < not & really > clear", "Coding memo"]
        {
            assert!(told.contains(words), "{words}: {told}");
        }
    }
}

#[test]
fn codebooks_of_other_programs_come_in_and_go_out_again() {
    for name in
        ["atlasti-win-23.4.0_codebook.qdc", "qualcoder-4.0-dev_codebook.qdc", "taguette-1.5.2_codebook.qdc"]
    {
        let (study, _) = brought_in(name);
        study.run(["export", "--qdc", "out.qdc"]).succeeds();
        is_valid(study.read("out.qdc").as_bytes(), "Codebook.xsd");
        let again = study.json(["import", "out.qdc"]);
        assert!(again["diagnostics"].as_array().unwrap().is_empty(), "{name}: {again}");
    }
    let (study, _) = brought_in("atlasti-win-23.4.0_codebook.qdc");
    study.run(["export", "--qdc", "out.qdc"]).succeeds();
    assert!(study.read("out.qdc").contains("<MemberCode guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294\"/>"));
    let study = Study::empty();
    let cut = fixture("atlasti-win-23.4.0_codebook_ns-0-4_truncated.qdc");
    study.run(["import".as_ref(), cut.as_os_str()]).fails(1).tells("coupé");
}

#[test]
fn what_a_study_does_not_model_goes_back_as_it_came() {
    let name = "atlasti-mac-8.4.0_spec-annex-A2_rezipped.qdpx";
    let (study, _) = brought_in(name);
    study.run(["export", "--qdpx", "out.qdpx"]).succeeds();
    let out = xml(&study.path("out.qdpx"));
    let bytes = std::fs::read(fixture(name)).unwrap();
    let came = Archive::open(&bytes).unwrap().read("Project.qde").unwrap();
    let count = |xml: &[u8]| {
        let tree = Tree::read("", xml).unwrap();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut waiting = vec![tree.root()];
        while let Some(element) = waiting.pop() {
            *counts.entry(element.name().to_owned()).or_default() += 1;
            waiting.extend(element.children());
        }
        counts
    };
    let (came, out) = (count(&came), count(&out));
    let kept = [
        "Set",
        "MemberCode",
        "MemberSource",
        "Link",
        "Graph",
        "Vertex",
        "Edge",
        "PictureSource",
        "PictureSelection",
        "PDFSource",
        "PDFSelection",
        "AudioSource",
        "VideoSource",
        "SyncPoint",
        "User",
        "Code",
    ];
    for name in kept {
        assert_eq!(came.get(name), out.get(name), "{name}");
    }
    assert!(came["Set"] > 0 && came["PDFSelection"] > 0);
}

#[test]
fn the_bundled_study_goes_out_for_every_program_and_comes_back_as_it_was() {
    let study = Study::imported();
    let state = study.state();
    for target in ["default", "nvivo", "maxqda", "atlasti"] {
        study.run(["export", "--qdpx", "out.qdpx", "--target", target]).succeeds();
        is_valid(&xml(&study.path("out.qdpx")), "Project.xsd");
        let copy = Study::nothing();
        copy.write("study.toml", study.read("study.toml"));
        std::fs::copy(study.path("out.qdpx"), copy.path("out.qdpx")).unwrap();
        let outcome = copy.json(["import", "out.qdpx"]);
        assert_eq!(outcome["codings_added"], 2_011, "{target}: {outcome}");
        let mut codings = (state["codings"].clone(), copy.state()["codings"].clone());
        for passages in [&mut codings.0, &mut codings.1] {
            let passages = passages["passages"].as_array_mut().unwrap();
            passages.sort_by_key(ToString::to_string);
        }
        assert_eq!(codings.0, codings.1, "{target}");
        let texts = |files: &Value| {
            let of = files["files"].as_object().unwrap().iter();
            let texts =
                of.filter(|(name, _)| name.starts_with("transcripts") || name.starts_with("codebook"));
            texts.map(|(name, text)| (name.clone(), text.clone())).collect::<BTreeMap<_, _>>()
        };
        assert_eq!(texts(&state), texts(&copy.state()), "{target}");
    }
    study.run(["export", "--qdc", "out.qdc"]).succeeds();
    is_valid(study.read("out.qdc").as_bytes(), "Codebook.xsd");
    // The same study gives the same bytes.
    study.run(["export", "--qdpx", "one.qdpx"]).succeeds();
    study.run(["export", "--qdpx", "two.qdpx"]).succeeds();
    assert!(std::fs::read(study.path("one.qdpx")).unwrap() == std::fs::read(study.path("two.qdpx")).unwrap());
}

#[test]
fn what_the_format_cannot_hold_is_listed() {
    let study = Study::imported();
    let outcome = study.json(["export", "--qdpx", "out.qdpx"]);
    let losses = outcome["losses"].as_array().unwrap();
    let told: BTreeSet<&str> = losses.iter().filter_map(|one| one["arguments"][0][1].as_str()).collect();
    assert!(told.contains("questionnaire") && told.contains("administrative"), "{told:?}");
    let said = study.run(["export", "--qdpx", "out.qdpx"]).succeeds();
    assert!(!said.told.contains("diagnostic-") && said.told.contains("questionnaire"), "{said:?}");
}

#[test]
fn hostile_projects_are_refused_with_their_place_and_change_nothing() {
    let study = Study::empty();
    let project =
        |body: &str| format!("<Project name=\"a\" xmlns=\"urn:QDA-XML:project:1.0\">{body}</Project>");
    let archive = |entries: &[(&str, &[u8])]| pack(entries.iter().copied()).unwrap();
    let good = project("");
    let bomb = archive(&[("project.qde", good.as_bytes()), ("sources/a.docx", &vec![0; 64 << 20])]);
    let entities = format!("<!DOCTYPE a [<!ENTITY b \"{}\">]>{}", "c".repeat(100), project("&b;"));
    let deep = project(&"<Code name=\"a\">".repeat(100_000));
    let whole = archive(&[("project.qde", good.as_bytes()), ("sources/a.txt", &[b'a'; 2_000])]);
    let mut outside = archive(&[("project.qde", good.as_bytes()), ("aaaaaaaaaa.txt", b"x")]);
    for at in 0..outside.len() - 14 {
        if outside[at..].starts_with(b"aaaaaaaaaa.txt") {
            outside[at..at + 14].copy_from_slice(b"../../../b.txt");
        }
    }
    let cases: [(&[u8], &str); 8] = [
        (&bomb, "démesurément"),
        (&archive(&[("project.qde", entities.as_bytes())]), "DOCTYPE"),
        (&archive(&[("project.qde", deep.as_bytes())]), "emboîtés"),
        (&whole[..whole.len() - 30], "coupée"),
        (&outside, "hors d’elle"),
        (b"Bonjour", "n’est pas une archive"),
        (&archive(&[("a.txt", b"x")]), "aucun projet"),
        (&archive(&[("project.qde", b"<Project name='a'><Users>")]), "s’arrête avant sa fin"),
    ];
    let before = study.operations();
    for (bytes, told) in cases {
        study.write("hostile.qdpx", bytes);
        study.run(["import", "hostile.qdpx"]).fails(1).tells(told).tells("hostile.qdpx");
    }
    assert_eq!(study.operations(), before);
}

#[test]
fn a_colleagues_codings_come_back_beside_ones_own() {
    let (study, _) = brought_in("qualcoder-4.0-dev_interviews.qdpx");
    study.run(["export", "--qdpx", "out.qdpx"]).succeeds();
    // Another program drops what it does not know, makes new identifiers, and adds a passage.
    let text = String::from_utf8(xml(&study.path("out.qdpx"))).unwrap();
    let bytes = std::fs::read(study.path("out.qdpx")).unwrap();
    let mut archive = Archive::open(&bytes).unwrap();
    let at = text.find("<PlainTextSelection").unwrap();
    let code = text.split("<CodeRef targetGUID=\"").nth(1).unwrap().split('"').next().unwrap();
    let added = format!(
        "<PlainTextSelection guid=\"00000000-0000-0000-0000-000000000001\" startPosition=\"74\" endPosition=\"83\" creatingUser=\"00000000-0000-0000-0000-000000000002\"><Coding guid=\"00000000-0000-0000-0000-000000000003\"><CodeRef targetGUID=\"{code}\"/></Coding></PlainTextSelection>"
    );
    let text = format!("{}{added}{}", &text[..at], &text[at..]);
    let text =
        text.replace("<Users>", "<Users><User guid=\"00000000-0000-0000-0000-000000000002\" name=\"Léa\"/>");
    let names: Vec<String> =
        archive.names().iter().filter(|name| name.starts_with("sources/")).cloned().collect();
    let sources: Vec<(String, Vec<u8>)> =
        names.into_iter().map(|name| (name.clone(), archive.read(&name).unwrap())).collect();
    let entries = sources.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    study.write("back.qdpx", pack(std::iter::once(("project.qde", text.as_bytes())).chain(entries)).unwrap());
    let outcome = study.json(["import", "back.qdpx"]);
    assert_eq!((&outcome["codings_added"], &outcome["codings_removed"]), (&json!(1), &json!(0)), "{outcome}");
    assert!(codings(&study).iter().any(|one| one.contains("Léa")));
}

/// A study made of pieces that broke other programs.
#[derive(Clone, Debug)]
struct Invented {
    files: Vec<(String, String)>,
    memos: Vec<(SubjectKind, String, String)>,
    target: Target,
}

/// The settings of a new study.
static SETTINGS: LazyLock<String> = LazyLock::new(|| Study::empty().read("study.toml"));

const PIECES: [&str; 12] = [
    "mot",
    "été",
    "👩‍👧",
    "🙂 ",
    "❤️",
    "𝄞",
    "l’eau",
    "œuf ",
    "e\u{301}te\u{301}",
    "\u{202f}»",
    "a < b & c",
    "fin.",
];

fn invented() -> impl Strategy<Value = Invented> {
    let speech = prop::collection::vec(prop::sample::select(&PIECES[..]), 1..8);
    let turns = prop::collection::vec(speech, 2..7);
    let interview = (
        turns,
        any::<bool>(),
        prop::collection::vec((0_usize..6, 0_usize..4, 0_usize..3, any::<bool>()), 0..9),
    );
    let codes = prop::collection::vec((0_usize..3, prop::sample::select(&PIECES[..])), 1..5);
    let memos = prop::collection::vec((0_usize..4, prop::sample::select(&PIECES[..]), any::<bool>()), 0..4);
    let target = prop::sample::select(&Target::ALL[..]);
    (prop::collection::vec(interview, 1..3), codes, memos, target).prop_map(|(interviews, codes, memos, target)| {
        let mut files = vec![("study.toml".to_owned(), SETTINGS.clone())];
        let mut theme = "---\ntheme: situation\ntitle: Situation & suite\ncolour: \"#aa00ff\"\n---\n".to_owned();
        let mut above = 0;
        for (at, (depth, words)) in codes.iter().enumerate() {
            above = (*depth).min(above + usize::from(at > 0));
            theme.push_str(&format!(
                "\n{} Code {at} {words} {{ #code-{at} complexity={at} }}\n\nDéfinition\n: Ce que dit {words}.\n\nExemple\n: Oui {words}\n",
                "#".repeat(2 + above)
            ));
        }
        files.push(("codebook/01-situation.md".to_owned(), theme));
        for (number, (turns, crlf, rows)) in interviews.into_iter().enumerate() {
            let mut text = format!("---\nid: E{number}\ntitle: Entretien n° {number}\nâge: '0{number}'\nlieu: Lille & « Sète »\n---\n");
            for (at, words) in turns.iter().enumerate() {
                let label = if at % 2 == 0 { "Enquêtrice" } else { "Mme A." };
                text.push_str(&format!("\n**{label} :** Début{at} {}\n", words.join(" suite ")));
            }
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            files.push((format!("transcripts/E{number}.md"), text));
            let mut table = String::new();
            for (turn, code, coder, long) in rows {
                let turn = turn % turns.len();
                let quote = if long { format!("Début{turn} {}", turns[turn].join(" suite ")) } else { format!("Début{turn}") };
                let row = json!({
                    "document": format!("E{number}"), "exact": quote.trim(), "code": format!("code-{}", code % codes.len()),
                    "coder": format!("c{coder}"), "memo": if long { format!("{} : « à voir »\nplus loin", turns[turn][0]) } else { String::new() },
                    "intensity": if long { json!(coder + 1) } else { Value::Null },
                });
                table.push_str(&format!("{row}\n"));
            }
            if !table.is_empty() {
                files.push((format!("codings/E{number}.jsonl"), table));
            }
        }
        let memos = memos
            .into_iter()
            .map(|(kind, words, many)| {
                let (kind, subject) = [
                    (SubjectKind::Study, ""),
                    (SubjectKind::Transcript, "E0"),
                    (SubjectKind::Case, "E0"),
                    (SubjectKind::Code, "code-0"),
                ][kind];
                (kind, subject.to_owned(), if many { format!("{words}\n\nligne & <suite>") } else { words.trim().to_owned() })
            })
            .collect();
        Invented { files, memos, target }
    })
}

async fn opened(folder: &Path) -> Context {
    Context {
        folder: folder.to_owned(),
        store: Store::in_memory().await.unwrap(),
        coder: CoderId::from("c0"),
        clock: Clock::Fixed(1_700_000_000),
        progress: Box::new(Silent),
    }
}

/// Everything of a study that a project is to carry.
async fn carried(context: &Context) -> Value {
    let store = &context.store;
    let mut codebook = store.codebook().await.unwrap();
    for theme in &mut codebook.themes {
        theme.path.clear();
        theme.codes.iter_mut().for_each(|code| code.line = 0);
    }
    let mut transcripts = store.transcripts().await.unwrap();
    for transcript in &mut transcripts {
        transcript.path.clear();
        transcript.version.fingerprint.0.clear();
    }
    let codings = store.stored_codings(&CodingFilter::default()).await.unwrap();
    let mut codings: Vec<String> = codings
        .into_iter()
        .map(|one| one.coding)
        .map(|one| {
            json!([one.transcript, one.code, one.coder, one.anchor, one.turns, one.intensity, one.memo])
                .to_string()
        })
        .collect();
    codings.sort();
    let memos = store.memos(None, None).await.unwrap();
    let memos: Vec<Value> = memos
        .into_iter()
        .map(|one| json!([one.id, one.kind, one.subject, one.place, one.body, one.coder, one.at]))
        .collect();
    json!({ "codebook": codebook, "transcripts": transcripts, "codings": codings, "memos": memos })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_study_comes_back_as_it_went(invented in invented()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            for (name, text) in &invented.files {
                let path = folder.path().join(name);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
            let context = opened(folder.path()).await;
            import(&context, &[]).await.unwrap();
            let mut change = context.store.begin("m", "2024-01-01T00:00:00Z", "c0", "memo").await.unwrap();
            let memos = invented.memos.iter().enumerate().map(|(at, (kind, subject, body))| Memo {
                id: RecordId(format!("0198c5b2-0000-7000-8000-{at:012}")),
                kind: *kind,
                subject: subject.clone(),
                place: None,
                body: body.clone(),
                coder: CoderId(format!("c{at}")),
                at: format!("2024-01-0{}T10:00:00Z", at + 1),
            });
            change.put_memos(memos.collect()).await.unwrap();
            change.commit(&json!({})).await.unwrap();
            let file = folder.path().join("out.qdpx");
            let written = export_project(&context, &file, invented.target).await.unwrap();
            let is_said = |loss: &Diagnostic| matches!(loss.argument("what"), Some("weights" | "unplaced"));
            assert!(written.losses.iter().all(is_said), "{:?}", written.losses);
            export_codebook(&context, &folder.path().join("out.qdc")).await.unwrap();

            let other = tempfile::tempdir().unwrap();
            std::fs::copy(folder.path().join("study.toml"), other.path().join("study.toml")).unwrap();
            let copy = opened(other.path()).await;
            let outcome = import(&copy, std::slice::from_ref(&file)).await.unwrap();
            assert_eq!(outcome.unplaced, 0, "{:?}", outcome.diagnostics);
            let (before, after) = (carried(&context).await, carried(&copy).await);
            for part in ["codebook", "transcripts", "codings", "memos"] {
                assert_eq!(before[part], after[part], "{part} {:?}", invented.target);
            }
            // Back into the study it came from, it says nothing new.
            let again = import(&context, &[file]).await.unwrap();
            assert_eq!((again.codings_added, again.codings_removed), (0, 0));
            let after = carried(&context).await;
            for part in ["codebook", "transcripts", "codings", "memos"] {
                assert_eq!(before[part], after[part], "{part} again");
            }
        });
    }
}

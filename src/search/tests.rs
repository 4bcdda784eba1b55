//! The index against its promises, and against a plain scan of the texts.

use std::convert::Infallible;
use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::matching::Marker;
use super::*;
use crate::domain::TranscriptId;
use crate::domain::transcript::{Role, Speaker, Transcript, TranscriptVersion, Turn};
use crate::progress::Silent;
use crate::text::{Fingerprint, Language, Span};

/// Makes a transcript whose turns alternate between an interviewer and `Mme` its id.
fn transcript(id: &str, language: Option<Language>, speeches: &[&str]) -> Transcript {
    let labels = ["Enquêtrice".to_owned(), format!("Mme {id}")];
    let mut text = String::new();
    let mut turns = Vec::new();
    for (index, speech) in speeches.iter().enumerate() {
        let speaker = index % 2;
        text.push_str(&format!("{} : ", labels[speaker]));
        let start = text.chars().count();
        text.push_str(speech);
        let number = u32::try_from(index).unwrap() + 1;
        let speech = Span::new(start, text.chars().count());
        turns.push(Turn { number, speaker: Some(speaker), speech, part: None, line: 2 * index + 5 });
        text.push_str("\n\n");
    }
    let [asks, answers] = labels;
    Transcript {
        id: id.into(),
        title: id.to_owned(),
        path: format!("transcripts/{id}.md"),
        language,
        attributes: Vec::new(),
        version: TranscriptVersion {
            number: 1,
            fingerprint: Fingerprint::of(text.as_bytes()),
            text,
            speakers: vec![
                Speaker { label: asks, role: Role::Interviewer },
                Speaker { label: answers, role: Role::Respondent },
            ],
            turns,
            parts: Vec::new(),
            marks: Vec::new(),
        },
    }
}

fn put(index: &Index, transcripts: Vec<Transcript>, removed: &[TranscriptId], stamp: &str) {
    index.update(transcripts.into_iter().map(Ok::<_, Infallible>), removed, stamp, &Silent).unwrap();
}

fn study() -> (TempDir, Index) {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open_or_create(&folder.path().join("index"), Language::Fr).unwrap();
    put(
        &index,
        vec![
            transcript("E02", None, &["Et l'aide ?", "Je n’ai pas demandé d’aide 😅, j’avais honte.", ""]),
            transcript(
                "E01",
                None,
                &[
                    "Vous aidez quelqu’un ?",
                    "👩‍👧 L’aide de la caisse, aujourd'hui, c'est peut-être fini.",
                    "Et le dossier ?",
                    "Le dossier est resté à la caisse. Mes activités [00:12:03] associatives.",
                ],
            ),
            transcript("X01", Some(Language::En), &["Any help?", "Mary's helping with the interviews."]),
        ],
        &[],
        "op-1",
    );
    (folder, index)
}

fn found(index: &Index, query: &str) -> Vec<String> {
    let query = parse(query).unwrap();
    let (filter, others) = Filter::of(&query);
    assert!(others.is_empty());
    let page = Page { order: Order::Place, ..Page::default() };
    let hits = index.search(&query, &filter, page).unwrap();
    assert_eq!(hits.total_turns, hits.hits.len() as u64);
    assert_eq!(index.count(&query, &filter).unwrap(), hits.total_turns);
    hits.hits.iter().map(|hit| format!("{}:{}", hit.transcript, hit.turn)).collect()
}

#[test]
fn every_form_of_query_finds_its_turns() {
    let (_folder, index) = study();
    assert_eq!(found(&index, "l’aide"), ["E01:1", "E01:2", "E02:1", "E02:2"]);
    assert_eq!(found(&index, "=aide"), ["E01:2", "E02:1", "E02:2"]);
    assert_eq!(found(&index, "D'AIDE honte"), ["E02:2"]);
    assert_eq!(found(&index, "aide -honte -quelqu'un"), ["E01:2", "E02:1"]);
    assert_eq!(found(&index, "honte OR dossier"), ["E01:3", "E01:4", "E02:2"]);
    assert_eq!(found(&index, "\"demandé d'aide\""), ["E02:2"]);
    assert_eq!(found(&index, "\"dossier caisse\"~4"), ["E01:4"]);
    assert_eq!(found(&index, "\"dossier caisse\"~3"), Vec::<String>::new());
    assert_eq!(found(&index, "\"caisse dossier\"~9"), Vec::<String>::new());
    assert_eq!(found(&index, "peut-être"), ["E01:2"]);
    assert_eq!(found(&index, "act*"), ["E01:4"]);
    assert_eq!(found(&index, "activite"), ["E01:4"]);
    assert_eq!(found(&index, "dosier~1"), ["E01:3", "E01:4"]);
    assert_eq!(found(&index, "\"activités associatives\""), ["E01:4"]);
    assert_eq!(found(&index, "help"), ["X01:1", "X01:2"]);
    assert_eq!(found(&index, "mary interview"), ["X01:2"]);
    assert_eq!(found(&index, "aujourd’hui"), ["E01:2"]);
}

#[test]
fn filters_hold_beside_words_and_alone() {
    let (_folder, index) = study();
    assert_eq!(found(&index, "aide role:respondent"), ["E01:2", "E02:2"]);
    assert_eq!(found(&index, "aide -role:respondent"), ["E01:1", "E02:1"]);
    assert_eq!(found(&index, "aide transcript:e02"), ["E02:1", "E02:2"]);
    assert_eq!(found(&index, "aide speaker:\"mme e01\""), ["E01:2"]);
    assert_eq!(found(&index, "transcript:E02"), ["E02:1", "E02:2", "E02:3"]);
    assert_eq!(found(&index, "-transcript:E01,X01 -aide"), ["E02:3"]);

    let query = parse("aide").unwrap();
    let mut filter = Filter::default();
    filter.keep_turns([("E01".into(), 2), ("E02".into(), 1), ("E09".into(), 1)].into_iter().collect());
    assert_eq!(index.count(&query, &filter).unwrap(), 2);
    filter.drop_transcripts([TranscriptId::from("E02")].into_iter().collect());
    let turns = index.turns(&query, &filter).unwrap();
    assert_eq!(turns.iter().collect::<Vec<_>>(), [(&TranscriptId::from("E01"), 2)]);
}

#[test]
fn a_hit_has_its_place_and_exact_marks() {
    let (_folder, index) = study();
    let query = parse("aide role:respondent transcript:E01").unwrap();
    let hits = index.search(&query, &Filter::of(&query).0, Page::default()).unwrap();
    let hit = &hits.hits[0];
    assert_eq!((hit.speaker.as_str(), hit.role, hit.line), ("Mme E01", Role::Respondent, 7));
    // The emoji is three scalar values, so that a count of bytes or UTF-16 units would show.
    assert_eq!(hit.marks, [Span::new(6, 10)]);
    assert!(hit.text.starts_with("👩‍👧 L’aide"));
    let source = transcript("E01", None, &["Vous aidez quelqu’un ?", &hit.text]);
    let whole: String = source.version.text.chars().skip(hit.start.0 + 6).take(4).collect();
    assert_eq!(whole, "aide");
    assert!(hit.score > 0.0);
}

#[test]
fn pages_follow_one_another_and_equals_keep_the_order_of_the_study() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open_or_create(folder.path(), Language::Fr).unwrap();
    let all: Vec<Transcript> =
        (0..9).rev().map(|number| transcript(&format!("E{number}"), None, &["oui", "oui"])).collect();
    put(&index, all, &[], "1");
    let query = parse("oui").unwrap();
    let mut places = Vec::new();
    for offset in (0..20).step_by(3) {
        let page = Page { limit: 3, offset, order: Order::Relevance };
        let hits = index.search(&query, &Filter::default(), page).unwrap();
        assert_eq!(hits.total_turns, 18);
        places.extend(hits.hits.into_iter().map(|hit| (hit.transcript, hit.turn)));
    }
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!((places.len(), places), (18, sorted));
}

#[test]
fn an_update_replaces_removes_and_is_stamped() {
    let (folder, index) = study();
    assert_eq!(index.stamp().as_deref(), Some("op-1"));
    assert_eq!(index.count_turns(), 9);
    put(&index, vec![transcript("E02", None, &["Rien."])], &["X01".into()], "op-2");
    assert_eq!(found(&index, "aide"), ["E01:1", "E01:2"]);
    assert_eq!(found(&index, "help OR rien"), ["E02:1"]);
    drop(index);
    let again = Index::open_or_create(&folder.path().join("index"), Language::Fr).unwrap();
    assert_eq!(again.stamp().as_deref(), Some("op-2"));
    assert!(again.rebuilt().is_none());
    assert_eq!(again.count_turns(), 5);
}

#[test]
fn an_updated_index_ranks_as_a_new_one() {
    let speeches: Vec<Vec<String>> = (0..12)
        .map(|id| (0..9).map(|turn| "aide honte caisse ".repeat((id * 7 + turn * 3) % 5 + 1)).collect())
        .collect();
    let made = |id: usize| {
        let speeches: Vec<&str> = speeches[id].iter().map(String::as_str).collect();
        transcript(&format!("E{id:02}"), None, &speeches)
    };
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let new = Index::open_or_create(one.path(), Language::Fr).unwrap();
    put(&new, (0..12).map(made).collect(), &[], "1");
    let updated = Index::open_or_create(two.path(), Language::Fr).unwrap();
    put(&updated, (0..12).map(|id| transcript(&format!("E{id:02}"), None, &["aide"; 3])).collect(), &[], "1");
    for id in 0..12 {
        put(&updated, vec![made(id)], &[], "2");
    }
    let query = parse("aide caisse").unwrap();
    let page = Page { limit: 200, ..Page::default() };
    let [left, right] = [&new, &updated].map(|index| index.search(&query, &Filter::default(), page).unwrap());
    assert_eq!(left, right);
}

#[test]
fn a_failing_source_changes_nothing() {
    let (_folder, index) = study();
    let source = vec![Ok(transcript("E09", None, &["aide"])), Err("gone")];
    let error = index.update(source.into_iter(), &["E01".into()], "op-2", &Silent).unwrap_err();
    assert!(matches!(error, SearchError::Source(_)));
    assert_eq!(index.stamp().as_deref(), Some("op-1"));
    assert_eq!(index.count_turns(), 9);
    put(&index, vec![], &["E01".into()], "op-2");
    assert_eq!(index.count_turns(), 5);
}

#[test]
fn two_writers_are_refused() {
    let (_folder, index) = study();
    let update = index.begin().unwrap();
    assert!(matches!(index.begin(), Err(SearchError::Busy { .. })));
    drop(update);
    assert!(index.begin().is_ok());
}

#[test]
fn an_older_or_damaged_index_is_made_again_and_says_why() {
    let open = |folder: &TempDir| Index::open_or_create(&folder.path().join("index"), Language::Fr);
    type Damage<'a> = (&'a str, &'a dyn Fn(&std::path::Path));
    let damage: [Damage<'_>; 5] = [
        ("stamp", &|path| fs::write(path.join("propos-index"), "propos index 0 fr\n").unwrap()),
        ("half made", &|path| fs::remove_file(path.join("propos-index")).unwrap()),
        ("meta", &|path| fs::write(path.join("meta.json"), "{").unwrap()),
        ("emptied", &|path| each_segment_file(path, &|file| fs::write(file, b"").unwrap())),
        ("scrambled", &|path| {
            each_segment_file(path, &|file| {
                let size = fs::read(file).unwrap().len();
                fs::write(file, vec![0xA5; size]).unwrap();
            });
        }),
    ];
    for (name, damage) in damage {
        let (folder, index) = study();
        drop(index);
        damage(&folder.path().join("index"));
        let index = open(&folder).unwrap();
        let reason = index.rebuilt().unwrap();
        assert!(
            matches!(reason, SearchError::Older { .. } | SearchError::Corrupt { .. }),
            "{name}: {reason}"
        );
        assert_eq!(index.stamp(), None, "{name}");
        put(&index, vec![transcript("E01", None, &["aide"])], &[], "op-3");
        assert_eq!(found(&index, "aide"), ["E01:1"], "{name}");
    }
    let (folder, index) = study();
    drop(index);
    let index = Index::open_or_create(&folder.path().join("index"), Language::En).unwrap();
    assert!(matches!(index.rebuilt(), Some(SearchError::Older { .. })));
}

fn each_segment_file(path: &std::path::Path, damage: &dyn Fn(&std::path::Path)) {
    for entry in fs::read_dir(path).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with('.') && name != "meta.json" && name != "propos-index" {
            damage(&file);
        }
    }
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.txt"), "dear").unwrap();
    let error = Index::open_or_create(folder.path(), Language::Fr).unwrap_err();
    assert!(matches!(error, SearchError::Occupied { .. }));
    assert_eq!(fs::read(folder.path().join("letter.txt")).unwrap(), b"dear");
}

#[test]
fn an_index_is_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Index>();
}

/// Every message of the room has its text in both catalogues.
#[test]
fn every_error_has_its_message() {
    let catalogues = [include_str!("../../i18n/fr/search.ftl"), include_str!("../../i18n/en/search.ftl")];
    let queries = [
        "",
        "\"a",
        "(a",
        "OR",
        "-a",
        "\"a b\"~x",
        "a~9",
        "*",
        "x:",
        "(x:y)",
        "role:z",
        &"(".repeat(99),
        &"a".repeat(9999),
    ];
    let mut keys: Vec<&str> = queries.iter().map(|query| parse(query).unwrap_err().key()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), queries.len());
    for key in keys {
        assert!(catalogues.iter().all(|text| text.contains(&format!("\n{key} = "))), "{key}");
    }
}

/// Words that are near one another, so that every form of query has something to find.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "aide",
        "aider",
        "l’aide",
        "d'aide",
        "aidée",
        "caisse",
        "caisses",
        "case",
        "peut-être",
        "être",
        "peut",
        "Été",
        "ete",
        "😅",
        "ici",
        "il",
        "qu'il",
        "[00:01:02]",
        "enquêté·e·s",
        "aujourd’hui",
        "cas,",
        "help",
        "helping",
    ])
}

fn speech() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..9).prop_map(|words| words.join(" "))
}

fn query() -> impl Strategy<Value = String> {
    let term = prop_oneof![
        word().prop_map(str::to_owned),
        word().prop_map(|word| format!("={word}")),
        (word(), word()).prop_map(|(a, b)| format!("\"{a} {b}\"")),
        (word(), word(), 0..6).prop_map(|(a, b, gap)| format!("\"{a} {b}\"~{gap}")),
        (word(), word(), word(), 0..4).prop_map(|(a, b, c, gap)| format!("=\"{a} {b} {c}\"~{gap}")),
        prop::sample::select(vec![
            "a*", "ai*", "caiss*", "peut-ê*", "aide~1", "cas~1", "cas~2", "ide~2", "acse~2"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((term, 0..6), 1..5).prop_map(|terms| {
        let mut text = String::new();
        for (term, how) in terms {
            match how {
                0 => text.push_str(&format!(" -{term}")),
                1 if !text.is_empty() => text.push_str(&format!(" OR {term}")),
                2 => text.push_str(&format!(" ({term} OR caisse)")),
                3 => text.push_str(&format!(" -({term} -il)")),
                _ => text.push_str(&format!(" {term}")),
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// A scan of every text with the words that mark hits finds what the index finds.
    #[test]
    fn the_index_finds_what_a_scan_finds(
        french in prop::collection::vec(speech(), 1..12),
        english in prop::collection::vec(speech(), 1..6),
        replaced in any::<bool>(),
        queries in prop::collection::vec(query(), 30),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open_or_create(folder.path(), Language::Fr).unwrap();
        let [french, english] = [&french, &english].map(|list| list.iter().map(String::as_str).collect::<Vec<_>>());
        if replaced {
            put(&index, vec![transcript("F", None, &english)], &[], "0");
        }
        let corpus = [("E", Language::En, english), ("F", Language::Fr, french)];
        let all = corpus.iter().map(|(id, language, texts)| transcript(id, Some(*language), texts));
        put(&index, all.collect(), &[], "1");
        for text in queries {
            let Ok(query) = parse(&text) else { continue };
            let Some(expression) = &query.expression else { continue };
            let mut expected = Vec::new();
            for (id, language, texts) in &corpus {
                let mut marker = Marker::new(expression, *language);
                for (number, speech) in texts.iter().enumerate() {
                    if let Some(marks) = marker.marks(speech) {
                        expected.push((TranscriptId::from(*id), number + 1, marks));
                    }
                }
            }
            let page = Page { limit: 1000, offset: 0, order: Order::Place };
            let hits = index.search(&query, &Filter::default(), page).unwrap();
            let found: Vec<_> =
                hits.hits.into_iter().map(|hit| (hit.transcript, hit.turn as usize, hit.marks)).collect();
            prop_assert_eq!(found, expected, "{}", text);
            let page = Page { limit: 1000, ..Page::default() };
            prop_assert_eq!(index.search(&query, &Filter::default(), page).unwrap().total_turns, hits.total_turns);
        }
    }
}

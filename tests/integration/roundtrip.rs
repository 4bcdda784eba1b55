//! A study exported as a folder imports to the same study.

use serde_json::{Value, json};

use crate::study::Study;

/// Everything that a reader of the study can see, without the names of files and records.
fn seen(study: &Study) -> Value {
    let mut codings = study.json(["codings"]);
    for passage in codings["passages"].as_array_mut().unwrap() {
        passage.as_object_mut().unwrap().remove("id");
        // What the last edit did to an anchor is history, which an export does not carry.
        passage.as_object_mut().unwrap().remove("verdict");
        passage.as_object_mut().unwrap().remove("score");
    }
    let every = (1..=12).map(|number| format!("E{number:02}")).collect::<Vec<_>>().join(",");
    let mut turns = study.json(["search", &format!("transcript:{every}"), "--limit", "100000"]);
    assert!(turns["total"].as_u64().unwrap() > 800, "{}", turns["total"]);
    for hit in turns["hits"].as_array_mut().unwrap() {
        // Lines of the file: an export writes its own.
        hit.as_object_mut().unwrap().remove("line");
    }
    json!({
        "codings": codings,
        "turns": turns,
        "matrix": study.json(["matrix"]),
        "events": study.json(["matrix", "event"]),
        "typology": study.json(["typology"]),
        "link": study.json(["link"]),
        "indicators": study.json(["indicators"]),
    })
}

/// Compares part by part, since a whole study in a message helps nobody.
#[track_caller]
fn same(first: &Value, second: &Value) {
    for (part, value) in first.as_object().unwrap() {
        let other = &second[part];
        if value != other {
            let (one, two) = (value.to_string(), other.to_string());
            let at = one.bytes().zip(two.bytes()).position(|(a, b)| a != b).unwrap_or(0);
            let near = |text: &str| {
                text.chars()
                    .skip(text[..text.floor_char_boundary(at)].chars().count().saturating_sub(200))
                    .take(400)
                    .collect::<String>()
            };
            panic!("{part} differs:\n{}\n{}", near(&one), near(&two));
        }
    }
}

fn exported(study: &Study) -> Study {
    let copy = Study::nothing();
    let target = copy.path("étude copiée");
    study.run(["export".as_ref(), "--folder".as_ref(), target.as_os_str()]).succeeds();
    copy.enter("étude copiée")
}

#[test]
fn the_bundled_study_comes_back_as_it_was() {
    let study = Study::imported();
    let copy = exported(&study);
    let imported = copy.json(["import"]);
    assert_eq!((&imported["codings_added"], &imported["unplaced"]), (&json!(2_011), &json!(0)));
    same(&seen(&study), &seen(&copy));
    let (built, again) = (study.json(["build"]), copy.json(["build"]));
    for name in [
        "transcripts",
        "turns",
        "words",
        "codes",
        "codings",
        "unplaced",
        "coders",
        "respondents",
        "linked",
        "interventions",
        "recipients",
        "profiles",
    ] {
        assert_eq!(built[name], again[name], "{name}");
    }
    // Exported again, the files are the same to the byte.
    let third = exported(&copy);
    assert_eq!(copy.material(), third.material());
}

#[test]
fn an_edited_study_comes_back_with_its_moved_codings() {
    let study = Study::imported();
    let text = study.read("transcripts/E04.md");
    let cut = text.replacen("J’ai répondu", "J’avais répondu", 1);
    study.write("transcripts/E04.md", cut);
    assert_eq!(study.json(["import"])["verdicts"]["lost"], 0);
    let copy = exported(&study);
    assert_eq!(copy.json(["import"])["unplaced"], 0);
    same(&seen(&study), &seen(&copy));
}

#[test]
fn an_export_overwrites_nothing() {
    let study = Study::imported();
    study.write("full/mine.txt", "mine");
    study.run(["export", "--folder", "full"]).fails(1).tells("n’est pas vide");
    assert_eq!(study.read("full/mine.txt"), "mine");
    study.write("a-file", "mine");
    study.run(["export", "--folder", "a-file"]).fails(1).tells("a-file");
    assert_eq!(study.read("a-file"), "mine");
    Study::empty().run(["export", "--folder", "out"]).fails(1);
}

#[test]
fn interviews_with_odd_names_are_exported_beside_each_other() {
    let study = Study::empty();
    for (file, id) in [("a", "\"lieu/1\""), ("b", "\"lieu:1\""), ("c", "LIEU_1")] {
        let text = format!(
            "---\nid: {id}\n---\n\n**Enquêtrice :** Et {file} ?\n\n**Mme A. :** Oui.\n\n\
             **Enquêtrice :** Bien.\n\n**Mme A. :** Voilà.\n"
        );
        study.write(&format!("transcripts/{file}.md"), text);
    }
    study.run(["import"]).succeeds();
    let copy = exported(&study);
    copy.run(["import"]).succeeds();
    let turns = |study: &Study| {
        let mut hits = study.json(["search", "bien OR voilà OR oui OR et"])["hits"].take();
        for hit in hits.as_array_mut().unwrap() {
            hit.as_object_mut().unwrap().remove("line");
        }
        hits
    };
    assert_eq!(turns(&study).as_array().unwrap().len(), 12);
    assert_eq!(turns(&study), turns(&copy));
}

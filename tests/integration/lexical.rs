//! The interviewees' words, from the files to the classes, the vocabulary and the text for `IRaMuTeQ`.

use serde_json::Value;

use crate::study::Study;

fn numbers(list: &Value, key: &str) -> u64 {
    list.as_array().unwrap().iter().map(|one| one[key].as_u64().unwrap()).sum()
}

#[test]
fn classes_hold_what_they_say_they_hold() {
    let study = Study::imported();
    let told = study.json(["lexical", "--classes", "4", "--profiles", "--specificities"]);
    let found = &told["classes"];
    assert_eq!(found["classes"].as_array().unwrap().len(), 4);
    assert_eq!(numbers(&told["interviews"], "segments"), found["segments"].as_u64().unwrap());
    assert_eq!(numbers(&told["interviews"], "classified"), numbers(&found["classes"], "segments"));
    assert_eq!(numbers(&told["interviews"], "words"), told["words"].as_u64().unwrap());
    for class in found["classes"].as_array().unwrap() {
        let first = &class["terms"][0];
        assert!(
            first["chi2"].as_f64().unwrap() >= 3.84 && first["in_class"].as_u64() <= first["in_all"].as_u64()
        );
        assert!(!class["typical"][0]["text"].as_str().unwrap().contains("[silence]"));
    }
    let crossed = &told["by_profile"];
    let segments: u64 = crossed["cells"].as_array().unwrap().iter().map(|row| numbers(row, "segments")).sum();
    assert_eq!(segments, numbers(&found["classes"], "segments"), "every interview has a profile");
    let p = crossed["p"].as_f64().unwrap();
    assert!((1e-4..=1.0).contains(&p));
    for profile in told["vocabulary"].as_array().unwrap() {
        for word in profile["more"].as_array().unwrap() {
            assert!(
                word["interviews"].as_u64().unwrap() >= 2 && word["specificity"].as_f64().unwrap() >= 2.0
            );
        }
    }
}

#[test]
fn the_order_of_files_and_the_threads_do_not_show() {
    let (straight, turned) = (Study::bundled(), Study::bundled());
    let folder = turned.path("transcripts");
    for (old, new) in [("E01.md", "z.md"), ("E12.md", "a.md")] {
        std::fs::rename(folder.join(old), folder.join(new)).unwrap();
    }
    let words = ["lexical", "--double", "60", "--profiles", "--specificities"];
    let ask = |study: &Study, threads: &str| {
        study.run(["import"]).succeeds();
        let mut asked = study.command(words.into_iter().chain(["--json"]));
        let out =
            asked.env("RAYON_NUM_THREADS", threads).env("TOKIO_WORKER_THREADS", threads).output().unwrap();
        assert!(out.status.success(), "{out:?}");
        out.stdout
    };
    assert!(ask(&straight, "1") == ask(&turned, "2"));
}

#[test]
fn the_text_for_iramuteq_is_the_interviewees_and_says_what_it_lacks() {
    let study = Study::imported();
    let told = study.json(["lexical", "--export", "iramuteq", "out/words.txt"]);
    assert_eq!(told["interviews"], 12);
    let lost: Vec<&str> =
        told["losses"].as_array().unwrap().iter().map(|loss| loss["kind"].as_str().unwrap()).collect();
    assert!(["interviewer_turns", "notes", "codings"].iter().all(|kind| lost.contains(kind)), "{lost:?}");
    let text = study.read("out/words.txt");
    assert!(text.starts_with("**** *ent_e01 *profil_p"), "{}", text.lines().next().unwrap());
    assert_eq!(text.lines().filter(|line| line.starts_with("**** ")).count(), 12);
    assert!(!text.contains("merci de me recevoir"), "the interviewer's words are left out");
    assert!(text.lines().filter(|line| !line.starts_with("**** ")).all(|line| !line.contains(['*', '['])));
    study.run(["lexical", "--export", "alceste", "x.txt"]).fails(2).tells("iramuteq");
}

#[test]
fn codes_accumulate_in_the_order_of_the_days() {
    let told = Study::imported().json(["saturation"]);
    let steps = told["steps"].as_array().unwrap();
    let days: Vec<&str> = steps.iter().map(|step| step["day"].as_str().unwrap()).collect();
    assert!(days.is_sorted() && steps.len() == 12);
    let met = told["accumulation"]["observed"].as_u64().unwrap();
    assert_eq!((numbers(&told["steps"], "new"), steps[11]["met"].as_u64()), (met, Some(met)));
    assert!((steps[11]["mean"].as_f64().unwrap() - met as f64).abs() < 1e-6);
    assert_eq!(told["bounded_by_codebook"], true);
}

#[test]
fn what_cannot_be_computed_is_said_in_words() {
    let study = Study::empty();
    study.write(
        "transcripts/E01.md",
        "---\nid: E01\n---\n\n**Enquêteur :** Oui ?\n\n**Mme A. :** Oui. Non. Voilà.\n",
    );
    study.run(["import"]).succeeds();
    study.run(["lexical"]).succeeds().out.find("Pas de classes").unwrap();
    let told = study.json(["lexical"]);
    assert_eq!(told["classes"], serde_json::json!({ "undefined": "no_observations" }));
    study.run(["saturation"]).fails(1);
    study.run(["lexical", "--profiles"]).fails(1);
    study.run(["lexical", "--classes", "1"]).fails(2);
}

//! What a study holds, apart from names of files and identifiers of records.

use std::collections::BTreeMap;

use propos::store::{CodingFilter, NOTEBOOK, Store};
use serde_json::{Value, json};

use crate::study::Study;

/// Exports a study, and gives the folder as a study with the bytes of its files.
pub(super) fn exported_files(study: &Study) -> (Study, BTreeMap<String, String>) {
    let copy = Study::nothing();
    let target = copy.path("copie d’été");
    study.run(["export".as_ref(), "--folder".as_ref(), target.as_os_str()]).succeeds();
    let copy = copy.enter("copie d’été");
    let files = copy.files();
    (copy, files)
}

/// Everything that the database holds of a study.
pub(super) fn carried(study: &Study) -> Value {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&study.path(".propos/study.db")).await.unwrap();
        let mut codebook = store.codebook().await.unwrap();
        for theme in &mut codebook.themes {
            theme.path.clear();
            theme.codes.iter_mut().for_each(|code| code.line = 0);
        }
        let mut transcripts = store.transcripts().await.unwrap();
        for transcript in &mut transcripts {
            transcript.path.clear();
            transcript.version.fingerprint.0.clear();
            transcript.version.turns.iter_mut().for_each(|turn| turn.line = 0);
        }
        let codings = store.stored_codings(&CodingFilter::default()).await.unwrap();
        // Blanks round a note are none of its words to a project of the exchange format.
        let passages = codings.iter().map(|one| &one.coding).map(|one| {
            json!([one.transcript, one.code, one.coder, one.anchor.span, one.intensity, one.memo.trim()])
                .to_string()
        });
        let mut passages: Vec<String> = passages.collect();
        let mut codings: Vec<String> = codings
            .into_iter()
            .map(|one| one.coding)
            .map(|one| {
                let anchor = (one.anchor.span, one.anchor.exact);
                json!([one.transcript, one.code, one.coder, anchor, one.turns, one.intensity, one.memo])
                    .to_string()
            })
            .collect();
        codings.sort();
        passages.sort();
        let mut unplaced: Vec<String> = store
            .unplaced()
            .await
            .unwrap()
            .into_iter()
            .map(|one| one.row)
            .map(|one| json!([one.transcript, one.code, one.coder, one.intensity, one.memo]).to_string())
            .collect();
        unplaced.sort();
        let mut notebook = BTreeMap::new();
        for (table, _) in NOTEBOOK {
            notebook.insert(table, store.records(table).await.unwrap());
        }
        let questionnaire = store.questionnaire().await.unwrap();
        let interventions = store.interventions_after(0, 1_000).await.unwrap();
        let recipients = store.recipients_after(0, 1_000).await.unwrap();
        let told = json!({
            "codebook": codebook,
            "transcripts": transcripts,
            "codings": codings,
            "passages": passages,
            "unplaced": unplaced,
            "notebook": notebook,
            "questionnaire": unlined(&questionnaire),
            "interventions": unlined(&interventions),
            "recipients": recipients.into_iter().map(|(_, family, values)| (family, values)).collect::<Vec<_>>(),
        });
        store.close().await;
        told
    })
}

/// What commands say of a study, refusals too.
pub(super) fn seen(study: &Study) -> Value {
    let commands: [&[&str]; 9] = [
        &["codings"],
        &["matrix"],
        &["matrix", "evenement"],
        &["matrix", "codes"],
        &["scale"],
        &["saturation"],
        &["agreement"],
        &["typology"],
        &["indicators"],
    ];
    let mut told = serde_json::Map::new();
    for command in commands {
        let ran = study.run(command.iter().chain(&["--json"]));
        let mut out: Value = serde_json::from_str(&ran.out).unwrap_or_default();
        for passage in out.get_mut("passages").and_then(Value::as_array_mut).into_iter().flatten() {
            // Records of their own; what the last edit did to an anchor is history.
            for name in ["id", "verdict", "score"] {
                passage.as_object_mut().unwrap().remove(name);
            }
        }
        told.insert(command.join(" "), json!([ran.code, out]));
    }
    told.into()
}

/// Shows a value without the lines of the file that it came from: an export writes its own.
fn unlined(value: &impl std::fmt::Debug) -> String {
    let shown = format!("{value:#?}");
    shown.lines().filter(|line| !line.trim_start().starts_with("line: ")).collect::<Vec<_>>().join("\n")
}

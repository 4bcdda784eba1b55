//! A transcript corrected and a codebook changed in the study itself, as the workbench does.

use propos::app::correction::{CorrectionOutcome, CorrectionRequest, correct, preview};
use propos::app::export::export;
use propos::app::import::import;
use propos::app::undo::undo;
use propos::app::{AppError, Context};
use propos::domain::coding::{Anchoring, Coding};
use propos::domain::transcript::Transcript;
use propos::domain::transcript::correct::Correction;
use propos::domain::{CoderId, TranscriptId};
use propos::progress::Silent;
use propos::store::CodingFilter;
use propos::text::{CharOffset, TextIndex};

use crate::study::Study;

async fn open(study: &Study) -> Context {
    Context::open(study.folder().to_owned(), CoderId::from("c1"), Box::new(Silent)).await.unwrap()
}

async fn transcript(context: &Context, id: &str) -> Transcript {
    context.store.transcript(&TranscriptId::from(id)).await.unwrap().unwrap()
}

async fn codings(context: &Context, id: &str) -> Vec<Coding> {
    let transcript = Some(TranscriptId::from(id));
    context.store.codings(&CodingFilter { transcript, ..CodingFilter::default() }).await.unwrap()
}

fn operation() -> String {
    propos::app::clock::Clock::System.identifier()
}

/// The first turn whose words hold `words`, with all its words.
fn turn_with(transcript: &Transcript, words: &str) -> (u32, String) {
    let index = TextIndex::new(&transcript.version.text);
    let mut turns = transcript.version.turns.iter().map(|turn| (turn.number, index.slice(turn.speech)));
    turns
        .find(|(_, speech)| speech.contains(words))
        .map(|(number, speech)| (number, speech.to_owned()))
        .unwrap()
}

async fn request(context: &Context, id: &str, correction: Correction) -> CorrectionRequest {
    let version = transcript(context, id).await.version.number;
    CorrectionRequest { transcript: TranscriptId::from(id), version, correction }
}

async fn make(context: &Context, id: &str, correction: Correction) -> CorrectionOutcome {
    correct(context, &operation(), &request(context, id, correction).await).await.unwrap()
}

/// Every coding quotes what stands at its place.
async fn quotes_stand(context: &Context, id: &str) {
    let transcript = transcript(context, id).await;
    let index = TextIndex::new(&transcript.version.text);
    for coding in codings(context, id).await {
        assert_eq!(coding.version, transcript.version.number);
        if coding.anchoring != Anchoring::Lost {
            assert_eq!(index.slice(coding.anchor.span), coding.anchor.exact);
        }
    }
}

#[tokio::test]
async fn a_typing_error_is_corrected_codings_follow_and_undo_takes_it_back() {
    let study = Study::imported();
    let context = open(&study).await;
    let before = (transcript(&context, "E01").await, codings(&context, "E01").await);
    let (number, words) = turn_with(&before.0, "c’est mon lit");
    let text = words.replace("c’est mon lit", "c’est mon lit,\r\nc\u{327}a c’est sûr");
    let correction = Correction { turn: number, text: Some(text), ..Correction::default() };

    let tried = preview(&context, &request(&context, "E01", correction.clone()).await).await.unwrap();
    assert_eq!(codings(&context, "E01").await, before.1, "a trial writes nothing");
    assert_eq!(tried.verdicts.total(), before.1.len());
    assert!(tried.verdicts.approximate >= 1 && tried.verdicts.moved > 20 && tried.verdicts.lost == 0);
    assert!(matches!(tried.touched[0].anchoring, Anchoring::Approximate { .. }), "the worst first");
    assert!(tried.touched[0].after.contains("lit,\nça c’est sûr"), "{:?}", tried.touched[0]);

    let asked = request(&context, "E01", correction.clone()).await;
    let id = operation();
    let made = correct(&context, &id, &asked).await.unwrap();
    let again = correct(&context, &id, &asked).await.unwrap();
    assert_eq!((again.operation, again.version, again.verdicts), (made.operation, 2, made.verdicts));
    assert_eq!((made.verdicts, &made.touched), (tried.verdicts, &tried.touched));
    assert_eq!(made.version, 2);
    quotes_stand(&context, "E01").await;
    let after = transcript(&context, "E01").await;
    let without = |transcript: &Transcript| {
        let index = TextIndex::new(&transcript.version.text);
        let turns = transcript.version.turns.iter().filter(|turn| turn.number != number);
        turns.map(|turn| index.slice(turn.speech).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(without(&after), without(&before.0));

    // A page that still shows the first version is told so.
    let stale = CorrectionRequest { transcript: "E01".into(), version: 1, correction };
    let refused = correct(&context, &operation(), &stale).await.unwrap_err();
    assert!(matches!(refused, AppError::StaleVersion { given: 1, present: 2, .. }), "{refused:?}");

    undo(&context, None, None).await.unwrap();
    assert_eq!((transcript(&context, "E01").await, codings(&context, "E01").await), before);
    assert!(context.store.operations(1).await.unwrap()[0].undoes.is_some());
}

#[tokio::test]
async fn nothing_is_written_when_nothing_is_corrected_or_the_correction_is_refused() {
    let study = Study::imported();
    let context = open(&study).await;
    let newest = context.store.newest_operation().await.unwrap();
    let (number, words) = turn_with(&transcript(&context, "E02").await, "Merci d’avoir accepté");
    let same =
        make(&context, "E02", Correction { turn: number, text: Some(words), ..Correction::default() }).await;
    assert_eq!((same.operation, same.version), (None, 1));
    let unknown = request(&context, "E02", Correction { turn: 9_999, ..Correction::default() }).await;
    assert!(matches!(correct(&context, &operation(), &unknown).await, Err(AppError::Correction(_))));
    assert_eq!(context.store.newest_operation().await.unwrap(), newest);
}

/// Corrects E04 in every way.
async fn correct_much(context: &Context) {
    let (number, words) = turn_with(&transcript(context, "E04").await, "J’ai répondu");
    let text = words.replace("J’ai répondu", "J’avais répondu");
    make(context, "E04", Correction { turn: number, text: Some(text.clone()), ..Correction::default() })
        .await;
    let at = text.find(". ").map(|byte| CharOffset(text[..byte + 1].chars().count()));
    let split = Correction {
        turn: number,
        split_at: at,
        split_speaker: Some("Mme Z.".to_owned()),
        ..Correction::default()
    };
    make(context, "E04", split).await;
    make(
        context,
        "E04",
        Correction { turn: number, speaker: Some("Enquêtrice".to_owned()), ..Correction::default() },
    )
    .await;
    make(context, "E04", Correction { turn: 2, merge: true, ..Correction::default() }).await;
}

#[tokio::test]
async fn an_import_leaves_a_correction_alone_until_its_file_changes() {
    let study = Study::imported();
    let context = open(&study).await;
    correct_much(&context).await;
    quotes_stand(&context, "E04").await;
    let corrected = (transcript(&context, "E04").await, codings(&context, "E04").await);
    assert_eq!(import(&context, &[]).await.unwrap().operation, None, "the file has not changed");
    assert_eq!((transcript(&context, "E04").await, codings(&context, "E04").await), corrected);

    // Other settings read every file again; the correction stays.
    study.replace("study.toml", "[speakers]\ninterviewer = [", "[speakers]\ninterviewer = [\"Mme Z.\", ");
    let outcome = import(&context, &[]).await.unwrap();
    assert_eq!(outcome.verdicts.lost + outcome.verdicts.approximate + outcome.verdicts.moved, 0);
    let again = transcript(&context, "E04").await;
    assert_eq!(again.version.text, corrected.0.version.text);
    assert_eq!(again.version.fingerprint, corrected.0.version.fingerprint);

    // The file changes: it makes the next version, and the codings follow.
    let file = study.read("transcripts/E04.md").replacen("J’ai répondu", "Oui, j’ai répondu", 1);
    study.write("transcripts/E04.md", file);
    let outcome = import(&context, &[]).await.unwrap();
    assert!(outcome.diagnostics.iter().any(|one| one.key == "transcript-correction-replaced"));
    assert_eq!(outcome.verdicts.total(), corrected.1.len());
    assert_eq!(outcome.verdicts.lost, 0);
    assert!(transcript(&context, "E04").await.version.text.contains("Oui, j’ai répondu"));
    quotes_stand(&context, "E04").await;
}

#[tokio::test]
async fn a_corrected_study_exported_is_the_same_study() {
    let study = Study::imported();
    let context = open(&study).await;
    correct_much(&context).await;
    let copy = Study::nothing();
    export(&context, &copy.path("copie")).await.unwrap();
    let copy = copy.enter("copie");
    let other = open(&copy).await;
    assert_eq!(import(&other, &[]).await.unwrap().unplaced, 0);
    let plain = |mut transcript: Transcript| {
        transcript.path = String::new();
        transcript.version.number = 0;
        transcript.version.fingerprint = propos::text::Fingerprint::of(b"");
        transcript.version.turns.iter_mut().for_each(|turn| turn.line = 0);
        transcript
    };
    assert_eq!(plain(transcript(&other, "E04").await), plain(transcript(&context, "E04").await));
    let places = |codings: Vec<Coding>| {
        let place = |coding: Coding| (coding.anchor, coding.code, coding.coder, coding.turns, coding.memo);
        codings
            .into_iter()
            .map(place)
            .map(|one| format!("{one:?}"))
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(places(codings(&other, "E04").await), places(codings(&context, "E04").await));
}

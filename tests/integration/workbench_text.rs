//! A transcript corrected and a codebook changed in the study itself, as the workbench does.

use propos::app::codebook::{
    self, CodebookChange, Split, SplitTarget, change, check, history, merge, older, shelf, split,
};
use propos::app::coding::{Application, CodingError, Selected, apply};
use propos::app::correction::{CorrectionOutcome, CorrectionRequest, correct, preview};
use propos::app::export::export;
use propos::app::import::import;
use propos::app::memo::{self, Subject};
use propos::app::undo::undo;
use propos::app::{AppError, Context};
use propos::domain::codebook::{CodePatch, Codebook, CodebookError, Field, Seat};
use propos::domain::coding::{Anchoring, Coding};
use propos::domain::memo::SubjectKind;
use propos::domain::transcript::Transcript;
use propos::domain::transcript::correct::Correction;
use propos::domain::{CodeId, CoderId, RecordId, TranscriptId};
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
async fn memos_of_turns_follow_a_correction() {
    let study = Study::imported();
    let context = open(&study).await;
    let note = async |turn: u32| {
        let subject = Subject { kind: SubjectKind::Turn, subject: "E01".to_owned(), turn: Some(turn) };
        memo::write(&context, None, &subject, &format!("tour {turn}")).await.unwrap();
    };
    for turn in [4, 6, 8] {
        note(turn).await;
    }
    let places = async || {
        let memos = context.store.memos(Some(SubjectKind::Turn), Some("E01")).await.unwrap();
        let mut places: Vec<(String, Option<u32>, u32)> = memos
            .into_iter()
            .map(|memo| {
                (
                    memo.body,
                    memo.place.as_ref().and_then(|one| one.turn),
                    memo.place.map_or(0, |one| one.version),
                )
            })
            .collect();
        places.sort();
        places
    };
    let turns = async || places().await.into_iter().map(|(_, turn, _)| turn).collect::<Vec<_>>();
    assert_eq!(turns().await, [Some(4), Some(6), Some(8)]);
    let index = transcript(&context, "E01").await;
    let words = TextIndex::new(&index.version.text).slice(index.version.turns[5].speech).to_owned();
    make(
        &context,
        "E01",
        Correction { turn: 6, text: Some(format!("Euh. {words}")), ..Correction::default() },
    )
    .await;
    assert_eq!(turns().await, [Some(4), Some(6), Some(8)]);
    make(&context, "E01", Correction { turn: 2, merge: true, ..Correction::default() }).await;
    assert_eq!(turns().await, [Some(3), Some(5), Some(7)]);
    assert!(places().await.iter().all(|(_, _, version)| *version == 3));
    undo(&context, None, None).await.unwrap();
    assert_eq!(turns().await, [Some(4), Some(6), Some(8)]);
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

async fn of_code(context: &Context, code: &str) -> Vec<Coding> {
    let code = Some(CodeId::from(code));
    context.store.codings(&CodingFilter { code, ..CodingFilter::default() }).await.unwrap()
}

async fn changed(context: &Context, wanted: CodebookChange) -> Option<CodeId> {
    change(context, Some(&operation()), &wanted).await.unwrap().code
}

fn defined(definition: &str) -> CodebookChange {
    let patch = CodePatch { definition: Some(definition.to_owned()), ..CodePatch::default() };
    CodebookChange::Code { code: CodeId::from("dettes"), patch }
}

/// Every coding with its words, coder, code, memo and intensity, whatever its record.
async fn everything(context: &Context) -> Vec<String> {
    let codings = context.store.codings(&CodingFilter::default()).await.unwrap();
    let told = codings.into_iter().map(|one| {
        format!(
            "{} {} {} {:?} {:?} {} {}",
            one.transcript, one.coder, one.code, one.anchor.span, one.intensity, one.anchor.exact, one.memo
        )
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

fn without_files(mut codebook: Codebook) -> Codebook {
    for theme in &mut codebook.themes {
        theme.path = String::new();
        theme.codes.iter_mut().for_each(|code| code.line = 0);
    }
    codebook
}

#[tokio::test]
async fn codes_are_merged_without_losing_a_word_and_undo_brings_both_back() {
    let study = Study::imported();
    let context = open(&study).await;
    let before = (everything(&context).await, context.store.codebook().await.unwrap());
    let (from, into) = (of_code(&context, "dettes").await, of_code(&context, "ressources").await);
    let same = |one: &&Coding| {
        into.iter().any(|other| {
            (&one.transcript, &one.coder, one.anchor.span)
                == (&other.transcript, &other.coder, other.anchor.span)
        })
    };
    let twice = from.iter().filter(same).count();
    let id = operation();
    let (dettes, ressources) = (CodeId::from("dettes"), CodeId::from("ressources"));
    let done = merge(&context, Some(&id), &dettes, &ressources, "").await.unwrap();
    assert_eq!((done.moved, done.joined), (from.len() - twice, twice));
    assert_eq!(
        merge(&context, Some(&id), &dettes, &ressources, "").await.unwrap(),
        done,
        "sent twice, made once"
    );
    assert!(of_code(&context, "dettes").await.is_empty());
    let after = of_code(&context, "ressources").await;
    assert_eq!(after.len(), into.len() + from.len() - twice);
    for coding in &from {
        let kept = after.iter().find(|one| {
            (&one.transcript, &one.coder, one.anchor.span)
                == (&coding.transcript, &coding.coder, coding.anchor.span)
        });
        let kept = kept.unwrap();
        assert!(kept.memo.contains(&coding.memo) && kept.intensity >= coding.intensity);
    }
    let retired = context.store.codebook().await.unwrap().find(&dettes).unwrap().retired.clone();
    assert_eq!(retired.unwrap().into, Some(ressources));
    // A page that still offers it is told what became of it.
    let selected = Selected {
        transcript: "E01".into(),
        version: 1,
        passages: vec![propos::text::Span::new(300, 320)],
        exact: false,
    };
    let application = Application { selected: vec![selected], codes: vec![dettes], ..Application::default() };
    let told = match apply(&context, &application).await {
        Err(AppError::Coding(CodingError::UnknownCode { former, .. })) => former.unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!((told.into.as_deref(), told.coder.as_str()), (Some("ressources"), "c1"));
    undo(&context, None, None).await.unwrap();
    assert_eq!((everything(&context).await, context.store.codebook().await.unwrap()), before);
}

#[tokio::test]
async fn chosen_passages_go_to_a_new_code() {
    let study = Study::imported();
    let context = open(&study).await;
    let before = everything(&context).await;
    let passages = of_code(&context, "logement").await;
    let codings: Vec<RecordId> = passages.iter().take(3).map(|coding| coding.id.clone()).collect();
    let seat = Seat { theme: "situation".into(), parent: Some("logement".into()), before: None };
    let target =
        SplitTarget::New { seat, title: "Hébergement".to_owned(), definition: "Chez un tiers.".to_owned() };
    let wanted = Split { code: "logement".into(), codings: codings.clone(), target };
    let done = split(&context, Some(&operation()), &wanted).await.unwrap();
    assert_eq!((done.code.as_str(), done.moved, done.joined), ("hebergement", 3, 0));
    let moved: Vec<RecordId> = of_code(&context, "hebergement").await.into_iter().map(|one| one.id).collect();
    assert_eq!(moved.len(), 3);
    assert!(codings.iter().all(|id| moved.contains(id)));
    let book = context.store.codebook().await.unwrap();
    assert_eq!(book.find(&done.code).unwrap().parent, Some("logement".into()));
    // Not its passages any more.
    let again =
        split(&context, Some(&operation()), &Split { target: SplitTarget::Code("dettes".into()), ..wanted })
            .await;
    assert!(matches!(again, Err(AppError::Codebook(CodebookError::NotItsPassage { .. }))));
    undo(&context, None, None).await.unwrap();
    assert_eq!(everything(&context).await, before);
    assert!(context.store.codebook().await.unwrap().find(&done.code).is_none());
}

#[tokio::test]
async fn a_changed_definition_makes_passages_older_until_they_are_found_right() {
    let study = Study::imported();
    let context = open(&study).await;
    let dettes = CodeId::from("dettes");
    let passages = of_code(&context, "dettes").await;
    assert!(older(&context, &dettes).await.unwrap().is_empty());
    changed(&context, defined("Sommes dues et non payées à l’échéance.")).await;
    changed(
        &context,
        CodebookChange::Retire { code: "emploi".into(), reason: "Trop large.".to_owned(), into: None },
    )
    .await;
    let found = older(&context, &dettes).await.unwrap();
    assert_eq!((found.len(), found[0].version), (passages.len(), 1));
    check(&context, None, &dettes, &[passages[0].id.clone(), passages[1].id.clone()]).await.unwrap();
    assert_eq!(older(&context, &dettes).await.unwrap().len(), passages.len() - 2);

    let told = history(&context, &dettes).await.unwrap();
    let versions: Vec<(u32, bool)> =
        told.iter().map(|entry| (entry.change.version, entry.change.is_new)).collect();
    assert_eq!(versions, [(2, false), (1, true)]);
    assert_eq!(told[0].change.changes[0].field, Field::Definition);
    assert_eq!((told[0].operation.coder.as_str(), told[0].operation.kind.as_str()), ("c1", "code-change"));
    let shelf = shelf(&context).await.unwrap();
    let shown =
        shelf.themes.iter().flat_map(|theme| &theme.codes).find(|code| code.code.id == dettes).unwrap();
    assert_eq!((shown.version, shown.count), (2, passages.len()));

    // Taken back, the definition is what it was, and so is the age of the passages; done again, not.
    undo(&context, None, None).await.unwrap();
    undo(&context, None, None).await.unwrap();
    assert_eq!(older(&context, &dettes).await.unwrap().len(), passages.len(), "the check is taken back");
    undo(&context, None, None).await.unwrap();
    assert!(older(&context, &dettes).await.unwrap().is_empty());
    assert_eq!(history(&context, &dettes).await.unwrap().len(), 1);
    propos::app::undo::redo(&context, None, None).await.unwrap();
    assert_eq!(older(&context, &dettes).await.unwrap().len(), passages.len());
}

#[tokio::test]
async fn a_changed_codebook_exported_is_the_same_codebook() {
    let study = Study::imported();
    let context = open(&study).await;
    merge(&context, None, &"dettes".into(), &"ressources".into(), "Se confondent.").await.unwrap();
    changed(
        &context,
        CodebookChange::Retire {
            code: "emploi".into(),
            reason: "Trop *large* :\n\n1. oui".to_owned(),
            into: None,
        },
    )
    .await;
    let seat = Seat { theme: "effets".into(), parent: None, before: None };
    let code = changed(
        &context,
        CodebookChange::NewCode { seat, title: "Été #2".to_owned(), definition: "# Un".to_owned() },
    )
    .await
    .unwrap();
    let seat = Seat { theme: "situation".into(), parent: Some("logement".into()), before: None };
    changed(&context, CodebookChange::Move { code: code.clone(), seat }).await;
    let patch = CodePatch { weights: Some(vec![("complexity".into(), -0.5)]), ..CodePatch::default() };
    changed(&context, CodebookChange::Code { code, patch }).await;
    changed(&context, CodebookChange::MoveTheme { theme: "effets".into(), before: Some("situation".into()) })
        .await;
    changed(&context, CodebookChange::NewTheme { title: "Autre".to_owned(), colour: "#123456".to_owned() })
        .await;

    let copy = Study::nothing();
    export(&context, &copy.path("copie")).await.unwrap();
    let copy = copy.enter("copie");
    let other = open(&copy).await;
    assert_eq!(import(&other, &[]).await.unwrap().unplaced, 0);
    let books = (context.store.codebook().await.unwrap(), other.store.codebook().await.unwrap());
    assert_eq!(without_files(books.0), without_files(books.1));
    assert_eq!(everything(&context).await, everything(&other).await);
}

#[tokio::test]
async fn an_import_leaves_the_changes_of_the_codebook_alone_until_its_file_changes() {
    let study = Study::imported();
    let context = open(&study).await;
    changed(&context, defined("Autre définition.")).await;
    let seat = Seat { theme: "situation".into(), parent: None, before: Some("evenement".into()) };
    let new = CodebookChange::NewCode { seat, title: "Usure".to_owned(), definition: String::new() };
    let new = changed(&context, new).await.unwrap();
    let seat = Seat { theme: "effets".into(), parent: None, before: None };
    changed(&context, CodebookChange::Move { code: "sante".into(), seat }).await;
    let book = context.store.codebook().await.unwrap();
    assert_eq!(import(&context, &[]).await.unwrap().operation, None);
    assert_eq!(context.store.codebook().await.unwrap(), book);

    // A row may name a code that only the study has.
    let table = study.read("codings/E01.tsv");
    study.write(
        "codings/E01.tsv",
        format!("{}\nc1\tusure\tsa maîtresse fait grève aujourd’hui\t\t\t\t\n", table.trim_end()),
    );
    assert_eq!(import(&context, &[]).await.unwrap().codings_added, 1);
    assert_eq!(of_code(&context, "usure").await.len(), 1);
    assert_eq!(context.store.codebook().await.unwrap(), book);

    study.replace("codebook/1-situation.md", ": Revenus insuffisants", ": Des revenus insuffisants");
    let outcome = import(&context, &[]).await.unwrap();
    assert!(
        outcome.diagnostics.iter().any(|one| one.key == "theme-edits-replaced"),
        "{:?}",
        outcome.diagnostics
    );
    let book = context.store.codebook().await.unwrap();
    assert!(book.find(&new).is_some(), "a code made in the study stays");
    assert!(book.find(&"ressources".into()).unwrap().definition.starts_with("Des revenus"));
    assert_ne!(book.find(&"dettes".into()).unwrap().definition, "Autre définition.");
    assert_eq!(book.find(&"sante".into()).unwrap().theme, "situation".into(), "its file has it");
    assert!(!codebook::themes(&context).await.unwrap().is_empty());
}

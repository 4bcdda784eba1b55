//! Undo and redo without limit: whatever two people did, undoing all of it gives the study as it was,
//! and redoing all of it the study as they left it.

use std::path::Path;

use propos::app::clock::Clock;
use propos::app::coding::{
    Adjustment, Application, NewCode, Selected, adjust, apply, changes, new_code, remove,
};
use propos::app::{AppError, Context, import, memo, undo};
use propos::domain::memo::SubjectKind;
use propos::domain::{CodeId, CoderId, ThemeId, TranscriptId};
use propos::progress::Silent;
use propos::store::{CodingFilter, Store};
use propos::text::Span;
use proptest::prelude::*;
use tokio::runtime::Runtime;

use crate::study::Study;

const CODEBOOK: &str = "---\ntheme: vie\ntitle: Vie\n---\n\n# Vie\n\n## Travail { #travail }\n\nDéfinition\n: Le travail.\n\n\
     ## Argent { #argent }\n\nDéfinition\n: L’argent.\n";

/// The text of an interview after some corrections.
fn interview(corrections: usize) -> String {
    let mut text = "---\nid: E01\n---\n\n".to_owned();
    for number in 0..corrections {
        text.push_str(&format!("**Enquêtrice :** Une question de plus, la {number}.\n\n"));
    }
    text.push_str(
        "**Enquêtrice :** Et le travail ?\n\n**Mme A. :** J’ai gardé des enfants dix ans, chez des gens de la rue.\n\n\
         **Enquêtrice :** Et après ?\n\n**Mme A. :** Après, l’argent a manqué. On comptait, on comptait, et puis non.\n",
    );
    text
}

/// One thing that one of two people does.
#[derive(Clone, Debug)]
enum Act {
    Code { coder: usize, code: usize, start: usize, len: usize },
    Recode { coder: usize, which: usize, intensity: u8 },
    Bounds { coder: usize, which: usize, len: usize },
    Remove { coder: usize, which: usize },
    NewCode { coder: usize, title: usize },
    Memo { coder: usize, turn: u32 },
    ChangeMemo { coder: usize, which: usize },
    Correct { coder: usize },
    Undo { coder: usize },
    Redo { coder: usize },
}

fn act() -> impl Strategy<Value = Act> {
    let coder = || 0_usize..2;
    prop_oneof![
        4 => (coder(), 0_usize..2, 20_usize..190, 3_usize..60)
            .prop_map(|(coder, code, start, len)| Act::Code { coder, code, start, len }),
        2 => (coder(), 0_usize..9, 1_u8..4).prop_map(|(coder, which, intensity)| Act::Recode { coder, which, intensity }),
        1 => (coder(), 0_usize..9, 3_usize..60).prop_map(|(coder, which, len)| Act::Bounds { coder, which, len }),
        2 => (coder(), 0_usize..9).prop_map(|(coder, which)| Act::Remove { coder, which }),
        1 => (coder(), 0_usize..3).prop_map(|(coder, title)| Act::NewCode { coder, title }),
        1 => (coder(), 1_u32..4).prop_map(|(coder, turn)| Act::Memo { coder, turn }),
        1 => (coder(), 0_usize..5).prop_map(|(coder, which)| Act::ChangeMemo { coder, which }),
        1 => coder().prop_map(|coder| Act::Correct { coder }),
        2 => coder().prop_map(|coder| Act::Undo { coder }),
        1 => coder().prop_map(|coder| Act::Redo { coder }),
    ]
}

/// A study with two people at work.
struct Desk {
    study: Study,
    people: [Context; 2],
    corrections: usize,
}

impl Desk {
    async fn open() -> Self {
        let study = Study::empty();
        study.write("codebook/vie.md", CODEBOOK);
        study.write("transcripts/E01.md", interview(0));
        // On the disk: in memory, a reader sees what a refused change has not taken back yet.
        let store = Store::open(&study.path("study.db")).await.unwrap();
        import::import(&context(study.folder(), &store, "setup"), &[]).await.unwrap();
        let people = ["c1", "c2"].map(|coder| context(study.folder(), &store, coder));
        Self { study, people, corrections: 0 }
    }

    /// Everything that there is, byte for byte.
    async fn seen(&self) -> String {
        let store = &self.people[0].store;
        let mut codings = store.stored_codings(&CodingFilter::default()).await.unwrap();
        codings.sort_by(|one, other| one.coding.id.cmp(&other.coding.id));
        let mut memos = store.memos(None, None).await.unwrap();
        memos.sort_by(|one, other| one.id.cmp(&other.id));
        let text = changes(&self.people[0], &e01(), None).await.unwrap().version;
        format!("{codings:#?}\n{memos:#?}\n{:#?}\n{}", store.codebook().await.unwrap(), text.text)
    }

    async fn own(&self, coder: usize, which: usize) -> Option<propos::domain::coding::Coding> {
        let filter =
            CodingFilter { coder: Some(self.people[coder].coder.clone()), ..CodingFilter::default() };
        let codings = self.people[coder].store.codings(&filter).await.unwrap();
        let count = codings.len().max(1);
        codings.into_iter().nth(which % count)
    }

    async fn version(&self) -> u32 {
        changes(&self.people[0], &e01(), None).await.unwrap().version.number
    }

    async fn selected(&self, start: usize, len: usize) -> Selected {
        let version = self.version().await;
        Selected { transcript: e01(), version, passages: vec![Span::new(start, start + len)], exact: false }
    }

    async fn act(&mut self, act: &Act) -> Result<(), AppError> {
        match act.clone() {
            Act::Code { coder, code, start, len } => {
                let codes = vec![CodeId::from(["travail", "argent"][code])];
                let selected = vec![self.selected(start, len).await];
                let application = Application { selected, codes, ..Application::default() };
                apply(&self.people[coder], &application).await?;
            }
            Act::Recode { coder, which, intensity } => {
                let Some(coding) = self.own(coder, which).await else { return Ok(()) };
                let code = if coding.code.as_str() == "travail" { "argent" } else { "travail" };
                let adjustment = Adjustment {
                    id: coding.id,
                    code: (intensity > 1).then(|| CodeId::from(code)),
                    intensity: Some(Some(intensity)),
                    ..Adjustment::default()
                };
                adjust(&self.people[coder], &adjustment).await?;
            }
            Act::Bounds { coder, which, len } => {
                let Some(coding) = self.own(coder, which).await else { return Ok(()) };
                let start = coding.anchor.span.start.0;
                let passage = Some((self.version().await, Span::new(start, start + len), false));
                adjust(&self.people[coder], &Adjustment { id: coding.id, passage, ..Adjustment::default() })
                    .await?;
            }
            Act::Remove { coder, which } => {
                let Some(coding) = self.own(coder, which).await else { return Ok(()) };
                remove(&self.people[coder], None, &[coding.id]).await?;
            }
            Act::NewCode { coder, title } => {
                let wanted = NewCode {
                    theme: Some(ThemeId::from("vie")),
                    title: ["Un", "Deux", "Trois"][title].to_owned(),
                    application: Application {
                        selected: vec![self.selected(60, 30).await],
                        ..Application::default()
                    },
                    ..NewCode::default()
                };
                new_code(&self.people[coder], &wanted).await?;
            }
            Act::Memo { coder, turn } => {
                let about =
                    memo::Subject { kind: SubjectKind::Turn, subject: "E01".to_owned(), turn: Some(turn) };
                memo::write(&self.people[coder], None, &about, "Une note.").await?;
            }
            Act::ChangeMemo { coder, which } => {
                let memos = memo::list(&self.people[coder], None, None).await?;
                let own: Vec<_> = memos.iter().filter(|one| one.coder == self.people[coder].coder).collect();
                let Some(memo) = own.get(which % own.len().max(1)) else { return Ok(()) };
                memo::change(&self.people[coder], None, &memo.id, &format!("{} Et plus.", memo.body)).await?;
            }
            Act::Correct { coder } => {
                self.corrections += 1;
                self.study.write("transcripts/E01.md", interview(self.corrections));
                import::import(&self.people[coder], &[]).await?;
            }
            Act::Undo { coder } => drop(self.undo(coder).await?),
            Act::Redo { coder } => drop(self.redo(coder).await?),
        }
        Ok(())
    }

    /// Who did the newest operation that stands, but for the first import.
    async fn newest(&self) -> Option<usize> {
        let operations = self.people[0].store.operations(10_000).await.unwrap();
        let found = operations.into_iter().find(|one| one.undoes.is_none() && one.undone_by.is_none())?;
        self.people.iter().position(|person| person.coder.as_str() == found.coder)
    }

    async fn undo(&self, coder: usize) -> Result<i64, AppError> {
        let person = &self.people[coder];
        Ok(undo::undo(person, Some(&person.coder), None).await?.undone.number)
    }

    async fn redo(&self, coder: usize) -> Result<i64, AppError> {
        let person = &self.people[coder];
        Ok(undo::redo(person, Some(&person.coder), None).await?.undone.number)
    }
}

fn e01() -> TranscriptId {
    TranscriptId::from("E01")
}

fn context(folder: &Path, store: &Store, coder: &str) -> Context {
    Context {
        folder: folder.to_owned(),
        store: store.clone(),
        coder: CoderId::from(coder),
        clock: Clock::System,
        progress: Box::new(Silent),
    }
}

/// A refusal that a person may meet; anything else is a fault.
fn is_told(error: &AppError) -> bool {
    matches!(
        error,
        AppError::Coding(_) | AppError::UndoConflict(_) | AppError::NothingToUndo | AppError::NothingToRedo
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_and_redoing_it_are_each_others_reverse(acts in prop::collection::vec(act(), 1..28)) {
        Runtime::new().unwrap().block_on(async {
            let mut desk = Desk::open().await;
            let first = desk.seen().await;
            for act in &acts {
                if let Err(error) = desk.act(act).await {
                    prop_assert!(is_told(&error), "{act:?}: {error:?}");
                }
            }
            let last = desk.seen().await;
            // Back through everything that stands, the newest first, each by the one who did it.
            let mut gone = Vec::new();
            while let Some(coder) = desk.newest().await {
                desk.undo(coder).await.unwrap();
                gone.push(coder);
            }
            prop_assert_eq!(&first, &desk.seen().await);
            for coder in gone.into_iter().rev() {
                desk.redo(coder).await.unwrap();
            }
            prop_assert_eq!(&last, &desk.seen().await);
            Ok(())
        })?;
    }

    #[test]
    fn two_people_go_back_in_any_order(acts in prop::collection::vec(act(), 1..28)) {
        Runtime::new().unwrap().block_on(async {
            let mut desk = Desk::open().await;
            let first = desk.seen().await;
            // The text stays: words that go and come back are found again, in no certain order.
            for act in acts.iter().filter(|act| !matches!(act, Act::Correct { .. })) {
                if let Err(error) = desk.act(act).await {
                    prop_assert!(is_told(&error), "{act:?}: {error:?}");
                }
            }
            let last = desk.seen().await;
            // Whoever can goes on; whoever is in another's way waits for them.
            let mut undone = [0, 0];
            loop {
                let (mut gone_on, mut left) = (false, false);
                for coder in [0, 1] {
                    match desk.undo(coder).await {
                        Ok(_) => {
                            undone[coder] += 1;
                            (gone_on, left) = (true, true);
                        }
                        Err(AppError::NothingToUndo) => {}
                        Err(AppError::UndoConflict(_)) => left = true,
                        Err(error) => prop_assert!(false, "{error:?}"),
                    }
                }
                if !left {
                    break;
                }
                prop_assert!(gone_on, "both wait for each other");
            }
            prop_assert_eq!(&first, &desk.seen().await);
            while undone != [0, 0] {
                let mut gone_on = false;
                for coder in [0, 1].into_iter().filter(|coder| undone[*coder] > 0).collect::<Vec<_>>() {
                    match desk.redo(coder).await {
                        Ok(_) => {
                            undone[coder] -= 1;
                            gone_on = true;
                        }
                        Err(AppError::UndoConflict(_)) => {}
                        Err(error) => prop_assert!(false, "{error:?}"),
                    }
                }
                prop_assert!(gone_on, "both wait for each other");
            }
            prop_assert_eq!(&last, &desk.seen().await);
            Ok(())
        })?;
    }

    #[test]
    fn one_person_comes_back_to_every_state_byte_for_byte(acts in prop::collection::vec(act(), 1..28)) {
        Runtime::new().unwrap().block_on(async {
            let mut desk = Desk::open().await;
            let mut states = vec![desk.seen().await];
            for act in acts {
                let act = match act {
                    Act::Undo { .. } | Act::Redo { .. } => continue,
                    Act::Code { code, start, len, .. } => Act::Code { coder: 0, code, start, len },
                    Act::Recode { which, intensity, .. } => Act::Recode { coder: 0, which, intensity },
                    Act::Bounds { which, len, .. } => Act::Bounds { coder: 0, which, len },
                    Act::Remove { which, .. } => Act::Remove { coder: 0, which },
                    Act::NewCode { title, .. } => Act::NewCode { coder: 0, title },
                    Act::Memo { turn, .. } => Act::Memo { coder: 0, turn },
                    Act::ChangeMemo { which, .. } => Act::ChangeMemo { coder: 0, which },
                    Act::Correct { .. } => Act::Correct { coder: 0 },
                };
                let before = desk.people[0].store.newest_operation().await.unwrap();
                if let Err(error) = desk.act(&act).await {
                    prop_assert!(is_told(&error), "{act:?}: {error:?}");
                }
                if desk.people[0].store.newest_operation().await.unwrap() > before {
                    states.push(desk.seen().await);
                }
            }
            for expected in states.iter().rev().skip(1) {
                desk.undo(0).await.unwrap();
                prop_assert_eq!(expected, &desk.seen().await);
            }
            for expected in states.iter().skip(1) {
                desk.redo(0).await.unwrap();
                prop_assert_eq!(expected, &desk.seen().await);
            }
            Ok(())
        })?;
    }
}

#[test]
fn three_hundred_undos_in_a_row_return_every_byte() {
    Runtime::new().unwrap().block_on(async {
        let mut desk = Desk::open().await;
        let first = desk.seen().await;
        for number in 0..300 {
            let act = match number % 3 {
                0 => Act::Code { coder: 0, code: number % 2, start: 20 + number % 90, len: 30 + number % 40 },
                1 => {
                    Act::Recode { coder: 0, which: number, intensity: 1 + u8::try_from(number % 3).unwrap() }
                }
                _ => Act::Memo { coder: 0, turn: 2 },
            };
            desk.act(&act).await.unwrap();
        }
        let last = desk.seen().await;
        let mut count = 0;
        while desk.undo(0).await.is_ok() {
            count += 1;
        }
        assert!(count > 200, "{count}");
        assert_eq!(desk.seen().await, first);
        while desk.redo(0).await.is_ok() {}
        assert_eq!(desk.seen().await, last);
    });
}

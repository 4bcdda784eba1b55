//! A correction changes its stretch and nothing else, reads back, and its reverse brings all back.

use proptest::prelude::*;

use super::{Casting, Correction, CorrectionError, cast, correct};
use crate::domain::coding::anchor::Anchorer;
use crate::domain::coding::reanchor::follow_correction;
use crate::domain::coding::{Anchor, Anchoring};
use crate::domain::transcript::{MarkKind, Role, Roles, Transcript, parse, write};
use crate::text::{CharOffset, Span, TextIndex};

const INTERVIEW: &str = "---\nid: E01\ninterviewer: Enquêtrice\n---\n\n# Début\n\n**Enquêtrice :** Et là ? [silence]\n\n**[00:01:05] Mme A. :** Sa boîte s’est *fait racheter*. Enfin, pas racheter (rires).\n\nIls ont perdu le **marché**.\n\n# Suite\n\nOui, oui.\n\n**Enquêtrice :** Mmh.\n\n**Mme A. :** Ma fille a dit oui.\n";

fn read(source: &str) -> Transcript {
    parse("a.md", source, &Roles::default()).transcript.unwrap()
}

fn turn(number: u32) -> Correction {
    Correction { turn: number, ..Correction::default() }
}

fn apply(transcript: &Transcript, correction: &Correction) -> Transcript {
    correct(transcript, correction, &Roles::default()).unwrap().transcript
}

/// Label and words of each turn.
fn spoken(transcript: &Transcript) -> Vec<(String, String)> {
    let version = &transcript.version;
    let index = TextIndex::new(&version.text);
    let turns = version.turns.iter();
    turns.map(|turn| (version.label(turn).to_owned(), index.slice(turn.speech).to_owned())).collect()
}

/// What is marked, in words.
fn marked(transcript: &Transcript) -> Vec<(&'static str, String)> {
    let index = TextIndex::new(&transcript.version.text);
    let name = |kind: &MarkKind| match kind {
        MarkKind::Timecode { .. } => "time",
        MarkKind::StageDirection => "direction",
        MarkKind::Emphasis => "em",
        MarkKind::Strong => "strong",
        MarkKind::Link { .. } => "link",
    };
    let marks = transcript.version.marks.iter();
    marks.map(|mark| (name(&mark.kind), index.slice(mark.span).to_owned())).collect()
}

/// The version is what its own text written down reads as.
fn reads_back(transcript: &Transcript) {
    let written = write(transcript);
    let again = read(&written);
    let comparable = |transcript: &Transcript| {
        let mut version = transcript.version.clone();
        version.number = 1;
        version.fingerprint = crate::text::Fingerprint::of(b"");
        version.turns.iter_mut().for_each(|turn| turn.line = 0);
        version
    };
    assert_eq!(comparable(&again), comparable(transcript), "{written}");
}

#[test]
fn words_are_corrected_and_marks_follow_them() {
    let before = read(INTERVIEW);
    let text = "Sa boîte s’est *fait rachetée*. Enfin, pas (sourit) rachetée.\r\n\r\n\r\nIls ont perdu le grand marche\u{301}.";
    let after = apply(&before, &Correction { text: Some(text.replace('*', "")), ..turn(2) });
    let words =
        "Sa boîte s’est fait rachetée. Enfin, pas (sourit) rachetée.\n\nIls ont perdu le grand march\u{e9}.";
    assert_eq!(spoken(&after)[1].1, words);
    assert_eq!(spoken(&after)[2..], spoken(&before)[2..]);
    assert_eq!(
        marked(&after),
        [
            ("direction", "[silence]".to_owned()),
            ("time", "[00:01:05]".to_owned()),
            ("em", "fait rachetée".to_owned()),
            ("direction", "(sourit)".to_owned()),
            ("strong", "march\u{e9}".to_owned()),
        ]
    );
    assert_eq!((after.version.number, after.version.parts.len()), (2, 2));
    assert_ne!(after.version.fingerprint, before.version.fingerprint);
    reads_back(&after);
    let old = Some(spoken(&before)[1].1.clone());
    let back = apply(&after, &Correction { text: old, ..turn(2) });
    assert_eq!(back.version.text, before.version.text);
    assert_eq!(marked(&back), marked(&before));
}

#[test]
fn a_turn_may_lose_its_words_and_find_them_again() {
    let before = read(INTERVIEW);
    for number in [1, 2, 4, 5] {
        let silent = apply(&before, &Correction { text: Some(" \n".to_owned()), ..turn(number) });
        reads_back(&silent);
        let words = spoken(&before)[number as usize - 1].1.clone();
        let back = apply(&silent, &Correction { text: Some(words), ..turn(number) });
        assert_eq!(back.version.text, before.version.text);
        reads_back(&back);
    }
    let unlabelled =
        correct(&before, &Correction { text: Some(String::new()), ..turn(3) }, &Roles::default());
    assert_eq!(unlabelled.unwrap_err(), CorrectionError::NoWords);
}

#[test]
fn a_label_is_changed_with_those_who_go_on_under_a_heading() {
    let before = read(INTERVIEW);
    let after = apply(&before, &Correction { speaker: Some("M. A. :".to_owned()), ..turn(2) });
    let labels: Vec<String> = spoken(&after).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["Enquêtrice", "M. A.", "M. A.", "Enquêtrice", "Mme A."]);
    assert!(after.version.text.contains("[00:01:05] M. A. : Sa boîte"));
    assert_eq!(after.version.speakers.len(), 3);
    reads_back(&after);
    let back = apply(&after, &Correction { speaker: Some("Mme A.".to_owned()), ..turn(2) });
    assert_eq!(back.version.speakers, before.version.speakers);
    assert_eq!(back.version.text, before.version.text);
    // Words that go on under a heading get a label of their own.
    let named = apply(&before, &Correction { speaker: Some("Enquêtrice".to_owned()), ..turn(3) });
    assert_eq!(spoken(&named)[2], ("Enquêtrice".to_owned(), "Oui, oui.".to_owned()));
    assert_eq!(named.version.role(&named.version.turns[2]), Role::Interviewer);
    reads_back(&named);
    let nobody =
        correct(&before, &Correction { speaker: Some(" : ".to_owned()), ..turn(2) }, &Roles::default());
    assert_eq!(nobody.unwrap_err(), CorrectionError::NoLabel);
}

#[test]
fn the_settings_say_what_a_new_speaker_does() {
    let source = INTERVIEW.replace("interviewer: Enquêtrice\n", "");
    let roles =
        Roles { interviewers: vec!["Zoé".to_owned(), "Enquêtrice".to_owned()], respondents: Vec::new() };
    let before = parse("a.md", &source, &roles).transcript.unwrap();
    let named = |label: &str| {
        let correction = Correction { speaker: Some(label.to_owned()), ..turn(4) };
        let after = correct(&before, &correction, &roles).unwrap().transcript;
        after.version.role(&after.version.turns[3])
    };
    assert_eq!(named("Zoé"), Role::Interviewer);
    assert_eq!(named("Léa"), Role::Respondent);
    assert_eq!(named("Mme A."), Role::Respondent);
}

#[test]
fn a_turn_is_joined_and_cut() {
    let before = read(INTERVIEW);
    let joined = correct(&before, &Correction { merge: true, ..turn(2) }, &Roles::default()).unwrap();
    assert_eq!((joined.renumbered(1), joined.renumbered(2), joined.renumbered(5)), (1, 1, 4));
    let after = joined.transcript;
    let words = "Et là ? [silence] [00:01:05] Sa boîte s’est fait racheter. Enfin, pas racheter (rires).\n\nIls ont perdu le marché.";
    assert_eq!(spoken(&after)[0], ("Enquêtrice".to_owned(), words.to_owned()));
    assert_eq!(spoken(&after)[1].0, "Enquêtrice", "who goes on under the heading is who spoke before it");
    reads_back(&after);

    let at = spoken(&before)[1].1.find("Enfin").map(|byte| spoken(&before)[1].1[..byte].chars().count());
    let cut =
        Correction { split_at: at.map(CharOffset), split_speaker: Some("Enquêtrice".to_owned()), ..turn(2) };
    let cut = correct(&before, &cut, &Roles::default()).unwrap();
    assert_eq!((cut.renumbered(2), cut.renumbered(3)), (2, 4));
    let after = cut.transcript;
    assert_eq!(spoken(&after)[1].1, "Sa boîte s’est fait racheter.");
    assert_eq!(spoken(&after)[2].0, "Enquêtrice");
    assert!(spoken(&after)[2].1.starts_with("Enfin, pas"));
    assert_eq!(marked(&after), marked(&before));
    reads_back(&after);

    // Cut and joined at once, the first words go to the turn before.
    let moved = apply(&before, &Correction { split_at: at.map(CharOffset), merge: true, ..turn(2) });
    assert!(spoken(&moved)[0].1.ends_with("Sa boîte s’est fait racheter."));
    assert!(spoken(&moved)[1].1.starts_with("Enfin, pas") && spoken(&moved)[1].0 == "Mme A.");
    assert_eq!(moved.version.turns.len(), 5);
    reads_back(&moved);
}

#[test]
fn what_cannot_be_corrected_is_refused() {
    let before = read(INTERVIEW);
    let refused = |correction: Correction| correct(&before, &correction, &Roles::default()).unwrap_err();
    assert_eq!(refused(turn(0)), CorrectionError::UnknownTurn { turn: 0, turns: 5 });
    assert_eq!(refused(turn(6)), CorrectionError::UnknownTurn { turn: 6, turns: 5 });
    assert_eq!(refused(Correction { merge: true, ..turn(1) }), CorrectionError::NothingBefore);
    assert_eq!(refused(Correction { merge: true, ..turn(3) }), CorrectionError::HeadingBetween);
    for at in [0, 4, 5, 99] {
        let refused = refused(Correction { split_at: Some(CharOffset(at)), ..turn(4) });
        assert_eq!(refused, CorrectionError::SplitOutside { at, len: 4 });
    }
    let same = correct(&before, &Correction { text: Some("Mmh. ".to_owned()), ..turn(4) }, &Roles::default());
    assert!(!same.unwrap().is_changed);
}

/// Passages of whole words, many and everywhere.
fn passages(transcript: &Transcript) -> Vec<Anchor> {
    let anchorer = Anchorer::new(&transcript.version);
    let index = TextIndex::new(&transcript.version.text);
    let mut anchors = Vec::new();
    for turn in &transcript.version.turns {
        let words = index.slice(turn.speech);
        let starts: Vec<usize> = std::iter::once(0)
            .chain(words.chars().enumerate().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at + 1))
            .collect();
        for (place, from) in starts.iter().enumerate() {
            for to in
                starts[place + 1..].iter().map(|to| to - 1).chain([turn.speech.len()]).step_by(2).take(4)
            {
                let span = Span::new(turn.speech.start.0 + from, turn.speech.start.0 + to);
                if let Ok(placed) = anchorer.settle(anchorer.trim(span)) {
                    anchors.push(placed.anchor);
                }
            }
        }
    }
    anchors
}

/// Interviews whose words all differ, with marks, headings and paragraphs.
fn interview() -> impl Strategy<Value = Transcript> {
    let words = "[a-zé]{1,4}( \\*[a-z]{1,5}\\*| \\*\\*[a-z]{2}\\*\\*| [a-zà-ü’]{1,6}| 😅| [rires]| \\(silence\\)| \u{a0}!|, [a-z]{1,4}){1,9}[.?!…]";
    let label = prop::sample::select(vec![
        "**Mme A. :** ",
        "**Enquêtrice :** ",
        "[0:03] **Mme A. :** ",
        "# Suite\n\n",
    ]);
    prop::collection::vec((label, prop::collection::vec(words, 1..3)), 2..7).prop_map(|turns| {
        let mut source = String::from("**Enquêtrice :** Bonjour.\n\n");
        let mut number = 0;
        for (label, paragraphs) in turns {
            let mut words = paragraphs.join("\n\n").replace("[rires]", "(rires)");
            // A number in each paragraph, so that no two read the same.
            words = words.replace(", ", &format!(", n{number} "));
            number += 1;
            source.push_str(&format!("{label}{words} fin{number}\n\n"));
        }
        read(&source)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_words_read_back_or_are_refused(before in interview(), place in 0_usize..9, text in "([a-zé]{1,5}|[*_#>:`<&;\\[\\](){}~=+.-]{1,3}|\\*\\*Q :\\*\\* |1\\.|\r\n|\n\n|\\PC|e\u{301}|👩‍👧|\u{feff}|\u{0}|\t| ){0,14}") {
        let number = u32::try_from(place % before.version.turns.len() + 1).unwrap();
        let correction = Correction { text: Some(text.clone()), ..turn(number) };
        match correct(&before, &correction, &Roles::default()) {
            Ok(after) => {
                reads_back(&after.transcript);
                let (old, new) = (spoken(&before), spoken(&after.transcript));
                for (place, (old, new)) in old.iter().zip(&new).enumerate() {
                    prop_assert!(place + 1 == number as usize || old == new);
                }
            }
            Err(CorrectionError::NoWords) => {
                let blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}';
                prop_assert!(text.chars().all(blank), "{:?}", text);
            }
            Err(error) => prop_assert!(false, "{error} {text:?}"),
        }
    }

    #[test]
    fn a_word_corrected_and_put_back_leaves_every_passage_where_it_was(
        before in interview(), place in 0_usize..9, word in 0_usize..30, by in "[a-z]{1,9}( [a-z]{2,5})?",
    ) {
        let place = place % before.version.turns.len();
        let words = spoken(&before)[place].1.clone();
        let blanks: Vec<usize> = words.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).collect();
        let from = if blanks.is_empty() { 0 } else { blanks[word % blanks.len()] + 1 };
        let from = words.ceil_char_boundary(from);
        let to = words[from..].find(char::is_whitespace).map_or(words.len(), |len| from + len);
        // A sign put back at the edge of a passage may or may not be of it.
        prop_assume!(words[from..to].starts_with(char::is_alphanumeric) && words[from..to].ends_with(char::is_alphanumeric));
        let changed = format!("{}{by}{}", &words[..from], &words[to..]);
        let number = u32::try_from(place + 1).unwrap();
        let after = apply(&before, &Correction { text: Some(changed), ..turn(number) });
        let anchors = passages(&before);
        let followed = follow_correction(&before.version, &after.version, &anchors);
        for (anchor, followed) in anchors.iter().zip(&followed) {
            let start = before.version.turns[place].speech.start.0 + words[..from].chars().count();
            let edited = Span::new(start, start + words[from..to].chars().count());
            if !anchor.span.overlaps(edited) {
                prop_assert!(matches!(followed.verdict, Anchoring::Exact | Anchoring::Moved), "{anchor:?} {followed:?}");
                prop_assert_eq!(&followed.anchor.exact, &anchor.exact);
            } else if anchor.exact.chars().any(char::is_alphanumeric) {
                prop_assert_ne!(followed.verdict, Anchoring::Lost, "{:?}", anchor);
            }
        }
        let back = apply(&after, &Correction { text: Some(words), ..turn(number) });
        prop_assert_eq!(&back.version.text, &before.version.text);
        prop_assert_eq!(&back.version.turns, &before.version.turns);
        let moved: Vec<Anchor> = followed.iter().map(|followed| followed.anchor.clone()).collect();
        for (anchor, back) in anchors.iter().zip(follow_correction(&after.version, &back.version, &moved)) {
            if anchor.exact.chars().any(char::is_alphanumeric) {
                let via = &moved[anchors.iter().position(|one| one == anchor).unwrap()];
                prop_assert_eq!(back.anchor.span, anchor.span, "{:?} {:?}", anchor, via);
            }
        }
    }

    #[test]
    fn a_turn_cut_and_joined_again_leaves_every_passage_where_it_was(before in interview(), place in 0_usize..9, at in 0_usize..60) {
        let place = place % before.version.turns.len();
        let words = spoken(&before)[place].1.clone();
        let letters: Vec<char> = words.chars().collect();
        // Blanks beside it go with the one that is cut.
        let is_alone = |at: &usize| letters[*at] == ' ' && !letters[at - 1].is_whitespace() && !letters[at + 1].is_whitespace();
        let blanks: Vec<usize> = (1..letters.len() - 1).filter(is_alone).collect();
        prop_assume!(!blanks.is_empty());
        let at = blanks[at % blanks.len()];
        let number = u32::try_from(place + 1).unwrap();
        let cut = correct(&before, &Correction { split_at: Some(CharOffset(at)), split_speaker: Some("Léa".to_owned()), ..turn(number) }, &Roles::default());
        // A direction cut in two, or words beside a no-break space, read otherwise.
        let Ok(cut) = cut else { return Ok(()) };
        let after = cut.transcript;
        reads_back(&after);
        let anchors = passages(&before);
        let followed = follow_correction(&before.version, &after.version, &anchors);
        let cut_at = before.version.turns[place].speech.start.0 + at;
        for (anchor, followed) in anchors.iter().zip(&followed) {
            if anchor.span.end.0 <= cut_at || anchor.span.start.0 > cut_at {
                prop_assert!(matches!(followed.verdict, Anchoring::Exact | Anchoring::Moved), "{anchor:?} {followed:?}");
            } else if anchor.exact.chars().any(char::is_alphanumeric) {
                prop_assert_ne!(followed.verdict, Anchoring::Lost, "{:?}", anchor);
            }
        }
        let back = apply(&after, &Correction { merge: true, ..turn(number + 1) });
        prop_assert_eq!(&back.version.text, &before.version.text);
        prop_assert_eq!(&back.version.speakers, &before.version.speakers);
        // Emphasis that was cut stays cut.
        let cut_at = CharOffset(cut_at);
        if !before.version.marks.iter().any(|mark| mark.span.start < cut_at && cut_at < mark.span.end) {
            prop_assert_eq!(marked(&back), marked(&before));
        }
        let moved: Vec<Anchor> = followed.iter().map(|followed| followed.anchor.clone()).collect();
        for (anchor, back) in anchors.iter().zip(follow_correction(&after.version, &back.version, &moved)) {
            if anchor.exact.chars().any(char::is_alphanumeric) {
                prop_assert_eq!(back.anchor.span, anchor.span, "{:?}", anchor);
            }
        }
    }
}

#[test]
fn roles_are_exchanged_for_the_whole_interview_and_back() {
    let transcript = read(INTERVIEW);
    let swap = Casting { swap: true, ..Casting::default() };
    let swapped = cast(&transcript, &swap).unwrap().transcript;
    let roles = |transcript: &Transcript| -> Vec<(String, Role)> {
        let speakers = transcript.version.speakers.iter();
        speakers.map(|speaker| (speaker.label.clone(), speaker.role)).collect()
    };
    let expected = [("Enquêtrice".to_owned(), Role::Respondent), ("Mme A.".to_owned(), Role::Interviewer)];
    assert_eq!(roles(&swapped), expected);
    assert_eq!(swapped.version.text, transcript.version.text);
    reads_back(&swapped);
    let back = cast(&swapped, &swap).unwrap().transcript;
    assert_eq!(roles(&back), roles(&transcript));
    assert!(!cast(&transcript, &Casting::default()).unwrap().is_changed);
}

#[test]
fn a_mistyped_label_becomes_the_other_and_everybody_may_answer() {
    let transcript =
        read("Q : un\n\nMme Amar : deux\n\nQ : trois\n\nMme Amarr : quatre\n\nQ : cinq\n\nMme Amar : six\n");
    let same = vec![("Mme Amarr".to_owned(), "Mme Amar".to_owned())];
    let merged = cast(&transcript, &Casting { same, ..Casting::default() }).unwrap().transcript;
    assert_eq!(merged.version.speakers.len(), 2);
    assert_eq!(spoken(&merged)[3], ("Mme Amar".to_owned(), "quatre".to_owned()));
    reads_back(&merged);
    let roles = vec![("Q".to_owned(), Role::Respondent)];
    let all = cast(&transcript, &Casting { roles, ..Casting::default() }).unwrap().transcript;
    assert!(all.version.speakers.iter().all(|speaker| speaker.role == Role::Respondent));
    reads_back(&all);
    let unknown = Casting { roles: vec![("X".to_owned(), Role::Respondent)], ..Casting::default() };
    assert!(matches!(cast(&transcript, &unknown), Err(CorrectionError::UnknownSpeaker { .. })));
}

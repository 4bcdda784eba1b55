//! What must hold for every source: no word of speech is lost, and what is written reads back.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{Roles, Transcript, parse, write};
use crate::text::{Span, TextIndex};

fn read(path: &str, source: &str) -> Transcript {
    parse(path, source, &Roles::default()).transcript.expect("it has words")
}

/// Letters and digits of a text, run by run.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn comparable(mut transcript: Transcript) -> Transcript {
    transcript.version.fingerprint = crate::text::Fingerprint::of(b"");
    transcript.version.turns.iter_mut().for_each(|turn| turn.line = 0);
    transcript
}

fn assert_reads_back(transcript: Transcript) {
    let written = write(&transcript);
    let again = read(&transcript.path, &written);
    assert_eq!(comparable(again), comparable(transcript), "{written}");
}

/// Every span lies in the text, turns and parts are in order, and the map stays in both texts.
fn assert_sound(path: &str, source: &str) {
    let parsed = parse(path, source, &Roles::default());
    let Some(transcript) = parsed.transcript else { return };
    let version = &transcript.version;
    let len = version.text.chars().count();
    let mut end = 0;
    for turn in &version.turns {
        assert!(turn.speech.start.0 >= end && turn.speech.end.0 <= len, "{turn:?}");
        end = turn.speech.end.0;
    }
    assert!(version.marks.iter().all(|mark| !mark.span.is_empty() && mark.span.end.0 <= len));
    assert!(unicode_normalization::is_nfc(&version.text));
    let (plain, source): (Vec<char>, Vec<char>) = (version.text.chars().collect(), source.chars().collect());
    for run in parsed.source_map.runs() {
        assert!(run.plain_start + run.len <= plain.len() && run.source_start + run.len <= source.len());
        for step in 0..run.len {
            let (here, there) = (plain[run.plain_start + step], source[run.source_start + step]);
            let here = here.nfd().next().unwrap_or(here);
            // An entity maps by its first sign, `&`.
            assert!(
                here == there.nfd().next().unwrap_or(there)
                    || run.len == 1
                    || matches!(there, '\r' | '&')
                    || here == '\n',
                "{here:?} {there:?}"
            );
        }
    }
}

/// A file, its source, and its speakers with the number of their turns.
type Corpus = (&'static str, &'static str, &'static [(&'static str, usize)]);

const CORPORA: [Corpus; 5] = [
    (
        "q-cubed.md",
        include_str!("../../../tests/fixtures/corpora/q-cubed.md"),
        &[("Jonas Rosland", 27), ("Carolyn Lu", 26)],
    ),
    (
        "wintermoor.md",
        include_str!("../../../tests/fixtures/corpora/wintermoor.md"),
        &[("Jonas Rosland", 45), ("Ben Walker", 51), ("Kyla Fury", 84), ("Ryan Anderson", 110)],
    ),
    (
        "away-from-keyboard-9.md",
        include_str!("../../../tests/fixtures/corpora/away-from-keyboard-9.md"),
        &[("Tim Smith", 17), ("Jeremy Fuksa", 17), ("Break", 1)],
    ),
    (
        "bitcoin-core-v21-supports-tor-v3.md",
        include_str!("../../../tests/fixtures/corpora/bitcoin-core-v21-supports-tor-v3.md"),
        &[("Aaron van Wirdum", 37), ("Sjors Provoost", 37)],
    ),
    (
        "interview-adam-back-elizabeth-stark.md",
        include_str!("../../../tests/fixtures/corpora/interview-adam-back-elizabeth-stark.md"),
        &[("stark", 13), ("adam3us", 12)],
    ),
];

const STUDY: [&str; 12] = [
    include_str!("../../../transcripts/E01.md"),
    include_str!("../../../transcripts/E02.md"),
    include_str!("../../../transcripts/E03.md"),
    include_str!("../../../transcripts/E04.md"),
    include_str!("../../../transcripts/E05.md"),
    include_str!("../../../transcripts/E06.md"),
    include_str!("../../../transcripts/E07.md"),
    include_str!("../../../transcripts/E08.md"),
    include_str!("../../../transcripts/E09.md"),
    include_str!("../../../transcripts/E10.md"),
    include_str!("../../../transcripts/E11.md"),
    include_str!("../../../transcripts/E12.md"),
];

/// Takes front matter, HTML tags and link addresses off a source, knowing nothing of its turns.
fn words_of_source(source: &str) -> Vec<String> {
    let body = source
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .map_or(source, |parts| parts.1);
    let mut kept = String::new();
    let mut rest = body;
    while let Some(at) = rest.find("<a href=") {
        kept.push_str(&rest[..at]);
        rest = rest[at..].split_once('>').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    words(&kept.replace("</a>", ""))
}

#[test]
fn the_corpora_keep_their_speakers_and_every_word() {
    for (path, source, speakers) in CORPORA {
        let transcript = read(path, source);
        let version = &transcript.version;
        let found: Vec<(&str, usize)> = version
            .speakers
            .iter()
            .enumerate()
            .map(|(index, speaker)| {
                let turns = version.turns.iter().filter(|turn| turn.speaker == Some(index));
                (speaker.label.as_str(), turns.count())
            })
            .collect();
        assert_eq!(found, speakers, "{path}");
        assert_eq!(words(&version.text), words_of_source(source), "{path}");
        assert_sound(path, source);
        assert_reads_back(transcript);
    }
}

#[test]
fn the_bundled_transcripts_keep_every_word() {
    for source in STUDY {
        let transcript = read("transcripts/E.md", source);
        assert_eq!(words(&transcript.version.text), words_of_source(source));
        assert_sound("transcripts/E.md", source);
        assert_reads_back(transcript);
    }
}

#[test]
fn one_very_long_line_is_read_at_once() {
    let line = format!("**A :** {}\n", "*oui* [00:01] (rires) é <b> [a ".repeat(40_000));
    let transcript = read("a.md", &line);
    assert_eq!(transcript.version.turns.len(), 1);
    assert_eq!(words(&transcript.version.text).len(), 40_000 * 7 + 1);
}

/// A piece of Markdown with the words (`w12`) that must survive it.
fn piece() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "W W",
        "*W*",
        "**W**",
        "***W W***",
        "_W_",
        "`W`",
        "[W](x)",
        "[W]: W",
        "[W]",
        "<b>W</b>",
        "<i>W",
        "W</em>",
        "<!-- W -->",
        "<div>\nW\n</div>\n",
        "# W\n",
        "W\n===\n",
        "W\n---\n",
        "- W\n",
        "1. W\n",
        "2022. W\n",
        "> W\n",
        "    W\n",
        "```W\nW\n```\n",
        "~~~\nW\n\nW\n~~~\n",
        "| W | W |\n|---|---|\n",
        "**W :** ",
        "**W** : ",
        "W: ",
        "W\u{a0}: ",
        "W  0:21\n",
        "[00:01:02] ",
        "\\[03:57\\]",
        "(rires)",
        "[silence]",
        "&amp;",
        "&#x301;",
        "&#13;",
        "\\*",
        "\\",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  \n",
        "\u{a0}",
        "é",
        "e\u{301}",
        "👩‍👧",
        "<br>",
        "<W@x.y>",
        "***",
        "---\n",
        "![W](x)",
        "[W][W]",
        "**",
        "*",
        ":",
        "\u{c}",
        "\t",
        "Q : ",
        "**Mme A. :** ",
        "**Enquêtrice :** ",
        "**[0:03] Q :** ",
    ])
    .prop_map(str::to_owned)
}

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..24).prop_map(|pieces| {
        let mut number = 0;
        let mut source = String::new();
        for c in pieces.concat().chars() {
            if c == 'W' {
                number += 1;
                source.push_str(&format!("w{number}q"));
            } else {
                source.push(c);
            }
        }
        source
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_word_is_lost(source in soup()) {
        let parsed = parse("a.md", &source, &Roles::default());
        let text = parsed.transcript.map(|transcript| transcript.version.text).unwrap_or_default();
        let tagged = |text: &str| -> Vec<String> {
            let after = text.split('w').skip(1);
            let digits = after.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
            digits.filter(|digits| !digits.is_empty()).collect()
        };
        // The address of `[w1][w2]` and a repeated definition are the only words that are markup.
        if !source.contains("][w") && !source.starts_with("---") {
            prop_assert_eq!(tagged(&text), tagged(&source), "{}", text);
        }
    }

    #[test]
    fn any_source_gives_a_sound_version(source in soup()) {
        assert_sound("a.md", &source);
    }

    #[test]
    fn what_is_written_reads_back(source in soup()) {
        if let Some(transcript) = parse("a.md", &source, &Roles::default()).transcript {
            let written = write(&transcript);
            let again = parse("a.md", &written, &Roles::default()).transcript;
            prop_assert_eq!(again.map(comparable), Some(comparable(transcript)), "{}", written);
        }
    }

    #[test]
    fn any_text_is_read(source in "(---\n)?\\PC{0,80}") {
        assert_sound("a.md", &source);
    }

    #[test]
    fn an_interview_keeps_every_word_in_its_turn(
        turns in prop::collection::vec((prop::sample::select(vec!["Mme A.", "Enquêtrice"]), prop::collection::vec("[a-zé]{1,7}( \\*[a-z]{1,5}\\*| \\*\\*[a-z]{2}\\*\\*| [a-z’]{1,6}| \\[rires\\]|, \\(silence\\)|\n[a-z]{1,4}){0,9}[.?!…]", 1..4), prop::sample::select(vec![" :** ", ":** ", "\u{a0}:** ", "** : ", "\u{202f}:**\n\n"])), 1..8)
    ) {
        let mut source = String::new();
        for (label, paragraphs, colon) in &turns {
            source.push_str(&format!("**{label}{colon}{}\n\n", paragraphs.join("\n\n")));
        }
        let transcript = read("a.md", &source);
        let version = &transcript.version;
        let index = TextIndex::new(&version.text);
        prop_assert_eq!(version.turns.len(), turns.len());
        for (turn, (label, paragraphs, _)) in version.turns.iter().zip(&turns) {
            prop_assert_eq!(version.label(turn), *label);
            prop_assert_eq!(index.slice(turn.speech), paragraphs.join("\n\n").replace('*', ""));
        }
        prop_assert_eq!(index.slice(Span::new(0, usize::MAX)), version.text.as_str());
    }
}

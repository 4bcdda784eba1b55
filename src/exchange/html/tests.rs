//! Pages as programs write them.

use super::read;
use crate::domain::transcript::{MarkKind, Roles, parse_written};

fn text(name: &str, page: &str) -> String {
    let (_, written) = read(name, page).expect("a page");
    written.expect("words").0.text().trim_end().to_owned()
}

#[test]
fn what_is_not_shown_is_left_out_and_entities_are_letters() {
    let page = "<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body>\
        <!-- Q : non --><script>var a = \"<p>non</p>\";</script>\
        <p>Q&nbsp;: l&#8217;&eacute;t&eacute;\n  &amp; la&nbsp;suite&#160;?</p><p hidden>non</p>\
        <div>R : <b>oui</b><br>et puis</div></body></html>";
    assert_eq!(text("e.html", page), "Q\u{a0}: l’été & la\u{a0}suite\u{a0}?\n\nR : oui\net puis");
}

#[test]
fn anchors_of_speech_recognition_give_times_and_speakers() {
    let page = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.0//EN\"><html><body><div class=\"WordSection1\">\
        <p style=\"font-weight:600\">Entretien</p>\
        <p><a name=\"ts_500_1500_S00\" >S00: Bonjour.</a><a name=\"ts_1500_2000_S00\"> Alors ?</a></p>\
        <p><a name=\"ts_61600_64000_S01\" >S01: <span style=\"color:#78909C\">[00:01:01]</span> Bonjour.</a></p>\
        <p><a name=\"ts_65000_66000_S00\" >S00: Oui.</a></p>\
        <p><a name=\"ts_67000_68000_S01\" >S01: Non.</a></p></div></body></html>";
    let (_, written) = read("e.html", page).unwrap();
    let (written, _) = written.unwrap();
    assert!(written.text().contains("[00:00:00] S00: Bonjour. Alors ?"), "{}", written.text());
    let version = parse_written("e.html", &written, &Roles::default()).transcript.unwrap().version;
    let labels: Vec<&str> = version.speakers.iter().map(|speaker| speaker.label.as_str()).collect();
    assert_eq!(labels, ["S00", "S01"]);
    let times: Vec<u32> = version
        .marks
        .iter()
        .filter_map(|mark| match mark.kind {
            MarkKind::Timecode { seconds } => Some(seconds),
            _ => None,
        })
        .collect();
    assert_eq!(times, [0, 61, 65, 67]);
}

#[test]
fn names_that_only_anchors_hold_become_labels_once_a_turn() {
    let page = "<html><body><p><a name=\"ts_0_900_s1\">Bonjour.</a></p>\
        <p><a name=\"ts_1000_1900_s1\">Alors.</a></p><p><a name=\"ts_2000_2900_s2\">Oui.</a></p></body></html>";
    let expected = "[00:00:00] s1: Bonjour.\n\n[00:00:01] Alors.\n\n[00:00:02] s2: Oui.";
    assert_eq!(text("e.html", page), expected);
}

#[test]
fn a_table_row_is_a_turn_and_a_page_without_its_end_is_read() {
    let page = "<table><tr><td>Q</td><td>Bonjour<tr><td>R</td><td>Oui";
    assert_eq!(text("e.htm", page), "Q : Bonjour\n\nR : Oui");
}

#[test]
fn the_head_of_a_table_says_which_column_is_whose() {
    let page = "<html><table><thead><tr><th>#<th>Speaker<th>Transcript<th>Codes</tr></thead>\
        <tr><td>1<td>Q<td>Bonjour<td></tr><tr><td>2<td>R<td>Oui<td>accueil</tr></table><p>fin</p></html>";
    let (_, read) = read("e.html", page).expect("a page");
    let (written, told) = read.expect("words");
    assert_eq!(written.text().trim_end(), "Q : Bonjour\n\nR : Oui\n\nfin");
    assert_eq!(told[0].to_string(), "e.html: warning: document-comment author=\"none\" words=\"accueil\"");
}

#[test]
fn comments_and_notes_are_told_and_are_no_speech() {
    let page = "<html><body class=c><p>Q : Quand ?</p>\
        <p>R : En 1998<sup><a href=\"#cmnt1\" id=\"cmnt_ref1\">[a]</a></sup>, oui<sup><a href=\"#ftnt1\">[1]</a></sup>.</p><hr>\
        <div><p><a href=\"#ftnt_ref1\">[1]</a><span>&nbsp;Il rit.</span></p></div>\
        <div><p><a href=\"#cmnt_ref1\" id=\"cmnt1\">[a]</a><span>à vérifier</span></p><p>deux fois</p></div>\
        <p>Q : Et ?</p></body></html>";
    let (_, page) = read("e.html", page).expect("a page");
    let (written, told) = page.expect("words");
    assert_eq!(written.text().trim_end(), "Q : Quand ?\n\nR : En 1998, oui.\n\nQ : Et ?");
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    let comment =
        |words: &str| format!("e.html: warning: document-comment author=\"none\" words=\"{words}\"");
    let note = "e.html: warning: document-footnote words=\"Il rit.\"".to_owned();
    assert_eq!(told, [comment("à vérifier"), comment("deux fois"), note]);
    // A page whose speech stands in the same box loses none of it.
    let page = "<html><div><p>Q : Quand ?</p><p><a href=\"#cmnt_ref1\">[a]</a>noté</p><p>R : En 1998.</p></div></html>";
    assert_eq!(text("e.html", page), "Q : Quand ?\n\nR : En 1998.");
}

#[test]
fn a_time_of_otranscribe_is_set_apart_by_a_blank_that_is_kept() {
    let page = r#"{"text":"<p><span class=\"timestamp\" data-timestamp=\"5.1\">0:05</span>&nbsp;Q : oui</p><p><span class=\"timestamp\">0:09</span>&nbsp;R : non</p>"}"#;
    assert_eq!(text("e.otr", page), "0:05\u{a0}Q : oui\n\n0:09\u{a0}R : non");
}

#[test]
fn a_file_of_otranscribe_is_read_and_one_cut_off_is_told() {
    let page = r#"{"text":"<p><span class=\"timestamp\" data-timestamp=\"5.1\">0:05</span> Q : oui<br />R : non</p>","media":"a.mp3"}"#;
    assert_eq!(text("e.otr", page), "0:05 Q : oui\nR : non");
    let (format, fault) = read("e.otr", &page[..40]).unwrap();
    assert_eq!((format, fault.unwrap_err().key.as_ref()), ("otr", "otr-unread"));
}

#[test]
fn a_page_of_a_hundred_thousand_nested_elements_is_refused_and_plain_text_is_none() {
    let page = format!("<html>{}oui", "<div>".repeat(100_000));
    let (_, fault) = read("e.html", &page).unwrap();
    assert_eq!(fault.unwrap_err().key.as_ref(), "html-deep");
    assert!(read("e.txt", "Q : <html> oui").is_none());
    assert_eq!(
        read("e.html", "<html><script>1</script></html>").unwrap().1.unwrap_err().key.as_ref(),
        "html-no-words"
    );
}

proptest::proptest! {
    #[test]
    fn any_page_gives_words_or_a_reason(page in "(<[/a-z!-]{0,6}( name=\"ts_[0-9_a-z]{0,6}\")?>?|[a-z &;:]{0,8}){0,30}") {
        if let Some((_, Ok((written, _)))) = read("e.html", &page) {
            proptest::prop_assert!(!written.is_empty());
        }
    }
}

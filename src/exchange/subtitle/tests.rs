//! Subtitles as programs write them.

use super::read;

fn text(file: &str) -> String {
    read("f.vtt", file).expect("subtitles").0.text().trim_end().to_owned()
}

#[test]
fn three_notations_of_one_recording_give_one_text() {
    let srt = "1\r\n00:00:43,810 --> 00:00:47,850\r\nHello everyone\r\n\r\n2\r\n00:00:48,350 --> 00:00:54,570\r\nand welcome.\r\n";
    let vtt = "WEBVTT\n\nNOTE not said\n\n00:43.810 --> 00:47.850 align:start\nHello everyone\n\n00:48.350 --> 00:54.570\nand <i>welcome</i>.\n";
    let txt = "[00:43.810 --> 00:47.850]  Hello everyone\n[00:48.350 --> 00:54.570]  and welcome.\n";
    for file in [srt, vtt, txt] {
        assert_eq!(text(file), "[00:00:43] S1 : Hello everyone and welcome.");
    }
}

#[test]
fn voices_make_turns_whatever_their_notation() {
    let vtt = "WEBVTT\n\n00:00.235 --> 00:01.000\n<v Enquêté>bah &lt;3</v>\n\n00:00.300 --> 00:01.200\n<v.loud Enquêtrice>oui</v>\n\n00:02.000 --> 00:03.000\n<v Enquêtrice>et vous : moi</v>\n";
    assert_eq!(text(vtt), "[00:00:00] Enquêté : bah <3\n\n[00:00:00] Enquêtrice : oui et vous : moi");
    let srt = "1\n00:00:00,235 --> 00:00:01,000\nEnquêté : bah\n\n2\n00:00:01,300 --> 00:00:02,200\nEnquêtrice : oui\n\n3\n00:00:02,300 --> 00:00:03,200\nencore\n";
    assert_eq!(text(srt), "[00:00:00] Enquêté : bah\n\n[00:00:01] Enquêtrice : oui encore");
}

#[test]
fn a_number_without_a_blank_line_before_it_is_no_word_and_a_year_is() {
    let srt = "1\n00:00:01,000 --> 00:00:02,000\nen\n1998\n2\n00:00:03,000 --> 00:00:04,000\noui\n";
    assert_eq!(text(srt), "[00:00:01] S1 : en 1998 oui");
    assert_eq!(text("[00:01.000 --> 00:02.000] a < b & c\n"), "[00:00:01] S1 : a < b & c");
}

#[test]
fn names_in_brackets_are_labels_and_events_are_not() {
    let file = |first: &str, second: &str| {
        let cue = |at: usize, name: &str, words: &str| {
            format!("00:{at:02}.000 --> 00:{:02}.000\n{name} {words}\n\n", at + 2)
        };
        let cues = [cue(1, first, "Quand ?"), cue(4, second, "En 1998."), cue(7, first, "Avec qui ?")];
        format!("WEBVTT\n\n{}{}", cues.concat(), cue(10, second, "Mes parents."))
    };
    let heard = |first, second| {
        format!(
            "[00:00:01] {first} : Quand ?\n\n[00:00:04] {second} : En 1998.\n\n\
             [00:00:07] {first} : Avec qui ?\n\n[00:00:10] {second} : Mes parents."
        )
    };
    assert_eq!(text(&file("[SPEAKER_00]:", "[SPEAKER_01]:")), heard("SPEAKER_00", "SPEAKER_01"));
    assert_eq!(text(&file("[Enquêtrice]", "[Nadia]")), heard("Enquêtrice", "Nadia"));
    assert_eq!(
        text(&file("Anne Lefebvre (elle/she):", "Dr. Maria Lopez, PhD:")),
        heard("Anne Lefebvre", "Dr. Maria Lopez PhD")
    );
    assert_eq!(text(&file("Camille:", "Nadia B., 37 ans :")), heard("Camille", "Nadia B. 37 ans"));
    assert!(
        text(&file("[Rires]", "[rires]")).starts_with("[00:00:01] S1 : [Rires] Quand ? [rires] En 1998.")
    );
}

#[test]
fn a_sentence_before_a_colon_is_no_name() {
    let vtt =
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOui, et il a dit : non.\n\n00:03.000 --> 00:04.000\nEnfin.\n";
    assert_eq!(text(vtt), "[00:00:01] S1 : Oui, et il a dit : non. Enfin.");
}

#[test]
fn two_voices_of_a_cue_are_two_turns_of_its_time() {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v.loud Camille>Quand ?\n<v Nadia>En 1998 &amp; après.\n\n00:05.000 --> 00:08.000\n<v Camille>Avec qui ?</v> <v Nadia>Mes <i>parents</i>.</v>\n";
    assert_eq!(
        text(vtt),
        "[00:00:01] Camille : Quand ?\n\n[00:00:01] Nadia : En 1998 & après.\n\n[00:00:05] Camille : Avec qui ?\n\n[00:00:05] Nadia : Mes parents."
    );
}

#[test]
fn captions_that_roll_are_read_once_and_told() {
    let vtt = "WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.990 align:start\n \nalors<00:00:00.100><c> je</c><00:00:00.200><c> vais</c>\n\n\
        00:00:02.990 --> 00:00:03.000 align:start\nalors je vais\n \n\n\
        00:00:03.000 --> 00:00:05.990\nalors je vais\nvous<00:00:03.100><c> raconter</c>\n\n\
        00:00:05.990 --> 00:00:06.000\nvous raconter\n \n\n\
        00:00:06.000 --> 00:00:08.000\nvous raconter\nlà\n";
    let (written, told) = read("f.vtt", vtt).expect("subtitles");
    assert_eq!(written.text().trim_end(), "[00:00:00] S1 : alors je vais vous raconter là");
    assert_eq!(told[0].to_string(), "f.vtt: note: subtitle-rolling count=\"4\"");
    // Somebody who says the same twice is heard twice.
    let srt = "1\n00:00:01,000 --> 00:00:02,000\noui\n\n2\n00:00:03,000 --> 00:00:04,000\noui\n\n3\n00:00:05,000 --> 00:00:06,000\nnon\n";
    assert_eq!(text(srt), "[00:00:01] S1 : oui oui non");
}

#[test]
fn orders_of_layout_are_no_words() {
    let srt = "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{\\i1}Nadia : oui{\\i0} {sic}\n\n2\n00:00:03,000 --> 00:00:04,000\n<font color=\"#fff\">Nadia : non</font>\n";
    assert_eq!(text(srt), "[00:00:01] Nadia : oui {sic} non");
}

#[test]
fn long_speech_of_nobody_is_cut_after_sentences_and_silences() {
    let txt = "[00:00.000 --> 00:31.000] Une phrase.\n[00:31.000 --> 00:32.000] Une autre\n[00:40.000 --> 00:41.000] encore\n";
    assert_eq!(
        text(txt),
        "[00:00:00] S1 : Une phrase.\n\n[00:00:31] S1 : Une autre\n\n[00:00:40] S1 : encore"
    );
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused(file in "[0-9:,.<>/\\-\\[\\] v&a\n]{0,200}") {
        let _read = read("f.srt", &file);
        let _arrow = read("f.srt", &format!("1\n00:00:01,000 --> 00:00:02,000\n{file}"));
    }
}

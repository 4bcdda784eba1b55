//! PDF files written here, letter by letter, and files that are none.

use super::read;

/// Writes a PDF of one font whose pages hold these drawings.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut kids = String::new();
    for drawing in pages {
        let number = objects.len() + 1;
        kids.push_str(&format!("{number} 0 R "));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> /XObject << /Im {} 0 R >> >> >>",
            number + 1,
            number + 2
        ));
        objects.push(format!("<< /Length {} >> stream\n{drawing}\nendstream", drawing.len()));
        objects.push(
            "<< /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >> \
             stream\n0\nendstream"
                .to_owned(),
        );
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1));
    for place in &places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        places.len() + 1
    ));
    file.into_bytes()
}

/// Draws words at a place; y from the foot of the page.
fn at(x: u32, y: u32, words: &str) -> String {
    format!("BT /F1 12 Tf {x} {y} Td ({words}) Tj ET\n")
}

fn text(file: &[u8]) -> String {
    read("e.pdf", file).expect("a text").0.text().trim_end().to_owned()
}

fn keys(file: &[u8]) -> Vec<String> {
    let told = match read("e.pdf", file) {
        Ok((_, told)) => told,
        Err(fault) => vec![fault],
    };
    told.iter().map(ToString::to_string).collect()
}

const LONG: &str = "une phrase assez longue pour aller presque au bord droit de la page";

#[test]
fn words_without_blanks_between_them_are_told_apart_by_their_places() {
    let drawing = at(50, 700, "Q : bonjour") + &at(120, 700, "madame") + &at(50, 660, "R : oui");
    assert_eq!(text(&pdf(&[&drawing])), "Q : bonjour madame\n\nR : oui");
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let mut drawing = String::new();
    for line in 0..8 {
        drawing += &at(50, 700 - 14 * line, &format!("gauche {line} et encore quelques mots"));
        drawing += &at(320, 700 - 14 * line, &format!("droite {line} et encore quelques mots"));
    }
    let text = text(&pdf(&[&drawing]));
    assert!(text.find("gauche 7") < text.find("droite 0"), "{text}");
}

#[test]
fn a_table_of_speakers_and_speech_is_read_across() {
    let mut drawing = String::new();
    for line in 0..8 {
        let who = if line % 2 == 0 { "Q :" } else { "R :" };
        drawing += &at(50, 700 - 14 * line, who);
        drawing += &at(130, 700 - 14 * line, &format!("{line} {LONG}"));
    }
    assert!(text(&pdf(&[&drawing])).starts_with(&format!("Q : 0 {LONG}\n\nR : 1 ")), "{drawing}");
}

#[test]
fn heads_and_page_numbers_are_left_out_and_told() {
    let pages: Vec<String> = (1..=4)
        .map(|page| {
            at(50, 800, "Entretien avec Mme A.")
                + &at(50, 740, &format!("Q : la question {page}"))
                + &at(50, 726, "R : oui")
                + &at(290, 40, &page.to_string())
        })
        .collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let file = pdf(&pages);
    assert_eq!(text(&file).matches("Mme A.").count(), 0);
    assert!(text(&file).ends_with("Q : la question 4\n\nR : oui"), "{}", text(&file));
    assert_eq!(keys(&file), ["e.pdf: note: pdf-repeated count=\"8\" words=\"Entretien avec Mme A.\""]);
}

#[test]
fn a_label_at_the_top_of_every_page_is_no_head() {
    let page = at(50, 760, "Enquetrice : mh") + &at(50, 746, "Enquete : oui oui") + &at(50, 732, "fin");
    assert_eq!(text(&pdf(&[&page, &page, &page])).matches("Enquetrice").count(), 3);
}

#[test]
fn a_turn_that_says_the_same_at_the_top_of_several_pages_is_no_head() {
    let pages: Vec<String> = (1..=4)
        .map(|page| {
            let next = ["ici", "loin", "bien", "seule"][page - 1];
            at(50, 800, "Q : mh mh.")
                + &at(50, 740, &format!("R : {next}"))
                + &at(50, 700, &format!("Q : et {next} ?"))
        })
        .collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    assert_eq!(text(&pdf(&pages)).matches("Q : mh mh.").count(), 4);
}

#[test]
fn numbers_of_lines_in_the_margin_are_no_words_and_are_told() {
    for restarts in [false, true] {
        let pages: Vec<String> = (0..3)
            .map(|page| {
                let line = |line: u32| {
                    let number = if restarts { line } else { 20 * page + line };
                    let words = ["Q : quand ?", "R : en", "1998 je crois"][line as usize % 3];
                    at(30, 780 - 16 * line, &number.to_string()) + &at(60, 780 - 16 * line, words)
                };
                (1..=20).map(line).collect()
            })
            .collect();
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let file = pdf(&pages);
        let digits = |c: char| !c.is_ascii_digit();
        let text = text(&file);
        assert!(text.split(digits).filter(|word| !word.is_empty()).all(|word| word == "1998"), "{text}");
        assert!(text.contains("1998 je crois"), "{text}");
        assert_eq!(keys(&file), ["e.pdf: note: pdf-line-numbers count=\"60\""]);
    }
    // Years that begin lines, and numbers of questions, are words.
    let page: String =
        (0..8).map(|line| at(50, 700 - 16 * line, &format!("{} ans, oui", 10 + line))).collect();
    assert!(text(&pdf(&[&page])).contains("17 ans, oui"));
}

#[test]
fn a_page_that_is_a_picture_is_told_with_its_number() {
    let file = pdf(&[&at(50, 700, "Q : oui"), "q 500 0 0 700 0 0 cm /Im Do Q"]);
    assert_eq!(keys(&file), ["e.pdf: warning: pdf-picture-page page=\"2\""]);
    let file = pdf(&["q 500 0 0 700 0 0 cm /Im Do Q"]);
    assert_eq!(keys(&file), ["e.pdf: error: pdf-no-text pages=\"1\""]);
}

#[test]
fn turned_words_are_told() {
    let turned = "BT /F1 12 Tf 0 1 -1 0 20 300 Tm (marge) Tj ET\n";
    let file = pdf(&[&(at(50, 700, "Q : oui") + turned)]);
    assert_eq!(text(&file), "Q : oui");
    assert_eq!(keys(&file), ["e.pdf: warning: pdf-turned page=\"1\" count=\"5\""]);
}

#[test]
fn what_is_no_pdf_is_told() {
    assert_eq!(keys(b"%PDF-1.7"), ["e.pdf: error: pdf-unread reason=\"damaged\" limit=\"5000\""]);
    let whole = pdf(&[&at(50, 700, "Q : oui")]);
    for length in (0..whole.len()).step_by(7) {
        keys(&whole[..length]);
    }
}

#[test]
fn drawings_that_call_each_other_without_end_are_stopped() {
    // Each form draws the next one twice: two to the fortieth in all.
    let mut file = pdf(&["/X0 Do"]);
    let mut text = String::from_utf8(std::mem::take(&mut file)).unwrap();
    text = text.replace("/Im 6 0 R", "/X0 100 0 R");
    let mut forms = String::new();
    for number in 0..40 {
        let next = 101 + number;
        let drawing = "/X Do /X Do";
        forms.push_str(&format!(
            "{} 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >> \
             /Length {} >> stream\n{drawing}\nendstream\nendobj\n",
            100 + number,
            drawing.len()
        ));
    }
    // Without a table of places the reader looks for the objects itself.
    let at = text.find("xref\n").unwrap();
    text.truncate(at);
    text.push_str(&forms);
    text.push_str("trailer << /Size 200 /Root 1 0 R >>\n");
    assert_eq!(keys(text.as_bytes()), ["e.pdf: error: pdf-unread reason=\"too-much\" limit=\"5000\""]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
    #[test]
    fn changed_bytes_give_a_text_or_a_reason(places in proptest::collection::vec((0..1500_usize, 0..=255_u8), 1..12)) {
        let mut file = pdf(&[&at(50, 700, "Q : oui"), &at(50, 700, "R : non")]);
        for (place, byte) in places {
            if let Some(known) = file.get_mut(place) {
                *known = byte;
            }
        }
        keys(&file);
    }
}

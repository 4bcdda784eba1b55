//! Takes out of a PDF what would tell when it was printed, and who: the same page gives the same bytes.

/// Facts of the information dictionary that no reader needs.
const UNTOLD: [&[u8]; 3] = [b"/CreationDate", b"/ModDate", b"/Author"];

/// Elements of the packet of metadata that no reader needs: opening and closing.
const UNTOLD_ELEMENTS: [(&[u8], &[u8]); 3] = [
    (b"<xmp:CreateDate>", b"</xmp:CreateDate>"),
    (b"<xmp:ModifyDate>", b"</xmp:ModifyDate>"),
    (b"<xmp:MetadataDate>", b"</xmp:MetadataDate>"),
];

/// Blanks the dates and the author of a PDF, and names it by what is left of it. Blanks stand where they
/// stood, so that every position of its table of objects stays right.
///
/// What is not found stays as it is: a plain information dictionary, a packet that is not packed, a name
/// in the last trailer.
pub(super) fn untold(mut pdf: Vec<u8>) -> Vec<u8> {
    if let Some(dictionary) = information(&pdf).and_then(|range| pdf.get_mut(range)) {
        blank_facts(dictionary);
    }
    for (opening, closing) in UNTOLD_ELEMENTS {
        let mut place = 0;
        while let Some(start) = find(&pdf, opening, place) {
            let Some(end) = find(&pdf, closing, start).map(|at| at + closing.len()) else { break };
            pdf[start..end].fill(b' ');
            place = end;
        }
    }
    rename(&mut pdf);
    pdf
}

/// Blanks facts of the information dictionary.
fn blank_facts(dictionary: &mut [u8]) {
    let mut place = 0;
    while let Some(byte) = dictionary.get(place) {
        place = match byte {
            b'(' => end_of_text(dictionary, place).unwrap_or(dictionary.len()),
            b'/' => {
                let end = end_of_name(dictionary, place);
                let value = end_of_text(dictionary, end);
                match value.filter(|_| UNTOLD.contains(&&dictionary[place..end])) {
                    Some(value) => {
                        dictionary[place..value].fill(b' ');
                        value
                    }
                    None => end,
                }
            }
            _ => place + 1,
        };
    }
}

/// Names a file by its content where its name was drawn from the time: both names of `/ID`, and a sum
/// that one program adds.
fn rename(pdf: &mut [u8]) {
    let Some(trailer) = memchr::memmem::rfind(pdf, b"trailer") else { return };
    if let Some(start) = find(pdf, b"/DocChecksum", trailer) {
        let sum = end_of_name(pdf, start);
        let slash = pdf[sum..].iter().position(|byte| !byte.is_ascii_whitespace()).map(|at| sum + at);
        if let Some(slash) = slash.filter(|at| pdf[*at] == b'/') {
            let end = end_of_name(pdf, slash);
            pdf[start..end].fill(b' ');
        }
    }
    let Some(start) = find(pdf, b"/ID", trailer) else { return };
    let Some(end) = find(pdf, b"]", start) else { return };
    let is_digit = |byte: &u8| byte.is_ascii_hexdigit();
    let names: Vec<usize> = (start + 3..end).filter(|at| is_digit(&pdf[*at])).collect();
    names.iter().for_each(|at| pdf[*at] = b'0');
    let digest = crate::text::Fingerprint::of(pdf).0.to_uppercase();
    // Both names are the same in a file that was never changed.
    let each = names.len() / 2;
    for (place, at) in names.iter().enumerate() {
        let digit = digest.as_bytes().get(place % each.max(1)).copied();
        pdf[*at] = digit.filter(u8::is_ascii_hexdigit).unwrap_or(b'0');
    }
}

/// Returns where a name that begins with `/` ends.
fn end_of_name(bytes: &[u8], from: usize) -> usize {
    let inside = bytes.get(from + 1..).unwrap_or_default();
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"()<>[]{}/%".contains(byte);
    from + 1 + inside.iter().position(is_end).unwrap_or(inside.len())
}

/// Finds the information dictionary that the last trailer names.
fn information(pdf: &[u8]) -> Option<std::ops::Range<usize>> {
    let named = pdf.windows(6).rposition(|bytes| bytes == b"/Info ")? + 6;
    let rest = pdf.get(named..)?;
    let number = rest.get(..rest.iter().position(|byte| !byte.is_ascii_digit())?)?;
    let opening = [b"\n", number, b" 0 obj"].concat();
    let start = find(pdf, &opening, 0)? + opening.len();
    Some(start..find(pdf, b"endobj", start)?)
}

/// Returns where the text that follows ends: `(…)`, in which `\` guards a sign, or `<…>`.
fn end_of_text(bytes: &[u8], from: usize) -> Option<usize> {
    let start = from + bytes.get(from..)?.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let inside = bytes.get(start + 1..)?;
    match bytes.get(start)? {
        b'<' => Some(start + 2 + inside.iter().position(|byte| *byte == b'>')?),
        b'(' => {
            let (mut depth, mut guarded) = (1, false);
            for (place, byte) in inside.iter().enumerate() {
                match byte {
                    _ if guarded => guarded = false,
                    b'\\' => guarded = true,
                    b'(' => depth += 1,
                    b')' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    return Some(start + 2 + place);
                }
            }
            None
        }
        _ => None,
    }
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    memchr::memmem::find(bytes.get(from..)?, wanted).map(|place| from + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "%PDF-1.4\n1 0 obj\n<</Title (a \\) /ModDate)\n/Author <FEFF0041>\n";

    #[test]
    fn days_and_author_go_and_nothing_else_moves() {
        let dated = format!(
            "{START}/CreationDate (D:20261130084952+00'00')/ModDate(D:2026)>>\nendobj\n\
             2 0 obj\n<</ModDate (kept)>>\nendobj\ntrailer\n<</Root 2 0 R\n/Info 1 0 R>>\n"
        );
        let clean = String::from_utf8(untold(dated.clone().into_bytes())).expect("text stays text");
        assert_eq!(clean.len(), dated.len());
        assert!(!clean.contains("2026") && !clean.contains("0041") && !clean.contains("/CreationDate"));
        assert!(clean.contains("/Title (a \\) /ModDate)") && clean.contains("<</ModDate (kept)>>"));
    }

    #[test]
    fn two_printings_of_one_document_are_the_same_file() {
        let printed = |day: &str, name: &str| {
            let text = format!(
                "{START}/CreationDate(D:{day})>>\nendobj\n<xmp:CreateDate>{day}</xmp:CreateDate>\n\
                 trailer\n<</Info 1 0 R\n/ID [ <{name}>\n<{name}> ]\n/DocChecksum /{name}\n>>\n"
            );
            String::from_utf8(untold(text.into_bytes())).expect("text stays text")
        };
        let one = printed("20261130084952", "61661D573D82DC7A5D13551299E2F914");
        assert_eq!(one, printed("20271201000000", "00000000000000000000000000000001"));
        assert!(!one.contains("xmp:") && !one.contains("DocChecksum"));
        let names: Vec<&str> =
            one.split('<').skip(3).filter_map(|rest| rest.split_once('>')).map(|(name, _)| name).collect();
        let names: Vec<&&str> = names.iter().filter(|name| name.len() == 32).collect();
        assert!(names.len() == 2 && names[0] == names[1], "{one}");
    }

    #[test]
    fn what_is_cut_or_no_pdf_stays_as_it_is() {
        for text in [
            START,
            "",
            "/Info ",
            "/Info 1 0 R",
            "trailer /ID",
            "trailer /ID [ <]",
            "trailer /DocChecksum",
            "\n1 0 obj <</ModDate (a endobj /Info 1 0 R",
        ] {
            assert_eq!(untold(text.as_bytes().to_vec()), text.as_bytes());
        }
    }
}

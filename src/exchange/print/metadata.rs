//! Takes out of a PDF what would tell when it was printed, and who: the same page gives the same bytes.

/// Facts of the information dictionary that no reader needs.
const UNTOLD: [&[u8]; 3] = [b"/CreationDate", b"/ModDate", b"/Author"];

/// Blanks the dates and the author of a PDF. Blanks stand where they stood, so that every position of
/// its table of objects stays right.
///
/// A file without a plain information dictionary is returned as it is.
pub(super) fn untold(mut pdf: Vec<u8>) -> Vec<u8> {
    let Some(dictionary) = information(&pdf).and_then(|range| pdf.get_mut(range)) else { return pdf };
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
    pdf
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
    fn what_is_cut_or_no_pdf_stays_as_it_is() {
        for text in [START, "", "/Info ", "/Info 1 0 R", "\n1 0 obj <</ModDate (a endobj /Info 1 0 R"] {
            assert_eq!(untold(text.as_bytes().to_vec()), text.as_bytes());
        }
    }
}

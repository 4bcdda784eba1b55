//! Texts of people with links to passages: `E09:14` is turn 14 of interview E09.

use crate::domain::TranscriptId;

/// A piece of a text; with an address, a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The words.
    pub(crate) text: String,
    /// Where they lead.
    pub(crate) address: Option<String>,
}

/// Cuts a text at its references to interviews of the study.
pub(crate) fn linked(text: &str, known: &[TranscriptId]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    for (colon, _) in text.match_indices(':') {
        let start = text[..colon].char_indices().rev().take_while(|(_, letter)| is_part(*letter)).last();
        let Some((start, _)) = start.filter(|(start, _)| *start >= from) else { continue };
        let rest = &text[colon + 1..];
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let id = &text[start..colon];
        let ends = rest[len..].chars().next().is_none_or(|next| !next.is_alphanumeric());
        if !(1..=5).contains(&len) || !ends || !known.iter().any(|one| one.as_str() == id) {
            continue;
        }
        if start > from {
            pieces.push(Piece { text: text[from..start].to_owned(), address: None });
        }
        let end = colon + 1 + len;
        let address = format!("/transcripts/{id}#t{}", &rest[..len]);
        pieces.push(Piece { text: text[start..end].to_owned(), address: Some(address) });
        from = end;
    }
    if from < text.len() {
        pieces.push(Piece { text: text[from..].to_owned(), address: None });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_to_interviews_of_the_study_become_links() {
        let known = ["E09".into(), "entretien-été".into()];
        let of = |text: &str| -> Vec<(String, Option<String>)> {
            linked(text, &known).into_iter().map(|piece| (piece.text, piece.address)).collect()
        };
        let plain = |text: &str| (text.to_owned(), None);
        let link = |text: &str, to: &str| (text.to_owned(), Some(format!("/transcripts/{to}")));
        assert_eq!(
            of("Voir E09:14, et E10:2."),
            [plain("Voir "), link("E09:14", "E09#t14"), plain(", et E10:2.")]
        );
        assert_eq!(of("entretien-été:3"), [link("entretien-été:3", "entretien-été#t3")]);
        for text in ["", "à 9:14", "E09:", "xE09:14", "E09:14h", ":::", "E09:1234567"] {
            let expected = if text.is_empty() { vec![] } else { vec![plain(text)] };
            assert_eq!(of(text), expected, "{text}");
        }
    }
}

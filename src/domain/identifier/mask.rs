//! What may be shown of an identifier: enough to find it in its place, never enough to know it.

use super::find::IdentifierKind;

/// Writes an identifier with its letters and digits hidden.
pub(super) fn mask(kind: IdentifierKind, written: &str) -> String {
    match kind {
        IdentifierKind::Address => street(written),
        IdentifierKind::Phone => hide(written, 2),
        IdentifierKind::Nir | IdentifierKind::Email | IdentifierKind::Recipient => hide(written, 1),
        IdentifierKind::Iban => hide(written, 2),
    }
}

/// Hides letters and digits beyond the first ones.
fn hide(written: &str, shown: usize) -> String {
    let mut left = shown;
    let one = |sign: char| {
        if !sign.is_alphanumeric() {
            return sign;
        }
        if left > 0 {
            left -= 1;
            return sign;
        }
        '•'
    };
    written.chars().map(one).collect()
}

/// Hides an address but for the kind of its way.
fn street(written: &str) -> String {
    let is_way = |word: &str| {
        let folded = crate::text::fold::fold(word);
        ["rue", "avenue", "boulevard", "impasse", "allee", "place", "chemin"].contains(&folded.as_str())
    };
    let mut shown = String::with_capacity(written.len());
    for piece in written.split_inclusive(|sign: char| !sign.is_alphanumeric()) {
        let word = piece.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        shown.push_str(&if is_way(word) { piece.to_owned() } else { hide(piece, 0) });
    }
    shown
}

//! Identifiers of the exchange format: read in any spelling, written in one.

use crate::text::Fingerprint;

/// Writes an identifier so that spellings of the same compare equal: upper case, without braces.
///
/// Some programs write texts that are no GUIDs; they are kept as any other.
pub fn key(written: &str) -> String {
    written.trim().trim_matches(['{', '}']).to_ascii_uppercase()
}

/// Tells whether it has the form that the schema asks for, in upper case and without braces.
pub fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Makes the identifier of something that has none, always the same for the same `kind` and `name`.
pub fn made(kind: &str, name: &str) -> String {
    let digest = Fingerprint::of(format!("{kind}\u{1f}{name}").as_bytes()).0.to_ascii_uppercase();
    let part = |from: usize, to: usize| digest.get(from..to).unwrap_or_default().to_owned();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

/// Takes an identifier that is a GUID as it is, and makes one of any other.
pub fn of(kind: &str, id: &str) -> String {
    let key = key(id);
    if is_guid(&key) { key } else { made(kind, id) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_guid_are_equal() {
        let braced = key("{85d17f60-7bb0-481e-b742-b4861dd669df}");
        assert_eq!(braced, "85D17F60-7BB0-481E-B742-B4861DD669DF");
        assert!(is_guid(&braced) && !is_guid("code-001-aaaa") && !is_guid(""));
        assert_eq!(key("code-001-aaaa"), "CODE-001-AAAA");
    }

    #[test]
    fn what_has_no_guid_gets_a_stable_one() {
        assert!(is_guid(&made("code", "ressources")));
        assert_eq!(made("code", "é"), made("code", "é"));
        assert_ne!(made("code", "a"), made("user", "a"));
        assert_eq!(
            of("coding", "0198c5b2-0000-7000-8000-00000000000a"),
            "0198C5B2-0000-7000-8000-00000000000A"
        );
    }
}

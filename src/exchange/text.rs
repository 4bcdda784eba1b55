//! Bytes of a file to text: which encoding, and whether it is text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE};

use crate::domain::diagnostic::{Diagnostic, Place};

/// The longest line taken for text, in bytes. A transcript's longest turn stands far below; one
/// line of several megabytes is a binary or a machine's dump.
pub const LONGEST_LINE_BYTES: usize = 2 << 20;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// As written, without the byte order mark; line ends are kept.
    pub text: String,
    /// Its encoding's name, as the WHATWG writes it: `UTF-8`, `windows-1252`.
    pub encoding: &'static str,
    /// Whether a byte order mark stood before it.
    pub had_bom: bool,
    /// The note to show when the encoding was guessed.
    pub note: Option<Diagnostic>,
}

/// Decodes a file's bytes: by its byte order mark, else as UTF-8, else in the encoding that its
/// bytes make likeliest (a note then names it).
///
/// # Errors
/// An empty file, a binary one, one cut inside a character of its declared encoding, or a line
/// beyond [`LONGEST_LINE_BYTES`]: the diagnostic tells line and column.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Decoded, Diagnostic> {
    if bytes.is_empty() {
        return Err(Diagnostic::error(Place::file(path), "text-empty"));
    }
    let marked = Encoding::for_bom(bytes);
    let had_bom = marked.is_some();
    let (encoding, content) = match marked {
        Some((encoding, length)) => (Some(encoding), bytes.get(length..).unwrap_or_default()),
        None => (None, bytes),
    };
    let wide = matches!(encoding, Some(found) if found == UTF_16LE || found == UTF_16BE);
    if !wide && let Some(offset) = binary_byte(content) {
        return Err(Diagnostic::error(place(path, content, offset), "text-binary")
            .with("byte", format!("{:02X}", content[offset])));
    }
    let decoded = match encoding {
        Some(encoding) if encoding != UTF_8 => marked_text(path, content, encoding)?,
        _ => match std::str::from_utf8(content) {
            Ok(text) => Decoded { text: text.to_owned(), encoding: UTF_8.name(), had_bom, note: None },
            Err(error) => not_utf8(path, content, error, had_bom)?,
        },
    };
    let text = &decoded.text;
    if text.trim().is_empty() {
        return Err(Diagnostic::error(Place::file(path), "text-empty"));
    }
    // UTF-16 shows its control characters only once decoded.
    if wide && let Some(offset) = binary_byte(text.as_bytes()) {
        return Err(Diagnostic::error(place(path, text.as_bytes(), offset), "text-binary")
            .with("byte", format!("{:02X}", text.as_bytes()[offset])));
    }
    if let Some(line) = long_line(text) {
        return Err(Diagnostic::error(Place::at(path, line, 1), "text-long-line")
            .with("limit", LONGEST_LINE_BYTES >> 20));
    }
    Ok(decoded)
}

fn marked_text(path: &str, content: &[u8], encoding: &'static Encoding) -> Result<Decoded, Diagnostic> {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(content) else {
        let (text, _) = encoding.decode_without_bom_handling(content);
        let before = text.find('\u{FFFD}').unwrap_or(text.len());
        let place = place(path, text.as_bytes(), before);
        return Err(Diagnostic::error(place, "text-broken").with("encoding", encoding.name()));
    };
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), had_bom: true, note: None })
}

fn not_utf8(
    path: &str,
    content: &[u8],
    error: std::str::Utf8Error,
    had_bom: bool,
) -> Result<Decoded, Diagnostic> {
    let valid = error.valid_up_to();
    let cut = error.error_len().is_none() && !content[..valid].is_ascii();
    // A mark promises UTF-8, and so do many good characters before a cut at the end or before the
    // first bad byte: guessing another encoding would turn all of them into rubbish.
    let many = content[..valid].iter().filter(|byte| **byte >= 0xC2).take(8).count() >= 8;
    if had_bom || cut || many {
        return Err(
            Diagnostic::error(place(path, content, valid), "text-broken").with("encoding", UTF_8.name())
        );
    }
    if let Some(encoding) = declared(content)
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(content)
    {
        return Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), had_bom, note: None });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(content, true);
    let encoding = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(content) else {
        return Err(
            Diagnostic::error(place(path, content, valid), "text-broken").with("encoding", encoding.name())
        );
    };
    let (encoding, text) = match of_macintosh(content, encoding, &text) {
        Some(text) => (MACINTOSH, text),
        None => (encoding, text.into_owned()),
    };
    let note = Diagnostic::note(place(path, content, valid), "text-guessed-encoding")
        .with("encoding", encoding.name());
    Ok(Decoded { text, encoding: encoding.name(), had_bom, note: Some(note) })
}

/// Reads a text that was guessed to be of Windows as one of an old Mac, where that makes words of it: the
/// detector does not know Mac Roman. What is `ê` there is a control character in Windows, `é` a `Ž`
/// inside a word.
fn of_macintosh(content: &[u8], guessed: &'static Encoding, text: &str) -> Option<String> {
    if !guessed.is_single_byte() || !has_wrecks(text) {
        return None;
    }
    let (read, _) = MACINTOSH.decode_without_bom_handling(content);
    (accents(&read) > accents(text)).then(|| read.into_owned())
}

/// Tells whether control characters, or signs that stand in no word, stand beside letters.
fn has_wrecks(text: &str) -> bool {
    let is_sign = |c: char| "Žžˆ‰Ÿƒ™".contains(c);
    let characters: Vec<char> = text.chars().collect();
    let beside = characters.windows(2).any(|two| {
        (is_sign(two[0]) && two[1].is_ascii_lowercase()) || (two[0].is_ascii_lowercase() && is_sign(two[1]))
    });
    beside || characters.iter().any(|c| ('\u{80}'..='\u{9f}').contains(c))
}

/// Counts the small letters with accents that stand beside plain ones, as in French and its neighbours.
fn accents(text: &str) -> usize {
    let is_accented = |c: char| ('à'..='ÿ').contains(&c) && c != '÷' || c == 'œ';
    let characters: Vec<char> = text.chars().collect();
    let beside = |two: &&[char]| {
        (is_accented(two[0]) && two[1].is_ascii_alphabetic())
            || (two[0].is_ascii_alphabetic() && is_accented(two[1]))
    };
    characters.windows(2).filter(beside).count()
}

/// Reads the encoding that a web page declares in its first kilobyte, as browsers do.
fn declared(content: &[u8]) -> Option<&'static Encoding> {
    let head = content[..content.len().min(1024)].to_ascii_lowercase();
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let after = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let label = head[after..].split(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)));
    let label = label.take(2).find(|label| !label.is_empty())?;
    Encoding::for_label(label).filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible())
}

/// Finds the first byte that no text holds: NUL and the control characters but tabs, line
/// and page breaks (word processors leave vertical tabs).
fn binary_byte(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| matches!(byte, 0..=8 | 14..=31 | 127))
}

fn long_line(text: &str) -> Option<usize> {
    text.split('\n').position(|line| line.len() > LONGEST_LINE_BYTES).map(|index| index + 1)
}

/// The line and column of a byte; columns count scalar values, and bytes where they are none.
fn place(path: &str, content: &[u8], offset: usize) -> Place {
    let before = &content[..offset.min(content.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    Place::at(path, line, String::from_utf8_lossy(&before[start..]).chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> String {
        decode("f.txt", bytes).expect_err("not text").to_string()
    }

    #[test]
    fn a_page_in_another_encoding_is_read_as_it_declares() {
        let page =
            |meta: &str| [b"<html><head>".as_slice(), meta.as_bytes(), b"</head>\xb3\xf3d\xbc"].concat();
        for meta in ["<meta charset=\"iso-8859-2\">", "<meta content='text/html; charset=ISO-8859-2'>"] {
            let read = decode("a.html", &page(meta)).expect("read");
            assert!(read.text.ends_with("łódź"), "{}", read.text);
            assert_eq!((read.encoding, read.note), ("ISO-8859-2", None));
        }
        // What it declares is not so, or is no encoding: guessed, and told.
        for meta in ["<meta charset=utf-8>", "<meta charset=zzz>", "<meta charset=utf-16>"] {
            assert!(decode("a.html", &page(meta)).expect("read").note.is_some(), "{meta}");
        }
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        let plain = decode("f.txt", "été\r\n".as_bytes()).expect("text");
        assert_eq!((plain.text.as_str(), plain.encoding, plain.had_bom), ("été\r\n", "UTF-8", false));
        let marked = decode("f.txt", "\u{FEFF}été".as_bytes()).expect("text");
        assert_eq!((marked.text.as_str(), marked.had_bom, marked.note), ("été", true, None));
    }

    #[test]
    fn an_older_encoding_is_guessed_and_named() {
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1252.encode("Enquêtrice : « l’été à Créteil, ça coûte 3 € »");
        let decoded = decode("f.txt", &bytes).expect("text");
        assert_eq!(decoded.text, "Enquêtrice : « l’été à Créteil, ça coûte 3 € »");
        assert_eq!(decoded.encoding, "windows-1252");
        let note = decoded.note.expect("a note").to_string();
        assert_eq!(note, "f.txt:1:5: note: text-guessed-encoding encoding=\"windows-1252\"");
    }

    #[test]
    fn a_text_of_an_old_mac_is_told_from_one_of_windows() {
        let said =
            "Enqu\u{ea}trice : « \u{e0} la rentrée, ça coûte 3 € »\rNadia : l’été, où ça ? Forêt, œuvre.";
        let (bytes, _, unknown) = MACINTOSH.encode(said);
        assert!(!unknown);
        let decoded = decode("f.txt", &bytes).expect("text");
        assert_eq!((decoded.text.as_str(), decoded.encoding), (said, "macintosh"));
        assert!(decoded.note.expect("a note").to_string().contains("encoding=\"macintosh\""));
        for said in ["Žižek™ a dit : déjà vu, été", "Dvořák à Plzeň, ž", "naïveté à 5 ‰, Škoda™ née ici"]
        {
            let (bytes, encoding, _) = encoding_rs::WINDOWS_1252.encode(said);
            assert_ne!(
                decode("f.txt", &bytes).expect("text").encoding,
                "macintosh",
                "{said} {}",
                encoding.name()
            );
        }
    }

    #[test]
    fn utf16_is_read_when_its_mark_says_so() {
        let mut little = vec![0xFF, 0xFE];
        little.extend("né à Sète".encode_utf16().flat_map(u16::to_le_bytes));
        let decoded = decode("f.txt", &little).expect("text");
        assert_eq!((decoded.text.as_str(), decoded.encoding), ("né à Sète", "UTF-16LE"));
        little.pop();
        assert!(told(&little).contains("text-broken"));
    }

    #[test]
    fn what_is_not_text_is_told_with_its_place() {
        assert_eq!(told(b""), "f.txt: error: text-empty");
        assert_eq!(told(b" \r\n"), "f.txt: error: text-empty");
        assert_eq!(told(b"\xEF\xBB\xBF"), "f.txt: error: text-empty");
        assert_eq!(told(b"ab\nc\0"), "f.txt:2:2: error: text-binary byte=\"00\"");
        assert_eq!(told(b"PK\x03\x04docx"), "f.txt:1:3: error: text-binary byte=\"03\"");
        let long = format!("a\n{}", "x".repeat(10 << 20));
        assert_eq!(told(long.as_bytes()), "f.txt:2:1: error: text-long-line limit=\"2\"");
    }

    #[test]
    fn utf8_cut_inside_a_letter_is_not_taken_for_another_encoding() {
        let cut = &"une été".as_bytes()[..8];
        assert_eq!(told(cut), "f.txt:1:7: error: text-broken encoding=\"UTF-8\"");
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_text_or_an_error(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            match decode("f.txt", &bytes) {
                Ok(decoded) => proptest::prop_assert!(!decoded.text.trim().is_empty()),
                Err(diagnostic) => proptest::prop_assert!(!diagnostic.key.is_empty()),
            }
        }

        #[test]
        fn any_clean_text_comes_back_as_it_was(text in "[a-zé€’\u{202f}😀\n]{0,80}x") {
            let decoded = decode("f.txt", text.as_bytes()).expect("text");
            proptest::prop_assert_eq!(decoded.text, text);
        }
    }
}

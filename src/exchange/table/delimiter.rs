//! What parts the fields of a table: read from its first records.

/// Candidates, the likelier first when nothing tells them apart.
const CANDIDATES: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Records looked at.
const RECORDS: usize = 20;

/// Guesses the delimiter: the one that parts the most records like the header, and the header most.
///
/// Delimiters inside quoted fields do not count. A table of one column gets a comma.
pub(super) fn guess(sample: &[u8]) -> u8 {
    let mut best = (0, 0, b',');
    for candidate in CANDIDATES {
        let counts = counts(sample, candidate);
        let Some(header) = counts.first().copied().filter(|count| *count > 0) else { continue };
        let alike = counts.iter().filter(|count| **count == header).count();
        // A comma or a bar in the header's words is no delimiter when the rows do not follow.
        if (alike, header) > (best.0, best.1) {
            best = (alike, header, candidate);
        }
    }
    best.2
}

/// Counts a delimiter outside quotes in each of the first records; the last may be cut and is left
/// out unless it is the only one. Quotes open only at the start of a field.
fn counts(sample: &[u8], delimiter: u8) -> Vec<usize> {
    let mut counts = vec![0];
    let mut quoted = false;
    let mut fresh = true;
    for (at, byte) in sample.iter().copied().enumerate() {
        match byte {
            b'"' if quoted => quoted = false,
            // A doubled quote inside a quoted field closes and opens again.
            b'"' if fresh || at > 0 && sample[at - 1] == b'"' => quoted = true,
            _ if quoted => {}
            b'\n' => {
                if counts.len() > RECORDS {
                    break;
                }
                counts.push(0);
                fresh = true;
                continue;
            }
            _ if byte == delimiter => {
                if let Some(last) = counts.last_mut() {
                    *last += 1;
                }
                fresh = true;
                continue;
            }
            _ => {}
        }
        fresh = false;
    }
    if counts.len() > 1 {
        counts.pop();
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn each_delimiter_is_found() {
        assert_eq!(guess(b"id;a;b\n1;2;3\n4;5;6\n"), b';');
        assert_eq!(guess(b"id,a,b\n1,2,3\n"), b',');
        assert_eq!(guess(b"id\ta\tb\n1\t2\t3\n"), b'\t');
        assert_eq!(guess(b"id|a|b\n1|2|3\n"), b'|');
        assert_eq!(guess(b"id\n1\n2\n"), b',');
        assert_eq!(guess(b""), b',');
    }

    #[test]
    fn quoted_delimiters_and_decimal_commas_do_not_count() {
        assert_eq!(guess("id;\"a, b, c, d\"\n1;\"x, \"\"y\"\", z\"\n2;1,5\n".as_bytes()), b';');
        assert_eq!(guess(b"id;note\n1;\"two\nlines, with; both\"\n2;x\n"), b';');
    }
}

//! Times of the recording written in a transcript: `[00:01:05]`, `(12:03)`, `0:21`, `#00:01:05-3#`.

/// Reads `h:mm:ss` or `m:ss`, with or without a fraction (which is cut): the whole text must be it.
pub(crate) fn read(text: &str) -> Option<u32> {
    let (whole, is_exact) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) if is_digits(fraction, 1, 3) => (whole, true),
        Some(_) => return None,
        None => (text, false),
    };
    let mut parts = whole.split(':');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    // One program writes `0:0:3.310`; without a fraction that would be a score.
    let least = if is_exact && third.is_some() { 1 } else { 2 };
    if parts.next().is_some() || !is_digits(first, 1, 3) || !is_digits(second, least, 2) {
        return None;
    }
    let number = |digits: &str| digits.parse::<u32>().ok();
    let (first, second) = (number(first)?, number(second)?);
    match third {
        Some(third) if is_digits(third, least, 2) => {
            let third = number(third)?;
            (second < 60 && third < 60).then_some(first * 3600 + second * 60 + third)
        }
        Some(_) => None,
        None => (second < 60).then_some(first * 60 + second),
    }
}

/// Signs around a time.
const WRAPS: [(char, char); 5] = [('[', ']'), ('(', ')'), ('{', '}'), ('<', '>'), ('#', '#')];

/// Reads a timecode in brackets, in parentheses or bare: the whole text must be it. Of two with a
/// dash or an arrow between them, the first counts: `(0:01 - 0:11)`.
pub(crate) fn read_wrapped(text: &str) -> Option<u32> {
    let inside = |(open, close): &(char, char)| text.strip_prefix(*open)?.strip_suffix(*close);
    let inner = WRAPS.iter().find_map(inside).unwrap_or(text).trim();
    // f4 and its like write tenths after a hyphen, between two hashes.
    if let Some((whole, tenths)) = inner.rsplit_once('-').filter(|_| text.starts_with('#'))
        && is_digits(tenths, 1, 3)
    {
        return read(whole);
    }
    let ends = ["-->", "–", "—", "-"].into_iter().find_map(|between| inner.split_once(between));
    match ends {
        Some((from, to)) => read(to.trim()).and(read(from.trim())),
        None => read(inner),
    }
}

/// Reads a timecode beside a label, where a time is expected: in words too, `(3'10'')`, `[0h03m10s]`.
pub(crate) fn read_label(text: &str) -> Option<u32> {
    let inside = |(open, close): &(char, char)| text.strip_prefix(*open)?.strip_suffix(*close);
    read_wrapped(text).or_else(|| {
        let inner = WRAPS.iter().find_map(inside)?.trim();
        read_worded(inner).or_else(|| read_dated(inner))
    })
}

/// Reads the day and hour of a message, `12/03/2024, 14:05`, as the seconds of that day.
fn read_dated(text: &str) -> Option<u32> {
    let (day, hour) = text.split_once(char::is_whitespace)?;
    let mut parts = day.trim_end_matches(',').split(['/', '.', '-']);
    let mut part = || parts.next().filter(|part| is_digits(part, 1, 4));
    let is_day = part().and(part()).and(part()).is_some() && parts.next().is_none();
    let hour = hour.trim();
    let seconds = read(hour).filter(|_| is_day)?;
    Some(if hour.matches(':').count() == 1 { seconds * 60 } else { seconds })
}

/// Reads a timecode that a text begins with, and how many bytes it has.
pub(crate) fn read_at_start(text: &str) -> Option<(usize, u32)> {
    let first = text.chars().next()?;
    if let Some((_, close)) = WRAPS.iter().find(|(open, _)| *open == first) {
        let end = text[1..].find(*close)? + 2;
        return read_label(&text[..end]).map(|seconds| (end, seconds));
    }
    let mut ends =
        text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).chain([text.len()]);
    let first = ends.next()?;
    let second = ends.next();
    let third = ends.next();
    if let Some(end) = second
        && let Some(seconds) = read_dated(&text[..end])
    {
        return Some((end, seconds));
    }
    [third, Some(first)]
        .into_iter()
        .flatten()
        .find_map(|end| read_wrapped(&text[..end]).map(|seconds| (end, seconds)))
}

/// Reads hours, minutes and seconds with their signs: `1h02`, `0h03m10s`, `3'10''`, `3 min 10 s`.
fn read_worded(text: &str) -> Option<u32> {
    let mut seconds: u32 = 0;
    // What the next number counts, in seconds, if no sign says it.
    let mut next = None;
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = rest.get(..digits).filter(|_| (1..=3).contains(&digits))?.parse().ok()?;
        rest = rest[digits..].trim_start();
        let sign = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let unit = match rest[..sign].trim() {
            "h" | "H" | "hr" => 3600,
            "m" | "mn" | "min" | "'" | "’" | "′" => 60,
            "s" | "sec" | "\"" | "''" | "’’" | "”" | "″" => 1,
            "" => next?,
            _ => return None,
        };
        seconds = number.checked_mul(unit)?.checked_add(seconds)?;
        next = (unit > 1).then_some(unit / 60);
        rest = &rest[sign..];
    }
    (next.is_some() || seconds > 0).then_some(seconds)
}

fn is_digits(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_optional_and_fractions_are_cut() {
        assert_eq!(read("00:01:05"), Some(65));
        assert_eq!(read("03:57"), Some(237));
        assert_eq!(read("0:21"), Some(21));
        assert_eq!(read("1:02:03.250"), Some(3723));
        assert_eq!(read("125:00"), Some(7500));
        assert_eq!(read("0:0:3.310"), Some(3));
        assert_eq!(read_wrapped("[03:57]"), Some(237));
        assert_eq!(read_wrapped("(0:21)"), Some(21));
        assert_eq!(read_wrapped("(0:01 - 0:11)"), Some(1));
        assert_eq!(read_wrapped("[00:43.810 --> 00:47.850]"), Some(43));
        assert_eq!(read_wrapped("#00:01:16-3#"), Some(76));
        assert_eq!(read_wrapped("#00:01:16#"), Some(76));
        assert_eq!(read_wrapped("{00:01:10}"), Some(70));
        assert_eq!(read_wrapped("(0:01 - )"), None);
    }

    #[test]
    fn beside_a_label_a_time_may_be_in_words() {
        for (text, seconds) in [
            ("(3'10'')", 190),
            ("(3’10”)", 190),
            ("[0h03m10s]", 190),
            ("[1h02]", 3720),
            ("(3 min 10 s)", 190),
        ] {
            assert_eq!(read_label(text), Some(seconds), "{text}");
        }
        for text in ["1h02", "(rires)", "(2)", "(3x)", "[]", "(1998)", "[h]"] {
            assert_eq!(read_label(text), None, "{text}");
        }
        assert_eq!(read_at_start("#00:00:03-3# I: Wann"), Some((12, 3)));
        assert_eq!(read_at_start("00:00:03 - 00:00:09 Nadia"), Some((19, 3)));
        assert_eq!(read_at_start("0:03 Nadia - 2"), Some((4, 3)));
        assert_eq!(read_at_start("[00:03] Nadia"), Some((7, 3)));
        assert_eq!(read_at_start("Nadia 0:03"), None);
        assert_eq!(read_at_start("12/03/2024, 14:05 - Inès: ah"), Some((17, 50_700)));
        assert_eq!(read_at_start("[12/03/2024 14:00:11] Inès: ah"), Some((21, 50_411)));
        assert_eq!(read_at_start("12/03/2024 Roubaix"), None);
    }

    #[test]
    fn what_is_not_a_time_is_not_read() {
        for text in ["", ":", "12", "12:60", "1:2", "1:02:3", "1:02:03:04", "a:00", "12:00 h", "12:00."] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

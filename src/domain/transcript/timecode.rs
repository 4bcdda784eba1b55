//! Times of the recording written in a transcript: `[00:01:05]`, `(12:03)`, `0:21`.

/// Reads `h:mm:ss` or `m:ss`, with or without a fraction (which is cut): the whole text must be it.
pub(crate) fn read(text: &str) -> Option<u32> {
    let whole = match text.split_once(['.', ',']) {
        Some((whole, fraction)) if is_digits(fraction, 1, 3) => whole,
        Some(_) => return None,
        None => text,
    };
    let mut parts = whole.split(':');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || !is_digits(first, 1, 3) || !is_digits(second, 2, 2) {
        return None;
    }
    let number = |digits: &str| digits.parse::<u32>().ok();
    let (first, second) = (number(first)?, number(second)?);
    match third {
        Some(third) if is_digits(third, 2, 2) => {
            let third = number(third)?;
            (second < 60 && third < 60).then_some(first * 3600 + second * 60 + third)
        }
        Some(_) => None,
        None => (second < 60).then_some(first * 60 + second),
    }
}

/// Reads a timecode in brackets, in parentheses or bare: the whole text must be it. Of two with a
/// dash or an arrow between them, the first counts: `(0:01 - 0:11)`.
pub(crate) fn read_wrapped(text: &str) -> Option<u32> {
    let inner = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .or_else(|| text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')))
        .unwrap_or(text);
    let inner = inner.trim();
    let ends = ["-->", "–", "—", "-"].into_iter().find_map(|between| inner.split_once(between));
    match ends {
        Some((from, to)) => read(to.trim()).and(read(from.trim())),
        None => read(inner),
    }
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
        assert_eq!(read_wrapped("[03:57]"), Some(237));
        assert_eq!(read_wrapped("(0:21)"), Some(21));
        assert_eq!(read_wrapped("(0:01 - 0:11)"), Some(1));
        assert_eq!(read_wrapped("[00:43.810 --> 00:47.850]"), Some(43));
        assert_eq!(read_wrapped("(0:01 - )"), None);
    }

    #[test]
    fn what_is_not_a_time_is_not_read() {
        for text in ["", ":", "12", "12:60", "1:2", "1:02:3", "1:02:03:04", "a:00", "12:00 h", "12:00."] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

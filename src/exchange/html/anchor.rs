//! The anchors of noScribe: `<a name="ts_500_1500_S00">`, milliseconds of both ends and who speaks.

/// What an anchor says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    /// Seconds from the start of the recording.
    pub(super) seconds: u64,
    /// Empty where nobody was told apart.
    pub(super) speaker: String,
}

/// Reads an anchor's name; none for an anchor of another kind.
pub(super) fn read(name: &str) -> Option<Anchor> {
    let mut parts = name.strip_prefix("ts_")?.splitn(3, '_');
    let start: u64 = parts.next()?.parse().ok()?;
    let _end: u64 = parts.next()?.parse().ok()?;
    Some(Anchor { seconds: start / 1000, speaker: parts.next().unwrap_or_default().trim().to_owned() })
}

/// Writes a time as it stands before a label: `[00:01:05] `.
pub(super) fn time(seconds: u64) -> String {
    format!("[{:02}:{:02}:{:02}] ", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Returns the name before a colon at the start of a paragraph, a time before it passed over.
pub(super) fn label(words: &str) -> Option<&str> {
    let words = match words.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?.1.trim_start(),
        None => words,
    };
    let name = words.split_once(':')?.0.trim_end();
    let is_name = !name.is_empty()
        && name.chars().count() <= 40
        && name.split_whitespace().count() <= 5
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['.', '?', '!', ',', '(']);
    is_name.then_some(name)
}

/// Tells whether a time stands near the start of a paragraph: the page shows it already.
pub(super) fn shows_time(words: &str) -> bool {
    let head: String = words.chars().take(60).collect();
    let inside = head.split(['[', '(']).skip(1).filter_map(|rest| rest.split([']', ')']).next());
    inside.into_iter().any(|word| {
        word.contains(':')
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '-' | ' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_tells_time_and_speaker() {
        assert_eq!(read("ts_65400_70000_S01"), Some(Anchor { seconds: 65, speaker: "S01".into() }));
        assert_eq!(read("ts_0_12140_"), Some(Anchor { seconds: 0, speaker: String::new() }));
        assert_eq!(read("ts_attrid"), None);
        assert_eq!(time(3665), "[01:01:05] ");
        assert_eq!(label("[00:00:01] Mme A. : oui"), None);
        assert_eq!(label("[00:00:01] S01: oui"), Some("S01"));
        assert!(shows_time("S00: [00:00:01] oui") && !shows_time("S00: oui [12]"));
    }
}

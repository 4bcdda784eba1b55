//! Captions that roll over the screen: each cue shows the last lines of the one before it once more.

use super::cue::Cue;

/// Fewer repetitions may be somebody who says a word again.
const FEWEST: usize = 3;

/// Takes out the lines that repeat those of the cue before, when most cues of a file do so, and the cues
/// that say nothing else; returns how many cues repeated something.
pub(super) fn unroll(cues: &mut Vec<Cue>) -> usize {
    let repeated: Vec<usize> = cues.windows(2).map(|two| overlap(&two[0].lines, &two[1].lines)).collect();
    let count = repeated.iter().filter(|lines| **lines > 0).count();
    if count < FEWEST || count * 2 <= repeated.len() {
        return 0;
    }
    for (cue, lines) in cues.iter_mut().skip(1).zip(repeated) {
        cue.lines.drain(..lines);
    }
    cues.retain(|cue| !cue.lines.is_empty());
    count
}

/// Counts the first lines of a cue that are the last ones of the cue before.
fn overlap(before: &[String], lines: &[String]) -> usize {
    let most = before.len().min(lines.len());
    (1..=most).rev().find(|count| before[before.len() - count..] == lines[..*count]).unwrap_or(0)
}

//! What changed between two short texts, word by word.

use unicode_segmentation::UnicodeSegmentation;

/// Largest table, in cells, that the comparison may fill; beyond it all counts as changed.
const TABLE: usize = 1_000_000;

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// In both texts.
    Stays,
    /// In the old text only.
    Goes,
    /// In the new text only.
    Comes,
}

/// Compares two texts by words: stretches in order, what goes before what comes in its place.
pub fn differences<'text>(old: &'text str, new: &'text str) -> Vec<(Fate, &'text str)> {
    let (olds, news): (Vec<&str>, Vec<&str>) =
        (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    let before = olds.iter().zip(&news).take_while(|(one, other)| one == other).count();
    let rest = olds.len().min(news.len()) - before;
    let after = olds.iter().rev().zip(news.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (o, n) = (&olds[before..olds.len() - after], &news[before..news.len() - after]);
    let mut fates = vec![Fate::Stays; before];
    fates.extend(middle(o, n));
    fates.extend(vec![Fate::Stays; after]);
    let (mut olds, mut news) = (olds.iter(), news.iter());
    let (mut at_old, mut at_new) = (0, 0);
    let mut pieces: Vec<(Fate, &str)> = Vec::new();
    // Bytes of the stretch that each text is in.
    let (mut from_old, mut from_new) = (0, 0);
    for (place, fate) in fates.iter().enumerate() {
        if *fate != Fate::Comes {
            at_old += olds.next().map_or(0, |word| word.len());
        }
        if *fate != Fate::Goes {
            at_new += news.next().map_or(0, |word| word.len());
        }
        if fates.get(place + 1) != Some(fate) {
            let words = if *fate == Fate::Comes { &new[from_new..at_new] } else { &old[from_old..at_old] };
            pieces.push((*fate, words));
            (from_old, from_new) = (at_old, at_new);
        }
    }
    pieces
}

/// Compares by the longest common subsequence.
fn middle(old: &[&str], new: &[&str]) -> Vec<Fate> {
    let width = new.len() + 1;
    if (old.len() + 1).saturating_mul(width) > TABLE {
        return [vec![Fate::Goes; old.len()], vec![Fate::Comes; new.len()]].concat();
    }
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for o in (0..old.len()).rev() {
        for n in (0..new.len()).rev() {
            longest[o * width + n] = if old[o] == new[n] {
                longest[(o + 1) * width + n + 1] + 1
            } else {
                longest[(o + 1) * width + n].max(longest[o * width + n + 1])
            };
        }
    }
    let (mut o, mut n) = (0, 0);
    let (mut fates, mut come) = (Vec::new(), 0);
    while o < old.len() || n < new.len() {
        let same = o < old.len() && n < new.len() && old[o] == new[n];
        if same {
            fates.extend(vec![Fate::Comes; std::mem::take(&mut come)]);
            fates.push(Fate::Stays);
            (o, n) = (o + 1, n + 1);
        } else if n == new.len()
            || (o < old.len() && longest[(o + 1) * width + n] >= longest[o * width + n + 1])
        {
            fates.push(Fate::Goes);
            o += 1;
        } else {
            // What comes stands after all that goes at the same place.
            come += 1;
            n += 1;
        }
    }
    fates.extend(vec![Fate::Comes; come]);
    fates
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_that_go_stand_before_those_that_come() {
        let pieces =
            differences("Revenus insuffisants ou en baisse.", "Revenus faibles, ou en baisse forte.");
        assert_eq!(
            pieces,
            [
                (Fate::Stays, "Revenus "),
                (Fate::Goes, "insuffisants"),
                (Fate::Comes, "faibles,"),
                (Fate::Stays, " ou en baisse"),
                (Fate::Comes, " forte"),
                (Fate::Stays, "."),
            ]
        );
        assert_eq!(differences("", ""), []);
        assert_eq!(differences("", "a"), [(Fate::Comes, "a")]);
    }

    proptest! {
        #[test]
        fn both_texts_are_in_the_pieces(old in "([ab]|é|👍| |\n|ab){0,20}", new in "([ab]|é|👍| |\n|ab){0,20}") {
            let pieces = differences(&old, &new);
            let text = |without: Fate| pieces.iter().filter(|(fate, _)| *fate != without).map(|(_, words)| *words).collect::<String>();
            prop_assert_eq!(text(Fate::Comes), old.as_str());
            prop_assert_eq!(text(Fate::Goes), new.as_str());
        }
    }
}

//! Which extracts are quoted for a profile: by a rule that anyone can apply again.
//!
//! An extract can be quoted when every coder who could have seen it did (at least two where two
//! coded the interview), it stands within one turn of a respondent, and has 15 to 80 words. Typical
//! codes come first, then the most central case, then the strongest intensity, then the order of the
//! text. A first round takes one extract an interview and a code, then the same without new codes,
//! then a second extract of an interview. One counter-example a profile carries a code that weighs
//! against the profile's place on the last axis. Nothing is trimmed or rewritten.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::analysis::matrix::{Extract, Speech, extracts};
use crate::analysis::profile::Profile;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::analysis::typology::Typology;
use crate::domain::coding::Coding;
use crate::domain::id::{CodeId, CoderId, TranscriptId};
use crate::domain::settings::Level;
use crate::domain::transcript::{Role, Transcript};

/// The rule's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct QuoteRule {
    /// Fewest words.
    pub least_words: usize,
    /// Most words.
    pub most_words: usize,
    /// Quotes a profile, the counter-example not counted.
    pub per_profile: usize,
    /// Most quotes of one interview, counter-examples included.
    pub per_interview: usize,
}

impl Default for QuoteRule {
    fn default() -> Self {
        Self { least_words: 15, most_words: 80, per_profile: 3, per_interview: 2 }
    }
}

/// An extract chosen for a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChosenQuote {
    /// The profile, from 1.
    pub profile: usize,
    /// Whether it speaks against the profile.
    pub counter_example: bool,
    /// Case, code, span, turns, intensity, coders.
    #[serde(flatten)]
    pub extract: Extract,
    /// Respondent words in it.
    pub words: usize,
    /// Value-test of its code in the profile.
    #[serde(serialize_with = "undefined::serialize")]
    pub v: Defined,
    /// Whether its first sentence is cut: the reader gets `[…]` before.
    pub cut_before: bool,
    /// Whether its last sentence is cut: the reader gets `[…]` after.
    pub cut_after: bool,
}

struct Candidate {
    extract: Extract,
    words: usize,
    cut: (bool, bool),
}

/// Chooses the quotes of every profile, profiles in order, counter-examples last in each.
pub fn choose(
    typology: &Typology,
    profiles: &[Profile],
    transcripts: &[Transcript],
    codings: &[Coding],
    rule: &QuoteRule,
) -> Vec<ChosenQuote> {
    let candidates = candidates(transcripts, codings, rule);
    // At most a third of all quotes from one interview, and never more than the rule says.
    let total = profiles.len() * (rule.per_profile + 1);
    let most = rule.per_interview.min((total / 3).max(1));
    let mut taken: BTreeMap<&TranscriptId, usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for profile in profiles {
        let central: BTreeMap<&TranscriptId, usize> =
            profile.cases.iter().enumerate().map(|(rank, standing)| (&standing.case, rank)).collect();
        let against = against(typology, profile);
        let own: Vec<&Candidate> =
            candidates.iter().filter(|one| central.contains_key(&one.extract.transcript)).collect();
        for (candidate, counter_example) in pick(profile, &own, &central, &against, rule, most, &mut taken) {
            chosen.push(ChosenQuote {
                profile: profile.number,
                counter_example,
                extract: candidate.extract.clone(),
                words: candidate.words,
                v: profile.code(&candidate.extract.code).map_or(Err(Undefined::NeverPresent), |test| test.v),
                cut_before: candidate.cut.0,
                cut_after: candidate.cut.1,
            });
        }
    }
    chosen
}

fn pick<'a>(
    profile: &Profile,
    own: &[&'a Candidate],
    central: &BTreeMap<&TranscriptId, usize>,
    against: &BTreeSet<&CodeId>,
    rule: &QuoteRule,
    most: usize,
    taken: &mut BTreeMap<&'a TranscriptId, usize>,
) -> Vec<(&'a Candidate, bool)> {
    let v = |candidate: &Candidate| profile.code(&candidate.extract.code).and_then(|test| test.v.ok());
    let rank = |candidate: &Candidate| central.get(&candidate.extract.transcript).copied();
    let place = |candidate: &Candidate| (candidate.extract.transcript.clone(), candidate.extract.span);
    let mut sorted: Vec<&Candidate> = own
        .iter()
        .copied()
        .filter(|one| v(one).is_some_and(|v| v > 0.0) && !against.contains(&one.extract.code))
        .collect();
    sorted.sort_by(|one, other| {
        // The most typical codes first.
        v(other)
            .unwrap_or(0.0)
            .total_cmp(&v(one).unwrap_or(0.0))
            .then_with(|| rank(one).cmp(&rank(other)))
            .then_with(|| other.extract.intensity.cmp(&one.extract.intensity))
            .then_with(|| place(one).cmp(&place(other)))
            .then_with(|| one.extract.code.cmp(&other.extract.code))
    });
    let mut contrary: Vec<&Candidate> =
        own.iter().copied().filter(|one| against.contains(&one.extract.code)).collect();
    contrary.sort_by(|one, other| {
        other
            .extract
            .intensity
            .cmp(&one.extract.intensity)
            .then_with(|| rank(other).cmp(&rank(one)))
            .then_with(|| v(one).unwrap_or(0.0).total_cmp(&v(other).unwrap_or(0.0)))
            .then_with(|| place(one).cmp(&place(other)))
            .then_with(|| one.extract.code.cmp(&other.extract.code))
    });
    // The place of the counter-example is kept free before the quotes fill their interviews.
    let counter =
        contrary.into_iter().find(|one| taken.get(&one.extract.transcript).copied().unwrap_or(0) < most);
    if let Some(counter) = counter {
        *taken.entry(&counter.extract.transcript).or_default() += 1;
    }
    let mut picked: Vec<&Candidate> = Vec::new();
    for (new_interview, new_code) in [(true, true), (true, false), (false, true), (false, false)] {
        for &candidate in &sorted {
            if picked.len() == rule.per_profile {
                break;
            }
            let extract = &candidate.extract;
            let same_words = picked.iter().copied().chain(counter).any(|one| {
                one.extract.transcript == extract.transcript && one.extract.span.overlaps(extract.span)
            });
            let same_interview = picked.iter().any(|one| one.extract.transcript == extract.transcript);
            let same_code = picked.iter().any(|one| one.extract.code == extract.code);
            if same_words || (new_interview && same_interview) || (new_code && same_code) {
                continue;
            }
            let count = taken.entry(&extract.transcript).or_default();
            if *count < most {
                *count += 1;
                picked.push(candidate);
            }
        }
    }
    picked.into_iter().map(|one| (one, false)).chain(counter.map(|one| (one, true))).collect()
}

/// Lists the codes that weigh against a profile's place on the last axis.
fn against<'a>(typology: &'a Typology, profile: &Profile) -> BTreeSet<&'a CodeId> {
    let level = typology
        .groups
        .iter()
        .find(|group| group.number == profile.number)
        .and_then(|group| group.levels.last().copied());
    let kept = typology.axes.iter().rfind(|axis| axis.dropped.is_none());
    let (Some(axis), Some(level)) = (kept, level) else { return BTreeSet::new() };
    axis.definition
        .codes
        .iter()
        .filter(|(_, weight)| (level == Level::High) == (*weight < 0.0))
        .map(|(code, _)| code)
        .collect()
}

/// Lists the extracts that can be quoted, in the order of transcript, code and place.
fn candidates(transcripts: &[Transcript], codings: &[Coding], rule: &QuoteRule) -> Vec<Candidate> {
    let mut coders: BTreeMap<&TranscriptId, BTreeSet<&CoderId>> = BTreeMap::new();
    for coding in codings {
        coders.entry(&coding.transcript).or_default().insert(&coding.coder);
    }
    let speeches: BTreeMap<&TranscriptId, (&Transcript, Speech)> = transcripts
        .iter()
        .map(|transcript| (&transcript.id, (transcript, Speech::read(&transcript.version))))
        .collect();
    extracts(codings)
        .into_iter()
        .filter_map(|extract| {
            let needed = coders.get(&extract.transcript).map_or(1, BTreeSet::len).min(2);
            let (transcript, speech) = speeches.get(&extract.transcript)?;
            let words = speech.words_in(extract.span);
            if extract.coders() < needed || words < rule.least_words || words > rule.most_words {
                return None;
            }
            let version = &transcript.version;
            let turn = version.turns.iter().find(|turn| turn.speech.covers(extract.span))?;
            if version.role(turn) != Role::Respondent {
                return None;
            }
            let text = |from: usize, to: usize| -> String {
                version.text.chars().skip(from).take(to.saturating_sub(from)).collect()
            };
            let before = text(turn.speech.start.0, extract.span.start.0);
            let inside = text(extract.span.start.0, extract.span.end.0);
            let after = text(extract.span.end.0, turn.speech.end.0);
            let cut_before = !before.trim().is_empty() && !ends_sentence(&before);
            let cut_after = !after.trim().is_empty() && !ends_sentence(&inside) && !begins_with_end(&after);
            Some(Candidate { extract, words, cut: (cut_before, cut_after) })
        })
        .collect()
}

const ENDS: [char; 4] = ['.', '!', '?', '…'];

/// Tells whether a text ends with a sentence, closing marks and stage directions aside.
fn ends_sentence(text: &str) -> bool {
    let bare = text
        .trim_end_matches(|mark: char| mark.is_whitespace() || matches!(mark, '»' | '”' | '"' | ')' | ']'));
    // A bracketed direction ends what stands before it: look before the bracket.
    let closed = text.trim_end().ends_with([']', ')']);
    if closed && let Some(open) = bare.rfind(['[', '(']) {
        return bare[..open].trim().is_empty() || ends_sentence(&bare[..open]);
    }
    bare.ends_with(ENDS)
}

/// Tells whether what follows only closes the sentence.
fn begins_with_end(text: &str) -> bool {
    text.trim_start().starts_with(ENDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_its_closing_marks() {
        assert!(ends_sentence("C’est fini. "));
        assert!(ends_sentence("Il a dit « non. »"));
        assert!(ends_sentence("Voilà. (rires)"));
        assert!(ends_sentence("[silence] "));
        assert!(!ends_sentence("et puis,"));
        assert!(!ends_sentence("et puis (rires)"));
    }
}

//! Conditions that the turns found must meet, beside their words.

use std::collections::{BTreeMap, BTreeSet};

use super::query::expression::{FilterField, FilterTerm, ParsedQuery, parse_role};
use crate::domain::TranscriptId;
use crate::domain::transcript::Role;
use crate::text::fold::fold;
use crate::text::token::tokens;

/// A set of turns, by transcript and number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnSet(BTreeMap<TranscriptId, Vec<u32>>);

impl TurnSet {
    /// Adds the turns `first` to `last`, both included.
    pub fn add(&mut self, transcript: &TranscriptId, first: u32, last: u32) {
        self.extend(transcript.clone(), first..=last);
    }

    /// Adds turns of a transcript, in any order: many at once cost one sort.
    pub fn extend(&mut self, transcript: TranscriptId, turns: impl IntoIterator<Item = u32>) {
        let kept = self.0.entry(transcript).or_default();
        kept.extend(turns);
        kept.sort_unstable();
        kept.dedup();
    }

    /// Returns the turns of a transcript, sorted.
    pub fn of(&self, transcript: &TranscriptId) -> &[u32] {
        self.0.get(transcript).map_or(&[], Vec::as_slice)
    }

    /// Tells whether a turn is in it.
    pub fn contains(&self, transcript: &TranscriptId, turn: u32) -> bool {
        self.of(transcript).binary_search(&turn).is_ok()
    }

    /// Counts its turns.
    pub fn len(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Tells whether it holds no turn.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(Vec::is_empty)
    }

    /// Goes through its turns in order.
    pub fn iter(&self) -> impl Iterator<Item = (&TranscriptId, u32)> {
        self.0.iter().flat_map(|(transcript, turns)| turns.iter().map(move |turn| (transcript, *turn)))
    }

    /// Keeps only the turns that are in `other` too.
    pub fn intersect(&mut self, other: &Self) {
        for (transcript, turns) in &mut self.0 {
            turns.retain(|turn| other.contains(transcript, *turn));
        }
    }

    /// Adds the turns of `other`.
    pub fn unite(&mut self, other: Self) {
        for (transcript, turns) in other.0 {
            self.extend(transcript, turns);
        }
    }
}

impl FromIterator<(TranscriptId, u32)> for TurnSet {
    fn from_iter<I: IntoIterator<Item = (TranscriptId, u32)>>(turns: I) -> Self {
        let mut set = Self::default();
        for (transcript, turn) in turns {
            set.0.entry(transcript).or_default().push(turn);
        }
        for turns in set.0.values_mut() {
            turns.sort_unstable();
            turns.dedup();
        }
        set
    }
}

/// Accepts some names, or all but some.
#[derive(Clone, Debug, PartialEq, Eq)]
struct NameRule {
    names: Vec<Vec<String>>,
    negated: bool,
}

/// What the turns found must meet; the default accepts every turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    transcripts: Option<BTreeSet<TranscriptId>>,
    not_transcripts: BTreeSet<TranscriptId>,
    turns: Option<TurnSet>,
    not_turns: TurnSet,
    not_roles: BTreeSet<Role>,
    speakers: Vec<NameRule>,
    names: Vec<NameRule>,
}

impl Filter {
    /// Reads the filters of a query that the index knows (speaker, role, transcript), and returns
    /// the others, on codes and attributes, which the caller resolves and gives to
    /// [`keep_turns`](Self::keep_turns), [`drop_transcripts`](Self::drop_transcripts) and so on.
    ///
    /// `speaker:` accepts the labels that hold its words side by side (`speaker:dupont` finds
    /// `Mme Dupont`), `transcript:` the ids that read the same; case and accents do not matter.
    pub fn of(query: &ParsedQuery) -> (Self, Vec<&FilterTerm>) {
        let mut filter = Self::default();
        let mut others = Vec::new();
        for term in &query.filters {
            let negated = term.negated;
            match &term.field {
                FilterField::Speaker => {
                    let names = term.values.iter().map(|value| words(value)).collect();
                    filter.speakers.push(NameRule { names, negated });
                }
                FilterField::Transcript => {
                    let names = term.values.iter().map(|value| vec![fold(value)]).collect();
                    filter.names.push(NameRule { names, negated });
                }
                FilterField::Role => {
                    let roles: BTreeSet<Role> =
                        term.values.iter().filter_map(|value| parse_role(value)).collect();
                    filter.not_roles.extend(
                        [Role::Interviewer, Role::Respondent]
                            .into_iter()
                            .filter(|role| roles.contains(role) == negated),
                    );
                }
                FilterField::Code | FilterField::Attribute(_) => others.push(term),
            }
        }
        (filter, others)
    }

    /// Accepts only these turns, among those accepted so far.
    pub fn keep_turns(&mut self, turns: TurnSet) {
        match &mut self.turns {
            Some(kept) => kept.intersect(&turns),
            None => self.turns = Some(turns),
        }
    }

    /// Refuses these turns.
    pub fn drop_turns(&mut self, turns: TurnSet) {
        self.not_turns.unite(turns);
    }

    /// Accepts only these transcripts, among those accepted so far.
    pub fn keep_transcripts(&mut self, transcripts: BTreeSet<TranscriptId>) {
        match &mut self.transcripts {
            Some(kept) => kept.retain(|transcript| transcripts.contains(transcript)),
            None => self.transcripts = Some(transcripts),
        }
    }

    /// Refuses these transcripts.
    pub fn drop_transcripts(&mut self, transcripts: BTreeSet<TranscriptId>) {
        self.not_transcripts.extend(transcripts);
    }

    /// Accepts only turns by speakers of this role.
    pub fn keep_role(&mut self, role: Role) {
        self.not_roles.insert(match role {
            Role::Interviewer => Role::Respondent,
            Role::Respondent => Role::Interviewer,
        });
    }

    /// Tells whether a role is accepted.
    pub(super) fn accepts_role(&self, role: Role) -> bool {
        !self.not_roles.contains(&role)
    }

    /// Tells whether a speaker's label is accepted.
    pub(super) fn accepts_speaker(&self, label: &str) -> bool {
        let label = words(label);
        self.speakers.iter().all(|rule| {
            let found = rule.names.iter().any(|name| {
                !name.is_empty() && label.windows(name.len()).any(|place| place == name.as_slice())
            });
            found != rule.negated
        })
    }

    /// Returns what is accepted of a transcript: nothing, or its turns by [`Gate`].
    pub(super) fn gate(&self, transcript: &TranscriptId) -> Gate {
        let folded = fold(transcript.as_str());
        let named = self.names.iter().all(|rule| {
            rule.names.iter().any(|name| name.first().is_some_and(|name| *name == folded)) != rule.negated
        });
        let kept = self.transcripts.as_ref().is_none_or(|kept| kept.contains(transcript));
        Gate {
            open: named && kept && !self.not_transcripts.contains(transcript),
            only: self.turns.as_ref().map(|turns| Marked::of(turns.of(transcript))),
            never: Marked::of(self.not_turns.of(transcript)),
        }
    }
}

/// What is accepted of one transcript.
pub(super) struct Gate {
    open: bool,
    only: Option<Marked>,
    never: Marked,
}

impl Gate {
    /// Tells whether every turn is accepted.
    pub(super) fn is_free(&self) -> bool {
        self.open && self.only.is_none() && self.never.0.is_empty()
    }

    /// Tells whether a turn is accepted.
    pub(super) fn accepts(&self, turn: u32) -> bool {
        self.open && self.only.as_ref().is_none_or(|only| only.holds(turn)) && !self.never.holds(turn)
    }
}

/// Turns of one transcript, a bit each: every turn of the study may be asked after.
struct Marked(Vec<u64>);

impl Marked {
    fn of(sorted: &[u32]) -> Self {
        let mut bits = vec![0; sorted.last().map_or(0, |last| *last as usize / 64 + 1)];
        for turn in sorted {
            bits[*turn as usize / 64] |= 1 << (turn % 64);
        }
        Self(bits)
    }

    fn holds(&self, turn: u32) -> bool {
        self.0.get(turn as usize / 64).is_some_and(|bits| bits >> (turn % 64) & 1 == 1)
    }
}

fn words(text: &str) -> Vec<String> {
    tokens(text).map(|token| fold(token.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse;

    #[test]
    fn sets_of_turns_meet_and_join() {
        let [a, b] = ["A", "B"].map(TranscriptId::from);
        let mut turns: TurnSet = [(a.clone(), 2), (a.clone(), 1), (b.clone(), 7)].into_iter().collect();
        let mut other = TurnSet::default();
        other.add(&a, 2, 4);
        turns.intersect(&other);
        assert_eq!(turns.iter().collect::<Vec<_>>(), [(&a, 2)]);
        turns.unite(other);
        assert_eq!(turns.len(), 3);
        assert!(turns.contains(&a, 4) && !turns.contains(&b, 7));
    }

    #[test]
    fn the_index_reads_its_filters_and_leaves_the_others() {
        let query = parse("speaker:dupont -transcript:e02 role:enquêté code:honte event:\"a b\"").unwrap();
        let (filter, others) = Filter::of(&query);
        assert_eq!(others.len(), 2);
        assert!(filter.accepts_speaker("Mme DUPONT") && !filter.accepts_speaker("Mme Durand"));
        assert!(filter.accepts_role(Role::Respondent) && !filter.accepts_role(Role::Interviewer));
        assert!(filter.gate(&"E01".into()).accepts(3) && !filter.gate(&"E02".into()).accepts(3));
    }
}

//! Units of agreement: where they stand in an interview, and which of them a passage makes coded.
//!
//! The choice of the unit changes the value more than that of the coefficient. Only what respondents
//! say is cut into units. Units are never listed one by one where a passage covers many: a passage
//! becomes a run of units, from the first to the last.

use serde::{Deserialize, Serialize};

use crate::domain::transcript::{Role, TranscriptVersion};
use crate::text::boundary::sentences;
use crate::text::span::unite;
use crate::text::token::tokens;
use crate::text::{Span, TextIndex};

/// What is judged coded or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A scalar value of Unicode; long passages weigh most.
    Codepoint,
    /// A word, as the search cuts them.
    Token,
    /// A sentence.
    Sentence,
    /// A speech turn of a respondent.
    #[default]
    Turn,
}

impl Unit {
    /// All of them, from the largest.
    pub const ALL: [Self; 4] = [Self::Turn, Self::Sentence, Self::Token, Self::Codepoint];

    /// Returns its name in settings and outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Codepoint => "codepoint",
            Self::Token => "token",
            Self::Sentence => "sentence",
            Self::Turn => "turn",
        }
    }

    /// Reads its name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// When a passage makes a unit coded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rule {
    /// At least one scalar value of the unit is coded.
    #[default]
    Any,
    /// At least half of its scalar values are.
    Half,
}

impl Rule {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Any, Self::Half];

    /// Returns its name in settings and outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Half => "half",
        }
    }

    /// Reads its name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }
}

/// The units of one interview, turn after turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Turns in the text, in scalar values.
    windows: Vec<Span>,
    /// Scalar values of the turns before each.
    before: Vec<usize>,
    /// Units in the text; none when every scalar value of the turns is one.
    units: Option<Vec<Span>>,
    /// Turns as runs of units.
    turns: Vec<Span>,
}

impl Layout {
    /// Cuts what respondents say into units; empty turns and units are left out.
    pub fn read(version: &TranscriptVersion, unit: Unit) -> Self {
        let spoken = version
            .turns
            .iter()
            .filter(|turn| version.role(turn) == Role::Respondent)
            .map(|turn| turn.speech);
        let windows: Vec<Span> = spoken.filter(|span| !span.is_empty()).collect();
        match unit {
            Unit::Codepoint => Self::every(windows),
            Unit::Turn => Self::of(windows.clone(), windows),
            Unit::Sentence | Unit::Token => {
                let index = TextIndex::new(&version.text);
                let mut units = Vec::new();
                for window in &windows {
                    let (text, from) = (index.slice(*window), window.start.0);
                    match unit {
                        Unit::Sentence => units.extend(
                            sentences(text).iter().map(|piece| piece.span).map(|span| shifted(span, from)),
                        ),
                        _ => units.extend(words(text).map(|span| shifted(span, from))),
                    }
                }
                Self::of(windows, units)
            }
        }
    }

    /// Takes every scalar value of these turns as a unit; turns are sorted and disjoint.
    pub fn every(windows: Vec<Span>) -> Self {
        let before = before(&windows);
        let turns =
            windows.iter().zip(&before).map(|(window, at)| Span::new(*at, at + window.len())).collect();
        Self { windows, before, units: None, turns }
    }

    /// Takes these units of these turns; both are sorted and disjoint, each unit inside a turn.
    pub fn of(windows: Vec<Span>, mut units: Vec<Span>) -> Self {
        units.retain(|unit| !unit.is_empty());
        let turns = windows
            .iter()
            .map(|window| {
                let from = units.partition_point(|unit| unit.start < window.start);
                Span::new(from, from.max(units.partition_point(|unit| unit.start < window.end)))
            })
            .collect();
        Self { before: before(&windows), windows, units: Some(units), turns }
    }

    /// Counts the units.
    pub fn len(&self) -> usize {
        self.turns.last().map_or(0, |turn| turn.end.0)
    }

    /// Tells whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Lists the turns as runs of units, disjoint and rising.
    pub fn turns(&self) -> &[Span] {
        &self.turns
    }

    /// Places a passage on the respondents' speech read as one line without the interviewer's turns;
    /// none when it touches no such speech.
    pub fn place(&self, passage: Span) -> Option<Span> {
        let first = self.windows.partition_point(|window| window.end <= passage.start);
        let last = self.windows.partition_point(|window| window.start < passage.end).checked_sub(1)?;
        let start = self.windows.get(first)?.intersection(passage)?.start.0;
        let end = self.windows.get(last)?.intersection(passage)?.end.0;
        Some(Span::new(
            self.before[first] + start - self.windows[first].start.0,
            self.before[last] + end - self.windows[last].start.0,
        ))
    }

    /// Finds the units that passages make coded, as disjoint rising runs of units; passages may overlap.
    pub fn project(&self, passages: Vec<Span>, rule: Rule) -> Vec<Span> {
        let passages = unite(passages);
        match &self.units {
            // Every scalar value is wholly coded or not at all: the rule says nothing.
            None => unite(passages.into_iter().flat_map(|passage| self.cut(passage)).collect()),
            Some(units) => project(units, &passages, rule),
        }
    }

    /// Cuts a passage to the turns, each piece in units of one scalar value.
    fn cut(&self, passage: Span) -> impl Iterator<Item = Span> {
        let first = self.windows.partition_point(|window| window.end <= passage.start);
        let touched = self.windows[first..].iter().zip(&self.turns[first..]);
        touched.take_while(move |(window, _)| window.start < passage.end).filter_map(move |(window, turn)| {
            let inside = window.intersection(passage)?;
            let start = turn.start.0 + inside.start.0 - window.start.0;
            Some(Span::new(start, start + inside.len()))
        })
    }
}

fn before(windows: &[Span]) -> Vec<usize> {
    let mut at = 0;
    let mut before = Vec::with_capacity(windows.len());
    for window in windows {
        before.push(at);
        at += window.len();
    }
    before
}

fn shifted(span: Span, by: usize) -> Span {
    Span::new(span.start.0 + by, span.end.0 + by)
}

/// Lists the places of the words of a text, in scalar values.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let (mut byte, mut scalar) = (0, 0);
    tokens(text).map(move |token| {
        scalar += text[byte..token.start.0].chars().count();
        let length = text[token.start.0..token.end.0].chars().count();
        let span = Span::new(scalar, scalar + length);
        (byte, scalar) = (token.end.0, span.end.0);
        span
    })
}

/// Finds the runs of units that united passages make coded.
fn project(units: &[Span], passages: &[Span], rule: Rule) -> Vec<Span> {
    let mut found = Runs { units, rule, runs: Vec::new(), edge: None };
    for passage in passages {
        let first = units.partition_point(|unit| unit.end <= passage.start);
        let last = units.partition_point(|unit| unit.start < passage.end);
        if first >= last {
            continue;
        }
        let covered = |unit: usize| units[unit].intersection(*passage).map_or(0, Span::len);
        found.cover(first, covered(first));
        if last - first > 1 {
            // What stands between the outer two is wholly inside the passage.
            found.settle();
            found.run(Span::new(first + 1, last - 1));
            found.cover(last - 1, covered(last - 1));
        }
    }
    found.settle();
    found.runs
}

struct Runs<'a> {
    units: &'a [Span],
    rule: Rule,
    runs: Vec<Span>,
    /// A unit that the next passage may cover further, with what is covered of it.
    edge: Option<(usize, usize)>,
}

impl Runs<'_> {
    fn cover(&mut self, unit: usize, scalars: usize) {
        match &mut self.edge {
            Some((edge, covered)) if *edge == unit => *covered += scalars,
            _ => {
                self.settle();
                self.edge = Some((unit, scalars));
            }
        }
    }

    fn settle(&mut self) {
        let Some((unit, covered)) = self.edge.take() else { return };
        let is_coded = match self.rule {
            Rule::Any => covered > 0,
            Rule::Half => 2 * covered >= self.units[unit].len(),
        };
        if is_coded {
            self.run(Span::new(unit, unit + 1));
        }
    }

    fn run(&mut self, run: Span) {
        match self.runs.last_mut() {
            _ if run.is_empty() => {}
            Some(last) if last.end == run.start => last.end = run.end,
            _ => self.runs.push(run),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::version;
    use proptest::prelude::*;

    fn spans(list: &[(usize, usize)]) -> Vec<Span> {
        list.iter().map(|(from, to)| Span::new(*from, *to)).collect()
    }

    #[test]
    fn half_counts_all_pieces_of_a_unit_together() {
        let layout = Layout::of(spans(&[(0, 30)]), spans(&[(0, 10), (10, 20), (22, 30)]));
        let coded = |passages: &[(usize, usize)], rule| layout.project(spans(passages), rule);
        assert_eq!(coded(&[(2, 4), (6, 9)], Rule::Half), spans(&[(0, 1)]));
        assert_eq!(coded(&[(2, 4), (6, 8)], Rule::Half), []);
        assert_eq!(coded(&[(2, 4), (6, 8)], Rule::Any), spans(&[(0, 1)]));
        assert_eq!(coded(&[(9, 27)], Rule::Any), spans(&[(0, 3)]));
        assert_eq!(coded(&[(9, 26)], Rule::Half), spans(&[(1, 3)]));
        assert_eq!(coded(&[(20, 22)], Rule::Any), [], "between two units");
    }

    #[test]
    fn the_interviewers_turns_hold_no_unit() {
        let version = version(&[(true, "Ça va ? Oui ?"), (false, "Oui. Un peu."), (false, "L’été, ça va.")]);
        let read = |unit| Layout::read(&version, unit);
        let count = |unit| read(unit).turns().iter().map(|turn| turn.len()).collect::<Vec<_>>();
        assert_eq!(count(Unit::Turn), [1, 1]);
        assert_eq!(count(Unit::Sentence), [2, 1]);
        assert_eq!(count(Unit::Token), [3, 3]);
        assert_eq!(count(Unit::Codepoint), [12, 13]);
        let all = Span::new(0, version.text.chars().count());
        for unit in Unit::ALL {
            assert_eq!(read(unit).project(vec![all], Rule::Half), [Span::new(0, read(unit).len())]);
            assert_eq!(Unit::parse(unit.name()), Some(unit));
        }
        assert_eq!(read(Unit::Codepoint).place(all), Some(Span::new(0, 25)));
        let question = Span::new(0, 5);
        assert_eq!(read(Unit::Codepoint).place(question), None);
    }

    prop_compose! {
        fn disjoint()(steps in prop::collection::vec((0_usize..4, 1_usize..7), 0..12)) -> Vec<Span> {
            let mut at = 0;
            steps.iter().map(|(gap, length)| {
                let start = at + gap;
                at = start + length;
                Span::new(start, at)
            }).collect()
        }
    }

    proptest! {
        /// A cell a character, which the runs spare.
        #[test]
        fn runs_say_what_cells_say(
            units in disjoint(),
            passages in prop::collection::vec((0_usize..60, 1_usize..20), 0..8),
        ) {
            let passages: Vec<Span> = passages.iter().map(|(from, len)| Span::new(*from, from + len)).collect();
            let layout = Layout::of(vec![Span::new(0, 200)], units.clone());
            let mut found = Vec::new();
            for rule in Rule::ALL {
                let runs = layout.project(passages.clone(), rule);
                prop_assert!(runs.windows(2).all(|two| two[0].end < two[1].start));
                let coded = |unit: usize| runs.iter().any(|run| run.covers(Span::new(unit, unit + 1)));
                let mut cells = Vec::new();
                for (at, unit) in units.iter().enumerate() {
                    let within = |place: &usize| passages.iter().any(|p| p.covers(Span::new(*place, place + 1)));
                    let covered = (unit.start.0..unit.end.0).filter(within).count();
                    let wanted = if rule == Rule::Any { covered > 0 } else { 2 * covered >= unit.len() };
                    prop_assert_eq!(coded(at), wanted);
                    cells.push(wanted);
                }
                found.push(cells);
            }
            let nested = found[1].iter().zip(&found[0]).all(|(half, any)| !half || *any);
            prop_assert!(nested, "what is half coded is coded");
        }
    }
}

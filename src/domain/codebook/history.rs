//! How a code became what it is: each change of it, and which of them changed what it means.

use std::collections::BTreeMap;

use super::model::Code;
use crate::domain::id::CodeId;

/// A code as an operation left it; none when it was taken out.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeState {
    /// The operation.
    pub operation: i64,
    /// As it was left.
    pub code: Option<Code>,
}

/// What is said of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its title.
    Title,
    /// What it is.
    Definition,
    /// What also counts.
    Include,
    /// What does not count.
    Exclude,
    /// Passages that show it.
    Examples,
    /// Its weights on axes.
    Weights,
    /// Its theme.
    Theme,
    /// The code above it.
    Parent,
    /// Whether and why it is retired.
    Retired,
}

impl Field {
    /// Returns its name in messages and pages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Definition => "definition",
            Self::Include => "include",
            Self::Exclude => "exclude",
            Self::Examples => "examples",
            Self::Weights => "weights",
            Self::Theme => "theme",
            Self::Parent => "parent",
            Self::Retired => "retired",
        }
    }

    /// Tells whether it says what the code means, so that passages coded before are to be looked at.
    pub fn defines(self) -> bool {
        matches!(self, Self::Definition | Self::Include | Self::Exclude)
    }
}

/// One field before and after an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: Field,
    /// Before; empty for nothing.
    pub before: String,
    /// After.
    pub after: String,
}

/// What an operation did to a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeChange {
    /// The operation.
    pub operation: i64,
    /// Whether it made the code.
    pub is_new: bool,
    /// Whether it took the code out of the codebook.
    pub is_gone: bool,
    /// The version of the definition that it left, from 1.
    pub version: u32,
    /// What changed; empty for a code that is new or gone.
    pub changes: Vec<FieldChange>,
}

/// Lists what operations did to a code, the first first; `states` in the order of their operations.
pub fn history(states: &[CodeState]) -> Vec<CodeChange> {
    let mut changes: Vec<CodeChange> = Vec::new();
    let (mut before, mut version): (Option<&Code>, u32) = (None, 0);
    for state in states {
        let fields = match (before, &state.code) {
            (Some(before), Some(after)) => compare(before, after),
            _ => Vec::new(),
        };
        let (is_new, is_gone) = match (before, &state.code) {
            (None, Some(_)) => (true, false),
            (Some(_), None) => (false, true),
            _ => (false, false),
        };
        before = state.code.as_ref();
        if !is_new && !is_gone && fields.is_empty() {
            continue;
        }
        // One that was out and comes back means what it says now.
        if is_new || fields.iter().any(|change| change.field.defines()) {
            version += 1;
        }
        changes.push(CodeChange { operation: state.operation, is_new, is_gone, version, changes: fields });
    }
    changes
}

/// When the definitions of codes changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DefinitionTimes {
    /// Operations that began a version of the definition, in their order.
    begun: BTreeMap<CodeId, Vec<i64>>,
}

impl DefinitionTimes {
    /// Gathers them from the states of every code.
    pub fn new(states: &BTreeMap<CodeId, Vec<CodeState>>) -> Self {
        let begun = states.iter().map(|(id, states)| {
            let mut operations: Vec<i64> = Vec::new();
            for change in history(states) {
                if usize::try_from(change.version).is_ok_and(|version| version > operations.len()) {
                    operations.push(change.operation);
                }
            }
            (id.clone(), operations)
        });
        Self { begun: begun.collect() }
    }

    /// Returns the present version of a code's definition.
    pub fn present(&self, code: &CodeId) -> u32 {
        let versions = self.begun.get(code).map_or(1, |begun| begun.len().max(1));
        u32::try_from(versions).unwrap_or(u32::MAX)
    }

    /// Returns the version of a code's definition that held just after an operation.
    pub fn at(&self, code: &CodeId, operation: i64) -> u32 {
        let versions =
            self.begun.get(code).map_or(1, |begun| begun.partition_point(|begun| *begun <= operation).max(1));
        u32::try_from(versions).unwrap_or(u32::MAX)
    }
}

fn compare(before: &Code, after: &Code) -> Vec<FieldChange> {
    let texts = |code: &Code| -> [(Field, String); 9] {
        let parent = code.parent.as_ref().map(|parent| parent.0.clone()).unwrap_or_default();
        let weights = code.weights.iter().map(|(axis, weight)| format!("{axis} {weight}"));
        let retired = code.retired.as_ref().map(|retired| match &retired.into {
            // An arrow before the code that takes its place: texts of the team hold none at their end.
            Some(into) => format!("{} → {into}", retired.reason).trim_start().to_owned(),
            None => retired.reason.clone(),
        });
        [
            (Field::Title, code.title.clone()),
            (Field::Definition, code.definition.clone()),
            (Field::Include, code.include.clone()),
            (Field::Exclude, code.exclude.clone()),
            (Field::Examples, code.examples.join("\n")),
            (Field::Weights, weights.collect::<Vec<_>>().join(", ")),
            (Field::Theme, code.theme.0.clone()),
            (Field::Parent, parent),
            (Field::Retired, retired.unwrap_or_default()),
        ]
    };
    let pairs = texts(before).into_iter().zip(texts(after));
    pairs
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| FieldChange { field, before, after })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(operation: i64, title: &str, definition: &str) -> CodeState {
        let code = Code {
            id: "a".into(),
            title: title.to_owned(),
            definition: definition.to_owned(),
            ..Code::default()
        };
        CodeState { operation, code: Some(code) }
    }

    #[test]
    fn only_what_defines_counts_as_a_version() {
        let states = [
            state(1, "A", "un"),
            state(2, "A", "un"),
            state(4, "B", "un"),
            state(6, "B", "deux"),
            CodeState { operation: 8, code: None },
            state(9, "B", "deux"),
        ];
        let changes = history(&states);
        let seen: Vec<(i64, bool, bool, u32, usize)> = changes
            .iter()
            .map(|one| (one.operation, one.is_new, one.is_gone, one.version, one.changes.len()))
            .collect();
        assert_eq!(
            seen,
            [
                (1, true, false, 1, 0),
                (4, false, false, 1, 1),
                (6, false, false, 2, 1),
                (8, false, true, 2, 0),
                (9, true, false, 3, 0)
            ]
        );
        let times = DefinitionTimes::new(&BTreeMap::from([("a".into(), states.to_vec())]));
        assert_eq!([0, 1, 5, 6, 8, 9].map(|operation| times.at(&"a".into(), operation)), [1, 1, 1, 2, 2, 3]);
        assert_eq!((times.present(&"a".into()), times.present(&"b".into())), (3, 1));
    }
}

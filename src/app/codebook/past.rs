//! How codes became what they are, and what was coded before they did.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::{AppError, Context};
use crate::domain::codebook::{CodeChange, CodeState, DefinitionTimes};
use crate::domain::coding::Coding;
use crate::domain::{CodeId, RecordId, TranscriptId};
use crate::store::{CodingFilter, Operation, PastTheme};

/// A change of a code, with who made it and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The operation.
    pub operation: Operation,
    /// What it did to the code.
    pub change: CodeChange,
}

/// A coding put under an older definition, and that nobody found right since.
#[derive(Clone, Debug, PartialEq)]
pub struct OlderCoding {
    /// The coding.
    pub coding: Coding,
    /// The version of the definition under which it was put.
    pub version: u32,
}

/// Tells which operations stand: those that no standing undo takes back.
struct Standing(BTreeMap<i64, Vec<i64>>);

impl Standing {
    fn new(undos: Vec<(i64, i64)>) -> Self {
        let mut by_undone: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for (undo, undone) in undos {
            by_undone.entry(undone).or_default().push(undo);
        }
        Self(by_undone)
    }

    fn stands(&self, operation: i64) -> bool {
        // An undo is newer than what it takes back, so this ends.
        !self.0.get(&operation).is_some_and(|undos| undos.iter().any(|undo| self.stands(*undo)))
    }
}

/// Gathers the states of each code that operations left which stand; what an undo left is what an
/// earlier one had left.
async fn states(context: &Context) -> Result<BTreeMap<CodeId, Vec<CodeState>>, AppError> {
    let standing = Standing::new(context.store.undos().await?);
    let past = context.store.past_themes().await?;
    let counts = |theme: &PastTheme| theme.undoes.is_none() && standing.stands(theme.born);
    let mut states: BTreeMap<CodeId, Vec<CodeState>> = BTreeMap::new();
    let mut themes: BTreeMap<String, BTreeSet<CodeId>> = BTreeMap::new();
    let standing_past: Vec<&PastTheme> = past.iter().filter(|theme| counts(theme)).collect();
    for of_operation in standing_past.chunk_by(|one, next| one.born == next.born) {
        let operation = of_operation[0].born;
        let mut gone: BTreeSet<CodeId> = BTreeSet::new();
        let mut present: BTreeSet<CodeId> = BTreeSet::new();
        for past in of_operation {
            let codes: BTreeSet<CodeId> = past.theme.codes.iter().map(|code| code.id.clone()).collect();
            let before = themes.insert(past.theme.id.0.clone(), codes.clone()).unwrap_or_default();
            gone.extend(before.difference(&codes).cloned());
            present.extend(codes);
            for code in &past.theme.codes {
                let state = CodeState { operation, code: Some(code.clone()) };
                states.entry(code.id.clone()).or_default().push(state);
            }
        }
        for id in gone.difference(&present) {
            states.entry(id.clone()).or_default().push(CodeState { operation, code: None });
        }
    }
    Ok(states)
}

/// Returns when the definitions of codes changed.
///
/// # Errors
/// The database cannot be read.
pub async fn definition_times(context: &Context) -> Result<DefinitionTimes, AppError> {
    Ok(DefinitionTimes::new(&states(context).await?))
}

/// Tells how a code became what it is, the newest change first.
///
/// # Errors
/// The database cannot be read.
pub async fn history(context: &Context, code: &CodeId) -> Result<Vec<Entry>, AppError> {
    let states = states(context).await?.remove(code).unwrap_or_default();
    let mut entries = Vec::new();
    for change in crate::domain::codebook::history(&states) {
        if let Some(operation) = context.store.operation(change.operation).await? {
            entries.push(Entry { operation, change });
        }
    }
    entries.reverse();
    Ok(entries)
}

/// The version of the definition under which each coding was put, and the present ones.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    times: DefinitionTimes,
    ages: BTreeMap<(RecordId, CodeId), i64>,
    checked: BTreeMap<(RecordId, CodeId), u32>,
}

impl Versions {
    /// Returns the present version of a code's definition.
    pub fn present(&self, code: &CodeId) -> u32 {
        self.times.present(code)
    }

    /// Returns the version under which a coding was put, or found right since; and whether the
    /// definition has changed after that.
    pub fn of(&self, coding: &RecordId, code: &CodeId) -> (u32, bool) {
        let key = (coding.clone(), code.clone());
        let put = self.ages.get(&key).map_or(self.present(code), |age| self.times.at(code, *age));
        let version = put.max(self.checked.get(&key).copied().unwrap_or(0));
        (version, version < self.present(code))
    }
}

/// Gathers the versions under which codings were put, of one code or one transcript where given.
///
/// # Errors
/// The database cannot be read.
pub async fn versions(
    context: &Context,
    code: Option<&CodeId>,
    transcript: Option<&TranscriptId>,
) -> Result<Versions, AppError> {
    let times = definition_times(context).await?;
    let ages = context.store.coding_ages(code, transcript).await?;
    let mut checked: BTreeMap<(RecordId, CodeId), u32> = BTreeMap::new();
    for (coding, found) in context.store.checked_definitions().await? {
        let version = checked.entry((coding, found.code)).or_insert(0);
        *version = found.version.max(*version);
    }
    Ok(Versions { times, ages, checked })
}

/// Lists the passages of a code that were put under an older definition and not found right since.
///
/// # Errors
/// The database cannot be read.
pub async fn older(context: &Context, code: &CodeId) -> Result<Vec<OlderCoding>, AppError> {
    let versions = versions(context, Some(code), None).await?;
    let filter = CodingFilter { code: Some(code.clone()), ..CodingFilter::default() };
    let codings = context.store.codings(&filter).await?.into_iter();
    let aged = codings.map(|coding| {
        let (version, is_older) = versions.of(&coding.id, &coding.code);
        (OlderCoding { coding, version }, is_older)
    });
    Ok(aged.filter(|(_, is_older)| *is_older).map(|(older, _)| older).collect())
}

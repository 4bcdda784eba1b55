//! Which codings were put while their code had another definition.

use std::collections::BTreeMap;

use crate::app::{AppError, Context};
use crate::domain::CodeId;
use crate::domain::codebook::{Code, Theme};

/// What a definition says: a change of anything else leaves codings as they are.
fn definition(code: &Code) -> (&str, &str, &str) {
    (&code.definition, &code.include, &code.exclude)
}

/// Lists the stretches of operations in which a code had another definition than now: code, first
/// operation, and the first one after.
pub(super) async fn stale_ranges(context: &Context) -> Result<Vec<(CodeId, i64, i64)>, AppError> {
    let now = context.store.codebook().await?;
    let states = context.store.themes_as_they_were().await?;
    Ok(ranges(&states, &now.themes))
}

fn ranges(states: &[(i64, Theme)], now: &[Theme]) -> Vec<(CodeId, i64, i64)> {
    let present: BTreeMap<&CodeId, &Code> =
        now.iter().flat_map(|theme| &theme.codes).map(|code| (&code.id, code)).collect();
    let mut open: BTreeMap<&CodeId, i64> = BTreeMap::new();
    let mut found = Vec::new();
    for (born, theme) in states {
        for code in &theme.codes {
            let Some(current) = present.get(&code.id) else { continue };
            if definition(code) == definition(current) {
                if let Some(from) = open.remove(&code.id) {
                    found.push((code.id.clone(), from, *born));
                }
            } else {
                open.entry(&code.id).or_insert(*born);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(definition: &str) -> Theme {
        let code = Code { id: "dettes".into(), definition: definition.to_owned(), ..Code::default() };
        Theme { codes: vec![code], ..Theme::default() }
    }

    #[test]
    fn codings_made_under_another_definition_are_between_its_operations() {
        let states = [(1, theme("a")), (4, theme("b")), (6, theme("c")), (9, theme("a")), (12, theme("c"))];
        let found = ranges(&states, &[theme("c")]);
        assert_eq!(found, [("dettes".into(), 1, 6), ("dettes".into(), 9, 12)]);
        assert_eq!(ranges(&states[..1], &[theme("a")]), []);
    }
}

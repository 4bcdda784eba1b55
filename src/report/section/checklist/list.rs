//! The items of each checklist in their groups, as published.

use std::ops::RangeInclusive;

use crate::domain::reporting::Checklist;

/// Items that stand together.
pub(super) struct Group {
    /// Key of its title, after `checklist-<name>-`; empty: its domain says it.
    pub(super) title: &'static str,
    /// Its items.
    pub(super) items: RangeInclusive<u8>,
}

/// A part of a checklist.
pub(super) struct Domain {
    /// Key of its title, after `checklist-<name>-`.
    pub(super) title: &'static str,
    /// Its groups.
    pub(super) groups: &'static [Group],
}

macro_rules! domains {
    ($($title:literal: [$($group:literal $items:expr),+]),+ $(,)?) => {
        &[$(Domain { title: $title, groups: &[$(Group { title: $group, items: $items }),+] }),+]
    };
}

/// Lists the parts of a checklist.
pub(super) fn domains(checklist: Checklist) -> &'static [Domain] {
    match checklist {
        Checklist::Coreq => domains![
            "team": ["personal" 1..=5, "relationship" 6..=8],
            "design": ["theory" 9..=9, "selection" 10..=13, "setting" 14..=16, "collection" 17..=23],
            "findings": ["analysis" 24..=28, "reporting" 29..=32],
        ],
        Checklist::Srqr => domains![
            "front": ["" 1..=2],
            "introduction": ["" 3..=4],
            "methods": ["" 5..=15],
            "results": ["" 16..=17],
            "discussion": ["" 18..=19],
            "other": ["" 20..=21],
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_stands_once_in_order() {
        for checklist in Checklist::ALL {
            let groups = domains(checklist).iter().flat_map(|domain| domain.groups);
            let items: Vec<u8> = groups.flat_map(|group| group.items.clone()).collect();
            assert_eq!(items, (1..=checklist.items()).collect::<Vec<_>>());
        }
    }
}

//! Names of the places that links lead to: Word allows letters, digits and `_`, forty signs at most.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::document::{Block, Table};

/// Signs of a name before the mark that tells it from another.
const LONGEST: usize = 34;

/// The places of a document, by anchor.
#[derive(Debug, Default)]
pub(in crate::report::render) struct Anchors {
    names: BTreeMap<String, String>,
    taken: BTreeSet<String>,
}

impl Anchors {
    /// Gathers the places of some blocks, those inside boxes and folds too.
    pub(in crate::report::render) fn of(blocks: &[Block]) -> Self {
        let mut anchors = Self::default();
        anchors.gather(blocks);
        anchors
    }

    /// Returns the name of the place of an anchor; none where the document has no such place, and a link
    /// would be dead.
    pub(in crate::report::render) fn name(&self, anchor: &str) -> Option<&str> {
        self.names.get(anchor).map(String::as_str)
    }

    fn gather(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { anchor, .. } | Block::Turn { anchor, .. } => self.add(anchor),
                Block::Card(card) => self.add(&card.anchor),
                Block::Figure(figure) => {
                    self.add(&format!("fig-{}", figure.name));
                    if let Some(table) = &figure.table {
                        self.add(&format!("values-{}", figure.name));
                        self.rows(table);
                    }
                }
                Block::Table(table) => {
                    if !table.name.is_empty() {
                        self.add(&format!("tab-{}", table.name));
                    }
                    self.rows(table);
                }
                Block::Box { blocks, .. } => self.gather(blocks),
                Block::Fold { anchor, blocks, .. } => {
                    self.add(anchor);
                    if !crate::report::render::layout::outside::stays_outside(block) {
                        self.gather(blocks);
                    }
                }
                _ => {}
            }
        }
    }

    fn rows(&mut self, table: &Table) {
        for anchor in table.rows.iter().filter_map(|row| row.anchor.as_ref()) {
            self.add(anchor);
        }
    }

    pub(in crate::report::render) fn add(&mut self, anchor: &str) {
        if anchor.is_empty() || self.names.contains_key(anchor) {
            return;
        }
        let mut name: String = anchor
            .chars()
            .map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' })
            .take(LONGEST)
            .collect();
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            name.insert_str(0, "a_");
        }
        let mut free = name.clone();
        let mut count = 1_usize;
        // Word takes names that differ in case for one.
        while !self.taken.insert(free.to_lowercase()) {
            count += 1;
            free = format!("{name}_{count}");
        }
        self.names.insert(anchor.to_owned(), free);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_apart_and_made_of_plain_letters() {
        let long = "reg-obstacles-administratifs-ou-numériques-et-autres";
        let mut anchors = Anchors::default();
        for anchor in ["reg-é", "reg-è", "REG-É", "1", long, &format!("{long}-2")] {
            anchors.add(anchor);
        }
        let names: Vec<&str> =
            ["reg-é", "reg-è", "REG-É", "1"].map(|one| anchors.name(one).unwrap_or("")).into();
        assert_eq!(names, ["reg__", "reg___2", "REG___3", "a_1"]);
        assert!(anchors.names.values().all(|name| name.len() <= 40));
        assert_eq!(anchors.taken.len(), 6);
        assert_eq!(anchors.name("elsewhere"), None);
    }
}

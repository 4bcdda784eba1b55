//! Counts tables and figures as word processors do, each kind for itself.

use std::collections::BTreeMap;

/// The last number of each kind of caption.
#[derive(Debug, Default)]
pub(in crate::report::render) struct Counted(BTreeMap<String, usize>);

impl Counted {
    /// Notes the number of a caption and returns the one before it, 0 where it is the first. A word
    /// processor counts by one: where the numbers leap, the caption has to say so.
    pub(in crate::report::render) fn step(&mut self, kind: &str, number: usize) -> usize {
        self.0.insert(kind.to_owned(), number).unwrap_or(0)
    }
}

/// Returns what stands before the number of a label, « Tableau » of « Tableau 3 » with its blank; none
/// where the label has no number that a word processor could count.
pub(in crate::report::render) fn before_number(label: &str, number: usize) -> Option<&str> {
    label.strip_suffix(&number.to_string()).filter(|word| number > 0 && !word.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_counted_for_itself() {
        let mut counted = Counted::default();
        assert_eq!((counted.step("Table", 1), counted.step("Figure", 1)), (0, 0));
        assert_eq!((counted.step("Table", 4), counted.step("Table", 5)), (1, 4));
    }

    #[test]
    fn a_label_without_a_number_is_not_counted() {
        assert_eq!(before_number("Tableau\u{a0}3", 3), Some("Tableau\u{a0}"));
        assert_eq!(before_number("", 0), None);
        assert_eq!(before_number("3", 3), None);
        assert_eq!(before_number("Tableau 0", 0), None);
    }
}

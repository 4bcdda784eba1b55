//! The descending classification: the largest class is cut in two until there are as many as wanted.

use serde::Serialize;

use super::split::{CONTINGENCY, LEAST_SEGMENTS, share_terms, split};
use super::table::SegmentTable;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Classes of fewer segments are not cut.
pub const LEAST_CUT: usize = 5;

/// What a classification is asked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TreeSettings {
    /// Classes wanted.
    pub classes: usize,
    /// Greatest contingency coefficient at which a term may go on in both classes.
    pub contingency: f64,
    /// Fewest segments of a class in which a term must be to go on in it.
    pub least_segments: u32,
    /// Fewest segments of a class that is cut.
    pub least_cut: usize,
}

impl TreeSettings {
    /// The usual settings for so many classes.
    pub fn of(classes: usize) -> Self {
        Self { classes, contingency: CONTINGENCY, least_segments: LEAST_SEGMENTS, least_cut: LEAST_CUT }
    }
}

/// How a class was cut.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cut {
    /// The two classes made, by position.
    pub into: [usize; 2],
    /// χ² of the two classes × terms along the axis.
    pub chi2_cut: f64,
    /// The same after segments were moved.
    pub chi2: f64,
    /// How many were.
    pub moves: usize,
    /// First and second singular value: near each other, other words could have made the cut.
    pub singular_values: [f64; 2],
    /// Terms that the class went by.
    pub terms: usize,
    /// Segments left out because none of these terms is in them.
    pub dropped: usize,
}

/// A class of the tree, cut or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Node {
    /// The class it was cut from.
    pub parent: Option<usize>,
    /// Its segments, rising.
    #[serde(skip)]
    pub segments: Vec<usize>,
    /// The terms it goes by, rising.
    #[serde(skip)]
    pub terms: Vec<u32>,
    /// How it was cut; nothing for one that stands at the end.
    pub cut: Option<Cut>,
    /// Its number among the classes at the end, from 1, in the order of the branches.
    pub number: Option<usize>,
}

/// A descending classification.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tree {
    /// All classes; the first holds every segment with a term.
    pub nodes: Vec<Node>,
    /// The class of each segment at the end, from 1; nothing for one left out.
    #[serde(skip)]
    pub class_of: Vec<Option<usize>>,
    /// Classes made.
    pub classes: usize,
    /// Why there are fewer than wanted.
    pub stopped: Option<Undefined>,
}

impl Tree {
    /// The share of the segments that are in a class; under 70 % the classes say little of the corpus.
    ///
    /// # Errors
    /// [`Undefined::NoObservations`] without a segment.
    pub fn classified_share(&self) -> Defined {
        if self.class_of.is_empty() {
            return Err(Undefined::NoObservations);
        }
        let classified = self.class_of.iter().filter(|class| class.is_some()).count();
        Ok(classified as f64 / self.class_of.len() as f64)
    }
}

/// Classifies segments; their order is the caller's, and only settles what is equal.
///
/// Each time the class with the most segments is cut ([`split`]); one that cannot be is left as it is, and
/// the next largest taken. Segments without a term, at first or once terms were chosen, are in no class. Of
/// two classes made by a cut, the one with the earlier first segment comes first.
///
/// # Errors
/// [`Undefined::NoObservations`] without a segment that has a term; [`Undefined::InvalidValue`] for fewer
/// than two classes; why the first cut cannot be made: [`Undefined::ConstantValues`] when all segments hold
/// the same terms, [`Undefined::TooFew`].
///
/// Source: Reinert (1983), Les cahiers de l’analyse des données 8; Ratinaud and Marchand (2012).
pub fn classify(table: &SegmentTable, settings: &TreeSettings) -> Defined<Tree> {
    if settings.classes < 2 {
        return Err(Undefined::InvalidValue);
    }
    let all_terms: Vec<u32> =
        (0_u32..).zip(table.frequencies()).filter(|(_, held)| *held > 0).map(|(term, _)| term).collect();
    let segments: Vec<usize> = (0..table.len()).filter(|segment| !table.row(*segment).is_empty()).collect();
    if segments.is_empty() {
        return Err(Undefined::NoObservations);
    }
    let root = Node { parent: None, segments, terms: all_terms, cut: None, number: None };
    let (mut nodes, mut uncut, mut stopped) = (vec![root], vec![false], None);
    for _ in 1..settings.classes {
        let Some((cut, children)) = cut_largest(table, &nodes, &mut uncut, settings, &mut stopped) else {
            break;
        };
        let parent = cut;
        nodes[parent].cut = Some(Cut { into: [nodes.len(), nodes.len() + 1], ..children.0 });
        for (segments, terms) in children.1 {
            nodes.push(Node { parent: Some(parent), segments, terms, cut: None, number: None });
            uncut.push(false);
        }
    }
    if nodes.len() == 1 {
        return Err(stopped.unwrap_or(Undefined::ConstantValues));
    }
    let mut tree = Tree { nodes, class_of: vec![None; table.len()], classes: 0, stopped };
    tree.number();
    if tree.classes >= settings.classes {
        tree.stopped = None;
    }
    Ok(tree)
}

type Children = (Cut, [(Vec<usize>, Vec<u32>); 2]);

/// Cuts the largest class that can be; the first of several as large.
fn cut_largest(
    table: &SegmentTable,
    nodes: &[Node],
    uncut: &mut [bool],
    settings: &TreeSettings,
    stopped: &mut Option<Undefined>,
) -> Option<(usize, Children)> {
    loop {
        let open = (0..nodes.len()).filter(|at| nodes[*at].cut.is_none() && !uncut[*at]);
        let largest = open.max_by_key(|at| (nodes[*at].segments.len(), usize::MAX - at))?;
        match cut(table, &nodes[largest], settings) {
            Ok(children) => return Some((largest, children)),
            Err(reason) => {
                uncut[largest] = true;
                stopped.get_or_insert(reason);
            }
        }
    }
}

fn cut(table: &SegmentTable, node: &Node, settings: &TreeSettings) -> Defined<Children> {
    let needed = settings.least_cut.max(2);
    if node.segments.len() < needed {
        return Err(Undefined::TooFew { needed, present: node.segments.len() });
    }
    if node.terms.is_empty() {
        return Err(Undefined::NoObservations);
    }
    let (part, kept) = table.restrict(&node.segments, &node.terms);
    // Terms chosen before may have left with segments of the other class: none is empty in this one.
    let held: Vec<u32> =
        (0_u32..).zip(part.frequencies()).filter(|(_, held)| *held > 0).map(|(term, _)| term).collect();
    let (part, _) = part.restrict(&(0..part.len()).collect::<Vec<_>>(), &held);
    let found = split(&part)?;
    let shares = share_terms(&part, &found.second, settings.contingency, settings.least_segments);
    let child = |group: usize| -> (Vec<usize>, Vec<u32>) {
        let mine = kept.iter().zip(&found.second).filter(|(_, second)| usize::from(**second) == group);
        let terms = held.iter().zip(&shares).filter(|(_, share)| share.kept[group]);
        (
            mine.map(|(segment, _)| *segment).collect(),
            terms.map(|(term, _)| node.terms[*term as usize]).collect(),
        )
    };
    let figures = Cut {
        into: [0, 0],
        chi2_cut: found.chi2_cut,
        chi2: found.chi2,
        moves: found.moves,
        singular_values: found.axis.singular_values,
        terms: held.len(),
        dropped: node.segments.len() - kept.len(),
    };
    Ok((figures, [child(0), child(1)]))
}

impl Tree {
    /// Numbers the classes at the end in the order of the branches.
    fn number(&mut self) {
        let mut waiting = vec![0];
        while let Some(at) = waiting.pop() {
            if let Some(cut) = &self.nodes[at].cut {
                waiting.extend(cut.into.iter().rev());
                continue;
            }
            self.classes += 1;
            self.nodes[at].number = Some(self.classes);
            for segment in &self.nodes[at].segments {
                self.class_of[*segment] = Some(self.classes);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Segments of `worlds` subjects, each with its own words and some common ones.
    pub(crate) fn worlds(worlds: u32, each: u32) -> SegmentTable {
        let rows = (0..worlds * each).map(|i| {
            let (world, turn) = (i % worlds, i / worlds);
            let own = |j: u32| 6 * world + (turn + j) % 6;
            vec![own(0), own(1), own(3), 6 * worlds + (turn % 3)]
        });
        SegmentTable::new((6 * worlds + 3) as usize, rows)
    }

    #[test]
    fn as_many_worlds_as_classes_are_found() {
        let tree = classify(&worlds(4, 12), &TreeSettings::of(4)).unwrap();
        assert_eq!((tree.classes, tree.stopped), (4, None));
        for world in 0..4 {
            let classes: Vec<_> = (0..12).map(|turn| tree.class_of[world + 4 * turn]).collect();
            assert!(classes.iter().all(|class| *class == classes[0] && class.is_some()), "{classes:?}");
        }
        assert_eq!(tree.class_of[0], Some(1), "the first segment is in the first class");
        assert_eq!(tree.classified_share(), Ok(1.0));
    }

    #[test]
    fn what_cannot_be_classified_says_why() {
        let same = SegmentTable::new(2, vec![vec![0, 1]; 20]);
        assert_eq!(classify(&same, &TreeSettings::of(3)), Err(Undefined::ConstantValues));
        let mute = SegmentTable::new(2, vec![vec![]; 20]);
        assert_eq!(classify(&mute, &TreeSettings::of(3)), Err(Undefined::NoObservations));
        assert_eq!(classify(&SegmentTable::default(), &TreeSettings::of(3)), Err(Undefined::NoObservations));
        let few = worlds(2, 2);
        assert_eq!(
            classify(&few, &TreeSettings::of(3)),
            Err(Undefined::TooFew { needed: LEAST_CUT, present: 4 })
        );
        assert_eq!(classify(&few, &TreeSettings::of(1)), Err(Undefined::InvalidValue));
        let more = classify(&worlds(3, 6), &TreeSettings::of(100)).unwrap();
        assert!(more.classes < 100 && more.stopped.is_some(), "{:?}", more.stopped);
    }

    proptest! {
        #[test]
        fn every_segment_is_in_one_class_or_none(
            rows in prop::collection::vec(prop::collection::vec(0_u32..10, 0..6), 1..60),
            classes in 2_usize..7,
        ) {
            let table = SegmentTable::new(10, rows);
            match classify(&table, &TreeSettings::of(classes)) {
                Err(reason) => prop_assert_ne!(reason, Undefined::InvalidValue),
                Ok(tree) => {
                    prop_assert!(tree.classes <= classes && (tree.classes == classes) == tree.stopped.is_none());
                    let ends: Vec<&Node> = tree.nodes.iter().filter(|node| node.cut.is_none()).collect();
                    let placed: usize = ends.iter().map(|node| node.segments.len()).sum();
                    prop_assert_eq!(placed, tree.class_of.iter().flatten().count());
                    prop_assert!(ends.iter().all(|node| !node.segments.is_empty()));
                }
            }
        }
    }
}

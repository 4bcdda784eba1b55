//! A tree of merges lying on its side: would another method group alike?

use super::axis::{Axis, Guide};
use super::palette::Class;
use super::scale::to_f64;
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// A leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Name.
    pub label: String,
    /// Retained class: the shape before the name.
    pub class: Class,
    /// Class of its branch: the group of this tree.
    pub branch: Class,
}

/// A merge of two nodes: leaves are 0 to n − 1, merge i is node n + i.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Merge {
    /// One node.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// Height of the merge, in units of the axis.
    pub height: f64,
    /// Class of the branch it makes; neutral above the cut.
    pub branch: Class,
}

/// A dendrogram.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dendrogram {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis of heights.
    pub axis: Axis,
    /// Leaves, as numbered by the merges.
    pub leaves: Vec<Leaf>,
    /// Order of the leaves from top to bottom; those it forgets come last.
    pub order: Vec<usize>,
    /// Merges, in order of height.
    pub merges: Vec<Merge>,
    /// Dotted vertical line where the tree is cut.
    pub cut: Option<Guide>,
}

impl Chart for Dendrogram {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let names = self.leaves.iter().map(|leaf| Font::SMALL_BOLD.width(&leaf.label)).fold(0.0, f64::max);
        let name_room = names.min(width.pick(220.0, 110.0));
        let left = 24.0 + name_room + 12.0;
        let end = width.px() - 16.0;
        let x = self.axis.scale(left, end);
        let bottom = TOP + ROW * to_f64(self.leaves.len()) + 6.0;
        if let Some(cut) = &self.cut {
            let at = x.held(cut.at);
            drawing.line(at, 4.0, at, bottom, "p-cut");
            let fits = at + 6.0 + Font::TINY.width(&cut.label) < width.px();
            let (at, anchor) = if fits { (at + 6.0, Anchor::Start) } else { (at - 6.0, Anchor::End) };
            drawing.text(at, 13.0, anchor, "p-xs p-mute", &cut.label);
        }
        let rows = self.rows();
        let mut nodes: Vec<Node> = self
            .leaves
            .iter()
            .zip(&rows)
            .map(|(leaf, row)| Node {
                x: x.held(0.0),
                y: TOP + ROW * (to_f64(*row) + 0.5),
                branch: leaf.branch,
            })
            .collect();
        for (leaf, node) in self.leaves.iter().zip(&nodes) {
            leaf.class.mark(&mut drawing, 9.0, node.y, 5.4, "");
            let label = Font::SMALL_BOLD.fit(&leaf.label, name_room + 1.0);
            drawing.text(24.0, node.y + 4.5, Anchor::Start, "p-sm p-b", &label);
        }
        let mut strokes = Vec::new();
        for merge in &self.merges {
            let pair = (nodes.get(merge.first).copied(), nodes.get(merge.second).copied());
            let (Some(first), Some(second)) = pair else { continue };
            let at = x.held(merge.height);
            for child in [first, second] {
                strokes.push(((child.x, child.y), (at, child.y), child.branch));
            }
            strokes.push(((at, first.y), (at, second.y), merge.branch));
            nodes.push(Node { x: at, y: f64::midpoint(first.y, second.y), branch: merge.branch });
        }
        // A darker outline under each branch: the pale classes alone would be too faint on white.
        for (pen, kind) in [("p-under", 'o'), ("p-branch", 's')] {
            for (from, to, class) in &strokes {
                drawing.line(from.0, from.1, to.0, to.1, &format!("{pen} {}", class.css(kind)));
            }
        }
        drawing.line(left, bottom, end, bottom, "p-ax");
        let height = self.axis.draw_below(&mut drawing, &x, left, end, bottom, width);
        drawing.finish(&self.alternative, width, height)
    }
}

/// Height of a leaf.
const ROW: f64 = 20.0;
/// Top of the first leaf.
const TOP: f64 = 14.0;

/// A drawn node.
#[derive(Clone, Copy)]
struct Node {
    x: f64,
    y: f64,
    branch: Class,
}

impl Dendrogram {
    /// Gives the row of each leaf; an order that repeats or forgets leaves is mended.
    fn rows(&self) -> Vec<usize> {
        let mut rows = vec![usize::MAX; self.leaves.len()];
        let mut next = 0;
        for leaf in self.order.iter().copied().chain(0..self.leaves.len()) {
            if let Some(row) = rows.get_mut(leaf).filter(|row| **row == usize::MAX) {
                *row = next;
                next += 1;
            }
        }
        rows
    }
}

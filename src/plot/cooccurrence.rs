//! The lower triangle of things met together: which come together, and more than by chance?

use super::svg::{Alternative, Chart, Drawing, Width};

/// A thing of the diagonal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixItem {
    /// Its name.
    pub label: String,
    /// Its own count, written before the name.
    pub count: String,
    /// Rank of its group; a rule separates groups.
    pub group: usize,
    /// Where a click on the name leads.
    pub link: Option<String>,
}

/// Two things and what they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Index of one.
    pub first: usize,
    /// Index of the other.
    pub second: usize,
    /// What they share: the area of the square.
    pub shared: f64,
    /// Number written in the square when it reaches [`Cooccurrence::figures_from`].
    pub text: String,
    /// More often than by chance: dark.
    pub above: bool,
    /// Sentence shown when the pointer rests on the square.
    pub hint: Option<String>,
    /// Where a click leads.
    pub link: Option<String>,
}

/// A triangle of squares; drawn wide only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cooccurrence {
    /// Text alternative.
    pub alternative: Alternative,
    /// The things, by group.
    pub items: Vec<MatrixItem>,
    /// Pairs to draw (those under the least number worth showing are left out by the caller).
    pub pairs: Vec<Pair>,
    /// Numbers are written from this value on.
    pub figures_from: f64,
    /// Key of the dark square.
    pub above_key: String,
    /// Key of the pale square.
    pub other_key: String,
    /// Count shown as specimen in the key and its sentence, « devant le nom : … ».
    pub count_key: (String, String),
    /// How to read a cell.
    pub reading: String,
}

impl Chart for Cooccurrence {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}

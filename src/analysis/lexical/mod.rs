//! Words counted: distinctive vocabulary, and classes of segments.
//!
//! [`said`] is what interviewees say; [`corpus`] reads it once, as numbered terms; [`tool_words`] knows the words that say
//! nothing of a subject.
//!
//! - Vocabulary: [`specificity`] (Lafon) comes first, [`keyness`] holds the other measures, and
//!   [`vocabulary`] lists what a profile says more or less, with the number of persons who say it.
//! - Classes (Reinert's descending classification): [`segment`] cuts speech, [`table`] is segments × terms,
//!   [`axis`] finds its first axis, [`split`] cuts it in two and moves single segments, [`tree`] goes on
//!   until there are as many classes as wanted, [`double`] crosses two trees, [`characteristic`] says what
//!   distinguishes a class; [`classes`] runs all of it.
//! - [`crossing`]: classes are of discourse, profiles of persons; they are crossed, never equated.

pub mod axis;
pub mod characteristic;
mod chi2;
pub mod classes;
pub mod corpus;
pub mod crossing;
pub mod double;
pub mod keyness;
pub mod said;
pub mod segment;
pub mod specificity;
pub mod split;
mod switch;
pub mod table;
pub mod tool_words;
pub mod tree;
pub mod vocabulary;

pub use axis::{Axis, first_axis};
pub use classes::{Class, Classes, Settings, classify_corpus};
pub use corpus::{Corpus, Term};
pub use crossing::{ClassesByProfile, cross_profiles};
pub use keyness::{signed_chi2, signed_g2, tf_idf};
pub use specificity::{Margins, specificity};
pub use split::{Split, TermShare, share_terms, split};
pub use table::SegmentTable;
pub use tree::{Tree, TreeSettings, classify};
pub use vocabulary::{PartVocabulary, VocabularyRule, vocabulary};

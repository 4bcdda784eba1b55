//! Projects that other programs keep in a database: `taguette` and `qualcoder` make of its tables the same
//! model as of a project of the exchange format; `read` tells them apart; `visible` makes text of HTML, `row` reads values.

mod qualcoder;
mod read;
mod row;
mod taguette;
mod visible;

pub use read::read;
pub use row::{Row, Tables};

/// Endings of files that hold such a database.
pub const EXTENSIONS: &[&str] = &["sqlite3", "sqlite", "qda"];

/// How every such file begins.
pub const MAGIC: &[u8] = b"SQLite format 3\0";

/// Tables that are read, of either program.
pub const TABLES: &[&str] = &[
    // Taguette.
    "projects",
    "documents",
    "highlights",
    "tags",
    "highlight_tags",
    "commands",
    // QualCoder.
    "project",
    "source",
    "code_cat",
    "code_name",
    "code_text",
    "annotation",
    "cases",
    "case_text",
    "attribute_type",
    "attribute",
    "journal",
    "code_image",
    "code_av",
    "graph",
];

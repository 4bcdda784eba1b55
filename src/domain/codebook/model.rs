//! The codebook: themes, and the tree of codes with their definitions.

use serde::{Deserialize, Serialize};

use crate::domain::id::{AxisId, CodeId, ThemeId};

/// Why a code is no longer given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retired {
    /// In the team's words.
    pub reason: String,
    /// The code to give in its place.
    pub into: Option<CodeId>,
}

/// A named idea with definition, inclusion, exclusion and examples.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Code {
    /// Unique within the study.
    pub id: CodeId,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// The code it refines, if any.
    pub parent: Option<CodeId>,
    /// As people read it.
    pub title: String,
    /// What it is; empty when the codebook says nothing.
    pub definition: String,
    /// What also counts.
    pub include: String,
    /// What does not count.
    pub exclude: String,
    /// Passages that show it.
    pub examples: Vec<String>,
    /// Its weight on each axis, in the order written: sign is polarity, 1 the usual size.
    pub weights: Vec<(AxisId, f64)>,
    /// Why it is no longer given, if so; it keeps its passages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Retired>,
    /// Line of its heading in the theme's file, from 1.
    pub line: usize,
}

/// A theme: one file of the codebook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    /// Unique within the study.
    pub id: ThemeId,
    /// As people read it.
    pub title: String,
    /// `#rrggbb`, if given.
    pub colour: Option<String>,
    /// What it gathers.
    pub summary: String,
    /// Path of its file, relative to the study folder.
    pub path: String,
    /// Its codes in the order of the file, a sub-code after its parent.
    pub codes: Vec<Code>,
}

/// Every theme, in the order of their files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Codebook {
    /// In the order of their paths.
    pub themes: Vec<Theme>,
}

impl Codebook {
    /// Lists all codes in the order of the codebook.
    pub fn codes(&self) -> impl Iterator<Item = &Code> {
        self.themes.iter().flat_map(|theme| theme.codes.iter())
    }

    /// Finds a code by its id.
    pub fn find(&self, id: &CodeId) -> Option<&Code> {
        self.codes().find(|code| &code.id == id)
    }

    /// Lists the codes that weigh on an axis, with their weights.
    pub fn on_axis<'a>(&'a self, axis: &'a AxisId) -> impl Iterator<Item = (&'a Code, f64)> {
        self.codes().filter_map(move |code| {
            code.weights.iter().find(|(known, _)| known == axis).map(|(_, weight)| (code, *weight))
        })
    }
}

//! What travels through the public interface. Positions count Unicode scalar values, the end not
//! included; what is not given is `null`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::codebook::{Code, Theme};

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Stretch {
    /// First scalar value.
    #[schema(example = 120)]
    pub(crate) start: usize,
    /// After the last.
    #[schema(example = 180)]
    pub(crate) end: usize,
}

/// Why a request was refused.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Refusal {
    /// Names the reason, whatever the language.
    #[schema(example = "unknown")]
    pub(crate) key: String,
    /// For people, in the language of the session.
    pub(crate) message: String,
    /// What the message names.
    pub(crate) details: std::collections::BTreeMap<String, String>,
}

/// A code of the codebook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodeShape {
    /// Unique within the study.
    pub(crate) id: String,
    /// As people read it.
    pub(crate) title: String,
    /// The code it refines.
    pub(crate) parent: Option<String>,
    /// What it is; empty when the codebook says nothing.
    pub(crate) definition: String,
    /// What also counts.
    pub(crate) include: String,
    /// What does not count.
    pub(crate) exclude: String,
    /// Passages that show it.
    pub(crate) examples: Vec<String>,
    /// Its weight on each axis.
    pub(crate) weights: std::collections::BTreeMap<String, f64>,
}

/// A theme of the codebook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThemeShape {
    /// Unique within the study.
    pub(crate) id: String,
    /// As people read it.
    pub(crate) title: String,
    /// `#rrggbb`, if given.
    pub(crate) colour: Option<String>,
    /// What it gathers.
    pub(crate) summary: String,
    /// In the order of the codebook, a sub-code after its parent.
    pub(crate) codes: Vec<CodeShape>,
}

impl From<Theme> for ThemeShape {
    fn from(theme: Theme) -> Self {
        Self {
            id: theme.id.0,
            title: theme.title,
            colour: theme.colour,
            summary: theme.summary,
            codes: theme.codes.into_iter().map(CodeShape::from).collect(),
        }
    }
}

impl From<Code> for CodeShape {
    fn from(code: Code) -> Self {
        Self {
            id: code.id.0,
            title: code.title,
            parent: code.parent.map(|parent| parent.0),
            definition: code.definition,
            include: code.include,
            exclude: code.exclude,
            examples: code.examples,
            weights: code.weights.into_iter().map(|(axis, weight)| (axis.0, weight)).collect(),
        }
    }
}

//! Identifiers that researchers read and write: short texts, one type each.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! identifier {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// Returns its text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    };
}

identifier!(
    /// Names a transcript and its case: `E01`.
    TranscriptId
);
identifier!(
    /// Names a code within the study: `ressources`.
    CodeId
);
identifier!(
    /// Names a theme of the codebook: `situation`.
    ThemeId
);
identifier!(
    /// Names an axis: `complexity`.
    AxisId
);
identifier!(
    /// Names a person who codes: `c1`.
    CoderId
);
impl CoderId {
    /// Whose the codings are that settle a disagreement: no person, and counted as none.
    pub const CONSENSUS: &str = "consensus";

    /// Returns the consensus.
    pub fn consensus() -> Self {
        Self(Self::CONSENSUS.to_owned())
    }

    /// Tells whether it is the consensus, which judged nothing by itself.
    pub fn is_consensus(&self) -> bool {
        self.0 == Self::CONSENSUS
    }
}

identifier!(
    /// Names a coding, an operation or a run in the store: a UUID version 7.
    RecordId
);
identifier!(
    /// Names a respondent to the questionnaire: `R017`.
    RespondentId
);

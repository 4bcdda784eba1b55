//! Why a codebook cannot be changed as asked.

use thiserror::Error;

/// A change of the codebook that cannot be; nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodebookError {
    /// The codebook does not have the code.
    #[error("find the code {code:?}")]
    UnknownCode {
        /// As asked.
        code: String,
    },
    /// The codebook does not have the theme.
    #[error("find the theme {theme:?}")]
    UnknownTheme {
        /// As asked.
        theme: String,
    },
    /// The study does not declare the axis.
    #[error("find the axis {axis:?}")]
    UnknownAxis {
        /// As asked.
        axis: String,
    },
    /// Another code or theme has that title.
    #[error("give the title {title:?} twice")]
    TitleTaken {
        /// The title.
        title: String,
    },
    /// A code or a theme needs a title.
    #[error("read a title")]
    NoTitle,
    /// Retiring needs a reason.
    #[error("read a reason")]
    NoReason,
    /// A code cannot stand under itself or be merged with itself.
    #[error("put the code {code:?} into itself")]
    IntoItself {
        /// The code.
        code: String,
    },
    /// A code that is retired takes no passages.
    #[error("give the code {code:?}, which is retired")]
    IntoRetired {
        /// The code.
        code: String,
    },
    /// Codes stand at most five levels deep.
    #[error("put a code six levels deep")]
    TooDeep,
    /// A colour is `#rrggbb`.
    #[error("read the colour {colour:?}")]
    Colour {
        /// As asked.
        colour: String,
    },
    /// A passage named is not one of the code.
    #[error("find a passage of the code {code:?}")]
    NotItsPassage {
        /// The code.
        code: String,
    },
    /// No passage was named.
    #[error("find passages to move")]
    NoPassage,
    /// Written down, the theme would read otherwise than it is meant.
    #[error("write the theme so that it reads back")]
    Unreadable,
}

impl CodebookError {
    /// Returns the key of its message.
    pub fn key(&self) -> &'static str {
        match self {
            Self::UnknownCode { .. } => "codebook-unknown-code",
            Self::UnknownTheme { .. } => "codebook-unknown-theme",
            Self::UnknownAxis { .. } => "codebook-unknown-axis",
            Self::TitleTaken { .. } => "codebook-title-taken",
            Self::NoTitle => "codebook-no-title",
            Self::NoReason => "codebook-no-reason",
            Self::IntoItself { .. } => "codebook-into-itself",
            Self::IntoRetired { .. } => "codebook-into-retired",
            Self::TooDeep => "codebook-too-deep",
            Self::Colour { .. } => "codebook-colour",
            Self::NotItsPassage { .. } => "codebook-not-its-passage",
            Self::NoPassage => "codebook-no-passage",
            Self::Unreadable => "codebook-unreadable",
        }
    }

    /// Lists what its message names.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownCode { code }
            | Self::IntoItself { code }
            | Self::IntoRetired { code }
            | Self::NotItsPassage { code } => vec![("code", code.clone())],
            Self::UnknownTheme { theme } => vec![("theme", theme.clone())],
            Self::UnknownAxis { axis } => vec![("axis", axis.clone())],
            Self::TitleTaken { title } => vec![("title", title.clone())],
            Self::Colour { colour } => vec![("colour", colour.clone())],
            Self::NoTitle | Self::NoReason | Self::TooDeep | Self::NoPassage | Self::Unreadable => Vec::new(),
        }
    }
}

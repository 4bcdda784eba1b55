//! Why a coding could not be made or changed as asked.

use thiserror::Error;

/// What became of a code that is no longer in the codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerCode {
    /// Its title.
    pub title: String,
    /// The code that took it in, when it was merged.
    pub into: Option<String>,
    /// Who took it out.
    pub coder: String,
    /// When, RFC 3339 UTC.
    pub at: String,
}

/// A coding that cannot be; nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CodingError {
    /// The codebook does not have the code.
    #[error("find the code {code:?}")]
    UnknownCode {
        /// As asked.
        code: String,
        /// What it was, if it ever was.
        former: Option<FormerCode>,
    },
    /// The codebook does not have the theme.
    #[error("find the theme {theme:?}")]
    UnknownTheme {
        /// As asked.
        theme: String,
    },
    /// The study does not have the interview.
    #[error("find the interview {transcript:?}")]
    UnknownTranscript {
        /// As asked.
        transcript: String,
    },
    /// The interview has no such version.
    #[error("find version {version} of the interview")]
    UnknownVersion {
        /// As asked.
        version: u32,
    },
    /// A passage leaves the text.
    #[error("find a passage in version {version}")]
    OutOfRange {
        /// The version it was given for.
        version: u32,
    },
    /// A passage holds no word.
    #[error("find words in a passage")]
    NoWords,
    /// The words of a passage are not in the present version.
    #[error("find the words of a passage in the present version")]
    PassageGone {
        /// The words.
        exact: String,
    },
    /// There is no such coding, or it was removed.
    #[error("find a coding")]
    Gone,
    /// Only who coded may change a coding.
    #[error("change a coding of {coder}")]
    NotYours {
        /// Who coded.
        coder: String,
    },
    /// An intensity is 1 to 3.
    #[error("read an intensity")]
    Intensity,
    /// Nothing to code with, or on.
    #[error("find a code and a passage")]
    Nothing,
    /// Identifiers of codings: as many as codings, each new.
    #[error("take the identifiers given")]
    Identifiers,
    /// A code needs a title.
    #[error("read the title of a code")]
    NoTitle,
    /// Another code has that title.
    #[error("make a second code {title:?}")]
    CodeExists {
        /// The title.
        title: String,
        /// The code that has it.
        code: String,
    },
    /// The identifier of the request was used for another request.
    #[error("carry out a request whose identifier was used for another")]
    RequestReused,
}

impl CodingError {
    /// Names it for messages and for pages.
    pub fn key(&self) -> &'static str {
        match self {
            Self::UnknownCode { .. } => "unknown-code",
            Self::UnknownTheme { .. } => "unknown-theme",
            Self::UnknownTranscript { .. } => "unknown-transcript",
            Self::UnknownVersion { .. } => "unknown-version",
            Self::OutOfRange { .. } => "span-out-of-range",
            Self::NoWords => "span-without-words",
            Self::PassageGone { .. } => "passage-gone",
            Self::Gone => "coding-gone",
            Self::NotYours { .. } => "not-yours",
            Self::Intensity => "bad-intensity",
            Self::Nothing => "nothing-to-code",
            Self::Identifiers => "bad-identifiers",
            Self::NoTitle => "code-without-title",
            Self::CodeExists { .. } => "code-exists",
            Self::RequestReused => "request-reused",
        }
    }

    /// Lists what the message names.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownCode { code, former } => {
                let mut details = vec![("code", code.clone())];
                // The message chooses its words by what became of the code.
                let became = former
                    .as_ref()
                    .map_or("nothing", |former| if former.into.is_some() { "merged" } else { "removed" });
                details.push(("became", became.to_owned()));
                if let Some(former) = former {
                    details.push(("title", former.title.clone()));
                    details.push(("coder", former.coder.clone()));
                    details.push(("at", former.at.clone()));
                    details.extend(former.into.clone().map(|into| ("into", into)));
                }
                details
            }
            Self::UnknownTheme { theme } => vec![("theme", theme.clone())],
            Self::UnknownTranscript { transcript } => vec![("transcript", transcript.clone())],
            Self::UnknownVersion { version } | Self::OutOfRange { version } => {
                vec![("version", version.to_string())]
            }
            Self::PassageGone { exact } => vec![("exact", exact.clone())],
            Self::NotYours { coder } => vec![("coder", coder.clone())],
            Self::CodeExists { title, code } => vec![("title", title.clone()), ("code", code.clone())],
            Self::NoWords
            | Self::Gone
            | Self::Intensity
            | Self::Nothing
            | Self::Identifiers
            | Self::NoTitle
            | Self::RequestReused => Vec::new(),
        }
    }
}

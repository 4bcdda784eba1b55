//! What a query can have wrong, and where.

use std::borrow::Cow;

use thiserror::Error;

use crate::text::CharOffset;

/// A query that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("query not understood at character {}: {kind}", at.0 + 1)]
pub struct QueryError {
    /// Where, in scalar values of the query.
    pub at: CharOffset,
    /// What.
    pub kind: QueryErrorKind,
}

impl QueryError {
    /// Returns the key of its message in the catalogues.
    pub fn key(&self) -> &'static str {
        self.kind.key()
    }

    /// Returns the arguments of its message, by name; `at` counts from 1.
    pub fn arguments(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let mut arguments = self.kind.arguments();
        arguments.push(("at", Cow::Owned((self.at.0 + 1).to_string())));
        arguments
    }
}

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QueryErrorKind {
    /// No word and no filter.
    #[error("no word to look for")]
    Empty,
    /// A quotation mark is not closed.
    #[error("quotation mark not closed")]
    UnbalancedQuote,
    /// A parenthesis is not closed or not opened.
    #[error("unbalanced parenthesis")]
    UnbalancedParenthesis,
    /// `OR` lacks a side.
    #[error("OR needs words on both sides")]
    LoneOr,
    /// Only words to exclude.
    #[error("only words to exclude")]
    OnlyNegative,
    /// The number after a phrase's `~` is missing or not within bounds.
    #[error("bad distance {found:?}, expected 0 to {most}")]
    BadDistance {
        /// What stands there.
        found: String,
        /// The largest accepted.
        most: u32,
    },
    /// The number after a word's `~` is not 1 or 2, or the word is several.
    #[error("bad number of edits {found:?}, expected 1 or 2 after one word")]
    BadEdits {
        /// What stands there.
        found: String,
    },
    /// A `*` elsewhere than at the end of a word.
    #[error("* stands only at the end of a word")]
    BadWildcard,
    /// A filter without a value.
    #[error("filter {name}: has no value")]
    EmptyFilter {
        /// Its name.
        name: String,
    },
    /// A filter inside parentheses or beside `OR`.
    #[error("filter {name}: inside parentheses or beside OR")]
    FilterInGroup {
        /// Its name.
        name: String,
    },
    /// A role that is neither interviewer nor respondent.
    #[error("unknown role {found:?}")]
    BadRole {
        /// What stands there.
        found: String,
    },
    /// Too many parentheses inside one another.
    #[error("too many parentheses inside one another")]
    TooDeep,
    /// Longer than a query may be.
    #[error("longer than {most} characters")]
    TooLong {
        /// The most accepted.
        most: usize,
    },
}

impl QueryErrorKind {
    fn key(&self) -> &'static str {
        match self {
            Self::Empty => "query-error-empty",
            Self::UnbalancedQuote => "query-error-unbalanced-quote",
            Self::UnbalancedParenthesis => "query-error-unbalanced-parenthesis",
            Self::LoneOr => "query-error-lone-or",
            Self::OnlyNegative => "query-error-only-negative",
            Self::BadDistance { .. } => "query-error-bad-distance",
            Self::BadEdits { .. } => "query-error-bad-edits",
            Self::BadWildcard => "query-error-bad-wildcard",
            Self::EmptyFilter { .. } => "query-error-empty-filter",
            Self::FilterInGroup { .. } => "query-error-filter-in-group",
            Self::BadRole { .. } => "query-error-bad-role",
            Self::TooDeep => "query-error-too-deep",
            Self::TooLong { .. } => "query-error-too-long",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        match self {
            Self::BadDistance { found, most } => {
                vec![("found", Cow::Borrowed(found)), ("most", Cow::Owned(most.to_string()))]
            }
            Self::BadEdits { found } | Self::BadRole { found } => vec![("found", Cow::Borrowed(found))],
            Self::EmptyFilter { name } | Self::FilterInGroup { name } => vec![("name", Cow::Borrowed(name))],
            Self::TooLong { most } => vec![("most", Cow::Owned(most.to_string()))],
            _ => Vec::new(),
        }
    }
}

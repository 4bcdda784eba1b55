//! A count as it may be published.

use serde::{Deserialize, Serialize};

/// A count as it may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Published {
    /// Shown.
    Count(u64),
    /// Hidden because it is small.
    Small,
    /// Hidden so that a small one stays hidden.
    Complement,
}

impl Published {
    /// A count that stands alone: small or shown.
    pub fn alone(count: u64, threshold: u64) -> Self {
        if is_small(count, threshold) { Self::Small } else { Self::Count(count) }
    }

    /// Rounds a shown count to the nearest multiple of `base`; 0 and 1 round nothing.
    #[must_use]
    pub fn rounded(self, base: u64) -> Self {
        match self {
            Self::Count(count) if base > 1 => Self::Count(count.saturating_add(base / 2) / base * base),
            other => other,
        }
    }

    /// Tells whether it is hidden.
    pub fn is_hidden(self) -> bool {
        !matches!(self, Self::Count(_))
    }

    /// Returns the count, if shown.
    pub fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Small | Self::Complement => None,
        }
    }
}

pub(super) fn is_small(count: u64, threshold: u64) -> bool {
    count > 0 && count < threshold
}

//! A statistic as it may be published.

/// A statistic as it may be published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::report) enum Level {
    /// Shown.
    Told(f64),
    /// Hidden: it would give a hidden count back, or rests on too few.
    Hidden,
    /// What the data do not determine.
    Absent,
}

impl Level {
    /// Hides a value or tells it.
    pub(super) fn of(value: Option<f64>, is_hidden: bool) -> Self {
        match value {
            Some(_) if is_hidden => Self::Hidden,
            Some(value) => Self::Told(value),
            None => Self::Absent,
        }
    }

    /// Returns the value, if shown.
    pub(in crate::report) fn told(self) -> Option<f64> {
        match self {
            Self::Told(value) => Some(value),
            Self::Hidden | Self::Absent => None,
        }
    }
}

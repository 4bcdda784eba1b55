//! The program that an archive is written for: what each counts otherwise than the specification.

use super::convention::{Convention, LineEnd, Unit};

/// Who is to read an archive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// Whoever follows the specification.
    #[default]
    Default,
    /// Counts UTF-16 code units.
    Nvivo,
    /// Wants CRLF in its files and counts it as one.
    Maxqda,
    /// Counts as the specification says.
    Atlasti,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Default, Self::Nvivo, Self::Maxqda, Self::Atlasti];

    /// Returns the name that people type.
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Nvivo => "nvivo",
            Self::Maxqda => "maxqda",
            Self::Atlasti => "atlasti",
        }
    }

    /// Reads a name that people type.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Returns how it counts in the text that [`stored`](Self::stored) writes.
    pub fn convention(self) -> Convention {
        match self {
            Self::Default | Self::Atlasti => Convention::default(),
            Self::Nvivo => Convention { unit: Unit::Utf16, ..Convention::default() },
            Self::Maxqda => Convention { line_end: LineEnd::CrlfIsOne, ..Convention::default() },
        }
    }

    /// Writes a text, whose line ends are LF, as its file holds it.
    pub fn stored(self, text: &str) -> String {
        if self == Self::Maxqda { text.replace('\n', "\r\n") } else { text.to_owned() }
    }
}

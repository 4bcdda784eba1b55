//! A text with links, weight and profile marks.
//!
//! Messages are written with a light markup: `**strong**`, `[text](#anchor)`, `[fig:name]` and
//! `[tab:name]` for a reference. Values put into a message are guarded first, so that
//! a star or a bracket in a code's title stays what it is.

use serde::Serialize;

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum ReferenceKind {
    /// A figure.
    Figure,
    /// A table.
    Table,
}

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words in bold.
    Strong(String),
    /// Words in italics.
    Emphasis(String),
    /// Words that lead to an anchor of this document.
    Link {
        /// What is read.
        text: String,
        /// The anchor, without `#`.
        anchor: String,
    },
    /// « figure 6 », numbered when the document is complete.
    Reference {
        /// Figure or table.
        kind: ReferenceKind,
        /// Its name, that is its anchor without the `fig-` or `tab-`.
        name: String,
    },
    /// A profile: its mark and its short name, kept together.
    Profile {
        /// Its rank, from 0.
        rank: usize,
        /// « P3 ».
        name: String,
    },
    /// A passage marked in its turn.
    Mark(String),
    /// A sign with its meaning.
    Sign {
        /// « s ».
        sign: String,
        /// « secret statistique ».
        meaning: String,
    },
    /// Words that stay on one line.
    Kept(String),
    /// Small grey words after a value.
    Quiet(String),
    /// A new line.
    Break,
    /// What a person still has to write.
    ToWrite(String),
}

/// A text with links, weight and profile marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Phrase(pub Vec<Inline>);

const STAR: char = '\u{E000}';
const OPEN: char = '\u{E001}';

/// Guards a value against being read as markup; [`Phrase::parse`] takes the guard off.
pub fn guard(value: &str) -> String {
    value.replace('*', "\u{E000}").replace('[', "\u{E001}")
}

fn unguard(text: &str) -> String {
    text.replace(STAR, "*").replace(OPEN, "[")
}

impl Phrase {
    /// Makes a phrase of plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Inline::Text(text.into())])
    }

    /// Reads the markup of a message.
    ///
    /// Links lead inside the document only; what is not markup is text.
    pub fn parse(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            if let Some((piece, after)) = markup(rest) {
                if !words.is_empty() {
                    pieces.push(Inline::Text(unguard(&std::mem::take(&mut words))));
                }
                pieces.push(piece);
                rest = after;
            } else {
                words.push(letter);
                rest = rest.get(letter.len_utf8()..).unwrap_or("");
            }
        }
        if !words.is_empty() {
            pieces.push(Inline::Text(unguard(&words)));
        }
        Self(pieces)
    }

    /// Adds a piece.
    #[must_use]
    pub fn with(mut self, piece: Inline) -> Self {
        self.0.push(piece);
        self
    }

    /// Adds another phrase.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Tells whether nothing is to be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the words alone.
    pub fn words(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Inline::Text(text)
                | Inline::Strong(text)
                | Inline::Emphasis(text)
                | Inline::Link { text, .. }
                | Inline::Mark(text)
                | Inline::Kept(text)
                | Inline::Quiet(text)
                | Inline::ToWrite(text) => text.as_str(),
                Inline::Profile { name, .. } | Inline::Reference { name, .. } => name,
                Inline::Sign { sign, .. } => sign,
                Inline::Break => " ",
            })
            .collect()
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

fn markup(rest: &str) -> Option<(Inline, &str)> {
    if let Some(inside) = rest.strip_prefix("**") {
        let (words, after) = inside.split_once("**")?;
        return Some((Inline::Strong(unguard(words)), after));
    }
    let (inside, after) = rest.strip_prefix('[')?.split_once(']')?;
    if let Some(name) = inside.strip_prefix("fig:") {
        return Some((Inline::Reference { kind: ReferenceKind::Figure, name: name.to_owned() }, after));
    }
    if let Some(name) = inside.strip_prefix("tab:") {
        return Some((Inline::Reference { kind: ReferenceKind::Table, name: name.to_owned() }, after));
    }
    let (anchor, after) = after.strip_prefix("(#")?.split_once(')')?;
    Some((Inline::Link { text: unguard(inside), anchor: unguard(anchor) }, after))
}

/// Makes an anchor of an id: letters, figures and `-` only, so that it stands in a link as it is.
pub fn anchor(prefix: &str, id: &str) -> String {
    let mut text = String::from(prefix);
    for letter in id.chars() {
        if letter.is_alphanumeric() || letter == '-' || letter == '_' {
            text.push(letter);
        } else {
            // Two ids that differ by a sign keep two anchors.
            text.push_str(&format!(".{:x}", u32::from(letter)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_pieces() {
        let phrase =
            Phrase::parse("**E07** est frontière ([fig:plane]), [48](#reg-ressources) extraits [31 ; 36]");
        assert_eq!(
            phrase.0,
            vec![
                Inline::Strong("E07".into()),
                Inline::Text(" est frontière (".into()),
                Inline::Reference { kind: ReferenceKind::Figure, name: "plane".into() },
                Inline::Text("), ".into()),
                Inline::Link { text: "48".into(), anchor: "reg-ressources".into() },
                Inline::Text(" extraits [31 ; 36]".into()),
            ]
        );
    }

    #[test]
    fn a_guarded_value_is_not_markup() {
        let title = "**gras** [piège](#x) [fig:y]";
        assert_eq!(Phrase::parse(&guard(title)).0, vec![Inline::Text(title.into())]);
    }

    #[test]
    fn an_unclosed_mark_is_text() {
        for text in ["**a", "[a", "[a](#b", "[a](http://b)", "*", "["] {
            assert_eq!(Phrase::parse(text).words(), text);
        }
    }

    #[test]
    fn anchors_have_no_spaces_and_stay_apart() {
        assert_eq!(anchor("reg-", "attente-deçue"), "reg-attente-deçue");
        assert_ne!(anchor("", "a b"), anchor("", "a/b"));
        assert!(!anchor("", "a \"b\"").contains(['"', ' ']));
    }
}

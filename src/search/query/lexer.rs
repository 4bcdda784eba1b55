//! Cuts a query into signs, each with its place.

use super::error::{QueryError, QueryErrorKind};
use crate::text::CharOffset;

/// One sign of the query language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Open,
    Close,
    Or,
    Minus,
    /// `name:` followed by its value, quoted or not.
    Filter {
        name: String,
        value: String,
        quoted: bool,
    },
    /// A word with the marks it was written with.
    Word {
        text: String,
        exact: bool,
    },
    /// A phrase; `distance` is what follows its `~`.
    Phrase {
        text: String,
        exact: bool,
        distance: Option<String>,
    },
}

/// Returns the mark that closes a phrase opened by `c`.
fn closing(c: char) -> Option<char> {
    match c {
        '"' => Some('"'),
        '«' => Some('»'),
        '“' => Some('”'),
        _ => None,
    }
}

/// Cuts `text` into signs with their places; punctuation alone is no sign.
pub(super) fn cut(text: &str) -> Result<Vec<(CharOffset, Sign)>, QueryError> {
    let mut lexer = Lexer { chars: text.chars().collect(), at: 0 };
    let mut signs = Vec::new();
    while let Some(c) = lexer.peek(0) {
        let at = CharOffset(lexer.at);
        match c {
            _ if c.is_whitespace() => lexer.at += 1,
            '(' => {
                signs.push((at, Sign::Open));
                lexer.at += 1;
            }
            ')' => {
                signs.push((at, Sign::Close));
                lexer.at += 1;
            }
            '-' | '−' => {
                if let Some(sign) = lexer.minus() {
                    signs.push((at, sign));
                }
            }
            _ => {
                if let Some(sign) = lexer.term()? {
                    signs.push((at, sign));
                }
            }
        }
    }
    Ok(signs)
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    /// Reads a run of hyphens, or of the sign of subtraction that word processors put for them: one before a term excludes it, anything else is punctuation.
    fn minus(&mut self) -> Option<Sign> {
        let mut count = 0;
        while matches!(self.peek(0), Some('-' | '−')) {
            self.at += 1;
            count += 1;
        }
        let next = self.peek(0)?;
        (count == 1 && !next.is_whitespace() && next != ')').then_some(Sign::Minus)
    }

    fn term(&mut self) -> Result<Option<Sign>, QueryError> {
        let exact = self.peek(0) == Some('=');
        if exact {
            self.at += 1;
        }
        match self.peek(0).and_then(closing) {
            Some(mark) => {
                let text = self.quoted(mark)?;
                let distance = self.distance();
                Ok(Some(Sign::Phrase { text, exact, distance }))
            }
            None => self.word(exact),
        }
    }

    /// Reads what stands between quotation marks.
    fn quoted(&mut self, mark: char) -> Result<String, QueryError> {
        let at = CharOffset(self.at);
        self.at += 1;
        let start = self.at;
        while self.peek(0).is_some_and(|c| c != mark) {
            self.at += 1;
        }
        let text: String = self.chars.get(start..self.at).unwrap_or_default().iter().collect();
        if self.peek(0).is_none() {
            return Err(QueryError { at, kind: QueryErrorKind::UnbalancedQuote });
        }
        self.at += 1;
        Ok(text)
    }

    /// Reads what follows the `~` of a phrase.
    fn distance(&mut self) -> Option<String> {
        (self.peek(0) == Some('~')).then(|| {
            self.at += 1;
            self.run()
        })
    }

    /// Reads up to a blank, a parenthesis or a quotation mark.
    fn run(&mut self) -> String {
        let start = self.at;
        while self
            .peek(0)
            .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '"' | '«' | '»' | '“' | '”'))
        {
            self.at += 1;
        }
        self.chars.get(start..self.at).unwrap_or_default().iter().collect()
    }

    fn word(&mut self, exact: bool) -> Result<Option<Sign>, QueryError> {
        let at = CharOffset(self.at);
        let text = self.run();
        if text.is_empty() {
            // A sign that means nothing here, such as a lone `»` or `=`.
            if !exact {
                self.at += 1;
            }
            return Ok(None);
        }
        if text == "OR" && !exact {
            return Ok(Some(Sign::Or));
        }
        if let Some((name, value)) = text.split_once(':').filter(|(name, _)| !exact && is_name(name)) {
            let name = name.to_owned();
            if !value.is_empty() {
                return Ok(Some(Sign::Filter { name, value: value.to_owned(), quoted: false }));
            }
            let value = match self.peek(0).and_then(closing) {
                Some(mark) => self.quoted(mark)?,
                None => String::new(),
            };
            if value.trim().is_empty() {
                return Err(QueryError { at, kind: QueryErrorKind::EmptyFilter { name } });
            }
            return Ok(Some(Sign::Filter { name, value, quoted: true }));
        }
        Ok(Some(Sign::Word { text, exact }))
    }
}

/// Tells whether `name` can name a filter: it begins with a letter.
fn is_name(name: &str) -> bool {
    name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '\'' | '’'))
}

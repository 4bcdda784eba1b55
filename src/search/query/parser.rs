//! Builds the expression and the filters from the signs.

use unicode_normalization::UnicodeNormalization;

use super::error::{QueryError, QueryErrorKind};
use super::expression::{Expression, FilterField, FilterTerm, Form, Leaf, ParsedQuery, parse_role};
use super::lexer::{Sign, cut};
use crate::text::CharOffset;

/// Longest query, in scalar values.
const LONGEST: usize = 4_096;
/// Most parentheses inside one another.
const DEEPEST: usize = 32;
/// Most other words among those of a phrase.
const FARTHEST: u32 = 1_000;

/// Parses a query.
///
/// # Errors
///
/// When it has nothing to look for or cannot be understood; the error says where.
pub fn parse(text: &str) -> Result<ParsedQuery, QueryError> {
    if text.chars().count() > LONGEST {
        return Err(fault(LONGEST, QueryErrorKind::TooLong { most: LONGEST }));
    }
    let signs = cut(text)?;
    let mut parser = Parser { signs: &signs, next: 0, filters: Vec::new() };
    let expression = parser.either(0)?;
    if let Some((at, _)) = signs.get(parser.next) {
        return Err(QueryError { at: *at, kind: QueryErrorKind::UnbalancedParenthesis });
    }
    let filters = parser.filters;
    match &expression {
        None if filters.is_empty() => Err(fault(0, QueryErrorKind::Empty)),
        Some(words) if words.is_negative() && filters.is_empty() => {
            Err(fault(0, QueryErrorKind::OnlyNegative))
        }
        _ => Ok(ParsedQuery { expression, filters }),
    }
}

fn fault(at: usize, kind: QueryErrorKind) -> QueryError {
    QueryError { at: CharOffset(at), kind }
}

struct Parser<'s> {
    signs: &'s [(CharOffset, Sign)],
    next: usize,
    filters: Vec<FilterTerm>,
}

impl<'s> Parser<'s> {
    fn peek(&self) -> Option<&'s (CharOffset, Sign)> {
        self.signs.get(self.next)
    }

    /// Reads groups of words parted by `OR`.
    fn either(&mut self, depth: usize) -> Result<Option<Expression>, QueryError> {
        let first_filter = self.filters.len();
        let mut sides = Vec::new();
        let mut last_or = None;
        loop {
            let before = self.next;
            let side = self.every(depth)?;
            let empty = self.next == before;
            let or = self.peek().filter(|(_, sign)| *sign == Sign::Or).map(|(at, _)| *at);
            if let Some(at) = last_or.or(or).filter(|_| empty) {
                return Err(QueryError { at: or.unwrap_or(at), kind: QueryErrorKind::LoneOr });
            }
            sides.extend(side);
            if or.is_none() {
                break;
            }
            last_or = or;
            self.next += 1;
        }
        if let Some(filter) = self.filters.get(first_filter)
            && (last_or.is_some() || depth > 0)
        {
            let name = filter.field.name().to_owned();
            return Err(QueryError { at: filter.at, kind: QueryErrorKind::FilterInGroup { name } });
        }
        Ok(one_or(sides, Expression::Any))
    }

    /// Reads terms up to `OR`, a closing parenthesis or the end.
    fn every(&mut self, depth: usize) -> Result<Option<Expression>, QueryError> {
        let mut parts = Vec::new();
        while let Some((at, sign)) = self.peek() {
            match sign {
                Sign::Or | Sign::Close => break,
                Sign::Minus => {
                    self.next += 1;
                    parts.extend(self.term(depth, true)?.map(|part| Expression::Not(Box::new(part))));
                }
                Sign::Open if depth >= DEEPEST => {
                    return Err(QueryError { at: *at, kind: QueryErrorKind::TooDeep });
                }
                _ => parts.extend(self.term(depth, false)?),
            }
        }
        Ok(one_or(parts, Expression::All))
    }

    /// Reads one term; a filter is set aside and gives nothing.
    fn term(&mut self, depth: usize, negated: bool) -> Result<Option<Expression>, QueryError> {
        let Some((at, sign)) = self.peek() else { return Ok(None) };
        let at = *at;
        match sign {
            Sign::Open if depth >= DEEPEST => return Err(QueryError { at, kind: QueryErrorKind::TooDeep }),
            Sign::Or | Sign::Close | Sign::Minus => return Ok(None),
            _ => self.next += 1,
        }
        match sign {
            Sign::Open => {
                let inside = self.either(depth + 1)?;
                if self.peek().is_none_or(|(_, sign)| *sign != Sign::Close) {
                    return Err(QueryError { at, kind: QueryErrorKind::UnbalancedParenthesis });
                }
                self.next += 1;
                Ok(inside)
            }
            Sign::Filter { name, value, quoted } => {
                self.filters.push(filter(at, name, value, *quoted, negated)?);
                Ok(None)
            }
            Sign::Word { text, exact } => word(at, text, *exact),
            Sign::Phrase { text, exact, distance } => {
                let gap = match distance {
                    None => 0,
                    Some(found) => {
                        found.parse().ok().filter(|gap| *gap <= FARTHEST).ok_or_else(|| QueryError {
                            at,
                            kind: QueryErrorKind::BadDistance { found: found.clone(), most: FARTHEST },
                        })?
                    }
                };
                let form = if *exact { Form::Exact } else { Form::Stem };
                Ok(Leaf::new(&normal(text), form, gap).map(Expression::Leaf))
            }
            Sign::Or | Sign::Close | Sign::Minus => Ok(None),
        }
    }
}

fn normal(text: &str) -> String {
    text.nfc().collect()
}

fn one_or(mut parts: Vec<Expression>, several: fn(Vec<Expression>) -> Expression) -> Option<Expression> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(several(parts)),
    }
}

fn filter(
    at: CharOffset,
    name: &str,
    value: &str,
    quoted: bool,
    negated: bool,
) -> Result<FilterTerm, QueryError> {
    let values: Vec<String> = if quoted {
        vec![normal(value.trim())]
    } else {
        value.split(',').filter(|part| !part.is_empty()).map(normal).collect()
    };
    if values.is_empty() {
        return Err(QueryError { at, kind: QueryErrorKind::EmptyFilter { name: name.to_owned() } });
    }
    let field = FilterField::parse(&normal(name));
    if field == FilterField::Role
        && let Some(found) = values.iter().find(|value| parse_role(value).is_none())
    {
        return Err(QueryError { at, kind: QueryErrorKind::BadRole { found: found.clone() } });
    }
    Ok(FilterTerm { field, values, negated, at })
}

/// Reads a word with its `*`, `~1` or `=`.
fn word(at: CharOffset, text: &str, exact: bool) -> Result<Option<Expression>, QueryError> {
    let plain = if exact { Form::Exact } else { Form::Stem };
    let (body, form) = match text.rsplit_once('~') {
        Some((body, count)) => match count {
            "" | "1" => (body, Form::Edits(1)),
            "2" => (body, Form::Edits(2)),
            _ => return Err(QueryError { at, kind: QueryErrorKind::BadEdits { found: count.to_owned() } }),
        },
        None => match text.strip_suffix('*') {
            Some(body) => (body, Form::Prefix),
            None => (text, plain),
        },
    };
    if body.contains('*') || (form == Form::Prefix && !body.ends_with(char::is_alphanumeric)) {
        return Err(QueryError { at, kind: QueryErrorKind::BadWildcard });
    }
    let leaf = Leaf::new(&normal(body), form, 0);
    if matches!(form, Form::Edits(_)) && leaf.as_ref().is_none_or(|leaf| leaf.words.len() > 1) {
        return Err(QueryError { at, kind: QueryErrorKind::BadEdits { found: text.to_owned() } });
    }
    Ok(leaf.map(Expression::Leaf))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn leaf(words: &[&str], form: Form, gap: u32) -> Expression {
        Expression::Leaf(Leaf { words: words.iter().map(|word| (*word).to_owned()).collect(), form, gap })
    }

    fn words(text: &str) -> Expression {
        parse(text).unwrap().expression.unwrap()
    }

    fn kind(text: &str) -> (usize, QueryErrorKind) {
        let error = parse(text).unwrap_err();
        (error.at.0, error.kind)
    }

    #[test]
    fn words_are_cut_and_folded_as_texts_are() {
        assert_eq!(words("L’Été"), leaf(&["ete"], Form::Stem, 0));
        assert_eq!(words("peut-être"), leaf(&["peut", "etre"], Form::Stem, 0));
        assert_eq!(words("e\u{301}te\u{301}"), leaf(&["ete"], Form::Stem, 0));
        assert_eq!(words("d'accord !"), leaf(&["accord"], Form::Stem, 0));
    }

    #[test]
    fn every_form_is_read() {
        assert_eq!(words("mot*"), leaf(&["mot"], Form::Prefix, 0));
        assert_eq!(words("mot~1"), leaf(&["mot"], Form::Edits(1), 0));
        assert_eq!(words("=mot"), leaf(&["mot"], Form::Exact, 0));
        assert_eq!(words("\"a b\"~5"), leaf(&["a", "b"], Form::Stem, 5));
        assert_eq!(words("« je sais »"), leaf(&["je", "sais"], Form::Stem, 0));
        assert_eq!(words("=\"je sais\""), leaf(&["je", "sais"], Form::Exact, 0));
    }

    #[test]
    fn or_binds_looser_than_side_by_side() {
        let [a, b, c] = ["a", "b", "c"].map(|word| leaf(&[word], Form::Stem, 0));
        assert_eq!(
            words("a b OR c"),
            Expression::Any(vec![Expression::All(vec![a.clone(), b.clone()]), c.clone()])
        );
        assert_eq!(
            words("a (b OR c)"),
            Expression::All(vec![a.clone(), Expression::Any(vec![b.clone(), c])])
        );
        assert_eq!(words("a -b"), Expression::All(vec![a, Expression::Not(Box::new(b))]));
    }

    #[test]
    fn filters_are_set_apart() {
        let query = parse("aide code:honte,peur -event:\"décès d'un parent\" role:respondent").unwrap();
        assert_eq!(query.expression, Some(leaf(&["aide"], Form::Stem, 0)));
        let found: Vec<_> = query
            .filters
            .iter()
            .map(|filter| (filter.field.clone(), filter.values.clone(), filter.negated))
            .collect();
        assert_eq!(
            found,
            [
                (FilterField::Code, vec!["honte".to_owned(), "peur".to_owned()], false),
                (FilterField::Attribute("event".to_owned()), vec!["décès d'un parent".to_owned()], true),
                (FilterField::Role, vec!["respondent".to_owned()], false),
            ]
        );
        assert_eq!(parse("code:honte").unwrap().expression, None);
        assert_eq!(parse("code:honte -mot").unwrap().filters.len(), 1);
    }

    #[test]
    fn faults_are_placed() {
        use QueryErrorKind as Kind;
        assert_eq!(kind(""), (0, Kind::Empty));
        assert_eq!(kind(" ! - l' "), (0, Kind::Empty));
        assert_eq!(kind("é \"mot"), (2, Kind::UnbalancedQuote));
        assert_eq!(kind("(mot"), (0, Kind::UnbalancedParenthesis));
        assert_eq!(kind("mot)"), (3, Kind::UnbalancedParenthesis));
        assert_eq!(kind("OR mot"), (0, Kind::LoneOr));
        assert_eq!(kind("mot OR"), (4, Kind::LoneOr));
        assert_eq!(kind("OR"), (0, Kind::LoneOr));
        assert_eq!(kind("-mot"), (0, Kind::OnlyNegative));
        assert_eq!(kind("a OR -b"), (0, Kind::OnlyNegative));
        assert_eq!(kind("\"a b\"~x"), (0, Kind::BadDistance { found: "x".to_owned(), most: FARTHEST }));
        assert_eq!(kind("mot~3"), (0, Kind::BadEdits { found: "3".to_owned() }));
        assert_eq!(kind("peut-être~1"), (0, Kind::BadEdits { found: "peut-être~1".to_owned() }));
        assert_eq!(kind("m*t"), (0, Kind::BadWildcard));
        assert_eq!(kind("*"), (0, Kind::BadWildcard));
        assert_eq!(kind("a code:"), (2, Kind::EmptyFilter { name: "code".to_owned() }));
        assert_eq!(kind("a OR code:b"), (5, Kind::FilterInGroup { name: "code".to_owned() }));
        assert_eq!(kind("role:chef"), (0, Kind::BadRole { found: "chef".to_owned() }));
        assert_eq!(kind(&"(".repeat(200)).1, Kind::TooDeep);
        assert_eq!(kind(&"a".repeat(5000)).1, Kind::TooLong { most: LONGEST });
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_parser(text in "([a-zé]{1,3}|[ ()\"«»“”:~*=-]|OR|code:|\\PC){0,30}") {
            if let Err(error) = parse(&text) {
                prop_assert!(error.at.0 <= text.chars().count());
            }
        }
    }
}

//! From an expression to a tantivy query.

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, EmptyQuery, FuzzyTermQuery, Occur, PhrasePrefixQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::ordered::OrderedQuery;
use super::query::expression::{Expression, Form, Leaf};
use super::schema::Fields;
use crate::text::Language;
use crate::text::stem::Stemmer;

/// Builds the query; without an expression, every turn matches.
pub(super) fn compile(expression: Option<&Expression>, fields: &Fields) -> Box<dyn Query> {
    match expression {
        Some(expression) => build(expression, fields),
        None => Box::new(AllQuery),
    }
}

fn build(expression: &Expression, fields: &Fields) -> Box<dyn Query> {
    match expression {
        Expression::All(parts) => {
            let mut clauses = Vec::with_capacity(parts.len());
            for part in parts {
                match part {
                    Expression::Not(inner) => clauses.push((Occur::MustNot, build(inner, fields))),
                    _ => clauses.push((Occur::Must, build(part, fields))),
                }
            }
            if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
                clauses.push((Occur::Must, Box::new(AllQuery)));
            }
            Box::new(BooleanQuery::new(clauses))
        }
        Expression::Any(parts) => {
            Box::new(BooleanQuery::union(parts.iter().map(|part| build(part, fields)).collect()))
        }
        Expression::Not(inner) => Box::new(BooleanQuery::new(vec![
            (Occur::Must, Box::new(AllQuery) as Box<dyn Query>),
            (Occur::MustNot, build(inner, fields)),
        ])),
        Expression::Leaf(leaf) => build_leaf(leaf, fields),
    }
}

fn build_leaf(leaf: &Leaf, fields: &Fields) -> Box<dyn Query> {
    match leaf.form {
        // A turn has stems in its own language only, so the two never add up.
        Form::Stem => {
            let stemmed = |language| {
                let mut stemmer = Stemmer::new(language);
                let field = fields.stem(language);
                let stems = leaf.words.iter().map(|word| Term::from_field_text(field, stemmer.stem(word)));
                words(stems.collect(), leaf.gap)
            };
            Box::new(BooleanQuery::union(vec![stemmed(Language::Fr), stemmed(Language::En)]))
        }
        Form::Exact => words(terms(leaf, fields.exact), leaf.gap),
        Form::Prefix => {
            let mut terms = terms(leaf, fields.exact);
            match (terms.pop(), terms.is_empty()) {
                (Some(prefix), true) => Box::new(PhrasePrefixQuery::new(vec![prefix])),
                (prefix, _) => boxed(OrderedQuery::new(terms, prefix, leaf.gap)),
            }
        }
        Form::Edits(edits) => match terms(leaf, fields.exact).pop() {
            Some(term) => Box::new(FuzzyTermQuery::new(term, edits, true)),
            None => Box::new(EmptyQuery),
        },
    }
}

fn terms(leaf: &Leaf, field: Field) -> Vec<Term> {
    leaf.words.iter().map(|word| Term::from_field_text(field, word)).collect()
}

/// Finds words in order. tantivy's `PhraseQuery` fails an assertion of its own when the first word
/// of a phrase is in no turn, so phrases take the same way as words apart.
fn words(mut terms: Vec<Term>, gap: u32) -> Box<dyn Query> {
    if terms.len() > 1 {
        return boxed(OrderedQuery::new(terms, None, gap));
    }
    match terms.pop() {
        Some(term) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
        None => Box::new(EmptyQuery),
    }
}

fn boxed(query: Option<OrderedQuery>) -> Box<dyn Query> {
    match query {
        Some(query) => Box::new(query),
        None => Box::new(EmptyQuery),
    }
}

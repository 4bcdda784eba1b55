//! Finding codings by what they are and what stands beside them, a page at a time.
//!
//! Conditions become one `WHERE`, so that the engine counts and cuts; no coding is loaded that is not
//! shown.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row};

use super::coding::{SELECT_ALL, StoredCoding, read};
use super::connect::Store;
use super::error::StoreError;
use crate::domain::coding::Coding;
use crate::domain::{CodeId, CoderId, TranscriptId};

/// A condition on a coding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// It gives one of these codes.
    Code(Vec<CodeId>),
    /// It stands in one of these interviews.
    Transcript(Vec<TranscriptId>),
    /// One of these people put it.
    Coder(Vec<CoderId>),
    /// A passage of one of these codes shares words with it.
    Overlaps(Vec<CodeId>),
    /// A passage of one of these codes stands in a turn that it touches.
    SameTurn(Vec<CodeId>),
    /// It has this intensity, or none.
    Intensity(Option<u8>),
    /// It was put while its code had another definition: code, first operation of that definition,
    /// and the one that ended it.
    Stale(Vec<(CodeId, i64, i64)>),
}

/// Which codings are wanted: those that fulfil every condition of `all`, one of `any` (if there are
/// some), and none of `not`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retrieval {
    /// All of these.
    pub all: Vec<Term>,
    /// At least one of these.
    pub any: Vec<Term>,
    /// None of these.
    pub not: Vec<Term>,
    /// Whose codings are seen at all; none: everybody's.
    pub only: Option<CoderId>,
}

/// What codings are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedBy {
    /// The code.
    Code,
    /// The interview.
    Transcript,
    /// Who coded.
    Coder,
    /// The intensity, as a number; empty when there is none.
    Intensity,
}

impl CountedBy {
    fn column(self) -> &'static str {
        match self {
            Self::Code => "c.code",
            Self::Transcript => "c.transcript",
            Self::Coder => "c.coder",
            Self::Intensity => "COALESCE(CAST(c.intensity AS TEXT), '')",
        }
    }
}

/// One code in one interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossed {
    /// The code.
    pub code: CodeId,
    /// The interview.
    pub transcript: TranscriptId,
    /// Its codings there.
    pub passages: usize,
    /// The highest intensity given there.
    pub intensity: Option<u8>,
}

/// A value of a parameter.
enum Bound {
    Text(String),
    Number(i64),
}

/// A condition being written.
#[derive(Default)]
struct Clause {
    text: String,
    values: Vec<Bound>,
}

impl Clause {
    fn of(retrieval: &Retrieval) -> Self {
        let mut clause =
            Self { text: "c.died IS NULL AND c.verdict <> 'lost'".to_owned(), values: Vec::new() };
        if let Some(coder) = &retrieval.only {
            clause.text.push_str(" AND c.coder = ");
            clause.put(coder.as_str());
        }
        let only = retrieval.only.as_ref();
        for term in &retrieval.all {
            clause.text.push_str(" AND ");
            clause.term(term, only);
        }
        for (at, term) in retrieval.any.iter().enumerate() {
            clause.text.push_str(if at == 0 { " AND (" } else { " OR " });
            clause.term(term, only);
        }
        if !retrieval.any.is_empty() {
            clause.text.push(')');
        }
        for term in &retrieval.not {
            clause.text.push_str(" AND NOT ");
            clause.term(term, only);
        }
        clause
    }

    fn bound(&mut self, value: Bound) {
        self.values.push(value);
        self.text.push_str(&format!("${}", self.values.len()));
    }

    fn put(&mut self, text: &str) {
        self.bound(Bound::Text(text.to_owned()));
    }

    fn one_of<'a>(&mut self, column: &str, values: impl Iterator<Item = &'a str>) {
        self.text.push_str(column);
        self.text.push_str(" IN (");
        let mut some = false;
        for value in values {
            if some {
                self.text.push(',');
            }
            some = true;
            self.put(value);
        }
        // A list without values holds for nothing.
        self.text.push_str(if some { ")" } else { "NULL)" });
    }

    fn term(&mut self, term: &Term, only: Option<&CoderId>) {
        self.text.push('(');
        match term {
            Term::Code(codes) => self.one_of("c.code", codes.iter().map(CodeId::as_str)),
            Term::Transcript(ids) => self.one_of("c.transcript", ids.iter().map(TranscriptId::as_str)),
            Term::Coder(coders) => self.one_of("c.coder", coders.iter().map(CoderId::as_str)),
            Term::Overlaps(codes) => {
                self.beside(codes, only, "o.span_start < c.span_end AND c.span_start < o.span_end");
            }
            Term::SameTurn(codes) => {
                self.beside(codes, only, "o.turn_first <= c.turn_last AND c.turn_first <= o.turn_last");
            }
            Term::Intensity(None) => self.text.push_str("c.intensity IS NULL"),
            Term::Intensity(Some(value)) => {
                // A coding without intensity does not have this one: not "unknown", which would pass
                // no negation.
                self.text.push_str("COALESCE(c.intensity, 0) = ");
                self.bound(Bound::Number((*value).into()));
            }
            Term::Stale(ranges) => self.stale(ranges),
        }
        self.text.push(')');
    }

    fn beside(&mut self, codes: &[CodeId], only: Option<&CoderId>, place: &str) {
        self.text.push_str(
            "EXISTS (SELECT 1 FROM coding o WHERE o.died IS NULL AND o.verdict <> 'lost' AND o.id <> c.id \
             AND o.transcript = c.transcript AND ",
        );
        self.one_of("o.code", codes.iter().map(CodeId::as_str));
        if let Some(coder) = only {
            self.text.push_str(" AND o.coder = ");
            self.put(coder.as_str());
        }
        self.text.push_str(" AND ");
        self.text.push_str(place);
        self.text.push(')');
    }

    fn stale(&mut self, ranges: &[(CodeId, i64, i64)]) {
        if ranges.is_empty() {
            self.text.push_str("1 = 0");
        }
        for (at, (code, from, to)) in ranges.iter().enumerate() {
            if at > 0 {
                self.text.push_str(" OR ");
            }
            self.text.push_str("(c.code = ");
            self.put(code.as_str());
            self.text.push_str(" AND c.id IN (SELECT b.id FROM coding b WHERE b.code = ");
            self.put(code.as_str());
            self.text.push_str(" AND b.born >= ");
            self.bound(Bound::Number(*from));
            self.text.push_str(" AND b.born < ");
            self.bound(Bound::Number(*to));
            self.text.push_str(
                ") AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.died IS NULL AND d.kind = 'definition-checked' \
                 AND d.subject = c.id AND d.born >= ",
            );
            self.bound(Bound::Number(*to));
            self.text.push_str("))");
        }
    }

    fn bind(self, mut query: Query<'_, Any, AnyArguments>) -> Query<'_, Any, AnyArguments> {
        for value in self.values {
            query = match value {
                Bound::Text(text) => query.bind(text),
                Bound::Number(number) => query.bind(number),
            };
        }
        query
    }
}

impl Store {
    /// Counts the codings wanted, and the interviews that hold some.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn count_retrieved(&self, wanted: &Retrieval) -> Result<(usize, usize), StoreError> {
        let clause = Clause::of(wanted);
        let text =
            format!("SELECT count(*), count(DISTINCT c.transcript) FROM coding c WHERE {}", clause.text);
        let row = clause.bind(sqlx::query(AssertSqlSafe(self.veiled(text)))).fetch_one(&self.pool).await?;
        Ok((usize::try_from(row.try_get::<i64, _>(0)?)?, usize::try_from(row.try_get::<i64, _>(1)?)?))
    }

    /// Lists codings wanted in the order of the texts: at most `limit`, after `offset`.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn retrieve(
        &self,
        wanted: &Retrieval,
        limit: usize,
        offset: usize,
    ) -> Result<Vec<Coding>, StoreError> {
        let mut clause = Clause::of(wanted);
        clause
            .text
            .push_str(" ORDER BY c.transcript, c.span_start, c.span_end, c.code, c.coder, c.id LIMIT ");
        clause.bound(Bound::Number(i64::try_from(limit)?));
        clause.text.push_str(" OFFSET ");
        clause.bound(Bound::Number(i64::try_from(offset)?));
        let text = format!("{SELECT_ALL} c WHERE {}", clause.text);
        let query = clause.bind(sqlx::query(AssertSqlSafe(self.veiled(text))));
        let rows = query.map(|row| read(&row)).fetch_all(&self.pool).await?;
        rows.into_iter().map(|stored| stored.map(|StoredCoding { coding, .. }| coding)).collect()
    }

    /// Counts the codings wanted by one of their columns, the most frequent first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn count_retrieved_by(
        &self,
        wanted: &Retrieval,
        by: CountedBy,
    ) -> Result<Vec<(String, usize)>, StoreError> {
        let clause = Clause::of(wanted);
        let column = by.column();
        let text = format!(
            "SELECT {column}, count(*) FROM coding c WHERE {} GROUP BY {column} ORDER BY 2 DESC, 1",
            clause.text
        );
        let rows = clause.bind(sqlx::query(AssertSqlSafe(self.veiled(text)))).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, usize::try_from(row.try_get::<i64, _>(1)?)?))).collect()
    }

    /// Counts the codings of each code in each interview, with the highest intensity given, of one
    /// coder or of all.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codes_by_transcripts(&self, only: Option<&CoderId>) -> Result<Vec<Crossed>, StoreError> {
        let clause = Clause::of(&Retrieval { only: only.cloned(), ..Retrieval::default() });
        let text = format!(
            "SELECT c.code, c.transcript, count(*), MAX(c.intensity) FROM coding c WHERE {} \
             GROUP BY c.code, c.transcript",
            clause.text
        );
        let rows = clause.bind(sqlx::query(AssertSqlSafe(self.veiled(text)))).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(Crossed {
                    code: CodeId(row.try_get(0)?),
                    transcript: TranscriptId(row.try_get(1)?),
                    passages: usize::try_from(row.try_get::<i64, _>(2)?)?,
                    intensity: row.try_get::<Option<i64>, _>(3)?.and_then(|value| u8::try_from(value).ok()),
                })
            })
            .collect()
    }
}

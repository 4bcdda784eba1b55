//! Conditions combined, and what the store looks for.

use super::condition::Condition;
use super::stale::stale_ranges;
use crate::app::people::CaseHead;
use crate::app::{AppError, Context};
use crate::domain::codebook::Codebook;
use crate::domain::nearest::nearest;
use crate::domain::{CodeId, CoderId, TranscriptId};
use crate::store::{Retrieval, Term};
use crate::text::fold::fold;

/// Conditions combined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassageQuery {
    /// All of these hold.
    pub all: Vec<Condition>,
    /// At least one of these holds, if there are some.
    pub any: Vec<Condition>,
    /// None of these holds.
    pub not: Vec<Condition>,
}

/// The three lists, by the names that addresses give them.
pub(super) const LISTS: [&str; 3] = ["all", "any", "not"];

impl PassageQuery {
    /// Reads the pairs of an address; names that are no list are left aside.
    ///
    /// # Errors
    /// What stands there is no condition: the text is given back.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut query = Self::default();
        for (name, value) in pairs {
            if LISTS.contains(&name) && !value.is_empty() {
                let condition = Condition::parse(value).ok_or_else(|| value.to_owned())?;
                let list = query.list_mut(name);
                if !list.contains(&condition) {
                    list.push(condition);
                }
            }
        }
        Ok(query)
    }

    /// Writes the pairs of an address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let lists = LISTS.into_iter().zip([&self.all, &self.any, &self.not]);
        lists.flat_map(|(name, list)| list.iter().map(move |one| (name, one.to_string()))).collect()
    }

    /// Tells whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.any.is_empty() && self.not.is_empty()
    }

    /// The same query with one condition more.
    #[must_use]
    pub fn with(&self, list: &str, condition: Condition) -> Self {
        let mut query = self.clone();
        if !query.list_mut(list).contains(&condition) {
            query.list_mut(list).push(condition);
        }
        query
    }

    /// The same query without a condition.
    #[must_use]
    pub fn without(&self, list: &str, condition: &Condition) -> Self {
        let mut query = self.clone();
        query.list_mut(list).retain(|one| one != condition);
        query
    }

    fn list_mut(&mut self, name: &str) -> &mut Vec<Condition> {
        match name {
            "any" => &mut self.any,
            "not" => &mut self.not,
            _ => &mut self.all,
        }
    }

    /// Turns it into what the store looks for; `only` is whose codings are seen at all.
    ///
    /// # Errors
    /// It names what the study does not have.
    pub(super) async fn resolve(
        &self,
        context: &Context,
        codebook: &Codebook,
        heads: &[CaseHead],
        only: Option<&CoderId>,
    ) -> Result<Retrieval, AppError> {
        let coders: Vec<CoderId> =
            context.store.coders().await?.into_iter().map(|(coder, _)| coder).collect();
        let asks_stale =
            [&self.all, &self.any, &self.not].into_iter().any(|list| list.contains(&Condition::Stale));
        let stale = if asks_stale { stale_ranges(context).await? } else { Vec::new() };
        let resolver = Resolver { codebook, heads, coders: &coders, stale: &stale };
        let terms = |list: &[Condition]| list.iter().map(|one| resolver.term(one)).collect::<Result<_, _>>();
        Ok(Retrieval {
            all: terms(&self.all)?,
            any: terms(&self.any)?,
            not: terms(&self.not)?,
            only: only.cloned(),
        })
    }
}

/// What the study has, to resolve names.
struct Resolver<'a> {
    codebook: &'a Codebook,
    heads: &'a [CaseHead],
    coders: &'a [CoderId],
    stale: &'a [(CodeId, i64, i64)],
}

impl Resolver<'_> {
    fn term(&self, condition: &Condition) -> Result<Term, AppError> {
        Ok(match condition {
            Condition::Code(code) => Term::Code(self.under(code)?),
            Condition::Only(code) => {
                self.under(code)?;
                Term::Code(vec![code.clone()])
            }
            Condition::Theme(id) => {
                let theme = self.codebook.themes.iter().find(|theme| theme.id == *id).ok_or_else(|| {
                    unknown("theme", id.as_str(), self.codebook.themes.iter().map(|one| one.id.as_str()))
                })?;
                Term::Code(theme.codes.iter().map(|code| code.id.clone()).collect())
            }
            Condition::Coder(coder) => {
                if !self.coders.contains(coder) {
                    return Err(unknown("coder", coder.as_str(), self.coders.iter().map(CoderId::as_str)));
                }
                Term::Coder(vec![coder.clone()])
            }
            Condition::Transcript(id) => {
                if !self.heads.iter().any(|head| head.id == *id) {
                    let known = self.heads.iter().map(|head| head.id.as_str());
                    return Err(unknown("transcript", id.as_str(), known));
                }
                Term::Transcript(vec![id.clone()])
            }
            Condition::Attribute(name, value) => Term::Transcript(self.with(name, value)?),
            Condition::Overlaps(code) => Term::Overlaps(self.under(code)?),
            Condition::SameTurn(code) => Term::SameTurn(self.under(code)?),
            Condition::Intensity(value) => Term::Intensity(*value),
            Condition::Stale => Term::Stale(self.stale.to_vec()),
        })
    }

    /// Lists a code and those under it.
    fn under(&self, code: &CodeId) -> Result<Vec<CodeId>, AppError> {
        let codes = || self.codebook.codes();
        if self.codebook.find(code).is_none() {
            return Err(unknown("code", code.as_str(), codes().map(|one| one.id.as_str())));
        }
        let mut found = vec![code.clone()];
        // A sub-code stands after its parent, so one pass finds all descendants.
        for one in codes() {
            if one.parent.as_ref().is_some_and(|parent| found.contains(parent)) {
                found.push(one.id.clone());
            }
        }
        Ok(found)
    }

    /// Lists the interviews with a value of an attribute.
    fn with(&self, name: &str, value: &str) -> Result<Vec<TranscriptId>, AppError> {
        if !self.heads.iter().any(|head| head.attribute(name).is_some()) {
            return Err(unknown("attribute", name, std::iter::empty()));
        }
        let wanted = fold(value);
        let has = |head: &&CaseHead| match head.attribute(name) {
            Some(held) => fold(held) == wanted,
            // What matrices gather under « – ».
            None => value == "–",
        };
        Ok(self.heads.iter().filter(has).map(|head| head.id.clone()).collect())
    }
}

fn unknown<'a>(kind: &'static str, name: &str, known: impl Iterator<Item = &'a str>) -> AppError {
    AppError::Unknown { kind, name: name.to_owned(), nearest: nearest(name, known).map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_from_an_address_and_written_again() {
        let pairs = [("all", "code:dettes"), ("not", "coder:c2"), ("page", "2"), ("all", "code:dettes")];
        let query = PassageQuery::read(pairs).unwrap();
        assert_eq!(query.pairs(), [("all", "code:dettes".to_owned()), ("not", "coder:c2".to_owned())]);
        let without = query.without("not", &query.not[0]);
        assert_eq!(without.with("any", Condition::Stale).pairs().len(), 2);
        assert_eq!(PassageQuery::read([("all", "mood:grey")]), Err("mood:grey".to_owned()));
    }
}

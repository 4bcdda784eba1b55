//! Those who answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::Answers;
use super::definition::Definition;
use crate::domain::id::RespondentId;

/// One who answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Respondent {
    /// As the file names them.
    pub id: RespondentId,
    /// Line of the file where their row begins, from 1.
    pub line: usize,
    /// Every column with its raw answer, empty ones left out; what is exported again.
    pub raw: BTreeMap<String, String>,
    /// The answers as the definition reads them.
    pub answers: Answers,
}

/// The declaration and all who answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// How the answers were read.
    pub definition: Definition,
    /// Columns of the file, in its order.
    pub columns: Vec<String>,
    /// In the order of the file.
    pub respondents: Vec<Respondent>,
}

impl Questionnaire {
    /// Finds a respondent.
    pub fn respondent(&self, id: &RespondentId) -> Option<&Respondent> {
        self.respondents.iter().find(|one| &one.id == id)
    }

    /// Lists the values of one item of those who were asked it, and counts the others.
    pub fn asked(&self, item: usize) -> (Vec<Option<f64>>, usize) {
        let column = self.definition.items.get(item).map_or("", |item| item.column.as_str());
        let asked: Vec<Option<f64>> = self
            .respondents
            .iter()
            .filter(|one| one.was_asked(column))
            .map(|one| one.answers.items.get(item).copied().flatten())
            .collect();
        let others = self.respondents.len() - asked.len();
        (asked, others)
    }

    /// Lists the values of some items, one row a respondent, as the scales take them.
    pub fn values(&self, items: &[usize]) -> Vec<Vec<Option<f64>>> {
        let value = |one: &Respondent, index: &usize| one.answers.items.get(*index).copied().flatten();
        self.respondents.iter().map(|one| items.iter().map(|index| value(one, index)).collect()).collect()
    }
}

impl Respondent {
    /// Tells whether the respondent was asked the question of a column.
    pub fn was_asked(&self, column: &str) -> bool {
        !self.answers.not_asked.contains(column)
    }

    /// Counts the boxes ticked; none when no box was answered.
    pub fn difficulties(&self) -> Option<usize> {
        let answered = self.answers.ticked.iter().any(Option::is_some);
        answered.then(|| self.answers.ticked.iter().filter(|one| **one == Some(true)).count())
    }
}

//! The cases of a project, and the characteristics that they and the interviews have.

use std::collections::BTreeMap;

use crate::app::import::CASE;
use crate::domain::transcript::Transcript;
use crate::exchange::qdpx::guid;
use crate::exchange::qdpx::model::{Case, Value, Variable};
use crate::exchange::qdpx::remainder::{KeptCase, Remainders};
use crate::exchange::qdpx::write::Given;

/// The variables of a project: those that came, and one for each further characteristic.
pub(super) struct Variables {
    pub(super) list: Vec<Variable>,
}

impl Variables {
    pub(super) fn new(remainders: &Remainders) -> Self {
        let mut list: Vec<Variable> = Vec::new();
        for variable in remainders.packages.values().flat_map(|one| &one.variables) {
            let taken = |one: &Variable| {
                one.name == variable.name || guid::key(&one.guid) == guid::key(&variable.guid)
            };
            if !list.iter().any(taken) && guid::is_guid(&guid::key(&variable.guid)) {
                list.push(variable.clone());
            }
        }
        Self { list }
    }

    pub(super) fn values(&mut self, transcript: &Transcript) -> Vec<Value> {
        let mut values = Vec::new();
        for (name, value) in transcript.attributes.iter().filter(|(name, _)| name != CASE) {
            let known = self.list.iter().position(|one| one.name == *name);
            let at = known.unwrap_or_else(|| {
                self.list.push(Variable {
                    guid: guid::made("variable", name),
                    name: name.clone(),
                    kind: "Text".to_owned(),
                    description: String::new(),
                });
                self.list.len() - 1
            });
            values.push(Value { variable: self.list[at].guid.clone(), value: value.clone() });
        }
        values
    }
}

/// The cases of a project, by name: the one a program gave, else the interview's.
#[derive(Default)]
pub(super) struct Cases {
    by_name: BTreeMap<String, (Vec<String>, Vec<Value>)>,
}

impl Cases {
    pub(super) fn add(&mut self, transcript: &Transcript, source: &str, values: &[Value]) {
        let name = transcript.attribute(CASE).unwrap_or(transcript.id.as_str()).to_owned();
        let case = self.by_name.entry(name).or_default();
        case.0.push(source.to_owned());
        for value in values {
            if !case.1.iter().any(|known| known.variable == value.variable) {
                case.1.push(value.clone());
            }
        }
    }

    pub(super) fn finish(self, remainders: &Remainders, given: &mut Given) -> Vec<Case> {
        let mut cases = Vec::new();
        for (name, (sources, values)) in self.by_name {
            let came = remainders.packages.values().find_map(|one| one.cases.get(&name));
            let came: KeptCase = came.cloned().unwrap_or_default();
            let wanted = if came.guid.is_empty() { guid::made("case", &name) } else { came.guid.clone() };
            cases.push(Case {
                guid: given.give("case", &wanted),
                name,
                values,
                sources,
                codes: came.codes.iter().filter_map(|one| given.spelled(one)).collect(),
                selections: came.selections.iter().filter_map(|one| given.spelled(one)).collect(),
                ..Case::default()
            });
        }
        cases
    }
}

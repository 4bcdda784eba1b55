//! The persons interviewed as pages name them: without loading what they said.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::error::AppError;
use crate::domain::questionnaire::{Questionnaire, Respondent};
use crate::domain::settings::{Characteristic, CharacteristicSource, StudySettings};
use crate::domain::{RespondentId, TranscriptId};
use crate::text::Language;

/// Values of an attribute that sorts cases: more of them would each hold one case.
const MOST_VALUES: usize = 12;

/// One interview, by its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseHead {
    /// Its identifier.
    pub id: TranscriptId,
    /// Who answers, as the front matter names them; empty when it does not.
    pub name: String,
    /// Number of its present version.
    pub version: u32,
    /// Attributes of the case that sort cases, under the titles of the study.
    sorting: Vec<(String, String, String)>,
    /// All attributes.
    attributes: Vec<(String, String)>,
    /// Facts that describe the person: `sex` as people read it, `age` as the material writes it.
    facts: BTreeMap<String, String>,
}

impl CaseHead {
    /// Returns the attribute called `name`.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.trim().is_empty())
    }

    /// Lists its attributes, in the order of the file.
    pub fn attributes(&self) -> impl Iterator<Item = &(String, String)> {
        self.attributes.iter().filter(|(_, value)| !value.trim().is_empty())
    }

    /// Returns a fact that describes the person: `sex`, `age`.
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.get(name).map(String::as_str)
    }

    /// Names the interview: `E09, Mme I.`
    pub fn label(&self) -> String {
        if self.name.is_empty() { self.id.0.clone() } else { format!("{}, {}", self.id.0, self.name) }
    }

    /// Says what sorts the case: « décès d'un enfant, accompagnement ».
    pub fn sorted_by(&self) -> String {
        let values: Vec<&str> = self.sorting.iter().map(|(_, _, value)| value.as_str()).collect();
        values.join(", ")
    }

    /// Lists the attributes that sort cases, by name, with their titles.
    pub fn sorting(heads: &[Self]) -> Vec<(String, String)> {
        let mut names: Vec<(String, String)> = Vec::new();
        for (name, title, _) in heads.iter().flat_map(|head| &head.sorting) {
            if !names.iter().any(|(known, _)| known == name) {
                names.push((name.clone(), title.clone()));
            }
        }
        names
    }
}

/// Lists the interviews by identifier.
///
/// # Errors
/// The database cannot be read.
pub async fn heads(context: &Context, language: Language) -> Result<Vec<CaseHead>, AppError> {
    let settings: Option<StudySettings> = context.store.setting("study").await?;
    let rows = context.store.transcript_heads().await?;
    let declared = settings.as_ref().map_or(&[][..], |one| &one.participants.characteristics);
    let declared = declared.iter().filter(|one| {
        one.from == CharacteristicSource::Transcript && one.bands.is_empty() && !one.key.is_empty()
    });
    let mut sorting: Vec<(String, String)> =
        declared.map(|one| (one.key.clone(), one.title.get(language).to_owned())).collect();
    if sorting.is_empty() {
        let all: Vec<&[(String, String)]> = rows.iter().map(|row| row.attributes.as_slice()).collect();
        sorting = groups(&all).into_iter().map(|name| (name.clone(), name)).collect();
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let value = |name: &str| {
                row.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
            };
            CaseHead {
                name: value("respondent").unwrap_or_default(),
                sorting: sorting
                    .iter()
                    .filter_map(|(name, title)| Some((name.clone(), title.clone(), value(name)?)))
                    .collect(),
                id: row.id,
                version: row.version,
                facts: BTreeMap::new(),
                attributes: row.attributes,
            }
        })
        .collect())
}

/// Adds to the heads what describes the persons, from their front matter and their questionnaires.
///
/// # Errors
/// The database cannot be read.
pub async fn describe(context: &Context, heads: &mut [CaseHead], language: Language) -> Result<(), AppError> {
    let settings: Option<StudySettings> = context.store.setting("study").await?;
    let Some(settings) = settings else { return Ok(()) };
    let printed = &settings.participants.characteristics;
    let asks = printed.iter().any(|one| one.from == CharacteristicSource::Questionnaire);
    let answers = if asks { context.store.questionnaire().await? } else { None };
    let key = &settings.participants.questionnaire;
    for head in heads {
        let respondent = head.attribute(key).and_then(|id| {
            answers.as_ref().and_then(|answers| answers.respondent(&RespondentId::from(id.trim())))
        });
        for one in printed.iter().filter(|one| ["sex", "age"].contains(&one.id.as_str())) {
            if let Some(fact) = fact(one, head, answers.as_ref(), respondent, language) {
                head.facts.insert(one.id.clone(), fact);
            }
        }
    }
    Ok(())
}

fn fact(
    one: &Characteristic,
    head: &CaseHead,
    answers: Option<&Questionnaire>,
    respondent: Option<&Respondent>,
    language: Language,
) -> Option<String> {
    let value = match one.from {
        CharacteristicSource::Transcript => head.attribute(&one.key)?,
        CharacteristicSource::Questionnaire => {
            let (_, declared) = answers?.definition.characteristic(&one.key)?;
            respondent?.raw.get(&declared.column)?
        }
    };
    Some(one.values.get(value).map_or_else(|| value.to_owned(), |title| title.get(language).to_owned()))
}

/// Names the attributes that sort cases: few values, one of them shared.
fn groups(all: &[&[(String, String)]]) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in all.iter().flat_map(|one| one.iter()) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let sorts = |name: &&str| {
        let values: Vec<&str> = all
            .iter()
            .filter_map(|one| one.iter().find(|(known, _)| known == name))
            .map(|(_, value)| value.as_str())
            .collect();
        let distinct: BTreeSet<&str> = values.iter().copied().collect();
        (2..=MOST_VALUES).contains(&distinct.len()) && distinct.len() < values.len()
    };
    names.into_iter().filter(sorts).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_that_sort_cases_have_few_values_and_share_one() {
        let case = |event: &str, id: &str| {
            vec![("event".to_owned(), event.to_owned()), ("questionnaire".to_owned(), id.to_owned())]
        };
        let all = [case("décès", "R1"), case("impayé", "R2"), case("décès", "R3")];
        let all: Vec<&[(String, String)]> = all.iter().map(Vec::as_slice).collect();
        assert_eq!(groups(&all), ["event"]);
    }
}

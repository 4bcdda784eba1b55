//! Questionnaire and casework, each with the declaration that reads it.

use super::write::Export;
use crate::app::error::AppError;
use crate::config::plain_tables::{plain_name, plain_tables};
use crate::domain::casework::Definition;
use crate::domain::day::{Day, DayFormat};
use crate::exchange::folder::FileError;
use crate::exchange::table::TableWriter;
use crate::store::StoredIntervention;

/// Rows read at a time.
const BATCH: i64 = 5_000;

type Bytes = TableWriter<Vec<u8>>;

impl Export<'_> {
    pub(super) async fn questionnaire(&mut self) -> Result<(), AppError> {
        let store = &self.context.store;
        let text: Option<String> = store.setting("questionnaire.toml").await?;
        let (Some(text), Some(answers)) = (text, store.questionnaire().await?) else { return Ok(()) };
        let folder = self.folders.questionnaire.clone();
        self.put(&format!("{folder}/questionnaire.toml"), plain_tables(&text).as_bytes())?;
        let name = format!("{folder}/{}", plain_name(&answers.definition.file, ""));
        let mut table = self.begin(&name, answers.columns.iter().map(String::as_str))?;
        // In the order in which they were read.
        let mut respondents: Vec<_> = answers.respondents.iter().collect();
        respondents.sort_by_key(|respondent| respondent.line);
        for respondent in respondents {
            let cells =
                answers.columns.iter().map(|column| respondent.raw.get(column).map_or("", String::as_str));
            self.told(&name, table.row(cells))?;
        }
        self.end(&name, table)
    }

    pub(super) async fn casework(&mut self) -> Result<(), AppError> {
        let store = &self.context.store;
        let text: Option<String> = store.setting("administrative.toml").await?;
        let definition: Option<Definition> = store.setting("administrative").await?;
        let (Some(text), Some(definition)) = (text, definition) else { return Ok(()) };
        let folder = self.folders.administrative.clone();
        self.put(&format!("{folder}/administrative.toml"), plain_tables(&text).as_bytes())?;
        self.interventions(&folder, &definition).await?;
        self.recipients(&folder, &definition).await?;
        self.population(&folder, &definition).await
    }

    async fn interventions(&mut self, folder: &str, definition: &Definition) -> Result<(), AppError> {
        let declared = &definition.interventions;
        let name = format!("{folder}/{}", plain_name(&declared.file, "interventions"));
        let mut header = vec![declared.family.as_str(), &declared.event];
        header.extend(declared.outcome.as_deref());
        header.push(&declared.offer);
        header.extend(declared.contact.as_deref());
        header.extend([declared.opening.as_str(), &declared.closing]);
        let mut table = self.begin(&name, header)?;
        let mut line = 0;
        loop {
            let rows = self.context.store.interventions_after(line, BATCH).await?;
            let Some(last) = rows.last() else { break };
            line = last.line;
            for row in &rows {
                let cells = cells(row, definition);
                self.told(&name, table.row(cells.iter().map(String::as_str)))?;
            }
        }
        self.end(&name, table)
    }

    async fn recipients(&mut self, folder: &str, definition: &Definition) -> Result<(), AppError> {
        let Some(declared) = &definition.recipients else { return Ok(()) };
        let name = format!("{folder}/{}", plain_name(&declared.file, "recipients"));
        // Two characteristics may be read from one column, which is written once.
        let mut columns: Vec<(&str, usize)> = Vec::new();
        for (at, one) in declared.characteristics.iter().enumerate() {
            if one.column != declared.family && !columns.iter().any(|(known, _)| *known == one.column) {
                columns.push((&one.column, at));
            }
        }
        let header =
            std::iter::once(declared.family.as_str()).chain(columns.iter().map(|(column, _)| *column));
        let mut table = self.begin(&name, header)?;
        let mut line = 0;
        loop {
            let rows = self.context.store.recipients_after(line, BATCH).await?;
            let Some((last, _, _)) = rows.last() else { break };
            line = *last;
            for (_, family, values) in &rows {
                let cells = columns.iter().map(|(_, at)| values.get(*at).map_or("", String::as_str));
                self.told(&name, table.row(std::iter::once(family.as_str()).chain(cells)))?;
            }
        }
        self.end(&name, table)
    }

    async fn population(&mut self, folder: &str, definition: &Definition) -> Result<(), AppError> {
        let Some(declared) = &definition.population else { return Ok(()) };
        let name = format!("{folder}/{}", plain_name(&declared.file, "population"));
        let mut table =
            self.begin(&name, [declared.variable.as_str(), &declared.modality, &declared.count])?;
        for margin in self.context.store.population().await? {
            let count = margin.count.to_string();
            self.told(&name, table.row([margin.variable.as_str(), &margin.modality, &count]))?;
        }
        self.end(&name, table)
    }

    fn begin<'a>(&self, name: &str, header: impl IntoIterator<Item = &'a str>) -> Result<Bytes, AppError> {
        self.told(name, TableWriter::new(Vec::new(), header))
    }

    fn end(&mut self, name: &str, table: Bytes) -> Result<(), AppError> {
        let bytes = self.told(name, table.finish())?;
        self.put(name, &bytes)
    }

    fn told<T>(&self, name: &str, result: std::io::Result<T>) -> Result<T, AppError> {
        result.map_err(|source| FileError { action: "write", path: self.target.join(name), source }.into())
    }
}

/// Writes a row of interventions in the words of the declaration, so that it reads back the same.
fn cells(row: &StoredIntervention, definition: &Definition) -> Vec<String> {
    let declared = &definition.interventions;
    let day = |day: Option<i64>| written(day, declared.dates);
    let mut cells = vec![row.family.clone(), row.event.clone()];
    if declared.outcome.is_some() {
        let name = |outcome: crate::domain::casework::Outcome| match outcome {
            crate::domain::casework::Outcome::Accepted => "accepted",
            crate::domain::casework::Outcome::Refused => "refused",
            crate::domain::casework::Outcome::NoAnswer => "no-answer",
        };
        let found =
            declared.outcomes.iter().find(|(_, outcome)| Some(name(*outcome)) == row.outcome.as_deref());
        cells.push(found.map(|(text, _)| text.clone()).unwrap_or_default());
    }
    let offer = definition.offers.iter().find(|offer| Some(offer.id.as_str()) == row.offer.as_deref());
    cells.push(offer.and_then(|offer| offer.values.first()).cloned().unwrap_or_default());
    if declared.contact.is_some() {
        cells.push(day(row.contact));
    }
    cells.extend([day(row.opening), day(row.closing)]);
    cells
}

fn written(day: Option<i64>, format: DayFormat) -> String {
    day.and_then(|day| i32::try_from(day).ok()).map_or_else(String::new, |day| format.write(Day(day)))
}

//! The questionnaire in the database: its declaration, and one row a respondent.

use serde::{Deserialize, Serialize};
use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::questionnaire::{Definition, Questionnaire, Respondent};

#[derive(Serialize, Deserialize)]
struct Head {
    definition: Definition,
    columns: Vec<String>,
}

impl Store {
    /// Loads the questionnaire, respondents by identifier: the order of the rows in their file means
    /// nothing, and must not change the last digit of a sum.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn questionnaire(&self) -> Result<Option<Questionnaire>, StoreError> {
        let head = sqlx::query("SELECT body FROM questionnaire WHERE died IS NULL")
            .fetch_optional(&self.pool)
            .await?;
        let Some(head) = head else { return Ok(None) };
        let Head { definition, columns } = from_json("questionnaire", &head.try_get::<String, _>(0)?)?;
        let rows = sqlx::query("SELECT body FROM respondent WHERE died IS NULL ORDER BY position")
            .fetch_all(&self.pool)
            .await?;
        let mut respondents = rows
            .iter()
            .map(|row| from_json("respondent", &row.try_get::<String, _>(0)?))
            .collect::<Result<Vec<Respondent>, StoreError>>()?;
        // Sorted here: the two engines do not compare texts alike.
        respondents.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Some(Questionnaire { definition, columns, respondents }))
    }
}

impl Change {
    /// Puts a questionnaire in place of the present one.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_questionnaire(&mut self, questionnaire: &Questionnaire) -> Result<(), StoreError> {
        self.end_all("questionnaire").await?;
        self.end_all("respondent").await?;
        let head =
            Head { definition: questionnaire.definition.clone(), columns: questionnaire.columns.clone() };
        let values = vec![Value::Text(to_json("questionnaire", &head)?), Value::Integer(self.number)];
        insert(self, "questionnaire", &["body", "born"], values).await?;
        let mut values = Vec::with_capacity(questionnaire.respondents.len() * 4);
        for (position, respondent) in (0_i64..).zip(&questionnaire.respondents) {
            values.extend([
                Value::Text(respondent.id.0.clone()),
                Value::Integer(position),
                Value::Text(to_json("respondent", respondent)?),
                Value::Integer(self.number),
            ]);
        }
        insert(self, "respondent", &["id", "position", "body", "born"], values).await
    }
}

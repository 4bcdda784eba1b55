//! Declared values of a study (its settings files, parsed), each under a name.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};

impl Store {
    /// Loads the setting called `name`.
    ///
    /// # Errors
    /// The database cannot be read, or the setting does not read as a `T`.
    pub async fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreError> {
        let row = sqlx::query("SELECT body FROM setting WHERE died IS NULL AND name = $1")
            .bind(name)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| from_json("setting", &row.try_get::<String, _>(0)?)).transpose()
    }
}

impl Change {
    /// Puts a setting in place of the one called the same.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_setting<T: Serialize>(&mut self, name: &str, value: &T) -> Result<(), StoreError> {
        self.end_rows("setting", "name", name).await?;
        let values = vec![
            Value::Text(name.to_owned()),
            Value::Text(to_json("setting", value)?),
            Value::Integer(self.number),
        ];
        insert(self, "setting", &["name", "body", "born"], values).await
    }
}

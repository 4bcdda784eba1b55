//! Runs: results with everything needed to repeat them.

use sqlx::Row;

use super::connect::Store;
use super::error::StoreError;

/// A recorded computation.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// UUID version 7.
    pub id: String,
    /// What was computed: `typology`, `link`, …
    pub method: String,
    /// Every parameter, as JSON with sorted keys.
    pub parameters: String,
    /// Of the random streams.
    pub seed: i64,
    /// Fingerprint of the inputs.
    pub inputs: String,
    /// Of the program.
    pub version: String,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// The result, as JSON.
    pub result: String,
}

impl Store {
    /// Finds a run of this method on these inputs with these parameters by this version.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn find_run(
        &self,
        method: &str,
        inputs: &str,
        parameters: &str,
        version: &str,
    ) -> Result<Option<Run>, StoreError> {
        let row = sqlx::query(
            "SELECT id, method, parameters, seed, inputs, version, at, result FROM run \
             WHERE method = $1 AND inputs = $2 AND parameters = $3 AND version = $4 ORDER BY id LIMIT 1",
        )
        .bind(method)
        .bind(inputs)
        .bind(parameters)
        .bind(version)
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| {
            Ok(Run {
                id: row.try_get(0)?,
                method: row.try_get(1)?,
                parameters: row.try_get(2)?,
                seed: row.try_get(3)?,
                inputs: row.try_get(4)?,
                version: row.try_get(5)?,
                at: row.try_get(6)?,
                result: row.try_get(7)?,
            })
        })
        .transpose()
    }

    /// Keeps a run.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn save_run(&self, run: &Run) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO run (id, method, parameters, seed, inputs, version, at, result) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&run.id)
        .bind(&run.method)
        .bind(&run.parameters)
        .bind(run.seed)
        .bind(&run.inputs)
        .bind(&run.version)
        .bind(&run.at)
        .bind(&run.result)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}

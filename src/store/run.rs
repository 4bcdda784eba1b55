//! Runs: results with everything needed to repeat them.

use serde::Serialize;
use sqlx::Row;

use super::connect::Store;
use super::error::{StoreError, from_json};

/// A recorded computation.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// UUID version 7.
    pub id: String,
    /// What was computed: `typology`, `link`, …
    pub method: String,
    /// Every parameter, as JSON with sorted keys.
    pub parameters: String,
    /// Of the random streams, with the bits of an unsigned number.
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

/// What a run was made from, without its result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunFacts {
    /// UUID version 7.
    pub id: String,
    /// What was computed: `typology`, `link`, …
    pub method: String,
    /// Every parameter.
    pub parameters: serde_json::Value,
    /// Of the random streams; 0 when nothing was drawn.
    pub seed: u64,
    /// Fingerprint of the inputs.
    pub inputs: String,
    /// Of the program.
    pub version: String,
    /// When, RFC 3339 UTC.
    pub at: String,
}

impl Store {
    /// Tells whether a run of this method on these inputs with these parameters by this version is kept.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn has_run(
        &self,
        method: &str,
        inputs: &str,
        parameters: &str,
        version: &str,
    ) -> Result<bool, StoreError> {
        // Their results may be large, and are not looked at.
        let found = sqlx::query(
            "SELECT 1 FROM run WHERE method = $1 AND inputs = $2 AND parameters = $3 AND version = $4 LIMIT 1",
        )
        .bind(method)
        .bind(inputs)
        .bind(parameters)
        .bind(version)
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.is_some())
    }

    /// Lists runs without their results, the newest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn runs(&self, limit: u32) -> Result<Vec<RunFacts>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, method, parameters, seed, inputs, version, at FROM run ORDER BY at DESC, id DESC LIMIT $1",
        )
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(RunFacts {
                    id: row.try_get(0)?,
                    method: row.try_get(1)?,
                    parameters: from_json("parameters of a run", row.try_get(2)?)?,
                    seed: row.try_get::<i64, _>(3)?.cast_unsigned(),
                    inputs: row.try_get(4)?,
                    version: row.try_get(5)?,
                    at: row.try_get(6)?,
                })
            })
            .collect()
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

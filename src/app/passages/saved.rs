//! Queries that people named, so that all find them again.

use serde::Serialize;
use serde_json::json;

use super::query::PassageQuery;
use crate::app::request::open;
use crate::app::{AppError, Context};
use crate::domain::RecordId;
use crate::store::SavedQuery;

/// Longest name, in scalar values.
const LONGEST: usize = 80;

/// A query under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saved {
    /// Its record.
    pub id: String,
    /// As people call it.
    pub name: String,
    /// Who named it.
    pub coder: String,
    /// What it asks: pairs of an address.
    pub pairs: Vec<(String, String)>,
}

impl From<SavedQuery> for Saved {
    fn from(query: SavedQuery) -> Self {
        Self {
            id: query.id.0,
            name: query.name,
            coder: query.coder.0,
            // A body of another program is a query that asks nothing.
            pairs: serde_json::from_str(&query.body).unwrap_or_default(),
        }
    }
}

/// Lists the queries that were named, by name.
///
/// # Errors
/// The database cannot be read.
pub async fn saved(context: &Context) -> Result<Vec<Saved>, AppError> {
    Ok(context.store.saved_queries().await?.into_iter().map(Saved::from).collect())
}

/// Names a query, in place of the one called the same; returns the operation and the query.
///
/// # Errors
/// The name says nothing or is too long, or the database cannot be written.
pub async fn save(
    context: &Context,
    request: Option<&str>,
    name: &str,
    query: &PassageQuery,
) -> Result<(i64, Saved), AppError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(AppError::QueryName { most: LONGEST });
    }
    let known = context.store.saved_queries().await?.into_iter().find(|one| one.name == name);
    let Some(mut change) = open(context, request, "save-query").await? else {
        let made = context.store.operation_of_request(request.unwrap_or_default()).await?;
        let found = known.ok_or_else(|| unknown(&name))?;
        return Ok((made.map_or(0, |made| made.number), found.into()));
    };
    let put = SavedQuery {
        id: known.map_or_else(|| RecordId(context.clock.identifier()), |known| known.id),
        body: serde_json::to_string(&query.pairs())?,
        coder: context.coder.clone(),
        name,
    };
    change.put_saved_query(&put).await?;
    let number = change.commit(&json!({ "query": put.id, "name": put.name })).await?;
    Ok((number, put.into()))
}

/// Removes a named query; returns the operation.
///
/// # Errors
/// There is none, or the database cannot be written.
pub async fn remove(context: &Context, request: Option<&str>, id: &RecordId) -> Result<i64, AppError> {
    let Some(mut change) = open(context, request, "remove-query").await? else {
        let made = context.store.operation_of_request(request.unwrap_or_default()).await?;
        return made.map(|made| made.number).ok_or_else(|| unknown(id.as_str()));
    };
    let found = context.store.saved_query(id).await?.ok_or_else(|| unknown(id.as_str()))?;
    change.end_saved_query(id).await?;
    Ok(change.commit(&json!({ "query": id, "name": found.name })).await?)
}

fn unknown(name: &str) -> AppError {
    AppError::Unknown { kind: "query", name: name.to_owned(), nearest: None }
}

//! Writes that may be sent twice: the second time they have been carried out already.

use super::coding::CodingError;
use super::context::Context;
use super::error::AppError;
use crate::store::{Change, StoreError};

/// A change to make, or the number of the operation that the same request made before.
pub(super) enum Begun {
    /// To be made.
    Change(Change),
    /// Made.
    Made(i64),
}

/// Opens the operation of a request, which may have no identifier; none when it made one before.
///
/// # Errors
/// The database cannot be written.
pub(super) async fn open(
    context: &Context,
    request: Option<&str>,
    kind: &str,
) -> Result<Option<Change>, AppError> {
    let Context { clock, coder, store, .. } = context;
    let id = request.map_or_else(|| clock.identifier(), str::to_owned);
    match store.begin(&id, &clock.now(), coder.as_str(), kind).await {
        Ok(change) => Ok(Some(change)),
        Err(StoreError::Repeated { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Opens the operation of a request.
///
/// # Errors
/// Its identifier served for something else, or the database cannot be written.
pub(super) async fn begin(context: &Context, request: &str, kind: &str) -> Result<Begun, AppError> {
    let Context { clock, coder, store, .. } = context;
    match store.begin(request, &clock.now(), coder.as_str(), kind).await {
        Ok(change) => Ok(Begun::Change(change)),
        Err(StoreError::Repeated { number }) => {
            let made = store.operation(number).await?;
            let same = made.is_some_and(|made| made.kind == kind && made.coder == coder.as_str());
            if same { Ok(Begun::Made(number)) } else { Err(CodingError::RequestReused.into()) }
        }
        Err(error) => Err(error.into()),
    }
}

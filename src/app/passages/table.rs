//! All passages of a query as a table.

use std::io;

use super::list::passages;
use super::query::PassageQuery;
use crate::app::coders::Names;
use crate::app::concordance::Swatch;
use crate::app::people::{describe, heads};
use crate::app::{AppError, Context};
use crate::domain::CoderId;
use crate::exchange::table::TableWriter;
use crate::text::Language;

/// Passages loaded at once.
const BATCH: usize = 1_000;

/// Columns, in the words of a coding table where it has them, so that the file can be read again.
const COLUMNS: [&str; 13] = [
    "transcript",
    "turn",
    "last_turn",
    "coder",
    "code",
    "title",
    "intensity",
    "exact",
    "prefix",
    "suffix",
    "memo",
    "sex",
    "age",
];

/// Writes all passages of a query as delimited text.
///
/// # Errors
/// The query names what the study does not have, or the sink fails.
pub async fn write_table(
    context: &Context,
    query: &PassageQuery,
    only: Option<&CoderId>,
    language: Language,
    sink: &mut Vec<u8>,
) -> Result<(), AppError> {
    let codebook = context.store.codebook().await?;
    let mut heads = heads(context, language).await?;
    let wanted = query.resolve(context, &codebook, &heads, only).await?;
    describe(context, &mut heads, language).await?;
    let swatches = Swatch::all(&codebook);
    let names = Names::load(context).await?;
    let stopped = |_: io::Error| AppError::Stopped { what: "table" };
    let mut table = TableWriter::new(sink, COLUMNS).map_err(stopped)?;
    let mut offset = 0;
    loop {
        let codings = context.store.retrieve(&wanted, BATCH, offset).await?;
        let count = codings.len();
        for passage in passages(codings, &heads, &swatches, &names) {
            let source = &passage.source;
            let (turn, last) = (source.turn.to_string(), source.last_turn.to_string());
            let intensity = passage.intensity.map(|value| value.to_string()).unwrap_or_default();
            table
                .row([
                    source.transcript.as_str(),
                    &turn,
                    &last,
                    &passage.coder,
                    passage.code.code.as_str(),
                    &passage.code.title,
                    &intensity,
                    &passage.exact,
                    &passage.prefix,
                    &passage.suffix,
                    &passage.memo,
                    source.sex.as_deref().unwrap_or(""),
                    source.age.as_deref().unwrap_or(""),
                ])
                .map_err(stopped)?;
        }
        offset += count;
        if count < BATCH {
            break;
        }
    }
    table.finish().map_err(stopped)?;
    Ok(())
}

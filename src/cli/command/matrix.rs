//! `propos matrix`: crosses codes with interviews, codes or an attribute.

use crate::app::Context;
use crate::app::matrix::{Columns, Unit, count};
use crate::cli::error::CommandError;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// `transcripts`, `codes`, or the name of an attribute.
    #[arg(value_name = "COLUMNS", default_value = "transcripts")]
    columns: String,
    /// What a cell counts.
    #[arg(long, value_name = "UNIT", default_value = "segments", value_parser = ["segments", "interviews", "words"])]
    unit: String,
    /// Writes a table separated by semicolons.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let columns = match args.columns.as_str() {
        "transcripts" | "interviews" | "entretiens" => Columns::Transcripts,
        "codes" => Columns::Codes,
        name => Columns::Attribute(name.to_owned()),
    };
    let unit = match args.unit.as_str() {
        "interviews" => Unit::Interviews,
        "words" => Unit::Words,
        _ => Unit::Segments,
    };
    let matrix = count(context, &columns, unit).await?;
    if args.json {
        return ui.json(&matrix);
    }
    let (code, total) = (ui.catalog.plain("matrix-code"), ui.catalog.plain("matrix-total"));
    if args.csv {
        let mut table = Vec::new();
        matrix.write_table(&code, &total, &mut table).map_err(CommandError::output)?;
        return ui.raw(&table);
    }
    let mut head = vec![code];
    head.extend(matrix.columns.iter().cloned());
    head.push(total);
    let mut rows = vec![head];
    for row in &matrix.rows {
        let mut cells = vec![row.title.clone()];
        let count = |number: &usize| if *number == 0 { "–".to_owned() } else { number.to_string() };
        cells.extend(row.cells.iter().map(count));
        cells.push(row.total.to_string());
        rows.push(cells);
    }
    let mut aligns = vec![Align::Left];
    aligns.resize(matrix.columns.len() + 2, Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    Ok(())
}

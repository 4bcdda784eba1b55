//! Declarations of tables in workbooks, told as those of the text tables that an export writes.

use std::path::Path;

use toml_edit::{DocumentMut, TableLike, value};

/// Endings of workbooks.
const WORKBOOKS: &[&str] = &["xlsx", "xlsm", "xls", "ods"];

/// Names the text table that stands for a declared file: itself, or, for a workbook, a csv that no other
/// sheet of it is; `section` is the one of the settings that declares it, empty for the whole file.
pub fn plain_name(file: &str, section: &str) -> String {
    let ending = Path::new(file).extension().and_then(|ending| ending.to_str());
    let Some(ending) = ending.filter(|ending| WORKBOOKS.iter().any(|one| ending.eq_ignore_ascii_case(one)))
    else {
        return file.to_owned();
    };
    let stem = &file[..file.len() - ending.len() - 1];
    if section.is_empty() { format!("{stem}.csv") } else { format!("{stem}-{section}.csv") }
}

/// Puts text tables in the place of the workbooks that settings declare; all else stays as it is written.
pub fn plain_tables(settings: &str) -> String {
    let Ok(mut document) = settings.parse::<DocumentMut>() else { return settings.to_owned() };
    let mut is_changed = change(document.as_table_mut(), "");
    for section in ["interventions", "recipients", "population"] {
        if let Some(table) = document.get_mut(section).and_then(|item| item.as_table_like_mut()) {
            is_changed |= change(table, section);
        }
    }
    if is_changed { document.to_string() } else { settings.to_owned() }
}

fn change(table: &mut dyn TableLike, section: &str) -> bool {
    let Some(file) = table.get("file").and_then(|item| item.as_str()).map(str::to_owned) else {
        return false;
    };
    let name = plain_name(&file, section);
    if name == file {
        return false;
    }
    if let Some(item) = table.get_mut("file") {
        let decor = item.as_value().map(|value| value.decor().clone());
        *item = value(name);
        if let (Some(decor), Some(value)) = (decor, item.as_value_mut()) {
            *value.decor_mut() = decor;
        }
    }
    table.remove("sheet");
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workbooks_become_text_and_nothing_else_changes() {
        let settings = "# Mot.\nfile = \"r.xlsx\" # ici\nsheet = \"S\"\n\n[columns]\nid = \"id\"\n";
        assert_eq!(plain_tables(settings), "# Mot.\nfile = \"r.csv\" # ici\n\n[columns]\nid = \"id\"\n");
        let both = "[interventions]\nfile = \"caf.ods\"\n[recipients]\nfile = \"caf.ods\"\nsheet = \"B\"\n";
        let plain = "[interventions]\nfile = \"caf-interventions.csv\"\n[recipients]\nfile = \"caf-recipients.csv\"\n";
        assert_eq!(plain_tables(both), plain);
        assert_eq!(plain_tables("file = \"r.csv\"\n"), "file = \"r.csv\"\n");
    }
}

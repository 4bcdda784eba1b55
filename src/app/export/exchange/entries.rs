//! The entries of other programs' archives that go back out.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::losses::Losses;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::exchange::qdpx::model::Project;
use crate::exchange::qdpx::remainder::Remainders;

/// Adds the entries that came from other programs and that something still refers to, or that nothing
/// is known of.
pub(super) async fn foreign_entries(
    context: &Context,
    remainders: &Remainders,
    project: &Project,
    entries: &mut Vec<(String, Vec<u8>)>,
    losses: &mut Losses,
) -> Result<(), AppError> {
    let mut names: BTreeSet<String> = entries.iter().map(|(name, _)| name.to_lowercase()).collect();
    names.insert("project.qde".to_owned());
    let rich: BTreeSet<String> = project
        .sources
        .iter()
        .filter_map(|one| one.rich_entry.as_ref())
        .map(|name| name.to_lowercase())
        .collect();
    let formatted: BTreeSet<String> = remainders
        .packages
        .values()
        .flat_map(|one| one.sources.values())
        .filter_map(|one| one.rich_entry.as_deref())
        .filter_map(|written| entry_of(remainders, written))
        .map(|name| name.to_lowercase())
        .collect();
    for (path, remainder) in &remainders.packages {
        for name in &remainder.entries {
            let out = outgoing(name);
            // The formatted form of a text that was changed since would contradict it.
            if formatted.contains(&out.to_lowercase()) && !rich.contains(&out.to_lowercase()) {
                continue;
            }
            let body: Option<String> = context.store.setting(&Remainders::entry(path, name)).await?;
            let bytes = body.and_then(|body| STANDARD.decode(body).ok());
            match bytes.filter(|_| names.insert(out.to_lowercase())) {
                Some(bytes) => entries.push((out, bytes)),
                None => losses.name("entry", name, 1),
            }
        }
    }
    Ok(())
}

/// The name of an entry in what is written: the folder of sources is in lower case.
fn outgoing(name: &str) -> String {
    match name.split_once('/') {
        Some((folder, rest)) if folder.eq_ignore_ascii_case("sources") => format!("sources/{rest}"),
        _ => name.to_owned(),
    }
}

/// Finds the entry that a path of a project means among those that are kept.
pub(super) fn entry_of(remainders: &Remainders, written: &str) -> Option<String> {
    let base = written.rsplit('/').next()?.to_lowercase();
    let mut names = remainders.packages.values().flat_map(|one| &one.entries);
    let found = names.find(|name| name.rsplit('/').next().is_some_and(|one| one.to_lowercase() == base));
    found.map(|name| outgoing(name))
}

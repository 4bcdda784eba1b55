//! The study as one archive for an archive: files that people read and that import again, their history,
//! a text that explains each, and checksums.
//!
//! The same study gives the same bytes.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;

use super::tidy::{csv_files, tables};
use super::write::gather;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::Diagnostic;
use crate::domain::settings::StudySettings;
use crate::exchange::archive::pack;
use crate::exchange::folder::{self, FileError};
use crate::exchange::identifiers::in_text;
use crate::i18n::Catalog;
use crate::i18n::format::words::joined;
use crate::text::{Fingerprint, Language};

/// Name of the list of checksums, as `sha256sum -c` reads it.
const MANIFEST: &str = "manifest-sha256.txt";
/// The history of a study, all of it.
const ALL: u32 = u32::MAX;

/// What is to be said of the archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DepositRequest {
    /// Under which licence it may be used; none is said to be missing.
    pub licence: Option<String>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DepositOutcome {
    /// The archive.
    pub file: PathBuf,
    /// Files in it.
    pub files: Vec<String>,
    /// Of the whole archive.
    pub fingerprint: Fingerprint,
    /// The licence, if one was named.
    pub licence: Option<String>,
}

/// Writes the archive.
///
/// # Errors
/// Nothing was imported yet, or the disk or the database fails.
pub async fn export_deposit(
    context: &Context,
    file: &Path,
    request: &DepositRequest,
) -> Result<DepositOutcome, AppError> {
    let settings: Option<StudySettings> = context.store.setting("study").await?;
    let settings = settings.ok_or(AppError::Empty { missing: "transcripts" })?;
    let mut entries: Vec<(String, Vec<u8>)> =
        gather(context).await?.into_iter().map(|(name, bytes)| (format!("study/{name}"), bytes)).collect();
    entries.extend(history(context).await?);
    let words = Catalog::new(settings.language);
    for (name, bytes) in csv_files(&tables(context, &words).await?, file)? {
        entries.push((format!("tables/{name}"), bytes));
    }
    entries.push(("deposit.json".to_owned(), facts(&settings, request)?));
    // A deposit is for strangers: what names a person stops it, even where the team took it in knowingly.
    let named: Vec<Diagnostic> = entries.iter().flat_map(|(name, bytes)| naming(name, bytes)).collect();
    if !named.is_empty() {
        return Err(AppError::Refused(named));
    }
    for (name, language) in [("LISEZMOI.md", Language::Fr), ("README.md", Language::En)] {
        let text = explained(&settings, request, &entries, &Catalog::new(language));
        entries.push((name.to_owned(), text.into_bytes()));
    }
    entries.sort();
    let mut manifest = String::new();
    for (name, bytes) in &entries {
        let _ = writeln!(manifest, "{}  {name}", Fingerprint::of(bytes).0);
    }
    entries.push((MANIFEST.to_owned(), manifest.into_bytes()));
    let failed = |source| FileError { action: "write", path: file.to_owned(), source };
    let packed =
        pack(entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))).map_err(failed)?;
    folder::write(file, &packed)?;
    Ok(DepositOutcome {
        file: file.to_owned(),
        files: entries.into_iter().map(|(name, _)| name).collect(),
        fingerprint: Fingerprint::of(&packed),
        licence: request.licence.clone(),
    })
}

/// What was done, the codebook as it was, and what was computed: a record a line, the oldest first.
async fn history(context: &Context) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    let store = &context.store;
    let mut operations = store.operations(i64::from(ALL)).await?;
    operations.reverse();
    let themes = store.themes_as_they_were().await?;
    let themes = themes.iter().map(|(operation, theme)| json!({ "operation": operation, "theme": theme }));
    let codings: Vec<_> = store
        .coding_times()
        .await?
        .into_iter()
        .map(|(coding, at)| json!({ "coding": coding, "made": at }))
        .collect();
    let mut runs = store.runs(ALL).await?;
    runs.reverse();
    let mut files = Vec::new();
    let mut put = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            files.push((name.to_owned(), (lines.join("\n") + "\n").into_bytes()));
        }
    };
    put("history/operations.jsonl", operations.iter().map(serde_json::to_string).collect::<Result<_, _>>()?);
    put("history/codebook.jsonl", themes.map(|one| one.to_string()).collect());
    put("history/codings.jsonl", codings.iter().map(ToString::to_string).collect());
    put("history/runs.jsonl", runs.iter().map(serde_json::to_string).collect::<Result<_, _>>()?);
    Ok(files)
}

/// Finds direct identifiers of persons in what people said and wrote: interviews, codebook, codings.
fn naming(name: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let is_prose = folder::has_extension(Path::new(name), &["md", "tsv"]);
    std::str::from_utf8(bytes).ok().filter(|_| is_prose).map_or_else(Vec::new, |text| in_text(name, text, 1))
}

fn facts(settings: &StudySettings, request: &DepositRequest) -> Result<Vec<u8>, AppError> {
    let language = settings.language;
    let mut text = serde_json::to_vec_pretty(&json!({
        "title": settings.title,
        "subtitle": settings.subtitle,
        "language": language.code(),
        "invented": settings.invented.as_ref().map(|text| text.get(language)),
        "licence": request.licence,
        "pseudonymisation": "by the team, not checked by the program",
        "program": { "name": "propos", "version": env!("CARGO_PKG_VERSION") },
        "checksums": MANIFEST,
    }))?;
    text.push(b'\n');
    Ok(text)
}

/// Says what the archive is and what each file of it holds.
fn explained(
    settings: &StudySettings,
    request: &DepositRequest,
    entries: &[(String, Vec<u8>)],
    words: &Catalog,
) -> String {
    let mut text = format!("# {}\n\n", settings.title);
    let mut say = |line: String| {
        text.push_str(&line);
        text.push_str("\n\n");
    };
    if let Some(invented) = &settings.invented {
        say(words.text("deposit-invented", &[("text", invented.get(words.language()).into())]));
    }
    let kinds: BTreeSet<&str> = entries.iter().map(|(name, _)| kind(name, settings)).collect();
    say(words.text("deposit-what", &[("holds", held(&kinds, words).into())]));
    say(words.text("deposit-pseudonymised", &[("individual", individual(&kinds).into())]).replace("  ", " "));
    say(match &request.licence {
        Some(licence) => words.text("deposit-licence", &[("licence", licence.as_str().into())]),
        None => words.plain("deposit-no-licence"),
    });
    say(words.text("deposit-check", &[("manifest", MANIFEST.into())]));
    say(words.plain("deposit-again"));
    say(format!("## {}", words.plain("deposit-files")));
    let mut names: Vec<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
    names.extend([MANIFEST, "README.md", "LISEZMOI.md"]);
    names.sort_unstable();
    names.dedup();
    let mut list = String::new();
    for name in names {
        let meaning = words.plain(&format!("deposit-file-{}", kind(name, settings)));
        let _ = writeln!(list, "- `{name}` : {meaning}");
    }
    if words.language() == Language::En {
        list = list.replace("` : ", "`: ");
    } else {
        list = list.replace("` : ", "`\u{A0}: ");
    }
    text + &list
}

/// Lists what the archive holds, from the kinds of its files.
fn held(kinds: &BTreeSet<&str>, words: &Catalog) -> String {
    let parts: Vec<String> = [
        ("transcripts", "transcript"),
        ("codebook", "codebook"),
        ("versions", "themes"),
        ("codings", "codings"),
        ("history", "operations"),
        ("runs", "runs"),
        ("questionnaire", "answers"),
        ("records", "records"),
        ("tables", "table"),
    ]
    .into_iter()
    .filter(|(_, kind)| kinds.contains(kind))
    .map(|(part, _)| words.plain(&format!("deposit-holds-{part}")))
    .collect();
    joined(&parts, words.language())
}

/// Tells which files hold data on single persons.
fn individual(kinds: &BTreeSet<&str>) -> &'static str {
    match (kinds.contains("answers"), kinds.contains("records")) {
        (true, true) => "both",
        (true, false) => "questionnaire",
        (false, true) => "records",
        (false, false) => "none",
    }
}

/// Names what a file is, for its message.
fn kind(name: &str, settings: &StudySettings) -> &'static str {
    let folders = &settings.folders;
    let Some(inside) = name.strip_prefix("study/") else {
        return match name {
            "README.md" | "LISEZMOI.md" => "readme",
            MANIFEST => "manifest",
            "deposit.json" => "facts",
            "history/operations.jsonl" => "operations",
            "history/codebook.jsonl" => "themes",
            "history/codings.jsonl" => "times",
            "history/runs.jsonl" => "runs",
            "tables/dictionary.csv" => "dictionary",
            _ => "table",
        };
    };
    let within = |folder: &str| inside.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let is_declaration = Path::new(inside).extension().is_some_and(|extension| extension == "toml");
    match inside {
        "study.toml" => "settings",
        _ if within(&folders.transcripts) => "transcript",
        _ if within(&folders.codebook) => "codebook",
        _ if within(&folders.codings) => "codings",
        _ if within(&folders.questionnaire) && is_declaration => "scales",
        _ if within(&folders.questionnaire) => "answers",
        _ if within(&folders.administrative) && is_declaration => "records-declared",
        _ if within(&folders.administrative) => "records",
        _ => "notebook",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_is_said_to_hold_what_it_holds() {
        let words = Catalog::new(Language::En);
        let kinds = BTreeSet::from(["transcript", "codebook", "codings", "settings", "table"]);
        let said = held(&kinds, &words);
        assert_eq!(said, "the transcripts, the codebook, the codings and the tables drawn from them");
        assert_eq!(individual(&kinds), "none");
        assert_eq!(individual(&BTreeSet::from(["answers", "records"])), "both");
    }
}

//! The whole study to an archive, or its codebook to a file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::cases::{Cases, Variables};
use super::codes::codes;
use super::entries::{entry_of, foreign_entries};
use super::kept::kept;
use super::losses::Losses;
use super::notes::Notes;
use super::texts::{Marks, Text, passages};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::import::UNKNOWN;
use crate::domain::codebook::write_theme;
use crate::domain::memo::SubjectKind;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::Transcript;
use crate::domain::{CodeId, CoderId, Diagnostic, RecordId};
use crate::exchange::folder;
use crate::exchange::qdc;
use crate::exchange::qdpx::guid;
use crate::exchange::qdpx::model::{Project, Selection, SourceKind, TextSource, User};
use crate::exchange::qdpx::own::Own;
use crate::exchange::qdpx::remainder::Remainders;
use crate::exchange::qdpx::write::{Given, ORIGIN, is_moment};
use crate::exchange::qdpx::{Target, write_package};
use crate::store::CodingFilter;
use crate::text::TextIndex;

/// What was written for another program.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExchangeOutcome {
    /// The file.
    pub file: PathBuf,
    /// Interviews in it.
    pub transcripts: usize,
    /// Codes in it, folders included.
    pub codes: usize,
    /// Codings in it.
    pub codings: usize,
    /// What the format cannot hold.
    pub losses: Vec<Diagnostic>,
}

/// Writes the codebook for other programs.
///
/// # Errors
/// The study has no code, or the disk or the database fails.
pub async fn export_codebook(context: &Context, file: &Path) -> Result<ExchangeOutcome, AppError> {
    let store = &context.store;
    let settings: Option<StudySettings> = store.setting("study").await?;
    let settings = settings.ok_or(AppError::Empty { missing: "codebook" })?;
    let remainders: Remainders = store.setting(Remainders::SETTING).await?.unwrap_or_default();
    let codebook = store.codebook().await?;
    let (mut given, mut own) = (Given::default(), Own::default());
    let codes = codes(&codebook, settings.language, &remainders, |_| false, &mut given, &mut own);
    let sets: Vec<_> = kept(&remainders, &codes.guids, &mut given).0;
    let sets: Vec<_> = sets.into_iter().filter(|one| one.within == "Sets").collect();
    let text = qdc::write(&codes.list, &sets, ORIGIN).ok_or(AppError::Empty { missing: "codebook" })?;
    folder::write(file, text.as_bytes())?;
    let mut losses = Losses::new(file);
    losses.add("weights", codebook.codes().filter(|code| !code.weights.is_empty()).count());
    losses.add("code-memos", store.memos(Some(SubjectKind::Code), None).await?.len());
    Ok(ExchangeOutcome {
        file: file.to_owned(),
        transcripts: 0,
        codes: codes.list.len(),
        codings: 0,
        losses: losses.list,
    })
}

/// Writes the study for other programs; `target` is who is to read it.
///
/// # Errors
/// Nothing was imported yet, or the disk or the database fails.
pub async fn export_project(
    context: &Context,
    file: &Path,
    target: Target,
) -> Result<ExchangeOutcome, AppError> {
    let store = &context.store;
    let settings: Option<StudySettings> = store.setting("study").await?;
    let settings = settings.ok_or(AppError::Empty { missing: "transcripts" })?;
    let remainders: Remainders = store.setting(Remainders::SETTING).await?.unwrap_or_default();
    let codebook = store.codebook().await?;
    let memos = store.memos(None, None).await?;
    let mut losses = Losses::new(file);
    let (mut given, mut own) = (Given::default(), Own::default());

    let coders = store.coders().await?;
    let mut persons: BTreeSet<CoderId> = coders.into_iter().map(|(coder, _)| coder).collect();
    persons.extend(memos.iter().map(|memo| memo.coder.clone()));
    persons.extend(remainders.packages.values().flat_map(|one| one.users.keys()).cloned().map(CoderId));
    persons.remove(&CoderId::from(UNKNOWN));
    let mut project =
        Project { name: settings.title.clone(), origin: ORIGIN.to_owned(), ..Project::default() };
    let mut users = BTreeMap::new();
    for person in persons {
        let came = remainders.packages.values().find_map(|one| one.users.get(person.as_str()));
        let wanted = came.cloned().unwrap_or_else(|| guid::made("user", person.as_str()));
        let guid = given.give("user", &wanted);
        own.users.insert(guid::key(&guid), person.0.clone());
        let declared = settings.coders.iter().find(|(id, _)| *id == person).map(|(_, name)| name.clone());
        let name = declared.filter(|name| !name.is_empty()).unwrap_or_else(|| person.0.clone());
        project.users.push(User { guid: guid.clone(), name });
        users.insert(person, guid);
    }

    let coded: BTreeSet<CodeId> = store.codes_given().await?.into_iter().collect();
    let codes =
        codes(&codebook, settings.language, &remainders, |id| coded.contains(id), &mut given, &mut own);
    let mut notes = Notes::new(memos, &users, &remainders, &mut given, &mut own);
    project.codes = codes.list;
    for code in &mut project.codes {
        if let Some(id) = own.codes.get(&guid::key(&code.guid)) {
            code.note_refs = notes.refs(SubjectKind::Code, id);
        }
    }

    let ids = store.transcript_ids().await?;
    let times: BTreeMap<RecordId, String> = store.coding_times().await?.into_iter().collect();
    let mut variables = Variables::new(&remainders);
    let mut cases = Cases::default();
    let mut entries: Vec<(String, Vec<u8>)> = Vec::new();
    let mut own_notation: Vec<(String, Transcript)> = Vec::new();
    let mut codings_written = 0;
    let roles = settings.speaker_roles();
    context.progress.begin("transcripts", ids.len() as u64);
    for id in &ids {
        context.progress.advance(1);
        let Some(transcript) = store.transcript(id).await? else { continue };
        let filter = CodingFilter { transcript: Some(id.clone()), ..CodingFilter::default() };
        let codings = store.stored_codings(&filter).await?;
        let came = remainders.packages.iter().find_map(|(path, one)| {
            one.sources.get(id.as_str()).map(|source| (path.clone(), source.clone()))
        });
        if let Some((path, kept)) = came.as_ref().filter(|(_, kept)| kept.kind != SourceKind::Text) {
            // It stands in the PDF or the recording that goes back as it came.
            let since = codings.iter().filter(|one| one.source_path != *path).count();
            losses.name("codings-inside", &kept.name, since);
            continue;
        }
        let text: Option<String> = store.setting(&Remainders::text(id.as_str())).await?;
        let text = Text::new(&transcript, text.as_deref(), &roles, target);
        let index = TextIndex::new(&text.words);
        let count = codings.len();
        let mut marks =
            Marks { codes: &codes.guids, users: &users, times: &times, given: &mut given, own: &mut own };
        let found = passages(&transcript, &text, &index, codings, &mut marks);
        codings_written += count - found.lost;
        losses.name("codings", id.as_str(), found.lost);
        let kept = came.map(|(_, kept)| kept).unwrap_or_default();
        let wanted = if kept.guid.is_empty() { guid::made("source", id.as_str()) } else { kept.guid.clone() };
        let guid = given.give("source", &wanted);
        let mut selections = found.selections;
        let mut note_refs = notes.refs(SubjectKind::Transcript, id.as_str());
        note_refs.extend(notes.refs(SubjectKind::Case, id.as_str()));
        for (note, memo) in notes.take(SubjectKind::Turn, id.as_str()) {
            let place = memo.place.filter(|place| place.version == transcript.version.number);
            match place.and_then(|place| text.selection(&index, place.span)) {
                Some(selection) => selections.push(Selection {
                    guid: given.give("selection", &guid::made("memo", &note)),
                    user: users.get(&memo.coder).cloned(),
                    note_refs: vec![note],
                    ..selection
                }),
                None => note_refs.push(note),
            }
        }
        own.sources.insert(guid::key(&guid), id.0.clone());
        let plain = format!("sources/{}.txt", guid::of("source", &guid));
        entries.push((plain.clone(), text.stored()));
        let rich = kept.rich_entry.as_deref().and_then(|written| entry_of(&remainders, written));
        if rich.is_some() && !text.is_as_it_came {
            losses.name("formatted", id.as_str(), 1);
        }
        let values = variables.values(&transcript);
        cases.add(&transcript, &guid, &values);
        own_notation.push((guid::key(&guid), transcript));
        project.sources.push(TextSource {
            guid,
            name: if kept.name.is_empty() { id.0.clone() } else { kept.name.clone() },
            plain_entry: Some(plain),
            rich_entry: rich.filter(|_| text.is_as_it_came),
            selections,
            codings: found.whole,
            note_refs,
            values,
            user: kept.user.as_deref().and_then(|user| given.spelled(user)),
            at: kept.at.clone().filter(|at| is_moment(at)),
            ..TextSource::default()
        });
    }
    context.progress.end();
    entries.extend(Own::notation(own_notation));
    project.notes = std::mem::take(&mut notes.list);
    for note in &project.notes {
        if let (Some(entry), Some(text)) = (&note.plain_entry, &note.text) {
            entries.push((entry.clone(), text.clone().into_bytes()));
        }
    }
    let (kept, doubled) = kept(&remainders, &codes.guids, &mut given);
    losses.add("kept", doubled);
    project.kept = kept;
    project.cases = cases.finish(&remainders, &mut given);
    project.variables = variables.list;

    for (position, theme) in codebook.themes.iter().enumerate() {
        entries.push((Own::theme(position), write_theme(theme).into_bytes()));
    }
    entries.push((Own::ENTRY.to_owned(), serde_json::to_vec_pretty(&own)?));
    foreign_entries(context, &remainders, &project, &mut entries, &mut losses).await?;
    for (table, what) in [("decision", "decisions"), ("round", "rounds"), ("saved_query", "queries")] {
        losses.add(what, store.records(table).await?.len());
    }
    losses.add("unplaced", store.unplaced().await?.len());
    losses.add("questionnaire", usize::from(store.questionnaire().await?.is_some()));
    let casework: Option<serde_json::Value> = store.setting("administrative").await?;
    losses.add("administrative", usize::from(casework.is_some()));
    losses.add("weights", codebook.codes().filter(|code| !code.weights.is_empty()).count());

    let written = ExchangeOutcome {
        file: file.to_owned(),
        transcripts: project.sources.len(),
        codes: project.codes.len(),
        codings: codings_written,
        losses: losses.list,
    };
    let bytes = write_package(&project, &entries).map_err(|source| folder::FileError {
        action: "write",
        path: file.to_owned(),
        source,
    })?;
    folder::write(file, &bytes)?;
    Ok(written)
}

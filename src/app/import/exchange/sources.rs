//! Which interview of the study each text is, or becomes.

use std::collections::{BTreeMap, BTreeSet};

use super::read::{Seated, same};
use crate::app::error::AppError;
use crate::app::import::read::Import;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::{ParsedTranscript, Roles, Transcript, parse, parse_plain};
use crate::domain::{Diagnostic, TranscriptId};
use crate::exchange::qdpx::guid::key;
use crate::exchange::qdpx::model::{Project, TextSource};
use crate::exchange::qdpx::own::Own;
use crate::exchange::qdpx::remainder::Remainders;
use crate::text::{Normalized, normalize};

/// The characteristic under which the name of a case is kept that is not its interview's.
pub(in crate::app) const CASE: &str = "case";

impl Import<'_> {
    /// Finds or makes the interview of every text that has words.
    #[expect(clippy::too_many_arguments, reason = "all of it decides which interview a text is")]
    pub(super) async fn seats(
        &mut self,
        settings: &StudySettings,
        path: &str,
        project: &Project,
        own: &Own,
        files: &BTreeMap<String, Vec<u8>>,
        remainders: &Remainders,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Vec<Seated>, AppError> {
        let roles = settings.speaker_roles();
        let mut taken: BTreeMap<TranscriptId, String> =
            self.context.store.transcript_paths().await?.into_iter().collect();
        let put = self.change().await?.transcripts_put().await?;
        taken.extend(put.into_iter().map(|id| (id, String::new())));
        let mut here = BTreeSet::new();
        let facts = facts(project, diagnostics);
        let mut seats = Vec::new();
        for (at, source) in project.sources.iter().enumerate() {
            let Some(text) = source.text.as_deref().filter(|text| !text.trim().is_empty()) else { continue };
            let normalized = normalize(text);
            let wanted = wanted(source, own, remainders, path);
            let mut id = wanted.clone();
            let mut turn = 1;
            // An interview of that name that says something else and came from elsewhere is another one.
            let stored = loop {
                let stored =
                    if here.contains(&id) { None } else { self.context.store.transcript(&id).await? };
                let free = !here.contains(&id)
                    && match (&stored, taken.get(&id)) {
                        (Some(stored), Some(from)) => {
                            from == path || is_same_text(stored, &normalized, text, &roles)
                        }
                        (None, from) => from.is_none(),
                        (Some(_), None) => false,
                    };
                if free {
                    break stored;
                }
                turn += 1;
                id = TranscriptId(format!("{wanted}-{turn}"));
            };
            if turn > 1 {
                diagnostics.push(
                    Diagnostic::note(source.place.clone(), "qdpx-name-taken")
                        .with("name", &wanted)
                        .with("id", &id),
                );
            }
            here.insert(id.clone());
            let written = files.get(&Own::transcript(&key(&source.guid)));
            let parsed =
                read(path, &id, text, &normalized, written.map(Vec::as_slice), stored.as_ref(), &roles);
            diagnostics.extend(parsed.diagnostics);
            let (Some(mut transcript), map) = (parsed.transcript, parsed.source_map) else { continue };
            if let Some(stored) = &stored {
                transcript.title.clone_from(&stored.title);
                transcript.path.clone_from(&stored.path);
                transcript.attributes.clone_from(&stored.attributes);
                transcript.language = stored.language;
            }
            for (name, value) in facts.get(&key(&source.guid)).into_iter().flatten() {
                match transcript.attributes.iter_mut().find(|(known, _)| known == name) {
                    // A value goes out without the blanks round it.
                    Some((_, known)) if known.trim() == value => {}
                    Some((_, known)) => value.clone_into(known),
                    None => transcript.attributes.push((name.clone(), value.clone())),
                }
            }
            transcript.attributes.retain(|(name, value)| name != CASE || *value != transcript.id.0);
            let is_changed = match &stored {
                None => true,
                Some(stored) => {
                    stored.version.text != transcript.version.text
                        || stored.attributes != transcript.attributes
                }
            };
            if let (false, Some(stored)) = (is_changed, &stored) {
                transcript.version = stored.version.clone();
            }
            let is_new = stored.is_none();
            seats.push(Seated { at, transcript, map, is_new, is_changed });
        }
        if let Some(file) = self.outcome.files.last_mut() {
            file.turns = Some(seats.iter().map(|seat| seat.transcript.version.turns.len()).sum());
        }
        Ok(seats)
    }
}

/// Names the interview that a text would be: as this program wrote, as an earlier import called it, else
/// by its name without the end that word processors give.
fn wanted(source: &TextSource, own: &Own, remainders: &Remainders, path: &str) -> TranscriptId {
    if let Some(id) = own.sources.get(&key(&source.guid)) {
        return TranscriptId(id.clone());
    }
    let earlier = remainders.packages.get(path).into_iter().flat_map(|one| &one.sources);
    if let Some((id, _)) = earlier.into_iter().find(|(_, kept)| same(&kept.guid, &source.guid)) {
        return TranscriptId(id.clone());
    }
    const ENDS: [&str; 7] = [".txt", ".docx", ".doc", ".rtf", ".odt", ".md", ".pdf"];
    let name = normalize(source.name.trim()).text;
    let lower = name.to_lowercase();
    let end = ENDS.iter().find(|end| lower.len() == name.len() && lower.ends_with(**end));
    let name = end.map_or(name.as_str(), |end| &name[..name.len() - end.len()]).trim();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    TranscriptId(if name.is_empty() { key(&source.guid) } else { name })
}

/// Tells whether an interview of the study says what a text says.
fn is_same_text(stored: &Transcript, normalized: &Normalized, text: &str, roles: &Roles) -> bool {
    let words = &stored.version.text;
    *words == normalized.text
        || parse_plain("", stored.id.clone(), text, roles)
            .transcript
            .is_some_and(|read| read.version.text == *words)
}

/// Reads a text: by what this program wrote beside it, as the study has it, else as plain text.
fn read(
    path: &str,
    id: &TranscriptId,
    text: &str,
    normalized: &Normalized,
    written: Option<&[u8]>,
    stored: Option<&Transcript>,
    roles: &Roles,
) -> ParsedTranscript {
    let own = written.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let own = own.and_then(|written| parse(path, written, roles).transcript);
    let own = own.filter(|own| own.version.text == normalized.text);
    let stored = stored.filter(|stored| stored.version.text == normalized.text).cloned();
    if let Some(mut transcript) = stored.or(own) {
        transcript.id = id.clone();
        path.clone_into(&mut transcript.path);
        transcript.version.fingerprint = crate::text::Fingerprint::of(text.as_bytes());
        return ParsedTranscript {
            transcript: Some(transcript),
            source_map: normalized.map.clone(),
            diagnostics: Vec::new(),
        };
    }
    parse_plain(path, id.clone(), text, roles)
}

/// Gathers what is said of each text by variables, in the three ways that programs say it.
fn facts(project: &Project, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Vec<(String, String)>> {
    let names: BTreeMap<String, &str> =
        project.variables.iter().map(|one| (key(&one.guid), one.name.as_str())).collect();
    let mut facts: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut add = |source: &str, name: &str, value: &str| {
        // Those two are the interview's own.
        let name = if matches!(name, "id" | "title") { format!("{name} ") } else { name.to_owned() };
        let known = facts.entry(source.to_owned()).or_default();
        match known.iter_mut().find(|(one, _)| *one == name) {
            Some((_, before)) => value.clone_into(before),
            None => known.push((name, value.to_owned())),
        }
    };
    for case in &project.cases {
        for source in &case.sources {
            if !case.name.is_empty() {
                add(source, CASE, &case.name);
            }
            for value in case.values.iter().filter(|one| !one.value.is_empty()) {
                let name = names.get(&value.variable).copied().unwrap_or(&value.variable);
                add(source, name.trim(), &value.value);
            }
        }
        if case.sources.is_empty() {
            let told = Diagnostic::note(case.place.clone(), "qdpx-case-kept").with("name", &case.name);
            diagnostics.push(told);
        }
    }
    for source in &project.sources {
        for value in source.values.iter().filter(|one| !one.value.is_empty()) {
            let name = names.get(&value.variable).copied().unwrap_or(&value.variable);
            add(&key(&source.guid), name.trim(), &value.value);
        }
    }
    facts
}

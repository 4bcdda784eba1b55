//! The administrative records, read and written in batches.

use std::path::Path;

use tokio::sync::mpsc;

use super::outcome::FileStatus;
use super::read::Import;
use crate::app::error::AppError;
use crate::config;
use crate::domain::casework::screening::{Oddity, Screening, SetAside, Verdict};
use crate::domain::casework::{Definition, Intervention};
use crate::domain::diagnostic::has_error;
use crate::domain::settings::StudySettings;
use crate::domain::{Diagnostic, Place};
use crate::exchange::folder::FileError;
use crate::exchange::table::{Located, on_sheet};
use crate::exchange::{self, folder};
use crate::store::{ConcernedRecipient, SourceKind};
use crate::text::Fingerprint;

/// Rows handed over at a time.
const BATCH: usize = 4_000;

/// Batches that wait for the database at most.
const WAITING: usize = 3;

const KIND: SourceKind = SourceKind::Administrative;

impl Import<'_> {
    /// Reads the administrative records, if the study has any and one of their files changed.
    pub(super) async fn casework(&mut self, settings: &StudySettings) -> Result<(), AppError> {
        let folder = self.context.folder.join(&settings.folders.administrative);
        let path = folder.join("administrative.toml");
        if !path.exists() {
            return Ok(());
        }
        let Some(declared) = self.open(&path, KIND, "") else { return Ok(()) };
        let decoded = match exchange::text::decode(&declared.name, &declared.bytes) {
            Ok(decoded) => decoded,
            Err(found) => {
                self.note(KIND, &declared.name, &declared.fingerprint, "", vec![found]);
                return Ok(());
            }
        };
        let (definition, mut diagnostics) = config::administrative::parse(&declared.name, &decoded.text);
        diagnostics.extend(decoded.note);
        if declared.status == FileStatus::Unchanged {
            self.recall(&declared.name);
        } else {
            self.note(KIND, &declared.name, &declared.fingerprint, "", diagnostics);
        }
        let Some(definition) = definition else { return Ok(()) };
        let reading = declared.fingerprint.0.clone();
        let (mut files, mut are_reached) = (Vec::new(), true);
        let named = [
            Some(&definition.interventions.file),
            definition.recipients.as_ref().map(|one| &one.file),
            definition.population.as_ref().map(|one| &one.file),
        ];
        for file in named.into_iter().flatten() {
            let path = folder.join(file);
            let name = folder::name_in(&self.context.folder, &path);
            let failed = |source| FileError { action: "read", path: path.clone(), source };
            let fingerprint =
                folder::open(&path).and_then(|file| Fingerprint::of_reader(file).map_err(failed));
            match fingerprint {
                Ok(fingerprint) => {
                    let status = self.compare(&name, KIND, &fingerprint, &reading);
                    files.push((path, name, fingerprint, status));
                }
                Err(error) => {
                    self.unreachable(&error);
                    are_reached = false;
                }
            }
        }
        if !are_reached {
            return Ok(());
        }
        if files.iter().all(|(_, _, _, status)| *status == FileStatus::Unchanged) {
            for (_, name, _, _) in &files {
                self.recall(name);
            }
            return Ok(());
        }
        // The tables speak of each other's families, so that one changed file reloads all three.
        let change = self.change().await?;
        change.put_setting("administrative.toml", &decoded.text).await?;
        change.put_setting("administrative", &definition).await?;
        change.end_casework().await?;
        let mut files = files.into_iter();
        let mut screening = Screening::new(&definition.interventions);
        if let Some((path, name, fingerprint, _)) = files.next() {
            let (mut found, seen) = self.interventions(&path, &name, &definition).await?;
            screening = seen;
            self.permit(&name, &fingerprint, &mut found);
            self.note(KIND, &name, &fingerprint, &reading, found);
        }
        if let Some(recipients) = &definition.recipients
            && let Some((path, name, fingerprint, _)) = files.next()
        {
            let offers = definition.offers.iter().map(|offer| offer.id.clone()).collect();
            let mut found = self.recipients(&path, &name, recipients, offers, screening).await?;
            self.permit(&name, &fingerprint, &mut found);
            self.note(KIND, &name, &fingerprint, &reading, found);
        }
        if let Some(population) = &definition.population
            && let Some((path, name, fingerprint, _)) = files.next()
        {
            let Some(Located { input, sheet }) = self.table(&path, population.sheet.as_deref()) else {
                return Ok(());
            };
            let (margins, mut found) = exchange::casework::read_population(&name, input, population);
            on_sheet(&mut found, &name, sheet.as_deref());
            if !has_error(&found) {
                self.change().await?.put_population(&margins).await?;
            }
            self.note(KIND, &name, &fingerprint, &reading, found);
        }
        Ok(())
    }

    async fn interventions(
        &mut self,
        path: &Path,
        name: &str,
        definition: &Definition,
    ) -> Result<(Vec<Diagnostic>, Screening), AppError> {
        let declared = definition.interventions.sheet.as_deref();
        let Some(Located { input, sheet }) = self.table(path, declared) else {
            return Ok((Vec::new(), Screening::new(&definition.interventions)));
        };
        let offers: Vec<String> = definition.offers.iter().map(|offer| offer.id.clone()).collect();
        let (sender, mut receiver) = mpsc::channel(WAITING);
        let (own_name, own) = (name.to_owned(), definition.clone());
        // The reader is synchronous and the database is not: the reader has a thread of its own, and
        // waits when three batches are ahead, so that memory stays the same whatever the size.
        let reader = tokio::task::spawn_blocking(move || {
            let mut screening = Screening::new(&own.interventions);
            let mut batch: Vec<(Intervention, Verdict)> = Vec::with_capacity(BATCH);
            let found = exchange::casework::read_interventions(&own_name, input, &own, |row| {
                let verdict = screening.screen(&row);
                batch.push((row, verdict));
                if batch.len() == BATCH {
                    let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                    // The other side is gone only when the import failed: what follows is not needed.
                    drop(sender.blocking_send(full));
                }
            });
            drop(sender.blocking_send(batch));
            (found, screening)
        });
        self.context.progress.begin("interventions", 0);
        while let Some(batch) = receiver.recv().await {
            self.context.progress.advance(batch.len() as u64);
            self.change().await?.put_interventions(batch, &offers).await?;
        }
        self.context.progress.end();
        let (mut found, screening) =
            reader.await.map_err(|_| AppError::Stopped { what: "the administrative records" })?;
        found.extend(screening.oddities.iter().map(|oddity| explain(name, oddity)));
        on_sheet(&mut found, name, sheet.as_deref());
        Ok((found, screening))
    }

    async fn recipients(
        &mut self,
        path: &Path,
        name: &str,
        definition: &crate::domain::casework::RecipientsDefinition,
        offers: Vec<String>,
        screening: Screening,
    ) -> Result<Vec<Diagnostic>, AppError> {
        let Some(Located { input, sheet }) = self.table(path, definition.sheet.as_deref()) else {
            return Ok(Vec::new());
        };
        let (sender, mut receiver) = mpsc::channel(WAITING);
        let (own_name, own) = (name.to_owned(), definition.clone());
        let reader = tokio::task::spawn_blocking(move || {
            let mut batch: Vec<ConcernedRecipient> = Vec::with_capacity(BATCH);
            let found = exchange::casework::read_recipients(&own_name, input, &own, |recipient| {
                let seen = screening.family(&recipient.family);
                let event = seen.and_then(|seen| screening.events.get(usize::from(seen.event)).cloned());
                let offer = seen.and_then(|seen| offers.get(usize::from(seen.offer?)).cloned());
                batch.push(ConcernedRecipient { recipient, event, offer });
                if batch.len() == BATCH {
                    let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                    drop(sender.blocking_send(full));
                }
            });
            drop(sender.blocking_send(batch));
            found
        });
        while let Some(batch) = receiver.recv().await {
            self.change().await?.put_recipients(batch).await?;
        }
        let read = reader.await.map_err(|_| AppError::Stopped { what: "the administrative records" });
        let mut found = read?;
        on_sheet(&mut found, name, sheet.as_deref());
        Ok(found)
    }
}

fn explain(path: &str, oddity: &Oddity) -> Diagnostic {
    match oddity {
        Oddity::Duplicate { line, first, .. } => {
            Diagnostic::warning(Place { line: Some(*line), ..Place::file(path) }, "casework-duplicate")
                .with("first", first)
        }
        Oddity::SetAside { line, reason, .. } => {
            let key = match reason {
                SetAside::Negative => "casework-negative",
                SetAside::AfterExtraction => "casework-after-extraction",
                SetAside::NoOpening => "casework-no-opening",
            };
            Diagnostic::warning(Place { line: Some(*line), ..Place::file(path) }, key)
        }
    }
}

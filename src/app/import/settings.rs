//! `study.toml`: read first, since it says how the rest is read.

use super::outcome::FileStatus;
use super::read::Import;
use crate::app::context::STUDY_FILE;
use crate::app::error::AppError;
use crate::config;
use crate::domain::settings::StudySettings;
use crate::exchange;
use crate::store::SourceKind;

impl Import<'_> {
    /// Reads the study's settings; an error in them stops the import at once.
    pub(super) async fn settings(&mut self) -> Result<StudySettings, AppError> {
        let path = self.context.folder.join(STUDY_FILE);
        let Some(file) = self.open(&path, SourceKind::Settings, "") else {
            return Err(AppError::Refused(std::mem::take(&mut self.outcome.diagnostics)));
        };
        let decoded = exchange::text::decode(&file.name, &file.bytes)
            .map_err(|found| AppError::Refused(vec![found]))?;
        let (settings, mut diagnostics) = config::study::parse(&file.name, &decoded.text);
        diagnostics.extend(decoded.note);
        let Some(settings) = settings.filter(|_| !crate::domain::diagnostic::has_error(&diagnostics)) else {
            return Err(AppError::Refused(diagnostics));
        };
        if file.status == FileStatus::Unchanged {
            self.recall(&file.name);
        } else {
            self.note(SourceKind::Settings, &file.name, &file.fingerprint, "", diagnostics);
            let carried = self.settled(&file.name).await?;
            let change = self.change().await?;
            let settled = match carried {
                Some((before, now)) => settings.clone().carrying(&before, &now),
                None => settings.clone(),
            };
            // The text itself is kept for the export: its comments are the team's.
            change.put_setting("study.toml", &decoded.text).await?;
            change.put_setting("study", &settled).await?;
        }
        Ok(settings)
    }

    /// Loads the settings as the file had them when it was last read, and as they stand.
    async fn settled(&self, name: &str) -> Result<Option<(StudySettings, StudySettings)>, AppError> {
        let store = &self.context.store;
        let (text, now) = (store.setting::<String>("study.toml").await?, store.setting("study").await?);
        let before = text.and_then(|text| config::study::parse(name, &text).0);
        Ok(before.zip(now))
    }
}

//! The questionnaire: its declaration and its answers.

use super::outcome::FileStatus;
use super::read::Import;
use crate::app::error::AppError;
use crate::config;
use crate::domain::diagnostic::has_error;
use crate::domain::settings::StudySettings;
use crate::exchange;
use crate::exchange::table::{Located, on_sheet};
use crate::store::SourceKind;

impl Import<'_> {
    /// Reads the questionnaire, if the study has one and it changed.
    pub(super) async fn questionnaire(&mut self, settings: &StudySettings) -> Result<(), AppError> {
        let folder = self.context.folder.join(&settings.folders.questionnaire);
        let path = folder.join("questionnaire.toml");
        if !path.exists() {
            return Ok(());
        }
        let kind = SourceKind::Questionnaire;
        let Some(declared) = self.open(&path, kind, "") else { return Ok(()) };
        let decoded = match exchange::text::decode(&declared.name, &declared.bytes) {
            Ok(decoded) => decoded,
            Err(found) => {
                self.note(kind, &declared.name, &declared.fingerprint, "", vec![found]);
                return Ok(());
            }
        };
        let (definition, mut diagnostics) = config::questionnaire::parse(&declared.name, &decoded.text);
        diagnostics.extend(decoded.note);
        if declared.status == FileStatus::Unchanged {
            self.recall(&declared.name);
        } else {
            self.note(kind, &declared.name, &declared.fingerprint, "", diagnostics);
        }
        let Some(definition) = definition else { return Ok(()) };
        // How the answers are read depends on the declaration.
        let reading = declared.fingerprint.0.clone();
        let path = folder.join(&definition.file);
        let Some(answers) = self.open(&path, kind, &reading) else { return Ok(()) };
        if answers.status == FileStatus::Unchanged {
            self.recall(&answers.name);
            return Ok(());
        }
        let Some(Located { input, sheet }) = self.table(&path, definition.sheet.as_deref()) else {
            return Ok(());
        };
        let (questionnaire, mut diagnostics) =
            exchange::questionnaire::read(&answers.name, input, &definition);
        on_sheet(&mut diagnostics, &answers.name, sheet.as_deref());
        self.permit(&answers.name, &answers.fingerprint, &mut diagnostics);
        let is_sound = !has_error(&diagnostics);
        self.note(kind, &answers.name, &answers.fingerprint, &reading, diagnostics);
        if let Some(questionnaire) = questionnaire.filter(|_| is_sound) {
            let change = self.change().await?;
            change.put_setting("questionnaire.toml", &decoded.text).await?;
            change.put_questionnaire(&questionnaire).await?;
        }
        Ok(())
    }
}

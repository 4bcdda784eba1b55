//! The codebook's files. All are read each time: duplicates and axes concern them together.

use std::path::PathBuf;

use super::outcome::FileStatus;
use super::read::Import;
use crate::app::error::AppError;
use crate::domain::codebook::{Code, Codebook, Theme, check, parse_theme};
use crate::domain::settings::StudySettings;
use crate::domain::{AxisId, Diagnostic, Place};
use crate::exchange;
use crate::store::SourceKind;

impl Import<'_> {
    /// Reads the themes and puts those that changed; returns the whole codebook.
    pub(super) async fn codebook(
        &mut self,
        settings: &StudySettings,
        paths: &[PathBuf],
    ) -> Result<Codebook, AppError> {
        let stored = self.context.store.codebook().await?;
        let mut codebook = Codebook::default();
        let mut changed = Vec::new();
        for path in paths {
            let Some(file) = self.open(path, SourceKind::Codebook, "") else { continue };
            let (theme, diagnostics) = match exchange::text::decode(&file.name, &file.bytes) {
                Err(found) => (None, vec![found]),
                Ok(decoded) => {
                    let (theme, mut diagnostics) = parse_theme(&file.name, &decoded.text);
                    diagnostics.extend(decoded.note);
                    (theme, diagnostics)
                }
            };
            if file.status == FileStatus::Unchanged {
                self.recall(&file.name);
            } else {
                self.note(SourceKind::Codebook, &file.name, &file.fingerprint, "", diagnostics);
                changed.extend(theme.as_ref().map(|theme| theme.id.clone()));
            }
            codebook.themes.extend(theme.map(|theme| with_codes_made_by_hand(theme, &stored)));
        }
        // A theme whose file is gone, or was not named this time, stays in the study.
        let read: Vec<&str> = codebook.themes.iter().map(|theme| theme.path.as_str()).collect();
        let kept: Vec<_> =
            stored.themes.iter().filter(|theme| !read.contains(&theme.path.as_str())).cloned().collect();
        for theme in kept {
            if !theme.path.is_empty() && !self.context.folder.join(&theme.path).exists() {
                self.outcome.diagnostics.push(Diagnostic::warning(Place::file(&theme.path), "file-gone"));
            }
            codebook.themes.push(theme);
        }
        let axes: Vec<AxisId> = settings.axes.iter().map(|axis| axis.id.clone()).collect();
        self.outcome.diagnostics.extend(check(&codebook, &axes));
        for (position, theme) in codebook.themes.iter().enumerate() {
            if changed.contains(&theme.id) {
                let renamed = stored.themes.iter().find(|old| old.path == theme.path && old.id != theme.id);
                let change = self.change().await?;
                if let Some(old) = renamed {
                    change.end_theme(&old.id).await?;
                }
                change.put_theme(position, theme).await?;
            }
        }
        Ok(codebook)
    }
}

/// Adds to a theme read from its file the codes that people made in the study meanwhile: they stand on
/// no line of a file.
fn with_codes_made_by_hand(mut theme: Theme, stored: &Codebook) -> Theme {
    let known = stored.themes.iter().filter(|known| known.path == theme.path || known.id == theme.id);
    for code in known.flat_map(|known| &known.codes) {
        if code.line == 0 && !theme.codes.iter().any(|read| read.id == code.id) {
            theme.codes.push(Code { theme: theme.id.clone(), ..code.clone() });
        }
    }
    theme
}

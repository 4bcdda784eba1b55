//! The codebook's files. All are read each time: duplicates and axes concern them together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::files::EXCHANGE;
use super::outcome::FileStatus;
use super::read::Import;
use crate::app::error::AppError;
use crate::domain::codebook::{Code, Codebook, Theme, check, parse_theme};
use crate::domain::settings::StudySettings;
use crate::domain::{AxisId, CodeId, Diagnostic, Place, ThemeId};
use crate::exchange::{self, folder};
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
                // What was changed in the study since stands.
                if let Some(theme) = stored.themes.iter().find(|theme| theme.path == file.name) {
                    codebook.themes.push(theme.clone());
                    continue;
                }
            } else {
                self.note(SourceKind::Codebook, &file.name, &file.fingerprint, "", diagnostics);
                changed.extend(theme.as_ref().map(|theme| theme.id.clone()));
            }
            codebook.themes.extend(theme);
        }
        // A theme whose file is gone, or was not named this time, stays in the study.
        let read: Vec<&str> = codebook.themes.iter().map(|theme| theme.path.as_str()).collect();
        let kept: Vec<_> =
            stored.themes.iter().filter(|theme| !read.contains(&theme.path.as_str())).cloned().collect();
        for theme in kept {
            let is_of_a_file =
                !theme.path.is_empty() && !folder::has_extension(Path::new(&theme.path), EXCHANGE);
            if is_of_a_file && !self.context.folder.join(&theme.path).exists() {
                self.outcome.diagnostics.push(Diagnostic::warning(Place::file(&theme.path), "file-gone"));
            }
            codebook.themes.push(theme);
        }
        if !changed.is_empty() && !stored.themes.is_empty() {
            let robbed = self.reconcile(&stored, &mut codebook, &changed).await?;
            changed.extend(robbed);
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
                // The order is the study's once it has one.
                let known = stored.themes.iter().position(|old| old.id == theme.id);
                change.put_theme(known.unwrap_or(position), theme).await?;
            }
        }
        Ok(codebook)
    }

    /// Brings together changed files and what was changed in the study: a file's theme replaces the
    /// study's, which is told; codes made in the study stay. Returns the themes that lost a code to a
    /// file.
    async fn reconcile(
        &mut self,
        stored: &Codebook,
        codebook: &mut Codebook,
        changed: &[ThemeId],
    ) -> Result<Vec<ThemeId>, AppError> {
        let past = self.context.store.past_themes().await?;
        let read_before = |theme: &Theme| {
            let of_files = past.iter().rev().filter(|past| past.is_imported && past.undoes.is_none());
            of_files.map(|past| &past.theme).find(|past| past.id == theme.id)
        };
        let had = |theme: &Theme, code: &Code| {
            read_before(theme).is_some_and(|past| past.codes.iter().any(|known| known.id == code.id))
        };
        let mut in_files = BTreeSet::new();
        for theme in codebook.themes.iter_mut().filter(|theme| changed.contains(&theme.id)) {
            in_files.extend(theme.codes.iter().map(|code| code.id.clone()));
            let Some(old) = stored.themes.iter().find(|old| old.id == theme.id) else { continue };
            if read_before(old) == Some(old) {
                continue;
            }
            let found = Diagnostic::warning(Place::file(&theme.path), "theme-edits-replaced");
            self.outcome.diagnostics.push(found.with("theme", &theme.title));
            for code in old.codes.iter().filter(|code| !had(old, code)) {
                let is_there = |id: &CodeId| theme.codes.iter().any(|known| known.id == *id);
                if !is_there(&code.id) {
                    // Those under another one come after it.
                    let parent = code.parent.clone().filter(|parent| {
                        is_there(parent) && theme.codes.last().is_some_and(|last| last.id == *parent)
                    });
                    theme.codes.push(Code { parent, ..code.clone() });
                }
            }
        }
        let mut robbed = Vec::new();
        for theme in codebook.themes.iter_mut().filter(|theme| !changed.contains(&theme.id)) {
            let old = theme.clone();
            // A code that was moved here in the study, and that a file still has elsewhere.
            theme.codes.retain(|code| !in_files.contains(&code.id) || had(&old, code));
            if theme.codes.len() < old.codes.len() {
                let left: Vec<CodeId> = theme.codes.iter().map(|code| code.id.clone()).collect();
                for code in &mut theme.codes {
                    code.parent = code.parent.take().filter(|parent| left.contains(parent));
                }
                robbed.push(theme.id.clone());
            }
        }
        Ok(robbed)
    }
}

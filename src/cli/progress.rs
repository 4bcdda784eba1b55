//! A progress bar on standard error, silent while things are fast.

use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::i18n::Catalog;
use crate::progress::Progress;

/// Nothing is drawn before this: a bar that flashes only disturbs.
const DELAY: Duration = Duration::from_millis(250);

/// Draws the stages of a long task.
pub(super) struct Bar {
    catalog: Catalog,
    present: Mutex<Option<ProgressBar>>,
}

impl Bar {
    /// Makes a drawer that names stages from the catalogue.
    pub(super) fn new(catalog: Catalog) -> Self {
        Self { catalog, present: Mutex::new(None) }
    }

    fn with(&self, act: impl FnOnce(&mut Option<ProgressBar>)) {
        // A poisoned lock only means that a drawing panicked; the work goes on undrawn.
        if let Ok(mut present) = self.present.lock() {
            act(&mut present);
        }
    }
}

impl Progress for Bar {
    fn begin(&self, stage: &'static str, total: u64) {
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(self.catalog.plain(&format!("progress-{stage}")));
        self.with(|present| *present = Some(bar));
    }

    fn advance(&self, steps: u64) {
        self.with(|present| {
            let Some(bar) = present else { return };
            bar.inc(steps);
            if bar.is_hidden() && bar.elapsed() >= DELAY {
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
        });
    }

    fn end(&self) {
        self.with(|present| {
            if let Some(bar) = present.take() {
                bar.finish_and_clear();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_stage_is_followed_from_its_beginning_to_its_end() {
        let drawer = Bar::new(Catalog::new(Language::Fr));
        drawer.begin("transcripts", 3);
        drawer.advance(2);
        drawer.with(|present| {
            let bar = present.as_ref().unwrap();
            assert_eq!((bar.position(), bar.length(), bar.message()), (2, Some(3), "Entretiens".to_owned()));
        });
        drawer.end();
        drawer.with(|present| assert!(present.is_none()));
    }
}

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
    present: Mutex<Option<Stage>>,
}

struct Stage {
    bar: ProgressBar,
    started: std::time::Instant,
}

impl Bar {
    /// Makes a drawer that names stages from the catalogue.
    pub(super) fn new(catalog: Catalog) -> Self {
        Self { catalog, present: Mutex::new(None) }
    }

    fn with(&self, act: impl FnOnce(&mut Option<Stage>)) {
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
    }

    fn advance(&self, steps: u64) {
        self.with(|present| {
            let Some(stage) = present else { return };
            stage.bar.inc(steps);
            if stage.bar.is_hidden() && stage.started.elapsed() >= DELAY {
                stage.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
        });
    }

    fn end(&self) {
        self.with(|present| {
            if let Some(stage) = present.take() {
                stage.bar.finish_and_clear();
            }
        });
    }
}

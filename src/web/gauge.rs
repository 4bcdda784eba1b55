//! How far a computation behind the pages is, and whether somebody still waits for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::progress::Progress;

/// What pages see of a computation.
#[derive(Debug, Default)]
pub(crate) struct Gauge {
    done: AtomicU64,
    total: AtomicU64,
    is_stopped: AtomicBool,
}

impl Gauge {
    /// Returns steps done and steps known of.
    pub(crate) fn told(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Says that nobody waits any more.
    pub(crate) fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Tells whether nobody waits any more.
    pub(crate) fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }
}

/// The gauge, as a computation holds it.
#[derive(Debug)]
pub(crate) struct Teller(pub(crate) Arc<Gauge>);

impl Progress for Teller {
    fn begin(&self, _stage: &'static str, total: u64) {
        self.0.total.fetch_add(total, Ordering::Relaxed);
    }
    fn advance(&self, steps: u64) {
        self.0.done.fetch_add(steps, Ordering::Relaxed);
    }
    fn end(&self) {}
    fn is_stopped(&self) -> bool {
        self.0.is_stopped()
    }
}

//! What a long task reports while it runs.

/// Receives the progress of a task; a terminal draws it, a test ignores it.
pub trait Progress: Send + Sync {
    /// Begins a stage of `total` steps; `stage` is a key of the catalogues (`progress-<stage>`).
    fn begin(&self, stage: &'static str, total: u64);
    /// Says that `steps` more are done.
    fn advance(&self, steps: u64);
    /// Ends the stage.
    fn end(&self);
}

/// Reports to nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _stage: &'static str, _total: u64) {}
    fn advance(&self, _steps: u64) {}
    fn end(&self) {}
}

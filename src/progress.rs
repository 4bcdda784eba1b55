//! What a long task reports while it runs, and how it is stopped.

/// Receives the progress of a task; a terminal draws it, a page asks for it, a test ignores it.
pub trait Progress: Send + Sync {
    /// Begins a stage of `total` steps; `stage` is a key of the catalogues (`progress-<stage>`).
    fn begin(&self, stage: &'static str, total: u64);
    /// Says that `steps` more are done.
    fn advance(&self, steps: u64);
    /// Ends the stage.
    fn end(&self);
    /// Tells whether nobody waits for the result any more; a task that can be stopped asks at its steps.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// Reports to nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _stage: &'static str, _total: u64) {}
    fn advance(&self, _steps: u64) {}
    fn end(&self) {}
}

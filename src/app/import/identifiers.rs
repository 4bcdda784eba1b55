//! Direct identifiers of persons: found in what is read, and a reason to stop unless the user insists.

use super::read::Import;
use crate::domain::{Diagnostic, Severity};
use crate::exchange::identifiers::is_one;
use crate::text::Fingerprint;

impl Import<'_> {
    /// Makes warnings of the identifiers of a file where the user insists, now or when the same bytes were
    /// read before; else they stay errors, which stop the import.
    pub(super) fn permit(&mut self, name: &str, fingerprint: &Fingerprint, found: &mut [Diagnostic]) {
        let is_asked = self.options.allow_identifiers || self.options.permitted.contains(name);
        if !(is_asked || self.was_permitted(name, fingerprint)) {
            return;
        }
        for one in found.iter_mut().filter(|one| is_one(one)) {
            one.severity = Severity::Warning;
            self.outcome.identifiers += 1;
        }
    }
}

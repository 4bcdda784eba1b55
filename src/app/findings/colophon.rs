//! What is needed to make the report again. No date: it would change the bytes.

use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::report::findings::{Colophon, Setting};
use crate::text::Fingerprint;

/// Gathers version, parameters and fingerprints; those of the typology where there are profiles.
pub(super) async fn colophon(
    context: &Context,
    material: &Material,
    has_profiles: bool,
) -> Result<Colophon, AppError> {
    let typology = &material.settings.typology;
    let setting = |name: &str, value: String| Setting { name: name.to_owned(), value };
    let mut settings = Vec::new();
    if has_profiles {
        settings.push(setting("typology.profiles", typology.profiles.to_string()));
    }
    // Other draws have the same seed.
    settings.push(setting("typology.seed", typology.seed.to_string()));
    if has_profiles {
        settings.push(setting("typology.draws", typology.draws.to_string()));
    }
    settings.push(setting("report.threshold", material.settings.report.threshold.to_string()));
    if material.settings.report.rounding > 1 {
        settings.push(setting("report.rounding", material.settings.report.rounding.to_string()));
    }
    let sources = context.store.sources().await?;
    let mut fingerprints = Vec::new();
    for kind in ["settings", "transcript", "codebook", "codings", "questionnaire", "administrative"] {
        // One fingerprint a kind: that of the list of names and fingerprints, as `sha256sum` prints it.
        let list: String = sources
            .iter()
            .filter(|source| source.kind == kind)
            .map(|source| format!("{}  {}\n", source.fingerprint.0, source.path))
            .collect();
        if !list.is_empty() {
            fingerprints.push(setting(kind, Fingerprint::of(list.as_bytes()).0));
        }
    }
    Ok(Colophon {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: typology.seed,
        settings,
        fingerprints,
    })
}

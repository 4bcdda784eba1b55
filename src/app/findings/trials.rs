//! How the grouping withstands what might have been otherwise, beyond what its figures show.

use crate::analysis::typology::Typology as Grouping;
use crate::app::material::Material;
use crate::report::findings::{NoiseFacts, RecoveryFacts, ResamplingFacts, TrialFacts};
use crate::text::Language;

/// Sums the trials up, when they were made.
pub(super) fn trials(typology: &Grouping, material: &Material, language: Language) -> Option<TrialFacts> {
    let trials = typology.stability.as_ref()?;
    let quiet = trials.without_codes.iter().filter(|one| one.ari.is_ok() && one.moved.is_empty()).count();
    let title = |id: &crate::domain::AxisId| {
        let declared = material.settings.axes.iter().find(|axis| axis.id == *id);
        declared.map_or_else(|| id.0.clone(), |axis| axis.title.get(language).to_owned())
    };
    Some(TrialFacts {
        cases: trials.cases,
        seed: trials.seed,
        resampling: trials.bootstrap.as_ref().ok().map(|found| ResamplingFacts {
            draws: found.draws,
            used: found.used,
            distinct: found.distinct,
            profiles: found
                .profiles
                .iter()
                .map(|one| RecoveryFacts {
                    jaccard: one.jaccard,
                    found: one.found,
                    dissolved: one.dissolved,
                    reading: one.reading.key().to_owned(),
                })
                .collect(),
        }),
        noise: trials.jitter.as_ref().ok().map(|found| NoiseFacts {
            sizes: found.noise.iter().map(|(axis, size)| (title(axis), *size)).collect(),
            draws: found.draws,
            ari: found.ari,
            whole: found.whole,
        }),
        codes: (!trials.without_codes.is_empty()).then_some((quiet, trials.without_codes.len())),
        gap: trials.numbers.gap.as_ref().ok().and_then(|gap| gap.chosen),
    })
}

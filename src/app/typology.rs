//! The typology of the study, computed and kept as a run.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::material::Material;
use super::run::{self, Computation};
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::profile::{Profile, describe};
use crate::analysis::quote_choice::{ChosenQuote, QuoteRule, choose};
use crate::analysis::typology::verdict::{Evidence, Verdict};
use crate::analysis::typology::{self, Group, Settings, Typology, TypologyError};
use crate::domain::settings::{Level, Measure, Quadrant, StudySettings};
use crate::i18n::{Catalog, Value};
use crate::report::verdict as typology_verdict;
use crate::text::{Language, TextIndex};

/// What to compute otherwise than the study declares.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypologyRequest {
    /// Number of profiles.
    pub profiles: Option<usize>,
    /// Measure of the axes.
    pub measure: Option<Measure>,
    /// Seed of the draws.
    pub seed: Option<u64>,
    /// The partition is put to every trial, which takes longer.
    pub stability: bool,
    /// Nothing is drawn: who is where, at once, and nothing of how firm the places are.
    pub without_draws: bool,
}

/// A profile as people name it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedProfile {
    /// `P1`, `P2`, …
    pub label: String,
    /// By its place on the axes, or as the team calls it.
    pub name: String,
    /// Why the team calls it so; empty for a name by place.
    pub reason: String,
    /// Its interviews.
    pub cases: Vec<String>,
    /// Mean on each axis, by the axis' id.
    #[serde(flatten)]
    pub centre: serde_json::Map<String, serde_json::Value>,
}

/// A quote chosen for a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileQuote {
    /// Number of the profile, from 1.
    pub profile: usize,
    /// The interview.
    pub case: String,
    /// The turn.
    pub turn: u32,
    /// The code it shows.
    pub code: String,
    /// Its intensity.
    pub intensity: u8,
    /// Whether it speaks against the profile.
    pub counter_example: bool,
    /// The words.
    pub text: String,
}

/// Where a researcher puts a case, beside where the computation does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResearcherAssignment {
    /// The case.
    pub case: String,
    /// `P1`, `P2`, …: as the researcher says; empty when no profile stands in that place.
    pub assigned: String,
    /// As computed.
    pub computed: String,
    /// Why.
    pub reason: String,
    /// Who says so, if told.
    pub coder: String,
}

/// A typology with its names.
///
/// `verdict` follows from `evidence` by one rule, the same in the report.
#[derive(Clone, Debug, Serialize)]
pub struct TypologyOutcome {
    /// The profiles.
    pub profiles: Vec<NamedProfile>,
    /// What distinguishes each: typical codes, central, boundary and specific cases.
    pub described: Vec<Profile>,
    /// Quotes, counter-examples last in each profile.
    pub quotes: Vec<ProfileQuote>,
    /// Cases that a researcher places.
    pub assignments: Vec<ResearcherAssignment>,
    /// The quotes as chosen, for the report.
    #[serde(skip)]
    pub chosen: Vec<ChosenQuote>,
    /// The rule they were chosen by.
    #[serde(skip)]
    pub rule: QuoteRule,
    /// The figures that the verdict follows from.
    pub evidence: Evidence,
    /// Separated groups, or a useful partition of a continuum.
    pub verdict: Verdict,
    /// Everything else.
    pub typology: Typology,
}

/// Groups the interviews.
///
/// # Errors
/// There is no codebook or coding, or the groups asked cannot be made.
pub fn compute(
    context: &Context,
    material: &Material,
    request: &TypologyRequest,
    language: Language,
) -> Result<TypologyOutcome, AppError> {
    if material.codings.is_empty() {
        return Err(AppError::Empty { missing: "codings" });
    }
    Ok(named_and_described(material, group(context, material, request)?, language))
}

/// Groups the interviews at once, without any draw; what the draws say is taken from `drawn`, the
/// typology of the same material made with them, when it is known.
///
/// # Errors
/// There is no codebook or coding, or the groups asked cannot be made.
pub fn compute_at_once(
    context: &Context,
    material: &Material,
    drawn: Option<&Typology>,
    language: Language,
) -> Result<TypologyOutcome, AppError> {
    if material.codings.is_empty() {
        return Err(AppError::Empty { missing: "codings" });
    }
    let request = TypologyRequest { without_draws: true, ..TypologyRequest::default() };
    let mut typology = group(context, material, &request)?;
    if let Some(drawn) = drawn {
        typology.take_draws(drawn);
    }
    Ok(named_and_described(material, typology, language))
}

fn group(
    context: &Context,
    material: &Material,
    request: &TypologyRequest,
) -> Result<Typology, TypologyError> {
    let settings = settings_of(&material.settings, request);
    typology::build(
        &material.codebook,
        &material.transcripts,
        &material.codings,
        &settings,
        context.progress.as_ref(),
    )
}

/// Names a grouping and says what distinguishes its profiles.
fn named_and_described(material: &Material, typology: Typology, language: Language) -> TypologyOutcome {
    let profiles =
        typology.groups.iter().map(|group| named(group, &typology, &material.settings, language)).collect();
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let described = describe(&typology, &matrix);
    let rule = QuoteRule::default();
    let chosen = choose(&typology, &described, &material.transcripts, &material.codings, &rule);
    let assignments = assignments(&typology, &material.settings);
    let quotes = chosen.iter().filter_map(|quote| quoted(material, quote)).collect();
    let (evidence, verdict) = (typology.evidence(), typology.verdict());
    TypologyOutcome { profiles, described, quotes, assignments, chosen, rule, evidence, verdict, typology }
}

/// Says what may be said of the groups, with the figures that it follows from, in the language of the
/// catalogue.
pub fn verdict_in_words(words: &Catalog, typology: &Typology) -> String {
    typology_verdict(words, typology.evidence(), typology.groups.len(), typology.cases.len())
}

/// Says why there are no profiles, in the language of the catalogue; an axis is named by its title where
/// the settings are there to tell it.
pub fn no_profiles(words: &Catalog, reason: &TypologyError, settings: Option<&StudySettings>) -> String {
    let (key, mut arguments) = no_profiles_message(reason);
    if let (TypologyError::EmptyAxis { axis }, Some(settings)) = (reason, settings)
        && let Some(declared) = settings.axes.iter().find(|declared| declared.id == *axis)
    {
        arguments = vec![("axis", declared.title.get(words.language()).to_owned())];
    }
    let arguments: Vec<(&str, Value<'_>)> =
        arguments.iter().map(|(name, value)| (*name, Value::of_text(value))).collect();
    words.text(key, &arguments)
}

/// Returns the message that says why there are no profiles, with its arguments.
pub fn no_profiles_message(reason: &TypologyError) -> (&'static str, Vec<(&'static str, String)>) {
    match reason {
        TypologyError::TooFewCases { cases, groups } => {
            ("typology-error-too-few", vec![("cases", cases.to_string()), ("groups", groups.to_string())])
        }
        TypologyError::EmptyAxis { axis } => ("typology-error-empty-axis", vec![("axis", axis.0.clone())]),
        TypologyError::NoAxis => ("typology-error-no-axis", Vec::new()),
        TypologyError::Coincident { groups } => {
            ("typology-error-coincident", vec![("groups", groups.to_string())])
        }
    }
}

/// Keeps a typology as a run, unless the same one is kept already.
///
/// # Errors
/// The database cannot be written.
pub async fn keep(
    context: &Context,
    material: &Material,
    outcome: &TypologyOutcome,
    language: Language,
) -> Result<(), AppError> {
    let settings = &outcome.typology.settings;
    let how = Computation {
        method: "typology",
        parameters: serde_json::to_value(settings)?,
        seed: settings.seed,
        inputs: material.fingerprint()?,
        language,
    };
    run::keep(context, how, outcome).await
}

fn quoted(material: &Material, quote: &ChosenQuote) -> Option<ProfileQuote> {
    let extract = &quote.extract;
    let transcript = material.transcripts.iter().find(|one| one.id == extract.transcript)?;
    Some(ProfileQuote {
        profile: quote.profile,
        case: extract.transcript.0.clone(),
        turn: extract.turns.0,
        code: extract.code.0.clone(),
        intensity: extract.intensity,
        counter_example: quote.counter_example,
        text: TextIndex::new(&transcript.version.text).slice(extract.span).to_owned(),
    })
}

fn assignments(typology: &Typology, settings: &StudySettings) -> Vec<ResearcherAssignment> {
    let label = |number: usize| format!("P{number}");
    settings
        .assignments
        .iter()
        .filter_map(|one| {
            let group = typology.groups.iter().find(|group| quadrant(group) == Some(one.quadrant));
            Some(ResearcherAssignment {
                case: one.case.0.clone(),
                assigned: group.map_or_else(String::new, |group| label(group.number)),
                computed: label(typology.profile(&one.case)?),
                reason: one.reason.clone(),
                coder: one.coder.as_ref().map(|coder| coder.0.clone()).unwrap_or_default(),
            })
        })
        .collect()
}

fn settings_of(study: &StudySettings, request: &TypologyRequest) -> Settings {
    let mut settings = Settings::of(study);
    if let Some(profiles) = request.profiles {
        settings.groups = profiles;
    }
    if let Some(seed) = request.seed {
        settings.seed = seed;
    }
    if let Some(measure) = request.measure {
        for (_, own) in &mut settings.axes {
            *own = measure;
        }
    }
    settings.stability = request.stability;
    if request.without_draws {
        settings.draws = 0;
        settings.null_samples = 0;
    }
    settings
}

/// Returns the place of a group on the two axes, when both take part.
pub fn quadrant(group: &Group) -> Option<Quadrant> {
    match *group.levels.as_slice() {
        [horizontal, vertical] => Some(Quadrant { horizontal, vertical }),
        _ => None,
    }
}

fn named(group: &Group, typology: &Typology, settings: &StudySettings, language: Language) -> NamedProfile {
    let place = quadrant(group);
    let declared = settings.profiles.iter().find(|profile| Some(profile.quadrant) == place);
    let own = declared.and_then(|profile| profile.name.as_ref()).map(|name| name.get(language).to_owned());
    let alike = typology.groups.iter().filter(|other| other.levels == group.levels).count();
    let by_place = || {
        let words: Vec<&str> = typology
            .axes
            .iter()
            .filter(|axis| axis.dropped.is_none())
            .zip(&group.levels)
            .filter_map(|(table, level)| {
                let axis = settings.axes.iter().find(|axis| axis.id == table.definition.id)?;
                Some(if *level == Level::Low { axis.low.get(language) } else { axis.high.get(language) })
            })
            .collect();
        if words.is_empty() {
            return Catalog::new(language).plain("typology-everybody");
        }
        let mut name = capitalised(&words.join(", "));
        if alike > 1 {
            // Two groups in one place keep their numbers apart.
            name.push_str(&format!(" ({})", group.number));
        }
        name
    };
    let centre = typology
        .axes
        .iter()
        .zip(&group.centre)
        .map(|(axis, value)| (axis.definition.id.0.clone(), serde_json::json!(value)))
        .collect();
    NamedProfile {
        label: format!("P{}", group.number),
        reason: if own.is_some() {
            declared.map(|one| one.reason.clone()).unwrap_or_default()
        } else {
            String::new()
        },
        name: own.unwrap_or_else(by_place),
        cases: group.cases.iter().map(|case| case.0.clone()).collect(),
        centre,
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

//! What each profile is: its codes, its cases, its secondary attributes, its words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::link::answer_of;
use super::material::Material;
use super::typology::{self, ProfileQuote, TypologyOutcome, TypologyRequest};
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::profile::secondary::{self, Overall, Trait, Values};
use crate::analysis::profile::sheet::{self, CodeSheet};
use crate::analysis::profile::{Profile, Standing};
use crate::domain::TranscriptId;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::settings::CharacteristicSource;
use crate::domain::transcript::Transcript;
use crate::text::Language;

/// Values of an attribute that nobody declared: more of them would each hold one case.
const MOST_VALUES: usize = 12;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProfileRequest {
    /// `P1`, `p1` or `1`; every profile when none is named.
    pub profile: Option<String>,
    /// Seed of the draws, else the study's.
    pub seed: Option<u64>,
}

/// One profile.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileSheet {
    /// `P1`.
    pub label: String,
    /// By its place on the axes, or as the team calls it.
    pub name: String,
    /// A single case is not a profile.
    pub single: bool,
    /// Its cases, the nearest to the centre first.
    pub cases: Vec<Standing>,
    /// The most central case; several when they tie.
    pub paragon: Vec<TranscriptId>,
    /// Cases that the draws between coders keep here less often than `boundary_share`.
    pub boundary: Vec<TranscriptId>,
    /// Cases of which those draws say nothing: read by one coder only, or in a profile that nobody could
    /// leave.
    pub undrawn: Vec<TranscriptId>,
    /// The case nearest to another profile.
    pub border: Option<TranscriptId>,
    /// The case farthest from every other centre.
    pub specific: Option<TranscriptId>,
    /// Every code, the most over-represented first.
    pub codes: Vec<CodeSheet>,
    /// Secondary attributes, the most over-represented first.
    pub attributes: Vec<Trait>,
    /// Quotes by rule, the counter-example last.
    pub quotes: Vec<SheetQuote>,
}

/// A quote, and whether it is cut.
#[derive(Clone, Debug, Serialize)]
pub struct SheetQuote {
    /// The quote.
    #[serde(flatten)]
    pub quote: ProfileQuote,
    /// Whether its first sentence is cut: the reader gets `[…]` before.
    pub cut_before: bool,
    /// Whether its last sentence is cut: the reader gets `[…]` after.
    pub cut_after: bool,
}

/// The sheets.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileOutcome {
    /// Cases grouped, n.
    pub cases: usize,
    /// Seed of all draws.
    pub seed: u64,
    /// Draws between coders that could be grouped, B.
    pub coder_draws: usize,
    /// Share of them under which a case is a boundary case.
    pub boundary_share: f64,
    /// Titles of the secondary attributes, by identifier.
    pub titles: Vec<(String, String)>,
    /// Each secondary attribute over all profiles.
    pub secondary: Vec<Overall>,
    /// The profiles asked.
    pub profiles: Vec<ProfileSheet>,
}

/// Describes the profiles of the study.
///
/// # Errors
/// There is no material, the groups cannot be made, or no profile has the name asked.
pub async fn profile(
    context: &Context,
    material: &Material,
    request: &ProfileRequest,
    language: Language,
) -> Result<ProfileOutcome, AppError> {
    let asked = TypologyRequest { seed: request.seed, ..TypologyRequest::default() };
    let outcome = typology::compute(context, material, &asked, language)?;
    let answers = context.store.questionnaire().await?;
    let wanted = request.profile.as_deref().map(|name| find(&outcome, name)).transpose()?;
    Ok(describe(material, answers.as_ref(), &outcome, wanted, language))
}

/// Describes every profile of a typology that was made already.
pub fn sheets(
    material: &Material,
    answers: Option<&Questionnaire>,
    outcome: &TypologyOutcome,
    language: Language,
) -> ProfileOutcome {
    describe(material, answers, outcome, None, language)
}

fn describe(
    material: &Material,
    answers: Option<&Questionnaire>,
    outcome: &TypologyOutcome,
    wanted: Option<usize>,
    language: Language,
) -> ProfileOutcome {
    let typology = &outcome.typology;
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let (titles, attributes) = attributes(material, answers, &typology.cases, language);
    let seed = typology.settings.seed;
    let profiles = outcome
        .described
        .iter()
        .filter(|one| wanted.is_none_or(|number| number == one.number))
        .filter_map(|one| sheet_of(outcome, one, &matrix, &attributes))
        .collect();
    ProfileOutcome {
        cases: typology.cases.len(),
        seed,
        coder_draws: typology.coder_draws,
        boundary_share: typology.settings.boundary,
        titles,
        secondary: secondary::overall(&attributes, &typology.labels, seed),
        profiles,
    }
}

fn sheet_of(
    outcome: &TypologyOutcome,
    one: &Profile,
    matrix: &CaseMatrix,
    attributes: &[(String, Values)],
) -> Option<ProfileSheet> {
    let typology = &outcome.typology;
    let named = outcome.profiles.iter().find(|named| named.label == label(one.number))?;
    let group = typology.groups.iter().find(|group| group.number == one.number)?;
    Some(ProfileSheet {
        label: named.label.clone(),
        name: named.name.clone(),
        single: group.single,
        cases: one.cases.clone(),
        paragon: one.paragon.clone(),
        boundary: one.boundary.clone(),
        undrawn: typology
            .membership
            .iter()
            .filter(|membership| membership.profile == one.number && membership.kept.is_err())
            .map(|membership| membership.case.clone())
            .collect(),
        border: one.border.clone(),
        specific: one.specific.clone(),
        codes: sheet::codes(one, typology, matrix),
        attributes: secondary::traits(attributes, &typology.labels, one.number - 1, typology.settings.seed),
        quotes: quotes(outcome, one.number),
    })
}

/// Lists the quotes of a profile, in the order of their choice.
fn quotes(outcome: &TypologyOutcome, number: usize) -> Vec<SheetQuote> {
    outcome
        .quotes
        .iter()
        .filter(|quote| quote.profile == number)
        .map(|quote| {
            let chosen = outcome.chosen.iter().find(|chosen| {
                chosen.profile == number
                    && chosen.counter_example == quote.counter_example
                    && chosen.extract.transcript.0 == quote.case
                    && chosen.extract.turns.0 == quote.turn
                    && chosen.extract.code.0 == quote.code
            });
            SheetQuote {
                quote: quote.clone(),
                cut_before: chosen.is_some_and(|chosen| chosen.cut_before),
                cut_after: chosen.is_some_and(|chosen| chosen.cut_after),
            }
        })
        .collect()
}

fn label(number: usize) -> String {
    format!("P{number}")
}

/// Finds the number of the profile that is asked for.
fn find(outcome: &TypologyOutcome, name: &str) -> Result<usize, AppError> {
    let bare = name.trim().trim_start_matches(['P', 'p']);
    let number = bare.parse::<usize>().ok();
    outcome
        .described
        .iter()
        .map(|one| one.number)
        .find(|own| Some(*own) == number)
        .ok_or_else(|| AppError::Unknown { kind: "profile", name: name.to_owned(), nearest: None })
}

/// Attributes by their identifier, with the value of each case.
type Attributes = Vec<(String, Values)>;

/// Reads what is known of the persons and did not serve to group them: the characteristics that the study
/// prints; without any, the attributes of the transcripts that sort the cases.
fn attributes(
    material: &Material,
    answers: Option<&Questionnaire>,
    cases: &[TranscriptId],
    language: Language,
) -> (Vec<(String, String)>, Attributes) {
    let transcripts: Vec<Option<&Transcript>> =
        cases.iter().map(|case| material.transcripts.iter().find(|one| one.id == *case)).collect();
    let declared = &material.settings.participants.characteristics;
    if declared.is_empty() {
        let names: BTreeSet<&str> = transcripts
            .iter()
            .flatten()
            .flat_map(|transcript| transcript.attributes.iter().map(|(name, _)| name.as_str()))
            .collect();
        return names
            .into_iter()
            .filter_map(|name| {
                let written: Vec<Option<&str>> = transcripts
                    .iter()
                    .map(|transcript| transcript.and_then(|one| one.attribute(name)))
                    .collect();
                sorts(&written)
                    .then(|| ((name.to_owned(), name.to_owned()), (name.to_owned(), Values::read(&written))))
            })
            .unzip();
    }
    declared
        .iter()
        .map(|one| {
            let written: Vec<Option<&str>> = transcripts
                .iter()
                .map(|transcript| {
                    let transcript = (*transcript)?;
                    match one.from {
                        CharacteristicSource::Transcript => transcript.attribute(&one.key),
                        CharacteristicSource::Questionnaire => {
                            let (_, column) = answers?.definition.characteristic(&one.key)?;
                            let answer = answer_of(material, transcript, answers?)?;
                            answer.raw.get(&column.column).map(String::as_str)
                        }
                    }
                })
                .collect();
            let titled: Vec<Option<&str>> = written
                .iter()
                .map(|value| {
                    value.map(|value| one.values.get(value).map_or(value, |title| title.get(language)))
                })
                .collect();
            let title = one.title.get(language).to_owned();
            ((one.id.clone(), title), (one.id.clone(), Values::read(&titled)))
        })
        .unzip()
}

/// Tells whether values sort the cases: some cases share one, and there are at least two.
fn sorts(written: &[Option<&str>]) -> bool {
    let present: Vec<&str> =
        written.iter().flatten().copied().filter(|value| !value.trim().is_empty()).collect();
    let different: BTreeSet<&str> = present.iter().copied().collect();
    (2..=MOST_VALUES).contains(&different.len()) && different.len() < present.len()
}

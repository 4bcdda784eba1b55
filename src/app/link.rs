//! The link of profiles and questionnaire: the interviewees' own scores, the respondents brought near
//! to a profile on common indicators, and what the questionnaire says by itself.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::material::Material;
use super::run::{self, Computation};
use super::typology::{TypologyOutcome, TypologyRequest, compute as group};
use crate::analysis::linkage::{self, Assignment, Linkage, Verdict};
use crate::analysis::scale::{
    ItemDistribution, Reliability, Transition, distribution, distributions, reliability, scores, transitions,
};
use crate::analysis::statistics::contingency::{Crosstab, Table, crosstab};
use crate::analysis::statistics::descriptive::{Summary, summarise};
use crate::analysis::statistics::kruskal::{KruskalWallis, kruskal_wallis};
use crate::analysis::statistics::multiplicity::{Adjustment, adjust};
use crate::analysis::statistics::permutation::{ExactKruskal, exact_kruskal};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::questionnaire::{Questionnaire, Respondent};
use crate::domain::settings::{IndicatorSource, LinkKind, LinkSettings};
use crate::domain::transcript::Transcript;
use crate::text::Language;

/// A scale's scores of the interviewees, by profile.
#[derive(Clone, Debug, Serialize)]
pub struct OwnScores {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// Each interviewee with the score, 0 to 100, by profile then rising first axis.
    pub scores: Vec<(String, Option<f64>)>,
    /// Exact permutation test of Kruskal and Wallis.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<ExactKruskal>,
    /// Its p, Holm over the scales.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_holm: Defined,
}

/// A scale's scores of the respondents near each profile.
#[derive(Clone, Debug, Serialize)]
pub struct NearScores {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// Scores near each profile, 0 to 100, in the order of the respondents.
    #[serde(skip)]
    pub by_profile: Vec<Vec<f64>>,
    /// Respondents with a score, near each profile.
    pub sizes: Vec<usize>,
    /// It served the assignment: comparing it would be circular, so it is not tested.
    pub active: bool,
    /// Test of Kruskal and Wallis.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<KruskalWallis>,
    /// Its p, Holm over the scales tested.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_holm: Defined,
}

/// A characteristic of the respondents crossed with their profile.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileCrosstab {
    /// Id of the characteristic.
    pub variable: String,
    /// As people read it.
    pub title: String,
    /// Groups, by size.
    pub rows: Vec<String>,
    /// Respondents near each profile, then the indeterminate and outside together.
    pub counts: Vec<Vec<u64>>,
    /// χ² and V on the respondents near a profile.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<Crosstab>,
}

/// Respondents brought near to profiles.
#[derive(Clone, Debug, Serialize)]
pub struct NearProfiles {
    /// Names of the indicators that served.
    pub indicators: Vec<String>,
    /// The rule and its outcome, respondent by respondent.
    pub linkage: Linkage,
    /// Interviewees whose own profile the rule finds when they are left out.
    #[serde(serialize_with = "undefined::serialize")]
    pub leave_one_out: Defined<linkage::LeaveOneOut>,
    /// Share of respondents that keep their nearest profile without each interviewee.
    #[serde(skip)]
    pub kept: Vec<f64>,
    /// Characteristics by profile.
    pub crosstabs: Vec<ProfileCrosstab>,
    /// Scales by profile.
    pub scores: Vec<NearScores>,
}

/// The items of a scale, and how far they hold together.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleOutcome {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// Scores of all respondents, 0 to 100; none where too few items were answered.
    #[serde(skip)]
    pub scores: Vec<Option<f64>>,
    /// Respondents with a score.
    pub n: usize,
    /// Answers item by item.
    pub items: Vec<ItemDistribution>,
    /// Cronbach's α and its kin.
    pub reliability: Reliability,
}

/// An item that stands alone: satisfaction, perceived effect.
#[derive(Clone, Debug, Serialize)]
pub struct RatingOutcome {
    /// Its column.
    pub item: String,
    /// As people read it.
    pub title: String,
    /// Answers value by value.
    pub distribution: ItemDistribution,
    /// Median, quartiles, mean.
    pub summary: Summary,
    /// It served the assignment: it is never compared between profiles.
    pub active: bool,
}

/// A practice before and after.
#[derive(Clone, Debug, Serialize)]
pub struct PracticeOutcome {
    /// Its id.
    pub id: String,
    /// As people read it.
    pub title: String,
    /// Counts and test.
    pub transition: Transition,
    /// Exact p of `McNemar`, Holm over the practices.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_holm: Defined,
}

/// The link.
#[derive(Clone, Debug, Serialize)]
pub struct LinkOutcome {
    /// What it may claim, as the study declares.
    pub kind: Option<LinkKind>,
    /// Respondents.
    pub respondents: usize,
    /// Of them, interviewees.
    pub linked: usize,
    /// The interviewees' own scores, scale by scale; empty without profiles.
    pub own: Vec<OwnScores>,
    /// Respondents brought near to profiles, when the study asks for it.
    pub near: Option<NearProfiles>,
    /// Why there are none, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near_undefined: Option<Undefined>,
    /// Scales.
    pub scales: Vec<ScaleOutcome>,
    /// Items that belong to no scale.
    pub ratings: Vec<RatingOutcome>,
    /// Practices before and after.
    pub practices: Vec<PracticeOutcome>,
}

/// Loads the study and computes its link.
///
/// # Errors
/// The study has no questionnaire or no profiles.
pub async fn link(context: &Context, language: Language) -> Result<LinkOutcome, AppError> {
    let material = Material::load(context).await?;
    let answers = context.store.questionnaire().await?.ok_or(AppError::Empty { missing: "questionnaire" })?;
    let outcome = group(context, &material, &TypologyRequest::default(), language)?;
    let link = compute(&material, &answers, Some(&outcome), language);
    keep(context, &link, Some(&outcome), language).await?;
    Ok(link)
}

/// Keeps a link as a run, unless the same one is kept already.
///
/// # Errors
/// The database cannot be written.
pub async fn keep(
    context: &Context,
    link: &LinkOutcome,
    outcome: Option<&TypologyOutcome>,
    language: Language,
) -> Result<(), AppError> {
    let settings = outcome.map(|outcome| &outcome.typology.settings);
    let how = Computation {
        method: "link",
        parameters: serde_json::to_value(settings)?,
        seed: settings.map_or(0, |settings| settings.seed),
        inputs: run::of_files(context).await?,
        language,
    };
    run::keep(context, how, link).await
}

/// An interviewee who answered: the profile and the answers.
struct Linked<'a> {
    case: String,
    profile: usize,
    respondent: &'a Respondent,
}

/// Computes the link; without profiles, only what the questionnaire says by itself.
pub fn compute(
    material: &Material,
    answers: &Questionnaire,
    outcome: Option<&TypologyOutcome>,
    language: Language,
) -> LinkOutcome {
    let linked = outcome.map_or_else(Vec::new, |outcome| linked(material, answers, outcome));
    let profiles = outcome.map_or(0, |outcome| outcome.typology.groups.len());
    let scales: Vec<ScaleOutcome> = answers
        .definition
        .scales
        .iter()
        .map(|scale| {
            let scores: Vec<Option<f64>> = scores(scale, answers)
                .into_iter()
                .map(|score| score.ok().map(|score| score.percent))
                .collect();
            ScaleOutcome {
                scale: scale.id.clone(),
                title: scale.title.get(language).to_owned(),
                n: scores.iter().flatten().count(),
                scores,
                items: distributions(scale, answers),
                reliability: reliability(scale, &answers.values(&scale.items)),
            }
        })
        .collect();
    let (near, near_undefined) = match &material.settings.link {
        Some(link) if link.kind == LinkKind::Assignment && !linked.is_empty() => {
            match near(answers, &linked, profiles, link, &scales, language) {
                Ok(near) => (Some(near), None),
                Err(why) => (None, Some(why)),
            }
        }
        _ => (None, None),
    };
    LinkOutcome {
        kind: material.settings.link.as_ref().map(|link| link.kind),
        respondents: answers.respondents.len(),
        linked: material.transcripts.iter().filter(|one| answer_of(material, one, answers).is_some()).count(),
        own: own(answers, &linked, profiles, &scales),
        near,
        near_undefined,
        scales,
        ratings: ratings(material, answers, language),
        practices: practices(answers, language),
    }
}

/// Finds the answers of the person interviewed.
pub fn answer_of<'a>(
    material: &Material,
    transcript: &Transcript,
    answers: &'a Questionnaire,
) -> Option<&'a Respondent> {
    let id = transcript.attribute(&material.settings.participants.questionnaire)?;
    answers.respondents.iter().find(|one| one.id.as_str() == id)
}

fn linked<'a>(material: &Material, answers: &'a Questionnaire, outcome: &TypologyOutcome) -> Vec<Linked<'a>> {
    let typology = &outcome.typology;
    typology
        .order
        .iter()
        .filter_map(|case| {
            let transcript = material.transcripts.iter().find(|one| one.id == *case)?;
            let respondent = answer_of(material, transcript, answers)?;
            let profile = typology.labels[typology.index(case)?];
            Some(Linked { case: case.0.clone(), profile, respondent })
        })
        .collect()
}

fn position(answers: &Questionnaire, respondent: &Respondent) -> Option<usize> {
    answers.respondents.iter().position(|one| one.id == respondent.id)
}

fn own(
    answers: &Questionnaire,
    linked: &[Linked<'_>],
    profiles: usize,
    scales: &[ScaleOutcome],
) -> Vec<OwnScores> {
    if linked.is_empty() {
        return Vec::new();
    }
    let mut own: Vec<OwnScores> = scales
        .iter()
        .map(|scale| {
            let mut groups = vec![Vec::new(); profiles];
            let mut listed = Vec::new();
            for one in linked {
                let score = position(answers, one.respondent).and_then(|at| scale.scores[at]);
                groups[one.profile].extend(score);
                listed.push((one.case.clone(), score));
            }
            OwnScores {
                scale: scale.scale.clone(),
                title: scale.title.clone(),
                scores: listed,
                test: exact_kruskal(&groups),
                p_holm: Err(Undefined::NoObservations),
            }
        })
        .collect();
    let p: Vec<Defined> =
        own.iter().map(|one| one.test.as_ref().map(|test| test.p).map_err(|why| *why)).collect();
    for (one, p) in own.iter_mut().zip(adjust(&p, Adjustment::Holm)) {
        one.p_holm = p;
    }
    own
}

fn near(
    answers: &Questionnaire,
    linked: &[Linked<'_>],
    profiles: usize,
    link: &LinkSettings,
    scales: &[ScaleOutcome],
    language: Language,
) -> Defined<NearProfiles> {
    let read = |respondent: &Respondent| -> Vec<Option<f64>> {
        link.indicators
            .iter()
            .map(|indicator| match &indicator.source {
                IndicatorSource::Checklist => respondent.difficulties().map(|ticked| ticked as f64),
                IndicatorSource::Item(item) => {
                    let (at, _) = answers.definition.item(item)?;
                    respondent.answers.items.get(at).copied().flatten()
                }
                IndicatorSource::Scale(id) => {
                    let scale = scales.iter().find(|scale| scale.scale == *id)?;
                    scale.scores[position(answers, respondent)?]
                }
            })
            .collect()
    };
    let all: Vec<_> = answers.respondents.iter().map(read).collect();
    let interviewees: Vec<_> = linked.iter().map(|one| read(one.respondent)).collect();
    let labels: Vec<usize> = linked.iter().map(|one| one.profile).collect();
    let settings = linkage::Settings { min_margin: link.margin, ..linkage::Settings::default() };
    let linkage = linkage::assign(&all, &interviewees, &labels, settings)?;
    let kept = linkage::kept_without_each(&all, &interviewees, &labels, settings)?;
    let active: Vec<&str> = link
        .indicators
        .iter()
        .filter_map(|indicator| match &indicator.source {
            IndicatorSource::Scale(id) => Some(id.as_str()),
            IndicatorSource::Checklist | IndicatorSource::Item(_) => None,
        })
        .collect();
    Ok(NearProfiles {
        indicators: link
            .indicators
            .iter()
            .map(|indicator| indicator.title.get(language).to_owned())
            .collect(),
        leave_one_out: linkage::leave_one_out(&all, &interviewees, &labels, settings),
        kept: kept.into_iter().filter_map(Result::ok).collect(),
        crosstabs: crosstabs(answers, &linkage, profiles, language),
        scores: near_scores(&linkage, profiles, scales, &active),
        linkage,
    })
}

/// Returns the profile a respondent was brought near to.
fn profile_of(assignment: &Defined<Assignment>) -> Option<usize> {
    match assignment.as_ref().ok()?.verdict {
        Verdict::Profile(profile) => Some(profile),
        Verdict::Indeterminate | Verdict::Outside => None,
    }
}

fn crosstabs(
    answers: &Questionnaire,
    linkage: &Linkage,
    profiles: usize,
    language: Language,
) -> Vec<ProfileCrosstab> {
    let definition = &answers.definition;
    definition
        .characteristics
        .iter()
        .enumerate()
        .map(|(at, characteristic)| {
            let mut rows: Vec<(String, Vec<u64>)> =
                characteristic.order().into_iter().map(|group| (group, vec![0; profiles + 1])).collect();
            for (respondent, assignment) in answers.respondents.iter().zip(&linkage.assignments) {
                let Some(group) = respondent.answers.groups.get(at).cloned().flatten() else { continue };
                let column = profile_of(assignment).unwrap_or(profiles);
                let row = rows.iter().position(|(known, _)| *known == group).unwrap_or_else(|| {
                    rows.push((group, vec![0; profiles + 1]));
                    rows.len() - 1
                });
                rows[row].1[column] += 1;
            }
            rows.retain(|(_, counts)| counts.iter().sum::<u64>() > 0);
            if characteristic.bands.is_empty() {
                rows.sort_by(|a, b| b.1.iter().sum::<u64>().cmp(&a.1.iter().sum()).then(a.0.cmp(&b.0)));
            }
            let placed: Vec<Vec<u64>> = rows.iter().map(|(_, counts)| counts[..profiles].to_vec()).collect();
            let title = |group: &str| {
                characteristic
                    .titles
                    .get(group)
                    .map_or_else(|| group.to_owned(), |title| title.get(language).to_owned())
            };
            ProfileCrosstab {
                variable: characteristic.id.clone(),
                title: characteristic.title.get(language).to_owned(),
                rows: rows.iter().map(|(group, _)| title(group)).collect(),
                counts: rows.iter().map(|(_, counts)| counts.clone()).collect(),
                test: Table::new(&placed).map(|table| crosstab(&table)),
            }
        })
        .collect()
}

fn near_scores(
    linkage: &Linkage,
    profiles: usize,
    scales: &[ScaleOutcome],
    active: &[&str],
) -> Vec<NearScores> {
    let mut found: Vec<NearScores> = scales
        .iter()
        .map(|scale| {
            let mut by_profile = vec![Vec::new(); profiles];
            for (assignment, score) in linkage.assignments.iter().zip(&scale.scores) {
                if let (Some(profile), Some(score)) = (profile_of(assignment), score) {
                    by_profile[profile].push(*score);
                }
            }
            let is_active = active.contains(&scale.scale.as_str());
            NearScores {
                scale: scale.scale.clone(),
                title: scale.title.clone(),
                sizes: by_profile.iter().map(Vec::len).collect(),
                active: is_active,
                test: if is_active { Err(Undefined::Circular) } else { kruskal_wallis(&by_profile) },
                by_profile,
                p_holm: Err(Undefined::Circular),
            }
        })
        .collect();
    let p: Vec<Defined> =
        found.iter().map(|one| one.test.as_ref().map(|test| test.p).map_err(|why| *why)).collect();
    for (one, p) in found.iter_mut().zip(adjust(&p, Adjustment::Holm)) {
        one.p_holm = p;
    }
    found
}

fn ratings(material: &Material, answers: &Questionnaire, language: Language) -> Vec<RatingOutcome> {
    let definition = &answers.definition;
    let in_scale = |at: usize| definition.scales.iter().any(|scale| scale.items.contains(&at));
    let active = |column: &str| {
        let mut indicators = material.settings.link.iter().flat_map(|link| &link.indicators);
        indicators.any(|one| matches!(&one.source, IndicatorSource::Item(item) if item == column))
    };
    let alone = definition.items.iter().enumerate().filter(|(at, _)| !in_scale(*at));
    alone
        .map(|(at, item)| {
            let values: Vec<Option<f64>> =
                answers.respondents.iter().map(|one| one.answers.items.get(at).copied().flatten()).collect();
            RatingOutcome {
                item: item.column.clone(),
                title: item.title.get(language).to_owned(),
                distribution: distribution(at, &values, item.least, item.most),
                summary: summarise(&values),
                active: active(&item.column),
            }
        })
        .collect()
}

fn practices(answers: &Questionnaire, language: Language) -> Vec<PracticeOutcome> {
    let transitions = transitions(answers);
    let p: Vec<Defined> = transitions.iter().map(|transition| transition.test.p_exact).collect();
    let definition = &answers.definition;
    transitions
        .into_iter()
        .zip(adjust(&p, Adjustment::Holm))
        .filter_map(|(transition, p_holm)| {
            let pair = definition.pairs.get(transition.pair)?;
            Some(PracticeOutcome {
                id: pair.id.clone(),
                title: pair.title.get(language).to_owned(),
                transition,
                p_holm,
            })
        })
        .collect()
}

//! Computes the link, and keeps it as a run.

use super::groups::compare_groups;
use super::near::near;
use super::outcome::{ChangeOutcome, LinkOutcome, OwnScores, PracticeOutcome, RatingOutcome, ScaleOutcome};
use crate::analysis::scale::{
    ItemDistribution, category_changes, distribution, distributions, reliability, scores, transitions,
};
use crate::analysis::statistics::descriptive::summarise;
use crate::analysis::statistics::multiplicity::{Adjustment, adjust};
use crate::analysis::statistics::permutation::exact_kruskal;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::analysis::typology::Settings;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::app::run::{self, Computation};
use crate::app::typology::{TypologyOutcome, TypologyRequest, compute as group};
use crate::domain::questionnaire::{Questionnaire, Respondent};
use crate::domain::settings::{IndicatorSource, LinkKind};
use crate::domain::transcript::Transcript;
use crate::text::Language;

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
    // Whether the grouping was put to its trials changes nothing of the link.
    let settings = outcome.map(|outcome| Settings { stability: false, ..outcome.typology.settings.clone() });
    let how = Computation {
        method: "link",
        parameters: serde_json::to_value(&settings)?,
        seed: settings.as_ref().map_or(0, |settings| settings.seed),
        inputs: run::of_files(context).await?,
        language,
    };
    run::keep(context, how, link).await
}

/// An interviewee who answered: the profile and the answers.
pub(super) struct Linked<'a> {
    case: String,
    pub(super) profile: usize,
    pub(super) respondent: &'a Respondent,
}

/// Computes the link; without profiles, only what the questionnaire says by itself.
pub fn compute(
    material: &Material,
    answers: &Questionnaire,
    outcome: Option<&TypologyOutcome>,
    language: Language,
) -> LinkOutcome {
    let kind = material.settings.link.as_ref().map(|link| link.kind);
    // The third kind links nobody, not even the persons interviewed with their own answers.
    let linked = match kind {
        Some(LinkKind::Groups) => Vec::new(),
        _ => outcome.map_or_else(Vec::new, |outcome| linked(material, answers, outcome)),
    };
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
            match near(answers, &linked, profiles, link, &scales, (material.settings.typology.seed, language))
            {
                Ok(near) => (Some(near), None),
                Err(why) => (None, Some(why)),
            }
        }
        // Nobody interviewed answered: there is no centre to be near to.
        Some(link) if link.kind == LinkKind::Assignment => (None, Some(Undefined::NoObservations)),
        _ => (None, None),
    };
    LinkOutcome {
        kind,
        groups: match &material.settings.link {
            Some(link) if link.kind == LinkKind::Groups => {
                compare_groups(material, answers, outcome, link, &scales, language)
            }
            _ => Vec::new(),
        },
        changes: changes(answers, language),
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

pub(super) fn position(answers: &Questionnaire, respondent: &Respondent) -> Option<usize> {
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
                let score = position(answers, one.respondent)
                    .and_then(|at| scale.scores[at])
                    .ok_or(Undefined::MissingIndicators);
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
            let (values, others) = answers.asked(at);
            RatingOutcome {
                item: item.column.clone(),
                title: item.title.get(language).to_owned(),
                distribution: ItemDistribution {
                    not_asked: others as u64,
                    ..distribution(at, &values, item.least, item.most)
                },
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

fn changes(answers: &Questionnaire, language: Language) -> Vec<ChangeOutcome> {
    let changes = category_changes(answers).into_iter();
    changes
        .filter_map(|change| {
            let declared = answers.definition.changes.get(change.change)?;
            let title = |category: &String| {
                let title = declared.before.titles.get(category);
                title.map_or_else(|| category.clone(), |title| title.get(language).to_owned())
            };
            Some(ChangeOutcome {
                id: declared.id.clone(),
                title: declared.title.get(language).to_owned(),
                categories: change.categories.iter().map(title).collect(),
                change,
            })
        })
        .collect()
}

//! What the team says of profiles and of the cases in them.

use serde_json::json;

use super::settle::{Decision, put, settle, written};
use crate::app::{AppError, Context};
use crate::domain::TranscriptId;
use crate::domain::settings::{Assignment, ProfileSettings, Quadrant, Reading, StudySettings, Verdict};
use crate::text::Language;

/// A name for a profile; why it is called so.
#[derive(Clone, Copy, Debug)]
pub struct ProfileName<'a> {
    /// The name; empty: its place on the axes names it again.
    pub name: &'a str,
    /// The reason, owed to the reader of a name.
    pub reason: &'a str,
}

/// Puts a case in a profile, with a reason, beside where it is computed to stand; without a profile
/// the case is left where it is computed to stand.
///
/// # Errors
/// The study has no such case, no reason is given, or the database cannot be written.
pub async fn assign(
    context: &Context,
    operation: &str,
    case: &TranscriptId,
    quadrant: Option<Quadrant>,
    reason: &str,
) -> Result<i64, AppError> {
    if !context.store.transcript_ids().await?.contains(case) {
        return Err(AppError::Unknown { kind: "transcript", name: case.0.clone(), nearest: None });
    }
    let own = match quadrant {
        Some(quadrant) => Some(Assignment {
            case: case.clone(),
            quadrant,
            reason: written(reason, "reason")?,
            coder: Some(context.coder.clone()),
        }),
        None => None,
    };
    let summary = json!({ "case": case, "quadrant": quadrant });
    settle(context, Decision { operation, kind: "assign-case", summary }, |settings| {
        match (settings.assignments.iter_mut().find(|one| one.case == *case), own) {
            (Some(known), Some(own)) => *known = own,
            (_, Some(own)) => settings.assignments.push(own),
            (_, None) => settings.assignments.retain(|one| one.case != *case),
        }
        Ok(())
    })
    .await
}

/// Names a profile, with a reason; an empty name gives it back to its place on the axes.
///
/// # Errors
/// A name without a reason, or the database cannot be written.
pub async fn name(
    context: &Context,
    operation: &str,
    quadrant: Quadrant,
    given: ProfileName<'_>,
    language: Language,
) -> Result<i64, AppError> {
    let own = match given.name.trim() {
        "" => None,
        name => Some((written(name, "name")?, written(given.reason, "reason")?)),
    };
    let summary = json!({ "quadrant": quadrant });
    settle(context, Decision { operation, kind: "name-profile", summary }, |settings| {
        let profile = profile_of(settings, quadrant);
        match own {
            Some((name, reason)) => {
                profile.name = Some(put(profile.name.as_ref(), name, language));
                profile.reason = reason;
            }
            None => {
                profile.name = None;
                profile.reason = String::new();
            }
        }
        forget_silent(settings);
        Ok(())
    })
    .await
}

/// Writes the portrait of a profile; an empty one takes it away.
///
/// # Errors
/// The database cannot be written.
pub async fn portray(
    context: &Context,
    operation: &str,
    quadrant: Quadrant,
    portrait: &str,
    language: Language,
) -> Result<i64, AppError> {
    let own = match portrait.trim() {
        "" => None,
        text => Some(written(text, "portrait")?),
    };
    let summary = json!({ "quadrant": quadrant });
    settle(context, Decision { operation, kind: "write-portrait", summary }, |settings| {
        let profile = profile_of(settings, quadrant);
        profile.portrait = own.map(|text| put(profile.portrait.as_ref(), text, language));
        forget_silent(settings);
        Ok(())
    })
    .await
}

/// Says what the team concludes of a profile from words and scores together; without a verdict the
/// conclusion is taken away.
///
/// # Errors
/// A verdict without words, or the database cannot be written.
pub async fn conclude(
    context: &Context,
    operation: &str,
    quadrant: Quadrant,
    verdict: Option<Verdict>,
    text: &str,
    language: Language,
) -> Result<i64, AppError> {
    let own = match verdict {
        Some(verdict) => Some((verdict, written(text, "reading")?)),
        None => None,
    };
    let summary = json!({ "quadrant": quadrant, "verdict": verdict });
    settle(context, Decision { operation, kind: "conclude", summary }, |settings| {
        let known = settings.readings.iter().position(|one| one.quadrant == quadrant);
        match (known, own) {
            (Some(at), Some((verdict, text))) => {
                let reading = &mut settings.readings[at];
                reading.verdict = verdict;
                reading.text = put(Some(&reading.text), text, language);
            }
            (None, Some((verdict, text))) => {
                settings.readings.push(Reading { quadrant, verdict, text: put(None, text, language) });
            }
            (Some(at), None) => drop(settings.readings.remove(at)),
            (None, None) => {}
        }
        Ok(())
    })
    .await
}

fn profile_of(settings: &mut StudySettings, quadrant: Quadrant) -> &mut ProfileSettings {
    let profiles = &mut settings.profiles;
    let at = profiles.iter().position(|one| one.quadrant == quadrant).unwrap_or_else(|| {
        let reason = String::new();
        profiles.push(ProfileSettings { quadrant, name: None, reason, portrait: None });
        profiles.len() - 1
    });
    &mut profiles[at]
}

/// A profile of which nothing is said has no place in the settings.
fn forget_silent(settings: &mut StudySettings) {
    settings.profiles.retain(|one| one.name.is_some() || one.portrait.is_some());
}

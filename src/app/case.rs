//! One interview's portrait: who it is, how they answered, what was coded, where they stand.

use super::findings::Overview;
use super::link::answer_of;
use super::typology::ProfileQuote;
use crate::analysis::matrix::CaseMatrix;
use crate::analysis::matrix::extract::extracts;
use crate::analysis::statistics::quantile::{Rule, quantile};
use crate::domain::settings::{Characteristic, CharacteristicSource};
use crate::domain::transcript::Transcript;
use crate::domain::{CodeId, TranscriptId};
use crate::text::{Language, TextIndex};

/// Quotes shown when none was chosen for a profile.
const QUOTES: usize = 4;

/// A score beside the sample's.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreBeside {
    /// As people read the scale.
    pub title: String,
    /// The person's, 0 to 100; none where too few items were answered.
    pub own: Option<f64>,
    /// Quartiles of all respondents: lower, median, upper.
    pub quartiles: Option<(f64, f64, f64)>,
    /// Respondents with a score.
    pub n: usize,
}

/// A code in the interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeCount {
    /// The code.
    pub code: CodeId,
    /// As people read it.
    pub title: String,
    /// Its place in its theme.
    pub variant: usize,
    /// Passages, overlaps of coders united.
    pub extracts: usize,
    /// Highest intensity given.
    pub intensity: u8,
}

/// Where the person stands among the profiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// `P2`.
    pub label: String,
    /// As the profile is called.
    pub name: String,
    /// Title of each axis, with the value on it and the mean of all.
    pub axes: Vec<(String, Option<f64>, Option<f64>)>,
    /// The other interviews of the profile.
    pub beside: Vec<TranscriptId>,
    /// The profile that a researcher says, with why, when one does.
    pub assigned: Option<(String, String)>,
}

/// A portrait.
#[derive(Clone, Debug, PartialEq)]
pub struct Portrait {
    /// Every attribute of the front matter, named and told as the study says; a key that it does not
    /// declare stays as it is written.
    pub attributes: Vec<(String, String)>,
    /// The respondent's id, when the questionnaire has the person.
    pub respondent: Option<String>,
    /// Scale by scale.
    pub scores: Vec<ScoreBeside>,
    /// By theme, codes given at least once, most first.
    pub codes: Vec<(String, Vec<CodeCount>)>,
    /// Where the person stands; none without profiles.
    pub standing: Option<Standing>,
    /// Words worth reading: turn, code, words, and whether they speak against the profile.
    pub quotes: Vec<ProfileQuote>,
}

/// Draws the portrait of an interview from the findings; none when they do not know it.
pub fn portrait(found: &Overview, id: &TranscriptId, language: Language) -> Option<Portrait> {
    let material = &found.material;
    let transcript = material.transcripts.iter().find(|one| one.id == *id)?;
    let survey = found.survey.as_ref();
    let answer = survey.and_then(|(answers, _)| answer_of(material, transcript, answers));
    let position = survey
        .zip(answer)
        .and_then(|((answers, _), answer)| answers.respondents.iter().position(|one| one.id == answer.id));
    let scores = survey.map_or_else(Vec::new, |(_, link)| {
        link.scales
            .iter()
            .map(|scale| {
                let mut all: Vec<f64> = scale.scores.iter().copied().flatten().collect();
                all.sort_by(f64::total_cmp);
                let at = |share: f64| quantile(&all, share, Rule::default()).ok();
                ScoreBeside {
                    title: scale.title.clone(),
                    own: position.and_then(|at| scale.scores.get(at).copied().flatten()),
                    quartiles: at(0.25).zip(at(0.5)).zip(at(0.75)).map(|((low, mid), high)| (low, mid, high)),
                    n: scale.n,
                }
            })
            .collect()
    });
    Some(Portrait {
        attributes: known(&material.settings.participants.characteristics, &transcript.attributes, language),
        respondent: answer.map(|answer| answer.id.0.clone()),
        scores,
        codes: codes(found, transcript),
        standing: standing(found, id, language),
        quotes: quotes(found, transcript),
    })
}

/// Names what a front matter tells of a person by the titles that the study declares.
fn known(
    declared: &[Characteristic],
    attributes: &[(String, String)],
    language: Language,
) -> Vec<(String, String)> {
    let of_front_matter = |key: &str| {
        declared.iter().find(|one| one.from == CharacteristicSource::Transcript && one.key == key)
    };
    let named = attributes.iter().map(|(key, value)| match of_front_matter(key) {
        None => (key.clone(), value.clone()),
        Some(one) => {
            let told = one.values.get(value.trim()).map_or(value.as_str(), |titles| titles.get(language));
            (one.title.get(language).to_owned(), told.to_owned())
        }
    });
    named.collect()
}

fn codes(found: &Overview, transcript: &Transcript) -> Vec<(String, Vec<CodeCount>)> {
    let material = &found.material;
    let one = std::slice::from_ref(transcript);
    let matrix = CaseMatrix::build(&material.codebook, one, &material.codings, None);
    let Some(row) = matrix.cells.first() else { return Vec::new() };
    let themes = material.codebook.themes.iter().map(|theme| {
        let codes = theme.codes.iter().enumerate().filter_map(|(variant, code)| {
            let cell = &row[matrix.column(&code.id)?];
            (cell.extracts > 0).then(|| CodeCount {
                code: code.id.clone(),
                title: code.title.clone(),
                variant,
                extracts: cell.extracts,
                intensity: cell.intensity,
            })
        });
        let mut codes: Vec<CodeCount> = codes.collect();
        codes.sort_by_key(|code| std::cmp::Reverse((code.extracts, code.intensity)));
        (theme.title.clone(), codes)
    });
    themes.collect()
}

fn standing(found: &Overview, id: &TranscriptId, language: Language) -> Option<Standing> {
    let outcome = found.outcome.as_ref()?;
    let typology = &outcome.typology;
    let label = format!("P{}", typology.profile(id)?);
    let named = outcome.profiles.iter().find(|one| one.label == label)?;
    let row = typology.cases.iter().position(|case| case == id)?;
    let declared = &found.material.settings.axes;
    let axes = typology.axes.iter().map(|table| {
        let title = declared.iter().find(|axis| axis.id == table.definition.id);
        let title = title.map_or(table.definition.id.as_str(), |axis| axis.title.get(language));
        let value = table.rows.get(row).and_then(|row| row.pooled.as_ref()).map(|value| value.value);
        (title.to_owned(), value, table.mean.ok())
    });
    let name_of =
        |label: &str| outcome.profiles.iter().find(|one| one.label == label).map(|one| one.name.clone());
    let assigned = outcome.assignments.iter().find(|one| one.case == id.0);
    Some(Standing {
        name: named.name.clone(),
        axes: axes.collect(),
        beside: named
            .cases
            .iter()
            .filter(|case| **case != id.0)
            .map(|case| TranscriptId(case.clone()))
            .collect(),
        assigned: assigned.and_then(|one| {
            Some((format!("{}, {}", one.assigned, name_of(&one.assigned)?), one.reason.clone()))
        }),
        label,
    })
}

/// Takes what was chosen for the profiles; else what was coded as most intense.
fn quotes(found: &Overview, transcript: &Transcript) -> Vec<ProfileQuote> {
    let chosen = found.outcome.iter().flat_map(|outcome| &outcome.quotes);
    let chosen: Vec<ProfileQuote> = chosen.filter(|quote| quote.case == transcript.id.0).cloned().collect();
    if !chosen.is_empty() {
        return chosen;
    }
    let own: Vec<_> =
        found.material.codings.iter().filter(|coding| coding.transcript == transcript.id).cloned().collect();
    let mut all = extracts(&own);
    all.sort_by_key(|extract| std::cmp::Reverse((extract.intensity, extract.coders())));
    let index = TextIndex::new(&transcript.version.text);
    let quotes = all.into_iter().take(QUOTES).map(|extract| ProfileQuote {
        profile: 0,
        case: transcript.id.0.clone(),
        turn: extract.turns.0,
        code: extract.code.0.clone(),
        intensity: extract.intensity,
        counter_example: false,
        text: index.slice(extract.span).to_owned(),
    });
    quotes.collect()
}

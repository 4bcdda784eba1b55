//! The scales of the questionnaire: how they are scored, and how far their items hold together.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use crate::analysis::scale::{NoScore, Reliability, count_bands, needed, reliability, scores};
use crate::analysis::statistics::descriptive::{Summary, summarise};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::domain::questionnaire::{Combination, Questionnaire, Scale, scale_key};
use crate::text::Language;

/// An interval of alpha is wider than any conclusion under so many respondents.
const FEW: usize = 30;

/// One item of a scale.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleItem {
    /// Its column.
    pub column: String,
    /// As people read it.
    pub title: String,
    /// Whether its values are turned before anything: least + greatest − value.
    pub reversed: bool,
    /// Respondents who answered it.
    pub n: usize,
    /// Respondents who were asked it and did not.
    pub missing: usize,
    /// Respondents who were not asked it.
    pub not_asked: usize,
    /// Mean over complete answers, turned.
    #[serde(serialize_with = "undefined::serialize")]
    pub mean: Defined,
    /// Standard deviation over complete answers.
    #[serde(serialize_with = "undefined::serialize")]
    pub deviation: Defined,
    /// Correlation with the sum of the other items.
    #[serde(serialize_with = "undefined::serialize")]
    pub item_rest: Defined,
    /// Alpha of the others.
    #[serde(serialize_with = "undefined::serialize")]
    pub alpha_without: Defined,
}

/// One band of a score.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleBand {
    /// As people read it.
    pub title: String,
    /// Lower bound.
    pub least: f64,
    /// Whether the bound belongs to the band below.
    pub open: bool,
    /// Respondents in it.
    pub count: u64,
}

/// What has to be said beside the figures of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScaleNote {
    /// Alpha is negative: look for an item that should be reversed.
    NegativeAlpha,
    /// An item goes against the others: the same doubt.
    NegativeItem,
    /// Of two items, the standardised alpha is the coefficient of Spearman and Brown.
    TwoItems,
    /// Fewer than thirty complete answers.
    FewRespondents,
}

/// A scale.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleReport {
    /// Its id.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// The published key that it is scored by.
    pub key: Option<String>,
    /// Where that key comes from.
    pub source: Option<String>,
    /// A second source that the key was compared with, if one was found.
    pub checked: Option<String>,
    /// The scale that it is a part of.
    pub part_of: Option<String>,
    /// Least and greatest value of an item.
    pub range: (f64, f64),
    /// How items make a score.
    pub combination: Combination,
    /// What the combination is multiplied by.
    pub factor: f64,
    /// Whether the raw value is read in a table.
    pub has_table: bool,
    /// Items that must be answered.
    pub needed: usize,
    /// Respondents with a score.
    pub scored: usize,
    /// Of them, those of whom items asked and not answered count at the mean of the others.
    pub completed: usize,
    /// Of those with a score, those who were not asked every item.
    pub partly_asked: usize,
    /// Respondents who were asked no item.
    pub not_asked: usize,
    /// Respondents who were asked and answered no item.
    pub without_answer: usize,
    /// Respondents who answered too few.
    pub too_few: usize,
    /// Scores in the scale's own units.
    pub score: Summary,
    /// Scores from 0 to 100.
    pub percent: Summary,
    /// Item by item.
    pub items: Vec<ScaleItem>,
    /// Alpha, omega and their kin, on complete answers.
    pub reliability: Reliability,
    /// Bands of the score; empty when none is declared.
    pub bands: Vec<ScaleBand>,
    /// What has to be said beside.
    pub notes: Vec<ScaleNote>,
}

/// The scales of the study.
#[derive(Clone, Debug, Serialize)]
pub struct ScalesOutcome {
    /// Respondents.
    pub respondents: usize,
    /// In the order declared, a whole before its parts.
    pub scales: Vec<ScaleReport>,
}

/// Computes the scales of the study's questionnaire.
///
/// # Errors
/// The study has no questionnaire, or the database cannot be read.
pub async fn scales(context: &Context, language: Language) -> Result<ScalesOutcome, AppError> {
    let answers = context.store.questionnaire().await?.ok_or(AppError::Empty { missing: "questionnaire" })?;
    let scales = answers.definition.scales.iter().map(|scale| report(scale, &answers, language)).collect();
    Ok(ScalesOutcome { respondents: answers.respondents.len(), scales })
}

fn report(scale: &Scale, answers: &Questionnaire, language: Language) -> ScaleReport {
    let rows = answers.values(&scale.items);
    let scores = scores(scale, answers);
    let reliability = reliability(scale, &rows);
    let items: Vec<ScaleItem> = scale
        .items
        .iter()
        .enumerate()
        .filter_map(|(position, index)| {
            let item = answers.definition.items.get(*index)?;
            let (asked, others) = answers.asked(*index);
            let n = asked.iter().flatten().count();
            Some(ScaleItem {
                column: item.column.clone(),
                title: item.title.get(language).to_owned(),
                reversed: scale.reversed.get(position).copied().unwrap_or(false),
                n,
                missing: asked.len() - n,
                not_asked: others,
                mean: reliability.means[position],
                deviation: reliability.deviations[position],
                item_rest: reliability.item_rest[position],
                alpha_without: reliability.alpha_without[position],
            })
        })
        .collect();
    let counts = count_bands(scale, &scores);
    let bands = scale.bands.iter().zip(&counts).map(|(band, count)| ScaleBand {
        title: band.title.get(language).to_owned(),
        least: band.least,
        open: band.open,
        count: count.count,
    });
    let of = |pick: fn(&crate::analysis::scale::Score) -> f64| -> Summary {
        summarise(&scores.iter().map(|one| one.as_ref().ok().map(pick)).collect::<Vec<_>>())
    };
    let count =
        |wanted: fn(&NoScore) -> bool| scores.iter().filter(|one| one.as_ref().is_err_and(wanted)).count();
    let length = scale.items.len();
    let key = scale.key.as_deref().and_then(scale_key);
    ScaleReport {
        scale: scale.id.clone(),
        title: scale.title.get(language).to_owned(),
        key: scale.key.clone(),
        source: key.map(|key| key.source.to_owned()),
        checked: key.map(|key| key.checked.to_owned()).filter(|checked| !checked.is_empty()),
        part_of: scale.part_of.clone(),
        range: (scale.least, scale.most),
        combination: scale.combination,
        factor: scale.factor,
        has_table: !scale.table.is_empty(),
        needed: needed(scale, length),
        scored: scores.iter().flatten().count(),
        completed: scores.iter().flatten().filter(|one| one.answered < one.asked).count(),
        partly_asked: scores.iter().flatten().filter(|one| one.asked < length).count(),
        not_asked: count(|why| *why == NoScore::NotAsked),
        without_answer: count(|why| *why == NoScore::NoAnswer),
        too_few: count(|why| matches!(why, NoScore::TooFew { .. })),
        score: of(|one| one.value),
        percent: of(|one| one.percent),
        notes: notes(&items, &reliability),
        items,
        reliability,
        bands: bands.collect(),
    }
}

fn notes(items: &[ScaleItem], reliability: &Reliability) -> Vec<ScaleNote> {
    let mut notes = Vec::new();
    if reliability.alpha.is_ok_and(|alpha| alpha < 0.0) {
        notes.push(ScaleNote::NegativeAlpha);
    } else if items.iter().any(|item| item.item_rest.is_ok_and(|r| r < 0.0)) {
        notes.push(ScaleNote::NegativeItem);
    }
    if items.len() == 2 {
        notes.push(ScaleNote::TwoItems);
    }
    if reliability.n < FEW {
        notes.push(ScaleNote::FewRespondents);
    }
    notes
}

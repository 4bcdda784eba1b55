//! What the passages of a query share: how many of each code, interview, coder, attribute, intensity.

use std::collections::BTreeMap;

use serde::Serialize;

use super::condition::Condition;
use super::query::PassageQuery;
use crate::app::coders::Names;
use crate::app::concordance::{AttributeFacet, FacetValue, Swatch};
use crate::app::people::{CaseHead, heads};
use crate::app::{AppError, Context};
use crate::domain::CoderId;
use crate::store::CountedBy;
use crate::text::Language;

/// Passages counted. The value of each is the condition that keeps only those.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PassageCounts {
    /// By code, in the order of the codebook.
    pub codes: Vec<FacetValue>,
    /// By interview.
    pub transcripts: Vec<FacetValue>,
    /// By who coded.
    pub coders: Vec<FacetValue>,
    /// By intensity, from 3 to none; the label is the number, empty for none.
    pub intensities: Vec<FacetValue>,
    /// By attribute.
    pub attributes: Vec<AttributeFacet>,
}

/// Counts the passages of a query.
///
/// # Errors
/// The query names what the study does not have.
pub async fn counts(
    context: &Context,
    query: &PassageQuery,
    only: Option<&CoderId>,
    language: Language,
) -> Result<PassageCounts, AppError> {
    let codebook = context.store.codebook().await?;
    let heads = heads(context, language).await?;
    let wanted = query.resolve(context, &codebook, &heads, only).await?;
    let names = Names::load(context).await?;
    let store = &context.store;
    let by = |column| store.count_retrieved_by(&wanted, column);
    let value = |condition: &Condition, label: &str, count: usize, swatch: Option<Swatch>| FacetValue {
        value: condition.to_string(),
        label: label.to_owned(),
        count,
        chosen: query.all.contains(condition),
        swatch,
    };
    let codes: BTreeMap<String, usize> = by(CountedBy::Code).await?.into_iter().collect();
    let transcripts: BTreeMap<String, usize> = by(CountedBy::Transcript).await?.into_iter().collect();
    let intensities: BTreeMap<String, usize> = by(CountedBy::Intensity).await?.into_iter().collect();
    Ok(PassageCounts {
        codes: Swatch::all(&codebook)
            .into_iter()
            .filter_map(|swatch| {
                let count = *codes.get(swatch.code.as_str())?;
                let condition = Condition::Only(swatch.code.clone());
                Some(value(&condition, &swatch.title.clone(), count, Some(swatch)))
            })
            .collect(),
        transcripts: heads
            .iter()
            .filter_map(|head| {
                let count = *transcripts.get(head.id.as_str())?;
                Some(value(&Condition::Transcript(head.id.clone()), &head.label(), count, None))
            })
            .collect(),
        coders: by(CountedBy::Coder)
            .await?
            .into_iter()
            .map(|(coder, count)| {
                let coder = CoderId(coder);
                value(&Condition::Coder(coder.clone()), names.of(&coder), count, None)
            })
            .collect(),
        intensities: [Some(3_u8), Some(2), Some(1), None]
            .into_iter()
            .filter_map(|level| {
                let label = level.map_or_else(String::new, |level| level.to_string());
                let count = *intensities.get(&label)?;
                Some(value(&Condition::Intensity(level), &label, count, None))
            })
            .collect(),
        attributes: CaseHead::sorting(&heads)
            .into_iter()
            .map(|(name, title)| AttributeFacet {
                values: by_attribute(&heads, &transcripts, &name)
                    .into_iter()
                    .map(|(held, count)| {
                        value(&Condition::Attribute(name.clone(), held.clone()), &held, count, None)
                    })
                    .collect(),
                name,
                title,
            })
            .collect(),
    })
}

fn by_attribute(
    heads: &[CaseHead],
    transcripts: &BTreeMap<String, usize>,
    name: &str,
) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for head in heads {
        if let (Some(held), Some(count)) = (head.attribute(name), transcripts.get(head.id.as_str())) {
            *counts.entry(held).or_default() += count;
        }
    }
    let mut counts: Vec<(String, usize)> =
        counts.into_iter().map(|(held, count)| (held.to_owned(), count)).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

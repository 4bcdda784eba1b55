//! The distinctive vocabulary of parts of the corpus: what a profile says more, or less, than the others.

use serde::Serialize;

use super::corpus::Corpus;
use super::keyness::{signed_chi2, signed_g2, tf_idf};
use super::specificity::{Margins, specificity};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// Which words are listed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct VocabularyRule {
    /// Smallest specificity, sign aside: 2 is a one-sided p of 0.01.
    pub least_score: f64,
    /// Fewest occurrences: in the part for a word said more, in the corpus for one said less.
    pub least_occurrences: u64,
    /// Fewest interviews of the part that say a word said more.
    pub least_interviews: usize,
}

impl Default for VocabularyRule {
    fn default() -> Self {
        Self { least_score: 2.0, least_occurrences: 5, least_interviews: 2 }
    }
}

/// A word in a part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DistinctiveWord {
    /// Its entry in the corpus.
    #[serde(skip)]
    pub entry: u32,
    /// Its most frequent form.
    pub word: String,
    /// How often it is said in the part.
    pub in_part: u64,
    /// How often it is said in all parts.
    pub in_whole: u64,
    /// Interviews of the part that say it.
    pub interviews: usize,
    /// Lafon's specificity, signed.
    pub specificity: f64,
    /// G² over the four cells, signed.
    #[serde(serialize_with = "undefined::serialize")]
    pub g2: Defined,
    /// χ² without correction, signed.
    #[serde(serialize_with = "undefined::serialize")]
    pub chi2: Defined,
    /// χ² with Yates' correction, signed.
    #[serde(serialize_with = "undefined::serialize")]
    pub chi2_yates: Defined,
    /// Count × log10(parts / parts that say it): 0 for a word that all parts say.
    #[serde(serialize_with = "undefined::serialize")]
    pub tf_idf: Defined,
}

/// The vocabulary of one part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartVocabulary {
    /// Its interviews.
    pub interviews: usize,
    /// Its words, tool words among them: what specificity counts in.
    pub words: u64,
    /// Words said more than chance would have it, by falling specificity.
    pub more: Vec<DistinctiveWord>,
    /// Words said less, the rarest first.
    pub less: Vec<DistinctiveWord>,
    /// Words that would be among those said more, but that one interview alone says.
    pub of_one_interview: usize,
}

/// Finds the distinctive vocabulary of each part; `part_of` is by interview of the corpus, from 0.
///
/// Interviews in no part are not counted. Only full words are listed; all words are counted. With one
/// interview in a part no word of it can be listed as said more: it would be that person's.
///
/// # Errors
/// [`Undefined::LengthMismatch`] when `part_of` does not go with the corpus; [`Undefined::SingleGroup`]
/// when fewer than two parts have a word.
pub fn vocabulary(
    corpus: &Corpus,
    part_of: &[Option<usize>],
    rule: &VocabularyRule,
) -> Defined<Vec<PartVocabulary>> {
    if part_of.len() != corpus.interviews.len() {
        return Err(Undefined::LengthMismatch);
    }
    let parts = part_of.iter().flatten().max().map_or(0, |most| most + 1);
    let width = corpus.entries.len();
    let mut counts = vec![vec![0_u64; width]; parts];
    let mut interviews = vec![vec![0_usize; width]; parts];
    let mut members = vec![0; parts];
    let mut last = vec![usize::MAX; width];
    for (at, (interview, part)) in corpus.interviews.iter().zip(part_of).enumerate() {
        let Some(part) = *part else { continue };
        members[part] += 1;
        for word in &interview.words {
            let entry = word.entry as usize;
            counts[part][entry] += 1;
            if last[entry] != at {
                last[entry] = at;
                interviews[part][entry] += 1;
            }
        }
    }
    let sizes: Vec<u64> = counts.iter().map(|row| row.iter().sum()).collect();
    if sizes.iter().filter(|size| **size > 0).count() < 2 {
        return Err(Undefined::SingleGroup);
    }
    let whole = sizes.iter().sum();
    let mut found: Vec<PartVocabulary> = (0..parts)
        .map(|part| PartVocabulary {
            interviews: members[part],
            words: sizes[part],
            more: Vec::new(),
            less: Vec::new(),
            of_one_interview: 0,
        })
        .collect();
    for (entry, counted) in (0_u32..).zip(&corpus.entries).filter(|(_, counted)| counted.full) {
        let at = entry as usize;
        let by_part: Vec<u64> = counts.iter().map(|row| row[at]).collect();
        let weights = tf_idf(&by_part);
        for (part, vocabulary) in found.iter_mut().enumerate() {
            let margins =
                Margins { in_part: by_part[part], in_whole: by_part.iter().sum(), part: sizes[part], whole };
            // A part without a word and a word of nobody's have nothing distinctive.
            let Ok(score) = specificity(margins) else { continue };
            let enough = if score > 0.0 { margins.in_part } else { margins.in_whole };
            if score.abs() < rule.least_score || enough < rule.least_occurrences {
                continue;
            }
            if score > 0.0 && interviews[part][at] < rule.least_interviews {
                vocabulary.of_one_interview += 1;
                continue;
            }
            let word = DistinctiveWord {
                entry,
                word: counted.label.clone(),
                in_part: margins.in_part,
                in_whole: margins.in_whole,
                interviews: interviews[part][at],
                specificity: score,
                g2: signed_g2(margins),
                chi2: signed_chi2(margins, false),
                chi2_yates: signed_chi2(margins, true),
                tf_idf: weights.as_ref().map(|weights| weights[part]).map_err(|reason| *reason),
            };
            if score > 0.0 { vocabulary.more.push(word) } else { vocabulary.less.push(word) }
        }
    }
    for vocabulary in &mut found {
        let by_entry = |a: &DistinctiveWord, b: &DistinctiveWord| a.entry.cmp(&b.entry);
        vocabulary.more.sort_by(|a, b| b.specificity.total_cmp(&a.specificity).then(by_entry(a, b)));
        vocabulary.less.sort_by(|a, b| a.specificity.total_cmp(&b.specificity).then(by_entry(a, b)));
    }
    Ok(found)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::lexical::corpus::tests::corpus;

    #[test]
    fn a_word_of_one_interview_is_one_persons() {
        let housing = "Le logement, le logement, le logement, le logement. Une chose.";
        let debts = "Les dettes, des dettes, encore des dettes, mes dettes. Une chose.";
        let alone = "Jardin jardin jardin jardin jardin jardin jardin.";
        let corpus =
            corpus(&[("E1", housing), ("E2", housing), ("E3", debts), ("E4", &format!("{debts} {alone}"))]);
        let parts = [Some(0), Some(0), Some(1), Some(1)];
        let found =
            vocabulary(&corpus, &parts, &VocabularyRule { least_score: 1.5, ..Default::default() }).unwrap();
        let words = |list: &[DistinctiveWord]| list.iter().map(|word| word.word.clone()).collect::<Vec<_>>();
        assert_eq!(words(&found[0].more), ["logement"]);
        assert_eq!(words(&found[1].more), ["dettes"]);
        assert_eq!(found[1].of_one_interview, 1);
        assert!(words(&found[0].less).contains(&"dettes".to_owned()));
        let dettes = &found[1].more[0];
        assert_eq!((dettes.in_part, dettes.in_whole, dettes.interviews), (8, 8, 2));
        assert!((dettes.tf_idf.unwrap() - 8.0 * 2.0_f64.log10()).abs() < 1e-12);
    }

    #[test]
    fn one_part_has_nothing_to_be_compared_with() {
        let corpus = corpus(&[("E1", "Le logement."), ("E2", "")]);
        let rule = VocabularyRule::default();
        assert_eq!(vocabulary(&corpus, &[Some(0), Some(1)], &rule), Err(Undefined::SingleGroup));
        assert_eq!(vocabulary(&corpus, &[None, None], &rule), Err(Undefined::SingleGroup));
        assert_eq!(vocabulary(&corpus, &[None], &rule), Err(Undefined::LengthMismatch));
    }
}

//! What distinguishes a class: its terms, and its most typical segments.

use serde::Serialize;

use super::keyness::signed_chi2;
use super::specificity::Margins;
use super::table::SegmentTable;
use crate::analysis::statistics::undefined::Undefined;

/// χ² under which a term says nothing of a class: 5 % for one degree of freedom.
pub const LEAST_CHI2: f64 = 3.84;

/// A term in a class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CharacteristicTerm {
    /// Position of the term in the table.
    #[serde(skip)]
    pub term: u32,
    /// Segments of the class that hold it.
    pub in_class: u64,
    /// Classified segments that hold it.
    pub in_all: u64,
    /// Interviews in which segments of the class hold it: with one, it is one person's word.
    pub interviews: usize,
    /// χ² of holding the term and being in the class (one degree of freedom), negative when it is rarer.
    pub chi2: f64,
}

/// Lists, for each class, the terms that distinguish it: |χ²| of at least [`LEAST_CHI2`], by falling χ².
///
/// `class_of` gives the class of each segment, from 1, `interview_of` its interview; segments in no class
/// are not counted. A term in all or in none of the classified segments distinguishes nothing.
///
/// Source: Reinert (1983). χ² takes segments as independent, which those of one interview are not.
pub fn characteristic_terms(
    table: &SegmentTable,
    class_of: &[Option<usize>],
    interview_of: &[usize],
    classes: usize,
) -> Vec<Vec<CharacteristicTerm>> {
    let width = table.width();
    let mut sizes = vec![0_u64; classes];
    let mut counts = vec![0_u64; width * classes];
    let mut interviews = vec![0_usize; width * classes];
    let mut last = vec![usize::MAX; width * classes];
    let mut order: Vec<usize> = (0..table.len()).filter(|segment| class_of[*segment].is_some()).collect();
    order.sort_by_key(|segment| interview_of[*segment]);
    for segment in order {
        let Some(class) = class_of[segment].and_then(|class| class.checked_sub(1)) else { continue };
        sizes[class] += 1;
        for term in table.row(segment) {
            let cell = class * width + *term as usize;
            counts[cell] += 1;
            if last[cell] != interview_of[segment] {
                last[cell] = interview_of[segment];
                interviews[cell] += 1;
            }
        }
    }
    let whole = sizes.iter().sum();
    let of_class = |class: usize| -> Vec<CharacteristicTerm> {
        let of_term = |term: u32| {
            let cell = class * width + term as usize;
            let in_all = (0..classes).map(|other| counts[other * width + term as usize]).sum();
            let margins = Margins { in_part: counts[cell], in_whole: in_all, part: sizes[class], whole };
            let chi2 = signed_chi2(margins, false).ok()?;
            (chi2.abs() >= LEAST_CHI2).then_some(CharacteristicTerm {
                term,
                in_class: counts[cell],
                in_all,
                interviews: interviews[cell],
                chi2,
            })
        };
        let mut found: Vec<CharacteristicTerm> = (0_u32..).take(width).filter_map(of_term).collect();
        found.sort_by(|a, b| b.chi2.total_cmp(&a.chi2).then(a.term.cmp(&b.term)));
        found
    };
    (0..classes).map(of_class).collect()
}

/// The segments of each class with the highest sum of χ² of its characteristic terms, `most` of each; of
/// equal ones the first.
pub fn typical_segments(
    table: &SegmentTable,
    class_of: &[Option<usize>],
    terms: &[Vec<CharacteristicTerm>],
    most: usize,
) -> Vec<Vec<(usize, f64)>> {
    let of_class = |(class, terms): (usize, &Vec<CharacteristicTerm>)| {
        let mut weight = vec![0.0; table.width()];
        for term in terms.iter().filter(|term| term.chi2 > 0.0) {
            weight[term.term as usize] = term.chi2;
        }
        let mut scored: Vec<(usize, f64)> = (0..table.len())
            .filter(|segment| class_of[*segment] == Some(class + 1))
            .map(|segment| (segment, table.row(segment).iter().map(|term| weight[*term as usize]).sum()))
            .collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scored.truncate(most);
        scored
    };
    terms.iter().enumerate().map(of_class).collect()
}

/// Whether the terms of a class are of more than one person.
///
/// # Errors
/// [`Undefined::NoObservations`] without a term that distinguishes it.
pub fn share_of_one_person(terms: &[CharacteristicTerm]) -> Result<f64, Undefined> {
    let own: Vec<_> = terms.iter().filter(|term| term.chi2 > 0.0).collect();
    if own.is_empty() {
        return Err(Undefined::NoObservations);
    }
    Ok(own.iter().filter(|term| term.interviews < 2).count() as f64 / own.len() as f64)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn terms_of_a_class_are_counted_over_classified_segments() {
        let rows: Vec<Vec<u32>> = (0..40).map(|i| vec![u32::from(i % 2 == 1), 2, 3 + i % 2]).collect();
        let table = SegmentTable::new(5, rows);
        let mut class_of: Vec<Option<usize>> = (0..40).map(|i| Some(1 + i % 2)).collect();
        class_of[39] = None;
        let interview_of: Vec<usize> = (0..40).map(|i| i % 4).collect();
        let terms = characteristic_terms(&table, &class_of, &interview_of, 2);
        let first = &terms[0][0];
        assert_eq!((first.term, first.in_class, first.in_all, first.interviews), (0, 20, 20, 2));
        assert!((first.chi2 - 39.0).abs() < 1e-9, "all of class 1 and none of class 2");
        assert!(terms[1].last().unwrap().chi2 < 0.0);
        assert!(
            terms.iter().flatten().all(|term| term.term != 2),
            "what is everywhere distinguishes nothing"
        );
        assert_eq!(typical_segments(&table, &class_of, &terms, 1)[1][0].0, 1);
        assert_eq!(share_of_one_person(&terms[0]), Ok(0.0));
        assert_eq!(share_of_one_person(&[]), Err(Undefined::NoObservations));
    }
}

//! Other measures of the words of a part: signed χ², G², tf-idf. Specificity comes first.

use super::specificity::Margins;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// The four cells: the word in the part and elsewhere, then the other words.
fn cells(margins: Margins) -> [[f64; 2]; 2] {
    let Margins { in_part, in_whole, part, whole } = margins;
    [[in_part, in_whole - in_part], [part - in_part, (whole - part) - (in_whole - in_part)]]
        .map(|row| row.map(|count| count as f64))
}

fn expected(cells: &[[f64; 2]; 2]) -> [[f64; 2]; 2] {
    let rows = cells.map(|row| row[0] + row[1]);
    let columns = [cells[0][0] + cells[1][0], cells[0][1] + cells[1][1]];
    let total = rows[0] + rows[1];
    [0, 1].map(|i| [0, 1].map(|j| rows[i] * columns[j] / total))
}

fn varies(margins: Margins) -> Defined<()> {
    margins.check()?;
    if margins.in_whole == margins.whole || margins.part == margins.whole {
        return Err(Undefined::AlwaysPresent);
    }
    Ok(())
}

/// Computes the χ² of a word in a part against the rest, negative when the word is rarer than expected.
///
/// `yates` takes half a unit (or the whole difference, if that is less) off each difference, as R's
/// `chisq.test` does with 2 × 2 tables.
///
/// # Errors
/// Those of [`super::specificity::specificity`]; [`Undefined::AlwaysPresent`] when every word of the whole
/// is this one, or the part is the whole.
pub fn signed_chi2(margins: Margins, yates: bool) -> Defined {
    varies(margins)?;
    let cells = cells(margins);
    let expected = expected(&cells);
    let distance = (cells[0][0] - expected[0][0]).abs();
    let corrected = if yates { distance - distance.min(0.5) } else { distance };
    let inverse: f64 = expected.iter().flatten().map(|e| 1.0 / e).sum();
    let value = corrected * corrected * inverse;
    Ok(if margins.is_over() { value } else { 0.0 - value })
}

/// Computes the log-likelihood G² of a word in a part against the rest, over the four cells, negative when
/// the word is rarer than expected.
///
/// # Errors
/// Those of [`signed_chi2`].
///
/// Source: Dunning (1993), Computational Linguistics 19.
pub fn signed_g2(margins: Margins) -> Defined {
    varies(margins)?;
    let cells = cells(margins);
    let expected = expected(&cells);
    let mut sum = 0.0;
    for (observed, expected) in cells.iter().flatten().zip(expected.iter().flatten()) {
        if *observed > 0.0 {
            sum += observed * (observed / expected).ln();
        }
    }
    let value = (2.0 * sum).max(0.0);
    Ok(if margins.is_over() { value } else { 0.0 - value })
}

/// Computes tf-idf: count × log10(parts / parts that hold the word), 0 for a word that every part holds.
///
/// `counts` are those of one word, a part each. With few large parts nearly every word is in all of them.
///
/// # Errors
/// [`Undefined::NoObservations`] without a part, [`Undefined::NeverPresent`] when the word is nowhere.
pub fn tf_idf(counts: &[u64]) -> Defined<Vec<f64>> {
    if counts.is_empty() {
        return Err(Undefined::NoObservations);
    }
    let holding = counts.iter().filter(|count| **count > 0).count();
    if holding == 0 {
        return Err(Undefined::NeverPresent);
    }
    let weight = (counts.len() as f64 / holding as f64).log10();
    Ok(counts.iter().map(|count| *count as f64 * weight).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_table_by_hand() {
        // 10 of 30 here, 20 of 170 there: expected 4.5, χ² = 30.25 × (1/4.5 + 1/25.5 + 1/25.5 + 1/144.5).
        let margins = Margins { in_part: 10, in_whole: 30, part: 30, whole: 200 };
        let by_hand = 5.5 * 5.5 * (1.0 / 4.5 + 2.0 / 25.5 + 1.0 / 144.5);
        assert!((signed_chi2(margins, false).unwrap() - by_hand).abs() < 1e-12);
        let corrected = by_hand * 25.0 / 30.25;
        assert!((signed_chi2(margins, true).unwrap() - corrected).abs() < 1e-12);
        let rarer = Margins { in_part: 1, ..margins };
        assert!(signed_chi2(rarer, false).unwrap() < 0.0 && signed_g2(rarer).unwrap() < 0.0);
        assert_eq!(
            signed_chi2(Margins { part: 200, in_part: 30, ..margins }, true),
            Err(Undefined::AlwaysPresent)
        );
    }

    #[test]
    fn a_word_of_all_parts_weighs_nothing() {
        assert_eq!(tf_idf(&[3, 1]), Ok(vec![0.0, 0.0]));
        assert_eq!(tf_idf(&[0, 0]), Err(Undefined::NeverPresent));
        assert_eq!(tf_idf(&[]), Err(Undefined::NoObservations));
    }
}

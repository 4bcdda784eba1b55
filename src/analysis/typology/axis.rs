//! Axes: one number a case from the weighted codes of an axis.

use serde::{Deserialize, Serialize};

use crate::analysis::matrix::CaseMatrix;
use crate::domain::codebook::Codebook;
use crate::domain::id::{AxisId, CodeId};
use crate::domain::settings::Measure;

/// Measures one code in one case: 0 to 3 for the highest intensity and for their mean over codings, a count of extracts for segments,
/// ln(1 + extracts per 1,000 respondent words) for a rate, a share for coverage.
///
/// Missing values: none when the respondent says nothing and the measure needs words.
pub fn measured(measure: Measure, matrix: &CaseMatrix, row: usize, column: usize) -> Option<f64> {
    let cell = &matrix.cells[row][column];
    match measure {
        Measure::Intensity => Some(f64::from(cell.intensity)),
        Measure::MeanIntensity => {
            Some(if cell.segments == 0 { 0.0 } else { cell.intensities as f64 / cell.segments as f64 })
        }
        Measure::Presence => Some(if cell.extracts > 0 { 1.0 } else { 0.0 }),
        Measure::Segments => Some(cell.extracts as f64),
        Measure::Rate => matrix.rate(row, column).map(f64::ln_1p),
        Measure::Coverage => matrix.coverage(row, column),
    }
}

/// How axis values are brought to one scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scaling {
    /// (x − mean) ÷ standard deviation, n − 1 in the denominator.
    #[default]
    Z,
    /// (x − median) ÷ (1.4826 × median absolute deviation).
    Robust,
    /// Ranks, ties at their mean rank, then z.
    Ranks,
}

/// An axis: its codes with their signed weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AxisDefinition {
    /// Its name.
    pub id: AxisId,
    /// What its codes count.
    pub measure: Measure,
    /// In the order of the codebook; the sign is the polarity.
    pub codes: Vec<(CodeId, f64)>,
}

impl AxisDefinition {
    /// Reads an axis from the weights of a codebook.
    pub fn read(codebook: &Codebook, id: &AxisId, measure: Measure) -> Self {
        let codes = codebook
            .on_axis(id)
            .filter(|(_, weight)| weight.is_finite() && *weight != 0.0)
            .map(|(code, weight)| (code.id.clone(), weight))
            .collect();
        Self { id: id.clone(), measure, codes }
    }

    /// Scores one case. `measure` gives each code's value, none when it is missing.
    ///
    /// value = Σ w·m ÷ Σ |w| over the codes present. Missing values: the weights present are
    /// renormalised; with more than a third of the weight missing the score is undefined.
    pub fn score(&self, measure: impl Fn(&CodeId) -> Option<f64>) -> Option<AxisValue> {
        let mut total = 0.0;
        let mut present = 0.0;
        let mut positive = 0.0;
        let mut negative = 0.0;
        for (code, weight) in &self.codes {
            total += weight.abs();
            let Some(value) = measure(code) else { continue };
            present += weight.abs();
            if *weight > 0.0 {
                positive += weight * value;
            } else {
                negative -= weight * value;
            }
        }
        if present <= 0.0 || total - present > total / 3.0 {
            return None;
        }
        Some(AxisValue {
            value: (positive - negative) / present,
            positive: positive / present,
            negative: negative / present,
            renormalised: present < total,
        })
    }
}

/// A case's place on an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct AxisValue {
    /// Positive part − negative part.
    pub value: f64,
    /// Part of the codes of positive weight.
    pub positive: f64,
    /// Part of the codes of negative weight, as a positive number.
    pub negative: f64,
    /// Whether some weights were missing.
    pub renormalised: bool,
}

impl AxisValue {
    /// Returns min ÷ max of both parts: 0 one-sided, 1 wholly ambivalent; undefined when nothing is
    /// said either way.
    pub fn ambivalence(self) -> Option<f64> {
        let most = self.positive.max(self.negative);
        (most > 0.0).then(|| self.positive.min(self.negative) / most)
    }
}

/// Returns the mean and the standard deviation (n − 1); none under two values.
pub fn mean_deviation(values: &[f64]) -> Option<(f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Some((mean, (squares / (n - 1.0)).sqrt()))
}

/// Brings values to one scale; undefined for a constant axis (or, robustly, when more than half
/// the values are equal), which the caller must drop.
pub fn standardise(values: &[f64], scaling: Scaling) -> Option<Vec<f64>> {
    let scale = |values: &[f64], middle: f64, spread: f64| -> Option<Vec<f64>> {
        // A spread of rounding size only is a constant written in decimals.
        let size = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        (spread.is_finite() && spread > size * 1e-12)
            .then(|| values.iter().map(|value| (value - middle) / spread).collect())
    };
    match scaling {
        Scaling::Z => {
            let (mean, deviation) = mean_deviation(values)?;
            scale(values, mean, deviation)
        }
        Scaling::Robust => {
            let middle = median(values)?;
            let deviations: Vec<f64> = values.iter().map(|value| (value - middle).abs()).collect();
            scale(values, middle, 1.4826 * median(&deviations)?)
        }
        Scaling::Ranks => {
            let ranks = ranks(values);
            let (mean, deviation) = mean_deviation(&ranks)?;
            scale(&ranks, mean, deviation)
        }
    }
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    Some(if sorted.len() % 2 == 1 { upper } else { f64::midpoint(sorted[sorted.len() / 2 - 1], upper) })
}

fn ranks(values: &[f64]) -> Vec<f64> {
    values
        .iter()
        .map(|value| {
            let below = values.iter().filter(|other| other.total_cmp(value).is_lt()).count();
            let equal = values.iter().filter(|other| other.total_cmp(value).is_eq()).count();
            below as f64 + (equal as f64 + 1.0) / 2.0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(codes: &[(&str, f64)]) -> AxisDefinition {
        AxisDefinition {
            id: "effect".into(),
            measure: Measure::Intensity,
            codes: codes.iter().map(|(code, weight)| ((*code).into(), *weight)).collect(),
        }
    }

    #[test]
    fn an_axis_keeps_both_parts() {
        let axis = axis(&[("gain", 1.0), ("loss", -2.0), ("rest", 1.0)]);
        let value = axis.score(|code| Some(if code.as_str() == "loss" { 1.0 } else { 3.0 })).unwrap();
        assert_eq!((value.value, value.positive, value.negative), (1.0, 1.5, 0.5));
        assert_eq!(value.ambivalence(), Some(0.5 / 1.5));
        assert_eq!(AxisValue::default().ambivalence(), None);
    }

    #[test]
    fn missing_weights_are_renormalised_up_to_a_third() {
        let axis = axis(&[("a", 1.0), ("b", 1.0), ("c", 1.0)]);
        let value = axis.score(|code| (code.as_str() != "a").then_some(2.0)).unwrap();
        assert_eq!((value.value, value.renormalised), (2.0, true));
        assert_eq!(axis.score(|code| (code.as_str() == "a").then_some(2.0)), None);
    }

    #[test]
    fn the_tone_is_the_mean_of_the_intensities_and_the_severity_the_highest() {
        use crate::analysis::matrix::cases::tests::{codebook, coding, transcript};
        let transcripts = [transcript("E01", &[(false, "un deux trois quatre cinq")])];
        let start = transcripts[0].version.turns[0].speech.start.0;
        let codings = [
            coding("E01", "gain", "c1", (start, start + 2), Some(3)),
            coding("E01", "gain", "c1", (start + 3, start + 7), None),
            coding("E01", "gain", "c2", (start + 8, start + 13), Some(1)),
        ];
        let book = codebook(&[("gain", "effect", 1.0), ("loss", "effect", -1.0)]);
        let matrix = CaseMatrix::build(&book, &transcripts, &codings, None);
        let of = |measure, column| measured(measure, &matrix, 0, column).unwrap();
        assert_eq!((of(Measure::Intensity, 0), of(Measure::Intensity, 1)), (3.0, 0.0));
        assert!((of(Measure::MeanIntensity, 0) - 5.0 / 3.0).abs() < 1e-12);
        assert_eq!(of(Measure::MeanIntensity, 1), 0.0);
        assert!(Measure::ALL.iter().all(|measure| Measure::parse(measure.name()) == Some(*measure)));
        let written = serde_json::to_string(&Measure::MeanIntensity).unwrap();
        assert_eq!(written, "\"mean-intensity\"");
    }

    #[test]
    fn a_constant_axis_has_no_scale() {
        assert_eq!(standardise(&[0.1 + 0.2, 0.3, 0.3], Scaling::Z), None);
        assert_eq!(standardise(&[1.0], Scaling::Z), None);
        assert_eq!(standardise(&[1.0, 1.0, 1.0, 2.0], Scaling::Robust), None);
        assert!(standardise(&[1.0, 2.0, 2.0], Scaling::Ranks).is_some());
    }
}

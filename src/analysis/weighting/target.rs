//! The margins of a population, and why a sample cannot be brought to them.

use std::collections::BTreeMap;

use serde::Serialize;

/// One variable known of the sample and of the population.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Variable {
    /// Its name, told when it cannot be used.
    pub name: String,
    /// Each category with its count in the population.
    pub categories: Vec<(String, f64)>,
    /// The category of each person of the sample, an index into `categories`.
    pub sample: Vec<usize>,
}

impl Variable {
    /// Sets a sample beside the margin of its population.
    ///
    /// # Errors
    /// [`Refused::UnknownCategory`] when a person is in a category that the population does not have.
    pub fn new(name: &str, categories: Vec<(String, f64)>, sample: &[String]) -> Result<Self, Refused> {
        let places: BTreeMap<&str, usize> =
            categories.iter().enumerate().map(|(at, (category, _))| (category.as_str(), at)).collect();
        let place = |category: &String| {
            places.get(category.as_str()).copied().ok_or_else(|| Refused::UnknownCategory {
                variable: name.to_owned(),
                category: category.clone(),
            })
        };
        let sample = sample.iter().map(place).collect::<Result<_, _>>()?;
        Ok(Self { name: name.to_owned(), categories, sample })
    }

    /// Size of the population that the margin tells.
    pub fn total(&self) -> f64 {
        self.categories.iter().map(|(_, count)| count).sum()
    }

    /// The same margin brought to another total: its shares stay.
    #[must_use]
    pub fn brought_to(&self, total: f64) -> Self {
        let own = self.total();
        let scaled = |(name, count): &(String, f64)| (name.clone(), count * total / own);
        Self { categories: self.categories.iter().map(scaled).collect(), ..self.clone() }
    }
}

/// Why a sample cannot be brought to the margins, with the names that people have to look at.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "refused")]
pub enum Refused {
    /// No margin is given.
    #[error("no margin is given")]
    NoMargin,
    /// The sample has nobody.
    #[error("the sample has nobody")]
    NoRespondent,
    /// A category of the population that nobody of the sample is in: it must be joined to another.
    #[error("nobody of the sample is in the category {category} of {variable}: join it to another")]
    EmptyCategory {
        /// The variable.
        variable: String,
        /// The category.
        category: String,
    },
    /// Nobody of the population is counted in a margin.
    #[error("the population counts nobody in {variable}")]
    EmptyPopulation {
        /// The variable.
        variable: String,
    },
    /// A category of the sample that the population does not have.
    #[error("the population has no category {category} of {variable}")]
    UnknownCategory {
        /// The variable.
        variable: String,
        /// The category.
        category: String,
    },
    /// Two margins speak of populations of different sizes.
    #[error("{first} tells a population of {first_total} and {second} one of {second_total}")]
    InconsistentTotals {
        /// The first variable.
        first: String,
        /// Its total.
        first_total: f64,
        /// The other variable.
        second: String,
        /// Its total.
        second_total: f64,
    },
    /// A count of the population is negative or no number.
    #[error("the population's count of {category} of {variable} is no count")]
    InvalidCount {
        /// The variable.
        variable: String,
        /// The category.
        category: String,
    },
    /// Lists of the sample have different lengths.
    #[error("the sample has another number of persons for {variable}")]
    LengthMismatch {
        /// The variable that differs from the first.
        variable: String,
    },
    /// The passes over the margins did not settle: no weights satisfy all of them.
    #[error("no weights satisfy all margins: {passes} passes leave a gap of {gap} of the population")]
    NotSettled {
        /// Passes made.
        passes: u32,
        /// Largest gap left, as a share of the population.
        gap: f64,
    },
}

/// Relative difference of two totals under which they are the same number, written differently.
const SAME_TOTAL: f64 = 1e-9;

/// Checks that weights can exist; returns the size of the population.
pub(super) fn check(variables: &[Variable]) -> Result<f64, Refused> {
    let first = variables.first().ok_or(Refused::NoMargin)?;
    for variable in variables {
        for (category, count) in &variable.categories {
            if !count.is_finite() || *count < 0.0 {
                return Err(Refused::InvalidCount {
                    variable: variable.name.clone(),
                    category: category.clone(),
                });
            }
        }
    }
    let total = first.total();
    for other in &variables[1..] {
        if (other.total() - total).abs() > SAME_TOTAL * total.max(other.total()) {
            return Err(Refused::InconsistentTotals {
                first: first.name.clone(),
                first_total: total,
                second: other.name.clone(),
                second_total: other.total(),
            });
        }
    }
    for variable in variables {
        if variable.sample.len() != first.sample.len() {
            return Err(Refused::LengthMismatch { variable: variable.name.clone() });
        }
        if variable.sample.is_empty() {
            return Err(Refused::NoRespondent);
        }
        let mut counts = vec![0_u64; variable.categories.len()];
        for &category in &variable.sample {
            match counts.get_mut(category) {
                Some(count) => *count += 1,
                None => return Err(Refused::LengthMismatch { variable: variable.name.clone() }),
            }
        }
        for ((category, population), count) in variable.categories.iter().zip(counts) {
            let known = || (variable.name.clone(), category.clone());
            if count == 0 && *population > 0.0 {
                let (variable, category) = known();
                return Err(Refused::EmptyCategory { variable, category });
            }
            if count > 0 && *population <= 0.0 {
                let (variable, category) = known();
                return Err(Refused::UnknownCategory { variable, category });
            }
        }
    }
    Ok(total)
}

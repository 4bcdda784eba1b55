//! Separated groups, or a useful partition of a continuum: one rule, read from printed figures.

use serde::Serialize;

/// p under which samples without groups are held to divide less sharply than the cases.
pub const LEVEL: f64 = 0.05;

/// The figures that the verdict follows from; all of them stand beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// p against samples of one Gaussian cloud with the same covariance, when some were drawn.
    pub null_p: Option<f64>,
    /// How many were drawn, B.
    pub null_draws: usize,
    /// Partitions that reach the optimum, when all were compared.
    pub solutions: Option<u64>,
}

/// What may be said of the groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "because")]
pub enum Verdict {
    /// Clouds without groups are divided less sharply, and one partition is the best.
    Separated,
    /// A partition that serves to read and compare; no gap separates its groups.
    Continuum(Continuum),
    /// Nothing may be said.
    Undecided(Undecided),
}

/// Why the groups are no separated ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Continuum {
    /// Clouds without groups are divided as sharply too often (p at or over [`LEVEL`]).
    NullNotRejected,
    /// Several partitions are equally good: none of them is the one that the data hold.
    NotUnique,
}

/// Why nothing may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undecided {
    /// No sample without groups was drawn.
    NoDraws,
    /// So few were drawn that no p under [`LEVEL`] could come out: 1 ÷ (B + 1) is the least.
    TooFewDraws,
}

impl Evidence {
    /// Reads the figures. A p of exactly [`LEVEL`] does not separate.
    pub fn verdict(&self) -> Verdict {
        let Some(p) = self.null_p.filter(|p| p.is_finite()) else {
            return Verdict::Undecided(Undecided::NoDraws);
        };
        if p >= LEVEL {
            // Few draws can miss groups, so that only many of them deny any.
            let can_reject = 1.0 / (self.null_draws as f64 + 1.0) < LEVEL;
            return if can_reject {
                Verdict::Continuum(Continuum::NullNotRejected)
            } else {
                Verdict::Undecided(Undecided::TooFewDraws)
            };
        }
        if self.solutions.is_some_and(|count| count > 1) {
            return Verdict::Continuum(Continuum::NotUnique);
        }
        Verdict::Separated
    }
}

impl Verdict {
    /// Names the verdict for the catalogue: `separated`, `continuum`, `not-unique`, `no-draws`,
    /// `too-few-draws`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Separated => "separated",
            Self::Continuum(Continuum::NullNotRejected) => "continuum",
            Self::Continuum(Continuum::NotUnique) => "not-unique",
            Self::Undecided(Undecided::NoDraws) => "no-draws",
            Self::Undecided(Undecided::TooFewDraws) => "too-few-draws",
        }
    }

    /// Tells whether the groups only cut up a continuum.
    pub fn is_continuum(self) -> bool {
        matches!(self, Self::Continuum(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(null_p: Option<f64>, null_draws: usize, solutions: Option<u64>) -> Verdict {
        Evidence { null_p, null_draws, solutions }.verdict()
    }

    #[test]
    fn both_sides_of_the_level() {
        assert_eq!(read(Some(0.049), 999, Some(1)), Verdict::Separated);
        assert_eq!(read(Some(0.05), 999, Some(1)), Verdict::Continuum(Continuum::NullNotRejected));
        assert_eq!(read(Some(0.21), 999, Some(1)), Verdict::Continuum(Continuum::NullNotRejected));
        // Above fifteen cases nobody counts the solutions.
        assert_eq!(read(Some(0.001), 999, None), Verdict::Separated);
    }

    #[test]
    fn several_best_partitions_are_no_groups() {
        assert_eq!(read(Some(0.001), 999, Some(4)), Verdict::Continuum(Continuum::NotUnique));
    }

    #[test]
    fn without_enough_draws_nothing_is_said() {
        assert_eq!(read(None, 0, Some(1)), Verdict::Undecided(Undecided::NoDraws));
        assert_eq!(read(Some(f64::NAN), 999, None), Verdict::Undecided(Undecided::NoDraws));
        // Nineteen draws give 1 ÷ 20 at least, which is the level itself.
        assert_eq!(read(Some(0.05), 19, Some(1)), Verdict::Undecided(Undecided::TooFewDraws));
        assert_eq!(read(Some(0.05), 20, Some(1)), Verdict::Continuum(Continuum::NullNotRejected));
    }
}

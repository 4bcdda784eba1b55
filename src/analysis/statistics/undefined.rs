//! Why a statistic has no value.

use serde::{Serialize, Serializer};

/// A statistic, or the reason why the data do not determine it.
///
/// In a serialised result the number stands alone and the reason is an object
/// `{"undefined": "constant_values"}`: put `#[serde(serialize_with = "undefined::serialize")]` on the field.
pub type Defined<T = f64> = Result<T, Undefined>;

/// Tells why a statistic has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Undefined {
    /// The variable built the groups: comparing it between them would be circular.
    #[error("the variable served to build the groups")]
    Circular,
    /// All values are equal: nothing varies.
    #[error("all values are equal")]
    ConstantValues,
    /// One category only is used.
    #[error("a single category is used")]
    SingleCategory,
    /// Fewer than two rows or two columns remain without the empty ones.
    #[error("the table has a single row or column once the empty ones are left out")]
    EmptyTable,
    /// No value is present.
    #[error("no observation")]
    NoObservations,
    /// Fewer than two groups have an observation.
    #[error("fewer than two groups have an observation")]
    SingleGroup,
    /// There are fewer observations than the statistic needs.
    #[error("{present} observations where at least {needed} are needed")]
    TooFew {
        /// The least number.
        needed: usize,
        /// The number there is.
        present: usize,
    },
    /// No unit has two values to compare.
    #[error("no unit was coded by two coders")]
    NoPairableUnit,
    /// The number of coders is not the one that the coefficient is made for.
    #[error("the coefficient is made for two coders")]
    NotTwoCoders,
    /// A count of the denominator is zero.
    #[error("the denominator is zero")]
    ZeroDenominator,
    /// The groups do not overlap: the standard error is zero or negative.
    #[error("the groups do not overlap, so that the error cannot be estimated")]
    CompleteSeparation,
    /// A coder gave two codes to the same words, where codes must exclude each other.
    #[error("a coder gave two codes to the same words")]
    OverlappingUnits,
    /// A code is present nowhere.
    #[error("the code is present nowhere")]
    NeverPresent,
    /// A code is present everywhere.
    #[error("the code is present everywhere")]
    AlwaysPresent,
    /// The curve never comes down to the level.
    #[error("the curve does not reach this level")]
    NotReached,
    /// The curve stays at 1 or has come to 0: the transformed interval does not exist.
    #[error("the curve is at 1 or 0 here")]
    FlatCurve,
    /// The steps that come nearer to the solution did not arrive.
    #[error("the estimation did not settle")]
    NotSettled,
    /// The exact distribution has more outcomes than the limit.
    #[error("too many outcomes to list them all: simulate instead")]
    TooLarge,
    /// A value is not finite, negative, or not a share, where it must be.
    #[error("a value lies outside what the statistic accepts")]
    InvalidValue,
    /// Lists that go together have different lengths.
    #[error("lists that go together have different lengths")]
    LengthMismatch,
    /// Too few indicators are present to place the person.
    #[error("too few indicators are present")]
    MissingIndicators,
    /// The estimate lies at its bound, where the formula of its error gives none at all.
    #[error("the estimate lies at its bound, where its error cannot be told")]
    AtBound,
    /// Every resampled replicate has one and the same value: an interval of no width would be certainty.
    #[error("all replicates have the same value, so that the error is not known")]
    ConstantReplicates,
    /// Every resampled replicate is undefined.
    #[error("the statistic is undefined in every replicate")]
    UndefinedReplicates,
}

/// Writes the value, or `{"undefined": reason}`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Serialize, S: Serializer>(value: &Defined<T>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Reason {
        undefined: Undefined,
    }
    match value {
        Ok(value) => value.serialize(serializer),
        Err(undefined) => Reason { undefined: *undefined }.serialize(serializer),
    }
}

/// Writes a list of values, each as [`serialize`] does.
///
/// # Errors
/// Those of the serializer.
pub fn serialize_list<T: Serialize, S: Serializer>(
    values: &[Defined<T>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().map(Item))
}

/// Writes pairs of a name and a value, the value as [`serialize`] does.
///
/// # Errors
/// Those of the serializer.
pub fn serialize_pairs<T: Serialize, S: Serializer>(
    pairs: &[(String, Defined<T>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(pairs.iter().map(|(name, value)| (name, Item(value))))
}

struct Item<'a, T>(&'a Defined<T>);

impl<T: Serialize> Serialize for Item<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self.0, serializer)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_written_in_place_of_the_number() {
        #[derive(Serialize)]
        struct Two {
            #[serde(serialize_with = "serialize")]
            a: Defined,
            #[serde(serialize_with = "serialize_list")]
            b: Vec<Defined>,
        }
        let two = Two { a: Err(Undefined::ConstantValues), b: vec![Ok(0.5), Err(Undefined::NotReached)] };
        let json = serde_json::to_string(&two).unwrap();
        assert_eq!(json, r#"{"a":{"undefined":"constant_values"},"b":[0.5,{"undefined":"not_reached"}]}"#);
    }
}

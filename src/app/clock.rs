//! The time of day and fresh identifiers, as values that a test can replace.

use rand::RngCore;
use rand::rngs::OsRng;

/// Where times and identifiers come from.
#[derive(Clone, Copy, Debug, Default)]
pub enum Clock {
    /// The machine's.
    #[default]
    System,
    /// Always this second since 1970, for tests.
    Fixed(i64),
}

impl Clock {
    /// Returns the present time in RFC 3339 UTC, to the second.
    #[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
    pub fn now(self) -> String {
        let now = match self {
            Self::System => jiff::Timestamp::now(),
            Self::Fixed(second) => {
                jiff::Timestamp::from_second(second).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
            }
        };
        now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Returns a fresh identifier: a UUID version 7, so that identifiers sort by age.
    #[expect(clippy::disallowed_methods, reason = "the one place where identifiers are made")]
    pub fn identifier(self) -> String {
        uuid::Uuid::now_v7().to_string()
    }

    /// Returns a secret that nobody can guess: 32 hexadecimal digits of the system's randomness.
    pub fn secret(self) -> String {
        let mut bytes = [0; 16];
        OsRng.fill_bytes(&mut bytes);
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

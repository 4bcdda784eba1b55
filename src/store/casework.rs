//! Administrative records in the database: loaded in batches, counted by the engine, never held
//! whole in memory.

use serde::Serialize;
use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::casework::screening::{SetAside, Verdict};
use crate::domain::casework::{Intervention, Margin, Outcome, Recipient};
use crate::domain::day::Day;

pub(super) const INTERVENTION_COLUMNS: &str =
    "line, family, event, outcome, offer, contact, opening, closing, status, days, closed";
pub(super) const RECIPIENT_COLUMNS: &str = "line, family, raw, characteristics, event, offer";
pub(super) const POPULATION_COLUMNS: &str = "position, variable, modality, families";

/// A recipient with the intervention of the family, if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcernedRecipient {
    /// The recipient.
    pub recipient: Recipient,
    /// The event of the family's intervention, as written.
    pub event: Option<String>,
    /// Id of the offer taken, if any.
    pub offer: Option<String>,
}

/// Rows alike counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct InterventionCount {
    /// The event, as written.
    pub event: String,
    /// Id of the offer taken, if any.
    pub offer: Option<String>,
    /// What came of the contact, if told.
    pub outcome: Option<String>,
    /// What became of the row: `counted`, `duplicate`, `outside`, `negative`, `after-extraction`,
    /// `no-opening`.
    pub status: String,
    /// How many.
    pub rows: u64,
    /// First and last day of contact.
    pub contacts: Option<(Day, Day)>,
}

impl InterventionCount {
    /// Tells whether the rows count: neither a family's second line nor outside the period.
    pub fn is_counted(&self) -> bool {
        !matches!(self.status.as_str(), "duplicate" | "outside")
    }

    /// Tells whether the rows count and have an offer, but no duration.
    pub fn is_set_aside(&self) -> bool {
        matches!(self.status.as_str(), "negative" | "after-extraction" | "no-opening")
    }
}

/// Interventions of equal duration counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DurationCount {
    /// Id of the offer.
    pub offer: String,
    /// The event, as written.
    pub event: String,
    /// Days from opening to closing, or to the extraction.
    pub days: u32,
    /// Whether closed; else still open at the extraction.
    pub closed: bool,
    /// How many.
    pub count: u64,
}

/// One row, by its family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyRow {
    /// The family.
    pub family: String,
    /// Id of the offer taken, if any.
    pub offer: Option<String>,
    /// Opening day.
    pub opening: Option<Day>,
    /// Closing day.
    pub closing: Option<Day>,
}

/// Families of equal groups counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct GroupCount {
    /// The group in each declared characteristic, in the order declared.
    pub groups: Vec<Option<String>>,
    /// Id of the offer taken, if any.
    pub offer: Option<String>,
    /// How many.
    pub families: u64,
}

/// Families that took an offer, of equal characteristics, counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FamilyCount {
    /// The raw text of each declared characteristic, in the order declared.
    pub values: Vec<String>,
    /// The event of their intervention.
    pub event: String,
    /// Id of the offer taken.
    pub offer: String,
    /// How many.
    pub families: u64,
}

/// Rows of the file by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowCounts {
    /// Rows of the file.
    pub rows: u64,
    /// Families counted.
    pub families: u64,
    /// Rows whose family stands on an earlier line.
    pub duplicates: u64,
    /// Rows outside the period.
    pub outside: u64,
    /// Closed before they opened.
    pub negative: u64,
    /// Opened after the extraction.
    pub after_extraction: u64,
    /// With an offer, without opening day.
    pub no_opening: u64,
}

impl RowCounts {
    /// Adds up rows by what became of them.
    pub fn of(counts: &[InterventionCount]) -> Self {
        let mut sums = Self::default();
        for count in counts {
            sums.rows += count.rows;
            if count.is_counted() {
                sums.families += count.rows;
            }
            match count.status.as_str() {
                "duplicate" => sums.duplicates += count.rows,
                "outside" => sums.outside += count.rows,
                "negative" => sums.negative += count.rows,
                "after-extraction" => sums.after_extraction += count.rows,
                "no-opening" => sums.no_opening += count.rows,
                _ => {}
            }
        }
        sums
    }
}

impl Store {
    /// Counts rows by event, offer, outcome and what became of them, sorted: all that indicators need
    /// but durations, in one walk through the table.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn intervention_counts(&self) -> Result<Vec<InterventionCount>, StoreError> {
        let rows = sqlx::query(
            "SELECT event, offer, outcome, status, count(*), CAST(MIN(contact) AS BIGINT), \
             CAST(MAX(contact) AS BIGINT) FROM intervention WHERE died IS NULL \
             GROUP BY event, offer, outcome, status",
        )
        .fetch_all(&self.pool)
        .await?;
        let read = |row: &sqlx::any::AnyRow| -> Result<InterventionCount, StoreError> {
            let day = |column: usize| -> Result<Option<Day>, StoreError> {
                row.try_get::<Option<i64>, _>(column)?.map(|day| Ok(Day(i32::try_from(day)?))).transpose()
            };
            Ok(InterventionCount {
                event: row.try_get(0)?,
                offer: row.try_get(1)?,
                outcome: row.try_get(2)?,
                status: row.try_get(3)?,
                rows: u64::try_from(row.try_get::<i64, _>(4)?)?,
                contacts: day(5)?.zip(day(6)?),
            })
        };
        let mut counts = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        counts.sort();
        Ok(counts)
    }

    /// Counts durations by offer and event, sorted by offer, event and days.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn duration_counts(&self) -> Result<Vec<DurationCount>, StoreError> {
        let rows = sqlx::query(
            "SELECT offer, event, days, closed, count(*) FROM intervention WHERE died IS NULL \
             AND status = 'counted' AND days IS NOT NULL GROUP BY days, closed, offer, event",
        )
        .fetch_all(&self.pool)
        .await?;
        let read = |row: &sqlx::any::AnyRow| -> Result<DurationCount, StoreError> {
            Ok(DurationCount {
                offer: row.try_get(0)?,
                event: row.try_get(1)?,
                days: u32::try_from(row.try_get::<i64, _>(2)?)?,
                closed: row.try_get::<i64, _>(3)? == 1,
                count: u64::try_from(row.try_get::<i64, _>(4)?)?,
            })
        };
        let mut counts = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        counts.sort();
        Ok(counts)
    }

    /// Lists every row within the period, further rows of a family among them, by family then line.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn rows_by_family(&self) -> Result<Vec<FamilyRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT family, offer, opening, closing FROM intervention WHERE died IS NULL \
             AND status <> 'outside' ORDER BY family, line",
        )
        .fetch_all(&self.pool)
        .await?;
        let read = |row: &sqlx::any::AnyRow| -> Result<FamilyRow, StoreError> {
            let day = |column: usize| -> Result<Option<Day>, StoreError> {
                row.try_get::<Option<i64>, _>(column)?.map(|day| Ok(Day(i32::try_from(day)?))).transpose()
            };
            Ok(FamilyRow {
                family: row.try_get(0)?,
                offer: row.try_get(1)?,
                opening: day(2)?,
                closing: day(3)?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// Counts recipients by groups of characteristics and offer, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn group_counts(&self) -> Result<Vec<GroupCount>, StoreError> {
        let rows = sqlx::query(
            "SELECT characteristics, offer, count(*) FROM recipient WHERE died IS NULL \
             GROUP BY characteristics, offer",
        )
        .fetch_all(&self.pool)
        .await?;
        let read = |row: &sqlx::any::AnyRow| -> Result<GroupCount, StoreError> {
            Ok(GroupCount {
                groups: from_json("characteristics of a family", &row.try_get::<String, _>(0)?)?,
                offer: row.try_get(1)?,
                families: u64::try_from(row.try_get::<i64, _>(2)?)?,
            })
        };
        let mut counts = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        counts.sort();
        Ok(counts)
    }

    /// Counts the families that took an offer by characteristics as written, event and offer, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn family_counts(&self) -> Result<Vec<FamilyCount>, StoreError> {
        let rows = sqlx::query(
            "SELECT raw, event, offer, count(*) FROM recipient WHERE died IS NULL AND offer IS NOT NULL \
             GROUP BY raw, event, offer",
        )
        .fetch_all(&self.pool)
        .await?;
        let read = |row: &sqlx::any::AnyRow| -> Result<FamilyCount, StoreError> {
            Ok(FamilyCount {
                values: from_json("characteristics of a family", &row.try_get::<String, _>(0)?)?,
                event: row.try_get(1)?,
                offer: row.try_get(2)?,
                families: u64::try_from(row.try_get::<i64, _>(3)?)?,
            })
        };
        let mut counts = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        counts.sort();
        Ok(counts)
    }

    /// Counts the recipients.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn count_recipients(&self) -> Result<u64, StoreError> {
        let row =
            sqlx::query("SELECT count(*) FROM recipient WHERE died IS NULL").fetch_one(&self.pool).await?;
        Ok(u64::try_from(row.try_get::<i64, _>(0)?)?)
    }

    /// Lists the margins of the population, in the order of their file.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn population(&self) -> Result<Vec<Margin>, StoreError> {
        let rows = sqlx::query(
            "SELECT variable, modality, families FROM population WHERE died IS NULL ORDER BY position",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Margin {
                    variable: row.try_get(0)?,
                    modality: row.try_get(1)?,
                    count: u64::try_from(row.try_get::<i64, _>(2)?)?,
                })
            })
            .collect()
    }

    /// Lists a batch of rows of interventions after a line, in the order of the file.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn interventions_after(
        &self,
        line: i64,
        most: i64,
    ) -> Result<Vec<StoredIntervention>, StoreError> {
        let rows = sqlx::query(
            "SELECT line, family, event, outcome, offer, contact, opening, closing FROM intervention \
             WHERE died IS NULL AND line > $1 ORDER BY line LIMIT $2",
        )
        .bind(line)
        .bind(most)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(StoredIntervention {
                    line: row.try_get(0)?,
                    family: row.try_get(1)?,
                    event: row.try_get(2)?,
                    outcome: row.try_get(3)?,
                    offer: row.try_get(4)?,
                    contact: row.try_get(5)?,
                    opening: row.try_get(6)?,
                    closing: row.try_get(7)?,
                })
            })
            .collect()
    }

    /// Lists a batch of recipients after a line, in the order of the file.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn recipients_after(
        &self,
        line: i64,
        most: i64,
    ) -> Result<Vec<(i64, String, Vec<String>)>, StoreError> {
        let rows = sqlx::query(
            "SELECT line, family, raw FROM recipient WHERE died IS NULL AND line > $1 \
             ORDER BY line LIMIT $2",
        )
        .bind(line)
        .bind(most)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let raw = from_json("characteristics of a family", &row.try_get::<String, _>(2)?)?;
                Ok((row.try_get(0)?, row.try_get(1)?, raw))
            })
            .collect()
    }
}

/// A row of interventions as stored; days are counted from 1970-01-01.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredIntervention {
    /// Line of the file.
    pub line: i64,
    /// The family.
    pub family: String,
    /// The event, as written.
    pub event: String,
    /// `accepted`, `refused`, `no-answer`.
    pub outcome: Option<String>,
    /// Id of the offer.
    pub offer: Option<String>,
    /// Day of contact.
    pub contact: Option<i64>,
    /// Opening day.
    pub opening: Option<i64>,
    /// Closing day.
    pub closing: Option<i64>,
}

impl Change {
    /// Ends all administrative records, before new ones are put.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_casework(&mut self) -> Result<(), StoreError> {
        for table in ["intervention", "recipient", "population"] {
            self.end_all(table).await?;
        }
        Ok(())
    }

    /// Adds a batch of interventions with what became of each; `offers` are the ids of the offers.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_interventions(
        &mut self,
        rows: Vec<(Intervention, Verdict)>,
        offers: &[String],
    ) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(rows.len() * 12);
        for (row, verdict) in rows {
            let outcome = row.outcome.map(|outcome| match outcome {
                Outcome::Accepted => "accepted",
                Outcome::Refused => "refused",
                Outcome::NoAnswer => "no-answer",
            });
            let (status, spell) = match verdict {
                Verdict::Duplicate { .. } => ("duplicate", None),
                Verdict::OutsidePeriod => ("outside", None),
                Verdict::Counted(None) => ("counted", None),
                Verdict::Counted(Some(Ok(spell))) => ("counted", Some(spell)),
                Verdict::Counted(Some(Err(SetAside::Negative))) => ("negative", None),
                Verdict::Counted(Some(Err(SetAside::AfterExtraction))) => ("after-extraction", None),
                Verdict::Counted(Some(Err(SetAside::NoOpening))) => ("no-opening", None),
            };
            let day = |day: Option<Day>| Value::MaybeInteger(day.map(|day| day.0.into()));
            values.extend([
                Value::Integer(i64::try_from(row.line)?),
                Value::Text(row.family),
                Value::Text(row.event),
                Value::MaybeText(outcome.map(str::to_owned)),
                Value::MaybeText(row.offer.and_then(|offer| offers.get(offer).cloned())),
                day(row.contact),
                day(row.opening),
                day(row.closing),
                Value::Text(status.to_owned()),
                Value::MaybeInteger(spell.map(|spell| spell.days.into())),
                Value::MaybeInteger(spell.map(|spell| spell.closed.into())),
                Value::Integer(self.number),
            ]);
        }
        let columns = [
            "line", "family", "event", "outcome", "offer", "contact", "opening", "closing", "status", "days",
            "closed", "born",
        ];
        insert(self, "intervention", &columns, values).await
    }

    /// Adds a batch of recipients.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_recipients(&mut self, rows: Vec<ConcernedRecipient>) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(rows.len() * 7);
        for ConcernedRecipient { recipient: row, event, offer } in rows {
            values.extend([
                Value::Integer(i64::try_from(row.line)?),
                Value::Text(row.family),
                Value::Text(to_json("characteristics of a family", &row.values)?),
                Value::Text(to_json("characteristics of a family", &row.groups)?),
                Value::MaybeText(event),
                Value::MaybeText(offer),
                Value::Integer(self.number),
            ]);
        }
        let columns = ["line", "family", "raw", "characteristics", "event", "offer", "born"];
        insert(self, "recipient", &columns, values).await
    }

    /// Puts the margins of the population.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_population(&mut self, margins: &[Margin]) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(margins.len() * 5);
        for (position, margin) in (0_i64..).zip(margins) {
            values.extend([
                Value::Integer(position),
                Value::Text(margin.variable.clone()),
                Value::Text(margin.modality.clone()),
                Value::Integer(i64::try_from(margin.count)?),
                Value::Integer(self.number),
            ]);
        }
        let columns = ["position", "variable", "modality", "families", "born"];
        insert(self, "population", &columns, values).await
    }
}

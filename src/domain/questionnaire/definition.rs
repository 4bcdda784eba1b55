//! What `questionnaire.toml` declares.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::number;
use crate::domain::day::DayFormat;
use crate::domain::id::CodeId;
use crate::domain::settings::Titles;

/// How the table of answers is to be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// File of the answers, in the folder of the questionnaire.
    pub file: String,
    /// Sheet of the file, when it is a workbook; none: the first that holds a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Column that names the respondent.
    pub id: String,
    /// Column of the day of the answer, if any.
    pub date: Option<String>,
    /// How days are written.
    pub dates: DayFormat,
    /// Answers that are none: `99`, `Ne se prononce pas`; an empty cell always is one.
    pub missing: Vec<String>,
    /// Answers that say that the question was not asked: `Sans objet`.
    #[serde(default)]
    pub not_asked: Vec<String>,
    /// Questions asked of some respondents only.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Facts about respondents, in the order printed.
    pub characteristics: Vec<Characteristic>,
    /// Every item: those of the scales first, in their order, then the single ones.
    pub items: Vec<Item>,
    /// Scales, in the order printed.
    pub scales: Vec<Scale>,
    /// The difficulties that respondents tick, if asked.
    pub checklist: Option<Checklist>,
    /// What is asked before and after.
    pub pairs: Vec<Pair>,
    /// What has more than two answers, asked before and after.
    #[serde(default)]
    pub changes: Vec<CategoryPair>,
}

/// Questions asked only of those who gave certain answers to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Column of the question that decides.
    pub column: String,
    /// Its answers after which the questions are asked.
    pub asked: Vec<String>,
    /// Columns of the questions.
    pub questions: Vec<String>,
}

/// Texts that stand for a number: read without regard to case, accents or apostrophes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TextMap(pub Vec<(String, f64)>);

/// One question answered by a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its column, which is its id.
    pub column: String,
    /// As people read it.
    pub title: Titles,
    /// Least value allowed.
    pub least: f64,
    /// Greatest value allowed.
    pub most: f64,
    /// Texts that stand for a number.
    pub texts: TextMap,
}

/// How the items of a scale make a score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Combination {
    /// The mean of the items answered.
    #[default]
    Mean,
    /// The sum; unanswered items count for the mean of those answered.
    Sum,
}

/// Items that measure one thing together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// Unique among the scales.
    pub id: String,
    /// As people read it.
    pub title: Titles,
    /// Its items: indices into the definition's items.
    pub items: Vec<usize>,
    /// Which of them run the other way, in the order of `items`.
    pub reversed: Vec<bool>,
    /// Least value of an item.
    pub least: f64,
    /// Greatest value of an item.
    pub most: f64,
    /// Least share of items that must be answered for a score, 0 to 1.
    pub answered: f64,
    /// How items make a score.
    pub combination: Combination,
    /// Name of the published key it is scored by, if any.
    #[serde(default)]
    pub key: Option<String>,
    /// What the combination is multiplied by.
    #[serde(default = "one")]
    pub factor: f64,
    /// Score for each raw value, rising, where the scale has such a table; else empty.
    #[serde(default)]
    pub table: Vec<(f64, f64)>,
    /// Bands of the score, rising; empty: none.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// The scale it is a part of, if any.
    #[serde(default)]
    pub part_of: Option<String>,
}

fn one() -> f64 {
    1.0
}

impl Default for Scale {
    fn default() -> Self {
        Self {
            id: String::new(),
            title: Titles::default(),
            items: Vec::new(),
            reversed: Vec::new(),
            least: 1.0,
            most: 5.0,
            answered: 0.5,
            combination: Combination::default(),
            key: None,
            factor: 1.0,
            table: Vec::new(),
            bands: Vec::new(),
            part_of: None,
        }
    }
}

impl Scale {
    /// Finds the band of a score: the last whose lower bound it reaches, or passes where that is left out.
    pub fn band(&self, score: f64) -> Option<usize> {
        self.bands.iter().rposition(|band| if band.open { score > band.least } else { score >= band.least })
    }
}

/// A stretch of scores that has a name, up to the next band.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Lower bound.
    pub least: f64,
    /// Whether the bound itself belongs to the band below.
    pub open: bool,
    /// As people read it.
    pub title: Titles,
}

/// One of several answers, asked for two moments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryPair {
    /// Unique among the changes.
    pub id: String,
    /// As people read it.
    pub title: Titles,
    /// The first moment.
    pub before: Characteristic,
    /// The second, of the same groups.
    pub after: Characteristic,
}

/// The difficulties that respondents tick.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    /// As people read it.
    pub title: Titles,
    /// Texts of a ticked box.
    pub ticked: Vec<String>,
    /// Texts of a box left.
    pub unticked: Vec<String>,
    /// The boxes, in the order asked.
    pub boxes: Vec<Difficulty>,
}

/// One box of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difficulty {
    /// Its column.
    pub column: String,
    /// The code of the codebook that means the same.
    pub code: CodeId,
}

/// A yes or no asked, or derived, for two moments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Unique among the pairs.
    pub id: String,
    /// As people read it.
    pub title: Titles,
    /// Column of the first moment.
    pub before: String,
    /// Column of the second.
    pub after: String,
    /// Answers that mean yes.
    pub yes: Vec<String>,
    /// Answers that mean no.
    pub no: Vec<String>,
}

/// A fact about respondents that groups or describes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Characteristic {
    /// The role it plays in every material: `event`, `offer`, `sex`, `age`, `family`.
    pub id: String,
    /// Its column.
    pub column: String,
    /// As people read it.
    pub title: Titles,
    /// Lower bounds of the bands after the first, when it is a number.
    pub bands: Vec<i64>,
    /// The values of each group, in the order shown; `*` stands for every other value, an empty
    /// text for an empty cell. No group: each value is its own.
    pub groups: Vec<(String, Vec<String>)>,
    /// Title of each group, by group.
    pub titles: BTreeMap<String, Titles>,
}

impl Definition {
    /// Finds an item by its column.
    pub fn item(&self, column: &str) -> Option<(usize, &Item)> {
        self.items.iter().enumerate().find(|(_, item)| item.column == column)
    }

    /// Finds a scale by its id.
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == id)
    }

    /// Finds a characteristic, with its index, by its role.
    pub fn characteristic(&self, id: &str) -> Option<(usize, &Characteristic)> {
        self.characteristics.iter().enumerate().find(|(_, one)| one.id == id)
    }

    /// Tells whether a column holds a question: an item, a box, one of two moments, a characteristic.
    pub fn asks(&self, column: &str) -> bool {
        let characteristics = self.characteristics.iter().map(|one| &one.column);
        let moments = self.pairs.iter().flat_map(|pair| [&pair.before, &pair.after]);
        let boxes = self.checklist.iter().flat_map(|list| list.boxes.iter().map(|one| &one.column));
        let changes = self.changes.iter().flat_map(|one| [&one.before.column, &one.after.column]);
        let items = self.items.iter().map(|item| &item.column);
        items.chain(characteristics).chain(moments).chain(boxes).chain(changes).any(|known| known == column)
    }

    /// Lists every column that the table must have, in the order declared, each once.
    pub fn columns(&self) -> Vec<&str> {
        let mut columns: Vec<&str> = vec![self.id.as_str()];
        let all = self
            .date
            .iter()
            .chain(self.characteristics.iter().map(|one| &one.column))
            .chain(self.items.iter().map(|item| &item.column))
            .chain(self.checklist.iter().flat_map(|list| list.boxes.iter().map(|one| &one.column)))
            .chain(self.pairs.iter().flat_map(|pair| [&pair.before, &pair.after]))
            .chain(self.changes.iter().flat_map(|one| [&one.before.column, &one.after.column]))
            .chain(self.filters.iter().map(|filter| &filter.column));
        for column in all {
            if !columns.contains(&column.as_str()) {
                columns.push(column);
            }
        }
        columns
    }
}

impl Characteristic {
    /// Returns the group of a value: its band, its declared group, or itself.
    ///
    /// A band is named by its bounds, `-25`, `25-34`, `55-`, which the report puts in words.
    pub fn group(&self, value: &str) -> Option<String> {
        if self.bands.is_empty() {
            if self.groups.is_empty() {
                return Some(value.to_owned());
            }
            let holds =
                |wanted: &str| self.groups.iter().find(|(_, values)| values.iter().any(|one| one == wanted));
            let found = holds(value).or_else(|| (!value.is_empty()).then(|| holds("*")).flatten());
            return found.map(|(group, _)| group.clone());
        }
        Some(band(&self.bands, number(value)?))
    }

    /// Lists its groups in their natural order; empty when each value is its own.
    pub fn order(&self) -> Vec<String> {
        if self.bands.is_empty() {
            return self.groups.iter().map(|(group, _)| group.clone()).collect();
        }
        band_names(&self.bands)
    }
}

/// Names the band of a number by its bounds.
pub fn band(bounds: &[i64], number: f64) -> String {
    band_name(bounds, place(bounds, number))
}

/// Counts the bounds that a number reaches, which is the place of its band.
pub fn place(bounds: &[i64], number: f64) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "bounds are checked to be under a thousand million")]
    bounds.iter().take_while(|bound| number >= **bound as f64).count()
}

/// Names every band in order.
pub fn band_names(bounds: &[i64]) -> Vec<String> {
    (0..=bounds.len()).map(|above| band_name(bounds, above)).collect()
}

fn band_name(bounds: &[i64], above: usize) -> String {
    let low = above.checked_sub(1).and_then(|index| bounds.get(index));
    match (low, bounds.get(above)) {
        (None, Some(high)) => format!("-{high}"),
        (Some(low), Some(high)) => format!("{low}-{}", high - 1),
        (Some(low), None) => format!("{low}-"),
        (None, None) => String::new(),
    }
}

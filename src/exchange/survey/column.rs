//! The columns of an export as answers to questions, and what each question is.

use std::collections::BTreeSet;

use super::scale::{self, Ordered};
use crate::domain::day::DayFormat;
use crate::text::fold::fold;

/// Different answers of a question that groups people, at most.
pub(super) const MOST_GROUPS: usize = 12;

/// One column of the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column {
    /// Its name in the file of answers.
    pub(super) name: String,
    /// The question, with the sub-question.
    pub(super) title: String,
    /// What the export calls it, where that is neither.
    pub(super) from: String,
    /// Whether it is a box of a choice of several: 1, 0 or nothing.
    pub(super) is_box: bool,
    /// Whether it holds somebody's own words.
    pub(super) is_open: bool,
    /// Whether the program wrote it, not the respondent.
    pub(super) is_aside: bool,
    /// One a respondent.
    pub(super) values: Vec<String>,
    /// What it is, where the export says it.
    pub(super) known: Option<Sort>,
    /// Answers that stand as numbers, with their labels.
    pub(super) labels: Vec<(String, String)>,
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A box of a choice of several.
    Box,
    /// Ordered answers, as text.
    Ordered(&'static Ordered),
    /// Whole numbers in a small range.
    Scale(i64, i64),
    /// Few different answers.
    Groups(Vec<String>),
    /// Days.
    Day(DayFormat),
    /// Numbers.
    Number,
    /// Words of the respondent.
    Open,
    /// Nothing at all.
    Empty,
    /// Of the program.
    Aside,
}

/// Tells what a column is by its answers.
pub(super) fn sort_of(column: &Column) -> Sort {
    let values: BTreeSet<&str> =
        column.values.iter().map(String::as_str).filter(|one| !one.is_empty()).collect();
    if values.is_empty() {
        return Sort::Empty;
    }
    if column.is_aside {
        return day_format(&values).map_or(Sort::Aside, Sort::Day);
    }
    if column.is_box {
        return Sort::Box;
    }
    if let Some(known) = &column.known {
        return known.clone();
    }
    if column.is_open {
        return Sort::Open;
    }
    if let Some(ordered) = scale::of(&values) {
        return Sort::Ordered(ordered);
    }
    let numbers: Option<Vec<i64>> = values.iter().map(|one| one.parse().ok()).collect();
    if let Some(numbers) = numbers {
        let (least, most) = (numbers.iter().min(), numbers.iter().max());
        if let (Some(least), Some(most)) = (least, most)
            && *least >= 0
            && *most <= 10
            && least < most
        {
            return Sort::Scale((*least).min(1), *most);
        }
    }
    if values.iter().all(|one| one.replace(',', ".").parse::<f64>().is_ok()) {
        return Sort::Number;
    }
    if let Some(format) = day_format(&values) {
        return Sort::Day(format);
    }
    let repeats = column.values.iter().filter(|one| !one.is_empty()).count() > values.len();
    let is_short = values.iter().all(|one| one.chars().count() <= 100);
    if values.len() <= MOST_GROUPS && repeats && is_short {
        return Sort::Groups(values.into_iter().map(str::to_owned).collect());
    }
    Sort::Open
}

/// Finds the one way in which all days are written.
fn day_format(values: &BTreeSet<&str>) -> Option<DayFormat> {
    let formats = [DayFormat::YearFirst, DayFormat::DayFirst, DayFormat::MonthFirst];
    formats.into_iter().find(|format| values.iter().all(|one| one.len() >= 8 && format.parse(one).is_some()))
}

/// Makes a name of words: letters and digits without accents.
pub(super) fn slug(text: &str, most: usize) -> String {
    let mut slug = String::new();
    for word in fold(text).split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() + 1 > most && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('_');
        }
        slug.extend(word.chars().take(most));
    }
    slug
}

/// Gives every column a name that no other has.
pub(super) fn name_apart(columns: &mut [Column]) {
    let mut taken = BTreeSet::new();
    for column in columns {
        let base = column.name.clone();
        let mut turn = 1;
        while !taken.insert(column.name.to_lowercase()) {
            turn += 1;
            column.name = format!("{base}_{turn}");
        }
    }
}

/// Makes boxes of the columns of one question: a cell with words is a tick; a respondent who ticked none has
/// not answered.
pub(super) fn tick(columns: &mut [Column], is_ticked: impl Fn(&str) -> bool) {
    let rows = columns.first().map_or(0, |column| column.values.len());
    for row in 0..rows {
        let answered = columns.iter().any(|column| is_ticked(&column.values[row]));
        for column in columns.iter_mut() {
            let ticked = is_ticked(&column.values[row]);
            let value = if ticked {
                "1"
            } else if answered {
                "0"
            } else {
                ""
            };
            value.clone_into(&mut column.values[row]);
        }
    }
    for column in columns {
        column.is_box = true;
    }
}

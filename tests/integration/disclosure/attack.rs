//! The printed numbers of a workbook, the sums a reader knows, and what follows from both.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use propos::i18n::Catalog;
use propos::text::Language;
use quick_xml::events::Event;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    Number(f64),
    Text(String),
}

/// The sheets of a workbook: rows of cells, by column.
pub(super) struct Sheets(Vec<Vec<BTreeMap<usize, Shown>>>);

impl Sheets {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).ok()?.read_to_string(&mut text).unwrap();
            Some(text)
        };
        let shared = strings(&part("xl/sharedStrings.xml").unwrap());
        let sheets = (1..).map_while(|at| part(&format!("xl/worksheets/sheet{at}.xml")));
        Self(sheets.map(|text| rows(&text, &shared)).collect())
    }

    /// The rows under the head of the table whose title is that of a message.
    fn table(&self, title: &str) -> Vec<Vec<Option<Shown>>> {
        let title = Catalog::new(Language::En).plain(title);
        let is_it = |sheet: &&Vec<BTreeMap<usize, Shown>>| matches!(sheet.first().and_then(|row| row.get(&0)), Some(Shown::Text(text)) if text.ends_with(&title));
        let Some(sheet) = self.0.iter().find(is_it) else { return Vec::new() };
        let width = sheet[3].len();
        let full = |row: &BTreeMap<usize, Shown>| (0..width).map(|at| row.get(&at).cloned()).collect();
        sheet[3..].iter().take_while(|row| row.len() == width).map(full).collect()
    }
}

fn strings(text: &str) -> Vec<String> {
    let (mut reader, mut found, mut now) = (quick_xml::Reader::from_str(text), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "si" => now.clear(),
            Event::Text(text) => now.push_str(&text.xml_content(quick_xml::XmlVersion::Implicit1_0)),
            Event::GeneralRef(name) => now.push_str(match name.as_ref() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                _ => "?",
            }),
            Event::End(tag) if tag.name().as_ref() == "si" => found.push(now.clone()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn rows(text: &str, shared: &[String]) -> Vec<BTreeMap<usize, Shown>> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut rows: Vec<BTreeMap<usize, Shown>> = Vec::new();
    let (mut place, mut is_shared, mut inside) = ((0, 0), false, false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "c" => {
                is_shared = false;
                for attribute in tag.attributes().flatten() {
                    let value = attribute.value.to_string();
                    match attribute.key.as_ref() {
                        "r" => place = reference(&value),
                        "t" => is_shared = value == "s",
                        _ => {}
                    }
                }
            }
            Event::Start(tag) if tag.name().as_ref() == "v" => inside = true,
            Event::End(_) => inside = false,
            Event::Text(text) if inside => {
                let text = text.xml_content(quick_xml::XmlVersion::Implicit1_0).into_owned();
                while rows.len() <= place.0 {
                    rows.push(BTreeMap::new());
                }
                let shown = if is_shared {
                    Shown::Text(shared[text.parse::<usize>().unwrap()].clone())
                } else {
                    Shown::Number(text.parse().unwrap())
                };
                rows[place.0].insert(place.1, shown);
            }
            Event::Eof => return rows,
            _ => {}
        }
    }
}

fn reference(text: &str) -> (usize, usize) {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let column = text[..letters].bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    (text[letters..].parse::<usize>().unwrap() - 1, column - 1)
}

/// Some counts together lie between two numbers.
#[derive(Clone, Debug)]
struct Sum {
    cells: Vec<usize>,
    least: i64,
    most: i64,
}

/// Steps of a search before it is given up, and values of one count tried in it.
const MOST_STEPS: usize = 300;
const MOST_TRIED: usize = 40;

/// What a search cost.
#[derive(Default)]
struct Effort {
    steps: usize,
    is_given_up: bool,
}

/// What a reader knows.
#[derive(Default)]
pub(super) struct Attack {
    names: Vec<String>,
    /// Counts whose sign is « s ».
    hidden: Vec<usize>,
    sums: Vec<Sum>,
    /// Counts that stand as numbers.
    shown: BTreeMap<String, u64>,
    reach: i64,
}

impl std::fmt::Debug for Attack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for sum in &self.sums {
            let names = Self::terms(sum)
                .map(|(cell, sign)| format!("{}{}", if sign > 0 { "+ " } else { "- " }, self.names[cell]));
            let names: Vec<String> = names.collect();
            writeln!(f, "{} .. {}: {}", sum.least, sum.most, names.join(" "))?;
        }
        Ok(())
    }
}

fn label(cell: Option<&Option<Shown>>) -> String {
    match cell {
        Some(Some(Shown::Text(text))) => text.to_lowercase().replace('’', "'"),
        _ => String::new(),
    }
}

fn value(cell: Option<&Option<Shown>>) -> Option<f64> {
    match cell {
        Some(Some(Shown::Number(value))) => Some(*value),
        _ => None,
    }
}

impl Attack {
    /// Reads a workbook whose counts are rounded to a base.
    pub(super) fn on(sheets: &Sheets, rounding: u64) -> Self {
        let mut attack = Self { reach: i64::try_from(rounding / 2).unwrap(), ..Self::default() };
        attack.rates(&sheets.table("report-rates-title"));
        attack.compared(&sheets.table("report-concerned-title"), "concerned", [2, 4], [3, 5]);
        attack.compared(&sheets.table("report-sample-title"), "sample", [2, 4], [3, 5]);
        attack.crosstab(&sheets.table("report-assignment-title"));
        attack.answers(&sheets.table("report-practices-title"), "practice", 0, 1..5);
        attack.items(&sheets.table("report-items-title"));
        attack.ratings(&sheets.table("report-ratings-title"));
        attack.durations(&sheets.table("report-durations-title"));
        attack.weighted(&sheets.table("report-weighted-title"));
        attack.across();
        attack
    }

    fn cell(&mut self, name: &str) -> usize {
        self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        })
    }

    fn told(&mut self, cells: Vec<usize>, count: f64) {
        let count = count.round() as i64;
        // A zero is never a rounded count of somebody: small ones are signs.
        let reach = if count == 0 { 0 } else { self.reach };
        self.sums.push(Sum { cells, least: (count - reach).max(0), most: count + reach });
    }

    /// The number that a count is printed as.
    pub(super) fn shown(&self, name: &str) -> Option<u64> {
        self.shown.get(name).copied()
    }

    fn note(&mut self, name: &str, count: f64) {
        self.shown.insert(name.to_owned(), count.round() as u64);
    }

    /// A count as it is printed; a sign is a count of one at least.
    fn printed(&mut self, name: &str, cell: Option<&Option<Shown>>) -> usize {
        let at = self.cell(name);
        match cell {
            Some(Some(Shown::Number(count))) => {
                self.note(name, *count);
                self.told(vec![at], *count);
            }
            Some(Some(Shown::Text(sign))) if sign == "s" => {
                self.hidden.push(at);
                self.sums.push(Sum { cells: vec![at], least: 1, most: 1 << 40 });
            }
            _ => {}
        }
        at
    }

    /// A total as it is printed, which is a count of its own and the sum of others.
    fn total(&mut self, name: &str, cells: &[usize], cell: Option<&Option<Shown>>) {
        match cell {
            Some(Some(Shown::Number(count))) => {
                self.note(name, *count);
                self.told(cells.to_vec(), *count);
            }
            Some(Some(Shown::Text(sign))) if sign == "s" => {
                let at = self.cell(name);
                self.hidden.push(at);
                self.sums.push(Sum { cells: vec![at], least: 1, most: 1 << 40 });
                self.same(&[at], cells);
            }
            _ => {}
        }
    }

    /// Notes that two sums are one: a count beside them, which takes the difference of both, is zero.
    fn same(&mut self, one: &[usize], other: &[usize]) {
        // x + … − (y + …) = 0, written with complements: cells of the second count backwards.
        self.sums.push(Sum {
            cells: one.iter().copied().chain(other.iter().map(|cell| usize::MAX - cell)).collect(),
            least: 0,
            most: 0,
        });
    }

    /// A share beside its base tells a count, whether or not the count is shown.
    fn share(&mut self, cells: Vec<usize>, percent: Option<f64>, base: Option<f64>) {
        if let (Some(percent), Some(base)) = (percent, base) {
            self.told(cells, percent * base / 100.0);
        }
    }

    fn rates(&mut self, table: &[Vec<Option<Shown>>]) {
        let Some((head, rows)) = table.split_first() else { return };
        let offers = (head.len() - 2) / 3;
        let mut columns: Vec<Vec<usize>> = vec![Vec::new(); offers + 1];
        for row in rows {
            let (event, families) = (label(row.first()), value(row.get(1)));
            if event == "all" {
                for offer in 0..offers {
                    let name = format!("rates|all|{offer}");
                    self.total(&name, &columns[offer].clone(), row.get(2 + 3 * offer));
                    self.share(columns[offer].clone(), value(row.get(3 + 3 * offer)), families);
                }
                self.total("rates|all", &columns.concat(), row.get(1));
                continue;
            }
            let mut line = Vec::new();
            for offer in 0..offers {
                let at = self.printed(&format!("rates|{event}|{offer}"), row.get(2 + 3 * offer));
                self.share(vec![at], value(row.get(3 + 3 * offer)), families);
                columns[offer].push(at);
                line.push(at);
            }
            let neither = self.cell(&format!("rates|{event}|{offers}"));
            columns[offers].push(neither);
            line.push(neither);
            self.total(&format!("rates|{event}"), &line, row.get(1));
        }
    }

    fn compared(&mut self, table: &[Vec<Option<Shown>>], kind: &str, counts: [usize; 2], shares: [usize; 2]) {
        let mut columns: BTreeMap<(String, usize), (Vec<usize>, Option<f64>)> = BTreeMap::new();
        let rows = || table.iter().skip(1);
        for row in rows() {
            let (variable, modality) = (label(row.first()), label(row.get(1)));
            for side in 0..2 {
                let at = self.printed(&format!("{kind}|{variable}|{modality}|{side}"), row.get(counts[side]));
                let known = columns.entry((variable.clone(), side)).or_default();
                known.0.push(at);
                if let (Some(count), Some(share)) =
                    (value(row.get(counts[side])), value(row.get(shares[side])))
                    && share > 0.0
                {
                    known.1 = Some(100.0 * count / share);
                }
            }
        }
        for row in rows() {
            let (variable, modality) = (label(row.first()), label(row.get(1)));
            for side in 0..2 {
                let at = self.cell(&format!("{kind}|{variable}|{modality}|{side}"));
                let base = columns[&(variable.clone(), side)].1;
                self.share(vec![at], value(row.get(shares[side])), base);
            }
        }
        for (cells, base) in columns.into_values() {
            if let Some(base) = base {
                self.told(cells, base);
            }
        }
    }

    fn crosstab(&mut self, table: &[Vec<Option<Shown>>]) {
        let Some((head, rows)) = table.split_first() else { return };
        let width = head.len() - 2;
        let mut columns: Vec<Vec<usize>> = vec![Vec::new(); width];
        for row in rows {
            let event = label(row.first());
            if event == "all" {
                for (at, column) in columns.clone().iter().enumerate() {
                    self.total(&format!("crosstab|all|{at}"), column, row.get(1 + at));
                }
                self.total("crosstab|all", &columns.concat(), row.get(1 + width));
                continue;
            }
            let line: Vec<usize> = (0..width)
                .map(|at| self.printed(&format!("crosstab|{event}|{at}"), row.get(1 + at)))
                .collect();
            for (column, at) in columns.iter_mut().zip(&line) {
                column.push(*at);
            }
            self.total(&format!("crosstab|{event}"), &line, row.get(1 + width));
        }
    }

    fn answers(
        &mut self,
        table: &[Vec<Option<Shown>>],
        kind: &str,
        name: usize,
        counts: std::ops::Range<usize>,
    ) {
        // Everybody answered: the number of respondents is known, here as the most that a row adds to.
        let whole = table
            .iter()
            .skip(1)
            .filter_map(|row| counts.clone().map(|at| value(row.get(at))).sum::<Option<f64>>());
        let whole = whole.reduce(f64::max);
        for row in table.iter().skip(1) {
            let title = label(row.get(name));
            let cells: Vec<usize> = counts
                .clone()
                .enumerate()
                .map(|(step, at)| self.printed(&format!("{kind}|{title}|{step}"), row.get(at)))
                .collect();
            // The net change is a share of all.
            if let (Some(net), Some(whole), 0) = (value(row.get(5)), whole, self.reach) {
                let difference = (net * whole / 100.0).round() as i64;
                let sum = vec![cells[2], usize::MAX - cells[1]];
                self.sums.push(Sum { cells: sum, least: difference, most: difference });
            }
            if let (Some(whole), 0) = (whole, self.reach) {
                self.told(cells, whole);
            }
        }
    }

    fn items(&mut self, table: &[Vec<Option<Shown>>]) {
        for row in table.iter().skip(1) {
            let (title, n) = (label(row.get(1)), value(row.get(2)));
            let mut cells = Vec::new();
            for step in 0..5 {
                let at = self.cell(&format!("item|{title}|{step}"));
                match (value(row.get(3 + step)), n) {
                    (Some(percent), Some(n)) => {
                        self.note(&format!("item|{title}|{step}"), percent * n / 100.0);
                        self.told(vec![at], percent * n / 100.0);
                    }
                    _ if label(row.get(3 + step)) == "s" => {
                        self.hidden.push(at);
                        self.sums.push(Sum { cells: vec![at], least: 1, most: 1 << 40 });
                    }
                    _ => {}
                }
                cells.push(at);
            }
            if self.reach == 0 {
                self.share(cells[3..].to_vec(), value(row.get(8)), n);
            }
            if let Some(n) = n {
                self.told(cells, n);
            }
        }
    }

    /// Single questions: a share of all who answered.
    fn ratings(&mut self, table: &[Vec<Option<Shown>>]) {
        for row in table.iter().skip(1) {
            let (title, n) = (label(row.first()), value(row.get(2)));
            let names = [format!("rating|{title}|yes"), format!("rating|{title}|no")];
            let cells: Vec<usize> = names.iter().map(|name| self.cell(name)).collect();
            match (value(row.get(7)), n) {
                (Some(percent), Some(n)) => {
                    self.note(&names[0], percent * n / 100.0);
                    self.note(&names[1], n - percent * n / 100.0);
                    self.told(vec![cells[0]], percent * n / 100.0);
                }
                _ if label(row.get(7)) == "s" => {
                    self.hidden.extend(&cells[..1]);
                    self.sums.push(Sum { cells: cells[..1].to_vec(), least: 1, most: 1 << 40 });
                }
                _ => {}
            }
            self.total(&format!("rating|{title}"), &cells, row.get(2));
        }
    }

    /// Interventions of each offer: those closed, and the others, of as many as the families that took it.
    fn durations(&mut self, table: &[Vec<Option<Shown>>]) {
        for (offer, row) in table.iter().skip(1).enumerate() {
            let closed = self.printed(&format!("duration|{offer}|closed"), row.get(2));
            let open = self.cell(&format!("duration|{offer}|open"));
            self.total(&format!("duration|{offer}"), &[closed, open], row.get(1));
        }
    }

    /// Scores as they are and weighted: those who have one, of all and near to a profile.
    fn weighted(&mut self, table: &[Vec<Option<Shown>>]) {
        let mut rank = 0;
        for row in table.iter().skip(1) {
            let (scale, group) = (label(row.first()), label(row.get(1)));
            rank = if group == "all" { 0 } else { rank + 1 };
            let name = if group == "all" { "all".to_owned() } else { (rank - 1).to_string() };
            self.printed(&format!("weighted|{scale}|{name}"), row.get(2));
        }
    }

    /// What tables repeat of one another: the families by event, by characteristic, and the respondents.
    fn across(&mut self) {
        let names = self.names.clone();
        let find = |name: String| names.iter().position(|known| *known == name);
        let mut links: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let parts: Vec<&str> = name.split('|').collect();
            match parts.as_slice() {
                ["concerned", _, modality, side] => {
                    let offers: Vec<usize> =
                        (0..2).filter_map(|offer| find(format!("rates|{modality}|{offer}"))).collect();
                    let neither = find(format!("rates|{modality}|2"));
                    match (*side, offers.len(), neither) {
                        ("0", 2, _) => links.push((vec![at], offers)),
                        ("1", 2, Some(neither)) => links.push((vec![at], vec![neither])),
                        _ => {}
                    }
                }
                ["sample", variable, modality, "1"] => {
                    if let Some(other) = find(format!("concerned|{variable}|{modality}|0")) {
                        links.push((vec![at], vec![other]));
                    }
                    let offers: Vec<usize> =
                        (0..2).filter_map(|offer| find(format!("rates|{modality}|{offer}"))).collect();
                    if offers.len() == 2 {
                        links.push((vec![at], offers));
                    }
                }
                ["sample", _, modality, "0"] => {
                    let cells: Vec<usize> =
                        (0..8).filter_map(|column| find(format!("crosstab|{modality}|{column}"))).collect();
                    if !cells.is_empty() {
                        links.push((vec![at], cells));
                    }
                }
                _ => {}
            }
        }
        let mut offers: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        offers.extend((0..).map_while(|offer| {
            let closed = find(format!("duration|{offer}|closed"))?;
            let open = find(format!("duration|{offer}|open"))?;
            let families = names.iter().enumerate().filter(|(_, name)| {
                name.starts_with("rates|") && name.ends_with(&format!("|{offer}")) && !name.contains("|all|")
            });
            Some((vec![closed, open], families.map(|(at, _)| at).collect::<Vec<_>>()))
        }));
        for (interventions, families) in offers {
            // An intervention opened after the file was made is set aside, which is told: one at most here.
            self.sums.push(Sum {
                cells: families
                    .into_iter()
                    .chain(interventions.iter().map(|cell| usize::MAX - cell))
                    .collect(),
                least: 0,
                most: 1,
            });
        }
        for (one, other) in links {
            self.same(&one, &other);
            // What is not so in the shown numbers is no link.
            if self.narrowed(&[]).is_none() {
                self.sums.pop();
            }
        }
        self.parts();
    }

    /// Who has a score and a weight is some of those near to a profile, or of all.
    fn parts(&mut self) {
        let names = self.names.clone();
        for (at, name) in names.iter().enumerate() {
            let Some((_, group)) = name.strip_prefix("weighted|").and_then(|rest| rest.rsplit_once('|'))
            else {
                continue;
            };
            let is_near = |known: &str| match (known.strip_prefix("crosstab|"), group) {
                (Some(cell), "all") => cell.contains('|') && !cell.starts_with("all|"),
                (Some(cell), rank) => cell.ends_with(&format!("|{rank}")) && !cell.starts_with("all|"),
                _ => false,
            };
            let near = names.iter().enumerate().filter(|(_, known)| is_near(known)).map(|(at, _)| at);
            let cells: Vec<usize> = near.chain([usize::MAX - at]).collect();
            if cells.len() > 1 {
                self.sums.push(Sum { cells, least: 0, most: 1 << 40 });
                if self.narrowed(&[]).is_none() {
                    self.sums.pop();
                }
            }
        }
    }

    /// Names the counts that are printed as a sign.
    pub(super) fn hidden(&self) -> BTreeSet<String> {
        self.hidden.iter().map(|at| self.names[*at].clone()).collect()
    }

    /// Shows counts that were hidden.
    pub(super) fn show(&mut self, count: &dyn Fn(&str) -> Option<u64>) {
        for at in self.hidden.clone() {
            if let Some(count) = count(&self.names[at].clone()) {
                self.told(vec![at], count as f64);
                self.hidden.retain(|one| *one != at);
            }
        }
    }

    fn terms(sum: &Sum) -> impl Iterator<Item = (usize, i64)> + '_ {
        sum.cells.iter().map(|cell| if *cell > usize::MAX / 2 { (usize::MAX - cell, -1) } else { (*cell, 1) })
    }

    /// Finds the hidden counts that follow from the exact sums, by elimination over the rationals.
    pub(super) fn eliminated(&self) -> BTreeSet<String> {
        let width = self.names.len();
        let mut rows: Vec<Vec<(i128, i128)>> = Vec::new();
        for sum in self.sums.iter().filter(|sum| sum.least == sum.most) {
            let mut row = vec![(0, 1); width];
            for (cell, sign) in Self::terms(sum) {
                row[cell] = add(row[cell], (i128::from(sign), 1));
            }
            rows.push(row);
        }
        let mut pivot = 0;
        for column in 0..width {
            let Some(found) = (pivot..rows.len()).find(|row| rows[*row][column].0 != 0) else { continue };
            rows.swap(pivot, found);
            let by = rows[pivot][column];
            let inverse = if by.0 < 0 { (-by.1, -by.0) } else { (by.1, by.0) };
            let line: Vec<_> = rows[pivot].iter().map(|value| times(*value, inverse)).collect();
            rows[pivot].clone_from(&line);
            for (at, row) in rows.iter_mut().enumerate() {
                let factor = row[column];
                if at != pivot && factor.0 != 0 {
                    for (value, by) in row.iter_mut().zip(&line) {
                        *value = add(*value, times((-factor.0, factor.1), *by));
                    }
                }
            }
            pivot += 1;
        }
        let alone = rows.iter().filter_map(|row| {
            let mut terms = (0..width).filter(|cell| row[*cell].0 != 0);
            terms.next().filter(|_| terms.next().is_none())
        });
        alone.filter(|cell| self.hidden.contains(cell)).map(|cell| self.names[cell].clone()).collect()
    }

    /// Narrows every count by every sum; none when nothing is left of one.
    fn narrowed(&self, given: &[(usize, i64)]) -> Option<Vec<(i64, i64)>> {
        let mut ranges = vec![(0, 1_i64 << 40); self.names.len()];
        for (cell, value) in given {
            ranges[*cell] = (*value, *value);
        }
        self.settle(&mut ranges).then_some(ranges)
    }

    fn settle(&self, ranges: &mut [(i64, i64)]) -> bool {
        for _ in 0..200 {
            let before = ranges.to_vec();
            for sum in &self.sums {
                let side = |(cell, sign): (usize, i64), ranges: &[(i64, i64)]| {
                    let (least, most) = ranges[cell];
                    if sign > 0 { (least, most) } else { (-most, -least) }
                };
                let (low, high) = Self::terms(sum).fold((0, 0), |(low, high), term| {
                    let (least, most) = side(term, ranges);
                    (low + least, high + most)
                });
                for (cell, sign) in Self::terms(sum) {
                    let (least, most) = side((cell, sign), ranges);
                    let (from, to) =
                        ((sum.least - (high - most)).max(least), (sum.most - (low - least)).min(most));
                    if from > to {
                        return false;
                    }
                    ranges[cell] = if sign > 0 { (from, to) } else { (-to, -from) };
                }
            }
            if before == ranges {
                return true;
            }
        }
        true
    }

    /// Tells whether a count may be a value: whole numbers satisfy all sums. None where the search was
    /// given up.
    pub(super) fn may_be(&self, name: &str, value: u64) -> Option<bool> {
        let mut effort = Effort::default();
        let found = self.search(name, value, &|_| None, &mut effort);
        if found.is_none() && effort.is_given_up { None } else { Some(found.is_some()) }
    }

    /// Finds all counts with one of them at a value, near to those known; none when there are none.
    pub(super) fn found(
        &self,
        name: &str,
        value: u64,
        near: &dyn Fn(&str) -> Option<u64>,
    ) -> Option<BTreeMap<String, u64>> {
        let ranges = self.search(name, value, near, &mut Effort::default())?;
        Some(
            self.names
                .iter()
                .cloned()
                .zip(ranges.into_iter().map(|(value, _)| value.unsigned_abs()))
                .collect(),
        )
    }

    fn search(
        &self,
        name: &str,
        value: u64,
        near: &dyn Fn(&str) -> Option<u64>,
        effort: &mut Effort,
    ) -> Option<Vec<(i64, i64)>> {
        let at = self.names.iter().position(|known| known == name)?;
        let ranges = self.narrowed(&[(at, i64::try_from(value).unwrap())])?;
        let wanted: Vec<Option<i64>> =
            self.names.iter().map(|name| near(name).and_then(|count| i64::try_from(count).ok())).collect();
        self.descend(ranges, &wanted, effort)
    }

    fn descend(
        &self,
        ranges: Vec<(i64, i64)>,
        wanted: &[Option<i64>],
        effort: &mut Effort,
    ) -> Option<Vec<(i64, i64)>> {
        effort.steps += 1;
        if effort.steps > MOST_STEPS {
            effort.is_given_up = true;
            return None;
        }
        let open = (0..ranges.len()).filter(|at| ranges[*at].0 < ranges[*at].1);
        let Some(at) = open.min_by_key(|at| ranges[*at].1 - ranges[*at].0) else { return Some(ranges) };
        let (least, most) = ranges[at];
        let centre = wanted[at].unwrap_or(least).clamp(least, most);
        let mut tried = 0;
        for step in 0..=(most - least) {
            for value in BTreeSet::from([centre - step, centre + step]) {
                if !(least..=most).contains(&value) || tried > MOST_TRIED || effort.is_given_up {
                    continue;
                }
                tried += 1;
                let mut next = ranges.clone();
                next[at] = (value, value);
                if self.settle(&mut next)
                    && let Some(found) = self.descend(next, wanted, effort)
                {
                    return Some(found);
                }
            }
            if tried > MOST_TRIED {
                effort.is_given_up = true;
                break;
            }
        }
        None
    }
}

fn add(one: (i128, i128), other: (i128, i128)) -> (i128, i128) {
    reduced((one.0 * other.1 + other.0 * one.1, one.1 * other.1))
}

fn times(one: (i128, i128), other: (i128, i128)) -> (i128, i128) {
    reduced((one.0 * other.0, one.1 * other.1))
}

fn reduced((above, below): (i128, i128)) -> (i128, i128) {
    let (mut one, mut other) = (above.abs(), below);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    let by = one.max(1);
    (above / by, below / by)
}

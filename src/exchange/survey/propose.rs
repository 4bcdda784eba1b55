//! What is proposed of an export: its answers with one header row, and a `questionnaire.toml` to correct.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde::Serialize;

use super::column::{Column, Sort, slug, sort_of};
use super::export::Export;
use crate::domain::day::DayFormat;
use crate::exchange::table::TableWriter;
use crate::text::Language;
use crate::text::fold::fold;

/// What was made of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// The program that wrote it.
    pub program: &'static str,
    /// Respondents who came to the end, or of whom the export does not say it.
    pub respondents: usize,
    /// Those who did not.
    pub incomplete: usize,
    /// Questions read as ordered or numbered answers.
    pub items: usize,
    /// Boxes of choices of several.
    pub boxes: usize,
    /// Questions that group people.
    pub groups: usize,
    /// Questions answered in people's own words, or by anything else: kept in the answers, not declared.
    pub others: usize,
    /// The declaration.
    #[serde(skip)]
    pub toml: String,
    /// The answers.
    #[serde(skip)]
    pub answers: Vec<u8>,
    /// The answers of those who did not come to the end; none when there are none.
    #[serde(skip)]
    pub unfinished: Option<Vec<u8>>,
}

/// Names of columns that name respondents, folded.
const IDS: &[&str] = &[
    "id",
    "response_id",
    "id_de_la_reponse",
    "respondentid",
    "respondent_id",
    "id_du_repondant",
    "numero",
    "num_obs",
    "cle",
    "identifiant",
    "rownames",
];

/// Lays out an export and declares its questions.
pub fn propose(export: Export, language: Language) -> Proposal {
    let Export { kind, mut columns, complete, remarks } = export;
    let id = columns.iter().position(|column| IDS.contains(&fold(&column.name).as_str()) && is_key(column));
    let id = id.unwrap_or_else(|| {
        let width = complete.len().to_string().len().max(3);
        let values = (1..=complete.len()).map(|number| format!("R{number:0width$}")).collect();
        columns.insert(0, Column { name: "id".to_owned(), is_aside: true, values, ..Column::default() });
        super::column::name_apart(&mut columns);
        0
    });
    let sorts: Vec<Sort> = columns.iter().map(sort_of).collect();
    let count = |is: fn(&Sort) -> bool| sorts.iter().filter(|sort| is(sort)).count();
    let done = complete.iter().filter(|one| **one).count();
    let mut proposal = Proposal {
        program: kind.name(),
        respondents: done,
        incomplete: complete.len() - done,
        items: count(|sort| matches!(sort, Sort::Ordered(_) | Sort::Scale(..))),
        boxes: count(|sort| matches!(sort, Sort::Box)),
        groups: count(|sort| matches!(sort, Sort::Groups(_))),
        others: count(|sort| matches!(sort, Sort::Open | Sort::Number | Sort::Empty | Sort::Day(_))),
        toml: String::new(),
        answers: written(&columns, &complete, true),
        unfinished: (done < complete.len()).then(|| written(&columns, &complete, false)),
    };
    proposal.toml = declare(&columns, &sorts, id, &proposal, &remarks, language == Language::Fr);
    proposal
}

fn is_key(column: &Column) -> bool {
    let values: BTreeSet<&String> = column.values.iter().collect();
    values.len() == column.values.len() && column.values.iter().all(|value| !value.is_empty())
}

fn written(columns: &[Column], complete: &[bool], which: bool) -> Vec<u8> {
    let write = || -> std::io::Result<Vec<u8>> {
        let mut table = TableWriter::new(Vec::new(), columns.iter().map(|column| column.name.as_str()))?;
        for row in (0..complete.len()).filter(|row| complete[*row] == which) {
            table.row(columns.iter().map(|column| column.values[row].as_str()))?;
        }
        table.finish()
    };
    // Writing to memory does not fail.
    write().unwrap_or_default()
}

/// Quotes a text for TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}

fn declare(
    columns: &[Column],
    sorts: &[Sort],
    id: usize,
    found: &Proposal,
    remarks: &[[String; 2]],
    is_french: bool,
) -> String {
    let say = |french: &'static str, english: &'static str| if is_french { french } else { english };
    let mut toml = String::new();
    let mut line = |text: &str| {
        toml.push_str(text);
        toml.push('\n');
    };
    line(&format!(
        "# {}",
        say(
            "Proposition faite à partir d’un export : relisez-la, corrigez-la, puis lancez propos import.",
            "A proposal made from an export: read it, correct it, then run propos import."
        )
    ));
    line(&format!(
        "# {} {} ; {} {}, {} {}.",
        say("Reconnu :", "Recognised:"),
        found.program,
        found.respondents,
        say("réponses complètes ou sans indication", "answers complete or not said to be"),
        found.incomplete,
        say(
            "incomplètes (gardées à part dans responses-incomplete.csv)",
            "incomplete (kept apart in responses-incomplete.csv)"
        )
    ));
    for [french, english] in remarks {
        line(&format!("# {}", if is_french { french } else { english }));
    }
    line("");
    line("file = \"responses.csv\"");
    let day = |column: &usize| matches!(sorts[*column], Sort::Day(_)) && columns[*column].is_aside;
    let days: Vec<usize> = (0..columns.len()).filter(day).collect();
    let ends = days.iter().find(|at| {
        ["submitdate", "end", "soumission", "saisie", "fin"]
            .iter()
            .any(|word| columns[**at].name.contains(word))
    });
    let date = ends.or(days.first()).copied();
    if let Some(Sort::Day(format)) = date.map(|at| &sorts[at]) {
        let name = match format {
            DayFormat::YearFirst => "yyyy-mm-dd",
            DayFormat::DayFirst => "dd/mm/yyyy",
            DayFormat::MonthFirst => "mm/dd/yyyy",
            DayFormat::Compact => "yyyymmdd",
        };
        line(&format!("dates = \"{name}\""));
    }
    line("");
    line("[columns]");
    line(&format!("id = {}", quoted(&columns[id].name)));
    if let Some(date) = date {
        line(&format!("date = {}", quoted(&columns[date].name)));
    }
    let mut taken = BTreeSet::new();
    for (column, sort) in columns.iter().zip(sorts) {
        if let Sort::Groups(values) = sort {
            let mut role = role(column);
            while !taken.insert(role.clone()) {
                role.push('x');
            }
            line("");
            line(&format!(
                "# {} {}",
                say("Réponses :", "Answers:"),
                values.iter().map(|one| quoted(one)).collect::<Vec<_>>().join(", ")
            ));
            line("[[characteristics]]");
            line(&format!("id = {}", quoted(&role)));
            line(&format!("column = {}", quoted(&column.name)));
            line(&format!("title = {}", quoted(&column.title)));
        }
    }
    let mut scales: Vec<&'static super::scale::Ordered> = Vec::new();
    for sort in sorts {
        if let Sort::Ordered(ordered) = sort
            && !scales.iter().any(|known| known.name == ordered.name)
        {
            scales.push(ordered);
        }
    }
    for ordered in &scales {
        line("");
        line(&format!(
            "# {}",
            say(
                "Réponses ordonnées : le nombre que vaut chaque texte est une supposition.",
                "Ordered answers: the number that each text stands for is a guess."
            )
        ));
        line(&format!("[texts.{}]", ordered.name));
        let mut given: Vec<(usize, &str)> = Vec::new();
        for (column, sort) in columns.iter().zip(sorts) {
            if matches!(sort, Sort::Ordered(one) if one.name == ordered.name) {
                for value in column.values.iter().filter(|value| !value.is_empty()) {
                    let rank = ordered.rank(value).unwrap_or_default();
                    if !given.iter().any(|(_, known)| fold(known) == fold(value)) {
                        given.push((rank, value.as_str()));
                    }
                }
            }
        }
        given.sort_unstable();
        for (rank, text) in given {
            line(&format!("{} = {rank}", quoted(text)));
        }
    }
    for (column, sort) in columns.iter().zip(sorts) {
        let (range, texts) = match sort {
            Sort::Ordered(ordered) => (format!("[1, {}]", ordered.most()), Some(ordered.name)),
            Sort::Scale(least, most) => (format!("[{least}, {most}]"), None),
            Sort::Box => ("[0, 1]".to_owned(), None),
            _ => continue,
        };
        line("");
        if !column.labels.is_empty() {
            let labels = column.labels.iter().map(|(value, label)| format!("{value} = {}", quoted(label)));
            line(&format!("# {}", labels.collect::<Vec<_>>().join(", ")));
        }
        line("[[items]]");
        line(&format!("column = {}", quoted(&column.name)));
        line(&format!("title = {}", quoted(&column.title)));
        line(&format!("range = {range}"));
        if let Some(texts) = texts {
            line(&format!("texts = \"{texts}\""));
        }
    }
    if found.boxes > 0 {
        line("");
        line(&format!(
            "# {}",
            say(
                "Les cases à cocher sont déclarées comme questions de 0 à 1. Si elles disent des difficultés qui ont un code, remplacez-les par :",
                "Boxes are declared as questions from 0 to 1. If they tell difficulties that have a code, replace them by:"
            )
        ));
        line("# [checklist]");
        line("# title = \"…\"");
        line("# boxes = { colonne = \"code\" }");
    }
    let rest = |sort: &Sort| matches!(sort, Sort::Open | Sort::Number | Sort::Day(_) | Sort::Empty);
    let left: Vec<&str> = columns
        .iter()
        .zip(sorts)
        .filter(|(column, sort)| rest(sort) && !column.is_aside)
        .map(|(column, _)| column.name.as_str())
        .collect();
    if !left.is_empty() {
        line("");
        line(&format!(
            "# {}",
            say(
                "Gardées dans les réponses, non déclarées (textes libres, nombres, colonnes vides) :",
                "Kept in the answers, not declared (own words, numbers, empty columns):"
            )
        ));
        for name in left {
            line(&format!("#   {name}"));
        }
    }
    let mut renamed = String::new();
    for column in columns
        .iter()
        .filter(|column| !column.from.is_empty() && column.from != column.name && !column.is_aside)
    {
        let from = column.from.split_whitespace().collect::<Vec<_>>().join(" ");
        let _written = writeln!(renamed, "#   {} ← {from}", column.name);
    }
    if !renamed.is_empty() {
        line("");
        line(&format!("# {}", say("Colonnes renommées :", "Columns renamed:")));
        line(renamed.trim_end());
    }
    toml
}

/// The role that a question seems to play, else a name of its own.
fn role(column: &Column) -> String {
    let words = fold(&format!("{} {}", column.name, column.title));
    let says =
        |known: &[&str]| words.split(|sign: char| !sign.is_alphanumeric()).any(|word| known.contains(&word));
    if says(&["sexe", "sex", "gender", "genre"]) {
        "sex".to_owned()
    } else if says(&["age"]) {
        "age".to_owned()
    } else {
        slug(&column.name, 40)
    }
}

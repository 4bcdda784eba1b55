//! What stands in the tables.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::analysis::matrix::CaseMatrix;
use crate::analysis::scale::{NoScore, scores};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::app::typology::{TypologyRequest, compute};
use crate::domain::coding::Anchoring;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::transcript::Role;
use crate::domain::{RecordId, RespondentId};
use crate::exchange::tidy::{Column, Table, column_name, dictionary};
use crate::i18n::Catalog;

/// A table under way: what it and its columns are is said by the messages of its name.
struct Draft<'a> {
    words: &'a Catalog,
    table: Table,
}

impl<'a> Draft<'a> {
    fn new(words: &'a Catalog, name: &str, columns: &[(&str, &'static str)]) -> Self {
        let column = |(column, kind): &(&str, &'static str)| Column {
            name: (*column).to_owned(),
            kind,
            about: words.plain(&format!("tidy-column-{}", column.replace('_', "-"))),
        };
        let table = Table {
            name: name.to_owned(),
            about: words.plain(&format!("tidy-table-{name}")),
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
        };
        Self { words, table }
    }

    fn row(&mut self, cells: impl IntoIterator<Item = Value>) {
        self.table.rows.push(cells.into_iter().collect());
    }

    /// Adds a column that the study names, with a name that is plain and its own.
    fn column(&mut self, id: &str, kind: &'static str, about: &str) {
        let plain = column_name(id);
        let is_taken = |name: &str| self.table.columns.iter().any(|column| column.name == name);
        let numbered = (2..).map(|number| format!("{plain}_{number}"));
        let name = std::iter::once(plain.clone()).chain(numbered).find(|name| !is_taken(name));
        let about = self.words.text("tidy-column-code-of", &[("id", id.into()), ("title", about.into())]);
        self.table.columns.push(Column { name: name.unwrap_or(plain), kind, about });
    }
}

fn text(value: &str) -> Value {
    if value.is_empty() { Value::Null } else { Value::from(value) }
}

fn number(value: Option<f64>) -> Value {
    value.filter(|value| value.is_finite()).map_or(Value::Null, Value::from)
}

/// Makes every table that the study has something for, the dictionary of all columns last.
pub(in crate::app::export) async fn tables(
    context: &Context,
    words: &Catalog,
) -> Result<Vec<Table>, AppError> {
    let store = &context.store;
    let material = Material::load(context).await?;
    let answers = store.questionnaire().await?;
    let made: BTreeMap<RecordId, String> = store.coding_times().await?.into_iter().collect();
    let mut drafts = interviews(&material, words);
    drafts.extend(codebook(&material, words));
    drafts.extend(codings(&material, &made, words));
    drafts.push(memos(context, words).await?);
    drafts.extend(answers.iter().flat_map(|answers| questionnaire(&material, answers, words)));
    drafts.extend(crossed(&material, words));
    drafts.extend(typology(context, &material, words)?);
    let mut tables: Vec<Table> =
        drafts.into_iter().map(|draft| draft.table).filter(|table| !table.rows.is_empty()).collect();
    let heads =
        ["table", "column", "kind", "meaning"].map(|name| words.plain(&format!("tidy-column-{name}")));
    let [table, column, kind, meaning] = &heads;
    let heads = [table.as_str(), column, kind, meaning];
    tables.push(dictionary(&tables, "dictionary", &words.plain("tidy-table-dictionary"), heads));
    Ok(tables)
}

fn interviews<'a>(material: &Material, words: &'a Catalog) -> Vec<Draft<'a>> {
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    let columns = [
        ("interview", "text"),
        ("title", "text"),
        ("date", "text"),
        ("language", "text"),
        ("version", "integer"),
        ("turns", "integer"),
        ("respondent_turns", "integer"),
        ("words", "integer"),
        ("extracts", "integer"),
        ("codings", "integer"),
    ];
    let mut table = Draft::new(words, "interviews", &columns);
    let mut facts = Draft::new(
        words,
        "characteristics",
        &[("interview", "text"), ("characteristic", "text"), ("value", "text")],
    );
    for transcript in &material.transcripts {
        let version = &transcript.version;
        let spoken = version
            .turns
            .iter()
            .filter(|turn| version.role(turn) == Role::Respondent && !turn.speech.is_empty())
            .count();
        let row = matrix.cases.iter().find(|case| case.case == transcript.id);
        let count = |pick: fn(&crate::analysis::matrix::CaseRow) -> usize| {
            row.map_or(Value::Null, |row| json!(pick(row)))
        };
        table.row([
            json!(transcript.id),
            text(&transcript.title),
            transcript.day().map_or(Value::Null, |day| Value::from(day.to_string())),
            json!(transcript.language.unwrap_or(material.settings.language).code()),
            json!(version.number),
            json!(version.turns.len()),
            json!(spoken),
            count(|row| row.words),
            count(|row| row.extracts),
            count(|row| row.segments),
        ]);
        for (name, value) in &transcript.attributes {
            facts.row([json!(transcript.id), json!(name), text(value)]);
        }
    }
    vec![table, facts]
}

fn codebook<'a>(material: &Material, words: &'a Catalog) -> Vec<Draft<'a>> {
    let columns = [
        ("code", "text"),
        ("title", "text"),
        ("theme", "text"),
        ("theme_title", "text"),
        ("parent", "text"),
        ("definition", "text"),
        ("include", "text"),
        ("exclude", "text"),
        ("examples", "text"),
        ("retired", "flag"),
    ];
    let mut codes = Draft::new(words, "codes", &columns);
    let mut weights =
        Draft::new(words, "weights", &[("code", "text"), ("axis", "text"), ("weight", "number")]);
    for theme in &material.codebook.themes {
        for code in &theme.codes {
            codes.row([
                json!(code.id),
                text(&code.title),
                json!(theme.id),
                text(&theme.title),
                json!(code.parent),
                text(&code.definition),
                text(&code.include),
                text(&code.exclude),
                text(&code.examples.join("\n")),
                json!(code.retired.is_some()),
            ]);
            for (axis, weight) in &code.weights {
                weights.row([json!(code.id), json!(axis), number(Some(*weight))]);
            }
        }
    }
    vec![codes, weights]
}

fn codings<'a>(material: &Material, made: &BTreeMap<RecordId, String>, words: &'a Catalog) -> Vec<Draft<'a>> {
    let columns = [
        ("coding", "text"),
        ("interview", "text"),
        ("version", "integer"),
        ("code", "text"),
        ("coder", "text"),
        ("start", "integer"),
        ("end", "integer"),
        ("first_turn", "integer"),
        ("last_turn", "integer"),
        ("intensity", "integer"),
        ("memo", "text"),
        ("origin", "text"),
        ("anchoring", "text"),
        ("made", "moment"),
    ];
    let mut table = Draft::new(words, "codings", &columns);
    let mut passages = Draft::new(
        words,
        "passages",
        &[
            ("coding", "text"),
            ("interview", "text"),
            ("code", "text"),
            ("coder", "text"),
            ("passage", "text"),
        ],
    );
    for coding in &material.codings {
        let is_lost = coding.anchoring == Anchoring::Lost;
        let placed = |value: usize| if is_lost { Value::Null } else { json!(value) };
        let turn = |number: u32| if number == 0 { Value::Null } else { json!(number) };
        let (start, end) = (coding.anchor.span.start.0, coding.anchor.span.end.0);
        let anchoring = serde_json::to_value(coding.anchoring).unwrap_or_default();
        table.row([
            json!(coding.id),
            json!(coding.transcript),
            json!(coding.version),
            json!(coding.code),
            json!(coding.coder),
            placed(start),
            placed(end),
            turn(coding.turns.0),
            turn(coding.turns.1),
            json!(coding.intensity),
            text(&coding.memo),
            json!(coding.origin),
            anchoring.get("verdict").cloned().unwrap_or_default(),
            made.get(&coding.id).map_or(Value::Null, |at| text(at)),
        ]);
        passages.row([
            json!(coding.id),
            json!(coding.transcript),
            json!(coding.code),
            json!(coding.coder),
            text(&coding.anchor.exact),
        ]);
    }
    vec![table, passages]
}

async fn memos<'a>(context: &Context, words: &'a Catalog) -> Result<Draft<'a>, AppError> {
    let columns = [
        ("memo", "text"),
        ("about", "text"),
        ("subject", "text"),
        ("turn", "integer"),
        ("coder", "text"),
        ("made", "moment"),
        ("body", "text"),
    ];
    let mut table = Draft::new(words, "memos", &columns);
    for memo in context.store.memos(None, None).await? {
        table.row([
            json!(memo.id),
            json!(memo.kind),
            text(&memo.subject),
            json!(memo.place.and_then(|place| place.turn)),
            json!(memo.coder),
            text(&memo.at),
            text(&memo.body),
        ]);
    }
    Ok(table)
}

fn questionnaire<'a>(material: &Material, answers: &Questionnaire, words: &'a Catalog) -> Vec<Draft<'a>> {
    let columns = [
        ("respondent", "text"),
        ("interview", "text"),
        ("scale", "text"),
        ("score", "number"),
        ("percent", "number"),
        ("answered", "integer"),
        ("asked", "integer"),
        ("no_score", "text"),
    ];
    let mut table = Draft::new(words, "scores", &columns);
    let key = &material.settings.participants.questionnaire;
    let interviewed: BTreeMap<RespondentId, &str> = material
        .transcripts
        .iter()
        .filter_map(|one| Some((RespondentId::from(one.attribute(key)?.trim()), one.id.as_str())))
        .collect();
    for scale in &answers.definition.scales {
        for (respondent, score) in answers.respondents.iter().zip(scores(scale, answers)) {
            let interview = interviewed.get(&respondent.id).map_or(Value::Null, |id| Value::from(*id));
            let [value, percent, answered, asked, reason] = match score {
                Ok(score) => [
                    number(Some(score.value)),
                    number(Some(score.percent)),
                    json!(score.answered),
                    json!(score.asked),
                    Value::Null,
                ],
                Err(why) => {
                    let (answered, reason) = match why {
                        NoScore::NotAsked => (Value::Null, "not-asked"),
                        NoScore::NoAnswer => (json!(0), "no-answer"),
                        NoScore::TooFew { answered, .. } => (json!(answered), "too-few"),
                    };
                    [Value::Null, Value::Null, answered, Value::Null, Value::from(reason)]
                }
            };
            table.row([
                json!(respondent.id),
                interview,
                Value::from(scale.id.as_str()),
                value,
                percent,
                answered,
                asked,
                reason,
            ]);
        }
    }
    vec![table]
}

/// Interviews by codes: whether a code is there, and how many extracts of it.
fn crossed<'a>(material: &Material, words: &'a Catalog) -> Vec<Draft<'a>> {
    let matrix = CaseMatrix::build(&material.codebook, &material.transcripts, &material.codings, None);
    if matrix.codes.is_empty() {
        return Vec::new();
    }
    ["presence", "counts"]
        .into_iter()
        .map(|name| {
            let is_flag = name == "presence";
            let mut table = Draft::new(words, name, &[("interview", "text")]);
            for id in &matrix.codes {
                let title = material.codebook.find(id).map_or(id.as_str(), |code| code.title.as_str());
                table.column(id.as_str(), if is_flag { "flag" } else { "integer" }, title);
            }
            for (case, cells) in matrix.cases.iter().zip(&matrix.cells) {
                let cells = cells
                    .iter()
                    .map(|cell| if is_flag { json!(cell.extracts > 0) } else { json!(cell.extracts) });
                table.row(std::iter::once(json!(case.case)).chain(cells));
            }
            table
        })
        .collect()
}

/// Axes, profiles and who is in them; nothing when the interviews cannot be grouped.
fn typology<'a>(
    context: &Context,
    material: &Material,
    words: &'a Catalog,
) -> Result<Vec<Draft<'a>>, AppError> {
    let request = TypologyRequest { without_draws: true, ..TypologyRequest::default() };
    let outcome = match compute(context, material, &request, words.language()) {
        Ok(outcome) => outcome,
        Err(AppError::Empty { .. } | AppError::Typology(_)) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let columns = [("interview", "text"), ("axis", "text"), ("value", "number"), ("standardised", "number")];
    let mut axes = Draft::new(words, "axes", &columns);
    for axis in &outcome.typology.axes {
        for (case, row) in outcome.typology.cases.iter().zip(&axis.rows) {
            axes.row([
                json!(case),
                json!(axis.definition.id),
                number(row.pooled.as_ref().map(|value| value.value)),
                number(row.scaled),
            ]);
        }
    }
    let columns = [("profile", "text"), ("name", "text"), ("reason", "text"), ("size", "integer")];
    let mut profiles = Draft::new(words, "profiles", &columns);
    let columns = [("interview", "text"), ("profile", "text"), ("assigned", "text"), ("reason", "text")];
    let mut members = Draft::new(words, "membership", &columns);
    for profile in &outcome.profiles {
        profiles.row([
            json!(profile.label),
            text(&profile.name),
            text(&profile.reason),
            json!(profile.cases.len()),
        ]);
        for case in &profile.cases {
            let moved = outcome.assignments.iter().find(|one| one.case == *case);
            members.row([
                json!(case),
                json!(profile.label),
                moved.map_or(Value::Null, |one| text(&one.assigned)),
                moved.map_or(Value::Null, |one| text(&one.reason)),
            ]);
        }
    }
    Ok(vec![axes, profiles, members])
}

//! One code laid out: its card, its history, its passages.

use std::collections::BTreeMap;

use crate::app::codebook::{CodePage, Entry, Passage, Shelf};
use crate::domain::codebook::{Field, FieldChange};
use crate::domain::coding::Anchoring;
use crate::i18n::format::Format;
use crate::i18n::{Catalog, Value};
use crate::text::difference::{Fate, differences};
use crate::web::session::Session;

/// Passages shown at once; the others are a page of their own.
const SHOWN: usize = 120;

/// A code with all that is known of it.
pub(super) struct CodeView {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) theme: String,
    pub(super) theme_title: String,
    pub(super) parent: String,
    pub(super) index: usize,
    pub(super) variant: usize,
    /// `108 passages in 12 interviews, two coders`.
    pub(super) facts: String,
    pub(super) fields: Vec<FieldView>,
    pub(super) examples: Vec<String>,
    pub(super) example_count: usize,
    pub(super) axes: Vec<AxisView>,
    pub(super) retired: Option<RetiredView>,
    pub(super) history: Vec<EntryView>,
    pub(super) bars: Vec<Bar>,
    pub(super) passages: Vec<PassageView>,
    pub(super) count: usize,
    pub(super) older: usize,
    pub(super) older_ids: String,
    pub(super) more: usize,
}

/// A text of the card.
pub(super) struct FieldView {
    /// `definition`, `include` or `exclude`.
    pub(super) name: &'static str,
    /// As it is stored.
    pub(super) value: String,
    /// As it is read, paragraph by paragraph.
    pub(super) shown: Vec<String>,
}

/// A weight on an axis.
pub(super) struct AxisView {
    pub(super) id: String,
    pub(super) title: String,
    /// As a field holds it.
    pub(super) weight: f64,
    /// The usual weights: value, what it says, whether it is the present one.
    pub(super) usual: Vec<(i8, &'static str, bool)>,
}

/// Why a code is given no more.
pub(super) struct RetiredView {
    pub(super) reason: String,
    /// Identifier and title of the code given in its place.
    pub(super) into: Option<(String, String)>,
}

/// A change in the code's history.
pub(super) struct EntryView {
    pub(super) is_version: bool,
    pub(super) version: usize,
    pub(super) at: String,
    pub(super) day: String,
    pub(super) coder: String,
    /// What happened, when no text changed.
    pub(super) what: Option<&'static str>,
    pub(super) changes: Vec<ChangeView>,
}

/// A text that changed.
pub(super) struct ChangeView {
    pub(super) field: String,
    /// What became of each stretch: `gone`, `new` or nothing; the stretch.
    pub(super) pieces: Vec<(&'static str, String)>,
}

/// Passages of an interview.
pub(super) struct Bar {
    pub(super) transcript: String,
    pub(super) count: usize,
    /// Of a hundred.
    pub(super) width: usize,
}

/// A passage.
pub(super) struct PassageView {
    pub(super) id: String,
    pub(super) before: String,
    pub(super) words: String,
    pub(super) transcript: String,
    pub(super) turn: usize,
    pub(super) coder: String,
    pub(super) is_mine: bool,
    pub(super) intensity: Option<usize>,
    pub(super) memo: String,
    pub(super) version: usize,
    pub(super) is_older: bool,
    pub(super) is_lost: bool,
}

/// Names of those who code, by identifier.
pub(super) type Names = BTreeMap<String, String>;

fn name(names: &Names, coder: &str) -> String {
    names.get(coder).cloned().unwrap_or_else(|| coder.to_owned())
}

/// Lays a code out.
pub(super) fn lay_out(session: &Session, shelf: &Shelf, found: &CodePage, names: &Names) -> CodeView {
    let format = Format::new(session.language);
    let mut titles = titles(shelf);
    for axis in &found.axes {
        titles.entry(axis.id.0.clone()).or_insert_with(|| axis.title.get(session.language).to_owned());
    }
    let code = &found.code.code;
    let index = shelf.themes.iter().position(|theme| theme.theme.id == code.theme).unwrap_or_default();
    let theme_title = shelf.themes.get(index).map(|theme| theme.theme.title.clone()).unwrap_or_default();
    let fields = [("definition", &code.definition), ("include", &code.include), ("exclude", &code.exclude)];
    let older: Vec<&Passage> = found.passages.iter().filter(|passage| passage.is_older).collect();
    let retired = code.retired.as_ref().map(|retired| RetiredView {
        reason: format.spaced(&retired.reason),
        into: retired.into.as_ref().map(|into| {
            (into.0.clone(), titles.get(into.as_str()).cloned().unwrap_or_else(|| into.0.clone()))
        }),
    });
    CodeView {
        id: code.id.0.clone(),
        title: code.title.clone(),
        theme: code.theme.0.clone(),
        theme_title,
        parent: code.parent.as_ref().map(|parent| parent.0.clone()).unwrap_or_default(),
        index,
        variant: found.code.variant,
        facts: facts(&session.catalog, found),
        fields: fields
            .into_iter()
            .map(|(name, value)| FieldView { name, value: value.clone(), shown: paragraphs(format, value) })
            .collect(),
        examples: code.examples.clone(),
        example_count: code.examples.len(),
        axes: found
            .axes
            .iter()
            .map(|axis| {
                let weight = code.weights.iter().find(|(id, _)| *id == axis.id).map_or(0.0, |one| one.1);
                let usual = [(-1, "−1"), (0, "0"), (1, "+1")];
                AxisView {
                    id: axis.id.0.clone(),
                    title: axis.title.get(session.language).to_owned(),
                    weight,
                    usual: usual
                        .map(|(value, text)| (value, text, (weight - f64::from(value)).abs() < f64::EPSILON))
                        .into(),
                }
            })
            .collect(),
        retired,
        history: found
            .history
            .iter()
            .map(|entry| entry_view(session, format, &titles, names, entry))
            .collect(),
        bars: bars(&found.passages),
        count: found.passages.len(),
        older_ids: older.iter().map(|passage| passage.coding.id.as_str()).collect::<Vec<_>>().join(" "),
        older: older.len(),
        more: found.passages.len().saturating_sub(SHOWN),
        passages: shown(&found.passages)
            .map(|passage| passage_view(session, format, names, passage))
            .collect(),
    }
}

/// Those under an older definition first when not all are shown.
fn shown(passages: &[Passage]) -> impl Iterator<Item = &Passage> {
    let older = if passages.len() > SHOWN { SHOWN } else { 0 };
    let first = passages.iter().filter(|passage| passage.is_older).take(older);
    let rest = passages.iter().filter(move |passage| older == 0 || !passage.is_older);
    first.chain(rest).take(SHOWN)
}

fn titles(shelf: &Shelf) -> BTreeMap<String, String> {
    let themes = shelf.themes.iter().map(|theme| (theme.theme.id.0.clone(), theme.theme.title.clone()));
    let codes = shelf.themes.iter().flat_map(|theme| &theme.codes);
    // Codes last: where a theme is called as one of its codes, the code's title is the likelier.
    themes.chain(codes.map(|code| (code.code.id.0.clone(), code.code.title.clone()))).collect()
}

fn facts(catalog: &Catalog, found: &CodePage) -> String {
    let mut coders: Vec<&str> = found.passages.iter().map(|passage| passage.coding.coder.as_str()).collect();
    coders.sort_unstable();
    coders.dedup();
    let arguments = [
        ("count", Value::from(found.code.count)),
        ("interviews", found.interviews().into()),
        ("coders", coders.len().into()),
    ];
    catalog.text("codebook-facts", &arguments)
}

fn paragraphs(format: Format, text: &str) -> Vec<String> {
    text.split("\n\n").filter(|text| !text.is_empty()).map(|text| format.spaced(text)).collect()
}

fn bars(passages: &[Passage]) -> Vec<Bar> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for passage in passages.iter().filter(|passage| passage.coding.anchoring != Anchoring::Lost) {
        *counts.entry(passage.coding.transcript.as_str()).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1).max(1);
    let bar = |(transcript, count): (&str, usize)| Bar {
        transcript: transcript.to_owned(),
        count,
        width: (count * 100).div_ceil(most),
    };
    counts.into_iter().map(bar).collect()
}

fn passage_view(session: &Session, format: Format, names: &Names, passage: &Passage) -> PassageView {
    let coding = &passage.coding;
    // What was said just before in the same breath; a word cut by the context's edge is left out.
    let before = match coding.anchor.prefix.rsplit_once("\n\n") {
        // Another turn, and the label of this one.
        Some((_, label)) if label.trim_end().ends_with(':') => "",
        Some((_, rest)) => rest,
        None => coding.anchor.prefix.split_once(' ').map_or("", |(_, rest)| rest),
    };
    let before = before.replace('\n', " ");
    PassageView {
        id: coding.id.0.clone(),
        before: format.spaced(&before),
        words: format.spaced(&coding.anchor.exact),
        transcript: coding.transcript.0.clone(),
        turn: usize::try_from(coding.turns.0).unwrap_or_default(),
        coder: name(names, coding.coder.as_str()),
        is_mine: coding.coder == session.coder,
        intensity: coding.intensity.map(usize::from),
        memo: coding.memo.clone(),
        version: usize::try_from(passage.version).unwrap_or_default(),
        is_older: passage.is_older,
        is_lost: coding.anchoring == Anchoring::Lost,
    }
}

fn entry_view(
    session: &Session,
    format: Format,
    titles: &BTreeMap<String, String>,
    names: &Names,
    entry: &Entry,
) -> EntryView {
    let (change, operation) = (&entry.change, &entry.operation);
    let what = match operation.kind.as_str() {
        _ if change.is_gone => Some("codebook-history-gone"),
        "import" if change.is_new => Some("codebook-history-read"),
        _ if change.is_new => Some("codebook-history-made"),
        "code-merge" => Some("codebook-history-merged"),
        _ => None,
    };
    EntryView {
        is_version: change.is_new || change.changes.iter().any(|one| one.field.defines()),
        version: usize::try_from(change.version).unwrap_or_default(),
        day: format.date(operation.at.get(..10).unwrap_or_default()),
        at: operation.at.clone(),
        coder: name(names, &operation.coder),
        what,
        changes: change.changes.iter().map(|one| change_view(session, titles, one)).collect(),
    }
}

fn change_view(session: &Session, titles: &BTreeMap<String, String>, change: &FieldChange) -> ChangeView {
    let field = session.catalog.plain(&format!("codebook-field-{}", change.field.name()));
    let title = |id: &str| titles.get(id).cloned().unwrap_or_else(|| id.to_owned());
    let (before, after) = match change.field {
        Field::Theme | Field::Parent => (title(&change.before), title(&change.after)),
        Field::Weights => (weights(&change.before, titles), weights(&change.after, titles)),
        Field::Retired => (retirement(&change.before, titles), retirement(&change.after, titles)),
        _ => (change.before.clone(), change.after.clone()),
    };
    let is_text = matches!(
        change.field,
        Field::Definition | Field::Include | Field::Exclude | Field::Examples | Field::Title
    );
    let pieces = if is_text {
        differences(&before, &after)
            .into_iter()
            .map(|(fate, words)| {
                let class = match fate {
                    Fate::Stays => "",
                    Fate::Goes => "gone",
                    Fate::Comes => "new",
                };
                (class, words.to_owned())
            })
            .collect()
    } else {
        let both = [("gone", before), ("new", after)];
        both.into_iter().filter(|(_, words)| !words.is_empty()).collect()
    };
    ChangeView { field, pieces }
}

/// Writes weights with the titles of their axes.
fn weights(text: &str, titles: &BTreeMap<String, String>) -> String {
    let one = |weight: &str| match weight.rsplit_once(' ') {
        Some((axis, number)) => {
            let axis = titles.get(axis).map_or(axis, String::as_str);
            format!("{axis} {}", number.replace('-', "−"))
        }
        None => weight.to_owned(),
    };
    text.split(", ").map(one).collect::<Vec<_>>().join(", ")
}

/// Writes why a code was retired, with the title of the code given in its place.
fn retirement(text: &str, titles: &BTreeMap<String, String>) -> String {
    match text.rsplit_once("→ ") {
        Some((reason, into)) if titles.contains_key(into) => {
            format!("{reason}→ {}", titles.get(into).map_or(into, String::as_str))
        }
        _ => text.to_owned(),
    }
}

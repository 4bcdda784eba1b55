//! Study folders of all that is odd and allowed: names, line ends, scripts, nesting, gaps.

use std::fmt::{self, Write};
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::json;

use crate::study::Study;

/// The settings that a new study begins with.
static SETTINGS: LazyLock<String> = LazyLock::new(|| Study::empty().read("study.toml"));

/// Words that broke other programs: what counts twice in UTF-16, what combines, what runs from right to
/// left, what looks like the notation of a file.
const PIECES: [&str; 40] = [
    "mot",
    "l’eau",
    "l'œuf",
    "👩‍👧",
    "🙂",
    "❤️",
    "𝄞",
    "e\u{301}te\u{301}",
    "q\u{323}\u{307}",
    "\u{202f}»",
    "a < b & c",
    "fin.",
    "مرحبا بكم",
    "\u{202b}שלום\u{202c}",
    "\u{200f}نعم\u{200e}",
    "[silence]",
    "(rires)",
    "[00:01:05]",
    "*fort*",
    "**très fort**",
    "un_mot_ici",
    "`code`",
    "\\*",
    "# non",
    "1. un",
    "- deux",
    "---",
    "> trois",
    "| a | b |",
    "https://example.org/a_b?c=1&d",
    "[lien](https://example.org)",
    "<b>gras</b>",
    "&amp;",
    "&eacute;",
    "12:30",
    "Note : voir",
    "\u{a0}!",
    "\"dit\"",
    "\u{ad}cé\u{200b}sure",
    "$x$ ~y~ ^z^",
];

/// What stands between words.
const BETWEEN: [&str; 5] = [" ", "  ", " … ", "\n", "\n\n"];

/// Names of files, interviews and persons.
const NAMES: [&str; 10] = [
    "E01",
    "Entretien n° 2 – Zoé",
    "l'été d’Inès",
    "e\u{301}crit",
    "🙂 rires",
    "a.b-c_d",
    "007",
    "مقابلة",
    "Œuvre (suite)",
    "lieu, 3",
];

/// Values of attributes, cells and memos.
const VALUES: [&str; 20] = [
    "séparation",
    "007",
    "true",
    "~",
    "2023-06-30",
    "a: b",
    "- tiret",
    "# dièse",
    "« à voir »",
    "\"dit\"",
    "l'été",
    "🙂 !",
    "نعم",
    "{a}",
    "[b]",
    "1e3",
    "99",
    "NA",
    "a;b,c",
    "%x | y",
];

/// A study folder: names and bytes of its files.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) files: Vec<(String, Vec<u8>)>,
}

impl fmt::Debug for Made {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, bytes) in self.files.iter().filter(|(name, _)| name != "study.toml") {
            let text = String::from_utf8_lossy(bytes).replace('\u{feff}', "[BOM]").replace('\r', "[CR]");
            writeln!(formatter, "\n==== {name}\n{text}")?;
        }
        Ok(())
    }
}

impl Made {
    /// Writes the folder on the disk.
    pub(super) fn write(&self) -> Study {
        let study = Study::nothing();
        std::fs::create_dir(study.path(FOLDER)).unwrap();
        let study = study.enter(FOLDER);
        study.run(["init"]).succeeds();
        for (name, bytes) in &self.files {
            study.write(name, bytes);
        }
        study
    }
}

/// The folder of every study: a name that shells and addresses break on.
const FOLDER: &str = "l’étude d'Inès & 100 % 🙂";

/// How a file is stored.
#[derive(Clone, Copy, Debug)]
struct Storage {
    crlf: bool,
    mark: bool,
}

impl Storage {
    fn of(self, text: &str) -> Vec<u8> {
        let text = if self.crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
        let mark: &[u8] = if self.mark { b"\xEF\xBB\xBF" } else { b"" };
        [mark, text.as_bytes()].concat()
    }
}

fn storage() -> impl Strategy<Value = Storage> {
    any::<(bool, bool)>().prop_map(|(crlf, mark)| Storage { crlf, mark })
}

/// A speech: words with what stands between them.
fn speech() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let between = prop_oneof![6 => Just(" "), 1 => prop::sample::select(&BETWEEN[..])];
    prop::collection::vec((between, prop::sample::select(&PIECES[..])), 0..9)
}

/// A row of a coding table, made of numbers that are taken modulo what there is.
#[derive(Clone, Debug)]
struct Row {
    turn: usize,
    /// First word and last word of the quote.
    words: (usize, usize),
    code: usize,
    coder: usize,
    intensity: Option<u8>,
    memo: Option<&'static str>,
    /// By place in the file in the stead of a quote.
    by_place: bool,
    /// Names a code that there is not, or words that nobody says.
    is_lost: u8,
}

fn row() -> impl Strategy<Value = Row> {
    (
        0_usize..8,
        (0_usize..8, 0_usize..8),
        0_usize..6,
        0_usize..4,
        prop::option::of(1_u8..=3),
        prop::option::of(prop::sample::select(&VALUES[..])),
        any::<bool>(),
        0_u8..12,
    )
        .prop_map(|(turn, words, code, coder, intensity, memo, by_place, is_lost)| Row {
            turn,
            words,
            code,
            coder,
            intensity,
            memo,
            by_place,
            is_lost,
        })
}

#[derive(Clone, Debug)]
struct Interview {
    turns: Vec<Vec<(&'static str, &'static str)>>,
    heading: Option<&'static str>,
    attributes: Vec<(usize, &'static str)>,
    storage: Storage,
    rows: Vec<Row>,
    has_id: bool,
}

fn interview() -> impl Strategy<Value = Interview> {
    (
        prop::collection::vec(speech(), 2..7),
        prop::option::of(prop::sample::select(&PIECES[..])),
        prop::collection::vec((0_usize..4, prop::sample::select(&VALUES[..])), 0..4),
        storage(),
        prop::collection::vec(row(), 0..12),
        any::<bool>(),
    )
        .prop_map(|(turns, heading, attributes, storage, rows, has_id)| Interview {
            turns,
            heading,
            attributes,
            storage,
            rows,
            has_id,
        })
}

/// Keys of attributes.
const KEYS: [&str; 4] = ["evenement", "âge", "\"lieu : ville\"", "participants"];

/// Who codes.
const CODERS: [&str; 4] = ["c1", "Zoé d’Été", "c;2, \"bis\"", "🙂"];

/// The words of a turn as its file writes them.
fn written(number: usize, words: &[(&str, &str)]) -> String {
    let mut text = format!("Début{number}");
    for (between, word) in words {
        text.push_str(between);
        text.push_str(word);
    }
    write!(text, " Fin{number}").unwrap();
    text
}

/// The identifier of an interview: its own, or that of its file.
fn id_of(at: usize, name: &str, one: &Interview) -> String {
    if one.has_id { format!("{name}/{at}") } else { name.to_owned() }
}

/// Writes an interview as its file, and its tables of codings.
fn interview_files(at: usize, name: &str, one: &Interview, codes: usize) -> Vec<(String, Vec<u8>)> {
    let mut text = String::new();
    let id = id_of(at, name, one);
    if one.has_id || !one.attributes.is_empty() {
        text.push_str("---\n");
        if one.has_id {
            writeln!(text, "id: {}\ntitle: {}", json!(id), json!(format!("« {name} » : n° {at}"))).unwrap();
        }
        let mut told = Vec::new();
        for (key, value) in &one.attributes {
            if told.contains(key) {
                continue;
            }
            told.push(*key);
            let value = if *key == 3 { format!("[{}, 2]", json!(value)) } else { json!(value).to_string() };
            writeln!(text, "{}: {value}", KEYS[*key]).unwrap();
        }
        text.push_str("---\n");
    }
    let mut spoken = Vec::new();
    for (number, words) in one.turns.iter().enumerate() {
        if let Some(heading) = one.heading.filter(|_| number == 1) {
            write!(text, "\n## Partie {heading}\n").unwrap();
        }
        let label = if number % 2 == 0 { "Enquêtrice" } else { "Mme E\u{301}. 🙂" };
        spoken.push(written(number, words));
        // One turn in an interview is without a word.
        let said = if number == 4 { "" } else { &spoken[number] };
        write!(text, "\n**{label} :** {said}\n").unwrap();
    }
    let bytes = one.storage.of(&text);
    let source: Vec<char> = String::from_utf8(bytes.clone()).unwrap().chars().collect();
    let mut files = vec![(format!("transcripts/{name}.md"), bytes)];
    let (mut quotes, mut places) =
        ("coder\tcode\texact\tintensity\tmemo\ttranscript\n".to_owned(), String::new());
    let has_rows = !one.rows.is_empty();
    for row in &one.rows {
        let code = if row.is_lost == 0 { "inconnu".to_owned() } else { format!("code-{}", row.code % codes) };
        let coder = CODERS[row.coder];
        let memo = row.memo.map_or_else(String::new, |memo| format!("{memo}\n« suite »\tet \"fin\" "));
        if row.by_place {
            let start = (row.turn * 37 + row.words.0 * 11) % source.len();
            let end = (start + 1 + row.words.1 * 9).min(source.len());
            let line = json!({
                "document": id, "start": start, "end": end, "code": code, "coder": coder,
                "intensity": row.intensity, "memo": memo,
            });
            writeln!(places, "{line}").unwrap();
            continue;
        }
        let turn = row.turn % one.turns.len();
        let words: Vec<&str> = spoken[turn].split_whitespace().collect();
        let (first, last) = (row.words.0 % words.len(), row.words.1 % words.len());
        let (first, last) = (first.min(last), first.max(last));
        let quote =
            if row.is_lost == 1 { "personne ne dit cela".to_owned() } else { words[first..=last].join(" ") };
        let cells = [
            coder,
            &code,
            &quote,
            &row.intensity.map_or_else(String::new, |one| one.to_string()),
            &memo,
            &id,
        ];
        let cells: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        writeln!(quotes, "{}", cells.join("\t")).unwrap();
    }
    if has_rows {
        files.push((format!("codings/{name}.tsv"), one.storage.of(&quotes)));
    }
    if !places.is_empty() {
        files.push((format!("codings/{name} places.jsonl"), one.storage.of(&places)));
    }
    files
}

#[derive(Clone, Debug)]
struct InventedCode {
    depth: usize,
    title: &'static str,
    words: &'static str,
    weight: i8,
    is_retired: bool,
}

fn code() -> impl Strategy<Value = InventedCode> {
    (
        0_usize..4,
        prop::sample::select(&PIECES[..]),
        prop::sample::select(&VALUES[..]),
        -2_i8..3,
        prop::bool::weighted(0.1),
    )
        .prop_map(|(depth, title, words, weight, is_retired)| InventedCode {
            depth,
            title,
            words,
            weight,
            is_retired,
        })
}

/// Writes the codebook as two themes.
fn codebook_files(codes: &[InventedCode], storage: Storage) -> Vec<(String, Vec<u8>)> {
    let half = codes.len().div_ceil(2);
    let mut files = Vec::new();
    for (theme, (name, from, to)) in
        [("b – situation d’été", 0, half), ("a 🙂", half, codes.len())].into_iter().enumerate()
    {
        if from == to {
            continue;
        }
        let mut text = format!(
            "---\ntheme: theme-{theme}\ntitle: \"{name} : suite\"\ncolour: \"#aa00f{theme}\"\nsummary: \"Ce qu’on dit : {name}\"\n---\n"
        );
        let mut above = 0;
        for (at, code) in codes.iter().enumerate().take(to).skip(from) {
            above = if at == from { 0 } else { code.depth.min(above + 1) };
            let axis = if at % 2 == 0 { "complexity" } else { "effect" };
            let title = code.title.replace('\\', "").replace('#', "n°");
            writeln!(
                text,
                "\n{} Code {at} {title} {{ #code-{at} {axis}={} }}",
                "#".repeat(2 + above),
                f64::from(code.weight) / 2.0
            )
            .unwrap();
            let words = code.words;
            writeln!(
                text,
                "\nDéfinition\n: Ce que dit {words} ici.\n\n  Et plus loin : {words} encore.\n\nInclure\n: oui {words}\n\nExemple\n: Un {words}\n: Deux {words}"
            )
            .unwrap();
            if code.is_retired {
                writeln!(text, "\nRetiré\n: Trop large {words}").unwrap();
            }
        }
        files.push((format!("codebook/{name}.md"), storage.of(&text)));
    }
    files
}

/// A questionnaire of odd columns, with gaps.
fn questionnaire_files(rows: &[(u8, u8, &'static str, bool)], storage: Storage) -> Vec<(String, Vec<u8>)> {
    let declared = r#"# Une enquête inventée.
file = "réponses d'été.csv"
missing = ["99", "NSP"]
not_asked = ["Sans objet"]
dates = "dd/mm/yyyy"

[columns]
id = "n° ; id"
date = "jour"

[[characteristics]]
id = "event"
column = "évènement \"déclaré\""
title = { fr = "Évènement", en = "Event" }

[[scales]]
id = "projet"
title = { fr = "Projet", en = "Project" }
range = [1, 5]
answered = 0.5
items = ["pr 1", "pr 2"]

[[items]]
column = "effet"
title = { fr = "Effet perçu", en = "Perceived effect" }
range = [1, 5]
"#;
    let mut table =
        "\"n° ; id\";jour;\"évènement \"\"déclaré\"\"\";pr 1;pr 2;effet;\"remarque\nlibre\"\n".to_owned();
    for (at, (one, other, words, is_missing)) in rows.iter().enumerate() {
        let answer = |value: u8| match value {
            0 => String::new(),
            1..=5 => value.to_string(),
            6 => "99".to_owned(),
            7 => "NSP".to_owned(),
            _ => "Sans objet".to_owned(),
        };
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let day = if *is_missing { String::new() } else { format!("{:02}/06/2023", at + 1) };
        writeln!(
            table,
            "{};{day};{};{};{};{};{}",
            quoted(&format!("R{at:03} é")),
            if *is_missing { String::new() } else { quoted(words) },
            answer(*one),
            answer(*other),
            answer((one + other) % 9),
            quoted(&format!("{words}\nsuite"))
        )
        .unwrap();
    }
    vec![
        ("questionnaire/questionnaire.toml".to_owned(), storage.of(declared)),
        ("questionnaire/réponses d'été.csv".to_owned(), storage.of(&table)),
    ]
}

/// Records of the service, with gaps and days that are none.
fn administrative_files(rows: &[(u8, u8, &'static str, bool)], storage: Storage) -> Vec<(String, Vec<u8>)> {
    let declared = r#"# Des dossiers inventés.
[interventions]
file = "dossiers & suites.csv"
dates = "yyyy-mm-dd"
extraction = 2023-06-30

[interventions.columns]
family = "n°"
event = "fait"
outcome = "résultat"
offer = "offre"
opening = "début"
closing = "fin"

[interventions.outcomes]
"accepté" = "accepted"
refus = "refused"

[[offers]]
id = "conseil"
values = ["IC", "I.C."]

[[offers]]
id = "suivi"
values = ["AS"]

[recipients]
file = "allocataires.csv"
family = "n°"

[[recipients.characteristics]]
id = "event"
column = "fait \"noté\""
"#;
    let mut interventions = "n°,fait,résultat,offre,début,fin\n".to_owned();
    let mut recipients = "n°,\"fait \"\"noté\"\"\"\n".to_owned();
    for (at, (one, other, words, is_missing)) in rows.iter().enumerate() {
        let quoted = format!("\"{}\"", words.replace('"', "\"\""));
        let outcome = ["accepté", "refus", ""][usize::from(*one) % 3];
        let offer = if outcome == "accepté" { ["IC", "AS", "I.C."][usize::from(*other) % 3] } else { "" };
        let opening = if offer.is_empty() { String::new() } else { format!("2022-01-{:02}", at + 1) };
        let closing = if *is_missing || offer.is_empty() { "" } else { "2022-12-31" };
        writeln!(interventions, "F{at} é,{quoted},{outcome},{offer},{opening},{closing}").unwrap();
        writeln!(recipients, "F{at} é,{}", if *is_missing { "" } else { &quoted }).unwrap();
    }
    vec![
        ("administrative/administrative.toml".to_owned(), storage.of(declared)),
        ("administrative/dossiers & suites.csv".to_owned(), storage.of(&interventions)),
        ("administrative/allocataires.csv".to_owned(), storage.of(&recipients)),
    ]
}

/// What people write beside codings.
fn notebook_files(memos: &[(usize, &'static str)], first: &str) -> Vec<(String, Vec<u8>)> {
    let id = |kind: u8, at: usize| format!("0198c5b2-000{kind}-7000-8000-{at:012}");
    let mut lines = String::new();
    for (at, (kind, body)) in memos.iter().enumerate() {
        let (kind, subject) =
            [("study", ""), ("transcript", first), ("case", first), ("code", "code-0"), ("turn", first)]
                [*kind];
        let mut memo = json!({
            "id": id(1, at), "subject_kind": kind, "subject": subject, "body": format!("{body}\n\n- liste 🙂\r\n"),
            "coder": CODERS[at % 4], "at": format!("2024-01-0{}T10:00:00Z", at + 1),
        });
        if kind == "turn" {
            // Placed on its words, wherever they stand.
            let place = json!({ "version": 1, "span_start": 0, "span_end": 6, "exact": "Début0", "turn": 1 });
            memo.as_object_mut().unwrap().extend(place.as_object().unwrap().clone());
        }
        writeln!(lines, "{memo}").unwrap();
    }
    let decision = json!({
        "id": id(2, 0), "kind": "disagreement", "subject": "x", "body": "{\"é\":\"🙂\"}", "coder": "c1",
        "at": "2024-02-01T10:00:00Z",
    });
    let query =
        json!({ "id": id(3, 0), "name": "L’été & 🙂", "body": "{\"query\":\"l'eau\"}", "coder": "c1" });
    let mut files = vec![
        ("notebook/decisions.jsonl".to_owned(), format!("{decision}\n").into_bytes()),
        ("notebook/saved-queries.jsonl".to_owned(), format!("{query}\n").into_bytes()),
    ];
    if !lines.is_empty() {
        files.push(("notebook/memos.jsonl".to_owned(), lines.into_bytes()));
    }
    files
}

/// Draws study folders.
pub(super) fn made() -> impl Strategy<Value = Made> {
    let answers = (0_u8..9, 0_u8..9, prop::sample::select(&VALUES[..]), prop::bool::weighted(0.3));
    (
        prop::collection::vec(interview(), 1..4),
        prop::collection::vec(code(), 1..7),
        prop::option::of(prop::collection::vec(answers.clone(), 1..8)),
        prop::option::of(prop::collection::vec(answers, 1..8)),
        prop::option::of(prop::collection::vec((0_usize..5, prop::sample::select(&VALUES[..])), 0..6)),
        storage(),
        0..NAMES.len(),
    )
        .prop_map(|(interviews, codes, answers, records, memos, storage, shift)| {
            let name = |at: usize| NAMES[(at + shift) % NAMES.len()];
            let first = id_of(0, name(0), &interviews[0]);
            let mut files = vec![("study.toml".to_owned(), storage.of(&SETTINGS))];
            files.extend(codebook_files(&codes, storage));
            for (at, one) in interviews.iter().enumerate() {
                files.extend(interview_files(at, name(at), one, codes.len()));
            }
            files.extend(answers.iter().flat_map(|rows| questionnaire_files(rows, storage)));
            files.extend(records.iter().flat_map(|rows| administrative_files(rows, storage)));
            files.extend(memos.iter().flat_map(|memos| notebook_files(memos, &first)));
            Made { files }
        })
}

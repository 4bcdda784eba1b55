//! Studies in which nothing can be known of something: one interview, one coder, items that never
//! vary, no answer, no record. Every command and every page must say so in words, and give no figure.
//!
//! Each study is a small copy of the bundled one with one thing taken away. It is walked through as a
//! whole: outputs for people in both languages, JSON, report, pages and addresses for scripts.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::Value;

use crate::client::{Answer, Client};
use crate::study::{Ran, Study};

/// Interviews of the small study.
const INTERVIEWS: usize = 6;
/// Respondents of it, beside the interviewees.
const RESPONDENTS: usize = 60;
/// Interventions of it.
const INTERVENTIONS: usize = 160;
/// Letters kept of each interview, and the turn that they end in.
const LETTERS: usize = 4_000;

/// Commands that compute something of the interviews and their codes.
const OF_INTERVIEWS: [&[&str]; 15] = [
    &["agreement", "--disagreements", "--continuum"],
    &["agreement", "--unit", "sentence", "--rule", "half"],
    &["typology", "--stability"],
    &["typology", "--profiles", "1"],
    &["typology", "--profiles", "40"],
    &["typology", "--measure", "coverage", "--profiles", "2"],
    &["profile"],
    &["lexical", "--profiles", "--specificities"],
    &["lexical", "--forms", "--classes", "3", "--double", "60"],
    &["saturation"],
    &["suggest"],
    &["matrix"],
    &["matrix", "codes"],
    &["matrix", "event"],
    &["codings", "--limit", "3"],
];
/// Commands that compute something of the questionnaire.
const OF_ANSWERS: [&[&str]; 2] = [&["scale"], &["link"]];
/// Commands that compute something of the records.
const OF_RECORDS: [&[&str]; 1] = [&["indicators"]];
/// Commands that compute something of all.
const OF_ALL: [&[&str]; 2] = [&["weights"], &["check"]];

/// Every page, and every address for scripts, that shows something of the study as a whole.
const PAGES: [&str; 27] = [
    "/",
    "/codebook",
    "/codebook/logement",
    "/search?q=aide",
    "/matrices",
    "/matrices?columns=codes",
    "/matrices?columns=attribute:event",
    "/matrices.csv",
    "/passages",
    "/passages.csv",
    "/transcripts",
    "/transcripts/E01",
    "/cases/E01",
    "/questionnaire",
    "/indicators",
    "/typology",
    "/pending",
    "/memos",
    "/history",
    "/preferences",
    "/coders",
    "/coders/c2",
    "/api/v1/study",
    "/api/v1/codings",
    "/api/v1/typology",
    "/api/v1/link",
    "/api/v1/indicators",
];

type Files = BTreeMap<PathBuf, String>;

/// The material of the small study.
static SMALL: LazyLock<Files> = LazyLock::new(|| {
    let whole = Study::bundled();
    let mut files = whole.material();
    files.insert("study.toml".into(), whole.read("study.toml"));
    let interview = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        name.strip_prefix('E').map(|number| number.parse::<usize>().unwrap())
    };
    files.retain(|path, _| interview(path).is_none_or(|number| number <= INTERVIEWS));
    // Short ones, and the codings whose words are left.
    let mut short = Vec::new();
    for (path, text) in files.iter_mut().filter(|(path, _)| path.starts_with("transcripts")) {
        let mut kept = String::new();
        for part in text.split_inclusive("\n\n") {
            kept.push_str(part);
            if kept.chars().count() > LETTERS {
                break;
            }
        }
        *text = kept.clone();
        short.push((PathBuf::from("codings").join(path.with_extension("tsv").file_name().unwrap()), kept));
    }
    for (path, text) in short {
        let table = files.get_mut(&path).unwrap();
        *table = codings(table, |row| text.contains(row.split('\t').nth(2).unwrap()));
    }
    let interviewees: Vec<String> = files
        .values()
        .filter_map(|text| text.lines().find_map(|line| line.strip_prefix("questionnaire: ")))
        .map(str::to_owned)
        .collect();
    assert_eq!(interviewees.len(), INTERVIEWS);
    let answers = files.get_mut(&PathBuf::from("questionnaire/responses.csv")).unwrap();
    *answers = rows(answers, |at, id| at <= RESPONDENTS || interviewees.iter().any(|known| known == id));
    let interventions = files.get_mut(&PathBuf::from("administrative/interventions.csv")).unwrap();
    *interventions = rows(interventions, |at, _| at <= INTERVENTIONS);
    let families: Vec<String> =
        interventions.lines().filter_map(|line| Some(line.split_once(';')?.0.to_owned())).collect();
    let recipients = files.get_mut(&PathBuf::from("administrative/recipients.csv")).unwrap();
    *recipients = rows(recipients, |_, id| families.iter().any(|known| known == id));
    let settings = files.get_mut(&PathBuf::from("study.toml")).unwrap();
    // Few draws: what is looked at is whether a figure is there.
    *settings = changed(settings, "draws = 1000", "draws = 30");
    *settings = changed(settings, "\nprofiles = 4\n", "\nprofiles = 3\n");
    files
});

/// Keeps the head of a coding table and some of its rows.
fn codings(text: &str, keep: impl Fn(&str) -> bool) -> String {
    let lines = text.lines().enumerate().filter(|(at, line)| *at == 0 || keep(line));
    lines.map(|(_, line)| format!("{line}\n")).collect()
}

/// Keeps the head of a table and some of its rows, numbered from 1 and known by their first cell.
fn rows(text: &str, keep: impl Fn(usize, &str) -> bool) -> String {
    edit(text, |at, _, row| keep(at, &row[0]).then(|| row.to_vec()))
}

/// Goes through the records of a table, some of which hold line breaks.
fn edit(text: &str, of: impl Fn(usize, &[String], &[String]) -> Option<Vec<String>>) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let list = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = list(reader.headers().unwrap());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(&head).unwrap();
    for (at, record) in (1..).zip(reader.records()) {
        if let Some(row) = of(at, &head, &list(&record.unwrap())) {
            writer.write_record(row).unwrap();
        }
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Puts other words in the place of some that stand in a text exactly once.
#[track_caller]
fn changed(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old:?}");
    text.replacen(old, new, 1)
}

/// Changes the cells of some columns, row by row; rows are numbered from 1.
fn cells(text: &str, columns: &[&str], of: impl Fn(usize, &str) -> String) -> String {
    edit(text, |at, head, row| {
        let changed = head
            .iter()
            .zip(row)
            .map(|(name, cell)| if columns.contains(&name.as_str()) { of(at, cell) } else { cell.clone() });
        Some(changed.collect())
    })
}

/// A study that lacks something.
struct Degenerate {
    files: Files,
}

impl Degenerate {
    fn new() -> Self {
        Self { files: SMALL.clone() }
    }

    /// Changes a file.
    fn with(mut self, name: &str, change: impl Fn(&str) -> String) -> Self {
        let text = self.files.get_mut(&PathBuf::from(name)).unwrap_or_else(|| panic!("{name}"));
        *text = change(text);
        self
    }

    /// Changes every file of a folder.
    fn with_all(mut self, folder: &str, change: impl Fn(&str, &str) -> String) -> Self {
        for (path, text) in &mut self.files {
            if path.starts_with(folder) {
                *text = change(path.file_stem().unwrap().to_str().unwrap(), text);
            }
        }
        self
    }

    /// Takes files away.
    fn without(mut self, gone: impl Fn(&str) -> bool) -> Self {
        self.files.retain(|path, _| !gone(path.to_str().unwrap()));
        self
    }

    /// Keeps some rows of every coding table.
    fn codings(self, keep: impl Fn(&str, &str, &str) -> bool) -> Self {
        self.with_all("codings", |interview, text| {
            codings(text, |row| {
                let mut cells = row.split('\t');
                let (coder, code) = (cells.next().unwrap(), cells.next().unwrap());
                keep(interview, coder, code)
            })
        })
    }

    fn answers(self, columns: &[&str], of: impl Fn(usize, &str) -> String) -> Self {
        self.with("questionnaire/responses.csv", |text| cells(text, columns, &of))
    }

    fn written(&self) -> Study {
        let study = Study::nothing();
        for (path, text) in &self.files {
            study.write(path.to_str().unwrap(), text);
        }
        study
    }

    /// Lists the commands that could say something else than of the small study: those of the materials
    /// that differ, and what hangs on them.
    fn commands(&self) -> Vec<&'static [&'static str]> {
        let differs = |folders: &[&str]| {
            let of = |files: &Files| -> Vec<(PathBuf, String)> {
                let wanted = |path: &PathBuf| folders.iter().any(|folder| path.starts_with(folder));
                files.iter().filter(|(path, _)| wanted(path)).map(|(a, b)| (a.clone(), b.clone())).collect()
            };
            of(&self.files) != of(&SMALL)
        };
        let interviews = differs(&["transcripts", "codebook", "codings", "study.toml"]);
        let (answers, records) = (differs(&["questionnaire"]), differs(&["administrative"]));
        let same = !interviews && !answers && !records;
        let mut commands = Vec::new();
        if interviews || same {
            commands.extend(OF_INTERVIEWS);
        }
        if interviews || answers || same {
            commands.extend(OF_ANSWERS);
        }
        if records || same {
            commands.extend(OF_RECORDS);
        }
        commands.extend(OF_ALL);
        commands
    }

    /// Imports the study and walks through it; `what` names it where something is wrong.
    fn walk(self, what: &str) -> Walked {
        let study = self.written();
        study.run(["import"]).succeeds();
        let mut walk = Walked { outputs: BTreeMap::new(), faults: Vec::new() };
        for words in self.commands() {
            walk.command(&study, words);
        }
        for language in ["fr", "en"] {
            walk.report(&study, language);
        }
        for language in ["fr", "en"] {
            walk.pages(&study, language);
        }
        if let Some(folder) = std::env::var_os("WALK_DUMP") {
            walk.dump(&folder, what);
            return walk;
        }
        assert!(walk.faults.is_empty(), "{what}:\n{}", walk.faults.join("\n"));
        walk
    }
}

/// What a study said of itself.
struct Walked {
    outputs: BTreeMap<(String, &'static str), Ran>,
    /// What is wrong with it, all told at once.
    faults: Vec<String>,
}

impl Walked {
    fn command(&mut self, study: &Study, words: &[&str]) {
        let name = words.join(" ");
        let json = study.run(words.iter().chain(&["--json"]));
        for language in ["fr", "en"] {
            let ran = study.run(words.iter().chain(&["--lang", language]));
            if ran.code != json.code {
                self.faults.push(format!("{name}: {} in {language}, {} as JSON", ran.code, json.code));
            }
            self.faults.extend(spoken(&format!("{name}, {language}"), &ran));
            self.outputs.insert((name.clone(), language), ran);
        }
        if json.code == 0 {
            self.faults.extend(counted(&name, &serde_json::from_str(&json.out).unwrap()));
        }
        self.outputs.insert((name, "json"), json);
    }

    fn report(&mut self, study: &Study, language: &'static str) {
        let built = study.run(["build", "--lang", language]);
        self.faults.extend(spoken(&format!("build, {language}"), &built));
        if built.code == 0 {
            let report = study.read("output/report.html");
            self.faults.extend(readable(&format!("report, {language}"), &report));
            self.keep("report", language, report);
        }
        self.outputs.insert(("build".to_owned(), language), built);
    }

    fn pages(&mut self, study: &Study, language: &'static str) {
        let mut client = Client::open(study, "c1");
        if language == "en" {
            client.in_english();
        }
        for page in PAGES {
            let answer = client.get(page);
            if answer.status != 200 && !is_absent(page, &answer) {
                self.faults.push(format!("{page}, {language}: {answer:?}"));
            } else if page.starts_with("/api/") {
                self.faults.extend(counted(page, &answer.json()));
            } else {
                self.faults.extend(readable(&format!("{page}, {language}"), &answer.text));
            }
            self.keep(page, language, answer.text);
        }
    }

    fn keep(&mut self, what: &str, language: &'static str, text: String) {
        self.outputs.insert((what.to_owned(), language), Ran { code: 0, out: text, told: String::new() });
    }

    fn dump(&self, folder: &std::ffi::OsStr, what: &str) {
        let folder = std::path::Path::new(folder).join(what);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("FAULTS"), self.faults.join("\n")).unwrap();
        for ((name, language), ran) in &self.outputs {
            let file = format!("{}.{language}", name.replace('/', "_"));
            std::fs::write(folder.join(file), format!("{}{}\n[{}]\n", ran.out, ran.told, ran.code)).unwrap();
        }
    }

    fn told(&self, what: &str, language: &'static str) -> String {
        let ran = self.outputs.get(&(what.to_owned(), language));
        let ran = ran.unwrap_or_else(|| panic!("{what} was not asked"));
        // French sets blanks of its own before its signs.
        format!("{}{}", ran.out, ran.told).replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// Holds an output for people to words in both languages.
    #[track_caller]
    fn says(&self, what: &str, french: &str, english: &str) -> &Self {
        for (language, words) in [("fr", french), ("en", english)] {
            let told = self.told(what, language);
            assert!(told.contains(words), "{what}: no {words:?} in\n{}", without_tags(&told));
        }
        self
    }

    /// Holds an output for people to be without words.
    #[track_caller]
    fn never_says(&self, what: &str, french: &str, english: &str) -> &Self {
        for (language, words) in [("fr", french), ("en", english)] {
            let told = self.told(what, language);
            assert!(!told.contains(words), "{what}: {words:?} in\n{told}");
        }
        self
    }

    fn json(&self, what: &str) -> Value {
        let told = &self.outputs[&(what.to_owned(), "json")];
        serde_json::from_str(&told.out).unwrap_or_else(|error| panic!("{what}: {error}: {told:?}"))
    }
}

/// The words of a page, without its style and its drawings: what failed is to be read by a person.
fn without_tags(page: &str) -> String {
    let words = page.rsplit("</style>").next().unwrap_or(page).split('<');
    let words = words.map(|piece| piece.rsplit('>').next().unwrap_or_default().trim());
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What an output for people may be: the figures, or in words why there are none.
fn spoken(name: &str, ran: &Ran) -> Vec<String> {
    let is_told = match ran.code {
        0 => !ran.out.trim().is_empty(),
        1 => ran.told.contains("Err") && ran.told.trim().chars().count() > 20,
        _ => false,
    };
    let mut faults = readable(name, &format!("{}{}", ran.out, ran.told));
    if !is_told {
        faults.push(format!("{name}: {ran:?}"));
    }
    faults
}

/// Finds what a computer writes where there is no number, and texts that are not there.
fn readable(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if text.contains("{ $") || text.contains('\u{2068}') {
        faults.push(format!("{name}: a text is missing"));
    }
    let mut words = String::new();
    let (mut tag, mut script) = (false, false);
    let is_page = text.trim_start().starts_with("<!");
    for piece in text.split_inclusive(['<', '>']) {
        // What stands in a tag is coordinates and names: a number must be there where one is due.
        if is_page && tag {
            for value in ["NaN", "=\"inf\"", "=\"-inf\"", "inf,", "inf ", "Infinity"] {
                if piece.contains(value) {
                    faults.push(format!("{name}: {value} in <{piece}"));
                }
            }
            script = piece.starts_with("script") || (script && !piece.starts_with("/script"));
        } else if !script {
            words.push_str(piece);
        }
        tag = piece.ends_with('<');
    }
    let mut at = 0;
    for word in words.split_inclusive(|letter: char| !letter.is_alphanumeric() && letter != '_') {
        let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if matches!(bare, "NaN" | "nan" | "inf" | "Infinity") {
            let near: String = words[..at].chars().rev().take(80).collect::<String>().chars().rev().collect();
            faults.push(format!("{name}: {bare} after {near:?}"));
        }
        at += word.len();
    }
    faults
}

/// Keys under which `null` is no figure that is missing, but something not given, not asked or not
/// applicable (docs/API.md).
const NOT_GIVEN: [&str; 34] = [
    "blind",
    "border",
    "by_coder",
    "by_profile",
    "category",
    "checked",
    "column",
    "contacts",
    "cut",
    "double",
    "dropped",
    "event",
    "intensity",
    "key",
    "labels",
    "line",
    "near",
    "null_p",
    "number",
    "parent",
    "part_of",
    "scaled",
    "score",
    "second_tree",
    "settled",
    "sheet",
    "source",
    "specific",
    "starts",
    "stopped",
    "threshold",
    "vocabulary",
    "way",
    "weight",
];

/// Finds each `null` that no reason stands beside.
fn counted(name: &str, value: &Value) -> Vec<String> {
    let mut bare = Vec::new();
    look(value, "", &mut bare);
    bare.sort_unstable();
    bare.dedup();
    bare.iter().map(|path| format!("{name}: null without a reason at {path}")).collect()
}

fn look(value: &Value, path: &str, bare: &mut Vec<String>) {
    match value {
        Value::Null => {
            let key = path.rsplit('.').find(|key| *key != "[]").unwrap_or_default();
            if !NOT_GIVEN.contains(&key) {
                bare.push(path.to_owned());
            }
        }
        Value::Array(values) => values.iter().for_each(|one| look(one, &format!("{path}.[]"), bare)),
        Value::Object(fields) => {
            for (key, one) in fields {
                let reason = fields.get(&format!("{key}_undefined"));
                if !(one.is_null() && reason.is_some_and(|reason| !reason.is_null())) {
                    look(one, &format!("{path}.{key}"), bare);
                }
            }
        }
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Tells whether a page may be missing: it is of one thing that the study lacks, or it is an address for
/// scripts, which says what is missing.
fn is_absent(page: &str, answer: &Answer) -> bool {
    let of_one_thing =
        ["/codebook/", "/coders/", "/cases/", "/matrices?columns=attribute:event", "/matrices.csv"];
    match answer.status.as_u16() {
        404 if of_one_thing.iter().any(|start| page.starts_with(start)) => true,
        400..=499 if page.starts_with("/api/") => answer.json()["message"].is_string(),
        _ => false,
    }
}

#[test]
fn the_small_study_itself() {
    let walked = Degenerate::new().walk("small");
    // Nothing is degenerate there: what these tests look for is not simply always there.
    walked.never_says("scale", "nd¹", "..¹").never_says("profile", "indéfini", "undefined");
    assert!(walked.json("typology --stability")["typology"]["membership"][0]["kept"].is_number());
    assert!(walked.json("saturation")["accumulation"]["chao2"].is_number());
}

#[test]
fn one_interview() {
    let walked = interviews(&["E01"]).walk("one-interview");
    let too_few = ["un seul entretien a une place", "only one interview has a place"];
    for command in ["profile", "typology --stability", "link", "build"] {
        walked.says(command, too_few[0], too_few[1]);
    }
    // One interview tells nothing of a second: neither of how many codes there are, nor of agreement
    // elsewhere.
    walked.says("saturation", "(Chao2) : indéfini", "(Chao2): undefined").says(
        "saturation",
        "Couverture (Good–Turing) : indéfini",
        "Coverage (Good–Turing): undefined",
    );
    let accumulation = &walked.json("saturation")["accumulation"];
    for figure in ["chao2", "chao2_se", "jackknife", "bootstrap", "coverage"] {
        assert!(accumulation[figure]["undefined"].is_object(), "{figure}: {accumulation}");
    }
    let first = "agreement --disagreements --continuum";
    walked.says(first, "un seul entretien ne dit rien", "one interview says nothing");
    walked.says("suggest", "rien ne peut être tenu à l’écart", "nothing can be held out");
    let code = &walked.json("suggest")["codes"][0];
    assert!(code["recall"]["undefined"].is_string() && code["precision"]["undefined"].is_string());
    walked.says("lexical --profiles --specificities", "un seul entretien", "only one interview");
}

#[test]
fn more_profiles_than_interviews() {
    let walked = interviews(&["E01", "E02", "E03"])
        .with("study.toml", |text| changed(text, "\nprofiles = 3\n", "\nprofiles = 6\n"))
        .walk("k-over-n");
    for command in ["profile", "typology --profiles 40", "build", "report", "/typology"] {
        walked.says(command, "3 entretiens seulement", "only 3 interviews");
    }
}

#[test]
fn as_many_profiles_as_interviews_and_one_for_all() {
    let walked = Degenerate::new()
        .with("study.toml", |text| changed(text, "\nprofiles = 3\n", "\nprofiles = 6\n"))
        .walk("k-is-n");
    // Each case alone, and all cases together: no draw, no method and no sample could give another
    // partition, and to find this one again says nothing.
    for (command, why) in [("typology --stability", "too_few"), ("typology --profiles 1", "single_group")] {
        let found = &walked.json(command)["typology"];
        for (place, figure) in [
            ("/structure", "silhouette"),
            ("/structure", "davies_bouldin"),
            ("/structure", "calinski_harabasz"),
            ("/structure", "gaussian_null"),
            ("/membership/0", "silhouette"),
            ("/membership/0", "kept"),
            ("/membership/0", "kept_weights"),
            ("/methods/0", "ari"),
            ("/methods/0", "ami"),
        ] {
            let figure = &found.pointer(place).unwrap()[figure]["undefined"];
            let told = figure.as_str().or_else(|| figure.as_object()?.keys().next().map(String::as_str));
            assert_eq!(told, Some(why), "{command} {place}: {figure}");
        }
    }
    walked.never_says("typology --stability", "100 %", "100%");
    walked.says("profile", "Cas frontière : indéfini", "Boundary cases: undefined");
    walked.says("typology --profiles 1", "Tous les entretiens", "All interviews");
    walked.says("report", "un cas isolé n’est pas un profil", "a single case is not a profile");
    walked.never_says("report", "Aucun cas n’est à la frontière", "No case is at the boundary");
}

#[test]
fn a_single_coder() {
    let walked = Degenerate::new().codings(|_, coder, _| coder == "c1").walk("single-coder");
    let first = "agreement --disagreements --continuum";
    walked.says(first, "il n’y a rien à comparer", "there is nothing to compare");
    walked.says("typology --stability", "lu par une seule personne", "read by one person only");
    walked.says("profile", "Cas frontière : indéfini", "Boundary cases: undefined");
    walked.says("report", "une seule personne a codé", "one person alone coded");
    walked.says("report", "on ne sait pas quels cas sont à la frontière", "nobody knows which cases");
    for seen in ["vu", "vus"] {
        walked.never_says("report", &format!("{seen} par les deux codeurs"), "coded by both coders");
        walked.never_says("report", &format!("{seen} par tous les codeurs"), "seen by all the coders");
    }
    walked.never_says("report", "Aucun cas n’est à la frontière", "No case is at the boundary");
}

#[test]
fn coders_who_share_no_interview() {
    let walked = Degenerate::new()
        .codings(|interview, coder, _| (coder == "c1") == (interview < "E04"))
        .walk("disjoint-coders");
    // Draws between coders leave a case that one of them read as it is: that is no firmness.
    let membership = walked.json("typology --stability")["typology"]["membership"].clone();
    for case in membership.as_array().unwrap() {
        assert_eq!(case["kept"]["undefined"], "no_pairable_unit", "{case}");
    }
    walked.says("profile", "Cas frontière : indéfini", "Boundary cases: undefined");
    walked.says("report", "aucun entretien n’a été codé par deux personnes", "no interview was coded by two");
    walked.never_says("report", "Aucun cas n’est à la frontière", "No case is at the boundary");
}

#[test]
fn coders_who_read_alike_and_respondents_who_are_all_alike() {
    // Whatever c1 gave, c2 gave too: the agreement is whole, and how it would be elsewhere is not known.
    let alike = |_: &str, text: &str| {
        let one = codings(text, |row| row.starts_with("c1\t"));
        let two: String =
            one.lines().skip(1).map(|row| format!("{}\n", row.replacen("c1\t", "c2\t", 1))).collect();
        one + &two
    };
    let first = std::cell::RefCell::new(Vec::new());
    let same = |text: &str| {
        edit(text, |at, _, row| {
            if at == 1 {
                *first.borrow_mut() = row.to_vec();
            }
            Some(row.iter().take(1).chain(first.borrow().iter().skip(1)).cloned().collect())
        })
    };
    let walked =
        Degenerate::new().with_all("codings", alike).with("questionnaire/responses.csv", same).walk("alike");
    let overall = &walked.json("agreement --disagreements --continuum")["overall"]["agreement"];
    assert_eq!(overall["alpha"], 1.0);
    assert_eq!(overall["alpha_interval"]["undefined"], "constant_replicates");
    let words = ["tous les tirages donnent la même valeur", "all draws give the same value"];
    walked.says("agreement --disagreements --continuum", words[0], words[1]);
    walked.says("scale", "indéfini (rien ne varie)", "undefined (nothing varies)");
    walked.says("link", "Aucun répondant ne peut être rapproché", "No respondent can be brought near");
}

#[test]
fn codes_that_nobody_gave_and_an_interview_that_nobody_coded() {
    let unused = ["dettes", "projet", "contenu-aide", "evenement"];
    let walked = Degenerate::new()
        .codings(|interview, _, code| interview != "E03" && !unused.contains(&code))
        .walk("unused-codes");
    // What was not read is not without codes: it has no place, and says nothing of what is still to come.
    let typology = &walked.json("typology --stability")["typology"];
    assert_eq!(typology["unplaced"], serde_json::json!(["E03"]));
    walked.says("typology --stability", "codé par personne", "coded by nobody");
    assert_eq!(walked.json("saturation")["uncoded"], serde_json::json!(["E03"]));
    assert_eq!(walked.json("saturation")["steps"].as_array().unwrap().len(), INTERVIEWS - 1);
    walked.says("report", "E03 n’a pas de place sur les axes", "E03 has no place on the axes");
    walked.says("report", "les cinq personnes se rangent", "five interviewees");
    let codes = walked.json("agreement --disagreements --continuum")["codes"].clone();
    assert!(codes.as_array().unwrap().iter().all(|code| code["code"] != "dettes"), "{codes}");
}

#[test]
fn a_single_code() {
    let walked = Degenerate::new().codings(|_, _, code| code == "logement").walk("single-code");
    walked.says("profile", "aucun axe ne distingue", "no axis");
    // Met in several interviews, and no other to come: the formula of the error gives 0.
    assert_eq!(walked.json("saturation")["accumulation"]["chao2_se"]["undefined"], "at_bound");
    walked.says("saturation", "l’estimation est à sa borne", "the estimate is at its bound");
}

#[test]
fn no_coding_at_all() {
    let walked = Degenerate::new().without(|path| path.starts_with("codings")).walk("no-codings");
    for command in ["profile", "saturation", "build", "report"] {
        walked.says(command, "n’a pas encore de codage", "has no coding yet");
    }
}

#[test]
fn a_codebook_without_weights() {
    let bare = |_: &str, text: &str| -> String {
        let line = |line: &str| match line.split_once(" { #") {
            Some((title, rest)) if line.starts_with('#') => {
                let id = rest.split([' ', '}']).next().unwrap();
                format!("{title} {{ #{id} }}\n")
            }
            _ => format!("{line}\n"),
        };
        text.lines().map(line).collect()
    };
    let walked = Degenerate::new().with_all("codebook", bare).walk("no-weights");
    walked.says("build", "aucun code du livre n’a de poids", "no code of the codebook");
    // Nothing asks for profiles: the report has no chapter to say that there are none.
    walked.never_says("report", "Pas de profils", "No profiles").never_says(
        "build",
        "« complexity",
        "“complexity",
    );
    // What needs no profile is there all the same.
    walked.says("saturation", "Chao2", "Chao2");
}

#[test]
fn axes_on_which_nobody_differs() {
    // One coding of three codes in every interview, as both coders gave it, with the same intensity.
    let same = |_: &str, text: &str| {
        let mut lines = text.lines();
        let head = lines.next().unwrap();
        let own: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
        let own = own.iter().filter(|cells| cells[0] == "c1");
        let codes = ["dettes", "confiance-soi", "logement"].into_iter().zip(own);
        let rows = codes.flat_map(|(code, cells)| {
            ["c1", "c2"].map(|coder| format!("{coder}\t{code}\t{}\t\t\t2\t", cells[2]))
        });
        format!("{head}\n{}\n", rows.collect::<Vec<_>>().join("\n"))
    };
    let walked = Degenerate::new().with_all("codings", same).walk("flat-axes");
    for command in ["profile", "typology --stability", "build", "report"] {
        walked.says(command, "aucun axe ne distingue les entretiens", "no axis tells the interviews apart");
    }
}

/// Codes on the axis of the effect.
const EFFECTS: [&str; 12] = [
    "relation-positive",
    "relation-negative",
    "orientation",
    "confiance-soi",
    "demarches",
    "interlocuteurs",
    "bien-etre",
    "projet",
    "effet-materiel",
    "attente-decue",
    "pas-de-changement",
    "dependance",
];

#[test]
fn one_axis_on_which_nobody_differs_and_no_draw() {
    let walked = Degenerate::new()
        .codings(|_, _, code| !EFFECTS.contains(&code))
        .with("study.toml", |text| changed(text, "draws = 30", "draws = 0"))
        .walk("one-flat-axis");
    let axes = walked.json("typology --stability")["typology"]["axes"].clone();
    assert_eq!(axes[1]["dropped"], "constant");
    walked.says("typology --stability", "tous les entretiens y ont la même valeur", "all interviews have");
    walked.never_says("report", "Aucun cas n’est à la frontière", "No case is at the boundary");
}

#[test]
fn one_axis_only() {
    let one = |text: &str| {
        let at = text.find("[[axes]]\nid = \"effect\"").unwrap();
        let end = at + text[at..].find("# Les personnes").unwrap();
        let start = text.find("# Un profil se désigne").unwrap();
        let stop = text.find("# Un·e chercheur·se").unwrap();
        let text = format!("{}{}{}{}", &text[..at], &text[end..start], &text[stop..], "");
        changed(&text, "vertical = \"effect\"\n", "")
    };
    let bare = |_: &str, text: &str| {
        let mut text = text.to_owned();
        for weight in [" effect=1", " effect=-1"] {
            text = text.replace(weight, "");
        }
        text
    };
    // No plane can be drawn: the study is refused, and nothing is computed on one axis in silence.
    let study = Degenerate::new().with("study.toml", one).with_all("codebook", bare).written();
    for (language, words) in [
        ("fr", "Il faut deux axes pour placer les cas, il y en a 1"),
        ("en", "Two axes are needed to place the cases, there are 1"),
    ] {
        let ran = study.run(["import", "--lang", language]).fails(1);
        assert!(ran.told.contains(words), "{ran:?}");
    }
}

#[test]
fn nobody_speaks_as_a_respondent() {
    let silent = |text: &str| {
        let names = ["Mme A.", "M. B.", "Mme C.", "Mme D.", "Mme E.", "M. F."];
        let names = names.map(|name| format!("\"{name}\"")).join(", ");
        let old = "interviewer = [\"Enquêtrice\", \"Enquêteur\"]";
        changed(text, old, &format!("interviewer = [\"Enquêtrice\", \"Enquêteur\", {names}]"))
    };
    let plain = |_: &str, text: &str| lines_without(&lines_without(text, "interviewer: "), "respondent: ");
    let walked = Degenerate::new()
        .with_all("transcripts", plain)
        .with("study.toml", silent)
        .walk("no-respondent-role");
    let first = "agreement --disagreements --continuum";
    walked.says(first, "0 tours d’enquêté·es, 0 unités", "0 respondents’ turns");
    walked.says(first, "aucune unité n’est jugée par deux personnes", "no unit is judged by two persons");
    walked.says("lexical --profiles --specificities", "Pas de classes", "No classes");
    // Share of no words at all.
    let coverage = "typology --measure coverage --profiles 2";
    walked.says(coverage, "aucun entretien n’a de place", "no interview has a place");
}

/// The items of the questionnaire.
const ITEMS: [&str; 28] = [
    "be1",
    "be2",
    "be3",
    "be4",
    "be5",
    "cs1",
    "cs2",
    "cs3",
    "cs4",
    "cs5",
    "cs6",
    "pr1",
    "pr2",
    "pr3",
    "pr4",
    "de1",
    "de2",
    "de3",
    "de4",
    "de5",
    "re1",
    "re2",
    "re3",
    "re4",
    "re5",
    "re6",
    "effet_percu",
    "satisfaction",
];
/// Its other answers.
const OTHERS: [&str; 25] = [
    "evenement",
    "offre",
    "sexe",
    "age",
    "situation_familiale",
    "qpv",
    "difficulte_ressources",
    "difficulte_dettes",
    "difficulte_logement",
    "difficulte_emploi",
    "difficulte_sante",
    "difficulte_souffrance",
    "difficulte_isolement",
    "difficulte_conflit",
    "difficulte_obstacles_administratifs",
    "loisirs_enfants_avant",
    "loisirs_enfants_apres",
    "vacances_avant",
    "vacances_apres",
    "sorties_culturelles_avant",
    "sorties_culturelles_apres",
    "sport_avant",
    "sport_apres",
    "activite_avant",
    "activite_apres",
];

#[test]
fn items_that_never_vary_and_interventions_that_all_last_the_same() {
    let lasting = |text: &str| {
        let opened = cells(text, &["date_ouverture"], |_, cell| {
            if cell.is_empty() { String::new() } else { "2022-05-01".to_owned() }
        });
        cells(&opened, &["date_cloture"], |_, _| "2022-06-01".to_owned())
    };
    let walked = Degenerate::new()
        .answers(&ITEMS, |_, _| "3".to_owned())
        .with("administrative/interventions.csv", lasting)
        .walk("constant");
    for scale in walked.json("scale")["scales"].as_array().unwrap() {
        assert_eq!(scale["reliability"]["alpha"]["undefined"], "constant_values", "{scale}");
        assert_eq!(scale["items"][0]["item_rest"]["undefined"], "constant_values", "{scale}");
    }
    walked.says("scale", "α = indéfini (rien ne varie)", "α = undefined (nothing varies)");
    for own in walked.json("link")["own"].as_array().unwrap() {
        assert_eq!(own["test"]["undefined"], "constant_values", "{own}");
    }
    let durations = walked.json("indicators")["durations"].clone();
    assert_eq!(durations[0]["median"], 31.0);
    assert!(durations[0]["interval"][0]["undefined"].is_string(), "{}", durations[0]["interval"]);
    walked.says("indicators", "sans intervalle (", "without an interval (");
    walked.says("indicators", "Log-rank entre évènements : indéfini", "Log-rank between events: undefined");
}

#[test]
fn no_answer_at_all_and_everybody_refused() {
    let refused = |text: &str| {
        let all = cells(text, &["resultat"], |_, _| "refus".to_owned());
        cells(&all, &["offre", "date_ouverture", "date_cloture"], |_, _| String::new())
    };
    let none = |_: usize, _: &str| String::new();
    let walked = Degenerate::new()
        .answers(&ITEMS, none)
        .answers(&OTHERS, none)
        .with("administrative/interventions.csv", refused)
        .walk("no-answers");
    walked.says("scale", "0 scores sur 64 répondants", "0 scores");
    walked.says("weights", "la population n’a personne à compter", "the population has nobody to count");
    walked.says("report", "Aucune intervention n’a de durée connue", "No intervention has a known duration");
    walked.never_says("report", "médiane non atteinte", "median not reached");
    let indicators = walked.json("indicators");
    assert_eq!(indicators["durations"][0]["median"]["undefined"], "no_observations");
    assert_eq!(
        indicators["characteristics"][0]["comparison"]["groups"][0]["standardised"]["undefined"],
        "no_observations"
    );
}

#[test]
fn one_respondent_and_one_intervention() {
    let walked = Degenerate::new()
        .with("questionnaire/responses.csv", |text| rows(text, |_, id| id == "R017"))
        .with("administrative/interventions.csv", |text| rows(text, |at, _| at <= 1))
        .walk("one-respondent");
    for scale in walked.json("scale")["scales"].as_array().unwrap() {
        let reliability = &scale["reliability"];
        for figure in
            ["alpha", "alpha_standardised", "interval", "standard_error", "mean_correlation", "factor"]
        {
            assert!(reliability[figure]["undefined"]["too_few"].is_object(), "{figure}: {reliability}");
        }
    }
    walked.says("link", "un seul groupe", "a single group");
    // One family tells nothing of the spread of such families.
    let groups = walked.json("indicators")["characteristics"][0]["comparison"]["groups"].clone();
    assert!(groups[0]["standardised"]["undefined"]["too_few"].is_object(), "{groups}");
}

#[test]
fn two_respondents_who_were_not_interviewed_and_no_intervention() {
    let none = |text: &str| rows(text, |_, _| false);
    let walked = Degenerate::new()
        .with("questionnaire/responses.csv", |text| rows(text, |at, _| at <= 2))
        .with("administrative/interventions.csv", none)
        .with("administrative/recipients.csv", none)
        .with("administrative/population.csv", none)
        .walk("two-respondents");
    // Two answers lie on a line: a correlation of 1 or −1 says nothing.
    for scale in walked.json("scale")["scales"].as_array().unwrap() {
        let rest = scale["reliability"]["item_rest"].as_array().unwrap();
        assert!(rest.iter().all(|figure| figure["undefined"].is_object()), "{rest:?}");
    }
    walked.says("link", "Aucune personne interrogée ne peut être reliée", "No interviewee can be linked");
    walked.says("report", "n’est reliée à ses réponses", "is linked to answers");
    walked.says("report", "ne compte aucune famille", "counts no family");
    walked.says("indicators", "aucune observation", "no observation");
    // An alpha of two persons is theirs.
    walked.never_says("report", "Alpha de Cronbach : Projet 0", "Cronbach’s alpha: Projet 0");
}

#[test]
fn no_respondent_and_recipients_of_whom_nothing_is_told() {
    let blank = |text: &str| {
        let columns = ["sexe", "age", "situation_familiale", "enfants", "activite", "qpv", "bas_revenus"];
        cells(text, &columns, |_, _| String::new())
    };
    let walked = Degenerate::new()
        .with("questionnaire/responses.csv", |text| rows(text, |_, _| false))
        .with("administrative/recipients.csv", blank)
        .walk("no-respondent");
    walked.says("link", "Aucune personne interrogée ne peut être reliée", "No interviewee can be linked");
    let practices = walked.json("link")["practices"].clone();
    assert_eq!(practices[0]["transition"]["test"]["p_exact"]["undefined"], "no_observations");
    walked.says("report", "Le questionnaire n’a aucune réponse", "The questionnaire has no answer");
}

#[test]
fn one_interviewee_who_answered_and_interventions_that_are_all_open() {
    let unlinked = |name: &str, text: &str| {
        if name == "E01" { text.to_owned() } else { lines_without(text, "questionnaire: ") }
    };
    let walked = Degenerate::new()
        .with_all("transcripts", unlinked)
        .with("administrative/interventions.csv", |text| cells(text, &["date_cloture"], |_, _| String::new()))
        .walk("one-linked");
    for own in walked.json("link")["own"].as_array().unwrap() {
        assert_eq!(own["test"]["undefined"], "single_group", "{own}");
    }
    assert_eq!(walked.json("link")["near_undefined"], "single_group");
    assert_eq!(walked.json("indicators")["durations"][0]["median"]["undefined"], "not_reached");
    walked.says("indicators", "la courbe ne descend pas si bas", "the curve does not come down so far");
}

#[test]
fn interviewees_who_did_not_answer_and_one_offer_after_one_event() {
    let taken = |text: &str| {
        let all = cells(text, &["resultat"], |_, _| "accepté".to_owned());
        let all = cells(&all, &["offre"], |_, _| "IC".to_owned());
        cells(&all, &["fait_generateur"], |_, _| "séparation".to_owned())
    };
    let walked = Degenerate::new()
        .with_all("transcripts", |_, text| lines_without(text, "questionnaire: "))
        .with("administrative/interventions.csv", taken)
        .walk("unlinked");
    walked.says("link", "Aucune personne interrogée ne peut être reliée", "No interviewee can be linked");
    assert_eq!(walked.json("link")["near_undefined"], "no_observations");
    // Nobody is left to compare with.
    let groups = walked.json("indicators")["characteristics"][0]["comparison"]["groups"].clone();
    assert_eq!(groups[0]["standardised"]["undefined"], "no_observations");
    // Respondents after other events are respondents all the same: theirs is no share of 100 %.
    let report = walked.told("report", "fr");
    let row = report.split("<tr").find(|row| row.contains("séparation") && row.contains("Évènement"));
    assert!(row.is_some_and(|row| !row.contains("100,0</td>") || row.contains("160")), "{row:?}");
}

#[test]
fn nobody_linked() {
    let groups = |text: &str| changed(text, "kind = \"assignment\"", "kind = \"groups\"");
    let walked = Degenerate::new().with("study.toml", groups).walk("groups");
    walked.says("link", "comparaison de groupes seulement", "comparison of groups only");
}

#[test]
fn interviews_alone() {
    let walked = Degenerate::new()
        .without(|path| path.starts_with("administrative") || path.starts_with("questionnaire"))
        .walk("interviews-alone");
    for command in ["scale", "link", "weights"] {
        walked.says(command, "pas encore de questionnaire", "has no questionnaire yet");
    }
    walked.says("indicators", "pas encore de fichier administratif", "has no administrative");
}

#[test]
fn cells_that_are_no_number_are_told_with_their_place() {
    let put = |value: &str| {
        let (first, value) = (value.to_owned(), value.to_owned());
        let of = move |at: usize, cell: &str, wanted: usize| {
            if at == wanted { first.clone() } else { cell.to_owned() }
        };
        let again = of.clone();
        Degenerate::new()
            .answers(&["be1"], |at, cell| of(at, cell, 3))
            .answers(&["age"], |at, cell| of(at, cell, 5))
            .with("administrative/recipients.csv", |text| {
                cells(text, &["age"], |at, cell| again(at, cell, 7))
            })
            .with("administrative/interventions.csv", |text| {
                cells(
                    text,
                    &["date_contact"],
                    |at, cell| if at == 7 { value.clone() } else { cell.to_owned() },
                )
            })
            .with("administrative/population.csv", |text| {
                cells(text, &["foyers"], |at, cell| if at == 7 { value.clone() } else { cell.to_owned() })
            })
            .written()
    };
    for value in ["NaN", "inf", "-inf", "1e999"] {
        let ran = put(value).run(["import"]).fails(1);
        for place in [
            "questionnaire/responses.csv:",
            "administrative/recipients.csv:8:",
            "administrative/interventions.csv:8:",
            "administrative/population.csv:8:",
        ] {
            let lines: Vec<&str> = ran.told.lines().filter(|line| line.starts_with(place)).collect();
            assert!(!lines.is_empty() && lines.iter().all(|line| line.contains(value)), "{place}: {ran:?}");
        }
        assert!(ran.told.contains("rien n’a été changé"), "{ran:?}");
    }
}

/// The small study with some of its interviews.
fn interviews(kept: &'static [&str]) -> Degenerate {
    let gone = |path: &str| path.contains("/E") && !kept.iter().any(|id| path.contains(id));
    Degenerate::new().without(gone)
}

fn lines_without(text: &str, start: &str) -> String {
    text.lines().filter(|line| !line.starts_with(start)).map(|line| format!("{line}\n")).collect()
}

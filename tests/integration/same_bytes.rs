//! The same study gives the same bytes: computed twice, by one thread and by two, and from files of
//! other names, in another order, with their rows in another order.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use crate::study::Study;

/// Every command that computes something, with the options that change what it computes.
const COMMANDS: [&[&str]; 38] = [
    &["agreement", "--disagreements", "--continuum"],
    &["agreement", "--unit", "sentence", "--rule", "half", "--disagreements"],
    &["agreement", "--unit", "token"],
    &["agreement", "--unit", "codepoint", "--code", "logement"],
    &["agreement", "--by", "c1,c2", "--transcript", "E03", "--disagreements"],
    &["typology"],
    &["typology", "--stability"],
    &["typology", "--profiles", "3", "--seed", "5"],
    &["typology", "--measure", "presence"],
    &["typology", "--measure", "rate"],
    &["typology", "--measure", "coverage"],
    &["profile"],
    &["profile", "--profile", "P2", "--seed", "5"],
    &["scale"],
    &["scale", "confiance"],
    &["link"],
    &["weights"],
    &["indicators"],
    &["lexical"],
    &["lexical", "--forms", "--classes", "4", "--segment", "30"],
    &["lexical", "--double", "60", "--profiles", "--specificities"],
    &["saturation"],
    &["suggest"],
    &["suggest", "--precision", "0.5", "--interview", "E01", "--code", "logement", "--limit", "5"],
    &["matrix"],
    &["matrix", "--unit", "words"],
    &["matrix", "--unit", "interviews"],
    &["matrix", "codes"],
    &["matrix", "codes", "--unit", "words"],
    &["matrix", "codes", "--unit", "interviews"],
    &["matrix", "event"],
    &["matrix", "event", "--unit", "words"],
    &["codings"],
    &["codings", "--code", "logement", "--sub-codes", "--by", "c1"],
    &["codings", "--attribute", "event=séparation"],
    &["search", "aide"],
    &["search", "\"je peux\"~5 OR mot*", "--limit", "500"],
    &["check"],
];

/// What the program wrote, command by command, the report last.
#[derive(Clone)]
struct Written {
    outputs: Vec<(String, String)>,
    report: String,
}

/// Runs everything on a study with a number of threads.
fn write_all(study: &Study, threads: usize) -> Written {
    let mut outputs = Vec::new();
    for words in COMMANDS {
        outputs.push((words.join(" "), run(study, threads, words)));
    }
    for edition in ["public", "internal"] {
        let built = run(study, threads, &["build", "--edition", edition]);
        outputs.push((format!("build {edition}"), built));
        outputs.push((format!("report {edition}"), without_provenance(&study.read("output/report.html"))));
    }
    Written { outputs, report: study.read("output/report.html") }
}

/// Runs one command with so many threads and so many processors, and returns what it wrote.
fn run(study: &Study, threads: usize, words: &[&str]) -> String {
    let own = study.command(words.iter().chain(&["--json"]));
    // What asks the machine for its processors sees one only.
    let mut command = if threads == 1 && cfg!(target_os = "linux") {
        let mut command = Command::new("taskset");
        command.args(["-c", &first_processor()]).arg(own.get_program()).args(own.get_args());
        command.current_dir(study.folder());
        own.get_envs().for_each(|(name, value)| match value {
            Some(value) => drop(command.env(name, value)),
            None => drop(command.env_remove(name)),
        });
        command
    } else {
        own
    };
    let output = command.env("RAYON_NUM_THREADS", threads.to_string()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{words:?}: {output:?}");
    without_records(words, String::from_utf8(output.stdout).unwrap())
}

/// A processor that this process may use: a machine may not give the first.
fn first_processor() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let allowed = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")).unwrap();
    allowed.trim().split([',', '-']).next().unwrap().to_owned()
}

/// Codings are records, named by the clock at their import: two imports give them two names. All
/// else that a command writes must be the same.
fn without_records(words: &[&str], mut text: String) -> String {
    let is_id = |text: &str| {
        text.len() == 36
            && text.char_indices().all(|(at, letter)| match at {
                8 | 13 | 18 | 23 => letter == '-',
                _ => letter.is_ascii_hexdigit(),
            })
    };
    let mut masked = String::with_capacity(text.len());
    let mut count = 0_usize;
    // What names a record, alone or with others, starts a word: a letter before it would end that word.
    while let Some(at) = text.find(|letter: char| letter.is_ascii_hexdigit()) {
        let rest = text.split_off(at);
        masked.push_str(&text);
        text = rest;
        let end = if text.get(..36).is_some_and(is_id) {
            masked.push_str("record");
            count += 1;
            36
        } else {
            let end = text.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(text.len());
            masked.push_str(&text[..end]);
            end
        };
        text = text.split_off(end);
    }
    masked.push_str(&text);
    let names_records = matches!(words[0], "codings") || words.contains(&"--disagreements");
    assert_eq!(count > 0, names_records, "{words:?} names {count} records");
    masked
}

/// The colophon of a report fingerprints its files with their names, so that a reader can check which
/// ones it was made from: other files, other fingerprints. They are taken out here, five kinds of files
/// and the settings; all else must be the same.
fn without_provenance(report: &str) -> String {
    let words = "Empreintes (SHA-256, douze premiers signes)";
    assert_eq!(report.matches(words).count(), 1, "one colophon");
    let (before, after) = report.split_once(words).unwrap();
    let (line, after) = after.split_once('<').unwrap();
    let is_fingerprint =
        |word: &&str| word.len() == 12 && word.chars().all(|letter| letter.is_ascii_hexdigit());
    let mut line = line.to_owned();
    let words: Vec<String> = line
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(is_fingerprint)
        .map(str::to_owned)
        .collect();
    assert_eq!(words.len(), 6, "fingerprints in the colophon: {line}");
    for fingerprint in words {
        line = line.replace(&fingerprint, "fingerprint");
    }
    format!("{before}{line}<{after}")
}

/// Findings tell the files and the lines that they are about, which are others in other files: what is
/// found must be the same.
fn without_places(mut written: Written) -> Written {
    let (_, check) = written.outputs.iter_mut().find(|(name, _)| name == "check").unwrap();
    let mut found: serde_json::Value = serde_json::from_str(check).unwrap();
    let diagnostics = found["diagnostics"].as_array_mut().unwrap();
    assert!(diagnostics.len() > 1, "{diagnostics:?}");
    for diagnostic in &mut *diagnostics {
        let diagnostic = diagnostic.as_object_mut().unwrap();
        diagnostic.retain(|field, _| field == "key" || field == "severity");
    }
    diagnostics.sort_by_cached_key(ToString::to_string);
    *check = found.to_string();
    written
}

/// Fails with the place where two texts part, instead of two reports on one screen.
#[track_caller]
fn same(what: &str, one: &str, other: &str) {
    if one == other {
        return;
    }
    let at =
        one.char_indices().zip(other.chars()).find(|((_, a), b)| a != b).map_or(one.len(), |((at, _), _)| at);
    let near = |text: &str| {
        let (mut from, mut to) = (at.saturating_sub(200).min(text.len()), (at + 200).min(text.len()));
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        while !text.is_char_boundary(to) {
            to += 1;
        }
        text[from..to].to_owned()
    };
    panic!("{what} parts at byte {at}:\n{}\n---\n{}", near(one), near(other));
}

fn all_same(one: &Written, other: &Written) {
    assert_eq!(one.outputs.len(), other.outputs.len());
    for ((what, own), (_, theirs)) in one.outputs.iter().zip(&other.outputs) {
        same(what, own, theirs);
    }
}

/// A table with its rows and columns, to be written again.
struct Rows {
    delimiter: u8,
    head: StringRecord,
    rows: Vec<StringRecord>,
}

impl Rows {
    fn read(text: &str, delimiter: u8) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader =
            ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let head = reader.headers().unwrap().clone();
        let rows = reader.records().map(Result::unwrap).collect();
        Self { delimiter, head, rows }
    }

    fn column(&self, name: &str) -> usize {
        self.head.iter().position(|known| known == name).unwrap()
    }

    /// Turns the rows round. Of rows that share what stands in the column `kept`, the first one counts
    /// and the others are told: those keep their order.
    fn turned_round(mut self, kept: &str) -> Self {
        let key = self.column(kept);
        let mut groups: BTreeMap<usize, Vec<StringRecord>> = BTreeMap::new();
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (at, row) in self.rows.drain(..).enumerate() {
            let place = *first.entry(row[key].to_owned()).or_insert(at);
            groups.entry(place).or_default().push(row);
        }
        self.rows = groups.into_values().rev().flatten().collect();
        self
    }

    /// Turns the columns round: they have names.
    fn mirrored(mut self) -> Self {
        let mirror = |row: &StringRecord| row.iter().rev().collect::<StringRecord>();
        self.rows = self.rows.iter().map(mirror).collect();
        self.head = mirror(&self.head);
        self
    }

    fn written(&self) -> Vec<u8> {
        let mut writer =
            WriterBuilder::new().delimiter(self.delimiter).flexible(true).from_writer(Vec::new());
        writer.write_record(&self.head).unwrap();
        self.rows.iter().for_each(|row| writer.write_record(row).unwrap());
        writer.into_inner().unwrap()
    }
}

/// The same study in other files: interviews under names that sort the other way round, themes under
/// other names, codings in one table a coder instead of one an interview, and every table with its rows
/// and columns the other way round. Written from the last to the first.
fn rewritten(study: &Study, theme_name: impl Fn(usize) -> String) -> Study {
    let material = study.material();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut settings = study.read("study.toml");
    let mut codings: BTreeMap<String, String> = BTreeMap::new();
    let mut themes = 0;
    for (path, text) in &material {
        let (folder, name) = (path.parent().unwrap().to_str().unwrap(), path.file_stem().unwrap());
        let name = name.to_str().unwrap();
        match (folder, name) {
            ("transcripts", _) => {
                let number: usize = name.trim_start_matches('E').parse().unwrap();
                assert!(text.contains(&format!("\nid: {name}\n")), "{name} says who it is");
                files.push((format!("transcripts/entretien-{:02}.md", 99 - number), text.clone().into()));
            }
            ("codebook", _) => {
                files.push((format!("codebook/{}.md", theme_name(themes)), text.clone().into()));
                themes += 1;
            }
            ("codings", _) => {
                let rows = Rows::read(text, b'\t');
                assert_eq!(&rows.head[0], "coder");
                for line in text.lines().skip(1).filter(|line| !line.is_empty()) {
                    let table = codings.entry(line.split('\t').next().unwrap().to_owned()).or_default();
                    writeln!(table, "{name}\t{line}").unwrap();
                }
            }
            (_, "responses") => {
                let rows = Rows::read(text, b';').turned_round("id").mirrored();
                files.push(("questionnaire/answers.csv".to_owned(), rows.written()));
            }
            (_, "interventions" | "recipients") => {
                let rows = Rows::read(text, b';').turned_round("dossier").mirrored();
                files.push((format!("administrative/z-{name}.csv"), rows.written()));
            }
            (_, "population") => {
                let mut rows = Rows::read(text, b';');
                rows.rows.reverse();
                files.push(("administrative/z-population.csv".to_owned(), rows.mirrored().written()));
            }
            (_, "questionnaire") => {
                let text = text.replace("file = \"responses.csv\"", "file = \"answers.csv\"");
                files.push(("questionnaire/questionnaire.toml".to_owned(), text.into()));
            }
            (_, "administrative") => {
                let text = text.replace("file = \"", "file = \"z-");
                files.push(("administrative/administrative.toml".to_owned(), text.into()));
            }
            _ => panic!("what is {path:?}?"),
        }
    }
    for (at, (_, table)) in codings.into_iter().rev().enumerate() {
        let mut rows: Vec<&str> = table.lines().collect();
        rows.reverse();
        let head = "document\tcoder\tcode\texact\tprefix\tsuffix\tintensity\tmemo";
        files.push((format!("codings/{at}.tsv"), format!("{head}\n{}\n", rows.join("\n")).into()));
    }
    settings.push_str("\n# Le même fichier, avec une ligne de plus.\n");
    files.push(("study.toml".to_owned(), settings.into()));
    let other = Study::nothing();
    for (path, bytes) in files.iter().rev() {
        other.write(path, bytes);
    }
    other.run(["import"]).succeeds();
    other
}

#[test]
fn the_same_bytes_twice_by_one_thread_and_by_two_and_from_files_in_another_order() {
    let study = Study::imported();
    // Themes stand in the order of their files' names (docs/API.md): other names, the same order.
    let other = rewritten(&study, |theme| format!("theme-{theme}"));
    let (mut once, mut twice, mut elsewhere) = (None, None, None);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            once = Some(write_all(&study, 2));
            twice = Some(write_all(&study, 1));
        });
        scope.spawn(|| elsewhere = Some(write_all(&other, 2)));
    });
    let (once, twice, elsewhere) = (once.unwrap(), twice.unwrap(), elsewhere.unwrap());
    same("the report, its colophon too", &once.report, &twice.report);
    all_same(&once, &twice);
    assert_ne!(once.report, elsewhere.report, "the colophon tells the files");
    all_same(&without_places(once.clone()), &without_places(elsewhere));
    // Themes in another order: lists of codes stand in it, and every figure is what it was.
    let turned = rewritten(&study, |theme| format!("theme-{:02}", 99 - theme));
    for words in OF_CODES {
        let name = words.join(" ");
        let (_, own) = once.outputs.iter().find(|(known, _)| *known == name).unwrap();
        let theirs = run(&turned, 2, words);
        assert_ne!(*own, theirs, "{name} lists codes in their order");
        same(&format!("{name}, themes turned round"), &in_any_order(own), &in_any_order(&theirs));
    }
    // Profiles list their codes from the most typical to the least, whatever the order of the themes.
    let (_, own) = once.outputs.iter().find(|(known, _)| known == "profile").unwrap();
    same("profile, themes turned round", own, &run(&turned, 2, &["profile"]));
}

/// Commands whose figures are of codes, and that list codes.
const OF_CODES: [&[&str]; 3] = [&["agreement", "--unit", "token"], &["saturation"], &["matrix"]];

/// What a command wrote, its lists in no order: sums in another order differ in their last bit.
fn in_any_order(json: &str) -> String {
    fn sort(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Array(values) => {
                values.iter_mut().for_each(sort);
                values.sort_by_cached_key(ToString::to_string);
            }
            serde_json::Value::Object(fields) => fields.values_mut().for_each(sort),
            serde_json::Value::Number(number) if !number.is_u64() => {
                *value = format!("{:.9e}", number.as_f64().unwrap()).into();
            }
            _ => {}
        }
    }
    let mut value = serde_json::from_str(json).unwrap();
    sort(&mut value);
    value.to_string()
}

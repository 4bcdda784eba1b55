//! Every file of a study, broken in every usual way: a located error in the user's language, or the
//! file read with a note where it still says what it said; never a panic, and the study untouched.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::study::{Ran, Study};

/// What must come of a broken file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// Refused: an error names the file, and the line where one can be named.
    Refused,
    /// Refused without a line: the whole file is at fault.
    RefusedWhole,
    /// Still readable: taken in, with or without a note.
    Read,
}
use Wanted::{Read, Refused, RefusedWhole};

/// One file of each kind, its way of repeating an identifier, and a key or column to take out.
struct Kind {
    path: &'static str,
    twice: fn(&str) -> String,
    missing: (&'static str, &'static str),
    cut: Wanted,
    twice_is: Wanted,
    missing_is: Wanted,
}

fn last_line_twice(text: &str) -> String {
    format!("{}\n{}\n", text.trim_end(), text.trim_end().lines().last().unwrap())
}

fn header_twice(text: &str) -> String {
    let header = text.lines().next().unwrap().trim_start_matches('\u{feff}');
    let separator = if header.contains(';') { ';' } else { '\t' };
    let first = header.split(separator).next().unwrap();
    let second = header.split(separator).nth(1).unwrap();
    text.replacen(second, first, 1)
}

const KINDS: [Kind; 11] = [
    Kind {
        path: "transcripts/E03.md",
        twice: |text| text.replacen("id: E03", "id: E04", 1),
        missing: ("id: E03\n", ""),
        // Half an interview is an interview.
        cut: Read,
        twice_is: Refused,
        missing_is: Read,
    },
    Kind {
        path: "codebook/1-situation.md",
        twice: |text| {
            let id = text.split("{ #").nth(1).unwrap().split([' ', '}']).next().unwrap();
            format!("{text}\n## Encore {{ #{id} }}\n\nDéfinition\n: Deux fois.\n")
        },
        missing: ("theme: ", "thème : "),
        cut: Read,
        twice_is: Refused,
        missing_is: Read,
    },
    Kind {
        path: "codings/E03.tsv",
        twice: header_twice,
        missing: ("coder\t", "qui\t"),
        cut: Refused,
        twice_is: Refused,
        missing_is: Refused,
    },
    Kind {
        path: "codings/more.jsonl",
        // The same row twice is two codings, which a table may hold.
        twice: last_line_twice,
        missing: ("\"coder\"", "\"qui\""),
        cut: Refused,
        twice_is: Read,
        missing_is: Refused,
    },
    Kind {
        path: "study.toml",
        twice: |text| format!("{text}\n[[axes]]\nid = \"complexity\"\n"),
        missing: ("id = \"complexity\"", ""),
        cut: Refused,
        twice_is: Refused,
        missing_is: Refused,
    },
    Kind {
        path: "questionnaire/questionnaire.toml",
        twice: |text| text.replacen("id = \"confiance\"", "id = \"bien-etre\"", 1),
        missing: ("file = ", "fichier = "),
        cut: Refused,
        twice_is: Refused,
        missing_is: Refused,
    },
    Kind {
        path: "questionnaire/responses.csv",
        twice: last_line_twice,
        missing: (";effet_percu;", ";effet;"),
        cut: Refused,
        twice_is: Refused,
        missing_is: Refused,
    },
    Kind {
        path: "administrative/administrative.toml",
        twice: |text| text.replacen("id = \"accompagnement\"", "id = \"information-conseil\"", 1),
        missing: ("file = ", "fichier = "),
        cut: Refused,
        twice_is: Refused,
        missing_is: Refused,
    },
    Kind {
        path: "administrative/interventions.csv",
        // Duplicate families are counted and listed.
        twice: last_line_twice,
        missing: (";fait_generateur;", ";evenement;"),
        cut: Refused,
        twice_is: Read,
        missing_is: Refused,
    },
    Kind {
        path: "administrative/recipients.csv",
        twice: last_line_twice,
        missing: (";sexe;", ";genre;"),
        cut: Refused,
        twice_is: Read,
        missing_is: Refused,
    },
    Kind {
        path: "administrative/population.csv",
        twice: last_line_twice,
        missing: (";foyers", ";menages"),
        cut: Refused,
        twice_is: Refused,
        missing_is: Refused,
    },
];

/// The study imported, with a coding table of the second form beside the first.
fn study() -> Study {
    let study = Study::imported();
    study.write(
        "codings/more.jsonl",
        "{\"document\": \"E03\", \"code\": \"emploi\", \"coder\": \"c3\", \"exact\": \"je comprends quand c’est parler\"}\n\
         {\"document\": \"E03\", \"code\": \"emploi\", \"coder\": \"c3\", \"exact\": \"vingt-quatre heures mais c’est pas vrai\"}\n",
    );
    study.run(["import"]).succeeds();
    study
}

/// What stands in the store, as far as its readers can tell.
fn fingerprint(study: &Study) -> (Value, String, u64) {
    let files: u64 = fs::metadata(study.path(".propos/study.db")).unwrap().len();
    (study.json(["history"]), study.run(["codings", "--count"]).succeeds().out, files)
}

/// The lines of the output that name a file, most as `path:line:column: word : …`.
fn lines_on<'ran>(ran: &'ran Ran, path: &str) -> Vec<&'ran str> {
    ran.told.lines().chain(ran.out.lines()).filter(|line| line.contains(path)).collect()
}

/// Tells whether a line begins with a file and a line in it.
fn is_located(line: &str) -> bool {
    let place = line.split(": ").next().unwrap_or_default();
    place.split(':').nth(1).is_some_and(|number| number.parse::<usize>().is_ok())
}

/// Holds what comes of files that are broken in one way, all of them to be refused.
fn refused(study: &Study, breakage: &str, broken: &[(&str, Wanted)]) {
    let before = fingerprint(study);
    let checked = study.run(["check"]);
    let french = study.run(["import", "--lang", "fr"]);
    let english = study.run(["import", "--lang", "en"]);
    assert_eq!((checked.code, french.code, english.code), (1, 1, 1), "{breakage} {broken:?}: {french:?}");
    for (path, wanted) in broken {
        let what = format!("{path}, {breakage}");
        for (ran, word) in [(&checked, "erreur"), (&french, "erreur"), (&english, "error")] {
            let word = format!(": {word}");
            let errors: Vec<_> =
                lines_on(ran, path).into_iter().filter(|line| line.contains(&word)).collect();
            assert!(!errors.is_empty(), "{what}: no error names it: {ran:?}");
            assert!(errors.len() <= 60, "{what}: {} errors", errors.len());
            if *wanted == Refused {
                assert!(errors.iter().any(|line| is_located(line)), "{what}: no line in {errors:?}");
            }
            assert!(errors.iter().all(|line| line.chars().count() < 700), "{what}: {errors:?}");
        }
    }
    for ran in [&checked, &french, &english] {
        let said = format!("{}{}", ran.out, ran.told);
        assert!(!said.contains("diagnostic-") && !said.contains("{ $"), "a text is missing: {said}");
    }
    assert!(french.told.contains("rien n’a été changé"), "{breakage}: {french:?}");
    assert!(english.told.contains("nothing was changed"), "{breakage}: {english:?}");
    assert_eq!(fingerprint(study), before, "{breakage} {broken:?}: the study is as it was");
}

/// Holds what comes of files that still say enough: they are taken in, and undo takes them out.
fn read(study: &Study, breakage: &str, broken: &[(&str, Wanted)]) {
    let operations = study.operations();
    let count = study.run(["codings", "--count"]).succeeds().out;
    let (checked, imported) = (study.run(["check"]), study.run(["import"]));
    assert_eq!((checked.code, imported.code), (0, 0), "{breakage} {broken:?}: {imported:?}");
    if study.operations() > operations {
        study.run(["undo"]).succeeds();
    }
    assert_eq!(study.run(["codings", "--count"]).succeeds().out, count, "{breakage} {broken:?}");
}

/// A file, its good bytes, its broken bytes and what must come of them.
type Broken = (&'static str, Vec<u8>, Vec<u8>, Wanted);

/// Breaks each kind of file in one way, and holds what comes of it: those that hide no other at
/// once, since an import of the whole study takes seconds.
fn each(breakage: &str, broken: impl Fn(&Kind, &[u8]) -> Option<(Vec<u8>, Wanted)>) {
    let study = study();
    let mut groups: BTreeMap<u8, Vec<Broken>> = BTreeMap::new();
    for kind in &KINDS {
        let good = fs::read(study.path(kind.path)).unwrap();
        if let Some((bytes, wanted)) = broken(kind, &good) {
            let group = if wanted == Read { 0 } else { hides(kind.path) };
            groups.entry(group).or_default().push((kind.path, good, bytes, wanted));
        }
    }
    for (group, members) in groups {
        for (path, _, bytes, _) in &members {
            study.write(path, bytes);
        }
        let paths: Vec<_> = members.iter().map(|(path, _, _, wanted)| (*path, *wanted)).collect();
        if group == 0 {
            read(&study, breakage, &paths)
        } else {
            refused(&study, breakage, &paths)
        }
        for (path, good, _, _) in &members {
            study.write(path, good);
        }
        assert_eq!(study.json(["import"])["operation"], Value::Null, "{breakage}: mended");
    }
}

/// Files of one number hide none of each other when they do not read.
fn hides(path: &str) -> u8 {
    match path {
        "study.toml" => 3,
        _ if path.ends_with(".toml") => 2,
        _ => 1,
    }
}

/// Puts something else in the place of every file, those that hide no other at once.
fn everywhere(breakage: &str, replace: impl Fn(&Study, &str), mend: impl Fn(&Study, &str)) {
    let study = study();
    for group in 1..=3 {
        let paths: Vec<_> = KINDS
            .iter()
            .map(|kind| kind.path)
            .filter(|path| hides(path) == group)
            .map(|path| (path, RefusedWhole))
            .collect();
        let good: Vec<Vec<u8>> = paths.iter().map(|(path, _)| fs::read(study.path(path)).unwrap()).collect();
        for (path, _) in &paths {
            replace(&study, path);
        }
        refused(&study, breakage, &paths);
        for ((path, _), good) in paths.iter().zip(good) {
            mend(&study, path);
            study.write(path, good);
        }
        assert_eq!(study.json(["import"])["operation"], Value::Null, "{breakage}: mended");
    }
}

#[test]
fn cut_in_the_middle() {
    each("cut", |kind, good| {
        let mut cut = good.len() / 2;
        if kind.path.ends_with(".toml") {
            // After the name of a setting: what is cut in a comment still reads.
            while good[cut] != b'='
                || good[..cut].rsplit(|byte| *byte == b'\n').next().is_none_or(|line| line.contains(&b'#'))
            {
                cut += 1;
            }
        } else {
            // Within a row, before its last separator; never within a letter, which is another case.
            while !good[cut].is_ascii_alphabetic() || good[cut - 1] == b'\n' {
                cut -= 1;
            }
        }
        Some((good[..cut].to_vec(), kind.cut))
    });
}

#[test]
fn in_an_older_encoding() {
    each("windows-1252", |_, good| {
        let text = std::str::from_utf8(good).unwrap().trim_start_matches('\u{feff}');
        let bytes: Vec<u8> = text
            .chars()
            .map(|letter| match letter {
                '’' => 0x92,
                '…' => 0x85,
                '€' => 0x80,
                '–' => 0x96,
                '—' => 0x97,
                'œ' => 0x9c,
                other => u8::try_from(u32::from(other)).unwrap_or(b' '),
            })
            .collect();
        Some((bytes, Read))
    });
}

#[test]
fn in_utf16() {
    each("UTF-16", |_, good| {
        let text = std::str::from_utf8(good).unwrap().trim_start_matches('\u{feff}');
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        Some((bytes, Read))
    });
}

#[test]
fn without_a_column_or_key() {
    each("missing", |kind, good| {
        let text = std::str::from_utf8(good).unwrap();
        assert!(text.contains(kind.missing.0), "{} in {}", kind.missing.0, kind.path);
        Some((text.replacen(kind.missing.0, kind.missing.1, 1).into_bytes(), kind.missing_is))
    });
}

#[test]
fn with_an_identifier_twice() {
    each("twice", |kind, good| {
        let text = std::str::from_utf8(good).unwrap();
        let changed = (kind.twice)(text);
        (changed != text).then(|| (changed.into_bytes(), kind.twice_is))
    });
}

#[test]
fn with_ten_megabytes_on_one_line() {
    each("long line", |_, good| {
        let mut bytes = good.to_vec();
        bytes.push(b'\n');
        bytes.resize(good.len() + (10 << 20), b'x');
        Some((bytes, Refused))
    });
}

#[test]
fn binary() {
    each("binary", |_, _| {
        let mut state = 7_u64;
        let bytes = (0..50_000).map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        });
        Some((bytes.collect(), Refused))
    });
}

#[test]
fn empty() {
    each("empty", |_, _| Some((Vec::new(), RefusedWhole)));
    each("blank", |_, _| Some((b"\n \n".to_vec(), RefusedWhole)));
}

#[test]
fn cut_within_a_letter() {
    each("half a letter", |_, good| {
        let text = std::str::from_utf8(good).unwrap();
        let at = text
            .char_indices()
            .filter(|(at, letter)| *at > good.len() / 3 && !letter.is_ascii())
            .map(|(at, _)| at)
            .next()?;
        Some((good[..=at].to_vec(), Refused))
    });
}

#[test]
fn a_folder_in_its_place() {
    everywhere(
        "a folder",
        |study, path| {
            fs::remove_file(study.path(path)).unwrap();
            fs::create_dir(study.path(path)).unwrap();
        },
        |study, path| fs::remove_dir(study.path(path)).unwrap(),
    );
}

#[cfg(unix)]
#[test]
fn not_to_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let set = |study: &Study, path: &str, mode| {
        fs::set_permissions(study.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    let trial = Study::empty();
    set(&trial, "study.toml", 0o000);
    // Root reads everything.
    if fs::read(trial.path("study.toml")).is_err() {
        everywhere(
            "no permission",
            |study, path| set(study, path, 0o000),
            |study, path| set(study, path, 0o644),
        );
    }
}

#[test]
fn tables_that_their_settings_name_and_that_are_gone() {
    let study = study();
    let tables = [
        "questionnaire/responses.csv",
        "administrative/interventions.csv",
        "administrative/recipients.csv",
        "administrative/population.csv",
    ];
    for path in tables {
        fs::remove_file(study.path(path)).unwrap();
    }
    refused(&study, "gone", &tables.map(|path| (path, RefusedWhole)));
    let ran = study.run(["import", "transcripts/E99.md"]).fails(1);
    ran.tells("transcripts/E99.md").tells("n’existe pas");
}

#[test]
fn a_file_in_the_place_of_a_folder() {
    let study = study();
    fs::rename(study.path("codings"), study.path("elsewhere")).unwrap();
    study.write("codings", "x");
    let before = fingerprint(&study);
    study.run(["import"]).fails(1).tells("codings");
    study.run(["check"]).fails(1).tells("codings");
    assert_eq!(fingerprint(&study), before);
}

#[test]
fn all_errors_of_a_study_are_told_at_once() {
    let study = study();
    let before = fingerprint(&study);
    for path in [
        "transcripts/E01.md",
        "codebook/2-accompagnement.md",
        "codings/E01.tsv",
        "questionnaire/responses.csv",
        "administrative/recipients.csv",
    ] {
        study.write(path, b"\0");
    }
    let ran = study.run(["import"]).fails(1);
    for path in [
        "transcripts/E01.md:1:1",
        "codebook/2-accompagnement.md:1:1",
        "codings/E01.tsv:1:1",
        "questionnaire/responses.csv:1:1",
        "administrative/recipients.csv:1:1",
    ] {
        assert_eq!(lines_on(&ran, path).len(), 1, "{path}: {ran:?}");
    }
    let listed = study.run(["check", "--json"]).fails(1);
    let listed: Value = serde_json::from_str(&listed.out).unwrap();
    assert_eq!(listed["errors"], 5);
    study.run(["build"]).fails(1).tells("rien n’a été changé");
    assert_eq!(fingerprint(&study), before);
}

#[test]
fn what_is_wrong_with_a_database_is_said_with_a_remedy() {
    let study = study();
    let whole = fs::read(study.path(".propos/study.db")).unwrap();
    study.write(".propos/study.db", &whole[..whole.len() / 3]);
    let ran = study.run(["build", "--lang", "fr"]).fails(70);
    assert!(ran.told.contains("abîmée") && ran.told.contains("Renommez le dossier .propos"), "{ran:?}");
    let ran = study.run(["build", "--lang", "en"]).fails(70);
    assert!(ran.told.contains("is damaged") && ran.told.contains("Rename the folder .propos"), "{ran:?}");
    // The remedy that is told works.
    fs::rename(study.path(".propos"), study.path(".propos-before")).unwrap();
    study.run(["import"]).succeeds();
}

#[test]
fn a_database_that_is_none_is_told_and_kept() {
    let study = study();
    study.write(".propos/study.db", "not a database, but somebody’s file\n".repeat(200));
    for words in [&["import"][..], &["build"], &["codings"], &["history"]] {
        let ran = study.run(words).fails(70);
        assert!(ran.told.contains("Erreur"), "{ran:?}");
    }
    assert!(study.read(".propos/study.db").starts_with("not a database"));
    // The index is a cache: rubbish in it is no failure.
    let study = self::study();
    study.run(["search", "aide"]).succeeds();
    for entry in fs::read_dir(study.path(".propos/index")).unwrap() {
        fs::write(entry.unwrap().path(), b"rubbish").unwrap();
    }
    study.run(["search", "aide"]).succeeds();
}

//! Databases made to harm, under the names of Taguette's and QualCoder's projects: tables that are computed
//! without end, values larger than any text, pages that are none. Each is refused with its reason.

use std::fs;
use std::path::Path;

use crate::hostile_archives::{Hostile, are_refused, packed};
use crate::other_programs::database;
use crate::study::Study;

/// All of a project of Taguette but its documents.
const PROJECT: &str = "
CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
INSERT INTO projects VALUES (1, 'p', '');
INSERT INTO tags VALUES (1, 1, 'aide', '');
INSERT INTO highlights VALUES (1, 1, 0, 7, 'Bonjour');
INSERT INTO highlight_tags VALUES (1, 1);
";
const COLUMNS: &str =
    "id INTEGER PRIMARY KEY, name TEXT, description TEXT, project_id INTEGER, contents TEXT, filename TEXT";
const ROW: &str = "INSERT INTO documents VALUES (1, 'E01', '', 1, '<p>Bonjour à vous.</p>', 'E01.txt');";

/// All of a project of QualCoder but its texts.
const QUALCODER: &str = "
CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, owner TEXT, date TEXT, color TEXT);
CREATE TABLE code_text (ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT, date TEXT, memo TEXT);
INSERT INTO code_name VALUES (1, 'aide', '', NULL, 'n', '', '#ff0000');
INSERT INTO code_text VALUES (1, 1, 1, 'Bonjour', 0, 7, 'n', '', '');
";

fn made(statements: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.sqlite3");
    database(&path, statements);
    fs::read(path).unwrap()
}

fn documents(rows: &str) -> Vec<u8> {
    made(&format!("{PROJECT} CREATE TABLE documents ({COLUMNS}); {rows}"))
}

/// A view that never ends, with a row number, so that it looks like a table.
fn endless(columns: &str) -> String {
    format!(
        "AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, id AS rowid, {columns} FROM n;"
    )
}

/// Pages of nonsense after the first.
fn damaged(mut bytes: Vec<u8>) -> Vec<u8> {
    for page in (4_096..bytes.len()).step_by(4_096) {
        bytes[page..page + 64].copy_from_slice(&[0x0D, 0xFF].repeat(32));
    }
    bytes
}

fn of_page_size(mut bytes: Vec<u8>, size: [u8; 2]) -> Vec<u8> {
    bytes[16..18].copy_from_slice(&size);
    bytes
}

fn files() -> Vec<Hostile> {
    let sound = documents(ROW);
    let view = endless(
        "'E' || id AS name, '' AS description, 1 AS project_id, '<p>a</p>' AS contents, 'x' AS filename",
    );
    let view = made(&format!("{PROJECT} CREATE VIEW documents {view}"));
    let grown = "SELECT 1 AS id, 1 AS rowid, 'E' AS name, '' AS description, 1 AS project_id, hex(zeroblob(400000000)) AS contents, 'x' AS filename";
    let grown = made(&format!("{PROJECT} CREATE VIEW documents AS {grown};"));
    let large = |value: &str| {
        documents(&format!("INSERT INTO documents VALUES (1, 'E01', '', 1, {value}, 'E01.txt');"))
    };
    let texts =
        endless("'E' AS name, 'a' AS fulltext, NULL AS mediapath, '' AS memo, 'n' AS owner, '' AS date");
    let texts = made(&format!("{QUALCODER} CREATE VIEW source {texts}"));
    let at = memchr::memmem::find(&sound, b"CREATE TABLE documents").unwrap();
    let mut schema = sound.clone();
    schema[at..at + 12].copy_from_slice(b"CREATE TABLX");
    let noted = ("n’y est pas une table", "is no table");
    let size = ("plus que les textes d’un projet", "more than the texts of a project");
    let engine = ("ne se lit pas", "cannot be read");
    let none = ("n’est pas une base de données", "is no database");
    let list = [
        ("view.sqlite3", view, noted),
        ("grown.sqlite3", grown, noted),
        ("texts.qda", texts, noted),
        ("hundred.sqlite3", large("CAST(zeroblob(100000000) AS TEXT)"), size),
        ("text.sqlite3", large("replace(hex(zeroblob(10000000)), '0', 'a')"), size),
        ("damaged.sqlite3", damaged(sound.clone()), engine),
        ("pages.sqlite3", of_page_size(sound.clone(), [0, 1]), engine),
        ("no-pages.sqlite3", of_page_size(sound.clone(), [3, 7]), engine),
        ("cut.sqlite3", sound[..5_000].to_vec(), engine),
        ("header.sqlite3", sound[..100].to_vec(), engine),
        ("schema.sqlite3", schema, engine),
        (
            "other.sqlite3",
            made("CREATE TABLE x (a);"),
            ("ni de Taguette ni de QualCoder", "neither Taguette’s nor QualCoder’s"),
        ),
        ("archive.sqlite3", packed(&[("a.txt", b"a")]), none),
        ("empty.qda", Vec::new(), none),
        ("magic.qda", sound[..12].to_vec(), none),
    ];
    list.into_iter()
        .map(|(name, bytes, (french, english))| Hostile { name: name.to_owned(), bytes, french, english })
        .collect()
}

#[test]
fn databases_made_to_harm_are_refused_with_their_reason() {
    are_refused(files());
}

/// Reads a project and tells its passages.
fn read(name: &str, bytes: &[u8]) -> Vec<String> {
    let study = Study::empty();
    study.write(name, bytes);
    study.run(["import", name]).succeeds();
    let beside = Path::new(name).parent().map(|folder| study.folder().join(folder)).unwrap();
    assert!(!fs::read_dir(beside).unwrap().any(|entry| {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with("-journal")
    }));
    assert_eq!(study.read_bytes(name), bytes, "the file is as it was");
    let codings = study.json(["codings"]);
    let passages = codings["passages"].as_array().unwrap().iter();
    passages.map(|one| one["exact"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn tables_laid_otherwise_say_what_they_say() {
    let trigger = "CREATE TRIGGER t AFTER INSERT ON tags BEGIN DELETE FROM documents; END;";
    let kinds = "INSERT INTO documents VALUES (1, 5, 3.5, x'31', '<p>Bonjour à vous.</p>', NULL);";
    let columns = COLUMNS.replace("TEXT", "BLOB");
    let cases = [
        ("plain.sqlite3", documents(ROW)),
        (
            "without.sqlite3",
            made(&format!("{PROJECT} CREATE TABLE documents ({COLUMNS}) WITHOUT ROWID; {ROW}")),
        ),
        ("trigger.sqlite3", documents(&format!("{ROW} {trigger}"))),
        ("kinds.sqlite3", made(&format!("{PROJECT} CREATE TABLE documents ({columns}); {kinds}"))),
        ("case.sqlite3", made(&format!("{PROJECT} CREATE TABLE Documents ({COLUMNS}); {ROW}"))),
        (
            "wide.sqlite3",
            made(&format!(
                "PRAGMA encoding = 'UTF-16le'; {PROJECT} CREATE TABLE documents ({COLUMNS}); {ROW}"
            )),
        ),
    ];
    for (name, bytes) in cases {
        assert_eq!(read(name, &bytes), ["Bonjour"], "{name}");
    }
}

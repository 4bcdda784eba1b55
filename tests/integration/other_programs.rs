//! Projects of Taguette and QualCoder in their own databases, and corpora of IRaMuTeQ, through the program.
//! The databases are built here by the schemas that the programs' sources declare.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use crate::study::Study;

/// Builds a database of statements.
pub(crate) fn database(path: &Path, statements: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
        let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(statements.to_owned())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}

/// Taguette 1.5, `taguette/database/models.py`, as SQLAlchemy lays it in `SQLite`.
const TAGUETTE: &str = "
CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY, created DATETIME NOT NULL, hashed_password VARCHAR(192), disabled BOOLEAN NOT NULL, password_set_date DATETIME, language VARCHAR(10), email VARCHAR(256), email_sent DATETIME);
CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL, created DATETIME NOT NULL);
CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL, project_id INTEGER NOT NULL, text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL);
CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL, user_login VARCHAR(30) NOT NULL, project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);
CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL, path VARCHAR(200) NOT NULL, description TEXT NOT NULL);
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (highlight_id, tag_id));
INSERT INTO projects VALUES (1, 'Étude', 'Douze entretiens.', '2023-01-01 08:00:00');
INSERT INTO tags VALUES (1, 1, 'aide', 'Toute aide'), (2, 1, 'honte', '');
";

fn taguette(path: &Path) -> Vec<(&'static str, &'static str, &'static str)> {
    let html = "<h1>Entretien 🙂</h1>\n<p><strong>Enquêtrice :</strong> Qui vous a aidée ?</p>\n<p>Mme A. : L’assistante &amp; ma sœur.\nJ’avais <em>honte</em>.</p>";
    // What is visible, whose UTF-8 bytes are counted.
    let visible =
        "Entretien 🙂\nEnquêtrice : Qui vous a aidée ?\nMme A. : L’assistante & ma sœur.\nJ’avais honte.";
    let coded = vec![
        ("L’assistante & ma sœur", "aide", "helene"),
        ("honte", "honte", "nadia"),
        ("aidée", "aide", "helene"),
    ];
    let mut sql = TAGUETTE.to_owned();
    let quoted = |text: &str| text.replace('\'', "''");
    sql.push_str(&format!("INSERT INTO documents VALUES (1, 'E01.docx', 'Premier.', 'E01.docx', '2023-01-02 08:00:00', 1, 'LEFT_TO_RIGHT', '{}');\n", quoted(html)));
    for (id, (words, tag, login)) in (1..).zip(&coded) {
        let start = visible.find(words).unwrap();
        let snippet = words.replace('&', "&amp;");
        let tag = if *tag == "aide" { 1 } else { 2 };
        sql.push_str(&format!(
            "INSERT INTO highlights VALUES ({id}, 1, {start}, {}, '{}'); INSERT INTO highlight_tags VALUES ({id}, {tag}); INSERT INTO commands (date, user_login, project_id, document_id, payload) VALUES ('2023-01-03 09:00:00', '{login}', 1, 1, '{{\"type\": \"highlight_add\", \"highlight_id\": {id}}}');\n",
            start + words.len(),
            quoted(&snippet)
        ));
    }
    database(path, &sql);
    coded
}

fn passages(study: &Study) -> BTreeSet<(String, String, String)> {
    let codings = study.json(["codings"]);
    let text = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
    let passages = codings["passages"].as_array().unwrap();
    passages.iter().map(|one| (text(one, "exact"), text(one, "code"), text(one, "coder"))).collect()
}

fn beside(path: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(path.parent().unwrap()).unwrap();
    names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_taguette_project_comes_in_with_its_words_and_coders() {
    let study = Study::empty();
    let path = study.path("recu/projet.sqlite3");
    let coded = taguette(&path);
    let (files, bytes) = (beside(&path), fs::read(&path).unwrap());
    study.run(["import", "recu/projet.sqlite3"]).succeeds();
    assert_eq!((beside(&path), fs::read(&path).unwrap()), (files, bytes), "the file was touched");
    let expected: BTreeSet<_> = coded
        .iter()
        .map(|(words, code, coder)| ((*words).to_owned(), (*code).to_owned(), (*coder).to_owned()))
        .collect();
    assert_eq!(passages(&study), expected);
    // A second time: nothing.
    let before = study.operations();
    study.run(["import", "recu/projet.sqlite3"]).succeeds();
    assert_eq!((passages(&study), study.operations()), (expected, before));
}

#[test]
fn a_cut_or_open_database_is_told() {
    let study = Study::empty();
    let path = study.path("recu/projet.sqlite3");
    taguette(&path);
    study.write("recu/projet.sqlite3-wal", "x");
    study.run(["import", "recu/projet.sqlite3"]).fails(1).tells("-wal");
    fs::remove_file(study.path("recu/projet.sqlite3-wal")).unwrap();
    let bytes = fs::read(&path).unwrap();
    study.write("recu/coupe.sqlite3", &bytes[..bytes.len() / 2]);
    study.run(["import", "recu/coupe.sqlite3"]).fails(1);
    study.write("recu/vide.sqlite3", "rien");
    study.run(["import", "recu/vide.sqlite3"]).fails(1).tells("QualCoder");
    database(&study.path("recu/autre.sqlite3"), "CREATE TABLE a (b text);");
    study.run(["import", "recu/autre.sqlite3"]).fails(1).tells("Taguette");
    assert_eq!(study.operations(), 0);
}

/// QualCoder 4, `src/qualcoder/__main__.py`.
const QUALCODER: &str = "
CREATE TABLE project (databaseversion text, date text, memo text,about text, bookmarkfile integer, bookmarkpos integer, codername text, recently_used_codes text, avbookmarkfile integer, avbookmarkmsec integer, avbookmarktextpos integer);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key,id integer,x1 integer, y1 integer, width integer, height integer, cid integer, memo text, date text, owner text, important integer, pdf_page integer);
CREATE TABLE code_av (avid integer primary key,id integer,pos0 integer, pos1 integer, cid integer, memo text, date text, owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer,pos0 integer, pos1 integer, memo text, owner text, date text, unique(fid,pos0,pos1,owner));
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text, unique(name,attr_type,id));
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text,date text, constraint ucm unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer,seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1, owner));
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,date text, color text, supercid integer, unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text, unique(name));
CREATE TABLE graph (grid integer primary key, name text, description text, date text, scene_width integer, scene_height integer, unique(name));
INSERT INTO project VALUES ('v12', '2023-04-01 10:00:00', 'Mémo du projet', 'QualCoder', 0, 0, 'Hélène', '', 0, 0, 0);
INSERT INTO code_cat VALUES (1, 'Ressources', 'Hélène', '2023-04-01 10:00:00', '', NULL), (2, 'Entourage', 'Hélène', '2023-04-01 10:00:00', '', 1);
INSERT INTO code_name VALUES (1, 'Famille', 'Parents, frères', 2, 'Hélène', '2023-04-01 10:00:00', '#FFFF00', NULL), (2, 'Honte', '', NULL, 'Hélène', '2023-04-01 10:00:00', '#FF0000', NULL);
INSERT INTO attribute_type VALUES ('evenement', '2023-04-01 10:00:00', 'Hélène', '', 'case', 'character');
INSERT INTO cases VALUES (1, 'Mme A.', 'Rencontrée deux fois', 'Hélène', '2023-04-01 10:00:00'), (2, 'Sans texte', '', 'Hélène', '2023-04-01 10:00:00');
INSERT INTO attribute VALUES (1, 'evenement', 'case', 'séparation', 1, '2023-04-01 10:00:00', 'Hélène');
INSERT INTO journal VALUES (1, 'Carnet', 'Premier jour.', '2023-04-02 10:00:00', 'Nadia');
INSERT INTO code_av VALUES (1, 9, 0, 10, 1, '', '', 'Hélène', 0);
";

#[test]
fn a_qualcoder_project_comes_in_from_its_folder() {
    let study = Study::empty();
    let text = "Enquêtrice : Bonjour 🙂.\n\nMme A. : Ma sœur m’a aidée.\nJ’avais honte.\n";
    let place = |words: &str| {
        let at = text[..text.find(words).unwrap()].chars().count();
        (at, at + words.chars().count())
    };
    let mut sql = QUALCODER.to_owned();
    let quoted = |text: &str| text.replace('\'', "''");
    sql.push_str(&format!("INSERT INTO source VALUES (1, 'E01.txt', '{}', NULL, 'Chez elle', 'Hélène', '2023-04-01 10:00:00', NULL, NULL);\n", quoted(text)));
    sql.push_str(&format!(
        "INSERT INTO case_text VALUES (1, 1, 1, 0, {}, 'Hélène', '', '');\n",
        text.chars().count()
    ));
    for (id, words, code, coder, memo) in [
        (1, "Ma sœur", 1, "Hélène", "à relire"),
        (2, "honte", 2, "Nadia", ""),
        (3, "Ma sœur m’a aidée", 1, "Nadia", ""),
    ] {
        let (start, end) = place(words);
        sql.push_str(&format!("INSERT INTO code_text VALUES ({id}, {code}, 1, '{}', {start}, {end}, '{coder}', '2023-04-02 10:00:00', '{memo}', NULL, {});\n", quoted(words), u8::from(id == 2)));
    }
    let (start, end) = place("aidée");
    sql.push_str(&format!(
        "INSERT INTO annotation VALUES (1, 1, {start}, {end}, 'Par qui ?', 'Nadia', '2023-04-02 10:00:00');\n"
    ));
    let path = study.path("recu/etude.qda/data.qda");
    database(&path, &sql);
    let files = beside(&path);
    let outcome = study.json(["import", "recu/etude.qda"]);
    assert_eq!(beside(&path), files);
    let keys: Vec<&str> =
        outcome["diagnostics"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    // A coding of a recording, a mark, a case without a text.
    assert_eq!(keys.iter().filter(|key| **key == "database-lost").count(), 3, "{outcome}");
    assert!(!keys.contains(&"qualcoder-moved"), "{outcome}");
    let expected = [
        ("Ma sœur", "famille", "Hélène"),
        ("Ma sœur m’a aidée", "famille", "Nadia"),
        ("honte", "honte", "Nadia"),
    ];
    let expected: BTreeSet<_> =
        expected.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
    assert_eq!(passages(&study), expected);
    let target = study.path("sortie");
    study.run(["export", "--folder", target.to_str().unwrap()]).succeeds();
    let transcript = study.read("sortie/transcripts/E01.md");
    assert!(
        transcript.contains("evenement: séparation") && transcript.contains("case: Mme A."),
        "{transcript}"
    );
    let theme = study.read("sortie/codebook/01-ressources.md");
    assert!(theme.contains("Entourage") && theme.contains("Parents, frères"), "{theme}");
    let notes: String = fs::read_dir(study.path("sortie/notebook"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    for words in ["Mémo du projet", "Premier jour.", "Chez elle", "Rencontrée deux fois", "Par qui ?"] {
        assert!(notes.contains(words), "{words}: {notes}");
    }
}

#[test]
fn an_iramuteq_corpus_becomes_interviews_with_characteristics() {
    let study = Study::empty();
    let corpus = "**** *ent_e01 *event_separation *age_34\n-*logement\nJ’étais hébergée chez ma sœur.\nPuis seule.\n\n**** *ent_e02 *event_deces\n-*travail\nJe ne travaille plus.\n";
    study.write("recu/corpus.txt", corpus);
    study.run(["import", "recu/corpus.txt"]).succeeds();
    let target = study.path("sortie");
    study.run(["export", "--folder", target.to_str().unwrap()]).succeeds();
    let first = study.read("sortie/transcripts/e01.md");
    assert!(
        first.contains("event: separation") && first.contains("# logement") && first.contains("Puis seule."),
        "{first}"
    );
    assert!(study.read("sortie/transcripts/e02.md").contains("event: deces"));
    let before = study.operations();
    study.run(["import", "recu/corpus.txt"]).succeeds();
    assert_eq!(study.operations(), before);
}

#[test]
fn what_is_exported_for_iramuteq_comes_back() {
    let study = Study::imported();
    study.run(["lexical", "--export", "iramuteq", "corpus.txt"]).succeeds();
    let other = Study::empty();
    other.write("corpus.txt", study.read("corpus.txt"));
    let outcome = other.json(["import", "corpus.txt"]);
    assert_eq!(outcome["files"][1]["kind"], "exchange", "{outcome}");
    let target = other.path("sortie");
    other.run(["export", "--folder", target.to_str().unwrap()]).succeeds();
    assert_eq!(fs::read_dir(other.path("sortie/transcripts")).unwrap().count(), 12);
    assert!(other.read("sortie/transcripts/e01.md").contains("event: separation"));
}

#[cfg(not(feature = "sav"))]
#[test]
fn a_file_of_spss_is_refused_with_a_way_out() {
    let study = Study::empty();
    study.write("enquete.sav", b"$FL2@(#) IBM SPSS STATISTICS");
    study.run(["import", "enquete.sav"]).fails(1).tells("csv");
}

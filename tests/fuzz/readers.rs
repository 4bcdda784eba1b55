//! The readers, with what they are fed.

use propos::config;
use propos::domain::casework;
use propos::domain::codebook::parse_theme;
use propos::domain::diagnostic::{Diagnostic, has_error};
use propos::domain::questionnaire;
use propos::domain::transcript::Roles;
use propos::exchange::{
    archive, casework as records, coding_table, database, iramuteq_corpus, qdc, qdpx, transcript, workbook,
};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::seeds;

/// Makes a file of what a mutation gave.
type Wrap = fn(&mut ChaCha8Rng, Vec<u8>) -> Vec<u8>;

/// A reader of files from outside.
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    /// Sound files, or the sound parts that `wrap` makes files of.
    pub(crate) seeds: fn() -> Vec<Vec<u8>>,
    /// Words of the format.
    pub(crate) words: &'static [&'static str],
    pub(crate) wrap: Wrap,
    /// How many times fewer inputs it gets where each takes long.
    pub(crate) slower: u64,
    /// Reads; whether it found no error.
    pub(crate) read: fn(&[u8]) -> bool,
}

pub(crate) const READERS: [Reader; 24] = [
    Reader {
        name: "text",
        seeds: seeds::texts,
        words: seeds::SPEECH,
        wrap: alone,
        slower: 1,
        read: interview,
    },
    Reader {
        name: "markdown",
        seeds: seeds::markdown,
        words: seeds::SPEECH,
        wrap: alone,
        slower: 1,
        read: interview,
    },
    Reader {
        name: "subtitle",
        seeds: seeds::subtitles,
        words: seeds::SPEECH,
        wrap: alone,
        slower: 1,
        read: interview,
    },
    Reader { name: "rtf", seeds: seeds::rtf, words: seeds::RTF, wrap: alone, slower: 1, read: interview },
    Reader {
        name: "docx",
        seeds: seeds::docx,
        words: seeds::DOCX,
        wrap: in_docx,
        slower: 1,
        read: interview,
    },
    Reader { name: "odt", seeds: seeds::odt, words: seeds::ODT, wrap: in_odt, slower: 1, read: interview },
    Reader { name: "pdf", seeds: seeds::pdf, words: seeds::PDF, wrap: alone, slower: 1, read: interview },
    Reader { name: "html", seeds: seeds::html, words: seeds::HTML, wrap: alone, slower: 1, read: interview },
    Reader {
        name: "corpus",
        seeds: seeds::corpora,
        words: seeds::CORPUS,
        wrap: alone,
        slower: 1,
        read: corpus,
    },
    Reader {
        name: "archive",
        seeds: seeds::archives,
        words: seeds::ZIP,
        wrap: alone,
        slower: 1,
        read: unpacked,
    },
    Reader { name: "qde", seeds: seeds::projects, words: seeds::QDA, wrap: alone, slower: 1, read: project },
    Reader {
        name: "qdpx",
        seeds: seeds::projects,
        words: seeds::QDA,
        wrap: in_qdpx,
        slower: 1,
        read: package,
    },
    Reader {
        name: "qdc",
        seeds: seeds::codebooks,
        words: seeds::QDA,
        wrap: alone,
        slower: 1,
        read: codebook,
    },
    Reader {
        name: "codings",
        seeds: seeds::codings,
        words: seeds::TABLE,
        wrap: alone,
        slower: 1,
        read: codings,
    },
    Reader { name: "xlsx", seeds: seeds::sheets, words: seeds::SHEET, wrap: in_xlsx, slower: 1, read: sheet },
    Reader {
        name: "ods",
        seeds: seeds::open_sheets,
        words: seeds::OPEN_SHEET,
        wrap: in_ods,
        slower: 1,
        read: sheet,
    },
    Reader {
        name: "xls",
        seeds: seeds::old_books,
        words: seeds::OLD_BOOK,
        wrap: alone,
        slower: SLOW,
        read: sheet,
    },
    Reader {
        name: "database",
        seeds: seeds::databases,
        words: seeds::DATABASE,
        wrap: alone,
        slower: SLOW,
        read: foreign,
    },
    Reader {
        name: "responses",
        seeds: seeds::responses,
        words: seeds::TABLE,
        wrap: alone,
        slower: 1,
        read: responses,
    },
    Reader {
        name: "interventions",
        seeds: seeds::records,
        words: seeds::TABLE,
        wrap: alone,
        slower: 1,
        read: actions,
    },
    Reader { name: "theme", seeds: seeds::themes, words: seeds::THEME, wrap: alone, slower: 1, read: theme },
    Reader {
        name: "settings",
        seeds: seeds::settings,
        words: seeds::TOML,
        wrap: alone,
        slower: 1,
        read: settings,
    },
    Reader {
        name: "definition",
        seeds: seeds::definitions,
        words: seeds::TOML,
        wrap: alone,
        slower: 1,
        read: defined,
    },
    Reader { name: "query", seeds: seeds::queries, words: seeds::QUERY, wrap: alone, slower: 1, read: query },
];

/// A reader of which an input takes more than a millisecond: a file on the disk, threads of its own.
const SLOW: u64 = 8;

/// Wraps a sound part as it is.
pub(crate) fn unbroken(reader: &Reader, rng: &mut ChaCha8Rng, seed: Vec<u8>) -> Vec<u8> {
    (reader.wrap)(rng, seed)
}

fn alone(_: &mut ChaCha8Rng, bytes: Vec<u8>) -> Vec<u8> {
    bytes
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    archive::pack(entries.iter().copied()).expect("an archive")
}

fn in_docx(_: &mut ChaCha8Rng, part: Vec<u8>) -> Vec<u8> {
    let comments: &[u8] = br#"<w:comments xmlns:w="u"><w:comment w:id="0" w:author="N"><w:p><w:r><w:t>Vu</w:t></w:r></w:p></w:comment></w:comments>"#;
    packed(&[
        ("word/document.xml", &part),
        ("word/comments.xml", comments),
        ("word/styles.xml", seeds::STYLES),
    ])
}

fn in_odt(_: &mut ChaCha8Rng, part: Vec<u8>) -> Vec<u8> {
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &part)])
}

/// Breaks the XML, or the text that it counts in.
fn in_qdpx(rng: &mut ChaCha8Rng, part: Vec<u8>) -> Vec<u8> {
    let text = if rng.gen_bool(0.3) {
        seeds::PROJECT_TEXT.replace('\n', "\r\n")
    } else {
        seeds::PROJECT_TEXT.to_owned()
    };
    packed(&[("project.qde", &part), ("sources/E01.txt", text.as_bytes())])
}

fn in_xlsx(_: &mut ChaCha8Rng, part: Vec<u8>) -> Vec<u8> {
    packed(&[
        ("_rels/.rels", seeds::ROOT.as_bytes()),
        ("xl/workbook.xml", seeds::BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", seeds::BOOK_PARTS.as_bytes()),
        ("xl/sharedStrings.xml", seeds::STRINGS.as_bytes()),
        ("xl/worksheets/sheet1.xml", &part),
    ])
}

fn in_ods(_: &mut ChaCha8Rng, part: Vec<u8>) -> Vec<u8> {
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<m/>"),
        ("content.xml", &part),
    ])
}

fn is_sound(diagnostics: &[Diagnostic]) -> bool {
    !has_error(diagnostics)
}

fn in_words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn interview(bytes: &[u8]) -> bool {
    let reading = transcript::read("transcripts/E01.txt", bytes, &Roles::default());
    reading.parsed.transcript.is_some() && is_sound(&reading.parsed.diagnostics)
}

fn unpacked(bytes: &[u8]) -> bool {
    let Ok(mut archive) = archive::Archive::open(bytes) else { return false };
    archive.names().to_vec().iter().all(|name| archive.read(name).is_ok())
}

fn project(bytes: &[u8]) -> bool {
    let (package, told) = qdpx::read_bare("project.qde", bytes);
    package.is_some() && is_sound(&told)
}

fn package(bytes: &[u8]) -> bool {
    let (package, told) = qdpx::read_package("project.qdpx", bytes);
    package.is_some() && is_sound(&told)
}

fn codebook(bytes: &[u8]) -> bool {
    let (codebook, told) = qdc::read("codebook.qdc", bytes);
    codebook.is_some() && is_sound(&told)
}

fn corpus(bytes: &[u8]) -> bool {
    let (package, told) = iramuteq_corpus::read("corpus.txt", &in_words(bytes));
    package.is_some() && is_sound(&told)
}

fn codings(bytes: &[u8]) -> bool {
    let path = if bytes.starts_with(b"{") { "codings/E01.jsonl" } else { "codings/E01.tsv" };
    let read = coding_table::read(path, &in_words(bytes));
    is_sound(&read.diagnostics)
}

fn sheet(bytes: &[u8]) -> bool {
    let input = std::io::Cursor::new(bytes.to_vec());
    let read = workbook::open("codings/E01.xlsx", input, None);
    read.and_then(|sheet| workbook::text("codings/E01.xlsx", sheet)).is_ok_and(|(_, told)| is_sound(&told))
}

fn foreign(bytes: &[u8]) -> bool {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), bytes).expect("a file");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let tables = runtime.block_on(propos::store::read_foreign(file.path(), database::TABLES));
    let Ok(tables) = tables else { return false };
    let (project, told) = database::read("a.sqlite3", &tables);
    project.is_some() && is_sound(&told)
}

fn responses(bytes: &[u8]) -> bool {
    let (definition, _) = config::questionnaire::parse("questionnaire.toml", seeds::DEFINITION);
    let definition: questionnaire::Definition = definition.expect("a definition");
    let (answers, told) = propos::exchange::questionnaire::read("responses.csv", bytes, &definition);
    answers.is_some() && is_sound(&told)
}

fn actions(bytes: &[u8]) -> bool {
    let (definition, _) = config::administrative::parse("administrative.toml", seeds::RECORDS);
    let definition: casework::Definition = definition.expect("a definition");
    is_sound(&records::read_interventions("interventions.csv", bytes, &definition, |_| {}))
}

fn theme(bytes: &[u8]) -> bool {
    let (theme, told) = parse_theme("codebook/1.md", &in_words(bytes));
    theme.is_some() && is_sound(&told)
}

fn settings(bytes: &[u8]) -> bool {
    let (settings, told) = config::study::parse("study.toml", &in_words(bytes));
    settings.is_some() && is_sound(&told)
}

fn defined(bytes: &[u8]) -> bool {
    let (definition, told) = config::questionnaire::parse("questionnaire.toml", &in_words(bytes));
    definition.is_some() && is_sound(&told)
}

fn query(bytes: &[u8]) -> bool {
    propos::search::parse(&in_words(bytes)).is_ok()
}

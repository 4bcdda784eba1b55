//! Workbooks made to harm: few bytes that stand for thousands of millions of cells, parts that grow without
//! end or lead outside, locked ones, other files under their name. Each is refused with its reason.

use std::io::{Cursor, Write};

use crate::hostile_archives::{Hostile, are_refused, declared_large, encrypted, packed, renamed};
use crate::study::Study;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A cell of text.
fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// The first rows of a coding table as a sheet of xlsx.
fn rows() -> String {
    let row = |at: usize, cells: [&str; 4]| {
        let cells = ["A", "B", "C", "D"].iter().zip(cells);
        let cells: String = cells.map(|(column, text)| cell(&format!("{column}{at}"), text)).collect();
        format!("<row r=\"{at}\">{cells}</row>")
    };
    row(1, ["coder", "code", "exact", "transcript"]) + &row(2, ["c1", "aide", "Bonjour", "E01"])
}

fn sheet(before: &str, rows: &str, after: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>{before}<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{after}</worksheet>"
    )
}

/// An xlsx of one sheet, with what else is to be in it.
fn xlsx(sheet: &str, strings: Option<&str>, more: &[(&str, &[u8])]) -> Vec<u8> {
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(strings.map(|strings| ("xl/sharedStrings.xml", strings.as_bytes())));
    parts.extend(more);
    packed(&parts)
}

fn strings(items: &str) -> String {
    format!("<sst xmlns=\"{MAIN}\">{items}</sst>")
}

/// A row of an ods, with attributes of its own.
fn row(attributes: &str, cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|text| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        })
        .collect();
    format!("<table:table-row {attributes}>{cells}</table:table-row>")
}

fn ods(before: &str, rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?>{before}<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    packed(&[
        ("mimetype", kind.as_bytes()),
        ("META-INF/manifest.xml", b"<m/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The records of an xls: number and data.
fn records(list: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut stream = Vec::new();
    for (number, data) in list {
        stream.extend(number.to_le_bytes());
        stream.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        stream.extend(data);
    }
    stream
}

/// An xls of one sheet with these records.
fn xls(sheet: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let begin =
        |kind: u16| (0x0809, [0x0600_u16, kind, 0, 0].iter().flat_map(|half| half.to_le_bytes()).collect());
    let bound = |at: u32| (0x0085, [&at.to_le_bytes()[..], &[0, 0, 1, 0], b"S"].concat());
    let globals = |at: u32| records(&[begin(5), bound(at), (0x000A, vec![])]);
    let at = u32::try_from(globals(0).len()).unwrap();
    let list: Vec<_> =
        std::iter::once(begin(16)).chain(sheet.iter().cloned()).chain([(0x000A, vec![])]).collect();
    let stream = [globals(at), records(&list)].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}

/// A number in a cell of an xls.
fn number(row: u16, column: u16) -> (u16, Vec<u8>) {
    let mut data: Vec<u8> = [row, column, 0].iter().flat_map(|half| half.to_le_bytes()).collect();
    data.extend(1.5_f64.to_le_bytes());
    (0x0203, data)
}

fn dimensions(rows: (u32, u32), columns: (u16, u16)) -> (u16, Vec<u8>) {
    let mut data: Vec<u8> = [rows.0, rows.1].iter().flat_map(|word| word.to_le_bytes()).collect();
    data.extend([columns.0, columns.1, 0].iter().flat_map(|half| half.to_le_bytes()));
    (0x0200, data)
}

/// The container of office files that are protected by a password.
fn protected() -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for name in ["/EncryptionInfo", "/EncryptedPackage"] {
        file.create_stream(name).unwrap().write_all(&[7; 600]).unwrap();
    }
    file.into_inner().into_inner()
}

const SPREAD: (&str, &str) = ("bien au-delà de ce qu’il contient", "far beyond what it holds");
const LARGE: (&str, &str) = ("trop grand", "too large");
const NONE: (&str, &str) = ("n’est pas un classeur", "is no workbook");
const LOCKED: (&str, &str) = ("mot de passe", "password");
const CUT: (&str, &str) = ("incomplet", "not whole");
const TYPE: (&str, &str) = ("type de document", "document type");
const UNREADABLE: (&str, &str) = ("ne se lit pas", "cannot be read");

/// Entities that stand for a thousand million words.
fn expansion() -> String {
    let levels: String = (1..10)
        .map(|level| format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10)))
        .collect();
    format!("<!DOCTYPE a [<!ENTITY e0 \"ha\">{levels}]>")
}

fn of_xlsx() -> Vec<(&'static str, Vec<u8>, (&'static str, &'static str))> {
    let good = rows();
    let plain = |rows: &str| xlsx(&sheet("", rows, ""), None, &[]);
    let far = |rows: &str| {
        let wide = sheet("", &format!("{good}{rows}"), "");
        xlsx(&wide.replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>"), None, &[])
    };
    let blank = " ".repeat(100 << 20);
    let short: String =
        (0..3_000_000_u32).map(|at| format!("<si><t>{:x}</t></si>", (at % 97) * (at % 97) % 97)).collect();
    let wide: String =
        (2..5_000).map(|at| format!("<row r=\"{at}\"><c r=\"XFD{at}\"><v>1</v></c></row>")).collect();
    let merged = format!("<mergeCells>{}</mergeCells>", "<mergeCell ref=\"A1:XFD1\"/>".repeat(100_000));
    let holes = format!(
        "<row r=\"1\">{}</row><row r=\"2\">{}{}</row>",
        cell("A1", "coder") + &cell("C1", "exact"),
        cell("A2", "c1"),
        cell("B2", "aide")
    );
    let outside = xlsx(&sheet("", &good, ""), None, &[("aa/aa/passwd", b"x")]);
    let entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    vec![
        ("bomb", plain(&format!("{good}{blank}")), LARGE),
        ("bomb-strings", xlsx(&sheet("", &good, ""), Some(&strings(&blank)), &[]), LARGE),
        ("slow-strings", xlsx(&sheet("", &good, ""), Some(&strings(&short)), &[]), LARGE),
        ("large", declared_large(plain(&good)), LARGE),
        ("outside", renamed(outside, "aa/aa/passwd", "../../passwd"), ("../../passwd", "../../passwd")),
        ("expansion", xlsx(&sheet(&expansion(), &good.replace("Bonjour", "&e9;"), ""), None, &[]), TYPE),
        ("entity", xlsx(&sheet(entity, &good.replace("Bonjour", "&e;"), ""), None, &[]), TYPE),
        ("far", far("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), SPREAD),
        (
            "wide",
            plain(&format!("<row r=\"1\">{}{}</row>{wide}", cell("A1", "coder"), cell("XFD1", "b"))),
            SPREAD,
        ),
        (
            "no-string",
            xlsx(
                &sheet("", &format!("{good}<row r=\"3\"><c r=\"A3\" t=\"s\"><v>99</v></c></row>"), ""),
                Some(&strings("<si><t>a</t></si>")),
                &[],
            ),
            UNREADABLE,
        ),
        ("no-place", plain(&format!("{good}<row r=\"3\"><c r=\"A3\"><v>1</v>")), UNREADABLE),
        ("merged", xlsx(&sheet("", &holes, &merged), None, &[]), ("Il manque la colonne", "is missing")),
        ("other", packed(&[("a.csv", b"coder,code,exact\n")]), NONE),
    ]
}

fn of_ods() -> Vec<(&'static str, Vec<u8>, (&'static str, &'static str))> {
    let good =
        row("", &["coder", "code", "exact", "transcript"]) + &row("", &["c1", "aide", "Bonjour", "E01"]);
    let plain = |rows: &str| ods("", &format!("{good}{rows}"));
    let blank = " ".repeat(100 << 20);
    let value = |columns: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{columns}\" office:value-type=\"float\" office:value=\"1\"/>"
        )
    };
    let repeated = |rows: &str, columns: &str| {
        plain(&format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\">{}</table:table-row>",
            value(columns)
        ))
    };
    let corner = format!(
        "<table:table-row table:number-rows-repeated=\"6000\"><table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{}</table:table-row>",
        value("1")
    );
    let many = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"<a/>"),
        ("aa/aa/passwd", b"x"),
    ]);
    vec![
        ("bomb", plain(&blank), LARGE),
        ("large", declared_large(plain("")), LARGE),
        ("outside", renamed(many, "aa/aa/passwd", "../../passwd"), ("../../passwd", "../../passwd")),
        ("expansion", ods(&expansion(), &good.replace("Bonjour", "&e9;")), TYPE),
        (
            "nested",
            plain(&format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000))),
            ("emboîtés sans fin", "nested without end"),
        ),
        ("repeated", repeated("1048576", "16384"), SPREAD),
        ("repeated-rows", repeated("1048574", "1"), SPREAD),
        ("repeated-beyond", repeated("4294967295", "4294967295"), SPREAD),
        ("corner", plain(&corner), SPREAD),
        ("blanks", plain(&row("", &["a<text:s text:c=\"2000000000\"/>b"])), SPREAD),
        ("other", packed(&[("content.txt", b"a")]), NONE),
        // The reader of the format would look for the end of the sheet for ever.
        ("open", plain("<table:table-row><table:table-cell>"), UNREADABLE),
    ]
}

fn of_xls() -> Vec<(&'static str, Vec<u8>, (&'static str, &'static str))> {
    let corners = |dimensions: (u16, Vec<u8>)| xls(&[dimensions, number(0, 0), number(65_535, 255)]);
    vec![
        ("corners", corners(dimensions((0, 65_536), (0, 256))), SPREAD),
        ("dimensions", xls(&[dimensions((0, u32::MAX), (0, u16::MAX)), number(0, 0)]), SPREAD),
        ("backwards", xls(&[dimensions((9, 3), (0, 4)), number(0, 0)]), SPREAD),
        (
            "html",
            b"<html><body><table><tr><td>coder</td><td>code</td></tr></table></body></html>".to_vec(),
            NONE,
        ),
        (
            "noise",
            [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0xA5; 4_000]].concat(),
            UNREADABLE,
        ),
    ]
}

#[test]
fn workbooks_made_to_harm_are_refused_with_their_reason() {
    let table = b"coder,code,exact,transcript\nc1,aide,Bonjour,E01\n";
    let good = xlsx(&sheet("", &rows(), ""), None, &[]);
    let sound = [("xlsx", good.clone()), ("ods", ods("", &row("", &["a", "b"])))];
    let mut files = Vec::new();
    let mut add = |name: String, bytes: Vec<u8>, (french, english): (&'static str, &'static str)| {
        files.push(Hostile { name, bytes, french, english });
    };
    for (kind, list) in [("xlsx", of_xlsx()), ("ods", of_ods()), ("xls", of_xls())] {
        for (name, bytes, words) in list {
            add(format!("{name}.{kind}"), bytes, words);
        }
        add(format!("text.{kind}"), table.to_vec(), NONE);
        add(format!("protected.{kind}"), protected(), LOCKED);
        add(format!("empty.{kind}"), Vec::new(), NONE);
    }
    for (kind, bytes) in sound {
        for (part, cut) in [("half", bytes.len() / 2), ("start", 40), ("end", bytes.len() - 10)] {
            add(format!("cut-{part}.{kind}"), bytes[..cut].to_vec(), CUT);
        }
        add(format!("locked.{kind}"), encrypted(bytes), LOCKED);
    }
    let old = include_bytes!("../fixtures/workbooks/enquete.xls");
    for cut in [40, 600, 3_000, 5_218] {
        add(format!("cut-{cut}.xls"), old[..cut].to_vec(), ("classeur", "workbook"));
    }
    add("archive.csv".into(), packed(&[("a.csv", table)]), ("n’est pas un fichier texte", "not a text file"));
    for kind in ["docx", "odt"] {
        add(format!("protected.{kind}"), protected(), LOCKED);
    }
    are_refused(files);
}

#[test]
fn a_sheet_that_says_too_much_of_itself_is_read_for_what_it_holds() {
    let wide = sheet("", &rows(), "").replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>");
    let nested = format!("{}{}{}", "<a>".repeat(100_000), rows(), "</a>".repeat(100_000));
    let end = "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let good =
        row("", &["coder", "code", "exact", "transcript"]) + &row("", &["c1", "aide", "Bonjour", "E01"]);
    let outer = xlsx(&sheet("", &rows(), ""), None, &[]);
    let files = [
        ("dimension.xlsx", xlsx(&wide, None, &[])),
        ("nested.xlsx", xlsx(&sheet("", &nested, ""), None, &[])),
        ("end.ods", ods("", &format!("{good}{end}"))),
        // What a file holds counts, not its ending.
        ("workbook.csv", outer.clone()),
        ("workbook.ods", outer),
        ("sheet.xlsx", ods("", &good)),
    ];
    for (name, bytes) in files {
        let study = Study::empty();
        study.write("transcripts/E01.md", "**Q :** Oui ?\n\n**R :** Bonjour à vous.\n");
        study.run(["import"]).succeeds();
        study.write(&format!("inbox/{name}"), bytes);
        let read = study.json(["import", &format!("inbox/{name}")]);
        assert_eq!(read["codings_added"], 1, "{name}: {read}");
    }
}

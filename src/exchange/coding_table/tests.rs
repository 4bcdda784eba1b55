use super::*;
use crate::domain::coding::CodingRow;
use crate::domain::coding::Passage;
use crate::text::Span;

fn keys(table: &CodingTable) -> Vec<String> {
    table.diagnostics.iter().map(ToString::to_string).collect()
}

fn exact(row: &CodingRow) -> &str {
    match &row.passage {
        Passage::Quote { exact, .. } => exact,
        Passage::Source(_) | Passage::OfFile { .. } => "",
    }
}

#[test]
fn french_names_and_every_delimiter_are_read() {
    for delimiter in ["\t", ";", ",", "|"] {
        let header = ["Codeur·se", "Code", "Extrait", "avant", "après", "Intensité", "mémo"].join(delimiter);
        let row = ["c1", "honte", "j’ai honte", "", "Voilà", "3", "\"un; deux, trois|\t\"\"ah\"\"\""]
            .join(delimiter);
        let table = read("codings/E07.csv", &format!("\u{feff}{header}\r\n{row}\r\n"));
        assert_eq!(keys(&table), [""; 0], "{delimiter:?}");
        let row = &table.rows[0];
        assert_eq!((row.transcript.as_str(), row.coder.as_str(), exact(row)), ("E07", "c1", "j’ai honte"));
        assert_eq!((row.intensity, row.memo.as_str()), (Some(3), "un; deux, trois|\t\"ah\""));
    }
}

#[test]
fn one_bad_row_never_costs_the_others() {
    let text = "transcript\tcoder\tcode\texact\tintensity\tcodage le\n\
        E01\tc1\thonte\tbon\t1\trouge\n\
        E01\tc1\n\
        \n\
        E01\tc1\thonte\t \t\t\n\
        E01\t\thonte\tbon\t4\t\n\
        \tc1\thonte\tbon\t2\t\tde trop\n\
        \t\t\t\t\t\n\
        E02\tc2\thonte\tbon\n";
    let table = read("codings/tout.tsv", text);
    assert_eq!(
        keys(&table),
        [
            "codings/tout.tsv:1:6: note: coding-unknown-column column=\"codage le\" nearest=\"empty\"",
            "codings/tout.tsv:3:2: error: coding-short-row found=\"2\" expected=\"6\"",
            "codings/tout.tsv:5:4: error: coding-empty-quote column=\"exact\"",
            "codings/tout.tsv:6:2: error: coding-empty-cell column=\"coder\"",
            "codings/tout.tsv:6:5: error: coding-intensity value=\"4\"",
            "codings/tout.tsv:7:7: warning: coding-long-row found=\"7\" expected=\"6\"",
        ]
    );
    let transcripts: Vec<&str> = table.rows.iter().map(|row| row.transcript.as_str()).collect();
    assert_eq!(transcripts, ["E01", "tout", "E02"]);
    assert_eq!(table.rows[2].place.to_string(), "codings/tout.tsv:9:4");
}

#[test]
fn a_row_is_a_record_even_after_a_field_of_several_lines() {
    let table = read("E01.tsv", "coder\tcode\texact\r\nc1\ta\t\"un\r\ndeux\"\r\n\r\nc1\ta\t\r\n");
    assert_eq!(keys(&table), ["E01.tsv:4:3: error: coding-empty-quote column=\"exact\""]);
}

#[test]
fn quotation_marks_of_speech_swallow_no_row() {
    let table =
        read("E01.tsv", "coder\tcode\texact\nc1\ta\t\"Tu pars\", il dit\nc1\tb\t\"Jamais\nc1\tc\tbon\n");
    assert_eq!(table.rows.iter().map(exact).collect::<Vec<_>>(), ["\"Tu pars\", il dit", "\"Jamais", "bon"]);
}

#[test]
fn a_table_without_its_columns_is_an_error() {
    let table = read("E01.csv", "coder;coder;quotes\nc1;c1;bon\n");
    assert_eq!(
        keys(&table),
        [
            "E01.csv:1:2: warning: coding-column-twice column=\"coder\"",
            "E01.csv:1:3: note: coding-unknown-column column=\"quotes\" nearest=\"quote\"",
            "E01.csv:1:1: error: coding-missing-column column=\"code\"",
            "E01.csv:1:1: error: coding-missing-column column=\"exact\"",
        ]
    );
    assert_eq!(keys(&read("E01.tsv", "coder\tcode\texact\n")), ["E01.tsv: warning: coding-no-row"]);
    assert_eq!(read("E01.tsv", "").rows, []);
}

#[test]
fn json_lines_give_positions_or_quotes() {
    let text = "{\"document\": \"int-0001\", \"start\": 10, \"end\": 25, \"code\": \"Honte\", \"coder\": \"coder-1\"}\n\n\
        {\"exact\": \"bon\", \"code\": \"a\", \"coder\": \"b\", \"intensity\": 2, \"autre\": []}\n\
        {\"document\": \"x\", \"start\": 9, \"end\": 9, \"code\": \"a\", \"coder\": \"b\"}\n\
        {\"document\": \"x\", \"start\": -1, \"end\": 9, \"code\": \"a\", \"coder\": \"b\"}\n\
        {\"document\": \"x\", \"start\": 1, \"end\": 9, \"coder\": \"b\"}\n\
        {\"document\": \"x\", \"sta";
    let table = read("codings.jsonl", text);
    assert_eq!(table.rows[0].passage, Passage::Source(Span::new(10, 25)));
    assert_eq!((table.rows[1].transcript.as_str(), table.rows[1].intensity), ("codings", Some(2)));
    let found: Vec<_> = table.diagnostics.iter().map(|d| (d.place.line, d.key.as_ref())).collect();
    assert_eq!(
        found,
        [
            (Some(4), "coding-bad-span"),
            (Some(5), "coding-bad-json"),
            (Some(6), "coding-bad-json"),
            (Some(7), "coding-bad-json")
        ]
    );
    assert_eq!(table.rows.len(), 2);
}

#[test]
fn a_file_of_another_kind_gives_a_short_list() {
    let table = read("codings.jsonl", &"<html>\n".repeat(10_000));
    assert_eq!((table.rows.len(), table.diagnostics.len()), (0, 51));
    assert_eq!(table.diagnostics[50].argument("count"), Some("9951"));
}

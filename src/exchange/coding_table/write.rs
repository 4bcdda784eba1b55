//! Writing codings as a table that reads back to the same codings.

use crate::domain::coding::Coding;

/// Writes codings as a tab-separated table with a header.
///
/// A field with tabs, quotation marks or line ends is quoted. `with_transcript` adds the
/// transcript's column, needed where the file's name does not say it.
pub fn write<'coding>(codings: impl IntoIterator<Item = &'coding Coding>, with_transcript: bool) -> String {
    let mut text = String::new();
    let first = with_transcript.then_some("transcript");
    let names = ["coder", "code", "exact", "prefix", "suffix", "intensity", "memo"];
    write_row(&mut text, first.into_iter().chain(names));
    for coding in codings {
        let intensity = coding.intensity.map(|intensity| intensity.to_string()).unwrap_or_default();
        let first = with_transcript.then_some(coding.transcript.as_str());
        let anchor = &coding.anchor;
        let fields = [
            coding.coder.as_str(),
            coding.code.as_str(),
            &anchor.exact,
            &anchor.prefix,
            &anchor.suffix,
            &intensity,
            &coding.memo,
        ];
        write_row(&mut text, first.into_iter().chain(fields));
    }
    text
}

fn write_row<'field>(text: &mut String, fields: impl Iterator<Item = &'field str>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            text.push('\t');
        }
        if field.contains(['\t', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(field);
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coding::{Anchor, Anchoring, Origin, Passage};
    use crate::domain::id::{CodeId, CoderId, RecordId, TranscriptId};
    use crate::exchange::coding_table::read;
    use crate::text::Span;
    use proptest::prelude::*;

    fn coding(exact: &str, prefix: &str, memo: &str, intensity: Option<u8>) -> Coding {
        Coding {
            id: RecordId::from("1"),
            transcript: TranscriptId::from("E01"),
            version: 1,
            code: CodeId::from("honte"),
            coder: CoderId::from("c1"),
            anchor: Anchor {
                span: Span::new(0, 1),
                exact: exact.to_owned(),
                prefix: prefix.to_owned(),
                suffix: String::new(),
            },
            turns: (1, 1),
            intensity,
            memo: memo.to_owned(),
            anchoring: Anchoring::Exact,
            origin: Origin::Hand,
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            rows in prop::collection::vec(("[\"a;,\t\r\né»👍 ]{0,12}x", "[\"\t\n b]{0,6}", "(\"|\t|\r\n|m){0,6}", prop::option::of(1_u8..=3)), 1..8),
            with_transcript: bool,
        ) {
            let codings: Vec<Coding> = rows.iter().map(|(exact, prefix, memo, intensity)| coding(exact, prefix, memo, *intensity)).collect();
            let table = read("codings/E01.tsv", &write(&codings, with_transcript));
            prop_assert_eq!(&table.diagnostics, &Vec::new());
            prop_assert_eq!(table.rows.len(), codings.len());
            for (row, coding) in table.rows.iter().zip(&codings) {
                let Passage::Quote { exact, prefix, suffix } = &row.passage else { panic!("a quote") };
                prop_assert_eq!((exact, prefix, suffix), (&coding.anchor.exact, &coding.anchor.prefix, &coding.anchor.suffix));
                prop_assert_eq!((&row.memo, row.intensity, &row.transcript), (&coding.memo, coding.intensity, &coding.transcript));
            }
        }
    }
}

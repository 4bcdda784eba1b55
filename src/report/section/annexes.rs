//! Annexes: quotes in their turns, registers, codebook, signs, settings, fingerprints.

use crate::i18n::Format;
use crate::report::document::number::{each_block, each_phrase};
use crate::report::document::{Block, Cell, Column, Inline, Phrase, Row, Table};
use crate::report::findings::{CodeFacts, ExtractFacts, Setting};
use crate::report::section::voice::Voice;
use crate::report::section::{interviews, methods};
use crate::text::Language;

/// Signs of a fingerprint that are printed.
const FINGERPRINT_SIGNS: usize = 12;

/// Writes the annexes of the chapters printed before them.
pub(super) fn blocks(voice: &Voice<'_>, printed: &mut [Block]) -> Vec<Block> {
    let mut blocks = turns(voice);
    blocks.extend(registers(voice));
    let codebook = interviews::full_codebook(voice);
    if !codebook.is_empty() {
        blocks.push(heading(voice.plain("report-codebook-full"), "livre-de-codes"));
        blocks.extend(codebook);
    }
    blocks.extend(methods::blocks(voice, printed));
    let mut signs = signs(voice, printed);
    signs.extend(self::signs(voice, &mut blocks));
    let mut signs: Vec<Phrase> =
        SIGNS.into_iter().filter(|sign| signs.contains(sign)).map(|sign| sign_line(voice, sign)).collect();
    // In every form: on paper too, a reader subtracts what is printed.
    if voice.shown.survey.is_some() || voice.shown.activity.is_some() || voice.findings.typology.is_some() {
        signs.push(voice.phrase("report-rounding", &[]));
    }
    if !signs.is_empty() {
        blocks.push(heading(voice.plain("report-annex-signs"), "signs"));
        blocks.push(Block::List(signs));
    }
    blocks.push(heading(voice.plain("report-annex-settings"), "settings"));
    blocks.push(Block::Colophon(colophon(voice)));
    blocks
}

fn heading(title: String, anchor: &str) -> Block {
    Block::Heading { level: 3, number: None, title, anchor: anchor.to_owned() }
}

fn turns(voice: &Voice<'_>) -> Vec<Block> {
    let turns = &voice.findings.turns;
    if turns.is_empty() {
        return Vec::new();
    }
    let spoken = voice.foreign().map_or("", Language::code);
    let mut blocks = vec![
        heading(voice.plain("report-annex-turns"), "turns"),
        Block::Paragraph(voice.phrase("report-annex-turns-lead", &[("spoken", spoken.into())])),
    ];
    // What interviewees say keeps its language in both editions.
    let said = Format::new(voice.findings.study.spoken);
    blocks.extend(turns.iter().map(|turn| {
        Block::Turn {
            anchor: voice.turn(&turn.case, turn.turn),
            label: voice.string(
                "report-turn-label",
                &[("case", turn.case.as_str().into()), ("turn", turn.turn.to_string().into())],
            ),
            text: Phrase(
                turn.pieces
                    .iter()
                    .map(|(text, is_quoted)| {
                        let set = said.spaced(text);
                        if *is_quoted { Inline::Mark(set) } else { Inline::Text(set) }
                    })
                    .collect(),
            ),
            language: voice.foreign(),
        }
    }));
    blocks
}

fn registers(voice: &Voice<'_>) -> Vec<Block> {
    let codes = &voice.findings.codes;
    // A count of extracts is a door: every code has its register, even an empty one.
    if codes.iter().all(|code| code.extracts == 0) {
        return Vec::new();
    }
    let mut blocks = vec![
        heading(voice.plain("report-annex-registers"), "registers"),
        Block::Paragraph(voice.phrase("report-annex-registers-lead", &[])),
    ];
    blocks.extend(codes.iter().map(|code| register(voice, code)));
    blocks
}

fn register(voice: &Voice<'_>, code: &CodeFacts) -> Block {
    let coders = voice.findings.study.codings.len();
    let rows = code.register.iter().map(|extract| row(voice, extract, coders)).collect();
    Block::Fold {
        is_printed: false,
        anchor: voice.register(code),
        summary: voice.string(
            "report-register-summary",
            &[
                ("code", voice.set(&code.title).into()),
                ("extracts", code.extracts.into()),
                ("interviews", code.interviews.into()),
            ],
        ),
        blocks: vec![Block::Table(Table {
            columns: vec![
                Column::text(voice.plain("report-column-interview")),
                Column::number(voice.plain("report-column-turn")),
                Column::text(voice.plain("report-column-extract")),
                Column::text(voice.plain("report-column-coders")),
                Column::number(voice.plain("report-column-intensity")),
            ],
            rows,
            ..Table::default()
        })],
    }
}

fn row(voice: &Voice<'_>, extract: &ExtractFacts, coders: usize) -> Row {
    let said = Format::new(voice.findings.study.spoken);
    let numbers: Vec<String> = extract.coders.iter().map(ToString::to_string).collect();
    let seen = voice.format.joined(&numbers);
    let seen = if extract.coders.len() < coders { format!("({seen})") } else { seen };
    let is_quoted =
        voice.findings.turns.iter().any(|turn| turn.case == extract.case && turn.turn == extract.turn);
    #[allow(clippy::cast_precision_loss, reason = "turns of an interview stay far under 2^53")]
    let turn = Cell::Number {
        text: extract.turn.to_string(),
        value: extract.turn as f64,
        anchor: is_quoted.then(|| voice.turn(&extract.case, extract.turn)),
    };
    Row::plain(vec![
        Cell::text(extract.case.as_str()),
        turn,
        Cell::text(said.spaced(&extract.text)),
        if numbers.is_empty() { Cell::NotAvailable } else { Cell::text(seen) },
        voice.count_cell(usize::from(extract.intensity)),
    ])
}

/// A sign that stands for a number, in the order of their list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Suppressed,
    NotAvailable,
    NotApplicable,
    Zero,
}

const SIGNS: [Sign; 4] = [Sign::Suppressed, Sign::NotAvailable, Sign::NotApplicable, Sign::Zero];

impl Sign {
    fn of(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Suppressed => Some(Self::Suppressed),
            Cell::NotAvailable => Some(Self::NotAvailable),
            Cell::NotApplicable => Some(Self::NotApplicable),
            Cell::Zero => Some(Self::Zero),
            Cell::Text(_) | Cell::Number { .. } | Cell::Estimate { .. } => None,
        }
    }

    /// The key of its letters and of what they mean; a dash stands in sentences too, and has none.
    fn key(self) -> Option<&'static str> {
        match self {
            Self::Suppressed => Some("report-sign-suppressed"),
            Self::NotAvailable => Some("report-sign-not-available"),
            Self::NotApplicable => Some("report-sign-not-applicable"),
            Self::Zero => None,
        }
    }
}

/// Finds the signs that stand in some blocks: in cells, at the head, in drawings, in sentences.
fn signs(voice: &Voice<'_>, blocks: &mut [Block]) -> Vec<Sign> {
    let lettered: Vec<(Sign, String)> =
        SIGNS.into_iter().filter_map(|sign| Some((sign, voice.plain(sign.key()?)))).collect();
    let mut found = Vec::new();
    each_block(blocks, &mut |block| {
        let table = match block {
            Block::Table(table) => Some(&*table),
            Block::Figure(figure) => {
                let drawn = |letters: &str| {
                    let letters = format!(">{letters}<");
                    figure.drawings.iter().any(|drawing| drawing.wide.contains(&letters))
                };
                found.extend(lettered.iter().filter(|(_, letters)| drawn(letters)).map(|(sign, _)| *sign));
                figure.table.as_ref()
            }
            Block::Counts(counts) => {
                let counted = |letters: &str| counts.iter().any(|one| one.count == letters);
                found.extend(lettered.iter().filter(|(_, letters)| counted(letters)).map(|(sign, _)| *sign));
                None
            }
            _ => None,
        };
        let rows = table.iter().flat_map(|table| &table.rows);
        found.extend(rows.flat_map(|row| &row.cells).filter_map(Sign::of));
    });
    each_phrase(blocks, &mut |phrase| {
        let words = phrase.words();
        let said = |letters: &str| words.split_whitespace().any(|word| word == letters);
        found.extend(lettered.iter().filter(|(_, letters)| said(letters)).map(|(sign, _)| *sign));
    });
    found
}

fn sign_line(voice: &Voice<'_>, sign: Sign) -> Phrase {
    let (sign, meaning) = match sign.key() {
        Some(key) => (voice.plain(key), voice.plain(&format!("{key}.meaning"))),
        None => ("–".to_owned(), voice.plain("report-sign-zero")),
    };
    voice.phrase("report-sign-line", &[("sign", sign.into()), ("meaning", meaning.into())])
}

fn colophon(voice: &Voice<'_>) -> Vec<Phrase> {
    let colophon = &voice.findings.colophon;
    let mut lines = vec![voice.phrase(
        "report-settings-version",
        &[
            ("version", colophon.version.as_str().into()),
            ("seed", colophon.seed.to_string().into()),
            ("threshold", voice.findings.study.threshold.into()),
        ],
    )];
    if voice.findings.study.rounding > 1 {
        let base = [("base", voice.findings.study.rounding.into())];
        lines.push(voice.phrase("report-settings-rounded", &base));
    }
    let pairs = |settings: &[Setting], signs: usize, named: &dyn Fn(&Setting) -> String| -> String {
        let pairs: Vec<String> = settings
            .iter()
            .map(|setting| {
                let value: String = setting.value.chars().take(signs).collect();
                format!("{}\u{A0}{value}", named(setting))
            })
            .collect();
        pairs.join(", ")
    };
    if !colophon.settings.is_empty() {
        lines.push(voice.phrase(
            "report-settings-line",
            &[("values", pairs(&colophon.settings, usize::MAX, &|setting| setting.name.clone()).into())],
        ));
    }
    let fingerprinted = |setting: &Setting| match setting.name.as_str() {
        "settings" => voice.plain("report-fingerprint-settings"),
        "transcript" => voice.plain("report-fingerprint-transcript"),
        "codebook" => voice.plain("report-fingerprint-codebook"),
        "codings" => voice.plain("report-fingerprint-codings"),
        "questionnaire" => voice.plain("report-fingerprint-questionnaire"),
        "administrative" => voice.plain("report-fingerprint-administrative"),
        other => other.to_owned(),
    };
    if !colophon.fingerprints.is_empty() {
        lines.push(voice.phrase(
            "report-fingerprints-line",
            &[("values", pairs(&colophon.fingerprints, FINGERPRINT_SIGNS, &fingerprinted).into())],
        ));
    }
    if voice.findings.study.invented.is_some() {
        lines.push(voice.phrase("report-settings-invented", &[]));
    }
    lines
}

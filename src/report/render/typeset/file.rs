//! Runs the typesetter on a document.

use thiserror::Error;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::i18n::Catalog;
use crate::report::document::Document;
use crate::report::document::prune::{anchors, on_paper};
use crate::report::render::typeset::body::Body;
use crate::report::render::typeset::world::{Sheets, without_letter};

/// Why a document was not typeset.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TypesetError {
    /// The fonts of the program lack letters of the document.
    #[error("find the letters {letters:?}")]
    Letters {
        /// Each once, in the order of the document.
        letters: Vec<char>,
    },
    /// The typesetter refused the document: a fault of this program.
    #[error("typeset the document: {said}")]
    Refused {
        /// The first thing that it said.
        said: String,
    },
}

/// Typesets a document as a tagged PDF that declares PDF/UA-1, with an outline and without a date. What
/// opens on a screen alone is left out.
///
/// The same document gives the same bytes.
///
/// # Errors
/// The fonts of the program lack a letter of the document, or the typesetter refuses it.
pub fn pdf(document: &Document, words: &Catalog) -> Result<Vec<u8>, TypesetError> {
    let laid = laid_out(document, words)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| TypesetError::Refused { said: error.message().to_string() })?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("propos".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    let written = typst_pdf::pdf(&laid, &options).map_err(|faults| refused(&faults));
    // What the typesetter remembers of a document serves no other.
    typst::comemo::evict(0);
    written
}

fn laid_out(document: &Document, words: &Catalog) -> Result<PagedDocument, TypesetError> {
    let mut paper = document.clone();
    on_paper(&mut paper);
    let mut body = Body::new(words, anchors(&mut paper.blocks));
    let text = body.write(&paper);
    let mut letters = Vec::new();
    for text in std::iter::once(&text).chain(&body.drawings) {
        without_letter(text, &mut letters);
    }
    if !letters.is_empty() {
        return Err(TypesetError::Letters { letters });
    }
    let sheets = Sheets::new(text, body.drawings)
        .ok_or_else(|| TypesetError::Refused { said: "its files have no names".to_owned() })?;
    typst::compile::<PagedDocument>(&sheets).output.map_err(|faults| refused(&faults))
}

fn refused(faults: &[SourceDiagnostic]) -> TypesetError {
    TypesetError::Refused { said: faults.first().map_or_else(String::new, |fault| fault.message.to_string()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use typst::layout::{Frame, FrameItem};

    use super::*;
    use crate::report::document::{
        Block, Boxed, Card, Cell, Column, CountStrip, Drawn, Figure, Inline, Phrase, QuoteBlock, Row, Table,
    };
    use crate::text::Language;

    fn words() -> Catalog {
        Catalog::new(Language::Fr)
    }

    /// Gathers what is to be read on pages, in its order, without blanks.
    fn read(document: &Document) -> String {
        fn gather(frame: &Frame, text: &mut String) {
            for (_, item) in frame.items() {
                match item {
                    FrameItem::Group(group) => gather(&group.frame, text),
                    FrameItem::Text(item) => text.push_str(&item.text),
                    _ => {}
                }
            }
        }
        let laid = laid_out(document, &words()).expect("it is typeset");
        let mut text = String::new();
        for page in laid.pages() {
            gather(&page.frame, &mut text);
        }
        text.split_whitespace().collect()
    }

    /// A document whose every place of words holds the same ones, and the number of those places.
    fn full_of(text: &str) -> (Document, usize) {
        let phrase = || Phrase::plain(text);
        let quote = || QuoteBlock {
            text: text.to_owned(),
            language: Some(Language::En),
            attribution: phrase(),
            counterexample: Some(text.to_owned()),
        };
        let table = Table {
            name: "t".to_owned(),
            number: 1,
            title: text.to_owned(),
            unit: text.to_owned(),
            columns: vec![Column::text(text), Column::number(text)],
            rows: vec![Row::total(vec![
                Cell::Text(phrase()),
                Cell::Number { text: text.to_owned(), value: 1.0, anchor: Some(text.to_owned()) },
            ])],
            notes: Vec::new(),
        };
        let pieces =
            [Inline::Strong, Inline::Emphasis, Inline::Mark, Inline::Kept, Inline::Quiet, Inline::ToWrite]
                .map(|piece| piece(text.to_owned()));
        let heading = |level| Block::Heading {
            level,
            number: Some(1),
            title: text.to_owned(),
            anchor: text.to_owned(),
        };
        let link = Inline::Link { text: text.to_owned(), anchor: text.to_owned() };
        let blocks = vec![
            heading(2),
            heading(3),
            Block::Paragraph(Phrase(pieces.to_vec()).with(link)),
            Block::List(vec![phrase()]),
            Block::Counts(vec![CountStrip { count: text.to_owned(), text: text.to_owned() }]),
            Block::Table(table),
            Block::Quote(quote()),
            Block::Box {
                kind: Boxed::Limits,
                title: text.to_owned(),
                blocks: vec![Block::Paragraph(phrase())],
            },
            Block::Card(Card {
                rank: 0,
                anchor: text.to_owned(),
                title: text.to_owned(),
                members: phrase(),
                portrait: phrase(),
                facts: vec![(text.to_owned(), phrase())],
                quotes: vec![quote()],
            }),
            Block::Turn { anchor: "u".to_owned(), label: text.to_owned(), text: phrase(), language: None },
            Block::Fold {
                is_printed: true,
                anchor: "f".to_owned(),
                summary: text.to_owned(),
                blocks: vec![Block::Paragraph(phrase())],
            },
            Block::Colophon(vec![phrase()]),
        ];
        let document = Document {
            kicker: text.to_owned(),
            title: text.to_owned(),
            subtitle: text.to_owned(),
            banner: Some(text.to_owned()),
            foot: text.to_owned(),
            blocks,
            ..Document::default()
        };
        // Head and foot of the page; title, kicker, subtitle; and the places above.
        (document, 5 + 2 + 7 + 1 + 2 + 6 + 3 + 2 + 5 + 3 + 2 + 2 + 1)
    }

    #[test]
    fn signs_of_the_language_stay_words() {
        for text in [
            "#let",
            "$x^2$ *gras* _ital_",
            "@ref <tag> `raw`",
            r#"\ " \u{41} "#,
            "] } ) // /* --- ~",
            "= - + /",
        ] {
            let (document, places) = full_of(text);
            let needle: String = text.split_whitespace().collect();
            let found = read(&document).matches(&needle).count();
            assert!(found >= places, "{text}: {found} of {places}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn whatever_is_written_is_read(text in "[ -~éÀœ«»’…–\u{a0}]{1,40}") {
            let (document, places) = full_of(&text);
            let needle: String = text.split_whitespace().collect();
            let found = read(&document);
            prop_assert!(needle.is_empty() || found.matches(&needle).count() >= places, "{found}");
        }
    }

    #[test]
    fn a_file_declares_its_standard_and_is_the_same_twice() {
        let (mut document, _) = full_of("Été « à » l’œuvre");
        let wide = crate::plot::svg::Drawing::new().finish(
            &crate::plot::svg::Alternative { title: "Deux points".to_owned(), ..Default::default() },
            crate::plot::Width::Wide,
            40.0,
        );
        let drawings = vec![Drawn { wide, ..Drawn::default() }.under("# en-tête")];
        document.blocks.push(Block::Figure(Figure { drawings, title: "$".to_owned(), ..Figure::default() }));
        let once = pdf(&document, &words()).expect("it is typeset");
        assert!(once.starts_with(b"%PDF-1.7"));
        let raw = String::from_utf8_lossy(&once);
        assert!(raw.contains("<pdfuaid:part>1</pdfuaid:part>"), "its metadata are not packed");
        assert!(!raw.contains("CreateDate") && !raw.contains("CreationDate") && !raw.contains("Author"));
        assert!(once == pdf(&document, &words()).expect("it is typeset"));
    }

    #[test]
    fn letters_without_a_font_are_named() {
        let document = Document { title: "Ça va 👍🏽 日本 👍".to_owned(), ..Document::default() };
        let Err(TypesetError::Letters { letters }) = pdf(&document, &words()) else { panic!("no letter") };
        assert_eq!(letters, ['👍', '🏽', '日', '本']);
    }
}

//! Conversions between the units of position of one text.
//!
//! Milestones every few hundred scalar values hold the other two units, so that a conversion reads
//! a short stretch only; a text of ASCII alone needs none.

use super::offset::{ByteOffset, CharOffset, Utf16Offset};
use super::span::Span;

/// Scalar values between two milestones: a conversion reads half of them on average.
const STEP: usize = 256;

#[derive(Clone, Copy, Debug, Default)]
struct Milestone {
    byte: usize,
    utf16: usize,
}

/// The milestones of a text kept elsewhere; every method must be given that same text.
#[derive(Clone, Debug, Default)]
pub(super) struct Milestones {
    /// One every [`STEP`] scalar values, the first at 0; none when the text is ASCII.
    marks: Vec<Milestone>,
    /// Length in scalar values.
    chars: usize,
}

impl Milestones {
    /// Reads the text once.
    pub(super) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { marks: Vec::new(), chars: text.len() };
        }
        let (mut marks, mut chars, mut utf16) = (Vec::new(), 0, 0);
        for (byte, character) in text.char_indices() {
            if chars % STEP == 0 {
                marks.push(Milestone { byte, utf16 });
            }
            chars += 1;
            utf16 += character.len_utf16();
        }
        Self { marks, chars }
    }

    /// Converts scalar values to bytes.
    pub(super) fn byte_of(&self, text: &str, offset: CharOffset) -> ByteOffset {
        if offset.0 >= self.chars {
            return ByteOffset(text.len());
        }
        let Some(mark) = self.marks.get(offset.0 / STEP) else {
            return ByteOffset(offset.0);
        };
        let rest = text[mark.byte..].char_indices().nth(offset.0 % STEP);
        ByteOffset(rest.map_or(text.len(), |(byte, _)| mark.byte + byte))
    }

    /// Converts bytes to scalar values.
    pub(super) fn char_of(&self, text: &str, offset: ByteOffset) -> CharOffset {
        if offset.0 >= text.len() {
            return CharOffset(self.chars);
        }
        let after = self.marks.partition_point(|mark| mark.byte <= offset.0);
        let Some(nearest) = after.checked_sub(1) else {
            return CharOffset(offset.0);
        };
        let from = self.marks[nearest].byte;
        let starts = text.as_bytes()[from..=offset.0].iter().filter(|byte| starts_char(**byte));
        CharOffset(nearest * STEP + starts.count() - 1)
    }
}

/// Converts positions of one text. Positions beyond its end give its end; positions inside a
/// character give its start.
#[derive(Clone, Debug)]
pub struct TextIndex<'text> {
    text: &'text str,
    milestones: Milestones,
    /// Bytes at which lines start, the first at 0.
    lines: Vec<usize>,
}

impl<'text> TextIndex<'text> {
    /// Reads the text once.
    pub fn new(text: &'text str) -> Self {
        let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(line_ends.map(|(at, _)| at + 1)).collect();
        Self { text, milestones: Milestones::new(text), lines }
    }

    /// Returns the text.
    pub fn text(&self) -> &'text str {
        self.text
    }

    /// Returns its length in scalar values.
    pub fn len(&self) -> usize {
        self.milestones.chars
    }

    /// Tells whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.milestones.chars == 0
    }

    /// Converts scalar values to bytes.
    pub fn byte_of(&self, offset: CharOffset) -> ByteOffset {
        self.milestones.byte_of(self.text, offset)
    }

    /// Converts bytes to scalar values.
    pub fn char_of(&self, offset: ByteOffset) -> CharOffset {
        self.milestones.char_of(self.text, offset)
    }

    /// Converts scalar values to UTF-16 code units.
    pub fn utf16_of(&self, offset: CharOffset) -> Utf16Offset {
        let offset = offset.0.min(self.milestones.chars);
        // The end of the text may stand one past the last milestone's stretch.
        let nearest = (offset / STEP).min(self.milestones.marks.len().saturating_sub(1));
        let Some(milestone) = self.milestones.marks.get(nearest) else {
            return Utf16Offset(offset);
        };
        let between = self.text[milestone.byte..].chars().take(offset - nearest * STEP);
        Utf16Offset(milestone.utf16 + between.map(char::len_utf16).sum::<usize>())
    }

    /// Converts UTF-16 code units to scalar values.
    pub fn char_of_utf16(&self, offset: Utf16Offset) -> CharOffset {
        let after = self.milestones.marks.partition_point(|milestone| milestone.utf16 <= offset.0);
        let Some(nearest) = after.checked_sub(1) else {
            return CharOffset(offset.0.min(self.milestones.chars));
        };
        let milestone = self.milestones.marks[nearest];
        let mut seen = milestone.utf16;
        let before = self.text[milestone.byte..].chars().take_while(|character| {
            seen += character.len_utf16();
            seen <= offset.0
        });
        CharOffset(nearest * STEP + before.count())
    }

    /// Returns the words of a span; what lies beyond the end of the text is left out.
    pub fn slice(&self, span: Span) -> &'text str {
        &self.text[self.byte_of(span.start).0..self.byte_of(span.end).0]
    }

    /// Returns the line and the column (in scalar values) of a byte, both from 1.
    pub fn line_column(&self, offset: ByteOffset) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset.0);
        let start = self.lines[line.saturating_sub(1)];
        (line, self.char_of(offset).0 - self.char_of(ByteOffset(start)).0 + 1)
    }
}

/// Tells whether a byte of UTF-8 is the first of its character.
fn starts_char(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let index = TextIndex::new("été\r\nl’hiver\n");
        assert_eq!(index.line_column(ByteOffset(0)), (1, 1));
        assert_eq!(index.line_column(ByteOffset(5)), (1, 4));
        assert_eq!(index.line_column(ByteOffset(7)), (2, 1));
        assert_eq!(index.line_column(ByteOffset(11)), (2, 3));
        assert_eq!(index.line_column(ByteOffset(999)), (3, 1));
        assert_eq!(TextIndex::new("").line_column(ByteOffset(0)), (1, 1));
    }

    #[test]
    fn a_position_inside_a_character_gives_its_start() {
        let index = TextIndex::new("a👍🏽b");
        assert_eq!(index.char_of(ByteOffset(3)), CharOffset(1));
        assert_eq!(index.char_of_utf16(Utf16Offset(2)), CharOffset(1));
        assert_eq!(index.utf16_of(CharOffset(3)), Utf16Offset(5));
        assert_eq!(index.slice(Span::new(1, 3)), "👍🏽");
        assert_eq!(index.slice(Span::new(2, 99)), "🏽b");
        assert_eq!(index.slice(Span::new(50, 99)), "");
    }

    /// Texts that broke other programs: emoji, combining marks, CRLF, byte order mark.
    fn awkward() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "mot ",
            "é",
            "e\u{301}",
            "\r\n",
            "\n",
            "👩‍👧",
            "❤️",
            "\u{feff}",
            "\u{202f}»",
            "a",
            "𝄞",
            "œuf",
        ]);
        prop::collection::vec(piece, 0..600).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_position_goes_and_comes_back(text in awkward()) {
            let index = TextIndex::new(&text);
            let (mut chars, mut utf16) = (0, 0);
            for (byte, character) in text.char_indices() {
                prop_assert_eq!(index.byte_of(CharOffset(chars)), ByteOffset(byte));
                prop_assert_eq!(index.char_of(ByteOffset(byte)), CharOffset(chars));
                prop_assert_eq!(index.utf16_of(CharOffset(chars)), Utf16Offset(utf16));
                prop_assert_eq!(index.char_of_utf16(Utf16Offset(utf16)), CharOffset(chars));
                chars += 1;
                utf16 += character.len_utf16();
            }
            prop_assert_eq!(index.len(), chars);
            for beyond in 0..3 {
                prop_assert_eq!(index.byte_of(CharOffset(chars + beyond)), ByteOffset(text.len()));
                prop_assert_eq!(index.utf16_of(CharOffset(chars + beyond)), Utf16Offset(utf16));
                prop_assert_eq!(index.char_of_utf16(Utf16Offset(utf16 + beyond)), CharOffset(chars));
            }
        }

        #[test]
        fn a_slice_is_what_counting_gives(text in awkward(), start in 0_usize..900, len in 0_usize..300) {
            let expected: String = text.chars().skip(start).take(len).collect();
            prop_assert_eq!(TextIndex::new(&text).slice(Span::new(start, start + len)), expected);
        }
    }
}

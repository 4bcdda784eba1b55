//! A transcript that comes without Markdown: paragraphs of a word processor, cues of subtitles, plain text.

use std::ops::Range;

use super::draft::{Block, Draft, Piece};
use super::model::MarkKind;
use crate::text::{ByteOffset, Normalized, OffsetMap, TextIndex, normalize};

/// How a stretch looks where it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// In bold.
    pub strong: bool,
    /// In italics.
    pub emphasis: bool,
}

/// The words of a file without markup, paragraph by paragraph.
///
/// What reads a format fills it: [`say`](Self::say) and [`end_paragraph`](Self::end_paragraph). Its
/// text is the source that positions lead back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    text: String,
    paragraphs: Vec<(Range<usize>, Option<u8>)>,
    marks: Vec<(Range<usize>, MarkKind)>,
    /// Where the paragraph being written begins.
    start: usize,
    /// Names that the format itself gives to those who speak.
    pub speakers: Vec<String>,
}

impl Written {
    /// Takes a plain text as it is: a paragraph ends at a blank line.
    pub fn plain(text: &str) -> Self {
        let mut written = Self { text: text.to_owned(), ..Self::default() };
        let (mut at, mut start) = (0, None);
        let end = if text.contains('\n') { '\n' } else { '\r' };
        for line in text.split_inclusive(end) {
            if line.trim().is_empty() {
                written.paragraphs.extend(start.take().map(|start| (start..at, None)));
            } else {
                start.get_or_insert(at);
            }
            at += line.len();
        }
        written.paragraphs.extend(start.map(|start| (start..at, None)));
        written.start = text.len();
        written
    }

    /// Adds words to the paragraph that is being written; `\n` breaks the line inside it.
    pub fn say(&mut self, words: &str, face: Face) {
        let from = self.text.len();
        self.text.push_str(words);
        for (is, kind) in [(face.strong, MarkKind::Strong), (face.emphasis, MarkKind::Emphasis)] {
            if is {
                self.mark(from, kind);
            }
        }
    }

    /// Marks what was said from a byte on; stretches that touch become one, over blanks too.
    fn mark(&mut self, from: usize, kind: MarkKind) {
        let to = self.text.len();
        let (start, text) = (self.start, &self.text);
        let last = self.marks.iter_mut().rev().find(|(_, known)| *known == kind);
        match last {
            Some((range, _)) if range.start >= start && text[range.end..from].trim().is_empty() => {
                range.end = to;
            }
            _ if text[from..to].trim().is_empty() => {}
            _ => self.marks.push((from..to, kind)),
        }
    }

    /// Ends the paragraph; `heading` is its level when it is a heading. One without words is none.
    pub fn end_paragraph(&mut self, heading: Option<u8>) {
        let range = self.start..self.text.len();
        if self.text[range.clone()].trim().is_empty() {
            self.text.truncate(range.start);
            self.marks.retain(|(mark, _)| mark.start < range.start);
            return;
        }
        self.paragraphs.push((range, heading));
        self.text.push_str("\n\n");
        self.start = self.text.len();
    }

    /// Names who asks (`Q`) and who answers (`R`) where only the look of the paragraphs says it: questions all
    /// in bold, or all in italics, answers not. Returns the look of the questions with it; none when
    /// paragraphs do not take turns so.
    pub(crate) fn voiced_by_face(&self) -> Option<(MarkKind, Self)> {
        [MarkKind::Strong, MarkKind::Emphasis].into_iter().find_map(|kind| {
            let asks = self.asking(&kind)?;
            let mut voiced = Self::default();
            let mut last = None;
            for ((range, heading), asks) in self.paragraphs.iter().zip(asks) {
                if asks.is_some() && asks != last {
                    voiced.text.push_str(if asks == Some(true) { "Q : " } else { "R : " });
                }
                last = asks;
                let to = voiced.text.len();
                voiced.text.push_str(&self.text[range.clone()]);
                let inside =
                    self.marks.iter().filter(|(mark, _)| range.start <= mark.start && mark.end <= range.end);
                let moved = |mark: &Range<usize>| mark.start - range.start + to..mark.end - range.start + to;
                voiced.marks.extend(inside.map(|(mark, kind)| (moved(mark), kind.clone())));
                voiced.end_paragraph(*heading);
            }
            Some((kind, voiced))
        })
    }

    /// Tells of each paragraph whether it asks, in a look; none of headings and of what stands above the
    /// first question. None at all where the look tells nothing.
    fn asking(&self, kind: &MarkKind) -> Option<Vec<Option<bool>>> {
        let is_question = |range: &Range<usize>| self.text[range.clone()].trim_end().ends_with('?');
        let is_marked = |range: &Range<usize>| {
            let words = self.text[range.clone()].trim();
            let marked = self
                .marks
                .iter()
                .filter(|(mark, known)| known == kind && range.start <= mark.start && mark.end <= range.end);
            marked.map(|(mark, _)| self.text[mark.clone()].trim().len()).sum::<usize>() >= words.len()
        };
        let mut asks = Vec::with_capacity(self.paragraphs.len());
        let mut begun = false;
        for (range, heading) in &self.paragraphs {
            let marked = heading.is_none() && is_marked(range);
            begun |= marked && is_question(range);
            asks.push((begun && heading.is_none()).then_some(marked));
        }
        let count = |voice: bool| asks.iter().filter(|one| **one == Some(voice)).count();
        let questions = self
            .paragraphs
            .iter()
            .zip(&asks)
            .filter(|((range, _), one)| **one == Some(true) && is_question(range));
        let (asked, answered) = (count(true), count(false));
        let is_dialogue =
            asked > 1 && answered > 1 && questions.count() * 2 >= asked && asked <= answered * 2;
        is_dialogue.then_some(asks)
    }

    /// Tells whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// The text that positions lead back to.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the draft of the normalised text, and that text with the way back to this one.
    pub(crate) fn draft(&self) -> (Draft, Normalized) {
        let normalized = normalize(&self.text);
        let place = places(&self.text, &normalized.text, &normalized.map);
        let moved = |range: &Range<usize>| place(range.start)..place(range.end);
        let blocks = self.paragraphs.iter().map(|(range, heading)| (moved(range), *heading));
        let marks = self.marks.iter().map(|(range, kind)| (moved(range), kind.clone()));
        let draft = Draft {
            pieces: vec![Piece { draft: 0, source: 0, len: normalized.text.len() }],
            blocks: blocks.map(|(range, heading)| Block { range, heading, marker: 0 }).collect(),
            marks: marks.filter(|(range, _)| !range.is_empty()).collect(),
            escaped: Vec::new(),
            is_written: true,
            text: normalized.text.clone(),
        };
        drop(place);
        (draft, normalized)
    }
}

/// Leads from bytes of a source to bytes of its normalised text.
fn places<'a>(source: &'a str, normalized: &'a str, map: &'a OffsetMap) -> impl Fn(usize) -> usize + 'a {
    let same = source == normalized;
    let (source, normalized) = (TextIndex::new(source), TextIndex::new(normalized));
    move |byte| {
        if same { byte } else { normalized.byte_of(map.plain_of(source.char_of(ByteOffset(byte)))).0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::transcript::{Roles, parse_written};

    const BOLD: Face = Face { strong: true, emphasis: false };

    #[test]
    fn paragraphs_of_a_plain_text_end_at_blank_lines() {
        let written = Written::plain("Q : un\r\ndeux\r\n\r\n\r\nR : trois\n");
        let (draft, source) = written.draft();
        let blocks: Vec<&str> =
            draft.blocks.iter().map(|block| source.text[block.range.clone()].trim()).collect();
        assert_eq!(blocks, ["Q : un\ndeux", "R : trois"]);
    }

    #[test]
    fn bold_runs_that_touch_are_one_and_a_bold_blank_is_none() {
        let mut written = Written::default();
        written.say("Mme", BOLD);
        written.say(" ", Face::default());
        written.say("A. :", BOLD);
        written.say(" oui", Face::default());
        written.say(" ", BOLD);
        written.end_paragraph(None);
        written.say("  ", BOLD);
        written.end_paragraph(None);
        assert_eq!(written.marks, [(0..8, MarkKind::Strong)]);
        assert_eq!(written.paragraphs, [(0..13, None)]);
    }

    #[test]
    fn labels_above_the_speech_are_found_and_positions_lead_back() {
        let mut written = Written::default();
        for words in [
            "[Chercheur] (0:01 - 0:11)",
            "Cʼest parti e\u{301}te\u{301}.",
            "[Interruption de personnes]",
            "[Interviewe] (0:11 - 0:15)",
            "Oui 😀.",
            "[Chercheur]",
            "Bien.",
            "[Interviewe] (1:02:00 - 1:02:10)",
            "Merci.",
        ] {
            written.say(words, Face::default());
            written.end_paragraph(None);
        }
        let parsed = parse_written("e.docx", &written, &Roles::default());
        let version = parsed.transcript.expect("a transcript").version;
        let labels: Vec<&str> = version.turns.iter().map(|turn| version.label(turn)).collect();
        assert_eq!(labels, ["Chercheur", "Interviewe", "Chercheur", "Interviewe"]);
        let times: Vec<u32> = version
            .marks
            .iter()
            .filter_map(|mark| match mark.kind {
                MarkKind::Timecode { seconds } => Some(seconds),
                _ => None,
            })
            .collect();
        assert_eq!(times, [1, 11, 3720]);
        let index = TextIndex::new(&version.text);
        assert_eq!(index.slice(version.turns[0].speech), "Cʼest parti été.\n\n[Interruption de personnes]");
        let source = TextIndex::new(written.text());
        let back = parsed.source_map.source_span(version.turns[1].speech).expect("a place");
        assert_eq!(source.slice(back), "Oui 😀.");
    }

    #[test]
    fn questions_in_bold_and_answers_that_are_not_are_two_voices() {
        let paragraphs = [
            ("Entretien de mars", true),
            ("Vous êtes arrivée quand ?", true),
            ("En 1998.", false),
            ("Avec mes parents.", false),
            ("Racontez-moi.", true),
            ("C’était l’hiver.", false),
            ("Et l’école ?", true),
            ("Dur.", false),
        ];
        let written = |is_italic: bool| {
            let mut written = Written::default();
            for (words, is_marked) in paragraphs {
                let face = Face { strong: is_marked && !is_italic, emphasis: is_marked && is_italic };
                written.say(words, face);
                written.end_paragraph(None);
            }
            written
        };
        for is_italic in [false, true] {
            let parsed = parse_written("e.docx", &written(is_italic), &Roles::default());
            let version = parsed.transcript.expect("words").version;
            let said: Vec<&str> = version.turns.iter().map(|turn| version.label(turn)).collect();
            assert_eq!(said, ["", "Q", "R", "Q", "R", "Q", "R"]);
            assert!(
                version.text.contains("R : En 1998.\n\nAvec mes parents.\n\nQ : Racontez-moi."),
                "{}",
                version.text
            );
            assert!(parsed.diagnostics.iter().any(|found| found.key == "labels-by-face"));
        }
        // Words in bold here and there say nothing of who speaks.
        let mut story = Written::default();
        for (words, strong) in [("Un", true), ("Deux ?", false), ("Trois", true), ("Quatre", false)] {
            story.say(words, Face { strong, emphasis: false });
            story.end_paragraph(None);
        }
        assert!(story.voiced_by_face().is_none());
    }

    #[test]
    fn a_name_alone_in_bold_is_a_label_when_it_comes_again() {
        let mut written = Written::default();
        for (words, face) in [
            ("Enquêtrice", BOLD),
            ("Et vous ?", Face::default()),
            ("Enquêté", BOLD),
            ("Moi, non.", Face::default()),
            ("Enquêtrice", BOLD),
            ("Un seul mot en gras", BOLD),
            ("Enquêté", BOLD),
            ("ah", Face::default()),
        ] {
            written.say(words, face);
            written.end_paragraph(None);
        }
        let version = parse_written("e.docx", &written, &Roles::default()).transcript.expect("one").version;
        let labels: Vec<&str> = version.turns.iter().map(|turn| version.label(turn)).collect();
        assert_eq!(labels, ["Enquêtrice", "Enquêté", "Enquêtrice", "Enquêté"]);
    }
}

//! What interviewees say, as numbered terms: read once, counted in many ways.

use std::collections::HashMap;

use serde::Serialize;

use super::said::said;
use super::tool_words::is_full;
use crate::domain::id::TranscriptId;
use crate::domain::transcript::Transcript;
use crate::text::fold::fold;
use crate::text::stem::Stemmer;
use crate::text::token::tokens;
use crate::text::{CharOffset, Language, Span, TextIndex};

/// What makes two words the same term. There is no dictionary of lemmas here: a stem joins inflections,
/// and sometimes two words that have nothing in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Term {
    /// Forms with the same stem.
    #[default]
    Stem,
    /// The same form, case and accents aside.
    Form,
}

/// What stands after a word, from nothing to the end of a sentence or of a turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pause {
    /// Nothing.
    #[default]
    None,
    /// A comma, a dash.
    Weak,
    /// A semicolon, a colon.
    Middle,
    /// A full stop, an ellipsis, a mark of question or exclamation, the end of a turn.
    Strong,
}

/// One word said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its entry in [`Corpus::entries`].
    pub entry: u32,
    /// What stands after it.
    pub pause: Pause,
    /// The turn it stands in, by position in the transcript.
    pub turn: u32,
    /// Where it begins, in scalar values of the transcript.
    pub start: CharOffset,
    /// Where it ends.
    pub end: CharOffset,
}

/// One term of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its stem or folded form.
    pub key: String,
    /// Its most frequent form as it is written: a name keeps its capital, a word that begins sentences
    /// does not.
    pub label: String,
    /// Whether it says something: no tool word, no number, more than one letter.
    pub full: bool,
    /// How often it was said.
    pub occurrences: u64,
    /// In how many interviews.
    pub interviews: usize,
}

/// What one interviewee says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// Of which transcript.
    pub id: TranscriptId,
    /// In their order.
    pub words: Vec<Word>,
}

/// All that interviewees say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// By their id.
    pub interviews: Vec<Interview>,
    /// By their key; a tool word is apart from full words of the same key.
    pub entries: Vec<Entry>,
}

impl Corpus {
    /// Reads what respondents say; transcripts without a language are in `language`.
    ///
    /// Words are those of [`crate::text::token`]; timecodes, stage directions and what stands in square
    /// brackets are not said. The order in which transcripts are given does not matter.
    pub fn read(transcripts: &[Transcript], term: Term, language: Language) -> Self {
        let mut order: Vec<&Transcript> = transcripts.iter().collect();
        order.sort_by(|a, b| a.id.cmp(&b.id));
        let mut reader = Reader::new(term);
        let interviews = order.iter().map(|transcript| reader.interview(transcript, language)).collect();
        reader.finish(interviews)
    }

    /// Counts the words of all interviews.
    pub fn words(&self) -> usize {
        self.interviews.iter().map(|interview| interview.words.len()).sum()
    }
}

/// One way of writing a word in a language.
struct Spelling {
    entry: u32,
    lower: String,
    written: Box<str>,
    count: u64,
    /// Times that it stands inside a sentence, where a capital says something.
    inside: u64,
}

struct Reader {
    term: Term,
    stemmers: [Stemmer; 2],
    /// Words as written, by language.
    known: [HashMap<Box<str>, u32>; 2],
    spellings: Vec<Spelling>,
    /// Keys, full ones apart.
    keys: [HashMap<String, u32>; 2],
    entries: Vec<Entry>,
}

impl Reader {
    fn new(term: Term) -> Self {
        Self {
            term,
            stemmers: [Stemmer::new(Language::Fr), Stemmer::new(Language::En)],
            known: Default::default(),
            spellings: Vec::new(),
            keys: Default::default(),
            entries: Vec::new(),
        }
    }

    fn interview(&mut self, transcript: &Transcript, language: Language) -> Interview {
        let language = transcript.language.unwrap_or(language);
        let version = &transcript.version;
        let index = TextIndex::new(&version.text);
        let mut words = Vec::new();
        for said in said(version) {
            let first = words.len();
            for span in said.spans {
                self.stretch(&index, span, language, small(said.turn), &mut words);
            }
            if let Some(last) = words[first..].last_mut() {
                last.pause = Pause::Strong;
            }
        }
        Interview { id: transcript.id.clone(), words }
    }

    fn stretch(
        &mut self,
        index: &TextIndex<'_>,
        span: Span,
        language: Language,
        turn: u32,
        words: &mut Vec<Word>,
    ) {
        let text = index.slice(span);
        let first = words.len();
        let (mut byte, mut place) = (0, span.start.0);
        for token in tokens(text) {
            let between = &text[byte..token.start.0];
            if words.len() > first
                && let Some(last) = words.last_mut()
            {
                last.pause = pause(between);
            }
            place += between.chars().count();
            let said = &text[token.start.0..token.end.0];
            let end = place + said.chars().count();
            let is_inside =
                words.len() > first && words.last().is_some_and(|last| last.pause < Pause::Strong);
            let entry = self.entry(token.text, language, is_inside);
            words.push(Word {
                entry,
                pause: Pause::None,
                turn,
                start: CharOffset(place),
                end: CharOffset(end),
            });
            (byte, place) = (token.end.0, end);
        }
        if words.len() > first
            && let Some(last) = words.last_mut()
        {
            last.pause = pause(&text[byte..]);
        }
    }

    fn entry(&mut self, written: &str, language: Language, is_inside: bool) -> u32 {
        let tongue = usize::from(language == Language::En);
        let spelling = match self.known[tongue].get(written) {
            Some(known) => *known,
            None => self.learn(written, language),
        };
        let spelling = &mut self.spellings[spelling as usize];
        spelling.count += 1;
        spelling.inside += u64::from(is_inside);
        spelling.entry
    }

    fn learn(&mut self, written: &str, language: Language) -> u32 {
        let tongue = usize::from(language == Language::En);
        let folded = fold(written);
        let full = is_full(&folded, language);
        let key = match self.term {
            Term::Stem if full => self.stemmers[tongue].stem(&folded).to_owned(),
            _ => folded,
        };
        let next = small(self.entries.len());
        let entry = *self.keys[usize::from(full)].entry(key.clone()).or_insert(next);
        if entry == next {
            self.entries.push(Entry { key, label: String::new(), full, occurrences: 0, interviews: 0 });
        }
        let spelling = small(self.spellings.len());
        let lower = written.to_lowercase();
        self.spellings.push(Spelling { entry, lower, written: written.into(), count: 0, inside: 0 });
        self.known[tongue].insert(written.into(), spelling);
        spelling
    }

    /// Counts, names and numbers the terms by their keys, whatever the order they were met in.
    fn finish(mut self, mut interviews: Vec<Interview>) -> Corpus {
        let mut seen = vec![usize::MAX; self.entries.len()];
        for (at, interview) in interviews.iter().enumerate() {
            for word in &interview.words {
                let entry = word.entry as usize;
                self.entries[entry].occurrences += 1;
                if seen[entry] != at {
                    seen[entry] = at;
                    self.entries[entry].interviews += 1;
                }
            }
        }
        self.spellings
            .sort_unstable_by(|a, b| (a.entry, &a.lower, &a.written).cmp(&(b.entry, &b.lower, &b.written)));
        for group in self.spellings.chunk_by(|a, b| a.entry == b.entry) {
            let mut most = 0;
            for same in group.chunk_by(|a, b| a.lower == b.lower) {
                let count = same.iter().map(|spelling| spelling.count).sum();
                if count > most {
                    most = count;
                    self.entries[group[0].entry as usize].label = label(same).to_owned();
                }
            }
        }
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_unstable_by(|a, b| {
            let (a, b) = (&self.entries[*a], &self.entries[*b]);
            (&a.key, a.full).cmp(&(&b.key, b.full))
        });
        let mut place = vec![0; order.len()];
        for (new, old) in (0_u32..).zip(&order) {
            place[*old] = new;
        }
        for word in interviews.iter_mut().flat_map(|interview| &mut interview.words) {
            word.entry = place[word.entry as usize];
        }
        let entries = order.into_iter().map(|old| self.entries[old].clone()).collect();
        Corpus { interviews, entries }
    }
}

/// Chooses among the spellings of one word, which differ by their capitals: one with capitals where people
/// write it so inside sentences more often than they write it without.
fn label(same: &[Spelling]) -> &str {
    let Some(first) = same.first() else { return "" };
    let lower = first.lower.as_str();
    let mut most: u64 = same.iter().filter(|one| &*one.written == lower).map(|one| one.count).sum();
    let mut chosen = lower;
    // A word of two languages has a spelling in each.
    for one in same.chunk_by(|a, b| a.written == b.written).filter(|one| &*one[0].written != lower) {
        let inside: u64 = one.iter().map(|spelling| spelling.inside).sum();
        if inside > most {
            most = inside;
            chosen = &one[0].written;
        }
    }
    chosen
}

/// Terms of a study number some ten thousands.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn pause(between: &str) -> Pause {
    let of = |sign: char| match sign {
        '.' | '!' | '?' | '…' | '\n' => Pause::Strong,
        ';' | ':' => Pause::Middle,
        ',' | '–' | '—' => Pause::Weak,
        _ => Pause::None,
    };
    between.chars().map(of).max().unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
pub(super) mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::transcript;
    use crate::domain::transcript::{Mark, MarkKind};

    pub(crate) fn corpus(interviews: &[(&str, &str)]) -> Corpus {
        let transcripts: Vec<Transcript> =
            interviews.iter().map(|(id, text)| transcript(id, &[(true, "Et là ?"), (false, text)])).collect();
        Corpus::read(&transcripts, Term::Stem, Language::Fr)
    }

    #[test]
    fn interviewees_words_alone_are_terms() {
        let mut one =
            transcript("E01", &[(true, "Le guichet ?"), (false, "L’aide (rires), les aides. Ça va ?")]);
        let start = one.version.text.chars().position(|c| c == '(').unwrap();
        one.version.marks.push(Mark { span: Span::new(start, start + 7), kind: MarkKind::StageDirection });
        let read = Corpus::read(&[one.clone()], Term::Stem, Language::Fr);
        let said: Vec<&str> = read.interviews[0]
            .words
            .iter()
            .map(|word| TextIndex::new(&one.version.text).slice(Span { start: word.start, end: word.end }))
            .collect();
        assert_eq!(said, ["aide", "les", "aides", "Ça", "va"]);
        let pauses: Vec<Pause> = read.interviews[0].words.iter().map(|word| word.pause).collect();
        assert_eq!(pauses[2..], [Pause::Strong, Pause::None, Pause::Strong]);
        let aide = read.entries.iter().find(|entry| entry.key == "aid").unwrap();
        assert_eq!((aide.label.as_str(), aide.occurrences, aide.interviews, aide.full), ("aide", 2, 1, true));
        let forms = Corpus::read(&[one], Term::Form, Language::Fr);
        assert!(forms.entries.iter().any(|entry| entry.key == "aides"));
    }

    #[test]
    fn a_name_keeps_its_capital_and_the_first_word_of_a_sentence_does_not() {
        let text =
            "Dossier à la Banque de France. Dossier fini ? La France, la CAF. Honte, un dossier. Honte.";
        let read = corpus(&[("E01", text)]);
        let label = |key: &str| {
            let found = read.entries.iter().find(|entry| entry.full && entry.label.to_lowercase() == key);
            found.map(|entry| entry.label.as_str())
        };
        assert_eq!(["france", "banque", "caf"].map(label), [Some("France"), Some("Banque"), Some("CAF")]);
        assert_eq!(["dossier", "honte"].map(label), [Some("dossier"), Some("honte")]);
    }

    #[test]
    fn the_order_of_interviews_does_not_matter() {
        let texts = [("E02", "Des dossiers, un dossier."), ("E01", "La honte. Un logement")];
        let mut turned = texts;
        turned.reverse();
        assert_eq!(corpus(&texts), corpus(&turned));
    }
}

//! A transcript read from Markdown: front matter, headings, and one paragraph a turn of speech.

use std::collections::BTreeMap;

use super::assemble::{Assembled, assemble};
use super::draft::{self, Draft};
use super::label::{self, Label, Line};
use super::model::{MarkKind, Transcript};
use super::role::{self, Named, Roles};
use super::source_map::SourceMap;
use super::written::Written;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::front_matter::{self, FrontMatter};
use crate::domain::id::TranscriptId;
use crate::text::{ByteOffset, CharOffset, Fingerprint, Language, TextIndex, normalize};

/// A transcript read from a file, with the way back and what was found doubtful.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParsedTranscript {
    /// The transcript; none when the file holds no word.
    pub transcript: Option<Transcript>,
    /// From the version's plain text to the source as given.
    pub source_map: SourceMap,
    /// In the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a transcript written in Markdown.
///
/// `path` is relative to the study folder; the fingerprint is that of `source` in UTF-8, which
/// differs from the file's own where it was in another encoding. Nothing that was said is lost:
/// what cannot be understood stays in the text, with a diagnostic.
pub fn parse(path: &str, source: &str, roles: &Roles) -> ParsedTranscript {
    let mut diagnostics = Vec::new();
    let normalized = normalize(source);
    let front = front_matter::read(path, &normalized.text, &mut diagnostics);
    let draft = draft::read(&normalized.text, front.body);
    let named = Named::read(&front, roles);
    let fingerprint = Fingerprint::of(source.as_bytes());
    let source = Source { path, text: &normalized.text, map: &normalized.map, fingerprint };
    turns(&source, &draft, &front, &named, diagnostics)
}

/// Reads a transcript that another format holds; positions lead back to `written`'s text, or, where only the
/// look of the paragraphs says who speaks, to that text with the two voices named.
pub fn parse_written(path: &str, written: &Written, roles: &Roles) -> ParsedTranscript {
    let parsed = read_written(path, written, roles);
    let is_mute = parsed.diagnostics.iter().any(|found| found.key == "no-label");
    let Some((look, voiced)) = written.voiced_by_face().filter(|_| is_mute) else { return parsed };
    let mut parsed = read_written(path, &voiced, roles);
    let look = if look == MarkKind::Strong { "bold" } else { "italics" };
    parsed.diagnostics.insert(0, Diagnostic::note(Place::file(path), "labels-by-face").with("look", look));
    parsed
}

fn read_written(path: &str, written: &Written, roles: &Roles) -> ParsedTranscript {
    let (draft, normalized) = written.draft();
    let front = FrontMatter::default();
    let mut named = Named::read(&front, roles);
    named.speakers.extend(written.speakers.iter().cloned());
    let fingerprint = Fingerprint::of(written.text().as_bytes());
    let source = Source { path, text: &normalized.text, map: &normalized.map, fingerprint };
    turns(&source, &draft, &front, &named, Vec::new())
}

/// What a draft was read from.
struct Source<'a> {
    path: &'a str,
    /// Normalised.
    text: &'a str,
    /// From the normalised text to the file's own.
    map: &'a SourceMap,
    fingerprint: Fingerprint,
}

/// Finds who speaks in a draft, and makes it a transcript.
fn turns(
    source: &Source<'_>,
    draft: &Draft,
    front: &FrontMatter,
    named: &Named,
    mut diagnostics: Vec<Diagnostic>,
) -> ParsedTranscript {
    let path = source.path;
    let lines = label::lines(draft);
    let index = TextIndex::new(source.text);
    if lines.is_empty() {
        diagnostics.push(Diagnostic::error(Place::file(path), "transcript-empty"));
        return ParsedTranscript { transcript: None, source_map: SourceMap::default(), diagnostics };
    }
    let labels = label::find(draft, &lines, &named.given(), &named.usual);
    doubt_single_names(path, draft, &lines, &labels, &index, &mut diagnostics);
    let Assembled { mut version, map, starts, labels } = assemble(draft, &lines, labels, source.text);
    doubt_turns(path, &version, &starts, &labels, &index, &mut diagnostics);
    if draft.is_written {
        doubt_times(path, &version, &mut diagnostics);
    }
    let prose = prose(front, &version);
    let asked = if draft.is_written { asked(&version) } else { Vec::new() };
    role::assign(path, &mut version.speakers, named, &prose, &asked, &mut diagnostics);
    version.fingerprint = source.fingerprint.clone();

    let stem = path.rsplit('/').next().unwrap_or(path);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| if stem.is_empty() { path } else { stem });
    let value = |key: &str| front.get(key).map(front_matter::Entry::joined).filter(|value| !value.is_empty());
    let id = value("id").unwrap_or_else(|| normalize(stem).text);
    let transcript = Transcript {
        title: value("title").unwrap_or_else(|| id.clone()),
        id: TranscriptId(id),
        path: path.to_owned(),
        language: read_language(path, front, &mut diagnostics),
        attributes: front
            .entries
            .iter()
            .filter(|entry| !matches!(entry.key.as_str(), "id" | "title"))
            .map(|entry| (entry.key.clone(), entry.joined()))
            .collect(),
        version,
    };
    check_date(path, front, &mut diagnostics);
    diagnostics.sort_by(|one, other| one.place.cmp(&other.place));
    ParsedTranscript { transcript: Some(transcript), source_map: map.through(source.map), diagnostics }
}

/// Gathers what is said before the first label, and the front matter: who led the interview may be
/// told there.
fn prose(front: &FrontMatter, version: &super::TranscriptVersion) -> String {
    let before = version.turns.iter().take_while(|turn| turn.speaker.is_none());
    let end = before.last().map_or(0, |turn| turn.speech.end.0);
    let mut prose: String = version.text.chars().take(end).collect();
    for entry in &front.entries {
        prose.push_str(&format!("\n{}", entry.joined()));
    }
    prose
}

/// Counts the turns of each speaker, and those among them that end in a question.
fn asked(version: &super::TranscriptVersion) -> Vec<(usize, usize)> {
    let index = TextIndex::new(&version.text);
    let mut counts = vec![(0, 0); version.speakers.len()];
    for turn in &version.turns {
        if let Some(count) = turn.speaker.and_then(|speaker| counts.get_mut(speaker)) {
            count.0 += 1;
            count.1 += usize::from(index.slice(turn.speech).trim_end().ends_with(['?', '؟', '？']));
        }
    }
    counts
}

fn read_language(path: &str, front: &FrontMatter, diagnostics: &mut Vec<Diagnostic>) -> Option<Language> {
    let entry = ["language", "lang", "langue"].into_iter().find_map(|key| front.get(key))?;
    let text = entry.joined();
    let language = match label::plain_name(&text).as_str() {
        "francais" | "french" => Some(Language::Fr),
        "anglais" | "english" => Some(Language::En),
        _ => Language::parse(&text),
    };
    if language.is_none() && !text.is_empty() {
        diagnostics.push(
            Diagnostic::warning(Place::at(path, entry.line, 1), "language-unknown").with("value", text),
        );
    }
    language
}

fn check_date(path: &str, front: &FrontMatter, diagnostics: &mut Vec<Diagnostic>) {
    let Some(entry) = front.get("date") else { return };
    let text = entry.joined();
    if !text.is_empty() && !is_date(&text) {
        diagnostics
            .push(Diagnostic::warning(Place::at(path, entry.line, 1), "date-unread").with("value", text));
    }
}

/// Reads `2023`, `2023-06`, `2023-06-06` (perhaps with a time) and `06/06/2023`.
fn is_date(text: &str) -> bool {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let numbers: Option<Vec<i16>> = day.split(['-', '/', '.']).map(|part| part.parse().ok()).collect();
    let exists = |year: i16, month: i16, day: i16| {
        let (month, day) = (i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
        (1000..=9999).contains(&year) && jiff::civil::Date::new(year, month, day).is_ok()
    };
    match numbers.as_deref() {
        Some([year]) => exists(*year, 1, 1),
        Some([year, month]) if *year > 99 => exists(*year, *month, 1),
        Some([month, year]) => exists(*year, *month, 1),
        Some([year, month, day]) if *year > 99 => exists(*year, *month, *day),
        Some([day, month, year]) => exists(*year, *month, *day),
        _ => false,
    }
}

/// Tells labels that occur once or resemble another, empty turns, and a file without labels.
fn doubt_turns(
    path: &str,
    version: &super::TranscriptVersion,
    starts: &[usize],
    labels: &[Option<String>],
    index: &TextIndex<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let place = |byte: usize| {
        let (line, column) = index.line_column(ByteOffset(byte));
        Place::at(path, line, column)
    };
    // How often each label occurs, and where first.
    let mut heard: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (label, start) in labels.iter().zip(starts) {
        if let Some(label) = label {
            heard.entry(label).or_insert((0, *start)).0 += 1;
        }
    }
    if heard.is_empty() {
        diagnostics.push(Diagnostic::warning(Place::file(path), "no-label"));
    }
    let mut doubted = Vec::new();
    for (label, (count, start)) in &heard {
        // The rarer of two labels is the one to look at.
        let near = heard.iter().take(256).filter(|(other, (more, first))| {
            (more, std::cmp::Reverse(first)) > (count, std::cmp::Reverse(start))
                && role::nearly_same(label, other)
        });
        if let Some((other, _)) = near.max_by_key(|(_, (more, _))| *more) {
            doubted.push(
                Diagnostic::warning(place(*start), "label-near").with("label", label).with("other", other),
            );
        } else if *count == 1 {
            doubted.push(Diagnostic::warning(place(*start), "label-once").with("label", label));
        }
    }
    diagnostics.extend(doubted);
    for ((turn, start), label) in version.turns.iter().zip(starts).zip(labels) {
        if let (true, Some(label)) = (turn.speech.is_empty(), label) {
            diagnostics.push(Diagnostic::warning(place(*start), "turn-empty").with("label", label));
        }
    }
}

/// Tells where the time of the recording goes back: two recordings in one file.
fn doubt_times(path: &str, version: &super::TranscriptVersion, diagnostics: &mut Vec<Diagnostic>) {
    /// Less is one who spoke over another.
    const BACK: u32 = 60;
    let times: Vec<(CharOffset, u32)> = version
        .marks
        .iter()
        .filter_map(|mark| match mark.kind {
            MarkKind::Timecode { seconds } => Some((mark.span.start, seconds)),
            _ => None,
        })
        .collect();
    let Some(two) = times.windows(2).find(|two| two[1].1 + BACK < two[0].1) else { return };
    let turn = version.turns.iter().find(|turn| turn.speech.end >= two[1].0);
    let line = turn.map_or(1, |turn| turn.line);
    diagnostics.push(Diagnostic::note(Place::at(path, line, 1), "time-restarts"));
}

/// Tells of `Name: …` at the start of a paragraph that was not taken for a label.
fn doubt_single_names(
    path: &str,
    draft: &Draft,
    lines: &[Line],
    labels: &[Option<Label>],
    index: &TextIndex<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for line in label::refused(draft, lines, labels) {
        let (row, column) = index.line_column(ByteOffset(draft.source_of(line.start)));
        diagnostics.push(
            Diagnostic::note(Place::at(path, row, column), "label-refused").with("label", &draft.text[line]),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::transcript::Role;
    use crate::text::Span;

    fn read(source: &str) -> ParsedTranscript {
        parse("transcripts/E01.md", source, &Roles::default())
    }

    fn keys(parsed: &ParsedTranscript) -> Vec<String> {
        parsed.diagnostics.iter().map(ToString::to_string).collect()
    }

    const STUDY: &str = "---\nid: E01\ntitle: Entretien E01\ndate: 2023-06-06\ninterviewer: Enquêtrice\nrespondent: Mme A.\nage: 034\n---\n\n# Présentation\n\n**Enquêtrice\u{a0}:** Bonjour. [00:00:05]\n\n**Mme A. :** Oui… (rires) C’est pas possible pour *lui*.\n\nUne suite.\n\n## La [ville]\n\n**Enquêtrice**\u{202f}: D’accord.\n\n**Mme A.:** [silence] Voilà.\n";

    #[test]
    fn the_day_of_an_interview_is_read_however_it_is_written() {
        let day = |written: &str| {
            let source = STUDY.replace("date: 2023-06-06", written);
            read(&source).transcript.and_then(|transcript| transcript.day()).map(|day| day.to_string())
        };
        for written in ["date: 2023-06-06", "date: 06/06/2023", "date: 6.6.2023"] {
            assert_eq!(day(written).as_deref(), Some("2023-06-06"), "{written}");
        }
        assert!(day("date: 02/05/2023") > day("date: 30/04/2023"));
        assert_eq!(day("date: juin"), None);
        assert_eq!(day("place: Lille"), None);
    }

    #[test]
    fn the_bundled_notation_is_read() {
        let parsed = read(STUDY);
        assert_eq!(keys(&parsed), Vec::<String>::new());
        let transcript = parsed.transcript.expect("it has words");
        assert_eq!(transcript.id.as_str(), "E01");
        assert_eq!(transcript.attribute("age"), Some("034"));
        assert_eq!(transcript.attribute("title"), None);
        let version = &transcript.version;
        assert_eq!(
            version.text,
            "Présentation\n\nEnquêtrice : Bonjour. [00:00:05]\n\nMme A. : Oui… (rires) C’est pas possible pour lui.\n\nUne suite.\n\nLa [ville]\n\nEnquêtrice : D’accord.\n\nMme A. : [silence] Voilà.\n"
        );
        let roles: Vec<_> =
            version.speakers.iter().map(|speaker| (speaker.label.as_str(), speaker.role)).collect();
        assert_eq!(roles, [("Enquêtrice", Role::Interviewer), ("Mme A.", Role::Respondent)]);
        let index = TextIndex::new(&version.text);
        let turns: Vec<_> =
            version.turns.iter().map(|turn| (turn.line, turn.part, index.slice(turn.speech))).collect();
        assert_eq!(
            turns,
            [
                (12, Some(0), "Bonjour. [00:00:05]"),
                (14, Some(0), "Oui… (rires) C’est pas possible pour lui.\n\nUne suite."),
                (20, Some(1), "D’accord."),
                (22, Some(1), "[silence] Voilà."),
            ]
        );
        let marks: Vec<_> =
            version.marks.iter().map(|mark| (index.slice(mark.span), mark.kind.clone())).collect();
        assert_eq!(
            marks,
            [
                ("[00:00:05]", MarkKind::Timecode { seconds: 5 }),
                ("(rires)", MarkKind::StageDirection),
                ("lui", MarkKind::Emphasis),
                ("[silence]", MarkKind::StageDirection),
            ]
        );
    }

    #[test]
    fn the_map_leads_from_words_to_words() {
        let parsed = read(STUDY);
        let transcript = parsed.transcript.expect("it has words");
        let (plain, source) = (TextIndex::new(&transcript.version.text), TextIndex::new(STUDY));
        for turn in &transcript.version.turns {
            for mark in transcript.version.marks.iter().filter(|mark| turn.speech.covers(mark.span)) {
                let there = parsed.source_map.source_span(mark.span).expect("words come from somewhere");
                assert_eq!(source.slice(there), plain.slice(mark.span));
                assert_eq!(parsed.source_map.plain_span(there), Some(mark.span));
            }
        }
        let label = Span::new(14, 24);
        assert_eq!(plain.slice(label), "Enquêtrice");
        assert_eq!(parsed.source_map.source_span(label).map(|span| source.slice(span)), Some("Enquêtrice"));
    }

    #[test]
    fn what_is_doubtful_is_told_where_it_stands() {
        let parsed = read(
            "**Enquêteur :** Oui ?\n\n**Mme Alba :** Non.\n\n**Enquêteur :** Ah.\n\n**Mme Alva :** Si.\n\n**Mme Alba :**\n\n**Le fils :** Maman !\n",
        );
        assert_eq!(
            keys(&parsed),
            [
                "transcripts/E01.md: note: interviewer-guessed labels=\"Enquêteur\"",
                "transcripts/E01.md:7:1: warning: label-near label=\"Mme Alva\" other=\"Mme Alba\"",
                "transcripts/E01.md:9:1: warning: turn-empty label=\"Mme Alba\"",
                "transcripts/E01.md:11:1: warning: label-once label=\"Le fils\"",
            ]
        );
    }

    #[test]
    fn front_matter_that_does_not_parse_costs_no_words() {
        let parsed = read("---\nid: E01\ntitle: [a\n---\n**A :** oui\n\n**B :** non\n\n**A :** si\n");
        assert!(keys(&parsed)[1].starts_with("transcripts/E01.md:"), "{:?}", keys(&parsed));
        assert!(keys(&parsed).iter().any(|key| key.contains("front-matter-unread")));
        assert_eq!(parsed.transcript.expect("it has words").version.turns.len(), 3);
        let parsed = read("---\nid: E01\n**A :** oui\n");
        assert!(keys(&parsed).iter().any(|key| key.contains("1:1: error: front-matter-open")));
        let parsed = read("---\nid: E01\nage: 3\nage: 4\ndate: hier\n---\nbonjour\n");
        assert_eq!(
            keys(&parsed),
            [
                "transcripts/E01.md: warning: no-label",
                "transcripts/E01.md:4:1: error: front-matter-duplicate key=\"age\" line=\"3\"",
                "transcripts/E01.md:5:1: warning: date-unread value=\"hier\"",
            ]
        );
        assert!(read("").transcript.is_none());
    }

    #[test]
    fn dates_are_read_in_the_usual_forms() {
        for text in ["2023", "2023-06", "2023-06-06", "2023-06-06T10:00", "06/06/2023", "06/2023", "6.6.2023"]
        {
            assert!(is_date(text), "{text}");
        }
        for text in ["", "hier", "2023-13-01", "31/02/2023", "6 juin", "23-06-06"] {
            assert!(!is_date(text), "{text}");
        }
    }
}

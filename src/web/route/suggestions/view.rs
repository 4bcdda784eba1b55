//! Suggestions in words: each among the words round it, and how well its code does.

use std::collections::BTreeMap;

use crate::analysis::statistics::interval::Proportion;
use crate::analysis::statistics::undefined::Defined;
use crate::analysis::suggestion::{CodeMeasure, Evidence, Source};
use crate::app::suggestion::{Answers, InContext, Piece, SuggestionOutcome, why};
use crate::domain::codebook::Theme;
use crate::i18n::Value;
use crate::i18n::format::Format;
use crate::i18n::format::spacing::held_together;
use crate::text::Language;
use crate::web::page::Page;
use crate::web::route::door;

/// Theme and place in the theme of each code.
pub(super) type Samples = BTreeMap<String, (usize, usize)>;

/// The suggestions of one code.
pub(super) struct Group {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) theme: usize,
    pub(super) variant: usize,
    /// On interviews held out.
    pub(super) precision: String,
    pub(super) recall: String,
    /// How many stand, how many are shown, and what was answered.
    pub(super) count: String,
    pub(super) answers: String,
    pub(super) cards: Vec<Card>,
}

/// One suggestion.
pub(super) struct Card {
    pub(super) id: String,
    /// Interview, speaker, turn.
    pub(super) source: String,
    /// Its turn in the interview.
    pub(super) address: String,
    /// Its code and its source, for who hears the page.
    pub(super) label: String,
    pub(super) language: &'static str,
    pub(super) asked: Vec<Piece>,
    pub(super) said: Vec<Piece>,
    pub(super) goes_on: (bool, bool),
    /// The words that weigh.
    pub(super) evidence: String,
    pub(super) is_read: bool,
}

/// How well one code does.
pub(super) struct Line {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) theme: usize,
    pub(super) variant: usize,
    pub(super) sentences: String,
    pub(super) precision: String,
    pub(super) recall: String,
    /// Suggestions that nobody answered; a dash when it is silent.
    pub(super) open: String,
    pub(super) accepted: usize,
    pub(super) rejected: usize,
    pub(super) ignored: usize,
    /// Why it is silent.
    pub(super) why: String,
}

/// Finds where the codes stand in the codebook.
pub(super) fn samples(themes: &[Theme]) -> Samples {
    let codes = themes.iter().enumerate().flat_map(|(theme, group)| {
        group.codes.iter().enumerate().map(move |(variant, code)| (code.id.0.clone(), (theme, variant)))
    });
    codes.collect()
}

/// Writes one code with its suggestions, of which `total` stand.
pub(super) fn group(
    page: &Page,
    code: &CodeMeasure,
    outcome: &SuggestionOutcome,
    samples: &Samples,
    total: usize,
    cards: Vec<Card>,
) -> Group {
    let (theme, variant) = samples.get(code.code.as_str()).copied().unwrap_or_default();
    let counts = [
        ("count", total.into()),
        ("shown", cards.len().into()),
        ("rest", Value::from(total.saturating_sub(cards.len()))),
    ];
    Group {
        code: code.code.0.clone(),
        title: code.title.clone(),
        theme,
        variant,
        precision: page.with("suggestions-group-precision", "share", &share(page, &code.precision)),
        recall: page.with("suggestions-group-recall", "share", &share(page, &code.recall)),
        count: page.catalog().text("suggestions-count", &counts),
        answers: answers(outcome, code).map_or_else(String::new, |answers| told(page, answers)),
        cards,
    }
}

/// Writes one suggestion.
pub(super) fn card(page: &Page, one: &InContext) -> Card {
    let found = &one.suggestion;
    let place = [
        ("transcript", found.transcript.as_str().into()),
        ("speaker", one.speaker.as_str().into()),
        ("turn", Value::Ordinal(found.turn.into())),
    ];
    let key = if one.speaker.is_empty() { "suggestions-place" } else { "suggestions-place-of" };
    let source = page.catalog().text(key, &place);
    let evidence = found.evidence.iter().map(|piece| weighed(page, piece)).collect::<Vec<_>>().join(", ");
    Card {
        id: found.id.clone(),
        label: format!("{}, {source}", found.title),
        source,
        address: door::turn(found.transcript.as_str(), usize::try_from(found.turn).unwrap_or_default()),
        language: one.language.code(),
        asked: typeset(&one.asked, one.language),
        said: typeset(&one.said, one.language),
        goes_on: one.goes_on,
        evidence: page.with("suggest-evidence", "words", &evidence),
        is_read: found.read,
    }
}

/// Sets French spaces, which may stand where two pieces meet.
fn typeset(pieces: &[Piece], language: Language) -> Vec<Piece> {
    if language != Language::Fr {
        return pieces.to_vec();
    }
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    // One sign stands for one, so that the pieces keep their lengths.
    let mut letters = held_together(&whole).chars().collect::<Vec<_>>().into_iter();
    let cut = |piece: &Piece| Piece {
        text: letters.by_ref().take(piece.text.chars().count()).collect(),
        ..piece.clone()
    };
    pieces.iter().map(cut).collect()
}

/// Writes `dette +1,2 (question)`.
fn weighed(page: &Page, piece: &Evidence) -> String {
    let weight = Format::new(page.catalog().language()).signed(piece.weight, 1);
    let source = match piece.source {
        Source::Sentence => String::new(),
        Source::Neighbour => page.say("suggest-from-neighbour"),
        Source::Question => page.say("suggest-from-question"),
        Source::Part => page.say("suggest-from-part"),
    };
    format!("{}{source} {weight}", piece.word)
}

/// Writes how well one code does.
pub(super) fn line(page: &Page, code: &CodeMeasure, outcome: &SuggestionOutcome, samples: &Samples) -> Line {
    let (theme, variant) = samples.get(code.code.as_str()).copied().unwrap_or_default();
    let answers = answers(outcome, code);
    let open = outcome.found.suggestions.iter().filter(|one| one.code == code.code).count();
    let format = Format::new(page.catalog().language());
    Line {
        code: code.code.0.clone(),
        title: code.title.clone(),
        theme,
        variant,
        sentences: format.count(code.sentences),
        precision: share(page, &code.precision),
        recall: share(page, &code.recall),
        open: if code.silence.is_none() { format.count(open) } else { "–".to_owned() },
        accepted: answers.map_or(0, |answers| answers.accepted),
        rejected: answers.map_or(0, |answers| answers.rejected),
        ignored: answers.map_or(0, |answers| answers.ignored),
        why: why(page.catalog(), code),
    }
}

fn answers<'a>(outcome: &'a SuggestionOutcome, code: &CodeMeasure) -> Option<&'a Answers> {
    outcome.answers.iter().find(|answers| answers.code == code.code)
}

fn told(page: &Page, answers: &Answers) -> String {
    let counts = [
        ("accepted", answers.accepted.into()),
        ("rejected", answers.rejected.into()),
        ("ignored", Value::from(answers.ignored)),
    ];
    page.catalog().text("suggestions-answers", &counts)
}

/// Writes from what was learned, and how many codes speak.
pub(super) fn summary(page: &Page, outcome: &SuggestionOutcome) -> String {
    let found = &outcome.found;
    let arguments = [
        ("interviews", found.read.len().into()),
        ("sentences", found.sentences.into()),
        ("speaking", found.codes.iter().filter(|one| one.silence.is_none()).count().into()),
        ("silent", found.codes.iter().filter(|one| one.silence.is_some()).count().into()),
        ("folds", found.folds.into()),
        ("count", Value::from(outcome.total)),
    ];
    page.catalog().text("suggestions-summary", &arguments)
}

/// Writes precision and recall over the codes that speak; nothing when none does.
pub(super) fn pooled(page: &Page, outcome: &SuggestionOutcome) -> String {
    let found = &outcome.found;
    if found.codes.iter().all(|one| one.silence.is_some()) {
        return String::new();
    }
    let arguments = [
        ("precision", share(page, &found.precision).into()),
        ("recall", share(page, &found.recall).into()),
        ("all", share(page, &found.precision_of_all).into()),
    ];
    page.catalog().text("suggestions-pooled", &arguments)
}

/// Writes `22/31, 71 % [53 ; 84]`, or a dash when it is a share of nothing.
fn share(page: &Page, value: &Defined<Proportion>) -> String {
    let format = Format::new(page.catalog().language());
    let Ok(value) = value else { return "–".to_owned() };
    let percent = format.percent(value.share * 100.0, 0);
    let bounds = format.interval(value.lower * 100.0, value.upper * 100.0, 0);
    format!("{}/{}, {percent} {bounds}", value.count, value.n)
}

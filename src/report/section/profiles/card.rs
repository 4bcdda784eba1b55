//! The card of a profile: place, codes, persons, quotes, and one quote that speaks against it.

use std::collections::BTreeMap;

use crate::i18n::format::words::lowercase;
use crate::report::document::phrase::anchor;
use crate::report::document::{Card, Inline, Phrase, QuoteBlock};
use crate::report::findings::{ProfileFacts, ProfileWords, QuoteFacts, TypicalCode, Typology};
use crate::report::method::Method;
use crate::report::section::voice::Voice;

pub(super) fn card(voice: &Voice<'_>, typology: &Typology, rank: usize) -> Option<Card> {
    let profile = typology.profiles.get(rank)?;
    let members = voice.members(rank);
    let names: Vec<&str> = members.iter().map(|person| voice.person_id(*person)).collect();
    let portrait = match profile.portrait.as_ref().filter(|text| !text.trim().is_empty()) {
        Some(text) => Phrase::plain(voice.set(text)),
        None => Phrase(vec![Inline::ToWrite(voice.plain("report-to-write"))]),
    };
    let quotes = profile.quotes.iter().filter_map(|quote| block(voice, quote)).collect();
    Some(Card {
        rank,
        anchor: anchor("profile-", &profile.name),
        title: voice.string(
            "report-card-title",
            &[
                ("name", profile.name.as_str().into()),
                ("title", voice.profile_title(typology, profile).into()),
            ],
        ),
        members: voice.phrase(
            "report-card-members",
            &[
                ("n", members.len().into()),
                ("people", voice.placed().into()),
                ("names", names.join(", ").into()),
            ],
        ),
        portrait,
        facts: facts(voice, typology, profile, &members),
        quotes,
    })
}

fn facts(
    voice: &Voice<'_>,
    typology: &Typology,
    profile: &ProfileFacts,
    members: &[usize],
) -> Vec<(String, Phrase)> {
    let mut facts = Vec::new();
    if let [first, second, ..] = typology.axes.as_slice() {
        facts.push((
            voice.plain("report-card-centre"),
            voice.phrase(
                "report-card-centre-value",
                &[
                    ("first", lowercase(&voice.set(&first.title)).into()),
                    ("x", voice.format.decimal(profile.centre.0, 2).into()),
                    ("second", lowercase(&voice.set(&second.title)).into()),
                    ("y", voice.format.decimal(profile.centre.1, 2).into()),
                    ("people", voice.placed_in_words().into()),
                    ("meanx", voice.format.decimal(first.mean, 2).into()),
                    ("meany", voice.format.decimal(second.mean, 2).into()),
                ],
            ),
        ));
    }
    facts.push((voice.plain("report-card-more"), codes(voice, &profile.more)));
    facts.push((voice.plain("report-card-less"), codes(voice, &profile.less)));
    if let Some(own) = &profile.words {
        facts.push((voice.plain("report-card-words"), words(voice, own)));
    }
    if let Some(paragon) = profile.paragon {
        facts.push((voice.plain("report-card-paragon"), Phrase::plain(voice.person_id(paragon))));
    }
    if !profile.name_reason.trim().is_empty() {
        // The team's name stands in the title; the place that was computed stays beside it.
        let computed = voice.computed_title(typology, profile);
        facts.push((voice.plain("report-card-computed-name"), Phrase::plain(computed)));
        facts.push((voice.plain("report-card-name-reason"), Phrase::plain(voice.set(&profile.name_reason))));
    }
    for (person, assigned, reason) in &profile.placed {
        let value = voice.string(
            "report-card-placed-value",
            &[
                ("case", voice.person_id(*person).into()),
                ("profile", assigned.as_str().into()),
                ("reason", voice.set(reason).into()),
            ],
        );
        facts.push((voice.plain("report-card-placed"), Phrase::plain(value)));
    }
    let boundary: Vec<usize> =
        voice.boundary(typology).into_iter().filter(|rank| members.contains(rank)).collect();
    let once = voice.read_once(typology);
    let unknown = members.iter().filter(|rank| once.contains(rank)).count();
    let boundary = if !boundary.is_empty() {
        voice.names(&boundary)
    } else if unknown == members.len() {
        voice.plain("report-card-boundary-unknown")
    } else if unknown > 0 {
        voice.plain("report-card-boundary-some")
    } else {
        voice.plain("report-none")
    };
    facts.push((voice.plain("report-card-boundary"), Phrase::plain(boundary)));
    facts
}

/// Codes with their test values, each a door to its register.
fn codes(voice: &Voice<'_>, codes: &[TypicalCode]) -> Phrase {
    if codes.is_empty() {
        return Phrase::plain(voice.plain("report-none"));
    }
    let separator = voice.separator();
    let mut pieces = Vec::new();
    for typical in codes {
        if !pieces.is_empty() {
            pieces.push(Inline::Text(separator.to_owned()));
        }
        let text = voice.code_title(typical.code);
        pieces.push(match voice.code(typical.code) {
            Some(code) => Inline::Link { text, anchor: voice.register(code) },
            None => Inline::Text(text),
        });
        pieces.push(Inline::Text(format!("\u{A0}({})", voice.format.signed(typical.test_value, 1))));
    }
    Phrase(pieces)
}

/// Words said more than elsewhere, with how often, by how many, and how surely.
fn words(voice: &Voice<'_>, words: &ProfileWords) -> Phrase {
    if words.listed.is_empty() {
        let key = if words.interviews < 2 { "report-card-words-alone" } else { "report-none" };
        return Phrase::plain(voice.plain(key));
    }
    let separator = voice.separator();
    let told: Vec<String> = words
        .listed
        .iter()
        .map(|word| {
            voice.string(
                "report-card-word",
                &[
                    ("word", word.word.as_str().into()),
                    ("count", word.count.into()),
                    ("interviews", word.interviews.into()),
                    ("specificity", voice.format.signed(word.specificity, 1).into()),
                ],
            )
        })
        .collect();
    let more = words.distinctive - words.listed.len();
    let mut phrase = Phrase::plain(told.join(separator));
    if more > 0 {
        let text = voice.string("report-card-words-more", &[("n", more.into())]);
        phrase = phrase.with(Inline::Quiet(format!(" {text}")));
    }
    phrase
}

fn block(voice: &Voice<'_>, quote: &QuoteFacts) -> Option<QuoteBlock> {
    let person = voice.people().get(quote.person)?;
    Some(QuoteBlock {
        text: voice.format.verbatim(&quote.text, voice.findings.study.spoken),
        language: voice.foreign(),
        attribution: voice.phrase(
            "report-quote-attribution",
            &[
                ("person", voice.set(&person.description).into()),
                ("event", voice.set(&person.event).into()),
                ("offer", voice.set(&person.offer).into()),
                ("case", person.id.as_str().into()),
                ("turn", quote.turn.to_string().into()),
                ("anchor", voice.turn(&person.id, quote.turn).into()),
                ("code", voice.code_title(quote.code).into()),
                ("intensity", i64::from(quote.intensity).into()),
            ],
        ),
        counterexample: quote.is_counterexample.then(|| voice.plain("report-counterexample")),
    })
}

/// Says which words are listed, how many one interview alone says, and where the method is explained.
pub(super) fn word_rule(voice: &Voice<'_>, typology: &Typology) -> Option<Phrase> {
    let (score, occurrences, interviews) = typology.word_rule?;
    let alone: usize = typology
        .profiles
        .iter()
        .filter_map(|profile| profile.words.as_ref())
        .map(|one| one.of_one_interview)
        .sum();
    let said = voice.phrase(
        "report-words-rule",
        &[
            ("score", voice.format.decimal(score, 0).into()),
            ("occurrences", occurrences.into()),
            ("interviews", interviews.into()),
            ("alone", alone.into()),
        ],
    );
    let method = Method::Specificities;
    let link = Inline::Link { text: method.title(voice.language()).to_owned(), anchor: method.anchor() };
    Some(said.with(Inline::Text(format!(" {} ", voice.plain("report-words-method")))).with(link))
}

/// Says how the quotes were chosen, and how many each interview gave.
pub(super) fn rule(voice: &Voice<'_>, typology: &Typology) -> Option<Phrase> {
    let mut counts: BTreeMap<&str, usize> =
        voice.people().iter().map(|person| (person.id.as_str(), 0)).collect();
    let quotes = typology.profiles.iter().flat_map(|profile| &profile.quotes);
    for quote in quotes {
        if let Some(count) = counts.get_mut(voice.person_id(quote.person)) {
            *count += 1;
        }
    }
    if counts.values().all(|count| *count == 0) {
        return None;
    }
    let counts: Vec<String> = counts.iter().map(|(case, count)| format!("{case}\u{A0}{count}")).collect();
    Some(voice.phrase(
        "report-quote-rule",
        &[
            ("least", typology.quote_words.0.into()),
            ("notable", voice.format.decimal(typology.notable, 1).into()),
            ("most", typology.quote_words.1.into()),
            ("each", voice.format.words(typology.quotes_per_interview, crate::i18n::Gender::Feminine).into()),
            ("counts", counts.join(", ").into()),
        ],
    ))
}

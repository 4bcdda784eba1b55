//! L’essentiel: what to take to the meeting, doubt included.

use super::verdict::{evidence, message};
use crate::analysis::typology::verdict::{Continuum, Verdict};
use crate::i18n::Gender;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::report::document::phrase::anchor;
use crate::report::document::{Block, Phrase};
use crate::report::findings::{MethodRow, Person, Typology};
use crate::report::protected::{Activity, Survey};
use crate::report::section::profiles::method_name;
use crate::report::section::voice::Voice;

/// Tells whether clouds without groups are divided as sharply: the profiles only cut up a continuum.
pub(super) fn is_continuum(typology: &Typology) -> bool {
    evidence(typology).verdict() == Verdict::Continuum(Continuum::NullNotRejected)
}

pub(super) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let findings = voice.findings;
    let mut points = Vec::new();
    if let Some(typology) = findings.typology.as_ref().filter(|typology| !typology.profiles.is_empty()) {
        points.push(groups(voice, typology));
        points.push(doubt(voice, typology));
        points.extend(low_effect(voice, typology));
    }
    points.extend(voice.shown.survey.as_ref().and_then(|one| scores(voice, one)));
    points.extend(voice.shown.activity.as_ref().and_then(|one| rates(voice, one)));
    // What the team adds may refer to figures, as the messages do.
    points.extend(findings.study.essentials.iter().map(|text| Phrase::parse(&voice.set(text))));
    if points.is_empty() { Vec::new() } else { vec![Block::List(points)] }
}

fn groups(voice: &Voice<'_>, typology: &Typology) -> Phrase {
    let sizes: Vec<String> =
        (0..typology.profiles.len()).map(|rank| voice.format.count(voice.members(rank).len())).collect();
    let axis = |rank: usize| {
        typology.axes.get(rank).map_or_else(String::new, |axis| lowercase(&voice.set(&axis.title)))
    };
    let mut said = vec![voice.phrase(
        "report-essential-groups",
        &[
            ("first", axis(0).into()),
            ("second", axis(1).into()),
            ("people", voice.placed_in_words().into()),
            ("groups", voice.format.words(typology.profiles.len(), Gender::Masculine).into()),
            ("sizes", voice.format.joined(&sizes).into()),
        ],
    )];
    let apart: Vec<usize> = (voice.placed()..voice.people().len()).collect();
    if !apart.is_empty() {
        let arguments = [("names", voice.names(&apart).into()), ("n", apart.len().into())];
        said.push(voice.phrase("report-essential-apart", &arguments));
    }
    let alone: Vec<usize> = (0..typology.profiles.len())
        .map(|rank| voice.members(rank))
        .filter_map(|members| if let [only] = members.as_slice() { Some(*only) } else { None })
        .collect();
    if !alone.is_empty() {
        let arguments = [("names", voice.names(&alone).into()), ("n", alone.len().into())];
        said.push(voice.phrase("report-essential-alone", &arguments));
    }
    said.extend(readings(voice, typology));
    said.extend(boundary(voice, typology));
    Voice::joined(said)
}

/// Says which cases are at a boundary, and of which nobody knows.
fn boundary(voice: &Voice<'_>, typology: &Typology) -> Vec<Phrase> {
    let (boundary, once) = (voice.boundary(typology), voice.read_once(typology));
    let is_drawn = typology.places.iter().any(|place| place.kept.is_some());
    if !is_drawn {
        let key = if once.len() < typology.places.len() {
            "report-essential-boundary-undrawn"
        } else {
            "report-essential-boundary-unknown"
        };
        return vec![voice.phrase(key, &[])];
    }
    let mut said = vec![if boundary.is_empty() {
        voice.phrase("report-essential-no-boundary", &[])
    } else {
        voice.phrase(
            "report-essential-boundary",
            &[("names", voice.names(&boundary).into()), ("n", boundary.len().into())],
        )
    }];
    if !once.is_empty() {
        let arguments = [("names", voice.names(&once).into()), ("n", once.len().into())];
        said.push(voice.phrase("report-essential-read-once", &arguments));
    }
    said
}

/// Says how firm the profiles are: other readings, cases at a boundary, groups or a continuum.
pub(super) fn firmness(voice: &Voice<'_>, typology: &Typology) -> Vec<Phrase> {
    let mut said: Vec<Phrase> = readings(voice, typology).into_iter().collect();
    said.extend(boundary(voice, typology));
    said.push(doubt(voice, typology));
    said
}

/// Names the other readings of the grid, counts the persons that all of them leave in place, then those
/// that every grouping compared does: they are fewer, and the figure shows them all.
fn readings(voice: &Voice<'_>, typology: &Typology) -> Option<Phrase> {
    let readings: Vec<&MethodRow> = typology.methods.iter().filter(|method| method.is_reading).collect();
    if readings.is_empty() {
        return None;
    }
    let all: Vec<&MethodRow> = typology.methods.iter().collect();
    let stable = kept(voice, &readings);
    let always = kept(voice, &all);
    let rows = if all.len() > readings.len() { all.len() } else { 0 };
    let names: Vec<String> =
        readings.iter().map(|method| in_sentence(method_name(voice, method), &method.key)).collect();
    let words = capitalised(&voice.format.words(readings.len(), Gender::Feminine));
    let label = voice.string("report-readings", &[("n", readings.len().into()), ("words", words.into())]);
    Some(voice.phrase(
        "report-essential-readings",
        &[
            ("readings", label.into()),
            ("names", names.join(", ").into()),
            ("count", readings.len().into()),
            ("stable", voice.format.words(stable, Gender::Feminine).into()),
            ("stablecount", stable.into()),
            ("some", if stable > 0 { "yes" } else { "no" }.into()),
            ("people", voice.placed_in_words().into()),
            ("rows", rows.into()),
            ("always", always.into()),
            ("alwayswords", voice.format.words(always, Gender::Feminine).into()),
        ],
    ))
}

/// Writes the name of a grouping inside a sentence: that of a person keeps its capital.
fn in_sentence(name: String, key: &str) -> String {
    if key == "ward" { name } else { lowercase(&name) }
}

/// Counts the persons whom every grouping that places them leaves in their profile.
fn kept(voice: &Voice<'_>, methods: &[&MethodRow]) -> usize {
    let is_kept = |rank: usize, person: &Person| {
        let mut placed =
            methods.iter().filter_map(|method| method.profiles.get(rank).copied().flatten()).peekable();
        placed.peek().is_some() && placed.all(|profile| Some(profile) == person.profile)
    };
    voice.people().iter().enumerate().filter(|(rank, person)| is_kept(*rank, person)).count()
}

fn doubt(voice: &Voice<'_>, typology: &Typology) -> Phrase {
    let evidence = evidence(typology);
    let (key, arguments) = message(voice.words, evidence, typology.profiles.len(), voice.placed());
    Voice::joined(vec![voice.phrase(&key, &arguments), voice.phrase("report-essential-serve", &[])])
}

/// One sentence a profile whose effect is below the mean, the more complex first.
fn low_effect(voice: &Voice<'_>, typology: &Typology) -> Option<Phrase> {
    let mut low: Vec<usize> = (0..typology.profiles.len())
        .filter(|rank| typology.profiles.get(*rank).is_some_and(|profile| !profile.is_high.1))
        .collect();
    low.reverse();
    let said: Vec<Phrase> = low
        .into_iter()
        .filter_map(|rank| {
            let profile = typology.profiles.get(rank)?;
            let members = voice.members(rank).len();
            let part = voice.format.part(members, voice.placed(), Gender::Feminine);
            let title = lowercase(&voice.profile_title(typology, profile));
            let codes: Vec<String> = profile
                .more
                .iter()
                .take(3)
                .map(|typical| voice.format.quoted(&voice.code_title(typical.code)))
                .collect();
            let mut arguments = vec![
                ("part", capitalised(&part).into()),
                ("n", members.into()),
                ("title", title.into()),
                ("profile", profile.name.as_str().into()),
                ("anchor", anchor("profile-", &profile.name).into()),
            ];
            if codes.is_empty() {
                return Some(voice.phrase("report-essential-low-bare", &arguments));
            }
            arguments.push(("codes", codes.join(", ").into()));
            Some(voice.phrase("report-essential-low", &arguments))
        })
        .collect();
    (!said.is_empty()).then(|| Voice::joined(said))
}

fn scores(voice: &Voice<'_>, survey: &Survey) -> Option<Phrase> {
    let compared: Vec<f64> = survey
        .scales
        .iter()
        .map(|scale| &scale.facts)
        .filter(|scale| !scale.served_assignment)
        .filter_map(|scale| scale.p)
        .collect();
    if compared.is_empty() {
        return None;
    }
    let found = compared.iter().filter(|p| **p < 0.05).count();
    let people = voice.people_in_words();
    let scales = voice.format.words(compared.len(), Gender::Feminine);
    Some(if found == 0 {
        voice.phrase("report-essential-scores-none", &[("people", people.into()), ("scales", scales.into())])
    } else if found == compared.len() && found > 1 {
        voice.phrase("report-essential-scores-all", &[("people", people.into()), ("scales", scales.into())])
    } else {
        let count = voice.format.words(found, Gender::Feminine);
        voice.phrase(
            "report-essential-scores",
            &[("people", people.into()), ("count", count.into()), ("scales", scales.into())],
        )
    })
}

fn rates(voice: &Voice<'_>, activity: &Activity) -> Option<Phrase> {
    let whole = activity.whole.as_ref()?;
    let offers: Vec<String> = activity
        .offers
        .iter()
        .zip(&whole.rates)
        .filter_map(|(offer, rate)| rate.map(|rate| (offer, rate)))
        .map(|(offer, rate)| {
            voice.string(
                "report-essential-offer",
                &[
                    ("count", rate.count.into()),
                    ("offer", voice.set(offer).into()),
                    ("share", voice.format.share(rate.share, 1).into()),
                ],
            )
        })
        .collect();
    let mut said = Vec::new();
    if !offers.is_empty() {
        said.push(voice.phrase(
            "report-essential-rates",
            &[("families", voice.published(whole.families)), ("offers", voice.format.joined(&offers).into())],
        ));
    }
    let longest = activity.durations.as_ref().and_then(|durations| {
        durations
            .curves
            .iter()
            .filter_map(|curve| curve.median.told().map(|median| (median, curve)))
            .max_by(|(one, _), (other, _)| one.total_cmp(other))
    });
    if let Some((median, curve)) = longest {
        said.push(voice.phrase(
            "report-essential-duration",
            &[("offer", voice.set(&curve.offer).into()), ("days", voice.format.decimal(median, 0).into())],
        ));
    }
    (!said.is_empty()).then(|| Voice::joined(said))
}

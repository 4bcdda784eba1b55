//! The words of the interviewees: classes of segments, and what each profile says more or less.

use std::path::Path;

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use super::material::Material;
use super::run::{self, Computation};
use super::typology::{NamedProfile, compute_at_once};
use crate::analysis::lexical::classes::{Class, Classes, serialize_optional};
use crate::analysis::lexical::double::Double;
use crate::analysis::lexical::said::lines;
use crate::analysis::lexical::{
    ClassesByProfile, Corpus, PartVocabulary, Settings, Term, Tree, VocabularyRule, classify_corpus,
    cross_profiles, vocabulary,
};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::domain::transcript::{MarkKind, Role};
use crate::exchange::folder;
use crate::exchange::iramuteq::{self, Loss, SpokenText};
use crate::text::{Language, Span, TextIndex};

/// Share of classified segments under which the classes say little of the corpus.
pub const USUAL_SHARE: f64 = 0.7;

/// Draws of profiles dealt to whole interviews.
const DRAWS: u32 = 9_999;

/// Keys of a transcript's head that are no variables of the case.
const NO_VARIABLES: [&str; 6] = ["date", "interviewer", "respondent", "questionnaire", "notice", "speakers"];

/// What is asked of the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct LexicalRequest {
    /// How segments are cut and classified.
    pub settings: Settings,
    /// What makes two words the same.
    pub term: Term,
    /// Classes are crossed with the profiles.
    pub profiles: bool,
    /// The vocabulary of each profile is told.
    pub specificities: bool,
}

/// An interview in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InterviewWords {
    /// Its id.
    pub case: String,
    /// Words that the interviewee says.
    pub words: usize,
    /// Segments.
    pub segments: usize,
    /// Segments in a class.
    pub classified: usize,
}

/// A term of a class as people read it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClassTerm {
    /// Its most frequent form.
    pub word: String,
    /// Segments of the class that hold it.
    pub in_class: u64,
    /// Classified segments that hold it.
    pub in_all: u64,
    /// Interviews in which segments of the class hold it.
    pub interviews: usize,
    /// Signed χ².
    pub chi2: f64,
}

/// A typical segment of a class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TypicalSegment {
    /// The interview.
    pub case: String,
    /// The turn in which it begins.
    pub turn: u32,
    /// Sum of χ² of the terms of its class.
    pub score: f64,
    /// The words, turns parted by ` / `.
    pub text: String,
}

/// A class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClassOutcome {
    /// From 1.
    pub number: usize,
    /// Its segments.
    pub segments: usize,
    /// Their share of the classified ones.
    pub share: f64,
    /// Interviews with a segment in it.
    pub interviews: usize,
    /// Its terms, by falling χ².
    pub terms: Vec<ClassTerm>,
    /// Its most typical segments.
    pub typical: Vec<TypicalSegment>,
}

impl ClassOutcome {
    /// Lists the words that the class has more of, by falling χ²; those of one interview are left out:
    /// they tell of that person, not of the class.
    pub fn shared(&self) -> impl Iterator<Item = &ClassTerm> {
        self.terms.iter().filter(|term| term.chi2 > 0.0 && term.interviews > 1)
    }
}

/// The classes of the study.
#[derive(Clone, Debug, Serialize)]
pub struct ClassesOutcome {
    /// Terms that served.
    pub terms: usize,
    /// Segments.
    pub segments: usize,
    /// Share of the segments in a class.
    pub classified_share: f64,
    /// How classes were cut.
    pub tree: Tree,
    /// The same on segments of the second size.
    pub second_tree: Option<Tree>,
    /// What both agree about; `null` without a second size.
    #[serde(serialize_with = "serialize_optional")]
    pub double: Option<Defined<Double>>,
    /// The classes.
    pub classes: Vec<ClassOutcome>,
}

/// A profile and its vocabulary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProfileWords {
    /// `P1`, `P2`, …
    pub label: String,
    /// Its name.
    pub name: String,
    /// Its words.
    #[serde(flatten)]
    pub vocabulary: PartVocabulary,
}

/// What the words say.
#[derive(Clone, Debug, Serialize)]
pub struct LexicalOutcome {
    /// What was asked.
    pub request: LexicalRequest,
    /// Words of all interviewees.
    pub words: usize,
    /// Different terms, tool words among them.
    pub entries: usize,
    /// By id.
    pub interviews: Vec<InterviewWords>,
    /// The classes, or why there are none.
    #[serde(serialize_with = "undefined::serialize")]
    pub classes: Defined<ClassesOutcome>,
    /// Labels and names of the profiles; empty when none were asked for.
    pub profiles: Vec<(String, String)>,
    /// Classes × profiles; `null` when not asked for or when there are no classes.
    #[serde(serialize_with = "serialize_optional")]
    pub by_profile: Option<Defined<ClassesByProfile>>,
    /// The rule of the vocabulary.
    pub rule: VocabularyRule,
    /// Vocabulary by profile; `null` when not asked for.
    #[serde(serialize_with = "serialize_optional")]
    pub vocabulary: Option<Defined<Vec<ProfileWords>>>,
}

/// Counts and classifies the interviewees' words, and keeps the result.
///
/// # Errors
/// Profiles are asked for and cannot be made; the database cannot be written.
pub async fn compute(
    context: &Context,
    material: &Material,
    request: LexicalRequest,
    language: Language,
) -> Result<LexicalOutcome, AppError> {
    let corpus = Corpus::read(&material.transcripts, request.term, material.settings.language);
    let profiles = if request.profiles || request.specificities {
        compute_at_once(context, material, None, language)?.profiles
    } else {
        Vec::new()
    };
    let profile_of = placed(&corpus, &profiles);
    let found = classify_corpus(&corpus, &request.settings, context.progress.as_ref());
    let seed = material.settings.typology.seed;
    let by_profile = match &found {
        Ok(found) if request.profiles => {
            Some(cross_profiles(&found.class_of, &found.interview_of(), &profile_of, DRAWS, seed))
        }
        _ => None,
    };
    let rule = VocabularyRule::default();
    let words = request.specificities.then(|| told_by(&corpus, &profiles, &profile_of, &rule));
    let outcome = LexicalOutcome {
        words: corpus.words(),
        entries: corpus.entries.len(),
        interviews: interviews(&corpus, found.as_ref().ok()),
        classes: found.as_ref().map(|found| told(material, &corpus, found)).map_err(|reason| *reason),
        profiles: profiles.into_iter().map(|profile| (profile.label, profile.name)).collect(),
        by_profile,
        rule,
        vocabulary: words,
        request,
    };
    let how = Computation {
        method: "lexical",
        parameters: serde_json::to_value(request)?,
        seed: if outcome.by_profile.is_some() { seed } else { 0 },
        inputs: material.fingerprint()?,
        language,
    };
    run::keep(context, how, &outcome).await?;
    Ok(outcome)
}

/// Tells the distinctive vocabulary of profiles, as [`compute`] does, and nothing else.
///
/// # Errors
/// Those of [`vocabulary`].
pub fn distinctive(material: &Material, profiles: &[NamedProfile]) -> Defined<Vec<ProfileWords>> {
    let corpus = Corpus::read(&material.transcripts, Term::default(), material.settings.language);
    told_by(&corpus, profiles, &placed(&corpus, profiles), &VocabularyRule::default())
}

/// The profile of each interview of a corpus.
fn placed(corpus: &Corpus, profiles: &[NamedProfile]) -> Vec<Option<usize>> {
    let of = |id: &String| profiles.iter().position(|one| one.cases.contains(id));
    corpus.interviews.iter().map(|interview| of(&interview.id.0)).collect()
}

fn told_by(
    corpus: &Corpus,
    profiles: &[NamedProfile],
    profile_of: &[Option<usize>],
    rule: &VocabularyRule,
) -> Defined<Vec<ProfileWords>> {
    vocabulary(corpus, profile_of, rule).map(|parts| named(profiles, parts))
}

fn named(profiles: &[NamedProfile], parts: Vec<PartVocabulary>) -> Vec<ProfileWords> {
    let with_name = |(profile, vocabulary): (&NamedProfile, PartVocabulary)| ProfileWords {
        label: profile.label.clone(),
        name: profile.name.clone(),
        vocabulary,
    };
    profiles.iter().zip(parts).map(with_name).collect()
}

fn interviews(corpus: &Corpus, found: Option<&Classes>) -> Vec<InterviewWords> {
    let mut told: Vec<InterviewWords> = corpus
        .interviews
        .iter()
        .map(|interview| InterviewWords {
            case: interview.id.0.clone(),
            words: interview.words.len(),
            segments: 0,
            classified: 0,
        })
        .collect();
    if let Some(found) = found {
        for (segment, class) in found.first.segments.iter().zip(&found.class_of) {
            told[segment.interview].segments += 1;
            told[segment.interview].classified += usize::from(class.is_some());
        }
    }
    told
}

fn told(material: &Material, corpus: &Corpus, found: &Classes) -> ClassesOutcome {
    let classified = found.class_of.iter().flatten().count().max(1);
    let class = |class: &Class| ClassOutcome {
        number: class.number,
        segments: class.segments,
        share: class.segments as f64 / classified as f64,
        interviews: class.interviews,
        terms: class
            .terms
            .iter()
            .map(|term| ClassTerm {
                word: corpus.entries[found.first.terms[term.term as usize] as usize].label.clone(),
                in_class: term.in_class,
                in_all: term.in_all,
                interviews: term.interviews,
                chi2: term.chi2,
            })
            .collect(),
        typical: class
            .typical
            .iter()
            .filter_map(|(segment, score)| typical(material, corpus, found, *segment, *score))
            .collect(),
    };
    ClassesOutcome {
        terms: found.first.terms.len(),
        segments: found.first.segments.len(),
        classified_share: found.classified_share(),
        classes: found.classes.iter().map(class).collect(),
        tree: found.first.tree.clone(),
        second_tree: found.second.as_ref().map(|second| second.tree.clone()),
        double: found.double.clone(),
    }
}

fn typical(
    material: &Material,
    corpus: &Corpus,
    found: &Classes,
    segment: usize,
    score: f64,
) -> Option<TypicalSegment> {
    let place = &found.first.segments[segment];
    let interview = &corpus.interviews[place.interview];
    let words = &interview.words[place.words.clone()];
    let transcript = material.transcripts.iter().find(|one| one.id == interview.id)?;
    let version = &transcript.version;
    let index = TextIndex::new(&version.text);
    let pieces: Vec<&str> = words
        .chunk_by(|a, b| a.turn == b.turn)
        .filter_map(|turn| Some(index.slice(Span { start: turn.first()?.start, end: turn.last()?.end })))
        .collect();
    let turn = version.turns.get(words.first()?.turn as usize)?;
    Some(TypicalSegment { case: interview.id.0.clone(), turn: turn.number, score, text: pieces.join(" / ") })
}

/// What was written for `IRaMuTeQ`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LexicalExport {
    /// The file.
    pub file: String,
    /// Interviews in it.
    pub interviews: usize,
    /// What it does not hold. Beside those of [`Loss`]: `interviewer_turns`, `notes` (timecodes, stage
    /// directions), `codings`.
    pub losses: Vec<Loss>,
}

/// Writes what the interviewees say as one text for `IRaMuTeQ`, with the profile of each if the study has some.
///
/// # Errors
/// The file cannot be written.
pub fn export(
    context: &Context,
    material: &Material,
    path: &Path,
    language: Language,
) -> Result<LexicalExport, AppError> {
    // Without codings there are no profiles: the text does without.
    let profiles =
        compute_at_once(context, material, None, language).map_or_else(|_| Vec::new(), |one| one.profiles);
    let mut texts = Vec::new();
    let (mut asked, mut notes) = (0, 0);
    for transcript in &material.transcripts {
        let version = &transcript.version;
        asked += version.turns.iter().filter(|turn| version.role(turn) != Role::Respondent).count();
        let is_note = |kind: &MarkKind| matches!(kind, MarkKind::Timecode { .. } | MarkKind::StageDirection);
        notes += version.marks.iter().filter(|mark| is_note(&mark.kind)).count();
        let own = profiles.iter().find(|one| one.cases.contains(&transcript.id.0));
        let mut variables: Vec<(String, String)> =
            own.map(|profile| ("profil".to_owned(), profile.label.clone())).into_iter().collect();
        let of_case = |(name, _): &&(String, String)| !NO_VARIABLES.contains(&name.as_str());
        variables.extend(transcript.attributes.iter().filter(of_case).cloned());
        texts.push(SpokenText { id: transcript.id.0.clone(), variables, lines: lines(version) });
    }
    let written = iramuteq::write(&texts);
    folder::write(path, written.text.as_bytes())?;
    let beside = [("interviewer_turns", asked), ("notes", notes), ("codings", material.codings.len())];
    let mut losses: Vec<Loss> = beside
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| Loss { kind, count, names: Vec::new() })
        .collect();
    losses.extend(written.losses);
    Ok(LexicalExport { file: path.display().to_string(), interviews: written.interviews, losses })
}

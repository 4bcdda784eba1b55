//! Where the study stands for one person: what is read, coded and left, interview by interview.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::error::AppError;
use crate::analysis::matrix::speech::Speech;
use crate::domain::codebook::Codebook;
use crate::domain::coding::{Anchoring, Coding};
use crate::domain::memo::SubjectKind;
use crate::domain::settings::{Characteristic, CharacteristicSource, StudySettings, Titles};
use crate::domain::transcript::{Role, Transcript};
use crate::domain::{CodeId, CoderId, TranscriptId};
use crate::store::CodingFilter;
use crate::text::{Language, Span, TextIndex};

/// Cells of a strip: more than its pixels would draw nothing more.
pub const STRIP: usize = 480;

/// How the preferences begin that keep where reading stopped: `place/E09`.
const PLACE: &str = "place/";

/// Where a person stopped in an interview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The turn where reading stopped.
    #[serde(default)]
    pub turn: u32,
    /// First and last turn of each stretch read.
    #[serde(default)]
    pub read: Vec<(u32, u32)>,
}

impl Place {
    /// Counts the turns read, of a text of so many.
    pub fn turns(&self, of: usize) -> usize {
        let last = u32::try_from(of).unwrap_or(u32::MAX);
        let mut read: Vec<(u32, u32)> =
            self.read.iter().map(|(from, to)| (*from.max(&1), *to.min(&last))).collect();
        read.sort_unstable();
        let (mut count, mut seen) = (0, 0);
        for (from, to) in read {
            let from = from.max(seen + 1);
            if from <= to {
                count += (to - from + 1) as usize;
                seen = to;
            }
        }
        count
    }
}

/// Where one theme is coded along an interview, in cells of the strip: first cell and number of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Track(pub Vec<(usize, usize)>);

/// One interview.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewState {
    /// The interview.
    pub id: TranscriptId,
    /// As its front matter says.
    pub title: String,
    /// As the respondent is called in it.
    pub person: String,
    /// Characteristics that the interview gives: id and value.
    pub facts: Vec<(String, String)>,
    /// By theme, in the order of the codebook.
    pub tracks: Vec<Track>,
    /// Codings by coder, in the order of the overview's coders.
    pub codings: Vec<usize>,
    /// Turns of respondents without a coding of one's own.
    pub uncoded: usize,
    /// Memos on it, its case, its turns, and one's codings with a note.
    pub memos: usize,
    /// Turns.
    pub turns: usize,
    /// Turns read by oneself.
    pub read: usize,
}

/// Where to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resume {
    /// The interview.
    pub transcript: TranscriptId,
    /// The turn.
    pub turn: u32,
    /// First words of it.
    pub words: String,
    /// Turns read.
    pub read: usize,
    /// Turns in all.
    pub turns: usize,
}

/// The study for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// As the study is called.
    pub title: String,
    /// Its question.
    pub subtitle: String,
    /// Of the study's own texts, which keep its typography whoever reads.
    pub language: Language,
    /// Characteristics that interviews give: id and title.
    pub characteristics: Vec<(String, Titles)>,
    /// Titles of the themes.
    pub themes: Vec<String>,
    /// Who coded, oneself first.
    pub coders: Vec<CoderId>,
    /// By identifier.
    pub interviews: Vec<InterviewState>,
    /// Words of respondents.
    pub words: usize,
    /// Codings that have a place.
    pub codings: usize,
    /// Answers to the questionnaire.
    pub respondents: usize,
    /// Where to go on, once something was read.
    pub resume: Option<Resume>,
}

/// Gathers where the study stands; `me` may have coded nothing.
///
/// # Errors
/// The database cannot be read.
pub async fn overview(context: &Context) -> Result<Option<Overview>, AppError> {
    let store = &context.store;
    let Some(settings) = store.setting::<StudySettings>("study").await? else { return Ok(None) };
    let transcripts = store.transcripts().await?;
    let codebook = store.codebook().await?;
    let mut codings = store.codings(&CodingFilter::default()).await?;
    codings.retain(|coding| coding.anchoring != Anchoring::Lost && !coding.coder.is_consensus());
    let mut memos: BTreeMap<String, usize> = BTreeMap::new();
    let of_interviews = [SubjectKind::Transcript, SubjectKind::Case, SubjectKind::Turn];
    for memo in store.memos(None, None).await?.into_iter().filter(|memo| of_interviews.contains(&memo.kind)) {
        *memos.entry(memo.subject).or_default() += 1;
    }
    let places = places(context).await?;
    let me = &context.coder;
    let mut others: Vec<CoderId> = codings.iter().map(|coding| coding.coder.clone()).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|coder| coder != me);
    let coders: Vec<CoderId> = std::iter::once(me.clone()).chain(others).collect();
    let mut of: BTreeMap<&TranscriptId, Vec<&Coding>> = BTreeMap::new();
    for coding in &codings {
        of.entry(&coding.transcript).or_default().push(coding);
    }
    let themes = by_theme(&codebook);
    let mut words = 0;
    let interviews = transcripts
        .iter()
        .map(|transcript| {
            words += Speech::read(&transcript.version).words.len();
            let own = of.get(&transcript.id).map_or(&[][..], Vec::as_slice);
            let place = places.get(transcript.id.as_str());
            let notes = own.iter().filter(|coding| coding.coder == *me && !coding.memo.is_empty()).count();
            InterviewState {
                id: transcript.id.clone(),
                title: transcript.title.clone(),
                person: person(transcript),
                facts: facts(&settings, transcript),
                tracks: tracks(transcript, own.iter().copied().filter(|coding| coding.coder == *me), &themes),
                codings: coders
                    .iter()
                    .map(|coder| own.iter().filter(|coding| coding.coder == *coder).count())
                    .collect(),
                uncoded: uncoded(transcript, own, me),
                memos: memos.get(transcript.id.as_str()).copied().unwrap_or(0) + notes,
                turns: transcript.version.turns.len(),
                read: place.map_or(0, |(place, _)| place.turns(transcript.version.turns.len())),
            }
        })
        .collect();
    Ok(Some(Overview {
        characteristics: characteristics(&settings).map(|one| (one.id.clone(), one.title.clone())).collect(),
        language: settings.language,
        title: settings.title,
        subtitle: settings.subtitle,
        themes: codebook.themes.iter().map(|theme| theme.title.clone()).collect(),
        coders,
        interviews,
        words,
        codings: codings.len(),
        respondents: store.questionnaire().await?.map_or(0, |answers| answers.respondents.len()),
        resume: resume(&transcripts, &places),
    }))
}

/// Where one stopped, by interview, with the time of it when it was kept.
type Places = BTreeMap<String, (Place, String)>;

async fn places(context: &Context) -> Result<Places, AppError> {
    #[derive(Deserialize)]
    struct Kept {
        #[serde(flatten)]
        place: Place,
        #[serde(default)]
        at: String,
    }
    let kept = context.store.preferences(&context.coder, PLACE).await?;
    // A place that does not read is no place: nobody loses anything but a bookmark.
    Ok(kept
        .into_iter()
        .filter_map(|(name, body)| {
            let kept: Kept = serde_json::from_value(body).ok()?;
            Some((name.strip_prefix(PLACE)?.to_owned(), (kept.place, kept.at)))
        })
        .collect())
}

/// Takes the place kept last; of those without a time, the one furthest from its end.
fn resume(transcripts: &[Transcript], places: &Places) -> Option<Resume> {
    let (transcript, place) = transcripts
        .iter()
        .filter_map(|transcript| Some((transcript, places.get(transcript.id.as_str())?)))
        .filter(|(transcript, (place, _))| {
            place.turns(transcript.version.turns.len()) < transcript.version.turns.len()
        })
        .max_by(|a, b| a.1.1.cmp(&b.1.1))
        .map(|(transcript, (place, _))| (transcript, place))?;
    let version = &transcript.version;
    let turn = version.turns.iter().find(|turn| turn.number == place.turn).or(version.turns.first())?;
    Some(Resume {
        transcript: transcript.id.clone(),
        turn: turn.number,
        words: TextIndex::new(&version.text).slice(turn.speech).to_owned(),
        read: place.turns(version.turns.len()),
        turns: version.turns.len(),
    })
}

/// Names the respondent as the first label of one reads.
pub fn person(transcript: &Transcript) -> String {
    let version = &transcript.version;
    let found = version.turns.iter().find(|turn| version.role(turn) == Role::Respondent);
    found.map_or_else(String::new, |turn| version.label(turn).to_owned())
}

fn characteristics(settings: &StudySettings) -> impl Iterator<Item = &Characteristic> {
    let declared = settings.participants.characteristics.iter();
    declared.filter(|one| one.from == CharacteristicSource::Transcript)
}

fn facts(settings: &StudySettings, transcript: &Transcript) -> Vec<(String, String)> {
    characteristics(settings)
        .filter_map(|one| Some((one.id.clone(), transcript.attribute(&one.key)?.trim().to_owned())))
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// Finds the place of each code's theme in the codebook.
pub(super) fn by_theme(codebook: &Codebook) -> BTreeMap<&CodeId, usize> {
    let numbered = codebook.themes.iter().enumerate();
    numbered.flat_map(|(at, theme)| theme.codes.iter().map(move |code| (&code.id, at))).collect()
}

/// Counts the turns of respondents that none of one's codings touches.
fn uncoded(transcript: &Transcript, codings: &[&Coding], me: &CoderId) -> usize {
    let version = &transcript.version;
    let mut spans: Vec<(u32, u32)> =
        codings.iter().filter(|coding| coding.coder == *me).map(|coding| coding.turns).collect();
    spans.sort_unstable();
    let turns = version.turns.iter();
    turns
        .filter(|turn| version.role(turn) == Role::Respondent && !turn.speech.is_empty())
        .filter(|turn| !spans.iter().any(|(from, to)| (*from..=*to).contains(&turn.number)))
        .count()
}

/// Draws codings along a text: for each theme, the runs of cells that they touch.
pub(super) fn tracks<'a>(
    transcript: &Transcript,
    codings: impl Iterator<Item = &'a Coding>,
    themes: &BTreeMap<&CodeId, usize>,
) -> Vec<Track> {
    let count = themes.values().max().map_or(0, |last| last + 1);
    let mut cells = vec![vec![false; STRIP]; count];
    let len = transcript.version.text.chars().count().max(1);
    for coding in codings {
        let Some(&theme) = themes.get(&coding.code) else { continue };
        let Span { start, end } = coding.anchor.span;
        let from = (start.0 * STRIP / len).min(STRIP - 1);
        let to = (end.0 * STRIP).div_ceil(len).clamp(from + 1, STRIP);
        cells[theme][from..to].fill(true);
    }
    cells.iter().map(|cells| runs(cells)).collect()
}

fn runs(cells: &[bool]) -> Track {
    let mut found = Vec::new();
    let mut at = 0;
    for group in cells.chunk_by(|a, b| a == b) {
        if group[0] {
            found.push((at, group.len()));
        }
        at += group.len();
    }
    Track(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_read_are_counted_once_and_within_the_text() {
        let read = |read: &[(u32, u32)], of| Place { turn: 1, read: read.to_vec() }.turns(of);
        assert_eq!(read(&[(1, 10), (5, 12), (20, 22)], 76), 15);
        assert_eq!(read(&[(0, 90)], 76), 76);
        assert_eq!(read(&[(9, 3)], 76), 0);
        assert_eq!(read(&[], 0), 0);
    }

    #[test]
    fn a_track_joins_cells_that_touch() {
        assert_eq!(runs(&[false, true, true, false, true]), Track(vec![(1, 2), (4, 1)]));
        assert_eq!(runs(&[]), Track::default());
    }
}

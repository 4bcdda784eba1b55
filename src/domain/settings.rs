//! What a study declares in `study.toml`: the values only, read by `config::study`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::id::{AxisId, CoderId, TranscriptId};
use crate::domain::reporting::{Checklist, ChecklistAnswers, ReportSection};
use crate::domain::transcript::{Role, Roles};
pub use crate::text::Language;

/// Everything a study declares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudySettings {
    /// As the report's cover reads.
    pub title: String,
    /// The question of the study, empty when not given.
    pub subtitle: String,
    /// Of the study: its reports, and its transcripts that say nothing else.
    pub language: Language,
    /// Said wherever the study is shown, when its material is invented.
    pub invented: Option<Titles>,
    /// Where its material lies, relative to the study folder.
    pub folders: Folders,
    /// Labels of speakers whose transcript gives no role; one not listed here is a respondent.
    pub roles: Vec<(String, Role)>,
    /// Dimensions on which cases are placed, in the order declared.
    pub axes: Vec<Axis>,
    /// What is printed of each person, and the front matter key that links a respondent.
    pub participants: Participants,
    /// How cases are grouped.
    pub typology: TypologySettings,
    /// Names, reasons and portraits that the researchers give to profiles.
    pub profiles: Vec<ProfileSettings>,
    /// Cases that a researcher places otherwise, or confirms.
    pub assignments: Vec<Assignment>,
    /// How the persons who code are called, by identifier.
    #[serde(default)]
    pub coders: Vec<(CoderId, String)>,
    /// How respondents are brought near to profiles; none: no link is computed.
    pub link: Option<LinkSettings>,
    /// How respondents are weighted; none: the usual way.
    #[serde(default)]
    pub weights: Option<WeightSettings>,
    /// How codes are proposed; none: as usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<SuggestionSettings>,
    /// What the team concludes, profile by profile, from words and scores together.
    pub readings: Vec<Reading>,
    /// What the report prints beside the figures.
    pub report: ReportSettings,
    /// What the team answers to the items of the checklists that journals ask for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub checklists: BTreeMap<Checklist, ChecklistAnswers>,
}

impl StudySettings {
    /// Returns the labels whose roles the study declares.
    pub fn speaker_roles(&self) -> Roles {
        let with = |wanted: Role| {
            let of_role = self.roles.iter().filter(|(_, role)| *role == wanted);
            of_role.map(|(label, _)| label.clone()).collect()
        };
        Roles { interviewers: with(Role::Interviewer), respondents: with(Role::Respondent) }
    }
}

/// One text in one or both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Titles {
    /// The same text in both languages.
    pub fn both(text: impl Into<String>) -> Self {
        let fr = text.into();
        Self { en: fr.clone(), fr }
    }

    /// Returns the text in a language, else in the other.
    pub fn get(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::Fr => (&self.fr, &self.en),
            Language::En => (&self.en, &self.fr),
        };
        if first.is_empty() { second } else { first }
    }
}

/// Folders of the study, relative to the folder of `study.toml`, with `/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folders {
    /// Interviews.
    pub transcripts: String,
    /// Themes and codes.
    pub codebook: String,
    /// Coding tables.
    pub codings: String,
    /// Answers and `questionnaire.toml`.
    pub questionnaire: String,
    /// Casework and `administrative.toml`.
    pub administrative: String,
    /// Where reports are written.
    pub output: String,
}

impl Default for Folders {
    fn default() -> Self {
        Self {
            transcripts: "transcripts".to_owned(),
            codebook: "codebook".to_owned(),
            codings: "codings".to_owned(),
            questionnaire: "questionnaire".to_owned(),
            administrative: "administrative".to_owned(),
            output: "output".to_owned(),
        }
    }
}

/// How the codings of a code in an interview become one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// 1 when coded, else 0.
    Presence,
    /// Segments coded.
    Segments,
    /// Segments for 1,000 words of the respondent.
    Rate,
    /// Share of the respondent's text.
    Coverage,
    /// Mean of the intensities given, the tone where the highest is the severity; a coding without one counts 1,
    /// a code never given 0.
    #[serde(rename = "mean-intensity")]
    MeanIntensity,
    /// The highest intensity given; a coding without one counts 1.
    #[default]
    Intensity,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Presence, Self::Segments, Self::Rate, Self::Coverage, Self::MeanIntensity, Self::Intensity];

    /// Returns its name in settings and outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Segments => "segments",
            Self::Rate => "rate",
            Self::Coverage => "coverage",
            Self::MeanIntensity => "mean-intensity",
            Self::Intensity => "intensity",
        }
    }

    /// Reads its name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

/// A declared dimension; the codebook's weights say which codes stand on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// As the codebook's attributes name it.
    pub id: AxisId,
    /// As people read it.
    pub title: Titles,
    /// How it is measured.
    pub measure: Measure,
    /// What a low place is called, to follow the title in a profile's name.
    pub low: Titles,
    /// What a high place is called.
    pub high: Titles,
}

/// What is printed of each person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participants {
    /// The front matter key that holds the respondent's id.
    pub questionnaire: String,
    /// Characteristics, in the order printed.
    pub characteristics: Vec<Characteristic>,
}

impl Default for Participants {
    fn default() -> Self {
        Self { questionnaire: "questionnaire".to_owned(), characteristics: Vec::new() }
    }
}

/// Where a characteristic is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CharacteristicSource {
    /// In the front matter of the transcript.
    #[default]
    Transcript,
    /// In the answers of the linked respondent, by the role of the column.
    Questionnaire,
}

/// A fact printed of each person, in a form that does not single them out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Characteristic {
    /// The role it plays in every material: `event`, `offer`, `sex`, `age`.
    pub id: String,
    /// Where it is read.
    pub from: CharacteristicSource,
    /// Its key there.
    pub key: String,
    /// As people read it.
    pub title: Titles,
    /// Lower bounds of the bands after the first, for numbers: `[30, 40, 50]` gives under 30, 30–39,
    /// 40–49, 50 and over. Empty: printed as it is.
    pub bands: Vec<i64>,
    /// Text printed for a value, by value.
    pub values: BTreeMap<String, Titles>,
}

/// How cases are grouped into profiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypologySettings {
    /// How many profiles: the team's choice.
    pub profiles: usize,
    /// Of every random draw.
    pub seed: u64,
    /// Draws between coders, and of reference data without groups.
    pub draws: usize,
    /// Left to right.
    pub horizontal: AxisId,
    /// Bottom to top.
    pub vertical: AxisId,
    /// Other measures tried, to see which cases move.
    pub sensitivity: Vec<Measure>,
}

/// Below or above the mean of the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Below.
    Low,
    /// Above.
    High,
}

/// A place on the plane of the two axes: how settings name a profile whatever its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quadrant {
    /// On the horizontal axis.
    pub horizontal: Level,
    /// On the vertical axis.
    pub vertical: Level,
}

/// What researchers write of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileSettings {
    /// Which.
    pub quadrant: Quadrant,
    /// In place of the name from its quadrant.
    pub name: Option<Titles>,
    /// Why it is called so; required with a name.
    pub reason: String,
    /// A few sentences written by the team; the report marks it as such.
    pub portrait: Option<Titles>,
}

/// A researcher's own placing of a case, shown beside the computed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Whom.
    pub case: TranscriptId,
    /// Where.
    pub quadrant: Quadrant,
    /// Why.
    pub reason: String,
    /// Who says so, if told.
    pub coder: Option<CoderId>,
}

/// What the link may claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// Only the interviewees' own answers are set beside their profiles.
    OwnScores,
    /// Respondents are also brought near to the nearest profile on common indicators.
    #[default]
    Assignment,
    /// Nobody is linked: groups of respondents are compared, beside the profiles of the interviewees of
    /// the same groups.
    Groups,
}

impl LinkKind {
    /// Returns its name in settings and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::OwnScores => "own-scores",
            Self::Assignment => "assignment",
            Self::Groups => "groups",
        }
    }
}

/// Whose margins the respondents are weighted to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WeightBase {
    /// The families of the administrative file that took an offer: those who could answer.
    #[default]
    Families,
    /// The population whose margins a file gives.
    Population,
}

/// How respondents are weighted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeightSettings {
    /// Whose margins.
    pub base: WeightBase,
    /// Roles of the characteristics whose margins are met; empty: all that both materials tell.
    pub margins: Vec<String>,
    /// Least weight, as a multiple of the mean.
    pub least: f64,
    /// Greatest weight, as a multiple of the mean.
    pub most: f64,
}

impl Default for WeightSettings {
    fn default() -> Self {
        Self { base: WeightBase::default(), margins: Vec::new(), least: 0.3, most: 3.0 }
    }
}

/// How respondents are brought near to profiles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkSettings {
    /// What it may claim.
    pub kind: LinkKind,
    /// Least `(d2 − d1) / (d1 + d2)`, 0 to 1, of the two nearest centres; under it a respondent is
    /// indeterminate.
    pub margin: f64,
    /// Indicators that interviews and questionnaires share; never compared between profiles after.
    pub indicators: Vec<LinkIndicator>,
    /// Characteristics whose groups are compared when nobody is linked; empty: those printed of persons.
    #[serde(default)]
    pub by: Vec<String>,
}

/// One indicator of the link, read in the questionnaire for interviewees and respondents alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkIndicator {
    /// Short name in outputs.
    pub id: String,
    /// As people read it.
    pub title: Titles,
    /// How it is read.
    pub source: IndicatorSource,
}

/// How an indicator of the link is read in an answered questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "source", content = "id")]
pub enum IndicatorSource {
    /// Number of boxes ticked in the checklist of `questionnaire.toml`.
    Checklist,
    /// The value of an item.
    Item(String),
    /// The score of a scale, 0 to 100.
    Scale(String),
}

/// How codes are proposed for sentences that nobody coded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SuggestionSettings {
    /// Least precision on held-out interviews of a code that proposes, above 0 and at most 1.
    pub precision: f64,
}

/// What words and scores say together of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Scores say what the interviews say.
    Confirms,
    /// Scores add something.
    Extends,
    /// They disagree.
    Contradicts,
}

/// The team's conclusion on a profile; the tool never writes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Of which profile.
    pub quadrant: Quadrant,
    /// In one word.
    pub verdict: Verdict,
    /// In a sentence or two.
    pub text: Titles,
}

/// What the report prints beside the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportSettings {
    /// Counts under it are suppressed in tables.
    pub threshold: u64,
    /// Counts shown are rounded to its nearest multiple; 1 rounds nothing.
    pub rounding: u64,
    /// Titles that state a finding, by figure id; checked against the figure's numbers.
    pub findings: BTreeMap<String, Titles>,
    /// Where each material comes from, by material: `interviews`, `questionnaire`,
    /// `administrative`.
    pub sources: BTreeMap<String, Titles>,
    /// Whom each material is about, by material.
    pub populations: BTreeMap<String, Titles>,
    /// The sections it has; none: all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<ReportSection>,
}

impl Default for ReportSettings {
    fn default() -> Self {
        Self {
            threshold: 5,
            rounding: 1,
            findings: BTreeMap::new(),
            sources: BTreeMap::new(),
            populations: BTreeMap::new(),
            sections: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_version_kept_is_read() {
        // Studies are opened by later versions: a setting that was not known then has its usual value.
        let kept = r#"{"threshold": 3, "findings": {}, "sources": {}, "populations": {}}"#;
        let read: ReportSettings = serde_json::from_str(kept).expect("settings");
        assert_eq!(read, ReportSettings { threshold: 3, ..ReportSettings::default() });
    }
}

//! What the study tells, a sentence a fact; none where the study holds nothing of it.

use crate::i18n::Gender;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::report::document::{Block, Phrase};
use crate::report::findings::{ChecklistFacts, CodeFacts};
use crate::report::section::limits;
use crate::report::section::voice::{Argument, Voice};

/// Customary thresholds: α from which coders are held to agree, interviews up to which a code is rare.
const FIRM: f64 = 0.80;
const RARE: usize = 3;

/// Says facts in the language of the document.
pub(super) struct Saying<'a> {
    pub(super) voice: &'a Voice<'a>,
    pub(super) facts: &'a ChecklistFacts,
}

impl Saying<'_> {
    fn say(&self, key: &str, arguments: &[Argument<'_>]) -> Option<Phrase> {
        Some(self.voice.phrase(&format!("checklist-known-{key}"), arguments))
    }

    fn plain(&self, key: &str, text: &str) -> Option<Phrase> {
        let text = self.voice.set(text.trim());
        (!text.is_empty()).then(|| self.say(key, &[("text", text.into())])).flatten()
    }

    fn interviews(&self) -> usize {
        self.voice.people().len()
    }

    pub(super) fn title(&self) -> Option<Phrase> {
        self.plain("title", &self.voice.findings.study.title)
    }

    pub(super) fn question(&self) -> Option<Phrase> {
        self.plain("question", &self.voice.findings.study.subtitle)
    }

    pub(super) fn sample(&self) -> Option<Phrase> {
        let people = self.voice.people();
        let words = || people.iter().map(|person| person.words);
        let (least, most) = words().min().zip(words().max())?;
        self.say(
            "sample",
            &[
                ("n", people.len().into()),
                ("words", words().sum::<usize>().into()),
                ("least", least.into()),
                ("most", most.into()),
            ],
        )
    }

    pub(super) fn dates(&self) -> Option<Phrase> {
        let (first, last) = self.voice.findings.study.interview_dates.as_ref()?;
        self.say("dates", &[("dates", self.voice.format.months(first, last).into())])
    }

    pub(super) fn characteristics(&self) -> Option<Phrase> {
        let names: Vec<String> =
            self.facts.characteristics.iter().map(|name| lowercase(&self.voice.set(name))).collect();
        if names.is_empty() || self.interviews() == 0 {
            return None;
        }
        self.say("characteristics", &[("names", self.voice.format.joined(&names).into())])
    }

    pub(super) fn interviewers(&self) -> Option<Phrase> {
        let labels: Vec<String> = self
            .facts
            .interviewers
            .iter()
            .map(|(label, interviews)| {
                let arguments =
                    [("label", self.voice.format.quoted(label).into()), ("n", (*interviews).into())];
                self.voice.string("checklist-known-interviewer", &arguments)
            })
            .collect();
        (!labels.is_empty())
            .then(|| self.say("interviewers", &[("labels", self.voice.format.joined(&labels).into())]))
            .flatten()
    }

    pub(super) fn respondents(&self) -> Option<Phrase> {
        if self.interviews() == 0 {
            return None;
        }
        self.say("respondents", &[("n", self.facts.several_respondents.into())])
    }

    pub(super) fn guide(&self) -> Option<Phrase> {
        let titles: Vec<String> =
            self.facts.guide.iter().map(|title| self.voice.format.quoted(&self.voice.set(title))).collect();
        let arguments = [("n", titles.len().into()), ("titles", self.voice.format.joined(&titles).into())];
        (!titles.is_empty()).then(|| self.say("guide", &arguments)).flatten()
    }

    pub(super) fn repeated(&self) -> Option<Phrase> {
        (self.interviews() > 0).then(|| self.say("repeated", &[])).flatten()
    }

    pub(super) fn times(&self) -> Option<Phrase> {
        let n = self.facts.last_times.len();
        let arguments = [("n", n.into()), ("total", self.interviews().into())];
        (n > 0).then(|| self.say("times", &arguments)).flatten()
    }

    pub(super) fn last_times(&self) -> Option<Phrase> {
        let (first, last) = self.facts.last_times.first().zip(self.facts.last_times.last())?;
        let minutes = |seconds: u32| (seconds / 60).into();
        self.say(
            "last-times",
            &[
                ("n", self.facts.last_times.len().into()),
                ("total", self.interviews().into()),
                ("least", minutes(*first)),
                ("most", minutes(*last)),
            ],
        )
    }

    pub(super) fn memos(&self) -> Option<Phrase> {
        (self.facts.memos > 0).then(|| self.say("memos", &[("n", self.facts.memos.into())])).flatten()
    }

    pub(super) fn saturation(&self) -> Option<Phrase> {
        let steps = &self.voice.findings.accumulation;
        let last_new = steps.iter().rposition(|step| step.new > 0)?;
        let met = steps.last()?.met;
        self.say(
            "saturation",
            &[
                ("met", met.into()),
                ("codes", self.voice.findings.codes.len().into()),
                ("rank", (last_new + 1).into()),
                ("after", (steps.len() - last_new - 1).into()),
            ],
        )
    }

    pub(super) fn corrections(&self) -> Option<Phrase> {
        (self.interviews() > 0)
            .then(|| self.say("corrections", &[("n", self.facts.corrected.into())]))
            .flatten()
    }

    pub(super) fn coders(&self) -> Option<Phrase> {
        let each: Vec<String> = self
            .facts
            .coders
            .iter()
            .map(|work| {
                let arguments = [("codings", work.codings.into()), ("interviews", work.interviews.into())];
                self.voice.string("checklist-known-coder", &arguments)
            })
            .collect();
        if each.is_empty() {
            return None;
        }
        self.say(
            "coders",
            &[
                ("coders", capitalised(&self.voice.coders()).into()),
                ("count", each.len().into()),
                ("each", self.voice.format.joined(&each).into()),
                ("double", self.facts.double_coded.into()),
                ("total", self.interviews().into()),
            ],
        )
    }

    pub(super) fn agreement(&self) -> Option<Phrase> {
        let alphas: Vec<f64> = self
            .voice
            .findings
            .codes
            .iter()
            .filter_map(|code| code.agreement.as_ref().and_then(|agreement| agreement.alpha))
            .collect();
        let least = alphas.iter().copied().min_by(f64::total_cmp)?;
        let most = alphas.iter().copied().max_by(f64::total_cmp)?;
        self.say(
            "agreement",
            &[
                ("least", self.voice.format.decimal(least, 2).into()),
                ("most", self.voice.format.decimal(most, 2).into()),
                ("firm", alphas.iter().filter(|alpha| **alpha >= FIRM).count().into()),
                ("total", alphas.len().into()),
            ],
        )
    }

    pub(super) fn codebook(&self) -> Option<Phrase> {
        let codes = &self.voice.findings.codes;
        let has = |text: fn(&CodeFacts) -> &String| {
            codes.iter().filter(|code| !text(code).trim().is_empty()).count()
        };
        let arguments = [
            ("codes", codes.len().into()),
            ("themes", self.voice.findings.themes.len().into()),
            ("defined", has(|code| &code.definition).into()),
            ("bounded", has(|code| &code.exclude).into()),
        ];
        (!codes.is_empty()).then(|| self.say("codebook", &arguments)).flatten()
    }

    pub(super) fn derivation(&self) -> Option<Phrase> {
        let codes = self.voice.findings.codes.len();
        let arguments = [("codes", codes.into()), ("added", self.facts.codes_added.into())];
        (codes > 0).then(|| self.say("derivation", &arguments)).flatten()
    }

    pub(super) fn software(&self) -> Option<Phrase> {
        let colophon = &self.voice.findings.colophon;
        let arguments =
            [("version", colophon.version.as_str().into()), ("seed", colophon.seed.to_string().into())];
        (!colophon.version.is_empty()).then(|| self.say("software", &arguments)).flatten()
    }

    /// Persons quoted in the cards of profiles, quotes and counter-examples among them.
    fn quoted(&self) -> (usize, usize, usize) {
        let typology = self.voice.findings.typology.iter();
        let quotes: Vec<_> =
            typology.flat_map(|typology| &typology.profiles).flat_map(|profile| &profile.quotes).collect();
        let mut people: Vec<usize> = quotes.iter().map(|quote| quote.person).collect();
        people.sort_unstable();
        people.dedup();
        (people.len(), quotes.len(), quotes.iter().filter(|quote| quote.is_counterexample).count())
    }

    pub(super) fn quotes(&self) -> Option<Phrase> {
        let (people, quotes, _) = self.quoted();
        let arguments =
            [("quotes", quotes.into()), ("people", people.into()), ("total", self.interviews().into())];
        (quotes > 0).then(|| self.say("quotes", &arguments)).flatten()
    }

    pub(super) fn counterexamples(&self) -> Option<Phrase> {
        let (_, _, against) = self.quoted();
        let boundary = self.voice.findings.typology.as_ref().map(|one| self.voice.boundary(one));
        let boundary = boundary.unwrap_or_default();
        if against == 0 && boundary.is_empty() {
            return None;
        }
        self.say(
            "counterexamples",
            &[
                ("against", against.into()),
                ("n", boundary.len().into()),
                ("names", self.voice.names(&boundary).into()),
            ],
        )
    }

    pub(super) fn registers(&self) -> Option<Phrase> {
        let extracts = self.voice.findings.study.extracts;
        (extracts > 0).then(|| self.say("registers", &[("extracts", extracts.into())])).flatten()
    }

    pub(super) fn themes(&self) -> Option<Phrase> {
        let findings = self.voice.findings;
        let themes: Vec<String> = findings
            .themes
            .iter()
            .enumerate()
            .map(|(rank, theme)| {
                let own = || findings.codes.iter().filter(|code| code.theme == rank);
                let arguments = [
                    ("title", self.voice.format.quoted(&self.voice.set(&theme.title)).into()),
                    ("codes", own().count().into()),
                    ("extracts", own().map(|code| code.extracts).sum::<usize>().into()),
                ];
                self.voice.string("checklist-known-theme", &arguments)
            })
            .collect();
        let arguments = [("n", themes.len().into()), ("themes", self.voice.format.joined(&themes).into())];
        (!themes.is_empty()).then(|| self.say("themes", &arguments)).flatten()
    }

    pub(super) fn profiles(&self) -> Option<Phrase> {
        let typology = self.voice.findings.typology.as_ref()?;
        let profiles: Vec<String> = typology
            .profiles
            .iter()
            .enumerate()
            .map(|(rank, profile)| {
                let arguments = [
                    ("name", profile.name.as_str().into()),
                    ("title", lowercase(&self.voice.profile_title(typology, profile)).into()),
                    ("n", self.voice.members(rank).len().into()),
                ];
                self.voice.string("checklist-known-profile", &arguments)
            })
            .collect();
        let words = capitalised(&self.voice.format.words(profiles.len(), Gender::Masculine));
        let arguments = [
            ("words", words.into()),
            ("n", profiles.len().into()),
            ("profiles", profiles.join(self.voice.separator()).into()),
        ];
        (!profiles.is_empty()).then(|| self.say("profiles", &arguments)).flatten()
    }

    pub(super) fn rare_codes(&self) -> Option<Phrase> {
        let codes = &self.voice.findings.codes;
        if codes.is_empty() {
            return None;
        }
        let rare = codes.iter().filter(|code| (1..=RARE).contains(&code.interviews));
        let names: Vec<String> =
            rare.map(|code| self.voice.format.quoted(&self.voice.set(&code.title))).collect();
        let arguments = [
            ("most", RARE.into()),
            ("n", names.len().into()),
            ("names", self.voice.format.joined(&names).into()),
        ];
        self.say("rare", &arguments)
    }

    /// Axes and groups, as declared and computed.
    pub(super) fn approach(&self) -> Option<Phrase> {
        let typology = self.voice.findings.typology.as_ref()?;
        let axes: Vec<String> =
            typology.axes.iter().map(|axis| lowercase(&self.voice.set(&axis.title))).collect();
        let arguments =
            [("axes", self.voice.format.joined(&axes).into()), ("groups", typology.profiles.len().into())];
        (!axes.is_empty()).then(|| self.say("approach", &arguments)).flatten()
    }

    pub(super) fn other_methods(&self) -> Option<Phrase> {
        let typology = self.voice.findings.typology.as_ref()?;
        let n = typology.methods.len();
        let arguments = [("n", n.into()), ("draws", typology.coder_draws.into())];
        (n > 0).then(|| self.say("methods", &arguments)).flatten()
    }

    pub(super) fn questionnaire(&self) -> Option<Phrase> {
        let survey = self.voice.shown.survey.as_ref()?;
        let arguments = [("n", survey.respondents.into()), ("interviewed", survey.interviewed.into())];
        self.say("questionnaire", &arguments)
    }

    pub(super) fn scales(&self) -> Option<Phrase> {
        let scales = &self.voice.shown.survey.as_ref()?.scales;
        let names: Vec<String> =
            scales.iter().map(|scale| lowercase(&self.voice.set(&scale.facts.title))).collect();
        let arguments = [("n", names.len().into()), ("names", self.voice.format.joined(&names).into())];
        (!names.is_empty()).then(|| self.say("scales", &arguments)).flatten()
    }

    pub(super) fn casework(&self) -> Option<Phrase> {
        let activity = self.voice.shown.activity.as_ref()?;
        let arguments = [
            ("interventions", self.voice.published(activity.interventions)),
            ("families", self.voice.published(activity.families)),
        ];
        self.say("casework", &arguments)
    }

    pub(super) fn secrecy(&self) -> Option<Phrase> {
        // Interviews and codings have no threshold: the persons are described one by one.
        let hides = self.voice.shown.survey.is_some() || self.voice.shown.activity.is_some();
        let hides = if hides { "yes" } else { "no" };
        let threshold = self.voice.findings.study.threshold;
        self.say("secrecy", &[("hides", hides.into()), ("threshold", threshold.into())])
    }

    pub(super) fn versions(&self) -> Option<Phrase> {
        (self.interviews() > 0).then(|| self.say("versions", &[("n", self.facts.corrected.into())])).flatten()
    }

    pub(super) fn trail(&self) -> Option<Phrase> {
        let arguments = [("operations", self.facts.operations.into()), ("memos", self.facts.memos.into())];
        (self.facts.operations > 0).then(|| self.say("trail", &arguments)).flatten()
    }

    pub(super) fn limits(&self) -> Option<Phrase> {
        let mut lines = 0;
        for block in limits::blocks(self.voice) {
            if let Block::Box { blocks, .. } = block {
                let points = blocks.iter().map(|block| match block {
                    Block::List(points) => points.len(),
                    _ => 0,
                });
                lines += points.sum::<usize>();
            }
        }
        (lines > 0).then(|| self.say("limits", &[("n", lines.into())])).flatten()
    }
}

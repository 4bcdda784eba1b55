//! `study.toml`: the study's own file, read into [`StudySettings`].

use std::collections::BTreeSet;

use super::checklists::checklists;
use super::document::{Document, Section};
use crate::domain::diagnostic::{Diagnostic, has_error};
use crate::domain::id::{AxisId, CoderId, TranscriptId};
use crate::domain::reporting::ReportSection;
use crate::domain::settings::{
    Assignment, Axis, Characteristic, CharacteristicSource, Folders, IndicatorSource, Language, Level,
    LinkIndicator, LinkKind, LinkSettings, Measure, Participants, ProfileSettings, Quadrant, Reading,
    ReportSettings, StudySettings, SuggestionSettings, Titles, TypologySettings, Verdict, WeightBase,
    WeightSettings,
};
use crate::domain::transcript::Role;

const MEASURES: [(&str, Measure); 6] = [
    ("presence", Measure::Presence),
    ("segments", Measure::Segments),
    ("rate", Measure::Rate),
    ("coverage", Measure::Coverage),
    ("mean-intensity", Measure::MeanIntensity),
    ("intensity", Measure::Intensity),
];

/// Reads `study.toml`.
///
/// `path` is the file's path relative to the study folder, for places.
///
/// # Errors
/// None is returned as such: the settings are `None` exactly when a diagnostic is an error.
pub fn parse(path: &str, text: &str) -> (Option<StudySettings>, Vec<Diagnostic>) {
    let mut document = Document::new(path, text);
    let settings = document.parse().map(|table| read(&mut document, Section::root(&table, "study.toml")));
    let diagnostics = document.finish();
    (settings.filter(|_| !has_error(&diagnostics)), diagnostics)
}

fn read(document: &mut Document<'_>, root: Section<'_>) -> StudySettings {
    document.expect_keys(
        root,
        &[
            "title",
            "subtitle",
            "language",
            "invented",
            "folders",
            "speakers",
            "axes",
            "participants",
            "typology",
            "profiles",
            "assignments",
            "coders",
            "link",
            "weights",
            "suggestion",
            "readings",
            "report",
            "checklists",
        ],
    );
    let axes = axes(document, root);
    let typology = typology(document, root, &axes);
    StudySettings {
        title: document.required_text(root, "title").unwrap_or_default(),
        subtitle: document.text(root, "subtitle").unwrap_or_default(),
        language: document
            .choice(root, "language", &[("fr", Language::Fr), ("en", Language::En)])
            .unwrap_or_default(),
        invented: document.titles(root, "invented"),
        folders: folders(document, root),
        roles: roles(document, root),
        participants: participants(document, root),
        profiles: profiles(document, root, &typology),
        assignments: assignments(document, root, &typology),
        coders: coders(document, root),
        link: link(document, root),
        weights: weights(document, root),
        suggestion: suggestion(document, root),
        readings: readings(document, root, &typology),
        report: report(document, root),
        checklists: checklists(document, root),
        axes,
        typology,
    }
}

fn folders(document: &mut Document<'_>, root: Section<'_>) -> Folders {
    let mut folders = Folders::default();
    let Some(section) = document.section(root, "folders") else { return folders };
    let keys = ["transcripts", "codebook", "codings", "questionnaire", "administrative", "output"];
    document.expect_keys(section, &keys);
    let targets = [
        &mut folders.transcripts,
        &mut folders.codebook,
        &mut folders.codings,
        &mut folders.questionnaire,
        &mut folders.administrative,
        &mut folders.output,
    ];
    for (key, target) in keys.into_iter().zip(targets) {
        let Some(folder) = document.text(section, key) else { continue };
        // A study folder is given away whole: nothing of it may lie outside.
        let inside = !folder.is_empty()
            && !folder.contains(['\\', ':'])
            && folder.split('/').all(|step| !step.is_empty() && step != "..");
        if inside {
            *target = folder;
        } else {
            let diagnostic = document.error(section, key, "settings-folder").with("value", folder);
            document.push(diagnostic);
        }
    }
    folders
}

fn roles(document: &mut Document<'_>, root: Section<'_>) -> Vec<(String, Role)> {
    let Some(section) = document.section(root, "speakers") else { return Vec::new() };
    document.expect_keys(section, &["interviewer", "respondent"]);
    let mut roles = Vec::new();
    for (key, role) in [("interviewer", Role::Interviewer), ("respondent", Role::Respondent)] {
        for label in document.texts(section, key).unwrap_or_default() {
            roles.push((label.trim().to_owned(), role));
        }
    }
    roles
}

fn axes(document: &mut Document<'_>, root: Section<'_>) -> Vec<Axis> {
    let mut known = BTreeSet::new();
    let mut axes = Vec::new();
    for section in document.sections(root, "axes") {
        document.expect_keys(section, &["id", "title", "measure", "low", "high"]);
        let Some(id) = document.required_text(section, "id") else { continue };
        if !known.insert(id.clone()) {
            let diagnostic = document.error(section, "id", "settings-duplicate").with("value", &id);
            document.push(diagnostic);
            continue;
        }
        axes.push(Axis {
            title: document.titles(section, "title").unwrap_or_else(|| Titles::both(id.as_str())),
            measure: document.choice(section, "measure", &MEASURES).unwrap_or_default(),
            low: document.titles(section, "low").unwrap_or_default(),
            high: document.titles(section, "high").unwrap_or_default(),
            id: AxisId(id),
        });
    }
    // A study may have no typology, and then no axis; profiles are named by their place on two.
    let has_places = ["profiles", "assignments", "readings"].into_iter().any(|key| root.has(key));
    let is_short = axes.len() == 1 || (axes.is_empty() && has_places);
    if is_short && !has_error(&document.diagnostics) {
        let diagnostic = document.error(root, "axes", "settings-two-axes").with("count", axes.len());
        document.push(diagnostic);
    }
    axes
}

fn participants(document: &mut Document<'_>, root: Section<'_>) -> Participants {
    let mut participants = Participants::default();
    let Some(section) = document.section(root, "participants") else { return participants };
    document.expect_keys(section, &["questionnaire", "characteristics"]);
    if let Some(key) = document.text(section, "questionnaire") {
        participants.questionnaire = key;
    }
    for section in document.sections(section, "characteristics") {
        document.expect_keys(section, &["id", "from", "key", "title", "bands", "values"]);
        let Some(id) = document.required_text(section, "id") else { continue };
        let sources = [
            ("transcript", CharacteristicSource::Transcript),
            ("questionnaire", CharacteristicSource::Questionnaire),
        ];
        participants.characteristics.push(Characteristic {
            from: document.choice(section, "from", &sources).unwrap_or_default(),
            key: document.text(section, "key").unwrap_or_else(|| id.clone()),
            title: document.titles(section, "title").unwrap_or_else(|| Titles::both(id.as_str())),
            bands: bands(document, section, "bands"),
            values: document.titles_by_key(section, "values").into_iter().collect(),
            id,
        });
    }
    participants
}

/// Lower bounds of bands: whole numbers, each above the one before.
pub(super) fn bands(document: &mut Document<'_>, section: Section<'_>, key: &str) -> Vec<i64> {
    let numbers = document.numbers(section, key).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and small on the next line")]
    let bounds: Vec<i64> = numbers.iter().map(|number| *number as i64).collect();
    let whole = numbers.iter().all(|number| number.fract() == 0.0 && number.abs() < 1e9);
    if whole && bounds.windows(2).all(|pair| pair[0] < pair[1]) {
        return bounds;
    }
    let diagnostic = document.error(section, key, "settings-bands");
    document.push(diagnostic);
    Vec::new()
}

fn typology(document: &mut Document<'_>, root: Section<'_>, axes: &[Axis]) -> TypologySettings {
    let axis = |index: usize| axes.get(index).map_or_else(|| AxisId(String::new()), |axis| axis.id.clone());
    let mut typology = TypologySettings {
        profiles: 4,
        seed: 1,
        draws: 1000,
        horizontal: axis(0),
        vertical: axis(1),
        sensitivity: Vec::new(),
    };
    let Some(section) = document.section(root, "typology") else { return typology };
    document.expect_keys(section, &["profiles", "seed", "draws", "horizontal", "vertical", "sensitivity"]);
    if let Some(profiles) = document.integer(section, "profiles", 2..7) {
        typology.profiles = usize::try_from(profiles).unwrap_or(typology.profiles);
    }
    if let Some(seed) = document.integer(section, "seed", 0..i64::MAX) {
        typology.seed = seed.unsigned_abs();
    }
    if let Some(draws) = document.integer(section, "draws", 0..1_000_001) {
        typology.draws = usize::try_from(draws).unwrap_or(typology.draws);
    }
    let names: Vec<(&str, &AxisId)> = axes.iter().map(|axis| (axis.id.as_str(), &axis.id)).collect();
    if let Some(axis) = document.choice(section, "horizontal", &names) {
        typology.horizontal = axis.clone();
    }
    if let Some(axis) = document.choice(section, "vertical", &names) {
        typology.vertical = axis.clone();
    }
    if typology.horizontal == typology.vertical && axes.len() > 1 {
        let diagnostic =
            document.error(section, "vertical", "settings-same-axis").with("value", &typology.vertical);
        document.push(diagnostic);
    }
    typology.sensitivity = document.choices(section, "sensitivity", &MEASURES).unwrap_or_default();
    typology
}

/// The place on the plane that a table names by the two axes: `complexity = "low"`.
fn quadrant(
    document: &mut Document<'_>,
    section: Section<'_>,
    typology: &TypologySettings,
) -> Option<Quadrant> {
    let levels = [("low", Level::Low), ("high", Level::High)];
    let mut read = |axis: &AxisId| {
        if !section.has(axis.as_str()) {
            document.missing(section, axis.as_str());
        }
        document.choice(section, axis.as_str(), &levels)
    };
    let horizontal = read(&typology.horizontal);
    let vertical = read(&typology.vertical);
    Some(Quadrant { horizontal: horizontal?, vertical: vertical? })
}

fn profiles(
    document: &mut Document<'_>,
    root: Section<'_>,
    typology: &TypologySettings,
) -> Vec<ProfileSettings> {
    let mut profiles: Vec<ProfileSettings> = Vec::new();
    let (horizontal, vertical) = (typology.horizontal.as_str(), typology.vertical.as_str());
    for section in document.sections(root, "profiles") {
        document.expect_keys(section, &[horizontal, vertical, "name", "reason", "portrait"]);
        let Some(quadrant) = quadrant(document, section, typology) else { continue };
        if profiles.iter().any(|known| known.quadrant == quadrant) {
            let diagnostic = document.error(section, horizontal, "settings-profile-twice");
            document.push(diagnostic);
            continue;
        }
        let name = document.titles(section, "name");
        let reason = match name {
            // A name replaces what was computed: the reader is owed the reason.
            Some(_) => document.required_text(section, "reason"),
            None => document.text(section, "reason"),
        };
        let portrait = document.titles(section, "portrait");
        profiles.push(ProfileSettings { quadrant, name, reason: reason.unwrap_or_default(), portrait });
    }
    profiles
}

fn assignments(
    document: &mut Document<'_>,
    root: Section<'_>,
    typology: &TypologySettings,
) -> Vec<Assignment> {
    let mut assignments = Vec::new();
    let (horizontal, vertical) = (typology.horizontal.as_str(), typology.vertical.as_str());
    for section in document.sections(root, "assignments") {
        document.expect_keys(section, &["case", horizontal, vertical, "reason", "coder"]);
        let case = document.required_text(section, "case");
        let quadrant = quadrant(document, section, typology);
        let reason = document.required_text(section, "reason");
        let coder = document.text(section, "coder").map(CoderId);
        if let (Some(case), Some(quadrant), Some(reason)) = (case, quadrant, reason) {
            assignments.push(Assignment { case: TranscriptId(case), quadrant, reason, coder });
        }
    }
    assignments
}

/// Names of coders; an empty one says nothing, and the identifier stands.
fn coders(document: &mut Document<'_>, root: Section<'_>) -> Vec<(CoderId, String)> {
    let pairs = document.pairs(root, "coders");
    pairs
        .into_iter()
        .map(|(id, name)| (CoderId(id), name.trim().to_owned()))
        .filter(|(_, name)| !name.is_empty())
        .collect()
}

fn link(document: &mut Document<'_>, root: Section<'_>) -> Option<LinkSettings> {
    let section = document.section(root, "link")?;
    document.expect_keys(section, &["kind", "margin", "indicators", "by"]);
    let kinds = [LinkKind::OwnScores, LinkKind::Assignment, LinkKind::Groups].map(|kind| (kind.name(), kind));
    let kind = document.choice(section, "kind", &kinds).unwrap_or_default();
    let margin = document.number(section, "margin", 0.0, 1.0).unwrap_or(0.1);
    let mut indicators = Vec::new();
    for section in document.sections(section, "indicators") {
        document.expect_keys(section, &["id", "title", "checklist", "item", "scale"]);
        let Some(id) = document.required_text(section, "id") else { continue };
        let title = document.titles(section, "title").unwrap_or_else(|| Titles::both(id.as_str()));
        let checklist = document.boolean(section, "checklist").unwrap_or(false);
        let item = document.text(section, "item");
        let scale = document.text(section, "scale");
        let source = match (checklist, item, scale) {
            (true, None, None) => IndicatorSource::Checklist,
            (false, Some(item), None) => IndicatorSource::Item(item),
            (false, None, Some(scale)) => IndicatorSource::Scale(scale),
            _ => {
                let diagnostic =
                    document.error(section, "id", "settings-indicator-source").with("value", &id);
                document.push(diagnostic);
                continue;
            }
        };
        indicators.push(LinkIndicator { id, title, source });
    }
    if kind == LinkKind::Assignment && indicators.is_empty() && !has_error(&document.diagnostics) {
        document.missing(section, "indicators");
    }
    let by = document.texts(section, "by").unwrap_or_default();
    Some(LinkSettings { kind, margin, indicators, by })
}

fn weights(document: &mut Document<'_>, root: Section<'_>) -> Option<WeightSettings> {
    let section = document.section(root, "weights")?;
    document.expect_keys(section, &["base", "margins", "least", "most"]);
    let bases = [("families", WeightBase::Families), ("population", WeightBase::Population)];
    let usual = WeightSettings::default();
    Some(WeightSettings {
        base: document.choice(section, "base", &bases).unwrap_or_default(),
        margins: document.texts(section, "margins").unwrap_or_default(),
        least: document.number(section, "least", 0.0, 1.0).unwrap_or(usual.least),
        most: document.number(section, "most", 1.0, 1e6).unwrap_or(usual.most),
    })
}

fn suggestion(document: &mut Document<'_>, root: Section<'_>) -> Option<SuggestionSettings> {
    let section = document.section(root, "suggestion")?;
    document.expect_keys(section, &["precision"]);
    let precision = document.number(section, "precision", 0.01, 1.0)?;
    Some(SuggestionSettings { precision })
}

fn readings(document: &mut Document<'_>, root: Section<'_>, typology: &TypologySettings) -> Vec<Reading> {
    let verdicts = [
        ("confirms", Verdict::Confirms),
        ("extends", Verdict::Extends),
        ("contradicts", Verdict::Contradicts),
    ];
    let mut readings = Vec::new();
    let (horizontal, vertical) = (typology.horizontal.as_str(), typology.vertical.as_str());
    for section in document.sections(root, "readings") {
        document.expect_keys(section, &[horizontal, vertical, "verdict", "text"]);
        let quadrant = quadrant(document, section, typology);
        if !section.has("verdict") {
            document.missing(section, "verdict");
        }
        let verdict = document.choice(section, "verdict", &verdicts);
        let text = document.titles(section, "text").unwrap_or_default();
        if let (Some(quadrant), Some(verdict)) = (quadrant, verdict) {
            readings.push(Reading { quadrant, verdict, text });
        }
    }
    readings
}

fn report(document: &mut Document<'_>, root: Section<'_>) -> ReportSettings {
    let mut report = ReportSettings::default();
    let Some(section) = document.section(root, "report") else { return report };
    document
        .expect_keys(section, &["threshold", "rounding", "sections", "findings", "sources", "populations"]);
    // A threshold of 1 hides nothing: allowed, since the data may be public or invented.
    if let Some(threshold) = document.integer(section, "threshold", 1..1001) {
        report.threshold = threshold.unsigned_abs();
    }
    let sections = ReportSection::ALL.map(|one| (one.name(), one));
    report.sections = document.choices(section, "sections", &sections).unwrap_or_default();
    if let Some(rounding) = document.integer(section, "rounding", 1..101) {
        report.rounding = rounding.unsigned_abs();
    }
    report.findings = document.titles_by_key(section, "findings").into_iter().collect();
    let materials = ["interviews", "questionnaire", "administrative"];
    for (key, target) in [("sources", &mut report.sources), ("populations", &mut report.populations)] {
        if let Some(inner) = document.section(section, key) {
            document.expect_keys(inner, &materials);
        }
        *target = document.titles_by_key(section, key).into_iter().collect();
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reporting::Checklist;

    const BUNDLED: &str = include_str!("../../study.toml");

    fn keys(diagnostics: &[Diagnostic]) -> Vec<String> {
        diagnostics.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_bundled_study_reads_without_a_word() {
        let (settings, diagnostics) = parse("study.toml", BUNDLED);
        assert_eq!(diagnostics, []);
        let settings = settings.expect("no error");
        assert_eq!(settings.axes.len(), 2);
        assert_eq!(settings.typology.horizontal.as_str(), "complexity");
        assert_eq!(settings.typology.profiles, 4);
        assert_eq!(settings.typology.sensitivity.len(), 4);
        assert_eq!(settings.profiles.len(), 4);
        assert_eq!(settings.coders, [("c1".into(), "Hélène".to_owned()), ("c2".into(), "Nadia".to_owned())]);
        assert_eq!(settings.link.map(|link| link.indicators.len()), Some(2));
        assert_eq!(settings.participants.characteristics[1].bands, [30, 40, 50]);
        assert_eq!(settings.readings, []);
        assert_eq!(settings.report.threshold, 5);
    }

    #[test]
    fn an_unknown_key_is_told_with_its_place_and_the_nearest_known() {
        let text = BUNDLED.replace("margin = 0.1", "marigin = 0.1");
        let (settings, diagnostics) = parse("study.toml", &text);
        assert!(settings.is_none());
        let line = text.lines().position(|line| line.starts_with("marigin")).expect("there") + 1;
        assert_eq!(
            keys(&diagnostics),
            [format!(
                "study.toml:{line}:1: error: settings-unknown-key name=\"marigin\" section=\"link\" nearest=\"margin\""
            )]
        );
    }

    #[test]
    fn each_bad_value_is_told_and_none_hides_another() {
        let text = r#"
language = "de"
[typology]
profiles = 40
horizontal = "complexté"
[[axes]]
id = "complexity"
measure = "loudness"
[[axes]]
id = "complexity"
[folders]
output = "../elsewhere"
[report]
threshold = "five"
"#;
        let (settings, diagnostics) = parse("study.toml", text);
        assert!(settings.is_none());
        let found: Vec<(Option<usize>, &str)> =
            diagnostics.iter().map(|one| (one.place.line, one.key.as_ref())).collect();
        assert_eq!(
            found,
            [
                (Some(1), "settings-missing-key"),
                (Some(2), "settings-choice"),
                (Some(4), "settings-range"),
                (Some(5), "settings-choice"),
                (Some(8), "settings-choice"),
                (Some(10), "settings-duplicate"),
                (Some(12), "settings-folder"),
                (Some(14), "settings-wrong-type"),
            ]
        );
    }

    #[test]
    fn a_study_without_profiles_needs_no_axis() {
        let (settings, diagnostics) = parse("study.toml", "title = \"t\"\nlanguage = \"fr\"\n");
        assert!(settings.is_some_and(|settings| settings.axes.is_empty()), "{diagnostics:?}");
        let text = "title = \"t\"\n[[axes]]\nid = \"alone\"\n";
        let (settings, diagnostics) = parse("study.toml", text);
        assert!(settings.is_none());
        assert_eq!(diagnostics.iter().filter(|one| one.key == "settings-two-axes").count(), 1);
    }

    #[test]
    fn a_profile_that_is_renamed_says_why() {
        let text = format!(
            "{}\n",
            BUNDLED.replace(
                "effect = \"high\"\nportrait",
                "effect = \"high\"\nname = \"Les outillés\"\nportrait"
            )
        );
        let (settings, diagnostics) = parse("study.toml", &text);
        assert!(settings.is_none());
        assert!(diagnostics.iter().all(|one| one.key == "settings-missing-key"), "{diagnostics:?}");
        assert_eq!(diagnostics.len(), 2);
    }

    #[test]
    fn sections_and_answers_to_checklists_are_read_and_held_to_their_lists() {
        let with = |sections: &str, key: &str| {
            let text = BUNDLED.replace("threshold = 5", &format!("threshold = 5\nsections = [{sections}]"));
            format!("{text}\n[checklists.coreq]\n{key} = \"par affiche\"\n")
        };
        let (settings, diagnostics) = parse("study.toml", &with("\"profiles\", \"essentials\"", "11"));
        assert_eq!(diagnostics, []);
        let settings = settings.expect("no error");
        assert_eq!(settings.report.sections, [ReportSection::Profiles, ReportSection::Essentials]);
        assert_eq!(settings.checklists[&Checklist::Coreq][&11].fr, "par affiche");
        for (sections, key, told) in [
            ("\"profils\"", "11", "settings-choice"),
            ("", "33", "settings-checklist-item"),
            ("", "0", "settings-checklist-item"),
            ("", "07", "settings-checklist-item"),
            ("", "onze", "settings-checklist-item"),
        ] {
            let (settings, diagnostics) = parse("study.toml", &with(sections, key));
            assert!(settings.is_none(), "{sections} {key}");
            assert_eq!(diagnostics.len(), 1);
            assert_eq!(diagnostics[0].key, told);
            assert!(diagnostics[0].place.line.is_some());
        }
    }

    #[test]
    fn what_is_no_settings_file_is_a_located_error() {
        for (text, line) in [("title = \"cut", 1), ("title = \"a\"\ntitle = \"b\"", 2), ("= = =\n", 1)] {
            let (settings, diagnostics) = parse("study.toml", text);
            assert!(settings.is_none());
            assert_eq!(diagnostics[0].key, "settings-syntax");
            assert_eq!(diagnostics[0].place.line, Some(line), "{text}");
        }
        let (settings, diagnostics) = parse("study.toml", &"x".repeat(10 << 20));
        assert!(settings.is_none());
        assert_eq!(diagnostics[0].key, "settings-too-large");
    }

    #[test]
    fn every_cut_of_the_bundled_file_is_read_without_panic() {
        for end in (0..BUNDLED.len()).filter(|end| BUNDLED.is_char_boundary(*end)).step_by(7) {
            let (settings, diagnostics) = parse("study.toml", &BUNDLED[..end]);
            assert_eq!(settings.is_none(), has_error(&diagnostics));
        }
    }
}

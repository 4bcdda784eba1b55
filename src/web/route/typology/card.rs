//! The card of a profile: codes, quotes, central and doubtful cases, what the team wrote.

use super::change::place;
use super::page::address;
use super::value_tests;
use crate::analysis::profile::CodeTest;
use crate::app::findings::Overview;
use crate::app::typology::quadrant;
use crate::domain::TranscriptId;
use crate::i18n::Format;
use crate::plot::{Class, symbol};
use crate::report::document::Block;
use crate::report::findings::{ProfileFacts, Typology};
use crate::web::behind::Stage;
use crate::web::lexicon::Vocabulary;
use crate::web::page::Page;
use crate::web::page::grid::Grid;
use crate::web::route::door;
use crate::web::route::words::vocabulary;

/// A profile among the others.
pub(super) struct Tab {
    pub(super) address: String,
    pub(super) mark: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) size: usize,
    pub(super) is_current: bool,
}

/// A case that can be opened.
pub(super) struct Case {
    pub(super) id: String,
    pub(super) address: String,
}

/// A code of the card.
pub(super) struct CodeLine {
    pub(super) title: String,
    pub(super) address: String,
    pub(super) theme: usize,
    pub(super) variant: usize,
    pub(super) here: String,
    /// Its passages in the interviews of the profile.
    pub(super) here_at: String,
    pub(super) overall: String,
    /// Its passages in all interviews.
    pub(super) overall_at: String,
    /// Value-test of its intensity.
    pub(super) v: String,
}

/// A quote of the card.
pub(super) struct QuoteLine {
    pub(super) text: String,
    pub(super) language: &'static str,
    pub(super) source: String,
    pub(super) address: String,
    pub(super) about: String,
}

/// The card.
pub(super) struct Card {
    pub(super) label: String,
    pub(super) title: String,
    pub(super) mark: String,
    /// Its place on the axes, when the profile has one of its own and can be named.
    pub(super) place: Option<String>,
    pub(super) computed: String,
    pub(super) name: String,
    pub(super) reason: String,
    pub(super) portrait: String,
    pub(super) members: Vec<Case>,
    pub(super) paragons: Vec<Case>,
    /// None as long as the draws are not known.
    pub(super) boundary: Option<Vec<Case>>,
    /// Codes more intense here, then less, each list under the key of its title.
    pub(super) codes: [(&'static str, Vec<CodeLine>); 2],
    /// Every code and what else is known of the persons, with value-tests and p, written.
    pub(super) tests: String,
    /// What its interviews say more or less than the others; none as long as it is not known.
    pub(super) vocabulary: Option<String>,
    /// Quotes, then those that speak against the profile.
    pub(super) quotes: [(&'static str, Vec<QuoteLine>); 2],
}

/// Lists the profiles.
pub(super) fn tabs(overview: &Overview, rank: usize, case: Option<&str>) -> Vec<Tab> {
    let Some(typology) = &overview.findings.typology else { return Vec::new() };
    let people = &overview.findings.people;
    typology
        .profiles
        .iter()
        .enumerate()
        .map(|(at, profile)| Tab {
            address: address(Some(&profile.name), case),
            mark: symbol(Class::nth(at), 14.0),
            label: profile.name.clone(),
            title: profile.title.clone(),
            size: people.iter().filter(|person| person.profile == Some(at)).count(),
            is_current: at == rank,
        })
        .collect()
}

/// Gathers the card of the profile of a rank, for the page that stands at `here`; `said` is what is known
/// of the words.
pub(super) fn card(
    page: &Page,
    overview: &Overview,
    rank: usize,
    said: Option<&Stage<Vocabulary>>,
    here: &str,
) -> Option<Card> {
    let outcome = overview.outcome.as_ref()?;
    let typology = overview.findings.typology.as_ref()?;
    let profile = typology.profiles.get(rank)?;
    let group = outcome.typology.groups.get(rank)?;
    let described = outcome.described.iter().find(|one| one.number == group.number);
    let settings = &overview.material.settings;
    // Two profiles in one place cannot be told apart by it.
    let own = quadrant(group).filter(|own| {
        outcome.typology.groups.iter().filter(|other| quadrant(other) == Some(*own)).count() == 1
    });
    let declared = settings.profiles.iter().find(|one| Some(one.quadrant) == own);
    let language = page.catalog().language();
    let text = |titles: Option<&crate::domain::settings::Titles>| {
        titles.map(|titles| titles.get(language).to_owned()).unwrap_or_default()
    };
    let case = |id: &str| Case { id: id.to_owned(), address: address(Some(&profile.name), Some(id)) };
    let lines = |tests: &mut dyn Iterator<Item = &CodeTest>, most: usize| -> Vec<CodeLine> {
        tests.take(most).filter_map(|test| code_line(page, overview, test, &group.cases)).collect()
    };
    let quotes = |counter: bool| quotes(page, overview, profile, counter);
    let words = page.catalog();
    let told = |blocks: Vec<Block>| door::written(blocks, &overview.findings, words, here);
    let sheets = overview.sheets(language);
    let sheet =
        sheets.and_then(|all| Some((all, all.profiles.iter().find(|one| one.label == profile.name)?)));
    let grid = Grid::of(page);
    Some(Card {
        tests: sheet
            .map_or_else(String::new, |(all, own)| told(value_tests::tables(grid, overview, all, own))),
        vocabulary: match said {
            Some(Stage::Known(found)) => {
                Some(told(vocabulary::of_profile(grid, overview, found, &profile.name)))
            }
            Some(Stage::Failed(error)) => Some(told(vec![Block::Paragraph(error.message(words).into())])),
            Some(Stage::UnderWay(_)) | None => None,
        },
        label: profile.name.clone(),
        title: profile.title.clone(),
        mark: symbol(Class::nth(rank), 18.0),
        place: own.map(place),
        computed: computed(page, typology, profile),
        name: text(declared.and_then(|one| one.name.as_ref())),
        reason: declared.map(|one| one.reason.clone()).unwrap_or_default(),
        portrait: text(declared.and_then(|one| one.portrait.as_ref())),
        members: group.cases.iter().map(|id| case(id.as_str())).collect(),
        paragons: described
            .map(|one| one.paragon.iter().map(|id| case(id.as_str())).collect())
            .unwrap_or_default(),
        boundary: overview
            .is_drawn
            .then(|| described.map(|one| one.boundary.iter().map(|id| case(id.as_str())).collect()))
            .flatten(),
        codes: [
            ("board-typical", described.map(|one| lines(&mut one.typical(), 6)).unwrap_or_default()),
            ("board-atypical", described.map(|one| lines(&mut one.atypical(), 4)).unwrap_or_default()),
        ],
        quotes: [("board-quotes", quotes(false)), ("board-counter", quotes(true))],
    })
}

/// The place of a profile in words, whatever it is called.
fn computed(page: &Page, typology: &Typology, profile: &ProfileFacts) -> String {
    let [first, second, ..] = typology.axes.as_slice() else { return String::new() };
    let side = |is_high: bool| if is_high { "yes" } else { "no" };
    let lower = crate::i18n::format::words::lowercase(&second.title);
    page.catalog().text(
        "report-profile-title",
        &[
            ("first", first.title.as_str().into()),
            ("firsthigh", side(profile.is_high.0).into()),
            ("second", lower.into()),
            ("secondhigh", side(profile.is_high.1).into()),
        ],
    )
}

fn code_line(page: &Page, overview: &Overview, test: &CodeTest, cases: &[TranscriptId]) -> Option<CodeLine> {
    let format = Format::new(page.catalog().language());
    let themes = overview.material.codebook.themes.iter().enumerate();
    let (theme, variant, code) = themes
        .flat_map(|(theme, group)| group.codes.iter().enumerate().map(move |(at, code)| (theme, at, code)))
        .find(|(_, _, code)| code.id == test.code)?;
    Some(CodeLine {
        title: format.spaced(&code.title),
        address: door::code(code.id.as_str()),
        theme,
        variant,
        here: format.decimal(test.mean, 1),
        here_at: door::passages(&code.id, cases),
        overall: format.decimal(test.overall, 1),
        overall_at: door::passages(&code.id, &[]),
        v: test.v.map_or_else(|_| String::new(), |v| format.signed(v, 1)),
    })
}

fn quotes(page: &Page, overview: &Overview, profile: &ProfileFacts, counter: bool) -> Vec<QuoteLine> {
    let findings = &overview.findings;
    let format = Format::new(page.catalog().language());
    let spoken = findings.study.spoken;
    profile
        .quotes
        .iter()
        .filter(|quote| quote.is_counterexample == counter)
        .filter_map(|quote| {
            let person = findings.people.get(quote.person)?;
            let code = findings.codes.get(quote.code).map(|code| code.title.clone()).unwrap_or_default();
            let about: Vec<&str> = [person.description.as_str(), person.event.as_str(), code.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            let turn = i64::try_from(quote.turn).unwrap_or(i64::MAX);
            let arguments = [("case", person.id.as_str().into()), ("turn", turn.to_string().into())];
            Some(QuoteLine {
                text: format.verbatim(&quote.text, spoken),
                language: spoken.code(),
                source: page.catalog().text("board-source", &arguments),
                address: door::turn(&person.id, quote.turn),
                about: format.spaced(&about.join(", ")),
            })
        })
        .collect()
}

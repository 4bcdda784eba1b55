//! `administrative.toml`: how the administrative files are read, into a [`Definition`].

use super::document::{Document, Section};
use super::questionnaire::characteristics;
use crate::domain::casework::{
    Definition, InterventionsDefinition, Objective, Offer, Outcome, PopulationDefinition, PopulationVariable,
    RecipientsDefinition,
};
use crate::domain::day::{Day, DayFormat};
use crate::domain::diagnostic::{Diagnostic, has_error};
use crate::domain::nearest::nearest;
use crate::domain::settings::Titles;

/// Reads `administrative.toml`; the definition is `None` exactly when a diagnostic is an error.
pub fn parse(path: &str, text: &str) -> (Option<Definition>, Vec<Diagnostic>) {
    let mut document = Document::new(path, text);
    let definition =
        document.parse().and_then(|table| read(&mut document, Section::root(&table, "administrative.toml")));
    let diagnostics = document.finish();
    (definition.filter(|_| !has_error(&diagnostics)), diagnostics)
}

fn read(document: &mut Document<'_>, root: Section<'_>) -> Option<Definition> {
    document.expect_keys(root, &["interventions", "recipients", "population", "offers", "objectives"]);
    let offers = offers(document, root);
    let objectives = objectives(document, root, &offers);
    let recipients = recipients(document, root);
    let population = population(document, root);
    if !root.has("interventions") {
        document.missing(root, "interventions");
    }
    let section = document.section(root, "interventions")?;
    let interventions = interventions(document, section)?;
    Some(Definition { interventions, recipients, population, offers, objectives })
}

fn interventions(document: &mut Document<'_>, section: Section<'_>) -> Option<InterventionsDefinition> {
    document.expect_keys(
        section,
        &["file", "sheet", "dates", "extraction", "period", "unit", "columns", "events", "outcomes"],
    );
    let file = document.required_text(section, "file");
    let dates = document.choice(section, "dates", &DayFormat::NAMES).unwrap_or_default();
    if !section.has("extraction") {
        document.missing(section, "extraction");
    }
    let extraction = document.day(section, "extraction");
    let period = period(document, section);
    let unit = document.titles(section, "unit").unwrap_or_default();
    let mut events = document.titles_by_key(section, "events");
    let order = document.section(section, "events").map(Section::keys).unwrap_or_default();
    events.sort_by_key(|(event, _)| order.iter().position(|key| key == event));
    let outcomes = outcomes(document, section);
    if !section.has("columns") {
        document.missing(section, "columns");
    }
    let columns = document.section(section, "columns")?;
    document.expect_keys(columns, &["family", "event", "outcome", "offer", "contact", "opening", "closing"]);
    let mut required = |key| document.required_text(columns, key);
    let (family, event, offer) = (required("family"), required("event"), required("offer"));
    let (opening, closing) = (required("opening"), required("closing"));
    Some(InterventionsDefinition {
        sheet: document.text(section, "sheet"),
        outcome: document.text(columns, "outcome"),
        contact: document.text(columns, "contact"),
        file: file?,
        dates,
        extraction: extraction?,
        period,
        unit,
        family: family?,
        event: event?,
        events,
        outcomes,
        offer: offer?,
        opening: opening?,
        closing: closing?,
    })
}

fn period(document: &mut Document<'_>, section: Section<'_>) -> Option<(Day, Day)> {
    let period = document.section(section, "period")?;
    document.expect_keys(period, &["first", "last"]);
    for key in ["first", "last"] {
        if !period.has(key) {
            document.missing(period, key);
        }
    }
    let (first, last) = (document.day(period, "first"), document.day(period, "last"));
    let (first, last) = (first?, last?);
    if first > last {
        let diagnostic = document.error(period, "last", "settings-period");
        document.push(diagnostic);
    }
    Some((first, last))
}

fn outcomes(document: &mut Document<'_>, section: Section<'_>) -> Vec<(String, Outcome)> {
    let allowed =
        [("accepted", Outcome::Accepted), ("refused", Outcome::Refused), ("no-answer", Outcome::NoAnswer)];
    let Some(inner) = document.section(section, "outcomes") else { return Vec::new() };
    let mut outcomes = Vec::new();
    for text in inner.keys() {
        let outcome = document.choice(inner, text, &allowed);
        outcomes.extend(outcome.map(|outcome| (text.to_owned(), outcome)));
    }
    outcomes
}

fn offers(document: &mut Document<'_>, root: Section<'_>) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for section in document.sections(root, "offers") {
        document.expect_keys(section, &["id", "values", "title"]);
        let Some(id) = document.required_text(section, "id") else { continue };
        let values = document.texts(section, "values").unwrap_or_else(|| vec![id.clone()]);
        let known = |value: &&String| offers.iter().any(|one| one.values.contains(value));
        let twice = values.iter().find(known).or_else(|| offers.iter().find(|one| one.id == id).map(|_| &id));
        if let Some(value) = twice {
            let diagnostic = document.error(section, "id", "settings-duplicate").with("value", value);
            document.push(diagnostic);
            continue;
        }
        let title = document.titles(section, "title").unwrap_or_else(|| Titles::both(id.as_str()));
        offers.push(Offer { id, values, title });
    }
    if offers.is_empty() && !root.has("offers") {
        document.missing(root, "offers");
    }
    offers
}

fn objectives(document: &mut Document<'_>, root: Section<'_>, offers: &[Offer]) -> Vec<Objective> {
    let mut objectives: Vec<Objective> = Vec::new();
    for section in document.sections(root, "objectives") {
        document.expect_keys(section, &["offer", "event", "rate", "days", "source"]);
        let Some(offer) = document.required_text(section, "offer") else { continue };
        if !offers.iter().any(|one| one.id == offer) {
            let near = nearest(&offer, offers.iter().map(|one| one.id.as_str())).unwrap_or("empty");
            let diagnostic = document.error(section, "offer", "settings-unknown-name");
            document.push(diagnostic.with("value", &offer).with("nearest", near));
            continue;
        }
        let event = document.text(section, "event");
        if objectives.iter().any(|one| one.offer == offer && one.event == event) {
            let diagnostic = document.error(section, "offer", "settings-duplicate").with("value", &offer);
            document.push(diagnostic);
            continue;
        }
        let rate = document.number(section, "rate", 0.0, 1.0);
        let days = document.integer(section, "days", 0..36_526).and_then(|days| u32::try_from(days).ok());
        let source = document.titles(section, "source").unwrap_or_default();
        objectives.push(Objective { offer, event, rate, days, source });
    }
    objectives
}

fn recipients(document: &mut Document<'_>, root: Section<'_>) -> Option<RecipientsDefinition> {
    let section = document.section(root, "recipients")?;
    document.expect_keys(section, &["file", "sheet", "family", "characteristics"]);
    let file = document.required_text(section, "file");
    let family = document.required_text(section, "family");
    let characteristics = characteristics(document, section, "characteristics");
    let sheet = document.text(section, "sheet");
    Some(RecipientsDefinition { file: file?, sheet, family: family?, characteristics })
}

fn population(document: &mut Document<'_>, root: Section<'_>) -> Option<PopulationDefinition> {
    let section = document.section(root, "population")?;
    document.expect_keys(section, &["file", "sheet", "variable", "modality", "count", "variables", "source"]);
    let mut required = |key| document.required_text(section, key);
    let (file, variable) = (required("file"), required("variable"));
    let (modality, count) = (required("modality"), required("count"));
    let mut variables = Vec::new();
    for section in document.sections(section, "variables") {
        document.expect_keys(section, &["variable", "id", "title", "modalities"]);
        let Some(variable) = document.required_text(section, "variable") else { continue };
        variables.push(PopulationVariable {
            id: document.text(section, "id"),
            title: document.titles(section, "title").unwrap_or_else(|| Titles::both(variable.as_str())),
            modalities: document.pairs(section, "modalities"),
            variable,
        });
    }
    let source = document.titles(section, "source").unwrap_or_default();
    Some(PopulationDefinition {
        file: file?,
        sheet: document.text(section, "sheet"),
        variable: variable?,
        modality: modality?,
        count: count?,
        variables,
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUNDLED: &str = include_str!("../../administrative/administrative.toml");

    #[test]
    fn the_bundled_mapping_reads_without_a_word() {
        let (definition, diagnostics) = parse("administrative/administrative.toml", BUNDLED);
        assert_eq!(diagnostics, []);
        let definition = definition.expect("no error");
        assert_eq!(definition.interventions.extraction.to_string(), "2023-06-30");
        assert_eq!(definition.interventions.events.len(), 5);
        assert_eq!(
            definition.offer("AS").map(|(at, offer)| (at, offer.id.as_str())),
            Some((1, "accompagnement"))
        );
        assert_eq!(
            definition.objective("accompagnement", Some("séparation")).and_then(|one| one.days),
            Some(300)
        );
        assert!(definition.objective("autre", None).is_none());
    }

    #[test]
    fn each_slip_is_told() {
        let text = BUNDLED
            .replace("offer = \"accompagnement\"\nrate", "offer = \"acompagnement\"\nrate")
            .replace("extraction = 2023-06-30", "extraction = 2023")
            .replace("famille\" # ", "famille\"")
            .replace("opening = ", "openning = ");
        let (definition, diagnostics) = parse("a.toml", &text);
        assert!(definition.is_none());
        let told: Vec<&str> = diagnostics.iter().map(|one| one.key.as_ref()).collect();
        assert_eq!(
            told,
            ["settings-wrong-type", "settings-missing-key", "settings-unknown-key", "settings-unknown-name"]
        );
    }

    #[test]
    fn every_cut_of_the_bundled_file_is_read_without_panic() {
        for end in (0..BUNDLED.len()).filter(|end| BUNDLED.is_char_boundary(*end)).step_by(11) {
            let (definition, diagnostics) = parse("a.toml", &BUNDLED[..end]);
            assert_eq!(definition.is_none(), has_error(&diagnostics));
        }
    }
}

//! The grouping, its profiles and their quotes, in the order of the figures.

use super::codes::Texts;
use crate::analysis::profile::Profile;
use crate::analysis::profile::v_test::{LISTED, NOTABLE};
use crate::analysis::quote_choice::{ChosenQuote, QuoteRule};
use crate::analysis::typology::{self as analysis, AxisTable, Method};
use crate::app::material::Material;
use crate::app::typology::{TypologyOutcome, quadrant};
use crate::domain::settings::{Level, Measure};
use crate::i18n::Catalog;
use crate::report::findings::{
    AxisFacts, CodeFacts, Doubt, MergeFacts, MethodRow, Placement, ProfileFacts, QuoteFacts, TurnFacts,
    TypicalCode, Typology,
};
use crate::text::Span;

/// What the typology's part of the report is made from.
pub(super) struct Source<'a> {
    pub(super) material: &'a Material,
    pub(super) outcome: &'a TypologyOutcome,
    pub(super) profiles: &'a [Profile],
    pub(super) quotes: &'a [ChosenQuote],
    pub(super) rule: &'a QuoteRule,
    pub(super) codes: &'a [CodeFacts],
    pub(super) texts: &'a Texts<'a>,
    pub(super) catalog: &'a Catalog,
}

impl Source<'_> {
    fn typology(&self) -> &analysis::Typology {
        &self.outcome.typology
    }

    /// Puts everything in the order of the persons.
    pub(super) fn facts(&self) -> Typology {
        let typology = self.typology();
        let order: Vec<usize> = typology.order.iter().filter_map(|case| typology.index(case)).collect();
        let structure = &typology.structure;
        let in_order = |labels: &[Option<usize>]| {
            order.iter().map(|&case| labels.get(case).copied().flatten()).collect()
        };
        let mut rank = vec![0; order.len()];
        for (place, &case) in order.iter().enumerate() {
            rank[case] = place;
        }
        let leaves = order.len();
        let node = |node: usize| if node < leaves { rank[node] } else { node };
        let ward = typology.methods.iter().find(|moves| moves.method == Method::Ward);
        Typology {
            axes: typology.axes.iter().map(|axis| self.axis(axis)).collect(),
            profiles: (0..typology.groups.len()).map(|index| self.profile(index)).collect(),
            places: order.iter().map(|&case| self.place(case)).collect(),
            partitions: structure.optimum.as_ref().map(|optimum| optimum.partitions),
            solutions: structure.optimum.as_ref().map(|optimum| optimum.solutions),
            runner_up: structure.runner_up_ratio.ok().map(|ratio| ratio - 1.0),
            null_p: structure.gaussian_null.as_ref().ok().map(|test| test.p),
            null_draws: structure.gaussian_null.as_ref().map_or(0, |test| test.draws),
            coder_draws: typology.coder_draws,
            firm_share: typology.settings.boundary,
            methods: self.methods(&order),
            left_out: order
                .iter()
                .map(|&case| (typology.membership[case].stays, typology.membership[case].removals))
                .collect(),
            merges: typology.tree.as_ref().map_or_else(Vec::new, |tree| {
                let merge = |merge: &crate::analysis::typology::hierarchical::Merge| MergeFacts {
                    left: node(merge.left),
                    right: node(merge.right),
                    height: merge.height,
                };
                tree.merges.iter().map(merge).collect()
            }),
            ward: ward.map_or_else(Vec::new, |moves| in_order(&moves.labels)),
            cophenetic: typology.cophenetic.ok(),
            notable: NOTABLE,
            quote_words: (self.rule.least_words, self.rule.most_words),
            quotes_per_interview: self.rule.per_interview,
            word_rule: None,
            trials: None,
        }
    }

    fn axis(&self, table: &AxisTable) -> AxisFacts {
        let language = self.catalog.language();
        let declared = self.material.settings.axes.iter().find(|axis| axis.id == table.definition.id);
        AxisFacts {
            title: declared
                .map_or_else(|| table.definition.id.0.clone(), |axis| axis.title.get(language).to_owned()),
            range: self.range(table),
            codes: table.definition.codes.len(),
            mean: table.mean.unwrap_or(0.0),
            deviation: table.deviation.unwrap_or(0.0),
        }
    }

    /// Returns the least and greatest value the axis can take; none for counts, which have no end.
    fn range(&self, table: &AxisTable) -> Option<(f64, f64)> {
        let measure = self.typology().settings.axes.iter().find(|(axis, _)| *axis == table.definition.id);
        let most = match measure.map(|(_, measure)| *measure)? {
            Measure::Intensity | Measure::MeanIntensity => 3.0,
            Measure::Presence => 1.0,
            Measure::Coverage | Measure::Segments | Measure::Rate => return None,
        };
        let weights = || table.definition.codes.iter().map(|(_, weight)| *weight);
        let total: f64 = weights().map(f64::abs).sum();
        let up: f64 = weights().filter(|weight| *weight > 0.0).sum();
        (total > 0.0).then(|| (most * (up - total) / total, most * up / total))
    }

    fn place(&self, case: usize) -> Placement {
        let typology = self.typology();
        let membership = &typology.membership[case];
        let pair = |value: &dyn Fn(&AxisTable) -> Option<f64>| {
            let mut axes = typology.axes.iter().map(value);
            Some((axes.next().flatten()?, axes.next().flatten()?))
        };
        let shares = membership.coder_shares.as_deref().unwrap_or_default();
        let away = shares.iter().enumerate().filter(|(profile, _)| profile + 1 != membership.profile);
        let away = away.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)));
        Placement {
            at: pair(&|axis| axis.rows[case].pooled.map(|value| value.value)).unwrap_or_default(),
            coders: (0..typology.coders.len())
                .filter_map(|coder| {
                    pair(&|axis| {
                        axis.rows[case].by_coder.get(coder).copied().flatten().map(|value| value.value)
                    })
                })
                .collect(),
            kept: membership.kept.ok(),
            doubt: away.filter(|_| membership.boundary).map(|(to, share)| Doubt { to, share: *share }),
            silhouette: membership.silhouette.ok(),
            neighbour: membership.neighbour.ok().and_then(|number| number.checked_sub(1)),
        }
    }

    fn methods(&self, order: &[usize]) -> Vec<MethodRow> {
        let typology = self.typology();
        typology
            .methods
            .iter()
            .filter_map(|moves| {
                let (key, number, is_reading) = match &moves.method {
                    Method::Ward => ("ward", None, true),
                    Method::Quadrants => ("quadrants", None, true),
                    Method::Coder { coder } => (
                        "coder",
                        typology.coders.iter().position(|known| known == coder).map(|at| at + 1),
                        true,
                    ),
                    Method::Measure { measure } => match measure {
                        Measure::Presence => ("presence", None, false),
                        Measure::Segments => ("volume", None, false),
                        Measure::Rate => ("rate", None, false),
                        Measure::Coverage => ("share", None, false),
                        Measure::MeanIntensity => ("mean-intensity", None, false),
                        Measure::Intensity => ("intensity", None, false),
                    },
                    Method::Researcher => ("researcher", None, false),
                    Method::Components => ("components", None, false),
                    Method::Exact
                    | Method::KMeans
                    | Method::Scaling { .. }
                    | Method::ConsolidatedComponents
                    | Method::Correspondence
                    | Method::Jaccard
                    | Method::QuadrantsZero
                    | Method::Mixture { .. } => return None,
                };
                Some(MethodRow {
                    key: key.to_owned(),
                    number,
                    profiles: order.iter().map(|&case| moves.labels.get(case).copied().flatten()).collect(),
                    ari: moves.ari.ok(),
                    is_reading,
                })
            })
            .collect()
    }

    fn profile(&self, index: usize) -> ProfileFacts {
        let language = self.catalog.language();
        let typology = self.typology();
        let group = &typology.groups[index];
        let named = &self.outcome.profiles[index];
        let described = self.profiles.iter().find(|profile| profile.number == group.number);
        let place = quadrant(group);
        let settings = &self.material.settings;
        let declared = settings.profiles.iter().find(|profile| Some(profile.quadrant) == place);
        let reading = settings.readings.iter().find(|reading| Some(reading.quadrant) == place);
        let high = |axis: usize| group.levels.get(axis).is_some_and(|level| *level == Level::High);
        let person =
            |case: &crate::domain::TranscriptId| typology.order.iter().position(|known| known == case);
        ProfileFacts {
            name: named.label.clone(),
            title: named.name.clone(),
            short: lowered(&named.name),
            name_reason: named.reason.clone(),
            placed: self
                .outcome
                .assignments
                .iter()
                .filter(|one| one.computed == named.label)
                .filter_map(|one| {
                    let person = typology.order.iter().position(|case| case.as_str() == one.case)?;
                    Some((person, one.assigned.clone(), one.reason.clone()))
                })
                .collect(),
            is_high: (high(0), high(1)),
            portrait: declared
                .and_then(|one| one.portrait.as_ref())
                .map(|text| text.get(language).to_owned()),
            centre: (
                group.centre.first().copied().flatten().unwrap_or(0.0),
                group.centre.get(1).copied().flatten().unwrap_or(0.0),
            ),
            more: described.map_or_else(Vec::new, |one| self.typical(one.typical(), LISTED.0)),
            less: described.map_or_else(Vec::new, |one| self.typical(one.atypical(), LISTED.1)),
            paragon: described.and_then(|one| one.paragon.first()).and_then(person),
            words: None,
            quotes: self.quotes_of(group.number),
            reading: reading.map(|reading| (reading.verdict, reading.text.get(language).to_owned())),
        }
    }

    fn typical<'b>(
        &self,
        tests: impl Iterator<Item = &'b crate::analysis::profile::CodeTest>,
        most: usize,
    ) -> Vec<TypicalCode> {
        tests
            .filter_map(|test| {
                let code = self.codes.iter().position(|code| code.id == test.code.0)?;
                Some(TypicalCode { code, test_value: test.v.ok()? })
            })
            .take(most)
            .collect()
    }

    fn quotes_of(&self, profile: usize) -> Vec<QuoteFacts> {
        let typology = self.typology();
        self.quotes
            .iter()
            .filter(|quote| quote.profile == profile)
            .filter_map(|quote| {
                let extract = &quote.extract;
                let index = self.texts.get(&extract.transcript)?;
                let mut words = one_line(index.slice(extract.span));
                if quote.cut_before {
                    words.insert_str(0, "[…] ");
                }
                if quote.cut_after {
                    words.push_str(" […]");
                }
                Some(QuoteFacts {
                    person: typology.order.iter().position(|case| *case == extract.transcript)?,
                    turn: extract.turns.0 as usize,
                    text: words,
                    code: self.codes.iter().position(|code| code.id == extract.code.0)?,
                    intensity: extract.intensity,
                    is_counterexample: quote.counter_example,
                })
            })
            .collect()
    }

    /// Cuts the quoted turns into the pieces quoted and the pieces between.
    pub(super) fn turns(&self) -> Vec<TurnFacts> {
        let mut turns: Vec<TurnFacts> = Vec::new();
        for quote in self.quotes {
            let extract = &quote.extract;
            let Some(transcript) = self.material.transcripts.iter().find(|one| one.id == extract.transcript)
            else {
                continue;
            };
            let Some(index) = self.texts.get(&extract.transcript) else { continue };
            for turn in &transcript.version.turns {
                let told = |known: &TurnFacts| {
                    known.case == extract.transcript.0 && known.turn == turn.number as usize
                };
                if turn.number < extract.turns.0 || turn.number > extract.turns.1 || turns.iter().any(told) {
                    continue;
                }
                let quoted: Vec<Span> = self
                    .quotes
                    .iter()
                    .filter(|one| one.extract.transcript == extract.transcript)
                    .filter_map(|one| one.extract.span.intersection(turn.speech))
                    .collect();
                let pieces = pieces(turn.speech, quoted);
                turns.push(TurnFacts {
                    case: extract.transcript.0.clone(),
                    turn: turn.number as usize,
                    pieces: pieces
                        .into_iter()
                        .map(|(span, is_quoted)| (index.slice(span).to_owned(), is_quoted))
                        .collect(),
                });
            }
        }
        turns
    }
}

/// Cuts a stretch at the bounds of the spans in it; tells which pieces they are.
fn pieces(whole: Span, spans: Vec<Span>) -> Vec<(Span, bool)> {
    let mut pieces = Vec::new();
    let mut at = whole.start.0;
    for span in crate::text::span::unite(spans) {
        if span.start.0 > at {
            pieces.push((Span::new(at, span.start.0), false));
        }
        pieces.push((span, true));
        at = span.end.0;
    }
    if whole.end.0 > at {
        pieces.push((Span::new(at, whole.end.0), false));
    }
    pieces
}

/// Writes a title as it stands inside a drawing, without its capital.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_cut_into_quoted_and_other_pieces() {
        let cut = pieces(Span::new(10, 30), vec![Span::new(10, 12), Span::new(20, 25)]);
        let expected = [((10, 12), true), ((12, 20), false), ((20, 25), true), ((25, 30), false)]
            .map(|((a, b), is)| (Span::new(a, b), is));
        assert_eq!(cut, expected);
    }
}

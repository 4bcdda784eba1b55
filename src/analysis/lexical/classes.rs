//! The classes of a corpus, from words to what distinguishes each class.

use serde::{Serialize, Serializer};

use super::characteristic::{CharacteristicTerm, characteristic_terms, typical_segments};
use super::corpus::Corpus;
use super::double::{Double, cross};
use super::segment::{LEAST_OCCURRENCES, Segment, cut, tabulate};
use super::table::SegmentTable;
use super::tree::{Tree, TreeSettings, classify};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::progress::Progress;

/// Typical segments told of each class.
const TYPICAL: usize = 3;

/// What a classification of a corpus is asked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// The classification.
    pub tree: TreeSettings,
    /// Words of a segment, about.
    pub segment: usize,
    /// Words of a segment of the second classification; none: there is one only.
    pub double: Option<usize>,
    /// Occurrences that a word needs.
    pub least_occurrences: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { tree: TreeSettings::of(6), segment: 40, double: None, least_occurrences: LEAST_OCCURRENCES }
    }
}

/// A class and what distinguishes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Class {
    /// From 1.
    pub number: usize,
    /// Its segments.
    pub segments: usize,
    /// Interviews with a segment in it.
    pub interviews: usize,
    /// Its terms, by falling χ²; negative ones are those it has less.
    pub terms: Vec<CharacteristicTerm>,
    /// Its most typical segments, each with the sum of χ² of its terms.
    pub typical: Vec<(usize, f64)>,
}

/// Segments of one size, classified.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Classified {
    /// The segments, by interview and place.
    #[serde(skip)]
    pub segments: Vec<Segment>,
    /// Their terms.
    #[serde(skip)]
    pub table: SegmentTable,
    /// The corpus' entry of each term.
    #[serde(skip)]
    pub terms: Vec<u32>,
    /// The tree.
    pub tree: Tree,
}

/// The classes of a corpus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Classes {
    /// The segments and their tree.
    pub first: Classified,
    /// The second tree, on segments of another size.
    pub second: Option<Classified>,
    /// What both agree about.
    #[serde(serialize_with = "serialize_optional")]
    pub double: Option<Defined<Double>>,
    /// The class of each segment of the first tree, from 1: the double classification's where there is
    /// one, else the tree's.
    #[serde(skip)]
    pub class_of: Vec<Option<usize>>,
    /// The classes.
    pub classes: Vec<Class>,
}

/// Writes nothing as `null`, else the value or its reason, as [`undefined::serialize`] does.
///
/// # Errors
/// Those of the serializer.
pub fn serialize_optional<T: Serialize, S: Serializer>(
    value: &Option<Defined<T>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        None => serializer.serialize_none(),
        Some(value) => undefined::serialize(value, serializer),
    }
}

impl Classes {
    /// The share of the segments that are in a class.
    pub fn classified_share(&self) -> f64 {
        let classified = self.class_of.iter().flatten().count();
        classified as f64 / self.class_of.len().max(1) as f64
    }

    /// The interview of each segment, by position.
    pub fn interview_of(&self) -> Vec<usize> {
        self.first.segments.iter().map(|segment| segment.interview).collect()
    }
}

/// Cuts a corpus into segments and classifies them.
///
/// # Errors
/// Those of [`classify`]: no words, no term said often enough, all segments equal, too few.
pub fn classify_corpus(corpus: &Corpus, settings: &Settings, progress: &dyn Progress) -> Defined<Classes> {
    progress.begin("lexical-classes", 1 + u64::from(settings.double.is_some()));
    let found = classes(corpus, settings, progress);
    progress.end();
    found
}

fn classes(corpus: &Corpus, settings: &Settings, progress: &dyn Progress) -> Defined<Classes> {
    let classified = |words: usize| -> Defined<Classified> {
        let segments = cut(corpus, words);
        let (table, terms) = tabulate(corpus, &segments, settings.least_occurrences);
        let tree = classify(&table, &settings.tree)?;
        progress.advance(1);
        Ok(Classified { segments, table, terms, tree })
    };
    let first = classified(settings.segment)?;
    let (second, double) = match settings.double {
        None => (None, None),
        Some(words) => match classified(words) {
            Err(reason) => (None, Some(Err(reason))),
            Ok(second) => {
                let crossed = cross_sizes(&first, &second, settings);
                (Some(second), Some(crossed))
            }
        },
    };
    let (class_of, count) = match &double {
        Some(Ok(double)) => (double.class_of.clone(), double.classes.len()),
        _ => (first.tree.class_of.clone(), first.tree.classes),
    };
    let interview_of: Vec<usize> = first.segments.iter().map(|segment| segment.interview).collect();
    let terms = characteristic_terms(&first.table, &class_of, &interview_of, count);
    let typical = typical_segments(&first.table, &class_of, &terms, TYPICAL);
    let classes = (1..).zip(terms).zip(typical).map(|((number, terms), typical)| {
        let own = || (0..class_of.len()).filter(|segment| class_of[*segment] == Some(number));
        let mut interviews: Vec<usize> = own().map(|segment| interview_of[segment]).collect();
        interviews.dedup();
        Class { number, segments: own().count(), interviews: interviews.len(), terms, typical }
    });
    let classes = classes.collect();
    Ok(Classes { first, second, double, class_of, classes })
}

fn cross_sizes(first: &Classified, second: &Classified, settings: &Settings) -> Defined<Double> {
    let in_second = holders(&first.segments, &second.segments)?;
    cross(&first.tree, &second.tree, &in_second, settings.tree.classes, settings.tree.least_cut)
}

/// For each segment of one size, the segment of the other that holds most of its words; the first of two.
fn holders(of: &[Segment], among: &[Segment]) -> Defined<Vec<usize>> {
    let mut from = 0;
    of.iter()
        .map(|segment| {
            let before = |other: &Segment| {
                (other.interview, other.words.end) <= (segment.interview, segment.words.start)
            };
            while from < among.len() && before(&among[from]) {
                from += 1;
            }
            let mut best = None;
            for (at, other) in among.iter().enumerate().skip(from) {
                if other.interview != segment.interview || other.words.start >= segment.words.end {
                    break;
                }
                let shared =
                    other.words.end.min(segment.words.end) - other.words.start.max(segment.words.start);
                if best.is_none_or(|(most, _)| shared > most) {
                    best = Some((shared, at));
                }
            }
            best.map(|(_, at)| at).ok_or(Undefined::LengthMismatch)
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::lexical::corpus::tests::corpus;
    use crate::progress::Silent;
    use proptest::prelude::*;

    const SUBJECTS: [[&str; 6]; 3] = [
        ["dossier", "caisse", "allocation", "formulaire", "courrier", "guichet"],
        ["logement", "loyer", "appartement", "bailleur", "quartier", "chauffage"],
        ["enfant", "crèche", "école", "père", "famille", "vacances"],
    ];

    /// An interview of sentences, each about one subject.
    fn interview(seed: usize, sentences: usize) -> String {
        let word = |subject: usize, i: usize| SUBJECTS[subject][(i * 7 + seed) % 6];
        (0..sentences)
            .map(|i| {
                let subject = (i + seed) % 3;
                let words: Vec<&str> = (0..8).map(|j| word(subject, i + j)).collect();
                format!("Le {} et la chose. ", words.join(" de "))
            })
            .collect()
    }

    fn settings(classes: usize, double: Option<usize>) -> Settings {
        Settings { tree: TreeSettings::of(classes), segment: 12, double, least_occurrences: 3 }
    }

    #[test]
    fn subjects_are_found_and_told() {
        let texts: Vec<String> = (0..4).map(|seed| interview(seed, 30)).collect();
        let named: Vec<(&str, &str)> =
            ["E1", "E2", "E3", "E4"].into_iter().zip(texts.iter().map(String::as_str)).collect();
        let corpus = corpus(&named);
        let found = classify_corpus(&corpus, &settings(3, Some(24)), &Silent).unwrap();
        assert_eq!(found.classes.len(), 3);
        assert!(found.double.as_ref().unwrap().is_ok());
        for class in &found.classes {
            let words: Vec<&str> = class
                .terms
                .iter()
                .filter(|term| term.chi2 > 0.0)
                .take(4)
                .map(|term| corpus.entries[found.first.terms[term.term as usize] as usize].label.as_str())
                .collect();
            let home = SUBJECTS.iter().position(|subject| subject.contains(&words[0])).unwrap();
            assert!(words.iter().all(|word| SUBJECTS[home].contains(word)), "{words:?}");
            assert_eq!(class.interviews, 4);
        }
        assert!(found.classified_share() > 0.7);
    }

    #[test]
    fn a_corpus_that_cannot_be_classified_says_why() {
        let tell = |texts: &[(&str, &str)]| {
            classify_corpus(&corpus(texts), &settings(3, None), &Silent).unwrap_err()
        };
        assert_eq!(tell(&[("E1", "")]), Undefined::NoObservations);
        assert_eq!(tell(&[]), Undefined::NoObservations);
        assert_eq!(tell(&[("E1", "Oui. Non. Voilà.")]), Undefined::NoObservations);
        let same = "Le dossier de la caisse et le courrier du guichet, oui voilà. ".repeat(20);
        assert_eq!(tell(&[("E1", &same), ("E2", &same)]), Undefined::ConstantValues);
        let one = interview(1, 40);
        let alone = classify_corpus(&corpus(&[("E1", &one)]), &settings(3, None), &Silent).unwrap();
        assert_eq!(alone.classes.len(), 3, "one interview has classes");
        assert!(alone.classes.iter().all(|class| class.interviews == 1));
        let many = classify_corpus(&corpus(&[("E1", &one)]), &settings(500, None), &Silent).unwrap();
        assert!(many.first.tree.stopped.is_some());
    }

    #[test]
    fn segments_of_two_sizes_are_brought_together() {
        let segment = |interview, words| Segment { interview, words };
        let of = [segment(0, 0..10), segment(0, 10..20), segment(1, 0..5)];
        let among = [segment(0, 0..12), segment(0, 12..20), segment(1, 0..5)];
        assert_eq!(holders(&of, &among), Ok(vec![0, 1, 2]));
        assert_eq!(holders(&of, &among[..1]), Err(Undefined::LengthMismatch));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn the_order_of_the_interviews_changes_nothing(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
            let texts: Vec<(String, String)> = (0..6).map(|i| (format!("E{i}"), interview(i * 5 + 1, 12))).collect();
            let named = |order: &[usize]| corpus(&order.iter().map(|i| (texts[*i].0.as_str(), texts[*i].1.as_str())).collect::<Vec<_>>());
            let straight = classify_corpus(&named(&[0, 1, 2, 3, 4, 5]), &settings(4, Some(20)), &Silent);
            prop_assert_eq!(straight, classify_corpus(&named(&order), &settings(4, Some(20)), &Silent));
        }
    }
}

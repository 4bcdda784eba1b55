//! The methods, each with its page in `docs/methods/`, and which figure rests on which.
//!
//! The pages are part of the program: the report holds them as an annex, so that a figure leads to
//! its method without a network.

use crate::text::Language;

/// Where a section stands in every page, in the order of their headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the method answers, in a sentence, then in plain words.
    Question,
    /// The formula.
    Formula,
    /// What it supposes.
    Assumptions,
    /// What twelve cases do to it.
    Twelve,
    /// Which command, figure and page show it.
    Where,
    /// Where other programs give other figures.
    Others,
    /// Full citations.
    Source,
}

macro_rules! methods {
    ($($(#[$about:meta])* $name:ident = $page:literal),* $(,)?) => {
        /// A method with a page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Method {
            $($(#[$about])* $name),*
        }

        impl Method {
            /// All of them, in the order of the annex.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the name of its page, without `.md`; its anchor is `method-<name>`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $page),* }
            }

            /// Returns its page in Markdown.
            pub fn page(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$name, Language::Fr) => include_str!(concat!("../../docs/methods/fr/", $page, ".md")),
                        (Self::$name, Language::En) => include_str!(concat!("../../docs/methods/en/", $page, ".md")),
                    )*
                }
            }
        }
    };
}

methods! {
    /// Places on declared dimensions.
    Axes = "axes",
    /// The partition with the least spread.
    Kmeans = "kmeans",
    /// Groups, or slices of a continuum.
    Separation = "separation",
    /// Each case against the next profile.
    Silhouette = "silhouette",
    /// What holds when something changes.
    Stability = "stability",
    /// Other ways of grouping.
    Triangulation = "triangulation",
    /// What distinguishes a profile.
    Profiles = "profiles",
    /// Words of a profile.
    Specificities = "specificities",
    /// Which extracts are quoted.
    Quotes = "quotes",
    /// Coders on units.
    Agreement = "agreement",
    /// Coders on a continuum.
    Unitizing = "unitizing",
    /// Coders by alignment.
    Gamma = "gamma",
    /// Scores and their reliability.
    Scales = "scales",
    /// Profiles and respondents.
    Link = "link",
    /// Two nominal variables.
    Crosstabs = "crosstabs",
    /// Scores between groups.
    Ranks = "ranks",
    /// Rates with their bounds.
    Intervals = "intervals",
    /// Families of tests.
    Multiplicity = "multiplicity",
    /// How long, some still running.
    Durations = "durations",
    /// Respondents made like the population.
    Weights = "weights",
    /// Respondents beside the population.
    Representativeness = "representativeness",
    /// Counts that are hidden.
    Disclosure = "disclosure",
    /// Codes that meet.
    Cooccurrence = "cooccurrence",
    /// Codes still to come.
    Saturation = "saturation",
    /// Lexical worlds.
    Reinert = "reinert",
    /// Codes proposed.
    Suggestions = "suggestions",
}

impl Method {
    /// Lists the methods that a figure or table of the report or of the workbench rests on, by its name.
    pub fn behind(name: &str) -> &'static [Self] {
        match name {
            "sample" => &[Self::Representativeness],
            "heatmap" => &[Self::Axes],
            "cooccurrence" => &[Self::Cooccurrence],
            "accumulation" => &[Self::Saturation],
            "agreement" => &[Self::Agreement],
            "plane" => &[Self::Axes, Self::Kmeans, Self::Separation],
            "dendrogram" => &[Self::Triangulation],
            "silhouette" => &[Self::Silhouette],
            "moves" => &[Self::Stability, Self::Triangulation],
            "trials" => &[Self::Stability],
            "scores" => &[Self::Scales, Self::Ranks, Self::Multiplicity],
            "ratings" | "objectives" => &[Self::Intervals],
            "items" | "rates" | "concerned" => &[Self::Intervals, Self::Disclosure],
            "practices" => &[Self::Crosstabs, Self::Disclosure],
            "assignment" => &[Self::Link, Self::Crosstabs, Self::Disclosure],
            "joint" => &[Self::Link, Self::Profiles, Self::Quotes],
            "weighted" => &[Self::Weights, Self::Scales],
            "durations" => &[Self::Durations],
            // The workbench's own.
            "coders" | "coder-reading" => &[Self::Agreement],
            "matrix-transcripts" | "case-standing" => &[Self::Axes],
            "matrix-codes" => &[Self::Cooccurrence],
            "matrix-attribute" => &[Self::Crosstabs],
            "assignments" => &[Self::Stability, Self::Triangulation],
            "card" => &[Self::Profiles, Self::Quotes],
            "card-codes" | "card-attributes" => &[Self::Profiles],
            _ if name.starts_with("vocabulary-") => &[Self::Specificities],
            "reliability" | "case-scores" => &[Self::Scales],
            "weights" | "weights-near" | "weights-scores" | "weights-crosstabs" => &[Self::Weights],
            "trial-optimum" => &[Self::Kmeans],
            "trial-nulls" | "trial-numbers" => &[Self::Separation],
            "trial-cases" => &[Self::Silhouette, Self::Stability],
            "trial-memberships" | "trial-bootstrap" | "trial-consensus" | "trial-codes" => &[Self::Stability],
            "trial-checks" | "trial-pairs" => &[Self::Triangulation],
            "classes" | "classes-profiles" => &[Self::Reinert],
            "suggestions" => &[Self::Suggestions],
            _ => &[],
        }
    }

    /// Finds the method whose page has this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|method| method.name() == name)
    }

    /// Returns where its page stands in the report.
    pub fn anchor(self) -> String {
        format!("method-{}", self.name())
    }

    /// Returns the title of its page.
    pub fn title(self, language: Language) -> &'static str {
        self.page(language).lines().next().unwrap_or_default().trim_start_matches("# ")
    }

    /// Returns a section of its page, heading and text, both without blanks round them.
    pub fn section(self, part: Part, language: Language) -> (&'static str, &'static str) {
        let section = self.page(language).split("\n## ").nth(part as usize + 1).unwrap_or_default();
        let (heading, text) = section.split_once('\n').unwrap_or((section, ""));
        (heading.trim(), text.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_the_same_sections_in_its_language() {
        for language in [Language::Fr, Language::En] {
            let headings = |method: Method| -> Vec<&str> {
                method.page(language).lines().filter(|line| line.starts_with('#')).skip(1).collect()
            };
            for method in Method::ALL {
                assert_eq!(headings(*method), headings(Method::Axes), "{}", method.name());
                assert_eq!(headings(*method).len(), 7, "{}", method.name());
                assert!(!method.title(language).is_empty());
                for part in
                    [Part::Question, Part::Assumptions, Part::Twelve, Part::Where, Part::Others, Part::Source]
                {
                    assert!(method.section(part, language).1.len() > 20, "{} {part:?}", method.name());
                }
                assert!(method.page(language).lines().count() <= 150, "{}", method.name());
            }
        }
    }

    #[test]
    fn french_pages_are_set_as_french() {
        for method in Method::ALL {
            for line in method.page(Language::Fr).lines().filter(|line| !line.contains('`')) {
                let is_wrong =
                    [" ;", " :", " !", " ?", " »", "« ", "'"].iter().any(|marks| line.contains(marks));
                assert!(!is_wrong, "{}: {line}", method.name());
            }
        }
    }
}

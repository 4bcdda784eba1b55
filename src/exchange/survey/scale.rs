//! Ordered answers that questionnaires use everywhere, in both languages.

use std::collections::BTreeSet;

use crate::text::fold::fold;

/// Answers in their order, folded; several spellings of one rank are parted by a bar.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ordered {
    /// Name of the map of texts.
    pub(super) name: &'static str,
    ranks: &'static [&'static str],
}

impl Ordered {
    /// Returns the rank of an answer, from 1.
    pub(super) fn rank(&self, answer: &str) -> Option<usize> {
        let answer = fold(answer.trim());
        self.ranks.iter().position(|rank| rank.split('|').any(|one| one == answer)).map(|at| at + 1)
    }

    /// Counts the ranks.
    pub(super) fn most(&self) -> usize {
        self.ranks.len()
    }
}

const ALL: &[Ordered] = &[
    Ordered {
        name: "accord",
        ranks: &[
            "pas du tout d'accord|pas d'accord du tout|strongly disagree",
            "plutot pas d'accord|pas d'accord|somewhat disagree|disagree",
            "ni d'accord ni pas d'accord|ni d'accord, ni pas d'accord|sans opinion|neither agree nor disagree|neutral",
            "plutot d'accord|d'accord|somewhat agree|agree",
            "tout a fait d'accord|strongly agree",
        ],
    },
    Ordered {
        name: "satisfaction",
        ranks: &[
            "pas du tout satisfait|pas du tout satisfait(e)|very dissatisfied",
            "plutot pas satisfait|plutot pas satisfait(e)|peu satisfait|somewhat dissatisfied|dissatisfied",
            "ni satisfait ni insatisfait|neither satisfied nor dissatisfied",
            "plutot satisfait|plutot satisfait(e)|satisfait|somewhat satisfied|satisfied",
            "tout a fait satisfait|tout a fait satisfait(e)|tres satisfait|tres satisfait(e)|very satisfied",
        ],
    },
    Ordered {
        name: "frequence",
        ranks: &[
            "jamais|never",
            "rarement|rarely|once a year or less",
            "parfois|de temps en temps|quelquefois|sometimes",
            "souvent|often",
            "toujours|tres souvent|always",
        ],
    },
    Ordered {
        name: "importance",
        ranks: &[
            "pas du tout|not at all",
            "un peu|peu|a little",
            "moyennement|somewhat",
            "beaucoup|a lot",
            "enormement|very much",
        ],
    },
];

/// Finds the order in which all answers have a rank; two at least must differ.
pub(super) fn of(values: &BTreeSet<&str>) -> Option<&'static Ordered> {
    let fits = |ordered: &&Ordered| values.len() >= 2 && values.iter().all(|one| ordered.rank(one).is_some());
    ALL.iter().find(fits)
}

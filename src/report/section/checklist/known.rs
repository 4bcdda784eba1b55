//! What the study tells of each item. An item that asks more than the study can tell stays open beside
//! what is told: only the team knows who they are, how persons were found, or why.

use crate::domain::reporting::Checklist;
use crate::report::document::Phrase;
use crate::report::section::checklist::saying::Saying;

/// What is known of an item.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Sentences, each with its figures.
    pub(super) said: Vec<Phrase>,
    /// They answer all that the item asks.
    pub(super) is_whole: bool,
}

impl Known {
    /// What answers the item, if there is any.
    fn whole(said: impl IntoIterator<Item = Option<Phrase>>) -> Self {
        let said: Vec<Phrase> = said.into_iter().flatten().collect();
        Self { is_whole: !said.is_empty(), said }
    }

    /// What helps to answer it.
    fn part(said: impl IntoIterator<Item = Option<Phrase>>) -> Self {
        Self { said: said.into_iter().flatten().collect(), is_whole: false }
    }
}

/// Tells what the study says of an item.
pub(super) fn known(saying: &Saying<'_>, checklist: Checklist, item: u8) -> Known {
    match checklist {
        Checklist::Coreq => coreq(saying, item),
        Checklist::Srqr => srqr(saying, item),
    }
}

fn coreq(say: &Saying<'_>, item: u8) -> Known {
    match item {
        1 => Known::part([say.interviewers()]),
        9 => Known::part([say.approach()]),
        12 => Known::whole([say.sample()]),
        15 => Known::part([say.respondents()]),
        16 => Known::whole([say.characteristics(), say.dates()]),
        17 => Known::part([say.guide()]),
        18 => Known::part([say.repeated()]),
        19 => Known::part([say.times()]),
        20 => Known::part([say.memos()]),
        21 => Known::part([say.last_times()]),
        22 => Known::whole([say.saturation()]),
        23 => Known::part([say.corrections()]),
        24 => Known::whole([say.coders(), say.agreement()]),
        25 => Known::whole([say.codebook()]),
        26 => Known::part([say.derivation()]),
        27 => Known::whole([say.software()]),
        29 => Known::whole([say.quotes()]),
        30 => Known::part([say.registers()]),
        31 => Known::whole([say.themes(), say.profiles()]),
        32 => Known::whole([say.rare_codes(), say.counterexamples()]),
        _ => Known::default(),
    }
}

fn srqr(say: &Saying<'_>, item: u8) -> Known {
    match item {
        1 => Known::part([say.title()]),
        4 => Known::whole([say.question()]),
        5 => Known::part([say.approach()]),
        6 => Known::part([say.interviewers()]),
        8 => Known::part([say.sample(), say.saturation()]),
        9 => Known::part([say.secrecy()]),
        10 => Known::part([say.dates(), say.questionnaire(), say.casework()]),
        11 => Known::part([say.guide(), say.scales(), say.times()]),
        12 => Known::whole([say.sample(), say.characteristics()]),
        13 => Known::part([say.versions(), say.software()]),
        14 => Known::part([say.coders(), say.codebook(), say.derivation(), say.approach()]),
        15 => Known::whole([say.agreement(), say.other_methods(), say.trail()]),
        16 => Known::whole([say.themes(), say.profiles()]),
        17 => Known::whole([say.quotes(), say.registers()]),
        19 => Known::whole([say.limits()]),
        _ => Known::default(),
    }
}

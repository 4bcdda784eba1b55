//! The questionnaire as it may be published.

use super::counts::AnswerCounts;
use super::crosstab::Crosstab;
use super::level::Level;
use crate::analysis::disclosure::{ProtectedList, Published};
use crate::report::findings::{
    BothMeans, ItemFacts, Practice as PracticeFacts, QuartileFacts, Questionnaire, RatingFacts, ScaleFacts,
    WeightedFacts, WeightedScaleFacts,
};

/// A scale.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Scale {
    /// The facts, without what is protected here.
    pub(in crate::report) facts: ScaleFacts,
    /// Respondents with a score.
    pub(in crate::report) n: Published,
    /// Median of all respondents.
    pub(in crate::report) median: Option<f64>,
    /// Counts of scores in equal bins.
    pub(in crate::report) bins: ProtectedList,
    /// Quartiles of the respondents near each profile, where they are enough.
    pub(in crate::report) near: Vec<Option<QuartileFacts>>,
}

/// An item.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Item {
    /// The facts, without their counts.
    pub(in crate::report) facts: ItemFacts,
    /// Answers from 1 to 5.
    pub(in crate::report) counts: ProtectedList,
    /// Respondents who were not asked.
    pub(in crate::report) not_asked: Published,
}

impl Item {
    /// Share of an answer, from 0 to 1.
    pub(in crate::report) fn share(&self, step: usize) -> Level {
        let Some(cell) = self.counts.cells.get(step) else { return Level::Absent };
        self.part(cell.count())
    }

    /// Share of 4 and 5; absent without five steps or answers.
    pub(in crate::report) fn favourable(&self) -> Level {
        if self.counts.cells.len() == 5 { self.part(self.counts.sum(3..5)) } else { Level::Absent }
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of respondents stay far under 2^53")]
    fn part(&self, count: Option<u64>) -> Level {
        match (self.counts.total.count(), count) {
            (Some(0), _) => Level::Absent,
            (Some(total), Some(count)) => Level::Told(count as f64 / total as f64),
            _ => Level::Hidden,
        }
    }
}

/// The items of a scale.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Items {
    /// « Projet – degré d’accord ».
    pub(in crate::report) title: String,
    /// Short name, in notes.
    pub(in crate::report) short_title: String,
    /// Cronbach's α; hidden when it may rest on few.
    pub(in crate::report) alpha: Level,
    /// The items.
    pub(in crate::report) items: Vec<Item>,
}

/// An item that stands alone.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Rating {
    /// « Satisfaction (0 à 10) ».
    pub(in crate::report) title: String,
    /// Answers.
    pub(in crate::report) n: Published,
    /// Least and greatest value that can be answered.
    pub(in crate::report) range: (f64, f64),
    /// First quartile, median, third quartile.
    pub(in crate::report) quartiles: [Level; 3],
    /// Mean.
    pub(in crate::report) mean: Level,
    /// Share of the two greatest values, in percent.
    pub(in crate::report) favourable: Level,
    /// Respondents who were not asked.
    pub(in crate::report) not_asked: Published,
}

/// A practice before and after.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Practice {
    /// « Vacances ».
    pub(in crate::report) title: String,
    /// Both, stopped, started, neither.
    pub(in crate::report) counts: ProtectedList,
    /// Those who start less those who stop, in points of all.
    pub(in crate::report) net: Level,
    /// Exact p of `McNemar`: a function of those who start and those who stop.
    pub(in crate::report) p: Level,
    /// Respondents who were not asked for one of the moments.
    pub(in crate::report) not_asked: Published,
}

/// A mean as it is and weighted, each with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::report) struct Means {
    /// Respondents.
    pub(in crate::report) n: Published,
    /// As it is.
    pub(in crate::report) unweighted: (Level, Level),
    /// Weighted.
    pub(in crate::report) weighted: (Level, Level),
}

/// A scale as it is and weighted.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct WeightedScale {
    /// « Bien-être ».
    pub(in crate::report) title: String,
    /// It went into the assignment.
    pub(in crate::report) served: bool,
    /// All respondents.
    pub(in crate::report) all: Option<Means>,
    /// Respondents near each profile; empty for a scale that went into the assignment.
    pub(in crate::report) near: Vec<Option<Means>>,
}

/// The scores brought to known margins.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Weighted {
    /// Whose margins.
    pub(in crate::report) base: String,
    /// Names of the margins.
    pub(in crate::report) margins: Vec<String>,
    /// Respondents with a weight.
    pub(in crate::report) weighted: Published,
    /// Kish's design effect.
    pub(in crate::report) deff: f64,
    /// Kish's effective size.
    pub(in crate::report) effective: f64,
    /// Weights trimmed.
    pub(in crate::report) trimmed: usize,
    /// Bounds of the weights, as multiples of their mean.
    pub(in crate::report) bounds: (f64, f64),
    /// Why there are no weights, if so.
    pub(in crate::report) refused: Option<String>,
    /// Scale by scale.
    pub(in crate::report) scales: Vec<WeightedScale>,
}

/// The questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Survey {
    /// Respondents.
    pub(in crate::report) respondents: usize,
    /// Respondents that are persons interviewed.
    pub(in crate::report) interviewed: usize,
    /// Ways to share the persons out.
    pub(in crate::report) arrangements: Option<u64>,
    /// Scales.
    pub(in crate::report) scales: Vec<Scale>,
    /// Respondents near each profile.
    pub(in crate::report) crosstab: Option<Crosstab>,
    /// Scores brought to known margins.
    pub(in crate::report) weighted: Option<Weighted>,
    /// Items by scale.
    pub(in crate::report) items: Vec<Items>,
    /// Items that belong to no scale.
    pub(in crate::report) ratings: Vec<Rating>,
    /// Practices before and after.
    pub(in crate::report) practices: Vec<Practice>,
    /// Their p are adjusted each alone, since Holm's would tell of a hidden one.
    pub(in crate::report) is_bonferroni: bool,
}

impl Survey {
    /// Takes the counts as all tables together decided.
    pub(super) fn of(questionnaire: &Questionnaire, counts: AnswerCounts, threshold: u64) -> Self {
        let crosstab = questionnaire
            .assignment
            .as_ref()
            .zip(counts.crosstab)
            .map(|(facts, table)| Crosstab::of(facts, table, counts.near_any));
        let weighted = questionnaire.weighted.as_ref();
        let tests = questionnaire.practices.iter().filter(|one| one.p.is_some()).count();
        let practices: Vec<Practice> = questionnaire
            .practices
            .iter()
            .zip(counts.practices)
            .map(|(facts, counts)| practice(facts, counts))
            .collect();
        Self {
            weighted: weighted.map(|facts| weigh(facts, counts.weighted, counts.means)),
            respondents: questionnaire.respondents,
            interviewed: questionnaire.interviewed,
            arrangements: questionnaire.arrangements,
            scales: questionnaire
                .scales
                .iter()
                .zip(counts.bins)
                .map(|(facts, bins)| scale(facts, bins, crosstab.as_ref(), threshold))
                .collect(),
            crosstab,
            items: questionnaire
                .items
                .iter()
                .zip(counts.items)
                .map(|(scale, counts)| {
                    // Complete answers are no more than those of the item that has fewest.
                    let least = scale.items.iter().map(|item| item.counts.iter().sum::<u64>()).min();
                    Items {
                        title: scale.title.clone(),
                        short_title: scale.short_title.clone(),
                        alpha: Level::of(scale.alpha, least.is_some_and(|n| n < threshold)),
                        items: items(&scale.items, counts),
                    }
                })
                .collect(),
            ratings: questionnaire
                .ratings
                .iter()
                .zip(counts.ratings)
                .map(|(facts, (parts, not_asked))| rating(facts, parts, not_asked))
                .collect(),
            is_bonferroni: practices.iter().any(|one| one.p == Level::Hidden),
            practices: unlinked(practices, &questionnaire.practices, tests),
        }
    }
}

/// Holm's p of one practice may be that of another, hidden: where one is, each shown p is multiplied by
/// the number of tests instead, which depends on nothing else.
fn unlinked(mut practices: Vec<Practice>, facts: &[PracticeFacts], tests: usize) -> Vec<Practice> {
    if practices.iter().any(|one| one.p == Level::Hidden) {
        for (practice, facts) in practices.iter_mut().zip(facts) {
            if let Level::Told(_) = practice.p {
                #[allow(clippy::cast_precision_loss, reason = "a handful of tests")]
                let p = facts.p_alone.map(|p| (p * tests as f64).min(1.0));
                practice.p = match p {
                    Some(p) => Level::Told(p),
                    None => Level::Hidden,
                };
            }
        }
    }
    practices
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn scale(facts: &ScaleFacts, bins: ProtectedList, crosstab: Option<&Crosstab>, threshold: u64) -> Scale {
    let n = bins.total;
    let is_near = |profile: usize| crosstab.is_none_or(|crosstab| !crosstab.near(profile).is_hidden());
    let near = facts.near.iter().enumerate();
    Scale {
        n,
        median: facts.median.filter(|_| !n.is_hidden()),
        near: near
            .map(|(profile, near)| near.filter(|near| wide(near.n) >= threshold && is_near(profile)))
            .collect(),
        bins,
        facts: ScaleFacts { n: 0, median: None, bins: Vec::new(), near: Vec::new(), ..facts.clone() },
    }
}

/// Items by falling share of favourable answers; those whose share is hidden come last, since their rank
/// would tell between which two it lies.
fn items(facts: &[ItemFacts], counts: Vec<(ProtectedList, Published)>) -> Vec<Item> {
    let mut items: Vec<Item> = facts
        .iter()
        .zip(counts)
        .map(|(facts, (counts, not_asked))| Item {
            counts,
            not_asked,
            facts: ItemFacts { counts: Vec::new(), not_asked: 0, ..facts.clone() },
        })
        .collect();
    let is_hidden = |item: &Item| item.favourable() == Level::Hidden;
    items.sort_by(|one, other| {
        let both = is_hidden(one) && is_hidden(other);
        is_hidden(one)
            .cmp(&is_hidden(other))
            .then_with(|| if both { one.facts.id.cmp(&other.facts.id) } else { std::cmp::Ordering::Equal })
    });
    items
}

#[allow(clippy::cast_precision_loss, reason = "counts of respondents stay far under 2^53")]
fn percent(part: Published, whole: Published) -> Level {
    match (part.count(), whole.count()) {
        (_, Some(0)) => Level::Absent,
        (Some(part), Some(whole)) => Level::Told(100.0 * part as f64 / whole as f64),
        _ => Level::Hidden,
    }
}

fn rating(facts: &RatingFacts, parts: ProtectedList, not_asked: Published) -> Rating {
    let is_hidden = parts.total.is_hidden();
    let quartile =
        |pick: fn(&(f64, f64, f64)) -> f64| Level::of(facts.quartiles.as_ref().map(pick), is_hidden);
    let favourable = parts.cells.first().copied().unwrap_or(Published::Complement);
    Rating {
        title: facts.title.clone(),
        n: parts.total,
        range: facts.range,
        quartiles: [quartile(|at| at.0), quartile(|at| at.1), quartile(|at| at.2)],
        mean: Level::of(facts.mean, is_hidden),
        favourable: percent(favourable, parts.total),
        not_asked,
    }
}

/// Hides the means of few respondents, and those of respondents whose number is hidden.
fn weigh(facts: &WeightedFacts, weighted: Published, counts: Vec<(Published, Vec<Published>)>) -> Weighted {
    let means = |both: &BothMeans, n: Published| {
        let told = |(mean, error): (f64, f64)| {
            (Level::of(Some(mean), n.is_hidden()), Level::of(Some(error), n.is_hidden()))
        };
        Means { n, unweighted: told(both.unweighted), weighted: told(both.weighted) }
    };
    let scale = |(scale, (all, near)): (&WeightedScaleFacts, &(Published, Vec<Published>))| WeightedScale {
        title: scale.title.clone(),
        served: scale.served_assignment,
        all: scale.all.as_ref().map(|both| means(both, *all)),
        near: if scale.served_assignment {
            Vec::new()
        } else {
            let near = scale.near.iter().zip(near);
            near.map(|(both, n)| both.as_ref().map(|both| means(both, *n))).collect()
        },
    };
    Weighted {
        base: facts.base.clone(),
        margins: facts.margins.clone(),
        weighted,
        deff: facts.deff,
        effective: facts.effective,
        trimmed: facts.trimmed,
        bounds: facts.bounds,
        refused: facts.refused.clone(),
        scales: facts.scales.iter().zip(&counts).map(scale).collect(),
    }
}

fn practice(facts: &PracticeFacts, (counts, not_asked): (ProtectedList, Published)) -> Practice {
    let is_hidden = counts.total.is_hidden()
        || counts.cells.get(1..3).is_none_or(|changed| changed.iter().any(|cell| cell.is_hidden()));
    let is_answered = facts.both + facts.stopped + facts.started + facts.neither > 0;
    let part = |place: usize| counts.cells.get(place).copied().unwrap_or(Published::Complement);
    // From the counts as they are shown, rounded or not.
    let net = match (percent(part(2), counts.total), percent(part(1), counts.total)) {
        (Level::Told(started), Level::Told(stopped)) => Some(started - stopped),
        _ => is_answered.then_some(0.0),
    };
    Practice {
        title: facts.title.clone(),
        net: Level::of(net, is_hidden),
        p: Level::of(facts.p, is_hidden),
        not_asked,
        counts,
    }
}

//! Precision and recall of one code on interviews that were held out, the threshold chosen without them.
//!
//! One interview is held out after the other. The threshold used on it is chosen on the others, of
//! which each is held out in its turn: the sentences that choose a threshold were scored by a model
//! that saw neither their interview nor the one that the threshold is for. Nothing of a held-out
//! interview's codings comes into what is said of it.
//!
//! Every search begins at what was learned with the interview held out, which spares most of its steps;
//! it ends where the least loss of the others is, to [`FLAT`](super::search::FLAT), wherever it began.
//!
//! Source: Stone (1974) and Varma and Simon (2006), cross-validation within cross-validation.

use super::feature::Design;
use super::logistic::{Learned, Task};
use super::sentence::Carried;
use super::threshold::{best, choose};
use crate::progress::Progress;

/// Groups of interviews held out at most; below it each interview is one.
pub const FOLDS: usize = 20;

/// What was learned of one code, and how well it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// By fold: learned without it, and the threshold chosen without it.
    pub folds: Vec<(Learned, Option<f64>)>,
    /// Learned from all, with its threshold: for interviews that nobody coded.
    pub whole: (Learned, Option<f64>),
    /// Held-out sentences that would be proposed.
    pub proposed: u64,
    /// Those of them that carry the code.
    pub right: u64,
    /// Sentences that carry it.
    pub carriers: u64,
    /// Whether a threshold chosen in hindsight, on the held-out scores themselves, would have reached
    /// the precision; if not, none is chosen, and nothing was proposed.
    pub is_within_reach: bool,
}

/// Which interviews are held out together: those of one place in the list, interviews that nobody
/// coded in none.
pub fn folds(read: &[bool]) -> Vec<Option<usize>> {
    let many = read.iter().filter(|read| **read).count().clamp(1, FOLDS);
    let mut next = 0;
    let deal = |read: &bool| {
        read.then(|| {
            next += 1;
            (next - 1) % many
        })
    };
    read.iter().map(deal).collect()
}

/// Learns a code and measures it; none when it was stopped. Sentences that carry it by an accepted
/// suggestion alone are learned from and not measured: nobody looked for the code where none was proposed.
pub fn attempt(
    design: &Design,
    carried: &[Carried],
    folds: &[Option<usize>],
    precision: f64,
    progress: &dyn Progress,
) -> Option<Trial> {
    let carries: Vec<bool> = carried.iter().map(|one| one.by_hand || one.accepted).collect();
    let many = folds.iter().flatten().max().map_or(0, |last| last + 1);
    let without = |out: &[usize], near: Option<Learned>| Task {
        takes: folds.iter().map(|fold| fold.is_some_and(|fold| !out.contains(&fold))).collect(),
        near,
    };
    let stop = || progress.is_stopped();
    let sentences: Vec<Vec<usize>> = (0..many).map(|fold| sentences(design, carried, folds, fold)).collect();
    let scored = |model: &Learned, fold: usize| -> Vec<(f64, bool)> {
        let score = |one: &usize| Some((model.score(design, *one)?, carries[*one]));
        sentences[fold].iter().filter_map(score).collect()
    };
    let mut whole = None;
    Learned::each(design, &carries, [without(&[], None)], stop, |_, model| whole = Some(model))?;
    let whole = whole?;
    let mut models: Vec<Option<Learned>> = vec![None; many];
    let tasks = (0..many).map(|fold| without(&[fold], Some(whole.clone())));
    Learned::each(design, &carries, tasks, stop, |fold, model| models[fold] = Some(model))?;
    let models: Vec<Learned> = models.into_iter().collect::<Option<_>>()?;
    let outer: Vec<Vec<(f64, bool)>> =
        models.iter().zip(0..).map(|(model, fold)| scored(model, fold)).collect();
    let carriers = sentences.iter().flatten().map(|one| u64::from(carries[*one])).sum();
    // Most codes of a small study end here, and the nine tenths of the work that follow are spared.
    if best(outer.concat()).is_none_or(|best| best < precision) {
        let folds = models.into_iter().map(|model| (model, None)).collect();
        return Some(Trial {
            folds,
            whole: (whole, None),
            proposed: 0,
            right: 0,
            carriers,
            is_within_reach: false,
        });
    }
    // Learned without two, each of them serves the threshold of the other.
    let mut inner: Vec<Vec<(f64, bool)>> = vec![Vec::new(); many];
    let pairs: Vec<(usize, usize)> =
        (0..many).flat_map(|one| (one + 1..many).map(move |other| (one, other))).collect();
    let tasks = pairs.iter().map(|(one, other)| {
        let near = Learned::without_both(&models[*one], &models[*other], &whole);
        without(&[*one, *other], Some(near))
    });
    Learned::each(design, &carries, tasks, stop, |pair, model| {
        let (one, other) = pairs[pair];
        inner[one].extend(scored(&model, other));
        inner[other].extend(scored(&model, one));
    })?;
    let thresholds: Vec<Option<f64>> = inner.into_iter().map(|inner| choose(inner, precision)).collect();
    let (mut proposed, mut right) = (0, 0);
    for (held_out, threshold) in outer.iter().zip(&thresholds) {
        for (_, carries) in
            held_out.iter().filter(|(score, _)| threshold.is_some_and(|least| *score >= least))
        {
            proposed += 1;
            right += u64::from(*carries);
        }
    }
    Some(Trial {
        folds: models.into_iter().zip(thresholds).collect(),
        whole: (whole, choose(outer.concat(), precision)),
        proposed,
        right,
        carriers,
        is_within_reach: true,
    })
}

/// The sentences of a fold that are measured.
fn sentences(design: &Design, carried: &[Carried], folds: &[Option<usize>], fold: usize) -> Vec<usize> {
    let of_fold = (0..folds.len()).filter(|one| folds[*one] == Some(fold));
    let is_measured = |one: &usize| carried[*one].by_hand || !carried[*one].accepted;
    of_fold.flat_map(|one| design.interviews[one].clone()).filter(is_measured).collect()
}

//! Agreement over interviews: code by code, by groups of codes, and over all.
//!
//! A group (a theme, or all codes) pools its codes: the unit is then a unit of text and a code.

use serde::Serialize;

use super::by_code::{CodeAgreement, ENOUGH_INTERVIEWS, agree};
use super::pattern::{Patterns, patterns};
use super::unit::{Layout, Rule};
use super::unitizing::{Unitizing, interval};
use crate::analysis::statistics::bootstrap::{Interval, Plan};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::text::Span;

/// One interview as its coders left it.
#[derive(Clone, Debug)]
pub struct Coded {
    /// Its units.
    pub layout: Layout,
    /// Who judged it, by coder; the others' values are missing.
    pub judged: Vec<bool>,
    /// Code, coder and place of each passage, in any order; places in scalar values of the text.
    pub passages: Vec<(usize, usize, Span)>,
}

/// Agreement by code, by group, and over all codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// By code.
    pub codes: Vec<Defined<CodeAgreement>>,
    /// By group.
    pub groups: Vec<Defined<CodeAgreement>>,
    /// Over all codes.
    pub overall: Defined<CodeAgreement>,
}

/// Measures the agreement on the units of the interviews; `groups` names the codes of each group.
///
/// # Errors
/// Inside, those of [`agree`].
pub fn measure(
    interviews: &[Coded],
    codes: usize,
    groups: &[Vec<usize>],
    rule: Rule,
    plan: Plan,
) -> Measured {
    let are_few = interviews.len() < ENOUGH_INTERVIEWS;
    // By code, interview and block.
    let mut counted: Vec<Vec<Vec<Patterns>>> = vec![Vec::with_capacity(interviews.len()); codes];
    for interview in interviews {
        let whole = [Span::new(0, interview.layout.len())];
        let blocks = if are_few { interview.layout.turns() } else { &whole };
        for (code, by_coder) in by_code(interview, codes).into_iter().enumerate() {
            let runs: Vec<Option<Vec<Span>>> = by_coder
                .into_iter()
                .zip(&interview.judged)
                .map(|(spans, judged)| judged.then(|| interview.layout.project(spans, rule)))
                .collect();
            counted[code].push(patterns(blocks, &runs));
        }
    }
    let pooled = |group: &mut dyn Iterator<Item = usize>| {
        let mut sum: Vec<Vec<Patterns>> = Vec::new();
        for code in group {
            if sum.is_empty() {
                sum.clone_from(&counted[code]);
                continue;
            }
            for (into, block) in sum.iter_mut().flatten().zip(counted[code].iter().flatten()) {
                into.merge(block);
            }
        }
        agree(&sum, plan)
    };
    Measured {
        codes: counted.iter().map(|own| agree(own, plan)).collect(),
        groups: groups.iter().map(|group| pooled(&mut group.iter().copied())).collect(),
        overall: pooled(&mut (0..codes)),
    }
}

/// Sorts an interview's passages out by code and coder.
fn by_code(interview: &Coded, codes: usize) -> Vec<Vec<Vec<Span>>> {
    let mut sorted = vec![vec![Vec::new(); interview.judged.len()]; codes];
    for (code, coder, span) in &interview.passages {
        sorted[*code][*coder].push(*span);
    }
    sorted
}

/// The u-alpha family of a code, or of a group whose codes exclude each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Continuum {
    /// Where and what.
    #[serde(serialize_with = "undefined::serialize")]
    pub u_alpha: Defined,
    /// Percentile interval of u-alpha, whole interviews drawn; none below eight interviews.
    #[serde(serialize_with = "undefined::serialize")]
    pub u_alpha_interval: Defined<Interval>,
    /// Where only; of one code, u-alpha itself.
    #[serde(serialize_with = "undefined::serialize")]
    pub u_alpha_binary: Defined,
    /// What only, on what is coded twice.
    #[serde(serialize_with = "undefined::serialize")]
    pub cu_alpha: Defined,
    /// Share of the speech that is coded by a coder and by another too.
    #[serde(serialize_with = "undefined::serialize")]
    pub coverage: Defined,
    /// What only, of each code of the group against its others.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub ku_alpha: Vec<Defined>,
}

/// Measures the u-alpha family over interviews whose units are scalar values.
///
/// # Errors
/// Those of [`Unitizing::of`]: a coder gave two codes of the group to the same words.
pub fn unitize(interviews: &[Coded], group: &[usize], plan: Plan) -> Defined<Continuum> {
    let mut lines = Vec::with_capacity(interviews.len());
    let mut all = Unitizing::empty(group.len());
    for interview in interviews {
        let mut coders: Vec<Vec<(Span, usize)>> = vec![Vec::new(); interview.judged.len()];
        for (code, coder, span) in &interview.passages {
            let place = interview.layout.place(*span);
            let value = group.iter().position(|one| one == code);
            coders[*coder].extend(place.zip(value));
        }
        let judged = coders.into_iter().zip(&interview.judged).filter(|(_, judged)| **judged);
        let coders: Vec<Vec<(Span, usize)>> = judged.map(|(own, _)| own).collect();
        let line = Unitizing::of(interview.layout.len(), &coders, group.len())?;
        all.add(&line);
        lines.push(line);
    }
    let u_alpha = all.u_alpha();
    Ok(Continuum {
        u_alpha,
        u_alpha_interval: u_alpha.and_then(|_| interval(&lines, plan, Unitizing::u_alpha)),
        u_alpha_binary: all.binary(),
        cu_alpha: all.cu_alpha(),
        coverage: all.coverage(),
        ku_alpha: (0..group.len()).map(|code| all.ku_alpha(code)).collect(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::statistics::undefined::Undefined;
    use proptest::prelude::*;

    const PLAN: Plan = Plan { draws: 200, level: 0.95, seed: 7 };

    fn interview(judged: &[bool], passages: &[(usize, usize, usize, usize)]) -> Coded {
        let turns: Vec<Span> = (0..6).map(|at| Span::new(20 * at, 20 * at + 18)).collect();
        Coded {
            layout: Layout::of(turns.clone(), turns),
            judged: judged.to_vec(),
            passages: passages.iter().map(|(code, coder, a, b)| (*code, *coder, Span::new(*a, *b))).collect(),
        }
    }

    #[test]
    fn who_did_not_judge_an_interview_is_missing_there() {
        let both = interview(&[true, true, false], &[(0, 0, 0, 10), (0, 1, 5, 30)]);
        let found = measure(std::slice::from_ref(&both), 1, &[], Rule::Any, PLAN);
        let code = found.codes[0].as_ref().unwrap();
        assert_eq!((code.units, code.pairable_units, code.values, code.present), (6, 6, 12, 3));
        assert_eq!(code.kappa, Err(Undefined::NotTwoCoders));
        assert_eq!(found.overall, found.codes[0].clone());
        let alone = interview(&[true, false, false], &[(0, 0, 0, 10)]);
        let nobody = measure(&[alone], 1, &[], Rule::Any, PLAN).codes.remove(0).unwrap();
        assert_eq!(nobody.alpha, Err(Undefined::NoPairableUnit), "a single coder");
        assert_eq!(nobody.prevalence, Err(Undefined::NoPairableUnit));
    }

    #[test]
    fn a_code_given_nowhere_or_everywhere_is_undefined() {
        let empty = interview(&[true, true], &[]);
        let never = measure(&[empty], 1, &[vec![0]], Rule::Half, PLAN);
        let of = |found: &Defined<CodeAgreement>| {
            let found = found.clone().unwrap();
            (found.alpha, found.kappa, found.ac1, found.positive_agreement)
        };
        let single = Err(Undefined::SingleCategory);
        assert_eq!(of(&never.codes[0]), (single, single, single, Err(Undefined::NeverPresent)));
        assert_eq!(of(&never.groups[0]), of(&never.codes[0]));
        let full = interview(&[true, true], &[(0, 0, 0, 200), (0, 1, 0, 200)]);
        let always = measure(&[full], 1, &[], Rule::Half, PLAN);
        assert_eq!(of(&always.codes[0]), (single, single, single, Ok(1.0)));
    }

    #[test]
    fn codes_that_share_words_have_no_u_alpha_together() {
        let mut one = interview(&[true, true], &[(0, 0, 0, 10), (1, 0, 5, 12), (0, 1, 0, 12)]);
        let Coded { layout, .. } = &mut one;
        *layout = Layout::every(vec![Span::new(0, 18), Span::new(20, 38)]);
        let one = [one];
        assert_eq!(unitize(&one, &[0, 1], PLAN), Err(Undefined::OverlappingUnits));
        let alone = unitize(&one, &[0], PLAN).unwrap();
        assert_eq!(alone.u_alpha, alone.u_alpha_binary);
        assert_eq!(alone.u_alpha_interval, Err(Undefined::TooFew { needed: 8, present: 1 }));
        assert_eq!(alone.ku_alpha, [Err(Undefined::SingleCategory)]);
    }

    proptest! {
        /// Coders, codes and rows in another order: the same figures, in another order.
        #[test]
        fn order_does_not_matter(
            passages in prop::collection::vec((0_usize..3, 0_usize..2, 0_usize..110, 1_usize..40), 0..20),
            few in any::<bool>(),
        ) {
            let made = |turned: bool| -> Vec<Coded> {
                (0..if few { 2 } else { 9 })
                    .map(|at| {
                        let mut own: Vec<(usize, usize, usize, usize)> = passages
                            .iter()
                            .enumerate()
                            .filter(|(rank, _)| rank % 2 == at % 2)
                            .map(|(_, (code, coder, from, length))| (*code, *coder, *from, from + length))
                            .collect();
                        if turned {
                            own.reverse();
                            own.iter_mut().for_each(|one| (one.0, one.1) = (2 - one.0, 1 - one.1));
                        }
                        interview(&[true, true], &own)
                    })
                    .collect()
            };
            let here = measure(&made(false), 3, &[vec![0, 1]], Rule::Half, PLAN);
            let mut there = measure(&made(true), 3, &[vec![2, 1]], Rule::Half, PLAN);
            there.codes.reverse();
            let same = |one: &Defined<CodeAgreement>, other: &Defined<CodeAgreement>| {
                let (one, other) = (one.clone().unwrap(), other.clone().unwrap());
                let close = |a: Defined, b: Defined| match (a, b) {
                    (Ok(a), Ok(b)) => (a - b).abs() < 1e-9,
                    (a, b) => a == b,
                };
                one.units == other.units
                    && one.present == other.present
                    && close(one.alpha, other.alpha)
                    && close(one.kappa, other.kappa)
                    && close(one.ac1, other.ac1)
                    && close(one.positive_agreement, other.positive_agreement)
                    && close(one.alpha_interval.clone().map(|i| i.lower), other.alpha_interval.clone().map(|i| i.lower))
            };
            for (one, other) in here.codes.iter().zip(&there.codes) {
                prop_assert!(same(one, other));
            }
            prop_assert!(same(&here.groups[0], &there.groups[0]) && same(&here.overall, &there.overall));
        }
    }
}

//! The u-alpha family: do coders cut the same passages out of a text, and give them the same code?
//!
//! Each coder parts the line into passages with a code and gaps without. Lengths of intersections
//! between coders are what is observed; what is expected are all pairs of places but those inside
//! one passage, since a passage is one judgement. All of it adds up over interviews.
//!
//! - u-alpha: where and what; gaps count as a value.
//! - binary |u-alpha: where only; codes are one value.
//! - cu-alpha: what only, on the places that both coded; its coverage is the share of such places.
//! - (k)u-alpha: cu-alpha of one code against the others.
//!
//! The coefficient of 1995 and 2004 on squared distances, also written alpha-U, is another one.
//!
//! Source: Krippendorff, Mathet, Bouvry and Widlöcher (2016), "On the reliability of unitizing textual
//! continua: further developments".

use crate::analysis::statistics::bootstrap::{Interval, Plan, by_cluster};
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::text::Span;

use super::by_code::ENOUGH_INTERVIEWS;

/// Lengths by which passages and gaps of different coders meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Unitizing {
    /// Values, the gap first.
    size: usize,
    /// Lengths of intersections, value × value, each pair in both orders, over coders − 1.
    cross: Vec<f64>,
    /// By value, squared lengths of passages; of gaps, their length.
    inside: Vec<f64>,
    /// By value, squared lengths of what other coders coded of each passage, over coders − 1.
    inside_coded: Vec<f64>,
}

/// The value of a gap.
const GAP: usize = 0;

impl Unitizing {
    /// Nothing yet, with this number of codes.
    #[must_use]
    pub fn empty(codes: usize) -> Self {
        let size = codes + 1;
        Self { size, cross: vec![0.0; size * size], inside: vec![0.0; size], inside_coded: vec![0.0; size] }
    }

    /// Measures one line of `length` places: each coder's passages with their code, an index below `codes`.
    ///
    /// Overlapping passages of one code by one coder are one passage; touching ones are two. What
    /// lies beyond the line is cut.
    ///
    /// # Errors
    /// [`Undefined::NoPairableUnit`] below two coders; [`Undefined::OverlappingUnits`] when passages
    /// of one coder with different codes overlap; [`Undefined::InvalidValue`] on an unknown code.
    pub fn of(length: usize, coders: &[Vec<(Span, usize)>], codes: usize) -> Defined<Self> {
        if coders.len() < 2 {
            return Err(Undefined::NoPairableUnit);
        }
        let mut found = Self::empty(codes);
        let lines: Vec<Vec<Piece>> = coders
            .iter()
            .map(|passages| Ok(part(length, &exclusive(length, passages, codes)?)))
            .collect::<Defined<_>>()?;
        let others = coders.len() as f64 - 1.0;
        let mut coded: Vec<Vec<usize>> = lines.iter().map(|line| vec![0; line.len()]).collect();
        for i in 0..lines.len() {
            for j in i + 1..lines.len() {
                meet(&lines[i], &lines[j], |(a, b), shared| {
                    let (one, other) = (lines[i][a].value, lines[j][b].value);
                    found.cross[one * found.size + other] += shared as f64 / others;
                    found.cross[other * found.size + one] += shared as f64 / others;
                    if one != GAP && other != GAP {
                        coded[i][a] += shared;
                        coded[j][b] += shared;
                    }
                });
            }
        }
        for (piece, coded) in lines.iter().flatten().zip(coded.iter().flatten()) {
            let (length, coded) = (piece.span.len() as f64, *coded as f64);
            found.inside[piece.value] += if piece.value == GAP { length } else { length * length };
            found.inside_coded[piece.value] += coded * coded / others;
        }
        Ok(found)
    }

    /// Adds another line, with the same codes.
    pub fn add(&mut self, other: &Self) {
        for (own, more) in [
            (&mut self.cross, &other.cross),
            (&mut self.inside, &other.inside),
            (&mut self.inside_coded, &other.inside_coded),
        ] {
            for (a, b) in own.iter_mut().zip(more) {
                *a += b;
            }
        }
    }

    /// Returns the length on which two values meet; none is the gap.
    #[must_use]
    pub fn observed(&self, one: Option<usize>, other: Option<usize>) -> f64 {
        let value = |code: Option<usize>| code.map_or(GAP, |code| code + 1);
        self.cross.get(value(one) * self.size + value(other)).copied().unwrap_or(0.0)
    }

    /// Computes u-alpha: where and what.
    ///
    /// # Errors
    /// [`Undefined::NoPairableUnit`] on an empty line; [`Undefined::NeverPresent`] when nothing is coded;
    /// [`Undefined::SingleCategory`] when one code covers everything.
    pub fn u_alpha(&self) -> Defined {
        self.is_coded()?;
        corrected(&self.cross, &self.inside)
    }

    /// Computes the binary |u-alpha: where only.
    ///
    /// # Errors
    /// Those of [`Unitizing::u_alpha`]; [`Undefined::SingleCategory`] when codes cover everything.
    pub fn binary(&self) -> Defined {
        self.is_coded()?;
        let mut cross = vec![0.0; 4];
        for one in 0..self.size {
            for other in 0..self.size {
                let at = 2 * usize::from(one != GAP) + usize::from(other != GAP);
                cross[at] += self.cross[one * self.size + other];
            }
        }
        corrected(&cross, &[self.inside[GAP], self.inside[1..].iter().sum()])
    }

    /// Computes cu-alpha: what, on the places that both coded.
    ///
    /// # Errors
    /// [`Undefined::NoPairableUnit`] when no place is coded twice; [`Undefined::SingleCategory`] when
    /// only one code is met there.
    pub fn cu_alpha(&self) -> Defined {
        corrected(&self.coded(), &self.inside_coded[1..])
    }

    /// Computes (k)u-alpha: cu-alpha of one code against the others.
    ///
    /// # Errors
    /// [`Undefined::NoPairableUnit`] when no place of the code is coded twice;
    /// [`Undefined::SingleCategory`] when no other code is met.
    pub fn ku_alpha(&self, code: usize) -> Defined {
        let cross = self.coded();
        let codes = self.size - 1;
        let totals = totals(&cross, codes);
        let all: f64 = totals.iter().sum();
        let own = totals.get(code).copied().unwrap_or(0.0);
        if own <= 0.0 {
            return Err(Undefined::NoPairableUnit);
        }
        let apart = all * all - self.inside_coded[1..].iter().sum::<f64>();
        let others: f64 = totals.iter().enumerate().filter(|(k, _)| *k != code).map(|(_, l)| l).sum();
        if others <= 0.0 || apart <= 0.0 {
            return Err(Undefined::SingleCategory);
        }
        let expected_other = all * own * others / apart;
        let expected = expected_other + all * (own * own - self.inside_coded[code + 1]) / apart;
        let observed: f64 = (0..codes).filter(|k| *k != code).map(|k| cross[code * codes + k]).sum();
        Ok(1.0 - expected / own * observed / expected_other)
    }

    /// Returns the share of places where what a coder coded is coded by the other too.
    ///
    /// # Errors
    /// [`Undefined::NoPairableUnit`] on an empty line.
    pub fn coverage(&self) -> Defined {
        let all: f64 = self.cross.iter().sum();
        if all <= 0.0 {
            return Err(Undefined::NoPairableUnit);
        }
        Ok(self.coded().iter().sum::<f64>() / all)
    }

    fn is_coded(&self) -> Defined<()> {
        let all: f64 = self.cross.iter().sum();
        if all <= 0.0 {
            return Err(Undefined::NoPairableUnit);
        }
        if self.inside[1..].iter().all(|inside| *inside <= 0.0) {
            Err(Undefined::NeverPresent)
        } else {
            Ok(())
        }
    }

    /// The intersections without the gap.
    fn coded(&self) -> Vec<f64> {
        (1..self.size)
            .flat_map(|one| (1..self.size).map(move |other| (one, other)))
            .map(|(one, other)| self.cross[one * self.size + other])
            .collect()
    }
}

/// Percentile interval of a coefficient of the family when whole interviews are drawn with return.
///
/// # Errors
/// [`Undefined::TooFew`] below [`ENOUGH_INTERVIEWS`]: passages cannot be drawn inside an interview
/// without moving their borders; those of [`by_cluster`].
pub fn interval(
    interviews: &[Unitizing],
    plan: Plan,
    coefficient: impl Fn(&Unitizing) -> Defined,
) -> Defined<Interval> {
    if interviews.len() < ENOUGH_INTERVIEWS {
        return Err(Undefined::TooFew { needed: ENOUGH_INTERVIEWS, present: interviews.len() });
    }
    let codes = interviews.first().map_or(0, |one| one.size - 1);
    by_cluster(interviews.len(), plan, |drawn| {
        let mut sum = Unitizing::empty(codes);
        for &i in drawn {
            sum.add(&interviews[i]);
        }
        coefficient(&sum)
    })
}

/// 1 − observed / expected, from intersections and the pairs of places inside one passage.
///
/// Both are sums over pairs that differ, so that the pairs inside passages stand in the number of
/// pairs only.
fn corrected(cross: &[f64], inside: &[f64]) -> Defined {
    let size = inside.len();
    let totals = totals(cross, size);
    let all: f64 = totals.iter().sum();
    if all <= 0.0 {
        return Err(Undefined::NoPairableUnit);
    }
    let (mut observed, mut expected) = (0.0, 0.0);
    for c in 0..size {
        for k in (0..size).filter(|k| *k != c) {
            observed += cross[c * size + k];
            expected += totals[c] * totals[k];
        }
    }
    let apart = all * all - inside.iter().sum::<f64>();
    if expected <= 0.0 || apart <= 0.0 {
        return Err(Undefined::SingleCategory);
    }
    Ok(1.0 - observed * apart / (all * expected))
}

fn totals(cross: &[f64], size: usize) -> Vec<f64> {
    (0..size).map(|c| cross[c * size..(c + 1) * size].iter().sum()).collect()
}

/// A passage or a gap.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    value: usize,
}

/// Sorts a coder's passages, cut to the line, those of one code united where they overlap.
fn exclusive(length: usize, passages: &[(Span, usize)], codes: usize) -> Defined<Vec<Piece>> {
    if passages.iter().any(|(_, code)| *code >= codes) {
        return Err(Undefined::InvalidValue);
    }
    let line = Span::new(0, length);
    let mut sorted: Vec<(Span, usize)> =
        passages.iter().filter_map(|(span, code)| Some((span.intersection(line)?, *code))).collect();
    sorted.sort_unstable();
    let mut pieces: Vec<Piece> = Vec::with_capacity(sorted.len());
    for (span, code) in sorted {
        match pieces.last_mut() {
            Some(last) if span.overlaps(last.span) => {
                if last.value != code + 1 {
                    return Err(Undefined::OverlappingUnits);
                }
                last.span.end = last.span.end.max(span.end);
            }
            _ => pieces.push(Piece { span, value: code + 1 }),
        }
    }
    Ok(pieces)
}

/// Puts the gaps between the passages.
fn part(length: usize, passages: &[Piece]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(2 * passages.len() + 1);
    let mut at = 0;
    let gap = |from: usize, to: usize, pieces: &mut Vec<Piece>| {
        if from < to {
            pieces.push(Piece { span: Span::new(from, to), value: GAP });
        }
    };
    for passage in passages {
        gap(at, passage.span.start.0, &mut pieces);
        pieces.push(*passage);
        at = passage.span.end.0;
    }
    gap(at, length, &mut pieces);
    pieces
}

/// Goes through the intersections of two partitions of one line.
fn meet(one: &[Piece], other: &[Piece], mut visit: impl FnMut((usize, usize), usize)) {
    let (mut a, mut b) = (0, 0);
    while let (Some(left), Some(right)) = (one.get(a), other.get(b)) {
        if let Some(shared) = left.span.intersection(right.span) {
            visit((a, b), shared.len());
        }
        let (ends_left, ends_right) = (left.span.end, right.span.end);
        a += usize::from(ends_left <= ends_right);
        b += usize::from(ends_right <= ends_left);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(length: usize, coders: &[&[(usize, usize, usize)]], codes: usize) -> Defined<Unitizing> {
        let coder = |list: &&[(usize, usize, usize)]| {
            list.iter().map(|(from, to, code)| (Span::new(*from, *to), *code)).collect()
        };
        Unitizing::of(length, &coders.iter().map(coder).collect::<Vec<_>>(), codes)
    }

    fn close(found: Defined, wanted: f64) {
        assert!((found.unwrap() - wanted).abs() < 1e-12, "{found:?} is not {wanted}");
    }

    // Ten places, two coders, worked by hand.
    //
    // ```text
    // place     0  1  2  3  4  5  6  7  8  9
    // coder 1   A  A  A  .  .  B  B  B  B  .     passages A of 3, B of 4
    // coder 2   .  A  A  A  .  B  B  A  A  .     passages A of 3, B of 2, A of 2
    // ```
    //
    // Observed: the coders differ at places 0, 3, 7, 8: D_o = 4/10. Expected, by counting ordered
    // pairs among the 20 places of both lines: A fills 8, B 6, gaps 6. Of 400 pairs, those inside
    // one passage are no pairs: 9 + 16 + 9 + 4 + 4 = 42, and each of the 6 gap places with itself: 48;
    // 352 remain. Pairs that differ: 400 − 64 − 36 − 36 = 264. D_e = 264/352 = 3/4;
    // u-alpha = 1 − (4/10)/(3/4) = 7/15.
    //
    // Where only: they differ at places 0 and 3, D_o = 2/10; 14 coded and 6 not: 2·14·6 = 168 of
    // the same 352 pairs differ. |u-alpha = 1 − (2/10)/(168/352) = 61/105.
    //
    // What only: both coded places 1, 2 (A, A), 5, 6 (B, B), 7, 8 (B, A): 6 of 10, a coverage of 3/5.
    // They differ on 2 of 6, D_o = 1/3. On these places A fills 2 + 2 + 2 = 6 (of three passages),
    // B 4 + 2 = 6 (of two). Pairs: 144 − (4 + 4 + 4) − (16 + 4) = 112; that differ: 2·36 = 72.
    // cu-alpha = 1 − (1/3)/(72/112) = 13/27.
    //
    // One code against the other, equation by equation (the factor 12/112 of all ε drops out):
    // ε_AA ~ 36 − 12 = 24, ε_AB ~ 36, ε_BB ~ 36 − 20 = 16; ℓ_A = ℓ_B = 6, ℓ_AA = ℓ_BB = 4.
    // (A)u-alpha = 1 − (2/6)·(60/36) = 4/9; (B)u-alpha = 1 − (2/6)·(52/36) = 14/27.
    #[test]
    fn a_line_worked_by_hand() {
        let found = line(10, &[&[(0, 3, 0), (5, 9, 1)], &[(1, 4, 0), (5, 7, 1), (7, 9, 0)]], 2).unwrap();
        close(found.u_alpha(), 7.0 / 15.0);
        close(found.binary(), 61.0 / 105.0);
        close(found.cu_alpha(), 13.0 / 27.0);
        close(found.ku_alpha(0), 4.0 / 9.0);
        close(found.ku_alpha(1), 14.0 / 27.0);
        close(found.coverage(), 0.6);
        close(Ok(found.observed(None, Some(0))), 2.0);
    }

    #[test]
    fn undefined_is_said() {
        let nothing = line(20, &[&[], &[]], 1).unwrap();
        assert_eq!(nothing.u_alpha(), Err(Undefined::NeverPresent));
        assert_eq!(nothing.binary(), Err(Undefined::NeverPresent));
        assert_eq!(nothing.cu_alpha(), Err(Undefined::NoPairableUnit));
        assert_eq!(nothing.ku_alpha(0), Err(Undefined::NoPairableUnit));
        let whole = line(20, &[&[(0, 20, 0)], &[(0, 20, 0)]], 1).unwrap();
        assert_eq!(whole.u_alpha(), Err(Undefined::SingleCategory), "never 1");
        assert_eq!(whole.cu_alpha(), Err(Undefined::SingleCategory));
        assert_eq!(whole.ku_alpha(0), Err(Undefined::SingleCategory));
        assert_eq!(line(20, &[&[(0, 4, 0)]], 1), Err(Undefined::NoPairableUnit), "a single coder");
        assert_eq!(
            line(20, &[&[(0, 4, 0), (3, 6, 1)], &[]], 2),
            Err(Undefined::OverlappingUnits),
            "two codes on the same words"
        );
        assert_eq!(line(20, &[&[(0, 4, 7)], &[]], 2), Err(Undefined::InvalidValue));
        assert_eq!(line(0, &[&[], &[]], 1).unwrap().coverage(), Err(Undefined::NoPairableUnit));
    }

    #[test]
    fn passages_of_one_code_that_overlap_are_one_and_those_that_touch_are_two() {
        let one = line(20, &[&[(2, 6, 0), (4, 9, 0)], &[(3, 9, 0)]], 1).unwrap();
        assert_eq!(Ok(one), line(20, &[&[(2, 9, 0)], &[(3, 9, 0)]], 1));
        let two = line(20, &[&[(2, 6, 0), (6, 9, 0)], &[(3, 9, 0)]], 1).unwrap();
        assert!(two.u_alpha() != line(20, &[&[(2, 9, 0)], &[(3, 9, 0)]], 1).unwrap().u_alpha());
    }

    #[test]
    fn few_interviews_have_no_interval_of_passages() {
        let plan = Plan { draws: 1_000, level: 0.95, seed: 5 };
        let lines: Vec<Unitizing> =
            (0..9).map(|at| line(30, &[&[(2, 9 + at % 3, 0)], &[(3 + at % 2, 12, 0)]], 1).unwrap()).collect();
        let few = interval(&lines[..5], plan, Unitizing::u_alpha);
        assert_eq!(few, Err(Undefined::TooFew { needed: 8, present: 5 }));
        let found = interval(&lines, plan, Unitizing::u_alpha).unwrap();
        let mut all = Unitizing::empty(1);
        lines.iter().for_each(|one| all.add(one));
        assert!(found.lower < all.u_alpha().unwrap() && all.u_alpha().unwrap() < found.upper);
    }

    /// Passages of one coder, side by side.
    fn passages() -> impl Strategy<Value = Vec<(Span, usize)>> {
        prop::collection::vec((0_usize..5, 1_usize..6, 0_usize..3), 0..6).prop_map(|steps| {
            let mut at = 0;
            steps
                .iter()
                .map(|(gap, length, code)| {
                    let start = at + gap;
                    at = start + length;
                    (Span::new(start, at), *code)
                })
                .collect()
        })
    }

    /// Counts pairs of places one by one: the passage that each belongs to, 0 for gaps, and its value.
    fn by_places(length: usize, coders: &[Vec<(Span, usize)>]) -> Option<f64> {
        let cells: Vec<Vec<(usize, usize)>> = coders
            .iter()
            .map(|passages| {
                let of = |place: usize| {
                    let covers = |(span, _): &(Span, usize)| span.covers(Span::new(place, place + 1));
                    passages.iter().position(covers).map_or((0, 0), |at| (at + 1, passages[at].1 + 1))
                };
                (0..length).map(of).collect()
            })
            .collect();
        let (mut differ, mut pairs, mut expected, mut all) = (0.0, 0.0, 0.0, 0.0);
        for (i, one) in cells.iter().enumerate() {
            for (j, other) in cells.iter().enumerate() {
                for (p, a) in one.iter().enumerate() {
                    for (q, b) in other.iter().enumerate() {
                        let is_inside = i == j && ((a.0 > 0 && a.0 == b.0) || p == q);
                        if !is_inside {
                            all += 1.0;
                            expected += f64::from(u8::from(a.1 != b.1));
                        }
                        if p == q && i != j {
                            pairs += 1.0;
                            differ += f64::from(u8::from(a.1 != b.1));
                        }
                    }
                }
            }
        }
        (expected > 0.0).then(|| 1.0 - (differ / pairs) / (expected / all))
    }

    proptest! {
        #[test]
        fn lengths_say_what_pairs_of_places_say(coders in prop::collection::vec(passages(), 2..4)) {
            let length = 60;
            let found = Unitizing::of(length, &coders, 3).unwrap().u_alpha();
            match by_places(length, &coders) {
                Some(wanted) => prop_assert!((found.unwrap() - wanted).abs() < 1e-9),
                None => prop_assert!(found.is_err()),
            }
        }

        #[test]
        fn coders_and_names_of_codes_do_not_matter(coders in prop::collection::vec(passages(), 2..4)) {
            let here = Unitizing::of(60, &coders, 3).unwrap();
            let turned: Vec<Vec<(Span, usize)>> = coders
                .iter()
                .rev()
                .map(|own| own.iter().rev().map(|(span, code)| (*span, 2 - code)).collect())
                .collect();
            let there = Unitizing::of(60, &turned, 3).unwrap();
            let same = |one: Defined, other: Defined| match (one, other) {
                (Ok(a), Ok(b)) => (a - b).abs() < 1e-9,
                (a, b) => a == b,
            };
            prop_assert!(same(here.u_alpha(), there.u_alpha()));
            prop_assert!(same(here.binary(), there.binary()));
            prop_assert!(same(here.cu_alpha(), there.cu_alpha()));
            for code in 0..3 {
                prop_assert!(same(here.ku_alpha(code), there.ku_alpha(2 - code)));
            }
        }

        #[test]
        fn a_coder_who_copies_agrees_wholly(own in passages()) {
            let found = Unitizing::of(60, &[own.clone(), own.clone()], 3).unwrap();
            let wanted = if own.is_empty() { Err(Undefined::NeverPresent) } else { Ok(1.0) };
            prop_assert_eq!(found.u_alpha(), wanted);
            prop_assert_eq!(found.binary(), wanted);
            prop_assert!(found.cu_alpha().is_err() || found.cu_alpha() == Ok(1.0));
        }
    }
}

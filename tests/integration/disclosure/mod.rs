//! Whoever has all that is exported tries to find the hidden counts again.
//!
//! `attack` reads the printed numbers from the workbook, notes every sum that a reader knows, inside
//! tables and across them, and narrows each hidden count by propagation, by elimination and by search
//! over whole numbers: nothing of it is shared with the program. `study` makes studies with small
//! counts, and the same study with other hidden counts, whose export must be the same to the byte.

mod attack;
mod study;

use propos::app::Context;
use propos::app::findings::gather;
use propos::domain::CoderId;
use propos::i18n::Catalog;
use propos::progress::Silent;
use propos::report::findings::{Edition, Findings};
use propos::report::{compose, render};
use propos::text::Language;

use attack::{Attack, Sheets};
use study::Made;

use crate::study::Study;

const THRESHOLDS: [u64; 4] = [3, 5, 10, 11];

/// What became of attacks.
#[derive(Default)]
struct Tally {
    /// Values of small counts that were tried.
    tried: usize,
    /// Those for which the search was given up.
    given_up: usize,
    /// Those that a reader can rule out, although the count stays unknown.
    ruled_out: usize,
}

/// Asserts that an attack on an export finds no count; `truth` gives those that it hides.
fn assert_holds(
    attack: &Attack,
    truth: &dyn Fn(&str) -> Option<u64>,
    threshold: u64,
    what: &str,
    tally: &mut Tally,
) {
    let known = attack.eliminated();
    for name in attack.hidden() {
        assert!(!known.contains(&name), "{what}: {name} comes back by adding and taking away");
        let Some(count) = truth(&name).filter(|count| *count < threshold) else { continue };
        let mut may_be = |value: u64| {
            let found = attack.may_be(&name, value);
            tally.tried += 1;
            tally.given_up += usize::from(found.is_none());
            tally.ruled_out += usize::from(found == Some(false));
            found != Some(false)
        };
        // Both ends are tried, whatever the first says; what lies between only where neither is left.
        let ends = [1, threshold - 1].into_iter().filter(|value| *value != count);
        let is_open = ends.map(&mut may_be).fold(false, |open, one| open || one);
        let is_open = is_open || (2..threshold - 1).any(|value| value != count && may_be(value));
        assert!(is_open, "{what}: {name} is {count}, and a reader knows it\n{attack:?}");
    }
}

#[test]
fn no_hidden_count_of_made_studies_comes_back() {
    let (mut tally, mut twins) = (Tally::default(), 0);
    for seed in 0..4 {
        for threshold in THRESHOLDS {
            // Rounded counts are ranges, which are slow to search: one study a threshold.
            for rounding in if seed == 0 || threshold == 5 { vec![1, 5] } else { vec![1] } {
                let made = Made::draw(seed, threshold, rounding);
                let what = format!("seed {seed}, threshold {threshold}, rounding {rounding}");
                let attack = Attack::on(&Sheets::read(&made.workbook()), rounding);
                assert_holds(&attack, &|name| made.count(name), threshold, &what, &mut tally);
                if rounding == 1 {
                    twins += usize::from(same_bytes(&made, &attack, threshold, &what));
                }
            }
        }
    }
    let Tally { tried, given_up, ruled_out } = tally;
    println!("{tried} values tried, {given_up} searches given up, {ruled_out} ruled out, {twins} twins");
    assert!(tried > 100, "only {tried} values of small counts were tried");
    assert!(5 * given_up <= tried, "{given_up} of {tried} searches were given up");
    assert!(20 * ruled_out <= tried, "{ruled_out} of {tried} values could be ruled out");
    assert!(twins > 5, "only {twins} studies had a twin that hides the same cells");
}

/// Makes the study with other hidden counts, where it hides the same cells; its page must be the same.
fn same_bytes(made: &Made, attack: &Attack, threshold: u64, what: &str) -> bool {
    let small = attack.hidden().into_iter().filter(|name| made.count(name).is_some_and(|n| n < threshold));
    for name in small {
        let count = made.count(&name).unwrap();
        for value in (1..threshold).filter(|value| *value != count) {
            let Some(counts) = attack.found(&name, value, &|name| made.count(name)) else { continue };
            let twin = made.with(&counts);
            if Attack::on(&Sheets::read(&twin.workbook()), 1).hidden() != attack.hidden() {
                continue;
            }
            let (one, other) = (made.page(), twin.page());
            let at = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
            if let Some(at) = at {
                let near = |page: &str| {
                    String::from_utf8_lossy(
                        &page.as_bytes()[at.saturating_sub(200)..(at + 80).min(page.len())],
                    )
                    .into_owned()
                };
                panic!("{what}: {name} {count} or {value} is seen:\n{}\n{}", near(&one), near(&other));
            }
            assert_eq!(one.len(), other.len(), "{what}: {name}");
            assert!(made.workbook() == twin.workbook(), "{what}: {name} is seen in the workbook");
            return true;
        }
    }
    false
}

#[test]
fn without_complements_the_attack_finds_them() {
    // The same exports, with every count shown that is not small itself.
    let mut found = 0;
    for seed in 0..6 {
        let made = Made::draw(seed, 5, 1);
        let mut attack = Attack::on(&Sheets::read(&made.workbook()), 1);
        attack.show(&|name| made.count(name).filter(|count| *count >= 5));
        found += attack.eliminated().len();
    }
    assert!(found > 10, "only {found}: the attack is blind");
}

/// The findings of the bundled study: gathered once, what is hidden is decided when they are written.
fn bundled() -> Findings {
    let study = Study::imported();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = study.folder().to_owned();
        let context = Context::open(folder, CoderId::from("c1"), Box::new(Silent)).await.unwrap();
        let gathered = gather(&context, Edition::Internal, Some(Language::En)).await.unwrap();
        context.store.close().await;
        gathered.findings
    })
}

#[test]
fn no_hidden_count_of_the_bundled_study_comes_back() {
    let mut findings = bundled();
    let mut printed = |threshold: u64, rounding: u64| {
        (findings.study.threshold, findings.study.rounding) = (threshold, rounding);
        let catalog = Catalog::new(Language::En);
        render::workbook(&compose(&findings, &catalog, &[]), &catalog).unwrap()
    };
    // What is printed where nothing is hidden: the truth.
    let open = Attack::on(&Sheets::read(&printed(1, 1)), 1);
    assert!(open.hidden().is_empty(), "{:?}", open.hidden());
    let mut tally = Tally::default();
    for threshold in THRESHOLDS {
        for rounding in [1, 5] {
            let attack = Attack::on(&Sheets::read(&printed(threshold, rounding)), rounding);
            let hidden = attack.hidden();
            assert!(threshold < 5 || !hidden.is_empty(), "nothing is hidden under {threshold}");
            let what = format!("threshold {threshold}, rounding {rounding}");
            assert_holds(&attack, &|name| open.shown(name), threshold, &what, &mut tally);
        }
    }
    let Tally { tried, given_up, ruled_out } = tally;
    println!("{tried} values tried, {given_up} searches given up, {ruled_out} ruled out");
    assert!(tried > 50, "only {tried} values of small counts were tried");
}

//! Whoever has all that is exported tries to find the hidden counts again.
//!
//! `attack` reads the printed numbers from the workbook, notes every sum that a reader knows, inside
//! tables and across them, and narrows each hidden count by propagation, by elimination and by search
//! over whole numbers: nothing of it is shared with the program. `study` makes studies with small
//! counts, and the same study with other hidden counts, whose export must be the same to the byte.

mod attack;
mod study;

use attack::{Attack, Sheets};
use study::Made;

use crate::study::Study;

const THRESHOLDS: [u64; 4] = [3, 5, 10, 11];

/// Asserts that an attack on an export finds nothing; `truth` gives the counts that it hides. Returns
/// how many values were tried, and for how many the search was given up.
fn assert_holds(
    attack: &Attack,
    truth: &dyn Fn(&str) -> Option<u64>,
    threshold: u64,
    what: &str,
) -> (usize, usize) {
    let known = attack.eliminated();
    let (mut tried, mut given_up) = (0, 0);
    for name in attack.hidden() {
        assert!(!known.contains(&name), "{what}: {name} comes back by adding and taking away");
        let Some(count) = truth(&name).filter(|count| *count < threshold) else { continue };
        for value in [1, threshold - 1].into_iter().filter(|value| *value != count) {
            tried += 1;
            let found = attack.may_be(&name, value);
            given_up += usize::from(found.is_none());
            assert!(
                found != Some(false),
                "{what}: {name} is {count}; a reader knows that it is not {value}\n{attack:?}"
            );
        }
    }
    (tried, given_up)
}

#[test]
fn no_hidden_count_of_made_studies_comes_back() {
    let (mut tried, mut given_up, mut twins) = (0, 0, 0);
    for seed in 0..4 {
        for threshold in THRESHOLDS {
            // Rounded counts are ranges, which are slow to search: under one threshold alone.
            for rounding in if threshold == 5 { vec![1, 5] } else { vec![1] } {
                let made = Made::draw(seed, threshold, rounding);
                let what = format!("seed {seed}, threshold {threshold}, rounding {rounding}");
                let attack = Attack::on(&Sheets::read(&made.workbook()), rounding);
                let (more, open) = assert_holds(&attack, &|name| made.count(name), threshold, &what);
                (tried, given_up) = (tried + more, given_up + open);
                if rounding == 1 {
                    twins += usize::from(same_bytes(&made, &attack, threshold, &what));
                }
            }
        }
    }
    assert!(tried > 100, "only {tried} values of small counts were tried");
    println!("{tried} values tried, {given_up} searches given up, {twins} twins");
    assert!(5 * given_up <= tried, "{given_up} of {tried} searches were given up");
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

#[test]
fn no_hidden_count_of_the_bundled_study_comes_back() {
    let study = Study::imported();
    for threshold in THRESHOLDS {
        study.write("study.toml", {
            let text = study.read("study.toml");
            let start = text.find("\nthreshold = ").unwrap() + 1;
            let end = start + text[start..].find('\n').unwrap();
            format!("{}threshold = {threshold}{}", &text[..start], &text[end..])
        });
        study.run(["build", "--lang", "en"]).succeeds();
        let bytes = std::fs::read(study.path("output/tables.xlsx")).unwrap();
        let attack = Attack::on(&Sheets::read(&bytes), 1);
        assert!(threshold < 5 || !attack.hidden().is_empty(), "nothing is hidden under {threshold}");
        assert_holds(&attack, &|_| None, threshold, &format!("threshold {threshold}"));
    }
}

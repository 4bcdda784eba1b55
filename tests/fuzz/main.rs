//! Every reader of files from outside, fed with broken ones: it must return, whatever it is given.
//!
//! Inputs are made from small sound files by `mutate`, the same ones on every machine: input `n` of a
//! reader is a function of the seed, the reader's name and `n`. A few thousand are tried with the other
//! tests; docs/RELIABILITY.md tells how many were tried once, with the command.
//!
//! `PROPOS_FUZZ_INPUTS` is the number of inputs a reader, `PROPOS_FUZZ_SEED` another beginning.

mod mutate;
mod readers;
mod seeds;

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use readers::{READERS, Reader};

/// Inputs a reader where the environment asks for no other number.
const INPUTS: u64 = 400;

/// What became of a reader.
struct Outcome {
    name: &'static str,
    /// Inputs.
    tried: u64,
    /// Inputs that were read without any error told.
    sound: u64,
    /// The longest that one input took.
    slowest: Duration,
    /// The first input on which it panicked, with what it said.
    fault: Option<(u64, Vec<u8>)>,
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |value| value.parse().expect("a number"))
}

fn input(reader: &Reader, seeds: &[Vec<u8>], seed: u64, at: u64) -> Vec<u8> {
    let mut hasher = DefaultHasher::new();
    (seed, reader.name, at).hash(&mut hasher);
    let mut rng = ChaCha8Rng::seed_from_u64(hasher.finish());
    let broken = mutate::mutate(&mut rng, seeds, reader.words);
    (reader.wrap)(&mut rng, broken)
}

fn tried(reader: &Reader, seed: u64, inputs: u64) -> Outcome {
    let seeds = (reader.seeds)();
    let mut outcome =
        Outcome { name: reader.name, tried: inputs, sound: 0, slowest: Duration::ZERO, fault: None };
    for at in 0..inputs {
        let bytes = input(reader, &seeds, seed, at);
        let began = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| (reader.read)(&bytes))) {
            Ok(is_sound) => outcome.sound += u64::from(is_sound),
            Err(_) => {
                outcome.fault = Some((at, bytes));
                break;
            }
        }
        outcome.slowest = outcome.slowest.max(began.elapsed());
    }
    outcome
}

#[test]
fn no_reader_panics() {
    let (seed, inputs) = (number("PROPOS_FUZZ_SEED", 1), number("PROPOS_FUZZ_INPUTS", INPUTS));
    let next = AtomicUsize::new(0);
    let one_by_one = || {
        let mut outcomes = Vec::new();
        while let Some(reader) = READERS.get(next.fetch_add(1, Ordering::Relaxed)) {
            outcomes.push(tried(reader, seed, inputs.div_ceil(reader.slower)));
        }
        outcomes
    };
    let outcomes: Vec<Outcome> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2).map(|_| scope.spawn(one_by_one)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker")).collect()
    });
    let mut faults = Vec::new();
    for outcome in &outcomes {
        let Outcome { name, tried, sound, slowest, .. } = outcome;
        println!("{name:16} {tried:9} inputs, {sound:9} sound, slowest {slowest:?}");
        if let Some((at, bytes)) = &outcome.fault {
            let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{at}"));
            std::fs::write(&file, bytes).expect("a place for the input");
            faults.push(format!("{name} panics on input {at}, kept in {}", file.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A mutation that always destroys tries the first lines of a reader alone.
#[test]
fn every_seed_is_sound_and_many_inputs_still_are() {
    let mut faults = Vec::new();
    for reader in &READERS {
        let seeds = (reader.seeds)();
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        for (at, seed) in seeds.iter().enumerate() {
            let bytes = readers::unbroken(reader, &mut rng, seed.clone());
            if !(reader.read)(&bytes) {
                faults.push(format!("seed {at} of {} is not sound", reader.name));
            }
        }
        let outcome = tried(reader, 3, 200);
        if outcome.fault.is_some() || !(5..200).contains(&outcome.sound) {
            faults.push(format!("of 200 inputs of {}, {} are sound", reader.name, outcome.sound));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

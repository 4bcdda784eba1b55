//! Reference cases: what propos computes beside what published programs and definitions give.
//!
//! Every file of `tests/fixtures/reference/<topic>/` is one case. A topic is one module here: it
//! names the kinds it knows and computes the keys of `expected`; `harness` compares each of them
//! and fails on a kind or a key that nobody computes. To add a topic, add its `mod` line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a broken fixture must stop the test with its name; what is not compared is said"
)]

mod harness;

mod agreement;
mod bundled_typology;
mod clustering;
mod cooccurrence;
mod lexical;
mod profiles;
mod raking;
mod scales;
mod survival;
mod tests;

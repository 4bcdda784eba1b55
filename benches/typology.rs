//! How long does the exact optimum of twelve cases take, and the whole build of the study?
//!
//! The optimum goes through the 611,501 ways of parting twelve cases into four groups. The build is
//! `propos build` on the study that the repository holds: first on an empty database, then again.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench stops where it fails")]

use std::fs;
use std::path::Path;

use divan::{Bencher, black_box};
use propos::analysis::typology::exact;
use propos::app::Context;
use propos::app::build::{BuildRequest, build};
use propos::domain::CoderId;
use propos::progress::Silent;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;
use tokio::runtime::Builder;

const STUDY: [&str; 5] = ["transcripts", "codebook", "codings", "questionnaire", "administrative"];

fn main() {
    divan::main();
}

#[divan::bench(args = [10, 12, 14], sample_count = 5, sample_size = 1)]
fn exact_optimum(bencher: Bencher<'_, '_>, cases: usize) {
    let mut draw = ChaCha8Rng::seed_from_u64(1);
    let points: Vec<Vec<f64>> = (0..cases).map(|_| vec![draw.r#gen(), draw.r#gen()]).collect();
    bencher.bench(|| exact::solve(black_box(&points), 4, 10).unwrap());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn first_build(bencher: Bencher<'_, '_>) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    bencher.with_inputs(study).bench_local_values(|folder| {
        runtime.block_on(once(folder.path()));
        folder
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn build_again(bencher: Bencher<'_, '_>) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let folder = study();
    runtime.block_on(once(folder.path()));
    bencher.bench_local(|| runtime.block_on(once(folder.path())));
}

async fn once(folder: &Path) {
    let context = Context::open(folder.to_owned(), CoderId::from("bench"), Box::new(Silent)).await.unwrap();
    black_box(build(&context, BuildRequest::default()).await.unwrap());
    context.store.close().await;
}

/// Copies the study beside nothing else, so that the repository's own database is not touched.
fn study() -> TempDir {
    let copy = TempDir::new().unwrap();
    fs::copy("study.toml", copy.path().join("study.toml")).unwrap();
    for name in STUDY {
        fs::create_dir(copy.path().join(name)).unwrap();
        for entry in fs::read_dir(name).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, copy.path().join(name).join(path.file_name().unwrap())).unwrap();
        }
    }
    copy
}

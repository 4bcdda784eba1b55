//! How long do 1,000 interviews take to index, and how fast does a search answer?
//!
//! By default the bench makes 60 interviews of 8,000 words itself. For the figures of
//! `docs/PERFORMANCE.md`, make 1,000 with `benches/make_corpus.py` and name their folder in
//! `PROPOS_BENCH_CORPUS`; the time of `index` is then that of the whole corpus.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench stops where it fails")]

use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::LazyLock;
use std::{env, fs};

use divan::{Bencher, black_box};
use propos::domain::TranscriptId;
use propos::domain::transcript::Transcript;
use propos::domain::transcript::markdown::parse as parse_transcript;
use propos::progress::Silent;
use propos::search::{Filter, Index, Page, TurnSet, parse};
use propos::text::Language;
use propos::text::fold::fold_into;
use propos::text::stem::Stemmer;
use propos::text::token::tokens;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

const QUERIES: [&str; 12] = [
    "aide",
    "démarche dossier",
    "le",
    "le OR la OR et",
    "\"la caisse\"",
    "\"dossier mois\"~5",
    "dém*",
    "alocation~1",
    "alocation~2",
    "a*",
    "=téléphone -honte",
    "mère role:respondent",
];

const PHRASES: [&str; 16] = [
    "le dossier est resté bloqué à la caisse",
    "je n’ai pas demandé d’aide",
    "c'est comme ça tous les mois",
    "l’assistante sociale m'a écoutée",
    "j'ai refait la démarche au téléphone",
    "ma mère gardait les petits le mercredi",
    "la honte de demander l'allocation",
    "on s'habitue peut-être",
    "jusqu’à la rentrée il fallait attendre",
    "le propriétaire réclamait un garant",
    "la conseillère a rempli les papiers",
    "et du coup j'étais fatiguée 😅",
    "aujourd'hui ça va mieux",
    "le mot de passe ne marchait pas",
    "avec beaucoup de patience",
    "parce que j'avais tout rempli",
];

fn main() {
    LazyLock::force(&STUDY);
    divan::main();
}

static TRANSCRIPTS: LazyLock<Vec<Transcript>> = LazyLock::new(|| match env::var_os("PROPOS_BENCH_CORPUS") {
    Some(folder) => {
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| read(&file.to_string_lossy(), &fs::read_to_string(file).unwrap())).collect()
    }
    None => (0..60).map(make).collect(),
});

fn read(path: &str, text: &str) -> Transcript {
    parse_transcript(path, text, &Default::default()).transcript.unwrap()
}

fn make(number: u64) -> Transcript {
    let mut random = ChaCha8Rng::seed_from_u64(number);
    let mut text = String::new();
    let mut words = 0;
    while words < 8_000 {
        text.push_str("**Enquêtrice :** Et ensuite, comment ça s'est passé ?\n\n**Allocataire :**");
        for _ in 0..random.gen_range(1..16) {
            let phrase = PHRASES[random.gen_range(0..PHRASES.len())];
            let place: u32 = random.gen_range(0..40_000);
            write!(text, " {phrase}, mot{place}x.").unwrap();
            words += phrase.split(' ').count() + 1;
        }
        text.push_str("\n\n");
    }
    read(&format!("transcripts/B{number:04}.md"), &text)
}

static STUDY: LazyLock<(TempDir, Index)> = LazyLock::new(build);

fn build() -> (TempDir, Index) {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open_or_create(folder.path(), Language::Fr).unwrap();
    let all = TRANSCRIPTS.iter().cloned().map(Ok::<_, Infallible>);
    index.update(all, &[], "bench", &Silent).unwrap();
    (folder, index)
}

/// One index of the whole corpus: one thread, so that this is CPU time on a quiet machine.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn index() {
    black_box(build());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn open(bencher: Bencher<'_, '_>) {
    let folder = STUDY.0.path();
    bencher.bench(|| Index::open(folder, Language::Fr).unwrap());
}

#[divan::bench(args = QUERIES, sample_count = 30, sample_size = 1)]
fn first_fifty_hits(bencher: Bencher<'_, '_>, text: &str) {
    let query = parse(text).unwrap();
    let filter = Filter::of(&query).0;
    bencher.bench(|| STUDY.1.search(&query, &filter, Page::default()).unwrap());
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn fifty_hits_among_20_000_turns(bencher: Bencher<'_, '_>) {
    let query = parse("le").unwrap();
    let places = TRANSCRIPTS.iter().flat_map(|transcript| {
        transcript.version.turns.iter().map(|turn| (transcript.id.clone(), turn.number))
    });
    let places: Vec<(TranscriptId, u32)> = places.step_by(7).take(20_000).collect();
    let turns: TurnSet = places.into_iter().collect();
    let mut filter = Filter::default();
    filter.keep_turns(turns);
    bencher.bench(|| STUDY.1.search(&query, &filter, Page::default()).unwrap());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn words_folded_and_stemmed() -> usize {
    let mut stemmer = Stemmer::new(Language::Fr);
    let mut folded = String::new();
    let mut letters = 0;
    for transcript in TRANSCRIPTS.iter() {
        for token in tokens(&transcript.version.text) {
            folded.clear();
            fold_into(token.text, &mut folded);
            letters += stemmer.stem(&folded).len();
        }
    }
    letters
}

//! Breaks a sound file: bytes, words of its format, pieces of itself and of others.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// Longest input, in bytes: what is wrong with a reader shows on short ones, and many of them.
const LONGEST: usize = 24 << 10;

/// What breaks any text.
const ANYWHERE: [&[u8]; 22] = [
    b"\0",
    b"\r",
    b"\r\n",
    b"\n\n\n",
    b"\t",
    b" ",
    b"\"",
    b"'",
    b"\\",
    b"-1",
    b"0",
    b"99999999999999999999",
    b"1e999",
    b"NaN",
    "\u{feff}".as_bytes(),
    "\u{a0}".as_bytes(),
    "e\u{301}".as_bytes(),
    "👩‍👧".as_bytes(),
    "\u{202e}שלום".as_bytes(),
    "ﬁ".as_bytes(),
    b"\xff",
    b"\xed\xa0\x80",
];

/// Breaks one of `seeds` once to six times; `words` are the format's own.
pub(crate) fn mutate(rng: &mut ChaCha8Rng, seeds: &[Vec<u8>], words: &[&str]) -> Vec<u8> {
    let mut bytes = seeds.choose(rng).cloned().unwrap_or_default();
    let times = 1 << rng.gen_range(0..4);
    for _ in 0..rng.gen_range(1..=times) {
        once(rng, &mut bytes, seeds, words);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn once(rng: &mut ChaCha8Rng, bytes: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&str]) {
    let at = rng.gen_range(0..=bytes.len());
    match rng.gen_range(0..10) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << rng.gen_range(0..8);
            }
        }
        1 => bytes.truncate(at),
        2 => {
            let piece = piece(rng, bytes);
            drop(bytes.drain(piece));
        }
        3 => {
            let piece = piece(rng, bytes);
            let copy = bytes[piece].to_vec();
            splice(bytes, at, &copy);
        }
        4 => {
            // The same again and again: depth, long lines, long names.
            let range = piece(rng, bytes);
            let copy = bytes[range].iter().copied().take(64).collect::<Vec<u8>>();
            let times = rng.gen_range(2..200);
            splice(bytes, at, &copy.repeat(times));
        }
        5 => {
            let other = seeds.choose(rng).map_or(&[][..], Vec::as_slice);
            let range = piece(rng, other);
            splice(bytes, at, &other[range]);
        }
        6 => {
            let word = *ANYWHERE.choose(rng).expect("some");
            splice(bytes, at, word);
        }
        7 => {
            // A word of the format in the place of another one.
            let (Some(old), Some(new)) = (words.choose(rng), words.choose(rng)) else { return };
            let found: Vec<usize> = memchr::memmem::find_iter(bytes, old.as_bytes()).collect();
            if let Some(at) = found.choose(rng) {
                drop(bytes.splice(*at..at + old.len(), new.bytes()));
            }
        }
        _ => {
            if let Some(word) = words.choose(rng) {
                splice(bytes, at, word.as_bytes());
            }
        }
    }
}

fn splice(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    if bytes.len() + piece.len() <= 2 * LONGEST {
        drop(bytes.splice(at..at, piece.iter().copied()));
    }
}

/// A piece of some bytes, short ones oftener.
fn piece(rng: &mut ChaCha8Rng, bytes: &[u8]) -> std::ops::Range<usize> {
    let start = rng.gen_range(0..=bytes.len());
    let longest = (bytes.len() - start).min(1 << rng.gen_range(0..12));
    start..start + rng.gen_range(0..=longest)
}

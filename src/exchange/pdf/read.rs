//! The bytes of a PDF to written text.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::Duration;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::line::{Line, lines};
use super::page::{PageText, TooMuch};
use super::{guard, margin, page, paragraph, running};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::transcript::Written;

/// A larger file holds pictures, not an interview; in bytes.
const MAX_BYTES: usize = 128 << 20;
/// The most pages of one interview.
const MAX_PAGES: usize = 5_000;
/// Nested parts of a file are read by calls inside calls; a thread of its own has room for them. In
/// bytes, taken as they are used.
const STACK: usize = 64 << 20;
/// A file that keeps the reader so long is made to do so: a book of a thousand pages takes three
/// seconds.
const LONGEST: Duration = Duration::from_secs(60);
/// Longest words that a message repeats, in scalar values.
const SHOWN: usize = 40;

/// Why a PDF is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refused {
    Large,
    Password,
    Damaged,
    TooMuch,
}

impl Refused {
    fn reason(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Password => "password",
            Self::Damaged => "damaged",
            Self::TooMuch => "too-much",
        }
    }
}

/// Reads the text layer of a PDF. Lines are joined to paragraphs; heads, feet and page numbers that
/// repeat are left out and told, and so are numbers of lines and pages that hold only a picture.
///
/// # Errors
/// A file that is damaged, asks for a password, passes a bound, or holds no text.
pub fn read(path: &str, bytes: &[u8]) -> Result<(Written, Vec<Diagnostic>), Diagnostic> {
    let refused = |why: Refused| {
        Diagnostic::error(Place::file(path), "pdf-unread")
            .with("reason", why.reason())
            .with("limit", MAX_PAGES)
    };
    let mut pages = pages(bytes).map_err(refused)?;
    let numbered = margin::take_off(&mut pages);
    let of_text: Vec<Line> =
        pages.iter().enumerate().flat_map(|(number, page)| lines(number, page)).collect();
    let (letters, nameless) = pages
        .iter()
        .fold((0, 0), |(letters, nameless), page| (letters + page.letters.len(), nameless + page.nameless));
    if of_text.is_empty() {
        return Err(Diagnostic::error(Place::file(path), "pdf-no-text").with("pages", pages.len()));
    }
    // Fonts that name none of their letters: what can be read is not what is written.
    if nameless > letters / 4 {
        return Err(Diagnostic::error(Place::file(path), "pdf-no-letters"));
    }
    let repeats = running::find(&of_text);
    let (kept, left): (Vec<_>, Vec<_>) = of_text.into_iter().zip(repeats).partition(|(_, repeats)| !*repeats);
    let kept: Vec<Line> = kept.into_iter().map(|(line, _)| line).collect();
    let left: Vec<Line> = left.into_iter().map(|(line, _)| line).collect();
    let mut written = Written::default();
    paragraph::write(&kept, &mut written);
    let mut told = told(path, &pages, &left, nameless);
    if numbered > 0 {
        told.push(Diagnostic::note(Place::file(path), "pdf-line-numbers").with("count", numbered));
    }
    Ok((written, told))
}

/// Tells what was left out, and where nothing could be taken.
fn told(path: &str, pages: &[PageText], left: &[Line], nameless: usize) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    if let Some(first) = left.first() {
        let words: String = first.text().chars().take(SHOWN).collect();
        let note = Diagnostic::note(Place::file(path), "pdf-repeated").with("count", left.len());
        told.push(note.with("words", words));
    }
    let empty = |page: &&(usize, &PageText)| page.1.letters.is_empty() && page.1.has_picture;
    let numbered: Vec<(usize, &PageText)> = pages.iter().enumerate().collect();
    for (number, _) in numbered.iter().filter(empty) {
        told.push(Diagnostic::warning(Place::file(path), "pdf-picture-page").with("page", number + 1));
    }
    for (number, page) in numbered.iter().filter(|(_, page)| page.turned > 0) {
        let note = Diagnostic::warning(Place::file(path), "pdf-turned").with("page", number + 1);
        told.push(note.with("count", page.turned));
    }
    if nameless > 0 {
        told.push(Diagnostic::warning(Place::file(path), "pdf-nameless").with("count", nameless));
    }
    told
}

/// Reads the letters of every page, on a thread that may be given up.
fn pages(bytes: &[u8]) -> Result<Vec<PageText>, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::Large);
    }
    let bytes = bytes.to_vec();
    let (tell, told) = channel();
    let work = move || {
        // Nobody listens any more when the time is over.
        tell.send(letters(bytes)).unwrap_or_default();
    };
    let worker = Builder::new().name("pdf".into()).stack_size(STACK).spawn(work);
    let worker = worker.map_err(|_| Refused::TooMuch)?;
    match told.recv_timeout(LONGEST) {
        Ok(pages) => pages,
        Err(RecvTimeoutError::Timeout) => Err(Refused::TooMuch),
        // The worker ended without a word: it was stopped, or the library came upon what it did not
        // foresee.
        Err(RecvTimeoutError::Disconnected) => match worker.join() {
            Err(carried) if carried.is::<TooMuch>() => Err(Refused::TooMuch),
            _ => Err(Refused::Damaged),
        },
    }
}

fn letters(bytes: Vec<u8>) -> Result<Vec<PageText>, Refused> {
    guard::bytes(&bytes).map_err(|_| Refused::TooMuch)?;
    let pdf = Pdf::new(bytes).map_err(|fault| match fault {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refused::Password,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Refused::Damaged,
    })?;
    if pdf.pages().len() > MAX_PAGES {
        return Err(Refused::TooMuch);
    }
    guard::streams(&pdf).map_err(|_| Refused::TooMuch)?;
    Ok(page::read(&pdf))
}

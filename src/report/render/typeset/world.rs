//! What the typesetter may read: one text, the drawings beside it, the fonts of the program. It has no
//! folder, no network and no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

const FONTS: [&[u8]; 5] = [
    include_bytes!("../../../../assets/fonts/literata-static/Literata-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/literata-static/Literata-Italic.ttf"),
    include_bytes!("../../../../assets/fonts/literata-static/Literata-Bold.ttf"),
    include_bytes!("../../../../assets/fonts/source-sans-3-static/SourceSans3-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/source-sans-3-static/SourceSans3-Bold.ttf"),
];

/// The fonts, read once.
static READ: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    (LazyHash::new(FontBook::from_fonts(&fonts)), fonts)
});

/// The language, with the heads of rows for those who hear a table.
static LANGUAGE: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// A document to typeset.
pub(super) struct Sheets {
    main: Source,
    drawings: Vec<(FileId, Bytes)>,
}

impl Sheets {
    /// Puts a text and its drawings, `0.svg` and so on, before the typesetter.
    pub(super) fn new(text: String, drawings: Vec<String>) -> Option<Self> {
        let main = Source::new(file("main.typ")?, text);
        let named = |(place, svg): (usize, String)| {
            Some((file(&format!("{place}.svg"))?, Bytes::new(svg.into_bytes())))
        };
        Some(Self { main, drawings: drawings.into_iter().enumerate().map(named).collect::<Option<_>>()? })
    }
}

fn file(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// Lists the letters of a text that no font of the program has, each once, in their order.
pub(super) fn without_letter(text: &str, missing: &mut Vec<char>) {
    for letter in text.chars() {
        // What shows nothing needs no letter.
        let is_unseen = matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
            || letter.is_control();
        let has = |font: &Font| font.info().coverage.contains(u32::from(letter));
        if !is_unseen && !letter.is_ascii() && !missing.contains(&letter) && !READ.1.iter().any(has) {
            missing.push(letter);
        }
    }
}

impl World for Sheets {
    fn library(&self) -> &LazyHash<Library> {
        &LANGUAGE
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &READ.0
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(missing(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.drawings.iter().find(|(drawing, _)| *drawing == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        READ.1.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

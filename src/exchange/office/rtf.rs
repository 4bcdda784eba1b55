//! Rich Text Format, as Word, WordPad, LibreOffice and pandoc write it.
//!
//! Source: Microsoft, *Rich Text Format (RTF) Specification*, version 1.9.1, 2008. Bytes above 127
//! are in the code page of their font; `\u` gives a UTF-16 unit, followed by as many characters to
//! pass over as `\uc` says, one when it says nothing.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::aside::Aside;
use super::row::{Paragraph, Row};
use super::table::put_table;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::transcript::{Face, Written};

/// Groups nested beyond this are an attack.
const DEEPEST: usize = 1_000;

/// Reads an rtf.
///
/// # Errors
/// Not an rtf, groups nested beyond measure, or a file cut before its last group ends.
pub fn read(path: &str, bytes: &[u8]) -> Result<(Written, Vec<Diagnostic>), Diagnostic> {
    let broken = |reason: &str, at: usize| {
        Diagnostic::error(Place::file(path), "rtf-unread").with("reason", reason).with("byte", at)
    };
    if !bytes.starts_with(b"{\\rtf") {
        return Err(broken("not-rtf", 0));
    }
    let mut reader = Reader::new(bytes);
    reader.all().map_err(|reason| broken(reason, reader.at))?;
    reader.end_paragraph();
    reader.end_table();
    Ok((reader.written, reader.aside.tell(path)))
}

/// Where words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Destination {
    #[default]
    Body,
    /// The list of fonts, which tells their code pages.
    Fonts,
    Comment,
    CommentAuthor,
    Note,
    Nowhere,
}

/// What holds inside a group.
#[derive(Clone, Debug)]
struct Group {
    destination: Destination,
    face: Face,
    hidden: bool,
    deleted: bool,
    /// Characters to pass over after a `\u`.
    fallback: usize,
    encoding: &'static Encoding,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    groups: Vec<Group>,
    page: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    font: i32,
    /// Whether the group began with `\*`: unknown destinations are passed over.
    starred: bool,
    /// Bytes in the present encoding that wait for those of their character.
    pending: Vec<u8>,
    /// First half of a pair of `\u`.
    high: Option<u16>,
    passing: usize,
    aside: Aside,
    author: String,
    written: Written,
    paragraph: Paragraph,
    cell: Vec<Paragraph>,
    cells: Row,
    /// Rows of the table that is read.
    rows: Vec<Row>,
    in_table: bool,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let group = Group {
            destination: Destination::Body,
            face: Face::default(),
            hidden: false,
            deleted: false,
            fallback: 1,
            encoding: WINDOWS_1252,
        };
        Self {
            bytes,
            at: 0,
            groups: vec![group],
            page: WINDOWS_1252,
            fonts: BTreeMap::new(),
            font: 0,
            starred: false,
            pending: Vec::new(),
            high: None,
            passing: 0,
            aside: Aside::default(),
            author: String::new(),
            written: Written::default(),
            paragraph: Paragraph::default(),
            cell: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
            in_table: false,
        }
    }

    /// The group being read; the outermost is never closed.
    fn group(&mut self) -> &mut Group {
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn all(&mut self) -> Result<(), &'static str> {
        while let Some(byte) = self.bytes.get(self.at).copied() {
            self.at += 1;
            match byte {
                b'{' => self.open()?,
                b'}' => {
                    self.close();
                    if self.groups.len() == 1 {
                        // What follows the last group is not part of the document.
                        self.flush();
                        return Ok(());
                    }
                }
                b'\\' => self.control()?,
                b'\r' | b'\n' | 0 => {}
                _ => self.byte(byte),
            }
        }
        Err("cut")
    }

    fn open(&mut self) -> Result<(), &'static str> {
        self.flush();
        self.passing = 0;
        if self.groups.len() > DEEPEST {
            return Err("deep");
        }
        let group = self.group().clone();
        self.groups.push(group);
        self.starred = false;
        Ok(())
    }

    fn close(&mut self) {
        self.flush();
        self.passing = 0;
        if self.groups.len() > 1 {
            self.groups.pop();
        }
    }

    fn control(&mut self) -> Result<(), &'static str> {
        let Some(first) = self.bytes.get(self.at).copied() else { return Err("cut") };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            self.symbol(first);
            return Ok(());
        }
        let rest = &self.bytes[self.at..];
        let letters = rest.iter().take(64).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let sign = usize::from(rest.get(letters) == Some(&b'-'));
        let digits = rest[letters + sign..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let end = letters + if digits > 0 { sign + digits } else { 0 };
        let text = |range: std::ops::Range<usize>| std::str::from_utf8(&rest[range]).unwrap_or_default();
        let (word, number) = (text(0..letters).to_owned(), text(letters..end).parse::<i32>().ok());
        self.at += end + usize::from(rest.get(end) == Some(&b' '));
        self.word(&word, number);
        Ok(())
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\'' => {
                let digits =
                    self.bytes.get(self.at..self.at + 2).and_then(|two| std::str::from_utf8(two).ok());
                if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.at += 2;
                    self.byte(byte);
                }
            }
            b'*' => self.starred = true,
            b'~' => self.character('\u{a0}'),
            b'_' => self.character('\u{2011}'),
            b'\r' | b'\n' => self.end_paragraph(),
            b'\\' | b'{' | b'}' => self.byte(symbol),
            // An optional hyphen and the signs of indexes are not read.
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        self.flush();
        let on = number != Some(0);
        let starred = std::mem::take(&mut self.starred);
        match word {
            "u" => self.unit(number.unwrap_or(0)),
            "uc" => self.group().fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "bin" => {
                let bytes = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                self.at = self.at.saturating_add(bytes).min(self.bytes.len());
            }
            "ansicpg" => {
                self.page = number.and_then(code_page).unwrap_or(WINDOWS_1252);
                let page = self.page;
                self.group().encoding = page;
            }
            "mac" => {
                self.page = encoding_rs::MACINTOSH;
                self.group().encoding = encoding_rs::MACINTOSH;
            }
            "f" => self.font(number.unwrap_or(0)),
            "fcharset" => {
                if let Some(encoding) = number.and_then(charset) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "b" => self.group().face.strong = on,
            "i" => self.group().face.emphasis = on,
            "v" => self.group().hidden = on,
            "deleted" => {
                self.group().deleted = on;
                self.aside.deleted += usize::from(on);
            }
            "revised" => self.aside.inserted += usize::from(on),
            "plain" => {
                let group = self.group();
                (group.face, group.hidden) = (Face::default(), false);
            }
            "pard" => {
                self.paragraph.heading = None;
                self.in_table = false;
            }
            "intbl" => self.in_table = true,
            "outlinelevel" => {
                let level = number.and_then(|level| u8::try_from(level).ok()).filter(|level| *level < 9);
                if self.group().destination == Destination::Body {
                    self.paragraph.heading = level.map(|level| (level + 1).min(6));
                }
            }
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" => self.character('\n'),
            "tab" => self.character('\t'),
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => self.end_row(),
            "emdash" => self.character('—'),
            "endash" => self.character('–'),
            "lquote" => self.character('‘'),
            "rquote" => self.character('’'),
            "ldblquote" => self.character('“'),
            "rdblquote" => self.character('”'),
            "bullet" => self.character('•'),
            "emspace" | "enspace" | "qmspace" => self.character(' '),
            _ => self.destination(word, starred),
        }
    }

    /// A word that names where the words of its group go.
    fn destination(&mut self, word: &str, starred: bool) {
        let destination = match word {
            "fonttbl" => Destination::Fonts,
            "annotation" => {
                self.aside.comments.push((std::mem::take(&mut self.author), String::new()));
                Destination::Comment
            }
            "atnauthor" => Destination::CommentAuthor,
            "footnote" => {
                self.aside.notes.push(String::new());
                Destination::Note
            }
            "pict" | "objdata" => {
                self.aside.objects += 1;
                Destination::Nowhere
            }
            // Words of a text box stand in a group that old readers pass over.
            "shpinst" | "shptxt" => return,
            "colortbl" | "stylesheet" | "info" | "header" | "headerl" | "headerr" | "headerf" | "footer"
            | "footerl" | "footerr" | "footerf" | "fldinst" | "listtext" | "pntext" | "sp" | "xe" | "tc"
            | "nonshppict" | "themedata" | "datastore" | "ftnsep" | "ftnsepc" | "atnid" | "atntime" => {
                Destination::Nowhere
            }
            _ if starred => Destination::Nowhere,
            _ => return,
        };
        let group = self.group();
        // Nothing inside a group that is passed over is read.
        if group.destination != Destination::Nowhere {
            group.destination = destination;
        }
    }

    fn font(&mut self, number: i32) {
        self.font = number;
        let encoding = self.fonts.get(&number).copied().unwrap_or(self.page);
        self.group().encoding = encoding;
    }

    /// A UTF-16 unit, written as a signed number.
    fn unit(&mut self, number: i32) {
        let unit = (number & 0xFFFF) as u16;
        let fallback = self.group().fallback;
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
        } else {
            for character in char::decode_utf16(units) {
                self.put(&character.unwrap_or(char::REPLACEMENT_CHARACTER).to_string());
            }
        }
        self.passing = fallback;
    }

    fn byte(&mut self, byte: u8) {
        if self.passing > 0 {
            self.passing -= 1;
        } else {
            self.pending.push(byte);
        }
    }

    fn character(&mut self, character: char) {
        self.flush();
        if self.passing > 0 {
            self.passing -= 1;
        } else {
            self.put(&character.to_string());
        }
    }

    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let (words, _) = self.group().encoding.decode_without_bom_handling(&bytes);
        self.put(&words);
    }

    fn put(&mut self, words: &str) {
        let group = self.group().clone();
        match group.destination {
            Destination::Body if group.hidden => self.aside.hidden += 1,
            Destination::Body if group.deleted => {}
            Destination::Body => {
                let face = Face {
                    strong: group.face.strong && self.paragraph.heading.is_none(),
                    emphasis: group.face.emphasis,
                };
                self.paragraph.runs.push((words.to_owned(), face));
            }
            Destination::Comment => {
                if let Some((_, comment)) = self.aside.comments.last_mut() {
                    comment.push_str(words);
                }
            }
            Destination::CommentAuthor => self.author.push_str(words),
            Destination::Note => {
                if let Some(note) = self.aside.notes.last_mut() {
                    note.push_str(words);
                }
            }
            Destination::Fonts | Destination::Nowhere => {}
        }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        if self.group().destination != Destination::Body {
            self.put(" ");
            return;
        }
        let heading = self.paragraph.heading;
        let paragraph = std::mem::take(&mut self.paragraph);
        self.paragraph.heading = heading;
        if self.in_table {
            self.cell.push(paragraph);
        } else {
            self.end_table();
            paragraph.put(&mut self.written);
        }
    }

    fn end_cell(&mut self) {
        self.flush();
        let paragraph = std::mem::take(&mut self.paragraph);
        self.cell.push(paragraph);
        self.cells.push(std::mem::take(&mut self.cell));
    }

    fn end_row(&mut self) {
        if !self.cell.is_empty() {
            self.cells.push(std::mem::take(&mut self.cell));
        }
        if !self.cells.is_empty() {
            self.rows.push(std::mem::take(&mut self.cells));
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        put_table(&std::mem::take(&mut self.rows), &mut self.written, &mut self.aside);
    }
}

/// The encoding of a Windows code page.
fn code_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        10_000 => "macintosh".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        65_001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's character set.
fn charset(number: i32) -> Option<&'static Encoding> {
    let page = match number {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    code_page(page)
}

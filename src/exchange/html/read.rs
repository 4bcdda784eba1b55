//! The text of a page to written text.

use std::path::Path;

use super::anchor::{self, Anchor};
use super::page::{self, Shown};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::transcript::{Face, Written};
use crate::exchange::folder::has_extension;
use crate::exchange::office::aside::Aside;
use crate::exchange::office::row::{Paragraph, Row};
use crate::exchange::office::table::put_table;

/// Written text with what was left out of it, or why there is none.
type Read = Result<(Written, Vec<Diagnostic>), Diagnostic>;

/// Reads a web page, or oTranscribe's file, with the name of its format; none when the text is neither.
///
/// The inner error tells why one of them is refused.
pub fn read(path: &str, text: &str) -> Option<(&'static str, Read)> {
    let file = Path::new(path);
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    if has_extension(file, &["otr"]) {
        return Some(("otr", transcribed(path, text)));
    }
    let is_page = head.starts_with("<!doctype html") || head.starts_with("<html");
    // A document that says it is XML may still be a page.
    let is_page = is_page || (head.starts_with("<?xml") && head.contains("<html"));
    if !is_page && !has_extension(file, &["html", "htm"]) {
        return None;
    }
    Some(("html", written(path, text)))
}

/// Reads oTranscribe's file: JSON whose `text` is a page.
fn transcribed(path: &str, text: &str) -> Read {
    let fault = |line, column| Diagnostic::error(Place::at(path, line, column), "otr-unread");
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| fault(error.line().max(1), error.column().max(1)))?;
    written(path, value["text"].as_str().ok_or_else(|| fault(1, 1))?)
}

fn written(path: &str, html: &str) -> Read {
    let shown = page::read(html).map_err(|_| Diagnostic::error(Place::file(path), "html-deep"))?;
    let mut written = Written::default();
    let names = names(&shown);
    let mut speaker = String::new();
    let mut aside = Aside::default();
    let mut table: Vec<Row> = Vec::new();
    for shown in shown {
        if !matches!(shown, Shown::Row(_)) {
            put_table(&std::mem::take(&mut table), &mut written, &mut aside);
        }
        match shown {
            Shown::Row(cells) => table.push(cells),
            Shown::Aside { words, is_comment: true } => aside.comments.push((String::new(), words)),
            Shown::Aside { words, is_comment: false } => aside.notes.push(words),
            Shown::Paragraph(paragraph, None) => paragraph.put(&mut written),
            Shown::Paragraph(paragraph, Some(anchor)) => {
                let words = words(&paragraph);
                if !anchor::shows_time(&words) {
                    written.say(&anchor::time(anchor.seconds), Face::default());
                }
                if names && anchor.speaker != speaker && !anchor.speaker.is_empty() {
                    written.say(&format!("{}: ", anchor.speaker), Face::default());
                    speaker.clone_from(&anchor.speaker);
                    written.speakers.push(anchor.speaker);
                }
                paragraph.put(&mut written);
            }
        }
    }
    put_table(&table, &mut written, &mut aside);
    written.speakers.sort();
    written.speakers.dedup();
    if written.is_empty() {
        return Err(Diagnostic::error(Place::file(path), "html-no-words"));
    }
    Ok((written, aside.tell(path)))
}

/// Tells whether speakers are named in anchors only. Names in the text are nearer to what the
/// researcher wrote: they are replaced there, not in the anchors.
fn names(shown: &[Shown]) -> bool {
    let of_anchors = shown.iter().filter_map(|shown| match shown {
        Shown::Paragraph(paragraph, Some(Anchor { .. })) => Some(words(paragraph)),
        _ => None,
    });
    !of_anchors.into_iter().any(|words| anchor::label(&words).is_some())
}

fn words(paragraph: &Paragraph) -> String {
    paragraph.runs.iter().map(|(run, _)| run.as_str()).collect()
}

//! Writes tables that frame or align text: boxes, and the key numbers of the study.

use crate::plot::svg::escape;
use crate::report::document::{Block, Boxed, CountStrip};
use crate::report::render::layout::drawing::DrawError;
use crate::report::render::layout::look::{Look, hex};
use crate::report::render::layout::page::Page;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::body::{Body, Place};
use crate::report::render::open_document::table::{cell, line, opening, row_of};

impl Body<'_> {
    /// Writes the key numbers side by side.
    pub(super) fn counts(&mut self, counts: &[CountStrip]) -> String {
        let Some(width) = u32::try_from(counts.len()).ok().and_then(|n| Page::Upright.room().checked_div(n))
        else {
            return String::new();
        };
        let title = self.words.plain("word-counts");
        let open = self.frame(&vec![width; counts.len()]);
        let rule = line("0.75pt", "line");
        let cells: Vec<String> = counts
            .iter()
            .map(|one| {
                let (number, text) = (self.say(&one.count), self.say(&one.text));
                let number = self.script.paragraph("CountNumber", &number);
                let words = format!("{number}{}", self.script.paragraph("CountText", &text));
                cell(&mut self.script, &[("fo:border-top", &rule), ("fo:border-bottom", &rule)], &words)
            })
            .collect();
        self.framed(&open, &title, &cells.concat())
    }

    /// Writes a box around blocks.
    pub(super) fn boxed(&mut self, kind: Boxed, title: &str, blocks: &[Block]) -> Result<String, DrawError> {
        let open = self.frame(&[Page::Upright.room()]);
        let heading = self.say(title);
        let heading = self.script.paragraph("BoxTitle", &heading);
        let inside = format!("{heading}{}", self.blocks(blocks, Place::Box, true)?);
        let soft = format!("#{}", hex("soft"));
        let mut own = vec![
            ("fo:background-color", soft.as_str()),
            ("fo:padding-top", "6pt"),
            ("fo:padding-bottom", "6pt"),
            ("fo:padding-left", "11pt"),
            ("fo:padding-right", "11pt"),
        ];
        let edge = line("4.5pt", "ink");
        if kind == Boxed::Limits {
            own.push(("fo:border-left", &edge));
        }
        let cell = cell(&mut self.script, &own, &inside);
        Ok(self.framed(&open, title, &cell))
    }

    fn frame(&mut self, columns: &[u32]) -> (String, String) {
        self.frames += 1;
        let name = format!("{}_{}", self.words.plain("word-box"), self.frames);
        let own = [("fo:margin-bottom", "8pt"), ("style:may-break-between-rows", "false")];
        opening(&mut self.script, &name, columns, &own)
    }

    fn framed(&mut self, open: &(String, String), title: &str, cells: &str) -> String {
        let row = row_of(&mut self.script, cells);
        let title = element("table:title", &[], &escape(title));
        format!("{}{title}{}{row}</table:table>", open.0, open.1)
    }

    /// Writes plain words.
    pub(super) fn say(&mut self, text: &str) -> String {
        self.script.run(Look::default(), text)
    }
}

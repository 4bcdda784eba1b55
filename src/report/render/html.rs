//! Writes a document as one self-contained page.

use std::fmt::Write as _;

use crate::i18n::Catalog;
use crate::plot::svg::escape;
use crate::report::document::{Block, Boxed, Card, Document, Figure, QuoteBlock};
use crate::report::render::{grid, inline};
use crate::report::style::style;
use crate::text::Language;

/// Writes a document as one self-contained HTML page, light, dark and printed.
///
/// The same document gives the same bytes. The page forbids itself every request.
pub fn html(document: &Document, words: &Catalog) -> String {
    let title = escape(&document.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"generator\" content=\"propos\">\n<title>{title}</title>\n<style>{}</style>\n</head>\n<body>\n",
        document.language.code(),
        style(&document.foot),
    );
    if let Some(banner) = &document.banner {
        let _ = writeln!(page, "<p class=\"banner\">{}</p>", escape(banner));
    }
    page.push_str("<main class=\"page\">\n<header>\n");
    if !document.kicker.is_empty() {
        let _ = writeln!(page, "<p class=\"kick\">{}</p>", escape(&document.kicker));
    }
    let _ = writeln!(page, "<h1>{title}</h1>");
    if !document.subtitle.is_empty() {
        let _ = writeln!(page, "<p class=\"lead\">{}</p>", escape(&document.subtitle));
    }
    page.push_str("</header>\n");
    for part in &document.blocks {
        page.push_str(&block(part, document, words));
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// Writes blocks alone, for a page that has its own frame and style.
pub fn fragment(blocks: &[Block], words: &Catalog) -> String {
    let document = Document { language: words.language(), ..Document::default() };
    blocks.iter().map(|part| block(part, &document, words)).collect()
}

fn block(part: &Block, document: &Document, words: &Catalog) -> String {
    match part {
        Block::Heading { level, number, title, anchor } => {
            let number = number.map_or_else(String::new, |n| format!("<span class=\"no\">{n}</span> "));
            let level = (*level).clamp(2, 3);
            format!("<h{level} id=\"{}\">{number}{}</h{level}>\n", escape(anchor), escape(title))
        }
        Block::Paragraph(text) => format!("<p>{}</p>\n", inline::phrase(text)),
        Block::List(points) => {
            let points: String =
                points.iter().map(|point| format!("<li>{}</li>\n", inline::phrase(point))).collect();
            format!("<ul class=\"key\">\n{points}</ul>\n")
        }
        Block::Counts(counts) => {
            let counts: String = counts
                .iter()
                .map(|one| {
                    format!("<div><b>{}</b><span>{}</span></div>", escape(&one.count), escape(&one.text))
                })
                .collect();
            format!("<div class=\"strip\">{counts}</div>\n")
        }
        Block::Contents => contents(document, words),
        Block::Table(table) => grid::numbered(table, words),
        Block::Figure(drawn) => figure(drawn, words),
        Block::Quote(one) => quote(one),
        Block::Box { kind, title, blocks } => {
            let class = match kind {
                Boxed::Method => "box",
                Boxed::Limits => "box warn",
            };
            let inside: String = blocks.iter().map(|part| block(part, document, words)).collect();
            format!("<aside class=\"{class}\"><p class=\"bt\">{}</p>\n{inside}</aside>\n", escape(title))
        }
        Block::Card(one) => card(one),
        Block::Turn { anchor, label, text, language } => format!(
            "<p class=\"ctx\" id=\"{}\"><b>{}</b> <span{}>{}</span></p>\n",
            escape(anchor),
            escape(label),
            spoken(*language),
            inline::phrase(text)
        ),
        Block::Fold { is_printed, anchor, summary, blocks } => {
            let inside: String = blocks
                .iter()
                .map(|part| match part {
                    Block::Table(table) => {
                        format!("<div class=\"scroll\" tabindex=\"0\">{}</div>", grid::bare(table, "", words))
                    }
                    other => block(other, document, words),
                })
                .collect();
            // A link opens what is folded when it leads inside, not when it leads to the fold itself.
            format!(
                "<details class=\"fold{}\"><summary>{}</summary><div class=\"inside\" id=\"{}\">{inside}</div></details>\n",
                if *is_printed { " printed" } else { "" },
                escape(summary),
                escape(anchor)
            )
        }
        Block::Colophon(lines) => {
            let lines: String =
                lines.iter().map(|line| format!("<p>{}</p>\n", inline::phrase(line))).collect();
            format!("<div class=\"colo\">{lines}</div>\n")
        }
    }
}

/// Marks words in another language than the page's, for readers and for voices.
fn spoken(language: Option<Language>) -> String {
    language.map_or_else(String::new, |one| format!(" lang=\"{}\"", one.code()))
}

fn contents(document: &Document, words: &Catalog) -> String {
    let chapters: String = document
        .blocks
        .iter()
        .filter_map(|part| match part {
            Block::Heading { level: 2, title, anchor, .. } => {
                Some(format!("<li>{}</li>", inline::link(anchor, title)))
            }
            _ => None,
        })
        .collect();
    format!("<nav aria-label=\"{}\"><ol>{chapters}</ol></nav>\n", escape(&words.plain("report-contents")))
}

fn figure(figure: &Figure, words: &Catalog) -> String {
    let name = escape(&figure.name);
    let label = words.text("report-figure-label", &[("number", figure.number.into())]);
    // Drawings with no telephone version scroll sideways there, and a line says so.
    let scrolls = figure.drawings.iter().any(|drawn| drawn.narrow.is_none());
    let hint = if scrolls { inline::hint(&words.plain("report-slide-hint")) } else { String::new() };
    // What scrolls is reached by keyboard.
    let focus = format!(" tabindex=\"0\" role=\"group\" aria-labelledby=\"cap-{name}\"");
    let drawings: String = figure
        .drawings
        .iter()
        .map(|drawn| {
            let heading = drawn
                .heading
                .as_ref()
                .map_or_else(String::new, |text| format!("<p class=\"sub\">{}</p>", escape(text)));
            match &drawn.narrow {
                Some(narrow) => format!("{heading}<div class=\"fit\">{}{narrow}</div>", drawn.wide),
                None => format!("{heading}<div class=\"scroll\"{focus}>{}</div>", drawn.wide),
            }
        })
        .collect();
    let table = figure.table.as_ref().map_or_else(String::new, |table| {
        format!(
            "<details><summary>{}</summary><div class=\"scroll\"{focus}>{}</div></details>",
            escape(&words.text("report-figure-table", &[("number", figure.number.into())])),
            grid::bare(table, &format!(" aria-labelledby=\"cap-{name}\""), words)
        )
    });
    let paper = if figure.paper_mm == 0 { 158 } else { figure.paper_mm.min(174) };
    format!(
        "<figure id=\"fig-{name}\" class=\"mm{paper}\"><figcaption id=\"cap-{name}\">\
         <span class=\"ti\"><i>{}</i> {}</span>{}</figcaption>{hint}{drawings}{}{table}</figure>\n",
        escape(&label),
        escape(&figure.title),
        grid::unit(&figure.unit),
        grid::notes(&figure.notes, words),
    )
}

fn quote(quote: &QuoteBlock) -> String {
    let language = spoken(quote.language);
    let (class, heading) = match &quote.counterexample {
        Some(words) => (" class=\"ctr\"", format!("<p class=\"ct\">{}</p>", escape(words))),
        None => ("", String::new()),
    };
    format!(
        "<blockquote{class}>{heading}<p class=\"said\"{language}>{}</p><footer>{}</footer></blockquote>\n",
        escape(&quote.text),
        inline::phrase(&quote.attribution)
    )
}

fn card(card: &Card) -> String {
    let facts: String = card
        .facts
        .iter()
        .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>", escape(name), inline::phrase(value)))
        .collect();
    let quotes: String = card.quotes.iter().map(quote).collect();
    // Six colours exist; a further profile is drawn in ink.
    let colour = if card.rank < 6 { card.rank + 1 } else { 0 };
    format!(
        "<section class=\"card c{colour}\" id=\"{}\"><h3>{}</h3><p class=\"at\">{}</p>\
         <p>{}</p><dl>{facts}</dl>{quotes}</section>\n",
        escape(&card.anchor),
        inline::profile(card.rank, &card.title),
        inline::phrase(&card.members),
        inline::phrase(&card.portrait),
    )
}

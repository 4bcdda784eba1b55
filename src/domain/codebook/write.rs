//! A theme of the codebook written in Markdown, so that it reads back the same.

use super::model::{Code, Theme};
use crate::domain::escape;
use crate::domain::front_matter;

/// Writes a theme in the notation that `parse_theme` reads, with the French names of its entries.
pub fn write_theme(theme: &Theme) -> String {
    let mut keys = vec![("theme", theme.id.as_str()), ("title", theme.title.as_str())];
    keys.extend(theme.colour.as_deref().map(|colour| ("colour", colour)));
    if !theme.summary.is_empty() {
        keys.push(("summary", theme.summary.as_str()));
    }
    let mut text = front_matter::write(keys);
    text.push_str(&format!("\n# {}\n", heading(&theme.title)));
    for code in &theme.codes {
        let level = 2 + depth(theme, code);
        text.push_str(&format!("\n{} {} {{ #{}", "#".repeat(level), heading(&code.title), code.id));
        for (axis, weight) in &code.weights {
            text.push_str(&format!(" {axis}={weight}"));
        }
        text.push_str(" }\n");
        let retired = code.retired.iter().map(|retired| retired.reason.clone()).collect::<Vec<_>>();
        let into = code.retired.iter().filter_map(|retired| retired.into.as_ref().map(|into| into.0.clone()));
        let into = into.collect::<Vec<_>>();
        let entries = [
            ("Définition", std::slice::from_ref(&code.definition)),
            ("Inclure", std::slice::from_ref(&code.include)),
            ("Exclure", std::slice::from_ref(&code.exclude)),
            ("Exemple", &code.examples),
            ("Retiré", retired.as_slice()),
            ("Remplacé par", into.as_slice()),
        ];
        for (term, definitions) in entries {
            let mut first = true;
            for definition in definitions.iter().filter(|definition| !definition.is_empty()) {
                if first {
                    text.push_str(&format!("\n{term}\n"));
                }
                first = false;
                text.push_str(&format!(": {}\n", entry(definition)));
            }
        }
    }
    text
}

/// Counts the codes above a code.
fn depth(theme: &Theme, code: &Code) -> usize {
    let (mut depth, mut parent) = (0, code.parent.as_ref());
    while let Some(above) = parent.and_then(|id| theme.codes.iter().find(|known| known.id == *id)) {
        depth += 1;
        parent = above.parent.as_ref();
        if depth == 4 {
            break;
        }
    }
    depth
}

fn heading(title: &str) -> String {
    escape::inline(title, true).replace('#', "\\#").replace('{', "\\{").replace('}', "\\}").replace('\n', " ")
}

/// Escapes a description; its lines end in hard breaks and its paragraphs stand under the first.
fn entry(text: &str) -> String {
    let paragraphs: Vec<String> =
        text.split("\n\n").map(|paragraph| escape::paragraph(paragraph).replace('\n', "\\\n  ")).collect();
    paragraphs.join("\n\n  ")
}
